"""The record of an office in one file: `journal create`, `verify`, `anchor`, `log` and others."""

from __future__ import annotations

from typing import Any

import click

import probity as pb
from probity.cli.arguments import (
    InputFile,
    OutputFile,
    TakesBackdated,
    backdated_option,
    clock_option,
    now,
    takes_output,
)
from probity.cli.errors import found
from probity.cli.output import Output, Sheet, fields, plain
from probity.cli.programmes import load_programme
from probity.cli.verifying import verify
from probity.tables import COLUMNS
from probity.words import say

JOURNAL = click.argument("journal", type=InputFile())
NEW_JOURNAL = click.argument("journal", type=OutputFile())


@click.group(short_help="One record for an office, to which several people write.")
def journal() -> None:
    """One record for an office: a file, named .probity, to which several people write for years.

    Every other command takes such a file as it takes a programme's document or history.
    """


@journal.command(short_help="A new journal of a programme.")
@NEW_JOURNAL
@click.argument("programme")
@takes_output()
def create(journal: str, programme: str, output: Output) -> None:
    """Makes JOURNAL, a new file, of PROGRAMME. Events with a stamp count as imported."""
    with pb.Journal.create(journal, load_programme(programme), clock=now) as made:
        show_head(made, "cli.journal_made", output)


@journal.command("import", short_help="A new journal of a history.")
@NEW_JOURNAL
@click.argument("history", type=InputFile())
@takes_output()
def import_(journal: str, history: str, output: Output) -> None:
    """Makes JOURNAL, a new file, of HISTORY (.jsonl or .json), with its stamps and digests."""
    with pb.Journal.import_jsonl(history, journal, clock=now) as made:
        show_head(made, "cli.journal_made", output)


@journal.command(short_help="The journal as JSON Lines.")
@JOURNAL
@click.argument("history", type=OutputFile())
@takes_output()
def export(journal: str, history: str, output: Output) -> None:
    """Writes JOURNAL to HISTORY (.jsonl), with the same lines and digests.

    A file that holds anything but the beginning of the same history is refused.
    """
    with pb.Journal.open(journal, read_only=True) as opened:
        opened.export_jsonl(history)
        show_head(opened, "cli.journal_exported", output, to=history)


journal.add_command(verify)


@journal.command(short_help="A line to be kept where nobody can change it.")
@JOURNAL
@takes_output()
def anchor(journal: str, output: Output) -> None:
    """Prints a short line of a day, a number and half a digest: put it in approved minutes.

    `verify --anchor` finds by it that JOURNAL was cut off or written anew since.
    """
    with pb.Journal.open(journal, read_only=True) as opened:
        line = opened.anchor()
    output.show([line], lambda: {"file": journal, "anchor": line})


@journal.command(cls=TakesBackdated, short_help="List what was recorded, by whom and when.")
@JOURNAL
@backdated_option
@clock_option
@click.option("--subject", default="", metavar="ID", help="Only what happened to it, as T-07.")
@click.option("--by", "actor", default="", metavar="WHO", help="Only what somebody recorded.")
@takes_output()
def log(
    journal: str, backdated: int | None, clock: bool, subject: str, actor: str, output: Output
) -> None:
    """The events of JOURNAL in the order in which they were recorded."""
    with pb.Journal.open(journal, read_only=True) as opened:
        entries = opened.log(backdated=backdated, clock=clock, subject=subject, actor=actor)
    sheet = Sheet(COLUMNS[pb.JournalEntry], entries)
    output.show(
        [sheet if entries else say("cli.nothing_logged", output.lang)],
        lambda: [
            {
                **fields(entry, "number imported days_late"),
                **fields(entry.event, "effective recorded clock actor kind subject reason"),
            }
            for entry in entries
        ],
        sheet,
    )


@journal.command(short_help="What is whole of a damaged journal, as a new one.")
@JOURNAL
@click.argument("to", type=OutputFile())
@takes_output()
def recover(journal: str, to: str, output: Output) -> None:
    """Saves all that is whole of JOURNAL into TO, a new file, and says what is lost.

    Exit code 1 if something is lost.
    """
    saved = pb.Journal.recover(journal, to)
    lines = [say("cli.recovered", output.lang, events=saved.events, to=to)]
    if saved.first_lost is not None:
        lines.append(say("cli.lost_from", output.lang, event=saved.first_lost))
    if saved.unattached_path is not None:
        lines.append(
            say(
                "cli.unattached",
                output.lang,
                number=len(saved.unattached),
                file=saved.unattached_path,
            )
        )
    lines += [note.to(output.lang) for note in saved.notes]
    output.show(
        lines,
        lambda: {
            "file": journal,
            "to": to,
            **fields(saved, "events first_lost unattached"),
            "unattached_path": saved.unattached_path and str(saved.unattached_path),
            "notes": [plain(note) for note in saved.notes],
        },
    )
    if saved.first_lost is not None:
        found()


def show_head(opened: pb.Journal, word: str, output: Output, **more: Any) -> None:
    """Says where a journal stands, and its anchor."""
    line = opened.anchor()
    head = opened.head
    output.show(
        [
            say(word, output.lang, file=opened.path, events=head.number, **more),
            say("cli.anchor", output.lang, anchor=line),
        ],
        lambda: {
            "file": str(opened.path),
            "events": head.number,
            "digest": head.digest,
            "anchor": line,
            **more,
        },
    )


COMMANDS = {"journal": journal}
