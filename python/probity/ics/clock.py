"""Times of a day beside the days of a rule: what both kinds of rules with hours are made of.

A Recurrence knows days. Here the times of a day are counted beside them, so that COUNT, UNTIL,
BYSETPOS and the times before DTSTART leave the days that they leave in RFC 5545 section 3.3.10.
"""

from __future__ import annotations

import datetime
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from probity._core import Recurrence
from probity.ics.rules import End, Parsed, RuleLost, Steps, once, until_day
from probity.ics.values import DAY

#: A rule from whose times others take some out has so many times of day at most.
MOST_TIMES = 48
_LAST_SECOND = 86399
#: A rule that COUNT does not end before the last date that there is.
_NEVER = (datetime.date.max, _LAST_SECOND)


class Expansion(NamedTuple):
    """The days of a rule, DTSTART's among them if the rule or its reader adds it.

    `holds_start` tells whether the rule itself gives DTSTART. `time` is DTSTART's, None of a whole
    day, and each day's if the rule names no `timed`.
    """

    days: Recurrence
    holds_start: bool
    time: datetime.time | None = None
    timed: TimedRule | None = None

    def times(self, day: datetime.date) -> frozenset[datetime.time | None]:
        """The times of one of the days."""
        return frozenset((self.time,)) if self.timed is None else self.timed.times(day)

    def clock(self) -> frozenset[datetime.time | None]:
        """The times that some days have. Raises RuleLost if they are too many to tell apart."""
        return frozenset((self.time,)) if self.timed is None else self.timed.clock()

    def at(self, time: datetime.time | None) -> Recurrence | None:
        """The days that have a time; None if none has. Raises RuleLost if that is not known."""
        if self.timed is not None and time is not None:
            return self.timed.at(time)
        return self.days if self.timed is None and time == self.time else None


def numbers(rule: Parsed, name: str, least: int, most: int) -> list[int] | None:
    """The numbers of a part of a rule, in order; None without it. Raises RuleLost for others."""
    text = rule.parts.get(name)
    if text is None:
        return None
    found = set()
    for piece in text.split(","):
        sign, digits = (-1, piece[1:]) if piece.startswith("-") else (1, piece.lstrip("+"))
        if not (digits.isascii() and digits.isdigit() and len(digits) < 7):
            raise RuleLost(f"{name}={piece[:20]} is no number")
        number = sign * int(digits)
        if not least <= number <= most:
            raise RuleLost(f"{name}={number} is not from {least} to {most}")
        found.add(number)
    return sorted(found)


class Clock:
    """Hours, minutes and seconds that are combined: so many times, in order."""

    def __init__(self, hours: list[int], minutes: list[int], seconds: list[int]) -> None:
        self.hours, self.minutes, self.seconds = hours, minutes, seconds
        self.size = len(hours) * len(minutes) * len(seconds)

    def at(self, index: int) -> int:
        """The second of the day at an index, from 0."""
        rest, second = divmod(index, len(self.seconds))
        hour, minute = divmod(rest, len(self.minutes))
        return self.hours[hour] * 3600 + self.minutes[minute] * 60 + self.seconds[second]


class TimedRule(ABC):
    """A rule that names times of day, from DTSTART on, its times counted beside its days."""

    def __init__(
        self, rule: Parsed, start: datetime.datetime, end: End | None, steps: Steps
    ) -> None:
        self.rule, self.start, self.end, self.steps = rule, start, end, steps
        self.first = start.date()
        self.begin = second_of(start.time())
        #: The day and the second of it after which nothing comes by COUNT or UNTIL.
        self.last: tuple[datetime.date, int] | None = None

    # What each kind of rule knows -----------------------------------------------------------------

    @abstractmethod
    def endless(self) -> Recurrence:
        """The days from DTSTART's on, without COUNT and UNTIL."""

    @abstractmethod
    def seconds(self, day: datetime.date) -> Sequence[int]:
        """The times of one of these days as seconds of the day, in order."""

    @abstractmethod
    def possible(self) -> frozenset[int] | None:
        """The seconds that some days have; None if they are more than MOST_TIMES."""

    @abstractmethod
    def days_at(self, second: int) -> Recurrence | None:
        """The days without end that have a time; None if none has."""

    def size(self, day: datetime.date) -> int:
        """How many times one of the days has."""
        return len(self.seconds(day))

    def reached(self, days: Recurrence, left: int) -> tuple[datetime.date, int]:
        """The time by which so many have come after those of DTSTART's day."""
        day = self.first
        while True:
            after = days.next_after(day)
            if after is None:
                return _NEVER
            day = after
            self.steps.take()
            size = self.size(day)
            if left <= size:
                return day, self.seconds(day)[left - 1]
            left -= size

    # What follows ---------------------------------------------------------------------------------

    def times(self, day: datetime.date) -> frozenset[datetime.time | None]:
        """The times of one of the days, from DTSTART to the last."""
        seconds = self.seconds(day)
        self.steps.take(len(seconds) // 20 + 1)
        return frozenset(
            time_of(second)
            for second in seconds
            if (self.first, self.begin) <= (day, second) and self._is_before_end(day, second)
        )

    def clock(self) -> frozenset[datetime.time | None]:
        """The times that some days have. Raises RuleLost if they are more than MOST_TIMES."""
        possible = self.possible()
        if possible is None:
            raise RuleLost("it takes out some of the times of a day")
        return frozenset(map(time_of, possible))

    def at(self, time: datetime.time) -> Recurrence | None:
        """The days that have a time, from DTSTART to the last; None if none has."""
        second = second_of(time)
        days = self.days_at(second)
        if days is None:
            return None
        if second < self.begin and self.first in days:
            days = days - once(self.first)
        if self.last is not None:
            day, last = self.last
            days = until_day(days, day if second <= last else day - DAY)
        return days

    def expansion(self, with_start: bool) -> Expansion:
        """The days. With `with_start`, DTSTART is the first in any case, and counts in COUNT."""
        first, begin, days = self.first, self.begin, self.endless()
        given = self.seconds(first) if first in days else ()
        on_first = [second for second in given if second >= begin]
        holds = begin in on_first
        if with_start and not holds:
            on_first.insert(0, begin)
        self.last = self._last(days, on_first)
        on_first = [second for second in on_first if self._is_before_end(first, second)]
        days = self._cut(days)
        if (on_first or with_start) and first not in days:
            days = with_day(days, first)
        elif not on_first and not with_start and first in days:
            days = days - once(first)
        return Expansion(days, holds and bool(on_first), self.start.time(), self)

    def _is_before_end(self, day: datetime.date, second: int) -> bool:
        return self.last is None or (day, second) <= self.last

    def _last(self, days: Recurrence, on_first: list[int]) -> tuple[datetime.date, int] | None:
        """The last time that UNTIL and COUNT leave; None if the rule has no end."""
        ends = []
        if self.end is not None:
            time = self.end.time
            ends.append((self.end.day, second_of(time) if time is not None else _LAST_SECOND))
        if self.rule.count is not None:
            left = self.rule.count - len(on_first)
            if left > 0:
                ends.append(self.reached(days, left))
            else:
                ends.append((self.first, on_first[self.rule.count - 1]))
        return min(ends) if ends else None

    def _cut(self, days: Recurrence) -> Recurrence:
        """The days to the last time."""
        if self.last is None:
            return days
        day, last = self.last
        if day in days and day > self.first and all(each > last for each in self.seconds(day)):
            day -= DAY
        return until_day(days, day)


def second_of(time: datetime.time) -> int:
    """The second of the day of a time."""
    return time.hour * 3600 + time.minute * 60 + time.second


def time_of(second: int) -> datetime.time:
    """The time at a second of the day."""
    return datetime.time(second // 3600, second // 60 % 60, second % 60)


def with_day(days: Recurrence, day: datetime.date) -> Recurrence:
    """Some days, and one more."""
    if days.rule is not None and days.start is not None and day >= days.start:
        return Recurrence(days.rule, days.start, rdates=[*days.rdates, day], exdates=days.exdates)
    return days | once(day)
