"""A year at a glance: a row a month, the days under their weekdays."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from probity.display.months import last_of_month
from probity.keywords import named
from probity.labels import ENTRY_KINDS
from probity.pages.planner.day_notes import DayNotes
from probity.plot import style
from probity.words import month_title, phrases, say, weekdays

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from probity._core import Agenda
    from probity.types import Language

#: Markers of what takes a day, by kind of entry.
_MARKERS = {"day": "*", "meeting": "s", "event": "D", "activity": "o"}
#: Six weeks from Monday on hold every month.
_COLUMNS = 37


@named
def year(agenda: Agenda, ax: Axes | None = None, lang: Language = "en") -> Axes:
    """The months of an agenda's window: holidays, weeks, Days and meetings.

    A day is a square with its number. Weeks are shaded, short ones hatched; holidays are red with a
    bar under the number; what else lies on a day has a marker. The legend names them.
    """
    titles = [entry.title.to(lang) for entry in agenda] + [agenda.title.to(lang)]
    families = style.font_for([*titles, *weekdays(lang)])
    ax = style.axes(ax, 13, 5.6)
    notes = DayNotes(agenda, (), lang)
    months = _months(agenda)
    for row, (year_number, month) in enumerate(months):
        first = datetime.date(year_number, month, 1)
        for day in range(last_of_month(year_number, month).day):
            date = first + datetime.timedelta(days=day)
            _draw_day(ax, first.weekday() + day, row, date, notes)
    _label(ax, months, lang)
    _legend(ax, agenda, notes, lang)
    ax.set_title(agenda_title(agenda, lang), loc="left", fontsize=13)
    style.dress(ax, families)
    return ax


def agenda_title(agenda: Agenda, lang: Language) -> str:
    """ "2026년 송파구 청렴 프로그램", "Songpa-gu integrity programme, 2026"."""
    first, last = agenda.window.begin.year, agenda.window.last.year
    years = str(first) if first == last else f"{first}-{last}"
    title = agenda.title.to(lang)
    return say("year.of", lang, title=title, years=years)


def _months(agenda: Agenda) -> list[tuple[int, int]]:
    begin, last = agenda.window.begin, agenda.window.last
    count = (last.year - begin.year) * 12 + last.month - begin.month + 1
    firsts = (begin.month - 1 + i for i in range(count))
    return [(begin.year + i // 12, i % 12 + 1) for i in firsts]


def _draw_day(ax: Axes, column: int, row: int, date: datetime.date, notes: DayNotes) -> None:
    from matplotlib.patches import Rectangle

    week = notes.weeks.get(date)
    holiday = bool(notes.holidays.get(date))
    face = style.WHITE
    if week is not None:
        face = "#cfe6f5"  # of the sky blue, light enough to read on
    elif date.weekday() >= 5:
        face = style.PALE
    square = Rectangle(
        (column - 0.5, row - 0.5), 1, 1, facecolor=face, edgecolor="#bbbbbb", linewidth=0.5
    )
    ax.add_patch(square)
    if week is not None and week.short:
        lines = Rectangle((column - 0.5, row - 0.5), 1, 1, fill=False, hatch="////", linewidth=0)
        lines.set_edgecolor("#7fb3d3")
        ax.add_patch(lines)
    colour = style.VERMILION if holiday else style.INK
    ax.text(
        column,
        row - 0.12,
        str(date.day),
        ha="center",
        va="center",
        fontsize=7.5,
        color="#a33b00" if holiday else colour,
    )
    if holiday:
        ax.plot([column - 0.28, column + 0.28], [row + 0.2] * 2, color=colour, linewidth=1.6)
    for kind in {entry.kind for entry in notes.entries.get(date, [])}:
        # Beside the bar of a holiday.
        ax.plot(column + (0.36 if holiday else 0), row + 0.26, **_marker(kind))


def _marker(kind: str) -> dict[str, Any]:
    size = 8 if kind == "day" else 5
    return {
        "marker": _MARKERS[kind],
        "markersize": size,
        "color": style.BLUE,
        "markeredgecolor": style.INK,
        "markeredgewidth": 0.6,
        "linestyle": "none",
    }


def _label(ax: Axes, months: list[tuple[int, int]], lang: Language) -> None:
    ax.set_xlim(-0.6, _COLUMNS - 0.4)
    ax.set_ylim(len(months) - 0.4, -0.6)
    ax.set_aspect("equal")
    names = [month_title(month, lang, short=True) for _, month in months]
    ax.set_yticks(range(len(months)), names)
    days = [weekdays(lang)[i % 7][:2] for i in range(_COLUMNS)]
    ax.set_xticks(range(_COLUMNS), days)
    ax.tick_params(length=0, labelsize=8)
    ax.xaxis.tick_top()
    for side in ax.spines.values():
        side.set_visible(False)


def _legend(ax: Axes, agenda: Agenda, notes: DayNotes, lang: Language) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    words = phrases("plot.year", lang)
    titles: dict[str, set[str]] = {}
    for entry in agenda:
        if entry.has_own_days:
            titles.setdefault(entry.kind, set()).add(entry.title.to(lang))
    handles: list[Any] = []
    if notes.holidays:
        line = Line2D([], [], color=style.VERMILION, linewidth=2, label=words["holiday"])
        handles.append(line)
    handles.append(Patch(facecolor=style.PALE, edgecolor="#bbbbbb", label=words["weekend"]))
    if "week" in titles:
        name = ", ".join(sorted(titles["week"]))
        handles.append(Patch(facecolor="#cfe6f5", edgecolor="#bbbbbb", label=name))
    if any(entry.short for entry in agenda):
        patch = Patch(facecolor="#cfe6f5", edgecolor="#7fb3d3", hatch="////", label=words["short"])
        handles.append(patch)
    for kind in _MARKERS:
        if kind in titles:
            # The Day has one title; meetings have long ones.
            (label, *others) = titles[kind]
            if others or kind != "day":
                label = ENTRY_KINDS[kind].to(lang)
            handles.append(Line2D([], [], label=label, **_marker(kind)))
    ax.legend(
        handles=handles,
        loc="upper center",
        bbox_to_anchor=(0.5, -0.02),
        ncols=min(len(handles), 6),
        frameon=False,
        fontsize=8.5,
    )
