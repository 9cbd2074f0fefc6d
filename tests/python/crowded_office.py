"""A made-up office with more of everything than a page has room for: tasks in all states, councils
that are short of meetings, areas without measures, and a day in every week."""

from __future__ import annotations

import json
from functools import cache

import office
import probity as pb
from small_office import PROOF, said

#: How many there are of each: tasks in one state, councils, areas.
MANY = 40
#: Longer than a line of any page, in both languages, with what markup and spreadsheets trip over.
LONG = (
    f"민원 접수 방법을 다양하게 하고 사전 안내를 늘리는 부서 공동 실천과제 {office.HOSTILE}",
    f"Diversify the ways of handing in complaints, and tell more in advance {office.HOSTILE}",
)
START = said("2026-01-05")


def document() -> dict:
    """The office without its tasks: each Wednesday a day, the last weeks of months a week."""
    made = office.document()
    made["observances"][0]["rules"] = [
        {"begin": "2025-01-01", "rule": {"rrule": "FREQ=WEEKLY;BYDAY=WE"}}
    ]
    del made["observances"][0]["records"]
    made["illustrative"] = True
    return made


def titled(ko_en: tuple[str, str], number: int) -> tuple[str, str]:
    return (f"{number}. {ko_en[0]}", f"{number}. {ko_en[1]}")


@cache
def programme() -> pb.Programme:
    p = pb.Programme.parse(json.dumps(document()))
    p = p.apply(p.add_unit(pb.Unit("tax", ("세무행정 종합지원과", "Division of Tax")), **START))
    for group in ("late", "waiting", "proposed", "done"):
        tasks = [
            pb.Task(
                f"{group}-{i}",
                titled(LONG, i),
                owner="" if i % 3 else "tax",
                due="2026-03-31",
                depends_on=["late-1"] if group == "late" and i > 1 else [],
            )
            for i in range(1, MANY + 1)
        ]
        for task in tasks:
            p = p.apply(p.propose_task(task, **START))
        if group != "proposed":
            p = stepped(p, tasks, "adopt", "2026-02-02")
        if group in ("waiting", "done"):
            p = stepped(p, tasks, "start", "2026-02-03")
            p = p.apply([p.task(t.id).submit([PROOF], **said("2026-03-03", "tax")) for t in tasks])
        if group == "done":
            p = p.apply([p.task(t.id).verify(**said("2026-03-04", "audit")) for t in tasks])
    for i in range(1, MANY + 1):
        p = with_council(p, i)
        area = pb.RiskArea(f"area-{i}", titled(LONG, i))
        p = p.apply(p.name_area(area, **START))
    return p


def stepped(p: pb.Programme, tasks: list[pb.Task], step: str, on: str) -> pb.Programme:
    return p.apply([getattr(p.task(task.id), step)(**said(on)) for task in tasks])


def with_council(p: pb.Programme, number: int) -> pb.Programme:
    """A council that is to decide something soon, and has not met as often as it must."""
    name = f"council-{number}"
    p = p.apply(p.establish_council(pb.Council(name, titled(LONG, number)), **START))
    quota = pb.Quota(f"meetings-{number}", 4, "2026-01-01", title=titled(LONG, number), of=name)
    p = p.apply(p.set_quota(quota, **START))
    p = p.apply(p.council(name).plan_meeting("2026-12-10", **START))
    meeting = p.council(name).meetings[0]
    return p.apply(meeting.add_item("1", LONG, "decision", **START))


def view() -> pb.View:
    return programme().view(on="2026-12-01")
