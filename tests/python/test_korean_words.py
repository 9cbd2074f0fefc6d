"""The search of the site finds Korean as people write it."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "docs/extensions"))

from korean_words import further_words, noun


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("매월 셋째 주", "셋째주"),
        ("셋째 주에", "셋째주에"),
        ("청렴주간을 옮긴다", "청렴주간"),
        ("실천 과제", "실천과제"),
        ("임시공휴일로 지정", "임시공휴일"),
    ],
)
def test_a_text_is_found_by(text: str, found: str) -> None:
    assert found in list(further_words(text.split()))


@pytest.mark.parametrize("word", ["회의", "결과", "week", "세무1과"])
def test_what_only_ends_like_a_particle_stays(word: str) -> None:
    assert noun(word) == word


def test_words_of_other_languages_are_not_joined() -> None:
    assert list(further_words(["third", "week", "of", "3월"])) == []
