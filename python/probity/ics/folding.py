"""The lines of a calendar file: bytes decoded, folds undone (RFC 5545 section 3.1)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity.ics.lines import Component

_BREAK = re.compile(rb"\r\n|\n|\r")
_UTF_16 = (
    ("utf-16-le", codecs.BOM_UTF16_LE, b"B\0E\0G\0"),
    ("utf-16-be", codecs.BOM_UTF16_BE, b"\0B\0E\0G"),
)
_QUOTED_PRINTABLE = re.compile("[^:]*;[^:]*QUOTED-PRINTABLE[^:]*:", re.IGNORECASE)


class Note(NamedTuple):
    """What was wrong with a line, and how it was taken. Lines count from 1.

    `what` is the kind of finding that it is to a check. `is_lost` if something was left out.
    `component` is the one in which the line stands.
    """

    what: str
    line: int
    reason: str
    is_lost: bool = False
    component: Component | None = None


def physical_lines(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(line, what ends it) of each line as it stands; the last may end in nothing."""
    start = 0
    for match in _BREAK.finditer(data):
        yield data[start : match.start()], match[0]
        start = match.end()
    if start < len(data):
        yield data[start:], b""


def in_octets(data: bytes, notes: list[Note]) -> bytes:
    """A file in UTF-16, with its byte-order mark or without, in UTF-8; any other as it is."""
    for name, mark, begin in _UTF_16:
        if data.startswith((mark, begin)):
            notes.append(Note("encoding", 1, "the file is in UTF-16, not UTF-8"))
            return data.removeprefix(mark).decode(name, "replace").encode("utf-8", "replace")
    return data


def content_lines(data: bytes, notes: list[Note]) -> list[tuple[int, str]]:
    """(number, text) of each unfolded line."""
    if data.startswith(codecs.BOM_UTF8):
        notes.append(Note("byte-order-mark", 1, "a byte-order mark stands before the first line"))
        data = data[len(codecs.BOM_UTF8) :]
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        lines = _unfolded(data.decode("utf-8").split("\n"))
    except UnicodeDecodeError:
        # Folds within a character are undone before decoding.
        lines = [(number, _decoded(line, number, notes)) for number, line in _unfolded_bytes(data)]
    return _joined_softly(lines) if re.search(b"QUOTED-PRINTABLE", data, re.IGNORECASE) else lines


def _unfolded(lines: list[str]) -> list[tuple[int, str]]:
    unfolded: list[tuple[int, str]] = []
    parts: list[str] = []
    for number, line in enumerate(lines, start=1):
        if not line:
            continue
        if line[0] in " \t" and unfolded:
            parts.append(line[1:])
            continue
        if parts:
            first, text = unfolded[-1]
            unfolded[-1] = (first, text + "".join(parts))
            parts = []
        unfolded.append((number, line))
    if parts:
        first, text = unfolded[-1]
        unfolded[-1] = (first, text + "".join(parts))
    return unfolded


def _unfolded_bytes(data: bytes) -> Iterator[tuple[int, bytes]]:
    start = 0
    parts: list[bytes] = []
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line[:1] in (b" ", b"\t") and parts:
            parts.append(line[1:])
        elif line:
            if parts:
                yield start, b"".join(parts)
            start, parts = number, [line]
    if parts:
        yield start, b"".join(parts)


def _decoded(line: bytes, number: int, notes: list[Note]) -> str:
    """A line in UTF-8; one with letters of three octets and more in UTF-8 is one with a fault, any
    other is of an older encoding."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = line.decode("utf-8", "replace")
    if not any("\u0800" <= letter != "\ufffd" for letter in text):
        for name in ("cp949", "cp1252"):
            try:
                text = line.decode(name)
            except UnicodeDecodeError:
                continue
            reason = f"the line is not UTF-8; it was read as {name.upper()}"
            notes.append(Note("encoding", number, reason))
            return text
    reason = "the line is not UTF-8; what could not be read was replaced"
    notes.append(Note("encoding", number, reason))
    return text


def _joined_softly(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines whose quoted-printable value goes on behind "=" at the end (vCalendar 1.0)."""
    joined: list[tuple[int, str]] = []
    parts: list[str] = []
    first = 0
    for number, text in lines:
        if not parts and not (text.endswith("=") and _QUOTED_PRINTABLE.match(text)):
            joined.append((number, text))
            continue
        if not parts:
            first = number
        parts.append(text)
        if not text.endswith("="):
            joined.append((first, "".join(each.removesuffix("=") for each in parts)))
            parts = []
    if parts:
        joined.append((first, "".join(each.removesuffix("=") for each in parts)))
    return joined
