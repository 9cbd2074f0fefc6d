"""Commands on a programme: tasks, bands, observances, training, assessment."""

import pytest

import probity as pb
from conftest import day
from small_office import PROOF, founding, office, said


def test_the_life_of_a_task():
    p = office()
    steps = [
        (lambda t: t.start(**said("2026-03-02")), "in_progress"),
        (lambda t: t.hold(**said("2026-03-09", reason="budget")), "on_hold"),
        (lambda t: t.resume(**said("2026-03-16")), "in_progress"),
        (lambda t: t.submit([PROOF], **said("2026-06-01", "tax-head")), "submitted"),
        (lambda t: t.send_back(**said("2026-06-03", reason="a page is missing")), "in_progress"),
        (lambda t: t.submit([PROOF], **said("2026-06-08", "tax-head")), "submitted"),
        (lambda t: t.verify(**said("2026-06-10", "audit-head")), "verified"),
        (lambda t: t.reopen(**said("2026-06-11", reason="another's")), "in_progress"),
        (lambda t: t.submit([PROOF], **said("2026-06-15", "tax-head")), "submitted"),
        (lambda t: t.verify(**said("2026-06-17", "audit-head")), "verified"),
        (lambda t: t.close(**said("2026-06-30")), "closed"),
    ]
    for step, state in steps:
        p = p.apply(step(p.task("T-1")))
        assert p.task("T-1").state == state
    changes = p.task("T-1").changes
    assert [change.state for change in changes[2:]] == [state for _, state in steps]
    assert changes[2].on == day("2026-03-02")
    assert p.history[changes[2].event - 1].kind == "task.started"


def test_a_closed_task_is_reopened_with_a_reason_and_is_among_the_changes():
    p = office()
    p = p.apply(p.task("T-1").start(**said("2026-03-02")))
    p = p.apply(p.task("T-1").submit([PROOF], **said("2026-06-01", "tax-head")))
    p = p.apply(p.task("T-1").verify(**said("2026-06-02", "audit-head")))
    closed = p.apply(p.task("T-1").close(**said("2026-06-03")))
    with pytest.raises(pb.TransitionError) as caught:
        closed.task("T-1").reopen(**said("2026-07-01"))
    assert (caught.value.state, caught.value.unmet) == ("closed", "a reason is given")
    p = closed.apply(closed.task("T-1").reopen(**said("2026-07-01", reason="a page is missing")))
    assert p.task("T-1").state == "in_progress"
    changes = p.changes(since=closed)
    assert (changes.reopened, changes.carried_over) == (["T-1"], ["T-2"])
    assert changes.to_frame().values.tolist() == [["T-2", "carried_over"], ["T-1", "reopened"]]


def test_a_closed_unit_owns_nothing_from_that_day():
    p = office()
    p = p.apply(
        p.name_area(pb.RiskArea("contracts", "Contracts", owners=["tax"]), **said("2026-02-03"))
    )
    with pytest.raises(pb.ProbityError, match=r"tasks T-1, T-2; the risk area contracts.*\(to\)"):
        p.close_unit("tax", **said("2026-03-02", reason="merged"))
    event = p.close_unit("tax", to="audit", **said("2026-03-02", reason="merged"))
    assert event.body.to == "audit"
    p = p.apply(event)
    assert {task.owner for task in p.tasks} == {"audit"}
    assert p.risk_areas[0].owners == ["audit"]
    assert {task.owner for task in p.as_of("2026-03-01").tasks} == {"tax"}
    assert pb.Programme.parse(p.to_json_lines()) == p
    with pytest.raises(pb.ProbityError, match="'tax' was closed on 2026-03-02"):
        p.task("T-1").assign("tax", **said("2026-03-03"))


def test_a_refusal_names_both_states_and_what_is_missing():
    with pytest.raises(pb.TransitionError, match="adopted.*verified") as caught:
        office().task("T-1").verify(**said("2026-03-02"))
    error = caught.value
    assert (error.state, error.wanted, error.unmet) == ("adopted", "verified", "it is submitted")
    assert isinstance(error, pb.ProbityError)


def test_a_rejected_withdrawn_or_superseded_task_stays_so():
    p = office()
    p = p.apply(p.task("T-1").supersede("T-2", **said("2026-03-02", reason="the same")))
    assert (p.task("T-1").state, p.task("T-1").superseded_by) == ("superseded", "T-2")
    p = p.apply(p.task("T-2").withdraw(**said("2026-03-03", reason="not needed")))
    p = p.apply(p.propose_task(pb.Task("T-3"), **said("2026-03-04")))
    p = p.apply(p.task("T-3").reject(**said("2026-03-05", reason="no budget")))
    for task in p.tasks:
        with pytest.raises(pb.TransitionError, match=task.state):
            task.start(**said("2026-04-01"))


def test_what_is_changed_of_a_task():
    p = office()
    p = p.apply(p.name_area(pb.RiskArea("contracts", ("계약", "Contracts")), **said("2026-02-03")))
    p = p.apply(p.add_indicator(pb.Indicator("i-1", 2026, "Effort"), **said("2026-02-03")))
    for change in (
        lambda t: t.assign("audit", **said("2026-03-02")),
        lambda t: t.reschedule("2026-09-30", **said("2026-03-02", reason="staff")),
        lambda t: t.weigh(3, **said("2026-03-02")),
        lambda t: t.link(depends_on=["T-1"], **said("2026-03-02")),
        lambda t: t.link(indicators=["i-1"], **said("2026-03-02")),
        lambda t: t.direct("contracts", **said("2026-03-02")),
    ):
        p = p.apply(change(p.task("T-2")))
    task = p.task("T-2")
    assert (task.owner, task.due, task.weight) == ("audit", day("2026-09-30"), 3)
    assert (task.depends_on, task.indicators) == (["T-1"], ["i-1"])
    assert task.risk_area == "contracts"
    with pytest.raises(pb.ProbityError, match="T-1 -> T-2 -> T-1"):
        p.task("T-1").link(depends_on=["T-2"], **said("2026-03-03"))


def test_a_task_goes_to_the_band_of_its_owner():
    p = founding()
    p = p.apply(p.add_unit(pb.Unit("audit", "Audit"), **said("2026-01-02")))
    assert p.institution.units[0].begin == day("2026-01-02")
    songpa = pb.examples.songpa()
    with pytest.raises(pb.ProbityError, match="unit"):
        songpa.task("T-01").assign("audit", **said("2026-03-02"))


def test_units_and_seats_end_with_a_reason():
    p = office()
    with pytest.raises(pb.ProbityError, match="reason"):
        p.close_unit("audit", on="2026-03-02", by="team")
    p = p.apply(p.close_unit("audit", **said("2026-03-02", reason="merged")))
    assert [unit.end for unit in p.institution.units] == [day("2026-03-02"), None]
    with pytest.raises(pb.ProbityError, match="member of the council"):
        p.close_seat("mayor", **said("2026-03-02", reason="merged"))
    p = p.apply(p.council("council").remove_member("tax-head", **said("2026-03-02")))
    p = p.apply(p.close_seat("tax-head", **said("2026-03-03", reason="merged")))
    assert p.institution.seats[-1].end == day("2026-03-03")


def test_an_observed_date_keeps_the_nominal_one_with_reason_and_source():
    songpa = pb.examples.songpa()
    source = songpa.sources[0].id
    moved = songpa.observance("integrity-day").record(
        "2026-03-18",
        "2026-03-25",
        source=source,
        on="2026-02-10",
        by="integrity-team",
        reason=("지역 축제", "a local festival"),
    )
    (entry,) = songpa.apply(moved).calendar(2026).select(kind="day")
    assert (entry.nominal, entry.begin) == (day("2026-03-18"), day("2026-03-25"))
    assert "지역 축제" in entry.reason.korean and "a local festival" in entry.reason
    assert moved.body.source == source
    with pytest.raises(pb.ProbityError, match="2026-03-19"):
        songpa.observance("integrity-day").record("2026-03-19", "2026-03-25", **said("2026-02-10"))


def test_a_changed_rule_leaves_what_has_gone_by():
    songpa = pb.examples.songpa()
    week = songpa.observance("integrity-week")
    changed = songpa.apply(week.change_rule(2, begin="2027-01-01", **said("2026-12-01")))
    observance = changed.observance("integrity-week")
    assert observance.rules[-1].describe() == "the second week of every month"
    firsts = [o.observed.begin for o in observance.occurrences("2026-12-01", "2027-02-01")]
    assert firsts == [day("2026-12-14"), day("2027-01-11")]


def test_an_activity_gets_its_date():
    songpa = pb.examples.songpa()
    lecture = pb.Activity("lecture", ("청렴 특강", "Integrity lecture"), audience="all officials")
    p = songpa.apply(songpa.add_activity(lecture, **said("2026-04-01")))
    p = p.apply(p.activity("lecture").date("2026-05-13", **said("2026-04-02")))
    assert [held.date for held in p.activity("lecture").dates] == [day("2026-05-13")]
    with pytest.raises(pb.ProbityError, match="lecture"):
        p.activity("lectures")


def test_counts_quotas_goals_and_assessments():
    p = office()
    p = p.apply(p.declare("tasks", 2, 2026, **said("2026-03-02")))
    quota = pb.Quota("meetings", 3, "2026-01-01", title="Meetings", of="council")
    p = p.apply(p.set_quota(quota, **said("2026-03-02")))
    goal = pb.YearGoal("grade", 2026, "Grade 1", grade=1)
    p = p.apply(p.set_goal(goal, **said("2026-03-02")))
    result = pb.Assessment(2025, grade=2, score=83.4, published="2025-12-23")
    p = p.apply(p.enter_assessment(result, **said("2026-03-02")))
    assert (p.declared[0].count, p.quota("meetings")) == (2, quota)
    assert (p.year_goals, p.assessments) == ([goal], [result])
    with pytest.raises(pb.ProbityError, match="2025 is entered"):
        p.enter_assessment(result, **said("2026-03-03"))


def test_officials_come_are_appointed_and_go():
    p = office()
    p = p.apply(p.list_official(pb.Official("0412", unit="tax"), **said("2026-01-05")))
    p = p.apply(p.appoint_official("0412", **said("2026-03-02")))
    assert p.officials[0].appointed == day("2026-03-02")
    with pytest.raises(pb.ProbityError, match="duty"):
        p.attend("0412", "education", **said("2026-04-01"))
    p = p.apply(p.remove_official("0412", **said("2026-09-01")))
    assert p.officials[0].end == day("2026-09-01")


def test_wrong_arguments_are_told_in_terms_of_python():
    task = office().task("T-1")
    with pytest.raises(TypeError, match="on: DateLike"):
        task.start()
    with pytest.raises(TypeError, match="Evidence"):
        task.submit(["proof.pdf"], **said("2026-04-01"))
    with pytest.raises(pb.DateError, match="2026-02-30: February 2026 has days 1 to 28"):
        task.start(on="2026-02-30", by="team")
    with pytest.raises(pb.ProbityError, match="'chore' is none of 'practice_task'"):
        pb.Task("T-9", kind="chore")
    with pytest.raises(pb.ProbityError, match="nobody is named"):
        task.start(on="2026-03-02", by="")


def test_a_text_is_words_without_a_language_or_a_pair():
    assert pb.Unit("tax", "Tax").title == pb.Text.plain("Tax")
    pair = pb.Unit("tax", ("세무과", "Taxation"))
    assert pair == pb.Unit("tax", pb.Text("세무과", "Taxation"))
    assert (pair.title.korean, str(pair.title)) == ("세무과", "Taxation")
    for wrong in (("a", "b", "c"), ["a", "b"], ("a", 1), 7):
        with pytest.raises(TypeError, match="TextLike"):
            pb.Unit("tax", wrong)
