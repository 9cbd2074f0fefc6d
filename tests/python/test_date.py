"""Dates as arguments, and Interval."""

import copy
import datetime
import pickle
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
from conftest import LAST, any_date, day


def as_date(value):
    """What the library takes a value for."""
    return pb.Interval.of_days(value, 1).begin


class TestDateArguments:
    @pytest.mark.parametrize(
        "value",
        [
            datetime.date(2026, 3, 18),
            datetime.datetime(2026, 3, 18),
            "2026-03-18",
            pd.Timestamp("2026-03-18"),
            *[np.datetime64("2026-03-18", unit) for unit in ("D", "h", "m", "s", "ms", "us", "ns")],
        ],
    )
    def test_all_forms_of_one_day(self, value):
        assert as_date(value) == datetime.date(2026, 3, 18)
        assert type(as_date(value)) is datetime.date

    def test_coarse_units_mean_their_first_day(self):
        assert as_date(np.datetime64("1969", "Y")) == day("1969-01-01")
        assert as_date(np.datetime64("1969-11", "M")) == day("1969-11-01")
        assert as_date(np.datetime64(-1, "W")) == day("1969-12-25")
        assert as_date(np.datetime64(-3, "2D")) == day("1969-12-26")
        for unit in ("ps", "fs", "as"):
            assert as_date(np.datetime64(0, unit)) == day("1970-01-01")
        assert as_date(np.datetime64(86_400 * 10**12, "ps")) == day("1970-01-02")

    @given(any_date)
    def test_every_date_comes_back(self, date):
        assert as_date(date) == date
        assert as_date(date.isoformat()) == date
        assert as_date(np.datetime64(date)) == date

    @pytest.mark.parametrize(
        "value",
        [
            datetime.datetime(2026, 3, 18, 9, 30),
            pd.Timestamp("2026-03-18 00:00:00.000000001"),
            np.datetime64("2026-03-18T05"),
            np.datetime64("1969-12-31T23:59:59", "s"),
            np.datetime64(1, "as"),
            np.datetime64(1, "fs"),
            np.datetime64(-(2**62), "fs"),
        ],
    )
    def test_a_time_of_day_is_refused(self, value):
        with pytest.raises(pb.DateError, match="has a time of day"):
            as_date(value)

    def test_a_time_zone_is_refused(self):
        with pytest.raises(pb.DateError, match="has a time zone"):
            as_date(pd.Timestamp("2026-03-18", tz="Asia/Seoul"))

    @pytest.mark.parametrize("value", [pd.NaT, np.datetime64("NaT"), np.datetime64("NaT", "ns")])
    def test_not_a_time_is_refused(self, value):
        with pytest.raises(pb.DateError, match="NaT"):
            as_date(value)

    @pytest.mark.parametrize(
        ("value", "named"),
        [
            ("2026-02-31", "2026-02-31"),
            ("12026-01-01", "12026"),
            ("260318", "260318"),
            ("", '""'),
            ("2026-03-18\0", "x00"),
            ("\ud800", "ud800"),
            ("2026-03-18 10:00", "2026-03-18 10:00"),
            (datetime.date(1399, 12, 31), "1399"),
            (datetime.date.min, "0001"),
            (np.datetime64("12026-01-01"), "range"),
            (np.datetime64(-(2**62), "Y"), "range"),
            (np.datetime64(2**62, "7D"), "range"),
        ],
    )
    def test_no_date_is_refused_by_name(self, value, named):
        with pytest.raises(pb.DateError, match=re.escape(named)):
            as_date(value)

    @pytest.mark.parametrize("value", [5, 2026.0, None, b"2026-03-18", ["2026-03-18"], object()])
    def test_another_type_is_a_type_error(self, value):
        with pytest.raises(TypeError, match="is no date"):
            as_date(value)

    def test_a_subclass_of_date_is_a_date(self):
        class Day(datetime.date):
            pass

        assert as_date(Day(2026, 3, 18)) == datetime.date(2026, 3, 18)


class TestInterval:
    week = pb.Interval("2026-03-16", "2026-03-23")

    def test_ends(self):
        assert (self.week.begin, self.week.end) == (day("2026-03-16"), day("2026-03-23"))
        assert self.week.last == day("2026-03-22")
        assert len(self.week) == 7

    def test_days(self):
        assert list(self.week)[0] == day("2026-03-16")
        assert list(self.week)[-1] == day("2026-03-22")
        assert "2026-03-22" in self.week
        assert "2026-03-23" not in self.week

    def test_meet(self):
        assert self.week & pb.Interval("2026-03-20") == pb.Interval("2026-03-20", "2026-03-23")
        assert self.week & pb.Interval("2026-03-23") is None
        assert self.week.meet(self.week) == self.week

    def test_without_end(self):
        forever = pb.Interval("9999-12-30")
        assert forever.end is None
        assert list(forever) == [day("9999-12-30"), LAST]
        assert forever == pb.Interval.closed("9999-12-30", LAST)

    @pytest.mark.parametrize("end", ["2026-03-16", "2026-03-15"])
    def test_begin_must_come_before_end(self, end):
        with pytest.raises(pb.DateError, match="2026-03-16"):
            pb.Interval("2026-03-16", end)

    def test_order_is_by_begin_then_last(self):
        assert sorted([pb.Interval("2026-03-16"), self.week]) == [
            self.week,
            pb.Interval("2026-03-16"),
        ]
        assert self.week >= self.week

    def test_is_no_other_type(self):
        assert self.week != ("2026-03-16", "2026-03-23")
        with pytest.raises(TypeError, match="'<' not supported between instances of .*Interval"):
            self.week < 5  # noqa: B015

    @given(any_date, st.integers(1, 5000))
    def test_is_a_value(self, begin, days):
        interval = pb.Interval.of_days(begin, days)
        assert eval(repr(interval), vars(pb)) == interval
        assert pickle.loads(pickle.dumps(interval)) == interval
        assert hash(copy.deepcopy(interval)) == hash(interval)
        assert len(list(interval)) == len(interval)


class TestErrors:
    def test_all_are_value_errors(self):
        for error in (pb.DateError, pb.RuleError, pb.HorizonError, pb.DocumentError):
            assert issubclass(error, pb.ProbityError)
        assert issubclass(pb.ProbityError, ValueError)

    def test_are_named_after_the_package(self):
        assert pb.DateError.__module__ == "probity"

    def test_keep_their_place_in_a_pickle(self):
        with pytest.raises(pb.RuleError, match="BYDAY=9XX: BYDAY takes weekdays") as caught:
            pb.Rule("FREQ=DAILY;BYDAY=9XX")
        error = pickle.loads(pickle.dumps(caught.value))
        assert error.position == caught.value.position == 17
        assert str(error) == str(caught.value)

    def test_a_number_beyond_any_int_is_named(self):
        with pytest.raises(pb.ProbityError, match="100000000000000000000"):
            pb.nth_weekday(10**20, 1, pb.WE(3))
