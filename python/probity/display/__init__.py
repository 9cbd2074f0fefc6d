"""How notebooks show the library's values: month grids, sentences and tables, as HTML.

Each function makes the `_repr_html_` of the class of its name. Nothing here is needed to use a
value, and nothing of it is loaded before one is shown.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from probity.display.html import element, ends, escape, fragment, rows_table
from probity.display.months import last_of_month, month_table, months_of
from probity.display.offices import council, institution, meeting, observance, programme, view
from probity.display.records import brief, duty_standing, paper, report, task, verdict
from probity.display.rows import table
from probity.labels import ENTRY_KINDS, called_off
from probity.words import (
    day_text,
    holiday_basis,
    holiday_name,
    month_title,
    say,
    say_day,
    say_number,
    short_range,
)

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
    from probity.types import Language

__all__ = [
    "agenda",
    "brief",
    "council",
    "date_set",
    "duty_standing",
    "institution",
    "meeting",
    "observance",
    "paper",
    "programme",
    "recurrence",
    "report",
    "spans",
    "table",
    "task",
    "verdict",
    "view",
    "week_comparison",
    "work_calendar",
]

#: How much of a long value is shown.
MONTHS_SHOWN = 12
DATES_SHOWN = 6


def date_set(dates: DateSet, lang: Language = "en") -> str:
    """The months that have any of the dates, the dates in bold; of many months the first twelve."""
    if not dates:
        return fragment(element("p", say("display.no_dates", lang)), lang=lang)
    months = months_of(dates, MONTHS_SHOWN)
    grids = [_grid(year, month, dates, lang) for year, month in months]
    number = say_number("display.dates", lang, len(dates))
    return fragment(
        element("p", f"{number}, {ends(dates[0], dates[-1], lang)}"),
        element("div", *grids, cls="pb-months"),
        _months_left_out(dates, months, lang),
        lang=lang,
    )


def _grid(year: int, month: int, dates: DateSet, lang: Language) -> str:
    def cell(date: datetime.date) -> str:
        return _day(date, bold=date in dates)

    return month_table(year, month, cell, lang=lang, with_year=True)


def _day(date: datetime.date, bold: bool) -> str:
    number = str(date.day)
    return element("td", element("b", number) if bold else number)


def _months_left_out(dates: DateSet, months: list[tuple[int, int]], lang: Language) -> str:
    following = dates.next_after(last_of_month(*months[-1]))
    if following is None:
        return ""
    return element("p", say_number("display.more_dates", lang, dates.count(following)))


def spans(value: Spans, lang: Language = "en") -> str:
    """The rule that recurs, and the months of its first spans, their days in bold."""
    firsts = _first_spans(value, DATES_SHOWN)
    days = value.days()
    said = element("p", escape(str(value)))
    if not firsts:
        return fragment(said, element("p", say("display.no_dates", lang)), lang=lang)
    shown = days.between(firsts[0].begin, firsts[-1].end)
    grids = [_grid(year, month, shown, lang) for year, month in months_of(shown, MONTHS_SHOWN)]
    goes_on = _goes_on(value, len(firsts))
    return fragment(
        said,
        element("div", *grids, cls="pb-months"),
        element("p", say("display.first", lang, number=len(firsts))) if goes_on else "",
        lang=lang,
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


def recurrence(value: Recurrence, lang: Language = "en") -> str:
    """The rule in words, and its first dates."""
    dates = []
    for k in range(DATES_SHOWN):
        date = value.nth(k)
        if date is None:
            break
        dates.append(date)
    said = value.rule.describe(lang) if value.rule is not None else str(value)
    more = ", ..." if value.nth(DATES_SHOWN) is not None else ""
    listed = ", ".join(_weekday_first(date, lang) for date in dates) + more
    start = "" if value.start is None else say("display.from", lang, start=value.start)
    return fragment(
        element("p", element("b", escape(said)), escape(start)),
        element("p", escape(listed or say("display.no_dates", lang))),
        _exceptions(value, lang),
        lang=lang,
    )


def _weekday_first(date: datetime.date, lang: Language) -> str:
    """ "Wed 2026-01-21", "2026. 1. 21.(수)"."""
    return date.strftime("%a %Y-%m-%d") if lang == "en" else day_text(date, lang)


def _exceptions(value: Recurrence, lang: Language) -> str:
    parts = []
    for name, dates in (("also", value.rdates), ("without", value.exdates)):
        if dates:
            listed = ", ".join(say_day(date, lang) for date in dates)
            parts.append(say(f"display.{name}", lang, days=listed))
    return element("p", escape("; ".join(parts))) if parts else ""


def work_calendar(value: WorkCalendar, lang: Language = "en") -> str:
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
        names[each.date] = before + holiday_name(each, lang)

    def cell(date: datetime.date) -> str:
        if not begin <= date <= end:
            return element("td")
        number = str(date.day)
        if date in names:
            return element("td", element("b", number), cls="pb-holiday", title=names[date])
        if not value.is_working_day(date):
            return element("td", number, cls="pb-off")
        return element("td", number)

    months = range(begin.month, end.month + 1)
    grids = [month_table(year, month, cell, lang=lang) for month in months]
    rows = [
        (_weekday_first(each.date, lang), holiday_name(each, lang), holiday_basis(each, lang))
        for each in listed
    ]
    days = say_number("display.working_days", lang, _working_days(value, begin, end), year=year)
    heads = [say(f"display.{name}", lang) for name in ("date", "holiday", "basis")]
    return fragment(
        element("p", escape(repr(value).strip("<>"))),
        element("p", f"{days}; {say('display.grey', lang)}"),
        element("div", *grids, cls="pb-months"),
        rows_table(heads, rows, lang),
        lang=lang,
    )


def _telling_year(value: WorkCalendar) -> int:
    decided = [each.decided_on for each in value.holidays(value.horizon.begin) if each.decided_on]
    last = value.horizon.last.year
    known = value.as_known_on
    return min(last, known.year if known else max(decided).year if decided else last)


def _working_days(value: WorkCalendar, begin: datetime.date, end: datetime.date) -> int:
    return len(value.working_days(begin, end)) + int(value.is_working_day(end))


def week_comparison(value: WeekComparison, lang: Language = "en") -> str:
    """The months in which the conventions differ, with the week by each."""
    names = list(value[0].weeks) if len(value) else []
    rows = [
        (
            month_title(row.month, lang),
            *(_short(week, lang) for week in row.weeks.values()),
        )
        for row in value
    ]
    said = say("cli.compared", lang, week=value.week, year=value.year)
    heads = (say("display.month", lang), *names)
    return fragment(element("p", said), rows_table(heads, rows, lang), lang=lang)


def _short(days: Interval | None, lang: Language) -> str:
    """The days of a week, whose year stands above."""
    if days is None:
        return say("cli.no_week", lang)
    if lang == "en":
        return f"{days.begin:%m-%d} to {days.last:%m-%d}"
    return short_range(days.begin, days.last, lang)


def agenda(value: Agenda, lang: Language = "en") -> str:
    """A table of what has days of its own, and a list of what has no date."""
    dated = [entry for entry in value if entry.has_own_days]
    rows = [
        (
            ends(entry.begin, entry.days.last, lang),
            ENTRY_KINDS[entry.kind].to(lang),
            entry.title.to(lang),
            "" if entry.kind != "week" else str(entry.working_days),
            _remark(entry, lang),
        )
        for entry in dated
    ]
    undated = [
        element("li", escape(f"{ENTRY_KINDS[each.kind].to(lang)}: {each.title.to(lang)}"))
        for each in value.undated
    ]
    window = ends(value.window.begin, value.window.last, lang)
    names = ("days", "kind", "title", "workdays", "remark")
    heads = [say(f"display.{name}", lang) for name in names]
    return fragment(
        element("p", element("b", escape(value.title.to(lang))), escape(f", {window}")),
        rows_table(heads, rows, lang),
        element("p", escape(say("cli.undated", lang))) if undated else "",
        element("ul", *undated) if undated else "",
        lang=lang,
    )


def _remark(entry: AgendaEntry, lang: Language) -> str:
    remarks = [] if entry.takes_place else [called_off(entry, lang)]
    if entry.short:
        remarks.append(say("cli.short", lang))
    if entry.nominal is not None and entry.nominal != entry.begin:
        remarks.append(say("cli.nominal", lang, date=entry.nominal))
    return ", ".join(remarks)
