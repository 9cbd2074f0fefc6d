"""What happens when, as bars along the dates."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from probity._core import Agenda, Interval, ProbityError
from probity.plot import style
from probity.plot.axes import date_axis, tidy
from probity.plot.year import agenda_title
from probity.text import Text
from probity.words import ENTRY_KINDS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from probity.types import DateLike, Language

_TITLE = {"en": "Timeline", "ko": "일정"}
#: Colour, hatch and marker by kind; a kind of the caller's own takes the next that is free.
_LOOKS = {
    "week": (style.SKY, "", "s"),
    "day": (style.BLUE, "", "*"),
    "meeting": (style.ORANGE, "", "s"),
    "event": (style.PURPLE, "", "D"),
    "activity": (style.GREEN, "//", "o"),
}
_OTHER_LOOKS = (
    (style.VERMILION, "xx", "^"),
    (style.GREEN, "..", "v"),
    (style.PURPLE, "\\\\", "P"),
    (style.GREY, "--", "X"),
)


class _Bar(NamedTuple):
    title: str
    begin: datetime.date
    end: datetime.date
    kind: str


def timeline(
    rows: Agenda | Sequence[tuple[str | Text, DateLike, DateLike | None, str]],
    ax: Axes | None = None,
    lang: Language = "en",
) -> Axes:
    """Rows (title, begin, end, kind), or an agenda's entries, along the dates.

    What has the same title shares a line. `end` is the first day after, None for a single day.
    Kinds are those of an agenda's entries, or any of the caller's own, and the legend names them.
    What is shorter than four days has a marker. Raises ProbityError where `end` is not after
    `begin`, and for more than four kinds of one's own.
    """
    title = _TITLE[lang]
    window: Interval | None = None
    if isinstance(rows, Agenda):
        title = agenda_title(rows, lang)
        window = rows.window
        rows = [(e.title, e.begin, e.end, e.kind) for e in rows if e.has_own_days]
    from matplotlib.dates import date2num

    bars = [_bar(row, lang) for row in rows]
    looks = _looks(bars)
    names = list(dict.fromkeys(bar.title for bar in bars))
    labels = {kind: ENTRY_KINDS[lang].get(kind, kind) for kind in looks}
    families = style.font_for([*names, *labels.values(), title])
    ax = style.axes(ax, 10, 1.5 + 0.36 * max(len(names), 1))
    for bar in bars:
        _draw(ax, bar, names.index(bar.title), looks)
    if window is not None:
        ax.set_xlim(date2num(window.begin), date2num(window.last) + 1)
    ax.set_yticks(range(len(names)), [style.wrapped(name) for name in names])
    ax.set_ylim(len(names) - 0.4, -0.6)
    date_axis(ax, lang)
    tidy(ax, title)
    ax.grid(axis="x", color=style.PALE)
    ax.set_axisbelow(True)
    _legend(ax, looks, labels)
    style.dress(ax, families)
    return ax


def _bar(row: tuple[str | Text, DateLike, DateLike | None, str], lang: Language) -> _Bar:
    title, begin, end, kind = row
    name = style.words_of(title, lang)
    first = Interval.of_days(begin, 1)
    if end is None:
        return _Bar(name, first.begin, first.begin + datetime.timedelta(days=1), kind)
    try:
        days = Interval(begin, end)
    except ProbityError as error:
        raise ProbityError(f'row "{name}": {error}') from None
    return _Bar(name, days.begin, days.last + datetime.timedelta(days=1), kind)


def _looks(bars: Sequence[_Bar]) -> dict[str, tuple[str, str, str]]:
    kinds = list(dict.fromkeys(bar.kind for bar in bars))
    own = [kind for kind in kinds if kind not in _LOOKS]
    if len(own) > len(_OTHER_LOOKS):
        raise ProbityError(
            f"{len(own)} kinds of one's own, {', '.join(own)}: at most {len(_OTHER_LOOKS)} of them "
            "can be told apart"
        )
    others = dict(zip(own, _OTHER_LOOKS, strict=False))
    return {kind: _LOOKS.get(kind) or others[kind] for kind in kinds}


def _draw(ax: Axes, bar: _Bar, row: int, looks: dict[str, tuple[str, str, str]]) -> None:
    from matplotlib.dates import date2num

    colour, hatch, marker = looks[bar.kind]
    begin, end = date2num(bar.begin), date2num(bar.end)
    if end - begin < 4:
        ax.plot(
            [begin + (end - begin) / 2],
            [row],
            marker,
            color=colour,
            markersize=13 if marker == "*" else 9,
            markeredgecolor=style.INK,
        )
        return
    ax.barh(
        row,
        end - begin,
        left=begin,
        height=0.55,
        color=colour,
        hatch=hatch,
        edgecolor=style.INK,
        linewidth=0.6,
    )


def _legend(ax: Axes, looks: dict[str, tuple[str, str, str]], labels: dict[str, str]) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    handles = [
        Patch(facecolor=colour, hatch=hatch, edgecolor=style.INK, label=labels[kind])
        if kind == "week"
        else Line2D(
            [],
            [],
            marker=marker,
            markersize=11 if marker == "*" else 8,
            color=colour,
            markeredgecolor=style.INK,
            linestyle="none",
            label=labels[kind],
        )
        for kind, (colour, hatch, marker) in looks.items()
    ]
    if handles:
        ax.legend(handles=handles, loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
