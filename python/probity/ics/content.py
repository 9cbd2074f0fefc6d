"""The contents of a calendar file, once it is read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from probity._core import (
    Holiday,
    Interval,
    Recurrence,
    Spans,
    _holidays_of_days,
    _holidays_of_series,
    _id_of_task,
)
from probity.keywords import named
from probity.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity.types import DateLike, HolidayKind


@named
@dataclass(frozen=True)
class Refusal:
    """A part that was not taken from a file, or taken otherwise than it was written: its place, and
    the reason.

    `line` counts from 1. `uid` is empty if the line belongs to no event, or to one without UID.
    """

    uid: str
    line: int
    reason: Text


@named
@dataclass(frozen=True)
class Moved:
    """An occurrence of a series that the file changes (RECURRENCE-ID).

    `nominal` is its day by the rule; `begin` its day now, with the time if it has one. `days` is
    the number of days that it takes if it has no time."""

    nominal: datetime.date
    begin: datetime.date | datetime.datetime
    title: str
    days: int = 1


@named
@dataclass(frozen=True)
class Series:
    """Something that recurs.

    `recurrence` is a Recurrence of its days, or Spans where each takes several whole days; what the
    file excepts, adds and moves is in it. `begins` is the time of day in `zone` (a TZID, "UTC", or
    "" for floating time), None if it takes whole days; `duration` then says how long it lasts. `id`
    is the observance in a file of this library, and the UID in another's."""

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
    #: It is a task (VTODO), or people are asked to come.
    is_task: bool = False
    has_guests: bool = False

    def holidays(
        self, begin: DateLike, end: DateLike, kind: HolidayKind = "public_holiday"
    ) -> list[Holiday]:
        """Its days in [begin, end) as Holidays, for WorkCalendar.from_holidays.

        A day to which an occurrence was moved has the name that it was given there. An event with a
        time of day or guests closes nothing, and neither does a task: it gives no holiday.

        >>> import probity as pb
        >>> days = pb.Recurrence("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=5", "2026-05-05")
        >>> Series("a", "a", "어린이날", days).holidays("2026-01-01", "2027-01-01")
        [Holiday('2026-05-05', '어린이날', kind='public_holiday')]
        """
        return _holidays_of_series(self, begin, end, kind)


@named
@dataclass(frozen=True)
class TaskRow:
    """A task (VTODO) that does not recur, or the due date of one in a file of this library: what it
    is, and the day by which it is to be done.

    `done` if the file says that it is completed. `row` is the task for `import_rows`, which keeps
    nothing of that: what is done is reported in the programme, with its evidence.
    """

    uid: str
    title: str
    due: datetime.date | None
    description: str = ""
    done: bool = False
    line: int = 0

    @property
    def row(self) -> dict[str, str]:
        """The row of a table of tasks.

        A UID that is no id of a task has its signs replaced, and a number made of it behind it, so
        that each UID has an id of its own, the same each time. A task without a UID has its id
        from its title and its day; one of a file of this library has the id that it had.

        >>> TaskRow("t1", "결과 보고", datetime.date(2026, 3, 18)).row
        {'id': 't1', 'title': '결과 보고', 'due': '2026-03-18'}
        >>> TaskRow("t1@example.com", "결과 보고", None).row["id"]
        't1-example.com-cf5adc84'
        """
        due = self.due.isoformat() if self.due is not None else ""
        return {"id": _id_of_task(self.uid, self.title, self.due), "title": self.title, "due": due}


@named
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
        return _holidays_of_days(self.days, self.title, kind)


@named
@dataclass(frozen=True)
class TimedEvent:
    """Something that happens once at a time of day, or on a day and with guests.

    `begin` and `end` are datetimes, with a zone unless the file leaves it open; dates if no hour is
    named, `end` then being the first day after it."""

    uid: str
    title: str
    begin: datetime.date | datetime.datetime
    end: datetime.date | datetime.datetime | None
    zone: str = ""
    location: str = ""
    description: str = ""
    line: int = 0


@named
@dataclass(frozen=True)
class IcsContent:
    """A calendar file, read.

    `refused` is what was not taken, and why; `mended` what was not as RFC 5545 has it and was taken
    for what it plainly means. `tasks` are the tasks (VTODO) that do not recur.
    """

    name: str = ""
    recurrences: list[Series] = field(default_factory=list)
    holidays: list[DayEvent] = field(default_factory=list)
    meetings: list[TimedEvent] = field(default_factory=list)
    tasks: list[TaskRow] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    mended: list[Refusal] = field(default_factory=list)

    def series(self, id: str) -> Series:
        """The series of an id. Raises KeyError without one."""
        for series in self.recurrences:
            if series.id == id:
                return series
        raise KeyError(id)
