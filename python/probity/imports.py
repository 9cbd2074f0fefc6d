"""Bands and tasks from tables: workbooks, CSV, JSON Lines, rows, data frames."""

from __future__ import annotations

import codecs
import datetime
import decimal
import os
import re
import unicodedata
from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import TYPE_CHECKING, Any

from probity import _core, formats
from probity.files import bytes_of_file
from probity.keywords import named
from probity.text import Text
from probity.words import refused

if TYPE_CHECKING:
    from probity.excel.columns import Kind
    from probity.excel.table import SheetTable
    from probity.types import DateLike, Language, Rows

__all__ = ["import_rows"]

_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1f]")
#: Marks of the encodings that a text may begin with; UTF-32 before UTF-16, which begins alike.
_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@named
def import_rows(
    programme: _core.Programme,
    *,
    bands: Rows | None = None,
    tasks: Rows | None = None,
    on: DateLike,
    by: str,
    reason: str = "",
    lang: Language = "en",
    ignore: Iterable[str] = (),
    notices: list[str] | None = None,
) -> _core.Programme:
    """The programme with the bands and tasks of tables: all of them, or none.

    >>> import probity as pb
    >>> later = pb.import_rows(
    ...     pb.examples.songpa(),
    ...     tasks=[{"과제번호": "T-40", "과제명": "청탁금지법 교육", "기한": "2026. 3. 18."}],
    ...     on="2026-03-02",
    ...     by="integrity-team",
    ... )
    >>> later.task("T-40").due
    datetime.date(2026, 3, 18)

    A table is a path (a workbook of Excel; CSV; JSON Lines where the name ends in .jsonl), what
    excel.read gives, the text of a CSV or JSON Lines file, a list of dicts, a dict of columns, a
    list of rows whose first are the headings, a data frame of pandas or Polars, a structured array
    of NumPy, or a table by Arrow, which pyarrow reads. Text files are UTF-8, UTF-16 or cp949, as
    Excel saves them in Korea, with any of the separators , ; | and the tabulator. Headings may be
    Korean or English, and may stand below a title and in two rows. Of a workbook the sheet is found
    by its headings; one workbook may be given for both tables.

    The bands take the place of those that were. Tasks are proposed on `on`, or on the day that
    their row names. `by` is who does it, by post or account.

    Columns of running numbers (연번, No.), of remarks (비고) and of states (추진상태) are passed
    over, and so are those whose headings `ignore` has; so are rows of totals (소계, 합계), a remark
    below the table and headings that are repeated. A sentence about each is added to `notices`;
    without that list it is a warning of the logger "probity".

    Raises ImportErrors, whose rows name all that is to be mended at once, in the language `lang`;
    its annotate(path) hands them back in a workbook. Raises DocumentError for a file that cannot be
    read or is larger than 32 MiB, and ImportError if it takes a package that is not installed.
    """
    given: dict[Kind, Any] = {"bands": bands, "tasks": tasks}
    tables: dict[str, _core._Sheet | SheetTable] = {
        kind: _table(kind, rows) for kind, rows in given.items() if rows is not None
    }
    sheets = {
        kind: table if isinstance(table, _core._Sheet) else table._as_sheet()
        for kind, table in tables.items()
    }
    try:
        later, passed_over = _core._import_rows(
            programme, list(sheets.values()), on, by, reason, lang, _headings(ignore)
        )
    except _core.ImportErrors as errors:
        # For annotate, and cells in the words of the workbook.
        errors._tables = tables
        errors._lang = lang
        errors.cells = [_address(tables.get(row.sheet), row) for row in errors.rows]
        raise
    _tell(passed_over, notices)
    return later


def _headings(ignore: Iterable[str]) -> list[str]:
    """The headings of an argument. Raises TypeError for one text, which is no list of them."""
    if isinstance(ignore, str):
        raise TypeError(
            f"ignore={ignore!r} is one text: a list of headings is wanted, [{ignore!r}]"
        )
    return list(ignore)


def _tell(passed_over: list[str], notices: list[str] | None) -> None:
    if notices is not None:
        notices.extend(passed_over)
    elif passed_over:
        import logging

        for notice in passed_over:
            logging.getLogger("probity").warning("%s", notice)


def _address(table: _core._Sheet | SheetTable | None, row: _core.RowError) -> str:
    if table is None or isinstance(table, _core._Sheet):
        return ""
    return table.address(row.row, row.column)


def _table(kind: Kind, rows: Any) -> _core._Sheet | SheetTable:
    """A table that is ready to be imported, or that of a workbook, which knows its cells."""
    if hasattr(rows, "_as_sheet"):
        table: SheetTable = rows
        if table.kind != kind:
            raise refused(
                _core.ProbityError,
                "sheet_of_kind",
                sheet=repr(table.name),
                kind=table.kind,
                wanted=kind,
            )
        return table
    if hasattr(rows, "table"):
        found: SheetTable = rows.table(kind)
        return found
    if isinstance(rows, os.PathLike) or (isinstance(rows, str) and not _is_text(rows)):
        return _table_of_file(kind, Path(rows))
    return _sheet(kind, rows)


def _table_of_file(kind: Kind, path: Path) -> _core._Sheet | SheetTable:
    from probity.excel.opening import LARGEST_FILE

    data = bytes_of_file(path, LARGEST_FILE)
    if path.suffix.lower() in _WORKBOOKS or data.startswith((formats.ZIP, formats.OLE)):
        from probity.excel.reading import read_kinds

        return read_kinds(str(path), data, {kind: None}).table(kind)
    if what := formats.kind_of(data):
        raise refused(_core.DocumentError, "no_rows_file", path=str(path), what=what)
    return _sheet_of_text(kind, decoded(data, path), path.suffix.lower() == ".jsonl")


def _sheet(kind: str, rows: Any) -> _core._Sheet:
    if isinstance(rows, str):
        return _sheet_of_text(kind, rows, rows.lstrip("\ufeff \t\r\n").startswith("{"))
    return _sheet_of_rows(kind, list(_rows_of_frame(rows) or rows))


def _rows_of_frame(rows: Any) -> list[Any] | None:
    """The headings and rows of what has columns; none of what is rows already."""
    if isinstance(rows, Mapping):
        return _rows_of_columns(rows)
    if hasattr(rows, "itertuples"):  # pandas
        return [list(rows.columns), *rows.itertuples(index=False, name=None)]
    by_arrow = hasattr(rows, "__arrow_c_stream__") or hasattr(rows, "__arrow_c_array__")
    if by_arrow and hasattr(rows, "iter_rows"):  # Polars
        return [list(rows.columns), *rows.iter_rows()]
    if by_arrow:
        try:
            import pyarrow
        except ImportError:
            raise refused(ImportError, "pyarrow", type=type(rows).__name__) from None
        table = pyarrow.table(rows)
        columns = [column.to_pylist() for column in table.columns]
        return [table.column_names, *zip(*columns, strict=True)]
    names = getattr(getattr(rows, "dtype", None), "names", None)
    return None if names is None else [names, *rows.tolist()]


def _rows_of_columns(given: Mapping[Any, Any]) -> list[Any]:
    for name, column in given.items():
        if isinstance(column, str) or not isinstance(column, Iterable):
            raise refused(
                _core.ProbityError, "no_column_of_dict", name=repr(name), column=repr(column)
            )
    columns = {name: list(column) for name, column in given.items()}
    if len({len(column) for column in columns.values()}) > 1:
        lengths = ", ".join(f"{name!r}: {len(column)}" for name, column in columns.items())
        raise refused(_core.ProbityError, "columns_differ", lengths=lengths)
    return [list(columns), *zip(*columns.values(), strict=True)]


def _is_text(text: str) -> bool:
    return "\n" in text or text.lstrip().startswith("{")


def _sheet_of_text(kind: str, text: str, json_lines: bool) -> _core._Sheet:
    read = _core._read_json_lines if json_lines else _core._read_csv
    return read(kind, unicodedata.normalize("NFC", text))


def _sheet_of_rows(kind: str, rows: list[Any]) -> _core._Sheet:
    rows = _with_english_titles(kind, _lists(kind, rows))
    cells = [[cell_of(value) for value in row] for row in rows]
    return _core._sheet(kind, cells[0] if cells else [], cells[1:])


def rows_of_table(kind: str, rows: Any) -> list[list[Any]]:
    """The rows of what is no file, the headings first: a data frame, a dict of columns, rows."""
    return _lists(kind, list(_rows_of_frame(rows) or rows))


def _lists(kind: str, rows: list[Any]) -> list[list[Any]]:
    """Rows as lists, the headings first."""
    # The first row too many is enough for the fault that says so.
    rows = rows[: _core._MOST_ROWS + 2]
    if rows and all(isinstance(row, Mapping) for row in rows):
        keys = list(dict.fromkeys(key for row in rows for key in row))
        rows = [keys, *([row.get(key) for key in keys] for row in rows)]
    for number, row in enumerate(rows, start=1):
        if isinstance(row, str | bytes | Mapping) or not isinstance(row, Iterable):
            of = type(row).__name__
            raise refused(_core.ProbityError, "no_row", number=number, kind=kind, type=of)
    return [list(row) for row in rows]


def _with_english_titles(kind: str, rows: list[list[Any]]) -> list[list[Any]]:
    """The rows with the English of titles that are Texts in a column of its own."""
    if not any(isinstance(value, Text) for row in rows[1:] for value in row):
        return rows
    columns = [_core._column_named(kind, cell_of(heading)) for heading in rows[0]]
    if "title" not in columns or "title_en" in columns:
        return rows
    place = columns.index("title")
    english = [
        title.given.get("en", "") if isinstance(title, Text) and "ko" in title.given else ""
        for row in rows[1:]
        for title in [row[place] if place < len(row) else ""]
    ]
    width = len(rows[0])
    padded = [row + [""] * (width - len(row)) for row in rows[1:]]
    return [
        [*rows[0], "title_en"],
        *([*row[:width], words, *row[width:]] for row, words in zip(padded, english, strict=True)),
    ]


def decoded(data: bytes, path: Path) -> str:
    """Text of a file in UTF-8 or UTF-16, with or without a byte-order mark, or in cp949."""
    place = 0
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            place = error.start
            continue
        # Any bytes of an even number may be UTF-16; what has control characters is none.
        if encoding in ("utf-16-le", "utf-16-be") and _CONTROL.search(text):
            continue
        return text
    key = "encoding_locked" if formats.may_be_locked(data) else "encoding"
    byte = f"\\x{data[place]:02x}"
    raise refused(_core.DocumentError, key, path=str(path), place=place, byte=byte)


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            return (encoding,)
    # The zeros that UTF-16 has beside line ends and commas, which no other text has.
    zeros = data[0:4096:2].count(0), data[1:4096:2].count(0)
    if any(zeros):
        return ("utf-16-be", "utf-16-le") if zeros[0] > zeros[1] else ("utf-16-le", "utf-16-be")
    return "utf-8", "cp949"


def cell_of(value: Any) -> str:
    """A value as a spreadsheet would show it; what is missing is empty."""
    if isinstance(value, Text):
        value = value.korean
    if isinstance(value, str):
        return unicodedata.normalize("NFC", str(value))
    if isinstance(value, bytes):
        return _text_of_bytes(value)
    if hasattr(value, "tolist"):
        value = _plain(value)
    if value is None or type(value).__name__ == "NAType":
        return ""
    if isinstance(value, Mapping):
        raise refused(_core.ProbityError, "dict_cell", value=repr(value))
    if isinstance(value, Iterable):
        cells = [cell_of(each) for each in value]
        return ";".join(sorted(cells) if isinstance(value, Set) else cells)
    if value != value:
        return ""
    if isinstance(value, datetime.datetime):
        # With a zone, which day it is depends on where.
        is_day = value.time() == datetime.time() and value.tzinfo is None
        return value.date().isoformat() if is_day else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float | decimal.Decimal):
        number: Any = value
        if abs(number) < 10**15 and number == int(number):
            return str(int(number))
    return str(value)


def _text_of_bytes(value: bytes) -> str:
    """Texts of NumPy may be bytes, in the encodings of files."""
    for encoding in ("utf-8", "cp949"):
        try:
            return unicodedata.normalize("NFC", value.decode(encoding))
        except UnicodeDecodeError:
            pass
    raise refused(_core.ProbityError, "bytes", bytes=repr(value[:60]))


def _plain(value: Any) -> Any:
    """A scalar or an array of NumPy as Python has it."""
    if value.dtype.kind == "M":  # in nanoseconds it would become a number
        value = value.astype("M8[us]")
    return value.tolist()
