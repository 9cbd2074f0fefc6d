"""Calendar files of others, taken apart into recurrences, holidays, meetings and tasks."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from probity._core import Interval, Recurrence, Spans
from probity.ics.content import (
    DayEvent,
    IcsContent,
    Meeting,
    Moved,
    Refusal,
    Series,
    TaskRow,
)
from probity.ics.event import Event, Refused
from probity.ics.event_reader import EventReader
from probity.ics.folding import Note
from probity.ics.lines import CalendarFile, Component, open_calendar, unescaped
from probity.ics.rules import RuleLost, Steps, of_days
from probity.ics.series import Place, SeriesBuilder, place_of
from probity.ics.singles import day_of_event, meeting_of, task_of
from probity.ics.values import Moment, day_of
from probity.ics.zones import Zones
from probity.keywords import named

__all__ = ["DayEvent", "IcsContent", "Meeting", "Moved", "Refusal", "Series", "TaskRow", "read"]

#: Components that are no events and may stand behind an event without its END, too.
_NO_EVENTS = ("VJOURNAL", "VFREEBUSY")
_TAKEN = frozenset(("VCALENDAR", "VEVENT", "VTODO", "VTIMEZONE", *_NO_EVENTS))
#: Properties that no calendar has: if one does, the BEGIN of an event is missing.
_OF_EVENTS = frozenset(("DTSTART", "DTEND", "DUE", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"))
# UIDs of this library: a council's meeting, the occurrence of an observance, the series of a rule.
_COUNCIL = re.compile(r".+-[0-9]{4}-x?[0-9](?:-[0-9]+)?@.+\.probity$")
_OCCURRENCE = re.compile(
    r"(?P<id>.+)-(?P<period>[0-9]{4}(?:-[0-9]{2}){0,2})(?:-[0-9]+)?@(?P<plan>.+)\.probity$"
)
_OF_RULE = re.compile(r"(?P<id>.+?)(?:-rule-[0-9]+)?@(?P<plan>.+)\.probity$")


@named
def read(
    source: str | os.PathLike[str] | bytes, *, zone: str | datetime.tzinfo | None = None
) -> IcsContent:
    """What a calendar file holds: `source` is its path, its bytes, or its text.

    What recurs (RRULE, RDATE) becomes a Series with its Recurrence, or Spans of whole days; what
    the file takes out (EXDATE, EXRULE), moves (RECURRENCE-ID) or changes from a day on
    (RANGE=THISANDFUTURE) is in it. Whole days without guests that do not recur are holidays; what
    has a time of day or guests is a meeting; a task (VTODO) with a date is a row for import_rows.
    In a file of this library, the single events of an observance are one Series again.

    `zone`, a name or a tzinfo, is where the calendar is read: times in UTC and times without a
    zone are put there. Without it the calendar's X-WR-TIMEZONE says where. Times with a TZID stay
    in their zone, as the file's VTIMEZONE defines it.

    What cannot be taken is in `refused`, with its line and the reason; what was mended is in
    `mended`. Raises DocumentError, which names the file, if it cannot be read or is no calendar
    file, and ProbityError for a zone that is not known.
    """
    return Reading(open_calendar(source), zone).content


class Reading:
    """A file and all that reading it gives; its notes are also those of a check."""

    def __init__(self, file: CalendarFile, zone: str | datetime.tzinfo | None = None) -> None:
        first = file.calendars[0]
        name = first.value("X-WR-CALNAME") or first.value("NAME")
        self.file = file
        self.content = IcsContent(name=unescaped(name))
        self.notes: list[Note] = list(file.notes)
        self.steps = Steps()
        self.events: list[Event] = []
        self.is_ours = any("//probity//" in each.value("PRODID") for each in file.calendars)
        self.zones = Zones(file.root, zone)
        self.notes.extend(
            Note("broken-zone", component.line, reason, True)
            for component, reason in self.zones.broken
        )
        self._read_calendars()
        self._name_the_rest()
        self._read_events()
        for kept in (self._current(), self._orphans):
            for event in kept:
                self._add(event)
        if self.is_ours:
            self._join_occurrences()
        self._report()

    # ------------------------------------------------------------------ what is in the file

    def _read_calendars(self) -> None:
        for calendar in self.file.calendars:
            version = calendar.first("VERSION")
            if version is not None and version.value.strip() == "1.0":
                reason = "the calendar is vCalendar 1.0, the format before iCalendar"
                self.notes.append(Note("version-1", version.line, reason))
            zone = calendar.first("X-WR-TIMEZONE")
            if zone is not None and self.zones(zone.value, calendar) is None:
                reason = f"the zone {zone.value.strip()[:60]!r} is not known"
                self.notes.append(Note("unknown-zone", zone.line, reason))

    def _name_the_rest(self) -> None:
        """Names what stands where no event can be: beside the calendars, or in them alone."""
        for found in self.file.root.properties:
            reason = f"{found.name[:40]} stands outside of the calendar"
            self.notes.append(Note("outside", found.line, reason, True))
        for calendar in self.file.calendars:
            for found in calendar.properties:
                if found.name in _OF_EVENTS:
                    reason = f"{found.name} stands outside of an event"
                    self.notes.append(Note("outside", found.line, reason, True))
        for component in self.file.root.children:
            if component.name in ("VEVENT", "VTODO", "VTIMEZONE"):
                reason = f"{component.name} stands outside of the calendar"
                self.notes.append(Note("outside", component.line, reason, False, component))
        for parent in (self.file.root, *self.file.calendars):
            for component in parent.children:
                if component.name not in _TAKEN:
                    reason = f"{component.name[:40]} is no event"
                    self._refuse("journal", component, reason, component.line)

    def _read_events(self) -> None:
        reader = EventReader(self.zones)
        for component in self.file.root.walk():
            if component.name in _NO_EVENTS:
                reason = f"{component.name} is no event"
                self._refuse("journal", component, reason, component.line)
            if component.name not in ("VEVENT", "VTODO"):
                continue
            try:
                event = reader.read(component)
                if not event.is_dateless:
                    Interval.of_days(event.date, event.days)
            except Refused as error:
                self._refuse(error.what, component, str(error), error.line)
            except (ValueError, OverflowError) as error:
                start = component.first("DTSTART")
                line = start.line if start is not None else component.line
                self._refuse("bad-date", component, str(error), line)
            else:
                self.events.append(event)
                if not event.uid:
                    event.mend("no-uid", event.line, "the event has no UID")

    def _refuse(self, what: str, component: Component, reason: str, line: int) -> None:
        self.notes.append(Note(what, line, reason, True, component))

    # ------------------------------------------------------------------ versions

    def _current(self) -> list[Event]:
        """The events that stand: of each UID the latest version. Changes of occurrences are kept
        with their series, or as orphans."""
        masters: dict[str, list[Event]] = {}
        changes: dict[str, list[Event]] = {}
        for number, event in enumerate(self.events):
            is_change = event.recurrence_id is not None or event.is_astray
            name = event.component.name + (event.uid or f"\0{number}")
            (changes if is_change else masters).setdefault(name, []).append(event)
        self._changes: dict[int, list[Event]] = {}
        found: list[Event] = []
        for name, events in masters.items():
            latest = self._latest(events)
            mine = changes.pop(name, [])
            if len(latest) == 1:
                self._changes[id(latest[0])] = mine
            else:
                self._share(latest, mine)
            found.extend(latest)
        self._orphans = [event for name in changes for event in self._latest_orphans(changes[name])]
        return found

    def _latest(self, events: list[Event]) -> list[Event]:
        """Of events with one UID those of the highest SEQUENCE, and then of the latest DTSTAMP."""
        highest = max((event.sequence, event.stamp) for event in events)
        latest = [event for event in events if (event.sequence, event.stamp) == highest]
        if len(latest) < len(events):
            for event in events:
                if (event.sequence, event.stamp) < highest:
                    reason = "there is a later version of the event"
                    self._refuse("later-version", event.component, reason, event.line)
        cancelled = [event for event in latest if event.is_cancelled]
        gone = {event.start for event in cancelled}
        takes_all = any(event.is_dateless for event in cancelled)
        kept: dict[tuple[object, ...], Event] = {}
        for event in latest:
            if event.is_cancelled:
                self._refuse_cancelled(event)
            elif takes_all or event.start in gone:
                reason = "the event is cancelled by another of its UID"
                self._refuse("cancelled", event.component, reason, event.line)
            elif _identity(event) in kept:
                reason = "the same event stands before it in the file"
                self._refuse("same-uid", event.component, reason, event.line)
            else:
                if kept:
                    reason = "another event has the same UID; both were taken"
                    event.mend("same-uid", event.line, reason)
                kept[_identity(event)] = event
        return list(kept.values())

    def _refuse_cancelled(self, event: Event) -> None:
        found = event.component.first("STATUS")
        line = found.line if found is not None else event.line
        self._refuse("cancelled", event.component, "the event is cancelled", line)

    def _share(self, masters: list[Event], changes: list[Event]) -> None:
        """Gives each change to the one of several events with its UID that has its occurrence."""
        if not masters:
            for change in changes:
                reason = "the series that it changes is cancelled"
                self._refuse("stale-change", change.component, reason, change.id_line)
            return
        by_day = {day_of(master.start): master for master in masters}
        for change in changes:
            home = masters[-1]
            if change.recurrence_id is not None:
                home = by_day.get(place_of(home, change.recurrence_id).day, home)
            self._changes.setdefault(id(home), []).append(change)

    def _latest_orphans(self, events: list[Event]) -> Iterable[Event]:
        """Changed occurrences whose series is not in the file: they stand for themselves."""
        versions: dict[tuple[Moment | int, bool], Event] = {}
        days = {event.recurrence_id for event in events}
        for event in events:
            named: Moment | int = id(event)
            if event.recurrence_id is not None:
                named, day = event.recurrence_id, place_of(event, event.recurrence_id).day
                named = day if day in days else named
            self._take_later(versions, (named, event.is_range), event)
        for event in versions.values():
            if event.is_cancelled:
                self._refuse_cancelled(event)
            else:
                self._pass_over_rule(event)
                yield event

    def _pass_over_rule(self, change: Event) -> None:
        """Leaves out the rule of a changed occurrence, which happens once."""
        change.rules, change.rdates = [], []
        rules = change.component.all("RRULE") or change.component.all("RDATE")
        if rules:
            reason = "a change of an occurrence has a rule of its own, which was passed over"
            change.mend("rule-of-change", rules[0].line, reason)

    def _take_later(self, versions: dict[Any, Event], key: Any, event: Event) -> None:
        before = versions.get(key)
        if before is None:
            versions[key] = event
            return
        later = (event.sequence, event.stamp) >= (before.sequence, before.stamp)
        lost = before if later else event
        versions[key] = event if later else before
        reason = "there is a later version of the change"
        self._refuse("later-version", lost.component, reason, lost.line)

    # ------------------------------------------------------------------ what becomes of them

    def _add(self, event: Event) -> None:
        changes = self._changes.pop(id(event), [])
        try:
            if event.recurs and event.recurrence_id is None:
                self._add_series(event, changes)
            else:
                self._add_single(event, changes)
        except (RuleLost, ValueError, OverflowError) as error:
            for change in changes:
                reason = "the series that it changes cannot be read"
                self._refuse("stale-change", change.component, reason, change.id_line)
            rule = event.component.first("RRULE")
            if isinstance(error, RuleLost) and rule is not None:
                self._refuse("rrule-invalid", event.component, str(error), rule.line)
                event.rules, event.rdates, event.exdates, event.exrules = [], [], [], []
                self._add_single(event, [])
            else:
                self._refuse("bad-date", event.component, str(error), event.line)
        self.notes.extend(event.notes)

    def _add_series(self, event: Event, changes: list[Event]) -> None:
        builder = SeriesBuilder(event, self.steps)
        if not builder.recurs:
            self._add_single(event, changes)
            return
        versions: dict[tuple[Place, bool], Event] = {}
        for change in changes:
            self._pass_over_rule(change)
            if change.recurrence_id is None:
                self._add_astray(change)
                continue
            try:
                place = builder.place(change, change.recurrence_id)
            except (ValueError, OverflowError):
                reason = (
                    f"RECURRENCE-ID {change.recurrence_id} lies beyond the dates that there are"
                )
                change.lose("stale-change", change.id_line, reason)
                self.notes.extend(change.notes)
                continue
            self._take_later(versions, (place, change.is_range), change)
        built = builder.build([(place, change) for (place, _), change in versions.items()])
        for change in changes:
            self.notes.extend(change.notes)
            change.notes = []
        for series in built.series:
            match = _OF_RULE.match(event.uid) if self.is_ours else None
            self.content.recurrences.append(replace(series, id=match["id"]) if match else series)
        for change in built.apart:
            self._add_single(change, [])

    def _add_single(self, event: Event, changes: list[Event]) -> None:
        """What happens once; a change of it takes its place."""
        excepted = [line for line, _ in (*event.exdates, *event.exrules)]
        if excepted:
            reason = "it takes out a date of an event that does not recur, which was left"
            event.mend("exdate-time", min(excepted), reason)
        versions: dict[bool, Event] = {}
        for change in changes:
            moment = change.recurrence_id
            if moment is None:
                self._add_astray(change)
            elif (
                moment is not None
                and place_of(event, moment).day == place_of(event, event.start).day
            ):
                self._take_later(versions, True, change)
            else:
                reason = f"RECURRENCE-ID {moment} is no date of the event: it changes nothing"
                change.lose("stale-change", change.id_line, reason)
            self.notes.extend(change.notes)
            change.notes = []
        if versions:
            self.notes.extend(event.notes)
            event.notes = []
            event = versions[True]
            if event.is_cancelled:
                self._refuse_cancelled(event)
                return
        self.notes.extend(event.notes)
        event.notes = []
        if event.component.name == "VTODO":
            self.content.tasks.append(task_of(event))
            return
        of_council = self.is_ours and _COUNCIL.match(event.uid)
        if event.is_timed or event.has_guests or of_council:
            self.content.meetings.append(meeting_of(event))
            return
        self.content.holidays.append(day_of_event(event))

    def _add_astray(self, change: Event) -> None:
        """A change whose RECURRENCE-ID names nothing: that alone is lost."""
        if change.is_cancelled:
            self._refuse_cancelled(change)
        else:
            self._pass_over_rule(change)
            self._add_single(change, [])

    def _report(self) -> None:
        """The notes as what was refused and what was mended, in the order of the file."""
        self.content.tasks.sort(key=lambda task: task.line)
        self.notes = list(dict.fromkeys(self.notes))
        self.notes.sort(key=lambda note: note.line)
        for note in self.notes:
            uid = note.component.value("UID").strip() if note.component is not None else ""
            refusal = Refusal(uid, note.line, note.reason)
            (self.content.refused if note.is_lost else self.content.mended).append(refusal)

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
                once = of_days(dates)
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


def _identity(event: Event) -> tuple[object, ...]:
    """What two versions of an event share if none is later and both say the same."""
    return event.title, str(event.start), tuple(rule.written for _, rule in event.rules)
