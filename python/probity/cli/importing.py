"""Commands that put something into a programme: `import`, `record`."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click

import probity as pb
from probity.cli.arguments import (
    SEOUL,
    Day,
    Function,
    InputFile,
    OutputFile,
    now,
    replace_option,
    takes_output,
    with_options,
)
from probity.cli.errors import REFUSED, Refused, in_words
from probity.cli.language import refusal
from probity.cli.output import Output, Sheet, echo, fields, iso, say_saved, say_written
from probity.cli.programmes import FOUND, ids_of, takes_programme
from probity.cli.progress import working
from probity.cli.recording import recording_options
from probity.tables import COLUMNS
from probity.types import Language, OccurrenceStatus
from probity.words import say

ROW = "sheet row column value message allowed suggestion"
#: Tables of fewer bytes are read before a bar could be drawn.
LARGE = 200_000


# Who does it --------------------------------------------------------------------------------------


def takes_act(function: Function) -> Function:
    """--on, --by, --reason, --out, --replace: what is recorded by whom, and where to.

    A programme that was found, and is a file, is itself where to.
    """

    @wraps(function)
    def command(*args: Any, out: str | None, **others: Any) -> Any:
        found = click.get_current_context().meta.get(FOUND)
        if out is None and found is not None and os.path.isfile(found):
            out = found
        return function(*args, out=out, **others)

    return with_options(
        command,
        *recording_options(),
        click.option("--reason", default="", help="Why."),
        click.option(
            "--out",
            metavar="FILE",
            type=OutputFile(),
            help="The programme with it: the history where the name ends in .jsonl, else the "
            "document. A file that has events of its own is refused.",
        ),
        replace_option,
    )


def record_into(
    out: str,
    programme: pb.Programme,
    change: Callable[[pb.Programme], pb.Programme],
    replace: bool,
) -> tuple[pb.Programme, str | None]:
    """The programme with what is recorded, written to a file and stamped by the clock; and where
    what the file had is, if it was replaced.

    Where that is the programme's own file, it is read again and changed under a lock: others may
    have recorded something since.
    """
    from probity._core import _save, _update

    source = click.get_current_context().params["programme"]
    if is_same_file(source, out):
        return _update(out, change, replace=replace, clock=now)
    later = change(programme)
    try:
        return _save(later, out, replace=replace, clock=now)
    except pb.DocumentError as error:
        if replace or not holds(out, programme.id):
            raise
        raise Refused(refusal("go_on_from_it", error=in_words(error))) from error


def is_same_file(source: str, out: str) -> bool:
    """Whether two paths lead to one file.

    They are held beside each other before the files are: between two looks at one path another
    process may put a new file there.
    """
    if not (os.path.isfile(source) and os.path.exists(out)):
        return False
    return os.path.realpath(source) == os.path.realpath(out) or os.path.samefile(source, out)


def holds(path: str, programme: str) -> bool:
    """Whether a file has a programme of that id."""
    try:
        return pb.load(path).id == programme
    except pb.ProbityError:
        return False


def backdating(events: Iterable[pb.Event], lang: Language) -> list[str]:
    """A line if what was recorded is true from an earlier day than that on which it was."""
    late = [(days_late(event), event) for event in events if event.recorded is not None]
    days, event = max(late, key=lambda each: each[0], default=(0, None))
    if event is None or days <= 0:
        return []
    said = {"on": event.effective, "day": day_recorded(event), "days": days}
    return [say("cli.backdated_1" if days == 1 else "cli.backdated", lang, **said)]


def day_recorded(event: pb.Event) -> datetime.date:
    """The day in Seoul on which an event was recorded; without a stamp that of its truth."""
    return event.effective if event.recorded is None else event.recorded.astimezone(SEOUL).date()


def days_late(event: pb.Event) -> int:
    """How many days after that from which it is true an event was recorded."""
    return (day_recorded(event) - event.effective).days


# Import -------------------------------------------------------------------------------------------


@click.command(short_help="Bands and tasks from tables.")
@takes_programme
@click.argument("workbook", type=InputFile(), required=False)
@click.option("--tasks", metavar="FILE", type=InputFile(), help="A table of tasks.")
@click.option("--bands", metavar="FILE", type=InputFile(), help="A table of all bands.")
@click.option("--check", is_flag=True, help="Say what would be imported, and write nothing.")
@click.option(
    "--annotate",
    metavar="FILE",
    type=OutputFile(),
    help="Where a row is bad: the tables as a workbook with the reason beside each.",
)
@click.option(
    "--ignore",
    metavar="HEADING",
    multiple=True,
    help="A column to pass over; may be given several times.",
)
@takes_act
@takes_output()
def import_tables(
    programme: pb.Programme,
    workbook: str | None,
    tasks: str | None,
    bands: str | None,
    check: bool,
    annotate: str | None,
    ignore: tuple[str, ...],
    on: datetime.date,
    by: str,
    reason: str,
    out: str | None,
    replace: bool,
    output: Output,
) -> None:
    """Bands and tasks from tables into a programme: all of them, or none.

    They stand in a WORKBOOK of Excel, or in tables of their own: workbooks, CSV, JSON Lines.
    Headings may be Korean or English: see docs/importing.md.

    Exit code 3 where a row is bad; then every bad row is named, with --csv or --json as a table.
    """
    if (workbook is None) == (tasks is None and bands is None):
        raise click.UsageError(refusal("no_tables"))
    if not check and out is None:
        raise click.UsageError(refusal("out_or_check"))
    notices: list[str] = []
    files = [each for each in (workbook, tasks, bands) if each is not None]
    tables = tables_in(workbook, tasks, bands)
    before = programme

    def imported(current: pb.Programme) -> pb.Programme:
        nonlocal before
        before = current
        with working("import", sum(size_of(each) for each in files) > LARGE):
            notices.clear()
            return pb.import_rows(
                current,
                **tables,
                on=on,
                by=by,
                reason=reason,
                lang=output.lang,
                ignore=ignore,
                notices=notices,
            )

    kept = None
    try:
        if check or out is None:
            later = imported(programme)
        else:
            later, kept = record_into(out, programme, imported, replace)
    except pb.ImportErrors as errors:
        refuse_rows(errors, annotate, output)
    for notice in notices:
        click.echo(f"probity: {notice}", err=True)
    show_imported(before, later, check, notices, output)
    if out is not None and not check:
        say_saved(out, later, kept, output.lang)


def tables_in(workbook: str | None, tasks: str | None, bands: str | None) -> dict[str, Any]:
    if workbook is not None:
        return dict(pb.excel.read(Path(workbook)))
    return {
        name: Path(path) for name, path in (("tasks", tasks), ("bands", bands)) if path is not None
    }


def size_of(path: str) -> int:
    return os.path.getsize(path) if os.path.isfile(path) else 0


def refuse_rows(errors: pb.ImportErrors, annotate: str | None, output: Output) -> NoReturn:
    if output.as_json or output.csv is not None:
        rows = zip(errors.rows, errors.cells, strict=True)
        output.show(
            [],
            lambda: {
                "imported": False,
                "rows": [{**fields(row, ROW), "cell": cell or None} for row, cell in rows],
            },
            Sheet(COLUMNS[pb.RowError], errors.rows),
        )
    else:
        echo(f"probity: {errors}", err=True)
    if annotate is not None:
        errors.annotate(annotate)
        say_written(annotate, "faults", len(errors.rows), output.lang)
    click.get_current_context().exit(REFUSED)


def show_imported(
    before: pb.Programme, later: pb.Programme, check: bool, notices: list[str], output: Output
) -> None:
    known = {task.id for task in before.tasks}
    new = [task for task in later.tasks if task.id not in known]
    events = len(later.history) - len(before.history)
    summary = say(
        "cli.checked" if check else "cli.imported",
        output.lang,
        events=events,
        tasks=len(new),
        bands=len(later.bands) if later.bands != before.bands else 0,
    )
    recorded = later.history[len(before.history) :]
    output.show(
        ["\n".join([summary, *backdating(recorded, output.lang)])],
        lambda: {
            "imported": not check,
            "events": events,
            "backdated": max([0, *map(days_late, recorded)]),
            "tasks": [task.id for task in new],
            "bands": [band.id for band in later.bands],
            "notices": notices,
        },
        Sheet(COLUMNS[pb.Task], new),
    )


# Record -------------------------------------------------------------------------------------------


@click.command(short_help="Whether a week or day was held, and on which date.")
@takes_programme
@click.argument("observance", type=ids_of("observances"))
@click.argument("nominal", type=Day())
@click.argument("observed", type=Day(), required=False)
@click.option(
    "--status",
    type=click.Choice(["held", "not_held", "cancelled", "moved"]),
    help="The outcome. Without it: it was held on OBSERVED, or is to be.",
)
@click.option(
    "--evidence",
    metavar="FILE",
    multiple=True,
    type=InputFile(),
    help="A file that shows it; can be given more than once. Its name and digest are kept.",
)
@click.option("--source", default="", metavar="ID", help="The source that says so.")
@takes_act
@takes_output(csv=False)
def record(
    programme: pb.Programme,
    observance: str,
    nominal: datetime.date,
    observed: datetime.date | None,
    status: OccurrenceStatus | None,
    evidence: tuple[str, ...],
    source: str,
    on: datetime.date,
    by: str,
    reason: str,
    out: str | None,
    replace: bool,
    output: Output,
) -> None:
    """Records what became of OBSERVANCE on NOMINAL, the date that its rule gives.

    It was held, on OBSERVED if that is another date; it was not held, or was cancelled, which needs
    a --reason; or it is moved to OBSERVED. Both dates are kept, with reason, source and evidence.

    Without a record it is presumed. A record made before the day says when it is to be, and not
    that it was held.
    """
    if out is None:
        raise click.UsageError(refusal("no_out"))

    def recorded(current: pb.Programme) -> pb.Programme:
        return current.apply(
            current.observance(observance).record(
                nominal,
                observed,
                status=status,
                source=source,
                evidence=files,
                on=on,
                by=by,
                reason=reason,
            )
        )

    files = [pb.Evidence.of(path) for path in evidence]
    later, kept = record_into(out, programme, recorded, replace)
    event = later.history[-1]
    said = later.observance(observance).records[-1]
    title = later.observance(observance).title.to(output.lang)
    sentence = recorded_text(title, said, output.lang)
    output.show(
        ["\n".join([sentence, *backdating([event], output.lang)])],
        lambda: {
            "observance": observance,
            "nominal": iso(nominal),
            "observed": iso(said.observed),
            "status": said.status,
            "evidence": [fields(each, "name media_type sha256") for each in said.evidence],
            **fields(event, "number effective recorded actor reason"),
            "backdated": max(0, days_late(event)),
        },
    )
    say_saved(out, later, kept, output.lang)


def recorded_text(title: str, said: pb.RecordedOccurrence, lang: Language) -> str:
    """The words of a record: "Integrity Day: observed on 2026-03-25 instead of 2026-03-18"."""
    days = {"title": title, "nominal": said.nominal, "observed": said.observed}
    moved = said.observed != said.nominal
    if said.status == "not_held":
        sentence = "cli.recorded_not_held"
    elif said.status == "cancelled":
        sentence = "cli.recorded_cancelled"
    elif said.on is not None and said.on < said.observed:
        sentence = "cli.recorded_ahead" if moved else "cli.recorded_by_rule_ahead"
    else:
        sentence = "cli.recorded" if moved else "cli.recorded_by_rule"
    return say(sentence, lang, **days)


COMMANDS = {"import": import_tables, "record": record}
