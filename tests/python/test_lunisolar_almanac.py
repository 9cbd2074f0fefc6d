"""Lunar dates against a Korean almanac and against the new moons themselves.

The almanac is the package korean-lunar-calendar: the published tables of the Korea Astronomy and
Space Science Institute, to 2050-12-31. The moon's phases are computed by astronomy-engine. Where
the library and a source differ, and which of them is right, stands beside the difference here and
in docs/lunisolar.md.
"""

import datetime as dt

import pytest

import probity as pb

FIRST = dt.date(1900, 1, 31)
LAST = dt.date(2101, 1, 28)
SEOUL = dt.timedelta(hours=9)  # Korean time since 1912


def days(first, last):
    return map(dt.date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def fields(lunar):
    return lunar.year, lunar.month, lunar.leap_month, lunar.day


def test_every_day_to_2050_is_the_almanacs():
    almanac = pytest.importorskip("korean_lunar_calendar").KoreanLunarCalendar()
    for day in days(FIRST, dt.date(2050, 12, 31)):
        assert almanac.setSolarDate(day.year, day.month, day.day)
        published = (
            almanac.lunarYear,
            almanac.lunarMonth,
            bool(almanac.isIntercalation),
            almanac.lunarDay,
        )
        assert fields(pb.LunarDate.of(day)) == published, day


def test_the_month_in_which_icu_differs_is_the_almanacs():
    # The new moon was at 23:59 in Seoul on 26 February; ICU has it after midnight.
    assert pb.LunarDate(2017, 2, 1).to_date() == dt.date(2017, 2, 26)
    assert pb.LunarDate(2017, 2, 30).to_date() == dt.date(2017, 3, 27)
    assert pb.LunarDate.of("2017-02-25") == pb.LunarDate(2017, 1, 29)
    yearly = pb.Recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=1", start="2017-01-01")
    assert yearly.between("2017-01-01", "2018-01-01")[0] == dt.date(2017, 2, 26)


def test_lunar_dates_of_the_almanac_lead_back_to_its_days():
    almanac = pytest.importorskip("korean_lunar_calendar").KoreanLunarCalendar()
    for day in days(FIRST, dt.date(2050, 12, 31)):
        almanac.setSolarDate(day.year, day.month, day.day)
        lunar = pb.LunarDate(
            almanac.lunarYear,
            almanac.lunarMonth,
            almanac.lunarDay,
            leap_month=bool(almanac.isIntercalation),
        )
        assert lunar.to_date() == day


def test_holidays_of_every_year_to_2050_are_the_almanacs():
    almanac = pytest.importorskip("korean_lunar_calendar").KoreanLunarCalendar()
    for year in range(1900, 2051):
        for month, day in [(1, 1), (4, 8), (8, 15)]:
            assert almanac.setLunarDate(year, month, day, False)
            published = dt.date.fromisoformat(almanac.SolarIsoFormat())
            assert pb.LunarDate(year, month, day).to_date() == published


def test_every_month_from_1912_begins_on_the_day_of_the_new_moon():
    astronomy = pytest.importorskip("astronomy")
    new_moons = set()
    time = astronomy.Time.Make(1911, 12, 31, 0, 0, 0)
    while (moon := astronomy.SearchMoonPhase(0, time, 40)).Utc().date() <= LAST:
        new_moons.add((moon.Utc() + SEOUL).date())
        time = moon.AddDays(20)
    begins = {day for day in days(dt.date(1912, 1, 1), LAST) if pb.LunarDate.of(day).day == 1}
    new_moons = {day for day in new_moons if min(begins) <= day <= LAST}

    assert new_moons - begins == {
        dt.date(2051, 8, 7),  # 00:05: ICU is early by minutes, and a day
        dt.date(2051, 11, 3),  # within a minute of midnight: not known before the earth has turned
    }
    assert begins - new_moons == {
        dt.date(2051, 8, 6),
        dt.date(2051, 11, 4),
    }
