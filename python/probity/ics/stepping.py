"""The days of a rule that steps by hours, minutes or seconds (FREQ=HOURLY and finer)."""

from __future__ import annotations

import datetime
import math

from probity._core import Recurrence
from probity.ics.clock import Clock, Expansion, numbers, with_day
from probity.ics.rules import (
    TIMES,
    End,
    Parsed,
    RuleLost,
    Steps,
    day_before,
    of_days,
    once,
    until_day,
)
from probity.ics.values import DAY

#: So many daily rules at most make up one that steps by hours.
MOST_PARTS = 48
UNITS = {"HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}
_SECONDS_A_DAY = 86400


class Stepping:
    """A rule that steps by hours, minutes or seconds."""

    def __init__(
        self, rule: Parsed, start: datetime.datetime, end: End | None, steps: Steps
    ) -> None:
        self.rule, self.start, self.end, self.steps = rule, start, end, steps
        self.first = start.date()
        parts = rule.parts
        freq = parts["FREQ"]
        self.unit = UNITS[freq]
        self.a_day = _SECONDS_A_DAY // self.unit
        interval = parts.get("INTERVAL", "1")
        if not (interval.isascii() and interval.isdigit() and len(interval) < 10):
            raise RuleLost(f"INTERVAL={interval[:20]} is no number from 1")
        self.interval = max(1, int(interval))
        second = start.hour * 3600 + start.minute * 60 + start.second
        self.tick = second // self.unit
        hours = numbers(rule, "BYHOUR", 0, 23)
        minutes = numbers(rule, "BYMINUTE", 0, 59)
        seconds = numbers(rule, "BYSECOND", 0, 60)
        self.hours = set(hours) if hours is not None else None
        self.minutes = set(minutes) if minutes is not None and self.unit < 3600 else None
        self.seconds = set(seconds) if seconds is not None and self.unit < 60 else None
        within = Clock(
            [0],
            (minutes or [start.minute]) if self.unit == 3600 else [0],
            sorted({min(s, 59) for s in seconds or [start.second]}) if self.unit > 1 else [0],
        )
        self.picked = self._picked(within)
        #: The period of the steps in days.
        self.period = self.interval // math.gcd(self.interval, self.a_day)
        self._counts: dict[int, int] = {}
        #: Whether each step is one time, and no step is left out for its time or day of the year.
        self.is_plain = not any(name in parts for name in (*TIMES, "BYSETPOS", "BYYEARDAY"))

    def _picked(self, within: Clock) -> list[int]:
        """The seconds within a step at which it takes place."""
        size = within.size
        indexes = set(range(size))
        places = numbers(self.rule, "BYSETPOS", -366_000, 366_000)
        if places is not None:
            indexes = {place - 1 if place > 0 else size + place for place in places if place}
            indexes = {index for index in indexes if 0 <= index < size}
        times = [within.at(index) for index in sorted(indexes)]
        return [time.minute * 60 + time.second for time in times]

    # ---------------------------------------------------------------- one day

    def _residue(self, day: datetime.date) -> int:
        return (self.tick - (day - self.first).days * self.a_day) % self.interval

    def _ticks(self, residue: int, least: int = 0) -> list[int]:
        """The steps of a day that pass BYHOUR, BYMINUTE and BYSECOND."""
        begin = residue + max(0, math.ceil((least - residue) / self.interval)) * self.interval
        ticks = range(begin, self.a_day, self.interval)
        self.steps.take(len(ticks) // 20 + 1)
        if self.hours is self.minutes is self.seconds is None:
            return list(ticks)
        return [tick for tick in ticks if self._passes(tick * self.unit)]

    def _passes(self, second: int) -> bool:
        return (
            (self.hours is None or second // 3600 in self.hours)
            and (self.minutes is None or second // 60 % 60 in self.minutes)
            and (self.seconds is None or second % 60 in self.seconds)
        )

    def _seconds(self, day: datetime.date) -> list[int]:
        """The seconds of a day at which it takes place, from DTSTART on."""
        least = self.tick if day == self.first else 0
        found = [
            tick * self.unit + more
            for tick in self._ticks(self._residue(day), least)
            for more in self.picked
        ]
        if day == self.first:
            begin = self.start.hour * 3600 + self.start.minute * 60 + self.start.second
            found = [second for second in found if second >= begin]
        return found

    def times(self, day: datetime.date) -> frozenset[datetime.time]:
        return frozenset(
            datetime.time(second // 3600, second // 60 % 60, second % 60)
            for second in self._seconds(day)
        )

    def _count(self, day: datetime.date) -> int:
        """How many times a whole day has."""
        residue = self._residue(day)
        if residue not in self._counts:
            self._counts[residue] = len(self._ticks(residue)) * len(self.picked)
        return self._counts[residue]

    # ---------------------------------------------------------------- its days

    def _filter(self) -> str:
        names = ("BYMONTH", "BYMONTHDAY", "BYDAY")
        parts = self.rule.parts
        allowed = {"FREQ", "INTERVAL", "WKST", "BYYEARDAY", "BYSETPOS", *names, *TIMES}
        for name in parts:
            if name not in allowed:
                raise RuleLost(f"{name} has no meaning in a rule of {parts['FREQ']}")
        return "".join(f";{name}={parts[name]}" for name in names if name in parts)

    def _infinite(self) -> Recurrence:
        """The days on which the steps fall, with no end."""
        more = self._filter()
        if not self.picked:
            days = once(self.first)
            return days - days
        if self.hours is self.minutes is self.seconds is None and self.interval <= self.a_day:
            days = Recurrence(f"FREQ=DAILY{more}", self.first)
        else:
            days = self._of_residues(more)
        year_days = self.rule.parts.get("BYYEARDAY")
        if year_days is not None:
            days = days & Recurrence(f"FREQ=YEARLY;BYYEARDAY={year_days}", self.first)
        return days

    def _of_residues(self, more: str) -> Recurrence:
        hit: list[int] = []
        for day in range(self.period):
            self.steps.take()
            residue = (self.tick - day * self.a_day) % self.interval
            if residue < self.a_day and (residue in self._counts or self._ticks(residue)):
                hit.append(day)
            if len(hit) > MOST_PARTS and len(hit) <= day:
                raise RuleLost("its steps fall on too many different days to be kept")
        if len(hit) == self.period:
            return Recurrence(f"FREQ=DAILY{more}", self.first)
        parts = [
            Recurrence(f"FREQ=DAILY;INTERVAL={self.period}{more}", self.first + day * DAY)
            for day in hit
        ]
        if not parts:
            days = once(self.first)
            return days - days
        days = parts[0]
        for part in parts[1:]:
            days = days | part
        return days

    def _walked(self, more: str, left: int) -> Recurrence | None:
        """The days of a rule with COUNT whose steps are days apart, one by one."""
        if more or not self.is_plain or self.interval <= self.a_day:
            return None
        self.steps.take(left)
        last = (datetime.date.max - self.first).days
        ahead = [(self.tick + number * self.interval) // self.a_day for number in range(left)]
        return of_days([self.first + days * DAY for days in ahead if days <= last])

    def expansion(self, with_start: bool) -> Expansion:
        first = self.first
        start_second = self.start.hour * 3600 + self.start.minute * 60 + self.start.second
        if self.rule.count is not None and self.picked and self.end is None:
            walked = self._walked(self._filter(), self.rule.count)
            if walked is not None:
                return Expansion(walked, True, self.times)
        days = self._infinite()
        on_first = self._seconds(first) if first in days else []
        if first in days and not on_first:
            days = days - once(first)
        holds = start_second in on_first
        last: datetime.date | None = None
        if self.rule.count is not None:
            left = self.rule.count - len(on_first) - (with_start and not holds)
            last = self._last_by_count(days, left)
        if self.end is not None:
            until = self._last_by_until(days, self.end)
            last = until if last is None else min(last, until)
        if last is not None:
            days = until_day(days, last)
        if with_start and first not in days:
            days = with_day(days, first)
        return Expansion(days, holds and first in days, self.times)

    def _last_by_until(self, days: Recurrence, end: End) -> datetime.date:
        if end.time is None or end.day not in days:
            return end.day
        most = end.time.hour * 3600 + end.time.minute * 60 + end.time.second
        return end.day if any(s <= most for s in self._seconds(end.day)) else day_before(end.day)

    def _last_by_count(self, days: Recurrence, left: int) -> datetime.date:
        if left <= 0 or not self.picked:
            return self.first
        if self.is_plain and not self._filter() and self.rule.count is not None:
            ahead = (self.tick + (self.rule.count - 1) * self.interval) // self.a_day
            most = (datetime.date.max - self.first).days
            return self.first + min(ahead, most) * DAY
        day = self.first
        while left > 0:
            after = days.next_after(day)
            if after is None:
                return datetime.date.max
            day = after
            left -= self._count(day)
            self.steps.take()
        return day
