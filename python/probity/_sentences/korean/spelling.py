"""How a sentence was typed: widths, signs and the usual misspellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise

_READ_AS = "매년월일주주요화수목금토제말초상하반기분전후익차"
# One character for another, before anything is read: the signs of lists, ranges and brackets.
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("ㆍ‧∙•・･⋅ᆞ", "·"),
        **dict.fromkeys("～∼〜˜", "~"),
        **dict.fromkeys("–—−‐‑", "-"),
        **dict.fromkeys("[{〔［【", "("),
        **dict.fromkeys("]}〕］】", ")"),
        # Chinese characters of dates, as older ordinances and headlines have them.
        **dict(zip("每年月日週周曜火水木金土第末初上下半期分前後翌次", _READ_AS, strict=True)),
        **dict(zip("陰曆秋夕時回間內限", "음력추석시회간내한", strict=True)),
    }
)
_UNITS = "一二三四五六七八九"
_MONTH_NAMES = ("일", "이", "삼", "사", "오", "유", "칠", "팔", "구", "시", "십일", "십이")


def _in_figures(match: re.Match[str]) -> str:
    """二十五 in figures."""
    tens, ten, ones = match[0].rpartition("十")
    if not ten:
        return "".join(str(_UNITS.index(each) + 1) for each in ones)
    tenfold = _UNITS.index(tens[-1]) + 1 if tens else 1
    return str(10 * tenfold + (_UNITS.index(ones[0]) + 1 if ones else 0))


def _nth(match: re.Match[str]) -> str:
    return f"{match[0][0]}째"


def _month_in_figures(match: re.Match[str]) -> str:
    """삼월, 유월, 십이월 in figures."""
    name = "유" if match[2] == "육" else "시" if match[2] == "십" else match[2]
    return f"{match[1]}{_MONTH_NAMES.index(name) + 1}월"


_WRONG_JJAE = "째|쨋|쨰|쩨|쨌|쩌"
_MENDED: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(f"(?:[{_UNITS}]?十[{_UNITS}]?|[{_UNITS}])(?=[월일주째번회분시년])"), _in_figures),
    (
        re.compile("(^|매년|[·,과와및])(십[일이]?|[일이삼사오유육칠팔구시])월(?!요일)"),
        _month_in_figures,
    ),
    (re.compile("(?<=[매익0-9])윌|윌(?=요일)"), "월"),
    (re.compile("메(?=[년월주달])"), "매"),
    (re.compile("(?:첫|둘|셋|넷)재(?=[주월화수목금토일])"), _nth),
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
        if pattern.search(joined) is not None:
            joined, places = _mended(joined, places, pattern, right)
    return joined, places, gaps, split


def _mended(
    text: str,
    places: list[int],
    pattern: re.Pattern[str],
    right: str | Callable[[re.Match[str]], str],
) -> tuple[str, list[int]]:
    parts: list[str] = []
    moved: list[int] = []
    done = 0
    for match in pattern.finditer(text):
        begin, end = match.span()
        mended = right if isinstance(right, str) else right(match)
        parts += [text[done:begin], mended]
        moved += places[done:begin]
        moved += [places[min(begin + i, end - 1)] for i in range(len(mended))]
        done = end
    parts.append(text[done:])
    return "".join(parts), moved + places[done:]
