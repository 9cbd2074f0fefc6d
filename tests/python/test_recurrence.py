"""Recurrences: questions about an infinite set of dates, and its algebra."""

import copy
import gc
import itertools
import pickle
import threading

import numpy as np
import pandas as pd
import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
from conftest import LAST, any_date, day

RULES = [
    "FREQ=MONTHLY;BYDAY=3WE",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR",
    "FREQ=DAILY;INTERVAL=10",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    "FREQ=MONTHLY;INTERVAL=5;BYDAY=FR;BYMONTHDAY=13",
]
recurrences = st.builds(
    pb.Recurrence,
    st.sampled_from(RULES),
    st.dates(day("1990-01-01"), day("2030-01-01")),
    rdates=st.lists(st.dates(day("2000-01-01"), day("2040-01-01")), max_size=3),
    exdates=st.lists(st.dates(day("2000-01-01"), day("2040-01-01")), max_size=3),
)
window = ("2000-01-01", "2040-01-01")

third_wednesdays = pb.Recurrence("FREQ=MONTHLY;BYDAY=3WE", start="2026-01-01")


def test_third_wednesdays():
    r = third_wednesdays
    assert list(r.between("2026-01-01", "2026-04-01")) == [
        day("2026-01-21"),
        day("2026-02-18"),
        day("2026-03-18"),
    ]
    assert r.next_after("2026-03-18") == day("2026-04-15")
    assert r.last_before("2026-03-18") == day("2026-02-18")
    assert r.last_before("2026-01-21") is None
    assert r.nth(0) == day("2026-01-21")
    assert r.count("2026-01-01", "2027-01-01") == 12
    assert "2026-03-18" in r and "2026-03-17" not in r
    assert not r.is_finite
    assert r.rule == pb.Rule("FREQ=MONTHLY;BYDAY=3WE")
    assert r.start == day("2026-01-01")


def test_infinity_ends_with_the_year_9999():
    r = third_wednesdays
    everything = r.between("2026-01-01")
    assert r.count("2026-01-01") == len(everything) == 7974 * 12
    assert r.next_after(everything[-1]) is None
    assert r.nth(len(everything) - 1) == everything[-1]
    assert r.nth(len(everything)) is None
    assert r.last_before(LAST) == everything[-1]


@given(recurrences, any_date)
def test_questions_agree_with_each_other(r, date):
    following = r.next_after(date)
    if following is not None:
        assert following > date and following in r
        assert r.count(date, following) == (date in r)
        assert r.nth(r.count("1400-01-01", following)) == following
        assert r.last_before(following) in (date, r.last_before(date))
    preceding = r.last_before(date)
    if preceding is not None:
        assert preceding < date and preceding in r


@given(recurrences)
def test_iteration_is_between_without_end(r):
    first = list(itertools.islice(r, 50))
    assert first == [r.nth(k) for k in range(50)] == list(r.between("1400-01-01")[:50])


@pytest.mark.parametrize("rule", RULES)
def test_dates_are_those_of_dateutil(rule):
    start = day("2026-01-01")
    wanted = rrule.rrulestr(rule, dtstart=pd.Timestamp(start).to_pydatetime())
    expected = [d.date() for d in itertools.islice(wanted, 60)]
    assert list(itertools.islice(pb.Recurrence(rule, start), 60)) == expected


@given(recurrences, recurrences)
def test_algebra_is_that_of_sets(a, b):
    x, y = a.between(*window), b.between(*window)
    assert (a | b).between(*window) == x | y
    assert (a & b).between(*window) == x & y
    assert (a - b).between(*window) == x - y
    assert (a | b).same_dates(b | a)
    assert (a | b).rule is None and (a | b).start is None


@given(recurrences)
def test_is_a_value(r):
    assert eval(repr(r), vars(pb)) == r
    assert pickle.loads(pickle.dumps(r)) == r
    assert hash(copy.deepcopy(r)) == hash(r)
    assert r == pb.Recurrence(r.rule, r.start, r.rdates, r.exdates)


@given(recurrences, recurrences)
def test_combinations_are_values(a, b):
    weeks = pb.Spans(a, offset=-3, days=7)
    for r in (a | b, a & b, a - b, (a | b).shift(-5) & a, weeks.days(), weeks.first_days()):
        assert eval(repr(r), vars(pb)) == r
        assert pickle.loads(pickle.dumps(r)) == r
        assert hash(copy.deepcopy(r)) == hash(r)


def test_equality_is_structural():
    by_day = pb.Recurrence("FREQ=MONTHLY;BYDAY=3WE", "2026-01-01")
    by_month_day = pb.Recurrence(
        "FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=15,16,17,18,19,20,21", "2026-01-01"
    )
    assert by_day == third_wednesdays
    assert by_day != by_month_day
    assert by_day.same_dates(by_month_day)
    assert (by_day | by_month_day) == (by_day | by_month_day)
    assert hash(by_day | by_month_day) == hash(by_day | by_month_day)


def test_extra_and_excepted_dates():
    r = pb.Recurrence(
        "FREQ=MONTHLY;BYDAY=3WE;COUNT=3",
        "2026-01-01",
        rdates=["2026-05-01", "2026-06-01"],
        exdates=["2026-02-18", "2026-06-01"],
    )
    assert [d.isoformat() for d in r] == ["2026-01-21", "2026-03-18", "2026-05-01"]
    assert r.is_finite
    assert r.rdates == [day("2026-05-01"), day("2026-06-01")]
    assert r.exdates == [day("2026-02-18"), day("2026-06-01")]
    assert "rdates=['2026-05-01'" in repr(r)


def test_shift():
    assert third_wednesdays.shift(-1).nth(0) == day("2026-01-20")


class TestContains:
    @given(recurrences, st.lists(any_date, max_size=30))
    def test_is_in_for_each(self, r, dates):
        array = np.array(dates, dtype="M8[D]")
        assert r.contains(array).tolist() == [d in r for d in dates]
        assert r.contains(dates).tolist() == [d in r for d in dates]

    def test_other_units_and_shapes(self):
        days = np.array([["2026-03-17", "2026-03-18"], ["2026-01-21", "NaT"]], dtype="M8[D]")
        wanted = [[False, True], [True, False]]
        for unit in ("D", "h", "s", "ns"):
            answers = third_wednesdays.contains(days.astype(f"M8[{unit}]"))
            assert answers.dtype == bool and answers.tolist() == wanted
        assert third_wednesdays.contains(days.T).tolist() == np.array(wanted).T.tolist()
        assert third_wednesdays.contains(pd.Series(days[0])).tolist() == wanted[0]

    def test_beyond_the_range_is_in_none(self):
        far = np.array(["0001-01-01", "12026-03-18"], dtype="M8[D]")
        assert third_wednesdays.contains(far).tolist() == [False, False]

    def test_a_time_of_day_is_refused(self):
        with pytest.raises(pb.DateError, match="index 1.*time of day"):
            third_wednesdays.contains(np.array(["2026-03-18T00", "2026-03-18T09"], dtype="M8[h]"))

    def test_numbers_are_refused(self):
        with pytest.raises(TypeError, match="int64"):
            third_wednesdays.contains(np.arange(5))

    def test_threads_share_a_recurrence(self):
        r = pb.Recurrence("FREQ=MONTHLY;BYDAY=3WE", "1500-01-01") | third_wednesdays
        days = np.arange("1500-01-01", "2500-01-01", dtype="M8[D]")
        answers = []
        threads = [
            threading.Thread(target=lambda: answers.append(int(r.contains(days).sum())))
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answers == [12000] * 4


class TestExpand:
    def test_is_between_for_each_rule(self):
        starts = np.arange("2020-01-01", "2020-01-09", dtype="M8[D]")
        offsets, dates = pb.expand(RULES, starts, "2020-01-01", "2030-01-01", threads=2)
        assert offsets.dtype == np.int64 and dates.dtype == np.dtype("M8[D]")
        for i, (rule, start) in enumerate(zip(RULES, starts, strict=True)):
            wanted = pb.Recurrence(rule, start).between("2020-01-01", "2030-01-01")
            assert (dates[offsets[i] : offsets[i + 1]] == wanted.to_numpy()).all()
        assert offsets[-1] == len(dates)

    def test_one_start_for_all(self):
        one = pb.expand(RULES, "2020-01-01", "2020-01-01", "2030-01-01")
        many = pb.expand(
            map(pb.Rule, RULES), ["2020-01-01"] * len(RULES), "2020-01-01", "2030-01-01"
        )
        assert all((a == b).all() for a, b in zip(one, many, strict=True))

    def test_texts_and_rules_together(self):
        mixed = [pb.Rule(rule) if i % 2 else rule for i, rule in enumerate(RULES)]
        one = pb.expand(RULES, "2020-01-01", "2020-01-01", "2030-01-01")
        same = pb.expand(mixed, "2020-01-01", "2020-01-01", "2030-01-01")
        assert all((a == b).all() for a, b in zip(one, same, strict=True))

    def test_of_recurrences(self):
        mondays = pb.Recurrence("FREQ=WEEKLY;BYDAY=MO", "2020-01-01", exdates=["2020-01-06"])
        all_of_them = [pb.Recurrence(rule, "2020-01-01") for rule in RULES]
        all_of_them += [mondays, mondays | third_wednesdays, mondays.shift(2)]
        offsets, dates = pb.expand(iter(all_of_them), None, "2020-01-01", "2030-01-01", threads=2)
        assert len(offsets) == len(all_of_them) + 1
        for i, r in enumerate(all_of_them):
            wanted = r.between("2020-01-01", "2030-01-01").to_numpy()
            assert dates[offsets[i] : offsets[i + 1]].tolist() == wanted.tolist()

    def test_the_dates_outlive_what_made_them(self):
        _, dates = pb.expand(["FREQ=DAILY"] * 3000, "2020-01-01", "2020-01-01", "2030-01-01")
        gc.collect()
        assert dates.flags.writeable and len(dates) == 3000 * 3653
        assert (
            dates.reshape(3000, 3653) == np.arange("2020-01-01", "2030-01-01", dtype="M8")
        ).all()

    def test_starts_go_with_rules_only(self):
        with pytest.raises(TypeError, match="starts is None for them"):
            pb.expand([third_wednesdays], "2020-01-01", "2020-01-01", "2021-01-01")
        with pytest.raises(TypeError, match="starts is None"):
            pb.expand(RULES, None, "2020-01-01", "2021-01-01")
        with pytest.raises(TypeError, match="rule 1 is a Recurrence"):
            pb.expand([third_wednesdays, "FREQ=DAILY"], None, "2020-01-01", "2021-01-01")
        with pytest.raises(TypeError, match="rule 1 is a Rule, its text, or a sentence"):
            pb.expand(["FREQ=DAILY", 5], "2020-01-01", "2020-01-01", "2021-01-01")
        with pytest.raises(pb.RuleError, match=r'^"\\ud800" is not a part of a rule'):
            pb.expand(["FREQ=DAILY", "\ud800"], "2020-01-01", "2020-01-01", "2021-01-01")

    def test_no_rules(self):
        offsets, dates = pb.expand([], [], "2020-01-01", "2030-01-01")
        assert offsets.tolist() == [0] and len(dates) == 0
        with pytest.raises(TypeError, match="list of rules"):
            pb.expand(5, [], "2020-01-01", "2030-01-01")

    def test_names_the_bad_rule(self):
        with pytest.raises(pb.RuleError, match="rule 1: BYDAY=9XX: BYDAY takes weekdays"):
            pb.expand(
                ["FREQ=DAILY", "FREQ=DAILY;BYDAY=9XX"], "2020-01-01", "2020-01-01", "2021-01-01"
            )
        with pytest.raises(TypeError, match="list of rules"):
            pb.expand("FREQ=DAILY", "2020-01-01", "2020-01-01", "2021-01-01")
        with pytest.raises(pb.ProbityError, match=f"3 starts for {len(RULES)} rules"):
            pb.expand(RULES, ["2020-01-01"] * 3, "2020-01-01", "2021-01-01")


@pytest.mark.parametrize("k", [-1, -(2**40), 10**30])
def test_no_negative_place_nor_one_beyond_all_numbers(k):
    with pytest.raises(pb.ProbityError, match=str(k)):
        third_wednesdays.nth(k)
    with pytest.raises(pb.ProbityError, match=str(k)):
        pb.third_week().nth(k)


def test_a_place_past_the_end():
    assert third_wednesdays.nth(2**62) is None


def test_lunisolar_rules_end_at_the_horizon():
    seollal = pb.Recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "2026-01-01")
    assert seollal.next_after("2026-01-01") == day("2026-02-17")
    with pytest.raises(pb.HorizonError, match="the lunisolar calendar is known to 2101-01-28"):
        seollal.next_after("2150-01-01")


class TestWalkingToTheHorizon:
    """The last date that is known is given, and the HorizonError comes after it."""

    seollal = pb.Recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "2098-01-01")
    dates = (day("2098-02-01"), day("2099-01-21"), day("2100-02-09"))

    def walk(self, iterable):
        walked = []
        with pytest.raises(pb.HorizonError, match="the lunisolar calendar is known to"):
            walked.extend(iterable)
        return tuple(walked)

    def test_recurrence(self):
        assert self.walk(self.seollal) == self.dates

    def test_spans(self):
        spans = pb.Spans(self.seollal, days=3)
        assert tuple(span.begin for span in self.walk(spans)) == self.dates

    def test_rolled_dates(self):
        rolled = pb.WorkCalendar.korea().roll(self.seollal, "none")
        assert self.walk(rolled) == tuple((date, date) for date in self.dates)


def test_an_iterator_stays_at_its_end():
    walked = iter(pb.Recurrence("FREQ=DAILY;COUNT=2", "2026-01-01"))
    assert len(list(walked)) == 2
    assert list(walked) == [] and list(walked) == []


def test_rules_of_hours_are_refused():
    with pytest.raises(pb.RuleError, match="a recurrence of dates takes FREQ=DAILY, WEEKLY"):
        pb.Recurrence("FREQ=HOURLY", "2026-01-01")
