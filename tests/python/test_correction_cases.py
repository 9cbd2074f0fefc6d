"""Corrections of single kinds: what each keeps, empties and refuses."""

import datetime
from typing import Any

import pytest

import probity as pb
from conftest import day
from corrected_office import (
    ON,
    PROPOSED,
    WHEN,
    crowded,
    meeting,
    planned,
    stepped,
)
from small_office import office, said


def corrected(task: pb.Task, **more: Any) -> pb.Task:
    p = crowded()
    p = p.apply(p.propose_task(PROPOSED, **WHEN))
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
