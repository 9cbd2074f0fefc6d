"""The agenda of a year, and its calendar file."""

import copy
import datetime
import pickle

import pytest

import probity as pb
from conftest import day
from third_weeks import THIRD_WEEKS_2026


@pytest.fixture(scope="module")
def songpa() -> pb.Agenda:
    return pb.examples.songpa().calendar(2026, workdays=pb.WorkCalendar.korea())


def test_integrity_weeks_of_2026(songpa):
    weeks = songpa.select(kind="week")
    assert [week.begin.isoformat() for week in weeks] == THIRD_WEEKS_2026
    assert all(len(week.days) == 7 and week.title == "Integrity Week" for week in weeks)
    assert [week.period for week in weeks if week.short] == ["2026-02"]
    assert weeks[1].working_days == 2


def test_integrity_day_of_2026(songpa):
    (integrity_day,) = songpa.select(kind="day")
    assert integrity_day.begin == integrity_day.nominal == day("2026-03-18")
    assert integrity_day.end == day("2026-03-19")
    assert integrity_day.title.korean == "청렴데이"


def test_day_observed_before_there_was_a_rule():
    (integrity_day,) = pb.examples.songpa().calendar(2023).select(kind="day")
    assert integrity_day.begin == day("2023-03-14")
    assert integrity_day.nominal is None
    assert integrity_day.reason and integrity_day.source


def test_is_a_sequence(songpa):
    assert list(songpa) == songpa.entries == [songpa[i] for i in range(len(songpa))]
    assert songpa[-1] == songpa.entries[-1]
    size = len(songpa)
    with pytest.raises(IndexError, match=f"index {size}: the agenda has {size} entries"):
        songpa[size]
    assert songpa.window == pb.Interval("2026-01-01", "2027-01-01")
    assert songpa.workdays == pb.WorkCalendar.korea()


def test_on_a_day(songpa):
    kinds = [entry.kind for entry in songpa.on("2026-03-18") if entry.has_own_days]
    assert kinds == ["week", "day"]
    assert songpa.on("2026-03-25") == []


def test_korea_is_the_default(songpa):
    assert pb.examples.songpa().calendar(2026) == songpa


def test_meetings_without_a_date():
    agenda = pb.examples.yongsan().calendar(2025)
    (meeting,) = agenda.select(kind="meeting")
    assert meeting.begin == day("2025-07-25")
    assert len(agenda.select(kind="meeting").undated) == 2


def test_unknown_kind(songpa):
    with pytest.raises(pb.ProbityError, match="fortnight"):
        songpa.select(kind="fortnight")


def test_unknown_year():
    with pytest.raises(pb.DateError, match="12026"):
        pb.examples.songpa().calendar(12026)
    with pytest.raises(pb.HorizonError, match="2101-01-17 is outside the calendar's horizon"):
        pb.examples.songpa().calendar(2101)


class TestCalendarFile:
    def test_writes_a_file_and_reports(self, songpa, tmp_path):
        path = tmp_path / "songpa.ics"
        report = songpa.to_ics(path, lang="ko")
        text = path.read_bytes().decode()
        assert text == songpa.ics_text(lang="ko")
        assert text.count("BEGIN:VEVENT") == report.events
        assert "청렴주간" in text
        week = next(series for series in report.singles if series.id == "integrity-week")
        assert week.events == 36 and week.reason

    def test_the_stamp_is_an_argument(self, songpa):
        text = songpa.ics_text(stamp="2026-01-05T09:00:00+09:00")
        utc = datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC)
        assert "DTSTAMP:20260105T000000Z" in text
        assert songpa.ics_text(stamp=utc) == text

    def test_years(self, songpa):
        one = songpa.ics_text(years=2026)
        assert one.count("BEGIN:VEVENT") < songpa.ics_text().count("BEGIN:VEVENT")
        assert songpa.ics_text(years=[2025, 2027]) == songpa.ics_text(years=range(2025, 2028))

    @pytest.mark.parametrize(
        ("options", "cause"),
        [
            ({"recurring": "never"}, 'recurring="never": it is "auto" or "rule"'),
            ({"stamp": "2026-01-05T09:00:00"}, "stamp 2026-01-05T09:00:00: a time without a zone"),
            ({"years": []}, "years: no year is named"),
            ({"tasks": "drop"}, 'tasks="drop": it is "events", "todo" or "none"'),
            ({"lang": "fr"}, 'language "fr": it is "en" or "ko"'),
        ],
    )
    def test_bad_options(self, songpa, tmp_path, options, cause):
        with pytest.raises(pb.ProbityError, match=cause):
            songpa.to_ics(tmp_path / "x.ics", **options)
        assert not (tmp_path / "x.ics").exists()

    def test_a_stamp_that_is_no_time(self, songpa):
        with pytest.raises(TypeError, match="stamp"):
            songpa.ics_text(stamp=5)

    def test_a_place_that_cannot_be_written(self, songpa, tmp_path):
        with pytest.raises(pb.DocumentError, match=r"cannot write '.*x\.ics': No such file"):
            songpa.to_ics(tmp_path / "missing" / "x.ics")


class TestAreValues:
    @pytest.mark.parametrize("of", [pb.examples.songpa, pb.examples.yongsan])
    def test_entries(self, of):
        for year in (2023, 2025, 2026):
            agenda = of().calendar(year)
            for entry in [*agenda, *agenda.undated]:
                same = pickle.loads(pickle.dumps(entry))
                assert same == entry and hash(same) == hash(entry) and repr(same) == repr(entry)
                assert copy.copy(entry) is entry and copy.deepcopy(entry) is entry
            assert len(set(agenda)) == len(agenda)

    def test_agendas(self, songpa):
        kr = pb.WorkCalendar.korea().with_holiday("2026-03-18", "임시공휴일")
        moved = pb.examples.songpa().calendar(2026, workdays=kr)
        for agenda in (songpa, songpa.select("week"), moved):
            same = pickle.loads(pickle.dumps(agenda))
            assert same == agenda and hash(same) == hash(agenda)
            assert same.workdays == agenda.workdays
            stamp = "2026-01-05T00:00:00Z"
            assert same.ics_text(stamp=stamp) == agenda.ics_text(stamp=stamp)
            assert copy.deepcopy([agenda])[0] is agenda
        assert len({songpa, songpa.select("week"), moved}) == 3

    def test_reports(self, songpa, tmp_path):
        report = songpa.to_ics(tmp_path / "a.ics", stamp="2026-01-05T00:00:00Z")
        assert pickle.loads(pickle.dumps(report)) == report
        assert len({report, *report.rules, *report.singles}) == 1 + len(report.rules) + len(
            report.singles
        )

    def test_records_of_a_programme_are_hashed_by_content(self):
        councils = pb.examples.yongsan().councils
        assert set(councils) == set(pb.examples.yongsan().councils)
        assert copy.deepcopy(councils) == councils
