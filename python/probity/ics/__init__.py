"""Calendar files that others wrote: what is in them, and what clients will make of them.

>>> import probity as pb
>>> agenda = pb.examples.songpa().calendar(2026)
>>> text = agenda.select("week").ics_text(stamp="2026-01-05T00:00:00Z", recurring="rule")
>>> [finding.what for finding in pb.ics.check(text)]
['rrule-outlook']
>>> content = pb.ics.read(text)
>>> [(series.id, str(series.recurrence.nth(0).begin)) for series in content.recurrences]
[('integrity-week', '2023-03-13')]

Neither takes a package beside this one. Zones that a file names and does not define are those of
the system, or of the package tzdata (the extra probity[ics]) if the system has none.
"""

from probity.ics.checking import Finding, check
from probity.ics.reading import (
    DayEvent,
    IcsContent,
    Moved,
    Refusal,
    Series,
    TaskRow,
    TimedEvent,
    read,
)

__all__ = [
    "DayEvent",
    "Finding",
    "IcsContent",
    "Moved",
    "Refusal",
    "Series",
    "TaskRow",
    "TimedEvent",
    "check",
    "read",
]
