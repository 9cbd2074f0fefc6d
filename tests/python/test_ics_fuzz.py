"""A short run of the fuzzer of calendar files, which tests/fuzz/calendar_files.py is."""

import importlib.util
from pathlib import Path

import pytest

PATH = Path(__file__).parents[1] / "fuzz" / "calendar_files.py"
spec = importlib.util.spec_from_file_location("calendar_files", PATH)
assert spec is not None and spec.loader is not None
calendar_files = importlib.util.module_from_spec(spec)
spec.loader.exec_module(calendar_files)


def test_mutated_files_are_read_and_checked_or_refused():
    assert calendar_files.run(400, seed=7) == []


def test_a_file_is_made_again_from_its_number():
    given = calendar_files.seeds()
    made = [calendar_files.mutated(number, 1, given) for number in range(50)]
    assert made == [calendar_files.mutated(number, 1, given) for number in range(50)]
    assert len(set(made)) > 40


def test_a_fault_is_found(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(calendar_files.pb.ics, "check", lambda data: [])
    faults = calendar_files.run(40, seed=7)
    assert faults and all("check names no fault" in fault for _, fault in faults)
