"""Spans: whole weeks that recur."""

import copy
import itertools
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
from conftest import any_weekday, day
from third_weeks import THIRD_WEEKS_2026

third_weeks = pb.third_week(start="2026-01-01")
numbers = st.sampled_from([1, 2, 3, 4, 5, -1, -2])
conventions = st.builds(pb.WeekConvention, any_weekday, st.integers(1, 7))


def test_third_weeks_of_2026():
    weeks = third_weeks.between("2026-01-01", "2027-01-01")
    assert [week.begin.isoformat() for week in weeks] == THIRD_WEEKS_2026
    assert weeks == [third_weeks.nth(k) for k in range(12)]
    assert weeks == list(itertools.islice(third_weeks, 12))
    assert third_weeks == pb.nth_week(3, start="2026-01-01", convention=pb.WeekConvention.ISO)


def test_questions():
    w = third_weeks
    assert w.covering("2026-03-18") == pb.Interval("2026-03-16", "2026-03-23")
    assert w.covering("2026-03-25") is None
    assert "2026-03-22" in w and "2026-03-23" not in w
    assert w.next_after("2026-03-16") == pb.Interval("2026-04-13", "2026-04-20")
    assert w.last_before("2026-03-16") == pb.Interval("2026-02-16", "2026-02-23")
    assert w.count("2026-01-01", "2027-01-01") == 12
    assert (w.offset, w.length) == (-3, 7)
    assert not w.is_finite
    with pytest.raises(pb.ProbityError, match="date -1 of a recurrence: its dates are counted"):
        w.nth(-1)


def test_between_has_those_that_meet_the_window():
    assert third_weeks.between("2026-03-22", "2026-03-23") == [third_weeks.covering("2026-03-22")]
    assert third_weeks.between("2026-03-23", "2026-04-13") == []


def test_days():
    days = third_weeks.days()
    assert isinstance(days, pb.Recurrence)
    assert days.count("2026-01-01", "2027-01-01") == 84
    assert third_weeks.first_days().nth(0) == day("2026-01-12")


@given(numbers, conventions, st.integers(1950, 2080), st.integers(1, 12))
def test_weeks_are_those_of_the_convention(n, convention, year, month):
    weeks = pb.nth_week(n, start=f"{year}-{month:02}-01", convention=convention)
    wanted = convention.week(year, month, n)
    if wanted is not None:
        assert weeks.nth(0) == wanted
        assert all(weeks.covering(d) == wanted for d in wanted)


@given(numbers, conventions)
def test_is_a_value(n, convention):
    weeks = pb.nth_week(n, start="2026-01-01", convention=convention)
    assert eval(repr(weeks), vars(pb)) == weeks
    assert pickle.loads(pickle.dumps(weeks)) == weeks
    assert hash(copy.deepcopy(weeks)) == hash(weeks)


def test_wednesday_of_the_third_week_of_march():
    integrity_day = pb.weekday_of_week(pb.WE, 3, months=[3], start="2024-01-01")
    assert list(integrity_day.between("2024-01-01", "2027-01-01")) == [
        day("2024-03-20"),
        day("2025-03-19"),
        day("2026-03-18"),
    ]
    assert integrity_day == pb.weekday_of_week(pb.WE, 3, months=3, start="2024-01-01")


def test_differs_from_the_third_wednesday_in_five_years():
    by_week = pb.weekday_of_week(pb.WE, 3, months=[3], start="2013-01-01")
    by_day = pb.third_wednesday(month=3, start="2013-01-01")
    both = by_week - by_day
    differing = [d.year for d in both.between("2013-01-01", "2051-01-01")]
    assert differing == [2018, 2029, 2035, 2040, 2046]


def test_third_wednesday_of_every_month():
    assert pb.third_wednesday(start="2026-01-01") == pb.Recurrence(
        "FREQ=MONTHLY;BYDAY=3WE", "2026-01-01"
    )


def test_week_that_contains_the_second_monday():
    anchors = pb.Recurrence("FREQ=MONTHLY;BYDAY=2MO", "2026-01-01")
    weeks = pb.Spans(anchors, days=7)
    assert weeks.nth(0) == pb.Interval("2026-01-12", "2026-01-19")
    assert weeks.anchors == anchors


@pytest.mark.parametrize("n", [0, 6, -6])
def test_no_week(n):
    with pytest.raises(pb.ProbityError, match=str(n)):
        pb.nth_week(n)


@pytest.mark.parametrize(
    ("offset", "days", "cause"),
    [
        (0, 0, "a span of 0 days: it has 1 to 366"),
        (0, 367, "a span of 367 days: it has 1 to 366"),
        (367, 1, "a span that begins 367 days after its anchor: at most 366"),
        (-367, 1, "a span that begins -367 days after its anchor: at most 366"),
    ],
)
def test_no_span(offset, days, cause):
    with pytest.raises(pb.ProbityError, match=cause):
        pb.Spans(pb.Recurrence("FREQ=DAILY", "2026-01-01"), offset=offset, days=days)


def test_no_month():
    with pytest.raises(pb.ProbityError, match="13"):
        pb.weekday_of_week(pb.WE, 3, months=[13])
