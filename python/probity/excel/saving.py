"""Writes a workbook: the same content gives the same bytes, and a file is replaced as a whole."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING

from probity._core import _write_file
from probity.excel import opening

if TYPE_CHECKING:
    import os

    from openpyxl import Workbook as Book

#: When each part was last changed, as far as the archive is concerned: the earliest it can say.
_EARLIEST = (1980, 1, 1, 0, 0, 0)
#: openpyxl writes the time of writing for both, unless it has read a time of creation.
_STAMPS = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def new_book() -> Book:
    """A workbook without sheets."""
    book: Book = opening.openpyxl().Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "probity"
    return book


def save(book: Book, path: str | os.PathLike[str]) -> None:
    """Writes a workbook. Raises DocumentError if the file cannot be written."""
    written = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book.save(written)
    _write_file(path, _without_clock(written.getvalue()))


def _without_clock(data: bytes) -> bytes:
    """The workbook without the time at which it was written: nothing here reads the clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml":
                content = _STAMPS.sub(b"", content)
            info = zipfile.ZipInfo(part.filename, _EARLIEST)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return out.getvalue()
