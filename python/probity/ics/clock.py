"""Times of a day beside the days of a rule: what both kinds of rules with hours are made of."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NamedTuple

from probity._core import Recurrence
from probity.ics.rules import Parsed, RuleLost, once


class Expansion(NamedTuple):
    """The days of a rule, DTSTART's among them if the rule or its reader adds it.

    `holds_start` tells whether the rule itself gives DTSTART. `times` gives the times of one of
    the days, None if each has DTSTART's.
    """

    days: Recurrence
    holds_start: bool
    times: Callable[[datetime.date], frozenset[datetime.time]] | None = None


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

    def at(self, index: int) -> datetime.time:
        """The time at an index, from 0."""
        rest, second = divmod(index, len(self.seconds))
        hour, minute = divmod(rest, len(self.minutes))
        return datetime.time(self.hours[hour], self.minutes[minute], self.seconds[second])


def with_day(days: Recurrence, day: datetime.date) -> Recurrence:
    """Some days, and one more."""
    if days.rule is not None and days.start is not None and day >= days.start:
        return Recurrence(days.rule, days.start, rdates=[*days.rdates, day], exdates=days.exdates)
    return days | once(day)
