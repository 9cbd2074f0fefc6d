"""Rows as a CSV file for spreadsheets."""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING, Any

from probity.tables.column import TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from probity.tables.column import Column
    from probity.types import Language


#: Signs that begin a formula, in half and in full width.
_BEGINNINGS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
#: Characters that spreadsheets pass over before it: white space of any kind, and those without
#: width.
_BLANKS = (
    " \t\r\n\v\f\0\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)


def csv_bytes(columns: Sequence[Column], rows: Sequence[Any], lang: Language) -> bytes:
    """The rows as a file: UTF-8 with one byte-order mark, lines that end as spreadsheets write."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.heading(lang) for column in columns])
    writer.writerows([_cell(column, row, lang) for column in columns] for row in rows)
    return unicodedata.normalize("NFC", out.getvalue()).encode("utf-8-sig")


def _cell(column: Column, row: Any, lang: Language) -> str:
    """The cell such that no spreadsheet runs a text as a formula; numbers stay numbers."""
    cell = column.cell(row, lang)
    return f"'{cell}" if column.format == TEXT and _runs(cell) else cell


def _runs(cell: str) -> bool:
    """Whether a spreadsheet may take the text for a formula: it begins with one of = + - @, in full
    width too, whatever blanks stand before it; or with a tab or a line of its own."""
    return cell.startswith(("\t", "\r", "\n")) or cell.lstrip(_BLANKS).startswith(_BEGINNINGS)
