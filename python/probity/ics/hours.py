"""The days of a rule that names hours (BYHOUR, BYMINUTE, BYSECOND, FREQ=HOURLY and finer).

A Recurrence knows days. Here the times of a day are counted beside them, so that COUNT, UNTIL,
BYSETPOS and the times before DTSTART leave the days that they leave in RFC 5545 section 3.3.10.
"""

from __future__ import annotations

import datetime
import math
from dataclasses import replace

from probity._core import Recurrence
from probity.ics.clock import Clock, Expansion, numbers, with_day
from probity.ics.rules import (
    TIMES,
    End,
    Parsed,
    RuleLost,
    Steps,
    day_before,
    days_of,
    end_of,
    once,
)
from probity.ics.stepping import UNITS, Stepping
from probity.ics.values import DAY, Moment, day_of


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
            if rule.parts["FREQ"] in UNITS:
                raise RuleLost(f"FREQ={rule.parts['FREQ']} has no meaning for whole days")
            bare = replace(rule, parts={k: v for k, v in rule.parts.items() if k not in TIMES})
            return _of_one_time(bare, start, end.day if end else None, with_start)
        if not rule.has_times:
            last = None
            if end is not None:
                early = end.time is not None and end.time < start.time()
                last = day_before(end.day) if early else end.day
            return _of_one_time(rule, start, last, with_start)
        if rule.parts["FREQ"] in UNITS:
            return Stepping(rule, start, end, steps).expansion(with_start)
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


def _clock(rule: Parsed, start: datetime.datetime, hours: list[int] | None) -> Clock:
    # A leap second is shown as the second before it.
    seconds = numbers(rule, "BYSECOND", 0, 60) or [start.second]
    return Clock(
        hours if hours is not None else [start.hour],
        numbers(rule, "BYMINUTE", 0, 59) or [start.minute],
        sorted({min(second, 59) for second in seconds}),
    )


class _Timed:
    """A rule of days, weeks, months or years with the times of each of its days."""

    def __init__(
        self, rule: Parsed, start: datetime.datetime, end: End | None, steps: Steps
    ) -> None:
        self.rule, self.start, self.end, self.steps = rule, start, end, steps
        self.first = start.date()
        self.clock = _clock(rule, start, numbers(rule, "BYHOUR", 0, 23))
        self.all_times: frozenset[datetime.time] | None = None
        self.positions: dict[int, set[int]] = {}
        bare = dict(rule.parts)
        for name in TIMES:
            bare.pop(name, None)
        places = numbers(rule, "BYSETPOS", -366_000, 366_000)
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
            days = with_day(days, first)
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
