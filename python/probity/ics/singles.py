"""What happens once: a task, a meeting, or whole days."""

from __future__ import annotations

import datetime

from probity._core import Interval
from probity.ics.content import DayEvent, Meeting, TaskRow
from probity.ics.event import Event
from probity.ics.lines import unescaped
from probity.ics.values import DAY, after, day_of


def task_of(event: Event) -> TaskRow:
    """A task, due at its DUE, or after its DURATION, or else on the day of DTSTART."""
    component = event.component
    due: datetime.date | None = None
    if not event.is_dateless:
        end, shown = event.end, event.shown
        if isinstance(end, datetime.datetime) and end.tzinfo is not None and shown is not None:
            end = end.astimezone(shown)
        elif end is None and event.duration is not None:
            begin = event.begin
            assert isinstance(begin, datetime.datetime)
            end = after(begin, event.duration)
        elif end is None and component.first("DURATION") is not None:
            end = event.date + event.days * DAY
        due = day_of(end) if end is not None else event.date
    return TaskRow(
        uid=component.value("UID").strip(),
        title=unescaped(component.value("SUMMARY")),
        due=due,
        description=unescaped(component.value("DESCRIPTION")),
        done=(
            component.value("STATUS").strip().upper() == "COMPLETED"
            or component.first("COMPLETED") is not None
            or component.value("PERCENT-COMPLETE").strip() == "100"
        ),
        line=component.line,
    )


def meeting_of(event: Event) -> Meeting:
    """Something at a time of day, or with guests."""
    begin, end = event.begin, None
    if not isinstance(begin, datetime.datetime):
        end = Interval.of_days(event.date, event.days).end
    return Meeting(
        uid=event.uid,
        title=event.title,
        begin=begin,
        end=(
            after(begin, event.duration)
            if isinstance(begin, datetime.datetime) and event.duration is not None
            else end
        ),
        zone=event.zone,
        location=event.text("LOCATION"),
        description=event.text("DESCRIPTION"),
        line=event.line,
    )


def day_of_event(event: Event) -> DayEvent:
    """Whole days without guests."""
    return DayEvent(
        uid=event.uid,
        title=event.title,
        days=Interval.of_days(event.date, event.days),
        description=event.text("DESCRIPTION"),
        categories=tuple(filter(None, event.text("CATEGORIES").split(","))),
        line=event.line,
    )
