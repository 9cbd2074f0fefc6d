"""The content that some steps add to the options of their verbs.

They are days that follow from the act, the council or observance of a meeting or quota, and a start
that nobody recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import probity as pb
from probity.cli import naming
from probity.cli.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from probity.cli.acts import Draft

Body = dict[str, Any]


def plan_meeting(draft: Draft, council: str, body: Body) -> None:
    draft.add(draft.programme.council(council).plan_meeting(**body, **draft.act.said))


def hold_meeting(draft: Draft, meeting: str, body: Body) -> None:
    council, _, number = meeting.partition("/")
    planned = draft.programme.council(council).meeting(number).date
    if "date" not in body:
        unknown = "earliest" in body or "before" in body
        body["date"] = None if unknown else (planned or draft.act.on).isoformat()
    draft.step("meeting.held", meeting, body)


def submit_task(draft: Draft, task: str, body: Body) -> None:
    """Work that is handed in was begun: if nobody recorded that, it is recorded with it."""
    if draft.programme.task(task).state == "adopted":
        draft.step("task.started", task, reason=draft.words("started_with"))
    draft.step("task.submitted", task, body)


def from_the_day(kind: str) -> Callable[[Draft, str, Body], None]:
    """A step whose record holds from the day of the act, unless another is said."""

    def step(draft: Draft, subject: str, body: Body) -> None:
        draft.step(kind, subject, {"begin": draft.act.on.isoformat(), **body})

    return step


def postpone_meeting(draft: Draft, meeting: str, body: Body) -> None:
    draft.step("meeting.postponed", meeting, {"date": None, **body})


def declare_count(draft: Draft, _: str, body: Body) -> None:
    draft.step("count.declared", body["what"], body)


def enter_assessment(draft: Draft, _: str, body: Body) -> None:
    draft.step("assessment.entered", str(body["year"]), body)


def attend(draft: Draft, official: str, body: Body) -> None:
    usual = {"official": official, "date": draft.act.on.isoformat(), "minutes": 60}
    draft.step("education.attended", official, {**usual, **body})


def fulfil_obligation(draft: Draft, obligation: str, body: Body) -> None:
    body["evidence"] = [pb.Evidence(**each) for each in body.get("evidence", ())]
    draft.add(draft.programme.fulfil_obligation(obligation, **body, **draft.act.said))


def waive_obligation(draft: Draft, obligation: str, body: Body) -> None:
    draft.add(draft.programme.waive_obligation(obligation, **body, **draft.act.said))


def set_quota(draft: Draft, quota: str, body: Body) -> None:
    if "of" not in body:  # refused as any key that is missing
        draft.step("quota.set", quota, body)
        return
    programme = draft.programme
    known = ("council", "observance")
    found = [kind for kind in known if body["of"] in naming.ids(programme, kind)]
    if not found:
        for kind in known:
            try:
                body["of"], found = draft.find(kind, body["of"], "--of"), [kind]
            except Refused as error:
                refused = error
            else:
                break
        else:
            raise refused
    body["subject"] = {"council": "meetings", "observance": "occurrences"}[found[0]]
    draft.step("quota.set", quota, body)


STEPS: Mapping[str, Callable[[Draft, str, Body], None]] = {
    "meeting.planned": plan_meeting,
    "meeting.held": hold_meeting,
    "meeting.postponed": postpone_meeting,
    "task.submitted": submit_task,
    "council.charter_adopted": from_the_day("council.charter_adopted"),
    "council.cadence_changed": from_the_day("council.cadence_changed"),
    "count.declared": declare_count,
    "assessment.entered": enter_assessment,
    "education.attended": attend,
    "obligation.done": fulfil_obligation,
    "obligation.waived": waive_obligation,
    "quota.set": set_quota,
}
