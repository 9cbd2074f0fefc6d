"""What a sentence in Korean means as a rule: its readings, and where they differ.

>>> rule = parse_korean("매년 3월 셋째 주 수요일")
>>> for reading in rule.readings[:3]:
...     print(reading.names[0], reading.rule)
ISO FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=14,15,16,17,18,19,20;BYDAY=WE
CLDR_KR FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12,13,14,15,16,17,18;BYDAY=WE
BYDAY=3WE FREQ=YEARLY;BYMONTH=3;BYDAY=3WE
>>> [difference.year for difference in rule.differ(2013, 2051, readings=(0, 2))]
[2018, 2029, 2035, 2040, 2046]
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from probity._core import Interval, Recurrence, WorkCalendar
from probity._korean.grammar import read_plan
from probity._korean.reading import Reading, date_of
from probity._korean.readings import readings_of
from probity._korean.scanner import Scanner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity.types import DateLike

__all__ = ["KoreanRule", "Reading", "ReadingDifference", "parse_korean"]


@dataclass(frozen=True)
class ReadingDifference:
    """A year, or a month of it, in which readings give other days.

    `dates` are the days of each reading that was compared, in their order; weeks are Intervals.
    """

    year: int
    month: int | None
    dates: tuple[tuple[datetime.date | Interval, ...], ...]


@dataclass(frozen=True)
class KoreanRule:
    """A sentence in Korean, and what it may mean: its readings, the usual one first.

    `time` is the time of day at which the sentence says that it begins, `ends` at which it ends.
    """

    text: str
    readings: tuple[Reading, ...]
    time: datetime.time | None = None
    ends: datetime.time | None = None
    #: Whether the periods in which the readings are compared are years; else they are months.
    yearly: bool = False

    def recurrence(self, start: DateLike, workdays: WorkCalendar | None = None) -> Recurrence:
        """The days of the usual reading."""
        return self.readings[0].recurrence(start, workdays)

    def differ(
        self,
        begin_year: int,
        end_year: int,
        *,
        readings: Sequence[int] | None = None,
        workdays: WorkCalendar | None = None,
    ) -> list[ReadingDifference]:
        """Where readings give other days, in the years [begin_year, end_year): years of a yearly
        rule, months of another.

        `readings` are indexes of those to compare, without it all. What is counted every so many
        periods is counted from the first of January of begin_year.

        >>> rule = parse_korean("매월 셋째 주 수요일")
        >>> [difference.month for difference in rule.differ(2026, 2027, readings=(0, 2))]
        [1, 10]

        Raises DateError for years that are not in 1400 to 9999.
        """
        chosen = [self.readings[i] for i in (readings or range(len(self.readings)))]
        begin = date_of(f"{begin_year:04}-01-01")
        if end_year <= begin_year:
            return []
        end = datetime.date(end_year, 1, 1) if end_year <= 9999 else datetime.date(9999, 12, 31)
        periods: dict[tuple[int, int], list[list[datetime.date | Interval]]] = {}
        for index, reading in enumerate(chosen):
            for nominal, days in reading.nominal_days(begin, end, workdays):
                key = (nominal.year, 0 if self.yearly else nominal.month)
                periods.setdefault(key, [[] for _ in chosen])[index].append(days)
        found = []
        for (year, month), lists in sorted(periods.items()):
            dates = tuple(tuple(sorted(days)) for days in lists)
            if any(days != dates[0] for days in dates[1:]):
                found.append(ReadingDifference(year, month or None, dates))
        return found

    def __str__(self) -> str:
        return self.text


def parse_korean(text: str) -> KoreanRule:
    """What a sentence in Korean means as a rule, as officials write it.

    >>> parse_korean("매월 셋째 수요일").readings[0].rule
    Rule('FREQ=MONTHLY;BYDAY=3WE')
    >>> [reading.names[0] for reading in parse_korean("매월 셋째 주").readings]
    ['ISO', 'CLDR_KR', 'MONDAY_ROWS', 'SUNDAY_MAJORITY', 'FULL_WEEKS', 'FULL_WEEKS_FROM_SUNDAY']

    Raises RuleError, with the `position` in the text, for what is not understood, and for what says
    how often but not when, as 연 3회 does: that is a quota, no rule.
    """
    if not isinstance(text, str):
        raise TypeError(f"a rule in Korean is a str, not {type(text).__name__}")
    scanner = Scanner(text)
    plan = read_plan(scanner)
    readings, yearly = readings_of(plan, scanner)
    return KoreanRule(text, readings, plan.time, plan.ends, yearly)
