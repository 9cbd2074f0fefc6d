"""Weekdays, and the n-th one of a month."""

import calendar
import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
from conftest import any_date, any_weekday, day


def test_names_and_numbers():
    days = [pb.MO, pb.TU, pb.WE, pb.TH, pb.FR, pb.SA, pb.SU]
    assert [str(weekday) for weekday in days] == ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    assert [weekday.index for weekday in days] == list(range(7))
    assert [pb.Weekday(i) for i in range(7)] == days
    assert pb.Weekday("WE") == pb.WE


@given(any_date)
def test_weekday_of_a_date(date):
    assert pb.Weekday.of(date).index == date.weekday()


@pytest.mark.parametrize(
    ("bad", "cause"),
    [
        (7, "weekday 7: weekdays are counted from 0, Monday, to 6, Sunday"),
        (-1, "weekday -1: weekdays are counted from 0"),
        ("XX", '"XX" is not a weekday: it is one of MO'),
        ("Wednesday", '"Wednesday" is not a weekday: it is one of MO'),
        ("", '"" is not a weekday: it is one of MO'),
    ],
)
def test_no_weekday(bad, cause):
    with pytest.raises(pb.ProbityError, match=cause):
        pb.Weekday(bad)


def test_weekdays_have_no_order():
    with pytest.raises(TypeError, match="'<' not supported between instances of .*Weekday"):
        pb.MO < pb.SU  # noqa: B015


def test_ordinals():
    third = pb.WE(3)
    assert (third.weekday, third.n) == (pb.WE, 3)
    assert third == pb.NthWeekday(pb.WE, 3) != pb.WE(-3)
    assert str(pb.FR(-1)) == "-1FR"


@pytest.mark.parametrize("n", [0, 54, -54])
def test_no_ordinal(n):
    with pytest.raises(pb.ProbityError, match=f"the {n}-th weekday of a period: the ordinal is"):
        pb.WE(n)


@given(any_weekday, st.integers(1, 53))
def test_are_values(weekday, n):
    for value in (weekday, weekday(n), weekday(-n)):
        assert eval(repr(value), vars(pb)) == value
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(copy.copy(value)) == hash(value)


def test_nth_weekday():
    assert pb.nth_weekday(2026, 3, pb.WE(3)) == day("2026-03-18")
    assert pb.nth_weekday(2026, 3, pb.FR(-1)) == day("2026-03-27")
    assert pb.nth_weekday(2026, 2, pb.MO(5)) is None


@given(st.integers(1400, 9999), st.integers(1, 12), any_weekday)
def test_nth_weekday_agrees_with_the_standard_library(year, month, weekday):
    days = calendar.Calendar().itermonthdates(year, month) if year < 9999 else []
    wanted = [d for d in days if d.month == month and d.weekday() == weekday.index]
    if wanted:
        found = [pb.nth_weekday(year, month, weekday(n)) for n in range(1, 6)]
        assert [d for d in found if d is not None] == wanted
        assert pb.nth_weekday(year, month, weekday(-1)) == wanted[-1]


@pytest.mark.parametrize(
    ("year", "month", "cause"),
    [
        (12026, 3, "the year 12026 is out of range"),
        (1399, 3, "the year 1399 is out of range"),
        (2026, 0, "the month 0 is not one of 1 to 12"),
        (2026, 13, "the month 13 is not one of 1 to 12"),
    ],
)
def test_no_month(year, month, cause):
    with pytest.raises(pb.DateError, match=cause):
        pb.nth_weekday(year, month, pb.WE(3))


def test_no_month_has_a_sixth():
    assert pb.nth_weekday(2026, 3, pb.WE(6)) is None
    assert pb.nth_weekday(2026, 3, pb.WE(-6)) is None
