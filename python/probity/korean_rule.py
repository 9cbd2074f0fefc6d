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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probity._core import (
    Interval,
    ProbityError,
    Recurrence,
    Rule,
    Spans,
    WeekConvention,
    WorkCalendar,
)
from probity._korean.grammar import read_plan
from probity._korean.scanner import Scanner
from probity.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity.types import DateLike, RollConvention

__all__ = ["KoreanRule", "Reading", "ReadingDifference", "parse_korean"]

_DAY = datetime.timedelta(1)
_FIRST = datetime.date(1400, 1, 1)
_NO_DAY = "FREQ=DAILY;UNTIL=14000101"


@dataclass(frozen=True)
class Term:
    """Days, or the first days of weeks: each is `offset` days from a date of the anchors' rule."""

    anchors: Rule
    offset: int = 0

    def recurrence(self, start: datetime.date) -> Recurrence:
        """The days themselves, from a start that bounds them."""
        if self.offset == 0:
            return Recurrence(self.anchors, start)
        begin = start.toordinal() - self.offset
        if begin > datetime.date.max.toordinal():
            return Recurrence(_NO_DAY, start)
        anchor = datetime.date.fromordinal(max(begin, _FIRST.toordinal()))
        return Recurrence(self.anchors, anchor).shift(self.offset)


@dataclass(frozen=True)
class Reading:
    """One rule that a sentence may mean.

    `names` are the conventions under which it is meant, the most usual first; for weeks they are
    those of WeekConvention, and "BYDAY=3WE" for the third Wednesday. Readings that give the same
    days are one.
    """

    title: Text
    names: tuple[str, ...]
    convention: WeekConvention | None
    terms: tuple[Term, ...]
    #: How many days each occurrence has: 7 of whole weeks.
    length: int = 1
    #: What happens on a day off: "following" or "preceding" of WorkCalendar.roll; "" leaves it.
    roll: str = ""
    #: The n-th working day of each month, from its end where negative; 0 is each; None is no such.
    working_day: int | None = None
    #: The one rule of the days, of whole weeks that of their first days; None where no single rule
    #: of RFC 5545 gives them.
    rule: Rule | None = None

    @property
    def needs_workdays(self) -> bool:
        """Whether its days depend on holidays, so that a WorkCalendar must be given."""
        return bool(self.roll) or self.working_day is not None

    def recurrence(self, start: DateLike, workdays: WorkCalendar | None = None) -> Recurrence:
        """The days from a start; of whole weeks the first days.

        A reading of working days takes them from `workdays`, and has days as far as that calendar's
        horizon. Raises ProbityError where it is missing.
        """
        begin = _date(start)
        if self.needs_workdays:
            return self._by_calendar(begin, self._calendar(workdays))
        if self.length > 1:
            return self.spans(begin).first_days()
        return _union([term.recurrence(begin) for term in self.terms])

    def spans(self, start: DateLike, workdays: WorkCalendar | None = None) -> Spans:
        """The weeks from a start, which bounds their anchors as that of nth_week does; or the days,
        each a span of its own."""
        begin = _date(start)
        if self.length == 1:
            return Spans(self.recurrence(begin, workdays))
        anchors = _union([Recurrence(term.anchors, begin) for term in self.terms])
        return Spans(anchors, self.terms[0].offset, self.length)

    # Of the days by the period of the rule, for comparison: the first ISO week of March, which may
    # begin in February, is March's.
    def _nominal(
        self, begin: datetime.date, end: datetime.date, calendar: WorkCalendar | None
    ) -> Iterator[tuple[datetime.date, datetime.date | Interval]]:
        if self.needs_workdays:
            yield from self._worked(begin, end, self._calendar(calendar))
            return
        for term in self.terms:
            for anchor in Recurrence(term.anchors, begin).between(begin, end):
                day = anchor + term.offset * _DAY
                yield anchor, Interval.of_days(day, self.length) if self.length > 1 else day

    def _calendar(self, given: WorkCalendar | None) -> WorkCalendar:
        if given is None:
            raise ProbityError(
                f"the reading {self.title.to('ko')!r} counts working days: give workdays=, such as "
                "WorkCalendar.korea()"
            )
        return given

    def _worked(
        self, begin: datetime.date, end: datetime.date, calendar: WorkCalendar
    ) -> Iterator[tuple[datetime.date, datetime.date]]:
        """(nominal, adjusted) days whose nominal ones are in [begin, end)."""
        how: RollConvention = "following" if self.roll == "following" else "preceding"
        for nominal in _union([t.recurrence(begin) for t in self.terms]).between(begin, end):
            if self.working_day is None:
                yield nominal, calendar.roll(nominal, how)
            elif self.working_day == 0:
                if calendar.is_working_day(nominal):
                    yield nominal, nominal
            else:
                # The nominal day is the month's first, or its last: count from the one outside.
                n = self.working_day
                outside = nominal - _DAY if n > 0 else nominal + _DAY
                day = calendar.add(outside, n)
                if (day.year, day.month) == (nominal.year, nominal.month):
                    yield nominal, day

    def _by_calendar(self, start: datetime.date, calendar: WorkCalendar) -> Recurrence:
        horizon = calendar.horizon
        # A month's margin at either edge, where counting would leave the horizon.
        begin = max(start.replace(day=1), horizon.begin + 31 * _DAY)
        end = (horizon.end or datetime.date(9999, 12, 31)) - 31 * _DAY
        days = [day for _, day in self._worked(begin, end, calendar) if day >= start]
        return Recurrence(_NO_DAY, max(start, begin), rdates=days)


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
        begin = _date(f"{begin_year:04}-01-01")
        if end_year <= begin_year:
            return []
        end = datetime.date(end_year, 1, 1) if end_year <= 9999 else datetime.date(9999, 12, 31)
        periods: dict[tuple[int, int], list[list[datetime.date | Interval]]] = {}
        for index, reading in enumerate(chosen):
            for nominal, days in reading._nominal(begin, end, workdays):
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
    from probity._korean.readings import readings_of

    if not isinstance(text, str):
        raise TypeError(f"a rule in Korean is a str, not {type(text).__name__}")
    scanner = Scanner(text)
    plan = read_plan(scanner)
    readings, yearly = readings_of(plan, scanner)
    return KoreanRule(text, readings, plan.time, plan.ends, yearly)


def _date(given: DateLike) -> datetime.date:
    return Interval.of_days(given, 1).begin


def _union(parts: Sequence[Recurrence]) -> Recurrence:
    whole = parts[0]
    for part in parts[1:]:
        whole = whole | part
    return whole
