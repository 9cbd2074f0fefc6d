"""How far a programme has come: by band, over time, and by area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from probity._core import Interval
from probity.plot import style
from probity.plot.axes import date_axis, tidy
from probity.text import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.ticker import Locator

    from probity.types import DateLike, Language

#: A tint of the green.
_COVERED = "#cdeee3"

_WORDS = {
    "en": {
        "done": "Done",
        "open": "Open",
        "overdue": "Overdue",
        "tasks": "Tasks",
        "total": "All tasks",
        "bands": "Tasks by band",
        "burnup": "Tasks done over time",
        "coverage": "Areas with measures and owners",
        "measures": "Measures",
        "owner": "Owner",
        "none": "none",
    },
    "ko": {
        "done": "완료",
        "open": "진행 중",
        "overdue": "기한 지남",
        "tasks": "과제 수",
        "total": "전체 과제",
        "bands": "밴드별 과제",
        "burnup": "과제 완료 추이",
        "coverage": "분야별 개선대책과 담당부서",
        "measures": "개선대책",
        "owner": "담당부서",
        "none": "없음",
    },
}


def bands(
    rows: Sequence[tuple[str | Text, int, int, int]],
    ax: Axes | None = None,
    lang: Language = "en",
) -> Axes:
    """Tasks by band: rows (title, done, open, overdue) as stacked bars, in the order given.

    `open` counts the open tasks that are not overdue. Each part has its number in it.
    """
    words = _WORDS[lang]
    names = [style.words_of(row[0], lang) for row in rows]
    families = style.font_for([*names, *words.values()])
    ax = style.axes(ax, 8, 1.4 + 0.38 * len(rows))
    parts = (
        (words["done"], style.GREEN, "", [row[1] for row in rows]),
        (words["open"], style.SKY, "//", [row[2] for row in rows]),
        (words["overdue"], style.ORANGE, "xx", [row[3] for row in rows]),
    )
    begins = [0] * len(rows)
    for label, colour, hatch, counts in parts:
        bars = ax.barh(
            range(len(rows)),
            counts,
            left=begins,
            label=label,
            color=colour,
            hatch=hatch,
            edgecolor=style.WHITE,
            linewidth=0.8,
        )
        _number(ax, bars, counts)
        begins = [begin + count for begin, count in zip(begins, counts, strict=True)]
    ax.set_yticks(range(len(rows)), names)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.set_xlabel(words["tasks"])
    tidy(ax, words["bands"])
    ax.xaxis.set_major_locator(_whole_numbers())
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
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


def burnup(
    points: Sequence[tuple[DateLike, int, int]],
    ax: Axes | None = None,
    lang: Language = "en",
) -> Axes:
    """Tasks done over time: points (date, done, total), in order of date, as two stepped lines.

    The upper line is what there is to do, the lower one what is done; what lies between is left.
    """
    import numpy as np

    words = _WORDS[lang]
    days = [Interval.of_days(point[0], 1).begin for point in points]
    dates = np.array(days, dtype="datetime64[D]")
    done = [point[1] for point in points]
    total = [point[2] for point in points]
    families = style.font_for(words.values())
    ax = style.axes(ax, 8, 4)
    ax.fill_between(dates, done, step="post", color=style.GREEN, alpha=0.2, linewidth=0)
    line: dict[str, Any] = {"where": "post", "linewidth": 2, "markersize": 5}
    ax.step(dates, total, "s--", color=style.INK, label=words["total"], **line)
    ax.step(dates, done, "o-", color=style.GREEN, label=words["done"], **line)
    if days:
        ax.annotate(
            f"{done[-1]} / {total[-1]}",
            (days[-1], done[-1]),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
        )
    ax.set_ylim(0, max(total, default=1) * 1.12)
    ax.set_ylabel(words["tasks"])
    date_axis(ax, lang)
    tidy(ax, words["burnup"])
    ax.yaxis.set_major_locator(_whole_numbers())
    ax.grid(axis="y", color=style.PALE)
    ax.set_axisbelow(True)
    # Above the lines, which may be anywhere.
    ax.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, frameon=False)
    style.dress(ax, families)
    return ax


def coverage(
    rows: Sequence[tuple[str | Text, int, str | Text | None]],
    ax: Axes | None = None,
    lang: Language = "en",
) -> Axes:
    """Whether each area has measures and an owner: rows (area, measures, owner) as a matrix.

    `measures` counts them; an owner of None or "" is none. A gap is hatched and says so.
    """
    words = _WORDS[lang]
    names = [style.words_of(row[0], lang) for row in rows]
    owners = ["" if row[2] is None else style.words_of(row[2], lang) for row in rows]
    families = style.font_for([*names, *owners, *words.values()])
    ax = style.axes(ax, 7, 1.2 + 0.5 * len(rows))
    for i, (row, owner) in enumerate(zip(rows, owners, strict=True)):
        for column, text in enumerate((str(row[1]) if row[1] else "", owner)):
            _coverage_cell(ax, column, i, text, words["none"])
    ax.set_xlim(-0.52, 1.52)
    ax.set_ylim(len(rows) - 0.48, -0.52)
    ax.set_xticks([0, 1], [words["measures"], words["owner"]])
    ax.set_yticks(range(len(rows)), names)
    ax.xaxis.tick_top()
    tidy(ax, words["coverage"])
    ax.tick_params(length=0)
    for side in ax.spines.values():
        side.set_visible(False)
    style.dress(ax, families)
    return ax


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


def _whole_numbers() -> Locator:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(integer=True)
