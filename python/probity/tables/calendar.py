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
from probity.tables.column import DATE, FLAG, TEXT, TIME, WHOLE, Column, choice, member
from probity.words import holiday_basis, holiday_name

if TYPE_CHECKING:
    from probity.types import Language

_KIND = choice("kind", "종류", "Kind", labels.ENTRY_KINDS)
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
    Column("id", "식별자", "Id"),
    Column("period", "회차", "Period"),
    _KIND,
    Column("title", "이름", "Title"),
    Column("begin", "첫날", "First day", DATE),
    Column("last", "마지막 날", "Last day", DATE, member("days.last")),
    Column("end", "종료 다음 날", "Day after", DATE),
    Column("nominal", "규칙상 첫날", "First day by the rule", DATE),
    Column("begins", "시작 시각", "Begins", TIME),
    Column("ends", "종료 시각", "Ends", TIME),
    Column("working_days", "근무일 수", "Working days", WHOLE),
    Column("short", "짧은 주", "Short week", FLAG),
    Column("held_in", "진행되는 행사", "Held in"),
    Column("has_own_days", "고유 날짜 여부", "Has its own days", FLAG),
    Column("place", "장소", "Place"),
    Column("reason", "사유", "Reason"),
    Column("source", "출처", "Source"),
    Column("note", "비고", "Note"),
    Column("changes", "변경 횟수", "Changes", WHOLE),
    Column(
        "status",
        "실시 기록",
        "On record",
        TEXT,
        lambda row, lang: row.status or "",
        label=lambda status, lang: labels.OCCURRENCE_STATES[status].to(lang) if status else "",
    ),
)
# A row is (difference, name of the convention, its week or None).
_WEEK = (
    Column("year", "연도", "Year", WHOLE, lambda row, lang: row[0].year),
    Column("month", "월", "Month", WHOLE, lambda row, lang: row[0].month),
    Column("week", "주차", "Week", WHOLE, lambda row, lang: row[0].week),
    Column("convention", "주차 기준", "Convention", TEXT, lambda row, lang: row[1], names=True),
    Column("begin", "첫날", "First day", DATE, lambda row, lang: row[2] and row[2].begin),
    Column("last", "마지막 날", "Last day", DATE, lambda row, lang: row[2] and row[2].last),
)
# A row is (form, series).
_SERIES = (
    Column("id", "식별자", "Id", TEXT, lambda row, lang: row[1].id),
    choice("form", "형식", "Form", labels.SERIES_FORMS, lambda row, lang: row[0]),
    Column("rrule", "규칙", "Rule", TEXT, lambda row, lang: row[1].rrule),
    Column("events", "일정 수", "Events", WHOLE, lambda row, lang: row[1].events),
    Column("reason", "사유", "Reason", TEXT, lambda row, lang: row[1].reason),
)

COLUMNS: dict[type, tuple[Column, ...]] = {
    AgendaEntry: _ENTRY,
    Agenda: _ENTRY,
    UndatedEntry: (
        Column("id", "식별자", "Id"),
        Column("period", "회차", "Period"),
        _KIND,
        Column("title", "이름", "Title"),
        Column("note", "비고", "Note"),
        Column("source", "출처", "Source"),
    ),
    Holiday: (
        Column("date", "날짜", "Date", DATE),
        Column("name", "이름", "Name", TEXT, holiday_name),
        Column("kind", "종류", "Kind", categories=_HOLIDAY_KINDS, label=_holiday_kind_title),
        Column("basis", "근거", "Basis", TEXT, holiday_basis),
        Column("decided_on", "결정일", "Decided on", DATE),
    ),
    Slot: (
        Column("number", "차례", "Number", WHOLE),
        Column("nominal", "규칙상 날짜", "Date by the rule", DATE),
        Column("adjusted", "조정된 날짜", "Adjusted date", DATE),
        Column("version", "주기 판", "Version of the cadence", WHOLE),
        Column("reason", "사유", "Reason"),
        Column("called_off", "열리지 않음", "Called off", FLAG),
    ),
    DayChange: (
        Column("date", "날짜", "Date", DATE),
        Column(
            "working_before", "변경 전 근무일", "Working day before", FLAG, member("before.working")
        ),
        Column(
            "working_after", "변경 후 근무일", "Working day after", FLAG, member("after.working")
        ),
        Column("before", "변경 전", "Before", TEXT, lambda row, lang: _names(row.before, lang)),
        Column("after", "변경 후", "After", TEXT, lambda row, lang: _names(row.after, lang)),
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
