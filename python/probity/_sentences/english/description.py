"""Reads back the sentences of Rule.describe("en").

The grammar is that of src/recurrence/describe_english.cpp, from words to the parts of a rule. What
a part says is the same wherever it stands: each names days that every date of the rule is among.
"""

from __future__ import annotations

import datetime

from probity._core import ProbityError, Rule
from probity._sentences.english.description_parts import (
    ALL_MONTHS,
    FIGURES,
    LONG,
    MONDAY_TO_FRIDAY,
    PERIODS,
    Other,
    PartReader,
    Parts,
)
from probity._sentences.english.scanner import WEEKDAYS, Scanner


def read_description(text: str) -> tuple[Rule, datetime.time | None] | None:
    """The rule that Rule.describe("en") tells by this text, and its time of day if it has one.

    None if it tells no rule so. The rule is without BYHOUR if it has one time of day, from which
    BYSETPOS does not choose.
    """
    scanner = Scanner(text)
    parts = Parts()
    try:
        _Reader(scanner, parts).read()
        if not scanner.done or not _tells(parts, scanner.text):
            return None
    except (Other, ProbityError):
        return None
    time = None
    one_time = len(set(parts.hours)) == len(set(parts.minutes)) == 1 and len(parts.seconds) <= 1
    if one_time and parts.freq in ("DAILY", "WEEKLY", *LONG):
        # A leap second is in the minute before.
        second = min(parts.seconds[0], 59) if parts.seconds else 0
        time = datetime.time(parts.hours[0], parts.minutes[0], second)
        if not parts.positions:
            parts.hours, parts.minutes, parts.seconds = [], [], []
    return parts.rule(), time


def _tells(parts: Parts, text: str) -> bool:
    """Whether the rule of the parts is told by the text.

    A monthly rule of some months is told as a yearly one; SKIP moves its days, but not leap months.
    """
    if parts.rule().describe("en").lower() == text:
        return True
    if parts.freq != "YEARLY" or not parts.months:
        return False
    parts.freq = "MONTHLY"
    return parts.rule().describe("en").lower() == text


class _Reader(PartReader):
    def read(self) -> None:
        s = self.s
        if s.take("on"):
            self._days_of_every_month()
        elif s.take("every weekday"):
            self.parts.freq, self.parts.weekdays = "WEEKLY", [0, 1, 2, 3, 4]
            self._in_months()
        else:
            self._every()
            if self.parts.freq in LONG:
                self._days_of_period()
            else:
                self._days_of_week_or_less()
        self._times()
        if s.take(", only"):
            self._need(self._in_months())
        if s.take(", but only if it", ", but only if the day"):
            self._conditions()
            if s.take("by the lunar calendar"):
                self.parts.lunar = True
        if s.take(", keeping only the"):
            self.parts.positions = self._places()
            self._need(s.take("occurrence") and s.take("of each"))
            if self._need(s.take(*PERIODS)) == "month":
                self.parts.freq = "MONTHLY"
            self._give_positions_a_part()
        self._notes()
        self._end()

    def _give_positions_a_part(self) -> None:
        """RFC 5545 has BYSETPOS only beside another part; one that limits nothing is not told."""
        parts = self.parts
        days = (parts.months, parts.week_numbers, parts.year_days, parts.month_days, parts.weekdays)
        if not any((*days, parts.hours, parts.minutes, parts.seconds)):
            parts.months = list(ALL_MONTHS)

    # ------------------------------------------------------------------ the whole, by FREQ

    def _every(self) -> None:
        s, parts = self.s, self.parts
        self._need(s.take("every"))
        number = s.match(FIGURES)
        if number is not None:
            parts.interval = int(number[0][:10])
        elif s.take("second"):
            if not s.ahead("lunar", *PERIODS):
                parts.freq = "SECONDLY"
                return
            parts.interval = 2
        parts.lunar = bool(s.take("lunar"))
        period = s.take(*(f"{name}s" for name in PERIODS), *PERIODS)
        parts.freq = PERIODS[self._need(period).removesuffix("s")]

    def _days_of_every_month(self) -> None:
        """The last weekday (Monday to Friday) of every month."""
        parts = self.parts
        parts.freq = "MONTHLY"

        def of_every_month() -> None:
            self._need(self.s.take("of every"))
            parts.lunar = bool(self.s.take("lunar"))
            self._need(self.s.take("month"))

        def month_days() -> None:
            parts.month_days = self._days()
            self.s.take("day", "days")
            of_every_month()

        def chosen() -> None:
            self._positioned_day()
            of_every_month()

        self._any_of(month_days, chosen)

    def _days_of_week_or_less(self) -> None:
        s = self.s

        def chosen() -> None:
            self._need(s.take("on"))
            self._positioned_day()
            if s.take("that"):
                self._conditions()

        if self.parts.freq == "WEEKLY" and not self._try(chosen):
            self._try(self._on_weekdays)
        self._in_months()

    def _days_of_period(self) -> None:
        s = self.s
        if self._try(self._weeks_with_weekdays):
            return
        mark = s.at
        if not s.take("from", "on"):
            self._in_each_month()
            return
        ways = (self._weekday_on_days, self._dates, self._each_day, self._nth_weekdays_of)
        if any(self._try(way) for way in (*ways, self._chosen_day)):
            return
        s.at = mark
        self._in_each_month()

    def _in_each_month(self) -> None:
        """In March; in each month from January to March."""
        if self.s.take("in each month"):
            self._need(self._months_of_each())
        else:
            self._in_months()

    def _weeks_with_weekdays(self) -> None:
        """On Monday in week 20 of the year."""
        self._try(self._on_weekdays)
        self._need(self.s.take("in"))
        self._week_numbers()

    def _on_weekdays(self) -> None:
        s = self.s
        if s.take("from"):
            first = self._weekday()
            self._need(s.take("to"))
            self.parts.weekdays = list(range(first, self._weekday() + 1))
            return
        self._need(s.take("on"))
        self.parts.weekdays = self._list(self._run_of_weekdays)

    def _run_of_weekdays(self) -> list[int]:
        first = self._weekday()
        last = self._weekday() if self.s.take("to") else first
        return list(range(first, last + 1))

    # ------------------------------------------------------------------ days of a month or year

    def _weekday_on_days(self) -> None:
        """The Wednesday in March that falls on the 14th to the 20th."""
        self._need(self.s.take("the"))
        self.parts.weekdays = [self._weekday()]
        self._in_months()
        self._need(self.s.take("that"))
        self._conditions()

    def _dates(self) -> None:
        """18 March; the 1st and 15th of March; the 100th day of the year."""
        s, parts = self.s, self.parts
        yearly = parts.freq == "YEARLY"
        day = s.match(FIGURES) if yearly else None
        if day is not None:
            parts.month_days = [int(day[0][:10])]
            self._need(self._months())
        else:
            days = self._days()
            s.take("days", "day")
            if yearly and s.take("of the year"):
                parts.year_days = days
            else:
                parts.month_days = days
                if yearly:
                    self._need(s.take("of") and self._months_after_of())
        if s.take("if it falls on a"):
            parts.weekdays = self._named_weekdays()
        # "The last day of March that ..." is chosen, and the 11th Monday is no 11th.
        self._need(not s.ahead("that", "weekday", "weekend", *WEEKDAYS))

    def _each_day(self) -> None:
        """Each Monday and Friday in March that falls on the 1st."""
        self._need(self.s.take("each"))
        self.parts.weekdays = self._weekdays_or_day()
        self._in_months()
        if self.s.take("that"):
            self._conditions()
        self._need(not self._place_ahead())

    def _place_ahead(self) -> bool:
        """Whether the list goes on: ", each Tuesday and the first Friday"."""
        mark = self.s.at
        self.s.take(",", "and")
        found = self.s.ahead("each", "the")
        self.s.at = mark
        return found

    def _nth_weekdays_of(self) -> None:
        """Each Monday and the first Friday of March, if it falls on the 1st."""
        s = self.s
        self._nth_weekdays("each")
        if self.parts.freq == "YEARLY":
            self._need(s.take("of") and (s.take("the year") or self._months_after_of()))
        if s.take("if it"):
            self._conditions()
        self._need(not s.ahead("that") and all(abs(n) <= 53 for n, _ in self.parts.ordinals))

    def _nth_weekdays(self, each: str) -> None:
        s, parts = self.s, self.parts

        def item() -> list[tuple[int, int]]:
            if s.take(each):
                return [(0, self._weekday())]
            self._need(s.take("the"))
            places = self._places()
            weekday = self._weekday()
            return [(n, weekday) for n in places]

        found = self._list(item)
        parts.weekdays = [weekday for n, weekday in found if n == 0]
        parts.ordinals = [(n, weekday) for n, weekday in found if n != 0]

    def _months_after_of(self) -> bool:
        return self._months_of_each() if self.s.take("each month") else self._months()

    def _months_of_each(self) -> bool:
        """Each month from June to August; of a rule of days in every month all twelve."""
        if self._in_months():
            return True
        by_month_days = bool(self.parts.month_days) and not self.parts.ordinals
        self.parts.months = [] if by_month_days else list(ALL_MONTHS)
        return True

    # ------------------------------------------------------------------ conditions and positions

    def _chosen_day(self) -> None:
        s, parts = self.s, self.parts
        self._positioned_day()
        if parts.freq == "YEARLY":
            if s.take("of each month", "in each of"):
                parts.freq = "MONTHLY"
                self._need(self._in_months() or self._months())
            elif s.take("of"):
                self._need(s.take("the year") or self._months())
            elif self._in_months():
                self._need(s.take("taken together"))
        if s.take("that"):
            self._conditions()

    def _positioned_day(self) -> None:
        s, parts = self.s, self.parts
        self._need(s.take("the"))
        parts.positions = self._places()
        if s.take(MONDAY_TO_FRIDAY):
            parts.weekdays = [0, 1, 2, 3, 4]
        elif s.take("weekend day"):
            parts.weekdays = [5, 6]
        elif s.take("day"):
            parts.weekdays = list(range(7))
        else:
            parts.weekdays = [self._weekday()]

    def _conditions(self) -> None:
        self._condition()
        while self._try(self._further_condition):
            pass

    def _further_condition(self) -> None:
        self._need(self.s.take(",", "and"))
        self._condition()

    def _condition(self) -> None:
        s = self.s
        if s.take("is a"):
            self._any_of(self._is_nth_weekday_or_another, self._is_weekday)
        elif s.take("is"):
            self._any_of(self._year_days, self._is_nth_weekday)
        elif s.take("falls on", "falls in"):
            self._any_of(self._year_days, self._falls_on_month_days)
        else:
            self._need(s.take("lies in"))
            self._any_of(self._week_numbers, lambda: self._need(self._months()))

    def _is_weekday(self) -> None:
        self.parts.weekdays = self._weekdays_or_day()

    def _is_nth_weekday_or_another(self) -> None:
        self.s.at -= len(" a")
        self._is_nth_weekday()
        self._need(self.parts.ordinals)

    def _is_nth_weekday(self) -> None:
        self._nth_weekdays("a")
        if self.s.take("of its month"):
            self.parts.months = self.parts.months or list(ALL_MONTHS)
        else:
            self.s.take("of the year")

    def _year_days(self) -> None:
        self.parts.year_days = self._days()
        self.s.take("days", "day")
        self._need(self.s.take("of the year"))

    def _falls_on_month_days(self) -> None:
        self.parts.month_days = self._days()
        self.s.take("of a month")

    def _week_numbers(self) -> None:
        """Weeks 1 to 3 and the last week of the year."""
        s = self.s
        s.take("weeks", "week")

        def item() -> list[int]:
            if s.ahead("the"):
                return self._days_item("week", "weeks")
            first = int(self._need(s.match(FIGURES))[0][:10])
            last = int(self._need(s.match(FIGURES))[0][:10]) if s.take("to") else first
            self._need(last <= 53)
            return list(range(first, last + 1))

        self.parts.week_numbers = self._list(item)
        self._need(s.take("of the year"))
