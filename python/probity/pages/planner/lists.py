"""The lists beside a planner's months: in words what the months mark, and what has no date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from probity.labels import ENTRY_KINDS, called_off
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


class Line(NamedTuple):
    """One entry of a list: when, and what."""

    id: str
    when: str
    text: str


class List(NamedTuple):
    """A heading and its lines."""

    name: str
    heading: str
    lines: list[Line]


def lists_of(agenda: Agenda, notes: DayNotes, tasks: list[TaskDue], lang: Language) -> list[List]:
    """The lists that a page has, cut if need be."""
    lists = [
        _holidays(notes, lang),
        *_weeks(agenda, lang),
        _dated(agenda, notes, lang),
        _undated(agenda, lang),
        *_tasks(tasks, lang),
    ]
    return [each for each in lists if each.lines]


def held_in(agenda: Agenda, lang: Language) -> list[List]:
    """The activities of each observance, once for the year; a page has them if there is room."""
    titles = observance_titles(agenda, lang)
    held: dict[str, dict[str, str]] = {}
    for entry in agenda:
        if entry.held_in and not entry.has_own_days:
            held.setdefault(entry.held_in, {})[entry.id] = entry.title.to(lang)
    heading = phrases("planner", lang)["held"]
    return [
        List(
            "held",
            heading.format(title=titles.get(id, id)),
            [Line("", "", ", ".join(each.values()))],
        )
        for id, each in held.items()
    ]


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
        if task.done:
            marked = f"{task.mark} {short_date(task.date, lang)}"
            lines[True].append(Line(task.id, marked, task.line(lang)))
            continue
        text = f"{task.mark} {task.line(lang)}"
        lines[False].append(Line(task.id, date_with_weekday(task.date, lang), text))
    return [
        List("tasks", words["tasks"], lines[False]),
        List("done", words["tasks_done"], lines[True]),
    ]
