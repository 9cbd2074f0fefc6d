"""What an officer leaves to a successor: open, coming, undecided, presumed."""

import pytest

import probity as pb
from command_line import answer, call

ON = ("--on", "2026-08-15")


@pytest.fixture
def said():
    return answer("handover", "songpa-illustrative", *ON)


def test_the_open_tasks_are_those_neither_done_nor_given_up(said):
    then = pb.examples.songpa(illustrative=True).as_of("2026-08-15")
    over = ("verified", "closed", "rejected", "withdrawn", "superseded")
    assert {task["id"] for task in said["open"]} == {
        task.id for task in then.tasks if task.state not in over
    }
    dates = [task["due"] for task in said["open"] if task["due"]]
    assert dates == sorted(dates)


def test_the_late_ones_are_those_of_overdue(said):
    overdue = answer("overdue", "songpa-illustrative", *ON, check=None)
    assert said["late"] == sorted(
        task["task"] for group in overdue["groups"] for task in group["tasks"]
    )


def test_what_comes_lies_in_the_days_that_are_asked_about(said):
    days = [each["date"] for each in said["coming"]]
    assert days == sorted(days) and days[0] >= "2026-08-15" and days[-1] < said["until"]
    assert said["until"] == "2026-11-13"
    weeks = [each["date"] for each in said["coming"] if each["id"] == "integrity-week"]
    assert weeks == ["2026-08-17", "2026-09-14", "2026-10-12"]
    short = answer("handover", "songpa-illustrative", *ON, "--days", "10")
    assert short["coming"] == [each for each in said["coming"] if each["date"] < "2026-08-25"]


def test_over_the_end_of_the_year():
    said = answer("handover", "songpa", "--on", "2026-12-01")
    assert [each["date"] for each in said["coming"]] == ["2026-12-14", "2027-01-18", "2027-02-15"]


def test_the_decisions_are_those_of_the_brief(said):
    brief = pb.examples.songpa(illustrative=True).as_of("2026-08-15").view("2026-08-15").brief()
    assert [line["id"] for line in said["decisions"]] == [line.id for line in brief.decisions]


def test_presumed_is_what_no_record_says():
    presumed = answer("handover", "songpa", "--on", "2026-03-20")["presumed"]
    assert presumed == {
        "integrity-week": ["2026-01-12", "2026-02-16"],  # that of March is not over
        "integrity-day": ["2026-03-18"],
    }


def test_a_record_ends_the_presumption(tmp_path):
    out = tmp_path / "songpa.jsonl"
    words = ("--status", "held", "--on", "2026-03-19", "--by", "team", "--out", out)
    call("record", "songpa", "integrity-day", "2026-03-18", *words)
    said = answer("handover", out, "--on", "2026-03-20")
    assert "integrity-day" not in said["presumed"]


def test_in_words_of_both_languages():
    english = call("handover", "songpa", "--on", "2026-03-20").stdout
    korean = call("handover", "songpa", "--on", "2026-03-20", "--lang", "ko").stdout
    assert "Integrity Week: 2 presumed (2026-01-12, 2026-02-16)" in english
    assert "청렴주간: 2회 추정(2026. 1. 12., 2026. 2. 16.)" in korean


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "Obligations past their deadline: 1"), ("ko", "기한이 지난 의무 사항 1건")],
)
def test_obligations_past_their_deadline_are_handed_over(tmp_path, lang, words):
    made = pb.Programme.new("mapo", "Mapo-gu", on="2026-01-05", by="kim")
    report = pb.Obligation("report", ("결과 제출", "Report"), rule="매년 2월 말일")
    made = made.apply(made.add_obligation(report, on="2026-01-05", by="kim"))
    path = tmp_path / "mapo.probity"
    made.save(path)
    said = call("handover", str(path), "--on", "2026-03-04", "--lang", lang).output
    assert words in said
    early = answer("handover", str(path), "--on", "2026-03-03")
    assert early["owed"] == []
    late = answer("handover", str(path), "--on", "2026-03-04")
    assert [(each["obligation"], each["days_late"]) for each in late["owed"]] == [("report", 1)]
