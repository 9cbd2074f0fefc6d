"""The integrity calendar of a year: `calendar`."""

from __future__ import annotations

import datetime
from functools import wraps
from typing import Any, NamedTuple

import click

import probity as pb
from probity.cli.arguments import (
    Function,
    OutputFile,
    Years,
    takes_output,
    takes_workdays,
    with_options,
)
from probity.cli.language import refusal
from probity.cli.output import Output, Part, Sheet, day_text, echo, fields, say_written
from probity.cli.programmes import takes_programme
from probity.cli.progress import steps
from probity.labels import called_off
from probity.tables import COLUMNS
from probity.tables.column import column
from probity.types import Language
from probity.words import observance_titles, say, say_number

ENTRY = (
    "kind id period begin end title nominal working_days short held_in begins ends place "
    "reason source status"
)
UNDATED = "kind id period title note"


class IcsAsked(NamedTuple):
    """How tasks and reminders of a calendar file are asked for."""

    tasks: str = "events"
    remind: int | None = None
    #: For a file of each owner.
    folder: str | None = None

    @property
    def options(self) -> dict[str, Any]:
        """As the library takes them."""
        return {"tasks": self.tasks, "remind": self.remind}


def takes_ics(function: Function) -> Function:
    """--tasks, --remind and --ics-by-owner: the function is given `tasks_in_ics`."""

    @wraps(function)
    def command(
        *args: Any, tasks: str, remind: int | None, ics_by_owner: str | None, **others: Any
    ) -> Any:
        return function(*args, tasks_in_ics=IcsAsked(tasks, remind, ics_by_owner), **others)

    return with_options(
        command,
        click.option(
            "--tasks",
            type=click.Choice(["events", "todo", "none"]),
            default="events",
            show_default=True,
            help="How the calendar file has open tasks, by their due dates.",
        ),
        click.option(
            "--remind",
            type=click.IntRange(0, 366),
            metavar="DAYS",
            help="Ask for a reminder so many days ahead in the calendar file.",
        ),
        click.option(
            "--ics-by-owner",
            metavar="FOLDER",
            help="A calendar file for each unit that owns an open task, with its tasks alone.",
        ),
    )


@click.command(short_help="The integrity calendar of a year.")
@takes_programme
@takes_workdays
@click.option(
    "--year", "years", type=Years(), required=True, help="The year, or such as 2026-2030."
)
@click.option("--ics", "ics_path", metavar="FILE", type=OutputFile(), help="Also a calendar file.")
@click.option(
    "--html", "html_path", metavar="FILE", type=OutputFile(), help="Also the page to print."
)
@takes_ics
@takes_output()
def calendar(
    programme: pb.Programme,
    workdays: pb.WorkCalendar,
    years: range,
    ics_path: str | None,
    html_path: str | None,
    tasks_in_ics: IcsAsked,
    output: Output,
) -> None:
    """The integrity calendar of a year: weeks with their working days, days, meetings, activities.

    PROGRAMME is songpa, yongsan, songpa-illustrative, yongsan-illustrative, or the file of a
    programme's document or history.
    """
    if html_path is not None and len(years) > 1:
        raise click.UsageError(refusal("html_of_one_year"))
    agendas = {
        year: programme.calendar(year, workdays) for year in steps("calendar", years, at_least=20)
    }
    show_agendas(programme, agendas, output)
    lang = output.lang
    if ics_path is not None:
        write_ics(agendas, ics_path, lang, tasks_in_ics)
    if tasks_in_ics.folder is not None:
        write_by_owner(agendas, lang, tasks_in_ics)
    if html_path is not None:
        agendas[years[0]].to_html(html_path, lang)
        echo(f"{html_path}: {years[0]}", err=True)


def years_of(agendas: dict[int, pb.Agenda]) -> list[int] | None:
    """The years of a calendar file; for one, the library adds the year before and the year
    after."""
    return list(agendas) if len(agendas) > 1 else None


def write_ics(agendas: dict[int, pb.Agenda], path: str, lang: Language, ics: IcsAsked) -> None:
    """One file for all the years."""
    agenda = next(iter(agendas.values()))
    report = agenda.to_ics(path, lang=lang, years=years_of(agendas), **ics.options)
    say_written(path, "entries", report.events, lang)


def write_by_owner(agendas: dict[int, pb.Agenda], lang: Language, ics: IcsAsked) -> None:
    """A file for each unit that owns an open task with a due date."""
    agenda = next(iter(agendas.values()))
    assert ics.folder is not None
    options = {"lang": lang, "years": years_of(agendas), **ics.options}
    if ics.tasks == "none":
        raise click.UsageError(refusal("owners_without_tasks"))
    for path in agenda.to_ics_by_owner(ics.folder, **options).values():
        echo(str(path), err=True)


def show_agendas(programme: pb.Programme, agendas: dict[int, pb.Agenda], output: Output) -> None:
    parts: list[Part] = []
    for year, agenda in agendas.items():
        parts += calendar_parts(programme, agenda, year, output.lang)
    records = [agenda_record(agenda, year) for year, agenda in agendas.items()]
    entries = [entry for agenda in agendas.values() for entry in agenda]
    output.show(
        parts,
        lambda: records[0] if len(records) == 1 else records,
        Sheet(COLUMNS[pb.AgendaEntry], entries),
    )


# Text ---------------------------------------------------------------------------------------------


def calendar_parts(
    programme: pb.Programme, agenda: pb.Agenda, year: int, lang: Language
) -> list[Part]:
    """The parts of a year's calendar; those that say nothing are left out when it is shown."""
    kinds = {column.name: column for column in COLUMNS[pb.AgendaEntry]}["kind"]
    councils = [
        say_number("cli.meetings", lang, number, council=council.name.to(lang))
        for council in programme.councils
        for number in prescribed_numbers(programme, council, year)
    ]
    undated = [f"  {kinds.cell(entry, lang)}: {entry.title.to(lang)}" for entry in agenda.undated]
    return [
        say("cli.heading", lang, title=agenda.title.to(lang), year=year),
        agenda_sheet(agenda),
        "\n".join(councils),
        "\n".join(held_in_observances(agenda, lang)),
        "\n".join([f"{say('cli.undated', lang)}:", *undated]) if undated else "",
        "" if len(agenda) or councils or undated else say("cli.nothing_in", lang, year=year),
    ]


def existed_in(council: pb.Council, year: int) -> bool:
    """Whether a council was there in a year, or may have been: its beginning may not be known."""
    return council.established is None or int(council.established[:4]) <= year


def prescribed_numbers(programme: pb.Programme, council: pb.Council, year: int) -> list[int]:
    """How many regular meetings a year each quota in force asks of a council that exists."""
    if not existed_in(council, year):
        return []
    last_day = datetime.date(year, 12, 31)
    return [
        quota.times
        for quota in programme.quotas
        if quota.subject == "meetings" and quota.of == council.id and quota.per == "year"
        if quota.begin <= last_day and (quota.end is None or last_day < quota.end)
    ]


def agenda_sheet(agenda: pb.Agenda) -> Sheet:
    columns = {column.name: column for column in COLUMNS[pb.AgendaEntry]}
    return Sheet(
        [
            columns["begin"]._replace(value=lambda each, lang: day_text(each.begin, lang)),
            columns["last"]._replace(value=last_day_text),
            columns["kind"],
            columns["title"],
            columns["working_days"]._replace(value=working_days_of_week),
            column("agenda_entry.remark", value=remark),
        ],
        [entry for entry in agenda if entry.has_own_days],
        lambda entry: "yellow" if entry.short else "",
    )


def last_day_text(entry: pb.AgendaEntry, lang: Language) -> str:
    return day_text(entry.days.last, lang) if len(entry.days) > 1 else ""


def working_days_of_week(entry: pb.AgendaEntry, lang: Language) -> int | None:
    return entry.working_days if entry.kind == "week" else None


def remark(entry: pb.AgendaEntry, lang: Language) -> str:
    remarks = [] if entry.takes_place else [called_off(entry, lang)]
    if entry.short:
        remarks.append(say("cli.short", lang))
    if entry.nominal is not None and entry.nominal != entry.begin:
        remarks.append(say("cli.nominal", lang, date=entry.nominal))
    return ", ".join(remarks)


def held_in_observances(agenda: pb.Agenda, lang: Language) -> list[str]:
    """Each observance with the activities held in it, once for the year."""
    titles = observance_titles(agenda, lang)
    activities: dict[str, dict[str, str]] = {}
    for entry in agenda:
        if entry.held_in:
            activities.setdefault(entry.held_in, {})[entry.id] = entry.title.to(lang)
    return [
        "\n".join([f"{titles.get(id, id)}:", *(f"  {title}" for title in held.values())])
        for id, held in activities.items()
    ]


# JSON ---------------------------------------------------------------------------------------------


def agenda_record(agenda: pb.Agenda, year: int) -> dict[str, Any]:
    return {
        "programme": agenda.id,
        **fields(agenda, "title"),
        "year": year,
        "entries": [fields(entry, ENTRY) for entry in agenda],
        "undated": [fields(entry, UNDATED) for entry in agenda.undated],
    }


COMMANDS = {"calendar": calendar}
