"""One event of a calendar file, its values read by the package icalendar."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from typing import Any

from probity._core import ProbityError, Rule
from probity.ics.lines import Component, Property, unescaped

# Without these an event has no days, or wrong ones.
_NEEDED = ("DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID")
_OFFSET = re.compile("([+-])([0-9]{2})([0-9]{2})(?:[0-9]{2})?$")
_UNTIL = re.compile("UNTIL=([0-9]{8})T([0-9]{6})(Z?)", re.IGNORECASE)

Day = datetime.date | datetime.datetime


class Refused(Exception):
    """An event, or a part of it, that cannot be taken."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line


@dataclass
class Event:
    """What a VEVENT says."""

    component: Component
    uid: str
    title: str
    start: Day
    days: int = 1
    duration: datetime.timedelta | None = None
    zone: str = ""
    recurrence_id: Day | None = None
    notes: list[tuple[int, str]] = field(default_factory=list)
    rdates: list[tuple[int, Day]] = field(default_factory=list)
    exdates: list[tuple[int, Day]] = field(default_factory=list)

    @property
    def line(self) -> int:
        return self.component.line

    @property
    def is_timed(self) -> bool:
        return isinstance(self.start, datetime.datetime)

    @property
    def date(self) -> datetime.date:
        return day_of(self.start)

    def text(self, name: str) -> str:
        return unescaped(self.component.value(name))

    def day_in_series(self, value: Day) -> tuple[datetime.date, bool]:
        """A date or time as a day of this event's series, and whether it has its time of day."""
        if not isinstance(value, datetime.datetime):
            return value, True
        if not isinstance(self.start, datetime.datetime):
            return value.date(), True
        if value.tzinfo is not None and self.start.tzinfo is not None:
            value = value.astimezone(self.start.tzinfo)
        return value.date(), value.time() == self.start.time()

    def rules(self) -> list[Rule]:
        """Its RRULEs, each UNTIL as the last day that it leaves."""
        return [self._rule(found) for found in self.component.all("RRULE")]

    def _rule(self, found: Property) -> Rule:
        text = found.value.strip().rstrip(";")
        if text != found.value:
            self.notes.append((found.line, "RRULE has a stray semicolon or space at its end"))
        until = _UNTIL.search(text)
        try:
            if until is not None and isinstance(self.start, datetime.datetime):
                last = self._last_day(until, self.start)
                text = f"{text[: until.start()]}UNTIL={last:%Y%m%d}{text[until.end() :]}"
            return Rule(text)
        except (ProbityError, ValueError, OverflowError) as error:
            raise Refused(f"RRULE {shortened(found.value)}: {error}", found.line) from None

    def _last_day(self, until: re.Match[str], start: datetime.datetime) -> datetime.date:
        moment = datetime.datetime.strptime(until[1] + until[2], "%Y%m%d%H%M%S")
        if until[3] and start.tzinfo is not None:
            moment = moment.replace(tzinfo=datetime.UTC).astimezone(start.tzinfo)
        early = moment.time() < start.time()
        return moment.date() - datetime.timedelta(1) if early else moment.date()


def day_of(value: Day) -> datetime.date:
    return value.date() if isinstance(value, datetime.datetime) else value


def shortened(text: str, most: int = 60) -> str:
    return repr(text if len(text) <= most else text[:most] + "...")


class Zones:
    """The zones that a file defines and no one else knows: those of one offset."""

    def __init__(self, calendars: list[Component]) -> None:
        self._known: dict[str, datetime.tzinfo | None] = {}
        for calendar in calendars:
            for component in calendar.children:
                if component.name == "VTIMEZONE":
                    self._known[component.value("TZID")] = _fixed_zone(component)

    def __call__(self, name: str) -> datetime.tzinfo | None:
        return self._known.get(name)


def _fixed_zone(component: Component) -> datetime.tzinfo | None:
    offsets = {child.value("TZOFFSETTO").strip() for child in component.children}
    match = _OFFSET.match(offsets.pop()) if len(offsets) == 1 else None
    if match is None or int(match[2]) > 23 or int(match[3]) > 59:
        return None
    away = datetime.timedelta(hours=int(match[2]), minutes=int(match[3]))
    return datetime.timezone(-away if match[1] == "-" else away)


def read_event(component: Component, icalendar: Any, zones: Zones) -> Event:
    """A VEVENT by the package icalendar. Raises Refused where its days cannot be known."""
    values = _values(component, icalendar)
    start = component.first("DTSTART")
    if start is None:
        raise Refused("the event has no DTSTART", component.line)
    notes: list[tuple[int, str]] = []
    begin = _zoned(_single(values, start), start, zones, notes)
    event = Event(
        component,
        uid=component.value("UID").strip(),
        title=unescaped(component.value("SUMMARY")),
        start=begin,
        zone=_zone_name(begin, start),
        notes=notes,
    )
    _read_length(event, values, zones)
    override = component.first("RECURRENCE-ID")
    if override is not None:
        event.recurrence_id = _zoned(_single(values, override), override, zones, notes)
        if isinstance(event.recurrence_id, datetime.datetime) != event.is_timed:
            notes.append((override.line, "RECURRENCE-ID has not the value type of DTSTART"))
    event.rdates = _listed(event, values, "RDATE", zones)
    event.exdates = _listed(event, values, "EXDATE", zones)
    return event


def _values(component: Component, icalendar: Any) -> Any:
    lines = [found.text for found in component.properties if "\0" not in found.text]
    text = "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])
    try:
        values = icalendar.Event.from_ical(text)
    except Exception as error:  # the package raises what its parts happen to
        raise Refused(f"icalendar cannot read the event: {error}", component.line) from None
    for name, reason in values.errors:
        found = component.first(name) if name in _NEEDED else None
        if found is not None:
            raise Refused(f"{name} {shortened(found.value)}: {reason}", found.line)
    for name in _NEEDED:
        if isinstance(values.get(name), list) and name not in ("RRULE",):
            found = component.all(name)[1]
            raise Refused(f"the event has more than one {name}", found.line)
    return values


def _single(values: Any, found: Property) -> Day:
    value = getattr(values.get(found.name), "dt", None)
    if not isinstance(value, datetime.date):
        raise Refused(f"{found.name} {shortened(found.value)} is no date or time", found.line)
    return value


def _zoned(value: Day, found: Property, zones: Zones, notes: list[tuple[int, str]]) -> Day:
    name = found.parameters.get("TZID", "")
    if not isinstance(value, datetime.datetime) or value.tzinfo is not None or not name:
        return value
    zone = zones(name)
    if zone is None:
        notes.append((found.line, f"the zone {shortened(name)} is not known: its time has none"))
        return value
    return value.replace(tzinfo=zone)


def _zone_name(begin: Day, found: Property) -> str:
    if not isinstance(begin, datetime.datetime) or begin.tzinfo is None:
        return ""
    return found.parameters.get("TZID") or "UTC"


def _read_length(event: Event, values: Any, zones: Zones) -> None:
    end, length = event.component.first("DTEND"), event.component.first("DURATION")
    duration: datetime.timedelta | None = None
    if end is not None:
        until = _zoned(_single(values, end), end, zones, event.notes)
        duration = _between(event, until, end)
    elif length is not None:
        duration = getattr(values.get("DURATION"), "dt", None)
        if not isinstance(duration, datetime.timedelta):
            raise Refused(f"DURATION {shortened(length.value)} is no duration", length.line)
    place = end or length
    if place is not None and duration is not None and duration < datetime.timedelta(0):
        raise Refused(f"{place.name} {shortened(place.value)} lies before DTSTART", place.line)
    if event.is_timed and _is_marked_all_day(event, duration):
        event.notes.append((event.line, "marked as all day by Outlook, but written with times"))
        event.start, event.zone = event.date, ""
    if event.is_timed:
        event.duration = duration
        return
    event.days = max(1, duration.days) if duration is not None else 1
    if (
        place is not None
        and duration is not None
        and duration.days * 86400 != duration.total_seconds()
    ):
        event.notes.append((place.line, f"{place.name} of whole days is no number of days"))
    elif place is not None and duration == datetime.timedelta(0):
        event.notes.append((place.line, "the event ends as it begins; it was taken as one day"))


def _between(event: Event, until: Day, end: Property) -> datetime.timedelta:
    start = event.start
    if isinstance(start, datetime.datetime) != isinstance(until, datetime.datetime):
        event.notes.append((end.line, "DTEND has not the value type of DTSTART"))
        return max(day_of(until) - day_of(start), datetime.timedelta(0))
    if isinstance(start, datetime.datetime) and isinstance(until, datetime.datetime):
        if (start.tzinfo is None) != (until.tzinfo is None):
            return until.replace(tzinfo=None) - start.replace(tzinfo=None)
        if start.tzinfo is not None:
            return until.astimezone(datetime.UTC) - start.astimezone(datetime.UTC)
        return until - start
    return day_of(until) - day_of(start)


def _is_marked_all_day(event: Event, duration: datetime.timedelta | None) -> bool:
    marked = event.component.value("X-MICROSOFT-CDO-ALLDAYEVENT").strip().upper() == "TRUE"
    midnight = isinstance(event.start, datetime.datetime) and event.start.time() == datetime.time()
    return marked and midnight and duration is not None and duration.total_seconds() % 86400 == 0


def _listed(event: Event, values: Any, name: str, zones: Zones) -> list[tuple[int, Day]]:
    """The dates of RDATE or EXDATE; what cannot be read is noted."""
    given = values.get(name, [])
    found: list[tuple[int, Day]] = []
    for place, dates in zip(
        event.component.all(name), given if isinstance(given, list) else [given], strict=False
    ):
        # What the package cannot read it keeps as a value of another class.
        if type(dates).__name__ == "vBroken":
            raise Refused(f"{name} {shortened(place.value)} cannot be read", place.line)
        for each in dates.dts:
            value = each.dt[0] if isinstance(each.dt, tuple) else each.dt
            if not isinstance(value, datetime.date):
                raise Refused(f"{name} {shortened(place.value)} is no date", place.line)
            found.append((place.line, _zoned(value, place, zones, event.notes)))
    return found
