"""The readings of weeks of the month: 셋째 주 수요일, 셋째 주, 둘째 월요일이 있는 주."""

from __future__ import annotations

import datetime
from dataclasses import replace

from probity import _core
from probity._core import FR, MO, SA, SU, TH, TU, WE, Rule, WeekConvention
from probity._sentences.korean.rules import CODES, RuleMaker, described, noted
from probity._sentences.reading import Reading, Term
from probity.korean import WEEKDAYS
from probity.text import Text

_WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)
_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# The conventions that a week of the month may follow, the usual one first.
_CONVENTIONS = (
    (
        "ISO",
        WeekConvention.ISO,
        Text(
            "월요일에 시작, 4일 이상이 그달에 든 주부터",
            "weeks from Monday with 4 days in the month",
        ),
    ),
    (
        "CLDR_KR",
        WeekConvention.CLDR_KR,
        Text("일요일에 시작하는 달력의 줄", "calendar rows from Sunday"),
    ),
    (
        "MONDAY_ROWS",
        WeekConvention.MONDAY_ROWS,
        Text("월요일에 시작하는 달력의 줄", "calendar rows from Monday"),
    ),
    (
        "SUNDAY_MAJORITY",
        WeekConvention.SUNDAY_MAJORITY,
        Text(
            "일요일에 시작, 4일 이상이 그달에 든 주부터",
            "weeks from Sunday with 4 days in the month",
        ),
    ),
    (
        "FULL_WEEKS",
        WeekConvention.FULL_WEEKS,
        Text("월요일에 시작, 온전한 주만", "whole weeks from Monday"),
    ),
    (
        "FULL_WEEKS_FROM_SUNDAY",
        WeekConvention(SU, 7),
        Text("일요일에 시작, 온전한 주만", "whole weeks from Sunday"),
    ),
)


class WeekReader(RuleMaker):
    """Reads weeks by the conventions that they may follow."""

    def weeks(self) -> list[Reading]:
        plan = self.plan
        if plan.lunar:
            self.fail("weeks of lunar months are not defined", 0)
        if plan.count is not None and (len(plan.weeks) > 1 or len(plan.weekdays) > 1):
            self.fail(f"{plan.count}회 of several rules: say how often for one", 0)
        readings = [self._week(name, convention, note) for name, convention, note in _CONVENTIONS]
        if plan.weekdays:
            days = [f"{n}{CODES[w]}" for n in plan.weeks for w in plan.weekdays]
            rule = self.rule(BYDAY=days)
            ordinal = Reading(
                described(rule), (f"BYDAY={','.join(days)}",), None, (Term(rule),), rule=rule
            )
            readings.insert(2, ordinal)
        return readings

    def _week(self, name: str, convention: WeekConvention, note: Text) -> Reading:
        """A reading of 셋째 주 수요일, or 셋째 주, by a convention."""
        plan = self.plan
        weekdays = plan.weekdays or [convention.first_day.index]
        whole = not plan.weekdays
        day_terms = [self._term(convention, n, w) for n in plan.weeks for w in weekdays]
        before = -((convention.anchor.index - convention.first_day.index) % 7)
        terms = day_terms
        if whole:
            terms = [Term(self._anchors(convention, n, before), before) for n in plan.weeks]
        rule = day_terms[0].anchors if len(day_terms) == 1 and not day_terms[0].offset else None
        title = noted(self._week_title(), note)
        return Reading(title, (name,), convention, tuple(terms), 7 if whole else 1, rule=rule)

    def _term(self, convention: WeekConvention, n: int, weekday: int) -> Term:
        months = [month for month, _ in self.plan.months]
        base = _core.weekday_of_week(_WEEKDAYS[weekday], n, months or None, convention=convention)
        if base.rule is not None:
            text = str(base.rule).split(";", 1)[1]
            parts = dict(part.split("=") for part in text.split(";") if "BYMONTH=" not in part)
            return Term(self.rule(**{key: value.split(",") for key, value in parts.items()}))
        into = (weekday - convention.first_day.index) % 7
        offset = into - (convention.anchor.index - convention.first_day.index) % 7
        return Term(self._anchors(convention, n, offset), offset)

    def _anchors(self, convention: WeekConvention, n: int, offset: int) -> Rule:
        plan = self.plan
        if plan.until is not None:
            # UNTIL bounds the days, not their anchors.
            last = min(plan.until.toordinal() - offset, datetime.date.max.toordinal())
            self.plan = replace(plan, until=datetime.date.fromordinal(last))
        rule = self.rule(BYDAY=f"{n}{convention.anchor}")
        self.plan = plan
        return rule

    def _week_title(self) -> Text:
        """매년 3월 셋째 주 수요일, from the words for the third Wednesday."""
        plan = self.plan
        korean, english = [], []
        for n in plan.weeks:
            for w in plan.weekdays or [0]:
                words = described(self.rule(BYDAY=f"{n}{CODES[w]}"))
                day = f"{WEEKDAYS[w]}요일"
                korean.append(words.korean.replace(day, f"주 {day}" if plan.weekdays else "주", 1))
                week = words.english.replace(_ENGLISH[w], "week", 1)
                of = f" on the {_ENGLISH[w]} of the" if plan.weekdays else ", the"
                english.append(week.replace(" on the", of, 1))
        return Text(" / ".join(korean), " / ".join(english))

    def weeks_that_contain(self) -> list[Reading]:
        """The week that holds a day: 둘째 월요일이 있는 주."""
        plan = self.plan
        readings = []
        days = len(plan.ordinals) + len(plan.month_days) + len(plan.weeks) * len(plan.weekdays)
        if days != 1 or plan.lunar:
            self.fail("one day of a month is named of which the week is meant", 0)
        for first, note in (
            (0, Text("월요일에 시작하는 주", "weeks from Monday")),
            (6, Text("일요일에 시작하는 주", "weeks from Sunday")),
        ):
            term, words = self._week_that_holds(first)
            name = f"WEEK_FROM_{CODES[first]}"
            title = noted(
                Text(f"{words.korean}이 있는 주", f"the week that holds: {words.english}"), note
            )
            rule = term.anchors if term.offset == 0 else None
            readings.append(Reading(title, (name,), None, (term,), 7, rule=rule))
        if plan.weeks:
            # By the letter: the weekday of that week lies in that week.
            self.plan = replace(plan, weekdays=[])
            readings += self.weeks()
            self.plan = plan
        return readings

    def _week_that_holds(self, first: int) -> tuple[Term, Text]:
        plan = self.plan
        if plan.month_days:
            day = plan.month_days[0]
            words = described(self.rule(BYMONTHDAY=day))
            last = (first + 6) % 7
            # The week's first day is in the six days before, its last in the six days after: one of
            # the two stays in the month.
            if day >= 7 or day == -1:
                window = [day - 6 + i for i in range(7)]
                return Term(self.rule(BYMONTHDAY=window, BYDAY=CODES[first])), words
            window = [day + i for i in range(7)]
            return Term(self.rule(BYMONTHDAY=window, BYDAY=CODES[last]), -6), words
        n, weekday = plan.ordinals[0] if plan.ordinals else (plan.weeks[0], plan.weekdays[0])
        rule = self.rule(BYDAY=f"{n}{CODES[weekday]}")
        return Term(rule, -((weekday - first) % 7)), described(rule)
