"""An office whose events are corrected: what stands before each, and how it is recorded."""

import json
from collections.abc import Callable
from typing import Any

import probity as pb
from small_office import document, words

Command = Callable[..., pb.Event]
#: The programme before an event, its command, all that it says, by place and by name, and the least
#: that has to be said again.
Case = tuple[pb.Programme, Callable[[pb.Programme], Command], list, dict, list]


def crowded() -> pb.Programme:
    """The small office with one record of all that an event can name."""
    made = document()
    made["institution"] |= {
        "units": [{"id": unit, "title": words(unit)} for unit in ("audit", "tax", "park")],
        "seats": [
            {"id": seat, "title": words(seat), "kind": "staff"}
            for seat in ("mayor", "audit-head", "tax-head")
        ],
    }
    made |= {
        "sources": [{"id": "plan", "title": words("Plan")}],
        "banding": {
            "title": words("Bands"),
            "bands": [{"id": "B-01", "units": ["audit", "park"]}, {"id": "B-02", "units": ["tax"]}],
        },
        "observances": [
            {
                "id": "day",
                "kind": "day",
                "title": words("Day"),
                "rules": [{"begin": "2025-01-01", "rule": {"rrule": "FREQ=MONTHLY;BYDAY=3WE"}}],
            }
        ],
        "activities": [{"id": "broadcast", "title": words("Broadcast")}],
        "councils": [
            {
                "id": "council",
                "name": words("Council"),
                "charters": [
                    {"begin": "2026-01-01", "quorum": "more than 1/2", "written_resolution": True}
                ],
                "memberships": [{"seat": "mayor"}, {"seat": "audit-head"}],
            }
        ],
        "risk_areas": [{"id": "contracts", "title": words("Contracts")}],
        "duties": [{"id": "education", "title": words("Education")}],
        "officials": [{"id": "0412", "unit": "tax"}],
        "indicators": [{"id": "i-1", "year": 2026, "title": words("One")}],
        "tasks": [
            {"id": name, "kind": "practice_task", "title": words(name), "owner": "tax"}
            for name in ("T-1", "T-2")
        ],
    }
    return pb.Programme.parse(json.dumps(made))


def stepped(*steps: Callable[[pb.Programme], pb.Event]) -> pb.Programme:
    p = crowded()
    for step in steps:
        p = p.apply(step(p))
    return p


def planned(p: pb.Programme) -> pb.Event:
    return p.council("council").plan_meeting("2026-03-18", begins="14:00", **ON)


def with_item(p: pb.Programme) -> pb.Event:
    return meeting(p).add_item("1", "Plan", "decision", **ON)


def was_held(p: pb.Programme) -> pb.Event:
    return meeting(p).hold(["mayor", "audit-head"], on="2026-03-18", by="team")


def meeting(p: pb.Programme) -> pb.CouncilMeeting:
    return p.council("council").meeting("2026-1")


ON = {"on": "2026-02-02", "by": "team"}
WHEN: dict[str, Any] = {"on": "2026-02-03", "by": "team", "reason": "why"}
BOTH = ("둘", "both")

#: Meetings are minuted and decide once they were held.
LATER = {**WHEN, "on": "2026-03-20"}


def when(kind: str) -> dict[str, Any]:
    return LATER if kind in ("meeting.minuted", "item.decided") else WHEN


def changing(p: pb.Programme, kind: str) -> Command:
    return getattr(p, f"change_{kind.partition('.')[0]}")


#: A task that says all that a task can say when it is proposed.
PROPOSED = pb.Task(
    "T-3",
    BOTH,
    kind="action_item",
    owner="tax",
    band="B-02",
    risk_area="contracts",
    due="2026-06-30",
    weight=3,
    depends_on=["T-1"],
    indicators=["i-1"],
    source="plan",
)
