"""A correction is a patch: what it does not name stays as the event that it corrects said it."""

import datetime
import json
from collections.abc import Callable
from typing import Any, get_args

import pytest

import probity as pb
from conftest import day
from probity.types import EventKind
from small_office import PROOF, document, office, said, words

Command = Callable[..., pb.Event]


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
        [
            pb.Task(
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
        ],
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


def corrected(task: pb.Task, **more: Any) -> pb.Task:
    p = CASES["task.proposed"][0]
    p = p.apply(p.propose_task(*CASES["task.proposed"][2], **WHEN))
    return p.apply(
        p.propose_task(task, on="2026-02-03", by="audit", corrects=len(p.history), **more)
    ).task("T-3")


def test_a_new_title_loses_no_weight_and_no_indicators():
    task = corrected(pb.Task("T-3", "New"))
    assert (task.title, task.weight, task.indicators) == ("New", 3, ["i-1"])
    assert (task.due, task.depends_on, task.owner) == (day("2026-06-30"), ["T-1"], "tax")


def test_what_is_named_counts_also_where_it_is_as_usual():
    task = corrected(pb.Task("T-3", weight=1, kind="practice_task", indicators=[]))
    assert (task.weight, task.kind, task.indicators) == (1, "practice_task", [])
    assert (task.due, task.title.korean) == (day("2026-06-30"), "둘")


def test_none_empties_what_it_names():
    task = corrected(
        pb.Task("T-3", None, due=None, weight=None, owner=None, band=None, depends_on=None)
    )
    assert (task.title, task.due, task.weight) == ("", None, 1)
    assert (task.owner, task.band, task.depends_on) == ("", "", [])
    assert (task.indicators, task.risk_area) == (["i-1"], "contracts")


def test_none_empties_an_argument_and_the_reason():
    p = crowded()
    p = p.apply(p.task("T-1").link(depends_on=["T-2"], indicators=["i-1"], **WHEN))
    link = p.task("T-1").link(
        depends_on=None, on="2026-02-03", by="audit", reason=None, corrects=len(p.history)
    )
    assert (link.body.depends_on, link.body.indicators, link.reason) == ([], ["i-1"], "")
    p = crowded()
    p = p.apply(p.task("T-1").assign("audit", "B-02", **WHEN))
    assign = p.task("T-1").assign("audit", None, **said("2026-02-03"), corrects=len(p.history))
    assert (assign.body.band, assign.reason) == ("", "why")


def test_a_task_follows_its_new_owner_unless_its_band_was_chosen():
    p = crowded()
    p = p.apply(p.task("T-1").assign("audit", **WHEN))
    assert p.task("T-1").band == "B-01"
    again = p.task("T-1").assign("tax", **said("2026-02-03"), corrects=len(p.history))
    assert again.body.band == "B-02"


def test_a_meeting_keeps_its_number_when_its_plan_is_corrected():
    p = stepped(planned, lambda p: p.council("council").plan_meeting("2026-07-15", **ON))
    event = p.council("council").plan_meeting(place="Room 3", **ON, corrects=1)
    assert (event.subject, event.body.date) == ("council/2026-1", day("2026-03-18"))
    moved = p.apply(event)
    assert meeting(moved).place == "Room 3"
    assert meeting(moved).begins == datetime.time(14)


def test_a_charter_begins_on_the_day_of_its_correction():
    p = crowded()
    council = p.council("council")
    p = p.apply(council.adopt_charter(quorum="at least 2/3", notice_days=5, **WHEN))
    p = p.apply(
        p.council("council").adopt_charter(
            quorum=None, on="2026-02-10", by="team", corrects=len(p.history)
        )
    )
    charter = p.council("council").charters[-1]
    assert (charter.begin, charter.quorum, charter.notice_days) == (day("2026-02-10"), None, 5)


def test_a_record_of_a_programme_says_what_differs_from_a_plain_one():
    p = crowded()
    p = p.apply(p.name_area(pb.RiskArea("a", "Old", owners=["tax"]), **WHEN))
    other = crowded()
    other = other.apply(other.name_area(pb.RiskArea("a", "New"), **WHEN))
    event = p.name_area(other.risk_areas[-1], **said("2026-02-03"), corrects=1)
    assert (event.body.title, event.body.owners) == ("New", ["tax"])


def test_another_occurrence_does_not_keep_the_date_of_the_first():
    p = crowded()
    p = p.apply(p.observance("day").record("2026-03-18", "2026-03-19", **WHEN))
    event = p.observance("day").record("2026-04-15", **said("2026-02-03"), corrects=1)
    assert (event.body.nominal, event.body.observed) == (day("2026-04-15"), day("2026-04-15"))


@pytest.mark.parametrize(("nominal", "status"), [("2026-03-18", "moved"), (None, "held")])
def test_an_occurrence_keeps_its_day_also_if_it_has_to_have_one(nominal, status):
    p = crowded()
    on = {**WHEN, "on": "2026-03-26"}
    p = p.apply(p.observance("day").record(nominal, "2026-03-25", status=status, **on))
    corrects = len(p.history)
    event = p.observance("day").record(
        nominal, status=status, days=2, on="2026-03-27", by="team", corrects=corrects
    )
    assert (event.body.observed, event.body.status, event.body.days) == (
        day("2026-03-25"),
        status,
        2,
    )


def test_none_is_refused_where_a_value_is_needed():
    with pytest.raises(TypeError, match="'band' is needed, not None"):
        crowded().move_unit("park", None, **WHEN)


def test_a_correction_of_another_kind_takes_nothing_over():
    p = office()
    p = p.apply(p.task("T-1").start(**said("2026-03-02")))
    number = len(p.history)
    event = p.task("T-1").withdraw(on="2026-03-02", by="team", reason="not needed", corrects=number)
    assert (event.body, event.reason) == (None, "not needed")
