"""What calendar clients leave out of a file, or misread, before anyone subscribes to it."""

from __future__ import annotations

import codecs
import datetime
import os
import re
from dataclasses import dataclass

from probity._core import ProbityError, Recurrence, Rule, _fits_outlook
from probity.ics.kinds import KINDS, Severity
from probity.ics.lines import (
    CalendarFile,
    Component,
    Property,
    open_calendar,
    physical_lines,
    unescaped,
)
from probity.text import Text

__all__ = ["Finding", "check"]


@dataclass(frozen=True)
class Finding:
    """What some clients will not show as it is meant.

    `severity` is "dropped" where they leave the event out, "misread" where they show other days,
    times or words, and "fragile" where it depends on the client's version or shows only when the
    file changes. `what` names the kind. `uid` and `title` are the event's, empty for the file as a
    whole. Lines count from 1.
    """

    uid: str
    title: str
    clients: tuple[str, ...]
    severity: Severity
    what: str
    why: Text
    advice: Text
    line: int


_DATE = re.compile("[0-9]{8}$")
_TIME = re.compile("[0-9]{8}T[0-9]{6}Z?$")


def check(source: str | os.PathLike[str] | bytes) -> list[Finding]:
    """What Outlook, Google Calendar, Apple's Calendar and Thunderbird leave out or misread of a
    calendar file, in the order of its lines: `source` is its path, its bytes, or its text.

    The files of this library give nothing, unless recurring="rule" was asked for:

    >>> from probity import examples
    >>> agenda = examples.songpa().calendar(2026)
    >>> check(agenda.ics_text())
    []
    >>> for finding in check(agenda.ics_text(recurring="rule")):
    ...     print(finding.title, finding.clients, finding.severity, finding.what)
    Integrity Week ('Outlook',) dropped rrule-outlook
    Integrity Day ('Outlook',) dropped rrule-outlook

    Raises DocumentError, which names the file, where it cannot be read or is no calendar file.
    """
    file = open_calendar(source)
    checker = _Checker(file)
    checker.check_bytes()
    checker.check_notes()
    checker.check_calendars()
    return sorted(checker.findings, key=lambda finding: (finding.line, finding.what))


class _Checker:
    def __init__(self, file: CalendarFile) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.seen: dict[str, int] = {}

    def find(
        self, what: str, line: int, event: Component | None = None, value: object = ""
    ) -> None:
        kind = KINDS[what]
        korean, english = (kind.why.to(lang).replace("{}", str(value)) for lang in ("ko", "en"))
        self.findings.append(
            Finding(
                uid=event.value("UID").strip() if event else "",
                title=unescaped(event.value("SUMMARY")) if event else "",
                clients=kind.clients,
                severity=kind.severity,
                what=what,
                why=Text(korean, english),
                advice=kind.advice,
                line=line,
            )
        )

    # ------------------------------------------------------------------ the bytes

    def check_bytes(self) -> None:
        """Each fault of the form once, at its first line."""
        data = self.file.data
        if data.startswith(codecs.BOM_UTF8):
            self.find("byte-order-mark", 1)
            data = data[len(codecs.BOM_UTF8) :]
        seen: set[str] = set()

        def once(what: str, line: int, value: object = "") -> None:
            if what not in seen:
                seen.add(what)
                self.find(what, line, value=value)

        before = b""
        for number, (line, end) in enumerate(physical_lines(data), start=1):
            if end != b"\r\n":
                once("line-ends", number)
            if len(line) > 75:
                once("long-line", number, len(line))
            if line[:1] in (b" ", b"\t"):
                if line[1:2] and 0x80 <= line[1] < 0xC0 and not _is_utf8(before):
                    once("fold-in-character", number)
                if (len(before) - len(before.rstrip(b"\\"))) % 2:
                    once("fold-in-escape", number)
            before = line

    def check_notes(self) -> None:
        for note in self.file.notes:
            if note.what != "byte-order-mark":
                self.find(note.what, note.line)

    # ------------------------------------------------------------------ calendars

    def check_calendars(self) -> None:
        calendars = self.file.calendars
        if len(calendars) > 1:
            self.find("several-calendars", calendars[1].line, value=len(calendars))
        for calendar in calendars:
            if not calendar.first("PRODID"):
                self.find("no-prodid", calendar.line)
            if calendar.value("VERSION").strip() != "2.0":
                self.find("no-version", calendar.line)
            if not calendar.first("METHOD"):
                self.find("no-method", calendar.line)
            zones = {c.value("TZID") for c in calendar.children if c.name == "VTIMEZONE"}
            for component in calendar.children:
                self.check_component(component, zones)

    def check_component(self, component: Component, zones: set[str]) -> None:
        if component.name == "VTODO":
            self.find("task", component.line, component)
        elif component.name in ("VJOURNAL", "VFREEBUSY"):
            self.find("journal", component.line, component, component.name)
        elif component.name == "VEVENT":
            self.check_event(component, zones)

    # ------------------------------------------------------------------ events

    def check_event(self, event: Component, zones: set[str]) -> None:
        self.check_identity(event)
        start = event.first("DTSTART")
        if start is None:
            self.find("no-dtstart", event.line, event)
            return
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"):
            for found in event.all(name):
                self.check_value(event, found, start, zones)
        self.check_length(event, start)
        self.check_recurrence(event, start)

    def check_identity(self, event: Component) -> None:
        uid = event.value("UID").strip()
        if not uid:
            self.find("no-uid", event.line, event)
        elif not event.first("RECURRENCE-ID"):
            first = self.seen.setdefault(uid, event.line)
            if first != event.line:
                self.find("same-uid", event.line, event, first)
        if not event.first("DTSTAMP"):
            self.find("no-dtstamp", event.line, event)
        if not event.first("SEQUENCE"):
            self.find("no-sequence", event.line, event)

    def check_value(
        self, event: Component, found: Property, start: Property, zones: set[str]
    ) -> None:
        values = [value.strip().partition("/")[0] for value in found.value.split(",")]
        for value in values:
            if not (_DATE.match(value) or _TIME.match(value)) or _moment(value) is None:
                self.find("bad-date", found.line, event, f"{found.name}:{found.value[:60]}")
                return
        if _is_date(found) != _is_date(start) and found.name != "DTSTART":
            self.find("mixed-types", found.line, event, found.name)
        zone = found.parameters.get("TZID", "")
        if _is_date(found):
            return
        if not zone and not values[0].endswith("Z"):
            self.find("floating-time", found.line, event)
        elif zone and zone not in zones:
            self.find("no-vtimezone", found.line, event, zone)

    def check_length(self, event: Component, start: Property) -> None:
        end = event.first("DTEND")
        if end is None:
            if not event.first("DURATION"):
                self.find("no-end", event.line, event)
            return
        same_zone = end.parameters.get("TZID") == start.parameters.get("TZID")
        same_clock = same_zone and start.value.endswith("Z") == end.value.endswith("Z")
        first, last = _moment(start.value.strip()), _moment(end.value.strip())
        if first is not None and last is not None and same_clock and last <= first:
            self.find("end-not-after-start", end.line, event, end.value.strip())

    def check_recurrence(self, event: Component, start: Property) -> None:
        rules, rdate = event.all("RRULE"), event.first("RDATE")
        if rdate is not None:
            self.find("rdate" if rules else "rdate-alone", rdate.line, event)
        if len(rules) > 1:
            self.find("several-rrules", rules[1].line, event)
        for found in rules:
            self.check_rule(event, found, start)

    def check_rule(self, event: Component, found: Property, start: Property) -> None:
        text = found.value.strip().rstrip(";")
        parts = dict(part.upper().partition("=")[::2] for part in text.split(";"))
        if "COUNT" in parts and "UNTIL" in parts:
            self.find("count-and-until", found.line, event)
            return
        try:
            rule = Rule(text)
        except ProbityError as error:
            self.find("rrule-invalid", found.line, event, error)
            return
        begin = _moment(start.value.strip())
        if begin is None:
            return
        if parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
            self.find("rscale", found.line, event)
        is_local = "TZID" in start.parameters and not parts.get("UNTIL", "Z").endswith("Z")
        if "UNTIL" in parts and (("T" in parts["UNTIL"]) == _is_date(start) or is_local):
            self.find("until-type", found.line, event, parts["UNTIL"])
        self.check_days(event, found, rule, begin.date())

    def check_days(
        self, event: Component, found: Property, rule: Rule, begin: datetime.date
    ) -> None:
        try:
            # COUNT has at most three digits in the templates.
            fits = _fits_outlook(rule, begin) and (rule.count or 0) < 1000
            starts = begin in Recurrence(rule, begin)
        except ProbityError as error:
            self.find("rrule-invalid", found.line, event, error)
            return
        if not fits:
            self.find("rrule-outlook", found.line, event, rule)
        if not starts:
            self.find("start-not-of-rule", found.line, event, begin)


def _is_date(found: Property) -> bool:
    return "T" not in found.value.upper()


def _moment(text: str) -> datetime.datetime | None:
    digits = text.rstrip("Z").replace("T", "")
    try:
        return datetime.datetime.strptime(digits.ljust(14, "0")[:14], "%Y%m%d%H%M%S")
    except ValueError:
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
