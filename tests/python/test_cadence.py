"""When something recurs: slots from an anchor and a number."""

import copy
import pickle

import pytest

import probity as pb
from conftest import day

CADENCES = [
    pb.TimesAYear(5, "2026-01-01"),
    pb.EveryMonths(4, "2025-03-15"),
    pb.ByRule("FREQ=MONTHLY;BYDAY=3WE", "2026-01-01"),
    pb.ByWeek(3, "2026-01-01"),
    pb.ByWeek(3, "2024-01-01", pb.WE, months=3, convention=pb.WeekConvention.CLDR_KR),
    pb.ByWeek(pb.third_week(start="2026-01-01"), "2026-01-01"),
    pb.OnDates(["2025-07-25", "2025-11-14"]),
    pb.InEach([pb.Interval("2026-03-16", "2026-03-23")], pb.WE, "Integrity Week"),
]
NAMES = [repr(cadence) for cadence in CADENCES]


def dates_of(slots):
    return [slot.nominal.isoformat() for slot in slots]


def test_every_four_months_does_not_drift():
    slots = pb.slots(pb.EveryMonths(4, "2025-03-15"), "2025-01-01", "2100-01-01")
    assert len(slots) == 225
    assert {slot.nominal.strftime("%m-%d") for slot in slots} == {"03-15", "07-15", "11-15"}


@pytest.mark.parametrize("cadence", CADENCES, ids=NAMES)
def test_is_a_value(cadence):
    again = eval(repr(cadence), vars(pb).copy())
    for other in (again, copy.deepcopy(cadence), pickle.loads(pickle.dumps(cadence))):
        assert other == cadence and hash(other) == hash(cadence)
    assert sum(cadence == other for other in CADENCES) == 1
    assert cadence != "3 times a year"


@pytest.mark.parametrize("cadence", CADENCES, ids=NAMES)
def test_slots_are_those_of_the_cadence(cadence):
    slots = pb.slots(cadence, "2024-01-01", "2027-01-01")
    assert slots
    assert all(cadence.slot(slot.number) == slot.nominal for slot in slots)
    kr = pb.WorkCalendar.korea()
    assert all(kr.roll(slot.nominal, "following") == slot.adjusted for slot in slots)


def test_third_week_by_number_and_by_spans_is_the_same():
    window = ("2026-01-01", "2030-01-01")
    by_number, by_spans = CADENCES[3], CADENCES[5]
    assert dates_of(pb.slots(by_number, *window)) == dates_of(pb.slots(by_spans, *window))


def test_in_each_integrity_week_of_songpa():
    week = pb.examples.songpa().observances[0]
    cadence = pb.InEach(week.occurrences("2026-01-01", "2027-01-01"), pb.WE, week.title)
    assert len(cadence.occurrences) == 12
    assert cadence.slot(1) == day("2026-02-18")
    assert cadence.slot(12) is None
    assert cadence.describe("ko") == "청렴주간마다 수요일"
    assert cadence.title.korean == "청렴주간"


def test_slot_says_why_it_was_moved():
    (slot,) = pb.slots(pb.EveryMonths(4, "2025-03-15"), "2025-03-01", "2025-04-01")
    assert (slot.nominal, slot.adjusted) == (day("2025-03-15"), day("2025-03-17"))
    assert slot.reason.endswith("It is put off to 2025-03-17.")
    assert slot.reason.korean.endswith("뒤로 미룬 날짜는 2025. 3. 17.입니다.")


def test_work_calendar_and_roll_are_as_given():
    cadence = pb.EveryMonths(4, "2025-03-15")
    window = ("2025-03-01", "2025-04-01")
    monday_to_saturday = pb.WorkCalendar.korea().with_weekend(pb.SU)
    (slot,) = pb.slots(cadence, *window, workdays=monday_to_saturday)
    assert slot.adjusted == slot.nominal
    (slot,) = pb.slots(cadence, *window, roll="preceding")
    assert slot.adjusted == day("2025-03-14")


def test_changed_cadence_leaves_past_slots():
    old = [pb.CadenceVersion("2025-01-01", pb.EveryMonths(4, "2025-03-15"), source="charter")]
    new = pb.changed_cadence(old, pb.CadenceVersion("2026-01-01", pb.TimesAYear(4, "2026-02-01")))
    before = pb.slots(old, "2025-01-01", "2026-01-01")
    after = pb.slots(new, "2025-01-01", "2027-01-01")
    assert after[:3] == before
    assert [slot.version for slot in after] == [0] * 3 + [1] * 4
    assert new[0].end == day("2026-01-01") and new[0].source == "charter"
    assert old[0].end is None


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: pb.TimesAYear(0, "2026-01-01"), "0 times a year"),
        (lambda: pb.EveryMonths(-4, "2026-01-01"), "-4 months"),
        (lambda: pb.EveryMonths(4, "2026-02-30"), "2026-02-30"),
        (lambda: pb.ByWeek(6, "2026-01-01"), "week 6"),
        (lambda: pb.ByWeek(3, "2026-01-01", months=[13]), "month 13"),
        (lambda: pb.ByWeek(pb.third_week(), "2026-01-01", pb.WE), "a cadence by spans"),
        (lambda: pb.OnDates(["2026-01-05", "2026-01-04"]), "listed in order"),
        (lambda: pb.EveryMonths(4, "2026-01-01").slot(-1), "slot -1"),
        (
            lambda: pb.slots(
                [
                    pb.CadenceVersion(begin, pb.TimesAYear(1, begin))
                    for begin in ("2025-01-01",) * 2
                ],
                "2025-01-01",
            ),
            "only one cadence is in force on a day",
        ),
    ],
)
def test_refusals(make, message):
    with pytest.raises(pb.ProbityError, match=message):
        make()


def test_beyond_the_work_calendar():
    with pytest.raises(pb.HorizonError, match="2101-01-15 is outside the calendar's horizon"):
        pb.slots(pb.EveryMonths(1, "2100-01-15"), "2100-01-01", "2102-01-01")
