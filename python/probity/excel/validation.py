"""The values that the cells of a form take: drop-downs with their lists on a hidden sheet, dates,
numbers.

The lists have names, by which the drop-downs call them: Excel keeps a drop-down that calls a name
where every reader finds it, and one that points at another sheet in an extension that few read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from probity import _core
from probity.excel import opening
from probity.excel.sheets import font, put_heading, put_text
from probity.excel.table import column_letters
from probity.words import say

if TYPE_CHECKING:
    from probity.types import Language

#: The last row for which a form has its drop-downs: as many as an import takes.
LAST_ROW = _core._MOST_ROWS + 1
#: 1900-03-01 and 9999-12-31 as Excel counts days: before, it counts a day that there never was.
_FIRST_DAY, _LAST_DAY = "61", "2958465"


class Lists:
    """The hidden sheet, with a column for each list."""

    def __init__(self, book: Any, lang: Language) -> None:
        self.book = book
        self.lang = lang
        self.sheet = book.create_sheet(say("excel.lists", lang))
        self.sheet.sheet_state = "hidden"
        self.columns = 0

    def add(self, column: str, heading: str, names: list[str]) -> str:
        """The range of a new list."""
        self.columns += 1
        put_heading(self.sheet.cell(1, self.columns), heading, self.lang, "FFFFFFFF")
        for row, name in enumerate(names, start=2):
            cell = self.sheet.cell(row, self.columns)
            put_text(cell, name)
            cell.font = font(self.lang)
        letters = column_letters(self.columns)
        self.sheet.column_dimensions[letters].width = 30
        return range_of(self.sheet.title, letters, len(names) + 1)

    def name(self, column: str, formula: str) -> str:
        """Gives a formula that yields a range its name, "probity_owner"."""
        from openpyxl.workbook.defined_name import DefinedName

        name = f"probity_{column}"
        self.book.defined_names[name] = DefinedName(name, attr_text=formula)
        return name


def range_of(sheet: str, letters: str, last_row: int) -> str:
    """The cells below a heading: 'Lists'!$B$2:$B$14."""
    title = sheet.replace("'", "''")
    return f"'{title}'!${letters}$2:${letters}${last_row}"


def filled_part(cells: str) -> str:
    """The range from the first cell down to as many as say something."""
    first = cells.split(":")[0]
    return f"{first}:INDEX({cells},MAX(1,COUNTA({cells})))"


def add_validation(
    sheet: Any, number: int, column: str, kind: str, lang: Language, source: str = ""
) -> None:
    """Says which values a column takes. `kind` is one of "id", "list", "band", "date", "number"."""
    letters = column_letters(number)
    cells = f"{letters}2:{letters}{LAST_ROW}"
    rules: dict[str, dict[str, Any]] = {
        "id": {
            "type": "custom",
            "formula1": f"COUNTIF(${letters}$2:${letters}${LAST_ROW},{letters}2)=1",
        },
        "list": {"type": "list", "formula1": source},
        "band": {"type": "list", "formula1": source, "errorStyle": "warning"},
        "date": {
            "type": "date",
            "operator": "between",
            "formula1": _FIRST_DAY,
            "formula2": _LAST_DAY,
        },
        "number": {
            "type": "whole",
            "operator": "between",
            "formula1": "1",
            "formula2": str(_core._MOST_WEIGHT),
        },
    }
    # Excel takes 32 and 225 characters.
    most = _core._MOST_WEIGHT
    validation = opening.openpyxl().worksheet.datavalidation.DataValidation(
        **rules[kind],
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=say(f"excel.refused.{kind}", lang),
        error=say(f"excel.allowed.{kind}", lang, most=most),
        sqref=cells,
    )
    sheet.add_data_validation(validation)
