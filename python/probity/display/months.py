"""A month as a table of weeks, Monday first."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

from probity.display.html import element
from probity.words import month_title, say, weekdays

if TYPE_CHECKING:
    from probity._core import DateSet
    from probity.types import Language

_WEEKS = calendar.Calendar(firstweekday=0)


def month_table(
    year: int,
    month: int,
    cell: Callable[[datetime.date], str],
    *,
    lang: Language = "en",
    with_year: bool = False,
    lead: Callable[[datetime.date], str] | None = None,
) -> str:
    """The month as a `<table>`; `cell` gives each day's `<td>`.

    With `lead` each row begins with the cell that it gives for the row's Monday, which may lie in
    the month before.
    """
    title = month_title(month, lang)
    if with_year:
        title = say("month.title", lang, month=title, year=year)
    heads = [element("th", day, scope="col") for day in weekdays(lang)]
    first = [] if lead is None else [element("td")]
    rows = []
    for week in _weeks(year, month):
        days = [cell(day) if day else element("td") for day in week]
        ahead = [] if lead is None else [lead(_monday(week))]
        rows.append(element("tr", *ahead, *days))
    return element(
        "table",
        element("caption", title),
        element("thead", element("tr", *first, *heads)),
        element("tbody", *rows),
        cls="pb-month",
    )


def _weeks(year: int, month: int) -> list[list[datetime.date | None]]:
    """The rows of the month, None for days of other months."""
    return [
        [datetime.date(year, month, day) if day else None for day in week]
        for week in _WEEKS.monthdayscalendar(year, month)
    ]


def _monday(week: list[datetime.date | None]) -> datetime.date:
    index, day = next((i, day) for i, day in enumerate(week) if day)
    assert day is not None
    return day - datetime.timedelta(days=index)


def months_of(dates: DateSet, most: int) -> list[tuple[int, int]]:
    """(year, month) of the first months that have any of the dates."""
    found: list[tuple[int, int]] = []
    date = dates[0] if dates else None
    while date is not None and len(found) < most:
        found.append((date.year, date.month))
        date = dates.next_after(last_of_month(date.year, date.month))
    return found


def last_of_month(year: int, month: int) -> datetime.date:
    """The month's last day."""
    return datetime.date(year, month, calendar.monthrange(year, month)[1])
