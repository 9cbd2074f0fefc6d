"""Calendar files of others, taken apart into recurrences, holidays, meetings and tasks."""

from __future__ import annotations

import datetime
import os

from probity._core import _read_ics
from probity.ics.content import (
    DayEvent,
    IcsContent,
    Moved,
    Refusal,
    Series,
    TaskRow,
    TimedEvent,
)
from probity.ics.files import calendar_file
from probity.ics.zones import folders
from probity.keywords import named

__all__ = ["DayEvent", "IcsContent", "Moved", "Refusal", "Series", "TaskRow", "TimedEvent", "read"]


@named
def read(
    source: str | os.PathLike[str] | bytes, *, zone: str | datetime.tzinfo | None = None
) -> IcsContent:
    """Returns the contents of a calendar file: `source` is its path, its bytes, or its text.

    A recurring event (RRULE, RDATE) becomes a Series with its Recurrence, or Spans of whole days;
    all that the file takes out (EXDATE, EXRULE), moves (RECURRENCE-ID) or changes from a day on
    (RANGE=THISANDFUTURE) is in it. Whole days without guests that do not recur are holidays; what
    has a time of day or guests is a meeting; a task (VTODO) with a date is a row for import_rows.
    In a file of this library, the single events of an observance are one Series again, and the due
    date of a task is that task.

    `zone`, a name or a tzinfo, is where the calendar is read: times in UTC and times without a
    zone are put there. Without it the calendar's X-WR-TIMEZONE says where. Times with a TZID stay
    in their zone, as the file's VTIMEZONE defines it.

    Parts that cannot be taken are in `refused`, with line and reason; repairs are in `mended`.
    Raises DocumentError, which names the file, if it cannot be read or is no calendar file, and
    ProbityError for a zone that is not known."""
    name, data = calendar_file(source)
    return _read_ics(data, name, zone, folders())
