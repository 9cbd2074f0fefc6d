"""Calendar files of others, read; an independent reader finds the same days in them."""

import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import probity as pb
from conftest import day

icalendar = pytest.importorskip("icalendar")
recurring_ical_events = pytest.importorskip("recurring_ical_events")

SEOUL = datetime.timezone(datetime.timedelta(hours=9))
BEGIN = datetime.date(2026, 1, 1)
END = datetime.date(2031, 1, 1)

ZONE = """BEGIN:VTIMEZONE
TZID:Asia/Seoul
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
TZNAME:KST
END:STANDARD
END:VTIMEZONE"""


def calendar(*parts: str, zone: str = ZONE) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Office//EN", zone, *parts]
    return "\n".join([*filter(None, lines), "END:VCALENDAR", ""]).replace("\n", "\r\n")


def event(*lines: str, uid: str = "a@b") -> str:
    return "\n".join(
        [
            *("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", "SUMMARY:Title"),
            *lines,
            "END:VEVENT",
        ]
    )


def read(*parts: str, **keywords: str) -> pb.ics.IcsContent:
    return pb.ics.read(calendar(*parts, **keywords))


def only_series(*lines: str):
    content = read(event(*lines))
    (series,) = content.recurrences
    return series, content


def reasons(records) -> str:
    return " | ".join(f"{each.uid} {each.line} {each.reason}" for each in records)


def first_days(series) -> list[datetime.date]:
    if isinstance(series.recurrence, pb.Spans):
        return [span.begin for span in series.recurrence.between(BEGIN, END) if span.begin >= BEGIN]
    return list(series.recurrence.between(BEGIN, END))


def oracle_days(text: str | bytes) -> list[datetime.date]:
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(BEGIN, END)
    days = [e.start.date() if isinstance(e.start, datetime.datetime) else e.start for e in found]
    return sorted(d for d in days if BEGIN <= d < END)


# What an event becomes ----------------------------------------------------------------------------


def test_a_rule_of_whole_days():
    series, content = only_series(
        "DTSTART;VALUE=DATE:20260121", "DTEND;VALUE=DATE:20260122", "RRULE:FREQ=MONTHLY;BYDAY=3WE"
    )
    assert series.recurrence == pb.Recurrence("FREQ=MONTHLY;BYDAY=3WE", start="2026-01-21")
    assert (series.id, series.uid, series.title) == ("a@b", "a@b", "Title")
    assert series.begins is None
    assert content.refused == content.mended == []


def test_a_rule_of_weeks_is_spans():
    series, _ = only_series(
        "DTSTART;VALUE=DATE:20260112",
        "DTEND;VALUE=DATE:20260119",
        "RRULE:FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=12,13,14,15,16,17,18",
    )
    assert series.recurrence.between(BEGIN, END) == pb.third_week(BEGIN).between(BEGIN, END)
    by_duration, _ = only_series(
        "DTSTART;VALUE=DATE:20260112",
        "DURATION:P1W",
        "RRULE:FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=12,13,14,15,16,17,18",
    )
    assert by_duration.recurrence == series.recurrence


def test_a_rule_with_times_of_day():
    series, _ = only_series(
        "DTSTART;TZID=Asia/Seoul:20260121T152000",
        "DTEND;TZID=Asia/Seoul:20260121T163000",
        "RRULE:FREQ=MONTHLY;BYDAY=3WE",
        "LOCATION:회의실\\, 3층",
    )
    assert series.begins == datetime.time(15, 20)
    assert series.duration == datetime.timedelta(minutes=70)
    assert (series.zone, series.location) == ("Asia/Seoul", "회의실, 3층")
    assert first_days(series)[:2] == [day("2026-01-21"), day("2026-02-18")]


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20260318", "2026-03-18"),
        ("20260318T062000Z", "2026-03-18"),  # 15:20 in Seoul, the instant itself
        ("20260318T061959Z", "2026-02-18"),
        ("20260317T150000Z", "2026-02-18"),  # midnight in Seoul
        ("20260318T152000", "2026-03-18"),
        ("20260318T151959", "2026-02-18"),
    ],
)
def test_until_ends_at_an_instant(until, last):
    series, _ = only_series(
        "DTSTART;TZID=Asia/Seoul:20260121T152000", f"RRULE:FREQ=MONTHLY;BYDAY=3WE;UNTIL={until}"
    )
    assert first_days(series)[-1] == day(last)


@pytest.mark.parametrize("until", ["20260318", "20260318T000000Z", "20260318T150000Z"])
def test_until_of_whole_days_is_a_date_or_a_time(until):
    series, _ = only_series(
        "DTSTART;VALUE=DATE:20260121", f"RRULE:FREQ=MONTHLY;BYDAY=3WE;UNTIL={until}"
    )
    assert first_days(series)[-1] == day("2026-03-18")


def test_a_single_day_is_a_holiday(kr):
    content = read(
        event("DTSTART;VALUE=DATE:20260928", "DTEND;VALUE=DATE:20260929", "CATEGORIES:공휴일"),
        event("DTSTART;VALUE=DATE:20260216", "DTEND;VALUE=DATE:20260219", uid="s@b"),
    )
    single, three = content.holidays
    assert single.days == pb.Interval("2026-09-28", "2026-09-29")
    assert single.categories == ("공휴일",)
    named = [holiday for each in content.holidays for holiday in each.holidays()]
    assert named[0] == pb.Holiday("2026-09-28", "Title")
    calendar = pb.WorkCalendar.from_holidays(named)
    assert not calendar.is_working_day("2026-02-18")
    assert len(three.holidays(kind="traditional")) == 3


def test_what_has_an_hour_or_guests_is_a_meeting():
    content = read(
        event("DTSTART;TZID=Asia/Seoul:20260724T152000", "DURATION:PT1H10M"),
        event("DTSTART;VALUE=DATE:20260726", "ATTENDEE:mailto:a@b", uid="c"),
        event("DTSTART:20260727T000000Z", uid="d"),
        event("DTSTART:20260728T090000", uid="e"),
    )
    timed, attended, utc, floating = content.meetings
    assert timed.begin == datetime.datetime(2026, 7, 24, 15, 20, tzinfo=SEOUL)
    assert timed.end == datetime.datetime(2026, 7, 24, 16, 30, tzinfo=SEOUL)
    assert timed.zone == "Asia/Seoul"
    assert (attended.begin, attended.end) == (day("2026-07-26"), day("2026-07-27"))
    assert (utc.zone, utc.end) == ("UTC", None)
    assert floating.begin == datetime.datetime(2026, 7, 28, 9)
    assert floating.zone == ""


# Exceptions ---------------------------------------------------------------------------------------


def test_extra_and_excepted_days():
    series, _ = only_series(
        "DTSTART;VALUE=DATE:20260121",
        "RRULE:FREQ=MONTHLY;BYDAY=3WE",
        "EXDATE;VALUE=DATE:20260218,20260318",
        "EXDATE;VALUE=DATE:20260415",
        "RDATE;VALUE=DATE:20260319",
    )
    assert first_days(series)[:3] == [day("2026-01-21"), day("2026-03-19"), day("2026-05-20")]


def test_extra_days_without_a_rule():
    series, _ = only_series(
        "DTSTART;VALUE=DATE:20260121",
        "RDATE;VALUE=DATE:20260319,20260401",
        "EXDATE;VALUE=DATE:20260401",
    )
    assert first_days(series) == [day("2026-01-21"), day("2026-03-19")]


MONTHLY = ("DTSTART;TZID=Asia/Seoul:20260121T152000", "RRULE:FREQ=MONTHLY;BYDAY=3WE")


def test_a_moved_occurrence():
    content = read(
        event(*MONTHLY),
        event(
            "RECURRENCE-ID;TZID=Asia/Seoul:20260318T152000",
            "DTSTART;TZID=Asia/Seoul:20260319T100000",
        ),
    )
    (series,) = content.recurrences
    (moved,) = series.moved
    assert moved.nominal == day("2026-03-18")
    assert moved.begin == datetime.datetime(2026, 3, 19, 10, tzinfo=SEOUL)
    assert first_days(series)[1:4] == [day("2026-02-18"), day("2026-03-19"), day("2026-04-15")]


def test_two_occurrences_that_change_places():
    content = read(
        event(*MONTHLY),
        *(
            event(
                f"RECURRENCE-ID;TZID=Asia/Seoul:{nominal}T152000",
                f"DTSTART;TZID=Asia/Seoul:{now}T152000",
            )
            for nominal, now in [("20260218", "20260318"), ("20260318", "20260218")]
        ),
    )
    (series,) = content.recurrences
    assert first_days(series)[:3] == [day("2026-01-21"), day("2026-02-18"), day("2026-03-18")]
    assert [each.begin.date() for each in series.moved] == [day("2026-03-18"), day("2026-02-18")]


def test_a_cancelled_occurrence_and_a_cancelled_event():
    content = read(
        event(*MONTHLY),
        event(
            "RECURRENCE-ID;TZID=Asia/Seoul:20260218T152000",
            "DTSTART;TZID=Asia/Seoul:20260218T152000",
            "STATUS:CANCELLED",
        ),
        event("DTSTART;VALUE=DATE:20260101", "STATUS:CANCELLED", uid="gone"),
    )
    assert first_days(content.recurrences[0])[1] == day("2026-03-18")
    assert "gone" in reasons(content.refused) and "cancelled" in reasons(content.refused)


def test_a_moved_occurrence_without_its_series_stands_for_itself():
    content = read(
        event(
            "RECURRENCE-ID;TZID=Asia/Seoul:20260218T152000",
            "DTSTART;TZID=Asia/Seoul:20260219T152000",
        )
    )
    assert [each.begin.date() for each in content.meetings] == [day("2026-02-19")]


def test_the_latest_version_of_an_event_counts():
    content = read(
        event("DTSTART;VALUE=DATE:20260101", "SEQUENCE:1"),
        event("DTSTART;VALUE=DATE:20260102", "SEQUENCE:2"),
    )
    assert [each.days.begin for each in content.holidays] == [day("2026-01-02")]
    assert "later version" in reasons(content.refused)


def test_one_uid_for_all_events_takes_none_away():
    content = read(*(event(f"DTSTART;VALUE=DATE:2026010{n}") for n in range(1, 5)))
    assert len(content.holidays) == 4
    assert len(content.mended) == 3


# What is refused or mended ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["SUMMARY:x"], "no DTSTART"),
        (["DTSTART:garbage"], "DTSTART 'garbage'"),
        (["DTSTART;VALUE=DATE:20260230"], "DTSTART '20260230'"),
        (["DTSTART;VALUE=DATE:09990105"], "1400"),
    ],
)
def test_an_event_without_its_days_is_refused_with_its_line_and_reason(lines, reason):
    good = event("DTSTART;VALUE=DATE:20260101", uid="good")
    content = read(event(*lines, uid="bad"), good)
    (refusal,) = content.refused
    assert refusal.uid == "bad"
    assert reason in refusal.reason
    text = calendar(event(*lines, uid="bad"), good).split("\r\n")
    assert text[refusal.line - 1].startswith(("BEGIN:VEVENT", *(n[:6] for n in lines)))
    assert [each.uid for each in content.holidays] == ["good"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("RRULE:FREQ=SOMETIMES", "RRULE 'FREQ=SOMETIMES'"),
        ("RRULE:FREQ=DAILY;BYDAY=9XX", "RRULE"),
        ("RRULE:FREQ=HOURLY", "HOURLY"),
        ("RRULE:FREQ=WEEKLY;UNTL=20261023", "UNTL=20261023"),
        ("RRULE:FREQ=WEEKLY;COUNT=many", "COUNT=MANY"),
        ("RRULE:FREQ=WEEKLY;UNTIL=someday", "UNTIL=SOMEDAY"),
        ("DTEND;VALUE=DATE:20251231", "before DTSTART"),
        ("DTEND:soon", "DTEND 'soon'"),
        ("DURATION:soon", "DURATION 'soon'"),
        ("DTSTART;VALUE=DATE:20260102", "more than one DTSTART"),
        ("SEQUENCE:x", "SEQUENCE 'x'"),
        ("RDATE:never", "RDATE 'never'"),
        ("EXDATE:20260230", "EXDATE '20260230'"),
    ],
)
def test_a_broken_property_is_lost_alone_and_named(line, reason):
    lines = ["DTSTART;VALUE=DATE:20260101", line]
    content = read(event(*lines))
    (refusal,) = content.refused
    assert reason in refusal.reason
    assert calendar(event(*lines)).split("\r\n")[refusal.line - 1] == line
    assert [each.days.begin for each in content.holidays] == [day("2026-01-01")]


def test_an_extra_time_of_another_hour_is_one_of_its_day():
    series, content = only_series(*MONTHLY, "RDATE;TZID=Asia/Seoul:20260301T100000")
    assert "another hour" in reasons(content.mended)
    assert day("2026-03-01") in series.recurrence


def test_journals_are_refused():
    content = read("BEGIN:VJOURNAL\nUID:j\nEND:VJOURNAL")
    assert "j 13 VJOURNAL" in reasons(content.refused)


@pytest.mark.parametrize(
    ("lines", "days", "reason"),
    [
        (["DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20260101"], 1, "as it begins"),
        (["DTSTART;VALUE=DATE:20260101", "DTEND:20260103T000000Z"], 2, "value type"),
        (["DTSTART;VALUE=DATE:20260101", "DURATION:P1DT2H"], 1, "no number of days"),
        (
            [
                "DTSTART:20260101T000000",
                "DTEND:20260103T000000",
                "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            ],
            2,
            "with times",
        ),
    ],
)
def test_whole_days_are_mended(lines, days, reason):
    content = read(event(*lines))
    (found,) = content.holidays
    assert len(found.days) == days
    assert reason in reasons(content.mended)


def test_exceptions_of_another_value_type_are_taken():
    series, content = only_series(*MONTHLY, "EXDATE;VALUE=DATE:20260218")
    assert first_days(series)[1] == day("2026-03-18")
    assert "value type" in reasons(content.mended)


def test_an_exception_in_utc_is_one_in_seoul():
    series, content = only_series(*MONTHLY, "EXDATE:20260218T062000Z", "EXDATE:20260318T070000Z")
    assert first_days(series)[1] == day("2026-03-18")
    assert "excepts none" in reasons(content.mended)


def test_windows_zones_and_zones_of_the_file_are_known():
    text = "DTSTART;TZID={}:20260724T152000"
    own = ZONE.replace("Asia/Seoul", "Our Zone")
    content = read(
        event(text.format("Korea Standard Time")),
        event(text.format("Our Zone"), uid="own"),
        event(text.format("Nowhere"), uid="none"),
        zone=own,
    )
    windows, own_zone, none = (meeting.begin for meeting in content.meetings)
    assert windows.utcoffset() == own_zone.utcoffset() == datetime.timedelta(hours=9)
    assert none.tzinfo is None
    assert "'Nowhere' is not known" in reasons(content.mended)


def test_a_byte_order_mark_bare_line_ends_and_cp949_are_read():
    text = calendar(event("DTSTART;VALUE=DATE:20260101").replace("Title", "청렴데이"))
    for data in (
        b"\xef\xbb\xbf" + text.encode(),
        text.replace("\r\n", "\n").encode(),
        text.replace("\r\n", "\r").encode(),
        text.encode("cp949"),
        text.encode("utf-16"),
    ):
        assert [each.title for each in pb.ics.read(data).holidays] == ["청렴데이"]


def test_wrong_folds_are_mended():
    text = calendar(event("DTSTART;VALUE=DATE:20260101"))
    whole = "SUMMARY:청렴데이".encode()
    folded = whole[:12] + b"\r\n " + whole[12:]  # within a character
    (found,) = pb.ics.read(text.encode().replace(b"SUMMARY:Title", folded)).holidays
    assert found.title == "청렴데이"
    unspaced = pb.ics.read(text.replace("SUMMARY:Title", "SUMMARY:Integrity\r\n Day\r\nof us"))
    assert unspaced.holidays[0].title == "IntegrityDayof us"
    assert "added to the text before it" in reasons(unspaced.mended)


def test_an_event_without_its_end_is_read():
    text = calendar(event("DTSTART;VALUE=DATE:20260101")).replace("END:VEVENT\r\n", "")
    content = pb.ics.read(text)
    assert len(content.holidays) == 1
    assert "BEGIN:VEVENT has no END" in reasons(content.mended)


def test_what_is_no_calendar_names_the_file(tmp_path):
    path = tmp_path / "notes.ics"
    path.write_text("no calendar", encoding="utf-8")
    with pytest.raises(pb.DocumentError, match="notes.ics.*BEGIN:VCALENDAR"):
        pb.ics.read(path)
    with pytest.raises(pb.DocumentError, match="missing.ics.*No such file"):
        pb.ics.read(tmp_path / "missing.ics")
    with pytest.raises(pb.DocumentError, match="directory"):
        pb.ics.read(str(tmp_path))


# Round trip ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("recurring", ["auto", "rule"])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_songpas_file_comes_back(tmp_path, recurring, lang):
    agenda = pb.examples.songpa().calendar(2026)
    path = tmp_path / "songpa.ics"
    agenda.to_ics(path, recurring=recurring, lang=lang, years=range(2025, 2028))
    content = pb.ics.read(path)
    assert content.name == agenda.title.to(lang)
    assert content.refused == content.mended == content.holidays == content.meetings == []
    weeks = content.series("integrity-week")
    observance = pb.examples.songpa().observance("integrity-week")
    expected = [each.observed for each in observance.occurrences("2025-01-01", "2028-01-01")]
    assert weeks.recurrence.between("2025-01-10", "2028-01-01") == expected
    days = content.series("integrity-day").recurrence.between("2025-01-01", "2028-01-01")
    assert list(days) == [day("2025-03-19"), day("2026-03-18"), day("2027-03-17")]
    assert weeks.title == observance.title.to(lang)
    with pytest.raises(KeyError):
        content.series("nothing")


def test_yongsans_meeting_comes_back():
    text = pb.examples.yongsan().calendar(2025).ics_text()
    (meeting,) = pb.ics.read(text).meetings
    assert meeting.begin == day("2025-07-25")
    assert meeting.location == "Smart conference room"


def test_a_moved_occurrence_of_a_rule_joins_its_series():
    ours = calendar(
        event(
            "DTSTART;VALUE=DATE:20260121",
            "RRULE:FREQ=MONTHLY;BYDAY=3WE",
            "EXDATE;VALUE=DATE:20260318",
            uid="monthly@office.probity",
        ),
        event("DTSTART;VALUE=DATE:20260319", uid="monthly-2026-03@office.probity"),
    ).replace("-//Office//EN", "-//probity//integrity calendars//EN")
    (series,) = pb.ics.read(ours).recurrences
    assert series.id == "monthly"
    assert first_days(series)[1:4] == [day("2026-02-18"), day("2026-03-19"), day("2026-04-15")]


# Oracle -------------------------------------------------------------------------------------------


@st.composite
def calendars(draw):
    """A series with exceptions, in whole days or at an hour, as a file."""
    timed = draw(st.booleans())
    rule = draw(
        st.sampled_from(
            [
                "FREQ=DAILY;INTERVAL=3",
                "FREQ=WEEKLY;BYDAY=MO,WE",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
                "FREQ=MONTHLY;BYDAY=3WE",
                "FREQ=MONTHLY;BYDAY=-1TH",
                "FREQ=MONTHLY;BYMONTHDAY=12,13,14,15,16,17,18;BYDAY=MO",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=MONTHLY;BYMONTHDAY=-1",
                "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE",
                "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15",
            ]
        )
    )
    dates = list(pb.Recurrence(rule, start="2026-01-01").between(BEGIN, END))
    start = dates[0]
    limit = draw(st.sampled_from(["", ";COUNT=9", "until"]))
    if limit == "until":
        limit = f";UNTIL={draw(st.sampled_from(dates)):%Y%m%d}" + ("T235959Z" if timed else "")

    def value(name, when):
        if timed and name != "DTSTART" and draw(st.booleans()):
            return f"{name}:{when:%Y%m%d}T062000Z"  # the same time in UTC
        return (
            f"{name};TZID=Asia/Seoul:{when:%Y%m%d}T152000"
            if timed
            else f"{name};VALUE=DATE:{when:%Y%m%d}"
        )

    lines = [value("DTSTART", start), f"RRULE:{rule}{limit}"]
    some = st.lists(st.sampled_from(dates[:30]), max_size=4, unique=True)
    lines += [value("EXDATE", when) for when in draw(some)]
    far = st.dates(datetime.date(2026, 2, 1), datetime.date(2028, 12, 31))
    extra = [when for when in draw(st.lists(far, max_size=3, unique=True)) if when not in dates]
    lines += [value("RDATE", when) for when in extra]
    # What the limit or EXDATE leaves out is no occurrence any more.
    there = pb.Recurrence(f"{rule}{limit.removesuffix('T235959Z')}", start=start)
    moves = [
        event(value("RECURRENCE-ID", nominal), value("DTSTART", draw(far)))
        for nominal in draw(some)
        if nominal in there
    ]
    return calendar(event(*lines), *moves)


@settings(max_examples=60)
@given(calendars())
def test_the_days_are_those_of_an_independent_reader(text):
    (series,) = pb.ics.read(text).recurrences
    # Two occurrences on one day are one day of a recurrence.
    assert first_days(series) == sorted(set(oracle_days(text)))


@pytest.mark.parametrize("name", ["songpa", "yongsan"])
@pytest.mark.parametrize("recurring", ["auto", "rule"])
def test_our_files_are_read_as_an_independent_reader_reads_them(name, recurring):
    text = getattr(pb.examples, name)().calendar(2026).ics_text(recurring=recurring)
    content = pb.ics.read(text)
    days = [d for series in content.recurrences for d in first_days(series)]
    days += [each.begin for each in content.meetings if BEGIN <= each.begin < END]
    assert sorted(days) == oracle_days(text)


# Any bytes ----------------------------------------------------------------------------------------

LINES = st.sampled_from(
    [
        *("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "UID:a", "UID:b"),
        *("BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:VALARM", "TZID:X", "TZOFFSETTO:+9999"),
        *(
            "DTSTART:20260101T000000Z",
            "DTSTART;VALUE=DATE:20260101",
            "DTSTART;TZID=X:20260101T000000",
        ),
        *("DTSTART:99991231T235959Z", "DTSTART;VALUE=DATE:99991231", "DTEND;VALUE=DATE:20270101"),
        *("DURATION:P9999999D", "DURATION:-P1D", "RRULE:FREQ=DAILY", "RRULE:FREQ=YEARLY;UNTIL=1"),
        *("RRULE:FREQ=SECONDLY", "RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z", "RRULE:", "EXDATE:"),
        *("EXDATE:20260101T000000Z", "RDATE;VALUE=PERIOD:20260101T000000Z/PT1H", "RDATE:20260101"),
        *("RECURRENCE-ID:20260101T000000Z", "RECURRENCE-ID;VALUE=DATE:20260102", "SEQUENCE:x"),
        *("STATUS:CANCELLED", "SUMMARY:\\", 'X;A="b:c', ":", ";", "\0", " folded", "LOCATION:x"),
        *(
            "RDATE;VALUE=DATE:20260301",
            "DTSTART;VALUE=DATE:00010101",
            "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        ),
    ]
)


@given(
    st.one_of(
        st.binary(max_size=300).map(lambda data: b"BEGIN:VCALENDAR\r\n" + data),
        st.lists(LINES, max_size=14).map(
            lambda lines: "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines]).encode()
        ),
    )
)
@example(b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 3000)
@example(b"BEGIN:VCALENDAR\r\nX:" + b" \r\n " * 3000)
def test_any_bytes_are_read_or_refused(data):
    content = pb.ics.read(data)
    assert all(each.reason for each in (*content.refused, *content.mended))
    for series in content.recurrences:
        series.recurrence.next_after("2026-01-01")
    pb.ics.check(data)


def test_paths_text_and_bytes_are_alike(tmp_path):
    text = calendar(event("DTSTART;VALUE=DATE:20260101"))
    path = tmp_path / "one.ics"
    path.write_bytes(text.encode())
    assert (
        pb.ics.read(path)
        == pb.ics.read(str(path))
        == pb.ics.read(text)
        == pb.ics.read(text.encode())
    )
