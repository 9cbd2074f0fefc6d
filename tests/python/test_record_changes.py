"""Every kind of record is added, changed and ended by events; a programme may begin empty."""

import json
import pickle
import re

import pytest

import probity as pb
from documents import council, named, programme
from refusals import TAKEN, cause
from small_office import said, words

START = {"on": "2023-03-02", "by": "integrity-team"}
WHY = {"on": "2026-06-01", "by": "integrity-team", "reason": "reorganised"}


def songpa_by_events() -> pb.Programme:
    """An empty programme, brought by events alone to what Songpa's document says."""
    wanted = json.loads(pb.examples.songpa().to_json())
    p = pb.Programme.new("songpa", "송파구", **START)

    def done(verb: str, *given: object, **fields: object) -> None:
        nonlocal p
        p = p.apply(getattr(p, verb)(*given, **fields, **START))

    institution = wanted["institution"]
    done("change_institution", name=both(institution["name"]))
    done("change_head", **{key: both(text) for key, text in institution["head"].items()})
    done(
        "change_programme",
        title=both(wanted["title"]),
        goals=[both(goal) for goal in wanted["goals"]],
        prompted_by=both(wanted["prompted_by"]),
        not_published=wanted["not_published"],
        notes=[both(note) for note in wanted["notes"]],
    )
    for verb, records in (
        ("add_source", wanted["sources"]),
        ("add_observance", wanted["observances"]),
        ("add_occasion", wanted["occasions"]),
    ):
        for record in records:
            done(verb, record["id"], **fields_of(record))
    for count in wanted["declared"]:
        done("declare", count["what"], count["count"], count["year"], source=count["source"])
    done("add_banding", **fields_of(wanted["banding"]))
    for activity in pb.examples.songpa().activities:
        done("add_activity", activity)
        if activity.begin is None:
            done("change_activity", activity.id, begin=None)
    for quota in pb.examples.songpa().quotas:
        done("set_quota", quota)
    for task in pb.examples.songpa().tasks:
        done("propose_task", pb.Task(task.id, kind=task.kind, source=task.source))
    return p


def both(text: dict) -> tuple[str, str]:
    return text["ko"], text["en"]


def fields_of(record: dict) -> dict:
    """The fields of a record beside its id; texts as pairs."""

    def value(said: object) -> object:
        if isinstance(said, dict) and set(said) == {"ko", "en"}:
            return both(said)
        if isinstance(said, list) and said and isinstance(said[0], dict) and "ko" in said[0]:
            return [both(each) for each in said]
        return said

    return {key: value(said) for key, said in record.items() if key != "id"}


def content(p: pb.Programme) -> dict:
    """What a programme's records say, whatever brought them about."""
    names = ("title", "institution", "sources", "goals", "year_goals", "prompted_by")
    lists = ("observances", "activities", "councils", "quotas", "bands", "risk_areas", "occasions")
    rest = ("duties", "officials", "attendances", "indicators", "assessments", "declared")
    found = {name: getattr(p, name) for name in (*names, *lists, *rest, "not_published", "notes")}
    found["banding"] = p.banding
    found["tasks"] = [(t.id, t.kind, t.title, t.proposed, t.owner, t.source) for t in p.tasks]
    return found


def test_events_alone_bring_an_empty_programme_to_the_content_of_songpa():
    built = songpa_by_events()
    assert content(built) == content(pb.examples.songpa())
    assert built.history[0].kind == "programme.founded"
    assert pb.Programme.parse(built.to_json_lines()) == built
    assert pb.Programme.parse(built.to_json()) == built
    calendars = [p.calendar(2026) for p in (built, pb.examples.songpa())]
    assert [list(agenda) for agenda in calendars][0] == list(calendars[1])


def test_a_programme_begins_with_its_name_alone():
    mapo = pb.Programme.new("mapo", ("마포구", "Mapo-gu"), **START)
    assert (mapo.title.korean, mapo.institution.name.english) == ("마포구", "Mapo-gu")
    assert [(e.kind, e.actor, e.effective.isoformat()) for e in mapo.history] == [
        ("programme.founded", "integrity-team", "2023-03-02")
    ]
    assert mapo.institution.head.name == ""
    assert "head" not in json.loads(mapo.to_json())["institution"]


def test_a_patch_says_what_changes_and_is_written_so():
    p = pb.examples.yongsan()
    event = p.change_unit("taxation-division-1", title="Tax", begin=None, **WHY)
    assert event.body == pb.RecordPatch("Unit", {"title": "Tax", "begin": None})
    assert event.body.values == {"title": "Tax", "begin": None}
    line = json.loads(p.apply(event).to_json_lines().splitlines()[-1])
    assert (line["kind"], line["body"]) == ("unit.changed", event.body.values)
    assert pickle.loads(pickle.dumps(event)) == event


@pytest.mark.parametrize(
    ("change", "place", "part"),
    [
        (
            lambda p: p.change_unit("taxation-division-1", end="2026-01-01", **WHY),
            "/body/end",
            "unit.closed",
        ),
        (
            lambda p: p.change_unit("taxation-division-1", title=None, **WHY),
            "/body/title",
            "it is null",
        ),
        (
            lambda p: p.change_unit("taxation-division-1", colour="red", **WHY),
            "/body/colour",
            "'colour' is not known",
        ),
        (lambda p: p.change_unit("taxation-division-1", begin="soon", **WHY), "", "soon"),
        (
            lambda p: p.change_unit("taxation-division-1", kind="band", **WHY),
            "/body/kind",
            "department",
        ),
        (lambda p: p.change_programme(tasks=[], **WHY), "/body/tasks", "task.proposed"),
        (lambda p: p.change_unit("taxation-division-1", **WHY), "/body", "names no field"),
    ],
)
def test_what_cannot_be_changed_so_is_refused(change, place, part):
    with pytest.raises(pb.ProbityError, match=re.escape(part)) as refused:
        change(pb.examples.yongsan())
    assert getattr(refused.value, "place", "").startswith(place)


def test_an_institution_has_one_banding():
    p = pb.examples.songpa()
    fields = fields_of(json.loads(p.to_json())["banding"])
    assert cause(lambda: p.add_banding(**fields, **START)) == (
        "the institution has a banding, which is changed"
    )


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (2, TAKEN),
        (3, "2 bands, and 3 were declared; another number is declared first (count.declared)"),
    ],
)
def test_a_banding_has_as_many_bands_as_were_declared(declared, expected):
    p = programme(
        units=named("a", "b"), declared=[{"what": "bands", "count": declared, "year": 2026}]
    )
    bands = [{"id": f"B-{unit}", "units": [unit]} for unit in "ab"]
    add = {"title": "Bands", "bands": bands, **said("2026-03-18")}
    assert cause(lambda: p.add_banding(**add)) == expected


def test_a_unit_that_changes_leaves_the_bands_a_partition():
    p = programme(
        units=[*named("a"), *named("b", begin="2026-06-01")],
        banding={"title": words("Bands"), "bands": [{"id": "B-1", "units": ["a", "b"]}]},
    )
    assert cause(lambda: p.change_unit("b", begin="2026-03-01", **said("2026-03-18"))) == TAKEN
    alone = programme(
        units=[*named("a"), *named("b", begin="2026-01-01")],
        banding={
            "title": words("Bands"),
            "bands": [{"id": "B-1", "units": ["a"]}, {"id": "B-2", "units": ["b"]}],
            "inaugurated": "2026-01-01",
        },
    )
    assert cause(lambda: alone.change_unit("b", begin="2026-06-01", **said("2026-03-18"))) == (
        "the band 'B-2' has no unit on 2026-03-18; every unit is in one band, and no band is empty"
    )


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2026-06-01", "it ended on 2026-06-01"), ("2026-06-02", "it ended on 2026-06-01")],
)
def test_an_observance_ends_once(on, expected):
    p = pb.examples.songpa()
    p = p.apply(p.add_observance("fair", **fields_of(a_week()), **START))
    p = p.apply(p.end_observance("fair", **WHY))
    assert cause(lambda: p.end_observance("fair", **{**WHY, "on": on})) == expected


def a_week() -> dict:
    """What a document says of Songpa's Integrity Week."""
    weeks = json.loads(pb.examples.songpa().to_json())["observances"]
    return {**next(each for each in weeks if each["id"] == "integrity-week"), "records": []}


def test_a_council_ends_after_the_quota_of_its_meetings():
    quota = named("q", subject="meetings", of="council", times=1, begin="2026-01-01", counts={})
    p = programme(
        councils=council(charters=[{"begin": "2026-01-01"}]),
        quotas=[{**quota[0], "end": "2026-06-01"}],
    )
    refusal = "the quota 'q' refers to it; change or end that first"
    for on, expected in (("2026-05-31", refusal), ("2026-06-01", TAKEN)):
        assert cause(lambda on=on: p.end_council("council", **{**WHY, "on": on})) == expected


def test_what_is_added_begins_on_the_day_that_it_says_or_on_that_of_its_event():
    p = pb.examples.songpa()
    for more, begin in (({}, "2023-03-02"), ({"begin": "2022-01-01"}, "2022-01-01")):
        later = p.apply(p.add_duty("hours", title="Hours", **more, **START))
        assert str(later.duties[-1].begin) == begin


def test_a_source_ends_when_nothing_refers_to_it():
    p = pb.examples.songpa()
    p = p.apply(p.add_source("note", title="Note", **START))
    assert cause(lambda: p.end_source("note", **WHY)) == TAKEN
    refusal = cause(lambda: p.end_source("press-broadcast", **WHY))
    assert "the activity 'morning-broadcast' refers to it" in refusal


def test_an_observance_ends_after_what_refers_to_it():
    p = pb.examples.songpa()
    refusal = cause(lambda: p.end_observance("integrity-week", **WHY))
    assert "the activity 'campaigns'" in refusal and "the quota 'integrity-weeks'" in refusal
    for activity in p.activities:
        if activity.observance == "integrity-week":
            p = p.apply(p.end_activity(activity.id, **WHY))
    p = p.apply(p.end_quota("integrity-weeks", **WHY))
    p = p.apply(p.end_observance("integrity-week", **WHY))
    weeks = p.calendar(2026).select("week")
    assert [entry.begin.month for entry in weeks] == [1, 2, 3, 4, 5]
