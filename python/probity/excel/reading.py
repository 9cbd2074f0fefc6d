"""Workbooks into tables of bands and tasks."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

from probity import _core
from probity._core import DocumentError
from probity.excel import opening
from probity.excel.cells import cell_text, refused, why_not
from probity.excel.columns import Kind, is_reason
from probity.excel.headings import Headings, best_headings, kinds_of
from probity.excel.scan import MOST_CELLS, Merge, Scan
from probity.excel.table import CellFault, ReadWorkbook, SheetTable, Workbook, column_letters
from probity.keywords import named
from probity.labels import SHEETS
from probity.text import Text
from probity.words import LANGUAGES, text
from probity.words import refused as say_refused

__all__ = ["read"]

#: Something that stands further down or to the right is an error.
LAST_ROW = 100_000
LAST_COLUMN = 100


@named
def read(
    source: str | os.PathLike[str] | bytes,
    *,
    bands: str | None = None,
    tasks: str | None = None,
) -> Workbook:
    """The bands and tasks of a workbook (.xlsx, .xlsm), for import_rows.

    >>> import probity as pb
    >>> office = pb.examples.songpa()
    >>> pb.excel.template("office.xlsx", office, rows=True)
    >>> book = pb.excel.read("office.xlsx")
    >>> len(book.bands), len(book.tasks)
    (11, 39)
    >>> next(iter(book.bands))["밴드번호 *"]
    'B-01'

    The sheets are found by their headings, which may stand below a title; `bands` and `tasks` name
    them if that leaves a choice. Hidden sheets are read only when they are named, hidden rows
    always. Dates may be dates, numbers as Excel counts days, or text; formulas count by the result
    that the workbook has of them. A cell merged over rows stands in each row that has others. The
    column in which errors.annotate hands rows back is passed over. Macros are never run.

    Raises DocumentError, which names the file and what is allowed, if it is no such workbook, is
    larger than 32 MiB (64 MiB for a part, unpacked), has more than 1,000,000 cells, counting empty
    ones with a format, or more than 20,000 rows in a table; and ImportError without the package
    openpyxl.
    """
    name, data = opening.bytes_of(source)
    return read_kinds(name, data, {"bands": bands, "tasks": tasks})


def read_kinds(name: str, data: bytes, wanted: dict[Kind, str | None]) -> Workbook:
    """The tables of the kinds that are wanted, of the sheets that are named."""
    with (
        opening.open_archive(name, data) as archive,
        opening.open_rows(name, data, archive) as book,
        opening.refusing(name),
    ):
        tables = _WorkbookReader(ReadWorkbook(name, data), archive, book, wanted).read()
    return Workbook(name, tables.get("bands"), tables.get("tasks"))


class _WorkbookReader:
    def __init__(
        self,
        source: ReadWorkbook,
        archive: zipfile.ZipFile,
        book: Any,
        wanted: dict[Kind, str | None],
    ) -> None:
        self.source = source
        self.name = source.name
        self.archive = archive
        self.book = book
        self.wanted = wanted
        #: That of the sheet that was looked through last.
        self.scan = Scan()

    def read(self) -> dict[Kind, SheetTable]:
        sheets = {sheet.title: sheet for sheet in self.book.worksheets}
        found: dict[Kind, list[SheetTable]] = {kind: [] for kind in self.wanted}
        for kind, title in self.wanted.items():
            if title is not None:
                if title not in sheets:
                    self._refuse("no_sheet", sheet=repr(title), known=_listed(sheets))
                found[kind] = [self._named(kind, sheets[title])]
        open_kinds = [kind for kind, title in self.wanted.items() if title is None]
        named = set(self.wanted.values())
        for title, sheet in sheets.items():
            if open_kinds and sheet.sheet_state == "visible" and title not in named:
                table = self._guessed(sheet, open_kinds)
                if table is not None:
                    found[table.kind].append(table)
        return self._chosen(found, sheets)

    def _chosen(
        self, found: dict[Kind, list[SheetTable]], sheets: dict[str, Any]
    ) -> dict[Kind, SheetTable]:
        if not sheets:
            self._refuse("no_sheets")
        if not any(found.values()):
            of_each = [
                text(
                    "error.headings_of",
                    kind=Text(SHEETS[kind].korean, kind),
                    headings=_heading_list(kind),
                )
                for kind in found
            ]
            headings = Text.of({lang: "; ".join(e.to(lang) for e in of_each) for lang in LANGUAGES})
            self._refuse("no_headings", known=_listed(sheets), headings=headings)
        chosen: dict[Kind, SheetTable] = {}
        for kind, tables in found.items():
            with_rows = [each for each in tables if len(each) or self.wanted[kind] is not None]
            if len(with_rows) > 1:
                names = _listed([each.name for each in with_rows])
                self._refuse("several_sheets", kind=kind, sheets=names, first=with_rows[0].name)
            if with_rows:
                chosen[kind] = with_rows[0]
        if not chosen:
            names = _listed([each.name for tables in found.values() for each in tables])
            self._refuse("no_rows", sheets=names)
        return chosen

    def _named(self, kind: Kind, sheet: Any) -> SheetTable:
        scan = self._scan(sheet)
        headings = best_headings(kind, self._top(sheet, scan))
        if headings is None:
            wanted = _heading_list(kind)
            self._refuse("sheet_no_headings", sheet=repr(sheet.title), kind=kind, headings=wanted)
        return self._table(sheet, scan, headings)

    def _guessed(self, sheet: Any, kinds: Sequence[Kind]) -> SheetTable | None:
        scan = self._scan(sheet)
        found = kinds_of(sheet.title, self._top(sheet, scan))
        found = [each for each in found if each.kind in kinds]
        if not found:
            return None
        if len(found) > 1:
            titles = _listed([each.to("ko") for each in SHEETS.values()])
            title = sheet.title
            self._refuse("bands_or_tasks", sheet=repr(title), title=title, titles=titles)
        return self._table(sheet, scan, found[0])

    def _scan(self, sheet: Any) -> Scan:
        self.scan = opening.scan_part(self.name, self.archive, sheet, self.scan)
        return self.scan

    def _rows(self, sheet: Any, first: int, last: int, width: int) -> Iterator[Any]:
        rows = sheet.iter_rows(min_row=first, max_row=last, min_col=1, max_col=max(1, width))
        return enumerate(rows, start=first)

    def _top(self, sheet: Any, scan: Scan) -> list[tuple[int, list[str]]]:
        top: list[tuple[int, list[str]]] = []
        last, width = min(scan.last_row, LAST_ROW), min(scan.last_column, LAST_COLUMN)
        for number, cells in self._rows(sheet, 1, last, width) if last else ():
            texts = [cell_text(cell, "", self.book.epoch) for cell in cells]
            if any(text.strip() for text in texts):
                top.append((number, texts))
            if len(top) == _core._MOST_ROWS_ABOVE:
                break
        return top

    def _table(self, sheet: Any, scan: Scan, found: Headings) -> SheetTable:
        self._check_size(sheet, scan)
        columns: list[str] = []
        headings: list[str] = []
        reasons: list[int] = []
        faults: list[CellFault] = []
        rows: list[tuple[int, list[str]]] = []
        for number, cells in self._rows(sheet, found.row, scan.last_row, scan.last_column):
            if number == found.row:
                headings = (found.names + [""] * len(cells))[: len(cells)]
                reasons = [i for i, each in enumerate(headings) if is_reason(each)]
                for i in reasons:
                    headings[i] = ""
                columns = [_core._column_named(found.kind, each) for each in headings]
                continue
            texts = self._texts(number, cells, columns, scan, faults)
            for i in reasons:
                texts[i] = ""
            if any(text.strip() for text in texts) or (faults and faults[-1].row == number):
                rows.append((number, texts))
            if len(rows) > _core._MOST_ROWS:
                self._refuse("rows_on_sheet", sheet=repr(sheet.title), most=_core._MOST_ROWS)
        self._fill_merged(rows, scan.merges)
        return SheetTable(
            kind=found.kind,
            name=sheet.title,
            heading_row=found.row,
            headings=headings,
            rows=rows,
            faults=[each for each in faults if each.column - 1 not in reasons],
            reason_columns=tuple(i + 1 for i in reasons),
            source=self.source,
        )

    def _texts(
        self,
        number: int,
        cells: Sequence[Any],
        columns: Sequence[str],
        scan: Scan,
        faults: list[CellFault],
    ) -> list[str]:
        texts = []
        for i, (cell, column) in enumerate(zip(cells, columns, strict=True)):
            formula = scan.formulas.get((number, i + 1), "")
            text = formula or cell_text(cell, column, self.book.epoch)
            wrong = (
                refused("formula") if formula else (text and why_not(cell, column, self.book.epoch))
            )
            if wrong:
                faults.append(CellFault(number, i + 1, text, *wrong))
            texts.append(text)
        return texts

    def _fill_merged(self, rows: list[tuple[int, list[str]]], merges: list[Merge]) -> None:
        """Gives the value of a cell merged over rows to each of them that says more."""
        by_number = {number: cells for number, cells in rows}
        filled = 0
        for merge in merges:
            first = by_number.get(merge.first_row)
            place = merge.column - 1
            if first is None or place >= len(first):
                continue
            for number in range(merge.first_row + 1, min(merge.last_row, LAST_ROW) + 1):
                filled += 1
                if filled > MOST_CELLS:
                    self._refuse("merged_rows", most=MOST_CELLS)
                cells = by_number.get(number)
                if cells is not None and not cells[place]:
                    cells[place] = first[place]

    def _check_size(self, sheet: Any, scan: Scan) -> None:
        if scan.last_row > LAST_ROW:
            self._refuse("last_row", sheet=repr(sheet.title), row=scan.last_row, last=LAST_ROW)
        if scan.last_column > LAST_COLUMN:
            self._refuse(
                "last_column",
                sheet=repr(sheet.title),
                column=column_letters(scan.last_column),
                most=LAST_COLUMN,
                last=column_letters(LAST_COLUMN),
            )

    def _refuse(self, key: str, **values: object) -> NoReturn:
        raise say_refused(DocumentError, key, name=self.name, **values)


def _listed(names: Any) -> str | Text:
    names = [repr(name) for name in names]
    shown = ", ".join(names[:20])
    return text("error.listed", names=shown, more=len(names) - 20) if len(names) > 20 else shown


def _heading_list(kind: Kind) -> str:
    return ", ".join(title.korean for _, title, _ in _core._columns_of(kind))
