"""The readings of a Korean sentence."""

from __future__ import annotations

import datetime
from dataclasses import replace

from probity._core import Recurrence, Rule
from probity._sentences.korean.plan import MONDAY_TO_FRIDAY, Plan
from probity._sentences.korean.rules import CODES, described, noted
from probity._sentences.korean.scanner import Scanner
from probity._sentences.korean.weeks import WeekReader
from probity._sentences.reading import Reading, Term
from probity.text import Text


def readings_of(plan: Plan, scanner: Scanner) -> tuple[tuple[Reading, ...], bool]:
    """The readings of a plan, and whether its periods are years."""
    return _Reader(plan, scanner).readings()


class _Reader(WeekReader):
    def readings(self) -> tuple[tuple[Reading, ...], bool]:
        plan = self.plan
        if plan.containing:
            found = self.weeks_that_contain()
        elif plan.weeks:
            found = self.weeks()
        elif plan.working is not None:
            found = self._working()
        else:
            found = self._plain()
        found = self._with_others(found)
        if plan.roll:
            found = [self._rolled(reading) for reading in found]
        found = _merged(found)
        self._check_that_there_are_days(found)
        self._check_times(found)
        return tuple(found), self.freq == "YEARLY"

    def _plain(self) -> list[Reading]:
        plan = self.plan
        readings = [_of_rule(self.plain())]
        if plan.weekdays == MONDAY_TO_FRIDAY and not plan.by_name and not plan.ordinals:
            readings += self._on_working_days(readings[0].rule)
        limited = plan.months or plan.skip or plan.weekdays or plan.positions or plan.lunar
        if any(n > 28 for n in plan.month_days) and self.freq == "MONTHLY" and not limited:
            # Where a month has no 31st, its last day may be meant.
            self.plan = replace(plan, skip="BACKWARD")
            readings.append(_of_rule(self.plain()))
            self.plan = plan
        return readings

    def _on_working_days(self, rule: Rule | None) -> list[Reading]:
        """평일 may mean working days: Monday to Friday less the holidays."""
        plan = self.plan
        if self.interval != 1 or plan.count is not None or len(plan.positions) > 1:
            return []
        if plan.positions:
            if (len(plan.months) > 1 and plan.together) or self.freq == "WEEKLY":
                return []
            if plan.in_year:
                return []
            self.plan = replace(plan, weekdays=[], positions=[], working=plan.positions[0])
        else:
            self.plan = replace(plan, working=0)
        readings = self._working()[:1]
        self.plan = plan
        return readings

    def _working(self) -> list[Reading]:
        plan = self.plan
        n = plan.working
        if n is None or plan.lunar or plan.count is not None:
            self.fail("working days are counted in solar months, without a number of times", 0)
        name = ("WORKING_DAYS",)
        weekdays = [CODES[i] for i in MONDAY_TO_FRIDAY]
        if n == 0:
            rule = self.rule(BYDAY=weekdays)
            worked = Reading(_working_title(rule), name, None, (Term(rule),), working_day=0)
            return [worked, replace(_of_rule(rule), names=("WEEKDAYS",))]
        if abs(n) > 20:
            self.fail("a month has at least 20 weekdays; the working day is to be 1 to 20", 0)
        if self.freq == "YEARLY" and not plan.months:
            # 매년 마지막 근무일: the year's.
            plan.months = [(12 if n < 0 else 1, False)]
        if self.freq == "WEEKLY":
            self.fail("working days are counted in months: 매월 마지막 근무일", 0)
        month = self.rule(BYMONTHDAY=1 if n > 0 else -1)
        rule = self.rule(BYDAY=weekdays, BYSETPOS=n)
        worked = Reading(_working_title(rule), name, None, (Term(month),), working_day=n)
        return [worked, replace(_of_rule(rule), names=("WEEKDAYS",))]

    # ------------------------------------------------------------------ checks

    def _with_others(self, readings: list[Reading]) -> list[Reading]:
        """The other dates of the sentence joined to the usual reading of each."""
        for other in self.plan.others:
            limits = {"count": self.plan.count, "until": self.plan.until}
            more, _ = _Reader(replace(other, **limits), self.scanner).readings()  # type: ignore[arg-type]
            if self.plan.count is not None:
                self.fail(f"{self.plan.count}회 of several rules: say how often for one", 0)
            readings = [
                replace(
                    reading,
                    title=Text(
                        f"{reading.title.korean}, {more[0].title.korean}",
                        f"{reading.title.english}; {more[0].title.english}",
                    ),
                    terms=reading.terms + more[0].terms,
                    rule=None,
                )
                for reading in readings
                if reading.length == more[0].length and not reading.needs_workdays
            ]
        return readings

    def _rolled(self, reading: Reading) -> Reading:
        if reading.length > 1 or reading.working_day is not None:
            self.fail("a day is moved to a working day, not a week", 0)
        to = "다음 근무일" if self.plan.roll == "following" else "직전 근무일"
        english = "next" if self.plan.roll == "following" else "last"
        note = Text(f"휴일이면 {to}", f"on a day off the {english} working day")
        return replace(reading, title=noted(reading.title, note), roll=self.plan.roll, rule=None)

    def _check_that_there_are_days(self, readings: list[Reading]) -> None:
        if self.plan.lunar or (self.plan.until and self.plan.until.year < 2400):
            return
        for term in readings[0].terms:
            if Recurrence(term.anchors, "2000-01-01").nth(0) is None:
                self.fail(f"there is no such day: {term.anchors} gives none", 0)

    def _check_times(self, readings: list[Reading]) -> None:
        """연 2회, 3월과 9월 첫째 월요일: the number is that of the days."""
        if self.plan.times is None or self.freq not in ("YEARLY", "MONTHLY") or self.interval > 1:
            return
        n, period, at = self.plan.times
        of_year = period in ("연", "년", "연간", "한해", "일년") or (
            not period and self.plan.heads[:1] == [("YEARLY", 1)]
        )
        if not of_year or self.plan.lunar:
            return
        years = 28
        given = sum(
            Recurrence(term.anchors, "2001-01-01").count("2001-01-01", "2029-01-01")
            for term in readings[0].terms
        )
        if given != n * years:
            self.fail(f"{n} times a year, but these days are {given / years:g} a year", at)


def _working_title(rule: Rule) -> Text:
    """The words for Monday to Friday, said of working days."""
    words = described(rule)
    english = words.english.replace(" (Monday to Friday)", "").replace("weekday", "working day")
    return noted(
        Text(words.korean.replace("평일(월~금요일)", "근무일"), english),
        Text("공휴일 제외", "no public holiday"),
    )


def _of_rule(rule: Rule) -> Reading:
    return Reading(described(rule), ("RULE",), None, (Term(rule),), rule=rule)


_EPOCH = datetime.date(2000, 1, 1)


def _merged(readings: list[Reading]) -> list[Reading]:
    """Readings that give the same days are one, under the names of all."""
    kept: list[Reading] = []
    for reading in readings:
        for index, other in enumerate(kept):
            if _same(reading, other):
                kept[index] = replace(
                    other,
                    names=other.names + reading.names,
                    convention=other.convention or reading.convention,
                    rule=_plainer(other.rule, reading.rule),
                )
                break
        else:
            kept.append(reading)
    return kept


def _plainer(a: Rule | None, b: Rule | None) -> Rule | None:
    rules = [rule for rule in (a, b) if rule is not None]
    return min(rules, key=lambda rule: len(str(rule)), default=None)


def _same(a: Reading, b: Reading) -> bool:
    alike = (a.length, a.roll, a.working_day) == (b.length, b.roll, b.working_day)
    if not alike or len(a.terms) != len(b.terms):
        return False
    return all(_same_days(*pair) for pair in zip(a.terms, b.terms, strict=True))


def _same_days(a: Term, b: Term) -> bool:
    if a == b:
        return True
    first, second = a.recurrence(_EPOCH), b.recurrence(_EPOCH)
    # A few years tell most apart; the whole comparison goes through the cycle of the calendar.
    if first.between(_EPOCH, "2030-01-01") != second.between(_EPOCH, "2030-01-01"):
        return False
    return first.same_dates(second)
