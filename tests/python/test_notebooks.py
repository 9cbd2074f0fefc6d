"""The notebooks of the documents run, and show what they conclude."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

jupytext = pytest.importorskip("jupytext")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")

FOLDER = Path(__file__).resolve().parents[2] / "docs/notebooks"
#: What the outputs say, in this order. A blank stands for any number of blanks.
SAID = {
    "integrity-calendar": [
        "not published: The names and departments of the bands",
        "2026-02 2026-02-16 2026-02-22 2 True",
        "2026-08 2026-08-17 2026-08-23 4 False",
        "대체공휴일(광복절)",
        "제3조제1항제1호",
        "Wednesday 18 March 2026 - 청렴데이",
        "2023-03-14",
        "2024-03-20 2024-03-20",
        "image/png",
        "datetime.date(2026, 3, 4)",
        "37 events",
        "integrity-day is written as a rule",
        "integrity-week is written as single events",
    ],
    "which-third-week": [
        "<WeekComparison of week 3 of 2026, 12 months>",
        "text/html",
        "ISO 3 3 3 True",
        "CLDR_KR 3 3 4 False",
        "MONDAY_ROWS 3 3 4 False",
        "SUNDAY_MAJORITY 3 2 3 False",
        "FULL_WEEKS 2 2 3 False",
        "[WeekConvention(MO, 4), WeekConvention(SU, 3)]",
        "2018 2018-03-21 2018-03-14",
        "2029 2029-03-21 2029-03-14",
        "2046 2046-03-21 2046-03-14",
        "52 of 120 months",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=12,13,14,15,16,17,18;BYDAY=MO",
        "Outlook dropped Integrity Week",
        "[]",
    ],
    "three-meetings": [
        "missed - 2 of 3, 1 short",
        "is inferred from the meeting of 25 July being called the second",
        "2025-07-25 on_track 2 3",
        "2026-01-01 missed 2 3",
        "2025-11-14",
        "image/png",
        "(illustrative)",
        "2 2026-06-25 minuted 12 5 False",
        "at_risk - 2 of 4 counted on 2026-10-15",
    ],
    "temporary-holiday": [
        "2025-01-27 was a working day, and is 임시공휴일",
        "5 2025-01-27 2025-01-31 True",
        "Six working days after 2025-01-20 is 2025-02-03",
        "text/html",
        "3 to 28 days of notice",
        "It has to be postponed, and notice given again",
        "Integrity Week 2026-09 - 5 working days before, 4 after",
    ],
}


def shown(notebook) -> str:
    """What the cells of a notebook have put out, as text, with the kinds of what is no text."""
    parts = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            parts += [output.get("text", ""), data.get("text/plain", ""), *data]
    return " ".join(" ".join(parts).split())


def test_all_are_tested():
    assert {path.stem for path in FOLDER.glob("*.md")} == SAID.keys()


@pytest.mark.parametrize("name", SAID)
def test_runs_and_says(name, tmp_path):
    notebook = jupytext.read(FOLDER / f"{name}.md", fmt="md:myst")
    client = nbclient.NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": tmp_path}}
    )
    client.execute()
    text = shown(notebook)
    place = 0
    for each in SAID[name]:
        found = text.find(each, place)
        assert found >= 0, f"{each!r} is not said after {text[max(0, place - 80) : place]!r}"
        place = found


@pytest.mark.parametrize("name", SAID)
def test_is_kept_without_outputs(name):
    notebook = jupytext.read(FOLDER / f"{name}.md", fmt="md:myst")
    assert notebook.metadata.kernelspec.name == "python3"
    assert not any(cell.get("outputs") for cell in notebook.cells)


@pytest.mark.parametrize("name", SAID)
def test_ends_with_what_to_do_next(name):
    headings = re.findall(r"^##? (.+)$", (FOLDER / f"{name}.md").read_text("utf-8"), re.MULTILINE)
    assert headings[-1] == "What to do next"
