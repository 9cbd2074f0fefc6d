"""One rule that a sentence may mean, and its days, whatever language the sentence is in."""

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
from probity.keywords import named
from probity.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity.types import DateLike, RollConvention

_DAY = datetime.timedelta(1)
_FIRST = datetime.date(1400, 1, 1)
_LAST = datetime.date(9999, 12, 31)
_NO_DAY = "FREQ=DAILY;UNTIL=14000101"
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
#: How far before a window a span may begin that reaches into it, and a day that is moved into it.
_REACH = 400
#: Every day on which an office is closed.
CLOSED = ("saturday", "sunday", "holiday")


@dataclass(frozen=True)
class Term:
    """Days, or the first days of spans.

    Each is `offset` days from a date of the anchors' rule; with `week_from` (0 Monday to 6 Sunday)
    it is `offset` days from the first day of the week that holds such a date.
    """

    anchors: Rule
    offset: int = 0
    week_from: int | None = None
    #: A span ends with the first date of this term on or after its first day.
    last: Term | None = None

    def recurrence(self, start: datetime.date) -> Recurrence:
        """The days themselves, from a start that bounds them."""
        back = self.offset - 6 if self.week_from is not None else self.offset
        if back == 0:
            return Recurrence(self.anchors, start)
        begin = start.toordinal() - self.offset
        if begin > _LAST.toordinal():
            return Recurrence(_NO_DAY, start)
        anchor = datetime.date.fromordinal(max(begin, _FIRST.toordinal()))
        return self._first_days(Recurrence(self.anchors, anchor), anchor).shift(self.offset)

    def from_anchors(self, start: datetime.date) -> Recurrence:
        """The days whose anchors, not they themselves, are bounded by a start."""
        days = self._first_days(Recurrence(self.anchors, start), start)
        return days.shift(self.offset) if self.offset else days

    def _first_days(self, anchors: Recurrence, start: datetime.date) -> Recurrence:
        if self.week_from is None:
            return anchors
        # Of the seven days that end with an anchor one is the first of its week.
        begin = datetime.date.fromordinal(max(start.toordinal() - 6, _FIRST.toordinal()))
        weekly = Recurrence(f"FREQ=WEEKLY;BYDAY={_CODES[self.week_from]}", begin)
        return Spans(anchors, -6, 7).days() & weekly


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
    #: How many days each occurrence has: 7 of whole weeks; 0 if they differ, as whole months do.
    length: int = 1
    #: Where a day off goes: "following" or "preceding" of WorkCalendar.roll; "" leaves it.
    roll: str = ""
    #: The n-th working day of `within`, from its end where negative; 0 is each; None is no such.
    working_day: int | None = None
    #: The one rule of the days, of whole weeks that of their first days; None where no single rule
    #: of RFC 5545 gives them.
    rule: Rule | None = None
    #: Which days are moved, of "saturday", "sunday" and "holiday".
    moves: tuple[str, ...] = CLOSED
    #: What a day is moved to: "working_day", "day" (the next or last, whatever it is), "other_day"
    #: (the first that is none of those which are moved), "week" (a week later or earlier).
    to: str = "working_day"
    #: What a working day is counted in, from its first day or its last: "month", "week", or ""
    #: for a count that may leave both.
    within: str = "month"
    #: Days that are left out, of "saturday", "sunday" and "holiday".
    omits: tuple[str, ...] = ()
    #: Days, or first days of spans, that are left out.
    without: tuple[Term, ...] = ()
    #: The first day of the whole, where the sentence names one.
    begins: datetime.date | None = None

    @property
    def needs_workdays(self) -> bool:
        """Whether its days depend on holidays, so that a WorkCalendar must be given."""
        return bool(self.roll or self.omits) or self.working_day is not None

    @property
    def of_spans(self) -> bool:
        """Whether each occurrence is a week or another run of days; else it is a day."""
        return self.length != 1

    @named
    def recurrence(self, start: DateLike, workdays: WorkCalendar | None = None) -> Recurrence:
        """The days from a start; of spans the first days.

        A reading of working days takes them from `workdays`, and has days as far as that calendar's
        horizon. Raises ProbityError where it is missing.
        """
        begin = self._bounded(date_of(start))
        if self.needs_workdays:
            return self._by_calendar(begin, self._calendar(workdays))
        return self._nominal(begin, from_anchors=self.of_spans)

    @named
    def spans(self, start: DateLike, workdays: WorkCalendar | None = None) -> Spans:
        """The spans from a start, which bounds their anchors as that of nth_week does; or the days,
        each a span of its own.

        Raises ProbityError if the spans differ in length, as whole months do: `between` has them.
        """
        begin = self._bounded(date_of(start))
        if self.length == 1:
            return Spans(self.recurrence(begin, workdays))
        if self.length == 0:
            raise ProbityError(
                f"the spans of {self.title.to('ko')!r} differ in length: take them from between()"
            )
        offsets = {term.offset for term in self.terms}
        if len(offsets) == 1 and not self.without and self.terms[0].week_from is None:
            anchors = _union([Recurrence(term.anchors, begin) for term in self.terms])
            return Spans(anchors, offsets.pop(), self.length)
        return Spans(self._nominal(begin, from_anchors=True), 0, self.length)

    @named
    def between(
        self, begin: DateLike, end: DateLike, workdays: WorkCalendar | None = None
    ) -> list[datetime.date | Interval]:
        """The days in [begin, end), after they were moved; or the spans that meet it, as Intervals.

        A week of a month counts from the month of `begin` on: the last week of December is not
        among those of a window that opens with January. What steps by more than one period, and
        what ends after a number of times, is counted from `begin`.

        >>> import probity as pb
        >>> reading = pb.parse_korean("매월 셋째 주").readings[0]
        >>> reading.between("2026-03-01", "2026-04-01")
        [Interval('2026-03-16', '2026-03-23')]

        Raises ProbityError where it moves days or counts working days and `workdays` is missing,
        and DateError for days beyond its horizon.
        """
        first, last = date_of(begin), date_of(end)
        if last <= first:
            return []
        calendar = self._calendar(workdays) if self.needs_workdays else None
        start = self._bounded(first) if self._is_counted() else self._bounded(self._before(first))
        if self.of_spans:
            return [*self._spans_between(start, first, last)]
        if calendar is None:
            days = self._nominal(start, from_anchors=True).between(first, last)
            return [*days]
        until = min(_LAST.toordinal(), last.toordinal() + 62)
        worked = self._worked(start, datetime.date.fromordinal(until), calendar)
        return [*sorted({day for _, day in worked if first <= day < last})]

    @named
    def nominal_days(
        self, begin: datetime.date, end: datetime.date, calendar: WorkCalendar | None
    ) -> Iterator[tuple[datetime.date, datetime.date | Interval]]:
        """What falls in [begin, end) by the periods of the rule, each with its anchor.

        The first ISO week of March, which may begin in February, is March's.
        """
        start = self._bounded(begin)
        if self.needs_workdays:
            yield from self._worked(start, end, self._calendar(calendar))
            return
        left_out = self._left_out(start)
        for term in self.terms:
            for anchor in Recurrence(term.anchors, start).between(begin, end):
                day = _first_day(term, anchor)
                if left_out is not None and day in left_out:
                    continue
                yield anchor, self._span(term, day) if self.of_spans else day

    # ------------------------------------------------------------------ days

    def _bounded(self, start: datetime.date) -> datetime.date:
        return max(start, self.begins) if self.begins else start

    def _is_counted(self) -> bool:
        """Whether its dates depend on where it starts."""
        rules = [term.anchors for term in self.terms]
        return any(
            rule.interval > 1 or rule.count is not None or _takes_day_from_start(rule)
            for rule in rules
        )

    def _before(self, first: datetime.date) -> datetime.date:
        """A start from which nothing is missed that reaches into a window from `first` on."""
        if self.of_spans and (self.convention is not None or "LAST_DAY" in self.names):
            return first.replace(day=1)
        return datetime.date.fromordinal(max(first.toordinal() - _REACH, _FIRST.toordinal()))

    def _nominal(self, start: datetime.date, *, from_anchors: bool) -> Recurrence:
        days = _union(
            [t.from_anchors(start) if from_anchors else t.recurrence(start) for t in self.terms]
        )
        left_out = self._left_out(start)
        return days if left_out is None else days - left_out

    def _left_out(self, start: datetime.date) -> Recurrence | None:
        if not self.without:
            return None
        before = datetime.date.fromordinal(max(start.toordinal() - _REACH, _FIRST.toordinal()))
        return _union([term.recurrence(before) for term in self.without])

    def _span(self, term: Term, day: datetime.date) -> Interval:
        if term.last is None:
            return Interval.of_days(day, self.length)
        last = term.last.recurrence(day).next_after(day - _DAY)
        return Interval(day, (last or day) + _DAY)

    def _spans_between(
        self, start: datetime.date, first: datetime.date, last: datetime.date
    ) -> Iterator[Interval]:
        window = Interval(first, last)
        earliest = datetime.date.fromordinal(max(first.toordinal() - _REACH, _FIRST.toordinal()))
        left_out = self._left_out(start)
        found = {
            self._span(term, day)
            for term in self.terms
            for day in term.from_anchors(start).between(earliest, last)
            if left_out is None or day not in left_out
        }
        yield from (span for span in sorted(found) if span & window is not None)

    # ------------------------------------------------------------------ working days

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
        for nominal in self._nominal(begin, from_anchors=False).between(begin, end):
            day: datetime.date | None = nominal
            if self.working_day == 0:
                day = nominal if calendar.is_working_day(nominal) else None
            elif self.working_day is not None:
                day = self._counted(nominal, self.working_day, calendar)
            if day is None or any(_is(day, kind, calendar) for kind in self.omits):
                continue
            yield nominal, self._moved(day, calendar) if self.roll else day

    def _counted(
        self, nominal: datetime.date, n: int, calendar: WorkCalendar
    ) -> datetime.date | None:
        # The nominal day is the first of its period, or the last: count from the one outside.
        day = calendar.add(nominal - _DAY if n > 0 else nominal + _DAY, n)
        if self.within == "month" and (day.year, day.month) != (nominal.year, nominal.month):
            return None
        if self.within == "week" and abs((day - nominal).days) > 6:
            return None
        return day

    def _moved(self, day: datetime.date, calendar: WorkCalendar) -> datetime.date:
        def is_moved(date: datetime.date) -> bool:
            return any(_is(date, kind, calendar) for kind in self.moves)

        if not is_moved(day):
            return day
        if self.to == "working_day":
            how: RollConvention = "following" if self.roll == "following" else "preceding"
            return calendar.roll(day, how)
        step = _DAY if self.roll == "following" else -_DAY
        day += 7 * step if self.to == "week" else step
        while self.to == "other_day" and is_moved(day):
            day += step
        return day

    def _by_calendar(self, start: datetime.date, calendar: WorkCalendar) -> Recurrence:
        begin, end = known_days(calendar)
        begin = max(start.replace(day=1), begin)
        days = [day for _, day in self._worked(begin, end, calendar) if day >= start]
        return Recurrence(_NO_DAY, max(start, begin), rdates=days)


def known_days(calendar: WorkCalendar) -> tuple[datetime.date, datetime.date]:
    """The days [begin, end) of a rule for which its working days are told: those of the horizon,
    less a month at either edge, where counting would leave it."""
    horizon = calendar.horizon
    end = (horizon.end or _LAST) - 31 * _DAY
    return horizon.begin + 31 * _DAY, end


def date_of(given: DateLike) -> datetime.date:
    return Interval.of_days(given, 1).begin


def _is(day: datetime.date, kind: str, calendar: WorkCalendar) -> bool:
    """Whether a day is a Saturday, a Sunday, or a public holiday."""
    if kind == "saturday":
        return day.weekday() == 5
    if kind == "sunday":
        return day.weekday() == 6
    return calendar.is_holiday(day)


def _first_day(term: Term, anchor: datetime.date) -> datetime.date:
    if term.week_from is not None:
        anchor -= ((anchor.weekday() - term.week_from) % 7) * _DAY
    return anchor + term.offset * _DAY


def _takes_day_from_start(rule: Rule) -> bool:
    """Whether no part of a rule says which day is meant, so that it is that of the start."""
    named = ("BYDAY=", "BYMONTHDAY=", "BYYEARDAY=")
    return rule.freq != "DAILY" and not any(part in str(rule) for part in named)


def _union(parts: Sequence[Recurrence]) -> Recurrence:
    whole = parts[0]
    for part in parts[1:]:
        whole = whole | part
    return whole
