"""What becomes of an item: by the state of its meeting, its kind, the quorum and the votes."""

import pytest

import documents
import probity as pb
from council_office import council, in_state, meeting, planned, take
from documents import faults, held_meeting, named
from refusals import TAKEN, cause, read_table
from small_office import said

MAJORITY = {"quorum": "more than 1/2", "decision": "more than 1/2"}
ALL = ("s1", "s2", "s3")

#: Whether a meeting in a state takes another item, and whether one is decided in it.
STATES = """
         planned noticed held minuted approved cancelled
add_item yes     yes     yes  written written  cancelled
decide   .       .       yes  .       .        .
"""
CAUSES = {
    "yes": TAKEN,
    "written": "the minutes of the meeting are written; it takes no more items",
    "cancelled": "the meeting is cancelled",
    ".": "open -> noted: the meeting was held and is not minuted yet",
}


@pytest.mark.parametrize(("step", "state", "cell"), read_table(STATES))
def test_an_item_in_a_state_of_its_meeting(step, state, cell):
    p = in_state(council(**MAJORITY), state, ALL)
    assert cause(lambda: take(p, step)) == CAUSES[cell]


#: By the kind of an item, without votes and with a quorum. `matter`: a report is taken note of.
KINDS = """
             noted deferred adopted amended rejected
report       yes   yes      matter  matter  matter
deliberation yes   yes      yes     yes     yes
decision     yes   yes      votes   votes   yes
"""
UNMET = {
    "matter": "it is a matter of deliberation or decision",
    "votes": "the votes in favour are recorded, as the charter counts them",
}


@pytest.mark.parametrize(("kind", "outcome", "cell"), read_table(KINDS))
def test_an_outcome_of_a_kind(kind, outcome, cell):
    p = in_state(council(**MAJORITY), "held", ALL, kind)
    expected = TAKEN if cell == "yes" else f"open -> {outcome}: {UNMET[cell]}"
    assert cause(lambda: meeting(p).decide("1", outcome, **said("2026-03-18"))) == expected
    if cell == "yes":
        (item,) = meeting(p.apply(meeting(p).decide("1", outcome, **said("2026-03-18")))).items
        assert (item.outcome, item.kind, item.in_favour) == (outcome, kind, None)


#: Without a quorum nothing is resolved: `.` is refused.
OUTCOMES = """
             noted deferred adopted amended rejected
report       yes   yes      matter  matter  matter
deliberation yes   yes      .       .       .
decision     yes   yes      .       .       .
"""


@pytest.mark.parametrize(
    ("present", "quorum"),
    [
        (("s1",), "the quorum was met: 1 were present of 2 required"),
        (
            (),
            "the quorum was met: the charter asks for more than 1/2 of the voting members, and "
            "nobody is recorded as present",
        ),
    ],
)
@pytest.mark.parametrize(("kind", "outcome", "cell"), read_table(OUTCOMES))
def test_an_outcome_without_a_quorum(kind, outcome, cell, present, quorum):
    p = in_state(council(**MAJORITY), "held", present, kind)
    unmet = {".": quorum, "matter": UNMET["matter"]}.get(cell)
    expected = TAKEN if unmet is None else f"open -> {outcome}: {unmet}"
    assert cause(lambda: meeting(p).decide("1", outcome, **said("2026-03-18"))) == expected


def decided(p, outcome, votes, kind="decision", present=ALL):
    p = in_state(p, "held", present, kind)
    names = ("in_favour", "against", "abstained")
    given = {name: vote for name, vote in zip(names, votes, strict=True) if vote is not None}
    return cause(lambda: meeting(p).decide("1", outcome, **given, **said("2026-03-18")))


#: Under "more than 1/2" of three present: in favour, against, abstained.
FEW = "2 of the 3 present are in favour, as the charter says"
MANY = f"fewer than {FEW}; with so many it is adopted"
TOO_MANY = "the votes, 4, are no more than those present, 3"
BY_RULE = [
    ("adopted", (3, 0, 0), TAKEN),
    ("adopted", (2, 1, 0), TAKEN),
    ("adopted", (2, None, None), TAKEN),
    ("adopted", (1, 1, 1), FEW),
    ("adopted", (1, 0, 2), FEW),
    ("adopted", (0, 3, 0), FEW),
    ("adopted", (None, 1, 1), "the votes in favour are recorded, as the charter counts them"),
    ("adopted", (2, 1, 1), TOO_MANY),
    ("adopted", (4, None, None), TOO_MANY),
    ("amended", (2, 1, 0), TAKEN),
    ("amended", (1, 2, 0), FEW),
    ("rejected", (0, 3, 0), TAKEN),
    ("rejected", (1, 1, 1), TAKEN),
    ("rejected", (2, 1, 0), MANY),
    ("rejected", (3, 0, 0), MANY),
    ("rejected", (None, 3, None), TAKEN),
    ("noted", (1, 1, 1), TAKEN),
    ("noted", (2, 1, 1), TOO_MANY),
    ("deferred", (0, 0, 3), TAKEN),
    ("deferred", (0, 0, 4), TOO_MANY),
]


@pytest.mark.parametrize("kind", ["decision", "deliberation"])
@pytest.mark.parametrize(("outcome", "votes", "unmet"), BY_RULE)
def test_votes_under_a_decision_rule(outcome, votes, unmet, kind):
    expected = unmet if unmet == TAKEN else f"open -> {outcome}: {unmet}"
    assert decided(council(**MAJORITY), outcome, votes, kind) == expected


NO_MORE = "at least as many votes are in favour as against, and one at least"
WITHOUT_RULE = [
    ("adopted", (None, None, None), TAKEN),
    ("adopted", (1, 1, 1), TAKEN),
    ("adopted", (1, 0, 2), TAKEN),
    ("adopted", (1, 2, 0), NO_MORE),
    ("adopted", (0, 0, 3), NO_MORE),
    ("adopted", (None, 1, None), NO_MORE),
    ("amended", (1, 2, 0), NO_MORE),
    ("rejected", (3, 0, 0), "not every vote is in favour"),
    ("rejected", (1, None, None), "not every vote is in favour"),
    ("rejected", (2, 1, 0), TAKEN),
    ("rejected", (2, 0, 1), TAKEN),
    ("rejected", (0, 0, 3), TAKEN),
    ("rejected", (0, 0, 0), TAKEN),
    ("rejected", (0, None, None), TAKEN),
]


@pytest.mark.parametrize("charter", [{}, {"quorum": "more than 1/2"}])
@pytest.mark.parametrize(("outcome", "votes", "unmet"), WITHOUT_RULE)
def test_votes_without_a_decision_rule(outcome, votes, unmet, charter):
    expected = unmet if unmet == TAKEN else f"open -> {outcome}: {unmet}"
    assert decided(council(**charter), outcome, votes) == expected


#: decision rule, voting members present, the fewest in favour that adopt.
NEEDED = [
    ("more than 1/2", 4, 3),
    ("more than 1/2", 3, 2),
    ("at least 1/2", 4, 2),
    ("at least 1/2", 3, 2),
    ("at least 2/3", 3, 2),
    ("at least 2/3", 4, 3),
    ("more than 2/3", 3, 3),
    ("at least 1/1", 4, 4),
    ("at least 0/1", 4, 1),
]


@pytest.mark.parametrize(("rule", "present", "needed"), NEEDED)
def test_how_many_adopt(rule, present, needed):
    p = council(4, decision=rule)
    seats = tuple(f"s{i}" for i in range(1, present + 1))
    few = f"open -> adopted: {needed} of the {present} present are in favour, as the charter says"
    assert decided(p, "adopted", (needed, None, None), present=seats) == TAKEN
    assert decided(p, "adopted", (needed - 1, None, None), present=seats) == few


#: quorum, members with a vote, the fewest that have to be present.
REQUIRED = [
    ("more than 1/2", 2, 2),
    ("more than 1/2", 3, 2),
    ("more than 1/2", 4, 3),
    ("at least 1/2", 3, 2),
    ("at least 1/2", 4, 2),
    ("at least 2/3", 3, 2),
    ("at least 2/3", 4, 3),
    ("at least 1/1", 3, 3),
]


@pytest.mark.parametrize(("rule", "members", "required"), REQUIRED)
def test_how_many_make_a_quorum(rule, members, required):
    p = council(members, silent=2, quorum=rule)
    for present in range(members + 1):
        # Those without a vote neither count nor are counted.
        seats = ("n1", "n2", *(f"s{i}" for i in range(1, present + 1)))
        quorum = meeting(in_state(p, "held", seats)).quorum
        found = (quorum.eligible, quorum.present, quorum.required, quorum.recorded)
        assert found == (members, present, required, True)
        assert quorum.met is (present >= required)


@pytest.mark.parametrize(
    ("charter", "present", "expected"),
    [
        ({}, (), None),
        ({}, ("s1",), (3, 1, None, True, None)),
        ({"quorum": "more than 1/2"}, (), (3, 0, 2, False, False)),
        ({"quorum": "more than 1/2"}, ("n1",), (3, 0, 2, True, False)),
        ({"decision": "more than 1/2"}, (), None),
    ],
)
def test_when_a_quorum_is_fixed(charter, present, expected):
    quorum = meeting(in_state(council(3, 1, **charter), "held", present)).quorum
    fields = ("eligible", "present", "required", "recorded", "met")
    assert (quorum and tuple(getattr(quorum, field) for field in fields)) == expected


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        (["s1", "s1"], "/body/present/1: 's1' is named twice; each id is allowed once"),
        (
            ["s9"],
            "the seat 's9' is no member of the council 'council' on 2026-03-18; only members are "
            "counted as present",
        ),
        (["nobody"], "present: there is no seat 'nobody'; the programme has s1, s2, s3, s9"),
    ],
)
def test_only_members_are_present(present, expected):
    p = council()
    p = planned(p.apply(p.add_seat(pb.Seat("s9", "s9"), **said("2026-01-02"))))
    assert cause(lambda: meeting(p).hold(present, **said("2026-03-18"))) == expected


def test_votes_without_attendance_are_no_more_than_the_voting_seats():
    p = council(3, silent=2)
    assert decided(p, "adopted", (3, 0, 0), present=()) == TAKEN
    assert decided(p, "adopted", (3, 0, 1), present=()) == (
        "open -> adopted: the votes, 4, are no more than the voting seats of the council, 3"
    )
    assert decided(council(0), "adopted", (9, 0, 0), present=()) == TAKEN, "its seats are not known"


def test_seats_that_left_or_are_to_come_do_not_vote():
    p = council(3)
    p = p.apply(p.council("council").remove_member("s3", **said("2026-03-18")))
    p = p.apply(p.add_seat(pb.Seat("s4", "s4"), **said("2026-01-02")))
    p = p.apply(p.council("council").add_member("s4", **said("2026-03-19")))
    assert decided(p, "adopted", (2, 0, 0), present=()) == TAKEN
    assert decided(p, "adopted", (3, 0, 0), present=()) == (
        "open -> adopted: the votes, 3, are no more than the voting seats of the council, 2"
    )


def test_a_quorum_that_is_not_known_to_be_met_adopts_nothing():
    item = named("1", kind="deliberation", outcome="adopted")
    quorum = {"eligible": 3, "present": 3}
    charters = [{"begin": "2026-01-01", "quorum": "more than 1/2"}]

    def found(**more):
        held = held_meeting(1, "2026-03-18", items=item, quorum={**quorum, **more})
        return faults(councils=documents.council(charters=charters, meetings=[held]))

    assert found(required=2) == []
    assert found() == [
        (
            "/councils/0/meetings/0/items/0/outcome",
            "needed is that the quorum was met: the charter asks for more than 1/2 of the voting "
            "members, and none is recorded for that day",
        )
    ]


def test_an_item_is_decided_once_and_by_its_name():
    p = in_state(council(), "held", kind="deliberation")
    when = said("2026-03-18")
    no_such = "the meeting has no item '2'; it has 1"
    assert cause(lambda: meeting(p).decide("2", "noted", **when)) == no_such
    again = "the meeting has an item '1' already"
    assert cause(lambda: meeting(p).add_item("1", "Plan", **when)) == again
    p = p.apply(meeting(p).decide("1", "noted", **when))
    for outcome in ("noted", "deferred", "adopted"):
        unmet = f"noted -> {outcome}: it is open; a wrong outcome is corrected"
        assert cause(lambda o=outcome: meeting(p).decide("1", o, **when)) == unmet
    assert (
        cause(lambda: meeting(p).decide("1", "open", **when))
        == "an outcome other than open is needed"
    )
