"""The life of a task, cell by cell: every step from every state, taken or refused for a cause."""

import functools
import re

import pytest

import probity as pb
from conftest import day
from refusals import TAKEN, cause, read_table
from small_office import PROOF, founding, said

#: Which steps are taken from which state; `.` is refused.
STEPS = """
            adopt reject start hold resume submit verify send_back close reopen withdraw supersede
proposed    +     +      .     .    .      .      .      .         .     .      +        +
adopted     .     .      +     .    .      .      .      .         .     .      +        +
in_progress .     .      .     +    .      +      .      .         .     .      +        +
on_hold     .     .      .     .    +      .      .      .         .     .      +        +
submitted   .     .      .     .    .      .      +      +         .     .      +        +
verified    .     .      .     .    .      .      .      .         +     +      .        .
closed      .     .      .     .    .      .      .      .         .     +      .        .
rejected    .     .      .     .    .      .      .      .         .     .      .        .
withdrawn   .     .      .     .    .      .      .      .         .     .      .        .
superseded  .     .      .     .    .      .      .      .         .     .      .        .
"""

#: The state to which a step leads.
GOAL = {
    "adopt": "adopted",
    "reject": "rejected",
    "start": "in_progress",
    "hold": "on_hold",
    "resume": "in_progress",
    "submit": "submitted",
    "verify": "verified",
    "send_back": "in_progress",
    "close": "closed",
    "reopen": "in_progress",
    "withdraw": "withdrawn",
    "supersede": "superseded",
}

#: Which changes are made in which state; they leave it as it is.
CHANGES = """
            assign reschedule weigh link direct
proposed    +      +          +     +    +
adopted     +      +          +     +    +
in_progress +      +          +     +    +
on_hold     +      +          +     +    +
submitted   +      +          +     +    +
verified    .      .          .     .    .
closed      .      .          .     .    .
rejected    .      .          .     .    .
withdrawn   .      .          .     .    .
superseded  .      .          .     .    .
"""

OPEN = "proposed or adopted or in_progress or on_hold or submitted"

#: The steps that lead from proposed to each state.
PATHS = {
    "proposed": [],
    "adopted": ["adopt"],
    "in_progress": ["adopt", "start"],
    "on_hold": ["adopt", "start", "hold"],
    "submitted": ["adopt", "start", "submit"],
    "verified": ["adopt", "start", "submit", "verify"],
    "closed": ["adopt", "start", "submit", "verify", "close"],
    "rejected": ["reject"],
    "withdrawn": ["withdraw"],
    "superseded": ["supersede"],
}

#: What a step says beside its day, who takes it and why.
GIVEN: dict[str, list] = {
    "submit": [[PROOF]],
    "supersede": ["T-2"],
    "assign": ["audit"],
    "reschedule": ["2026-09-30"],
    "weigh": [4],
    "direct": ["contracts"],
}


def take(p: pb.Programme, step: str, on: str, by: str = "audit-head", reason: str = "why"):
    named = {"depends_on": ["T-2"]} if step == "link" else {}
    verb = getattr(p.task("T-1"), step)
    return verb(*GIVEN.get(step, []), **named, **said(on, by, reason))


@functools.cache
def office_in(state: str) -> pb.Programme:
    """T-1 in a state since 2 March; the steps were taken by the head of the tax unit."""
    p = founding()
    start = said("2026-01-05")
    for unit in ("audit", "tax"):
        p = p.apply(p.add_unit(pb.Unit(unit, unit), **start))
    p = p.apply(p.name_area(pb.RiskArea("contracts", "Contracts"), **start))
    for name in ("T-1", "T-2"):
        p = p.apply(p.propose_task(pb.Task(name, name, owner="tax"), **start))
    for step in PATHS[state]:
        by = "audit-head" if step == "verify" else "tax-head"
        p = p.apply(take(p, step, "2026-03-02", by=by))
    assert p.task("T-1").state == state
    return p


def states_from(step: str) -> str:
    """The states in which a step is allowed, in the words of a refusal."""
    return " or ".join(
        state for state, each, cell in read_table(STEPS) if (each, cell) == (step, "+")
    )


@pytest.mark.parametrize(("state", "step", "cell"), read_table(STEPS))
def test_a_step_from_a_state(state, step, cell):
    p = office_in(state)
    if cell == ".":
        expected = f"{state} -> {GOAL[step]}: it is {states_from(step)}"
        assert cause(lambda: take(p, step, "2026-03-03")) == expected
        return
    before = p.task("T-1")
    event = take(p, step, "2026-03-03")
    task = p.apply(event).task("T-1")
    assert task.state == GOAL[step]
    change = task.changes[-1]
    assert (change.on, change.state) == (day("2026-03-03"), GOAL[step])
    assert change.event == len(p.history) + 1
    assert len(task.changes) == len(before.changes) + 1
    assert before.state == state, "the programme itself does not change"


@pytest.mark.parametrize(("state", "change", "cell"), read_table(CHANGES))
def test_a_change_in_a_state(state, change, cell):
    p = office_in(state)
    if cell == ".":
        expected = f"{state} -> {state}: it is open, which is {OPEN}"
        assert cause(lambda: take(p, change, "2026-03-03")) == expected
        return
    before = p.task("T-1")
    task = p.apply(take(p, change, "2026-03-03")).task("T-1")
    assert (task.state, task.changes) == (state, before.changes)
    fields = ("owner", "due", "weight", "depends_on", "risk_area")
    now = {field: getattr(task, field) for field in fields}
    expected_now = {field: getattr(before, field) for field in fields} | {
        "assign": {"owner": "audit"},
        "reschedule": {"due": day("2026-09-30")},
        "weigh": {"weight": 4},
        "link": {"depends_on": ["T-2"]},
        "direct": {"risk_area": "contracts"},
    }[change]
    assert now == expected_now


REASONED = ["reject", "hold", "send_back", "reopen", "withdraw", "supersede"]


@pytest.mark.parametrize(
    ("step", "state"),
    [(step, state) for state, step, cell in read_table(STEPS) if cell == "+"],
)
def test_which_steps_need_a_reason(step, state):
    p = office_in(state)
    expected = TAKEN if step not in REASONED else f"{state} -> {GOAL[step]}: a reason is given"
    assert cause(lambda: take(p, step, "2026-03-03", reason="")) == expected


def test_a_task_is_handed_in_with_evidence():
    p = office_in("in_progress")
    unmet = "in_progress -> submitted: evidence is handed in"
    assert cause(lambda: p.task("T-1").submit([], **said("2026-03-03"))) == unmet


def test_evidence_adds_up():
    p = office_in("submitted")
    second = pb.Evidence("second.pdf", "application/pdf", 64 * "1")
    p = p.apply(take(p, "send_back", "2026-03-03"))
    p = p.apply(p.task("T-1").submit([second], **said("2026-03-04", "tax-head")))
    assert p.task("T-1").evidence == [PROOF, second]


def test_another_than_the_last_submitter_verifies():
    """The one who sent it back and the first submitter may; the last submitter may not."""
    p = office_in("submitted")
    p = p.apply(take(p, "send_back", "2026-03-03", by="mayor"))
    p = p.apply(take(p, "submit", "2026-03-04", by="audit-head"))
    unmet = "submitted -> verified: another than its submitter, 'audit-head', verifies it"
    assert cause(lambda: take(p, "verify", "2026-03-05", by="audit-head")) == unmet
    for by in ("tax-head", "mayor"):
        assert cause(lambda by=by: take(p, "verify", "2026-03-05", by=by)) == TAKEN


def test_the_state_is_asked_before_the_reason():
    p = office_in("closed")
    expected = f"closed -> withdrawn: it is {OPEN}"
    assert cause(lambda: take(p, "withdraw", "2026-03-03", reason="")) == expected


@pytest.mark.parametrize(
    ("successor", "expected"),
    [
        ("T-2", TAKEN),
        ("T-1", "another task has to take its place; 'T-1' does not"),
        ("", "another task has to take its place; '' does not"),
        ("T-9", "by: there is no task 'T-9'; the programme has T-1, T-2"),
    ],
)
def test_another_task_takes_its_place(successor, expected):
    p = office_in("adopted")
    task = p.task("T-1")
    assert cause(lambda: task.supersede(successor, **said("2026-03-03", reason="r"))) == expected


def test_the_successor_is_kept():
    p = office_in("adopted")
    assert p.task("T-1").superseded_by == ""
    p = p.apply(take(p, "supersede", "2026-03-03"))
    assert p.task("T-1").superseded_by == "T-2"
    assert p.task("T-2").superseded_by == ""


def test_a_due_date_that_is_set_is_changed_with_a_reason():
    p = office_in("adopted")
    p = p.apply(p.task("T-1").reschedule("2026-06-30", **said("2026-03-03")))
    asked = "a due date that is set is changed with a reason"
    for due in ("2026-07-31", None):
        assert cause(lambda due=due: p.task("T-1").reschedule(due, **said("2026-03-04"))) == asked
    p = p.apply(p.task("T-1").reschedule(None, **said("2026-03-04", reason="no end")))
    assert p.task("T-1").due is None
    assert cause(lambda: p.task("T-1").reschedule("2026-07-31", **said("2026-03-05"))) == TAKEN


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("audit",), TAKEN),
        (("none",), "owner: there is no unit 'none'; the programme has audit, tax"),
        (("audit", "B-01"), "band: there is no band 'B-01'; the programme has none"),
    ],
)
def test_a_task_is_assigned_to_what_there_is(arguments, expected):
    task = office_in("adopted").task("T-1")
    assert cause(lambda: task.assign(*arguments, **said("2026-03-03"))) == expected


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        (0, "/body/weight: 0 is out of range: 1 to 1000000 is allowed"),
        (1, TAKEN),
        (1_000_000, TAKEN),
        (1_000_001, "/body/weight: 1000001 is out of range: 1 to 1000000 is allowed"),
    ],
)
def test_the_bounds_of_a_weight(weight, expected):
    task = office_in("adopted").task("T-1")
    assert cause(lambda: task.weigh(weight, **said("2026-03-03"))) == expected


def test_tasks_that_wait_for_each_other():
    p = office_in("adopted")
    p = p.apply(take(p, "link", "2026-03-03"))
    circle = cause(lambda: p.task("T-2").link(depends_on=["T-1"], **said("2026-03-04")))
    assert circle == (
        "/tasks/0/depends_on: the tasks wait for each other: T-1 -> T-2 -> T-1; "
        "dependencies have no cycle"
    )
    alone = cause(lambda: p.task("T-2").link(depends_on=["T-2"], **said("2026-03-04")))
    assert "T-2 -> T-2; dependencies have no cycle" in alone
    unknown = cause(lambda: p.task("T-2").link(depends_on=["T-9"], **said("2026-03-04")))
    assert unknown == "depends_on: there is no task 'T-9'; the programme has T-1, T-2"
    new = pb.Task("T-3", "T-3", depends_on=["T-3"])
    itself = cause(lambda: p.propose_task(new, **said("2026-03-04")))
    assert itself.endswith("it waits for itself: T-3 -> T-3")


def test_a_task_is_proposed_once():
    p = office_in("withdrawn")
    again = cause(lambda: p.propose_task(pb.Task("T-1", "again"), **said("2026-03-03")))
    assert again == "the id 'T-1' is already that of a task; each task has its own"
    with pytest.raises(
        pb.ProbityError, match=re.escape("there is no task 'T-9'; the programme has T-1, T-2")
    ):
        p.task("T-9")


def test_links_that_are_not_named_stay():
    p = office_in("adopted")
    for name in ("i-1", "i-2"):
        p = p.apply(p.add_indicator(pb.Indicator(name, 2026, name), **said("2026-01-05")))
    p = p.apply(p.task("T-1").link(depends_on=["T-2"], **said("2026-03-03")))
    p = p.apply(p.task("T-1").link(indicators=["i-1"], **said("2026-03-04")))
    assert (p.task("T-1").depends_on, p.task("T-1").indicators) == (["T-2"], ["i-1"])
    p = p.apply(p.task("T-1").link(depends_on=[], **said("2026-03-05")))
    assert (p.task("T-1").depends_on, p.task("T-1").indicators) == ([], ["i-1"])
    p = p.apply(p.task("T-1").link(indicators=["i-2"], **said("2026-03-06")))
    assert p.task("T-1").indicators == ["i-2"]
