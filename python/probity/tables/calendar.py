"""The columns of calendars: agendas, holidays, weeks, calendar files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from probity import labels
from probity._core import (
    Agenda,
    AgendaEntry,
    DayChange,
    DayState,
    Holiday,
    IcsReport,
    Slot,
    UndatedEntry,
    WeekComparison,
    WeekDifference,
    _flat_entries,
    _FlatTable,
    _holiday_kind_title,
)
from probity.tables.column import DATE, FLAG, TEXT, TIME, WHOLE, Column, choice, column, member
from probity.words import holiday_basis, holiday_name

if TYPE_CHECKING:
    from probity.types import Language

_KIND = choice("agenda_entry.kind", labels.ENTRY_KINDS)
_HOLIDAY_KINDS = (
    "national_day",
    "traditional",
    "public_holiday",
    "substitute",
    "election",
    "temporary",
    "closure",
    "half_day",
)
_ENTRY = (
    column("agenda_entry.id"),
    column("agenda_entry.period"),
    _KIND,
    column("agenda_entry.title"),
    column("agenda_entry.begin", DATE),
    column("agenda_entry.last", DATE, member("days.last")),
    column("agenda_entry.end", DATE),
    column("agenda_entry.nominal", DATE),
    column("agenda_entry.begins", TIME),
    column("agenda_entry.ends", TIME),
    column("agenda_entry.working_days", WHOLE),
    column("agenda_entry.short", FLAG),
    column("agenda_entry.held_in"),
    column("agenda_entry.has_own_days", FLAG),
    column("agenda_entry.place"),
    column("agenda_entry.reason"),
    column("agenda_entry.source"),
    column("agenda_entry.note"),
    column("agenda_entry.changes", WHOLE),
    column(
        "agenda_entry.status",
        TEXT,
        lambda row, lang: row.status or "",
        label=lambda status, lang: labels.OCCURRENCE_STATES[status].to(lang) if status else "",
    ),
)
# A row is (difference, name of the convention, its week or None).
_WEEK = (
    column("week_difference.year", WHOLE, lambda row, lang: row[0].year),
    column("week_difference.month", WHOLE, lambda row, lang: row[0].month),
    column("week_difference.week", WHOLE, lambda row, lang: row[0].week),
    column("week_difference.convention", TEXT, lambda row, lang: row[1], names=True),
    column("week_difference.begin", DATE, lambda row, lang: row[2] and row[2].begin),
    column("week_difference.last", DATE, lambda row, lang: row[2] and row[2].last),
)
# A row is (form, series).
_SERIES = (
    column("ics_series.id", TEXT, lambda row, lang: row[1].id),
    choice("ics_series.form", labels.SERIES_FORMS, lambda row, lang: row[0]),
    column("ics_series.rrule", TEXT, lambda row, lang: row[1].rrule),
    column("ics_series.events", WHOLE, lambda row, lang: row[1].events),
    column("ics_series.reason", TEXT, lambda row, lang: row[1].reason),
)

COLUMNS: dict[type, tuple[Column, ...]] = {
    AgendaEntry: _ENTRY,
    Agenda: _ENTRY,
    UndatedEntry: (
        column("undated_entry.id"),
        column("undated_entry.period"),
        _KIND,
        column("undated_entry.title"),
        column("undated_entry.note"),
        column("undated_entry.source"),
    ),
    Holiday: (
        column("holiday.date", DATE),
        column("holiday.name", TEXT, holiday_name),
        column("holiday.kind", categories=_HOLIDAY_KINDS, label=_holiday_kind_title),
        column("holiday.basis", TEXT, holiday_basis),
        column("holiday.decided_on", DATE),
    ),
    Slot: (
        column("slot.number", WHOLE),
        column("slot.nominal", DATE),
        column("slot.adjusted", DATE),
        column("slot.version", WHOLE),
        column("slot.reason"),
        column("slot.called_off", FLAG),
    ),
    DayChange: (
        column("day_change.date", DATE),
        column("day_change.working_before", FLAG, member("before.working")),
        column("day_change.working_after", FLAG, member("after.working")),
        column("day_change.before", TEXT, lambda row, lang: _names(row.before, lang)),
        column("day_change.after", TEXT, lambda row, lang: _names(row.after, lang)),
    ),
    WeekDifference: _WEEK,
    WeekComparison: _WEEK,
    IcsReport: _SERIES,
}


def _names(day: DayState, lang: Language) -> list[str]:
    return [holiday_name(each, lang) for each in day.holidays]


def _weeks(difference: WeekDifference) -> Sequence[Any]:
    return [(difference, name, week) for name, week in difference.weeks.items()]


#: Gives the rows in flat columns at once, without a record for each.
FLAT: dict[type, Callable[[Any, Language], _FlatTable]] = {Agenda: _flat_entries}

#: The rows of what is more than one row.
ROWS: dict[type, Callable[[Any], Sequence[Any]]] = {
    Agenda: lambda agenda: agenda.entries,
    WeekDifference: _weeks,
    WeekComparison: lambda table: [row for difference in table for row in _weeks(difference)],
    IcsReport: lambda report: [
        *(("rule", series) for series in report.rules),
        *(("singles", series) for series in report.singles),
    ],
}
