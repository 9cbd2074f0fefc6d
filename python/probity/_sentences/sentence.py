"""The value of a sentence that was read, and where its readings differ."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from probity._core import Interval, Recurrence, WorkCalendar
from probity._sentences.reading import Reading, date_of
from probity.keywords import named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity.types import DateLike


@dataclass(frozen=True)
class ReadingDifference:
    """A year, or a month of it, in which readings give other days.

    `dates` are the days of each reading that was compared, in their order; weeks are Intervals.
    """

    year: int
    month: int | None
    dates: tuple[tuple[datetime.date | Interval, ...], ...]


@dataclass(frozen=True)
class Sentence:
    """A sentence that says when something recurs, and what it may mean: its readings, the usual one
    first.

    `time` is the time of day at which the sentence says that it begins, `ends` at which it ends or
    by which it is due.
    """

    text: str
    readings: tuple[Reading, ...]
    time: datetime.time | None = None
    ends: datetime.time | None = None
    #: Whether the periods in which the readings are compared are years; else they are months.
    yearly: bool = False

    @named
    def recurrence(self, start: DateLike, workdays: WorkCalendar | None = None) -> Recurrence:
        """The days of the usual reading."""
        return self.readings[0].recurrence(start, workdays)

    @named
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

        >>> import probity as pb
        >>> rule = pb.parse_korean("매월 셋째 주")
        >>> [difference.month for difference in rule.differ(2026, 2027, readings=(0, 2))]
        [2, 3, 5, 8, 11]

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
