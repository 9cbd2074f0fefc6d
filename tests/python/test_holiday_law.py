"""Laws as rows: those of docs/holiday-law.md against the package holidays, and what rows say."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from pathlib import Path
from typing import Any

import pytest

import probity as pb
from snippets import snippets_in

ROOT = Path(__file__).resolve().parents[2]
YEARS = range(2000, 2041)


@pytest.fixture(scope="module")
def laws() -> dict[str, Any]:
    """The names that the page's blocks of code define."""
    names: dict[str, Any] = {}
    for snippet in snippets_in(ROOT / "docs/holiday-law.md", ROOT):
        if snippet.language == "python" and ">>>" not in snippet.code:
            exec(compile(snippet.code, str(snippet), "exec"), names)
    return names


def names_by_date(calendar: pb.WorkCalendar, lang: str) -> dict[dt.date, set[str]]:
    found: dict[dt.date, set[str]] = {}
    for holiday in calendar.holidays(calendar.horizon.begin):
        name = holiday.name_en if lang == "en" else holiday.name
        found.setdefault(holiday.date, set()).add(name)
    return found


def published(country: Any) -> dict[dt.date, set[str]]:
    return {day: set(names.split("; ")) for day, names in country.items()}


def test_the_united_states_are_those_of_the_package_holidays(laws):
    holidays = pytest.importorskip("holidays")
    # The package lists the observance of a New Year's Day in the year in which that day is.
    expected = published(holidays.US(years=range(2000, 2042)))
    expected = {day: names for day, names in expected.items() if day.year in YEARS}
    assert names_by_date(laws["us"], "en") == expected


def test_japan_is_that_of_the_package_holidays(laws):
    holidays = pytest.importorskip("holidays")
    for lang, language in [("en", "en_US"), ("ja", "ja")]:
        expected = published(holidays.JP(years=YEARS, language=language))
        assert names_by_date(laws["japan"], lang) == expected


def test_easter_is_that_of_dateutil():
    easter = pytest.importorskip("dateutil.easter")
    rows = [pb.HolidayRow("", "Easter", pb.EasterDay(), since="1600-01-01")]
    calendar = pb.WorkCalendar.of_law(rows, pb.Interval("1600-01-01", "4000-01-01"))
    assert [h.date for h in calendar.holidays("1600-01-01")] == [
        easter.easter(year) for year in range(1600, 4000)
    ]


def test_the_united_kingdom_is_that_of_the_package_holidays():
    """England's bank holidays, but for the days that were moved or proclaimed once."""
    holidays = pytest.importorskip("holidays")
    term = pb.SubstituteTerm(
        "weekend", since="1971-12-16", coinciding=False, title_en="{name} (observed)"
    )

    def row(name: str, rule: Any) -> pb.HolidayRow:
        return pb.HolidayRow("", name, rule, since="1978-01-01", substitutes=[term])

    rows = [
        row("New Year's Day", pb.FixedDay(1, 1)),
        row("Good Friday", pb.EasterDay(-2)),
        row("Easter Monday", pb.EasterDay(1)),
        row("May Day", "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"),
        row("Spring Bank Holiday", "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO"),
        row("Late Summer Bank Holiday", "FREQ=YEARLY;BYMONTH=8;BYDAY=-1MO"),
        row("Christmas Day", pb.FixedDay(12, 25)),
        row("Boxing Day", pb.FixedDay(12, 26)),
    ]
    calendar = pb.WorkCalendar.of_law(rows, pb.Interval("2000-01-01", "2041-01-01"))
    expected = set(holidays.UK(subdiv="ENG", years=YEARS))
    once = {2002, 2011, 2012, 2020, 2022, 2023}  # jubilees, royal days, VE Day
    mine = {holiday.date for holiday in calendar.holidays("2000-01-01")}
    assert {day for day in mine ^ expected if day.year not in once} == set()


def values() -> list[Any]:
    return [
        pb.FixedDay(5, 5),
        pb.LunarDay(1, 1, -1),
        pb.EasterDay(-2),
        pb.SubstituteTerm("next_day", since="2020-01-01", until="2021-01-01", lost_on=["FR"]),
        pb.HolidayRow("설날", "Seollal", pb.LunarDay(1, 1), since="1989-02-01"),
        pb.HolidayRow("", "Labor Day", "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", since="1971-01-01"),
        pb.HolidayRow("", "Day of mourning", "2025-01-09", decided_on="2024-12-30"),
        pb.HolidayRow("春分の日", "", ["2026-03-20", "2027-03-21"]),
        pb.HolidayRow(
            "제헌절",
            "Constitution Day",
            pb.FixedDay(7, 17),
            since="2026-05-11",
            kind="national_day",
            decided_on="2026-02-10",
            further=[("2026-04-30", "규정", "the Regulation")],
            substitutes=[pb.SubstituteTerm("weekend", since="2026-05-11")],
        ),
        pb.WeekendTerm([pb.SA, pb.SU], holidays=pb.SU, basis_en="the Sundays Act"),
        pb.DayBetweenTerm("国民の休日", "National Holiday", since="2007-01-01", not_on=pb.SU),
    ]


@pytest.mark.parametrize("value", values(), ids=repr)
def test_rows_are_values(value):
    same = pickle.loads(pickle.dumps(value))
    assert same == value and hash(same) == hash(value) and copy.deepcopy(value) == value
    read_back = eval(repr(value), dict(vars(pb)))
    assert read_back == value
    assert all(value != other for other in values() if repr(other) != repr(value))


def test_calendars_of_law_pickle_with_all_that_they_say(laws):
    emirates = pb.WorkCalendar.of_law(
        [pb.HolidayRow("", "National Day", pb.FixedDay(12, 2), since="1971-12-02")],
        pb.Interval("2021-01-01", "2024-01-01"),
        weekends=[
            pb.WeekendTerm([pb.FR, pb.SA]),
            pb.WeekendTerm([pb.SA, pb.SU], since="2022-01-01"),
        ],
        cited_as_en="the Law",
    )
    korea = pb.WorkCalendar.korea()
    eve = pb.Holiday("2026-12-24", "성탄 전야", kind="half_day")
    calendars = [
        laws["us"],
        laws["japan"],
        emirates,
        emirates | korea,
        emirates & korea,
        korea | laws["us"],
        korea.with_holidays([eve]),
        emirates.with_weekend(pb.FR),
    ]
    for calendar in calendars:
        same = pickle.loads(pickle.dumps(calendar))
        assert same == calendar and hash(same) == hash(calendar)
        assert same.half_days(calendar.horizon.begin) == calendar.half_days(calendar.horizon.begin)
        for day in ["2022-01-07", "2022-03-19", "2023-05-14", "2022-05-05", "2021-12-31"]:
            for lang in ("en", "ko"):
                assert same.explain(day, lang=lang) == calendar.explain(day, lang=lang)
        assert (same.as_known_on, same.verified_from) == (
            calendar.as_known_on,
            calendar.verified_from,
        )


def test_numpy_gets_a_weekend_that_changes():
    np = pytest.importorskip("numpy")
    emirates = pb.WorkCalendar.of_law(
        [],
        pb.Interval("2021-01-01", "2024-01-01"),
        weekends=[
            pb.WeekendTerm([pb.FR, pb.SA]),
            pb.WeekendTerm([pb.SA, pb.SU], since="2022-01-01"),
        ],
    )
    days = np.arange("2021-01-01", "2024-01-01", dtype="datetime64[D]")
    handed_on = emirates.to_busdaycalendar("2021-01-01", "2024-01-01")
    assert (np.is_busday(days, busdaycal=handed_on) == emirates.is_working_day(days)).all()


def test_nothing_of_korea_is_said_of_other_laws(laws):
    for calendar in (laws["us"], laws["japan"]):
        for day in ["2026-03-18", "2026-03-21", "2026-03-22", "2026-01-01"]:
            for lang in ("en", "ko"):
                text = calendar.explain(day, lang=lang)
                assert "관공서" not in text and "Government Offices" not in text
        assert not calendar.is_holiday("2026-03-22")
        assert all("대체공휴일" not in h.name for h in calendar.holidays("2000-01-01"))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: pb.HolidayRow("x", "", 5, since="2020-01-01"),
            "a holiday falls on a date, a list of dates, a Rule, its text or a sentence, a "
            "FixedDay, LunarDay or EasterDay, not on 5",
        ),
        (
            lambda: pb.HolidayRow("x", "", "FREQ=YEARLY;BYDAY=9XX", since="2020-01-01"),
            "BYDAY",
        ),
        (lambda: pb.HolidayRow("x", "", "5 Mai", since="2020-01-01"), "5 Mai"),
        (lambda: pb.HolidayRow("x", "", "2026-02-30", since="2020-01-01"), "2026-02-30"),
        (
            lambda: pb.SubstituteTerm("monday", since="2020-01-01"),
            '"monday" is not a policy of substitute holidays: none, sunday, weekend, next_day, '
            "nearest_weekday",
        ),
        (
            lambda: pb.WorkCalendar.of_law(
                [pb.HolidayRow("x", "", pb.FixedDay(2, 30), since="2020-01-01")],
                pb.Interval("2020-01-01", "2021-01-01"),
            ),
            'the holiday row "x": no year has a day 30 of month 2',
        ),
        (
            lambda: pb.WorkCalendar.of_law(
                [pb.HolidayRow("x", "", pb.FixedDay(2, 3))],
                pb.Interval("2020-01-01", "2021-01-01"),
            ),
            'the holiday row "x": a holiday of every year needs',
        ),
        (
            lambda: pb.WorkCalendar.of_law(
                [], pb.Interval("2020-01-01", "2021-01-01"), weekends=[]
            ),
            "the law says no weekend for 2020-01-01",
        ),
    ],
)
def test_what_no_law_can_say_is_refused_by_name(make, message):
    with pytest.raises((pb.ProbityError, TypeError)) as caught:
        make()
    assert message in str(caught.value)


def test_an_overlay_adds_what_was_decided_by_then(tmp_path):
    path = tmp_path / "announced.json"
    path.write_text(
        '{"holidays": [{"date": "2026-11-02", "name": "임시공휴일", "decided_on": "2026-10-20"}]}',
        encoding="utf-8",
    )
    for known, worked in [("2026-10-19", True), ("2026-10-20", False)]:
        then = pb.WorkCalendar.korea(as_known_on=known).overlay(path)
        assert then.is_working_day("2026-11-02") == worked
    assert not pb.WorkCalendar.korea().overlay(path).is_working_day("2026-11-02")
