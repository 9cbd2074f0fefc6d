"""How far a programme has come: by band, and over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from probity.keywords import named
from probity.plot import style
from probity.plot.axes import date_axis, four_weeks_at_least, tidy
from probity.plot.records import counts_of, points_of, titled
from probity.words import phrases

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.ticker import Locator

    from probity._core import BurnupPoint, PortfolioProgress, Progress, View
    from probity.text import Text
    from probity.types import DateLike, Language

#: The height of a row in points up to which it has no room for numbers, nor for edges.
_NUMBERED = 9.0
#: Over a line with more points every few of them have a marker.
_MARKERS = 24


@named
def bands(
    of: View | Sequence[Progress | PortfolioProgress | tuple[str | Text, int, int, int]],
    ax: Axes | None = None,
    lang: Language = "en",
) -> Axes:
    """Tasks by band as stacked bars, in order, each part with its number in it.

    Of a View its bands; else the groups of `view.progress(by=...)` or of a portfolio, or rows
    (title, done, open, overdue), where `open` counts the open tasks that are not overdue.

    >>> office = examples.songpa(illustrative=True)
    >>> ax = plot.bands(office.view("2026-07-15"))
    >>> ax.get_title(loc="left")
    'Tasks by band\\nSongpa-gu integrity programme (illustrative), 15 July 2026'
    """
    words = phrases("plot.progress", lang)
    rows = counts_of(of)
    names = [style.wrapped(style.words_of(row.title, lang), style.NAME_WIDTH) for row in rows]
    title = titled(words["bands"], of, lang)
    families = style.font_for([*names, *words.values(), title])
    ax = style.axes(ax, 8.5, 1.4 + style.heights(names, 0.38))
    from matplotlib.patches import Patch

    parts = (
        (words["done"], style.GREEN, "", [row.done for row in rows]),
        (words["open"], style.SKY, "//", [row.open for row in rows]),
        (words["overdue"], style.ORANGE, "xx", [row.overdue for row in rows]),
    )
    begins = [0] * len(rows)
    points = style.name_rows(ax, names)
    handles = []
    for label, colour, hatch, counts in parts:
        bars = ax.barh(
            range(len(rows)),
            counts,
            left=begins,
            color=colour,
            hatch=hatch,
            edgecolor=style.WHITE,
            linewidth=0.8 if points > _NUMBERED else 0,
        )
        handles.append(Patch(facecolor=colour, hatch=hatch, edgecolor=style.WHITE, label=label))
        if points > _NUMBERED:
            _number(ax, bars, counts)
        begins = [begin + count for begin, count in zip(begins, counts, strict=True)]
    ax.set_xlim(0, max([*begins, 1]) * 1.02)
    ax.set_xlabel(words["tasks"])
    tidy(ax, title)
    ax.xaxis.set_major_locator(_whole_numbers())
    ax.legend(handles=handles, loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
    if not rows:
        style.say_nothing(ax, lang)
    style.dress(ax, families)
    return ax


def _number(ax: Axes, bars: object, counts: Sequence[int]) -> None:
    labels = ax.bar_label(
        bars,  # type: ignore[arg-type, unused-ignore]
        labels=[str(count) if count else "" for count in counts],
        label_type="center",
        fontsize=8.5,
    )
    for label in labels:
        if label.get_text():
            label.set_bbox({"facecolor": style.WHITE, "edgecolor": "none", "pad": 1.2})


@named
def burnup(
    points: Sequence[BurnupPoint | tuple[DateLike, int, int]],
    ax: Axes | None = None,
    lang: Language = "en",
) -> Axes:
    """Tasks done over time, as two stepped lines: what there is to do, and below it what is done.

    The points are those of `programme.burnup(...)` or of a portfolio, or (date, done, total), in
    order of date.

    >>> office = examples.songpa(illustrative=True)
    >>> ax = plot.burnup(office.burnup("2026-01-01", "2027-01-01"))
    >>> [line.get_ydata()[-1] for line in ax.lines]    # all tasks, and those done
    [36, 26]
    """
    words = phrases("plot.progress", lang)
    families = style.font_for(words.values())
    import matplotlib.dates
    import numpy as np

    drawn = points_of(points)
    dates = np.array([point.date for point in drawn], dtype="datetime64[D]")
    done = [point.done for point in drawn]
    total = [point.total for point in drawn]
    ax = style.axes(ax, 8, 4)
    ax.fill_between(dates, done, step="post", color=style.GREEN, alpha=0.2, linewidth=0)
    line: dict[str, Any] = {"where": "post", "linewidth": 2, "markersize": 5}
    line["markevery"] = max(1, -(-len(drawn) // _MARKERS))
    ax.step(dates, total, "s--", color=style.INK, label=words["total"], **line)
    ax.step(dates, done, "o-", color=style.GREEN, label=words["done"], **line)
    if drawn:
        ax.annotate(
            f"{done[-1]} / {total[-1]}",
            (matplotlib.dates.date2num(drawn[-1].date), done[-1]),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            annotation_clip=False,
        )
    ax.set_ylim(0, max([1, *total]) * 1.12)
    ax.set_ylabel(words["tasks"])
    if drawn:
        four_weeks_at_least(ax)
        date_axis(ax, lang)
    tidy(ax, words["burnup"])
    ax.yaxis.set_major_locator(_whole_numbers())
    ax.grid(axis="y", color=style.PALE)
    ax.set_axisbelow(True)
    # Above the lines, which may be anywhere.
    ax.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, frameon=False)
    if not drawn:
        style.say_nothing(ax, lang)
    style.dress(ax, families)
    return ax


def _whole_numbers() -> Locator:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(integer=True)
