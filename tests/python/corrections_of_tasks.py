"""Events of tasks, and of what they are measured by, to be corrected."""

import probity as pb
from corrected_office import BOTH, ON, PROPOSED, Case, crowded, stepped
from small_office import PROOF

CASES: dict[str, Case] = {
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
    "goal.changed": (
        stepped(lambda p: p.set_goal(pb.YearGoal("g", 2026, BOTH), **ON)),
        lambda p: p.change_goal,
        ["g"],
        {"year": 2027, "grade": 2},
        ["g"],
    ),
}
