"""The obligations of an office at the prompt: `obligation list`, and `take` from a pack."""

from __future__ import annotations

from collections.abc import Sequence

import click

import probity as pb
from probity import labels
from probity.cli.acts import Act, Draft, takes_act
from probity.cli.arguments import Year, takes_output
from probity.cli.changes import Told
from probity.cli.errors import found
from probity.cli.obligation_sheet import records_of, sheet_of
from probity.cli.output import Output, Sheet
from probity.cli.programmes import PACKS, Asked, asks, load_programme
from probity.cli.values import ids_in_file
from probity.tables import COLUMNS
from probity.types import ObligationState
from probity.words import say


@click.command(name="list", short_help="What is owed, and how it stands.")
@click.option("--state", type=click.Choice(list(labels.OBLIGATION_STATES)), help="Only these.")
@click.option("--owner", metavar="UNIT", help="Only those that this unit sees to.")
@click.option("--year", type=Year(), help="Due in this year; without it in that of the day.")
@asks
@takes_output()
def listing(
    asked: Asked,
    year: int | None,
    state: ObligationState | None,
    owner: str | None,
    output: Output,
) -> None:
    """The obligations that fall due in a year, in the order of their legal deadlines.

    Without a year it is that of the day that is asked, with those of earlier years that are still
    owed.

    Exit code 1 if any of them is late.
    """
    rows = list(asked.view.obligations(year, state=state, owner=owner))
    lang = output.lang
    table = sheet_of(asked, rows)
    output.show(
        [asked.heading(lang), table if rows else say("cli.no_obligation", lang)],
        lambda: {
            **asked.record(),
            "year": year,
            "obligations": records_of(rows),
        },
        Sheet(COLUMNS[pb.ObligationStanding], rows),
    )
    if any(row.state == "late" for row in rows):
        found()


@click.command(short_help="Obligations of a pack are taken over.")
@click.argument("pack", metavar="PACK")
@click.option(
    "--without",
    multiple=True,
    metavar="ID",
    help="One that does not concern the office; may be said several times.",
)
@click.option("--owner", type=ids_in_file("unit"), metavar="UNIT", help="The unit that owns them.")
@takes_act
def take(act: Act, output: Output, pack: str, without: tuple[str, ...], owner: str | None) -> None:
    """Takes over the obligations of PACK, statutory-year or the file of a programme, from the day
    on.

    Those that the programme has under the same id stay as they are.
    """

    taken: list[str] = []

    def change(draft: Draft) -> None:
        unit = draft.find("unit", owner, "--owner") if owner is not None else None
        take_pack(draft, pack, without, unit)
        taken[:] = [each.event.subject for each in draft.changes]

    def told() -> Told:
        return Told() if taken else Told((say("cli.nothing_taken", output.lang, pack=pack),))

    act.record(change, output, told)


def take_pack(draft: Draft, pack: str, without: Sequence[str], owner: str | None = None) -> None:
    """The obligations of a pack, each with its owner if one is named."""
    act = draft.act
    whole = PACKS[pack]() if pack in PACKS else load_programme(pack)
    for event in draft.programme.take_obligations(
        whole, without=list(without), on=act.on, by=act.by
    ):
        draft.add(event)
        if event.kind == "obligation.added" and owner is not None:
            draft.step("obligation.changed", event.subject, {"owner": owner})


COMMANDS = {"list": listing, "take": take}
