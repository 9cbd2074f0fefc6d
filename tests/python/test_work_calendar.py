"""Working days, one at a time and by the array."""

import copy
import csv
import itertools
import json
import pickle

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
from conftest import day

KOREA = pb.WorkCalendar.korea()
HOW = ["following", "modified_following", "preceding", "modified_preceding", "nearest", "none"]
some_day = st.dates(day("1960-01-01"), day("2090-01-01"))
some_number = st.integers(-1000, 1000)


def test_holidays_equal_the_official_file(kr, data):
    with (data / "kr-public-holidays-2022-2026.csv").open(encoding="utf-8-sig") as file:
        official = [(row["date"], row["name"]) for row in csv.DictReader(file)]
    ours = [(h.date.isoformat(), h.name) for h in kr.holidays("2022-01-01", "2027-01-01")]
    assert sorted(ours) == sorted(official)


@pytest.mark.parametrize(
    ("date", "working", "holiday"),
    [
        ("2026-03-18", True, False),
        ("2026-03-21", False, False),  # a Saturday is off, but no public holiday
        ("2026-03-22", False, True),  # a Sunday is one, though nobody lists it
        ("2026-05-25", False, True),
        ("2025-05-06", False, True),
        ("2025-05-07", True, False),
    ],
)
def test_one_day(kr, date, working, holiday):
    assert kr.is_working_day(date) is working
    assert kr.is_holiday(date) is holiday
    assert kr.state(date).working is working


def test_third_week_of_february_2026_is_short(kr):
    week = pb.WeekConvention.ISO.week(2026, 2, 3)
    assert kr.count(week.begin, week.end) == 2 == len(kr.working_days(week))
    assert kr.working_days(week.begin, week.end) == kr.working_days(week)


def test_explain(kr):
    assert "Article 3" in kr.explain("2026-05-25")
    assert "제3조" in kr.explain("2026-05-25", lang="ko")


@given(some_day, some_number)
def test_identities(date, n):
    reached = KOREA.add(date, n)
    assert KOREA.is_working_day(reached)
    if n > 0:
        assert reached > date and KOREA.count(date, reached) == n - 1 + KOREA.is_working_day(date)
    if n < 0:
        assert reached < date and KOREA.count(reached, date) == -n
    assert KOREA.add(date, 0) == KOREA.roll(date, "following")
    for how in HOW[:5]:
        rolled = KOREA.roll(date, how)
        assert KOREA.is_working_day(rolled)
        assert (rolled == date) == KOREA.is_working_day(date)
    assert KOREA.roll(date, "none") == date


@given(st.lists(some_day, min_size=1, max_size=50), st.data())
def test_arrays_equal_scalars(dates, data):
    numbers = data.draw(st.lists(some_number, min_size=len(dates), max_size=len(dates)))
    array = np.array(dates, dtype="M8[D]")
    for given_dates in (array, dates, pd.Series(array), array.astype("M8[s]")):
        assert KOREA.is_working_day(given_dates).tolist() == [
            KOREA.is_working_day(d) for d in dates
        ]
        assert KOREA.is_holiday(given_dates).tolist() == [KOREA.is_holiday(d) for d in dates]
        for how in HOW:
            assert KOREA.roll(given_dates, how).tolist() == [KOREA.roll(d, how) for d in dates]
        assert KOREA.add(given_dates, 5).tolist() == [KOREA.add(d, 5) for d in dates]
        wanted = [KOREA.add(d, n) for d, n in zip(dates, numbers, strict=True)]
        assert KOREA.add(given_dates, numbers).tolist() == wanted
        wanted = [KOREA.count(a, b) for a, b in zip(dates, dates[::-1], strict=True)]
        assert KOREA.count(given_dates, dates[::-1]).tolist() == wanted
        assert KOREA.count(dates[0], given_dates).tolist() == [
            KOREA.count(dates[0], d) for d in dates
        ]
        assert KOREA.count(given_dates, dates[0]).tolist() == [
            KOREA.count(d, dates[0]) for d in dates
        ]
    assert KOREA.add(dates[0], numbers).tolist() == [KOREA.add(dates[0], n) for n in numbers]


def test_arrays_keep_their_shape(kr):
    days = np.arange("2026-01-01", "2026-01-13", dtype="M8[D]").reshape(3, 4)
    assert kr.is_working_day(days).shape == (3, 4)
    assert kr.roll(days, "following").dtype == np.dtype("M8[D]")
    assert kr.count(days, days + 7).shape == (3, 4)
    assert kr.is_working_day(days.T).tolist() == kr.is_working_day(days).T.tolist()
    with pytest.raises(pb.ProbityError, match="12 begins and 4 ends"):
        kr.count(days, days[0])


@given(some_day, st.integers(-300, 300))
def test_agrees_with_numpy(date, n):
    busday = KOREA_BUSDAY
    rolled = np.datetime64(KOREA.roll(date, "following"))
    assert np.is_busday(date, busdaycal=busday) == KOREA.is_working_day(date)
    # NumPy rolls first and then adds; after a roll the two agree.
    assert np.busday_offset(rolled, n, busdaycal=busday).item() == (
        KOREA.add(rolled, n) if n else rolled.item()
    )
    end = np.datetime64(date) + n
    if n >= 0:
        assert np.busday_count(date, end, busdaycal=busday) == KOREA.count(date, end)


KOREA_BUSDAY = KOREA.to_busdaycalendar()


OFFSET = KOREA.to_pandas_offset("2015-01-01", "2035-01-01")


@given(st.dates(day("2020-01-01"), day("2030-01-01")), st.integers(-200, 200))
def test_agrees_with_pandas(date, n):
    stamp = pd.Timestamp(date)
    assert OFFSET.is_on_offset(stamp) == KOREA.is_working_day(date)
    assert OFFSET.rollforward(stamp).date() == KOREA.roll(date, "following")
    assert OFFSET.rollback(stamp).date() == KOREA.roll(date, "preceding")
    if n:
        assert (stamp + n * OFFSET).date() == KOREA.add(date, n)


def test_agrees_with_pandas_on_a_range(kr):
    days = pd.date_range("2026-01-01", "2026-12-31", freq=OFFSET)
    assert list(days.date) == list(kr.working_days("2026-01-01", "2027-01-01"))


def test_busdaycalendar_is_for_its_days(kr):
    busdays = kr.to_busdaycalendar("2026-05-01", "2026-06-01")
    assert [str(d) for d in busdays.holidays] == ["2026-05-01", "2026-05-05", "2026-05-25"]
    assert busdays.weekmask.tolist() == [True] * 5 + [False] * 2
    assert kr.with_weekend(pb.SU).to_busdaycalendar().weekmask.tolist() == [True] * 6 + [False]


def test_due(kr):
    due = kr.due("2026-05-22", 1)
    assert due.date == day("2026-05-26")
    assert [h.name for h in due.skipped] == ["대체공휴일(부처님 오신 날)"]
    assert eval(repr(due), vars(pb)) == pickle.loads(pickle.dumps(due)) == due


def test_months(kr):
    assert kr.first_working_day(2026, 1) == day("2026-01-02")
    assert kr.last_working_day(2026, 5) == day("2026-05-29")


def test_recurrences_meet_working_days(kr):
    month_ends = pb.Recurrence("FREQ=MONTHLY;BYMONTHDAY=-1", start="2026-01-01")
    rolled = kr.roll(month_ends, "preceding")
    first = list(itertools.islice(rolled, 12))
    assert first == [(d, kr.last_working_day(2026, d.month)) for d, _ in first]
    assert rolled.between("2026-01-01", "2027-01-01") == first
    assert next(rolled)[0] == day("2027-01-31") and iter(rolled) is rolled
    assert next(iter(kr.roll(month_ends, "preceding"))) == first[0]
    assert repr(rolled) == f"<RolledDates of {month_ends!r}, preceding>"
    beyond = pb.Recurrence("FREQ=YEARLY", start="2100-01-01")
    assert next(iter(kr.roll(beyond, "following")))[0] == day("2100-01-01")
    with pytest.raises(pb.HorizonError, match="2101-01-01 is outside the calendar's horizon"):
        list(kr.roll(beyond, "following"))


def test_working_days_of_third_weeks(kr):
    days = kr.working_days_of(pb.third_week(), "2026-01-01", "2027-01-01")
    assert days.count("2026-02-01", "2026-03-01") == 2


class TestNewCalendars:
    def test_with_and_without(self, kr):
        changed = kr.with_holiday("2026-09-28", "임시공휴일", kind="temporary")
        assert kr.is_working_day("2026-09-28") and not changed.is_working_day("2026-09-28")
        assert changed != kr
        (difference,) = kr.diff(changed, "2026-01-01", "2027-01-01")
        assert difference.date == day("2026-09-28")
        assert difference.before.working and not difference.after.working
        assert changed.without_holiday("2026-09-28") == kr
        assert eval(repr(difference), vars(pb)) == pickle.loads(pickle.dumps(difference))

    def test_weekends(self, kr):
        for friday_saturday in (
            kr.with_weekend(pb.FR, pb.SA),
            kr.with_weekend([pb.FR, "SA"]),
            kr.with_weekend("FR", "SA"),
        ):
            assert friday_saturday.weekend == [pb.FR, pb.SA]
            assert friday_saturday.is_working_day("2026-03-22")
        with pytest.raises(pb.ProbityError, match="seven"):
            kr.with_weekend(pb.MO, pb.TU, pb.WE, pb.TH, pb.FR, pb.SA, pb.SU)
        for wrong in ((5, 6), (5,), (pb.SU(1),)):
            with pytest.raises(TypeError, match="weekdays such as SA"):
                kr.with_weekend(*wrong)

    def test_without_a_weekend_every_day_but_the_holidays_is_worked(self, kr):
        for every_day in (kr.with_weekend(), kr.with_weekend([])):
            assert every_day.weekend == []
            assert every_day.is_working_day("2026-03-22") and not every_day.is_holiday("2026-03-22")
            assert not every_day.is_working_day("2026-05-24")
            assert every_day.count("2026-03-01", "2026-04-01") == 29  # but for 1 and 2 March
            assert "근무일" in every_day.explain("2026-03-22", lang="ko")

    def test_with_holidays(self, kr):
        more = kr.with_holidays({"2026-09-28": "임시공휴일", "2026-05-05": "어린이날"})
        assert not more.is_working_day("2026-09-28")
        assert kr.with_holidays(kr.holidays("2026-01-01", "2027-01-01")) == kr
        with pytest.raises(pb.HorizonError, match="2101-01-01"):
            kr.with_holidays(["2101-01-01"])

    def test_overlay_of_two_holidays_of_a_day(self, kr, tmp_path):
        path = tmp_path / "days.json"
        names = ("임시공휴일", "구민의 날")
        days = [{"date": "2026-09-28", "name": name} for name in names]
        path.write_text(json.dumps({"holidays": days}), encoding="utf-8")
        listed = kr.overlay(path).holidays("2026-09-28", "2026-09-29")
        assert [str(holiday.name) for holiday in listed] == list(names)
        path.write_text(json.dumps({"holidays": [days[0], days[0]]}), encoding="utf-8")
        with pytest.raises(pb.DocumentError, match="stands at /holidays/0 already"):
            kr.overlay(path)

    def test_overlay(self, kr, tmp_path):
        path = tmp_path / "temporary-days.json"
        days = {"holidays": [{"date": "2026-09-28", "name": "임시공휴일"}]}
        path.write_text(json.dumps(days), encoding="utf-8")
        assert not kr.overlay(path).is_working_day("2026-09-28")
        assert kr.overlay(str(path)) == kr.overlay(path)
        path.write_text('{"holidays": [{"date": "2026-09-31", "name": "x"}]}', encoding="utf-8")
        with pytest.raises(pb.DocumentError, match="2026-09-31") as caught:
            kr.overlay(path)
        assert caught.value.place == "/holidays/0/date"
        assert "temporary-days.json" in str(caught.value)

    def test_from_holidays(self):
        mapping = {day("2026-05-01"): "창립기념일", "2026-05-05": "어린이날"}
        office = pb.WorkCalendar.from_holidays(mapping)
        assert office.horizon == pb.Interval("2026-01-01", "2027-01-01")
        assert [h.name for h in office.holidays("2026-01-01")] == ["창립기념일", "어린이날"]
        dates = pb.WorkCalendar.from_holidays(list(mapping))
        assert dates.working_days("2026-01-01") == office.working_days("2026-01-01")
        array = np.array(list(mapping), dtype="M8[D]")
        assert pb.WorkCalendar.from_holidays(array) == dates
        assert pb.WorkCalendar.from_holidays(office.holidays("2026-01-01")) == office
        wide = pb.WorkCalendar.from_holidays(mapping, weekend=[], horizon=pb.Interval("2020-01-01"))
        assert wide.is_working_day("2026-03-22") and wide.horizon.end is None

    def test_from_mixed_lists(self):
        named = pb.Holiday("2026-05-11", "창립기념일")
        office = pb.WorkCalendar.from_holidays(["2026-05-01", named, day("2026-05-01")], "SU")
        assert office.holidays("2026-01-01") == [pb.Holiday("2026-05-01"), named]
        assert office.weekend == [pb.SU]
        with pytest.raises(TypeError, match="at index 1: 5 of type int"):
            pb.WorkCalendar.from_holidays([named, 5])
        with pytest.raises(TypeError, match="5 of type int is neither a date nor"):
            pb.WorkCalendar.from_holidays(5)

    def test_combinations(self, kr):
        office = pb.WorkCalendar.from_holidays({"2026-05-11": "창립기념일"})
        both = kr | office
        assert not both.is_working_day("2026-05-11") and not both.is_working_day("2026-05-25")
        assert (kr & office).is_working_day("2026-05-11")

    def test_combinations_pickle_and_explain_alike(self, kr):
        office = pb.WorkCalendar.from_holidays({"2026-05-11": "창립기념일"})
        for calendar in (kr | office, kr & office, kr | office | kr, kr | kr):
            same = pickle.loads(pickle.dumps(calendar))
            assert same == calendar and hash(same) == hash(calendar)
            for date in ("2026-05-11", "2026-05-12", "2026-05-16", "2026-05-17"):
                assert same.explain(date) == calendar.explain(date)

    def test_as_known_on(self, kr):
        before = pb.WorkCalendar.korea(as_known_on="2026-02-09")
        assert before.is_working_day("2026-07-17") and not kr.is_working_day("2026-07-17")
        assert before.as_known_on == day("2026-02-09")

    @pytest.mark.parametrize(
        ("known", "off", "working"),
        [
            ("2026-02-09", "2026-07-17", True),  # Act 21338 was promulgated on 10 February
            ("2026-02-10", "2026-07-17", False),
            ("2026-03-01", "2026-07-17", False),
            ("2026-04-08", "2026-05-01", True),  # Act 21543 on 9 April
            ("2026-04-09", "2026-05-01", False),
            ("2026-04-29", "2027-07-19", True),  # their substitutes by decree on the 30th
            ("2026-04-30", "2027-07-19", False),
        ],
    )
    def test_a_day_is_known_from_its_promulgation(self, known, off, working):
        assert pb.WorkCalendar.korea(as_known_on=known).is_working_day(off) is working

    def test_the_basis_cites_what_is_known(self):
        def basis(known: str) -> str:
            calendar = pb.WorkCalendar.korea(as_known_on=known)
            return calendar.holidays("2026-07-17", "2026-07-18")[0].basis

        act = "「공휴일에 관한 법률」 제2조(법률 제21338호, 2026. 2. 10.)"
        assert basis("2026-04-29") == act
        assert basis("2026-04-30") == (
            act + ", 「관공서의 공휴일에 관한 규정」 제2조제2호(대통령령 제36290호, 2026. 4. 30.)"
        )

    def test_are_values(self, kr):
        calendars = [
            kr,
            pb.WorkCalendar.korea(as_known_on="2020-01-01"),
            kr.with_holiday("2026-09-28", "임시공휴일"),
            kr.without_holiday("2026-05-25").with_weekend(pb.SU),
            kr.with_holiday("2026-05-25", "임시공휴일"),
            kr.with_weekend(),
            pb.WorkCalendar.from_holidays({"2026-05-01": "창립기념일"}, weekend=["FR"]),
        ]
        for calendar in calendars:
            same = pickle.loads(pickle.dumps(calendar))
            assert same == calendar
            assert same.explain("2026-05-25") == calendar.explain("2026-05-25")
            assert hash(copy.deepcopy(calendar)) == hash(calendar)
        assert len(set(calendars)) == len(calendars)

    def test_repr_reads_back_or_says_that_it_does_not(self, kr):
        for korea in (kr, pb.WorkCalendar.korea(as_known_on="2025-01-13")):
            assert eval(repr(korea), vars(pb)) == korea
        assert repr(kr) == "WorkCalendar.korea()"
        assert repr(kr.with_weekend(pb.SU)).startswith("<WorkCalendar(")


def test_the_end_of_time_is_kept(kr):
    horizon = pb.Interval("9990-01-01")
    office = pb.WorkCalendar.from_holidays({"9999-12-31": "끝"}, horizon=horizon)
    assert [holiday.name for holiday in office.holidays("9999-12-30")] == ["끝"]
    assert office.count("9999-12-30") == 1
    assert office.count(["9999-12-30", "9999-12-31"]).tolist() == [1, 0]
    assert pickle.loads(pickle.dumps(office)) == office
    pairs = office.roll(pb.Recurrence("FREQ=DAILY", "9999-12-30"), "none").between(
        "9999-12-30", None
    )
    assert [nominal for nominal, _ in pairs] == [day("9999-12-30"), day("9999-12-31")]


def test_misaligned_and_strided_arrays_of_numbers(kr):
    raw = np.zeros(9 * 3, dtype=np.uint8)
    numbers = np.frombuffer(raw.data, dtype=np.dtype([("pad", "u1"), ("n", "<i8")]))["n"]
    assert not numbers.flags.aligned
    assert kr.add("2026-01-02", numbers).tolist() == [day("2026-01-02")] * 3


class TestRefusals:
    def test_beyond_the_horizon(self, kr):
        assert kr.horizon == pb.Interval("1949-06-04", "2101-01-01")
        for date in ("1949-06-03", "2101-01-01", "9999-12-31"):
            with pytest.raises(pb.HorizonError, match=date):
                kr.is_working_day(date)
            with pytest.raises(pb.HorizonError, match="element 1"):
                kr.is_working_day(["2026-01-01", date])
        with pytest.raises(pb.HorizonError, match="adding 1 working day to 2100-12-31 leaves"):
            kr.add("2100-12-31", 1)

    def test_not_a_time(self, kr):
        with pytest.raises(pb.DateError, match="NaT"):
            kr.is_working_day(np.datetime64("NaT"))
        for question in (kr.is_working_day, kr.is_holiday, kr.count, lambda a: kr.add(a, 1)):
            with pytest.raises(pb.DateError, match="element 1.*NaT"):
                question(np.array(["2026-01-01", "NaT"], dtype="M8[D]"))

    def test_units_of_datetime64(self, kr):
        # As NumPy has it, a month or a year stands for its first day; weeks begin on Thursdays.
        for unit, text in (("M", "2026-05"), ("Y", "2026"), ("W", "2026-05-28")):
            first = np.datetime64(text, unit).astype("M8[D]").item()
            assert kr.roll(np.datetime64(text, unit), "none") == first
            assert kr.roll(np.array([text], f"M8[{unit}]"), "none").tolist() == [first]
        for unit in ("h", "s", "ms", "us", "ns"):
            whole = np.array(["2026-05-25"], f"M8[{unit}]")
            assert kr.is_working_day(whole).tolist() == [False]
            with pytest.raises(pb.DateError, match="time of day"):
                kr.is_working_day(whole + np.timedelta64(1, "h"))
        for unit in ("M", "Y"):
            beyond = np.array(["2026", "NaT"], f"M8[{unit}]")
            with pytest.raises(pb.DateError, match="element 1.*NaT"):
                kr.is_working_day(beyond)
            beyond[1] = np.array(2**62).view(f"M8[{unit}]")
            with pytest.raises(pb.DateError, match="index 1.*out of range"):
                kr.is_working_day(beyond)

    def test_a_day_beyond_any_date_is_named_as_one(self, kr):
        with pytest.raises(pb.HorizonError, match="element 0, 29349-01-26, is outside"):
            kr.is_working_day(np.array([10**7], "M8[D]"))
        with pytest.raises(pb.DateError, match="index 0: 29349-01-26 is out of range"):
            pb.DateSet(np.array([10**7], "M8[D]"))

    def test_what_a_masked_array_hides_is_no_date(self, kr):
        days = np.ma.array(["2026-05-25", "2026-05-26"], mask=[False, True], dtype="M8[D]")
        with pytest.raises(pb.DateError, match="element 1.*NaT"):
            kr.is_working_day(days)
        assert kr.is_working_day(days[:1]).tolist() == [False]

    def test_what_is_no_date_is_named(self, kr):
        for question in (kr.is_working_day, kr.count, lambda d: kr.roll(d, "none")):
            with pytest.raises(TypeError, match="5 of type int is neither a date nor"):
                question(5)

    def test_unknown_convention(self, kr):
        with pytest.raises(pb.ProbityError, match="sideways"):
            kr.roll("2026-01-01", "sideways")

    def test_numbers_too_large(self, kr):
        for n in (2**40, -(2**62)):
            with pytest.raises(pb.HorizonError, match=str(n)):
                kr.add("2026-01-01", n)
        with pytest.raises(pb.ProbityError, match=str(10**30)):
            kr.due("2026-01-01", 10**30)

    def test_unsigned_numbers_beyond_2_63(self, kr):
        numbers = np.array([1, 2**63], dtype=np.uint64)
        with pytest.raises(pb.ProbityError, match=str(2**63)):
            kr.add("2026-01-01", numbers)
        with pytest.raises(pb.ProbityError, match=str(2**63)):
            kr.add("2026-01-01", np.uint64(2**63))
        assert kr.add("2026-01-02", numbers[:1]).tolist() == [day("2026-01-05")]

    def test_numbers_are_whole(self, kr):
        with pytest.raises(TypeError, match="whole numbers, not an array of float64"):
            kr.add("2026-01-01", 1.5)
        with pytest.raises(TypeError, match="whole numbers, not an array of float64"):
            kr.add("2026-01-01", [1.5])
