"""The published JSON schema takes the documents that the library takes."""

import copy
import json

import pytest

import probity as pb

jsonschema = pytest.importorskip("jsonschema")


@pytest.fixture(scope="module")
def schema() -> dict:
    return json.loads(pb.programme_schema())


@pytest.fixture(scope="module")
def validator(schema):
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


@pytest.fixture(params=["songpa", "yongsan"])
def document(request) -> dict:
    programme = getattr(pb.examples, request.param)()
    return json.loads(programme.to_json())


def test_the_schema_is_a_schema_of_2020_12(schema):
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_the_shipped_documents_are_valid(validator, document):
    assert [error.message for error in validator.iter_errors(document)] == []


def objects(value):
    """Every object of a document."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from objects(each)


def test_no_object_takes_an_unknown_key(validator, document):
    for i in range(len(list(objects(document)))):
        changed = copy.deepcopy(document)
        list(objects(changed))[i]["colour"] = "red"
        assert not validator.is_valid(changed)


def taken_by_the_library(document: dict, path) -> bool:
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    try:
        pb.load(path)
    except pb.ProbityError:
        return False
    return True


def test_a_missing_key_is_refused_by_schema_and_library_alike(validator, document, tmp_path):
    """Whatever key is left out of whatever object, the two agree whether it may be."""
    count = len(list(objects(document)))
    checked = 0
    for i in range(0, count, 3):  # a third of the objects: the rest are more of the same
        for key in list(list(objects(document))[i]):
            if key in ("id", "sources", "observances", "risk_areas", "councils", "units"):
                continue  # the schema cannot know what refers to them
            if key == "tasks" and "title" in list(objects(document))[i]:
                continue  # of the programme, to whose tasks the items of a meeting refer
            changed = copy.deepcopy(document)
            del list(objects(changed))[i][key]
            valid = validator.is_valid(changed)
            assert taken_by_the_library(changed, tmp_path / "p.json") == valid, (i, key)
            checked += 1
    assert checked > 50


@pytest.mark.parametrize(
    "value", [None, "", 0, -1, 3.5, "2026-02-30x", "12026-01-01", [], {}, True, "x" * 5000]
)
def test_a_value_that_the_schema_refuses_is_refused_by_the_library(
    validator, document, tmp_path, value
):
    for i in range(0, len(list(objects(document))), 7):
        for key in list(objects(document))[i]:
            changed = copy.deepcopy(document)
            list(objects(changed))[i][key] = value
            if not validator.is_valid(changed):
                assert not taken_by_the_library(changed, tmp_path / "p.json"), (i, key)
