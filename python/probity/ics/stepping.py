"""The days of a rule that steps by hours, minutes or seconds (FREQ=HOURLY and finer)."""

from __future__ import annotations

import datetime
import math

from probity._core import Recurrence
from probity.ics.clock import MOST_TIMES, Clock, Expansion, TimedRule, numbers
from probity.ics.rules import TIMES, End, Parsed, RuleLost, Steps, of_days, once
from probity.ics.values import DAY

#: So many daily rules at most make up one that steps by hours.
MOST_PARTS = 48
UNITS = {"HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}
_SECONDS_A_DAY = 86400


class Stepping(TimedRule):
    """A rule that steps by hours, minutes or seconds."""

    def __init__(
        self, rule: Parsed, start: datetime.datetime, end: End | None, steps: Steps
    ) -> None:
        super().__init__(rule, start, end, steps)
        parts = rule.parts
        freq = parts["FREQ"]
        self.unit = UNITS[freq]
        self.a_day = _SECONDS_A_DAY // self.unit
        interval = parts.get("INTERVAL", "1")
        if not (interval.isascii() and interval.isdigit() and len(interval) < 10):
            raise RuleLost(f"INTERVAL={interval[:20]} is no number from 1")
        self.interval = max(1, int(interval))
        self.tick = self.begin // self.unit
        hours = numbers(rule, "BYHOUR", 0, 23)
        minutes = numbers(rule, "BYMINUTE", 0, 59)
        seconds = numbers(rule, "BYSECOND", 0, 60)
        self.hours = set(hours) if hours is not None else None
        self.minutes = set(minutes) if minutes is not None and self.unit < 3600 else None
        self.seconds_left = set(seconds) if seconds is not None and self.unit < 60 else None
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
        return [within.at(index) for index in sorted(indexes)]

    # ---------------------------------------------------------------- one day

    def _residue(self, day: datetime.date) -> int:
        return (self.tick - (day - self.first).days * self.a_day) % self.interval

    def _ticks(self, residue: int, least: int = 0) -> list[int]:
        """The steps of a day that pass BYHOUR, BYMINUTE and BYSECOND."""
        begin = residue + max(0, math.ceil((least - residue) / self.interval)) * self.interval
        ticks = range(begin, self.a_day, self.interval)
        self.steps.take(len(ticks) // 20 + 1)
        if self.hours is self.minutes is self.seconds_left is None:
            return list(ticks)
        return [tick for tick in ticks if self._passes(tick * self.unit)]

    def _passes(self, second: int) -> bool:
        return (
            (self.hours is None or second // 3600 in self.hours)
            and (self.minutes is None or second // 60 % 60 in self.minutes)
            and (self.seconds_left is None or second % 60 in self.seconds_left)
        )

    def seconds(self, day: datetime.date) -> list[int]:
        least = self.tick if day == self.first else 0
        ticks = self._ticks(self._residue(day), least)
        return [tick * self.unit + more for tick in ticks for more in self.picked]

    def size(self, day: datetime.date) -> int:
        residue = self._residue(day)
        if residue not in self._counts:
            self._counts[residue] = len(self._ticks(residue)) * len(self.picked)
        return self._counts[residue]

    def possible(self) -> frozenset[int] | None:
        together = math.gcd(self.interval, self.a_day)
        ticks = range(self.tick % together, self.a_day, together)
        if self.hours is self.minutes is self.seconds_left is None and len(ticks) > MOST_TIMES:
            return None
        self.steps.take(len(ticks) // 20 + 1)
        found = frozenset(
            tick * self.unit + more
            for tick in ticks
            if self._passes(tick * self.unit)
            for more in self.picked
        )
        return found if len(found) <= MOST_TIMES else None

    def days_at(self, second: int) -> Recurrence | None:
        tick, within = divmod(second, self.unit)
        together = math.gcd(self.interval, self.a_day)
        if within not in self.picked or not self._passes(tick * self.unit):
            return None
        ahead, rest = divmod(self.tick - tick, together)
        if rest:
            return None
        # The days d with d * a_day = tick of DTSTART - tick, modulo the interval.
        first = ahead * pow(self.a_day // together, -1, self.period) % self.period
        text = f"FREQ=DAILY;INTERVAL={self.period}{self._filter()}"
        return self._in_year(Recurrence(text, self.first + first * DAY))

    # ---------------------------------------------------------------- its days

    def _filter(self) -> str:
        names = ("BYMONTH", "BYMONTHDAY", "BYDAY")
        parts = self.rule.parts
        allowed = {"FREQ", "INTERVAL", "WKST", "BYYEARDAY", "BYSETPOS", *names, *TIMES}
        for name in parts:
            if name not in allowed:
                raise RuleLost(f"{name} has no meaning in a rule of {parts['FREQ']}")
        return "".join(f";{name}={parts[name]}" for name in names if name in parts)

    def endless(self) -> Recurrence:
        more = self._filter()
        if not self.picked:
            days = once(self.first)
            return days - days
        if self.hours is self.minutes is self.seconds_left is None and self.interval <= self.a_day:
            days = Recurrence(f"FREQ=DAILY{more}", self.first)
        else:
            days = self._of_residues(more)
        return self._in_year(days)

    def _in_year(self, days: Recurrence) -> Recurrence:
        year_days = self.rule.parts.get("BYYEARDAY")
        if year_days is None:
            return days
        return days & Recurrence(f"FREQ=YEARLY;BYYEARDAY={year_days}", self.first)

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

    def reached(self, days: Recurrence, left: int) -> tuple[datetime.date, int]:
        if not self.picked:
            return datetime.date.max, 0
        if not self.is_plain or self._filter() or self.rule.count is None:
            return super().reached(days, left)
        ahead, tick = divmod(self.tick + (self.rule.count - 1) * self.interval, self.a_day)
        most = (datetime.date.max - self.first).days
        return self.first + min(ahead, most) * DAY, tick * self.unit + self.picked[0]

    def _walked(self) -> Recurrence | None:
        """The days of a rule with COUNT whose steps are days apart, one by one."""
        count = self.rule.count
        if count is None or self.end is not None or self.interval <= self.a_day:
            return None
        if not self.is_plain or self._filter() or not self.picked:
            return None
        self.steps.take(count)
        last = (datetime.date.max - self.first).days
        ahead = [(self.tick + number * self.interval) // self.a_day for number in range(count)]
        return of_days([self.first + days * DAY for days in ahead if days <= last])

    def expansion(self, with_start: bool) -> Expansion:
        walked = self._walked()
        if walked is None:
            return super().expansion(with_start)
        self.last = self.reached(walked, self.rule.count or 1)
        return Expansion(walked, True, self.start.time(), self)
