"""The readings of weeks of the month: 셋째 주 수요일, 셋째 주, 둘째 월요일이 있는 주."""

from __future__ import annotations

import datetime
from dataclasses import replace

from probity import _core
from probity._core import FR, MO, SA, SU, TH, TU, WE, Rule, WeekConvention
from probity._sentences.korean.plan import MONDAY_TO_FRIDAY
from probity._sentences.korean.rules import CODES, ENGLISH_WEEKDAYS, RuleMaker, described, noted
from probity._sentences.reading import Reading, Term
from probity.korean import WEEKDAYS
from probity.text import Text

_WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)

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


# What stands for the rows of a calendar where weeks are counted from the month's end: the last row
# of a month is no such week if the month ends before it does.
_FROM_THE_END = {
    "CLDR_KR": Text("일요일에 시작, 토요일이 그달에 든 주", "weeks from Sunday, by their Saturday"),
    "MONDAY_ROWS": Text(
        "월요일에 시작, 일요일이 그달에 든 주", "weeks from Monday, by their Sunday"
    ),
}
_LAST_DAY = Text(
    "월요일에 시작, 그달 말일이 든 주부터 거꾸로",
    "weeks from Monday, back from the month's last day",
)
_LAST_ROW = Text(
    "일요일에 시작하는 달력의 마지막 줄부터 거꾸로", "calendar rows from Sunday, back from the last"
)


class WeekReader(RuleMaker):
    """Reads weeks by the conventions that they may follow."""

    def weeks(self) -> list[Reading]:
        plan = self.plan
        if plan.lunar:
            self.fail("weeks of lunar months are not defined", 0)
        if plan.count is not None and (len(plan.weeks) > 1 or len(plan.weekdays) > 1):
            self.fail(f"{plan.count} times of several rules: say how often for one", 0)
        if any(n == 0 or abs(n) > 5 for n in plan.weeks):
            self.fail("a week of the month is the first to the fifth, or the last", 0)
        from_end = any(n < 0 for n in plan.weeks)
        if plan.working is not None and plan.within == "week":
            found = [self._working_day_of_week(*each) for each in _CONVENTIONS[:2]]
            if from_end:
                found.insert(0, self._working_day_of_week("LAST_DAY", None, _LAST_DAY))
            return found
        fitting = [each for each in _CONVENTIONS if self._fits(each[1].first_day.index)]
        readings = [
            self._week(name, convention, _FROM_THE_END.get(name, note) if from_end else note)
            for name, convention, note in fitting
        ]
        if plan.convention is not None:
            readings.insert(0, self._week(*self._named(plan.convention)))
            return readings
        if plan.weekdays:
            rows, iso = readings[1], readings[0]
            first = [self._nth_weekday()]
            if from_end:
                first.append(self._back_from_last("LAST_ROW", 6, _LAST_ROW))
                if plan.lasts or plan.to or plan.weekdays in (MONDAY_TO_FRIDAY, [5, 6]):
                    first.insert(0, self._back_from_last("LAST_DAY", 0, _LAST_DAY))
                return [*first, iso, rows, *readings[2:]]
            if plan.weekdays in (MONDAY_TO_FRIDAY, [5, 6]) or plan.lasts or plan.to:
                return [iso, rows, *first, *readings[2:]]
            return [*first, rows, iso, *readings[2:]]
        if from_end:
            last = [("LAST_DAY", 0, _LAST_DAY), ("LAST_ROW", 6, _LAST_ROW)]
            readings = [
                *(self._back_from_last(*each) for each in last if self._fits(each[1])),
                *readings,
            ]
        if plan.week_run is not None:
            readings.append(self._from_nth_weekday(plan.week_run))
        return readings

    def _named(self, convention: WeekConvention) -> tuple[str, WeekConvention, Text]:
        """The convention that the sentence names, with its name and what it says."""
        for name, known, note in _CONVENTIONS:
            if known == convention:
                back = any(n < 0 for n in self.plan.weeks)
                return name, known, _FROM_THE_END.get(name, note) if back else note
        text = f"({convention.first_day}, {convention.minimum_days})"
        return text, convention, Text(f"주 기준 {text}", f"weeks of {text}")

    def _fits(self, first_day: int) -> bool:
        """Whether a run of weekdays lies in a week that begins on this day."""
        if self.plan.week_run is None:
            return True
        first, last = self.plan.week_run
        return (first - first_day) % 7 <= (last - first_day) % 7

    @property
    def _run_length(self) -> int:
        first, last = self.plan.week_run or (0, 6)
        return 1 if self.plan.week_edge is not None else (last - first) % 7 + 1

    def _first_of(self, first_day: int) -> int:
        """The weekday on which what is meant of a week begins."""
        if self.plan.week_run is not None:
            return self.plan.week_run[0]
        return (first_day + (self.plan.week_edge or 0)) % 7

    def _nth_weekday(self) -> Reading:
        days = [f"{n}{CODES[w]}" for n in self.plan.weeks for w in self.plan.weekdays]
        rule = self.rule(BYDAY=days)
        return Reading(
            described(rule), (f"BYDAY={','.join(days)}",), None, (Term(rule),), rule=rule
        )

    def _from_nth_weekday(self, run: tuple[int, int]) -> Reading:
        """셋째 월요일부터 금요일까지."""
        day = [f"{n}{CODES[run[0]]}" for n in self.plan.weeks]
        rule = self.rule(BYDAY=day)
        title = described(rule)
        return Reading(
            Text(
                f"{title.korean}부터 {self._run_length}일간",
                f"{title.english}, {self._run_length} days",
            ),
            (f"BYDAY={','.join(day)}",),
            None,
            (Term(rule),),
            self._run_length,
            rule=rule,
        )

    def _back_from_last(self, name: str, first_day: int, note: Text) -> Reading:
        """Weeks counted back from the one that holds the month's last day: it begins on the last
        such weekday of the month."""
        weekdays = self.plan.weekdays
        terms = self._terms_back_from_last(first_day, weekdays or [self._first_of(first_day)])
        rule = terms[0].anchors if len(terms) == 1 and not terms[0].offset else None
        length = 1 if weekdays else self._run_length
        return Reading(
            noted(self._week_title(), note), (name,), None, tuple(terms), length, rule=rule
        )

    def _terms_back_from_last(self, first_day: int, weekdays: list[int]) -> list[Term]:
        terms = []
        for n in self.plan.weeks:
            for w in weekdays:
                into = (w - first_day) % 7
                if n > 0:
                    iso = WeekConvention.ISO if first_day == 0 else WeekConvention.CLDR_KR
                    terms.append(self._in_week(iso, n, w))
                    continue
                terms.append(Term(self._anchors_on(f"{n}{CODES[first_day]}", into), into))
        return terms

    def _working_day_of_week(
        self, name: str, convention: WeekConvention | None, note: Text
    ) -> Reading:
        """셋째 주 첫 근무일."""
        n = self.plan.working or 1
        if not 1 <= abs(n) <= 5:
            self.fail("a week has at most five working days", 0)
        edge = 0 if n > 0 else 6
        if convention is None:
            terms = self._terms_back_from_last(0, [edge])
        else:
            weekday = (convention.first_day.index + edge) % 7
            terms = [self._in_week(convention, week, weekday) for week in self.plan.weeks]
        title = self._week_title()
        which = "마지막" if n == -1 else f"{abs(n)}번째"
        english = "last" if n == -1 else f"no. {abs(n)}"
        title = Text(f"{title.korean} {which} 근무일", f"{title.english}, working day {english}")
        return Reading(
            noted(title, note), (name,), convention, tuple(terms), working_day=n, within="week"
        )

    def _week(self, name: str, convention: WeekConvention, note: Text) -> Reading:
        """A reading of 셋째 주 수요일, or 셋째 주, by a convention."""
        plan = self.plan
        whole = not plan.weekdays
        title = noted(self._week_title(), note)
        if whole:
            first = self._first_of(convention.first_day.index)
            terms = [self._in_week(convention, n, first) for n in plan.weeks]
        else:
            terms = [self._term(convention, n, w) for n in plan.weeks for w in plan.weekdays]
        rule = terms[0].anchors if len(terms) == 1 and not terms[0].offset else None
        if whole and len(plan.weeks) == 1 and rule is None:
            rule = self._rule_of_first_day(convention, plan.weeks[0])
        length = self._run_length if whole else 1
        return Reading(title, (name,), convention, tuple(terms), length, rule=rule)

    def _rule_of_first_day(self, convention: WeekConvention, n: int) -> Rule | None:
        first = self._first_of(convention.first_day.index)
        term = self._term(convention, n, first)
        return term.anchors if not term.offset else None

    def _in_week(self, convention: WeekConvention, n: int, weekday: int) -> Term:
        """A weekday of the n-th week, by its anchor, which says of which month the week is."""
        into = (weekday - convention.first_day.index) % 7
        offset = into - (convention.anchor.index - convention.first_day.index) % 7
        return Term(self._anchors(convention, n, offset), offset)

    def _term(self, convention: WeekConvention, n: int, weekday: int) -> Term:
        months = [month for month, _ in self.plan.months]
        base = _core.weekday_of_week(_WEEKDAYS[weekday], n, months or None, convention=convention)
        if base.rule is not None:
            text = str(base.rule).split(";", 1)[1]
            parts = dict(part.split("=") for part in text.split(";") if "BYMONTH=" not in part)
            return Term(self.rule(**{key: value.split(",") for key, value in parts.items()}))
        return self._in_week(convention, n, weekday)

    def _anchors(self, convention: WeekConvention, n: int, offset: int) -> Rule:
        return self._anchors_on(f"{n}{convention.anchor}", offset)

    def _anchors_on(self, day: str, offset: int) -> Rule:
        plan = self.plan
        if plan.until is not None:
            # UNTIL bounds the days, not their anchors.
            last = min(plan.until.toordinal() - offset, datetime.date.max.toordinal())
            self.plan = replace(plan, until=datetime.date.fromordinal(last))
        rule = self.rule(BYDAY=day)
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
                week = words.english.replace(ENGLISH_WEEKDAYS[w], "week", 1)
                of = f" on the {ENGLISH_WEEKDAYS[w]} of the" if plan.weekdays else ", the"
                english.append(week.replace(" on the", of, 1))
        title = Text(" / ".join(korean), " / ".join(english))
        if plan.week_edge is not None:
            first_day = plan.week_edge == 0
            return Text(
                f"{title.korean} {'첫날' if first_day else '마지막 날'}",
                f"{title.english}, its {'first' if first_day else 'last'} day",
            )
        if plan.week_run is None:
            return title
        first, last = plan.week_run
        return Text(
            f"{title.korean} {WEEKDAYS[first]}요일부터 {WEEKDAYS[last]}요일까지",
            f"{title.english}, {ENGLISH_WEEKDAYS[first]} to {ENGLISH_WEEKDAYS[last]}",
        )

    def weeks_that_contain(self) -> list[Reading]:
        """The week that holds a day: 둘째 월요일이 있는 주."""
        plan = self.plan
        readings = []
        days = len(plan.ordinals) + len(plan.month_days) + len(plan.weeks) * len(plan.weekdays)
        if days != 1 or plan.lunar:
            self.fail("name exactly one day of the month whose week is meant", 0)
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
            whole = Reading(title, (name,), None, (term,), 7, rule=rule)
            readings += self.part_of_week(whole, first)
        if plan.weeks:
            # By the letter: the weekday of that week lies in that week.
            self.plan = replace(plan, weekdays=plan.part_days, week_run=plan.part_run)
            readings += self.weeks()
            self.plan = plan
        return readings

    def part_of_week(self, week: Reading, first_day: int) -> list[Reading]:
        """The weekdays of whole weeks that begin on a weekday, if the sentence names some; none if
        the run that it names does not lie in such a week."""
        run, days = self.plan.part_run, self.plan.part_days
        if run is not None:
            begin, end = ((day - first_day) % 7 for day in run)
            if begin > end:
                return []
            offsets, length = [begin], end - begin + 1
            korean = f"{WEEKDAYS[run[0]]}요일부터 {WEEKDAYS[run[1]]}요일까지"
            english = f"{ENGLISH_WEEKDAYS[run[0]]} to {ENGLISH_WEEKDAYS[run[1]]}"
        elif days:
            offsets, length = [(day - first_day) % 7 for day in days], 1
            korean = "·".join(WEEKDAYS[day] for day in days) + "요일"
            english = " and ".join(ENGLISH_WEEKDAYS[day] for day in days)
        else:
            return [week]
        title = Text(f"{week.title.korean} {korean}", f"{week.title.english}, {english}")
        terms = tuple(
            replace(term, offset=term.offset + offset) for offset in offsets for term in week.terms
        )
        rule = terms[0].anchors if len(terms) == 1 and not terms[0].offset else None
        rule = None if terms[0].week_from is not None else rule
        return [replace(week, title=title, terms=terms, length=length, rule=rule)]

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
