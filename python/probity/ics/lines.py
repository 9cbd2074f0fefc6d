"""The lines and components of a calendar file (RFC 5545 section 3.1), as they stand.

Nothing here refuses a file: what is wrong is mended if its meaning is plain, and noted.
"""

from __future__ import annotations

import base64
import functools
import os
import quopri
import re
from collections.abc import Iterator
from typing import NamedTuple

from probity._core import DocumentError
from probity.files import bytes_of_file, check_size
from probity.ics.folding import Note, content_lines, in_octets

#: A file larger than this is not read.
LARGEST = 256 * 1024 * 1024
#: Components nested deeper than this are read as if they stood at this depth.
DEEPEST = 20

_PROPERTY = re.compile('([A-Za-z0-9-]{1,100})[ \t]*((?:;[^:"]*)?):(.*)', re.DOTALL)
_QUOTED = re.compile("([A-Za-z0-9-]{1,100})[ \t]*(?=;)")
_NO_PARAMETERS: dict[str, str] = {}

#: Values of free text, which a line that lost the space of its fold may continue.
_TEXT_NAMES = """
SUMMARY DESCRIPTION LOCATION COMMENT CONTACT CATEGORIES RESOURCES NAME X-ALT-DESC X-WR-CALNAME
X-WR-CALDESC
"""
TEXTS = frozenset(_TEXT_NAMES.split())
#: The names of RFC 5545, RFC 7986 and vCalendar 1.0; a line that has one continues nothing.
_OTHER_NAMES = """
ACTION AALARM ATTACH ATTENDEE BEGIN CALSCALE CLASS COLOR COMPLETED CONFERENCE CREATED DALARM
DAYLIGHT DCREATED DTEND DTSTAMP DTSTART DUE DURATION END EXDATE EXRULE FREEBUSY GEO IMAGE
LAST-MODIFIED MALARM METHOD ORGANIZER PALARM PERCENT-COMPLETE PRIORITY PRODID RDATE RECURRENCE-ID
REFRESH-INTERVAL RELATED-TO REPEAT REQUEST-STATUS RNUM RRULE SEQUENCE SOURCE STATUS TRANSP TRIGGER
TZ TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL UID URL VERSION XRULE
"""
_KNOWN = TEXTS | frozenset(_OTHER_NAMES.split())
#: Charsets that lines in quoted-printable may name; every other is read as UTF-8 or CP949.
_CHARSET_NAMES = """
utf-8 us-ascii iso-8859-1 iso-8859-2 iso-8859-15 windows-1252 euc-kr ks_c_5601-1987 cp949 shift_jis
euc-jp iso-2022-kr iso-2022-jp gb2312 gbk big5 koi8-r windows-1251
"""
_CHARSETS = frozenset(_CHARSET_NAMES.split())


class Property(NamedTuple):
    """One property: "DTSTART;TZID=Asia/Seoul:20260318T152000"."""

    name: str
    parameters: dict[str, str]
    value: str
    line: int


class Component:
    """The lines between BEGIN and END."""

    __slots__ = ("_by_name", "calendar", "children", "closed", "line", "name", "properties")

    def __init__(self, name: str, line: int, calendar: Component | None = None) -> None:
        self.name = name
        self.line = line
        self.properties: list[Property] = []
        self.children: list[Component] = []
        self.closed = False
        #: The VCALENDAR in which it stands; itself if it is one.
        self.calendar: Component = calendar if calendar is not None else self
        self._by_name: dict[str, list[Property]] = {}

    def add(self, found: Property) -> None:
        self.properties.append(found)
        self._by_name.setdefault(found.name, []).append(found)

    def first(self, name: str) -> Property | None:
        """The first property of a name that has a value: one without says nothing."""
        for found in self._by_name.get(name, ()):
            if found.value and not found.value.isspace():
                return found
        return None

    def all(self, name: str) -> list[Property]:
        """The properties of a name that have a value, in order."""
        found = self._by_name.get(name)
        if found is None:
            return []
        return [each for each in found if each.value and not each.value.isspace()]

    def empty(self) -> list[Property]:
        """The properties without a value."""
        return [each for each in self.properties if not each.value or each.value.isspace()]

    def repeated(self) -> Iterator[str]:
        """The names that more than one property has."""
        return (name for name, found in self._by_name.items() if len(found) > 1)

    def has(self, name: str) -> bool:
        """Whether it has a property of a name, with a value or without."""
        return name in self._by_name

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


class CalendarFile(NamedTuple):
    """A calendar file: its bytes, its name for messages, its components, and what was mended."""

    name: str
    data: bytes
    root: Component
    #: Each VCALENDAR; one without its END holds the next.
    calendars: list[Component]
    notes: list[Note]


def open_calendar(source: str | os.PathLike[str] | bytes) -> CalendarFile:
    """A calendar file from its path, its bytes or its text.

    A str is text if it has more than one line, else a path. Raises DocumentError, which names the
    file, if it cannot be read or is no calendar.
    """
    name, data = _bytes_of(source)
    notes: list[Note] = []
    data = in_octets(data, notes)
    root = _components(content_lines(data, notes), notes)
    calendars = [component for component in root.walk() if component.name == "VCALENDAR"]
    if not calendars:
        raise DocumentError(f"{name}: it is no calendar file: it has no line BEGIN:VCALENDAR")
    return CalendarFile(name, data, root, calendars, notes)


def _bytes_of(source: str | os.PathLike[str] | bytes) -> tuple[str, bytes]:
    if isinstance(source, bytes):
        data = source
    elif isinstance(source, str) and ("\n" in source or "\r" in source):
        data = source.encode("utf-8", "surrogatepass")
    else:
        return os.fspath(source), bytes_of_file(source, LARGEST)
    check_size("the calendar file", data, LARGEST)
    return "the calendar file", data


# Properties ---------------------------------------------------------------------------------------


def parse_property(text: str, line: int) -> Property | None:
    """A content line as name, parameters and value; None if it is no property."""
    match = _PROPERTY.match(text)
    if match is not None:
        name, given, value = match.groups()
        parameters = _plain_parameters(given) if given else _NO_PARAMETERS
    else:
        match = _QUOTED.match(text)
        if match is None:
            return None
        name, pieces, at = match[1], [], match.end()
        while text[at : at + 1] == ";":
            end = _end_of_parameter(text, at + 1)
            pieces.append(text[at + 1 : end])
            at = end
        if text[at : at + 1] != ":":
            return None
        parameters, value = _parameters(pieces), text[at + 1 :]
    if parameters and (parameters.get("ENCODING", "") or "QUOTED-PRINTABLE" in parameters):
        value = _transferred(name.upper(), parameters, value)
    return Property(name.upper(), parameters, value, line)


@functools.lru_cache(1024)
def _common_parameters(given: str) -> dict[str, str]:
    return _parameters(given[1:].split(";"))


def _plain_parameters(given: str) -> dict[str, str]:
    """Parameters without quotes. Nobody changes them, so that those of many lines are shared."""
    return _common_parameters(given) if len(given) < 60 else _parameters(given[1:].split(";"))


def _parameters(pieces: list[str]) -> dict[str, str]:
    parameters: dict[str, str] = {}
    for piece in pieces:
        key, _, value = piece.partition("=")
        parameters.setdefault(key.strip().upper(), value.strip().strip('"'))
    return parameters


def _end_of_parameter(text: str, at: int) -> int:
    quoted = False
    for index in range(at, len(text)):
        character = text[index]
        if character == '"':
            quoted = not quoted
        elif character in ";:" and not quoted:
            return index
    return len(text)


def _transferred(name: str, parameters: dict[str, str], value: str) -> str:
    """A value in quoted-printable, or a text in Base64, as it reads."""
    encoding = parameters.get("ENCODING", "QUOTED-PRINTABLE").upper()
    data = value.encode("utf-8", "surrogatepass")
    if encoding == "QUOTED-PRINTABLE":
        # Unfolding leaves the "=" of a soft break before the "=" of the next letter.
        data = quopri.decodestring(re.sub(b"=(?==)", b"", data)).replace(b"\r\n", b"\n")
    elif encoding in ("BASE64", "B") and name in TEXTS:
        try:
            data = base64.b64decode(data, validate=True)
        except ValueError:
            return value
    else:
        return value
    charset = parameters.get("CHARSET", "utf-8").lower()
    for name in (charset if charset in _CHARSETS else "utf-8", "utf-8", "cp949"):
        try:
            return data.decode("cp949" if name.startswith(("ks_c", "euc-kr")) else name)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _continues(text: str, found: Property | None, before: Property | None) -> bool:
    """Whether a line goes on with the text before it: it is no property, or its name is a word."""
    if before is None or before.name not in TEXTS:
        return False
    if found is None:
        name = re.match("[A-Za-z-]*", text)
        return name is None or name[0].upper() not in _KNOWN or text[name.end() :][:1] not in ";:"
    name_is_upper = text[: len(found.name)] == found.name
    return not (name_is_upper or found.name in _KNOWN or found.name.startswith("X-"))


def _components(lines: list[tuple[int, str]], notes: list[Note]) -> Component:
    root = Component("", 0)
    open_ones = [root]
    before: Property | None = None
    pieces: list[str] = []
    for number, text in lines:
        if text[0] == "\ufeff":  # files that were put one behind the other
            reason = "a byte-order mark stands before the line"
            notes.append(Note("byte-order-mark", number, reason))
            text = text.lstrip("\ufeff")
        found = parse_property(text, number)
        if (found is None or found.name not in _KNOWN) and _continues(text, found, before):
            pieces.append(text)
            notes.append(
                Note(
                    "broken-line",
                    number,
                    "the line is no property; it was added to the text before it",
                    component=open_ones[-1],
                )
            )
            continue
        if before is not None:
            open_ones[-1].add(_continued(before, pieces) if pieces else before)
            before, pieces = None, []
        if found is None:
            notes.append(
                Note(
                    "broken-line",
                    number,
                    f"the line is no property and was passed over: {shortened(text)}",
                    is_lost=True,
                    component=open_ones[-1],
                )
            )
        elif found.name == "BEGIN":
            _open(open_ones, found)
        elif found.name == "END":
            _close(open_ones, found, notes)
        else:
            before = found
    if before is not None:
        open_ones[-1].add(_continued(before, pieces))
    for component in open_ones[1:]:
        notes.append(Note("unclosed", component.line, f"BEGIN:{component.name[:40]} has no END"))
    return root


def _continued(found: Property, pieces: list[str]) -> Property:
    return found._replace(value=found.value + "".join(pieces))


def _open(open_ones: list[Component], found: Property) -> None:
    name = found.value.strip().upper()
    parent = open_ones[-1]
    inside = parent.calendar if parent.name and name != "VCALENDAR" else None
    component = Component(name, found.line, inside)
    parent.children.append(component)
    if len(open_ones) <= DEEPEST:
        open_ones.append(component)


def _close(open_ones: list[Component], found: Property, notes: list[Note]) -> None:
    name = found.value.strip().upper()
    if open_ones[-1].name == name and len(open_ones) > 1:
        open_ones.pop().closed = True
        return
    if all(component.name != name for component in open_ones[1:]):
        notes.append(Note("unclosed", found.line, f"END:{name[:40]} ends nothing"))
        return
    while True:
        component = open_ones.pop()
        if component.name == name:
            component.closed = True
            return
        notes.append(Note("unclosed", component.line, f"BEGIN:{component.name[:40]} has no END"))


_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def unescaped(value: str) -> str:
    """A value of type TEXT as it reads (RFC 5545 section 3.3.11)."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def shortened(text: str, most: int = 60) -> str:
    """A text for messages: quoted, and cut if it is long."""
    return repr(text if len(text) <= most else text[:most] + "...")
