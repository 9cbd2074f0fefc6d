"""Units at the prompt, beyond the library's events: `unit rename`, `unit merge`."""

from __future__ import annotations

import click

from probity.cli.acts import Act, Draft, takes_act
from probity.cli.output import Output
from probity.cli.values import ids_in_file, text_document


@click.command(short_help="A unit has another name.")
@click.argument("unit", type=ids_in_file("unit"))
@click.argument("title")
@click.option("--title-en", metavar="WORDS", help="The name in English.")
@takes_act
def rename(act: Act, output: Output, unit: str, title: str, title_en: str | None) -> None:
    """Gives UNIT the name TITLE from a day on; before that day it has its old one."""

    def change(draft: Draft) -> None:
        found = draft.find("unit", unit, "UNIT")
        draft.step("unit.changed", found, {"title": text_document(title, title_en)})

    act.record(change, output)


@click.command(short_help="Units are closed, and another takes over what they own.")
@click.argument("units", type=ids_in_file("unit"), nargs=-1, required=True)
@click.option(
    "--into",
    required=True,
    type=ids_in_file("unit"),
    metavar="UNIT",
    help="The unit that takes over: one that is there on that day.",
)
@takes_act
def merge(act: Act, output: Output, units: tuple[str, ...], into: str) -> None:
    """Closes UNITS; their tasks, risk areas, seats and officials are those of --into from then on.

    All of them, or none. It needs a --reason.
    """

    def change(draft: Draft) -> None:
        to = draft.find("unit", into, "--into")
        for unit in dict.fromkeys(draft.find("unit", each, "UNITS") for each in units):
            draft.step("unit.closed", unit, {"to": to})

    act.record(change, output)


COMMANDS = {"rename": rename, "merge": merge}
