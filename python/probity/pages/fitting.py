"""How much of a text fits: a page's height is fixed, and the reader's font is not known.

Letters are taken to be as wide as the broader of NanumGothic's and DejaVu Sans's, so that what is
said to fit does in the fonts that the style names, and in what stands in for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Protocol
from unicodedata import east_asian_width

#: The widths of letters in ems.
_WIDTHS = {
    letter: width
    for width, letters in {
        0.29: "ijlI'",
        0.34: " .,:;|",
        0.41: "frt()[]-/!J",
        0.58: "cksvxyzFL",
        0.7: "ABKRVXYZ",
        0.78: "CDGHNOQU",
        1.0: "mwMW%@",
    }.items()
    for letter in letters
}
_LETTER, _SYLLABLE = 0.64, 0.95


def ems(text: str) -> float:
    """The width of a text in ems.

    >>> round(ems("청렴 Day"), 2)
    4.24
    """
    return sum(map(_width, text))


def _width(letter: str) -> float:
    if "가" <= letter <= "힣":
        return _SYLLABLE
    return 1 if east_asian_width(letter) in "WFA" else _WIDTHS.get(letter, _LETTER)


def lines_of(text: str, width: float) -> int:
    """How many lines of a width in ems a text takes, at least one; it is broken at its spaces.

    >>> lines_of("청렴 데이", 5), lines_of("청렴 데이", 4)
    (1, 2)
    """
    lines, used = 1, 0.0
    for word in text.split(" "):
        needs = ems(word)
        before = used + _WIDTHS[" "] if used else 0.0
        if before and before + needs > width:
            lines, before = lines + 1, 0.0
        # A word that is longer than a line is broken wherever the line ends.
        more = max(0, ceil((before + needs) / width) - 1)
        lines, used = lines + more, before + needs - more * width
    return lines


class Fitted(Protocol):
    """A list that can be shown in part."""

    def __len__(self) -> int: ...
    def height(self, shown: int) -> float:
        """How high it is with so many of its lines, and the one that counts the rest."""
        ...


#: The lines that a list has before any has more, unless it is told otherwise.
KEPT = 3


def shares(lists: Sequence[Fitted], room: float, kept: Sequence[int] | None = None) -> list[int]:
    """How many lines of each list are shown in a room: of each those that are to be kept, then all
    of the first, and so on. Each shows one at least."""
    kept = kept or [KEPT] * len(lists)
    shown = [min(1, len(each)) for each in lists]
    heights = [each.height(count) for each, count in zip(lists, shown, strict=True)]
    for all_of_it in (False, True):
        for i, each in enumerate(lists):
            left = room - sum(heights) + heights[i]
            most = len(each) if all_of_it else min(kept[i], len(each))
            shown[i] = _fitting(each, shown[i], most, left)
            heights[i] = each.height(shown[i])
    return shown


def _fitting(given: Fitted, least: int, most: int, room: float) -> int:
    """How many lines fit, from `least`, which stand in any case, to `most`."""
    # The last line takes the place of the one that counts it: all may fit although one less does
    # not.
    if given.height(most) <= room:
        return most
    count = least
    while count + 1 < most and given.height(count + 1) <= room:
        count += 1
    return count
