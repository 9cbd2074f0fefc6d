"""Finds the rows of headings on a sheet, and what its table is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probity import _core
from probity.excel.columns import HINTS, KINDS, Kind


@dataclass(frozen=True)
class Headings:
    """Rows that may be the headings of a table."""

    kind: Kind
    #: The last of them; the table's rows stand below it.
    row: int
    #: The names of its columns.
    names: list[str]
    #: How many columns it names.
    known: int
    #: Whether the columns that each row needs are among them.
    complete: bool


def best_headings(kind: Kind, rows: Iterable[tuple[int, Sequence[str]]]) -> Headings | None:
    """The rows that name most columns; the first of those that name as many."""
    rows = list(rows)
    found = _core._heading_rows(kind, [list(cells) for _, cells in rows])
    if found is None:
        return None
    last, names, known, complete = found
    return Headings(kind, rows[last][0], names, known, complete)


def kinds_of(sheet: str, rows: Sequence[tuple[int, Sequence[str]]]) -> list[Headings]:
    """The kinds that a sheet's table may be of: one, or both if neither headings nor name
    decide."""
    found = [best for kind in KINDS if (best := best_headings(kind, rows))]
    if len(found) < 2:
        return found
    most = max((each.known, each.complete) for each in found)
    found = [each for each in found if (each.known, each.complete) == most]
    named = [each for each in found if any(word in sheet.lower() for word in HINTS[each.kind])]
    return named if len(named) == 1 else found
