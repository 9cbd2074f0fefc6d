"""The lines and components of a calendar file (RFC 5545 section 3.1), as they stand.

Nothing here refuses a file: what is wrong is mended where its meaning is plain, and noted.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from probity._core import DocumentError
from probity.files import bytes_of_file, check_size

#: A file larger than this is not read.
LARGEST = 256 * 1024 * 1024
#: Components nested deeper than this are read as if they stood at this depth.
DEEPEST = 20

_NAME = re.compile("[A-Za-z0-9-]{1,100}(?=[;:])")
_BREAK = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True)
class Note:
    """What was wrong with a line, and how it was taken. Lines count from 1.

    `what` is the kind of finding that it is to a check: "encoding", "broken-line", "unclosed",
    "byte-order-mark".
    """

    what: str
    line: int
    reason: str


@dataclass(frozen=True)
class Property:
    """One property: "DTSTART;TZID=Asia/Seoul:20260318T152000"."""

    name: str
    parameters: dict[str, str]
    value: str
    line: int
    text: str


@dataclass
class Component:
    """What stands between BEGIN and END."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    children: list[Component] = field(default_factory=list)
    closed: bool = False

    def first(self, name: str) -> Property | None:
        """The first property of a name."""
        return next((p for p in self.properties if p.name == name), None)

    def all(self, name: str) -> list[Property]:
        """The properties of a name, in order."""
        return [p for p in self.properties if p.name == name]

    def value(self, name: str) -> str:
        """The value of the first property of a name; empty without one."""
        found = self.first(name)
        return found.value if found else ""

    def walk(self) -> Iterator[Component]:
        """It and all within it, in the order of the file."""
        waiting = [self]
        while waiting:
            component = waiting.pop()
            yield component
            waiting.extend(reversed(component.children))


@dataclass
class CalendarFile:
    """A calendar file: its bytes, its name for messages, its components, and what was mended."""

    name: str
    data: bytes
    root: Component
    notes: list[Note]

    @property
    def calendars(self) -> list[Component]:
        return [child for child in self.root.children if child.name == "VCALENDAR"]


def open_calendar(source: str | os.PathLike[str] | bytes) -> CalendarFile:
    """A calendar file from its path, its bytes or its text.

    A str is text where it has more than one line, else a path. Raises DocumentError, which names
    the file, where it cannot be read or is no calendar.
    """
    name, data = _bytes_of(source)
    notes: list[Note] = []
    root = _components(_content_lines(data, notes), notes)
    file = CalendarFile(name, data, root, notes)
    if not file.calendars:
        raise DocumentError(f"{name}: it is no calendar file: it has no line BEGIN:VCALENDAR")
    return file


def _bytes_of(source: str | os.PathLike[str] | bytes) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        data = source
    elif isinstance(source, str) and ("\n" in source or "\r" in source):
        data = source.encode("utf-8", "surrogatepass")
    else:
        return os.fspath(source), bytes_of_file(source, LARGEST)
    check_size("the calendar file", data, LARGEST)
    return "the calendar file", data


def physical_lines(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(line, what ends it) of each line as it stands; the last may end in nothing."""
    start = 0
    for match in _BREAK.finditer(data):
        yield data[start : match.start()], match[0]
        start = match.end()
    if start < len(data):
        yield data[start:], b""


def _content_lines(data: bytes, notes: list[Note]) -> list[tuple[int, str]]:
    """(number, text) of each unfolded line. Folds within a character are undone before decoding."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        notes.append(Note("encoding", 1, "the file is in UTF-16, not UTF-8"))
        data = data.decode("utf-16", "replace").encode("utf-8")
    elif data.startswith(codecs.BOM_UTF8):
        notes.append(Note("byte-order-mark", 1, "a byte-order mark stands before the first line"))
        data = data[len(codecs.BOM_UTF8) :]
    unfolded: list[tuple[int, list[bytes]]] = []
    for number, (line, _) in enumerate(physical_lines(data), start=1):
        if line[:1] in (b" ", b"\t") and unfolded:
            unfolded[-1][1].append(line[1:])
        elif line:
            unfolded.append((number, [line]))
    return [(number, _decoded(b"".join(parts), number, notes)) for number, parts in unfolded]


def _decoded(line: bytes, number: int, notes: list[Note]) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = line.decode("cp949")
        notes.append(Note("encoding", number, "the line is not UTF-8; it was read as CP949"))
    except UnicodeDecodeError:
        text = line.decode("utf-8", "replace")
        notes.append(
            Note("encoding", number, "the line is not UTF-8; what could not be read was replaced")
        )
    return text


def parse_property(text: str, line: int) -> Property | None:
    """A content line as name, parameters and value; None where it is none."""
    match = _NAME.match(text)
    if match is None:
        return None
    parameters: dict[str, str] = {}
    at = match.end()
    while text[at : at + 1] == ";":
        end = _end_of_parameter(text, at + 1)
        key, _, value = text[at + 1 : end].partition("=")
        parameters.setdefault(key.upper(), value.strip('"'))
        at = end
    if text[at : at + 1] != ":":
        return None
    return Property(match[0].upper(), parameters, text[at + 1 :], line, text)


def _end_of_parameter(text: str, at: int) -> int:
    quoted = False
    for index in range(at, len(text)):
        character = text[index]
        if character == '"':
            quoted = not quoted
        elif character in ";:" and not quoted:
            return index
    return len(text)


def _components(lines: list[tuple[int, str]], notes: list[Note]) -> Component:
    root = Component("", 0)
    open_ones = [root]
    for number, found in _properties(lines, notes):
        if found.name == "BEGIN":
            component = Component(found.value.strip().upper(), number)
            open_ones[-1].children.append(component)
            if len(open_ones) <= DEEPEST:
                open_ones.append(component)
        elif found.name == "END":
            _close(open_ones, found, notes)
        else:
            open_ones[-1].properties.append(found)
    for component in open_ones[1:]:
        notes.append(Note("unclosed", component.line, f"BEGIN:{component.name} has no END"))
    return root


def _properties(lines: list[tuple[int, str]], notes: list[Note]) -> Iterator[tuple[int, Property]]:
    """The properties of lines. A line that is none continues the one before, which was folded
    without its space."""
    waiting: Property | None = None
    pieces: list[str] = []
    for number, text in lines:
        found = parse_property(text, number)
        if found is not None:
            if waiting is not None:
                yield waiting.line, _continued(waiting, pieces)
            waiting, pieces = found, []
        elif waiting is None or waiting.name in ("BEGIN", "END"):
            notes.append(Note("broken-line", number, "the line is no property; it was passed over"))
        else:
            pieces.append(text)
            notes.append(
                Note(
                    "broken-line", number, "the line is no property; it was added to the one before"
                )
            )
    if waiting is not None:
        yield waiting.line, _continued(waiting, pieces)


def _continued(found: Property, pieces: list[str]) -> Property:
    if not pieces:
        return found
    more = "".join(pieces)
    return Property(found.name, found.parameters, found.value + more, found.line, found.text + more)


def _close(open_ones: list[Component], found: Property, notes: list[Note]) -> None:
    name = found.value.strip().upper()
    if all(component.name != name for component in open_ones[1:]):
        notes.append(Note("unclosed", found.line, f"END:{name[:40]} ends nothing"))
        return
    while True:
        component = open_ones.pop()
        if component.name == name:
            component.closed = True
            return
        notes.append(Note("unclosed", component.line, f"BEGIN:{component.name[:40]} has no END"))


_ESCAPES = {"n": "\n", "N": "\n"}


def unescaped(value: str) -> str:
    """A value of type TEXT as it reads (RFC 5545 section 3.3.11)."""
    return re.sub(r"\\(.)", lambda m: _ESCAPES.get(m[1], m[1]), value, flags=re.DOTALL)
