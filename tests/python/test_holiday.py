"""Holidays as values."""

import copy
import pickle
import typing

import pytest

import probity as pb
from conftest import day
from probity import types


def test_members():
    holiday = pb.Holiday(
        "2025-01-27",
        "임시공휴일",
        name_en="Temporary public holiday",
        kind="temporary",
        basis="국무회의 의결",
        decided_on="2025-01-14",
    )
    assert holiday.date == day("2025-01-27")
    assert (holiday.name, holiday.name_en) == ("임시공휴일", "Temporary public holiday")
    assert (holiday.kind, holiday.basis) == ("temporary", "국무회의 의결")
    assert holiday.decided_on == day("2025-01-14")


def test_is_a_value(kr):
    for holiday in kr.holidays("2025-01-01", "2026-01-01"):
        assert eval(repr(holiday), vars(pb)) == holiday
        assert pickle.loads(pickle.dumps(holiday)) == holiday
        assert hash(copy.deepcopy(holiday)) == hash(holiday)


def test_unknown_kind():
    with pytest.raises(pb.ProbityError, match="feast"):
        pb.Holiday("2025-01-27", kind="feast")


def test_the_stubs_name_every_kind():
    """The names in the type are those that the library reads and no others."""
    listed = typing.get_args(types.HolidayKind)
    for kind in listed:
        assert pb.Holiday("2026-05-01", "x", kind=kind).kind == kind
    with pytest.raises(pb.ProbityError, match='"nonsense" is not a kind of holiday') as refused:
        pb.Holiday("2026-05-01", "x", kind="nonsense")
    named = str(refused.value).partition(": ")[2].split(", ")
    assert tuple(named) == listed
