"""Dates of the Korean lunisolar calendar."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
from conftest import day

known_day = st.dates(day("1900-01-31"), day("2101-01-28"))


@pytest.mark.parametrize(
    ("lunar", "date"),
    [
        (pb.LunarDate(2026, 1, 1), "2026-02-17"),
        (pb.LunarDate(2026, 8, 15), "2026-09-25"),
        (pb.LunarDate(2026, 4, 8), "2026-05-24"),
        (pb.LunarDate(2028, 1, 1), "2028-01-27"),
        (pb.LunarDate(2025, 6, 1, leap_month=True), "2025-07-25"),
    ],
)
def test_feasts(lunar, date):
    assert lunar.to_date() == day(date)
    assert pb.LunarDate.of(date) == lunar


@given(known_day)
def test_of_and_to_date_undo_each_other(date):
    lunar = pb.LunarDate.of(date)
    assert lunar.to_date() == date
    assert eval(repr(lunar), vars(pb)) == lunar
    assert pb.LunarDate.parse(str(lunar)) == lunar
    assert pickle.loads(pickle.dumps(lunar)) == lunar
    assert hash(copy.copy(lunar)) == hash(lunar)


@given(known_day, known_day)
def test_order_is_that_of_the_days(a, b):
    assert (pb.LunarDate.of(a) < pb.LunarDate.of(b)) == (a < b)


@pytest.mark.parametrize("date", ["1900-01-30", "2101-01-29", "9999-12-31"])
def test_beyond_the_horizon(date):
    with pytest.raises(pb.HorizonError, match=f"{date}: lunar dates are known for the lunar years"):
        pb.LunarDate.of(date)


def test_what_there_is_not():
    with pytest.raises(pb.HorizonError, match="2101"):
        pb.LunarDate(2101, 1, 1)
    with pytest.raises(pb.DateError, match="the lunar year 2026 has no leap month"):
        pb.LunarDate(2026, 6, 1, leap_month=True)
    with pytest.raises(pb.DateError, match="lunar 2026-01-31: that lunar month has days 1 to "):
        pb.LunarDate(2026, 1, 31)
