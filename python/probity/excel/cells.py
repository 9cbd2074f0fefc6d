"""The cells of a workbook as the text that a table has, or why one cannot be taken."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Any

from probity import _core
from probity.excel.columns import DATE_COLUMNS, ID_COLUMNS, NAME_COLUMNS
from probity.excel.numbers import shown
from probity.text import Text
from probity.words import text

#: The first and the last day that are taken. Of whole numbers in a column of dates others may be
#: years, or dates without separators, and are named by the import.
FIRST_DAY, LAST_DAY = _core._days_of_tables()
#: Formats of dates that Excel of Korea, Japan and China has by number, without a text in the
#: workbook (ECMA-376, 18.8.30).
EAST_ASIAN_DATES = frozenset((*range(27, 32), 34, 35, 36, *range(50, 59)))

#: The day after the last that a date can be.
_LAST_SERIAL = 2_958_466

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def refused(name: str) -> tuple[Text, Text]:
    """Words for why a cell cannot be taken, and for what is allowed."""
    years = {"first": FIRST_DAY.year, "last": LAST_DAY.year}
    return text(f"excel.cell.{name}"), text(f"excel.cell.{name}.allowed", **years)


def value_of(cell: Any, epoch: datetime.datetime) -> Any:
    """The value of a cell; a number whose format is a date of East Asia is that day."""
    value = cell.value
    if (
        _is_number(value)
        and value == value
        and cell.style_array.numFmtId in EAST_ASIAN_DATES
        and 0 <= value < _LAST_SERIAL
    ):
        return epoch + datetime.timedelta(days=float(value))
    return value


def cell_text(cell: Any, column: str, epoch: datetime.datetime) -> str:
    """The text that a cell shows: a date as 2026-03-18, a whole number without decimals.

    `cell` is openpyxl's; `column` the id of its column, empty if the heading is not known.
    """
    value = value_of(cell, epoch)
    if value is None:
        return ""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", _unescaped(str(value)))
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat()
    if isinstance(value, int | float):
        return _number_text(value, cell.number_format or "", column, epoch)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def why_not(cell: Any, column: str, epoch: datetime.datetime) -> tuple[Text, Text] | None:
    """(what is wrong, what is allowed) of a cell that has a value and cannot be taken."""
    value = value_of(cell, epoch)
    if cell.data_type == "e":
        return refused("error")
    number_format = cell.number_format or "General"
    if column in ID_COLUMNS or column in NAME_COLUMNS:
        is_id = column in ID_COLUMNS
        if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
            return refused("id_made_a_date" if is_id else "text_made_a_date")
        if _is_number(value) and shown(value, number_format) is None:
            return refused("id_shown_otherwise" if is_id else "text_shown_otherwise")
    if column == "weight" and _is_number(value) and "%" in number_format:
        return refused("share")
    if column in DATE_COLUMNS and not _can_be_meant(value):
        return refused("made_of_a_number")
    return None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _can_be_meant(value: Any) -> bool:
    """Whether a date of a date-formatted cell is one of those that are taken."""
    if isinstance(value, datetime.time | datetime.timedelta):
        return False
    if not isinstance(value, datetime.date):
        return True
    day = value.date() if isinstance(value, datetime.datetime) else value
    return FIRST_DAY <= day <= LAST_DAY


def _is_of_digits(number_format: str) -> bool:
    """Whether a format asks for leading zeros or texts, and not for what is shown of an amount."""
    return bool(re.fullmatch(r'("[^"]*"|\\.|[- ])*0{2,}("[^"]*"|\\.|[- ])*', number_format))


def _unescaped(text: str) -> str:
    """Text without the escapes that SpreadsheetML has for control characters (ST_Xstring)."""

    def plain(match: re.Match[str]) -> str:
        code = int(match[1], 16)
        return match[0] if 0xD800 <= code <= 0xDFFF else chr(code)

    return _ESCAPED.sub(plain, text)


def _number_text(
    value: int | float, number_format: str, column: str, epoch: datetime.datetime
) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    whole = value == int(value)
    if whole and column in DATE_COLUMNS and 0 <= value < _LAST_SERIAL:
        day = (epoch + datetime.timedelta(days=int(value))).date()
        if FIRST_DAY <= day <= LAST_DAY:
            return day.isoformat()
    text = (
        shown(value, number_format)
        if _is_of_digits(number_format) or column in ID_COLUMNS or column in NAME_COLUMNS
        else None
    )
    if text is not None:
        return text.strip()
    # Excel has 15 digits.
    return str(int(value)) if whole and abs(value) < 1e15 else format(value, ".15g")
