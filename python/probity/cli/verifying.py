"""Whether a file is as it was recorded: `verify`."""

from __future__ import annotations

import click

import probity as pb
from probity.cli.arguments import InputFile, takes_output
from probity.cli.errors import found
from probity.cli.output import Output, Sheet, fields
from probity.tables import COLUMNS
from probity.words import say

STYLES = {"chain": "red", "anchor": "red", "rules": "yellow", "unstamped": "yellow"}


@click.command(short_help="Whether a file is as it was recorded.")
@click.argument("file", type=InputFile())
@click.option(
    "--anchor",
    metavar="DIGEST",
    help="The digest of a line, or a journal's anchor, kept elsewhere; without it missing last "
    "lines are not seen.",
)
@takes_output()
def verify(file: str, anchor: str | None, output: Output) -> None:
    """Whether FILE, a programme's document, history or journal, is as it was recorded.

    It names the lines that were changed, moved, doubled or taken out, events that today's rules
    would refuse, those without a stamp, those that were recorded after the day from which they are
    true, and what an editor or a transfer did to the form of the file.

    Exit code 1 where something is found; not for what was recorded late, nor for the form alone.
    """
    verified = pb.verify(file, anchor)
    answer = say(
        "cli.whole" if verified.is_whole else "cli.not_whole",
        output.lang,
        file=file,
        events=verified.events,
        digest=verified.digest,
    )
    output.show(
        [
            answer,
            Sheet(COLUMNS[pb.Finding], verified.findings, lambda row: STYLES.get(row.kind, "")),
        ],
        lambda: {
            "file": file,
            **fields(verified, "events rules digest is_whole is_clear"),
            "findings": [fields(each, "kind event text") for each in verified.findings],
        },
        Sheet(COLUMNS[pb.Finding], verified.findings),
    )
    if not verified.is_clear:
        found()


COMMANDS = {"verify": verify}
