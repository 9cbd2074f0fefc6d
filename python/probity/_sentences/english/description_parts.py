"""The parts of a rule that is told in words, and the words for its lists, months, times and end."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from probity._core import Rule
from probity._sentences.english.scanner import MONTHS, ORDINALS, WEEKDAYS, Scanner

Found = TypeVar("Found")
Item = TypeVar("Item")

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PERIODS = {
    "second": "SECONDLY",
    "minute": "MINUTELY",
    "hour": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
}
LONG = ("MONTHLY", "YEARLY")
ALL_MONTHS = [(month, False) for month in range(1, 13)]
MONDAY_TO_FRIDAY = "weekday (monday to friday)"
_PLACE = re.compile(f"({'|'.join(ORDINALS)}|[0-9]+(?:st|nd|rd|th))(-last)?(?![a-z-])")
_ORDINAL = re.compile("([0-9]+)(?:st|nd|rd|th)(?![a-z-])")
FIGURES = re.compile("[0-9]+(?![0-9]| times)")
_CLOCK = re.compile("([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?![0-9:])")
_DATE = re.compile(f"([0-9]{{1,2}}) ({'|'.join(MONTHS)}) ([0-9]{{4}})(?![0-9])")


class Other(Exception):
    """The sentence is no description."""


@dataclass
class Parts:
    """The parts of a rule, by their names in RFC 5545."""

    freq: str = ""
    interval: int = 1
    lunar: bool = False
    months: list[tuple[int, bool]] = field(default_factory=list)
    week_numbers: list[int] = field(default_factory=list)
    year_days: list[int] = field(default_factory=list)
    month_days: list[int] = field(default_factory=list)
    weekdays: list[int] = field(default_factory=list)
    ordinals: list[tuple[int, int]] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    hours: list[int] = field(default_factory=list)
    minutes: list[int] = field(default_factory=list)
    seconds: list[int] = field(default_factory=list)
    week_start: int | None = None
    skip: str = ""
    end: str = ""

    def rule(self) -> Rule:
        scale = "DANGI" if self.lunar else "GREGORIAN" if self.skip else ""
        days = [_CODES[w] for w in self.weekdays] + [f"{n}{_CODES[w]}" for n, w in self.ordinals]
        parts = [
            ("RSCALE", scale),
            ("FREQ", self.freq),
            ("INTERVAL", str(self.interval) if self.interval > 1 else ""),
            ("BYMONTH", ",".join(f"{month}{'L' * leap}" for month, leap in self.months)),
            ("BYWEEKNO", _list(self.week_numbers)),
            ("BYYEARDAY", _list(self.year_days)),
            ("BYMONTHDAY", _list(self.month_days)),
            ("BYDAY", ",".join(days)),
            ("BYHOUR", _list(self.hours)),
            ("BYMINUTE", _list(self.minutes)),
            ("BYSECOND", _list(self.seconds)),
            ("BYSETPOS", _list(self.positions)),
            ("WKST", "" if self.week_start is None else _CODES[self.week_start]),
            ("SKIP", self.skip),
        ]
        return Rule(";".join(f"{name}={value}" for name, value in parts if value) + self.end)


def _list(numbers: list[int]) -> str:
    return ",".join(map(str, sorted(set(numbers))))


class PartReader:
    """Reads what stands alike wherever it stands; Other is raised where it is something else."""

    def __init__(self, scanner: Scanner, parts: Parts) -> None:
        self.s = scanner
        self.parts = parts

    def _need(self, found: Found | None) -> Found:
        if not found:
            raise Other
        return found

    def _try(self, read: Callable[[], object]) -> bool:
        """Reads one way of saying days; if it is another, nothing is read."""
        mark, before = self.s.at, dict(vars(self.parts))
        try:
            read()
        except Other:
            self.s.at = mark
            vars(self.parts).update(before)
            return False
        return True

    def _any_of(self, *ways: Callable[[], object]) -> None:
        self._need(any(self._try(way) for way in ways))

    # ------------------------------------------------------------------ lists

    def _list(self, item: Callable[[], list[Item]]) -> list[Item]:
        """The items of a list, each of which may be several."""
        found = list(item())
        while True:
            mark = self.s.at
            try:
                self._need(self.s.take(",", "and", "or"))
                found += item()
            except Other:
                self.s.at = mark
                return found

    def _weekday(self) -> int:
        return WEEKDAYS.index(self._need(self.s.take(*WEEKDAYS)))

    def _named_weekdays(self) -> list[int]:
        if self.s.take(MONDAY_TO_FRIDAY):
            return [0, 1, 2, 3, 4]
        return self._list(lambda: [self._weekday()])

    def _weekdays_or_day(self) -> list[int]:
        return list(range(7)) if self.s.take("day") else self._named_weekdays()

    def _place(self) -> int:
        """First, second-last, 11th."""
        if self.s.take("last"):
            return -1
        found = self._need(self.s.match(_PLACE))
        word = found[1]
        n = ORDINALS.index(word) + 1 if word in ORDINALS else int(word[:-2][:10])
        return -n if found[2] else n

    def _places(self) -> list[int]:
        """First, third to fifth and last."""
        return self._list(lambda: self._span(self._place(), self._place))

    def _span(self, first: int, last: Callable[[], int]) -> list[int]:
        end = last() if self.s.take("to the", "to") else first
        self._need(0 <= end - first <= 366)
        return list(range(first, end + 1))

    def _days(self) -> list[int]:
        """The 1st, 3rd to 5th and 7th; the 1st and the last day; the last 7 days."""
        self._need(self.s.ahead("the"))
        return self._list(lambda: self._days_item("day", "days"))

    def _days_item(self, noun: str, nouns: str) -> list[int]:
        s = self.s
        s.take("the")
        found = s.match(_ORDINAL)
        if found is not None:
            return self._span(int(found[1][:10]), lambda: self._ordinal())
        mark = s.at
        number = s.match(FIGURES) if s.take("last") else None
        if number is not None and s.take(nouns):
            n = int(number[0][:10])
            self._need(n <= 366)
            return list(range(-n, 0))
        s.at = mark
        days = self._span(self._place(), self._place)
        self._need(days[0] < 0 and s.take(noun))
        return days

    def _ordinal(self) -> int:
        found = self._need(self.s.match(_ORDINAL))
        return int(found[1][:10])

    # ------------------------------------------------------------------ months

    def _in_months(self) -> bool:
        """In March and June; from June to August."""
        s = self.s
        mark = s.at
        if s.take("from"):
            first = s.take(*MONTHS)
            if first and s.take("to"):
                self._set_range_of_months(first)
                return True
        elif s.take("in") and self._try(lambda: self._need(self._months())):
            return True
        s.at = mark
        return False

    def _set_range_of_months(self, first: str) -> None:
        begin, end = MONTHS.index(first), MONTHS.index(self._need(self.s.take(*MONTHS)))
        self.parts.months = [(i + 1, False) for i in range(begin, end + 1)]

    def _months(self) -> bool:
        """March and June; the months June to August; the 5th and leap 5th lunar months."""
        s, parts = self.s, self.parts
        if s.take("the months"):
            first = self._need(s.take(*MONTHS))
            self._need(s.take("to"))
            self._set_range_of_months(first)
        elif s.take("the"):
            parts.months = self._list(self._lunar_months)
            self._need(s.take("lunar months", "lunar month"))
            parts.lunar = True
        else:
            names = self._list(lambda: [self._need(s.take(*MONTHS))])
            parts.months = [(MONTHS.index(name) + 1, False) for name in names]
        return True

    def _lunar_months(self) -> list[tuple[int, bool]]:
        leap = bool(self.s.take("leap"))
        return [(n, leap) for n in self._span(self._ordinal(), self._ordinal)]

    # ------------------------------------------------------------------ times, notes, the end

    def _times(self) -> None:
        s, parts = self.s, self.parts
        if s.take(", hourly from"):
            first = self._clock()
            self._need(s.take("to"))
            last = self._clock()
            self._set_times([(hour, *first[1:]) for hour in range(first[0], last[0] + 1)])
        elif not self._try(self._clock_times):
            link: tuple[str, ...] = ("at", "in")
            for unit, numbers in (
                ("second", parts.seconds),
                ("minute", parts.minutes),
                ("hour", parts.hours),
            ):
                mark = s.at
                if s.take(*link) and s.take(f"{unit}s", unit):
                    numbers += self._list(self._plain_numbers)
                    link = ("of",)
                else:
                    s.at = mark

    def _clock_times(self) -> None:
        self._need(self.s.take("at"))
        self._set_times(self._list(lambda: [self._clock()]))

    def _set_times(self, times: list[tuple[int, int, int]]) -> None:
        parts = self.parts
        parts.hours = [hour for hour, _, _ in times]
        parts.minutes = [minute for _, minute, _ in times]
        parts.seconds = sorted({second for _, _, second in times} - {-1})

    def _clock(self) -> tuple[int, int, int]:
        found = self._need(self.s.match(_CLOCK))
        return int(found[1]), int(found[2]), int(found[3] or -1)

    def _plain_numbers(self) -> list[int]:
        return self._span(self._plain_number(), self._plain_number)

    def _plain_number(self) -> int:
        found = self._need(self.s.match(FIGURES))
        return int(found[0][:10])

    def _notes(self) -> None:
        s, parts = self.s, self.parts
        if not s.take("("):
            return
        while not s.take(")"):
            s.take(";")
            if s.take("weeks start on"):
                parts.week_start = self._weekday()
            elif s.take("in years without that leap month, in the month before it"):
                parts.skip = "BACKWARD"
            elif s.take("in years without that leap month, in the month after it"):
                parts.skip = "FORWARD"
            else:
                self._need(s.take("where that day is missing, moved"))
                back = s.take("back to the last day of the")
                parts.skip = "BACKWARD" if back else "FORWARD"
                self._need(back or s.take("forward to the first day of the"))
                s.take("next")
                self._need(s.take("month", "year"))
                s.take("before")

    def _end(self) -> None:
        s, parts = self.s, self.parts
        if s.take(", until"):
            date = self._need(s.match(_DATE))
            month = MONTHS.index(date[2]) + 1
            parts.end = f";UNTIL={date[3]}{month:02}{int(date[1]):02}"
        elif s.take(", once"):
            parts.end = ";COUNT=1"
        elif s.take(", twice"):
            parts.end = ";COUNT=2"
        elif s.take(","):
            number = self._need(s.number())
            self._need(s.take("times"))
            parts.end = f";COUNT={number}"
