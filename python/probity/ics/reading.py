"""Calendar files into recurrences, holidays and meetings.

The file is cut into its events here, so that one that cannot be read does not take the others with
it; the values of each are read by the package icalendar; its days are reckoned by this library.
"""

from __future__ import annotations

import datetime
import os
import re
from dataclasses import dataclass, field, replace
from typing import Any

from probity._core import Interval, ProbityError, Recurrence, Spans
from probity.ics.content import DayEvent, IcsContent, Meeting, Moved, Refusal, Series
from probity.ics.events import Day, Event, Refused, Zones, read_event
from probity.ics.lines import CalendarFile, Component, open_calendar, unescaped

__all__ = ["DayEvent", "IcsContent", "Meeting", "Moved", "Refusal", "Series", "read"]

# UIDs of this library: a council's meeting, the occurrence of an observance, the series of a rule.
_COUNCIL = re.compile(r".+-[0-9]{4}-x?[0-9](?:-[0-9]+)?@.+\.probity$")
_OCCURRENCE = re.compile(
    r"(?P<id>.+)-(?P<period>[0-9]{4}(?:-[0-9]{2}){0,2})(?:-[0-9]+)?@(?P<plan>.+)\.probity$"
)
_OF_RULE = re.compile(r"(?P<id>.+?)(?:-rule-[0-9]+)?@(?P<plan>.+)\.probity$")
_SILENT = {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VALARM"}
_ONCE = "FREQ=DAILY;COUNT=1"


def read(source: str | os.PathLike[str] | bytes) -> IcsContent:
    """What a calendar file holds: `source` is its path, its bytes, or its text.

    What recurs (RRULE, RDATE) becomes a Series with its Recurrence, or Spans of whole days;
    exceptions (EXDATE) and occurrences that were moved (RECURRENCE-ID) are in it. Whole days that
    do not recur are holidays; what has a time of day, a place or guests is a meeting. In a file of
    this library, the single events of an observance are one Series again.

    What cannot be taken is in `refused`, with its line and the reason; what was mended is in
    `mended`. Raises DocumentError, which names the file, where it cannot be read or is no calendar
    file, and ImportError without the package icalendar.
    """
    try:
        import icalendar
    except ImportError:
        raise ImportError(
            "reading calendar files needs the package icalendar: pip install probity[ics]"
        ) from None
    return _Reader(open_calendar(source), icalendar).read()


@dataclass
class _Changes:
    """What the exceptions of a series do to its days."""

    without: set[datetime.date]
    extra: set[datetime.date]
    #: The days to which occurrences were moved.
    arrivals: set[datetime.date] = field(default_factory=set)
    moved: list[Moved] = field(default_factory=list)


class _Reader:
    def __init__(self, file: CalendarFile, icalendar: Any) -> None:
        self.file = file
        self.icalendar = icalendar
        first = file.calendars[0]
        name = first.value("X-WR-CALNAME") or first.value("NAME")
        self.content = IcsContent(name=unescaped(name))
        self.content.mended.extend(Refusal("", note.line, note.reason) for note in file.notes)
        self.is_ours = any("//probity//" in each.value("PRODID") for each in file.calendars)

    def read(self) -> IcsContent:
        masters: dict[str, list[Event]] = {}
        changes: dict[str, list[Event]] = {}
        for number, event in enumerate(self._events()):
            name = event.uid or f"#{number}"
            kept = masters if event.recurrence_id is None else changes
            kept.setdefault(name, []).append(event)
        for name, events in masters.items():
            recurring = self._current(events)
            for event in recurring:
                self._add(event, changes.pop(name, []) if _recurs(event) else [])
        # Changed occurrences whose series is not in the file stand for themselves.
        for orphans in changes.values():
            for event in orphans:
                self._add_single(event)
        if self.is_ours:
            self._join_occurrences()
        return self.content

    # ------------------------------------------------------------------ events

    def _events(self) -> list[Event]:
        zones = Zones(self.file.calendars)
        events: list[Event] = []
        for component in self.file.root.walk():
            if component.name in ("VTODO", "VJOURNAL", "VFREEBUSY"):
                self._refuse(component, f"{component.name} is no event", component.line)
            if component.name != "VEVENT":
                continue
            try:
                event = read_event(component, self.icalendar, zones)
                self._check(event)
            except (Refused, ProbityError, ValueError, OverflowError) as error:
                self._refuse(component, str(error), getattr(error, "line", 0))
                continue
            events.append(event)
            if not event.uid:
                self._mend(event, event.line, "the event has no UID")
        return events

    def _check(self, event: Event) -> None:
        Interval.of_days(event.date, event.days)
        if event.recurrence_id is None and _is_cancelled(event):
            raise Refused("the event is cancelled", event.line)
        if event.component.first("EXRULE") is not None:
            raise Refused("EXRULE, which RFC 5545 no longer has, is not read", event.line)
        override = event.component.first("RECURRENCE-ID")
        if override is not None and "RANGE" in override.parameters:
            raise Refused(
                "RECURRENCE-ID with RANGE changes more than one occurrence", override.line
            )

    def _current(self, events: list[Event]) -> list[Event]:
        """Of events with one UID those of the highest SEQUENCE."""
        if len(events) == 1:
            return events
        highest = max(_sequence(event) for event in events)
        latest: list[Event] = []
        for event in events:
            if _sequence(event) < highest:
                self._refuse(event.component, "there is a later version of the event", event.line)
                continue
            if latest:
                self._mend(event, event.line, "another event has the same UID; both were taken")
            latest.append(event)
        return latest

    def _refuse(self, component: Component, reason: str, line: int) -> None:
        uid = component.value("UID").strip()
        self.content.refused.append(Refusal(uid, line or component.line, reason))

    def _mend(self, event: Event, line: int, reason: str) -> None:
        self.content.mended.append(Refusal(event.uid, line, reason))

    def _add(self, event: Event, changes: list[Event]) -> None:
        try:
            if _recurs(event):
                self.content.recurrences.append(self._series(event, changes))
            else:
                self._add_single(event)
                return
        except (Refused, ProbityError, ValueError, OverflowError) as error:
            self._refuse(event.component, str(error), getattr(error, "line", 0))
        self._note(event)

    def _note(self, event: Event) -> None:
        for line, reason in event.notes:
            self._mend(event, line, reason)

    # ------------------------------------------------------------------ what recurs

    def _series(self, event: Event, changes: list[Event]) -> Series:
        parts = [self._base(event, rule) for rule in event.rules()] or [
            Recurrence(_ONCE, event.date)
        ]
        changed = _Changes(without=set(self._excepted(event)), extra=set(self._extra(event)))
        excepted = set(changed.without)
        for change in changes:
            self._change(event, change, changed, excepted)
        without = changed.without
        days = _with_dates(parts[0], changed.extra - without, without)
        for part in parts[1:]:
            days = days | _with_dates(part, set(), without)
        # A day that one occurrence left and another came to: taken out, and put in again.
        for day in sorted(changed.arrivals & without):
            days = days | Recurrence(_ONCE, day)
        match = _OF_RULE.match(event.uid) if self.is_ours else None
        return Series(
            id=match["id"] if match else event.uid,
            uid=event.uid,
            title=event.title,
            recurrence=days if event.days == 1 or event.is_timed else Spans(days, 0, event.days),
            begins=event.start.time() if isinstance(event.start, datetime.datetime) else None,
            duration=event.duration,
            zone=event.zone,
            location=event.text("LOCATION"),
            description=event.text("DESCRIPTION"),
            moved=tuple(sorted(changed.moved, key=lambda each: each.nominal)),
            line=event.line,
        )

    def _base(self, event: Event, rule: Any) -> Recurrence:
        days = Recurrence(rule, event.date)
        if event.date not in days:
            self._mend(
                event,
                event.line,
                f"DTSTART {event.date} is no day of its RRULE; the rule's own days were taken",
            )
        return days

    def _excepted(self, event: Event) -> list[datetime.date]:
        found = []
        for line, value in event.exdates:
            day, same_time = event.day_in_series(value)
            if isinstance(value, datetime.datetime) != event.is_timed:
                self._mend(event, line, "EXDATE has not the value type of DTSTART")
            if same_time:
                found.append(day)
            else:
                self._mend(event, line, f"EXDATE {value} is no time of the event; it excepts none")
        return found

    def _extra(self, event: Event) -> list[datetime.date]:
        found = []
        for line, value in event.rdates:
            day, same_time = event.day_in_series(value)
            if same_time:
                found.append(day)
            else:
                reason = f"RDATE {value} is at another time of day than the event"
                self._refuse(event.component, reason, line)
        return found

    def _change(
        self, event: Event, change: Event, changed: _Changes, excepted: set[datetime.date]
    ) -> None:
        """What RECURRENCE-ID does to a series."""
        self._note(change)
        assert change.recurrence_id is not None
        nominal, _ = event.day_in_series(change.recurrence_id)
        if nominal in excepted:
            self._refuse(change.component, f"EXDATE takes out the occurrence of {nominal}", 0)
            return
        if _is_cancelled(change):
            changed.without.add(nominal)
            return
        begin, _ = event.day_in_series(change.start)
        same_kind = change.is_timed == event.is_timed and change.days == event.days
        if begin != nominal or not same_kind:
            changed.without.add(nominal)
        if not same_kind:
            self._add_single(change)
        elif begin != nominal:
            changed.extra.add(begin)
            changed.arrivals.add(begin)
        changed.moved.append(Moved(nominal, change.start, change.title, change.days))

    # ------------------------------------------------------------------ what does not

    def _add_single(self, event: Event) -> None:
        self._note(event)
        place = event.text("LOCATION")
        has_people = event.component.first("ATTENDEE") or event.component.first("ORGANIZER")
        of_council = self.is_ours and _COUNCIL.match(event.uid)
        if event.is_timed or place or has_people or of_council:
            self.content.meetings.append(_meeting(event, place))
            return
        self.content.holidays.append(
            DayEvent(
                uid=event.uid,
                title=event.title,
                days=Interval.of_days(event.date, event.days),
                description=event.text("DESCRIPTION"),
                categories=tuple(filter(None, event.text("CATEGORIES").split(","))),
                line=event.line,
            )
        )

    def _join_occurrences(self) -> None:
        """The single events of an observance as one series, or as days of its rule's series."""
        groups: dict[str, list[DayEvent]] = {}
        rest = []
        for event in self.content.holidays:
            match = _OCCURRENCE.match(event.uid)
            if match is None:
                rest.append(event)
            else:
                groups.setdefault(match["id"], []).append(event)
        self.content.holidays[:] = rest
        for id, events in groups.items():
            known = [s for s in self.content.recurrences if s.id == id]
            for days in sorted({len(event.days) for event in events}):
                alike = [event for event in events if len(event.days) == days]
                dates = sorted({event.days.begin for event in alike})
                once = Recurrence(_ONCE, dates[0], rdates=dates[1:])
                whole = _joined(known[0].recurrence, once, days) if known else None
                if whole is not None:
                    index = self.content.recurrences.index(known[0])
                    self.content.recurrences[index] = replace(known[0], recurrence=whole)
                    continue
                self.content.recurrences.append(
                    Series(
                        id=id,
                        uid=alike[0].uid,
                        title=alike[0].title,
                        recurrence=once if days == 1 else Spans(once, 0, days),
                        line=alike[0].line,
                    )
                )


def _joined(known: Recurrence | Spans, once: Recurrence, days: int) -> Recurrence | Spans | None:
    if isinstance(known, Recurrence):
        return known | once if days == 1 else None
    return Spans(known.anchors | once, 0, days) if known.length == days else None


def _recurs(event: Event) -> bool:
    return bool(event.component.first("RRULE") or event.rdates)


def _is_cancelled(event: Event) -> bool:
    return event.component.value("STATUS").strip().upper() == "CANCELLED"


def _sequence(event: Event) -> int:
    text = event.component.value("SEQUENCE").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _with_dates(
    base: Recurrence, extra: set[datetime.date], without: set[datetime.date]
) -> Recurrence:
    if not extra and not without:
        return base
    assert base.rule is not None and base.start is not None
    return Recurrence(base.rule, base.start, rdates=sorted(extra), exdates=sorted(without))


def _meeting(event: Event, place: str) -> Meeting:
    end: Day | None = None
    if isinstance(event.start, datetime.datetime):
        if event.duration is not None:
            end = _after(event.start, event.duration)
    else:
        end = Interval.of_days(event.date, event.days).end
    return Meeting(
        uid=event.uid,
        title=event.title,
        begin=event.start,
        end=end,
        zone=event.zone,
        location=place,
        description=event.text("DESCRIPTION"),
        line=event.line,
    )


def _after(start: datetime.datetime, duration: datetime.timedelta) -> datetime.datetime | None:
    try:
        if start.tzinfo is None:
            return start + duration
        return (start.astimezone(datetime.UTC) + duration).astimezone(start.tzinfo)
    except OverflowError:
        return None
