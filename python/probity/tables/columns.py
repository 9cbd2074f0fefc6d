"""The columns of all kinds of record, and how pickles name them."""

from __future__ import annotations

import copyreg
from collections.abc import Iterator
from typing import Any

from probity._core import ProbityError
from probity.tables import calendar, programme, questions
from probity.tables.column import Column
from probity.words import refused

#: The columns by kind of record.
COLUMNS: dict[type, tuple[Column, ...]] = {
    **calendar.COLUMNS,
    **programme.COLUMNS,
    **questions.COLUMNS,
}
#: The rows of what is more than one row.
ROWS = {**calendar.ROWS, **programme.ROWS, **questions.ROWS}
#: Gives the rows in flat columns at once, without a record for each.
FLAT = {**calendar.FLAT, **programme.FLAT}


def _all_columns() -> Iterator[tuple[str, Column]]:
    """The columns of all tables, each with the name of the kind that it is of."""
    for kind, columns in COLUMNS.items():
        for column in columns:
            yield kind.__name__, column
    for column in questions.VERDICTS:
        yield "Verdicts", column


def place_of(column: Column) -> tuple[str, str] | None:
    """The kind of which a column is, and its name; None for one that a program made."""
    return next(((kind, each.name) for kind, each in _all_columns() if each == column), None)


def column_named(kind: str, name: str) -> Column:
    """A column by its place. Raises ProbityError for one that there is not."""
    for each, column in _all_columns():
        if (each, column.name) == (kind, name):
            return column
    raise refused(ProbityError, "no_column", kind=kind, name=repr(name))


def _in_pickles(column: Column) -> tuple[Any, ...]:
    # The function that fills a column of a table has no name by which pickles could find it.
    place = place_of(column)
    return (Column, tuple(column)) if place is None else (column_named, place)


copyreg.pickle(Column, _in_pickles)
