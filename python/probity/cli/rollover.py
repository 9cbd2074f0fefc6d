"""The turn of a year: what is carried over, dropped and begun anew, as a proposal: `rollover`."""

from __future__ import annotations

import datetime
import json
from typing import Any

import click

from probity.cli.acts import Act, Draft, takes_act
from probity.cli.arguments import Day, Year
from probity.cli.language import refusal
from probity.cli.output import Output, echo
from probity.cli.values import ids_in_file
from probity.words import DONE, DROPPED, say

#: The records that belong to a year, by the list of a document: the kind of event that adds it.
OF_A_YEAR = {"indicators": "indicator.added", "year_goals": "goal.set"}


@click.command(short_help="The turn of a year, as a proposal to confirm.")
@click.argument("year", type=Year())
@click.option("--yes", is_flag=True, help="Record the proposal.")
@click.option("--due", type=Day(), metavar="DATE", help="The new due date of tasks that are late.")
@click.option(
    "--keep",
    multiple=True,
    type=ids_in_file("task"),
    metavar="TASK",
    help="A task that is not dropped though it was never adopted.",
)
@takes_act
@click.pass_context
def rollover(
    context: click.Context,
    act: Act,
    output: Output,
    year: int,
    yes: bool,
    due: datetime.date | None,
    keep: tuple[str, ...],
) -> None:
    """Proposes what becomes of a programme on 1 January of YEAR, and records it with --yes.

    Tasks that are open are carried over; those that are late have the date of --due, if one is
    given. Tasks that were proposed and never adopted are dropped, but for those of --keep.
    Indicators and goals of the year before are begun anew for YEAR, unless it has them already.
    """
    turn = datetime.date(year, 1, 1)
    is_given = context.get_parameter_source("on") is not click.core.ParameterSource.DEFAULT
    reason = act.reason or say("cli.rollover.reason", act.lang, year=year)
    act = act._replace(
        on=act.on if is_given else turn, reason=reason, dry_run=act.dry_run or not yes
    )
    carried: list[str] = []

    def change(draft: Draft) -> None:
        kept = {draft.find("task", each, "--keep") for each in keep}
        carried[:] = turn_over(draft, year, due, kept)
        begin_anew(draft, year)
        if not draft.changes and not carried:
            raise click.UsageError(refusal("nothing_to_turn", year=year))

    act.record(change, output)
    if not output.as_json:
        echo(say("cli.rollover.carried", act.lang, number=len(carried), ids=", ".join(carried)))
        if not yes:
            echo(say("cli.rollover.confirm", act.lang), err=True)


def turn_over(draft: Draft, year: int, due: datetime.date | None, kept: set[str]) -> list[str]:
    """Drops the tasks that were never adopted, and gives a new date to late ones; the ids of those
    that are carried over."""
    on = draft.act.on
    carried = []
    for task in draft.programme.as_of(effective=on).tasks:
        if task.state in (*DONE, *DROPPED):
            continue
        if task.state == "proposed" and task.id not in kept:
            draft.step("task.rejected", task.id)
            continue
        carried.append(task.id)
        if due is not None and task.due is not None and task.due.year < year:
            draft.act.check_day("--due", due, [on, *draft.near])
            draft.step("task.rescheduled", task.id, {"due": due.isoformat()})
    return carried


def begin_anew(draft: Draft, year: int) -> None:
    """Adds to a year the indicators and goals that the year before has, each with an id of its
    own."""
    from probity._core import _parts_json

    document = json.loads(_parts_json(draft.programme))
    for plural, kind in OF_A_YEAR.items():
        every: list[dict[str, Any]] = document.get(plural, [])
        known = {json.dumps(each["title"]) for each in every if each["year"] == year}
        taken = {each["id"] for each in every}
        for record in every:
            if record["year"] != year - 1 or json.dumps(record["title"]) in known:
                continue
            id = id_of_year(record["id"], year)
            if id not in taken:
                body = {key: value for key, value in record.items() if key != "source"}
                draft.step(kind, id, {**body, "id": id, "year": year}, reason="")


def id_of_year(id: str, year: int) -> str:
    """The id of the same in another year: "i-2026-1" becomes "i-2027-1", "goal" "goal-2027"."""
    before = str(year - 1)
    return id.replace(before, str(year)) if before in id else f"{id}-{year}"


COMMANDS = {"rollover": rollover}
