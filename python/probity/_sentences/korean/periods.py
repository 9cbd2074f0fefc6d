"""The readings of what is named by its period or lasts: 추석 전 2주간, 분기 종료 후 10일 이내."""

from __future__ import annotations

from dataclasses import replace

from probity._core import Rule
from probity._sentences.korean.feasts import FEASTS
from probity._sentences.korean.plan import MONDAY_TO_FRIDAY
from probity._sentences.korean.rules import CODES, described, noted, of_rule
from probity._sentences.korean.weeks import WeekReader
from probity._sentences.reading import Reading, Term
from probity.text import Text

#: The longest span that is read.
_LONGEST = 366


class PeriodReader(WeekReader):
    """Reads working days, feasts, periods, and what lasts."""

    def working(self) -> list[Reading]:
        plan = self.plan
        n = plan.working
        if n is None or plan.lunar or plan.count is not None:
            self.fail("working days are counted in solar months, without a number of times", 0)
        name = ("WORKING_DAYS",)
        weekdays = [CODES[i] for i in MONDAY_TO_FRIDAY]
        if n == 0:
            rule = self.rule(BYDAY=weekdays)
            worked = Reading(_working_title(rule), name, None, (Term(rule),), working_day=0)
            return [worked, replace(of_rule(rule), names=("WEEKDAYS",))]
        in_week = plan.within == "week"
        if abs(n) > (5 if in_week else 20):
            most = "a week has at most 5" if in_week else "a month has at least 20"
            self.fail(f"{most} weekdays; working day {n} is not one of them", 0)
        if self.freq == "YEARLY" and not plan.months:
            # 매년 마지막 근무일: the year's.
            plan.months = [(12 if n < 0 else 1, False)]
        rule = self.rule(BYDAY=weekdays, BYSETPOS=n)
        if in_week:
            edge = self.rule(BYDAY=CODES[0 if n > 0 else 6])
            worked = Reading(
                _working_title(rule), name, None, (Term(edge),), working_day=n, within="week"
            )
            return [worked, replace(of_rule(rule), names=("WEEKDAYS",))]
        if self.freq == "WEEKLY":
            such = self.scanner.such("매월 마지막 근무일", "the last working day of each month")
            self.fail(f"working days are counted in months: {such}", 0)
        month = self.rule(BYMONTHDAY=1 if n > 0 else -1)
        worked = Reading(_working_title(rule), name, None, (Term(month),), working_day=n)
        return [worked, replace(of_rule(rule), names=("WEEKDAYS",))]

    # ------------------------------------------------------------------ days with a name

    def feasts(self) -> list[Reading]:
        """설, 추석; the week that holds it; the holidays around it."""
        plan = self.plan
        if self.freq != "YEARLY" or plan.months or plan.skip or plan.block:
            such = self.scanner.such(f"매년 {plan.feasts[0]}", "name it alone")
            self.fail(f"it comes once a year: {such}", 0)
        if plan.count is not None and len(plan.feasts) > 1:
            self.fail(f"{plan.count} times of several rules: say how often for one", 0)
        rules = [self._feast(name) for name in plan.feasts]
        words = [described(rule) for rule in rules]
        title = Text(
            ("매년 " if self.interval == 1 else f"{self.interval}년마다 ") + "·".join(plan.feasts),
            " and ".join(each.english for each in words),
        )
        if plan.holidays_around:
            title = Text(f"{title.korean} 연휴", f"{title.english}, its holidays")
        terms = tuple(Term(rule) for rule in rules)
        rule = rules[0] if len(rules) == 1 else None
        if plan.containing:
            return self._weeks_around(rules, title)
        if plan.holidays_around and plan.around is None and not (plan.shift or plan.working_shift):
            around = tuple(Term(each, -1) for each in rules)
            note = Text("전날부터 다음 날까지", "from the day before to the day after")
            return [Reading(noted(title, note), ("FEAST",), None, around, 3)]
        return [Reading(title, ("FEAST",), None, terms, rule=rule)]

    def _weeks_around(self, rules: list[Rule], title: Text) -> list[Reading]:
        return [
            part
            for first, note in (
                (0, Text("월요일에 시작하는 주", "weeks from Monday")),
                (6, Text("일요일에 시작하는 주", "weeks from Sunday")),
            )
            for part in self.part_of_week(
                Reading(
                    noted(
                        Text(f"{title.korean}이 있는 주", f"the week that holds: {title.english}"),
                        note,
                    ),
                    (f"WEEK_FROM_{CODES[first]}",),
                    None,
                    tuple(Term(rule, 0, first) for rule in rules),
                    7,
                ),
                first,
            )
        ]

    def _feast(self, name: str) -> Rule:
        lunar, month, day = FEASTS[name]
        text = f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
        if self.interval > 1:
            text += f";INTERVAL={self.interval}"
        return self.made(("RSCALE=DANGI;" if lunar else "") + text)

    # ------------------------------------------------------------------ periods

    def _last_months(self) -> list[int]:
        """The last months of the periods that are named; every month if they are months."""
        plan = self.plan
        if plan.block:
            return [start + plan.block - 1 for start in plan.block_starts]
        if plan.months:
            return [month for month, _ in plan.months]
        return [12] if self.freq == "YEARLY" else list(range(1, 13))

    def _in_months(self, months: list[int], day: int) -> Rule:
        text = f"BYMONTHDAY={day}"
        if len(months) == 12:
            return self.made(f"FREQ=MONTHLY;{text}")
        listed = ",".join(str(month) for month in sorted(months))
        return self.made(f"FREQ=YEARLY;BYMONTH={listed};{text}")

    def after_period(self) -> list[Reading]:
        """분기 종료 후 10일 이내: the tenth day after the period, which itself does not count."""
        number, unit = self.plan.after_period or (0, "day")
        if self.interval > 1 or self.plan.lunar:
            self.fail("periods of one year, half-year, quarter or month are meant", 0)
        last = self._last_months()
        after = [month % 12 + 1 for month in last]
        if not 1 <= number <= (_LONGEST if unit == "day" else 52):
            self.fail(f"{number}: a time after a period is at most a year", 0)
        if unit == "working_day":
            first = self._in_months(after, 1)
            title = noted(
                described(first), Text(f"{number}근무일째", f"working day {number} from it")
            )
            return [
                Reading(
                    title, ("WORKING_DAYS",), None, (Term(first),), working_day=number, within=""
                )
            ]
        if unit == "month":
            ends = [(month + number - 1) % 12 + 1 for month in last]
            return [of_rule(self._in_months(ends, -1))]
        days = number * (7 if unit == "week" else 1)
        if days <= 28:
            return [of_rule(self._in_months(after, days))]
        end = self._in_months(last, -1)
        words = described(end)
        title = Text(f"{words.korean} 후 {days}일", f"{days} days after: {words.english}")
        return [Reading(title, ("RULE",), None, (Term(end, days),))]

    def whole_months(self) -> list[Reading]:
        """6월 한 달간, 3월부터 5월까지: whole months."""
        plan = self.plan
        if plan.lunar or self.interval > 1 or not plan.months:
            such = self.scanner.such("매년 6월 한 달간", "throughout June")
            self.fail(f"whole months of every year are meant: {such}", 0)
        months = [month for month, _ in plan.months]
        runs = [plan.month_run] if plan.month_run else [(month, month) for month in months]
        terms = []
        for first, last in runs:
            begin = self.made(f"FREQ=YEARLY;BYMONTH={first};BYMONTHDAY=1")
            end = Rule(f"FREQ=YEARLY;BYMONTH={last};BYMONTHDAY=-1")
            terms.append(Term(begin, last=Term(end)))
        words = ", ".join(f"{a}월부터 {b}월까지" if a != b else f"{a}월 한 달간" for a, b in runs)
        english = " / ".join(described(term.anchors).english for term in terms)
        title = Text(f"매년 {words}", f"whole months: {english}")
        return [_settled(Reading(title, ("MONTHS",), None, tuple(terms), 0))]

    # ------------------------------------------------------------------ what lasts, and moves

    def shifted(self, reading: Reading) -> Reading:
        """추석 3일 전, 설 전날, 말일 5근무일 전."""
        plan = self.plan
        if reading.needs_workdays or plan.whole_months:
            self.fail("a day that is named is moved, not a working day or a month", 0)
        edge = 0
        if plan.holidays_around:
            edge = -1 if plan.shift + plan.working_shift < 0 else 1
        if plan.working_shift:
            n = plan.working_shift
            terms = tuple(
                replace(t, offset=t.offset + edge + (1 if n > 0 else -1)) for t in reading.terms
            )
            away, english = f"{abs(n)}근무일 ", f"{abs(n)} working days "
        else:
            n = plan.shift
            terms = tuple(replace(t, offset=t.offset + edge + n) for t in reading.terms)
            away, english = f"{abs(n)}일 ", f"{abs(n)} days "
        note = Text(away + ("전" if n < 0 else "후"), english + ("before" if n < 0 else "after"))
        changed = replace(reading, title=noted(reading.title, note), terms=terms, rule=None)
        if plan.working_shift:
            return replace(changed, working_day=plan.working_shift, within="")
        return changed

    def around(self, reading: Reading) -> Reading:
        """추석 전 2주간: the fourteen days that end the day before."""
        if reading.of_spans or reading.needs_workdays:
            such = self.scanner.such("추석 전 2주간", "the two weeks before Chuseok")
            self.fail(f"days before and after one day are meant: {such}", 0)
        before, after = self.plan.around or (0, 0)
        both = bool(before and after)
        edge = 1 if self.plan.holidays_around else 0
        offset = -before - edge if before else 1 + edge
        length = before + after + (1 + 2 * edge if both else 0)
        self._check_length(length)
        terms = tuple(replace(t, offset=t.offset + offset) for t in reading.terms)
        side = "전후" if both else "전" if before else "후"
        english = "before and after" if both else "before" if before else "after"
        note = Text(f"{side} {before or after}일간", f"the {before or after} days {english}")
        return replace(
            reading, title=noted(reading.title, note), terms=terms, length=length, rule=None
        )

    def lasting(self, reading: Reading) -> Reading:
        """셋째 주 월요일부터 3일간, 3월 1일부터 2개월간."""
        number, unit = self.plan.lasts or (0, "day")
        if reading.needs_workdays or unit == "working_day" or number == 0:
            such = self.scanner.such("부터 10일간", "for 10 days")
            self.fail(f"days, weeks or months are meant: {such}", 0)
        if unit == "month":
            return self._lasting_months(reading, number)
        length = number * (7 if unit == "week" else 1)
        self._check_length(length)
        step = {"WEEKLY": 7, "DAILY": 1}.get(self.freq, _LONGEST) * self.interval
        if length > step:
            such = self.scanner.such("매주 금요일, 10회", "every Friday for 10 times")
            self.fail(f"one begins before the last has ended; an end is said so: {such}", 0)
        note = Text(f"부터 {length}일간", f"for {length} days")
        return replace(reading, title=noted(reading.title, note), length=length)

    def _lasting_months(self, reading: Reading, number: int) -> Reading:
        plan = self.plan
        if len(plan.month_days) != 1 or not plan.months or not 1 <= number <= 12:
            such = self.scanner.such("3월 1일부터 2개월간", "two months from 1 March")
            self.fail(f"months are counted from a day of a month: {such}", 0)
        day = plan.month_days[0]
        shift = number - 1 if day == 1 else number
        months = ",".join(str((m + shift - 1) % 12 + 1) for m, _ in plan.months)
        last = Rule(f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={day - 1 if day > 1 else -1}")
        terms = tuple(replace(t, last=Term(last)) for t in reading.terms)
        note = Text(f"부터 {number}개월간", f"for {number} months")
        return _settled(replace(reading, title=noted(reading.title, note), terms=terms, length=0))

    def running(self, begins: list[Reading], ends: list[Reading]) -> list[Reading]:
        """12월 1일부터 12월 15일까지, 첫째 주부터 둘째 주까지."""
        to = self.plan.to
        self._check_order()
        if self.freq in ("WEEKLY", "DAILY") and to is not None and not to.weekdays:
            self.fail("it begins each week or day, but ends once: name the day it begins on", 0)
        found = []
        for begin in begins:
            end = next((e for e in ends if e.names[0] == begin.names[0]), ends[0])
            if begin.needs_workdays or end.needs_workdays or to is None or end.length == 0:
                self.fail("days that are named begin and end a span, not working days", 0)
            lasts = end.terms if len(end.terms) == len(begin.terms) else end.terms[:1]
            if end.length > 1:
                lasts = tuple(replace(t, offset=t.offset + end.length - 1) for t in lasts)
            terms = tuple(
                replace(term, last=lasts[min(i, len(lasts) - 1)])
                for i, term in enumerate(begin.terms)
            )
            title = Text(
                f"{begin.title.korean}부터 {end.title.korean}까지",
                f"from: {begin.title.english}; to: {end.title.english}",
            )
            span = replace(begin, title=title, terms=terms, length=0, rule=None)
            found.append(_settled(span))
            self._check_length(max(_lengths(found[-1])))
        return found

    def _check_order(self) -> None:
        plan, to = self.plan, self.plan.to
        if to is None or to.next_month or not (len(plan.month_days) == len(to.month_days) == 1):
            return
        begin, end = plan.month_days[0], to.month_days[0]
        if plan.months == to.months and 0 < end < begin:
            such = self.scanner.such(
                f"{begin}일부터 {end}일까지; 다음 달 {end}일 is said so", f"from {begin} to {end}"
            )
            self.fail(f"it ends before it begins: {such}", 0)

    def _check_length(self, days: int) -> None:
        if not 1 <= days <= _LONGEST:
            self.fail(f"a span of {days} days: it has 1 to {_LONGEST}", 0)


def _lengths(reading: Reading) -> set[int]:
    spans = reading.between("2001-01-01", "2029-01-01")
    return {len(span) for span in spans if not hasattr(span, "day")} or {1}


def _settled(reading: Reading) -> Reading:
    """A reading whose spans turn out to have one length has that length."""
    lengths = _lengths(reading)
    if len(lengths) > 1:
        return reading
    terms = tuple(replace(term, last=None) for term in reading.terms)
    rule = terms[0].anchors if len(terms) == 1 and not terms[0].offset else None
    return replace(reading, terms=terms, length=lengths.pop(), rule=rule)


def _working_title(rule: Rule) -> Text:
    """The words for Monday to Friday, said of working days."""
    words = described(rule)
    english = words.english.replace(" (Monday to Friday)", "").replace("weekday", "working day")
    return noted(
        Text(words.korean.replace("평일(월~금요일)", "근무일"), english),
        Text("공휴일 제외", "no public holiday"),
    )
