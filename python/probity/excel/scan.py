"""A quick look through the XML of a workbook before openpyxl reads it.

It finds how far a sheet goes, which formulas have no result stored, and which cells are merged; and
it stops at what no office's table needs, so that no file, however it is made, takes all the memory.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from probity.words import refused

#: Cells of the sheets that are looked at, together; empty cells that have a format count.
MOST_CELLS = 1_000_000
#: Elements of another part: 20,000 rows of texts, or the styles of a workbook of many years.
MOST_ELEMENTS = 1_000_000
#: Merged ranges of a sheet.
MOST_MERGES = 100_000
#: Of a formula as much is kept as a message shows.
_SHOWN = 60

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})$")


class TooMuch(ValueError):
    """A part has more than is read; says of what, and how much may be there."""


@dataclass(frozen=True)
class Merge:
    """A merged range of more than one row: the value of its first cell stands for all rows."""

    column: int
    first_row: int
    last_row: int


@dataclass
class Scan:
    """The findings of a look through a sheet."""

    last_row: int = 0
    last_column: int = 0
    #: How many cells there are on this sheet and those before.
    cells: int = 0
    #: Formulas without a result, by row and column.
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    #: How many cells lie under merged ranges and links, which openpyxl makes when it loads a sheet;
    #: on those before, too.
    spread: int = 0

    def check_spread(self) -> None:
        """Raises TooMuch where ranges are spread over more cells than are read."""
        if self.spread > MOST_CELLS:
            raise refused(TooMuch, "spread", most=MOST_CELLS)


def column_number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def scan_sheet(part: IO[bytes], before: Scan | None = None) -> Scan:
    """Looks through a sheet, and counts on from the one before. Raises TooMuch, ExpatError."""
    scanner = _SheetScanner(before or Scan())
    _parse(part, scanner.start, scanner.end, scanner.parser)
    return scanner.found


def count_elements(part: IO[bytes]) -> int:
    """How many elements a part has. Raises TooMuch, ExpatError."""
    count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS:
            raise refused(TooMuch, "elements", most=MOST_ELEMENTS)

    _parse(part, start, None, expat.ParserCreate())
    return count


def _parse(part: IO[bytes], start: object, end: object, parser: expat.XMLParserType) -> None:
    def refuse(*_: object) -> None:
        raise refused(TooMuch, "document_type")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start  # type: ignore[assignment]
    parser.EndElementHandler = end  # type: ignore[assignment]
    parser.buffer_text = True
    parser.ParseFile(part)


class _SheetScanner:
    def __init__(self, before: Scan) -> None:
        self.parser = expat.ParserCreate()
        self.found = Scan(cells=before.cells, spread=before.spread)
        self.row = self.column = 0
        self.formula: str | None = None
        self.has_result = self.in_cell = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
        elif not self.in_cell:
            if name in ("mergeCell", "hyperlink"):
                self._range(attributes.get("ref", ""), name == "mergeCell")
        elif name in ("v", "is", "f"):
            self.found.last_row = max(self.found.last_row, self.row)
            self.found.last_column = max(self.found.last_column, self.column)
            if name == "f":
                self.formula = ""
                self.parser.CharacterDataHandler = self._formula_text
            elif self.formula is not None:
                self.parser.CharacterDataHandler = self._result_text

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            if self.formula is not None and not self.has_result:
                self.found.formulas[self.row, self.column] = "=" + self.formula
            self.in_cell = False
        elif name in ("f", "v"):
            self.parser.CharacterDataHandler = None

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self.found.cells += 1
        if self.found.cells > MOST_CELLS:
            raise refused(TooMuch, "cells", most=MOST_CELLS)
        match = _CELL.match(attributes.get("r", ""))
        if match:
            self.column, self.row = column_number(match[1]), int(match[2])
        else:
            self.column += 1
        self.formula = None
        # A formula that gives an empty text has its result stored as that.
        self.has_result = attributes.get("t") == "str"
        self.in_cell = True

    def _formula_text(self, text: str) -> None:
        self.formula = ((self.formula or "") + text)[:_SHOWN]

    def _result_text(self, text: str) -> None:
        self.has_result = True

    def _range(self, ref: str, is_merge: bool) -> None:
        corners = [_CELL.match(corner) for corner in ref.split(":")]
        if len(corners) != 2 or corners[0] is None or corners[1] is None:
            return
        first, last = int(corners[0][2]), int(corners[1][2])
        left, right = column_number(corners[0][1]), column_number(corners[1][1])
        self.found.spread += max(0, last - first + 1) * max(0, right - left + 1)
        if is_merge and last > first:
            self.found.merges.append(Merge(left, first, last))
        if len(self.found.merges) > MOST_MERGES:
            raise refused(TooMuch, "merges", most=MOST_MERGES)
