"""A series of a calendar file: its rules, and what its exceptions and changes do to its days."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from probity._core import Recurrence, Spans
from probity.ics.clock import MOST_TIMES, Expansion
from probity.ics.content import Moved, Series
from probity.ics.event import Event
from probity.ics.hours import expand
from probity.ics.lines import shortened
from probity.ics.rules import RuleLost, Steps, of_days, once, until_day
from probity.ics.values import DAY, MIDNIGHT, Moment, day_of

#: An event has at most so many rules, and its series so many changes of all later occurrences; what
#: comes after is refused.
MOST_RULES = 20
MOST_RANGES = 100
#: Days of a rule in UTC are put into a zone with summer time for so many years.
YEARS_OF_SHIFTS = 100


class Place(NamedTuple):
    """Which occurrence a value names: the day in the time of the rule, and the time; None if it
    names the day alone."""

    day: datetime.date
    time: datetime.time | None


@dataclass
class Built:
    """What an event and its changes give."""

    series: list[Series] = field(default_factory=list)
    #: Changed occurrences that are of another kind than the series.
    apart: list[Event] = field(default_factory=list)


@dataclass
class _Segment:
    """The occurrences from one on, as an event has them: the series' own, or what a change of
    this and all later ones says."""

    event: Event
    begin: Place | None = None
    arrivals: set[datetime.date] = field(default_factory=set)
    moved: list[Moved] = field(default_factory=list)


def place_of(event: Event, value: Moment) -> Place:
    """A date or time as an occurrence of an event."""
    if not isinstance(value, datetime.datetime):
        return Place(value, None)
    start = event.start
    if not isinstance(start, datetime.datetime):
        zone = event.whole_zone
        if value.tzinfo is not None and zone is not None:
            return Place(value.astimezone(zone).date(), None)
        return Place(value.date(), None)
    if value.tzinfo is not None and start.tzinfo is not None:
        value = value.astimezone(start.tzinfo)
    return Place(value.date(), value.time())


class SeriesBuilder:
    """Builds the series of one event that recurs."""

    def __init__(self, event: Event, steps: Steps) -> None:
        self.event = event
        self.steps = steps
        start = event.start
        self.time = start.time() if isinstance(start, datetime.datetime) else None
        self.first = day_of(start)
        self.rules = self._rules()
        self.exrules = self._exrules()
        #: Whole days, and single times of days, that are taken out.
        self.without_days: set[datetime.date] = set()
        self.without_times: dict[datetime.date, set[datetime.time]] = {}
        #: RDATE: the times of each day.
        self.extra: dict[datetime.date, set[datetime.time | None]] = {}
        self._take_dates()

    # ---------------------------------------------------------------- rules

    def _rules(self) -> list[Expansion]:
        event = self.event
        found: list[tuple[int, Expansion]] = []
        only = len(event.rules) == 1
        for line, rule in event.rules[MOST_RULES:]:
            event.lose("rrule-invalid", line, f"the event has more than {MOST_RULES} rules")
            event.rules.remove((line, rule))
        for line, rule in list(event.rules):
            try:
                given = expand(
                    rule, event.start, self.steps, zone=event.whole_zone, with_start=only
                )
            except RuleLost as error:
                event.lose("rrule-invalid", line, f"RRULE {shortened(rule.written)}: {error}")
                event.rules.remove((line, rule))
                continue
            found.append((line, given))
        if len(found) > 1:
            event.mend(
                "several-rrules", found[1][0], "the event has several RRULEs; all were taken"
            )
        if found and not any(given.holds_start for _, given in found):
            line = found[0][0]
            reason = f"DTSTART {self.first} is no day of its RRULE; it was taken as the first"
            if found[0][1].timed is not None:
                reason = f"DTSTART {event.start:%H:%M} is no time of its RRULE, and was taken"
            event.mend("start-not-of-rule", line, reason)
        expansions = [given for _, given in found]
        #: Whether there is more than DTSTART.
        self.recurs = bool(found or event.rdates)
        if not any(self.first in given.days for given in expansions):
            expansions.append(Expansion(once(self.first), True, self.time))
        return expansions

    def _exrules(self) -> list[Expansion]:
        event = self.event
        found: list[Expansion] = []
        for line, rule in event.exrules:
            try:
                if len(found) == MOST_RULES:
                    raise RuleLost(f"the event has more than {MOST_RULES} of them")
                given = expand(rule, event.start, self.steps, zone=event.whole_zone)
                for times in [each.clock() for each in self.rules]:
                    for time in times:
                        given.at(time)
            except (RuleLost, ValueError, OverflowError) as error:
                event.lose("exrule", line, f"EXRULE {shortened(rule.written)}: {error}")
                continue
            found.append(given)
            event.mend("exrule", line, "EXRULE, which RFC 5545 no longer has, was read")
        return found

    def occurrences(self, day: datetime.date) -> set[datetime.time | None]:
        """The times of a day that the rules and RDATE give; None for a whole day."""
        found: set[datetime.time | None] = set(self.extra.get(day, ()))
        for rule in self.rules:
            if day in rule.days:
                found |= rule.times(day)
        if day == self.first:
            found.add(self.time)
        for excepted in self.exrules:
            if day in excepted.days:
                found -= excepted.times(day)
        return found

    def left(self, day: datetime.date) -> set[datetime.time | None]:
        """The times of a day that no exception takes out."""
        if day in self.without_days:
            return set()
        return self.occurrences(day) - self.without_times.get(day, set())

    # ---------------------------------------------------------------- RDATE and EXDATE

    def _take_dates(self) -> None:
        event = self.event
        for line, value in event.rdates:
            try:
                place = self._named(value)
                once(place.day)  # raises ProbityError for a day that no Recurrence has
            except (ValueError, OverflowError):
                event.lose("bad-date", line, f"RDATE {value} lies beyond the dates that there are")
                continue
            if isinstance(value, datetime.datetime) != event.is_timed:
                event.mend("mixed-types", line, "RDATE has not the value type of DTSTART")
            elif place.time is not None and place.time != self.time:
                reason = f"RDATE {value:%Y-%m-%d %H:%M} is at another hour; its day was taken"
                event.mend("rdate-hour", line, reason)
            time = place.time if event.is_timed and place.time is not None else self.time
            self.extra.setdefault(place.day, set()).add(time)
        for line, value in event.exdates:
            try:
                self._except(line, value)
            except (ValueError, OverflowError):
                event.lose("bad-date", line, f"EXDATE {value} lies beyond the dates that there are")

    def _except(self, line: int, value: Moment) -> None:
        event = self.event
        place = self._named(value)
        if isinstance(value, datetime.datetime) != event.is_timed and event.whole_zone is None:
            event.mend("mixed-types", line, "EXDATE has not the value type of DTSTART")
        if not event.is_timed or place.time is None:
            self.without_days.add(place.day)
            return
        there = self.occurrences(place.day)
        if place.time in there:
            self.without_times.setdefault(place.day, set()).add(place.time)
            return
        if self._names_day(value, place):
            reason = f"EXDATE {value:%Y-%m-%d} at midnight was read as the whole day"
            event.mend("exdate-time", line, reason)
            self.without_days.add(day_of(value))
        elif there:
            reason = f"EXDATE {value} is no time of the event; it excepts none"
            event.mend("exdate-time", line, reason)

    # ---------------------------------------------------------------- changes

    def place(self, change: Event, value: Moment) -> Place:
        """The occurrence that RECURRENCE-ID names; of a date, the one of its day."""
        place = self._named(value)
        if self._names_day(value, place):
            reason = f"RECURRENCE-ID {value:%Y-%m-%d} at midnight was read as the whole day"
            change.mend("mixed-types", change.id_line, reason)
            place = Place(day_of(value), None)
        if place.time is None and self.time in self.occurrences(place.day):
            return Place(place.day, self.time)
        return place

    def _named(self, value: Moment) -> Place:
        """Which occurrence a value names: a date as people see it, a time as an instant."""
        event, place = self.event, place_of(self.event, value)
        if place.time is None:
            if event.shown is not None:
                for away in (0, -1, 1):
                    day = place.day + away * DAY
                    if self._shown(day) == place.day:
                        return Place(day, None)
            return place
        assert isinstance(value, datetime.datetime)
        if not isinstance(event.start, datetime.datetime) or value.tzinfo is None:
            return place
        there = self.occurrences(place.day)
        zone = event.start.tzinfo
        if zone is not None and place.time not in there and len(there) <= MOST_TIMES:
            # A time that the clock skips in spring has two names.
            for time in filter(None, there):
                moment = datetime.datetime.combine(place.day, time, zone)
                if moment.astimezone(datetime.UTC) == value.astimezone(datetime.UTC):
                    return Place(place.day, time)
        return place

    def _names_day(self, value: Moment, place: Place) -> bool:
        """Whether a midnight stands for the day, whose times are others."""
        return (
            isinstance(value, datetime.datetime)
            and value.time() == MIDNIGHT
            and place.time not in self.occurrences(place.day)
            and bool(self.occurrences(value.date()))
        )

    def build(self, changes: list[tuple[Place, Event]]) -> Built:
        """The series with its changes, of which each names another occurrence."""
        excepted = set(self.without_days)
        segments = [_Segment(self.event)]
        built = Built()
        ranges = [each for each in changes if each[1].is_range]
        for place, change in sorted(ranges, key=lambda each: self._order(each[0])):
            if len(segments) > MOST_RANGES:
                reason = f"the series is changed more than {MOST_RANGES} times by RANGE"
                change.lose("range", change.id_line, reason)
            elif self._is_there(place, change, excepted):
                segments.append(_Segment(change, place))
                reason = f"RANGE=THISANDFUTURE: all from {place.day} on were changed"
                change.mend("range", change.id_line, reason)
        begins = [self._order(each.begin) for each in segments[1:] if each.begin is not None]
        singles = [each for each in changes if not each[1].is_range]
        there = [each for each in singles if self._is_there(*each, excepted)]
        for place, change in there:
            segment = segments[bisect_right(begins, self._order(place))]
            self._change(place, change, segment, built)
        for index, segment in enumerate(segments):
            after = segments[index + 1] if index + 1 < len(segments) else None
            self._finish(segment, after, built)
        return built

    def _order(self, place: Place) -> tuple[datetime.date, datetime.time]:
        return place.day, place.time or MIDNIGHT

    def _is_there(self, place: Place, change: Event, excepted: set[datetime.date]) -> bool:
        left = self.left(place.day)
        if left and (place.time is None or place.time in left or not self.event.is_timed):
            return True
        if place.day in excepted or place.day in self.without_times:
            reason = f"EXDATE takes out the occurrence of {place.day}"
        else:
            named = f"{place.day} {place.time:%H:%M}" if place.time is not None else place.day
            reason = f"RECURRENCE-ID {named} is no date of the series: it changes nothing"
        change.lose("stale-change", change.id_line, reason)
        return False

    def _change(self, place: Place, change: Event, segment: _Segment, built: Built) -> None:
        """What RECURRENCE-ID does to one occurrence."""
        if place.time is None or not self.event.is_timed:
            self.without_days.add(place.day)
        else:
            self.without_times.setdefault(place.day, set()).add(place.time)
        if change.is_cancelled:
            return
        event = segment.event
        if change.is_timed != event.is_timed or change.days != event.days:
            built.apart.append(change)
        else:
            segment.arrivals.add(change.date)
        nominal = self._shown(place.day)
        segment.moved.append(Moved(nominal, change.begin, change.title, change.days))

    def _shown(self, day: datetime.date) -> datetime.date:
        """The day on which people see the occurrence of a day of the rule."""
        event = self.event
        if event.shown is None or not isinstance(event.start, datetime.datetime):
            return day
        moment = datetime.datetime.combine(day, event.start.time(), event.start.tzinfo)
        return moment.astimezone(event.shown).date()

    # ---------------------------------------------------------------- days

    def _finish(self, segment: _Segment, after: _Segment | None, built: Built) -> None:
        event = segment.event
        if segment.begin is not None and event.is_cancelled:
            return
        is_whole = segment.begin is None and after is None and self.event.shown is None
        days = self._nominal(segment.arrivals if is_whole else set())
        if segment.begin is not None:
            begin = segment.begin.day
            days = days & Recurrence("FREQ=DAILY", begin)
        if after is not None and after.begin is not None:
            day, time = after.begin
            has_earlier = any(each and time and each < time for each in self.left(day))
            days = until_day(days, day if has_earlier else day - DAY)
        if segment.begin is not None:
            days = self._in_zone(days)
            days = days.shift((event.date - self._shown(segment.begin.day)).days)
        elif self.event.shown is not None:
            days = self._in_zone(days)
        if not is_whole and segment.arrivals:
            days = days | of_days(list(segment.arrivals))
        if after is not None and days.nth(0) is None:
            return
        begin_at = event.begin
        built.series.append(
            Series(
                id=self.event.uid,
                uid=self.event.uid,
                title=event.title or self.event.title,
                recurrence=days
                if event.is_timed or event.days == 1
                else Spans(days, 0, event.days),
                begins=begin_at.time() if isinstance(begin_at, datetime.datetime) else None,
                duration=event.duration,
                zone=event.zone,
                location=event.text("LOCATION"),
                description=event.text("DESCRIPTION"),
                moved=tuple(sorted(segment.moved, key=lambda each: each.nominal)),
                line=event.line,
                is_task=event.component.name == "VTODO",
                has_guests=event.has_guests,
            )
        )

    def _nominal(self, arrivals: set[datetime.date]) -> Recurrence:
        """The days by rules, RDATE and EXDATE, and those to which occurrences were moved."""
        taken_out = {
            day for day in self.without_days | self.without_times.keys() if not self.left(day)
        }
        extra = {day for day in self.extra if day not in taken_out and self.left(day)} | arrivals
        without = taken_out - extra
        only = self.rules[0].days
        if len(self.rules) == 1 and not self.exrules and only.rule is not None:
            assert only.start is not None
            if not extra and not without:
                return only
            return Recurrence(
                only.rule,
                only.start,
                rdates=sorted({*only.rdates, *extra} - without),
                exdates=sorted(without),
            )
        days = self._without_exrules(self.rules[0])
        for rule in self.rules[1:]:
            days = days | self._without_exrules(rule)
        if self.exrules and self.first not in days and self.left(self.first):
            extra.add(self.first)
        if without:
            days = days - of_days(list(without))
        return days | of_days(list(extra)) if extra else days

    def _without_exrules(self, rule: Expansion) -> Recurrence:
        """The days of a rule on which EXRULE leaves one of its times."""
        if not self.exrules:
            return rule.days
        left: Recurrence | None = None
        for time in rule.clock():
            days = rule.at(time)
            for excepted in self.exrules if days is not None else ():
                out = excepted.at(time)
                days = days - out if days is not None and out is not None else days
            if days is not None:
                left = days if left is None else left | days
        return left if left is not None else rule.days - rule.days

    def _in_zone(self, days: Recurrence) -> Recurrence:
        """Days of a rule in UTC as people see them in their zone."""
        event = self.event
        first = days.nth(0)
        if event.shown is None or first is None:
            return days
        months = [first + 30 * DAY * number for number in range(25) if first.year < 9990]
        shifts = {(self._shown(day) - day).days for day in [first, *months]}
        if len(shifts) == 1:
            return days.shift(shifts.pop())
        end = datetime.date(min(first.year + YEARS_OF_SHIFTS, 9990), 1, 1)
        usual = min(shifts, key=abs)
        others = [day for day in days.between(first, end) if (self._shown(day) - day).days != usual]
        self.steps.take(len(others))
        if not others:
            return days.shift(usual)
        rest = (days - of_days(others)).shift(usual)
        return rest | of_days([self._shown(day) for day in others])
