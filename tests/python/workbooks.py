"""Workbooks for tests, as offices have them."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

import probity as pb

FOLDER = Path(__file__).parent.parent / "data/import"
OFFICE = pb.load(FOLDER / "office.json")
ACT: dict[str, Any] = {"on": "2026-03-02", "by": "integrity-team"}


def rows_of(name: str) -> list[list[str]]:
    with open(FOLDER / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


#: The part of a workbook's first sheet.
SHEET = "xl/worksheets/sheet1.xml"
BANDS, TASKS = rows_of("bands.csv"), rows_of("tasks.csv")
BAD_BANDS, BAD_TASKS = rows_of("bands-with-mistakes.csv"), rows_of("tasks-with-mistakes.csv")
WHOLE = pb.import_rows(OFFICE, bands=BANDS, tasks=TASKS, **ACT)


def book_of(**sheets: list[Any]) -> openpyxl.Workbook:
    """A workbook with the rows of each sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return book


def bytes_of(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with another text in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        assert part in source.namelist()
        for info in source.infolist():
            content = source.read(info)
            if info.filename == part:
                # openpyxl writes an element without content in another way where lxml is installed.
                text = re.sub(r"<(\w+)></\1>|<(\w+)/>", r"<\1\2 />", content.decode())
                assert old in text
                content = text.replace(old, new, 1).encode()
            target.writestr(info.filename, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def written_by_xlsxwriter(**sheets: list[Any]) -> bytes:
    """The same by a writer that, as Excel does, keeps texts in a part of their own."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()


def part_of(path: Path, part: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(part).decode()


def task_table(
    *rows: list[Any], headings: tuple[str, ...] = ("과제번호", "과제명", "기한")
) -> bytes:
    return bytes_of(book_of(과제=[list(headings), *rows]))


def tasks_of(source: Any) -> list[list[str]]:
    """The cells of the table of tasks that is read from a workbook."""
    table = pb.excel.read(source).tasks
    assert table is not None
    return [cells for _, cells in table.rows]


def refusal(source: Any, **options: str) -> str:
    """Why a workbook is not read."""
    with pytest.raises(pb.DocumentError, match=".+") as caught:
        pb.excel.read(source, **options)
    return str(caught.value)
