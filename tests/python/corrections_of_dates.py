"""Events of what falls on dates, to be corrected."""

import probity as pb
from corrected_office import BOTH, ON, Case, changing, crowded, stepped
from small_office import PROOF

CASES: dict[str, Case] = {
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
    "education.attended": (
        crowded(),
        lambda p: p.attend,
        ["0412", "education", "2026-01-20"],
        {"minutes": 90, "face_to_face": True, "activity": "broadcast"},
        ["0412", "education"],
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
}
