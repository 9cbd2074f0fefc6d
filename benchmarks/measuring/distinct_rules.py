"""Many distinct rules, for what is measured in bulk."""

from __future__ import annotations

from collections.abc import Iterable

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Digits:
    """Takes a number apart into digits of chosen bases."""

    def __init__(self, number: int) -> None:
        self.rest = number

    def take(self, base: int) -> int:
        self.rest, digit = divmod(self.rest, base)
        return digit

    def number(self, low: int, high: int) -> int:
        return low + self.take(high - low + 1)

    def weekdays(self) -> str:
        return ";BYDAY=" + chosen(self.take(127) + 1, WEEKDAYS)

    def months(self) -> str:
        return ";BYMONTH=" + chosen(self.take(4095) + 1, [str(month) for month in range(1, 13)])

    def nth_weekday(self) -> str:
        ordinal = ("1", "2", "3", "4", "-1")[self.take(5)]
        return ordinal + WEEKDAYS[self.take(7)]


def chosen(bits: int, names: Iterable[str]) -> str:
    return ",".join(name for i, name in enumerate(names) if bits >> i & 1)


def distinct_rule(i: int) -> str:
    """The i-th of many distinct rules, of seven kinds in turn: those of distinct_rules.hpp."""
    digits = Digits(i)
    kind = digits.take(7)
    if kind == 0:
        days, interval = digits.weekdays(), digits.number(1, 12)
        return f"FREQ=WEEKLY;INTERVAL={interval}{days};COUNT={digits.number(100, 999)}"
    if kind == 1:
        day, months = digits.nth_weekday(), digits.months()
        return f"FREQ=MONTHLY;BYDAY={day}{months};INTERVAL={digits.number(1, 6)}"
    if kind == 2:
        first, second = digits.number(1, 15), digits.number(16, 31)
        return f"FREQ=MONTHLY;BYMONTHDAY={first},{second}{digits.months()}"
    if kind == 3:
        months, day = digits.months(), digits.nth_weekday()
        return f"FREQ=YEARLY{months};BYDAY={day};INTERVAL={digits.number(1, 3)}"
    if kind == 4:
        days, months = digits.weekdays(), digits.months()
        return f"FREQ=MONTHLY{days}{months};BYSETPOS=-{digits.number(1, 3)}"
    if kind == 5:
        first, second, days = digits.number(1, 26), digits.number(27, 52), digits.weekdays()
        return f"FREQ=YEARLY;BYWEEKNO={first},{second}{days};INTERVAL={digits.number(1, 4)}"
    months = digits.months()
    return f"FREQ=DAILY{months};INTERVAL={digits.number(2, 60)}"


def sample_rules(number: int) -> list[str]:
    """Some of the rules, spread over all of them."""
    return [distinct_rule(i * 4_999) for i in range(min(number, 140))]
