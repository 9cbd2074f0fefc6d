"""How notebooks show the library's values: month grids, sentences and tables, as HTML.

Each function makes the `_repr_html_` of the class of its name. Nothing here is needed to use a
value, and nothing of it is loaded before one is shown.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from probity.display.html import count, element, ends, escape, fragment, rows_table
from probity.display.months import last_of_month, month_table, months_of
from probity.display.records import brief, duty_standing, report, task, verdict
from probity.display.rows import table
from probity.labels import ENTRY_KINDS, called_off
from probity.words import holiday_basis, holiday_name, month_title

if TYPE_CHECKING:
    from probity._core import (
        Agenda,
        AgendaEntry,
        DateSet,
        Interval,
        Recurrence,
        Spans,
        WeekComparison,
        WorkCalendar,
    )

__all__ = [
    "agenda",
    "brief",
    "date_set",
    "duty_standing",
    "recurrence",
    "report",
    "spans",
    "table",
    "task",
    "verdict",
    "week_comparison",
    "work_calendar",
]

#: How much of a long value is shown.
MONTHS_SHOWN = 12
DATES_SHOWN = 6


def date_set(dates: DateSet) -> str:
    """The months that have any of the dates, the dates in bold; of many months the first twelve."""
    if not dates:
        return fragment(element("p", "No dates"))
    months = months_of(dates, MONTHS_SHOWN)
    grids = [_grid(year, month, dates) for year, month in months]
    return fragment(
        element("p", f"{count(len(dates), 'date')}, {ends(dates[0], dates[-1])}"),
        element("div", *grids, cls="months"),
        _months_left_out(dates, months),
    )


def _grid(year: int, month: int, dates: DateSet) -> str:
    def cell(date: datetime.date) -> str:
        return _day(date, bold=date in dates)

    return month_table(year, month, cell, with_year=True)


def _day(date: datetime.date, bold: bool) -> str:
    number = str(date.day)
    return element("td", element("b", number) if bold else number)


def _months_left_out(dates: DateSet, months: list[tuple[int, int]]) -> str:
    following = dates.next_after(last_of_month(*months[-1]))
    if following is None:
        return ""
    return element("p", f"and {count(dates.count(following), 'date')} more")


def spans(value: Spans) -> str:
    """The rule that recurs, and the months of its first spans, their days in bold."""
    firsts = _first_spans(value, DATES_SHOWN)
    days = value.days()
    said = element("p", escape(str(value)))
    if not firsts:
        return fragment(said, element("p", "No dates"))
    shown = days.between(firsts[0].begin, firsts[-1].end)
    grids = [_grid(year, month, shown) for year, month in months_of(shown, MONTHS_SHOWN)]
    return fragment(
        said,
        element("div", *grids, cls="months"),
        element("p", f"The first {len(firsts)} are shown") if _goes_on(value, len(firsts)) else "",
    )


def _first_spans(value: Spans, most: int) -> list[Interval]:
    found = []
    for k in range(most):
        span = value.nth(k)
        if span is None:
            break
        found.append(span)
    return found


def _goes_on(value: Spans, shown: int) -> bool:
    return value.nth(shown) is not None


def recurrence(value: Recurrence) -> str:
    """The rule in words, and its first dates."""
    dates = []
    for k in range(DATES_SHOWN):
        date = value.nth(k)
        if date is None:
            break
        dates.append(date)
    said = value.rule.describe("en") if value.rule is not None else str(value)
    more = ", ..." if value.nth(DATES_SHOWN) is not None else ""
    listed = ", ".join(date.strftime("%a %Y-%m-%d") for date in dates) + more
    start = "" if value.start is None else f", from {value.start.isoformat()}"
    return fragment(
        element("p", element("b", escape(said)), escape(start)),
        element("p", escape(listed or "No dates")),
        _exceptions(value),
    )


def _exceptions(value: Recurrence) -> str:
    parts = []
    if value.rdates:
        parts.append("and " + ", ".join(date.isoformat() for date in value.rdates))
    if value.exdates:
        parts.append("without " + ", ".join(date.isoformat() for date in value.exdates))
    return element("p", escape("; ".join(parts))) if parts else ""


def work_calendar(value: WorkCalendar) -> str:
    """A year of it: the months with the working days, and the holidays by name.

    The year is the one of its latest decision, if it knows any, else the last for which it answers:
    nothing here reads the clock.
    """
    year = _telling_year(value)
    begin, end = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    begin, end = max(begin, value.horizon.begin), min(end, value.horizon.last)
    listed = [each for each in value.holidays(begin) if each.date <= end]
    names: dict[datetime.date, str] = {}
    for each in listed:
        before = f"{names[each.date]}, " if each.date in names else ""
        names[each.date] = before + holiday_name(each, "en")

    def cell(date: datetime.date) -> str:
        if not begin <= date <= end:
            return element("td")
        number = str(date.day)
        if date in names:
            return element("td", element("b", number), cls="holiday", title=names[date])
        if not value.is_working_day(date):
            return element("td", number, cls="off")
        return element("td", number)

    grids = [month_table(year, month, cell) for month in range(begin.month, end.month + 1)]
    rows = [
        (each.date.strftime("%a %Y-%m-%d"), holiday_name(each, "en"), holiday_basis(each, "en"))
        for each in listed
    ]
    said = f"{year}: {count(_working_days(value, begin, end), 'working day')}"
    return fragment(
        element("p", escape(repr(value).strip("<>"))),
        element("p", f"{said}; days off are grey, holidays bold"),
        element("div", *grids, cls="months"),
        rows_table(("Date", "Holiday", "Basis"), rows),
    )


def _telling_year(value: WorkCalendar) -> int:
    decided = [each.decided_on for each in value.holidays(value.horizon.begin) if each.decided_on]
    last = value.horizon.last.year
    known = value.as_known_on
    return min(last, known.year if known else max(decided).year if decided else last)


def _working_days(value: WorkCalendar, begin: datetime.date, end: datetime.date) -> int:
    return len(value.working_days(begin, end)) + int(value.is_working_day(end))


def week_comparison(value: WeekComparison) -> str:
    """The months in which the conventions differ, with the week by each."""
    names = list(value[0].weeks) if len(value) else []
    rows = [
        (
            month_title(row.month, "en"),
            *("none" if week is None else _short(week) for week in row.weeks.values()),
        )
        for row in value
    ]
    said = f"Week {value.week} of {value.year}, the months in which the conventions differ"
    return fragment(element("p", said), rows_table(("Month", *names), rows))


def _short(days: Interval) -> str:
    """The days of a week, whose year stands above."""
    return f"{days.begin:%m-%d} to {days.last:%m-%d}"


def agenda(value: Agenda) -> str:
    """A table of what has days of its own, and a list of what has no date."""
    dated = [entry for entry in value if entry.has_own_days]
    rows = [
        (
            ends(entry.begin, entry.days.last),
            ENTRY_KINDS[entry.kind].to("en"),
            entry.title.to("en"),
            "" if entry.kind != "week" else str(entry.working_days),
            _remark(entry),
        )
        for entry in dated
    ]
    undated = [
        element("li", escape(f"{ENTRY_KINDS[each.kind].to('en')}: {each.title.to('en')}"))
        for each in value.undated
    ]
    window = ends(value.window.begin, value.window.last)
    return fragment(
        element("p", element("b", escape(value.title.to("en"))), escape(f", {window}")),
        rows_table(("Days", "Kind", "Title", "Working days", "Remark"), rows),
        element("p", "Without a date: none is set, or it is not known") if undated else "",
        element("ul", *undated) if undated else "",
    )


def _remark(entry: AgendaEntry) -> str:
    remarks = [] if entry.takes_place else [called_off(entry, "en")]
    if entry.short:
        remarks.append("short week")
    if entry.nominal is not None and entry.nominal != entry.begin:
        remarks.append(f"by the rule {entry.nominal.isoformat()}")
    return ", ".join(remarks)
