"""The table of a new organisation chart, read into rows: which unit becomes which."""

from __future__ import annotations

import csv
import io
import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from probity import formats
from probity._core import DocumentError
from probity.files import bytes_of_file
from probity.words import refused

if TYPE_CHECKING:
    from probity.types import Language, Rows

#: The columns, by what offices call them. Others are passed over.
HEADINGS = {
    "old": (
        *("기존 부서", "기존부서명", "현재 부서", "현 부서", "종전 부서", "개편 전", "현행"),
        *("old unit", "old", "before"),
    ),
    "new": (
        *("새 부서", "새부서명", "신 부서", "변경 부서", "개편 후", "개편안", "변경 후"),
        *("new unit", "new", "after"),
    ),
    "english": ("새 부서(영문)", "영문명", "new unit in english"),
    "id": ("부서코드", "식별자", "id"),
    "kind": ("구분", "종류", "kind"),
    "band": ("밴드", "밴드번호", "band"),
    "takes": ("인계", "인계 업무", "이관", "이관 업무", "takes over"),
}
#: Those of a form, in both languages.
NAMES: dict[str, dict[Language, str]] = {
    "old": {"ko": "기존 부서", "en": "Old unit"},
    "new": {"ko": "새 부서", "en": "New unit"},
    "english": {"ko": "새 부서(영문)", "en": "New unit in English"},
    "id": {"ko": "부서코드", "en": "Id"},
    "kind": {"ko": "구분", "en": "Kind"},
    "band": {"ko": "밴드", "en": "Band"},
    "takes": {"ko": "인계", "en": "Takes over"},
}
#: Words that stand in the place of a unit which there is not: before, and after.
NONE_BEFORE = ("-", "신설", "new")
NONE_AFTER = ("-", "폐지", "closed")
#: All that no other row takes over.
REST = ("나머지", "rest", "*")
#: The headings stand in one of the first rows.
ROWS_ABOVE = 20
#: No institution has more units.
MOST_ROWS = 5_000


class ChartRow(NamedTuple):
    """A row: the unit that there was, and the one that it becomes; either may be empty."""

    number: int
    old: str
    new: str
    english: str
    id: str
    kind: str
    band: str
    #: The ids or titles of what this unit takes over of the old one.
    takes: tuple[str, ...]

    @property
    def takes_rest(self) -> bool:
        return any(each.casefold() in REST for each in self.takes)

    @property
    def named(self) -> tuple[str, ...]:
        """The things that it takes over by name."""
        return tuple(each for each in self.takes if each.casefold() not in REST)


def chart_rows(source: Rows) -> list[ChartRow]:
    """The rows of a table: a path (a workbook, or CSV), or whatever import_rows takes for one.

    Raises DocumentError for a file that cannot be read, and for a table without the columns of the
    old and the new units; ProbityError for what is no table.
    """
    name, tables = _tables(source)
    for table in tables:
        for place, cells in enumerate(table[:ROWS_ABOVE]):
            columns = [_column_called(text) for text in cells]
            if "old" in columns and "new" in columns:
                return _rows_below(name, table, place, columns)
    old, new = (" or ".join(NAMES[each].values()) for each in ("old", "new"))
    raise refused(DocumentError, "chart_columns", name=name, old=old, new=new, most=ROWS_ABOVE)


def _rows_below(
    name: str, table: Sequence[Sequence[str]], place: int, columns: Sequence[str | None]
) -> list[ChartRow]:
    if len(table) - place - 1 > MOST_ROWS:
        raise refused(DocumentError, "chart_rows", name=name, most=MOST_ROWS)
    rows = []
    for number, cells in enumerate(table[place + 1 :], start=place + 2):
        said = {
            column: " ".join(cell.split())
            for column, cell in zip(columns, cells, strict=False)
            if column is not None
        }
        if any(said.values()):
            rows.append(_row(number, said))
    return rows


def _row(number: int, said: dict[str, str]) -> ChartRow:
    old, new = said.get("old", ""), said.get("new", "")
    takes = re.split("[;,]", said.get("takes", ""))
    return ChartRow(
        number,
        "" if old.casefold() in NONE_BEFORE else old,
        "" if new.casefold() in NONE_AFTER else new,
        said.get("english", ""),
        said.get("id", ""),
        said.get("kind", ""),
        said.get("band", ""),
        tuple(each.strip() for each in takes if each.strip()),
    )


def _column_called(text: str) -> str | None:
    """The column of a heading; None for another."""
    wanted = _plain(text)
    for column, names in HEADINGS.items():
        if wanted and wanted in map(_plain, names):
            return column
    return None


def _plain(heading: str) -> str:
    return "".join(heading.casefold().split()).rstrip("*")


# Tables -------------------------------------------------------------------------------------------


def _tables(source: Rows) -> tuple[str, list[list[list[str]]]]:
    """The name of a source for messages, and the tables in it: their rows as texts."""
    if isinstance(source, os.PathLike) or (isinstance(source, str) and "\n" not in source):
        return str(source), _tables_of_file(Path(source))
    if isinstance(source, str):
        return "the table", [_parted(source)]
    return "the table", [_texts(source)]


def _tables_of_file(path: Path) -> list[list[list[str]]]:
    from probity.excel.opening import LARGEST_FILE
    from probity.imports import decoded

    data = bytes_of_file(path, LARGEST_FILE)
    if data.startswith((formats.ZIP, formats.OLE)):
        return _tables_of_book(str(path), data)
    if what := formats.kind_of(data):
        raise refused(DocumentError, "no_table_file", path=str(path), what=what)
    return [_parted(decoded(data, path))]


def _tables_of_book(name: str, data: bytes) -> list[list[list[str]]]:
    """The visible sheets of a workbook. Raises DocumentError naming a formula: it has no value of
    its own."""
    from probity.excel.opening import open_pages
    from probity.excel.reading import LAST_COLUMN, LAST_ROW
    from probity.excel.table import column_letters

    found = []
    with open_pages(name, data) as pages:
        for page in pages:
            if not page.is_visible:
                continue
            for row, column in sorted(page.scan.formulas)[:1]:
                cell = f"{page.title}!{column_letters(column)}{row}"
                raise refused(DocumentError, "formula", name=name, cell=cell)
            found.append([page.texts(cells) for cells in page.rows(LAST_ROW, LAST_COLUMN)])
    return found


def _parted(text: str) -> list[list[str]]:
    """The rows of a CSV text, by the separator that parts its headings."""
    text = unicodedata.normalize("NFC", text.lstrip("\ufeff"))
    parted: list[list[str]] = []
    for separator in ",;\t|":
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        except csv.Error as error:
            raise refused(DocumentError, "the_table", error=error) from None
        for row in rows[:ROWS_ABOVE]:
            if {"old", "new"} <= set(map(_column_called, row)):
                return rows
        parted = parted or rows
    return parted


def _texts(rows: Any) -> list[list[str]]:
    """The rows of what has rows or columns already, the headings first."""
    from probity.imports import cell_of, rows_of_table

    return [[cell_of(cell) for cell in row] for row in rows_of_table("chart", rows)]
