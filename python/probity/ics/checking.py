"""What calendar clients leave out of a file, or misread, before anyone subscribes to it."""

from __future__ import annotations

import codecs
import datetime
import os
from dataclasses import dataclass

from probity._core import ProbityError, Rule, _outlook_takes
from probity.ics.event import Event
from probity.ics.folding import physical_lines
from probity.ics.kinds import KINDS, Severity
from probity.ics.lines import Component, Property, open_calendar, unescaped
from probity.ics.reading import Reading
from probity.ics.rules import TIMES, Parsed
from probity.ics.stepping import UNITS
from probity.ics.values import Moment, day_of, parse_moment
from probity.keywords import named
from probity.text import Text

__all__ = ["Finding", "check"]

_HOUR_AND_MINUTE = TIMES[:2]


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


@named
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

    Raises DocumentError, which names the file, where it cannot be read or is no calendar file.
    """
    checker = _Checker(Reading(open_calendar(source)))
    checker.check_bytes()
    checker.check_calendars()
    for event in checker.reading.events:
        checker.check_event(event)
    checker.take_notes()
    return sorted(checker.findings, key=lambda finding: (finding.line, finding.what))


class _Checker:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.file = reading.file
        self.findings: list[Finding] = []
        self.seen: dict[str, int] = {}
        self.zones: dict[int, set[str]] = {}

    def find(
        self, what: str, line: int, event: Component | None = None, value: object = ""
    ) -> None:
        why = KINDS[what].why
        korean, english = (why.to(lang).replace("{}", str(value)) for lang in ("ko", "en"))
        self._add(what, line, event, Text(korean, english))

    def _add(self, what: str, line: int, event: Component | None, why: Text) -> None:
        kind = KINDS[what]
        self.findings.append(
            Finding(
                uid=event.value("UID").strip() if event else "",
                title=unescaped(event.value("SUMMARY")) if event else "",
                clients=kind.clients,
                severity=kind.severity,
                what=what,
                why=why,
                advice=kind.advice,
                line=line,
            )
        )

    def take_notes(self) -> None:
        """What reading mended or refused and is no finding yet, so that no finding at all means
        that nothing was."""
        found = {(finding.what, finding.line) for finding in self.findings}
        for note in self.reading.notes:
            if (note.what, note.line) not in found:
                found.add((note.what, note.line))
                korean = KINDS[note.what].why.korean.replace("{}", note.reason)
                self._add(note.what, note.line, note.component, Text(korean, note.reason))

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

    # ------------------------------------------------------------------ calendars

    def check_calendars(self) -> None:
        calendars = self.file.calendars
        if len(calendars) > 1:
            self.find("several-calendars", calendars[1].line, value=len(calendars))
        for calendar in calendars:
            if not calendar.first("PRODID"):
                self.find("no-prodid", calendar.line)
            version = calendar.first("VERSION")
            if version is None or version.value.strip() not in ("1.0", "2.0"):
                self.find("no-version", version.line if version else calendar.line)
            if not calendar.first("METHOD"):
                self.find("no-method", calendar.line)
            self.zones[id(calendar)] = {
                child.value("TZID") for child in calendar.children if child.name == "VTIMEZONE"
            }
            for component in calendar.children:
                if component.name == "VTODO":
                    self.find("task", component.line, component)

    # ------------------------------------------------------------------ events

    def check_event(self, event: Event) -> None:
        component = event.component
        if component.name != "VEVENT":
            return
        self.check_identity(component)
        zones = self.zones.get(id(component.calendar), set())
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"):
            for found in component.all(name):
                self.check_time(component, found, zones)
        end = component.first("DTEND")
        if end is None and not component.first("DURATION"):
            self.find("no-end", component.line, component)
        if end is not None and event.is_timed and not event.duration and event.end is not None:
            self.find("end-not-after-start", end.line, component, end.value.strip())
        override = component.first("RECURRENCE-ID")
        named = event.recurrence_id
        if override is not None and named is not None:
            is_mixed = isinstance(named, datetime.datetime) != event.is_timed
            if is_mixed and event.whole_zone is None:
                self.find("mixed-types", override.line, component, "RECURRENCE-ID")
        self.check_recurrence(event)

    def check_identity(self, event: Component) -> None:
        uid = event.value("UID").strip()
        if uid and not event.first("RECURRENCE-ID"):
            first = self.seen.setdefault(uid, event.line)
            if first != event.line:
                self.find("same-uid", event.line, event, first)
        if not event.first("DTSTAMP"):
            self.find("no-dtstamp", event.line, event)
        if not event.first("SEQUENCE"):
            self.find("no-sequence", event.line, event)

    def check_time(self, event: Component, found: Property, zones: set[str]) -> None:
        value = found.value.strip().upper()
        if "T" not in value:
            return
        zone = found.parameters.get("TZID", "")
        written = parse_moment(value.partition(",")[0].strip())
        is_local = written is None or written.offset is None
        if not zone and is_local and "/" not in value:
            self.find("floating-time", found.line, event)
        elif zone and zone not in zones:
            self.find("no-vtimezone", found.line, event, zone)

    # ------------------------------------------------------------------ rules

    def check_recurrence(self, event: Event) -> None:
        component = event.component
        rdate = component.first("RDATE")
        if rdate is not None:
            what = "rdate" if component.first("RRULE") else "rdate-alone"
            self.find(what, rdate.line, component)
        for line, rule in event.rules:
            self.check_rule(event, line, rule)

    def check_rule(self, event: Event, line: int, rule: Parsed) -> None:
        component, parts = event.component, rule.parts
        if parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
            self.find("rscale", line, component)
        self.check_until(event, line, rule)
        if parts["FREQ"] == "YEARLY" and "BYMONTHDAY" in parts and "BYMONTH" not in parts:
            self.find("yearly-monthday", line, component)
        count = f";COUNT={rule.count}" if rule.count is not None else ""
        shown = rule.text() + count
        try:
            fits = _outlook_takes(Rule(_template(rule) + count), day_of(event.start))
        except ProbityError:  # as rules that only a lenient reader takes
            fits = None
        if fits is None:
            self.find("rrule-outlook", line, component, shown)
        elif not fits:
            self.find("rrule-import", line, component, shown)
        if rule.has_times and not _names_start(rule, event.start):
            self.find("rrule-hours", line, component, shown)

    def check_until(self, event: Event, line: int, rule: Parsed) -> None:
        if rule.until is None or rule.count is not None:
            return
        is_time = isinstance(rule.until.moment, datetime.datetime)
        start = event.start
        is_local = (
            isinstance(start, datetime.datetime)
            and start.tzinfo is not None
            and rule.until.offset is None
        )
        if is_time != event.is_timed or is_local:
            moment = rule.until.moment
            written = f"{moment:%Y%m%dT%H%M%S}" if is_time else f"{moment:%Y%m%d}"
            written += "Z" if rule.until.offset is not None else ""
            self.find("until-type", line, event.component, written)


def _template(rule: Parsed) -> str:
    """A rule without the one hour and minute that each template of Outlook may name."""
    has_one = all("," not in rule.parts.get(name, "") for name in _HOUR_AND_MINUTE)
    return rule.text(*_HOUR_AND_MINUTE) if has_one else rule.text()


def _names_start(rule: Parsed, start: Moment) -> bool:
    """Whether the times that a rule names are DTSTART's alone, so that passing over them or not
    comes to the same."""
    if not isinstance(start, datetime.datetime) or rule.parts["FREQ"] in UNITS:
        return False
    there = zip(TIMES, (start.hour, start.minute, start.second), strict=True)
    return all(
        rule.parts.get(name, str(number)).zfill(2) == f"{number:02}" for name, number in there
    )


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
