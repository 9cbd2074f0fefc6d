"""Tells by its bytes, not by its name, what a file is: for those who are handed the wrong one.

    >>> print(kind_of(b"\\x9b DRMONE  This Document is encrypted and protected by Fasoo DRM"))
    it is locked by document security (Fasoo DRM); release it there, or save an open copy
    >>> kind_of(b"id,title") is None
    True

The beginnings of locked files are those that the products write; a file that begins like none of
them may be locked all the same.
"""

from __future__ import annotations

import re

from probity.text import Text
from probity.words import text

#: How an archive (ZIP) and a compound file of Microsoft (OLE) begin.
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_LOCKED = (
    (b"\x9b DRMONE", "Fasoo DRM"),
    (b"SCDSA00", "SoftCamp Document Security"),
    (b"<## NASCA DRM", "NASCA DRM"),
)
#: Words with which others begin, in the part of a locked file that is not encrypted.
_LOCKED_WORDS = re.compile(
    rb"fasoo|softcamp|markany|document safer|nasca drm|encrypted and protected|\bDRM\b",
    re.IGNORECASE,
)

#: Streams of compound files, by whose names in the directory they are known.
_STREAMS = (
    ("DRMEncrypted", "locked_irm"),
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("HwpSummaryInformation", "hwp"),
)
_BEGINNINGS = (
    (b"%PDF", "pdf"),
    (b"HWP Document File", "hwp"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\x00", "picture"),
    (b"MM\x00*", "picture"),
    (b"\x1f\x8b", ("packed", ".gz")),
    (b"7z\xbc\xaf", ("packed", ".7z")),
    (b"Rar!", ("packed", ".rar")),
    (b"ALZ\x01", ("packed", ".alz")),
    (b"EGGA", ("packed", ".egg")),
    (b"ID;PWXL", "sylk"),
    (b"ID;PSCALC", "sylk"),
    (b"\x09\x00\x04\x00", ("old_excel", "2")),
    (b"\x09\x02\x06\x00", ("old_excel", "3")),
    (b"\x09\x04\x06\x00", ("old_excel", "4")),
    (b"\x09\x08", "excel_5"),
)
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|meta|table|style)\b", re.IGNORECASE)
#: A web archive begins as a message does; of one that a browser saved, with who did it.
_MIME = re.compile(
    rb"(MIME-Version:|(From|Subject|Date|Snapshot-Content-Location|Content-Type): )"
    rb"(?s:.{0,2000}?)(multipart/related|text/html)",
    re.IGNORECASE,
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(r"[\0-\x08\x0e-\x19\x1b-\x1f]")
#: So far the beginning of a file is looked at.
_BEGINNING = 4096


def kind_of(data: bytes) -> Text | None:
    """Says what a file is that is no table, and what to do about it; None if it may be one.

    An archive may be a workbook, and so may be a compound file: see kind_of_compound.
    """
    for beginning, product in _LOCKED:
        if data.startswith(beginning):
            return text("format.locked", product=product)
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            name, which = (kind, "") if isinstance(kind, str) else kind
            return text(f"format.{name}", ending=which, version=which)
    # Without the NUL bytes of UTF-16, so that one look does for both.
    start = data[:_BEGINNING]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    start = start.replace(b"\0", b"").lstrip()
    if _MIME.match(start):
        return text("format.mht")
    if start.startswith(b"<?xml"):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in start or b"Excel.Sheet" in start:
            return text("format.xml_spreadsheet")
        if not _HTML.search(start):
            return text("format.xml")
    if start.startswith(b"<") and _HTML.search(start):
        return text("format.html")
    if not data.startswith(ZIP) and _is_binary(data) and _LOCKED_WORDS.search(data[:_BEGINNING]):
        return text("format.locked", product="DRM")
    return None


def kind_of_compound(data: bytes) -> Text:
    """Says what a compound file of Microsoft is, by the names of its streams."""
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return text(f"format.{kind}")
    return text("format.xls")


def kind_of_archive(names: set[str]) -> Text | None:
    """Says by its parts what an archive is; None if it may be a workbook of Excel."""
    if "xl/workbook.bin" in names:
        return text("format.xlsb")
    if "Contents/content.hpf" in names or "Contents/header.xml" in names:
        return text("format.hwpx")
    if "mimetype" in names and "content.xml" in names:
        return text("format.open_document")
    if names and "[Content_Types].xml" not in names:
        return text("format.zip")
    if "word/document.xml" in names:
        return text("format.docx")
    if "ppt/presentation.xml" in names:
        return text("format.pptx")
    return None


def may_be_locked(data: bytes) -> bool:
    """Whether a file that no reader knows is no text either, as one that is encrypted."""
    return bool(data) and not data.startswith((ZIP, OLE)) and _is_binary(data)


def _is_binary(data: bytes) -> bool:
    """Whether a file has control characters that no text has, in any encoding of a text."""
    start = data[:_BEGINNING]
    if start.startswith(_MARKS[1:]):
        return False
    # UTF-16 without a mark has a zero beside each letter of ASCII: one of its decodings is a text.
    if len(start) % 2 == 0 and 0 in start:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = start.decode(encoding, "replace")
            if not _CONTROL.search(text) and ("\n" in text or "," in text):
                return False
    return _CONTROL.search(start.decode("latin-1")) is not None
