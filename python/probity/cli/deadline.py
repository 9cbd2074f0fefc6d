"""Periods of law at the prompt: `deadline`."""

from __future__ import annotations

import datetime
from typing import Any, get_args

import click

import probity as pb
from probity.cli.arguments import Day, Whole, takes_output, takes_workdays
from probity.cli.errors import refuse
from probity.cli.language import refusal
from probity.cli.output import Output, Sheet, day_text, fields, iso
from probity.tables import COLUMNS
from probity.types import Language, PeriodRule

RULES = get_args(PeriodRule)


class DayOrTime(Day):
    """A date, or a time of one: 2026-09-21T14:30."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        if not (isinstance(value, str) and "T" in value):
            return super().convert(value, param, ctx)
        try:
            return datetime.datetime.fromisoformat(value)
        except ValueError:
            refuse("START", pb.DateError(refusal("no_time", text=value)))


@click.command(short_help="The last day of a period that a law sets.")
@click.argument("start", type=DayOrTime())
@click.option("--days", type=Whole(), help="The period in days.")
@click.option("--weeks", type=Whole(), help="The period in weeks.")
@click.option("--months", type=Whole(), help="The period in months.")
@click.option("--years", type=Whole(), help="The period in years.")
@click.option(
    "--rule",
    type=click.Choice(RULES),
    help="The act by which it is counted; the Civil Act if none is named.",
)
@click.option("--from-midnight", is_flag=True, help="It begins at 0:00, so that START counts.")
@click.option(
    "--worse-for-citizen",
    is_flag=True,
    help="With --rule restriction: its criteria would be worse for the citizen.",
)
@takes_workdays
@takes_output()
def deadline(
    start: datetime.date,
    days: int | None,
    weeks: int | None,
    months: int | None,
    years: int | None,
    rule: PeriodRule | None,
    from_midnight: bool,
    worse_for_citizen: bool,
    workdays: pb.WorkCalendar,
    output: Output,
) -> None:
    """The last day of a period of law that begins on START, its clause, the days passed over.

    \b
    probity deadline 2026-01-31 --days 14                        by the Civil Act
    probity deadline 2026-09-21 --days 10 --rule information     a request for information
    probity deadline 2026-09-21T14:30 --days 3 --rule petition   in hours of work, from a time
    probity deadline 2026-02-28                                  a day that a law names

    Without a period START is a day that a law names, as the last of February. The working day
    before the last day is advice; `probity due` counts in working days, by no law.
    """
    period = {"days": days, "weeks": weeks, "months": months, "years": years}
    given = [f"--{name}" for name, number in period.items() if number is not None]
    if len(given) > 1:
        raise click.UsageError(refusal("two_periods", one=given[0], other=given[1]))
    if not given and (rule or from_midnight or worse_for_citizen):
        raise click.UsageError(refusal("no_period"))
    if given:
        answer = workdays.deadline(
            start,
            days=days,
            weeks=weeks,
            months=months,
            years=years,
            rule=rule or "civil",
            from_midnight=from_midnight,
            worse_for_citizen=worse_for_citizen,
        )
    else:
        answer = workdays.statutory_day(start)
    lang = output.lang
    output.show(
        [last_of(answer, lang) + "\n" + answer.describe(lang)],
        lambda: {
            "start": start.isoformat(),
            "rule": (rule or "civil") if given else None,
            **fields(answer, "date nominal advised first"),
            "at": answer.at and answer.at.isoformat(),
            **fields(answer, "clause clause_en text text_en"),
            "skipped": [
                {"date": iso(each.date), "name": each.name, "name_en": each.name_en}
                for each in answer.skipped
            ],
        },
        Sheet([*COLUMNS[pb.Holiday][:2]], answer.skipped),
    )


def last_of(answer: pb.Deadline, lang: Language) -> str:
    day = day_text(answer.date, lang)
    return day if answer.at is None else f"{day} {answer.at:%H:%M}"


COMMANDS = {"deadline": deadline}
