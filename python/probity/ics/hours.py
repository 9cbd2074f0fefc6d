"""The days of a rule: of one without hours, and of one that names the times of each of its days
(BYHOUR, BYMINUTE, BYSECOND).
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from probity._core import Recurrence
from probity.ics.clock import MOST_TIMES, Clock, Expansion, TimedRule, numbers
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
    time = start.time() if isinstance(start, datetime.datetime) else None
    if not with_start or first in days:
        return Expansion(days, first in days, time)
    if rule.count == 1:
        return Expansion(once(first), False, time)
    if rule.count is not None:
        days = days_of(replace(rule, count=rule.count - 1), first, last)
    assert days.rule is not None
    return Expansion(Recurrence(days.rule, first, rdates=[first]), False, time)


def _clock(rule: Parsed, start: datetime.datetime, hours: list[int] | None) -> Clock:
    # A leap second is shown as the second before it.
    seconds = numbers(rule, "BYSECOND", 0, 60) or [start.second]
    return Clock(
        hours if hours is not None else [start.hour],
        numbers(rule, "BYMINUTE", 0, 59) or [start.minute],
        sorted({min(second, 59) for second in seconds}),
    )


class _Timed(TimedRule):
    """A rule of days, weeks, months or years with the times of each of its days."""

    def __init__(
        self, rule: Parsed, start: datetime.datetime, end: End | None, steps: Steps
    ) -> None:
        super().__init__(rule, start, end, steps)
        self.clock_of_day = _clock(rule, start, numbers(rule, "BYHOUR", 0, 23))
        self.same: list[int] | None = None
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
        #: Whether each day has the same times.
        self.is_same_daily = not self.positions or bare["FREQ"] == "DAILY"

    def _place(self, places: list[int], bare: dict[str, str]) -> None:
        """BYSETPOS among days and times as one among days, with the times that it picks."""
        size = self.clock_of_day.size
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
            return list(range(self.clock_of_day.size))
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

    # What it is counted by -----------------------------------------------------------------------

    def endless(self) -> Recurrence:
        days = Recurrence(self.bare.text(), self.first)
        return days - days if self.is_empty else days

    def seconds(self, day: datetime.date) -> list[int]:
        if not self.is_same_daily:
            return list(map(self.clock_of_day.at, self.indexes(day)))
        if self.same is None:
            self.steps.take(self.clock_of_day.size // 100 + 1)
            self.same = list(map(self.clock_of_day.at, self.indexes(day)))
        return self.same

    def size(self, day: datetime.date) -> int:
        return len(self.indexes(day))

    def possible(self) -> frozenset[int] | None:
        size = self.clock_of_day.size
        return frozenset(map(self.clock_of_day.at, range(size))) if size <= MOST_TIMES else None

    def days_at(self, second: int) -> Recurrence | None:
        if not self.is_same_daily:
            raise RuleLost("its BYSETPOS gives other times on other days")
        return self.endless() if second in self.seconds(self.first) else None

    def reached(self, days: Recurrence, left: int) -> tuple[datetime.date, int]:
        if not self.is_same_daily:
            return super().reached(days, left)
        same = self.seconds(self.first)
        if not same:
            return datetime.date.max, 0
        ahead, place = divmod(left - 1, len(same))
        last = days.nth(ahead + (self.first in days))
        return last if last is not None else datetime.date.max, same[place]
