"""Week conventions: which days are the third week?"""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
from conftest import any_weekday, day
from third_weeks import THIRD_WEEKS_2026

any_convention = st.builds(pb.WeekConvention, any_weekday, st.integers(1, 7))
iso = pb.WeekConvention.ISO


def test_third_weeks_of_2026():
    weeks = [iso.week(2026, month, 3) for month in range(1, 13)]
    assert [week.begin.isoformat() for week in weeks] == THIRD_WEEKS_2026
    assert all(len(week) == 7 for week in weeks)


@pytest.mark.parametrize("observed", ["2023-03-14", "2023-06-13", "2024-03-20"])
def test_what_songpa_observed_lies_in_a_third_week(observed):
    assert iso.locate(observed).week == 3


def test_named_conventions():
    assert iso == pb.WeekConvention(pb.MO, 4)
    assert pb.WeekConvention.CLDR_KR == pb.WeekConvention(pb.SU, 1)
    assert pb.WeekConvention.MONDAY_ROWS == pb.WeekConvention(pb.MO, 1)
    assert pb.WeekConvention.SUNDAY_MAJORITY == pb.WeekConvention(pb.SU, 4)
    assert pb.WeekConvention.FULL_WEEKS == pb.WeekConvention(pb.MO, 7)
    assert pb.WeekConvention.FULL_WEEKS.name == "FULL_WEEKS"
    assert pb.WeekConvention(pb.MO, 5).name is None
    assert (iso.first_day, iso.minimum_days, iso.anchor) == (pb.MO, 4, pb.TH)


def test_fifth_and_last_week():
    assert iso.week(2026, 2, 5) is None
    assert iso.week(2026, 2, -1) == iso.week(2026, 2, 4)
    assert iso.weeks_in(2026, 2) == 4


def test_locate():
    assert iso.locate("2026-03-18") == pb.WeekOfMonth(year=2026, month=3, week=3)
    assert repr(iso.locate("2026-03-18")) == "WeekOfMonth(year=2026, month=3, week=3)"
    assert tuple(iso.locate("2026-03-01")) == (2026, 2, 4)


@given(any_convention, st.dates(day("1400-02-01"), day("9999-11-30")))
def test_locate_undoes_week(convention, date):
    place = convention.locate(date)
    assert date in convention.week(place.year, place.month, place.week)


@given(any_convention, st.integers(1401, 9998), st.integers(1, 12), st.integers(1, 5))
def test_week_follows_its_definition(convention, year, month, n):
    week = convention.week(year, month, n)
    if week is None:
        assert n == 5
        return
    assert pb.Weekday.of(week.begin) == convention.first_day
    assert len(week) == 7
    in_month = sum(d.month == month for d in week)
    if n == 1:
        assert in_month >= convention.minimum_days
    before = pb.Interval.of_days(week.begin, 1).begin
    assert before == week.begin
    if n > 1:
        assert convention.week(year, month, n - 1).end == week.begin


def test_compare():
    table = pb.WeekConvention.compare(2026, week=3)
    assert table.year == 2026 and table.week == 3
    march = next(row for row in table if row.month == 3)
    assert list(march.weeks) == [
        "ISO",
        "CLDR_KR",
        "MONDAY_ROWS",
        "SUNDAY_MAJORITY",
        "FULL_WEEKS",
    ]
    for row in table:
        for name, week in row.weeks.items():
            assert week == getattr(pb.WeekConvention, name).week(2026, row.month, 3)
        assert len(set(row.weeks.values())) > 1
    assert len(table) == len(list(table)) and table[-1] == list(table)[-1]
    assert "MONDAY_ROWS" in str(table).splitlines()[1]
    with pytest.raises(IndexError, match=f"the comparison has {len(table)} rows"):
        table[12]


@pytest.mark.parametrize("n", [0, 6, -6])
def test_no_week(n):
    with pytest.raises(pb.ProbityError, match=str(n)):
        iso.week(2026, 3, n)
    with pytest.raises(pb.ProbityError, match=str(n)):
        pb.WeekConvention.compare(2026, week=n)


@pytest.mark.parametrize("minimum_days", [0, 8])
def test_no_convention(minimum_days):
    with pytest.raises(pb.ProbityError, match=str(minimum_days)):
        pb.WeekConvention(pb.MO, minimum_days)


def test_no_year():
    with pytest.raises(pb.DateError, match="12026"):
        iso.week(12026, 3, 3)


@given(any_convention)
def test_is_a_value(convention):
    assert eval(repr(convention), vars(pb)) == convention
    assert pickle.loads(pickle.dumps(convention)) == convention
    assert hash(copy.deepcopy(convention)) == hash(convention)
    place = convention.locate("2026-03-18")
    assert eval(repr(place), vars(pb)) == pickle.loads(pickle.dumps(place)) == place
