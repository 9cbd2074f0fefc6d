"""Reads the values of one event or task of a calendar file."""

from __future__ import annotations

import datetime
from dataclasses import replace

from probity.ics.event import Event, Refused
from probity.ics.lines import Component, Property, shortened, unescaped
from probity.ics.rules import Parsed, RuleLost, parse_rule
from probity.ics.values import (
    DAY,
    MIDNIGHT,
    Moment,
    Written,
    after,
    day_of,
    parse_duration,
    parse_moment,
)
from probity.ics.vcalendar import is_of_version_1, rule_of_version_1
from probity.ics.zones import Zones, zone_name

#: Without a value these say nothing, and a client may stumble over them.
_ONCE_NAMES = """
DTSTART DTEND DUE DURATION RECURRENCE-ID UID SEQUENCE STATUS DTSTAMP SUMMARY DESCRIPTION LOCATION
"""
_ONCE = frozenset(_ONCE_NAMES.split())
_SPEAKING = _ONCE - {"SUMMARY", "DESCRIPTION", "LOCATION"} | {"RRULE", "EXRULE", "RDATE", "EXDATE"}
_ALL_DAY_MARKS = (
    "X-MICROSOFT-CDO-ALLDAYEVENT",
    "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT",
    "X-FUNAMBOL-ALLDAY",
)
#: STATUS of what is cancelled; the second is a usual misspelling.
_CANCELLED = ("CANCELLED", "CANCELED")
#: (property, field): EXRULE is of RFC 2445, XRULE of vCalendar 1.0.
_RULES = (("RRULE", "rules"), ("EXRULE", "exrules"), ("XRULE", "exrules"))
#: How long a day is whose end is written as its last minute or second.
_NEARLY_A_DAY = (86340, 86399)


class EventReader:
    """Reads the events of a file in its zones."""

    def __init__(self, zones: Zones) -> None:
        self.zones = zones

    def read(self, component: Component) -> Event:
        """A VEVENT or VTODO. Raises Refused if its days cannot be known."""
        uid = component.value("UID").strip()
        title = unescaped(component.value("SUMMARY"))
        event = Event(component, uid, title)
        self._read_state(event)
        start = self._start(event)
        if start is None:
            event.is_dateless = True
            return event
        version_1 = component.calendar.value("VERSION").strip() == "1.0"
        end = component.first("DTEND")
        if end is None and component.name == "VTODO" and start.name != "DUE":
            end = component.first("DUE")
        self._read_length(event, start, end)
        for name, kept in _RULES:
            for found in component.all(name):
                self._read_rule(event, found, getattr(event, kept), version_1)
        event.rdates = self._listed(event, "RDATE", version_1)
        event.exdates = self._listed(event, "EXDATE", version_1)
        return event

    def _read_state(self, event: Event) -> None:
        component = event.component
        for found in component.empty():
            if found.name in _SPEAKING:
                event.mend("empty-property", found.line, f"{found.name} has no value")
        for name in component.repeated():
            for found in component.all(name)[1:] if name in _ONCE else ():
                reason = f"the event has more than one {name}; the first counts"
                event.lose("repeated-property", found.line, reason)
        state = component.value("STATUS").strip().upper()
        method = component.calendar.value("METHOD").strip().upper()
        event.is_cancelled = state in _CANCELLED or method == "CANCEL"
        event.has_guests = _has_guests(component)
        sequence = component.value("SEQUENCE").strip()
        # Some programs count in seconds since 1970, or write the time as a number.
        if sequence.isascii() and sequence.isdigit() and len(sequence) < 100:
            event.sequence = int(sequence)
        elif sequence:
            found = component.all("SEQUENCE")[0]
            reason = f"SEQUENCE {shortened(sequence)} is no number"
            event.lose("bad-property", found.line, reason)
        event.stamp = self._stamp(event)

    def _stamp(self, event: Event) -> str:
        """DTSTAMP in UTC, so that the later is the greater; empty without one."""
        component = event.component
        found = component.first("DTSTAMP")
        if found is None:
            return ""
        written = parse_moment(found.value.strip())
        if written is None:
            reason = f"DTSTAMP {shortened(found.value)} is no date or time"
            event.lose("bad-property", found.line, reason)
            return ""
        moment = written.moment
        if isinstance(moment, datetime.datetime):
            zone = self.zones(found.parameters.get("TZID", ""), component.calendar)
            try:
                if written.offset is not None:
                    moment = moment - written.offset
                elif zone is not None:
                    moment = moment.replace(tzinfo=zone).astimezone(datetime.UTC)
            except OverflowError:
                return ""
        return f"{moment:%Y%m%dT%H%M%S}"

    # ---------------------------------------------------------------- when it is

    def _start(self, event: Event) -> Property | None:
        """Reads DTSTART and RECURRENCE-ID; DTSTART may be missing from what cancels, and a task
        may have DUE alone, or no date."""
        component = event.component
        start = component.first("DTSTART")
        override = component.first("RECURRENCE-ID")
        if start is None and component.name == "VTODO":
            start = component.first("DUE")
        if start is None and override is not None:
            start = override
            event.mend("no-dtstart", component.line, "the event has no DTSTART")
        if start is None:
            if component.name == "VTODO":
                return None
            if not event.is_cancelled:
                raise Refused("no-dtstart", "the event has no DTSTART", component.line)
            event.mend("no-dtstart", component.line, "the event has no DTSTART")
            return None
        moment = self._single(event, start)
        if moment is None:
            reason = f"{start.name} {shortened(start.value)} is no date or time"
            raise Refused("bad-date", reason, start.line)
        event.start = moment
        if isinstance(moment, datetime.datetime):
            event.zone = zone_name(moment.tzinfo, start)
            shown = self.zones.of_calendar(component.calendar)
            if moment.tzinfo is datetime.UTC and shown is not None:
                event.shown, event.zone = shown, zone_name(shown)
        if override is not None:
            named = self._single(event, override)
            if isinstance(named, datetime.datetime):
                named = self._aligned(event, named)
            event.recurrence_id = named
            event.is_range = override.parameters.get("RANGE", "").upper() == "THISANDFUTURE"
            if event.recurrence_id is None:
                event.is_astray = True
                reason = f"RECURRENCE-ID {shortened(override.value)} is no date or time"
                event.lose("bad-date", override.line, reason)
            elif "RANGE" in override.parameters and not event.is_range:
                reason = f"RANGE={override.parameters['RANGE'][:40]} is not read: one is changed"
                event.mend("range", override.line, reason)
        return start

    def _single(self, event: Event, found: Property) -> Moment | None:
        text = found.value.strip()
        if text != found.value:
            event.mend("bad-form", found.line, f"{found.name} has stray blanks")
        return self._moment(event, found, text)

    def _moment(self, event: Event, found: Property, text: str) -> Moment | None:
        """A value of a property as a date, or a time in its zone."""
        written = parse_moment(text)
        if written is None:
            return None
        if not written.is_form:
            reason = f"{found.name} {shortened(text)} is not written as RFC 5545 has it"
            event.mend("bad-form", found.line, reason)
        moment = written.moment
        kind = found.parameters.get("VALUE", "").upper()
        if not isinstance(moment, datetime.datetime):
            if kind != "DATE" and kind != "PERIOD":
                event.mend(
                    "no-value-date", found.line, f"{found.name} is a date without VALUE=DATE"
                )
            if "TZID" in found.parameters:
                reason = f"{found.name} is a date, to which no zone applies"
                event.mend("zone-of-date", found.line, reason)
            return moment
        if kind == "DATE":
            event.mend("bad-form", found.line, f"{found.name} has VALUE=DATE, and a time of day")
            if written.offset is None:
                return moment.date()
            return self._aligned(event, self._zoned(event, found, written, moment)).date()
        return self._zoned(event, found, written, moment)

    def _aligned(self, event: Event, moment: datetime.datetime) -> datetime.datetime:
        """A time in UTC that is a midnight where the calendar's whole days begin, there."""
        zone = self.zones.of_whole_days(event.component.calendar)
        if event.is_timed or zone is None or moment.tzinfo is None:
            return moment
        there = moment.astimezone(zone)
        return there if there.time() == MIDNIGHT else moment

    def _zoned(
        self, event: Event, found: Property, written: Written, moment: datetime.datetime
    ) -> datetime.datetime:
        name = found.parameters.get("TZID", "")
        if written.offset is not None:
            if name:
                reason = f"{found.name} is in UTC, to which TZID does not apply"
                event.mend("zone-of-utc", found.line, reason)
            zone = datetime.timezone(written.offset) if written.offset else datetime.UTC
            return moment.replace(tzinfo=zone)
        if name:
            calendar = event.component.calendar
            known = self.zones(name, calendar)
            if known is not None:
                if self.zones.is_guessed(name, calendar):
                    reason = f"the zone {shortened(name)} was read as its distance from UTC alone"
                    event.mend("unknown-zone", found.line, reason)
                return moment.replace(tzinfo=known)
            reason = f"the zone {shortened(name)} is not known: its time has none"
            event.mend("unknown-zone", found.line, reason)
        return moment.replace(tzinfo=self.zones.of_calendar(event.component.calendar))

    # ---------------------------------------------------------------- how long

    def _read_length(self, event: Event, start: Property, end: Property | None) -> None:
        length = event.component.first("DURATION")
        duration: datetime.timedelta | None = None
        place = end or length
        until: Moment | None = None
        if end is not None:
            until = self._single(event, end)
            if until is None:
                reason = f"{end.name} {shortened(end.value)} is no date or time"
                event.lose("bad-date", end.line, reason)
            else:
                event.end = until
                duration = self._between(event, until, end)
            if length is not None:
                event.lose("repeated-property", length.line, "DURATION stands beside an end")
        elif length is not None:
            duration = parse_duration(length.value)
            if duration is None:
                reason = f"DURATION {shortened(length.value)} is no duration"
                event.lose("bad-date", length.line, reason)
        if place is not None and duration is not None and duration < datetime.timedelta(0):
            reason = f"{place.name} {shortened(place.value)} lies before DTSTART"
            event.lose("end-not-after-start", place.line, reason)
            duration, place = None, None
        if isinstance(event.start, datetime.datetime):
            event.duration = duration
            self._find_whole_days(event, event.start, start)
            return
        _count_days(event, place, duration)

    def _between(self, event: Event, until: Moment, end: Property) -> datetime.timedelta:
        start = event.start
        if isinstance(start, datetime.datetime) and isinstance(until, datetime.datetime):
            if (start.tzinfo is None) != (until.tzinfo is None):
                return until.replace(tzinfo=None) - start.replace(tzinfo=None)
            if start.tzinfo is not None:
                return until.astimezone(datetime.UTC) - start.astimezone(datetime.UTC)
            return until - start
        if isinstance(start, datetime.datetime) or isinstance(until, datetime.datetime):
            event.mend("mixed-types", end.line, f"{end.name} has not the value type of DTSTART")
            return max(day_of(until) - day_of(start), datetime.timedelta(0))
        return until - start

    def _find_whole_days(self, event: Event, start: datetime.datetime, found: Property) -> None:
        """Takes times from midnight to midnight for whole days, if no guests come for them."""
        is_marked = any(
            event.component.value(mark).strip().upper() in ("TRUE", "1") for mark in _ALL_DAY_MARKS
        )
        if event.has_guests and not is_marked:
            return
        zone = event.shown
        if zone is None and start.tzinfo is datetime.UTC:
            zone = self.zones.of_whole_days(event.component.calendar)
        begin = start if zone is None else start.astimezone(zone)
        days = _whole_days(begin, event.duration, is_marked)
        if days is None:
            return
        if begin.time() != MIDNIGHT:
            if not is_marked:
                return
            zone = start.tzinfo if start.time() == MIDNIGHT else _zone_of_midnight(begin)
            begin = begin.astimezone(zone) if begin.tzinfo is not None else begin
        event.start, event.days, event.zone = begin.date(), days, ""
        event.duration, event.shown, event.whole_zone = None, None, zone or start.tzinfo
        event.mend("whole-day-times", found.line, "whole days are written with times")

    # ---------------------------------------------------------------- how often

    def _read_rule(
        self, event: Event, found: Property, kept: list[tuple[int, Parsed]], version_1: bool
    ) -> None:
        try:
            rule = self._rule(event, found, version_1)
        except (RuleLost, ValueError, OverflowError) as error:
            event.lose(
                "rrule-invalid", found.line, f"{found.name} {shortened(found.value)}: {error}"
            )
            return
        for reason in rule.mended:
            what = "count-and-until" if reason.startswith("COUNT stands") else "rrule-form"
            event.mend(what, found.line, f"{found.name} {shortened(found.value)}: {reason}")
        kept.append((found.line, rule))

    def _rule(self, event: Event, found: Property, version_1: bool) -> Parsed:
        is_old = is_of_version_1(found.value)
        if (version_1 and "FREQ" not in found.value.upper()) or is_old:
            rule = parse_rule(rule_of_version_1(found.value, event.start))
            reason = "it is written as in vCalendar 1.0"
            return rule if version_1 else replace(rule, mended=(*rule.mended, reason))
        rule = parse_rule(found.value)
        until = rule.until
        if until is None or until.offset is None or event.is_timed or event.whole_zone is not None:
            return rule
        assert isinstance(until.moment, datetime.datetime)
        instant = (until.moment - until.offset).replace(tzinfo=datetime.UTC)
        there = self._aligned(event, instant)
        if there.date() == until.moment.date():
            return rule
        reason = f"UNTIL is the midnight of {there.date()} where the calendar is"
        event.mend("until-type", found.line, reason)
        return replace(rule, until=Written(there.date()))

    def _listed(self, event: Event, name: str, version_1: bool) -> list[tuple[int, Moment]]:
        """The dates of RDATE or EXDATE; each that cannot be read is lost alone."""
        listed: list[tuple[int, Moment]] = []
        for found in event.component.all(name):
            text = found.value.replace(";", ",")
            if text != found.value and not version_1:
                event.mend("bad-form", found.line, f"{name} has semicolons between its values")
            for piece in text.split(","):
                value = piece.strip()
                if value != piece or not value:
                    event.mend("bad-form", found.line, f"{name} has stray blanks or commas")
                if not value:
                    continue
                start = value.partition("/")[0].strip()
                moment = self._moment(event, found, start)
                if moment is None:
                    event.lose("bad-date", found.line, f"{name} {shortened(value)} is no date")
                    continue
                if isinstance(moment, datetime.datetime):
                    moment = self._aligned(event, moment)
                listed.append((found.line, moment))
        return listed


def _has_guests(component: Component) -> bool:
    """Whether people are asked to come: rooms are places, and the organizer is at home."""
    organizer = _address(component.value("ORGANIZER"))
    return any(
        each.parameters.get("CUTYPE", "").upper() not in ("ROOM", "RESOURCE")
        and _address(each.value) != organizer
        for each in component.all("ATTENDEE")
    )


def _address(value: str) -> str:
    return value.strip().lower().removeprefix("mailto:")


def _whole_days(
    begin: datetime.datetime, duration: datetime.timedelta | None, is_marked: bool
) -> int | None:
    """How many days times from midnight to midnight are; None if they are no whole days."""
    if duration is None:
        return 1 if is_marked else None
    end = after(begin, duration)
    if end is None:
        return None
    if end.time() == begin.time():
        days = (end.date() - begin.date()).days
    elif duration.total_seconds() % 86400 == 0:
        days = duration.days
    elif duration.total_seconds() % 86400 in _NEARLY_A_DAY:
        days = duration.days + 1
    else:
        return None
    return days if days > 0 else (1 if is_marked else None)


def _zone_of_midnight(begin: datetime.datetime) -> datetime.tzinfo:
    """A zone that the file does not name, in which a time is midnight: east of where the time is
    noon or later, else west."""
    away = datetime.datetime.combine(begin.date(), MIDNIGHT) - begin.replace(tzinfo=None)
    offset = begin.utcoffset() or datetime.timedelta(0)
    return datetime.timezone(offset + away + (DAY if begin.hour >= 12 else datetime.timedelta(0)))


def _count_days(event: Event, place: Property | None, duration: datetime.timedelta | None) -> None:
    """How many days an event of whole days takes."""
    event.days = max(1, duration.days) if duration is not None else 1
    if place is None or duration is None:
        return
    if duration.days * 86400 != duration.total_seconds():
        event.mend("bad-form", place.line, f"{place.name} of whole days is no number of days")
    elif not duration and place.name != "DUE":
        reason = "the event ends as it begins; it was taken as one day"
        event.mend("end-not-after-start", place.line, reason)
