"""The setup workbook to be filled in: `template setup`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from probity.cli.arguments import OutputFile, lang_option
from probity.cli.output import echo
from probity.cli.setup_sheets import EXAMPLES, Column, SheetOf, setup_sheets
from probity.words import say

if TYPE_CHECKING:
    from probity.types import Language

#: As many rows as have drop-downs.
LAST_ROW = 500
#: The row of the example; rows to be filled in begin below it.
EXAMPLE_ROW = 2


@click.group(short_help="Workbooks to fill in: setup.")
def template() -> None:
    """Workbooks to be filled in."""


@template.command(short_help="A workbook by which `new --from` begins a programme.")
@click.argument("file", type=OutputFile(), default="setup.xlsx", metavar="[FILE]")
@lang_option
def setup(file: str, lang: Language) -> None:
    """Writes a workbook in which an office is filled in: its units and seats, councils with
    charters and members, bands, areas, duties, weeks and days, quotas, tasks.

    Cells have drop-downs, headings a note, and each sheet an example, which is passed over.
    `probity new --from setup.xlsx` begins the programme. FILE is setup.xlsx if it is left out.
    """
    write_setup(file, lang)
    echo(f"{file}: {say('cli.form', lang)}", err=True)


def write_setup(path: str, lang: Language) -> None:
    """Writes the workbook; the same language gives the same bytes."""
    from probity.excel.saving import new_book, save

    book = new_book()
    for sheet in setup_sheets():
        lay_out(book, book.create_sheet(sheet.title.to(lang)), sheet, lang)
    save(book, path)


def lay_out(book: Any, page: Any, sheet: SheetOf, lang: Language) -> None:
    from openpyxl.styles import Font

    from probity.excel.sheets import HEADING, NEEDED, font, put_heading, put_note, put_text
    from probity.excel.table import column_letters

    for number, column in enumerate(sheet.columns, start=1):
        letters = column_letters(number)
        heading = page.cell(1, number)
        put_heading(heading, column.heading(lang), lang, NEEDED if column.needed else HEADING)
        put_note(heading, note_of(column, lang), "probity")
        page.column_dimensions[letters].width = 28 if column.kind in ("text", "sentence") else 18
        page.column_dimensions[letters].font = font(lang)
        page.column_dimensions[letters].number_format = "@"
        example = page.cell(EXAMPLE_ROW, number)
        text = sheet.example.get(column.parameter, "")
        put_text(example, (EXAMPLES[lang] if number == 1 else "") + text)
        example.font = Font(name=font(lang).name, size=11, italic=True, color="FF767676")
        example.number_format = "@"
        validate(book, page, letters, sheet, column, lang)
    page.freeze_panes = "B2"
    page.row_dimensions[1].height = 30
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.print_title_rows = "1:1"


def note_of(column: Column, lang: Language) -> str:
    """The note at a heading: what it is, what is allowed, whether it is needed."""
    parts = [column.note]
    if column.is_list:
        parts.append(say("cli.setup_several", lang))
    if column.needed:
        parts.append(say("cli.setup_needed", lang))
    return "\n".join(parts)


def validate(
    book: Any, page: Any, letters: str, sheet: SheetOf, column: Column, lang: Language
) -> None:
    """Gives the cells of a column their drop-down: the words of a kind, or the ids of a sheet."""
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    words = choices_of(column, lang)
    if words:
        formula = '"' + ",".join(words) + '"'
    elif column.sheet and not column.is_list:
        of = next(each for each in setup_sheets() if each.key == column.sheet)
        name = f"probity_{column.sheet}"
        title = of.title.to(lang).replace("'", "''")
        area = f"'{title}'!$A${EXAMPLE_ROW + 1}:$A${LAST_ROW}"
        book.defined_names[name] = DefinedName(name, attr_text=area)
        formula = name
    else:
        return
    validation = DataValidation(
        type="list",
        formula1=formula,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop" if words else "warning",
        sqref=f"{letters}{EXAMPLE_ROW + 1}:{letters}{LAST_ROW}",
    )
    page.add_data_validation(validation)


def choices_of(column: Column, lang: Language) -> list[str]:
    """The words that a cell of a column can say; none if they are free."""
    from probity.labels import FLAGS, words_of

    if column.kind == "truth":
        return [FLAGS[flag].to(lang) for flag in (True, False)]
    if not column.names:
        return []
    words = words_of(column.names)
    return [words[name].to(lang) for name in column.names]


COMMANDS = {"template": template}
