"""From what a Korean sentence says to rules of RFC 5545."""

from __future__ import annotations

import datetime

from probity._core import ProbityError, Recurrence, Rule
from probity._sentences.korean.plan import EVERY_DAY, MONTHS, Plan
from probity._sentences.reading import Reading, Term
from probity._sentences.scanning import SentenceScanner
from probity.korean import WEEKDAYS
from probity.text import Text

_FREQUENCIES = {"year": "YEARLY", "month": "MONTHLY", "week": "WEEKLY", "day": "DAILY"}
ENGLISH_WEEKDAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class RuleMaker:
    """Makes rules of a plan, with its frequency, months and end."""

    def __init__(self, plan: Plan, scanner: SentenceScanner) -> None:
        self.scanner = scanner
        self.plan = plan
        self.fail = scanner.fail
        self._complete()
        self._check_that_it_says_when()
        if plan.block and not plan.month_of_block:
            self._step_within_block()
        if plan.block and plan.month_of_block:
            self._check_months_of_block()
        if plan.block and not plan.month_of_block:
            self._choose_month_of_block()
        self._leave_out_months()
        self.freq, self.interval = self._frequency()
        self._check_which_weekday()

    # ------------------------------------------------------------------ how often

    def _check_that_it_says_when(self) -> None:
        plan = self.plan
        if plan.has_days:
            return
        end = len(self.scanner.text)
        if plan.times and (plan.times[0] != 1 or plan.heads[:1] != [("DAILY", 1)]):
            n, _, at = plan.times
            month = " and in which months" if plan.months else ""
            quota = self.scanner.such("parse_korean_quota reads", "pb.Quota holds")
            self.fail(
                f"this says how often ({times_in_english(n)}){month}, not when: "
                f"{self.scanner.such_days(plan)}; {quota} how often alone",
                at,
            )
        if plan.heads and plan.heads[0][0] == "DAILY":
            return
        self.fail(f"no days are named: {self.scanner.such_days(plan)}", end)

    def _complete(self) -> None:
        """What follows from the words: 월 2회 is of months, 다음 달 is the month after."""
        plan = self.plan
        if plan.times and not (plan.heads or plan.block or plan.feasts):
            _, period, _ = plan.times
            if period in _FREQUENCIES and not (period == "month" and plan.months):
                plan.heads = [(_FREQUENCIES[period], 1)]
        if not plan.next_month:
            return
        if plan.block and not plan.month_of_block:
            plan.months = [((n + plan.block - 1) % 12 + 1, False) for n in plan.block_starts]
            plan.month_of_block = True
        elif plan.months:
            plan.months = sorted((month % 12 + 1, leap) for month, leap in plan.months)
        else:
            plan.heads = plan.heads or [("MONTHLY", 1)]

    def _leave_out_months(self) -> None:
        plan = self.plan
        if not plan.months_out:
            return
        months = plan.months or [(month, False) for month in range(1, 13)]
        plan.months = [each for each in months if each[0] not in plan.months_out]
        if not plan.months:
            self.fail("every month is left out", 0)
        if not plan.heads and not plan.block:
            plan.heads = [("MONTHLY", 1)]

    def _check_which_weekday(self) -> None:
        """매월 금요일: which of them?"""
        plan = self.plan
        counted = plan.month_days or plan.year_days or plan.week_numbers or plan.positions
        each = plan.each_week or counted or plan.ordinals or plan.weeks or plan.containing
        steps = [name for name, _ in plan.heads if name in ("WEEKLY", "DAILY")]
        if self.freq not in ("MONTHLY", "YEARLY") or not plan.weekdays or each or steps:
            return
        name = "·".join(WEEKDAYS[i] for i in plan.weekdays) + "요일"
        english = " and ".join(f"{ENGLISH_WEEKDAYS[i]}s" for i in plan.weekdays)
        number = plan.times[0] if plan.times else 1
        which = (
            f"which {number if number > 2 else 'two'} {english}"
            if number > 1
            else f"which of the {english}"
        )
        nth = "·".join(("첫째", "셋째", "다섯째")[:number]) if 1 < number <= 3 else "첫째"
        first = ENGLISH_WEEKDAYS[plan.weekdays[0]]
        such = self.scanner.such(
            f"매월 {nth} {name}, or 매주 {name}",
            f"the first {first} of each month, or every {first}",
        )
        self.fail(
            f"{which} of the month: {such} for each of them",
            max(self.scanner.text.find(WEEKDAYS[plan.weekdays[0]] + "요일"), 0),
        )

    def _step_within_block(self) -> None:
        """상반기 매월 15일, 하반기 매주 수요일: in each of its months; 매월 반기별 is refused."""
        plan = self.plan
        shorter = [head for head in plan.heads if head[0] != "YEARLY"]
        if not (shorter or plan.each_week) or plan.times or plan.next_month:
            return
        months = [start + i for start in plan.block_starts for i in range(plan.block)]
        if len(months) == 12:
            if not shorter or shorter[0][0] == "MONTHLY":
                self.fail("how often is said twice: each month, and each period of some months", 0)
            return
        plan.months = [(month, False) for month in months]
        plan.block, plan.block_starts = 0, []

    def _check_months_of_block(self) -> None:
        """상반기 9월 15일, 분기별 3월 15일: months that are not in the periods that are named."""
        plan = self.plan
        if plan.next_month:
            return
        name = "quarter" if plan.block == 3 else "half-year"
        periods = [range(start, start + plan.block) for start in plan.block_starts]
        months = [month for month, _ in plan.months]
        for month in months:
            if not any(month in period for period in periods):
                such = self.scanner.such(f"{month}월", ENGLISH_MONTHS[month - 1])
                self.fail(f"{such} is not in the {name} that is named", 0)
        months += [month for other in plan.others for month, _ in other.months]
        if plan.times is None and not all(any(m in period for m in months) for period in periods):
            self.fail(f"how often and when do not agree: not each {name} has such a month", 0)

    def _choose_month_of_block(self) -> None:
        """매분기 마지막 금요일 is in the quarter's last month, 매분기 첫째 주 in its first."""
        plan = self.plan
        counted = [
            *(n for n, _ in plan.ordinals),
            *plan.weeks,
            *plan.positions,
            *([plan.working] if plan.working else []),
            *(n for n in plan.month_days if n < 0),
        ]
        if plan.after_period or plan.feasts:
            return
        if any(n > 1 for n in plan.month_days) or (not counted and plan.month_days != [1]):
            period = "quarter" if plan.block == 3 else "half-year"
            such = self.scanner.such(
                "매분기 첫째 달 15일, 매반기 마지막 달 15일",
                "such as the 15th of the first month of each quarter",
            )
            self.fail(
                f"how often and when do not agree: of which month of the {period} is it? {such}",
                len(self.scanner.text),
            )
        if any(n > 4 for n in counted) or len({n > 0 for n in counted}) > 1:
            self.fail("a period of some months has no such day: name the month", 0)
        last = bool(counted) and counted[0] < 0
        months = [start + (plan.block - 1 if last else 0) for start in plan.block_starts]
        plan.months = [(month, False) for month in months]

    def _frequency(self) -> tuple[str, int]:
        plan = self.plan
        heads = list(plan.heads)
        if plan.block:
            heads = [("YEARLY", 1)]
        # 매년 3월부터 11월까지 격월: the shorter period steps.
        stepped = len(heads) > 1 and any(n > 1 for _, n in heads[1:])
        if stepped and heads[0][1] == 1 and heads[0][0] != heads[1][0]:
            heads.pop(0)
        if any(n > 1 for _, n in heads[1:]):
            such = self.scanner.such("격주, 격월 and 2년마다", "every other week and month")
            self.fail(f"one period steps by more than one: {such} exclude each other", 0)
        if not heads:
            heads = [(self._implied(), 1)]
        freq, interval = heads[0]
        inner = [name for name, _ in heads[1:]]
        if "DAILY" in inner:
            plan.weekdays = plan.weekdays or EVERY_DAY
        if freq == "YEARLY" and "MONTHLY" in inner and not plan.months:
            if interval == 1 and not plan.in_year:
                freq = "MONTHLY"
            else:
                plan.months = [(month, False) for month in range(1, 13)]
        if freq == "YEARLY" and not (plan.months or plan.in_year or self._is_of_the_year()):
            plain = self._only_plain_weekdays() and (plan.each_week or not plan.heads)
            if (interval == 1 and "WEEKLY" in inner) or plain:
                freq = "WEEKLY" if interval == 1 else freq
            elif plan.working is None and not (plan.feasts or plan.after_period):
                such = self.scanner.such(MONTHS, "March, June to August")
                self.fail(f"a yearly rule names its months: {such}", len(self.scanner.text))
        if freq == "MONTHLY" and interval == 1 and plan.months and not plan.positions:
            freq = "YEARLY"
        if freq == "WEEKLY" and not (plan.weekdays or plan.working is not None or plan.feasts):
            such = self.scanner.such("매주 월요일, 격주 금요일", "every Monday, every other Friday")
            self.fail(f"a weekly rule names its weekday: {such}", len(self.scanner.text))
        if freq == "WEEKLY" and (plan.ordinals or plan.weeks or plan.month_days):
            self.fail("a week has no such day: it is one of a month", len(self.scanner.text))
        return freq, interval

    def _implied(self) -> str:
        plan = self.plan
        if plan.months or plan.in_year or plan.feasts:
            return "YEARLY"
        counted = plan.ordinals or plan.weeks or plan.month_days or plan.positions or plan.working
        return "MONTHLY" if counted else "WEEKLY"

    def _is_of_the_year(self) -> bool:
        return bool(self.plan.week_numbers or self.plan.year_days)

    def _only_plain_weekdays(self) -> bool:
        plan = self.plan
        counted = plan.ordinals or plan.weeks or plan.month_days or plan.positions
        return bool(plan.weekdays) and not counted

    # ------------------------------------------------------------------ rules

    def rule(self, **parts: object) -> Rule:
        """A rule with the sentence's frequency, months and end, and these parts."""
        plan = self.plan
        freq = self.freq
        in_months = freq == "YEARLY" and len(plan.months) > 1 and not plan.in_year
        if parts.get("BYSETPOS") and in_months and not plan.together and self.interval == 1:
            freq = "MONTHLY"
        text = [f"FREQ={freq}"]
        if plan.lunar:
            text.insert(0, "RSCALE=DANGI")
        elif plan.skip:
            text.insert(0, "RSCALE=GREGORIAN")
        if self.interval > 1:
            text.append(f"INTERVAL={self.interval}")
        if plan.months:
            names = (f"{month}L" if leap else str(month) for month, leap in plan.months)
            text.append("BYMONTH=" + ",".join(names))
        for name, value in parts.items():
            values = value if isinstance(value, list) else [value]
            if values:
                text.append(f"{name}=" + ",".join(str(each) for each in values))
        if plan.week_start is not None:
            text.append(f"WKST={CODES[plan.week_start]}")
        skip = parts.pop("SKIP", None) or plan.skip
        if skip and "SKIP=" not in ";".join(text):
            text.append(f"SKIP={skip}")
        return self.made(";".join(text))

    def rule_of(self, freq: str, **parts: object) -> Rule:
        """A rule as of rule(), with another frequency."""
        kept, self.freq = self.freq, freq
        try:
            return self.rule(**parts)
        finally:
            self.freq = kept

    def made(self, text: str) -> Rule:
        plan = self.plan
        if plan.count is not None:
            text += f";COUNT={plan.count}"
        if plan.until is not None:
            text += ";UNTIL=" + plan.until.isoformat().replace("-", "")
        try:
            return Rule(text)
        except ProbityError as error:
            self.fail(f"read as {text}: {error}", 0)

    def plain(self, **more: object) -> Rule:
        plan = self.plan
        parts: dict[str, object] = {
            "BYWEEKNO": sorted(set(plan.week_numbers)),
            "BYYEARDAY": sorted(set(plan.year_days)),
            "BYMONTHDAY": sorted(set(plan.month_days)),
            "BYDAY": [
                *(CODES[weekday] for weekday in sorted(set(plan.weekdays))),
                *(f"{n}{CODES[weekday]}" for n, weekday in plan.ordinals),
            ],
            "BYSETPOS": plan.positions,
        }
        return self.rule(**(parts | more))


def described(rule: Rule) -> Text:
    return Text(rule.describe("ko"), rule.describe("en"))


def of_rule(rule: Rule) -> Reading:
    """The reading that is one rule."""
    return Reading(described(rule), ("RULE",), None, (Term(rule),), rule=rule)


def gives_a_day(rule: Rule) -> bool:
    """Whether a rule has a date, from one start or another if it steps by more than one period."""
    starts = [datetime.date(2000, 1, 1)]
    if rule.interval > 1:
        starts += [datetime.date(2000, 1, day) for day in range(2, 8)]
        starts += [datetime.date(2000, month, 1) for month in range(2, 13)]
        starts += [datetime.date(year, 1, 1) for year in range(2001, 2029)]
    return any(Recurrence(rule, start).nth(0) is not None for start in starts)


def noted(title: Text, note: Text) -> Text:
    return Text(f"{title.korean}({note.korean})", f"{title.english} ({note.english})")


def times_in_english(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n} times")
