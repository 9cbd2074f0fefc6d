"""Small calendar files rebuilt from bug reports and real files: the days that each must give.

Each file of tests/data/ics has its days within 2026 in expected.json, by UID and whichever list
they come in, and why.
"""

import json
from pathlib import Path

import pytest

import probity as pb
from ics_written import days_of

FOLDER = Path(__file__).parents[1] / "data" / "ics"
CASES = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_the_days_of_a_file(case):
    content = pb.ics.read(FOLDER / case["file"])
    assert days_of(content) == case["days"], case["why"]
    holidays = {str(day) for event in content.holidays for day in event.days}
    assert holidays >= set(case.get("holidays", [])), case["why"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["file"])
def test_check_names_each_line_that_read_mends_or_refuses(case):
    content = pb.ics.read(FOLDER / case["file"])
    lines = {each.line for each in (*content.refused, *content.mended)}
    assert lines <= {finding.line for finding in pb.ics.check(FOLDER / case["file"])}


def test_every_file_is_a_case():
    assert sorted(path.name for path in FOLDER.glob("*.ics")) == sorted(c["file"] for c in CASES)
