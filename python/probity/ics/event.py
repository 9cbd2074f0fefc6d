"""One event or task of a calendar file: what it says, once its values are read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from probity.ics.folding import Note
from probity.ics.lines import Component, unescaped
from probity.ics.rules import Parsed
from probity.ics.values import Moment, day_of


class Refused(Exception):
    """An event that cannot be taken: the kind of finding, the reason, and the line."""

    def __init__(self, what: str, reason: str, line: int) -> None:
        super().__init__(reason)
        self.what = what
        self.line = line


@dataclass(slots=True)
class Event:
    """What a VEVENT or VTODO says.

    `start` is a date, or a time in the zone in which its rule counts. `shown` is the zone in which
    people see it, if that is another. `whole_zone` is the zone of whole days written as times.
    """

    component: Component
    uid: str
    title: str
    start: Moment = datetime.date.min
    #: It has no date at all: a task without one, or what cancels an event by its UID.
    is_dateless: bool = False
    days: int = 1
    duration: datetime.timedelta | None = None
    zone: str = ""
    shown: datetime.tzinfo | None = None
    whole_zone: datetime.tzinfo | None = None
    #: DTEND or DUE, as it is written.
    end: Moment | None = None
    recurrence_id: Moment | None = None
    #: RECURRENCE-ID has RANGE=THISANDFUTURE.
    is_range: bool = False
    #: RECURRENCE-ID has a value that names nothing.
    is_astray: bool = False
    is_cancelled: bool = False
    has_guests: bool = False
    sequence: int = 0
    stamp: str = ""
    notes: list[Note] = field(default_factory=list)
    rules: list[tuple[int, Parsed]] = field(default_factory=list)
    exrules: list[tuple[int, Parsed]] = field(default_factory=list)
    rdates: list[tuple[int, Moment]] = field(default_factory=list)
    exdates: list[tuple[int, Moment]] = field(default_factory=list)

    @property
    def line(self) -> int:
        return self.component.line

    @property
    def id_line(self) -> int:
        """The line of RECURRENCE-ID."""
        override = self.component.first("RECURRENCE-ID")
        return override.line if override is not None else self.line

    @property
    def is_timed(self) -> bool:
        return isinstance(self.start, datetime.datetime)

    @property
    def begin(self) -> Moment:
        """DTSTART as people see it."""
        if self.shown is not None and isinstance(self.start, datetime.datetime):
            return self.start.astimezone(self.shown)
        return self.start

    @property
    def date(self) -> datetime.date:
        """The day of DTSTART as people see it."""
        return day_of(self.begin)

    @property
    def recurs(self) -> bool:
        return bool(self.rules or self.rdates)

    def text(self, name: str) -> str:
        return unescaped(self.component.value(name))

    def mend(self, what: str, line: int, reason: str) -> None:
        self.notes.append(Note(what, line, reason, component=self.component))

    def lose(self, what: str, line: int, reason: str) -> None:
        self.notes.append(Note(what, line, reason, True, self.component))
