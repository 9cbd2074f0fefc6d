"""Tells by its bytes, not by its name, what a file is: for those who are handed the wrong one.

    >>> kind_of(b"\\x9b DRMONE  This Document is encrypted and protected by Fasoo DRM")
    'it is locked by document security (Fasoo DRM); release it there, or save an open copy'
    >>> kind_of(b"id,title") is None
    True

The beginnings of locked files are those that the products write; a file that begins like none of
them may be locked all the same.
"""

from __future__ import annotations

import re

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
_UNLOCK = "release it there, or save an open copy"
_SAVE_AS = "open it in Excel and save it as a workbook (.xlsx)"

#: Streams of compound files, by whose names in the directory they are known.
_STREAMS = (
    ("DRMEncrypted", f"it is locked by rights management (Microsoft IRM); {_UNLOCK}"),
    ("EncryptedPackage", "it is encrypted; save it without a password"),
    ("WordDocument", "it is a document of Word (.doc)"),
    ("PowerPoint Document", "it is a presentation (.ppt)"),
    ("HwpSummaryInformation", "it is a document of Hangul (.hwp)"),
)
_UNPACK = "unpack it"
_BEGINNINGS = (
    (b"%PDF", "it is a PDF file"),
    (b"HWP Document File", "it is a document of Hangul (.hwp)"),
    (b"{\\rtf", "it is a text of a word processor (.rtf)"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"GIF8", "it is a picture"),
    (b"II*\x00", "it is a picture"),
    (b"MM\x00*", "it is a picture"),
    (b"\x1f\x8b", f"it is a packed file (.gz); {_UNPACK}"),
    (b"7z\xbc\xaf", f"it is a packed file (.7z); {_UNPACK}"),
    (b"Rar!", f"it is a packed file (.rar); {_UNPACK}"),
    (b"ALZ\x01", f"it is a packed file (.alz); {_UNPACK}"),
    (b"EGGA", f"it is a packed file (.egg); {_UNPACK}"),
    (b"ID;PWXL", f"it is a spreadsheet as text (SYLK); {_SAVE_AS}"),
    (b"ID;PSCALC", f"it is a spreadsheet as text (SYLK); {_SAVE_AS}"),
    (b"\x09\x00\x04\x00", f"it is a workbook of Excel 2; {_SAVE_AS}"),
    (b"\x09\x02\x06\x00", f"it is a workbook of Excel 3; {_SAVE_AS}"),
    (b"\x09\x04\x06\x00", f"it is a workbook of Excel 4; {_SAVE_AS}"),
    (b"\x09\x08", f"it is a workbook of Excel 5 or 95; {_SAVE_AS}"),
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


def kind_of(data: bytes) -> str | None:
    """Says what a file is that is no table, and what to do about it; None if it may be one.

    An archive may be a workbook, and so may be a compound file: see kind_of_compound.
    """
    for beginning, product in _LOCKED:
        if data.startswith(beginning):
            return f"it is locked by document security ({product}); {_UNLOCK}"
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    # Without the NUL bytes of UTF-16, so that one look does for both.
    start = data[:_BEGINNING]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    start = start.replace(b"\0", b"").lstrip()
    if _MIME.match(start):
        return f"it is a web archive (.mht); {_SAVE_AS}"
    if start.startswith(b"<?xml"):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in start or b"Excel.Sheet" in start:
            return f"it is a spreadsheet as XML (XML Spreadsheet 2003); {_SAVE_AS}"
        if not _HTML.search(start):
            return "it is an XML file"
    if start.startswith(b"<") and _HTML.search(start):
        return f"it is a web page (HTML), whatever its name says; {_SAVE_AS}"
    if not data.startswith(ZIP) and _is_binary(data) and _LOCKED_WORDS.search(data[:_BEGINNING]):
        return f"it is locked by document security (DRM); {_UNLOCK}"
    return None


def kind_of_compound(data: bytes) -> str:
    """Says what a compound file of Microsoft is, by the names of its streams."""
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return "it is a workbook of Excel 97-2003 (.xls); save it as .xlsx"


def kind_of_archive(names: set[str]) -> str | None:
    """Says by its parts what an archive is; None if it may be a workbook of Excel."""
    if "xl/workbook.bin" in names:
        return "it is a binary workbook (.xlsb); save it as .xlsx"
    if "Contents/content.hpf" in names or "Contents/header.xml" in names:
        return "it is a document of Hangul (.hwpx)"
    if "mimetype" in names and "content.xml" in names:
        return "it is an OpenDocument file; save it as .xlsx"
    if names and "[Content_Types].xml" not in names:
        return f"it is no workbook; of a packed file (.zip) the workbook in it is read: {_UNPACK}"
    if "word/document.xml" in names:
        return "it is a document of Word (.docx)"
    if "ppt/presentation.xml" in names:
        return "it is a presentation (.pptx)"
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
