"""The status workbook that divisions exchange (추진현황표): a row to each task, in names and words.

A hidden sheet keeps what each cell said when it was written, so that an edited workbook tells what
was changed in it, and what a colleague changed meanwhile (updating.py).
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import probity as pb
from probity import labels
from probity.cli.kinds import label
from probity.types import Language
from probity.words import LANGUAGES, say

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The columns in their order, and their widths. Those of EDITED are taken back.
COLUMNS = {
    "id": 12.0,
    "title": 40.0,
    "owner": 20.0,
    "band": 18.0,
    "state": 12.0,
    "due": 14.0,
    "changed": 14.0,
    "late": 10.0,
    "evidence": 30.0,
    "remarks": 30.0,
}
EDITED = ("title", "owner", "band", "state", "due", "evidence")
#: The row of the headings, below a title, and the first of the tasks.
HEADING_ROW = 3
FIRST_ROW = HEADING_ROW + 1
#: The hidden sheet with what the cells said.
KEPT = "probity"


def heading(column: str, lang: Language) -> str:
    """ "담당부서", "Owner"."""
    if column in ("changed", "late", "remarks"):
        return say(f"cli.sheet.{column}", lang)
    key = "evidence" if column == "evidence" else column
    return label("record" if key == "evidence" else "task", key, lang)


def column_called(text: str) -> str | None:
    """The column of a heading, in any language; None for another."""
    wanted = text.strip()
    for column in COLUMNS:
        if any(heading(column, lang) == wanted for lang in LANGUAGES):
            return column
    return None


def sheet_title(lang: Language) -> str:
    return say("cli.sheet.status", lang)


def cells_of(
    task: pb.Task, names: Mapping[str, Mapping[str, str]], lang: Language
) -> dict[str, str]:
    """The cells of a task's row, as text: names for codes, words for states."""
    return {
        "id": task.id,
        "title": task.title.to(lang),
        "owner": names["owner"].get(task.owner, task.owner),
        "band": names["band"].get(task.band, task.band),
        "state": labels.TASK_STATES[task.state].to(lang),
        "due": "" if task.due is None else task.due.isoformat(),
        "evidence": "; ".join(file.name for file in task.evidence),
    }


def names_in(programme: pb.Programme, lang: Language) -> dict[str, dict[str, str]]:
    """The names of units and bands by their ids; the id itself where a name is not its own."""
    from probity.excel.choices import names_of

    named: dict[str, list[Any]] = {
        "owner": list(programme.institution.units),
        "band": list(programme.bands),
    }
    return {
        key: dict(zip((each.id for each in every), names_of(every, lang), strict=True))
        for key, every in named.items()
    }


def write_status(path: str, programme: pb.Programme, view: pb.View, lang: Language) -> None:
    """Writes the status workbook of a programme as it stands on the day of a view."""
    from probity.excel.saving import new_book, save

    book = new_book()
    page = book.create_sheet(sheet_title(lang))
    kept = book.create_sheet(KEPT)
    kept.sheet_state = "hidden"
    kept.append([lang, programme.id, len(programme.history)])
    names = names_in(programme, lang)
    late = {each.task: each.working_days_late for group in view.overdue() for each in group.tasks}
    lay_out(page, programme, view.on, len(programme.tasks), lang)
    for number, task in enumerate(programme.tasks, start=FIRST_ROW):
        cells = cells_of(task, names, lang)
        kept.append([cells[column] for column in ("id", *EDITED)])
        changed = task.changes[-1].on if task.changes else task.proposed
        put_row(page, number, cells, changed, late.get(task.id), lang)
    choices(page, names, len(programme.tasks), lang)
    save(book, path)


def lay_out(
    page: Any, programme: pb.Programme, on: datetime.date, rows: int, lang: Language
) -> None:
    """Title, headings, widths, filter, and how it prints: on pages of A4 whose headings repeat."""
    from openpyxl.styles import Font

    from probity.excel.sheets import HEADING, font, put_heading, put_text
    from probity.excel.table import column_letters

    title = say("cli.sheet.title", lang, title=programme.title, day=on)
    put_text(page.cell(1, 1), title)
    page.cell(1, 1).font = Font(name=font(lang).name, size=16, bold=True)
    for number, (column, width) in enumerate(COLUMNS.items(), start=1):
        put_heading(page.cell(HEADING_ROW, number), heading(column, lang), lang, HEADING)
        page.column_dimensions[column_letters(number)].width = width
    last = f"{column_letters(len(COLUMNS))}{max(HEADING_ROW, HEADING_ROW + rows)}"
    page.auto_filter.ref = f"A{HEADING_ROW}:{last}"
    page.print_area = f"A1:{last}"
    page.print_title_rows = f"1:{HEADING_ROW}"
    page.freeze_panes = page.cell(FIRST_ROW, 3)
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.center.text = "&P / &N"


def put_row(
    page: Any,
    number: int,
    cells: dict[str, str],
    changed: datetime.date | None,
    late: int | None,
    lang: Language,
) -> None:
    from probity.excel.sheets import font, put_text, wrapped

    values: dict[str, Any] = {**cells, "changed": changed, "late": late}
    if cells["due"]:
        values["due"] = datetime.date.fromisoformat(cells["due"])
    for place, column in enumerate(COLUMNS, start=1):
        cell = page.cell(number, place)
        value = values.get(column)
        if isinstance(value, str):
            put_text(cell, value)
            cell.number_format = "@" if column == "id" else "General"
        else:
            cell.value = value
        if column in ("due", "changed"):
            cell.number_format = say("excel.date_format", lang)
        cell.font = font(lang)
        cell.alignment = wrapped()


def choices(page: Any, names: Mapping[str, Mapping[str, str]], rows: int, lang: Language) -> None:
    """Drop-downs for states; for units and bands as far as their names fit into one."""
    from openpyxl.worksheet.datavalidation import DataValidation

    from probity.excel.table import column_letters

    listed = {
        "state": [words.to(lang) for words in labels.TASK_STATES.values()],
        "owner": list(names["owner"].values()),
        "band": list(names["band"].values()),
    }
    for column, words in listed.items():
        formula = '"' + ",".join(words) + '"'
        # Excel takes 255 characters, and parts words at commas.
        if not words or len(formula) > 255 or any("," in word for word in words):
            continue
        letters = column_letters(list(COLUMNS).index(column) + 1)
        cells = f"{letters}{FIRST_ROW}:{letters}{max(FIRST_ROW, HEADING_ROW + rows)}"
        page.add_data_validation(
            DataValidation(type="list", formula1=formula, allow_blank=True, sqref=cells)
        )
