"""A correction is a patch: what it does not name stays as the event that it corrects said it."""

from collections.abc import Callable
from typing import get_args

import pytest

import probity as pb
from corrected_office import (
    BOTH,
    ON,
    PROPOSED,
    Command,
    changing,
    crowded,
    meeting,
    planned,
    stepped,
    was_held,
    when,
    with_item,
)
from probity.types import EventKind
from small_office import PROOF

#: Of each kind the programme before it, its command, all that it says, and the least that has to be
#: said again.
CASES: dict[str, tuple[pb.Programme, Callable[[pb.Programme], Command], list, dict, list]] = {
    "unit.added": (
        crowded(),
        lambda p: p.add_unit,
        [
            pb.Unit("new", BOTH, kind="affiliated_institution", begin="2026-02-01", source="plan"),
            "B-01",
        ],
        {},
        [pb.Unit("new", BOTH)],
    ),
    "unit.moved": (crowded(), lambda p: p.move_unit, ["park", "B-02"], {}, ["park", "B-02"]),
    "unit.closed": (
        crowded(),
        lambda p: p.close_unit,
        ["park"],
        {"to": "audit"},
        ["park"],
    ),
    "seat.added": (
        crowded(),
        lambda p: p.add_seat,
        [
            pb.Seat(
                "s",
                BOTH,
                kind="head",
                unit="tax",
                begin="2026-01-01",
                end="2027-01-01",
                source="plan",
            )
        ],
        {},
        [pb.Seat("s", BOTH)],
    ),
    "bands.parted": (
        crowded(),
        lambda p: p.part_bands,
        [[pb.Band("B-01", BOTH, units=["audit", "tax", "park"])]],
        {},
        [[pb.Band("B-01", BOTH, units=["audit", "tax", "park"])]],
    ),
    "council.established": (
        crowded(),
        lambda p: p.establish_council,
        [
            pb.Council(
                "c",
                BOTH,
                established="2026-01",
                reports_to=BOTH,
                purposes=[BOTH],
                members=[BOTH],
                note=BOTH,
                source="plan",
            )
        ],
        {},
        [pb.Council("c", BOTH)],
    ),
    "council.charter_adopted": (
        crowded(),
        lambda p: p.council("council").adopt_charter,
        [],
        {
            "quorum": "at least 2/3",
            "decision": "more than 1/2",
            "notice_days": 5,
            "written_resolution": True,
            "note": BOTH,
            "source": "plan",
        },
        [],
    ),
    "council.cadence_changed": (
        crowded(),
        lambda p: p.council("council").change_cadence,
        [pb.EveryMonths(4, "2026-03-15")],
        {"begin": "2026-03-01", "note": BOTH, "source": "plan"},
        [pb.EveryMonths(4, "2026-03-15")],
    ),
    "council.member_joined": (
        crowded(),
        lambda p: p.council("council").add_member,
        ["tax-head", "secretary"],
        {"votes": False},
        ["tax-head"],
    ),
    "council.member_left": (
        crowded(),
        lambda p: p.council("council").remove_member,
        ["mayor"],
        {},
        ["mayor"],
    ),
    "meeting.planned": (
        crowded(),
        lambda p: p.council("council").plan_meeting,
        ["2027-03-18", "extraordinary"],
        {
            "year": 2026,
            "begins": "14:00",
            "ends": "16:00",
            "title": BOTH,
            "place": BOTH,
            "presiding": BOTH,
            "note": BOTH,
            "source": "plan",
        },
        [],
    ),
    "meeting.postponed": (
        stepped(planned),
        lambda p: meeting(p).postpone,
        ["2026-04-01"],
        {"begins": "10:00", "ends": "11:00"},
        [],
    ),
    "meeting.held": (
        stepped(planned),
        lambda p: meeting(p).hold,
        [["mayor", "audit-head"]],
        {"earliest": "2026-01-05", "before": "2026-02-02"},
        [],
    ),
    "meeting.minuted": (
        stepped(planned, was_held),
        lambda p: meeting(p).minute,
        [PROOF],
        {},
        [PROOF],
    ),
    "item.added": (
        stepped(planned),
        lambda p: meeting(p).add_item,
        ["1", BOTH, "decision"],
        {},
        ["1", BOTH],
    ),
    "item.decided": (
        stepped(planned, with_item, was_held),
        lambda p: meeting(p).decide,
        ["1", "adopted"],
        {"in_favour": 1, "against": 0, "abstained": 1},
        ["1", "adopted"],
    ),
    "task.proposed": (
        crowded(),
        lambda p: p.propose_task,
        [PROPOSED],
        {},
        [pb.Task("T-3")],
    ),
    "task.submitted": (
        stepped(
            lambda p: p.task("T-1").adopt(**ON),
            lambda p: p.task("T-1").start(**ON),
        ),
        lambda p: p.task("T-1").submit,
        [[PROOF]],
        {},
        [[PROOF]],
    ),
    "task.superseded": (crowded(), lambda p: p.task("T-1").supersede, ["T-2"], {}, ["T-2"]),
    "task.assigned": (
        crowded(),
        lambda p: p.task("T-1").assign,
        ["audit", "B-02"],
        {},
        ["audit"],
    ),
    "task.rescheduled": (
        crowded(),
        lambda p: p.task("T-1").reschedule,
        ["2026-06-30"],
        {},
        ["2026-06-30"],
    ),
    "task.weighted": (crowded(), lambda p: p.task("T-1").weigh, [4], {}, [4]),
    "task.linked": (
        crowded(),
        lambda p: p.task("T-1").link,
        [],
        {"depends_on": ["T-2"], "indicators": ["i-1"]},
        [],
    ),
    "task.directed": (crowded(), lambda p: p.task("T-1").direct, ["contracts"], {}, ["contracts"]),
    "area.named": (
        crowded(),
        lambda p: p.name_area,
        [pb.RiskArea("a", BOTH, owners=["tax"], source="plan")],
        {},
        [pb.RiskArea("a", BOTH)],
    ),
    "area.assigned": (
        crowded(),
        lambda p: p.assign_area,
        ["contracts", ["tax"]],
        {},
        ["contracts", ["tax"]],
    ),
    "occurrence.recorded": (
        crowded(),
        lambda p: p.observance("day").record,
        ["2026-03-18", "2026-03-19"],
        {"days": 2, "status": "moved", "source": "plan", "evidence": [PROOF]},
        ["2026-03-18"],
    ),
    "rule.changed": (
        crowded(),
        lambda p: p.observance("day").change_rule,
        [2, pb.MO],
        {"begin": "2026-03-01", "note": BOTH, "source": "plan"},
        [2, pb.MO],
    ),
    "activity.added": (
        crowded(),
        lambda p: p.add_activity,
        [
            pb.Activity(
                "a",
                BOTH,
                observance="day",
                audience=BOTH,
                begin="2026-01-01",
                note=BOTH,
                source="plan",
            )
        ],
        {},
        [pb.Activity("a", BOTH)],
    ),
    "activity.dated": (
        crowded(),
        lambda p: next(a for a in p.activities if a.id == "broadcast").date,
        ["2026-03-18"],
        {"note": BOTH, "source": "plan"},
        ["2026-03-18"],
    ),
    "count.declared": (
        crowded(),
        lambda p: p.declare,
        ["tasks", 3, 2026],
        {"note": BOTH, "source": "plan"},
        ["tasks", 3, 2026],
    ),
    "quota.set": (
        crowded(),
        lambda p: p.set_quota,
        [
            pb.Quota(
                "q",
                2,
                "2026-01-01",
                "2028-01-01",
                title=BOTH,
                subject="occurrences",
                of="day",
                per="quarter",
                counts=["held", "regular"],
                source="plan",
                note=BOTH,
            )
        ],
        {},
        [pb.Quota("q", 2, "2026-01-01")],
    ),
    "official.listed": (
        crowded(),
        lambda p: p.list_official,
        [
            pb.Official(
                "9", unit="tax", begin="2026-01-01", end="2027-01-01", appointed="2026-01-01"
            )
        ],
        {},
        [pb.Official("9")],
    ),
    "education.attended": (
        crowded(),
        lambda p: p.attend,
        ["0412", "education", "2026-01-20"],
        {"minutes": 90, "face_to_face": True, "activity": "broadcast"},
        ["0412", "education"],
    ),
    "indicator.added": (
        crowded(),
        lambda p: p.add_indicator,
        [pb.Indicator("i", 2026, BOTH, source="plan")],
        {},
        [pb.Indicator("i", 2026, BOTH)],
    ),
    "assessment.entered": (
        crowded(),
        lambda p: p.enter_assessment,
        [
            pb.Assessment(
                2025,
                grade=2,
                perception=80.5,
                effort=90,
                deduction=1,
                score=83.4,
                published="2025-12-18",
                note=BOTH,
                source="plan",
            )
        ],
        {},
        [pb.Assessment(2025)],
    ),
    "goal.set": (
        crowded(),
        lambda p: p.set_goal,
        [pb.YearGoal("g", 2026, BOTH, grade=1, source="plan")],
        {},
        [pb.YearGoal("g", 2026, BOTH)],
    ),
    "source.added": (
        crowded(),
        lambda p: p.add_source,
        ["new"],
        {"title": BOTH, "date": "2026-01-05"},
        ["new"],
    ),
    "banding.added": (
        pb.Programme.new("mapo", "마포구", **ON),
        lambda p: p.add_banding,
        [],
        {"title": BOTH, "character": BOTH, "purposes": [BOTH], "bands": [{"id": "B-01"}]},
        [],
    ),
    "observance.added": (
        crowded(),
        lambda p: p.add_observance,
        ["week"],
        {
            "kind": "week",
            "title": BOTH,
            "rules": [{"begin": "2026-01-01", "rule": {"week": 3, "convention": "ISO"}}],
            "short_below": 4,
            "note": BOTH,
        },
        ["week"],
    ),
    "occasion.added": (
        crowded(),
        lambda p: p.add_occasion,
        ["ceremony"],
        {"title": BOTH, "date": "2026-03-02", "note": BOTH, "source": "plan"},
        ["ceremony"],
    ),
    "duty.added": (
        crowded(),
        lambda p: p.add_duty,
        ["ethics"],
        {"title": BOTH, "sessions": 2, "face_to_face_when_new": False, "basis": BOTH},
        ["ethics"],
    ),
    **{
        kind: (crowded(), (lambda p, kind=kind: changing(p, kind)), given, named, given)
        for kind, given, named in [
            (
                "programme.changed",
                [],
                {
                    "title": BOTH,
                    "goals": [BOTH],
                    "prompted_by": BOTH,
                    "not_published": [{"what": {"ko": "둘", "en": "both"}}],
                    "notes": [BOTH],
                },
            ),
            ("institution.changed", [], {"name": BOTH}),
            ("head.changed", [], {"post": BOTH, "name": BOTH, "term": BOTH}),
            ("unit.changed", ["audit"], {"title": BOTH, "kind": "affiliated_institution"}),
            ("seat.changed", ["mayor"], {"title": BOTH, "kind": "head", "unit": "audit"}),
            ("source.changed", ["plan"], {"title": BOTH, "date": "2026-01-05"}),
            ("banding.changed", [], {"title": BOTH, "inaugurated": "2026-01-05"}),
            ("council.changed", ["council"], {"name": BOTH, "purposes": [BOTH]}),
            ("observance.changed", ["day"], {"title": BOTH, "note": BOTH}),
            ("activity.changed", ["broadcast"], {"category": "culture", "observance": "day"}),
            ("area.changed", ["contracts"], {"title": BOTH, "source": "plan"}),
            ("task.changed", ["T-1"], {"title": BOTH, "source": "plan"}),
            ("duty.changed", ["education"], {"sessions": 3, "begin": "2026-01-01"}),
            ("official.changed", ["0412"], {"unit": "audit", "begin": "2026-01-01"}),
            ("indicator.changed", ["i-1"], {"year": 2027, "title": BOTH}),
        ]
    },
    "obligation.added": (
        crowded(),
        lambda p: p.add_obligation,
        [pb.Obligation("o", BOTH, rule="매년 2월 말일", owner="audit", note=BOTH, source="plan")],
        {},
        [pb.Obligation("o", BOTH, rule="매년 2월 말일")],
    ),
    "obligation.changed": (
        stepped(lambda p: p.add_obligation(pb.Obligation("o", BOTH, rule="매년 2월 말일"), **ON)),
        lambda p: p.change_obligation,
        ["o"],
        {"owner": "tax", "note": BOTH, "lead_days": 7},
        ["o"],
    ),
    "obligation.done": (
        stepped(lambda p: p.add_obligation(pb.Obligation("o", BOTH, rule="매년 2월 말일"), **ON)),
        lambda p: p.fulfil_obligation,
        ["o", "2026"],
        {
            "date": "2026-01-05",
            "evidence": [pb.Evidence("letter.pdf", "application/pdf", "0" * 64)],
        },
        ["o", "2026"],
    ),
    "matter.added": (
        crowded(),
        lambda p: p.add_matter,
        [pb.Matter("m", "private_interest", "2026-01-05", seat="mayor", unit="tax")],
        {},
        [pb.Matter("m", "private_interest", "2026-01-05")],
    ),
    "matter.changed": (
        stepped(lambda p: p.add_matter(pb.Matter("m", "private_interest", "2026-01-05"), **ON)),
        lambda p: p.change_matter,
        ["m"],
        {"seat": "mayor", "unit": "tax"},
        ["m"],
    ),
    "occasion.changed": (
        stepped(lambda p: p.add_occasion("ceremony", title=BOTH, date="2026-03-02", **ON)),
        lambda p: p.change_occasion,
        ["ceremony"],
        {"date": "2026-03-03", "note": BOTH},
        ["ceremony"],
    ),
    "quota.changed": (
        stepped(
            lambda p: p.set_quota(
                pb.Quota("q", 3, "2026-01-01", of="council", title="Meetings"), **ON
            )
        ),
        lambda p: p.change_quota,
        ["q"],
        {"title": BOTH, "times": 4, "counts": {"regular": True}},
        ["q"],
    ),
    "goal.changed": (
        stepped(lambda p: p.set_goal(pb.YearGoal("g", 2026, BOTH), **ON)),
        lambda p: p.change_goal,
        ["g"],
        {"year": 2027, "grade": 2},
        ["g"],
    ),
}
#: Kinds that say nothing beyond their subject.
PLAIN = {
    *("seat.closed", "meeting.noticed", "meeting.cancelled", "meeting.approved"),
    *("task.adopted", "task.rejected", "task.started", "task.put_on_hold", "task.resumed"),
    *("task.verified", "task.sent_back", "task.closed", "task.reopened", "task.withdrawn"),
    *("official.appointed", "official.left", "event.annulled", "programme.founded"),
    "obligation.waived",
    *(kind for kind in get_args(EventKind) if kind.endswith(".ended")),
}


def test_every_kind_of_event_is_corrected_here():
    assert set(CASES) | PLAIN == set(get_args(EventKind))
    assert not set(CASES) & PLAIN


@pytest.mark.parametrize("kind", CASES)
def test_what_a_correction_does_not_name_stays(kind):
    before, command, given, named, least = CASES[kind]
    event = command(before)(*given, **named, **when(kind))
    assert event.kind == kind
    p = before.apply(event)
    number = len(p.history)
    correction = command(p)(*least, on=event.effective, by="audit", corrects=number)
    assert correction.body == event.body
    assert (correction.subject, correction.reason) == (event.subject, "why")
    assert correction.actor == "audit"
    assert p.apply(correction)


@pytest.mark.parametrize("kind", [kind for kind in CASES if CASES[kind][3]])
def test_each_argument_can_be_named_alone(kind):
    before, command, given, named, least = CASES[kind]
    event = command(before)(*given, **named, **when(kind))
    p = before.apply(event)
    for name, value in named.items():
        alone = least
        if value == "moved":
            alone = given  # which says the day to which it is moved
        said_again = command(p)(
            *alone, **{name: value}, on=event.effective, by="audit", corrects=len(p.history)
        )
        assert said_again.body == event.body, name
