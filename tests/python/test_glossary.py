"""The glossary names types that are there, and each term once."""

import re
from pathlib import Path

import pytest

import probity as pb
from probity import korean

PAGE = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"
ROWS = [
    [cell.strip() for cell in line.strip("| ").split(" | ")]
    for line in PAGE.read_text("utf-8").splitlines()
    if line.startswith("| **")
]


def terms(row: list[str]) -> list[str]:
    return re.findall(r"\*\*(.+?)\*\*", row[0])


def test_each_term_is_there_once():
    names = [term for row in ROWS for term in terms(row)]
    assert len(names) == len(set(names)) > 50


@pytest.mark.parametrize("row", ROWS, ids=lambda row: terms(row)[0])
def test_a_row_names_korean_words_public_types_and_a_page(row: list[str]):
    assert len(row) == 4
    assert all(re.search("[가-힣]", word) for word in row[1].split(", "))
    types = re.findall(r"`(\w+)`", row[2])
    assert types
    assert [name for name in types if name not in pb.__all__] == []
    assert re.search(r"\]\(\w[\w-]*\.md\)", row[3])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: terms(row)[0])
def test_the_korean_words_are_those_of_the_library(row: list[str]):
    known = {text.to("en"): text.to("ko") for text in korean.TERMS}
    for term in terms(row):
        if term in known:
            assert known[term] in row[1]
