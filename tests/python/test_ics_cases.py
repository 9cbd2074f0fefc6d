"""Small calendar files rebuilt from bug reports and real files: the days that each must give.

Each file of tests/data/ics has its days within 2026 in expected.json, by UID and whichever list
they come in, and why.
"""

import datetime
import json
from pathlib import Path

import pytest

import probity as pb

FOLDER = Path(__file__).parents[1] / "data" / "ics"
CASES = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
BEGIN, END = datetime.date(2026, 1, 1), datetime.date(2027, 1, 1)


def days_of(content: pb.ics.IcsContent) -> dict[str, list[str]]:
    """The first days in 2026 of all that a file holds, by UID."""
    found: list[tuple[str, datetime.date]] = []
    for series in content.recurrences:
        recurrence = series.recurrence
        days = recurrence.first_days() if isinstance(recurrence, pb.Spans) else recurrence
        found += [(series.uid, day) for day in days.between(BEGIN, END)]
    for meeting in content.meetings:
        begin = meeting.begin
        day = begin.date() if isinstance(begin, datetime.datetime) else begin
        found.append((meeting.uid, day))
    found += [(event.uid, event.days.begin) for event in content.holidays]
    by_uid: dict[str, set[str]] = {}
    for uid, day in found:
        if BEGIN <= day < END:
            by_uid.setdefault(uid, set()).add(str(day))
    return {uid: sorted(days) for uid, days in by_uid.items()}


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
