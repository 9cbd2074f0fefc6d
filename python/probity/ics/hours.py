"""The days of a rule that names hours (BYHOUR, BYMINUTE, BYSECOND, FREQ=HOURLY and finer).

A Recurrence knows days. Here the times of a day are counted beside them, so that COUNT, UNTIL,
BYSETPOS and the times before DTSTART leave the days that they leave in RFC 5545 section 3.3.10.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from probity._core import Recurrence
from probity.ics.rules import (
    TIMES,
    End,
    Parsed,
    RuleLost,
    Steps,
    day_before,
    days_of,
    end_of,
    of_days,
    once,
    until_day,
)
from probity.ics.values import DAY, Moment, day_of

#: So many daily rules at most make up one that steps by hours.
MOST_PARTS = 48
_UNITS = {"HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}
_SECONDS_A_DAY = 86400


class Expansion(NamedTuple):
    """The days of a rule, DTSTART's among them if the rule or its reader adds it.

    `holds_start` tells whether the rule itself gives DTSTART. `times` gives the times of one of
    the days, None if each has DTSTART's.
    """

    days: Recurrence
    holds_start: bool
    times: Callable[[datetime.date], frozenset[datetime.time]] | None = None


def expand(
    rule: Parsed,
    start: Moment,
    steps: Steps,
    *,
    zone: datetime.tzinfo | None = None,
    with_start: bool = False,
) -> Expansion:
    """The days of a rule from DTSTART on. `zone` is that of whole days written in UTC.

    With `with_start`, DTSTART is the first of them in any case, and counts in COUNT. Raises
    RuleLost if the rule cannot be taken.
    """
    try:
        end = end_of(rule.until, start, zone)
        if not isinstance(start, datetime.datetime):
            if rule.parts["FREQ"] in _UNITS:
                raise RuleLost(f"FREQ={rule.parts['FREQ']} has no meaning for whole days")
            bare = replace(rule, parts={k: v for k, v in rule.parts.items() if k not in TIMES})
            return _of_one_time(bare, start, end.day if end else None, with_start)
        if not rule.has_times:
            last = None
            if end is not None:
                early = end.time is not None and end.time < start.time()
                last = day_before(end.day) if early else end.day
            return _of_one_time(rule, start, last, with_start)
        if rule.parts["FREQ"] in _UNITS:
            return _Stepping(rule, start, end, steps).expansion(with_start)
        return _Timed(rule, start, end, steps).expansion(with_start)
    except (ValueError, OverflowError) as error:  # ProbityError is a ValueError
        raise RuleLost(str(error)) from None


def _of_one_time(
    rule: Parsed, start: Moment, last: datetime.date | None, with_start: bool
) -> Expansion:
    first = day_of(start)
    days = days_of(rule, first, last)
    if not with_start or first in days:
        return Expansion(days, first in days)
    if rule.count == 1:
        return Expansion(once(first), False)
    if rule.count is not None:
        days = days_of(replace(rule, count=rule.count - 1), first, last)
    assert days.rule is not None
    return Expansion(Recurrence(days.rule, first, rdates=[first]), False)


def _numbers(rule: Parsed, name: str, least: int, most: int) -> list[int] | None:
    text = rule.parts.get(name)
    if text is None:
        return None
    numbers = set()
    for piece in text.split(","):
        sign, digits = (-1, piece[1:]) if piece.startswith("-") else (1, piece.lstrip("+"))
        if not (digits.isascii() and digits.isdigit() and len(digits) < 7):
            raise RuleLost(f"{name}={piece[:20]} is no number")
        number = sign * int(digits)
        if not least <= number <= most:
            raise RuleLost(f"{name}={number} is not from {least} to {most}")
        numbers.add(number)
    return sorted(numbers)


class _Clock:
    """Hours, minutes and seconds that are combined: so many times, in order."""

    def __init__(self, hours: list[int], minutes: list[int], seconds: list[int]) -> None:
        self.hours, self.minutes, self.seconds = hours, minutes, seconds
        self.size = len(hours) * len(minutes) * len(seconds)

    def at(self, index: int) -> datetime.time:
        rest, second = divmod(index, len(self.seconds))
        hour, minute = divmod(rest, len(self.minutes))
        return datetime.time(self.hours[hour], self.minutes[minute], self.seconds[second])


def _clock(rule: Parsed, start: datetime.datetime, hours: list[int] | None) -> _Clock:
    # A leap second is shown as the second before it.
    seconds = _numbers(rule, "BYSECOND", 0, 60) or [start.second]
    return _Clock(
        hours if hours is not None else [start.hour],
        _numbers(rule, "BYMINUTE", 0, 59) or [start.minute],
        sorted({min(second, 59) for second in seconds}),
    )


class _Timed:
    """A rule of days, weeks, months or years with the times of each of its days."""

    def __init__(
        self, rule: Parsed, start: datetime.datetime, end: End | None, steps: Steps
    ) -> None:
        self.rule, self.start, self.end, self.steps = rule, start, end, steps
        self.first = start.date()
        self.clock = _clock(rule, start, _numbers(rule, "BYHOUR", 0, 23))
        self.all_times: frozenset[datetime.time] | None = None
        self.positions: dict[int, set[int]] = {}
        bare = dict(rule.parts)
        for name in TIMES:
            bare.pop(name, None)
        places = _numbers(rule, "BYSETPOS", -366_000, 366_000)
        bare.pop("BYSETPOS", None)
        self.is_empty = False
        if places is not None:
            self._place(places, bare)
        self.bare = replace(rule, parts=bare, count=None, until=None)

    def _place(self, places: list[int], bare: dict[str, str]) -> None:
        """BYSETPOS among days and times as one among days, with the times that it picks."""
        size = self.clock.size
        for place in places:
            if place == 0:
                raise RuleLost("BYSETPOS=0 is not from 1 to 366")
            day, index = divmod(abs(place) - 1, size)
            day, index = (day + 1, index) if place > 0 else (-day - 1, size - 1 - index)
            self.positions.setdefault(day, set()).add(index)
        if bare["FREQ"] == "DAILY":
            self.positions = {1: set().union(*self._of_day(1, 1))}
            self.is_empty = not self.positions[1]
        else:
            self.positions = {p: t for p, t in self.positions.items() if abs(p) <= 366}
            self.is_empty = not self.positions
            bare["BYSETPOS"] = ",".join(map(str, sorted(self.positions)))
            if not any(key.startswith("BY") and key != "BYSETPOS" for key in bare):
                self._name_day(bare)

    def _name_day(self, bare: dict[str, str]) -> None:
        """The day that DTSTART names, so that BYSETPOS has what to pick from."""
        if bare["FREQ"] == "WEEKLY":
            bare["BYDAY"] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[self.first.weekday()]
        else:
            bare["BYMONTHDAY"] = str(self.first.day)
            if bare["FREQ"] == "YEARLY":
                bare["BYMONTH"] = str(self.first.month)

    def _of_day(self, place: int, size: int) -> list[set[int]]:
        """What is picked of the day at a place, from 1, among so many days of the period."""
        return [
            times
            for position, times in self.positions.items()
            if position in (place, place - size - 1)
        ]

    def indexes(self, day: datetime.date) -> list[int]:
        """The times of one of the days, by their place on the clock."""
        if not self.positions:
            return list(range(self.clock.size))
        if self.bare.parts["FREQ"] == "DAILY":
            return sorted(self.positions[1])
        begin, end = self._period(day)
        text = self.bare.text("BYSETPOS", INTERVAL=1)
        among = list(Recurrence(text, begin).between(begin, end))
        self.steps.take(20 + len(among) // 4)
        if day not in among:
            return []
        return sorted(set().union(*self._of_day(among.index(day) + 1, len(among))))

    def _period(self, day: datetime.date) -> tuple[datetime.date, datetime.date]:
        freq = self.bare.parts["FREQ"]
        if freq == "MONTHLY":
            begin = day.replace(day=1)
            return begin, (begin + 31 * DAY).replace(day=1)
        week_start = ("MO", "TU", "WE", "TH", "FR", "SA", "SU").index(
            self.bare.parts.get("WKST", "MO")
        )
        if freq == "WEEKLY":
            begin = day - (day.weekday() - week_start) % 7 * DAY
            return begin, begin + 7 * DAY
        if "BYWEEKNO" in self.bare.parts:
            raise RuleLost("BYWEEKNO beside BYSETPOS and times of day is not read")
        return day.replace(month=1, day=1), day.replace(year=day.year + 1, month=1, day=1)

    def times(self, day: datetime.date) -> frozenset[datetime.time]:
        self.steps.take(self.clock.size // 100 + 1)
        if not self.positions:
            if self.all_times is None:
                self.all_times = frozenset(map(self.clock.at, range(self.clock.size)))
            return self.all_times
        return frozenset(map(self.clock.at, self.indexes(day)))

    def expansion(self, with_start: bool) -> Expansion:
        first, time = self.first, self.start.time()
        days = Recurrence(self.bare.text(), first)
        if self.is_empty:
            days = days - days
        on_first = self.times(first) if first in days else frozenset()
        holds = time in on_first
        last = self._last(days, holds, sum(each >= time for each in on_first), with_start)
        left = any(each >= time for each in on_first)
        if self.end is not None and first == last and self.end.day == first:
            left = any(
                time <= each and (self.end.time is None or each <= self.end.time)
                for each in on_first
            )
        if last is not None:
            days = self._cut(days, last)
        if (with_start or left) and first not in days:
            days = _with_day(days, first)
        elif not with_start and not left and first in days:
            days = days - once(first)
        return Expansion(days, holds and left, self.times)

    def _cut(self, days: Recurrence, last: datetime.date) -> Recurrence:
        if last < self.first:
            return days - days
        if self.is_empty:
            return days
        return Recurrence(f"{self.bare.text()};UNTIL={last:%Y%m%d}", self.first)

    def _last(
        self, days: Recurrence, holds: bool, on_first: int, with_start: bool
    ) -> datetime.date | None:
        """The last day by UNTIL and COUNT; None if the rule has no end."""
        ends = []
        if self.end is not None:
            ends.append(self._last_by_until(days, self.end))
        if self.rule.count is not None:
            left = self.rule.count - on_first - (with_start and not holds)
            ends.append(self._last_by_count(days, left))
        return min(ends) if ends else None

    def _last_by_until(self, days: Recurrence, end: End) -> datetime.date:
        if end.time is None or end.day not in days:
            return end.day
        times = self.times(end.day)
        return end.day if any(each <= end.time for each in times) else day_before(end.day)

    def _last_by_count(self, days: Recurrence, left: int) -> datetime.date:
        if left <= 0:
            return self.first
        if not self.positions or self.bare.parts["FREQ"] == "DAILY":
            size = len(self.positions[1]) if self.positions else self.clock.size
            more = math.ceil(left / size) if size else 0
            last = days.nth(more - 1 + (self.first in days))
            return last if last is not None else datetime.date.max
        day = self.first
        while left > 0:
            after = days.next_after(day)
            if after is None:
                return datetime.date.max
            day = after
            left -= len(self.indexes(day))
            self.steps.take()
        return day


def _with_day(days: Recurrence, day: datetime.date) -> Recurrence:
    if days.rule is not None and days.start is not None and day >= days.start:
        return Recurrence(days.rule, days.start, rdates=[*days.rdates, day], exdates=days.exdates)
    return days | once(day)


class _Stepping:
    """A rule that steps by hours, minutes or seconds."""

    def __init__(
        self, rule: Parsed, start: datetime.datetime, end: End | None, steps: Steps
    ) -> None:
        self.rule, self.start, self.end, self.steps = rule, start, end, steps
        self.first = start.date()
        parts = rule.parts
        freq = parts["FREQ"]
        self.unit = _UNITS[freq]
        self.a_day = _SECONDS_A_DAY // self.unit
        interval = parts.get("INTERVAL", "1")
        if not (interval.isascii() and interval.isdigit() and len(interval) < 10):
            raise RuleLost(f"INTERVAL={interval[:20]} is no number from 1")
        self.interval = max(1, int(interval))
        second = start.hour * 3600 + start.minute * 60 + start.second
        self.tick = second // self.unit
        hours = _numbers(rule, "BYHOUR", 0, 23)
        minutes = _numbers(rule, "BYMINUTE", 0, 59)
        seconds = _numbers(rule, "BYSECOND", 0, 60)
        self.hours = set(hours) if hours is not None else None
        self.minutes = set(minutes) if minutes is not None and self.unit < 3600 else None
        self.seconds = set(seconds) if seconds is not None and self.unit < 60 else None
        within = _Clock(
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

    def _picked(self, within: _Clock) -> list[int]:
        """The seconds within a step at which it takes place."""
        size = within.size
        indexes = set(range(size))
        places = _numbers(self.rule, "BYSETPOS", -366_000, 366_000)
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
            days = _with_day(days, first)
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
