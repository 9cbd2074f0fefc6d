"""Meetings, items, shares, ids and dates of a founding document: each fault with its place."""

import pytest

from documents import council, days_around, faults, held_meeting, named, programme
from small_office import words

ON = "2026-03-18"


def around(*answers):
    return list(zip(days_around(ON), answers, strict=True))


# Meetings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("noticed", "expected"), around(None, None, "2026-03-19 is after the meeting, 2026-03-18")
)
def test_notice_is_given_by_the_day_of_the_meeting(noticed, expected):
    found = faults(councils=council(meetings=[held_meeting(1, ON, noticed=noticed)]))
    assert found == ([("/councils/0/meetings/0/noticed", expected)] if expected else [])


@pytest.mark.parametrize(
    ("before", "expected"),
    around(
        "2026-03-17 is not after the earliest day, 2026-03-18",
        "2026-03-18 is not after the earliest day, 2026-03-18",
        None,
    ),
)
def test_the_days_between_which_a_meeting_was_held(before, expected):
    found = faults(councils=council(meetings=[held_meeting(1, None, earliest=ON, before=before)]))
    assert found == ([("/councils/0/meetings/0/before", expected)] if expected else [])


@pytest.mark.parametrize("bound", ["earliest", "before"])
def test_a_meeting_with_a_date_needs_no_bounds(bound):
    ((place, message),) = faults(
        councils=council(meetings=[held_meeting(1, ON, **{bound: "2026-03-01"})])
    )
    assert place == f"/councils/0/meetings/0/{bound}"
    assert message.startswith("the meeting has a date, 2026-03-18;")


@pytest.mark.parametrize(
    ("begins", "ends", "expected"),
    [
        ("14:00", "14:01", None),
        ("14:00", "14:00", ("/ends", "14:00 is not after the begin, 14:00")),
        ("14:00", "13:59", ("/ends", "13:59 is not after the begin, 14:00")),
        (None, "14:00", ("/ends", "an end needs the time at which it begins")),
        ("14:00", None, None),
    ],
)
def test_the_hours_of_a_meeting(begins, ends, expected):
    hours = {key: time for key, time in (("begins", begins), ("ends", ends)) if time}
    found = faults(councils=council(meetings=[held_meeting(1, ON, **hours)]))
    assert found == ([("/councils/0/meetings/0" + expected[0], expected[1])] if expected else [])


def test_a_time_needs_a_date_or_one_that_the_meeting_had():
    planned = {**held_meeting(1, None), "state": "planned", "begins": "14:00"}
    fault = "a time needs a date, or one that the meeting had before"
    assert faults(councils=council(meetings=[planned])) == [
        ("/councils/0/meetings/0/begins", fault)
    ]
    moved = {**planned, "earlier_dates": [{"date": ON}]}
    assert faults(councils=council(meetings=[moved])) == []


def test_numbers_have_no_gap_and_stand_once():
    first, second, third = (held_meeting(n, ON) for n in (1, 2, 3))
    assert faults(councils=council(meetings=[second, first, third])) == []
    (gap,) = faults(councils=council(meetings=[first, third]))
    assert gap[0] == "/councils/0/meetings/1/ordinal"
    assert gap[1].startswith("meeting 3 of 2026 is recorded and meeting 2 is not;")
    (twice,) = faults(councils=council(meetings=[first, second, second]))
    assert twice == (
        "/councils/0/meetings/2/ordinal",
        "the regular meeting 2 of 2026 is recorded twice; each ordinal is allowed once",
    )
    other = {**first, "kind": "extraordinary"}
    assert faults(councils=council(meetings=[first, other, {**first, "year": 2025}])) == []


def decided(outcome: str, state: str = "held", **more) -> list[dict]:
    item = {**named("1", kind="decision")[0], "outcome": outcome, **more}
    return [{**held_meeting(1, ON, items=[item]), "state": state}]


@pytest.mark.parametrize(
    ("state", "outcome", "taken"),
    [
        ("planned", "open", True),
        ("planned", "noted", False),
        ("noticed", "noted", False),
        ("cancelled", "noted", False),
        ("held", "noted", True),
        ("minuted", "adopted", True),
        ("approved", "adopted", True),
    ],
)
def test_items_of_a_document_are_decided_by_meetings_that_were_held(state, outcome, taken):
    fault = (
        "/councils/0/meetings/0/items/0/outcome",
        "the meeting was not held; its items are open",
    )
    found = faults(councils=council(meetings=decided(outcome, state)))
    assert found == ([] if taken else [fault])


@pytest.mark.parametrize(
    ("begin", "expected"),
    around(
        "needed is that the votes in favour are recorded, as the charter counts them",
        "needed is that the votes in favour are recorded, as the charter counts them",
        None,
    ),
)
def test_items_of_a_document_are_decided_by_the_charter_of_their_day(begin, expected):
    charter = {"begin": begin, "decision": "more than 1/2"}
    found = faults(councils=council(charters=[charter], meetings=decided("adopted")))
    place = "/councils/0/meetings/0/items/0/outcome"
    assert found == ([(place, expected)] if expected else [])


def test_a_share_is_at_most_the_whole():
    def share(text):
        return faults(councils=council(charters=[{"begin": ON, "decision": text}]))

    for text in ("at least 1/1", "more than 0/1", "at least 2/3"):
        assert share(text) == []
    whole = '; "more than 1/2" or "at least 2/3" is how it is written'
    for text, message in (
        ("at least 2/1", f"'at least 2/1' is no share of a whole{whole}"),
        ("at least 1/0", f"'at least 1/0' is no share of a whole{whole}"),
        ("half", f"'half' is no share{whole}"),
        ("more than 12", f"'more than 12' is no share of a whole{whole}"),
    ):
        ((place, found),) = share(text)
        assert (place, found) == ("/councils/0/charters/0/decision", message)


# Ids ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("a", True),
        (64 * "a", True),
        (65 * "a", False),
        ("", False),
        ("A-1_b.c", True),
        ("7", True),
        ("-a", False),
        (".a", False),
        ("a b", False),
        ("a/b", False),
        ("감사", True),
        ("\u1100\u1161", False),
    ],
)
def test_an_id(name, taken):
    found = faults(units=[{"id": name, "title": words("u")}])
    if taken:
        assert found == []
    else:
        ((place, message),) = found
        assert place == "/institution/units/0/id"
        assert "is no id: an id is 1 to 64 letters, digits and - _ ." in message


@pytest.mark.parametrize(
    ("established", "taken"),
    [
        ("2025", True),
        ("2025-06", True),
        ("2025-06-18", True),
        ("2025-xx", False),
        ("2025-13", False),
        ("2025-00", False),
        ("2025-06-31", False),
        ("2025-6", False),
        ("2025/06", False),
        ("2025-06-xx", False),
        ("20256", False),
        ("x025", False),
        ("1399", False),
        ("1400", True),
        ("9999-12", True),
    ],
)
def test_a_date_in_part(established, taken):
    if taken:
        assert programme(councils=council(established=established)).councils[0].established == (
            established
        )
    else:
        ((place, _),) = faults(councils=council(established=established))
        assert place == "/councils/0/established"


def test_ids_stand_once_among_their_kind():
    def clash(*parts: str) -> list[str]:
        records = {"risk_areas": named("x"), "duties": named("x"), "sources": named("x")}
        return [place for place, _ in faults(**{part: records[part] for part in parts})]

    assert clash("risk_areas", "duties", "sources") == []
    twice = faults(duties=named("x", "y", "x"))
    assert twice == [
        ("/duties/2/id", "the id 'x' is already used at /duties/0/id; each duty has its own")
    ]
