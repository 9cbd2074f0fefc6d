"""Draws as bars along the dates when things happen."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING

from probity._core import Agenda, Council, Interval, ProbityError, Programme
from probity.keywords import named
from probity.labels import ENTRY_KINDS
from probity.plot import style
from probity.plot.axes import date_axis, four_weeks_at_least, tidy
from probity.plot.records import Bar, bars_of_council, bars_of_programme, one_day, titled
from probity.plot.year import agenda_title
from probity.text import Text
from probity.words import refused, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from probity.types import DateLike, Language

#: Colour, hatch and marker by kind; a kind of the caller's own takes the next that is free.
_LOOKS = {
    "week": (style.SKY, "", "s"),
    "day": (style.BLUE, "", "*"),
    "meeting": (style.ORANGE, "", "s"),
    "event": (style.PURPLE, "", "D"),
    "activity": (style.GREEN, "//", "o"),
    "meeting_held": (style.GREEN, "", "s"),
    "meeting_planned": (style.WHITE, "", "s"),
    "meeting_moved": (style.WHITE, "", "X"),
    "meeting_cancelled": (style.GREY, "xx", "X"),
    "meeting_some_day": (style.GREEN, "//", "s"),
    "task_done": (style.GREEN, "", "o"),
    "task_open": (style.SKY, "//", "D"),
}
#: The kinds of a programme's own records.
_KINDS = (
    "meeting_held",
    "meeting_planned",
    "meeting_moved",
    "meeting_cancelled",
    "meeting_some_day",
    "task_done",
    "task_open",
)
_OTHER_LOOKS = (
    (style.VERMILION, "xx", "^"),
    (style.GREEN, "..", "v"),
    (style.PURPLE, "\\\\", "P"),
    (style.GREY, "--", "X"),
)


@named
def timeline(
    of: Programme | Council | Agenda | Sequence[tuple[str | Text, DateLike, DateLike | None, str]],
    ax: Axes | None = None,
    lang: Language = "en",
    *,
    within: Interval | int | None = None,
) -> Axes:
    """Draws along the dates when things happen; those of the same title share a line.

    Of a Council its meetings, those of a kind in one line: held, planned, cancelled, and the dates
    from which one was moved away. Of a Programme the meetings of its councils, its occasions, and
    its tasks from the first day that is known of them to that on which they were done or are due.
    Of an Agenda its entries. Or rows (title, begin, end, kind): `end` is the first day after, None
    for a single day; kinds are those of an agenda's entries or any of the caller's own.

    `within` leaves what meets an Interval or a year. The legend names the kinds. Spans shorter than
    four days have a marker. Raises ProbityError if `end` is not after `begin`, and for more than
    four kinds of one's own.

    >>> office = examples.songpa(illustrative=True)
    >>> ax = plot.timeline(office.council("band-council"))
    >>> [text.get_text() for text in ax.get_legend().get_texts()]
    ['Held', 'Moved from this day', 'Planned']
    """
    title = _title(of, lang)
    window = _window(of, within)
    bars = [bar for bar in _bars(of, lang) if window is None or _meets(bar, window)]
    looks = _looks(bars)
    lines = list(dict.fromkeys(bar.title for bar in bars))
    row_of = {line: row for row, line in enumerate(lines)}
    names = [style.wrapped(line, style.NAME_WIDTH) for line in lines]
    labels = {kind: _label(kind, lang) for kind in looks}
    families = style.font_for([*names, *labels.values(), title])
    ax = style.axes(ax, 10, 1.5 + style.heights(names, 0.36))
    style.name_rows(ax, names)
    for bar in bars:
        _draw(ax, bar, row_of[bar.title], looks)
    if window is not None:
        from matplotlib.dates import date2num

        ax.set_xlim(date2num(window.begin), date2num(window.last) + 1)
    elif bars:
        four_weeks_at_least(ax)
    if bars or window is not None:
        date_axis(ax, lang)
    tidy(ax, title)
    ax.grid(axis="x", color=style.PALE)
    ax.set_axisbelow(True)
    if not bars:
        style.say_nothing(ax, lang)
    _legend(ax, looks, labels, {bar.kind for bar in bars if _is_long(bar)})
    style.dress(ax, families)
    return ax


def _window(of: object, within: Interval | int | None) -> Interval | None:
    if isinstance(within, int):
        return Interval(datetime.date(within, 1, 1), datetime.date(within + 1, 1, 1))
    return of.window if within is None and isinstance(of, Agenda) else within


def _meets(bar: Bar, window: Interval) -> bool:
    return window.meet(Interval(bar.begin, bar.end)) is not None


def _is_long(bar: Bar) -> bool:
    """Whether it is drawn as a bar, and not as a marker."""
    return (bar.end - bar.begin).days >= 4


def _title(of: object, lang: Language) -> str:
    if isinstance(of, Agenda):
        return agenda_title(of, lang)
    if isinstance(of, Council):
        return of.name.to(lang)
    return titled(say("plot.timeline", lang), of, lang)


def _bars(
    of: Programme | Council | Agenda | Sequence[tuple[str | Text, DateLike, DateLike | None, str]],
    lang: Language,
) -> list[Bar]:
    if isinstance(of, Programme):
        return bars_of_programme(of, lang)
    if isinstance(of, Council):
        return bars_of_council(of, lang)
    if isinstance(of, Agenda):
        of = [(each.title, each.begin, each.end, each.kind) for each in of if each.has_own_days]
    return [_bar(row, lang) for row in of]


def _bar(row: tuple[str | Text, DateLike, DateLike | None, str], lang: Language) -> Bar:
    title, begin, end, kind = row
    name = style.words_of(title, lang)
    first = Interval.of_days(begin, 1)
    if end is None:
        return one_day(name, first.begin, kind)
    try:
        days = Interval(begin, end)
    except ProbityError as error:
        raise refused(ProbityError, "row", row=name, error=error) from None
    return Bar(name, days.begin, days.last + datetime.timedelta(days=1), kind)


def _label(kind: str, lang: Language) -> str:
    if kind in _KINDS:
        return say(f"plot.timeline.{kind}", lang)
    return ENTRY_KINDS[kind].to(lang) if kind in ENTRY_KINDS else kind


def _looks(bars: Sequence[Bar]) -> dict[str, tuple[str, str, str]]:
    kinds = list(dict.fromkeys(bar.kind for bar in bars))
    own = [kind for kind in kinds if kind not in _LOOKS]
    if len(own) > len(_OTHER_LOOKS):
        most = len(_OTHER_LOOKS)
        raise refused(
            ProbityError, "kinds_of_own", number=len(own), names=", ".join(own), most=most
        )
    others = dict(zip(own, _OTHER_LOOKS, strict=False))
    return {kind: _LOOKS.get(kind) or others[kind] for kind in kinds}


def _draw(ax: Axes, bar: Bar, row: int, looks: dict[str, tuple[str, str, str]]) -> None:
    from matplotlib.dates import date2num

    colour, hatch, marker = looks[bar.kind]
    begin, end = date2num(bar.begin), date2num(bar.end)
    if not _is_long(bar):
        ax.plot(
            [begin + (end - begin) / 2],
            [row],
            marker,
            color=colour,
            markersize=13 if marker == "*" else 9,
            markeredgecolor=style.INK,
            clip_on=False,
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


def _legend(
    ax: Axes, looks: dict[str, tuple[str, str, str]], labels: dict[str, str], long: set[str]
) -> None:
    """The kinds, those of which there are bars as bars."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    handles = [
        Patch(facecolor=colour, hatch=hatch, edgecolor=style.INK, label=labels[kind])
        if kind in long
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
