"""Holidays and working days: `holidays`, `workdays`, `due`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import click

import probity as pb
from probity.cli.arguments import Day, Whole, Year, check_window, takes_output, takes_workdays
from probity.cli.errors import Refused, found
from probity.cli.language import refusal
from probity.cli.output import Output, Part, Sheet, day_text, fields, iso
from probity.cli.rules import dates_sheet
from probity.tables import COLUMNS
from probity.types import Language, RollConvention
from probity.words import LANGUAGES, say, say_number

HOLIDAY = "date name name_en kind basis basis_en decided_on"
ROLLS = ("following", "modified_following", "preceding", "modified_preceding", "nearest")


def day_after(date: datetime.date) -> datetime.date:
    end = pb.Interval.of_days(date, 1).end
    if end is None:
        raise Refused(refusal("last_day", day=date))
    return end


def holidays_sheet(listed: Sequence[pb.Holiday]) -> Sheet:
    """Holidays as people read them: the day with its weekday, the name, the kind."""
    columns = {column.name: column for column in COLUMNS[pb.Holiday]}
    day = columns["date"]._replace(value=lambda each, lang: day_text(each.date, lang))
    return Sheet([day, columns["name"], columns["kind"]], listed)


@click.command(short_help="The public holidays of a year.")
@click.argument("year", type=Year(), required=False)
@click.option("--from", "begin", type=Day(), help="The first day of the window.")
@click.option("--to", "end", type=Day(), help="The first day after the window.")
@takes_workdays
@takes_output()
def holidays(
    year: int | None,
    begin: datetime.date | None,
    end: datetime.date | None,
    workdays: pb.WorkCalendar,
    output: Output,
) -> None:
    """The public holidays of a YEAR, or of a window: date, name, kind; as CSV and JSON the article.

    Sundays are public holidays too; nobody lists them.
    """
    if year is not None and begin is None and end is None:
        begin, end = datetime.date(year, 1, 1), day_after(datetime.date(year, 12, 31))
    elif year is not None or begin is None or end is None:
        raise click.UsageError(refusal("no_year"))
    check_window(begin, end)
    listed = workdays.holidays(begin, end)
    output.show(
        [
            holidays_sheet(listed)
            if listed
            else say("cli.no_holiday", output.lang, begin=begin, end=end)
        ],
        lambda: {
            "begin": iso(begin),
            "end": iso(end),
            "as_known_on": iso(workdays.as_known_on),
            "holidays": [fields(each, HOLIDAY) for each in listed],
        },
        Sheet(COLUMNS[pb.Holiday], listed),
    )


@click.command(short_help="Working days: this day, or how many.")
@click.argument("date", type=Day(), required=False)
@click.option("--add", type=Whole(), help="The N-th working day after DATE; before it for -N.")
@click.option(
    "--roll",
    type=click.Choice(ROLLS),
    help="DATE itself where it is a working day, else where the convention takes it.",
)
@click.option("--from", "begin", type=Day(), help="The first day of the window.")
@click.option("--to", "end", type=Day(), help="The first day after the window.")
@takes_workdays
@takes_output()
def workdays(
    date: datetime.date | None,
    add: int | None,
    roll: RollConvention | None,
    begin: datetime.date | None,
    end: datetime.date | None,
    workdays: pb.WorkCalendar,
    output: Output,
) -> None:
    """Whether DATE is a working day, and why; or the working days of a window.

    \b
    probity workdays 2026-09-25                        why it is a day off
    probity workdays 2026-02-13 --add 5                the fifth working day after it
    probity workdays --from 2026-02-01 --to 2026-03-01 how many, and which

    Exit code 1 where DATE is a day off.
    """
    if date is None:
        if begin is None or end is None or add is not None or roll is not None:
            raise click.UsageError(refusal("no_date"))
        show_window(workdays, begin, end, output)
    elif begin is not None or end is not None:
        raise click.UsageError(refusal("date_and_window"))
    elif add is None and roll is None:
        show_day(workdays, date, output)
    else:
        start = date if roll is None else workdays.roll(date, roll)
        show_moved(date, start if add is None else workdays.add(start, add), output)


def show_window(
    workdays: pb.WorkCalendar, begin: datetime.date, end: datetime.date, output: Output
) -> None:
    check_window(begin, end)
    days = list(workdays.working_days(begin, end))
    lang = output.lang
    heading = say_number("cli.working_days", lang, len(days), begin=begin, end=end)
    output.show(
        [heading, "\n".join(day_text(day, lang) for day in days)],
        lambda: {
            "begin": iso(begin),
            "end": iso(end),
            "count": len(days),
            "days": [iso(day) for day in days],
        },
        dates_sheet(days),
    )


def show_day(workdays: pb.WorkCalendar, date: datetime.date, output: Output) -> None:
    state = workdays.state(date)
    output.show(
        [workdays.explain(date, output.lang)],
        lambda: {
            "date": iso(date),
            "working_day": state.working,
            "reason": {lang: workdays.explain(date, lang) for lang in reversed(LANGUAGES)},
            "holidays": [fields(each, HOLIDAY) for each in state.holidays],
        },
        Sheet(COLUMNS[pb.Holiday], state.holidays),
    )
    if not state.working:
        found()


def show_moved(date: datetime.date, moved: datetime.date, output: Output) -> None:
    output.show(
        [day_text(moved, output.lang)],
        lambda: {"from": iso(date), "date": iso(moved)},
        dates_sheet([moved]),
    )


@click.command(
    context_settings={"ignore_unknown_options": True},
    short_help="The day due in so many working days.",
)
@click.argument("date", type=Day())
@click.argument("n", type=Whole())
@click.option(
    "--roll",
    type=click.Choice(ROLLS),
    help="First take DATE to a working day by this convention.",
)
@takes_workdays
@takes_output()
def due(
    date: datetime.date,
    n: int,
    roll: RollConvention | None,
    workdays: pb.WorkCalendar,
    output: Output,
) -> None:
    """The day that is due N working days after DATE, and the holidays that were passed over.

    DATE itself is not counted. A negative N counts back. A period that a law sets is counted by
    `probity deadline`.
    """
    start = date if roll is None else workdays.roll(date, roll)
    result = workdays.due(start, n)
    lang = output.lang
    moved = say("cli.rolled", lang, date=date, start=start) if start != date else ""
    first_day = say("cli.first_day", lang, start=start) if n != 0 else ""
    lines = [moved, due_text(result.date, start, n, lang), first_day]
    parts: list[Part] = ["\n".join(line for line in lines if line)]
    if result.skipped:
        parts += [f"{say('cli.passed_over', lang)}:", holidays_sheet(result.skipped)]
    output.show(
        parts,
        lambda: {
            "from": iso(date),
            "start": iso(start),
            "working_days": n,
            "date": iso(result.date),
            "skipped": [fields(each, HOLIDAY) for each in result.skipped],
        },
        Sheet(COLUMNS[pb.Holiday], result.skipped),
    )


def due_text(due: datetime.date, start: datetime.date, n: int, lang: Language) -> str:
    day = day_text(due, lang)
    if n == 0:
        return say("cli.due_0", lang, date=day, start=start)
    name = "cli.due" if n > 0 else "cli.due_before"
    return say_number(name, lang, abs(n), date=day, start=start)


COMMANDS = {"holidays": holidays, "workdays": workdays, "due": due}
