"""The turn of a year: carried over, dropped, begun anew; a proposal until it is confirmed."""

import json

import pytest

import probity as pb
from command_line import answer, call

ON = ("--on", "2026-02-02", "--by", "kim")


@pytest.fixture
def file(tmp_path):
    """An office with a task done, one in progress that is late, one adopted and one proposed."""
    path = tmp_path / "mapo.probity"
    proof = tmp_path / "proof.txt"
    proof.write_text("proof")
    call("new", path, "--yes", "--on", "2026-01-02", "--by", "kim")

    def do(*words):
        call("-f", path, *words, *ON)

    do("unit", "add", "audit")
    for task, due in (("done", "2026-06-30"), ("late", "2026-10-30"), ("next", "2027-03-31")):
        do("task", "add", task, "--owner", "audit", "--due", due)
        do("task", "adopt", task)
    do("task", "add", "idea")
    do("task", "submit", "done", "--evidence", proof)
    call("-f", path, "task", "verify", "done", "--on", "2026-02-03", "--by", "lee")
    do("indicator", "add", "지표-2026-1", "계약 공개율", "--year", "2026")
    do("goal", "add", "grade", "1등급", "--year", "2026", "--grade", "1")
    return path


def turned(file, *options, lang="en"):
    return call("-f", file, "rollover", "2027", "--by", "kim", "--lang", lang, *options)


def test_is_a_proposal_until_it_is_confirmed(file):
    before = len(pb.load(file).history)
    said = turned(file)
    assert "Carried over: 2 (late, next)" in said.stdout and "--yes records it" in said.stderr
    assert "Nothing is recorded" in said.stdout
    assert len(pb.load(file).history) == before


def test_confirmed_it_drops_what_was_never_adopted(file):
    turned(file, "--yes")
    p = pb.load(file)
    states = {task.id: task.state for task in p.tasks}
    assert states == {
        "done": "verified",
        "late": "adopted",
        "next": "adopted",
        "idea": "rejected",
    }
    (event,) = (event for event in p.history if event.kind == "task.rejected")
    assert str(event.effective) == "2027-01-01" and event.reason == "turn of the year 2027"


def test_keeps_what_is_named(file):
    assert "Carried over: 3" in turned(file, "--yes", "--keep", "idea").stdout
    assert pb.load(file).task("idea").state == "proposed"


def test_gives_late_tasks_a_new_date_if_one_is_said(file):
    turned(file, "--yes")
    assert str(pb.load(file).task("late").due) == "2026-10-30"
    turned(file, "--yes", "--due", "2027-06-30")
    p = pb.load(file)
    assert str(p.task("late").due) == "2027-06-30" and str(p.task("next").due) == "2027-03-31"


def test_begins_indicators_and_goals_of_the_year_anew_once(file):
    turned(file, "--yes")
    turned(file, "--yes")
    p = pb.load(file)
    assert [(each.id, each.year) for each in p.indicators] == [
        ("지표-2026-1", 2026),
        ("지표-2027-1", 2027),
    ]
    assert [(each.id, each.grade) for each in p.year_goals] == [("grade", 1), ("grade-2027", 1)]


def test_in_json_and_in_korean(file):
    said = json.loads(turned(file, "--json").stdout)
    assert said["recorded"] is False and len(said["events"]) == 3
    assert "이월 2건(late, next)" in turned(file, lang="ko").stdout


def test_of_an_office_without_anything_to_turn(tmp_path):
    path = tmp_path / "empty.probity"
    call("new", path, "--yes", "--on", "2026-01-02", "--by", "kim")
    said = call("-f", path, "rollover", "2027", "--by", "kim", check=2)
    assert "Nothing is open" in said.stderr


def test_the_progress_of_a_year_leaves_out_what_was_done_before_it():
    """36 tasks of 2026, of which 26 were done in it: ten are carried over."""
    view = pb.examples.songpa(illustrative=True).view(on="2027-01-15")
    (whole,), (before,), (now,) = (
        view.progress(),
        view.progress(year=2026),
        view.progress(year=2027),
    )
    assert (whole.total, whole.done) == (before.total, before.done) == (36, 26)
    assert (now.total, now.done) == (10, 0)
    assert sum(each.total for each in view.progress("owner", 2027)) == 10
    assert next(iter(view.progress(year=2025))).total == 0
    with pytest.raises(pb.DateError, match="99999"):
        view.progress(year=99999)


def test_the_tiles_of_a_brief_are_those_of_its_year():
    year = pb.examples.songpa(illustrative=True)
    assert year.view(on="2026-12-31").brief().progress.total == 36
    brief = year.view(on="2027-01-15").brief()
    assert (brief.progress.total, brief.progress.done) == (10, 0)
    assert "완료(올해 과제 10건)" in brief.html_text(lang="ko")


def test_the_progress_of_a_year_at_the_prompt():
    line = ("status", "songpa-illustrative", "--on", "2027-01-15", "--year", 2027)
    assert "Tasks 10, done 0, overdue 9" in call(*line, check=1).stdout
    assert answer(*line, check=1)["all"]["total"] == 10
    assert "--year" in call(*line, "--brief", check=2).stderr
