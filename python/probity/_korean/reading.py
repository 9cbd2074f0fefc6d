"""One rule that a sentence in Korean may mean, and its days."""

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
from probity.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity.types import DateLike, RollConvention

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
        begin = date_of(start)
        if self.needs_workdays:
            return self._by_calendar(begin, self._calendar(workdays))
        if self.length > 1:
            return self.spans(begin).first_days()
        return _union([term.recurrence(begin) for term in self.terms])

    def spans(self, start: DateLike, workdays: WorkCalendar | None = None) -> Spans:
        """The weeks from a start, which bounds their anchors as that of nth_week does; or the days,
        each a span of its own."""
        begin = date_of(start)
        if self.length == 1:
            return Spans(self.recurrence(begin, workdays))
        anchors = _union([Recurrence(term.anchors, begin) for term in self.terms])
        return Spans(anchors, self.terms[0].offset, self.length)

    def nominal_days(
        self, begin: datetime.date, end: datetime.date, calendar: WorkCalendar | None
    ) -> Iterator[tuple[datetime.date, datetime.date | Interval]]:
        """What falls in [begin, end) by the periods of the rule, each with its anchor.

        The first ISO week of March, which may begin in February, is March's.
        """
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
        begin, end = known_days(calendar)
        begin = max(start.replace(day=1), begin)
        days = [day for _, day in self._worked(begin, end, calendar) if day >= start]
        return Recurrence(_NO_DAY, max(start, begin), rdates=days)


def known_days(calendar: WorkCalendar) -> tuple[datetime.date, datetime.date]:
    """The days [begin, end) of a rule for which its working days are told: those of the horizon,
    less a month at either edge, where counting would leave it."""
    horizon = calendar.horizon
    end = (horizon.end or datetime.date(9999, 12, 31)) - 31 * _DAY
    return horizon.begin + 31 * _DAY, end


def date_of(given: DateLike) -> datetime.date:
    return Interval.of_days(given, 1).begin


def _union(parts: Sequence[Recurrence]) -> Recurrence:
    whole = parts[0]
    for part in parts[1:]:
        whole = whole | part
    return whole
