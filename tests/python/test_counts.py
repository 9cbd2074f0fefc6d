"""Coverage, counts beside an announcement, and what became of the tasks of an earlier programme."""

import pytest

import probity as pb
from documents import days_around, named, programme, tasks
from small_office import PROOF, said, words

ON = "2026-03-18"


def stepped(p: pb.Programme, name: str, *steps: str, on: str = ON) -> pb.Programme:
    for step in steps:
        given = {"submit": [[PROOF]], "supersede": ["T-9"]}.get(step, [])
        p = p.apply(getattr(p.task(name), step)(*given, **said(on, by=step, reason="why")))
    return p


DONE = ("adopt", "start", "submit", "verify")


# Coverage ----------------------------------------------------------------------------------------


def gaps(p: pb.Programme) -> list[tuple[str, str]]:
    return [(gap.subject, gap.missing) for gap in p.coverage().gaps]


@pytest.mark.parametrize(
    ("kind", "is_measure"),
    [("practice_task", True), ("improvement_measure", True), ("action_item", False)],
)
@pytest.mark.parametrize(
    ("steps", "counts"),
    [
        ((), True),
        (("adopt",), True),
        (DONE, True),
        ((*DONE, "close"), True),
        (("reject",), False),
        (("withdraw",), False),
        (("supersede",), False),
    ],
)
def test_what_is_a_measure_of_an_area(kind, is_measure, steps, counts):
    p = programme(
        units=named("tax"),
        risk_areas=named("r", owners=["tax"]),
        tasks=[*tasks("T-1", kind=kind, risk_area="r"), *tasks("T-9")],
    )
    p = stepped(p, "T-1", *steps)
    (row,) = p.coverage().rows
    covered = is_measure and counts
    assert (row.measures, row.owners) == (["T-1"] if covered else [], ["tax"])
    assert row.is_covered is covered
    assert gaps(p) == ([] if covered else [("r", "measure")])


def test_what_an_area_lacks():
    p = programme(risk_areas=named("r"))
    assert gaps(p) == [("r", "measure"), ("r", "owner")]
    assert not p.coverage().rows[0].is_covered


@pytest.mark.parametrize(
    ("kind", "steps", "is_gap"),
    [
        ("improvement_measure", (), True),
        ("improvement_measure", DONE, True),
        ("improvement_measure", ("reject",), False),
        ("practice_task", (), False),
        ("action_item", (), False),
    ],
)
def test_a_measure_belongs_to_an_area(kind, steps, is_gap):
    p = stepped(programme(tasks=tasks("T-1", kind=kind)), "T-1", *steps)
    assert gaps(p) == ([("T-1", "area")] if is_gap else [])


@pytest.mark.parametrize(("steps", "is_gap"), [((), True), (DONE, False), (("withdraw",), False)])
def test_an_open_task_of_a_closed_unit_is_a_gap(steps, is_gap):
    units = [*named("audit"), *named("tax", end=ON)]
    p = stepped(programme(units=units, tasks=tasks("T-1", owner="tax")), "T-1", *steps)
    # It is asked about the last day that is known, that of an event at least.
    p = p.apply(p.declare("tasks", 1, 2026, **said(ON)))
    assert gaps(p) == ([("T-1", "owner")] if is_gap else [])


@pytest.mark.parametrize(
    ("on", "closed"), list(zip(days_around(ON), (False, True, True), strict=True))
)
def test_coverage_is_that_of_the_last_day_of_which_the_programme_knows(on, closed):
    units = [*named("audit"), *named("tax", end=ON)]
    p = programme(units=units, risk_areas=named("r", owners=["tax"]))
    assert gaps(p.apply(p.declare("tasks", 1, 2026, **said(on)))) == gaps(p.as_of(on))
    assert p.as_of(on).coverage().rows[0].owners == ([] if closed else ["tax"])
    assert gaps(p.as_of(on)) == [("r", "measure")] + [("r", "owner")] * closed


# Counts ------------------------------------------------------------------------------------------


def counted(p: pb.Programme) -> list[tuple]:
    return [
        (row.year, row.declared, row.recorded, row.undated, row.agrees) for row in p.reconcile()
    ]


def declared(what: str, *counts: tuple[int, int]) -> list[dict]:
    return [{"what": what, "year": year, "count": count} for year, count in counts]


def test_a_year_without_any_record_has_none_and_not_zero():
    p = programme(tasks=tasks("T-1", proposed=ON), declared=declared("tasks", (2025, 3), (2026, 3)))
    assert counted(p) == [(2025, 3, None, 0, None), (2026, 3, 1, 0, False)]
    assert [str(row.text) for row in p.reconcile()] == [
        "tasks of 2025: 3 declared, none recorded",
        "tasks of 2026: 1 of 3, 2 short",
    ]


@pytest.mark.parametrize(
    ("proposed", "recorded"),
    [("2025-12-31", None), ("2026-01-01", 1), ("2026-12-31", 1), ("2027-01-01", None)],
)
def test_tasks_are_counted_by_the_year_of_their_proposal(proposed, recorded):
    p = programme(tasks=tasks("T-1", proposed=proposed), declared=declared("tasks", (2026, 1)))
    agrees = None if recorded is None else True
    assert counted(p) == [(2026, 1, recorded, 0, agrees)]


@pytest.mark.parametrize(
    ("what", "kind"), [("tasks", "practice_task"), ("measures", "improvement_measure")]
)
def test_what_is_counted(what, kind):
    records = [
        *tasks("T-1", proposed=ON),
        *tasks("T-2", "T-3", kind="improvement_measure", proposed=ON),
        *tasks("T-4", kind="action_item", proposed=ON),
    ]
    p = programme(tasks=records, declared=declared(what, (2026, 2)))
    number = 1 if kind == "practice_task" else 2
    assert counted(p) == [(2026, 2, number, 0, number == 2)]
    # Whatever became of them since.
    p = stepped(p, f"T-{number}", "reject")
    assert counted(p) == [(2026, 2, number, 0, number == 2)]


def test_tasks_without_a_day_are_told_apart():
    p = programme(
        tasks=[*tasks("T-1", "T-2"), *tasks("T-3", proposed=ON)],
        declared=declared("tasks", (2026, 1), (2025, 1)),
    )
    assert counted(p) == [(2025, 1, 0, 2, False), (2026, 1, 1, 2, True)]
    assert [str(row.text) for row in p.reconcile()] == [
        "tasks of 2025: 0 of 1, 1 short, 2 more without a date",
        "tasks of 2026: 1 of 1, 2 more without a date",
    ]


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "1 of 1"), (2, "1 of 2, 1 short"), (0, "1 of 0, 1 too many")],
)
def test_a_count_in_words(count, text):
    p = programme(tasks=tasks("T-1", proposed=ON), declared=declared("tasks", (2026, count)))
    assert str(p.reconcile()[0].text) == f"tasks of 2026: {text}"


def test_bands_are_counted_at_the_end_of_their_year():
    bands = [{"id": "B-01", "units": ["a", "b"]}]
    p = programme(
        units=named("a", "b"),
        banding={"title": words("b"), "inaugurated": "2026-01-01", "bands": bands},
        declared=declared("bands", (2025, 1), (2026, 2), (2027, 2)),
    )
    two = [pb.Band("B-01", units=["a"]), pb.Band("B-02", units=["b"])]
    for on, recorded in (("2026-12-31", (None, 2, 2)), ("2027-01-01", (None, 1, 2))):
        parted = p.apply(p.part_bands(two, **said(on)))
        assert tuple(row.recorded for row in parted.reconcile()) == recorded


def test_other_counts_are_only_announced():
    p = programme(tasks=tasks("T-1", proposed=ON), declared=declared("projects", (2026, 55)))
    (row,) = p.reconcile()
    assert (row.recorded, str(row.counts)) == (None, "")
    assert str(row.text) == "projects of 2026: 55 declared, none recorded"


# Changes -----------------------------------------------------------------------------------------

#: From one state to another: what became of a task. By the steps that lead to each.
PATHS = {
    "open": (),
    "started": ("adopt", "start"),
    "done": DONE,
    "closed": (*DONE, "close"),
    "rejected": ("reject",),
    "withdrawn": ("withdraw",),
}
BECAME = [
    ("open", "open", "carried_over"),
    ("open", "started", "carried_over"),
    ("open", "done", "done"),
    ("open", "closed", "done"),
    ("open", "rejected", "dropped"),
    ("open", "withdrawn", "dropped"),
    ("started", "done", "done"),
    ("done", "done", None),
    ("done", "closed", None),
    ("closed", "closed", None),
    ("rejected", "rejected", None),
    ("withdrawn", "withdrawn", None),
]


def what_changed(p: pb.Programme, since: pb.Programme) -> dict[str, list[str]]:
    changes = p.changes(since=since)
    found = {
        name: getattr(changes, name)
        for name in ("added", "dropped", "carried_over", "done", "reopened")
    }
    return {name: ids for name, ids in found.items() if ids}


@pytest.mark.parametrize(("then", "now", "became"), BECAME)
def test_what_became_of_a_task(then, now, became):
    before = stepped(programme(tasks=tasks("T-1")), "T-1", *PATHS[then])
    after = stepped(before, "T-1", *PATHS[now][len(PATHS[then]) :])
    assert what_changed(after, before) == ({became: ["T-1"]} if became else {})


def test_what_was_done_and_is_open_again_or_done_again():
    before = stepped(programme(tasks=tasks("T-1", "T-9")), "T-1", *DONE)
    again = stepped(before, "T-1", "reopen")
    others = {"carried_over": ["T-9"]}
    assert what_changed(again, before) == {"reopened": ["T-1"], **others}
    assert what_changed(stepped(again, "T-1", "withdraw"), before) == {"dropped": ["T-1"], **others}
    assert what_changed(stepped(again, "T-1", "supersede"), before) == {
        "dropped": ["T-1"],
        **others,
    }
    done = stepped(again, "T-1", "submit", "verify")
    assert what_changed(done, before) == {"done": ["T-1"], **others}


def test_what_was_added_or_is_there_no_more():
    before = programme(tasks=tasks("T-1", "T-2"))
    after = programme(tasks=tasks("T-2", "T-3"))
    assert what_changed(after, before) == {
        "added": ["T-3"],
        "carried_over": ["T-2"],
        "dropped": ["T-1"],
    }
    rejected = stepped(before, "T-1", "reject")
    assert what_changed(after, rejected) == {"added": ["T-3"], "carried_over": ["T-2"]}


def test_what_changed_since_a_day_of_the_same_programme():
    p = programme(tasks=[*tasks("T-1"), *tasks("T-2", proposed=ON)])
    p = stepped(p, "T-1", "adopt", "withdraw", on=ON)
    assert [what_changed(p, p.as_of(on)) for on in days_around(ON)] == [
        {"added": ["T-2"], "dropped": ["T-1"]},
        {"carried_over": ["T-2"]},
        {"carried_over": ["T-2"]},
    ]
