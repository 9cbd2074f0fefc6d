"""A new organisation chart from a table: `reorganise`."""

from __future__ import annotations

from typing import Any

import click

import probity as pb
from probity.cli.acts import Act, Draft, takes_act
from probity.cli.arguments import InputFile, OutputFile
from probity.cli.changes import Told
from probity.cli.language import refusal
from probity.cli.output import Output, echo, plain
from probity.cli.programmes import load_programme
from probity.words import say


@click.command(short_help="A new organisation chart from a table.")
@click.argument("table", type=InputFile(), required=False, metavar="[TABLE]")
@click.option(
    "--form",
    metavar="FILE",
    type=OutputFile(),
    help="Write a workbook with the units of that day, to be filled in as TABLE.",
)
@takes_act
def reorganise(act: Act, output: Output, table: str | None, form: str | None) -> None:
    """Records the chart of TABLE, a workbook or CSV: which unit becomes which, from a day on.

    A row has an old and a new unit (기존 부서, 새 부서). One without the other is closed or begun;
    one that becomes one is renamed, several that become one are merged, one that becomes several is
    split. Further columns: id, kind, band and English name of a new unit, and what it takes over
    (인계): ids or titles, or "rest" for all that no other row names. Units that no row names stay.

    All rows are taken, or none. What moves is said: tasks, areas, seats and officials with their
    old and new unit. Closing a unit needs a --reason.
    """
    if (table is None) == (form is None):
        raise click.UsageError(refusal("table_or_form"))
    if form is not None:
        write_form(form, load_programme(act.file), act)
        return
    assert table is not None
    planned: list[pb.Reorganisation] = []

    def change(draft: Draft) -> None:
        plan = pb.reorganise(
            draft.programme, table, on=act.on, by=act.by, reason=act.reason, lang=act.lang
        )
        planned[:] = [plan]
        for event in plan.events:
            draft.add(event)

    act.record(change, output, lambda: told(planned[0], act))


def told(plan: pb.Reorganisation, act: Act) -> Told:
    """Says which units change and which things move, or that nothing does."""
    said = plan.describe(act.lang) or say("cli.unchanged", act.lang)
    record: dict[str, Any] = {
        "units": [
            {"unit": each.unit, "what": each.what, "title": plain(each.title), "to": list(each.to)}
            for each in plan.units
        ],
        "moves": [
            {key: plain(value) for key, value in each._asdict().items()} for each in plan.moves
        ],
    }
    return Told(("", said), record)


def write_form(path: str, programme: pb.Programme, act: Act) -> None:
    """Writes a table of the units that there are on a day, each of which stays as it is."""
    from probity.chart_table import NAMES
    from probity.excel.saving import new_book, save
    from probity.excel.sheets import HEADING, font, put_heading, put_text
    from probity.excel.table import column_letters

    lang = act.lang
    then = programme.as_of(effective=act.on)
    units = [unit for unit in then.institution.units if unit.end is None or act.on < unit.end]
    bands = {id: band.id for band in then.bands for id in band.units}
    book = new_book()
    page = book.create_sheet(say("cli.chart_sheet", lang))
    for number, (column, names) in enumerate(NAMES.items(), start=1):
        put_heading(page.cell(1, number), names[lang], lang, HEADING)
        letters = column_letters(number)
        page.column_dimensions[letters].width = 30 if column in ("old", "new", "takes") else 18
        for row, unit in enumerate(units, start=2):
            title = unit.title.to(lang)
            values = {"old": title, "new": title, "band": bands.get(unit.id, "")}
            cell = page.cell(row, number)
            put_text(cell, values.get(column, ""))
            cell.font = font(lang)
            cell.number_format = "@"
    page.freeze_panes = "C2"
    page.print_title_rows = "1:1"
    save(book, path)
    echo(f"{path}: {say('cli.form', lang)}", err=True)


COMMANDS = {"reorganise": reorganise}
