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
    runs = column.format == TEXT and cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{cell}" if runs else cell
