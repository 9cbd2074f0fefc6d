"""A programme as files: `export`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import click

import probity as pb
from probity._core import _is_of_year
from probity.cli.arguments import (
    OutputFile,
    Years,
    lang_option,
    now,
    replace_option,
    takes_workdays,
    today,
)
from probity.cli.calendar import IcsAsked, takes_ics, write_by_owner, write_ics
from probity.cli.language import refusal
from probity.cli.output import Sheet, echo, say_saved, say_written, write_bytes, write_csv
from probity.cli.programmes import takes_programme
from probity.cli.progress import steps
from probity.cli.questions import with_names
from probity.tables import COLUMNS
from probity.types import Language
from probity.words import say

#: A file that may be standard output.
PRINTED = OutputFile(standard_output=True)

#: The tables of a programme, besides that of a year's agenda.
TABLES: dict[str, tuple[type, Callable[[pb.Programme], list[Any]]]] = {
    "tasks": (pb.Task, lambda programme: list(programme.tasks)),
    "bands": (pb.Band, lambda programme: list(programme.bands)),
    "units": (pb.Unit, lambda programme: list(programme.institution.units)),
    "areas": (pb.RiskArea, lambda programme: list(programme.risk_areas)),
    "meetings": (
        pb.Meeting,
        lambda programme: [each for council in programme.councils for each in council.meetings],
    ),
    "events": (pb.Event, lambda programme: list(programme.history)),
}


@click.command(short_help="A programme as files.")
@takes_programme
@takes_workdays
@click.option(
    "--year",
    "years",
    type=Years(),
    help="The year, or such as 2026-2030; without it that of today in Seoul.",
)
@click.option("--ics", metavar="FILE", type=PRINTED, help="The calendar to subscribe to.")
@takes_ics
@click.option("--html", metavar="FILE", type=PRINTED, help="The year on one page to print.")
@click.option("--docx", metavar="FILE", type=OutputFile(), help="The lists of the year for Word.")
@click.option(
    "--hwpx", metavar="FILE", type=OutputFile(), help="The lists of the year for Hangul (HWPX)."
)
@click.option("--csv", metavar="FILE", type=PRINTED, help="A table, of --table.")
@click.option("--json", metavar="FILE", type=PRINTED, help="The programme's document.")
@click.option("--jsonl", metavar="FILE", type=PRINTED, help="The programme's history.")
@replace_option
@click.option(
    "--xlsx", metavar="FILE", type=OutputFile(), help="Its bands and tasks as a workbook."
)
@click.option(
    "--status",
    metavar="FILE",
    type=OutputFile(),
    help="The status of its tasks today, as a workbook that `update` takes back.",
)
@click.option(
    "--form",
    metavar="FILE",
    type=OutputFile(),
    help="A workbook in which bands and tasks are filled in, for import.",
)
@click.option(
    "--table",
    type=click.Choice(["agenda", *TABLES]),
    default="agenda",
    show_default=True,
    help="Which table --csv writes.",
)
@lang_option
def export(
    programme: pb.Programme,
    workdays: pb.WorkCalendar,
    years: range | None,
    table: str,
    replace: bool,
    lang: Language,
    tasks_in_ics: IcsAsked,
    **files: str | None,
) -> None:
    """A programme into files; FILE is replaced as a whole, and - is standard output.

    A FILE of --json or --jsonl that has events of its own is refused.

    CSV files are in UTF-8 with a byte-order mark, so that spreadsheets open them with their Hangul.
    """
    if not any(files.values()) and tasks_in_ics.folder is None:
        kinds = ", ".join(f"--{name}" for name in files)
        raise click.UsageError(refusal("one_file", options=kinds))
    every = years is None
    if years is None:
        this_year = today().year
        years = range(this_year, this_year + 1)
    if any(files[kind] for kind in ("html", "docx", "hwpx")) and len(years) > 1:
        raise click.UsageError(refusal("html_of_one_year"))
    exporter = Exporter(programme, workdays, years, every, table, replace, lang, tasks_in_ics)
    if tasks_in_ics.folder is not None:
        write_by_owner(exporter.agendas(), lang, tasks_in_ics)
    wanted = [(name, path) for name, path in files.items() if path is not None]
    for name, path in steps("export", wanted, at_least=2):
        getattr(exporter, name)(path)


class Exporter(NamedTuple):
    """A programme to be exported; each method writes one kind of file."""

    programme: pb.Programme
    workdays: pb.WorkCalendar
    years: range
    #: Whether no year was named, so that tables have all.
    every: bool
    table: str
    replace: bool
    lang: Language
    asked: IcsAsked

    def of_years(self, records: list[Any]) -> list[Any]:
        """Those of the years that were named: tasks that were not over before, meetings by the year
        by which they count, events by when they are true."""
        return records if self.every else [each for each in records if is_of(each, self.years)]

    def agendas(self) -> dict[int, pb.Agenda]:
        years = steps("calendar", self.years, at_least=20)
        return {year: self.programme.calendar(year, self.workdays) for year in years}

    def ics(self, path: str) -> None:
        if path == "-":
            agenda = self.programme.calendar(self.years[0], self.workdays)
            years = self.years if len(self.years) > 1 else None
            print_text(agenda.ics_text(lang=self.lang, years=years, **self.asked.options))
        else:
            write_ics(self.agendas(), path, self.lang, self.asked)

    def html(self, path: str) -> None:
        agenda = self.programme.calendar(self.years[0], self.workdays)
        if path == "-":
            print_text(agenda.html_text(lang=self.lang))
        else:
            agenda.to_html(path, self.lang)
            echo(f"{path}: {self.years[0]}", err=True)

    def docx(self, path: str) -> None:
        agenda = self.programme.calendar(self.years[0], self.workdays)
        agenda.to_docx(path, self.lang)
        echo(f"{path}: {self.years[0]}", err=True)

    def hwpx(self, path: str) -> None:
        agenda = self.programme.calendar(self.years[0], self.workdays)
        agenda.to_hwpx(path, self.lang)
        echo(f"{path}: {self.years[0]}", err=True)

    def csv(self, path: str) -> None:
        if self.table == "agenda":
            entries = [entry for agenda in self.agendas().values() for entry in agenda]
            sheet = Sheet(COLUMNS[pb.AgendaEntry], entries)
        else:
            kind, records = TABLES[self.table]
            sheet = Sheet(
                with_names(self.programme, COLUMNS[kind]), self.of_years(records(self.programme))
            )
        write_csv(sheet, path, self.lang)

    def xlsx(self, path: str) -> None:
        self.workbook(path, rows=True)

    def status(self, path: str) -> None:
        from probity.cli.status_sheet import write_status

        write_status(path, self.programme, self.programme.view(today(), self.workdays), self.lang)
        say_written(path, "tasks_written", len(self.programme.tasks), self.lang)

    def form(self, path: str) -> None:
        self.workbook(path, rows=False)

    def workbook(self, path: str, rows: bool) -> None:
        pb.excel.template(path, self.programme, self.lang, rows=rows)
        if rows:
            say_written(path, "tasks_written", len(self.programme.tasks), self.lang)
        else:
            echo(f"{path}: {say('cli.form', self.lang)}", err=True)

    def json(self, path: str) -> None:
        self.write(path, "document")

    def jsonl(self, path: str) -> None:
        self.write(path, "lines")

    def write(self, path: str, form: str) -> None:
        """The document or the history, whatever the file is called."""
        from probity._core import _save

        if path == "-":
            lines = form == "lines"
            print_text(self.programme.to_json_lines() if lines else self.programme.to_json())
            return
        saved, kept = _save(self.programme, path, replace=self.replace, clock=now, format=form)
        say_saved(path, saved, kept, self.lang)


def is_of(record: Any, years: range) -> bool:
    """Whether a record belongs to some years; what has no year belongs to all."""
    if isinstance(record, pb.Task):
        return any(_is_of_year(record, year) for year in years)
    if isinstance(record, pb.Meeting):
        return record.year in years
    return not isinstance(record, pb.Event) or record.effective.year in years


def print_text(text: str) -> None:
    """To standard output as it is: UTF-8, with the line ends that its format has."""
    write_bytes(text.encode())


COMMANDS = {"export": export}
