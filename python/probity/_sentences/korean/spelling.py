"""How a sentence was typed: widths, signs and the usual misspellings."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

# One character for another, before anything is read: the signs of lists, ranges and brackets.
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("ㆍ‧∙•・･⋅ᆞ", "·"),
        **dict.fromkeys("～∼〜˜", "~"),
        **dict.fromkeys("–—−‐‑", "-"),
        **dict.fromkeys("[{〔［【", "("),
        **dict.fromkeys("]}〕］】", ")"),
    }
)
_WRONG_JJAE = "째|쨋|쨰|쩨|쨌|쩌"
_MENDED = (
    (re.compile(f"(?:첫|첮|첯)(?:{_WRONG_JJAE})"), "첫째"),
    (re.compile(f"(?<![열])(?:두|둘)(?:{_WRONG_JJAE})"), "둘째"),
    (re.compile(f"(?:세|셋|샛)(?:{_WRONG_JJAE})"), "셋째"),
    (re.compile(f"(?:네|넷|넸)(?:{_WRONG_JJAE})"), "넷째"),
    (re.compile(f"다섯(?:{_WRONG_JJAE})"), "다섯째"),
    (re.compile("번(?:쨋|쨰|쩨|쨌|재)(?=[주월화수목금토일근영날]|마지막)"), "번째"),
    (re.compile("(?<=[0-9])(?:쨋|쨰|쩨|쨌)"), "째"),
    (re.compile("(?<=[월화수목금토일])욜(?:일)?"), "요일"),
    (re.compile("요일날"), "요일"),
    (re.compile("요일은?마다"), "요일마다"),
    (re.compile("(?<![매0-9])년말"), "연말"),
    (re.compile("마지막(?:번째|째)"), "마지막"),
    (re.compile("(?<=[0-9첫둘셋넷째])주쨰"), "주째"),
)


def normal(text: str) -> str:
    """The text with every sign in its usual form (NFKC)."""
    return unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)


def without_blanks(text: str) -> tuple[str, list[int], set[int], int | None]:
    """A text without its white space and misspellings: officials set blanks as they like.

    Gives the text, the place of each of its characters in the original, the characters before which
    a blank stood, and the place of a number that a blank cuts in two.
    """
    kept = [i for i, c in enumerate(text) if not c.isspace()]
    gaps: set[int] = set()
    split = None
    for before, after in pairwise(kept):
        if after > before + 1:
            gaps.add(after)
            if split is None and text[before].isdigit() and text[after].isdigit():
                split = after
    places = kept
    joined = "".join(text[i] for i in kept)
    for pattern, right in _MENDED:
        if pattern.search(joined):
            joined, places = _mended(joined, places, pattern, right)
    return joined, places, gaps, split


def _mended(
    text: str, places: list[int], pattern: re.Pattern[str], right: str
) -> tuple[str, list[int]]:
    parts: list[str] = []
    moved: list[int] = []
    done = 0
    for match in pattern.finditer(text):
        begin, end = match.span()
        parts += [text[done:begin], right]
        moved += places[done:begin]
        moved += [places[min(begin + i, end - 1)] for i in range(len(right))]
        done = end
    parts.append(text[done:])
    return "".join(parts), moved + places[done:]
