"""Weeks of months, and the dates of rules: `week`, `dates`, `next`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import click

import probity as pb
from probity.cli.arguments import (
    CONVENTIONS,
    Day,
    WeekConventionName,
    Whole,
    Year,
    check_window,
    read_convention,
    takes_output,
)
from probity.cli.errors import Refused, found, refuse
from probity.cli.language import refusal
from probity.cli.output import Output, Part, day_text, echo, iso, plain
from probity.sentences import is_sentence, parse

if TYPE_CHECKING:
    from probity.cli.output import Sheet
    from probity.types import Language


# Weeks --------------------------------------------------------------------------------------------


# So that -1 is a week, the last, and not an option.
@click.command(
    context_settings={"ignore_unknown_options": True}, short_help="The n-th week of a month."
)
@click.argument("year", type=Year())
@click.argument("month", type=Whole())
@click.argument("n", type=Whole(), required=False)
@click.option(
    "--convention",
    type=WeekConventionName,
    default="ISO",
    show_default=True,
    metavar="NAME",
    help="ISO, CLDR_KR, MONDAY_ROWS, SUNDAY_MAJORITY, FULL_WEEKS, or such as MO,4.",
)
@click.option("--compare", is_flag=True, help="The week by each of the named conventions.")
@takes_output()
def week(
    year: int, month: int, n: int | None, convention: str, compare: bool, output: Output
) -> None:
    """Week N of a month: 1 to 5, or -1 to -5 from its end.

    With --compare by all conventions; then MONTH may be left out, for the months of the year in
    which they differ: probity week 2026 3 --compare.

    Exit code 1 where the month has no such week.
    """
    if compare and n is None:
        show_differences(year, month, output)
        return
    if n is None:
        raise click.UsageError(refusal("no_week_number"))
    if compare:
        show_week_by_convention(year, month, n, output)
        return
    chosen = read_convention(convention)
    days = chosen.week(year, month, n)
    name = chosen.name or f"{chosen.first_day},{chosen.minimum_days}"
    output.show(
        week_parts(days, output.lang),
        lambda: week_record(year, month, n, chosen, days),
        None
        if output.csv is None
        else long_comparison(year, n, {month: {name: days}} if days is not None else {}),
    )
    if days is None:
        found(no_such_week(year, month, n, name, output.lang))


def week_parts(days: pb.Interval | None, lang: Language) -> list[Part]:
    if days is None:
        return []
    from probity.words import days_text

    return [days_text(days, lang)]


def no_such_week(year: int, month: int, n: int, convention: str, lang: Language) -> str:
    from probity.words import month_of_year, say, week_number

    return say(
        "cli.no_such_week",
        lang,
        month=month_of_year(year, month, lang),
        week=week_number(n, lang),
        convention=convention,
    )


def week_record(
    year: int, month: int, n: int, convention: pb.WeekConvention, days: pb.Interval | None
) -> dict[str, Any]:
    return {
        "year": year,
        "month": month,
        "week": n,
        "convention": {
            "name": convention.name,
            "first_day": str(convention.first_day),
            "minimum_days": convention.minimum_days,
        },
        "begin": None if days is None else iso(days.begin),
        "end": None if days is None else iso(days.end),
    }


# Conventions compared -----------------------------------------------------------------------------


def show_differences(year: int, n: int, output: Output) -> None:
    from probity.words import say, week_number

    weeks = {row.month: row.weeks for row in pb.WeekConvention.compare(year, n)}
    heading = say("cli.compared", output.lang, year=year, week=week_number(n, output.lang))
    show_comparison(year, n, weeks, heading, output)


def show_week_by_convention(year: int, month: int, n: int, output: Output) -> None:
    from probity.words import month_of_year, say, week_number

    weeks = {name: read_convention(name).week(year, month, n) for name in CONVENTIONS}
    heading = say(
        "cli.compared_month",
        output.lang,
        month=month_of_year(year, month, output.lang),
        week=week_number(n, output.lang),
    )
    show_comparison(year, n, {month: weeks}, heading, output)


def show_comparison(
    year: int,
    n: int,
    weeks: dict[int, dict[str, pb.Interval | None]],
    heading: str,
    output: Output,
) -> None:
    """Text has a row to each month, CSV one to each month and convention."""
    from probity.cli.output import Sheet
    from probity.tables import Column
    from probity.tables.column import column
    from probity.text import Text

    def cell(name: str) -> Column:
        return Column(name, Text.plain(name), value=lambda row, lang: short(row[1][name], lang))

    months = column("week_difference.month", "l", lambda row, lang: row[0])
    sheet = Sheet([months, *(cell(name) for name in CONVENTIONS)], list(weeks.items()))
    output.show(
        [heading, sheet],
        lambda: {"year": year, "week": n, "months": {m: plain_weeks(w) for m, w in weeks.items()}},
        long_comparison(year, n, weeks),
    )


def short(days: pb.Interval | None, lang: Language) -> str:
    from probity.words import say, words

    if days is None:
        return say("cli.no_week", lang)
    first, last = days.begin, days.last
    return words(lang)["days.of_a_week"].format(first=first, last=last)


def plain_weeks(weeks: dict[str, pb.Interval | None]) -> dict[str, Any]:
    return {name: plain(days) for name, days in weeks.items()}


def long_comparison(year: int, n: int, weeks: dict[int, dict[str, pb.Interval | None]]) -> Sheet:
    from probity.cli.output import Sheet
    from probity.tables.column import column

    return Sheet(
        [
            column("week_difference.year", "l", lambda row, lang: year),
            column("week_difference.month", "l", lambda row, lang: row[0]),
            column("week_difference.week", "l", lambda row, lang: n),
            column("week_difference.convention", value=lambda row, lang: row[1]),
            column("week_difference.begin", "tdD", lambda row, lang: row[2] and row[2].begin),
            column("week_difference.last", "tdD", lambda row, lang: row[2] and row[2].last),
        ],
        [(month, name, days) for month, by in weeks.items() for name, days in by.items()],
    )


# Rules --------------------------------------------------------------------------------------------


@click.command(short_help="The dates of a rule in a window.")
@click.argument("rule")
@click.option("--from", "begin", type=Day(), required=True, help="The first day of the window.")
@click.option("--to", "end", type=Day(), required=True, help="The first day after the window.")
@click.option(
    "--start", type=Day(), help="The day from which the rule counts; without it that of --from."
)
@takes_output()
def dates(
    rule: str,
    begin: datetime.date,
    end: datetime.date,
    start: datetime.date | None,
    output: Output,
) -> None:
    """The dates of RULE in a window: "FREQ=MONTHLY;BYDAY=3WE", "third Wednesday of every month",
    "매월 셋째 수요일".

    A sentence that can be read in several ways is taken in the usual one, which is said.

    Exit code 1 if there are none.
    """
    check_window(begin, end)
    days = list(read_recurrence(rule, start or begin, output.lang).between(begin, end))
    check_horizon(rule, start or begin, begin, end)
    show_dates(days, output)
    if not days:
        from probity.words import say

        found(say("cli.no_date", output.lang, rule=rule, begin=begin, end=end))


@click.command(short_help="The next dates of a rule.")
@click.argument("rule")
@click.option("--after", type=Day(), required=True, help="The day after which to look.")
@click.option(
    "-n", "number", type=click.IntRange(min=1), default=1, show_default=True, help="How many dates."
)
@click.option(
    "--start", type=Day(), help="The day from which the rule counts; without it that of --after."
)
@takes_output()
def next_dates(
    rule: str,
    after: datetime.date,
    number: int,
    start: datetime.date | None,
    output: Output,
) -> None:
    """The next dates of RULE after a day: "FREQ=MONTHLY;BYDAY=3WE", "third Wednesday of every
    month", "매월 셋째 수요일".

    Exit code 1 if there are fewer than asked for.
    """
    recurrence = read_recurrence(rule, start or after, output.lang)
    days: list[datetime.date] = []
    following = recurrence.next_after(after)
    while following is not None and len(days) < number:
        days.append(following)
        following = recurrence.next_after(following)
    check_horizon(rule, start or after, after, days[-1] if len(days) == number else None)
    show_dates(days, output)
    if len(days) < number:
        from probity.words import say

        found(
            say(
                "cli.few_dates",
                output.lang,
                number=len(days),
                wanted=number,
                rule=rule,
                after=after,
            )
        )


def read_recurrence(rule: str, start: datetime.date, lang: Language) -> pb.Recurrence:
    """The rule as a recurrence; a sentence by its usual reading, which is said."""
    if is_sentence(rule):
        return read_sentence(rule, start, lang)
    try:
        parsed = pb.Rule(rule)
    except pb.ProbityError as error:
        refuse(refusal("rule"), error)
    try:
        return pb.Recurrence(parsed, start=start)
    except pb.ProbityError as error:
        refuse(refusal("rule_from", start=start), error)


def read_sentence(sentence: str, start: datetime.date, lang: Language) -> pb.Recurrence:
    from probity.words import say

    try:
        parsed = parse(sentence)
        usual = parsed.readings[0]
        recurrence = usual.recurrence(start, workdays=pb.WorkCalendar.korea())
    except pb.ProbityError as error:
        refuse(refusal("rule"), error)
    title = usual.title.to(lang)
    if len(parsed.readings) > 1:
        echo(say("cli.read_as", lang, reading=title, number=len(parsed.readings)), err=True)
    if usual.of_spans:
        echo(say("cli.first_days", lang, reading=title), err=True)
    begins, ends = (f"{each:%H:%M}" if each else "" for each in (parsed.time, parsed.ends))
    hours = f"{begins}~{ends}" if ends else begins
    if hours:
        echo(say("cli.hours", lang, hours=hours), err=True)
    return recurrence


def check_horizon(
    rule: str, start: datetime.date, begin: datetime.date, end: datetime.date | None
) -> None:
    """Refuses a rule of working days that has days from begin on, before end, if no calendar tells
    working days."""
    reading = parse(rule).readings[0] if is_sentence(rule) else None
    if reading is None or not reading.needs_workdays:
        return
    from probity._core import _known_days

    known = _known_days(pb.WorkCalendar.korea())
    assert known is not None and known.end is not None
    first, after_last = known.begin, known.end
    one_day = datetime.timedelta(1)
    for term in reading.terms:
        named = term.recurrence(start)
        outside = named.next_after(begin - one_day)
        if outside is not None and first <= outside < after_last:
            outside = named.next_after(after_last - one_day)
        if outside is not None and (end is None or outside < end):
            last = after_last - one_day
            raise Refused(refusal("outside_horizon", day=outside, first=first, last=last))


def show_dates(days: list[datetime.date], output: Output) -> None:
    def record() -> list[str | None]:
        return [iso(date) for date in days]

    if output.csv is None:
        lines = "\n".join(day_text(date, output.lang) for date in days)
        output.show([lines], record)
    else:
        output.show([], record, dates_sheet(days))


def dates_sheet(days: list[datetime.date]) -> Sheet:
    from probity.cli.output import Sheet
    from probity.tables.column import column
    from probity.words import weekdays

    return Sheet(
        [
            column("command_line.date", "tdD", lambda day, lang: day),
            column("command_line.weekday", value=lambda day, lang: weekdays(lang)[day.weekday()]),
        ],
        days,
    )


COMMANDS = {"week": week, "dates": dates, "next": next_dates}
