"""Finds the row of headings on a sheet, and what its table is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probity import _core
from probity.excel.words import HINTS, KINDS, Kind

#: The headings stand in one of the first rows that say anything.
MOST_ROWS_ABOVE = 50


@dataclass(frozen=True)
class Headings:
    """A row that may be the headings of a table."""

    kind: Kind
    row: int
    #: How many columns it names.
    known: int
    has_id: bool

    @property
    def is_likely(self) -> bool:
        """Two columns and the id, or three: a table of another kind may share a word or two."""
        return self.known >= 3 or (self.known >= 2 and self.has_id)


def best_headings(kind: Kind, rows: Iterable[tuple[int, Sequence[str]]]) -> Headings | None:
    """The row that names most columns; the first of those that name as many."""
    best: Headings | None = None
    for number, cells in rows:
        ids = {_core._column_named(kind, cell) for cell in cells if cell.strip()} - {""}
        found = Headings(kind, number, len(ids), "id" in ids)
        if found.is_likely and (best is None or found.known > best.known):
            best = found
    return best


def kinds_of(sheet: str, rows: Sequence[tuple[int, Sequence[str]]]) -> list[Headings]:
    """What a sheet's table may be: one kind, or both where neither headings nor name decide."""
    found = [best for kind in KINDS if (best := best_headings(kind, rows))]
    if len(found) < 2:
        return found
    most = max(each.known for each in found)
    found = [each for each in found if each.known == most]
    named = [each for each in found if any(word in sheet.lower() for word in HINTS[each.kind])]
    return named if len(named) == 1 else found
