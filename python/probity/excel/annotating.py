"""Hands bad rows back in the workbook that they came from, with the reason beside each."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from probity import _core
from probity._core import ProbityError
from probity.excel import opening
from probity.excel.columns import KINDS, REASON, Kind, is_reason
from probity.excel.saving import new_book, save
from probity.excel.scan import Scan
from probity.excel.sheets import (
    BAD,
    HEADING,
    fill,
    font,
    put_heading,
    put_note,
    put_text,
    wrapped,
)
from probity.excel.table import ReadWorkbook, SheetTable, column_letters
from probity.labels import SHEETS
from probity.words import refused

if TYPE_CHECKING:
    from probity.types import Language

#: The author of the notes. Those of an earlier annotate are known by it, or by their first line:
#: LibreOffice keeps no authors.
_AUTHOR = "probity (To mend)"
#: The widths of the column of reasons, in digits: the first in which the tallest row shows whole.
_WIDTHS = (60, 90, 120, 180, 255)
#: The height of a line and of the tallest row, in points.
_LINE, _TALLEST = 17.0, 409.0


def annotate(
    errors: _core.ImportErrors,
    path: str | os.PathLike[str],
    lang: Language | None = None,
    replace: bool = False,
) -> None:
    """See ImportErrors.annotate."""
    given: dict[Kind, _core._Sheet | SheetTable] = errors._tables
    if not given:
        raise refused(ProbityError, "no_tables_marked")
    lang = lang or errors._lang
    source = _source(given)
    if source is None:
        book, tables = _new_book(given, lang)
    else:
        _check_target(source, path, replace)
        book, tables = _copy(source, path), _tables_of(given)
    for kind, table in tables.items():
        rows = [row for row in errors.rows if row.sheet == kind]
        _Marker(book[table.name], table, lang, _lower(given[kind])).mark(rows)
    with opening.refusing(source.name) if source else nullcontext():
        save(book, path)


def _source(given: dict[Kind, _core._Sheet | SheetTable]) -> ReadWorkbook | None:
    """The workbook that all tables come from; None if they come from several, or from none."""
    sources = [table.source if isinstance(table, SheetTable) else None for table in given.values()]
    return sources[0] if all(each == sources[0] for each in sources) else None


def _tables_of(given: dict[Kind, _core._Sheet | SheetTable]) -> dict[Kind, SheetTable]:
    return {kind: table for kind, table in given.items() if isinstance(table, SheetTable)}


def _check_target(source: ReadWorkbook, path: str | os.PathLike[str], replace: bool) -> None:
    target, origin = Path(path), Path(source.name)
    same = target.exists() and origin.exists() and target.samefile(origin)
    if same and not replace:
        raise refused(ProbityError, "workbook_read", path=str(target))


def _copy(source: ReadWorkbook, path: str | os.PathLike[str]) -> Any:
    """The workbook that was read; with macros where the copy's name says that it has them."""
    name, data = source.name, source.data
    with opening.open_archive(name, data) as archive:
        scan = Scan()
        with opening.open_rows(name, data, archive) as book:
            for sheet in book.worksheets:
                scan = opening.scan_part(name, archive, sheet, scan, check_spread=True)
        keep_vba = Path(path).suffix.lower() == ".xlsm"
        return opening.open_book(name, data, archive, rich_text=True, keep_vba=keep_vba)


def _new_book(
    given: dict[Kind, _core._Sheet | SheetTable], lang: Language
) -> tuple[Any, dict[Kind, SheetTable]]:
    """A workbook of rows that came from elsewhere."""
    book = new_book()
    tables: dict[Kind, SheetTable] = {}
    for kind in KINDS:
        if kind not in given:
            continue
        sheet = book.create_sheet(SHEETS[kind].to(lang))
        tables[kind] = _put_rows(sheet, kind, given[kind], lang)
    return book, tables


def _lower(given: _core._Sheet | SheetTable) -> int:
    """JSON Lines count from their first line, which stands below the headings in a workbook."""
    return 0 if given.heading_row else 1


def _put_rows(
    sheet: Any, kind: Kind, given: _core._Sheet | SheetTable, lang: Language
) -> SheetTable:
    """Writes rows at their old places; those of JSON Lines below the keys that they repeat."""
    lower = _lower(given)
    heading_row = given.heading_row or 1
    for number, heading in enumerate(given.headings, start=1):
        put_heading(sheet.cell(heading_row, number), heading, lang, HEADING)
        sheet.column_dimensions[column_letters(number)].width = 20
    for row, cells in given.rows:
        for number, text in enumerate(cells, start=1):
            if text:
                cell = sheet.cell(row + lower, number)
                put_text(cell, text)
                cell.font = font(lang)
    sheet.freeze_panes = f"A{heading_row + 1}"
    rows = [(row + lower, cells) for row, cells in given.rows]
    return SheetTable(kind, sheet.title, heading_row, list(given.headings), rows)


class _Marker:
    """Marks the bad rows of a table. `lower` is how much lower its rows stand than they count."""

    def __init__(self, sheet: Any, table: SheetTable, lang: Language, lower: int = 0) -> None:
        self.sheet = sheet
        self.table = table
        self.lang: Language = lang
        self.lower = lower
        self.place = (table.reason_columns or (len(table.headings) + 1,))[0]

    def mark(self, errors: Iterable[_core.RowError]) -> None:
        """Writes the reasons, in place of those of an earlier annotate; none to a sound table."""
        self._clear()
        errors = list(errors)
        if not errors:
            return
        reasons: dict[int, list[str]] = defaultdict(list)
        for error in errors:
            row = error.row + self.lower
            column = self.table.column(error.column)
            reason = error.reason.to(self.lang)
            reasons[row].append(f"{error.column}: {reason}" if error.column else reason)
            if column:
                self._mark_cell(self._cell(row, column), reason)
        head = "\n".join([REASON.to(self.lang), *reasons.pop(self.table.heading_row, [])])
        texts = {row: "\n".join(said) for row, said in reasons.items()}
        self._widen([head, *texts.values()])
        put_heading(self._cell(self.table.heading_row, self.place), head, self.lang, HEADING)
        self._show_whole(self.table.heading_row, head)
        for row, text in texts.items():
            cell = self._cell(row, self.place)
            put_text(cell, text)
            cell.font = font(self.lang)
            cell.fill = fill(BAD)
            cell.alignment = wrapped()
            self._show_whole(row, text)
        self._print_whole(max([self.table.heading_row, *texts]))

    def _width(self) -> int:
        """The width of the column of reasons, which LibreOffice keeps nearly."""
        width: float = self.sheet.column_dimensions[column_letters(self.place)].width
        return round(width)

    def _widen(self, texts: Iterable[str]) -> None:
        """Makes the column so wide that no row has to be higher than rows can be."""
        texts = list(texts)
        fitting = (w for w in _WIDTHS if all(_height(text, w) <= _TALLEST for text in texts))
        letters = column_letters(self.place)
        self.sheet.column_dimensions[letters].width = next(fitting, _WIDTHS[-1])

    def _show_whole(self, row: int, text: str) -> None:
        """Makes a row as high as its reason needs; a height of its own would hide the rest."""
        dimension = self.sheet.row_dimensions[row]
        needed = min(_TALLEST, _height(text, self._width()))
        if needed > _LINE and needed > (dimension.height or 0):
            dimension.height = needed

    def _print_whole(self, last_row: int) -> None:
        """Prints the reasons beside their rows: on pages as wide as the table, headings on each."""
        sheet = self.sheet
        if sheet.print_area:
            area = _around(sheet.print_area, self.place, last_row)
            if area is not None:
                sheet.print_area = area
        sheet.sheet_properties.pageSetUpPr = (
            opening.openpyxl().worksheet.properties.PageSetupProperties(fitToPage=True)
        )
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        if not sheet.print_title_rows:
            sheet.print_title_rows = f"{self.table.heading_row}:{self.table.heading_row}"

    def _mark_cell(self, cell: Any, reason: str) -> None:
        cell.fill = fill(BAD)
        if cell.comment is None or _is_ours(cell, ""):
            earlier = cell.comment.text if cell.comment else REASON.to(self.lang)
            put_note(cell, f"{earlier}\n{reason}", _AUTHOR)

    def _clear(self) -> None:
        if not self.table.reason_columns:
            return
        width = self._width()
        for cells in self.sheet.iter_rows(min_row=self.table.heading_row):
            reasons = [c for c in cells if c.column in self.table.reason_columns]
            said = "\n".join(str(cell.value) for cell in reasons if cell.value is not None)
            for cell in cells:
                if cell in reasons or _is_ours(cell, said):
                    cell.fill = fill()
                    cell.comment = None
            for cell in reasons:
                if not _is_covered(cell):
                    cell.value = None
            height = self.sheet.row_dimensions[cells[0].row].height
            needed = min(_TALLEST, _height(said, width))
            if said and height is not None and abs(height - needed) < 1:
                self.sheet.row_dimensions[cells[0].row].height = None

    def _cell(self, row: int, column: int) -> Any:
        """A cell, or the one whose merged range covers it."""
        cell = self.sheet.cell(row, column)
        if not _is_covered(cell):
            return cell
        ranges = self.sheet.merged_cells.ranges
        merged = next(each for each in ranges if cell.coordinate in each)
        return self.sheet.cell(merged.min_row, merged.min_col)


def _is_ours(cell: Any, said: str) -> bool:
    """Whether the note at a cell is of an earlier annotate; `said` is what its row was told."""
    note = cell.comment
    if note is None:
        return False
    first, _, rest = note.text.partition("\n")
    if note.author == _AUTHOR or (is_reason(first) and rest):
        return True
    # Notes of earlier versions have no line of their own.
    coloured = cell.fill.fill_type == "solid" and cell.fill.start_color.rgb == BAD
    return bool(coloured and note.text.strip() and note.text.strip() in said)


def _height(text: str, width: int) -> float:
    """The height in points that a reason needs in a column."""
    lines = sum(1 + max(0, _digits_wide(line) - 1) // (width - 2) for line in text.split("\n"))
    return _LINE * lines


def _digits_wide(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def _around(area: str, column: int, last_row: int) -> str | None:
    """A print area that takes in a column, down to a row; None if the area cannot be read."""
    corners = [
        opening.openpyxl().utils.range_boundaries(each.rpartition("!")[2].replace("$", ""))
        for each in area.split(",")
        if ":" in each.rpartition("!")[2]
    ]
    if not corners or any(None in each for each in corners):
        return None
    left, top = min(each[0] for each in corners), min(each[1] for each in corners)
    right = max([column, *(each[2] for each in corners)])
    bottom = max([last_row, *(each[3] for each in corners)])
    return f"{column_letters(left)}{top}:{column_letters(right)}{bottom}"


def _is_covered(cell: Any) -> bool:
    """Whether a cell lies in a merged range and is not its first."""
    return type(cell).__name__ == "MergedCell"
