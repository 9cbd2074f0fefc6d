"""The style that all pictures share: colours, hatches, and fonts that have Hangul."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import ceil
from typing import TYPE_CHECKING, Any

from probity._core import ProbityError
from probity.text import Text
from probity.words import refused, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from probity.types import Language

#: The colours of Okabe and Ito (2008), told apart with any colour vision.
ORANGE, SKY, GREEN = "#E69F00", "#56B4E9", "#009E73"
BLUE, VERMILION, PURPLE = "#0072B2", "#D55E00", "#CC79A7"
INK, GREY, PALE, WHITE = "#1a1a1a", "#767676", "#E8E8E8", "#ffffff"

#: The least size of letters, in points.
_LEGIBLE = 5.0
#: The letters of a line of a row's name; a Hangul syllable counts for two.
NAME_WIDTH = 34

#: Families with Hangul, in the order in which they are taken.
HANGUL_FONTS = (
    "NanumGothic",
    "NanumBarunGothic",
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Noto Sans CJK JP",  # one file holds all of the family, and may go by its first name
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "AppleGothic",
    "UnDotum",
    "Baekmuk Dotum",
)


def pyplot() -> Any:
    """matplotlib.pyplot. Raises ImportError naming the extra where matplotlib is not installed."""
    try:
        import matplotlib.pyplot
    except ImportError as error:
        raise refused(ImportError, "matplotlib") from error
    return matplotlib.pyplot


def axes(ax: Axes | None, width: float, height: float) -> Axes:
    """The axes to draw in: those given, or new ones of a size in inches."""
    if ax is not None:
        return ax
    figure = pyplot().figure(figsize=(width, height), layout="constrained")
    made: Axes = figure.add_subplot()
    return made


def words_of(title: str | Text, lang: Language) -> str:
    """A title in a language; a str is taken as it is."""
    return title.to(lang) if isinstance(title, Text) else str(title)


def has_hangul(text: str) -> bool:
    """Whether a text has syllables or letters of Hangul.

    >>> has_hangul("청렴주간"), has_hangul("Integrity Week")
    (True, False)
    """
    return any(
        "\uac00" <= each <= "\ud7a3" or "\u1100" <= each <= "\u11ff" or "\u3130" <= each <= "\u318f"
        for each in text
    )


def font_for(texts: Iterable[str]) -> list[str]:
    """The font families for texts: one with Hangul where any of them has some.

    Raises ProbityError if none of HANGUL_FONTS is installed, and ImportError as pyplot() does.
    """
    pyplot()
    if any(has_hangul(text) for text in texts):
        return [hangul_font(), "DejaVu Sans"]
    return ["DejaVu Sans"]


def dress(ax: Axes, families: list[str]) -> None:
    """Gives all text of the axes its font: also that which was there, such as an empty title."""
    from matplotlib.text import Text as Drawn

    for text in ax.findobj(Drawn):
        text.set_fontfamily(families)
        text.set_linespacing(1.3)  # Hangul is as high as its line
    ax.tick_params(labelfontfamily=families)


def heights(names: Iterable[str], each: float) -> float:
    """The height of rows in inches, of which one line of a name takes `each`."""
    return sum(each + 0.17 * name.count("\n") for name in names) or each


def name_rows(ax: Axes, names: Sequence[str]) -> float:
    """Rows from the top down with their names, and how high a row is, in points.

    Where there are too many rows for names of a legible size, every few of them have theirs.
    """
    rows = max(len(names), 1)
    points = ax.get_window_extent().height / ax.figure.dpi * 72 / rows
    shown = range(0, len(names), max(1, ceil(_LEGIBLE / points)))
    ax.set_yticks(shown, [names[row] for row in shown])
    ax.set_ylim(rows - 0.4, -0.6)
    lines = max((names[row].count("\n") + 1 for row in shown), default=1)
    ax.tick_params(axis="y", labelsize=min(10.0, max(_LEGIBLE, 0.75 * points / lines)))
    return points


def say_nothing(ax: Axes, lang: Language) -> None:
    """Words in the place of what there is none of."""
    ax.set_xticks([])
    ax.set_yticks([])
    ax.text(
        0.5,
        0.5,
        say("plot.nothing", lang),
        transform=ax.transAxes,
        ha="center",
        va="center",
        color=GREY,
    )


def wrapped(text: str, width: int = 30) -> str:
    """A title over lines of at most so many letters, of which a Hangul syllable takes two."""
    lines, used = [""], 0
    for word in text.split(" "):
        letters = sum(2 if has_hangul(each) else 1 for each in word)
        if used and used + 1 + letters > width:
            lines.append("")
            used = 0
        lines[-1] += f" {word}" if used else word
        used += letters + (1 if used else 0)
    return "\n".join(lines)


@cache
def hangul_font() -> str:
    """The family of an installed font that has Hangul. Raises ProbityError if there is none."""
    from matplotlib import font_manager

    found = _hangul_family()
    if found is None:
        # matplotlib's list of fonts may be older than the fonts.
        known = {entry.fname for entry in font_manager.fontManager.ttflist}
        for path in font_manager.findSystemFonts():
            if path not in known and _may_have_hangul(path):
                font_manager.fontManager.addfont(path)
        found = _hangul_family()
    if found is None:
        raise refused(ProbityError, "no_font")
    return found


def _hangul_family() -> str | None:
    from matplotlib import font_manager
    from matplotlib.ft2font import FT2Font

    by_family: dict[str, str] = {}
    for entry in font_manager.fontManager.ttflist:
        by_family.setdefault(entry.name, entry.fname)
    for family in HANGUL_FONTS:
        path = by_family.get(family)
        if path is not None and FT2Font(path).get_char_index(ord("청")):
            return family
    return None


def _may_have_hangul(path: str) -> bool:
    names = ("nanum", "cjk", "notosanskr", "malgun", "gothic", "undotum", "dotum")
    return any(name in path.lower() for name in names)
