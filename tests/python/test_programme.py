"""Programmes: the shipped ones, documents in and out."""

import copy
import json
import pickle

import pytest

import probity as pb
from conftest import day


@pytest.fixture(scope="module")
def songpa() -> pb.Programme:
    return pb.examples.songpa()


@pytest.fixture(scope="module")
def yongsan() -> pb.Programme:
    return pb.examples.yongsan()


def test_songpa(songpa):
    assert songpa.id == "songpa"
    assert songpa.institution.name.korean == "서울특별시 송파구"
    assert songpa.institution.head.name == "Seo Gang-seok"
    assert len(songpa.bands) == 11 and len(songpa.tasks) == 39
    assert not any(task.title for task in songpa.tasks)
    declared = {(count.what, count.count) for count in songpa.declared}
    assert declared >= {("bands", 11), ("tasks", 39)}
    assert songpa.banding.inaugurated == day("2023-03-02")
    assert [observance.id for observance in songpa.observances] == [
        "integrity-week",
        "integrity-day",
    ]
    assert songpa.not_published


def test_yongsan(yongsan):
    council = yongsan.council("integrity-council")
    assert yongsan.councils == [council]
    assert [(quota.id, quota.times) for quota in yongsan.quotas] == [("council-meetings", 3)]
    assert council.established == "2025-06"
    first, second = council.meetings
    assert first.state == second.state == "held"
    assert first.date is None and second.date == day("2025-07-25")
    assert second.inference
    assert len(yongsan.risk_areas) == 4
    assert {task.kind for task in yongsan.tasks} == {"improvement_measure"}
    assert yongsan.banding is None and yongsan.bands == []


def test_observance(songpa):
    integrity_day = songpa.observance("integrity-day")
    assert integrity_day.kind == "day"
    (rule,) = integrity_day.rules
    assert rule.describe("ko") == "매년 3월 셋째 수요일"
    assert rule.spans().covering("2026-03-18") == pb.Interval("2026-03-18", "2026-03-19")
    in_2023, in_2024 = integrity_day.occurrences("2023-01-01", "2025-01-01")
    assert in_2023.nominal is None and in_2023.observed.begin == day("2023-03-14")
    assert in_2024.nominal.begin == day("2024-03-20")


def test_unknown_ids_are_named_with_the_known(songpa):
    for ask in (songpa.observance, songpa.council, songpa.task):
        with pytest.raises(pb.ProbityError, match="nothing-such"):
            ask("nothing-such")


def test_save_and_load(songpa, yongsan, tmp_path):
    for programme in (songpa, yongsan):
        path = tmp_path / f"{programme.id}.json"
        programme.save(path)
        assert pb.load(path) == pb.load(str(path)) == programme
        assert path.read_text(encoding="utf-8") == programme.to_json()
        assert pb.Programme.parse(programme.to_json()) == programme
        assert pickle.loads(pickle.dumps(programme)) == programme
        assert copy.deepcopy(programme) is programme


def test_the_schema_is_json():
    assert json.loads(pb.programme_schema())["$schema"].endswith("2020-12/schema")


def test_two_observances_of_one_id(songpa):
    document = json.loads(songpa.to_json())
    document["observances"][1]["id"] = "integrity-week"
    with pytest.raises(pb.DocumentError, match="integrity-week") as caught:
        pb.Programme.parse(json.dumps(document))
    assert caught.value.place == "/observances/1/id"


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "not JSON at line 1, column 1: "),
        (b"{", "not JSON at line 1, column 2: "),
        (b"[]", "it is a list; an object is allowed"),
        (b"\xff\xfe", "the file is in UTF-16, not in UTF-8"),
        (b'{"id": "\xed\xa0\x80"}', "byte 8, .* is not UTF-8"),
    ],
)
def test_what_is_no_document(content, cause, tmp_path):
    path = tmp_path / "programme.json"
    path.write_bytes(content)
    with pytest.raises(pb.DocumentError, match=f"the document: {cause}"):
        pb.load(path)


def test_no_file(tmp_path):
    with pytest.raises(pb.DocumentError, match="missing"):
        pb.load(tmp_path / "missing.json")


def test_repr_names_what_is_known(yongsan):
    area = yongsan.risk_areas[0]
    assert repr(area) == (
        "RiskArea(id='contracts', title=Text('계약', 'Contracts'), source='announcement')"
    )
    assert repr(yongsan) == "<Programme yongsan: Yongsan-gu integrity programme>"


@pytest.mark.parametrize("load", [pb.examples.songpa, pb.examples.yongsan])
def test_illustrative_programmes_say_so(load, tmp_path):
    announced = load()
    year = load(illustrative=True)
    assert year.id == f"{announced.id}-illustrative"
    assert year.title.korean == f"{announced.title.korean}(예시)"
    assert year.title.english == f"{announced.title.english} (illustrative)"
    assert {"illustrative"} < {source.id for source in year.sources}
    assert len(year.calendar(2026)) > len(announced.calendar(2026))
    with pytest.raises(TypeError, match="positional"):
        load(True)


def test_illustrative_songpa_has_titles_and_units():
    year = pb.examples.songpa(illustrative=True)
    assert len(year.tasks) == 39 and all(task.title for task in year.tasks)
    assert len(year.bands) == 11
    assert not any(task.title for task in pb.examples.songpa().tasks)
