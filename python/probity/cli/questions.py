"""Questions about a programme: `why`, `overdue`, `propose`, `impact`."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from typing import Any

import click

import probity as pb
from probity import korean
from probity.cli.arguments import WEEKDAYS, Day, Year, takes_output, takes_workdays
from probity.cli.errors import found, refuse
from probity.cli.language import refusal
from probity.cli.output import Output, Part, Sheet, fields, iso
from probity.cli.programmes import PROGRAMMES, Asked, asks, ids_of, takes_programme
from probity.tables import COLUMNS, Column
from probity.tables.column import at, column
from probity.types import Language, TaskGroup
from probity.words import say, say_day, say_number, text

REASON = "kind id record title reason source"
OVERDUE = "task title band owner due due_day working_days_late state blocked_by"
OWED = "obligation period title unit official owner due days_late"
MOVE = "kind id period title before after days_before days_after why consequence"


def chosen(kind: type, names: str) -> list[Column]:
    """Some of the columns of a kind of record."""
    columns = {column.name: column for column in COLUMNS[kind]}
    return [columns[name] for name in names.split()]


def with_titles(programme: pb.Programme, columns: list[Column]) -> list[Column]:
    """The columns with the titles of units, bands, areas and sources for their ids."""
    units = {unit.id: unit.title for unit in programme.institution.units}
    titles = {
        "owner": units,
        "owners": units,
        "unit": units,
        "band": {band.id: band.title for band in programme.bands},
        "risk_area": {area.id: area.title for area in programme.risk_areas},
        "source": {source.id: source.title for source in programme.sources},
    }

    def titled(column: Column) -> Column:
        def value(row: Any, lang: Language) -> Any:
            found, named = getattr(row, column.name), titles[column.name]
            if isinstance(found, list):
                return "; ".join(str(named[id].to(lang) if id in named else id) for id in found)
            return named.get(found, found)

        return column._replace(value=value) if column.name in titles else column

    return [titled(column) for column in columns]


def with_names(programme: pb.Programme, columns: Sequence[Column]) -> list[Column]:
    """The columns, with the names of units, bands and areas beside their ids."""
    out: list[Column] = []
    for plain, titled in zip(columns, with_titles(programme, list(columns)), strict=True):
        out.append(plain)
        if titled is not plain and plain.name != "source":
            beside = text("cli.name_of", column=plain.title)
            out.append(
                titled._replace(
                    name=f"{plain.name}_name",
                    title=beside,
                    categories=(),
                    label=None,
                    names=False,
                )
            )
    return out


# On a date ------------------------------------------------------------------------------


class DayBeforeProgramme(Day):
    """A date that a programme follows: the two are easily swapped."""

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime.date:
        if str(value) in PROGRAMMES or os.path.isfile(str(value)):
            name = str(value)
            raise click.UsageError(refusal("date_first", value=repr(name), name=name))
        return super().convert(value, param, ctx)


@click.command(short_help="Say what lies on a date, and by which rule.")
@click.argument("date", type=DayBeforeProgramme())
@takes_programme
@takes_workdays
@takes_output()
def why(
    date: datetime.date, programme: pb.Programme, workdays: pb.WorkCalendar, output: Output
) -> None:
    """Tells what lies on DATE in a programme, and by which rule or record; what was moved from it
    or to it, and by which event; why the day is worked or not.

    Exit code 1 if nothing of the programme lies on it, or was moved from it.
    """
    reasons = programme.why(date, workdays)
    ours = [reason for reason in reasons if reason.kind not in ("working_day", "day_off")]
    lang = output.lang
    nothing = say("cli.nothing_on", lang, date=date, title=programme.title.to(lang))
    output.show(
        [
            Sheet(chosen(pb.DateReason, "kind title reason"), ours) if ours else nothing,
            *(reason.reason.to(lang) for reason in reasons if reason not in ours),
            sources(ours, lang),
        ],
        lambda: {
            "programme": programme.id,
            "date": iso(date),
            "reasons": [fields(reason, REASON) for reason in reasons],
        },
        Sheet(COLUMNS[pb.DateReason], reasons),
    )
    if not ours:
        found()


def sources(reasons: Sequence[pb.DateReason], lang: Language) -> str:
    """Each source once."""
    named = dict.fromkeys(reason.source.to(lang) for reason in reasons if reason.source)
    return "\n".join(f"{say('cli.source', lang)}: {source}" for source in named)


# What is late -------------------------------------------------------------------------------------


@click.command(short_help="The tasks and obligations that are late.")
@click.option(
    "--by",
    type=click.Choice(["band", "owner", "risk_area", "kind"]),
    help="Tasks put together by this; without it by how late they are.",
)
@asks
@takes_output()
def overdue(asked: Asked, by: TaskGroup | None, output: Output) -> None:
    """The tasks that are open after the day on which they were due, by working days late, and the
    obligations after their deadlines.

    A task that was handed in by its day waits for others and is not overdue.

    Exit code 1 if there are any.
    """
    groups = asked.view.overdue(by)
    rows = [(group, task) for group in groups for task in group.tasks]
    lang = output.lang
    names = "task title owner due working_days_late blocked_by"
    shown = at(1, with_titles(asked.programme, chosen(pb.OverdueTask, names)))
    if by is not None:
        group = chosen(pb.Task, by)[0]._replace(value=lambda row, lang: row[0].title, label=None)
        shown = (group, *(column for column in shown if column.name != by))
    parts: list[Part] = [asked.heading(lang)]
    if rows:
        parts.append(Sheet(shown, rows))
    owed = list(asked.view.obligations(state="late"))
    if owed:
        columns = with_titles(asked.programme, chosen(pb.ObligationStanding, OWED))
        parts.append(Sheet(columns, owed))
    if not rows and not owed:
        parts.append(say("cli.none_overdue", lang))
    output.show(
        parts,
        lambda: {
            **asked.record(),
            "by": by,
            "groups": [
                {
                    **fields(group, "id title"),
                    "tasks": [fields(task, OVERDUE) for task in group.tasks],
                }
                for group in groups
            ],
            "obligations": [fields(each, OWED) for each in owed],
        },
        Sheet(COLUMNS[pb.OverdueGroup], rows),
    )
    if rows or owed:
        found()


# When to meet -------------------------------------------------------------------------------------


@click.command(short_help="The best dates for meetings to come.")
@asks
@click.argument("council", type=ids_of("councils"))
@click.argument("year", type=Year())
@click.option(
    "--weekday",
    "weekdays",
    type=click.Choice(WEEKDAYS, case_sensitive=False),
    multiple=True,
    help="A weekday that suits; may be given several times.",
)
@click.option("--outside-weeks", is_flag=True, help="Not in a week of the programme.")
@click.option("--avoid-bridges", is_flag=True, help="Not on a day between two days off.")
@click.option(
    "--min-days-between",
    type=click.IntRange(1, 366),
    default=1,
    show_default=True,
    help="At least so many days from one meeting to the next.",
)
@takes_output()
def propose(
    asked: Asked,
    council: str,
    year: int,
    weekdays: tuple[str, ...],
    outside_weeks: bool,
    avoid_bridges: bool,
    min_days_between: int,
    output: Output,
) -> None:
    """The best dates for the regular meetings that COUNCIL still has to hold in YEAR.

    They spread the year's meetings evenly over working days; each has its reason and runners-up.
    """
    proposals = asked.programme.propose_meetings(
        council,
        year,
        asked.workdays,
        preferred_weekdays=[pb.Weekday(day) for day in weekdays],
        outside_weeks=outside_weeks,
        avoid_bridges=avoid_bridges,
        min_days_between=min_days_between,
        on=asked.on,
    )
    lang = output.lang
    runners_up = column(
        "proposal.runners_up",
        value=lambda row, lang: ", ".join(say_day(other.date, lang) for other in row.runners_up),
    )
    output.show(
        [
            asked.heading(lang),
            Sheet(
                [*chosen(pb.Proposal, "date"), runners_up, *chosen(pb.Proposal, "reason")],
                proposals,
            )
            if proposals
            else say("cli.nothing_missing", lang),
        ],
        lambda: {
            **asked.record(),
            "council": council,
            "year": year,
            "proposals": [
                {
                    **fields(each, "date cost reason"),
                    "runners_up": [fields(other, "date cost reason") for other in each.runners_up],
                }
                for each in proposals
            ],
        },
        Sheet([*COLUMNS[pb.Proposal], runners_up], proposals),
    )


# A new holiday -------------------------------------------------------------------------


class HolidayText(Day):
    """A date and the name of the holiday that it becomes: 2026-09-28:임시공휴일."""

    name = "holiday"
    default_name = "임시공휴일"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        if isinstance(value, pb.Holiday):
            return value
        day, _, name = value.partition(":")
        name = name.strip() or self.default_name
        try:
            return pb.Holiday(super().convert(day.strip(), param, ctx), name, english_of(name),
                              kind="temporary")  # fmt: skip
        except pb.ProbityError as error:
            refuse("--holiday", error)


def english_of(name: str) -> str:
    """The English of a Korean term; what is none stands for itself."""
    try:
        return korean.term(name).english.capitalize()
    except pb.ProbityError:
        return ""


@click.command(short_help="Say what a temporary holiday moves.")
@asks
@click.argument("year", type=Year())
@click.option(
    "--holiday",
    "holidays",
    type=HolidayText(),
    multiple=True,
    required=True,
    metavar="DATE:NAME",
    help="A day that becomes a holiday, such as 2026-09-28:임시공휴일; may be repeated.",
)
@takes_output()
def impact(asked: Asked, year: int, holidays: tuple[pb.Holiday, ...], output: Output) -> None:
    """Tells what moves in YEAR when days are announced as holidays: before, after, what follows
    from it.

    Exit code 1 where something moves.
    """
    later = asked.workdays.with_holidays(holidays)
    moves = asked.programme.impact(asked.workdays, later, year)
    lang = output.lang
    days = [say_day(day, lang) for day in sorted({holiday.date for holiday in holidays})]
    heading = say_number("cli.moves", lang, len(days), year=year, days=", ".join(days))
    names = "kind id title before after days_before days_after why consequence"
    output.show(
        [
            asked.heading(lang),
            heading if moves else say("cli.no_moves", lang, year=year),
            Sheet(chosen(pb.Move, names), moves),
        ],
        lambda: {
            **asked.record(),
            "year": year,
            "holidays": [fields(holiday, "date name name_en") for holiday in holidays],
            "moves": [fields(move, MOVE) for move in moves],
        },
        Sheet(COLUMNS[pb.Move], moves),
    )
    if moves:
        found()


COMMANDS = {"why": why, "overdue": overdue, "propose": propose, "impact": impact}
