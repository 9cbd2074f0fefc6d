"""Finite sets of dates, against Python's own sets."""

import copy
import datetime
import operator
import pickle
import re
import sys

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
from conftest import day

near = st.dates(day("2026-01-01"), day("2026-12-31"))
far = st.dates(day("1400-01-01"), day("9999-12-31"))
dates = st.one_of(st.lists(near, max_size=40), st.lists(far, max_size=40))


@given(dates)
def test_is_its_dates_in_order(chosen):
    s = pb.DateSet(chosen)
    ordered = sorted(set(chosen))
    assert list(s) == ordered
    assert list(reversed(s)) == ordered[::-1]
    assert len(s) == len(ordered)
    assert bool(s) == bool(ordered)
    assert all(d in s for d in ordered)
    assert s.to_numpy().tolist() == ordered


@given(dates, dates)
def test_algebra_is_that_of_sets(a, b):
    for operation in (operator.or_, operator.and_, operator.sub, operator.xor):
        assert set(operation(pb.DateSet(a), pb.DateSet(b))) == operation(set(a), set(b))
    assert (pb.DateSet(a) == pb.DateSet(b)) == (set(a) == set(b))


@given(dates, near)
def test_neighbours_and_counts(chosen, date):
    s = pb.DateSet(chosen)
    assert (date in s) == (date in set(chosen))
    assert s.next_after(date) == min((d for d in chosen if d > date), default=None)
    assert s.last_before(date) == max((d for d in chosen if d < date), default=None)
    assert s.count(date) == sum(d >= date for d in set(chosen))
    assert s.count(day("2026-01-01"), date) == len(s.between(day("2026-01-01"), date))


@given(dates, st.slices(40))
def test_slices(chosen, chosen_slice):
    s = pb.DateSet(chosen)
    ordered = sorted(set(chosen))
    if chosen_slice.step is not None and chosen_slice.step < 0:
        with pytest.raises(pb.ProbityError, match="one order"):
            s[chosen_slice]
    else:
        assert list(s[chosen_slice]) == ordered[chosen_slice]


def test_index():
    s = pb.DateSet(["2026-03-18", "2026-01-05"])
    assert (s[0], s[1], s[-1]) == (day("2026-01-05"), day("2026-03-18"), day("2026-03-18"))
    for i in (2, -3):
        with pytest.raises(IndexError, match=str(i)):
            s[i]


@given(dates)
def test_is_a_value(chosen):
    s = pb.DateSet(chosen)
    assert eval(repr(s), vars(pb)) == s
    assert pickle.loads(pickle.dumps(s)) == s
    assert copy.deepcopy(s) is s
    assert hash(pb.DateSet(chosen[::-1])) == hash(s)


def test_a_long_set_shows_its_ends():
    s = pb.DateSet.of(pb.Interval("2020-01-01", "2030-01-01"))
    assert repr(s) == "<DateSet of 3653 dates, 2020-01-01 to 2029-12-31>"


def test_shift():
    assert pb.DateSet(["2026-02-28"]).shift(1) == pb.DateSet(["2026-03-01"])
    with pytest.raises(pb.DateError, match="9999-12-31 and 1 days is out of range"):
        pb.DateSet(["9999-12-31"]).shift(1)


@pytest.mark.parametrize("unit", ["D", "h", "s", "ms", "us", "ns"])
def test_from_arrays_of_any_unit(unit):
    array = np.array(["2026-03-18", "2026-01-05"], dtype=f"datetime64[{unit}]")
    wanted = pb.DateSet(["2026-01-05", "2026-03-18"])
    assert pb.DateSet(array) == wanted
    assert pb.DateSet(array[::-1]) == wanted
    assert pb.DateSet(array.astype(array.dtype.newbyteorder(">"))) == wanted
    assert pb.DateSet(pd.Series(array)) == wanted
    assert pb.DateSet(pd.DatetimeIndex(array)) == wanted


def test_from_other_iterables():
    wanted = pb.DateSet(["2026-01-05", "2026-03-18"])
    assert pb.DateSet({day("2026-03-18"), day("2026-01-05")}) == wanted
    assert pb.DateSet(d for d in wanted) == wanted
    assert pb.DateSet(np.array(["2026-03-18", "2026-01-05"])) == wanted
    assert pb.DateSet(np.array([day("2026-03-18"), "2026-01-05"], dtype=object)) == wanted
    assert pb.DateSet(wanted) == wanted
    assert pb.DateSet() == pb.DateSet([]) == pb.DateSet(np.array([], dtype="M8[D]"))


def test_from_misaligned_arrays():
    records = np.zeros(2, dtype=np.dtype([("pad", "u1"), ("day", "M8[D]")]))
    records["day"] = ["2026-03-18", "2026-01-05"]
    assert not records["day"].flags.aligned
    assert pb.DateSet(records["day"]) == pb.DateSet(["2026-01-05", "2026-03-18"])


def test_slices_with_a_step():
    s = pb.DateSet.of(pb.Interval("2026-01-01", "2026-01-11"))
    assert s[1:8:3] == pb.DateSet(["2026-01-02", "2026-01-05", "2026-01-08"])
    assert s[5 :: sys.maxsize] == pb.DateSet(["2026-01-06"])
    assert s[20 :: sys.maxsize] == pb.DateSet()


def test_to_numpy():
    array = pb.DateSet(["2026-03-18"]).to_numpy()
    assert array.dtype == np.dtype("datetime64[D]")
    assert np.asarray(pb.DateSet(["2026-03-18"])) == array
    assert np.asarray(pb.DateSet(["2026-03-18"]), dtype="M8[s]").dtype == np.dtype("M8[s]")


@pytest.mark.parametrize(
    ("bad", "named"),
    [
        (["2026-01-05", "2026-02-31"], "at index 1: 2026-02-31"),
        (np.array(["2026-01-05", "NaT"], dtype="M8[D]"), "at index 1: NaT"),
        (np.array(["2026-01-05T00", "2026-01-05T07"], dtype="M8[h]"), "index 1: 2026-01-05T07"),
        (np.array(["12026-01-05"], dtype="M8[D]"), "at index 0"),
        (pd.Series([pd.NaT]), "index 0"),
        ([datetime.datetime(2026, 1, 1, 12)], "index 0"),
    ],
)
def test_what_is_no_date_is_named_with_its_index(bad, named):
    with pytest.raises(pb.DateError, match=re.escape(named)):
        pb.DateSet(bad)


@pytest.mark.parametrize(
    ("bad", "cause"),
    [
        ("2026-01-05", "'2026-01-05' is one date: "),
        (day("2026-01-05"), r"datetime\.date\(2026, 1, 5\) is one date: "),
        (5, "5 of type int is neither a date nor an array or list of dates"),
        ([5], "at index 0: 5 of type int is no date: "),
        (np.array([5]), "an array of int64 holds no dates: "),
        (None, "None of type NoneType is neither a date nor an array or list of dates"),
    ],
)
def test_another_type_is_a_type_error(bad, cause):
    with pytest.raises(TypeError, match=cause):
        pb.DateSet(bad)
