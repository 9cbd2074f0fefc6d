"""The twelve months of a planner."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from probity.display.html import element
from probity.display.months import month_table
from probity.pages.planner.day_notes import DayNotes, entry_id, holiday_id
from probity.pages.planner.marks import MARKS, SHORT_WEEK_MARK, WEEK_MARK
from probity.words import holiday_basis, holiday_name, phrases, short_date, short_range

if TYPE_CHECKING:
    from probity._core import AgendaEntry
    from probity.types import Language


def months(year: int, notes: DayNotes, moved: dict[str, str], lang: Language) -> list[str]:
    """The months as tables, each row led by the mark of its week.

    Days and marks link to their lines in the lists, or to those that count them (`moved`).
    """

    def cell(date: datetime.date) -> str:
        return _cell(date, notes, moved, lang)

    def lead(monday: datetime.date) -> str:
        return _lead(monday, notes, moved, lang)

    return [month_table(year, month, cell, lang=lang, lead=lead) for month in range(1, 13)]


def week_tip(week: AgendaEntry, lang: Language) -> str:
    """ "청렴주간 3. 16. ~ 3. 22., 근무일 5일 (매월 셋째 주)"."""
    words = phrases("planner", lang)
    parts = [f"{week.title.to(lang)} {short_range(week.begin, week.days.last, lang)}"]
    if week.working_days is not None:
        parts.append(words["working_days_tip"].format(n=week.working_days))
    if week.short:
        parts.append(words["short"])
    reason = week.reason.to(lang)
    return ", ".join(parts) + (f" ({reason})" if reason else "")


def _lead(monday: datetime.date, notes: DayNotes, moved: dict[str, str], lang: Language) -> str:
    """The mark of a week that lies in the row; a week over two months is marked in both."""
    days = [monday + datetime.timedelta(days=i) for i in range(7)]
    week = next((notes.weeks[day] for day in days if day in notes.weeks), None)
    if week is None:
        return element("td")
    name = entry_id(week)
    mark = SHORT_WEEK_MARK if week.short else WEEK_MARK
    tip = week_tip(week, lang)
    link = element("a", mark, href=f"#{moved.get(name, name)}", title=tip, aria_label=tip)
    return element("th", link, scope="row")


def _cell(date: datetime.date, notes: DayNotes, moved: dict[str, str], lang: Language) -> str:
    holidays = notes.holidays.get(date, [])
    entries = notes.entries.get(date, [])
    tasks = notes.tasks.get(date, [])
    said = [
        *(_named(holiday_name(each, lang), holiday_basis(each, lang)) for each in holidays),
        *(notes.title(entry) for entry in entries),
        *(task.text(lang) for task in tasks),
    ]
    number = str(date.day)
    if said:
        names = [
            *(holiday_id(date) for _ in holidays),
            *(entry_id(entry) for entry in entries),
            *(task.id for task in tasks),
        ]
        target = moved.get(names[0], names[0])
        tip = "; ".join(said)
        label = f"{short_date(date, lang)} {tip}"
        number = element("a", number, href=f"#{target}", title=tip, aria_label=label)
    marks = dict.fromkeys([MARKS[entry.kind] for entry in entries] + [task.mark for task in tasks])
    shown = element("span", _few(list(marks)), cls="mark", aria_hidden="true")
    return element("td", number, shown if marks else "", cls=_classes(date, notes, bool(holidays)))


def _few(marks: list[str]) -> str:
    """The marks as a day has room for them; the lists and the links tell the others."""
    return "".join(marks if len(marks) <= 3 else [*marks[:2], "+"])


def _named(name: str, basis: str) -> str:
    return f"{name}, {basis}" if basis else name


def _classes(date: datetime.date, notes: DayNotes, holiday: bool) -> str:
    week = notes.weeks.get(date)
    kinds = {entry.kind for entry in notes.entries.get(date, [])}
    names = {
        "holiday": holiday,
        "sunday": date.weekday() == 6,
        "saturday": date.weekday() == 5,
        "in-week": week is not None,
        "short": week is not None and week.short,
        "has-day": "day" in kinds,
        "has-meeting": "meeting" in kinds,
    }
    return " ".join(name for name, holds in names.items() if holds)
