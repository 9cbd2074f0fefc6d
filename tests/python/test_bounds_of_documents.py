"""How much a document may have of a thing: the least, the most, and one more; and how its faults
are told."""

import json
from typing import Any

import pytest

import probity as pb
from documents import council, document, faults, held_meeting, named, programme, tasks
from small_office import words

YEARS = (1400, 9999)
QUOTA = named("q", subject="meetings", of="council", times=1, begin="2026-01-01", counts={})[0]
ITEM = named("1", kind="report", outcome="noted")[0]
DIGEST = " is no SHA-256: it has 64 digits of 0-9 a-f"
RECORD = {"nominal": None, "observed": "2025-03-18"}
QUORUM = {"eligible": 5, "present": 5}


def meeting(**more: Any) -> list[dict[str, Any]]:
    return council(meetings=[held_meeting(1, "2026-03-18", **more)])


def numbered(**more: Any) -> list[dict[str, Any]]:
    return council(meetings=[{**held_meeting(1, None), **more}])


def observance(**more: Any) -> list[dict[str, Any]]:
    return named("o", kind="week", rules=[], **more)


#: For each number of a document its place, the parts that say it, the least and the most.
NUMBERS: dict[str, tuple[Any, int, int]] = {
    "/tasks/0/weight": (lambda n: {"tasks": tasks("T", weight=n)}, 1, 1_000_000),
    "/councils/0/meetings/0/year": (lambda n: {"councils": numbered(year=n)}, *YEARS),
    "/councils/0/charters/0/notice_days": (
        lambda n: {"councils": council(charters=[{"begin": "2026-01-01", "notice_days": n}])},
        0,
        366,
    ),
    "/councils/0/meetings/0/quorum/eligible": (
        lambda n: {"councils": meeting(quorum={**QUORUM, "eligible": n})},
        0,
        10_000,
    ),
    "/councils/0/meetings/0/quorum/present": (
        lambda n: {"councils": meeting(quorum={**QUORUM, "present": n})},
        0,
        10_000,
    ),
    "/councils/0/meetings/0/quorum/required": (
        lambda n: {"councils": meeting(quorum={**QUORUM, "required": n})},
        0,
        10_000,
    ),
    "/councils/0/meetings/0/items/0/in_favour": (
        lambda n: {"councils": meeting(items=[{**ITEM, "in_favour": n}])},
        0,
        10_000,
    ),
    "/councils/0/meetings/0/items/0/against": (
        lambda n: {"councils": meeting(items=[{**ITEM, "against": n}])},
        0,
        10_000,
    ),
    "/councils/0/meetings/0/items/0/abstained": (
        lambda n: {"councils": meeting(items=[{**ITEM, "abstained": n}])},
        0,
        10_000,
    ),
    "/quotas/0/times": (
        lambda n: {"councils": council(), "quotas": [{**QUOTA, "times": n}]},
        1,
        366,
    ),
    "/observances/0/short_below": (lambda n: {"observances": observance(short_below=n)}, 0, 7),
    "/observances/0/records/0/days": (
        lambda n: {"observances": observance(records=[{**RECORD, "days": n}])},
        1,
        366,
    ),
    "/duties/0/sessions": (lambda n: {"duties": named("d", sessions=n)}, 0, 366),
    "/duties/0/minutes": (lambda n: {"duties": named("d", minutes=n)}, 0, 100_000),
    "/attendances/0/minutes": (
        lambda n: {
            "officials": [{"id": "o"}],
            "duties": named("d"),
            "attendances": [
                {"official": "o", "duty": "d", "date": "2026-03-18", "minutes": n},
            ],
        },
        1,
        1440,
    ),
    "/assessments/0/year": (lambda n: {"assessments": [{"year": n}]}, *YEARS),
    "/assessments/0/grade": (lambda n: {"assessments": [{"year": 2026, "grade": n}]}, 1, 5),
    "/assessments/0/perception": (
        lambda n: {"assessments": [{"year": 2026, "perception": n}]},
        0,
        100,
    ),
    "/assessments/0/effort": (lambda n: {"assessments": [{"year": 2026, "effort": n}]}, 0, 100),
    "/assessments/0/deduction": (
        lambda n: {"assessments": [{"year": 2026, "deduction": n}]},
        0,
        100,
    ),
    "/assessments/0/score": (lambda n: {"assessments": [{"year": 2026, "score": n}]}, 0, 100),
    "/year_goals/0/year": (lambda n: {"year_goals": named("g", year=n)}, *YEARS),
    "/year_goals/0/grade": (lambda n: {"year_goals": named("g", year=2026, grade=n)}, 1, 5),
    "/indicators/0/year": (lambda n: {"indicators": named("i", year=n)}, *YEARS),
    "/declared/0/count": (
        lambda n: {"declared": [{"what": "tasks", "year": 2026, "count": n}]},
        0,
        1_000_000,
    ),
    "/declared/0/year": (
        lambda n: {"declared": [{"what": "tasks", "year": n, "count": 1}]},
        *YEARS,
    ),
}


@pytest.mark.parametrize("place", NUMBERS)
def test_a_number_has_a_least_and_a_most(place):
    parts, least, most = NUMBERS[place]
    for number in (least, most):
        assert faults(**parts(number)) == []
    for number in (least - 1, most + 1):
        ((found, message),) = faults(**parts(number))
        assert found == place
        assert f"{number}" in message and f"{least}" in message and f"{most}" in message


def test_ordinals_are_from_1_to_999():
    ((place, _message),) = faults(councils=numbered(ordinal=0))
    assert place == "/councils/0/meetings/0/ordinal"
    first = [{**held_meeting(number, None)} for number in range(1, 1000)]
    assert faults(councils=council(meetings=first)) == []
    ((place, _message),) = faults(councils=council(meetings=[*first, held_meeting(1000, None)]))
    assert place == "/councils/0/meetings/999/ordinal"


def test_a_text_has_up_to_4000_characters():
    assert faults(risk_areas=named("r", source="s"), sources=named("s")) == []
    for character in ("a", "가", "😀"):
        title = {"ko": "가", "en": character * 4000}
        assert faults(risk_areas=[{"id": "r", "title": title}]) == []
        title = {"ko": "가", "en": character * 4001}
        assert faults(risk_areas=[{"id": "r", "title": title}]) == [
            (
                "/risk_areas/0/title/en",
                "a text of 4001 characters: at most 4000 are allowed",
            )
        ]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_text_has_words_in_each_language_that_it_names(language):
    title = {**words("Title"), language: ""}
    place = f"/risk_areas/0/title/{language}"
    assert faults(risk_areas=[{"id": "r", "title": title}]) == [(place, "the text is empty")]
    del title[language]
    assert faults(risk_areas=[{"id": "r", "title": title}]) == []


def test_a_text_is_needed_in_one_language():
    place = "/risk_areas/0/title"
    for title, fault in (
        ({}, 'the text has no words: it needs "en" or "ko"'),
        ("", "the text is empty"),
    ):
        assert faults(risk_areas=[{"id": "r", "title": title}]) == [(place, fault)]
    assert faults(risk_areas=[{"id": "r", "title": "Title"}]) == []


@pytest.mark.parametrize(("number", "place"), [(0x1F, 1), (0x7F, 1), (0x00, 1), (0x20, None)])
def test_a_text_has_no_control_characters(number, place):
    text = f"a{chr(number)}b"
    found = faults(risk_areas=[{"id": "r", "title": {"ko": text, "en": "b"}}])
    if place is None:
        assert found == []
        return
    ((where, message),) = found
    assert where == "/risk_areas/0/title/ko"
    assert message.endswith(f"has a control character at byte {place}; none is allowed")


def test_a_text_may_have_what_is_behind_the_controls():
    assert faults(risk_areas=named("r")) == []
    for character in ("~", "\u0080", "\u00a0"):
        assert faults(risk_areas=[{"id": "r", "title": words(f"a{character}b")}]) == []


def rules(count: int) -> list[dict[str, Any]]:
    rule = {"week": 3, "convention": "ISO"}
    return [
        {"begin": f"{1500 + year}-01-01", "end": f"{1501 + year}-01-01", "rule": rule}
        for year in range(count)
    ]


def test_an_observance_has_up_to_100_rules():
    assert faults(observances=[{**observance()[0], "rules": rules(100)}]) == []
    assert faults(observances=[{**observance()[0], "rules": rules(101)}]) == [
        ("/observances/0/rules", "101 rules; at most 100 are allowed")
    ]


def test_an_observance_has_up_to_2000_records():
    assert faults(observances=observance(records=[RECORD] * 2000)) == []
    assert faults(observances=observance(records=[RECORD] * 2001)) == [
        ("/observances/0/records", "2001 records; at most 2000 are allowed")
    ]


@pytest.mark.parametrize(("count", "told"), [(1, "1 fault"), (2, ""), (10, ""), (11, "1 more")])
def test_the_first_ten_faults_are_told(count, told):
    bad = [{"id": "-", "title": words("r")} for _ in range(count)]
    with pytest.raises(pb.DocumentError, match="/risk_areas/0/id: '-' is no id") as caught:
        programme(risk_areas=bad)
    lines = str(caught.value).splitlines()
    assert len(caught.value.faults) == count
    if count == 1:
        assert len(lines) == 1 and lines[0].startswith("/risk_areas/0/id: ")
        return
    assert lines[0] == f"{count} faults:"
    assert [line.split(":")[0] for line in lines[1:11]] == [
        f"/risk_areas/{i}/id" for i in range(min(count, 10))
    ]
    assert lines[11:] == ([f"... and {told}"] if told else [])


def test_a_hundred_faults_are_kept_and_all_are_counted():
    for count in (100, 101, 250):
        bad = [{"id": "-", "title": words("r")} for _ in range(count)]
        with pytest.raises(pb.DocumentError, match="/risk_areas/0/id: '-' is no id") as caught:
            programme(risk_areas=bad)
        assert len(caught.value.faults) == 100
        lines = str(caught.value).splitlines()
        assert (lines[0], lines[-1]) == (f"{count} faults:", f"... and {count - 10} more")


@pytest.mark.parametrize("count", [0, 1, 12, 13])
def test_up_to_twelve_names_are_listed(count):
    names = [f"r{i:02}" for i in range(count)]
    ((place, message),) = faults(risk_areas=named(*names), tasks=tasks("T", risk_area="x"))
    assert place == "/tasks/0/risk_area"
    listed = ", ".join(names[:12]) or "none"
    more = ", ... (13)" if count == 13 else ""
    assert message == f"there is no risk area 'x'; the document has {listed}{more}"


def test_a_year_has_one_assessment():
    twice = [{"year": 2025}, {"year": 2024}, {"year": 2025}]
    assert faults(assessments=twice) == [
        (
            "/assessments/2/year",
            "the assessment of 2025 already stands at /assessments/0; a year has one",
        )
    ]


def test_an_id_that_is_named_twice_is_named_where_it_was_first():
    assert faults(risk_areas=named("a", "b", "a")) == [
        (
            "/risk_areas/2/id",
            "the id 'a' is already used at /risk_areas/0/id; each risk area has its own",
        )
    ]
    assert faults(units=named("u"), risk_areas=named("r", owners=["u", "u"])) == [
        ("/risk_areas/0/owners/1", "'u' is named twice; each id is allowed once")
    ]


def test_tasks_that_wait_for_each_other_are_named_in_their_order():
    ring = [
        *tasks("T-0", depends_on=["T-1"]),
        *tasks("T-1", depends_on=["T-2"]),
        *tasks("T-2", depends_on=["T-3"]),
        *tasks("T-3", depends_on=["T-1"]),
    ]
    assert faults(tasks=ring) == [
        (
            "/tasks/1/depends_on",
            "the tasks wait for each other: T-1 -> T-2 -> T-3 -> T-1; dependencies have no cycle",
        )
    ]
    diamond = [
        *tasks("T-0", depends_on=["T-1", "T-2"]),
        *tasks("T-1", depends_on=["T-3"]),
        *tasks("T-2", depends_on=["T-3"]),
        *tasks("T-3"),
    ]
    assert faults(tasks=diamond) == []


@pytest.mark.parametrize(
    ("wrong", "place", "message"),
    [
        (
            {"media_type": "pdf"},
            "/media_type",
            "'pdf' is no media type; \"application/pdf\" is one",
        ),
        ({"sha256": "0" * 63}, "/sha256", DIGEST),
        ({"sha256": "0" * 65}, "/sha256", DIGEST),
        ({"sha256": "g" + "0" * 63}, "/sha256", DIGEST),
        ({"sha256": "A" + "0" * 63}, "/sha256", DIGEST),
        ({"sha256": "0123456789abcdef" * 4}, None, None),
    ],
)
def test_minutes_of_a_document_are_a_file_with_its_digest(wrong, place, message):
    minutes = {"name": "m.pdf", "media_type": "application/pdf", "sha256": "0" * 64, **wrong}
    found = faults(councils=meeting(minutes=minutes, state="minuted"))
    if place is None:
        assert found == []
        return
    ((where, said),) = found
    assert where == "/councils/0/meetings/0/minutes" + place
    assert said.endswith(message)


def test_references_are_to_what_a_document_has():
    parts = document(
        units=named("u"),
        risk_areas=named("r", owners=["x"]),
        tasks=tasks("T", owner="x", risk_area="x", band="x", depends_on=["x"], indicators=["x"]),
        councils=council(memberships=[{"seat": "x"}]),
        attendances=[{"official": "x", "duty": "x", "date": "2026-03-18", "minutes": 60}],
        activities=named("a", observance="x"),
        quotas=[{**QUOTA, "of": "x"}],
        occasions=named("o", date="2026-03-18", source="x"),
    )
    with pytest.raises(pb.DocumentError, match="there is no .* 'x'") as caught:
        pb.Programme.parse(json.dumps(parts))
    said = {place: message.split("'x'")[0] for place, message in caught.value.faults}
    assert said == {
        f"{place}": f"{place}: there is no {kind} "
        for place, kind in {
            "/risk_areas/0/owners/0": "unit",
            "/tasks/0/owner": "unit",
            "/tasks/0/risk_area": "risk area",
            "/tasks/0/band": "band",
            "/tasks/0/depends_on/0": "task",
            "/tasks/0/indicators/0": "indicator",
            "/councils/0/memberships/0/seat": "seat",
            "/attendances/0/official": "official",
            "/attendances/0/duty": "duty",
            "/activities/0/observance": "observance",
            "/quotas/0/of": "council",
            "/occasions/0/source": "source",
        }.items()
    }
