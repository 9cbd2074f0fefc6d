"""Tasks exactly on the day, the day before and the day after: proposed, due, late, done."""

import pytest

import probity as pb
from conftest import day
from documents import days_around, named, programme, tasks
from refusals import TAKEN, cause, refused_event
from small_office import PROOF, founding, said

ADOPTED = "2026-02-02"


def with_task(due: str | None, **fields) -> pb.Programme:
    """T-1, adopted and started on 2 February."""
    p = founding()
    p = p.apply(p.propose_task(pb.Task("T-1", "T-1", due=due, **fields), **said("2026-01-05")))
    p = p.apply(p.task("T-1").adopt(**said(ADOPTED)))
    return p.apply(p.task("T-1").start(**said(ADOPTED)))


def late(p: pb.Programme, on: str) -> int | None:
    """The working days by which T-1 is late; None if it is not overdue.

    Portfolio, progress, brief and the groups say the same of it.
    """
    view = p.view(on=on)
    found = [task for group in view.overdue() for task in group.tasks]
    count = len(found)
    assert [row.overdue for row in view.progress()] == [count]
    assert [row.overdue for row in pb.Portfolio([p]).progress(on, "all")] == [count]
    assert len(view.brief().late) == count
    return found[0].working_days_late if found else None


#: Due date as set; then by day how many working days it is late, None if it is not overdue.
DUE = [
    # A Tuesday.
    ("2026-06-30", {"2026-06-29": None, "2026-06-30": None, "2026-07-01": 1, "2026-07-02": 2}),
    # A Saturday: it is due on the Monday.
    ("2026-06-27", {"2026-06-27": None, "2026-06-28": None, "2026-06-29": None, "2026-06-30": 1}),
    # A Friday: the weekend has no working day.
    ("2026-06-26", {"2026-06-26": None, "2026-06-27": 0, "2026-06-28": 0, "2026-06-29": 1}),
    # Seollal, Monday to Wednesday: it is due on the Thursday.
    ("2026-02-16", {"2026-02-16": None, "2026-02-18": None, "2026-02-19": None, "2026-02-20": 1}),
    # The last day of a year, and New Year's Day before a Saturday.
    ("2026-12-31", {"2026-12-31": None, "2027-01-01": 0, "2027-01-02": 0, "2027-01-04": 1}),
    (None, {"2026-06-30": None, "2027-12-31": None}),
]


@pytest.mark.parametrize(
    ("due", "on", "expected"), [(due, on, n) for due, days in DUE for on, n in days.items()]
)
def test_a_task_is_overdue_from_the_day_after(due, on, expected):
    assert late(with_task(due), on) == expected


def test_the_due_day_is_the_working_day_and_the_due_date_stays():
    ((task,),) = (group.tasks for group in with_task("2026-06-27").view(on="2026-07-03").overdue())
    assert (task.due, task.due_day) == (day("2026-06-27"), day("2026-06-29"))
    assert (task.state, task.working_days_late) == ("in_progress", 4)


#: Handed in on a day; whether it is late while it waits to be verified.
@pytest.mark.parametrize(
    ("due", "submitted", "is_late"),
    [
        ("2026-06-30", "2026-06-29", False),
        ("2026-06-30", "2026-06-30", False),
        ("2026-06-30", "2026-07-01", True),
        # Saturday, due on Monday the 29th.
        ("2026-06-27", "2026-06-28", False),
        ("2026-06-27", "2026-06-29", False),
        ("2026-06-27", "2026-06-30", True),
    ],
)
def test_a_task_handed_in_by_its_due_day_waits_and_is_not_late(due, submitted, is_late):
    p = with_task(due)
    p = p.apply(p.task("T-1").submit([PROOF], **said(submitted, "tax-head")))
    assert (late(p, "2026-07-03") is not None) == is_late
    done = p.apply(p.task("T-1").verify(**said("2026-07-02", "audit-head")))
    assert late(done, "2026-07-03") is None
    back = p.apply(p.task("T-1").send_back(**said("2026-07-02", "audit-head", "a page")))
    assert late(back, "2026-07-03") is not None


@pytest.mark.parametrize(
    ("state", "step"), [("withdrawn", "withdraw"), ("on_hold", "hold"), ("in_progress", None)]
)
def test_only_what_is_open_is_late(state, step):
    p = with_task("2026-06-30")
    if step:
        p = p.apply(getattr(p.task("T-1"), step)(**said("2026-03-02", reason="why")))
    assert p.task("T-1").state == state
    assert (late(p, "2026-07-01") is None) == (state == "withdrawn")


# Steps and the days before them ------------------------------------------------------------------


def states_around(p: pb.Programme, date: str) -> list[str]:
    return [p.as_of(on).task("T-1").state for on in days_around(date)]


def test_a_step_is_true_from_its_day():
    p = with_task(None)
    p = p.apply(p.task("T-1").submit([PROOF], **said("2026-06-01", "tax-head")))
    assert states_around(p, "2026-06-01") == ["in_progress", "submitted", "submitted"]
    assert [
        view.programme.task("T-1").state for view in map(p.view, days_around("2026-06-01"))
    ] == [
        "in_progress",
        "submitted",
        "submitted",
    ]
    evidence = [p.as_of(on).task("T-1").evidence for on in days_around("2026-06-01")]
    assert evidence == [[], [PROOF], [PROOF]]


def test_a_task_is_there_from_the_day_of_its_proposal():
    p = with_task(None)
    assert [len(p.as_of(on).tasks) for on in days_around("2026-01-05")] == [0, 1, 1]
    assert p.task("T-1").proposed == day("2026-01-05")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        # Nothing of that name is there yet on the day before.
        ("2026-01-04", "subject: there is no task 'T-1'; the programme has none"),
        ("2026-01-05", TAKEN),
        ("2026-01-06", TAKEN),
    ],
)
def test_nothing_happens_to_a_task_before_it_is_proposed(on, expected):
    p = with_task(None)
    assert cause(lambda: p.task("T-1").weigh(2, **said(on))) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-01-04", "it was proposed later, on 2026-01-05"),
        ("2026-01-05", TAKEN),
        ("2026-01-06", TAKEN),
    ],
)
def test_nor_before_the_day_that_a_document_says(on, expected):
    p = programme(tasks=tasks("T-1", proposed="2026-01-05"))
    for step in (lambda t: t.weigh(2, **said(on)), lambda t: t.adopt(**said(on))):
        assert cause(lambda step=step: step(p.task("T-1"))) == expected


def test_a_backdated_step_is_held_against_what_followed():
    p = with_task(None)
    p = p.apply(p.task("T-1").submit([PROOF], **said("2026-06-01", "tax-head")))

    def hold(on):
        return p.task("T-1").hold(**said(on, reason="no staff"))

    # Before it was handed in: then it would have been handed in while on hold.
    assert cause(lambda: hold("2026-05-31")) == "on_hold -> submitted: it is in_progress"
    assert refused_event(lambda: hold("2026-05-31")) == 4
    # On the day itself what was recorded first stands first.
    assert cause(lambda: hold("2026-06-01")) == "submitted -> on_hold: it is in_progress"
    assert refused_event(lambda: hold("2026-06-01")) == 5


def test_a_due_date_holds_from_the_day_on_which_it_was_set():
    p = with_task("2026-06-30")
    p = p.apply(p.task("T-1").reschedule("2026-09-30", **said("2026-07-10", reason="staff")))
    assert [late(p, on) for on in days_around("2026-07-10")] == [7, None, None]


def test_weight_owner_and_band_hold_from_their_day():
    units = named("audit", "tax")
    bands = [{"id": "B-01", "units": ["audit"]}, {"id": "B-02", "units": ["tax"]}]
    p = programme(units=units, banding={"title": {"ko": "b", "en": "b"}, "bands": bands})
    task = pb.Task("T-1", "T-1", owner="tax", band="B-02")
    p = p.apply(p.propose_task(task, **said("2026-01-05")))
    p = p.apply(p.task("T-1").weigh(5, **said("2026-03-18")))
    p = p.apply(p.task("T-1").assign("audit", **said("2026-03-18")))
    found = []
    for on in days_around("2026-03-18"):
        rows = [pb.Portfolio([p]).progress(on=on, by=by) for by in ("owner", "band")]
        view = [p.view(on=on).progress(by=by) for by in ("owner", "band")]
        for row, seen in zip(rows, view, strict=True):
            assert [(r.id, r.total_weight) for r in row] == [(r.id, r.total_weight) for r in seen]
        found.append([(r.id, r.total_weight) for row in rows for r in row])
    assert found == [
        [("tax", 1), ("B-02", 1)],
        [("audit", 5), ("B-01", 5)],
        [("audit", 5), ("B-01", 5)],
    ]


# What is done ------------------------------------------------------------------------------------


def done_in(date: str) -> pb.Programme:
    p = with_task(None)
    p = p.apply(p.task("T-1").submit([PROOF], **said(ADOPTED, "tax-head")))
    return p.apply(p.task("T-1").verify(**said(date, "audit-head")))


@pytest.mark.parametrize(
    ("verified", "on", "lines"),
    [
        ("2026-12-31", "2026-12-30", 0),
        ("2026-12-31", "2026-12-31", 1),
        ("2026-12-31", "2027-01-01", 0),
        ("2027-01-01", "2027-01-01", 1),
    ],
)
def test_a_brief_names_what_was_done_in_its_year(verified, on, lines):
    assert len(done_in(verified).view(on=on).brief().done) == lines


@pytest.mark.parametrize("every", ["day", "week"])
def test_a_burnup_counts_a_step_on_its_day(every):
    p = done_in("2026-03-18")
    window = ("2026-03-17", "2026-03-20") if every == "day" else ("2026-03-11", "2026-03-26")
    found = [(p.date.isoformat(), p.total, p.done) for p in p.burnup(*window, every=every)]
    whole = pb.Portfolio([p]).burnup(*window, every=every)
    assert found == [(p.date.isoformat(), p.total, p.done) for p in whole]
    assert (
        found
        == {
            "day": [("2026-03-17", 1, 0), ("2026-03-18", 1, 1), ("2026-03-19", 1, 1)],
            "week": [("2026-03-11", 1, 0), ("2026-03-18", 1, 1), ("2026-03-25", 1, 1)],
        }[every]
    )


def test_a_task_counts_from_the_day_of_its_proposal():
    p = with_task(None)
    points = p.burnup("2026-01-04", "2026-01-07", every="day")
    assert [point.total for point in points] == [0, 1, 1]
    founded = programme(tasks=tasks("T-1", proposed="2026-01-05"))
    for each in (p, founded):
        whole = pb.Portfolio([each])
        assert [point.total for point in whole.burnup("2026-01-04", "2026-01-07", "day")] == [
            0,
            1,
            1,
        ]
        found = [whole.progress(on, "all")[0].total for on in days_around("2026-01-05")]
        assert found == [0, 1, 1]
        stood = [pb.Portfolio([each.as_of(on)]).tasks for on in days_around("2026-01-05")]
        assert stood == [0, 1, 1]


# Blocked -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("steps", "blocked"),
    [
        ([], True),
        (["adopt", "start"], True),
        (["adopt", "start", "submit"], True),
        (["adopt", "start", "submit", "verify"], False),
        (["adopt", "start", "submit", "verify", "close"], False),
        (["withdraw"], True),
    ],
)
def test_a_task_is_blocked_until_what_it_waits_for_is_done(steps, blocked):
    p = with_task(None)
    p = p.apply(p.propose_task(pb.Task("T-2", "T-2"), **said("2026-02-03")))
    p = p.apply(p.task("T-1").link(depends_on=["T-2"], **said("2026-02-03")))
    for step in steps:
        given = [[PROOF]] if step == "submit" else []
        by = "audit-head" if step == "verify" else "tax-head"
        p = p.apply(getattr(p.task("T-2"), step)(*given, **said("2026-02-04", by, "why")))
    view = p.view(on="2026-03-02")
    assert view.blocked_by(p.task("T-1")) == (["T-2"] if blocked else [])
    assert view.progress()[0].blocked == int(blocked)


def test_a_task_that_is_done_is_not_blocked():
    p = done_in("2026-03-18")
    p = p.apply(p.propose_task(pb.Task("T-2", "T-2"), **said("2026-01-06")))
    # Linked while it was open, and done in spite of that.
    p = p.apply(p.task("T-1").link(depends_on=["T-2"], **said("2026-02-02"), corrects=0))
    blocked = [
        p.view(on=on).blocked_by(p.as_of(on).task("T-1")) for on in days_around("2026-03-18")
    ]
    assert blocked == [["T-2"], [], []]
    assert [p.view(on=on).progress()[0].blocked for on in days_around("2026-03-18")] == [1, 0, 0]


# Order, and weight -------------------------------------------------------------------------------


def test_the_latest_task_and_the_group_with_most_of_them_come_first():
    late_ones = [("T-1", "tax", 29), ("T-2", "audit", 30), ("T-3", "tax", 26), ("T-4", "audit", 25)]
    records = [tasks(name, owner=owner, due=f"2026-06-{due}")[0] for name, owner, due in late_ones]
    records += tasks("T-5", owner="audit", due="2026-06-24")
    view = programme(units=named("tax", "audit"), tasks=records).view(on="2026-07-01")
    found = [(group.id, [task.task for task in group.tasks]) for group in view.overdue(by="owner")]
    assert found == [("audit", ["T-5", "T-4", "T-2"]), ("tax", ["T-3", "T-1"])]


def test_progress_and_burnup_add_up_weights():
    p = programme(tasks=[*tasks("T-1", weight=5, proposed="2026-01-05"), *tasks("T-2")])
    for step, given in (("adopt", []), ("start", []), ("submit", [[PROOF]]), ("verify", [])):
        p = p.apply(getattr(p.task("T-1"), step)(*given, **said("2026-03-18", by=step)))
    (all_tasks,) = p.view(on="2026-03-18").progress()
    (in_portfolio,) = pb.Portfolio([p]).progress("2026-03-18", "all")
    for row in (all_tasks, in_portfolio):
        assert (row.total, row.done, row.total_weight, row.done_weight) == (2, 1, 6, 5)
    window = ("2026-02-28", "2026-04-01", "month")
    # The last day closes it, if the step does not fall on it.
    expected = [
        ("2026-02-28", 2, 0, 6, 0),
        ("2026-03-28", 2, 1, 6, 5),
        ("2026-03-31", 2, 1, 6, 5),
    ]
    for points in (p.burnup(*window[:2], every="month"), pb.Portfolio([p]).burnup(*window)):
        assert [
            (each.date.isoformat(), each.total, each.done, each.total_weight, each.done_weight)
            for each in points
        ] == expected


def test_a_burnup_counts_what_happens_on_its_last_day():
    p = done_in("2026-03-18")
    for begin, end in (("2026-03-11", "2026-03-19"), ("2026-03-12", "2026-03-19")):
        for points in (
            p.burnup(begin, end, every="week"),
            pb.Portfolio([p]).burnup(begin, end, "week"),
        ):
            assert [(each.date.isoformat(), each.done) for each in points] == [
                (begin, 0),
                ("2026-03-18", 1),
            ]


def test_a_portfolio_of_the_day_on_which_a_task_was_proposed():
    record = tasks("T-1", proposed="2026-01-05", owner="tax", weight=5, due="2026-01-02")
    p = programme(units=named("tax"), tasks=[*tasks("T-2"), *record])
    for on, expected in (("2026-01-04", []), ("2026-01-05", [("tax", 1, 5, 1)])):
        rows = pb.Portfolio([p.as_of(on)]).progress(on, "owner")
        found = [(row.id, row.total, row.total_weight, row.overdue) for row in rows]
        assert found == [*expected, ("", 1, 1, 0)]


@pytest.mark.parametrize(("step", "total"), [("adopt", 1), ("reject", 0), ("withdraw", 0)])
def test_what_was_given_up_counts_in_no_progress(step, total):
    p = programme(tasks=tasks("T-1", weight=3))
    p = p.apply(getattr(p.task("T-1"), step)(**said("2026-03-18", reason="why")))
    for rows in (
        p.view(on="2026-03-18").progress(),
        pb.Portfolio([p]).progress("2026-03-18", "all"),
    ):
        (row,) = rows
        assert (row.total, row.total_weight) == (total, 3 * total)
