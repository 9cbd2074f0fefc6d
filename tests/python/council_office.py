"""Councils for tests: of as many members as are asked for, with any charter, and a meeting on
Wednesday 18 March 2026 in any state."""

import functools
from typing import Any

import probity as pb
from small_office import PROOF, founding, said

HELD_ON = "2026-03-18"
#: For each state of a meeting a day after it came into it.
AFTER = {
    "planned": "2026-03-04",
    "noticed": "2026-03-05",
    "held": "2026-03-20",
    "minuted": "2026-03-25",
    "approved": "2026-03-26",
    "cancelled": "2026-03-05",
}
#: The steps that lead from planned to each state.
PATHS = {
    "planned": [],
    "noticed": ["notice"],
    "held": ["notice", "hold"],
    "minuted": ["notice", "hold", "minute"],
    "approved": ["notice", "hold", "minute", "approve"],
    "cancelled": ["cancel"],
}


@functools.cache
def council(voting: int = 3, silent: int = 0, **charter: Any) -> pb.Programme:
    """A council of s1, s2, ... with a vote and n1, n2, ... without, since 2 January.

    It has a charter if anything is said of one.
    """
    p = founding()
    start = said("2026-01-02")
    p = p.apply(p.establish_council(pb.Council("council", "Council"), **start))
    for letter, number in (("s", voting), ("n", silent)):
        for i in range(1, number + 1):
            p = p.apply(p.add_seat(pb.Seat(f"{letter}{i}", f"{letter}{i}"), **start))
            joined = p.council("council").add_member(f"{letter}{i}", votes=letter == "s", **start)
            p = p.apply(joined)
    if charter:
        p = p.apply(p.council("council").adopt_charter(**charter, **start))
    return p


def planned(p: pb.Programme, date: str | None = HELD_ON, on: str = "2026-02-02") -> pb.Programme:
    return p.apply(p.council("council").plan_meeting(date, year=2026, **said(on)))


def meeting(p: pb.Programme, name: str = "2026-1") -> pb.CouncilMeeting:
    return p.council("council").meeting(name)


def take(p: pb.Programme, step: str, on: str | None = None, reason: str = "why", **more: Any):
    """A step of the meeting, on a day on which nothing but its state speaks against it."""
    given = {"postpone": ["2026-04-15"], "minute": [PROOF]}.get(step, [])
    if step == "add_item":
        given = ["9", "An item"]
    if step == "decide":
        given = ["1", "noted"]
    state = meeting(p).state
    to_be_held = step == "hold" and state in ("planned", "noticed")
    day = on or (HELD_ON if to_be_held else AFTER[state])
    return getattr(meeting(p), step)(*given, **more, **said(day, "team", reason))


def in_state(
    p: pb.Programme, state: str, present: tuple[str, ...] = (), kind: str = "decision"
) -> pb.Programme:
    """The council with a meeting in a state, which has the item "1"."""
    p = planned(p)
    p = p.apply(meeting(p).add_item("1", "Plan", kind, **said("2026-02-03")))
    for step in PATHS[state]:
        more = {"present": list(present)} if step == "hold" else {}
        p = p.apply(take(p, step, **more))
    assert meeting(p).state == state
    return p
