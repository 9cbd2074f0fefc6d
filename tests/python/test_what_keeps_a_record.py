"""What keeps a record from being changed, closed or ended: each is named, and no more than that."""

import json

import pytest

import probity as pb
from documents import council, named, programme, seats, tasks
from refusals import TAKEN, cause
from small_office import said, words

ON = "2026-03-18"
WHY = said(ON, reason="why")
QUOTA = named("q", subject="meetings", of="council", times=1, begin="2026-01-01", counts={})[0]


def week(**more) -> dict:
    rules = [{"begin": "2026-01-01", "rule": {"week": 3, "convention": "ISO"}}]
    return named("o", kind="week", rules=rules, **more)[0]


# What refers to a record -----------------------------------------------------------------------

#: Parts of a document that refer to the source "s", and what is named.
OF_A_SOURCE = {
    "the unit 'u'": {"units": named("u", source="s")},
    "the seat 'p'": {"seats": seats("p", source="s")},
    "the risk area 'r'": {"risk_areas": named("r", source="s")},
    "the task 'T'": {"tasks": tasks("T", source="s")},
    "the activity 'a'": {"activities": named("a", source="s")},
    "the occasion 'f'": {"occasions": named("f", date=ON, source="s")},
    "the council 'council'": {"councils": council(source="s")},
    "the duty 'd'": {"duties": named("d", source="s")},
    "the indicator 'i'": {"indicators": named("i", year=2026, source="s")},
    "the year goal 'g'": {"year_goals": named("g", year=2026, source="s")},
    "the quota 'q'": {"councils": council(), "quotas": [{**QUOTA, "source": "s"}]},
}


@pytest.mark.parametrize("named_so", OF_A_SOURCE)
def test_a_source_is_kept_by_what_refers_to_it(named_so):
    p = programme(sources=named("s", "t"), **OF_A_SOURCE[named_so])
    assert cause(lambda: p.end_source("s", **WHY)) == (
        f"{named_so} refers to it; change or end that first"
    )
    assert cause(lambda: p.end_source("t", **WHY)) == TAKEN


def test_a_source_is_kept_by_what_lies_within_a_record():
    for parts in (
        council(charters=[{"begin": "2026-01-01", "source": "s"}]),
        council(
            meetings=[
                {
                    "year": 2026,
                    "kind": "regular",
                    "ordinal": 1,
                    "state": "held",
                    "date": None,
                    "source": "s",
                }
            ]
        ),
    ):
        p = programme(sources=named("s"), councils=parts)
        assert cause(lambda p=p: p.end_source("s", **WHY)) == (
            "the council 'council' refers to it; change or end that first"
        )


def test_all_that_refer_are_named_once_and_in_order():
    p = programme(
        sources=named("s"),
        units=named("u", source="s"),
        risk_areas=named("r", source="s"),
        councils=council(source="s", charters=[{"begin": "2026-01-01", "source": "s"}]),
    )
    refusal = cause(lambda: p.end_source("s", **WHY))
    assert refusal == (
        "the unit 'u', the council 'council', the risk area 'r' refer to it; "
        "change or end that first"
    )


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("open", "the task 'T' refers to it; change or end that first"),
        ("withdrawn", "the task 'T' refers to it; change or end that first"),
    ],
)
def test_an_indicator_is_kept_by_any_task_that_serves_it(state, expected):
    p = programme(
        indicators=named("i", "j", year=2026),
        tasks=tasks("T", indicators=["j", "i"]),
    )
    if state == "withdrawn":
        p = p.apply(p.task("T").withdraw(**said("2026-03-02", reason="why")))
    assert cause(lambda: p.end_indicator("i", **WHY)) == expected


def test_a_duty_ends_though_it_was_attended():
    p = programme(
        duties=named("d", begin="2026-01-01"),
        officials=[{"id": "o"}],
        attendances=[{"official": "o", "duty": "d", "date": "2026-02-02", "minutes": 60}],
    )
    assert cause(lambda: p.end_duty("d", **WHY)) == TAKEN
    ended = p.apply(p.end_duty("d", **WHY))
    assert str(ended.duties[0].end) == ON
    assert cause(lambda: ended.end_duty("d", **WHY)) == f"it ended on {ON}"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("2026-03-17", TAKEN),
        ("2026-03-18", TAKEN),
        ("2026-03-19", "the activity 'a' refers to it; change or end that first"),
        (None, "the activity 'a' refers to it; change or end that first"),
    ],
)
def test_an_observance_is_kept_by_an_activity_until_its_end(end, expected):
    activity = named("a", observance="o", begin="2026-01-01", **({"end": end} if end else {}))
    p = programme(observances=[week()], activities=activity)
    assert cause(lambda: p.end_observance("o", **WHY)) == expected


def test_an_observance_is_kept_by_a_cadence_that_follows_it():
    cadence = {"begin": "2026-01-01", "cadence": {"in_each": "o"}}
    p = programme(observances=[week()], councils=council(cadences=[cadence]))
    assert cause(lambda: p.end_observance("o", **WHY)) == (
        "the cadence of the council 'council' refers to it; change or end that first"
    )


# What a record says of itself ------------------------------------------------------------------


def test_an_observance_without_a_rule_has_nothing_that_could_end():
    p = programme(observances=[named("o", kind="week", rules=[])[0]])
    assert cause(lambda: p.end_observance("o", **WHY)) == "it has no rule that could end"


def test_a_council_of_which_nothing_is_in_force_does_not_end():
    p = programme(councils=council())
    assert cause(lambda: p.end_council("council", **WHY)) == (
        "no charter, cadence or member of it is in force"
    )
    for parts in (
        {"charters": [{"begin": "2026-01-01"}]},
        {"cadences": [{"begin": "2026-01-01", "cadence": {"every_months": 4, "anchor": ON}}]},
        {"memberships": [{"seat": "p"}]},
    ):
        p = programme(seats=seats("p"), councils=council(**parts))
        assert cause(lambda p=p: p.end_council("council", **WHY)) == TAKEN
        ended = p.apply(p.end_council("council", **WHY))
        assert cause(lambda p=ended: p.end_council("council", **WHY)) == (
            "no charter, cadence or member of it is in force"
        )


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("planned", "its meeting 2026-1 is planned; it is held or cancelled first"),
        ("noticed", "its meeting 2026-1 is noticed; it is held or cancelled first"),
        ("held", TAKEN),
        ("cancelled", TAKEN),
    ],
)
def test_a_council_ends_when_its_meetings_are_over(state, expected):
    meeting = {"year": 2026, "kind": "regular", "ordinal": 1, "state": state, "date": "2026-03-02"}
    p = programme(councils=council(charters=[{"begin": "2026-01-01"}], meetings=[meeting]))
    assert cause(lambda: p.end_council("council", **WHY)) == expected


def test_what_ends_is_given_a_reason():
    p = programme(
        sources=named("s"),
        observances=[week()],
        councils=council(charters=[{"begin": "2026-01-01"}]),
        banding={"title": words("Bands"), "bands": [{"id": "B-1"}]},
    )
    for end in (
        lambda: p.end_source("s", **said(ON)),
        lambda: p.end_observance("o", **said(ON)),
        lambda: p.end_council("council", **said(ON)),
        lambda: p.end_banding(**said(ON)),
    ):
        assert cause(end) == "it is ended with a reason"


def test_what_is_closed_is_given_a_reason():
    p = programme(units=named("u"), seats=seats("p"))
    unit = next(each for each in p.institution.units if each.id == "u")
    assert unit.id == "u"
    for close in (lambda: p.close_unit("u", **said(ON)), lambda: p.close_seat("p", **said(ON))):
        assert cause(close) == "it is closed with a reason"


@pytest.mark.parametrize("verb", ["change_banding", "end_banding"])
def test_an_institution_without_bands_changes_and_ends_none(verb):
    more = {"title": "Bands"} if verb == "change_banding" else {}
    assert cause(lambda: getattr(programme(), verb)(**more, **WHY)) == (
        "the institution has no banding"
    )


def test_a_banding_that_a_task_is_in_does_not_end():
    banding = {"title": words("Bands"), "bands": [{"id": "B-1"}, {"id": "B-2"}]}
    p = programme(banding=banding, tasks=tasks("T", band="B-2"))
    assert cause(lambda: p.end_banding(**WHY)) == (
        "the task 'T' refers to it; change or end that first"
    )
    p = programme(banding=banding)
    ended = p.apply(p.end_banding(**WHY))
    assert ended.banding is None and ended.bands == []


@pytest.mark.parametrize(
    ("verb", "fields", "known"),
    [
        ("change_unit", {"title": "X"}, "there is no such unit; the programme has u, v"),
        ("change_seat", {"title": "X"}, "there is no such seat; the programme has p"),
        ("change_area", {"title": "X"}, "there is no such risk area; the programme has none"),
        ("change_goal", {"title": "X"}, "there is no such year goal; the programme has none"),
        ("change_task", {"title": "X"}, "there is no such task; the programme has T"),
    ],
)
def test_a_record_that_is_not_there_is_named_with_those_that_are(verb, fields, known):
    p = programme(units=named("u", "v"), seats=seats("p"), tasks=tasks("T"))
    assert cause(lambda: getattr(p, verb)("zz", **fields, **WHY)) == known


def test_a_task_changes_its_title_and_source_in_any_state():
    p = programme(sources=named("s"), tasks=tasks("T-1", "T-2"))
    p = p.apply(p.task("T-2").withdraw(**said("2026-03-02", reason="why")))
    p = p.apply(p.change_task("T-2", title="Two", source="s", **WHY))
    assert (str(p.task("T-2").title), p.task("T-2").source) == ("Two", "s")
    assert (str(p.task("T-1").title), p.task("T-1").source) == ("T-1", "")


@pytest.mark.parametrize(
    ("verb", "fields", "closed"),
    [
        ("change_seat", {"unit": "gone"}, "unit"),
        ("change_official", {"unit": "gone"}, "unit"),
    ],
)
def test_a_closed_unit_is_given_nothing(verb, fields, closed):
    p = programme(
        units=named("gone", begin="2026-01-01", end=ON) + named("u"),
        seats=seats("x"),
        officials=[{"id": "x"}],
    )

    def change(on: str):
        return lambda: getattr(p, verb)("x", **fields, **said(on))

    assert cause(change("2026-03-17")) == TAKEN
    assert cause(change(ON)) == (
        f"{closed}: the unit 'gone' was closed on {ON}; a closed unit owns nothing"
    )


def test_an_id_is_taken_among_its_kind():
    p = programme(risk_areas=named("r"), units=named("r2"))
    assert cause(lambda: p.name_area(pb.RiskArea("r", "R"), **said(ON))) == (
        "the id 'r' is already that of a risk area; each risk area has its own"
    )
    assert cause(lambda: p.name_area(pb.RiskArea("r2", "R"), **said(ON))) == TAKEN


# What a record is added with ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "add",
    [
        lambda p: p.add_occasion("f", title="Fair", date=ON, source="zz", **said(ON)),
        lambda p: p.add_duty("d", title="Duty", source="zz", **said(ON)),
        lambda p: p.add_observance(
            "w",
            title="Week",
            kind="week",
            rules=[
                {
                    "begin": "2026-01-01",
                    "rule": {"week": 3, "convention": "ISO"},
                    "source": "zz",
                }
            ],
            **said(ON),
        ),
    ],
)
def test_what_is_added_refers_to_what_there_is(add):
    p = programme(sources=named("s"))
    assert cause(lambda: add(p)) == "source: there is no source 'zz'; the programme has s"


def test_a_quota_goes_on_counting_something():
    p = programme(councils=council(), quotas=[QUOTA])
    refusal = cause(lambda: p.change_quota("q", of=None, **said(ON)))
    assert refusal != TAKEN and "of" in refusal


def test_an_observance_is_kept_by_no_cadence_that_follows_another():
    cadence = {"begin": "2026-01-01", "cadence": {"in_each": "other"}}
    p = programme(
        observances=[week(), {**week(), "id": "other"}], councils=council(cadences=[cadence])
    )
    assert cause(lambda: p.end_observance("o", **WHY)) == TAKEN


def test_a_patch_that_empties_is_read_as_it_was_written():
    p = programme(
        units=named("u", source="s", begin="2026-01-01"),
        sources=named("s"),
        observances=[week(note=words("Note"))],
    )
    p = p.apply(p.change_unit("u", source=None, begin=None, **said(ON)))
    p = p.apply(p.change_observance("o", note=None, **said(ON)))
    p = p.apply(p.change_programme(goals=[], notes=None, **said(ON)))
    for again in (pb.Programme.parse(p.to_json_lines()), pb.Programme.parse(p.to_json())):
        assert again == p
        assert [event.body for event in again.history] == [event.body for event in p.history]
    (unit,) = p.institution.units
    assert (unit.source, unit.begin) == ("", None)


def body_as_written(event: pb.Event) -> dict:
    p = programme(duties=named("d"), goals=[words("Goal")])
    return json.loads(p.apply(event).to_json_lines().splitlines()[-1])["body"]


def test_a_patch_is_written_with_what_is_as_usual_and_with_what_is_emptied():
    p = programme(duties=named("d"), goals=[words("Goal")])
    usual = {"minutes": 120, "face_to_face_when_new": True}
    assert body_as_written(p.change_duty("d", **usual, **said(ON))) == usual
    assert body_as_written(p.change_programme(goals=[], **said(ON))) == {"goals": None}


# Tasks -------------------------------------------------------------------------------------------


def linked() -> pb.Programme:
    return programme(
        indicators=named("i", year=2026),
        tasks=tasks("T-1", depends_on=["T-2"], indicators=["i"]) + tasks("T-2"),
    )


def test_links_are_taken_away_by_an_empty_list():
    p = linked()
    p = p.apply(p.task("T-1").link(indicators=[], **said(ON)))
    assert (p.task("T-1").depends_on, p.task("T-1").indicators) == (["T-2"], [])
    p = p.apply(p.task("T-1").link(depends_on=[], **said(ON)))
    assert (p.task("T-1").depends_on, p.task("T-1").indicators) == ([], [])


def test_links_that_are_given_as_none_stay():
    p = linked()
    p = p.apply(p.task("T-1").link(depends_on=None, indicators=None, **said(ON)))
    assert (p.task("T-1").depends_on, p.task("T-1").indicators) == (["T-2"], ["i"])


def test_a_task_of_the_document_is_not_there_before_its_proposal():
    p = programme(tasks=tasks("T-1", proposed=ON) + tasks("T-2"))
    before = p.as_of("2026-03-17")
    assert [task.id for task in before.tasks] == ["T-2"]
    with pytest.raises(pb.ProbityError, match="there is no task 'T-1'; the programme has T-2"):
        before.task("T-1")
    assert p.as_of(ON).task("T-1").id == "T-1"


# Meetings ----------------------------------------------------------------------------------------


def test_the_next_number_is_after_the_highest_in_whatever_order_they_stand():
    meetings = [
        {"year": 2026, "kind": "regular", "ordinal": number, "state": "held", "date": None}
        for number in (2, 3, 1)
    ]
    p = programme(councils=council(meetings=meetings))
    planned = p.council("council").plan_meeting("2026-05-06", **said(ON))
    assert planned.subject == "council/2026-4"
    p = p.apply(planned)
    assert p.council("council").meeting("2026-4").date is not None
