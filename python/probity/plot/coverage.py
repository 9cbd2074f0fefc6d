"""Whether what is prone to corruption is looked after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from probity.keywords import named
from probity.plot import style
from probity.plot.axes import tidy
from probity.plot.records import areas_of, measures_without_area, titled
from probity.words import phrases

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from probity._core import Coverage, Programme
    from probity.text import Text
    from probity.types import Language

#: A tint of the green.
_COVERED = "#cdeee3"


@named
def coverage(
    of: Programme | Coverage | Sequence[tuple[str | Text, int, str | Text | None]],
    ax: Axes | None = None,
    lang: Language = "en",
) -> Axes:
    """Whether each area has measures and an owner, as a matrix; a gap is hatched and says so.

    Of a Programme its risk areas; of `programme.coverage()` the same with the ids of the owners,
    whose titles it does not know; or rows (area, measures, owner), where `measures` counts them and
    None or "" is no owner. Below stands how many measures belong to no area.

    >>> ax = plot.coverage(examples.yongsan())
    >>> ax.get_xlabel()
    'Measures of no area: 6'
    """
    words = phrases("plot.coverage", lang)
    rows = areas_of(of)
    names = [style.wrapped(style.words_of(row.title, lang), style.NAME_WIDTH) for row in rows]
    owners = [style.wrapped(style.words_of(row.owners, lang)) for row in rows]
    title = titled(words["coverage"], of, lang)
    families = style.font_for([*names, *owners, *words.values(), title])
    ax = style.axes(ax, 7, 1.4 + style.heights(map(_longer, names, owners), 0.5))
    for i, (row, owner) in enumerate(zip(rows, owners, strict=True)):
        for column, text in enumerate((str(row.measures) if row.measures else "", owner)):
            _coverage_cell(ax, column, i, text, words["none"])
    ax.set_xlim(-0.52, 1.52)
    style.name_rows(ax, names)
    ax.set_xticks([0, 1], [words["measures"], words["owner"]])
    ax.xaxis.tick_top()
    if without := measures_without_area(of):
        ax.set_xlabel(words["without"].format(n=without))
    tidy(ax, title)
    ax.tick_params(length=0)
    for side in ax.spines.values():
        side.set_visible(False)
    if not rows:
        style.say_nothing(ax, lang)
    style.dress(ax, families)
    return ax


def _longer(name: str, owner: str) -> str:
    return max(name, owner, key=lambda text: text.count("\n"))


def _coverage_cell(ax: Axes, column: int, row: int, text: str, none: str) -> None:
    from matplotlib.patches import Rectangle

    square = Rectangle(
        (column - 0.5, row - 0.5),
        1,
        1,
        facecolor=_COVERED if text else style.WHITE,
        hatch="" if text else "xx",
        edgecolor=style.WHITE if text else style.ORANGE,
        linewidth=2,
    )
    ax.add_patch(square)
    label = ax.text(column, row, text or none, ha="center", va="center")
    if not text:
        label.set_bbox({"facecolor": style.WHITE, "edgecolor": "none", "pad": 2})
