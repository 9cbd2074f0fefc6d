"""The life of a meeting and of its items, cell by cell: allowed, or refused with its cause."""

import re

import pytest

import probity as pb
from conftest import day
from council_office import HELD_ON, council, in_state, meeting, planned, take
from refusals import TAKEN, cause, read_table
from small_office import PROOF, said

#: From the state of a column a step leads to the state in the cell; `.` is refused, and `!` too,
#: since the charter asks for notice.
STEPS = """
         planned   noticed   held    minuted  approved cancelled
notice   noticed   .         .       .        .        .
postpone planned   planned   .       .        .        .
cancel   cancelled cancelled .       .        .        .
hold     !         held      .       .        .        .
minute   .         .         minuted .        .        .
approve  .         .         .       approved .        .
"""
FROM = {
    "notice": "planned",
    "postpone": "planned or noticed",
    "cancel": "planned or noticed",
    "hold": "planned or noticed",
    "minute": "held",
    "approve": "minuted",
}
GOAL = {
    "notice": "noticed",
    "postpone": "planned",
    "cancel": "cancelled",
    "hold": "held",
    "minute": "minuted",
    "approve": "approved",
}


@pytest.mark.parametrize(("step", "state", "cell"), read_table(STEPS))
def test_a_step_from_a_state(step, state, cell):
    p = in_state(council(notice_days=7), state)
    goal = GOAL[step]
    if cell == ".":
        expected = f"{state} -> {goal}: it is {FROM[step]}"
        assert cause(lambda: take(p, step)) == expected
    elif cell == "!":
        expected = "planned -> held: notice of it was given, as the charter says"
        assert cause(lambda: take(p, step)) == expected
    else:
        after = meeting(p.apply(take(p, step)))
        assert (after.state, after.year, after.ordinal) == (cell, 2026, 1)


def test_without_days_of_notice_a_planned_meeting_is_held():
    for p in (council(), council(notice_days=0)):
        assert meeting(p := planned(p)).state == "planned"
        assert meeting(p.apply(take(p, "hold"))).state == "held"


@pytest.mark.parametrize("step", ["postpone", "cancel"])
@pytest.mark.parametrize("state", ["planned", "noticed"])
def test_what_is_moved_or_cancelled_needs_a_reason(step, state):
    p = in_state(council(notice_days=7), state)
    expected = f"{state} -> {GOAL[step]}: a reason is given"
    assert cause(lambda: take(p, step, reason="")) == expected


def test_other_steps_need_no_reason():
    for step, state in (
        ("notice", "planned"),
        ("hold", "noticed"),
        ("minute", "held"),
        ("approve", "minuted"),
    ):
        p = in_state(council(notice_days=7), state)
        assert cause(lambda p=p, step=step: take(p, step, reason="")) == TAKEN


def test_a_meeting_without_a_date_is_not_noticed():
    p = planned(council(), None)
    assert cause(lambda: take(p, "notice")) == "planned -> noticed: its date is set"


# What a step leaves ------------------------------------------------------------------------------


def test_a_postponed_meeting_has_no_notice_and_is_noticed_anew():
    p = in_state(council(notice_days=7), "noticed")
    assert meeting(p).noticed == day("2026-03-04")
    p = p.apply(take(p, "postpone"))
    moved = meeting(p)
    assert (moved.state, moved.date, moved.noticed) == ("planned", day("2026-04-15"), None)
    assert [(old.date, str(old.reason)) for old in moved.earlier_dates] == [(day(HELD_ON), "why")]
    unmet = "planned -> held: notice of it was given, as the charter says"
    assert cause(lambda: take(p, "hold", on="2026-04-15")) == unmet
    p = p.apply(take(p, "notice", on="2026-04-07"))
    assert meeting(p).noticed == day("2026-04-07")
    assert cause(lambda: take(p, "hold", on="2026-04-15")) == TAKEN


def test_a_meeting_postponed_to_no_date_keeps_the_dates_that_it_had():
    p = planned(council())
    p = p.apply(meeting(p).postpone(None, **said("2026-03-05", reason="no hall")))
    assert (meeting(p).date, meeting(p).state) == (None, "planned")
    p = p.apply(meeting(p).postpone("2026-05-06", **said("2026-03-06", reason="a hall")))
    assert [old.date for old in meeting(p).earlier_dates] == [day(HELD_ON)]
    assert meeting(p).date == day("2026-05-06")


def test_a_cancelled_meeting_gives_its_number_to_the_next():
    p = in_state(council(), "cancelled")
    p = planned(p, "2026-04-15", on="2026-03-05")
    assert [(m.id, m.state, m.date) for m in p.council("council").meetings] == [
        ("2026-1", "planned", day("2026-04-15"))
    ]
    assert meeting(p).items == []


def test_only_the_last_number_is_cancelled():
    p = planned(planned(council()), "2026-04-15")
    unmet = (
        "planned -> cancelled: no meeting of a higher number stands, since ordinals have no gap; "
        "it can be postponed"
    )
    assert cause(lambda: take(p, "cancel")) == unmet
    second = meeting(p, "2026-2").cancel(**said("2026-02-10", reason="why"))
    p = p.apply(second)
    assert meeting(p, "2026-2").state == "cancelled"
    assert cause(lambda: take(p, "cancel")) == TAKEN


@pytest.mark.parametrize(
    ("kind", "year", "ordinal", "expected"),
    [
        ("regular", 2026, 2, TAKEN),
        ("regular", 2026, 1, "the next regular meeting of 2026 is number 2; ordinals have no gap"),
        ("regular", 2026, 3, "the next regular meeting of 2026 is number 2; ordinals have no gap"),
        ("regular", 2027, 1, TAKEN),
        ("regular", 2027, 2, "the next regular meeting of 2027 is number 1; ordinals have no gap"),
        ("extraordinary", 2026, 1, TAKEN),
        (
            "extraordinary",
            2026,
            2,
            "the next extraordinary meeting of 2026 is number 1; ordinals have no gap",
        ),
    ],
)
def test_numbers_go_by_year_and_kind_and_have_no_gap(kind, year, ordinal, expected):
    p = planned(council())
    plan = p.council("council").plan_meeting

    def step():
        return plan("2026-05-06", kind, year=year, ordinal=ordinal, **said("2026-02-02"))

    assert cause(step) == expected


@pytest.mark.parametrize(
    ("charter", "expected"),
    [
        ({}, "the charter in force does not allow written resolutions"),
        ({"notice_days": 3}, "the charter in force does not allow written resolutions"),
        ({"written_resolution": True}, TAKEN),
    ],
)
def test_a_written_resolution_needs_a_charter_that_allows_it(charter, expected):
    p = council(**charter)

    def step():
        return p.council("council").plan_meeting(HELD_ON, "written", **said("2026-02-02"))

    assert cause(step) == expected


HOURS = [
    ({"begins": "14:00", "ends": "16:00"}, TAKEN),
    ({"begins": "14:00"}, TAKEN),
    ({"begins": "14:00", "ends": "14:01"}, TAKEN),
    ({"begins": "14:00", "ends": "14:00"}, "its end, 14:00, is not after its begin, 14:00"),
    ({"begins": "14:00", "ends": "13:59"}, "its end, 13:59, is not after its begin, 14:00"),
    ({"ends": "14:00"}, "an end needs the time at which it begins"),
]


@pytest.mark.parametrize(("hours", "expected"), HOURS)
def test_hours_of_a_plan(hours, expected):
    p = council()

    def step():
        return p.council("council").plan_meeting(HELD_ON, **hours, **said("2026-02-02"))

    assert cause(step) == expected


@pytest.mark.parametrize(("hours", "expected"), HOURS)
def test_hours_of_a_new_date(hours, expected):
    p = planned(council())

    def step():
        return meeting(p).postpone("2026-04-15", **hours, **said("2026-03-05", reason="why"))

    assert cause(step) == expected


def test_hours_need_a_date():
    p = council()
    plan = p.council("council").plan_meeting
    without = cause(lambda: plan(None, begins="14:00", **said("2026-02-02")))
    assert without == "a time needs a date"
    p = p.apply(plan(HELD_ON, begins="14:00", ends="16:00", **said("2026-02-02")))
    for hours in ({"begins": "10:00"}, {"ends": "17:00"}):

        def step(hours=hours):
            return meeting(p).postpone(None, **hours, **said("2026-03-05", reason="why"))

        assert cause(step) == "a time needs a date"


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ({}, ("14:00", "16:00")),
        ({"begins": "10:00", "ends": "11:00"}, ("10:00", "11:00")),
        ({"begins": "10:00"}, ("10:00", None)),
        ({"ends": "17:00"}, ("14:00", "17:00")),
    ],
)
def test_a_postponed_meeting_keeps_its_hours_unless_others_are_given(hours, expected):
    p = council()
    plan = p.council("council").plan_meeting
    p = p.apply(plan(HELD_ON, begins="14:00", ends="16:00", **said("2026-02-02")))
    p = p.apply(meeting(p).postpone("2026-04-15", **hours, **said("2026-03-05", reason="why")))
    found = tuple(t and t.isoformat("minutes") for t in (meeting(p).begins, meeting(p).ends))
    assert found == expected


def test_minutes_are_kept():
    p = in_state(council(), "minuted")
    assert meeting(p).minutes == PROOF
    assert meeting(in_state(council(), "held")).minutes is None


def test_a_meeting_that_is_not_there_is_named():
    p = planned(council())
    with pytest.raises(
        pb.ProbityError,
        match=re.escape("there is no meeting '2026-2' of 'council'; there are 2026-1"),
    ):
        meeting(p, "2026-2")
    with pytest.raises(
        pb.ProbityError,
        match=re.escape("there is no council 'assembly'; the programme has council"),
    ):
        p.council("assembly")
