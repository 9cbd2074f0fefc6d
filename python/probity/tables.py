"""Records as tables: frames for analysts, files for spreadsheets, Arrow for everything else.

A Table is a list of records of one kind, as `WorkCalendar.holidays` and `Agenda.entries` give it:

>>> import probity as pb
>>> holidays = pb.WorkCalendar.korea().holidays("2026-01-01", "2027-01-01")
>>> len(holidays), holidays[0].name_en
(22, "New Year's Day")
>>> holidays.to_frame(lang="ko").dtypes["date"]
dtype('<M8[s]')

What columns a kind of record has is said once, in COLUMNS. Their names are the same in both
languages, so that a program that reads them works with either; the texts in them, and the labels
that head a file's columns, are in the language asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from probity._core import (
    AgendaEntry,
    Holiday,
    ProbityError,
    UndatedEntry,
    _holiday_kind_title,
    _table_stream,
    _write_file,
)
from probity.text import Text
from probity.words import ENTRY_KINDS, holiday_basis, holiday_name

if TYPE_CHECKING:
    import os

    import pandas as pd

    from probity.types import Language

__all__ = ["COLUMNS", "ArrowColumns", "Column", "Table"]

Record = TypeVar("Record")

#: The formats of columns: those of Arrow's C data interface.
TEXT, DATE, TIME, WHOLE, FLAG = "u", "tdD", "tts", "l", "b"


class Column(NamedTuple):
    """One column: its name, its labels in both languages, its format, and how a record fills it.

    `categories` are the values that there may be; `label` says one of them in words.
    """

    name: str
    korean: str
    english: str
    format: str = TEXT
    value: Callable[[Any, Language], Any] | None = None
    categories: tuple[str, ...] = ()
    label: Callable[[str, Language], str] | None = None

    def heading(self, lang: Language) -> str:
        """What heads the column in a file."""
        return self.korean if lang == "ko" else self.english

    def of(self, record: Any, lang: Language) -> Any:
        """The record's value: a str, date, time, int, bool or None."""
        if self.value is not None:
            return self.value(record, lang)
        value = getattr(record, self.name)
        return value.to(lang) if isinstance(value, Text) else value

    def cell(self, record: Any, lang: Language) -> str:
        """The record's value as text, in words where it is one of a few."""
        value = self.of(record, lang)
        if value is None:
            return ""
        if self.label is not None:
            return self.label(value, lang)
        if self.format == FLAG:
            return "TRUE" if value else "FALSE"
        if self.format == TIME:
            return str(value.strftime("%H:%M"))
        return str(value)


def _last(entry: Any, lang: Language) -> Any:
    return entry.days.last


def _entry_kind(kind: str, lang: Language) -> str:
    return ENTRY_KINDS[lang][kind]


_ENTRY_KIND = Column("kind", "종류", "Kind", categories=tuple(ENTRY_KINDS["en"]), label=_entry_kind)

#: The columns by kind of record.
COLUMNS: dict[type, tuple[Column, ...]] = {
    AgendaEntry: (
        Column("id", "식별자", "Id"),
        Column("period", "회차", "Period"),
        _ENTRY_KIND,
        Column("title", "이름", "Title"),
        Column("begin", "첫날", "First day", DATE),
        Column("last", "마지막 날", "Last day", DATE, _last),
        Column("end", "종료 다음 날", "Day after", DATE),
        Column("nominal", "규칙상 첫날", "First day by the rule", DATE),
        Column("begins", "시작 시각", "Begins", TIME),
        Column("ends", "종료 시각", "Ends", TIME),
        Column("working_days", "근무일 수", "Working days", WHOLE),
        Column("short", "짧은 주", "Short week", FLAG),
        Column("held_in", "진행되는 행사", "Held in"),
        Column("has_own_days", "고유 날짜 여부", "Has its own days", FLAG),
        Column("place", "장소", "Place"),
        Column("reason", "사유", "Reason"),
        Column("source", "출처", "Source"),
        Column("note", "비고", "Note"),
        Column("changes", "변경 횟수", "Changes", WHOLE),
    ),
    UndatedEntry: (
        Column("id", "식별자", "Id"),
        Column("period", "회차", "Period"),
        _ENTRY_KIND,
        Column("title", "이름", "Title"),
        Column("note", "비고", "Note"),
        Column("source", "출처", "Source"),
    ),
    Holiday: (
        Column("date", "날짜", "Date", DATE),
        Column("name", "이름", "Name", TEXT, holiday_name),
        Column(
            "kind",
            "종류",
            "Kind",
            categories=(
                "national_day",
                "traditional",
                "public_holiday",
                "substitute",
                "election",
                "temporary",
                "closure",
            ),
            label=_holiday_kind_title,
        ),
        Column("basis", "근거", "Basis", TEXT, holiday_basis),
        Column("decided_on", "결정일", "Decided on", DATE),
    ),
}


class Table(list[Record]):
    """A list of records that becomes a frame, a file or an Arrow stream.

    >>> kr = WorkCalendar.korea()
    >>> isinstance(kr.holidays("2026-05-01", "2026-06-01"), list)
    True
    >>> kr.holidays("2026-05-01", "2026-06-01").to_frame()["name"][1]
    "Children's Day"

    In notebooks it shows as a table. pyarrow reads it as it is; Polars and DuckDB take any list for
    one of plain values, and read its to_arrow(). A slice of it, and what + gives, is a plain list:
    Table(...) makes a Table of one.

    `of` is the records' kind; without it that of the first record, so that an empty table made
    without it has no columns.
    """

    of: type | None

    def __init__(self, records: Iterable[Record] = (), of: type | None = None) -> None:
        super().__init__(records)
        self.of = of

    def columns(self) -> tuple[Column, ...]:
        """The columns of its records' kind; none where that is not known.

        Raises ProbityError for records that have no columns, or are of several kinds.
        """
        kinds = {type(record) for record in self}
        if self.of is not None:
            kinds.add(self.of)
        if not kinds:
            return ()
        if len(kinds) > 1 or not kinds <= COLUMNS.keys():
            names = ", ".join(sorted(kind.__name__ for kind in kinds))
            known = ", ".join(sorted(kind.__name__ for kind in COLUMNS))
            raise ProbityError(f"a table of {names}: it has records of one kind, of {known}")
        return COLUMNS[kinds.pop()]

    def to_frame(self, lang: Language = "en") -> pd.DataFrame:
        """A pandas DataFrame, one row for each record, in order.

        Columns have the same names in both languages; the texts are in `lang`. Dates are
        datetime64[s], with NaT where there is none; counts that may be missing are Int64; kinds
        are categories. Raises ImportError where pandas is not installed.
        """
        pandas = _pandas()
        series = {
            column.name: _series(pandas, column, [column.of(record, lang) for record in self])
            for column in self.columns()
        }
        return pandas.DataFrame(series)

    def to_csv(self, path: str | os.PathLike[str], lang: Language = "en") -> None:
        """Writes a CSV file that spreadsheets open with its Hangul whole: UTF-8 with a mark.

        The labels that head the columns and the texts are in `lang`. A text that a spreadsheet
        would take for a formula has an apostrophe before it. The file is replaced as a whole;
        raises DocumentError where it cannot be written.
        """
        columns = self.columns()
        rows = [[column.heading(lang) for column in columns]]
        rows += [[column.cell(record, lang) for column in columns] for record in self]
        _write_file(path, _csv(rows))

    def to_arrow(self, lang: Language = "en") -> ArrowColumns:
        """The columns for Polars, DuckDB and pyarrow, with the texts in `lang`.

        >>> import polars
        >>> table = WorkCalendar.korea().holidays("2026-01-01", "2027-01-01")
        >>> polars.DataFrame(table.to_arrow("ko")).height
        22
        """
        return ArrowColumns(
            [
                (column.name, column.format, [column.of(record, lang) for record in self])
                for column in self.columns()
            ]
        )

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """An Arrow stream of one batch, by the PyCapsule interface, with the texts in English."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def _repr_html_(self) -> str:
        from probity.display import table

        return table(self)


class ArrowColumns:
    """Columns that any reader of Arrow takes, by the PyCapsule interface."""

    def __init__(self, columns: list[tuple[str, str, list[Any]]]) -> None:
        self._columns = columns

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """A stream of one batch."""
        return _table_stream(self._columns)


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise ImportError(
            "to_frame needs pandas, which is not installed: pip install probity[pandas]"
        ) from error
    return pandas


def _series(pandas: Any, column: Column, values: list[Any]) -> Any:
    if column.categories:
        return pandas.Categorical(values, categories=list(column.categories))
    if column.format == DATE:
        # pandas has no unit of a day, and a date of 9999 fits no finer one than this.
        import numpy as np

        return pandas.Series(np.array(values, dtype="datetime64[s]"))
    types = {TEXT: "str", TIME: "object", WHOLE: "Int64", FLAG: "bool"}
    return pandas.Series(values, dtype=types[column.format])


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    """The rows as a file: UTF-8 with one byte-order mark, lines that end as spreadsheets write."""
    import csv
    import io
    import unicodedata

    out = io.StringIO()
    csv.writer(out).writerows([_harmless(cell) for cell in row] for row in rows)
    return unicodedata.normalize("NFC", out.getvalue()).encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """The cell such that no spreadsheet runs it as a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
