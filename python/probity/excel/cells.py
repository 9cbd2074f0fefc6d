"""The cells of a workbook as the text that a table has, or why one cannot be taken."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Any

from probity.excel.words import DATE_COLUMNS, ID_COLUMNS
from probity.text import Text

#: Whole numbers in a column of dates that are taken as the days that Excel counts: 1954 to 2119.
#: Others may be years, or dates without separators, and are named by the import.
SERIALS = range(20_000, 80_001)

_ZEROS = re.compile(r'(?:"([^"]*)")?(0{2,})$')
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")

NO_RESULT = (
    Text("계산된 값이 저장되지 않은 수식입니다", "is a formula whose result is not stored"),
    Text(
        "값, 또는 엑셀에서 열어 다시 저장한 수식",
        "a value, or a formula in a workbook that Excel has saved",
    ),
)
ERROR_VALUE = (
    Text("엑셀의 오류 값입니다", "is an error of the spreadsheet"),
    Text("값", "a value"),
)
MADE_A_DATE = (
    Text("엑셀이 날짜로 바꾼 번호입니다", "is an id that the spreadsheet made a date of"),
    Text("표시 형식이 텍스트인 셀의 번호", "an id, in a cell whose format is text"),
)


def cell_text(cell: Any, column: str, epoch: datetime.datetime) -> str:
    """What a cell shows: a date as 2026-03-18, a whole number without decimals.

    `cell` is openpyxl's; `column` the id of its column, empty where the heading is not known.
    """
    value = cell.value
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


def why_not(cell: Any, column: str) -> tuple[Text, Text] | None:
    """(what is wrong, what is allowed) of a cell that has a value and cannot be taken."""
    if cell.data_type == "e":
        return ERROR_VALUE
    if column in ID_COLUMNS and isinstance(cell.value, datetime.date | datetime.time):
        return MADE_A_DATE
    return None


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
    if whole and column in DATE_COLUMNS and int(value) in SERIALS:
        return (epoch + datetime.timedelta(days=int(value))).date().isoformat()
    zeros = _ZEROS.match(number_format)
    if whole and zeros and value >= 0:
        return (zeros[1] or "") + str(int(value)).zfill(len(zeros[2]))
    # Excel has 15 digits.
    return str(int(value)) if whole and abs(value) < 1e15 else format(value, ".15g")
