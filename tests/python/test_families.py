"""The families of names: records, events and errors."""

import inspect

import pytest

import probity as pb

FAMILIES = {"records": pb.records, "events": pb.events, "errors": pb.errors}


@pytest.mark.parametrize("name", FAMILIES)
def test_a_family_has_the_classes_of_the_top(name: str) -> None:
    family = FAMILIES[name]
    assert family.__all__ == sorted(family.__all__)
    for each in family.__all__:
        assert getattr(family, each) is getattr(pb, each)
        assert each in pb.__all__


def test_every_error_is_in_its_family() -> None:
    errors = {
        name
        for name in pb.__all__
        if inspect.isclass(getattr(pb, name)) and issubclass(getattr(pb, name), pb.ProbityError)
    }
    assert errors == set(pb.errors.__all__)


def test_every_record_and_body_is_in_its_family() -> None:
    from probity._core import _described_types

    described = {name for name in _described_types() if name in pb.__all__} - {"Programme"}
    assert described <= {*pb.records.__all__, *pb.events.__all__}
    assert not {*pb.records.__all__} & {*pb.events.__all__}
