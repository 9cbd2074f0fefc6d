"""Bands and tasks from tables: CSV, JSON Lines, rows, data frames."""

from __future__ import annotations

import datetime
import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from probity import _core

if TYPE_CHECKING:
    from probity.types import DateLike, Language, Rows

__all__ = ["import_rows"]


def import_rows(
    programme: _core.Programme,
    *,
    bands: Rows | None = None,
    tasks: Rows | None = None,
    on: DateLike,
    by: str,
    reason: str = "",
    lang: Language = "en",
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

    A table is a path (CSV, or JSON Lines where the name ends in .jsonl), the text of such a file, a
    list of dicts, a list of rows whose first are the headings, or a data frame. Files are UTF-8 or
    cp949, as Excel saves them in Korea. Headings may be Korean or English.

    The bands take the place of those that were. Tasks are proposed on `on`, or on the day that
    their row names. `by` is who does it, by post or account.

    Raises ImportErrors, whose rows name all that is to be mended at once, in the language `lang`.
    """
    sheets = [
        _sheet(kind, rows)
        for kind, rows in (("bands", bands), ("tasks", tasks))
        if rows is not None
    ]
    return _core._import_rows(programme, sheets, on, by, reason, lang)


def _sheet(kind: str, rows: Any) -> _core._Sheet:
    if isinstance(rows, os.PathLike) or (isinstance(rows, str) and not _is_text(rows)):
        path = Path(rows)
        return _sheet_of_text(kind, _decoded(path.read_bytes(), path), path.suffix == ".jsonl")
    if isinstance(rows, str):
        return _sheet_of_text(kind, rows, rows.lstrip("\ufeff \t\r\n").startswith("{"))
    if hasattr(rows, "itertuples"):
        return _core._sheet(
            kind,
            [_cell(name) for name in rows.columns],
            [[_cell(value) for value in row] for row in rows.itertuples(index=False, name=None)],
        )
    return _sheet_of_rows(kind, list(rows))


def _is_text(text: str) -> bool:
    return "\n" in text or text.lstrip().startswith("{")


def _sheet_of_text(kind: str, text: str, json_lines: bool) -> _core._Sheet:
    read = _core._read_json_lines if json_lines else _core._read_csv
    return read(kind, unicodedata.normalize("NFC", text))


def _sheet_of_rows(kind: str, rows: list[Any]) -> _core._Sheet:
    if all(isinstance(row, Mapping) for row in rows):
        keys = list(dict.fromkeys(key for row in rows for key in row))
        rows = [keys, *([row.get(key) for key in keys] for row in rows)]
    cells = [[_cell(value) for value in row] for row in rows]
    return _core._sheet(kind, cells[0] if cells else [], cells[1:])


def _decoded(data: bytes, path: Path) -> str:
    """Text of a file in UTF-8, with or without a byte-order mark, or in cp949."""
    for encoding in ("utf-8-sig", "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            place = error.start
    raise _core.ProbityError(
        f"{path}: byte {place}, \\x{data[place]:02x}, is neither UTF-8 nor cp949 (the encodings of "
        "CSV files in Korea)"
    )


def _cell(value: Any) -> str:
    """A value as a spreadsheet would show it; what is missing is empty."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if value is None or type(value).__name__ == "NAType" or value != value:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Iterable):
        return ";".join(_cell(each) for each in value)
    return str(value)
