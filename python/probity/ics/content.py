"""What a calendar file holds, once it is read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from probity._core import Holiday, Interval, Recurrence, Spans

TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity.types import HolidayKind


@dataclass(frozen=True)
class Refusal:
    """What was not taken from a file, or taken otherwise than it was written: where, and why.

    `line` counts from 1. `uid` is empty where the line belongs to no event, or to one without UID.
    """

    uid: str
    line: int
    reason: str


@dataclass(frozen=True)
class Moved:
    """An occurrence of a series that the file changes (RECURRENCE-ID).

    `nominal` is its day by the rule; `begin` its day now, with the time where it has one. `days` is
    how many days it takes where it has no time.
    """

    nominal: datetime.date
    begin: datetime.date | datetime.datetime
    title: str
    days: int = 1


@dataclass(frozen=True)
class Series:
    """Something that recurs.

    `recurrence` is a Recurrence of its days, or Spans where each takes several whole days; what the
    file excepts, adds and moves is in it. `begins` is the time of day in `zone` (a TZID, "UTC", or
    "" for floating time), None where it takes whole days; `duration` then says how long it lasts.
    `id` is the observance in a file of this library, and the UID in another's.
    """

    id: str
    uid: str
    title: str
    recurrence: Recurrence | Spans
    begins: datetime.time | None = None
    duration: datetime.timedelta | None = None
    zone: str = ""
    location: str = ""
    description: str = ""
    moved: tuple[Moved, ...] = ()
    line: int = 0


@dataclass(frozen=True)
class DayEvent:
    """Whole days that do not recur: the form that calendars of holidays have."""

    uid: str
    title: str
    days: Interval
    description: str = ""
    categories: tuple[str, ...] = ()
    line: int = 0

    def holidays(self, kind: HolidayKind = "public_holiday") -> list[Holiday]:
        """Each of its days as a Holiday, for WorkCalendar.from_holidays."""
        return [Holiday(date, self.title, kind=kind) for date in self.days]


@dataclass(frozen=True)
class Meeting:
    """Something that happens once at a time of day, or on a day and in a place or with people.

    `begin` and `end` are datetimes, with a zone unless the file leaves it open; dates where no hour
    is named, `end` then being the first day after it.
    """

    uid: str
    title: str
    begin: datetime.date | datetime.datetime
    end: datetime.date | datetime.datetime | None
    zone: str = ""
    location: str = ""
    description: str = ""
    line: int = 0


@dataclass(frozen=True)
class IcsContent:
    """A calendar file, read.

    `refused` is what was not taken, and why; `mended` what was not as RFC 5545 has it and was taken
    for what it plainly means.
    """

    name: str = ""
    recurrences: list[Series] = field(default_factory=list)
    holidays: list[DayEvent] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    mended: list[Refusal] = field(default_factory=list)

    def series(self, id: str) -> Series:
        """The series of an id. Raises KeyError without one."""
        for series in self.recurrences:
            if series.id == id:
                return series
        raise KeyError(id)
