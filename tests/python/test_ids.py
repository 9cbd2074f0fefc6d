"""Ids are unique among the records of their kind: those of different kinds may all be the same, and
whatever names a record by its id means the one of the right kind."""

from pathlib import Path

import pytest

import probity as pb
from conftest import day
from documents import council, named, programme, seats, tasks
from refusals import TAKEN, cause
from small_office import founding, said, words

ON = "2026-03-18"
RULE = {"rrule": "FREQ=MONTHLY;BYDAY=3WE"}
#: Of every kind a record with the id "x", and references to each.
ALIKE = {
    "units": named("x"),
    "seats": seats("x", unit="x"),
    "sources": named("x"),
    "observances": [
        {
            "id": "x",
            "title": words("Day"),
            "kind": "day",
            "rules": [{"begin": "2026-01-01", "rule": RULE, "source": "x"}],
        }
    ],
    "activities": named("x", observance="x", begin="2026-01-01"),
    "occasions": [{"id": "x", "title": words("Occasion"), "date": "2026-03-18"}],
    "councils": council(
        id="x",
        memberships=[{"seat": "x", "role": "chair"}],
        meetings=[
            {
                "year": 2026,
                "kind": "regular",
                "ordinal": 1,
                "state": "planned",
                "date": "2026-03-18",
            }
        ],
    ),
    "quotas": [
        {
            "id": "x",
            "title": words("Quota"),
            "subject": "meetings",
            "of": "x",
            "times": 2,
            "counts": {},
            "begin": "2026-01-01",
        }
    ],
    "banding": {"title": words("Bands"), "bands": named("x", units=["x"])},
    "risk_areas": named("x", owners=["x"]),
    "tasks": tasks("x", owner="x", band="x", risk_area="x", indicators=["x"], source="x"),
    "duties": named("x", sessions=1),
    "officials": [{"id": "x", "unit": "x"}],
    "indicators": named("x", year=2026),
    "year_goals": named("x", year=2026),
}


def alike(**more):
    return programme(**{**ALIKE, **more})


def test_a_document_may_have_one_id_of_each_kind():
    p = alike()
    assert p.task("x").owner == "x"
    assert p.council("x").meetings[0].year == 2026
    assert p.observance("x").kind == "day"
    assert pb.Programme.parse(p.to_json()) == p


def test_a_reference_means_a_record_of_its_own_kind():
    for gone, place in (
        ("units", "/tasks/0/owner"),
        ("indicators", "/tasks/0/indicators/0"),
        ("observances", "/activities/0/observance"),
        ("risk_areas", "/tasks/0/risk_area"),
        ("sources", "/tasks/0/source"),
        ("councils", "/quotas/0/of"),
        ("seats", "/councils/0/memberships/0/seat"),
    ):
        with pytest.raises(pb.DocumentError, match="there is no ") as caught:
            programme(**{kind: records for kind, records in ALIKE.items() if kind != gone})
        assert place in [at for at, _ in caught.value.faults], gone


#: The commands that add a record, of each kind.
ADD = {
    "unit": lambda p: p.add_unit(pb.Unit("x", "x"), **said(ON)),
    "seat": lambda p: p.add_seat(pb.Seat("x", "x"), **said(ON)),
    "source": lambda p: p.add_source("x", title="x", **said(ON)),
    "council": lambda p: p.establish_council(pb.Council("x", "x"), **said(ON)),
    "observance": lambda p: p.add_observance("x", title="x", kind="day", **said(ON)),
    "activity": lambda p: p.add_activity(pb.Activity("x", "x"), **said(ON)),
    "occasion": lambda p: p.add_occasion("x", title="x", date=ON, **said(ON)),
    "quota": lambda p: p.set_quota(
        pb.Quota("x", 2, ON, title="x", subject="meetings", of="c"), **said(ON)
    ),
    "risk area": lambda p: p.name_area(pb.RiskArea("x", "x"), **said(ON)),
    "task": lambda p: p.propose_task(pb.Task("x", "x"), **said(ON)),
    "duty": lambda p: p.add_duty("x", title="x", sessions=1, **said(ON)),
    "official": lambda p: p.list_official(pb.Official("x"), **said(ON)),
    "indicator": lambda p: p.add_indicator(pb.Indicator("x", 2026, "x"), **said(ON)),
    "year goal": lambda p: p.set_goal(pb.YearGoal("x", 2026, "x"), **said(ON)),
}


@pytest.mark.parametrize("kind", ADD)
def test_an_event_takes_an_id_among_its_kind_alone(kind):
    p = founding()
    p = p.apply(p.establish_council(pb.Council("c", "c"), **said(ON)))
    for other, add in ADD.items():
        if other != kind:
            p = p.apply(add(p))
    p = p.apply(ADD[kind](p))
    article = "an" if kind[0] in "aeio" else "a"
    assert cause(lambda: ADD[kind](p)) == (
        f"the id 'x' is already that of {article} {kind}; each {kind} has its own"
    )


def test_what_ends_leaves_its_id_to_its_kind():
    p = alike()
    p = p.apply(p.end_occasion("x", **said(ON, reason="r")))
    assert cause(lambda: ADD["occasion"](p)) == TAKEN
    assert cause(lambda: ADD["activity"](p)).startswith("the id 'x' is already that of an activity")
    p = p.apply(p.task("x").withdraw(**said(ON, reason="r")))
    assert p.observance("x").kind == "day"
    # Nothing but the council refers to the quota's subject, whatever else is called so.
    assert cause(lambda: p.end_duty("x", **said(ON, reason="r"))) == TAKEN


# Calendar files ----------------------------------------------------------------------------------


def written(p: pb.Programme, path: Path) -> str:
    p.calendar(2026).to_ics(path, stamp="2026-01-02T00:00:00Z")
    return path.read_bytes().decode().replace("\r\n ", "")


def uids(p: pb.Programme, path: Path) -> set[str]:
    lines = written(p, path).splitlines()
    found = [line.removeprefix("UID:") for line in lines if line.startswith("UID:")]
    assert len(found) == len(set(found))
    return {uid.removesuffix("@office.probity") for uid in found}


def test_uids_tell_records_of_one_id_apart(tmp_path):
    own_date = named("x", begin="2026-01-01", dates=[{"date": "2026-03-18"}])
    assert uids(alike(activities=own_date), tmp_path / "x.ics") == {
        "x",
        "activity:x-2026-03-18",
        "council:x-2026-1",
        "event:x",
    }


def test_uids_of_what_was_there_first_stay(tmp_path):
    p = founding()
    add = ["occasion", "activity", "council"]
    for kind in add:
        p = p.apply(ADD[kind](p))
    dated = p.activities[0].date(ON, **said(ON))
    p = p.apply(dated)
    assert uids(p, tmp_path / "x.ics") == {"x", f"activity:x-{ON}"}
    p = p.apply(
        p.add_observance(
            "x",
            title="x",
            kind="day",
            rules=[{"begin": ON, "rule": RULE}],
            **said(ON),
        )
    )
    assert uids(p, tmp_path / "x.ics") == {"x", f"activity:x-{ON}", "observance:x"}
    p = p.apply(p.end_occasion("x", **said(ON, reason="r")))
    # What becomes of the first changes nothing; only who takes the id when it is free has it alone.
    assert uids(p, tmp_path / "x.ics") == {f"activity:x-{ON}", "observance:x"}


def test_an_id_that_is_free_again_is_taken_alone(tmp_path):
    p = founding()
    p = p.apply(ADD["occasion"](p))
    p = p.apply(p.end_occasion("x", **said(ON, reason="r")))
    p = p.apply(ADD["activity"](p))
    p = p.apply(p.activities[0].date(ON, **said(ON)))
    assert uids(p, tmp_path / "x.ics") == {f"x-{ON}"}
    annulled = founding()
    annulled = annulled.apply(ADD["occasion"](annulled))
    annulled = annulled.apply(annulled.annul(1, **said(ON, reason="r")))
    annulled = annulled.apply(ADD["activity"](annulled))
    annulled = annulled.apply(annulled.activities[0].date(ON, **said(ON)))
    assert uids(annulled, tmp_path / "x.ics") == {f"x-{ON}"}


def test_an_entry_is_that_of_its_own_record(tmp_path):
    own_date = named("x", begin="2026-01-01", dates=[{"date": "2026-03-18"}])
    p = alike(activities=[*own_date, *named("y", observance="x", begin="2026-01-01")])
    events = written(p, tmp_path / "x.ics").split("BEGIN:VEVENT")
    (occasion,) = [each for each in events if "UID:event:x@" in each]
    assert "DESCRIPTION" not in occasion
    assert day(ON) in [entry.begin for entry in p.calendar(2026).select(kind="event")]


# Answers -----------------------------------------------------------------------------------------


def test_gaps_and_conflicts_name_the_kind_of_record(kr):
    p = programme(
        units=named("a", begin="2026-01-01"),
        risk_areas=named("x", owners=["a"]),
        tasks=tasks("x", kind="improvement_measure", owner="a", due="2026-06-30"),
    )
    assert {(gap.record, gap.subject, gap.missing) for gap in p.coverage().gaps} == {
        ("risk_area", "x", "measure"),
        ("task", "x", "area"),
    }
    closed = programme(
        units=[*named("a", begin="2026-01-01", end="2026-02-01")],
        risk_areas=named("x", owners=["a"]),
        tasks=tasks("x", kind="improvement_measure", owner="a", due="2026-06-30"),
    )
    found = closed.view(on=ON, workdays=kr).conflicts()
    assert {(*each.records, *each.subjects) for each in found} == {
        ("task", "unit", "x", "a"),
        ("risk_area", "unit", "x", "a"),
    }


def test_a_brief_names_the_kind_of_record(kr):
    brief = alike().view(on="2026-03-02", workdays=kr).brief()
    coming = [(line.record, line.id) for line in brief.coming]
    assert coming == [("observance", "x"), ("occasion", "x")]
    quota = [line for line in brief.decisions if line.record == "quota"]
    assert [line.id for line in quota] in ([], ["x"])


def test_the_page_of_a_brief_takes_a_decision_for_what_it_is_about(kr, tmp_path):
    # The task waits for a word on it, and the quota of the same id was missed.
    p = programme(
        councils=council(id="c"),
        quotas=[
            {
                "id": "x",
                "title": words("Council meetings"),
                "subject": "meetings",
                "of": "c",
                "times": 2,
                "counts": {},
                "begin": "2025-01-01",
            }
        ],
    )
    p = p.apply(p.propose_task(pb.Task("x", "Open data"), **said("2026-01-05")))
    brief = p.view(on="2026-01-20", workdays=kr).brief()
    assert [(line.record, line.id) for line in brief.decisions] == [("quota", "x"), ("task", "x")]
    brief.to_html(tmp_path / "brief.html", lang="en")
    page = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert page.count("Council meetings") > 0 and page.count("Open data") > 0


def test_a_reason_for_a_date_is_that_of_its_own_record(kr):
    own_date = named("x", begin="2026-01-01", dates=[{"date": "2026-03-18"}])
    p = alike(activities=own_date)
    reasons = {reason.record: reason for reason in p.why(ON, kr)}
    assert set(reasons) == {"observance", "activity", "council", "occasion", None}
    assert reasons["observance"].reason and not reasons["activity"].reason
    moved = p.apply(
        p.observance("x").record(ON, "2026-03-25", **said("2026-03-02", reason="a festival"))
    )
    by_record = {reason.record: reason for reason in moved.why(ON, kr)}
    assert by_record["observance"].kind == "moved_away"
    assert by_record["activity"].kind == "activity" and not by_record["activity"].reason
