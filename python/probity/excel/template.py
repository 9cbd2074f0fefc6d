"""The form to fill in: sheets for bands and tasks, with drop-downs of what a programme has."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING, Any

from probity import _core
from probity._core import Interval
from probity.excel.choices import choices_of
from probity.excel.columns import DATE_COLUMNS, KINDS, Kind, heading
from probity.excel.notes import note_of
from probity.excel.rows import rows_of
from probity.excel.saving import new_book, save
from probity.excel.sheets import (
    HEADING,
    NEEDED,
    WIDTHS,
    font,
    number_format,
    put_heading,
    put_note,
    put_text,
    wrapped,
)
from probity.excel.table import column_letters
from probity.excel.validation import LAST_ROW, Lists, add_validation, filled_part, range_of
from probity.keywords import named
from probity.labels import SHEETS
from probity.words import refused

if TYPE_CHECKING:
    from probity.types import DateLike, Language

__all__ = ["template"]

_AUTHOR = "probity"
#: Columns of which a cell names one record, and those that take any of the list besides.
_LISTS = {"kind": "list", "owner": "list", "risk_area": "list", "band": "band"}


@named
def template(
    path: str | os.PathLike[str],
    programme: _core.Programme | None = None,
    lang: Language = "ko",
    *,
    rows: bool = False,
    on: DateLike | None = None,
) -> None:
    """Writes a workbook for bands and tasks to be filled in, with headings in a language.

    >>> import probity as pb
    >>> pb.excel.template("form.xlsx", pb.examples.songpa(), lang="en")
    >>> pb.excel.read("form.xlsx")
    Traceback (most recent call last):
    probity.DocumentError: form.xlsx: there is no row below the headings on 'Bands', 'Tasks'

    Each heading has a note that says what is allowed, with an example; a star marks what each row
    needs. With a programme its units, bands and risk areas are drop-downs, whose lists stand on a
    hidden sheet, and columns for what it has none of are left out. Units are those in force on the
    day `on`, or those without an end. Dates, weights and repeated ids are checked when they are
    typed.

    `rows` puts the programme's own bands and tasks in the form, as the start of another year's: an
    import refuses tasks that the programme has already.

    The same arguments give the same bytes. Raises DocumentError if the file cannot be written,
    and ImportError without the package openpyxl.
    """
    if rows and programme is None:
        raise refused(_core.ProbityError, "rows_of_no_programme")
    day = None if on is None else Interval.of_days(on, 1).begin
    book = new_book()
    _Form(book, programme, lang, day).fill(rows)
    save(book, path)


class _Form:
    def __init__(
        self,
        book: Any,
        programme: _core.Programme | None,
        lang: Language,
        day: datetime.date | None,
    ) -> None:
        self.book = book
        self.programme = programme
        self.lang = lang
        self.day = day
        self.choices = choices_of(programme, lang, day)
        self.columns = {kind: self._columns(kind) for kind in self._kinds()}

    def fill(self, with_rows: bool) -> None:
        for kind in self.columns:
            self.book.create_sheet(SHEETS[kind].to(self.lang))
        self.lists = Lists(self.book, self.lang)
        for kind, columns in self.columns.items():
            self._lay_out(kind, columns)
            if with_rows and self.programme is not None:
                self._put_rows(kind, columns)

    def _kinds(self) -> list[Kind]:
        """An institution that declares no bands takes none."""
        has_bands = self.programme is None or self.programme.banding is not None
        return [kind for kind in KINDS if kind != "bands" or has_bands]

    def _columns(self, kind: Kind) -> list[tuple[str, Any, bool]]:
        """Those for which the programme has something; tasks may name each other and new bands."""
        has_bands = "bands" in self._kinds()
        return [
            column
            for column in _core._columns_of(kind)
            if self.choices.get(column[0]) != []
            or column[0] == "depends_on"
            or (column[0] == "band" and has_bands)
        ]

    def _lay_out(self, kind: Kind, columns: list[tuple[str, Any, bool]]) -> None:
        sheet = self.book[SHEETS[kind].to(self.lang)]
        for number, column in enumerate(columns, start=1):
            id, _, needed = column
            cell = sheet.cell(1, number)
            put_heading(cell, heading(column, self.lang), self.lang, NEEDED if needed else HEADING)
            note = note_of(kind, id, needed, self.choices.get(id), self.lang)
            put_note(cell, note, _AUTHOR)
            whole = sheet.column_dimensions[column_letters(number)]
            whole.width = WIDTHS[id]
            whole.font = font(self.lang)
            whole.number_format = number_format(id, self.lang)
            whole.alignment = wrapped()
            self._validate(kind, sheet, number, column)
        sheet.row_dimensions[1].height = 30
        sheet.freeze_panes = "A2"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = "1:1"

    def _validate(self, kind: Kind, sheet: Any, number: int, column: tuple[str, Any, bool]) -> None:
        id = column[0]
        if id == "id":
            add_validation(sheet, number, id, "id", self.lang)
        elif id in DATE_COLUMNS:
            add_validation(sheet, number, id, "date", self.lang)
        elif id == "weight":
            add_validation(sheet, number, id, "number", self.lang)
        elif id in _LISTS and (id in self.choices or id == "band"):
            source = self._source(id, heading(column, self.lang))
            add_validation(sheet, number, id, _LISTS[id], self.lang, source)
        elif self.choices.get(id):
            # Several of a list cannot be chosen; the names stand on the hidden sheet to be copied.
            self.lists.add(id, heading(column, self.lang), self.choices[id])

    def _source(self, id: str, title: str) -> str:
        """The named range of a drop-down. Bands that were filled in come before those there are."""
        names = self.choices.get(id, [])
        known = self.lists.add(id, title, names) if names else ""
        if id != "band" or "bands" not in self.columns:
            return self.lists.name(id, known)
        place = [column[0] for column in self.columns["bands"]].index("title") + 1
        own = range_of(SHEETS["bands"].to(self.lang), column_letters(place), LAST_ROW)
        formula = filled_part(own)
        return self.lists.name(id, f"IF(COUNTA({own})=0,{known},{formula})" if known else formula)

    def _put_rows(self, kind: Kind, columns: list[tuple[str, Any, bool]]) -> None:
        assert self.programme is not None
        sheet = self.book[SHEETS[kind].to(self.lang)]
        for number, row in enumerate(rows_of(self.programme, kind, self.lang, self.day), start=2):
            for place, (id, _, _) in enumerate(columns, start=1):
                value = row.get(id)
                if value is None or value == "":
                    continue
                cell = sheet.cell(number, place)
                if isinstance(value, str):
                    put_text(cell, value)
                else:
                    cell.value = value
                cell.font = font(self.lang)
                cell.number_format = number_format(id, self.lang)
                cell.alignment = wrapped()
