"""The lists beside a planner's months: in words what the months mark, and what has no date.

They have one column of the page. What does not fit in it is counted: "and 12 more". What is held in
the weeks and on the Days stands last, and only where there is room for all of it.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from probity.display.html import element, escape
from probity.planner.day_notes import DayNotes, Task, entry_id, holiday_id
from probity.planner.words import MARKS, WORDS
from probity.words import (
    ENTRY_KINDS,
    date_with_weekday,
    holiday_name,
    short_date,
    short_range,
)

if TYPE_CHECKING:
    from probity._core import Agenda, AgendaEntry
    from probity.types import Language

#: The column as planner.css lays it out: its height in lines, a heading's height in lines, and its
#: width in ems, with some room to spare; `WHEN` of them go to the dates.
LINES = 51.5
HEADING = 1.8
LINE_WIDTH = 26.0
WHEN = 6.4
#: The width of a letter in ems; a Hangul syllable has one.
LETTER = 0.56


class Line(NamedTuple):
    """One entry of a list: when, and what."""

    id: str
    when: str
    text: str


class List(NamedTuple):
    """A heading and its lines. An optional list is shown whole or not at all."""

    name: str
    heading: str
    lines: list[Line]
    columns: int = 1
    optional: bool = False


class Lists(NamedTuple):
    """The lists as HTML, and for each line that did not fit the one that counts it."""

    html: list[str]
    moved: dict[str, str]


def sections(agenda: Agenda, notes: DayNotes, tasks: list[Task], lang: Language) -> Lists:
    """The lists, cut to what fits."""
    lists = [
        _holidays(notes, lang),
        *_weeks(agenda, lang),
        _dated(agenda, notes, lang),
        _undated(agenda, lang),
        _tasks(tasks, lang),
        *_held(agenda, lang),
    ]
    lists = [each for each in lists if each.lines]
    room = LINES
    shown = Lists([], {})
    for i, each in enumerate(lists):
        # Each list that follows keeps its heading and a line or two.
        kept = sum(HEADING + 2 for other in lists[i + 1 :] if not other.optional)
        if each.optional and _height(each) > room:
            continue
        fitting = _fitting(each, room - kept, f"more-{i}", lang)
        if fitting is not each:
            *listed, more = fitting.lines
            shown.moved.update((line.id, more.id) for line in each.lines[len(listed) :])
        room -= _height(fitting)
        shown.html.append(_html(fitting))
    return shown


def _fitting(given: List, room: float, id: str, lang: Language) -> List:
    """The list itself where it fits or has but one line, else its first lines and how many more."""
    if _height(given) <= room or len(given.lines) == 1:
        return given
    count = len(given.lines) - 1
    while count > 1 and _height(given._replace(lines=given.lines[:count])) + 1 > room:
        count -= 1
    more = WORDS[lang]["more"].format(n=len(given.lines) - count)
    return given._replace(lines=[*given.lines[:count], Line(id, "", more)])


def _height(given: List) -> float:
    """In lines."""
    lines = 0
    for line in given.lines:
        ems = sum(1 if east_asian_width(each) in "WFA" else LETTER for each in line.text)
        lines += max(1, ceil(ems / (LINE_WIDTH - WHEN if line.when else LINE_WIDTH)))
    return HEADING + ceil(lines / given.columns)


def _html(given: List) -> str:
    items = [
        element(
            "li",
            element("span", escape(each.when), cls="when") if each.when else "",
            element("span", escape(each.text)),
            id=each.id,
        )
        for each in given.lines
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
    return List("holidays", WORDS[lang]["holidays"], lines)


def _weeks(agenda: Agenda, lang: Language) -> list[List]:
    words = WORDS[lang]
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
            when = short_range(week.begin, week.days.last, lang)
            lines.append(Line(entry_id(week), when, count + note))
        title = weeks[0].title.to(lang)
        lists.append(List("weeks", words["weeks"].format(title=title), lines, columns=2))
    return lists


def _dated(agenda: Agenda, notes: DayNotes, lang: Language) -> List:
    lines = []
    for entry in agenda:
        if entry.kind == "week" or not entry.has_own_days:
            continue
        text = f"{MARKS[entry.kind]} {notes.title(entry)}"
        if entry.nominal is not None and entry.nominal != entry.begin:
            rule = WORDS[lang]["by_rule"].format(date=short_date(entry.nominal, lang))
            text += f" ({rule})"
        lines.append(Line(entry_id(entry), _days(entry, lang), text))
    return List("dated", WORDS[lang]["dated"], lines)


def _held(agenda: Agenda, lang: Language) -> list[List]:
    """What is held in each observance, once for the year."""
    titles = {entry.id: entry.title.to(lang) for entry in agenda if not entry.held_in}
    held: dict[str, dict[str, str]] = {}
    for entry in agenda:
        if entry.held_in and not entry.has_own_days:
            held.setdefault(entry.held_in, {})[entry.id] = entry.title.to(lang)
    return [
        List(
            "held",
            WORDS[lang]["held"].format(title=titles.get(id, id)),
            [Line("", "", ", ".join(each.values()))],
            optional=True,
        )
        for id, each in held.items()
    ]


def _undated(agenda: Agenda, lang: Language) -> List:
    lines = [
        Line("", "", f"{ENTRY_KINDS[lang][each.kind]}: {each.title.to(lang)}")
        for each in agenda.undated
    ]
    return List("undated", WORDS[lang]["undated"], lines)


def _tasks(tasks: list[Task], lang: Language) -> List:
    lines = [
        Line(task.id, date_with_weekday(task.date, lang), f"{MARKS['task']} {task.title.to(lang)}")
        for task in tasks
    ]
    return List("tasks", WORDS[lang]["tasks"], lines)
