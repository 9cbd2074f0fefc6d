"""What Doxygen is given to read of the headers."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "docs/extensions"))
import doxygen_filter  # noqa: E402

HEADERS = sorted((ROOT / "include/probity").glob("*/*.hpp"))


def test_a_sentence_on_an_error_is_a_command():
    assert doxygen_filter.with_errors(
        ["The first working day of a month. Throws ProbityError where the month", "has none."]
    ) == ["The first working day of a month.", "", "@throws ProbityError where the month has none"]


def test_each_error_of_a_sentence_is_a_command():
    sentence = "Throws ProbityError for a weekend of seven days, DateError for special dates, and"
    assert doxygen_filter.with_errors([sentence, "HorizonError for a holiday outside."]) == [
        "@throws ProbityError for a weekend of seven days",
        "@throws DateError for special dates",
        "@throws HorizonError for a holiday outside",
    ]


def test_what_stands_after_an_error_stays():
    lines = ["Reads it. Throws DateError. An empty text is none.", "", "    parse(text);"]
    assert doxygen_filter.with_errors(lines) == [
        "Reads it. An empty text is none.",
        "",
        "    parse(text);",
        "",
        "@throws DateError",
    ]


def test_a_section_of_a_class_is_a_group():
    lines = [
        "class A {",
        "  public:",
        "    // Arithmetic -----------",
        "    // These throw.",
        "",
        "    int add() const;",
        "",
        "  private:",
        "    int n_;",
        "};",
    ]
    assert doxygen_filter.filtered(lines) == [
        "class A {",
        "  public:",
        "    /// @name Arithmetic",
        "    /// These throw.",
        "    ///@{",
        "",
        "    int add() const;",
        "",
        "    ///@}",
        "  private:",
        "    int n_;",
        "};",
    ]


def test_rows_are_what_a_macro_makes_of_them():
    written = doxygen_filter.filtered(
        [
            "enum class RecordKind {",
            "#define PROBITY_RECORD(Record, kind) kind,",
            '#include "probity/records/records.inc"',
            "};",
        ]
    )
    assert written[:3] == ["enum class RecordKind {", "observance,", "risk_area,"]
    assert written[-2:] == ["matter,", "};"]


WITHOUT_ROWS = [path for path in HEADERS if '.inc"' not in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", WITHOUT_ROWS, ids=lambda path: path.stem)
def test_code_is_left_as_it_is(path):
    lines = path.read_text(encoding="utf-8").splitlines()

    def code(text):
        return [line for line in text if not line.lstrip().startswith("//")]

    assert code(doxygen_filter.filtered(lines)) == code(lines)


def test_every_error_of_a_comment_becomes_a_command():
    for path in HEADERS:
        written = doxygen_filter.filtered(path.read_text(encoding="utf-8").splitlines())
        left = [line for line in written if line.lstrip().startswith("/// Throws ")]
        assert all("Error" not in line for line in left), path
