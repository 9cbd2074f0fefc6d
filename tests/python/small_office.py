"""A small made-up office, for tests: two units in two bands, a council of three, and two tasks."""

import json
from typing import Any

import probity as pb

PROOF = pb.Evidence("proof.pdf", "application/pdf", 64 * "0")


def words(text: str) -> dict[str, str]:
    return {"ko": text, "en": text}


def document() -> dict[str, Any]:
    """The office before anything happened to it."""
    return {
        "format": "probity-programme/1",
        "id": "office",
        "title": words("Office"),
        "recorded": "2026-01-02T00:00:00Z",
        "institution": {
            "name": words("Office"),
            "head": {"post": words("Mayor"), "name": words("N")},
        },
    }


def founding() -> pb.Programme:
    return pb.Programme.parse(json.dumps(document()))


def said(on: str, by: str = "team", reason: str = "") -> dict[str, str]:
    return {"on": on, "by": by, "reason": reason}


def with_council() -> pb.Programme:
    """The office with a council of three: a quorum of more than a half, seven days of notice."""
    p = founding()
    start = said("2026-01-02")
    for unit in ("audit", "tax"):
        p = p.apply(p.add_unit(pb.Unit(unit, unit.title()), **start))
    for seat, kind in (("mayor", "head"), ("audit-head", "department_head"), ("tax-head", "staff")):
        p = p.apply(p.add_seat(pb.Seat(seat, seat, kind=kind), **start))
    p = p.apply(p.establish_council(pb.Council("council", ("협의체", "Council")), **start))
    council = p.council("council")
    p = p.apply(
        council.adopt_charter(
            quorum="more than 1/2", decision="more than 1/2", notice_days=7, **start
        )
    )
    for seat in ("mayor", "audit-head", "tax-head"):
        role = "chair" if seat == "mayor" else "member"
        p = p.apply(p.council("council").add_member(seat, role, **start))
    return p


def office() -> pb.Programme:
    """The same with the tasks T-1 and T-2, both adopted on 2 February."""
    p = with_council()
    for name in ("T-1", "T-2"):
        task = pb.Task(name, f"Task {name}", owner="tax", due="2026-06-30")
        p = p.apply(p.propose_task(task, **said("2026-01-05")))
        p = p.apply(p.task(name).adopt(**said("2026-02-02")))
    return p


def worked_office() -> pb.Programme:
    """T-1 has been started, submitted and verified."""
    p = office()
    p = p.apply(p.task("T-1").start(**said("2026-03-02")))
    p = p.apply(p.task("T-1").submit([PROOF], **said("2026-06-01", "tax-head")))
    return p.apply(p.task("T-1").verify(**said("2026-06-10", "audit-head")))
