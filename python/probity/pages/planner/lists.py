"""The lists beside a planner's months: in words what the months mark, and what has no date.

They have one column of the page, or two narrower ones if that is not enough. Lines that do not fit
are counted: "and 12 more". Activities of the weeks and the Days stand last, and only if there is
room for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from probity.display.html import element, escape
from probity.labels import ENTRY_KINDS, called_off
from probity.pages.fitting import lines_of, shares
from probity.pages.planner.day_notes import DayNotes, entry_id, holiday_id
from probity.pages.planner.marks import MARKS
from probity.words import (
    date_with_weekday,
    holiday_name,
    observance_titles,
    phrases,
    short_date,
    short_range,
)

if TYPE_CHECKING:
    from probity._core import Agenda, AgendaEntry
    from probity.pages.planner.tasks import TaskDue
    from probity.types import Language

#: As planner.css lays them out: the column's height in lines, of which the foot has FOOT_LINES
#: beside it, and a heading's height in lines.
LINES = 51.0
FOOT_LINES = 2
HEADING = 1.8


class Column(NamedTuple):
    """How many columns the lists have, the width of each in ems, and what of it the dates take."""

    number: int
    width: float
    when: float = 6.4


#: One column where all of the lists fit in it, else two narrower ones.
ONE, TWO = Column(1, 26.0), Column(2, 22.6)


class Line(NamedTuple):
    """One entry of a list: when, and what."""

    id: str
    when: str
    text: str


@dataclass(frozen=True)
class List:
    """A heading and its lines."""

    name: str
    heading: str
    lines: list[Line]
    column: Column = ONE

    def __len__(self) -> int:
        return len(self.lines)

    def height(self, shown: int) -> float:
        """In lines, with its first lines and the one that counts the others."""
        lines = self._sums[shown] + (shown < len(self.lines))
        # In one column the weeks, which are short, stand in two.
        return HEADING + (ceil(lines / 2) if self.name == "weeks" and self.column is ONE else lines)

    @cached_property
    def _heights(self) -> list[int]:
        """How many lines of the column each of the list takes."""
        width, when = self.column.width, self.column.when
        return [lines_of(line.text, width - (when if line.when else 0)) for line in self.lines]

    @cached_property
    def _sums(self) -> list[int]:
        return [0, *accumulate(self._heights)]

    def parts(self, shown: int) -> list[float]:
        """The heights of what stays together where a column ends: the heading with the first line,
        and each further line."""
        first, *others = self._heights[:shown]
        return [HEADING + first, *others, *[1] * (shown < len(self.lines))]


class Lists(NamedTuple):
    """The lists as HTML, for each line that did not fit the one that counts it, and how many
    columns they take."""

    html: list[str]
    moved: dict[str, str]
    columns: int


def sections(
    agenda: Agenda, notes: DayNotes, tasks: list[TaskDue], lang: Language, foot_lines: int
) -> Lists:
    """The lists, cut to what fits above so many lines of the foot."""
    lists = [
        _holidays(notes, lang),
        *_weeks(agenda, lang),
        _dated(agenda, notes, lang),
        _undated(agenda, lang),
        *_tasks(tasks, lang),
    ]
    lists = [each for each in lists if each.lines]
    lines = LINES - max(0, foot_lines - FOOT_LINES)
    column = ONE if _fit(lists, [len(each) for each in lists], ONE, lines) else TWO
    lists = [replace(each, column=column) for each in lists]
    counts = _counts(lists, column, lines)
    for each in _held(agenda, lang):
        more, whole = [*lists, replace(each, column=column)], [*counts, len(each)]
        if _fit(more, whole, column, lines):
            lists, counts = more, whole
    html: list[str] = []
    moved: dict[str, str] = {}
    for i, (each, count) in enumerate(zip(lists, counts, strict=True)):
        html.append(_html(each, count, f"more-{i}", lang))
        moved.update((line.id, f"more-{i}") for line in each.lines[count:])
    return Lists(html, moved, column.number)


def _counts(lists: list[List], column: Column, lines: float) -> list[int]:
    """How many lines of each list are shown in columns of so many lines."""
    room = lines * column.number
    while True:
        counts = shares(lists, room)
        # A loss at the end of a column is seen only when the lists stand in it; and with a line of
        # each shown nothing more can be left out.
        if _fit(lists, counts, column, lines) or max(counts, default=1) == 1:
            return counts
        room -= 1


def _fit(lists: list[List], counts: list[int], column: Column, lines: float) -> bool:
    """Whether lists, each with so many of its lines, stand in columns of so many lines."""
    if column is ONE:
        heights = (each.height(count) for each, count in zip(lists, counts, strict=True))
        return sum(heights) <= lines
    columns, used = 1, 0.0
    for each, count in zip(lists, counts, strict=True):
        for height in each.parts(count):
            if used + height > lines:
                columns, used = columns + 1, 0.0
            used += height
    return columns <= column.number


def _html(given: List, count: int, more_id: str, lang: Language) -> str:
    lines = given.lines[:count]
    if left_out := len(given) - count:
        lines = [*lines, Line(more_id, "", phrases("planner", lang)["more"].format(n=left_out))]
    items = [
        element(
            "li",
            element("span", escape(each.when), cls="when") if each.when else "",
            element("span", escape(each.text)),
            id=each.id,
        )
        for each in lines
    ]
    return element(
        "section", element("h2", escape(given.heading)), element("ul", *items, cls=given.name)
    )


def _days(entry: AgendaEntry, lang: Language) -> str:
    if len(entry.days) == 1:
        return date_with_weekday(entry.begin, lang)
    return short_range(entry.begin, entry.days.last, lang)


def _holidays(notes: DayNotes, lang: Language) -> List:
    lines = [
        Line(
            holiday_id(date),
            date_with_weekday(date, lang),
            ", ".join(holiday_name(each, lang) for each in holidays),
        )
        for date, holidays in sorted(notes.holidays.items())
    ]
    return List("holidays", phrases("planner", lang)["holidays"], lines)


def _weeks(agenda: Agenda, lang: Language) -> list[List]:
    words = phrases("planner", lang)
    by_id: dict[str, list[AgendaEntry]] = {}
    for entry in agenda:
        if entry.kind == "week":
            by_id.setdefault(entry.id, []).append(entry)
    lists = []
    for weeks in by_id.values():
        lines = []
        for week in weeks:
            days = "" if week.working_days is None else str(week.working_days)
            count = words["working_days"].format(n=days) if days else ""
            note = f" {words['short_note']}" if week.short else ""
            if not week.takes_place:
                count, note = called_off(week, lang), ""
            when = short_range(week.begin, week.days.last, lang)
            lines.append(Line(entry_id(week), when, count + note))
        title = weeks[0].title.to(lang)
        lists.append(List("weeks", words["weeks"].format(title=title), lines))
    return lists


def _dated(agenda: Agenda, notes: DayNotes, lang: Language) -> List:
    lines = []
    for entry in agenda:
        if entry.kind == "week" or not entry.has_own_days:
            continue
        text = f"{MARKS[entry.kind]} {notes.title(entry)}"
        if entry.nominal is not None and entry.nominal != entry.begin:
            rule = phrases("planner", lang)["by_rule"].format(date=short_date(entry.nominal, lang))
            text += f" ({rule})"
        lines.append(Line(entry_id(entry), _days(entry, lang), text))
    return List("dated", phrases("planner", lang)["dated"], lines)


def _held(agenda: Agenda, lang: Language) -> list[List]:
    """The activities of each observance, once for the year."""
    titles = observance_titles(agenda, lang)
    held: dict[str, dict[str, str]] = {}
    for entry in agenda:
        if entry.held_in and not entry.has_own_days:
            held.setdefault(entry.held_in, {})[entry.id] = entry.title.to(lang)
    return [
        List(
            "held",
            phrases("planner", lang)["held"].format(title=titles.get(id, id)),
            [Line("", "", ", ".join(each.values()))],
        )
        for id, each in held.items()
    ]


def _undated(agenda: Agenda, lang: Language) -> List:
    lines = [
        Line("", "", f"{ENTRY_KINDS[each.kind].to(lang)}: {each.title.to(lang)}")
        for each in agenda.undated
    ]
    return List("undated", phrases("planner", lang)["undated"], lines)


def _tasks(tasks: list[TaskDue], lang: Language) -> list[List]:
    """The tasks that are to be done, and then those that are done."""
    words = phrases("planner", lang)
    lines: dict[bool, list[Line]] = {False: [], True: []}
    for task in tasks:
        text = f"{task.mark} {task.title.to(lang)}"
        lines[task.done].append(Line(task.id, date_with_weekday(task.date, lang), text))
    return [
        List("tasks", words["tasks"], lines[False]),
        List("tasks", words["tasks_done"], lines[True]),
    ]
