"""What was recorded under rules 1 stands as it was judged then, and `verify` says what the rules of
today would refuse."""

import pytest

import probity as pb
from documents import council, document, named, sealed, seats
from refusals import TAKEN, cause
from small_office import words

ON = "2026-03-18"
NAME = "council/2026-1"
MEETING = {"year": 2026, "kind": "regular", "ordinal": 1, "state": "planned", "date": ON}


def event(number: int, kind: str, body: dict, on: str = ON, rules: int = 1, **more) -> dict:
    return {
        "number": number,
        "effective": on,
        "actor": "team",
        "kind": kind,
        "subject": NAME,
        "body": body,
        **({} if rules == 1 else {"rules": rules}),
        **more,
    }


def lines(*events: dict, **parts) -> str:
    founding = document(**parts)
    del founding["rules"]
    return sealed([{"format": "probity-history/1", "rules": 1, "founding": founding}, *events])


CHARTERS = [
    {"begin": "2026-01-01", "end": "2026-03-19", "decision": "more than 1/2"},
    {"begin": "2026-03-19", "decision": "at least 1/3"},
]


def decided(outcome: str, in_favour: int, on: str = ON) -> str:
    """The programme's lines with an item that was decided so, of three members present."""
    members = [{"seat": each} for each in ("s", "t", "u")]
    return lines(
        event(1, "meeting.planned", MEETING),
        event(2, "item.added", {"id": "1", "kind": "decision", "title": words("Plan")}),
        event(3, "meeting.held", {"date": ON, "present": ["s", "t", "u"]}),
        event(4, "item.decided", {"item": "1", "outcome": outcome, "in_favour": in_favour}, on),
        seats=seats("s", "t", "u"),
        councils=council(charters=CHARTERS, memberships=members),
    )


@pytest.mark.parametrize("outcome", ["adopted", "amended"])
@pytest.mark.parametrize(
    ("in_favour", "expected"),
    [(1, "2 of the 3 present are in favour, as the charter says"), (2, TAKEN), (3, TAKEN)],
)
def test_what_was_adopted_or_amended_needed_its_votes(outcome, in_favour, expected):
    found = cause(lambda: pb.Programme.parse(decided(outcome, in_favour)))
    assert found == expected or found.endswith(f": needed is that {expected}")


@pytest.mark.parametrize("outcome", ["rejected", "deferred", "noted"])
def test_other_outcomes_needed_none(outcome):
    assert cause(lambda: pb.Programme.parse(decided(outcome, 0))) == TAKEN
    assert cause(lambda: pb.Programme.parse(decided(outcome, 4))).endswith(
        ": needed is that the votes, 4, are no more than those present, 3"
    )


def test_votes_were_counted_by_the_charter_of_the_day_of_the_meeting():
    found = cause(lambda: pb.Programme.parse(decided("adopted", 1, on="2026-03-19")))
    assert found.endswith("2 of the 3 present are in favour, as the charter says")


def test_verify_says_what_the_rules_of_today_would_refuse(tmp_path):
    path = tmp_path / "office.jsonl"
    charters = [{"begin": "2026-01-01", "quorum": "more than 1/2"}]
    added = {"id": "1", "kind": "decision", "title": words("Plan")}
    text = lines(
        event(1, "meeting.planned", MEETING),
        event(2, "item.added", added),
        event(3, "meeting.held", {"date": ON}),
        event(4, "item.decided", {"item": "1", "outcome": "adopted", "in_favour": 1}),
        event(5, "item.added", {**added, "id": "2"}),
        event(6, "item.decided", {"item": "2", "outcome": "noted"}),
        units=named("u"),
        seats=seats("s", "t"),
        councils=council(charters=charters, memberships=[{"seat": "s"}, {"seat": "t"}]),
    )
    path.write_text(text, encoding="utf-8")
    found = [each for each in pb.verify(path).findings if each.kind == "rules"]
    assert [each.event for each in found] == [4]
    assert "nobody is recorded as present" in str(found[0].text)
