"""Tables: lists of records, and what else has columns and rows."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, SupportsIndex, TypeVar, overload

from probity._core import (
    ProbityError,
    Programme,
    ProgrammeTask,
    Verdict,
    _flat_table,
    _FlatTable,
    _write_file,
)
from probity.keywords import named
from probity.tables import questions
from probity.tables.column import Column, check_language
from probity.tables.columns import COLUMNS, FLAT, ROWS
from probity.tables.programme import flat_tasks
from probity.words import refused

if TYPE_CHECKING:
    import os

    import pandas as pd

    from probity.types import Language

Record = TypeVar("Record")


def _kind_of(record_type: type) -> type | None:
    """The kind that has columns: the class itself, or that of which it is one."""
    return next((each for each in record_type.__mro__ if each in COLUMNS), None)


@named
class Tabular(ABC):
    """Something that becomes a frame, a file or an Arrow stream: it has columns, and rows that fill
    them."""

    @abstractmethod
    def columns(self) -> tuple[Column, ...]:
        """The columns, in their order."""

    @abstractmethod
    def _rows(self) -> Sequence[Any]:
        """The rows that fill them."""

    def _flat(self, lang: Language) -> _FlatTable:
        """The rows in flat columns, the texts in `lang`."""
        rows = self._rows()
        return _flat_table([column.flat(rows, lang) for column in self.columns()])

    def _first_rows(self, most: int) -> tuple[Sequence[Any], int]:
        """The first rows, and how many there are beside them."""
        rows = self._rows()
        return rows[:most], max(len(rows) - most, 0)

    def to_frame(self, lang: Language = "en") -> pd.DataFrame:
        """A pandas DataFrame, one row for each record, in order.

        Columns have the same names in both languages; the texts are in `lang`. Dates are
        datetime64[s], with NaT for a missing one; counts are Int64; kinds, states and the ids of
        what many rows have in common are categories; lists of ids are one text, with ";" between
        them. Raises ImportError if pandas is not installed.
        """
        from probity.tables.frame import frame

        check_language(lang)
        return frame(self.columns(), self._flat, lang)

    def to_csv(self, path: str | os.PathLike[str], lang: Language = "en") -> None:
        """Writes a CSV file that spreadsheets open with its Hangul whole: UTF-8 with a mark.

        The labels that head the columns and the texts are in `lang`. A text that a spreadsheet
        would take for a formula has an apostrophe before it. The file is replaced as a whole;
        raises DocumentError if it cannot be written.
        """
        from probity.tables.csv import csv_bytes

        check_language(lang)
        _write_file(path, csv_bytes(self.columns(), self._rows(), lang))

    def to_arrow(self, lang: Language = "en") -> ArrowColumns:
        """The columns for Polars, DuckDB and pyarrow, with the texts in `lang`.

        >>> import polars
        >>> table = WorkCalendar.korea().holidays("2026-01-01", "2027-01-01")
        >>> polars.DataFrame(table.to_arrow("ko")).height
        22
        """
        check_language(lang)
        return ArrowColumns(self._flat(lang))

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """An Arrow stream of one batch, by the PyCapsule interface, with the texts in English."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def _repr_html_(self) -> str:
        from probity.display.rows import table

        return table(self)


#: Held while records are made: making them may make others' records.
_MAKING = threading.RLock()


@named
class Table(Tabular, Sequence[Record]):
    """A sequence of records that becomes a frame, a file or an Arrow stream.

    >>> kr = WorkCalendar.korea()
    >>> len(kr.holidays("2026-05-01", "2026-06-01"))
    4
    >>> kr.holidays("2026-05-01", "2026-06-01").to_frame()["name"][1]
    "Children's Day"

    A Table cannot be changed: `list(table)` gives a list that can. It equals a list or a Table of
    the same records. A slice of it is a Table again; what + gives is a plain list, and Table(...)
    makes a Table of one. In notebooks it shows as a table.

    `of` is the records' kind; without it that of the first record, so that an empty table made
    without it has no columns. A record that stands for several rows, as a group of overdue tasks
    does, has them all.
    """

    # In slots, so that the members of a table's own are those that a program gives it.
    __slots__ = ("_columns_in", "_made", "_make", "of")

    of: type | None
    _made: list[Record]
    #: Makes the records; None once they are made.
    _make: Callable[[], Iterable[Record]] | None
    #: Gives the columns without the records; None if only the records give them.
    _columns_in: Callable[[Language], _FlatTable] | None

    def __init__(self, records: Iterable[Record] = (), of: type | None = None) -> None:
        self.of = of
        self._made = list(records)
        self._make = self._columns_in = None

    @property
    def _records(self) -> list[Record]:
        if self._make is not None:
            with _MAKING:
                if self._make is not None:  # another thread has not made them in the meantime
                    self._made = list(self._make())
                    self._make = None
        return self._made

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records)

    def __reversed__(self) -> Iterator[Record]:
        return reversed(self._records)

    def __contains__(self, value: object) -> bool:
        return value in self._records

    @overload
    def __getitem__(self, index: SupportsIndex) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> Table[Record]: ...
    def __getitem__(self, index: SupportsIndex | slice) -> Record | Table[Record]:
        if isinstance(index, slice):
            return Table(self._records[index], self.of)
        return self._records[index]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Table):
            return self._records == other._records
        return self._records == other if isinstance(other, list) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self._records))

    def __add__(self, other: Table[Record] | list[Record]) -> list[Record]:
        return [*self, *other] if isinstance(other, (Table, list)) else NotImplemented

    def __radd__(self, other: list[Record]) -> list[Record]:
        return [*other, *self] if isinstance(other, list) else NotImplemented

    def __repr__(self) -> str:
        return repr(self._records)

    def __getstate__(self) -> tuple[dict[str, Any], dict[str, Any]]:
        slots = {"of": self.of, "_made": self._records, "_make": None, "_columns_in": None}
        return vars(self), slots

    def copy(self) -> Table[Record]:
        """A Table of the same records."""
        return Table(self, self.of)

    def _kind(self) -> type | None:
        if self._columns_in is not None:
            assert self.of is not None
            return _kind_of(self.of)
        kinds = {type(record) for record in self}
        if self.of is not None:
            kinds.add(self.of)
        found = {_kind_of(kind) for kind in kinds}
        if len(found) > 1 or None in found:
            names = ", ".join(sorted(kind.__name__ for kind in kinds))
            known = ", ".join(sorted(kind.__name__ for kind in COLUMNS))
            raise refused(ProbityError, "table_of", names=names, known=known)
        return found.pop() if found else None

    def columns(self) -> tuple[Column, ...]:
        """The columns of its records' kind; none if that is not known.

        Raises ProbityError for records that have no columns, or are of several kinds.
        """
        kind = self._kind()
        return () if kind is None else COLUMNS[kind]

    def _rows(self) -> Sequence[Any]:
        kind = self._kind()
        rows_of = None if kind is None else ROWS.get(kind)
        if rows_of is None:
            return self._records
        if len(self) == 1:
            return rows_of(self[0])
        return [row for record in self for row in rows_of(record)]

    def _flat(self, lang: Language) -> _FlatTable:
        if self._columns_in is not None:
            return self._columns_in(lang)
        flat = FLAT.get(type(self[0])) if len(self) == 1 else None
        return super()._flat(lang) if flat is None else flat(self[0], lang)


def tasks_of(programme: Programme) -> Table[ProgrammeTask]:
    """The tasks of a programme, of which there may be a million.

    Their columns are made by the library at once, and an object for each only if one is looked at.
    """
    tasks: Table[ProgrammeTask] = Table(of=ProgrammeTask)
    tasks._make = programme._tasks
    tasks._columns_in = partial(flat_tasks, programme)
    return tasks


@named
class Verdicts(Tabular, dict[str, Verdict]):
    """How quotas stand: Verdicts by the ids of the quotas, as a dict that becomes a frame.

    >>> view = examples.songpa().view(on="2023-12-31")
    >>> view.quotas().to_frame()[["quota", "state", "held", "presumed"]].values.tolist()
    [['integrity-weeks', 'presumed', 0, 10], ['integrity-days', 'met', 1, 0]]
    """

    def columns(self) -> tuple[Column, ...]:
        """The quota's id, and the columns of a Verdict."""
        return questions.VERDICTS

    def _rows(self) -> Sequence[Any]:
        return list(self.items())


@named
def report(value: Any) -> Table[Any]:
    """A report of its own kind, a Coverage or an Agenda, as the table of its rows."""
    return Table([value], type(value))


@named
class ArrowColumns:
    """Columns that any reader of Arrow takes, by the PyCapsule interface."""

    def __init__(self, table: _FlatTable) -> None:
        self._table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A stream of one batch."""
        return self._table.__arrow_c_stream__(requested_schema)
