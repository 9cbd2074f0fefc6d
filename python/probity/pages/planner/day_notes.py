"""Says what lies on each day of a planner's year."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from probity.labels import called_off
from probity.words import hours_text

if TYPE_CHECKING:
    from probity._core import Agenda, AgendaEntry, Holiday, Interval
    from probity.pages.planner.tasks import TaskDue
    from probity.types import Language


class DayNotes:
    """The holidays, weeks, entries and tasks of each day, by date."""

    def __init__(self, agenda: Agenda, tasks: Iterable[TaskDue], lang: Language) -> None:
        self.holidays: dict[datetime.date, list[Holiday]] = defaultdict(list)
        self.weeks: dict[datetime.date, AgendaEntry] = {}
        self.entries: dict[datetime.date, list[AgendaEntry]] = defaultdict(list)
        self.tasks: dict[datetime.date, list[TaskDue]] = defaultdict(list)
        self._lang = lang
        window = agenda.window
        for holiday in agenda.workdays.holidays(window.begin, window.end):
            self.holidays[holiday.date].append(holiday)
        for entry in agenda:
            if entry.has_own_days:
                self._add(entry, window)
        for task in tasks:
            self.tasks[task.date].append(task)

    def _add(self, entry: AgendaEntry, window: Interval) -> None:
        if not entry.takes_place:  # the lists tell it
            return
        days = entry.days.meet(window)
        for date in days or ():
            if entry.kind == "week":
                self.weeks[date] = entry
            else:
                self.entries[date].append(entry)

    def title(self, entry: AgendaEntry) -> str:
        """The entry's title, with its hours and place if they are known, and whether it was called
        off."""
        parts = [hours_text(entry), entry.title.to(self._lang)]
        if not entry.takes_place:
            parts.append(f"({called_off(entry, self._lang)})")
        place = entry.place.to(self._lang)
        return " ".join(part for part in parts if part) + (f" ({place})" if place else "")


def entry_id(entry: AgendaEntry) -> str:
    """Names the entry's line in the lists."""
    return "-".join(part for part in (entry.kind, entry.id, entry.period) if part)


def holiday_id(date: datetime.date) -> str:
    """Names the line of a date's first holiday."""
    return f"holiday-{date:%m-%d}"
