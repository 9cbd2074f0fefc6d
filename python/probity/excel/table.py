"""The tables of a workbook, which know where their cells stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from probity import _core
from probity._core import DocumentError
from probity.excel.columns import KINDS, Kind
from probity.keywords import named
from probity.text import Text
from probity.words import refused

__all__ = ["CellFault", "SheetTable", "Workbook", "column_letters"]


def column_letters(number: int) -> str:
    """The letters of a column, from 1: A, B, ... Z, AA.

    >>> [column_letters(n) for n in (1, 26, 27)]
    ['A', 'Z', 'AA']
    """
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


@dataclass(frozen=True)
class ReadWorkbook:
    """The workbook that was read: its name in errors, and its bytes, which annotate hands back."""

    name: str
    data: bytes = field(repr=False)


@named
@dataclass(frozen=True)
class CellFault:
    """A cell that could not be read; an import reports it with the rest."""

    row: int
    column: int
    value: str
    problem: Text
    allowed: Text


@named
@dataclass(frozen=True)
class SheetTable:
    """A table of bands or tasks on a sheet, its cells as text.

    >>> import probity as pb
    >>> pb.excel.template("office.xlsx", pb.examples.songpa(), rows=True)
    >>> tasks = pb.excel.read("office.xlsx").tasks
    >>> tasks.name, tasks.heading_row, len(tasks)
    ('과제', 1, 39)
    >>> tasks.address(2, "과제명 *")
    '과제!C2'

    Iterating gives each row as a dict by the headings.
    """

    kind: Kind
    #: The name of the sheet.
    name: str
    heading_row: int
    #: Column A and all after it, as far as something stands there; empty for a column without one.
    headings: list[str]
    #: The number of each row, as the spreadsheet shows it, and its cells.
    rows: list[tuple[int, list[str]]]
    #: The cells that could not be read.
    faults: list[CellFault] = field(default_factory=list)
    #: The columns, from 1, in which an annotated workbook hands rows back.
    reason_columns: tuple[int, ...] = ()
    source: ReadWorkbook | None = field(default=None, repr=False, compare=False)

    def address(self, row: int, heading: str = "") -> str:
        """The address of a cell: "과제!G8"; without a heading that of the row's first cell."""
        column = self.column(heading) or 1
        return f"{_quoted(self.name)}!{column_letters(column)}{row}"

    def column(self, heading: str) -> int:
        """The number of a heading's column, from 1; 0 if there is none."""
        wanted = " ".join(heading.split())
        if not wanted:
            return 0
        names = [" ".join(each.split()) for each in self.headings]
        return names.index(wanted) + 1 if wanted in names else 0

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, str]]:
        for _, cells in self.rows:
            yield {name: cell for name, cell in zip(self.headings, cells, strict=True) if name}

    def _as_sheet(self) -> _core._Sheet:
        sheet = _core._sheet_at(self.kind, self.headings, self.heading_row, self.rows)
        for fault in self.faults:
            heading = self.headings[fault.column - 1]
            sheet._add_fault(fault.row, heading, fault.value, fault.problem, fault.allowed)
        return sheet


def _quoted(name: str) -> str:
    """A sheet's name as formulas have it."""
    return name if name.isalnum() and not name[0].isdigit() else "'" + name.replace("'", "''") + "'"


@named
@dataclass(frozen=True)
class Workbook:
    """The tables that a workbook holds for an import: one of bands, one of tasks, or both.

    It unpacks into the arguments of import_rows:

        programme = pb.import_rows(programme, **pb.excel.read("office.xlsx"), on=day, by=who)
    """

    #: The file, as errors name it.
    name: str
    bands: SheetTable | None
    tasks: SheetTable | None

    def table(self, kind: Kind) -> SheetTable:
        """The table of a kind. Raises DocumentError if the workbook has none."""
        table = self.bands if kind == "bands" else self.tasks
        if table is None:
            raise refused(DocumentError, "no_table", name=self.name, kind=kind)
        return table

    def keys(self) -> list[str]:
        """The kinds of the tables that there are: "bands", "tasks"."""
        return [kind for kind in KINDS if getattr(self, kind) is not None]

    def __getitem__(self, kind: str) -> Any:
        return self.table("bands" if kind == "bands" else "tasks")
