"""The days that a Korean sentence names: 15일, 셋째 주 수요일, 마지막 근무일."""

from __future__ import annotations

import re

from probity._sentences.korean.plan import EVERY_DAY, MONDAY_TO_FRIDAY, WORKING, Plan
from probity._sentences.korean.scanner import SEPARATORS, Scanner

# The week in which a day lies.
_HOLDING = (
    *("이있는주", "이들어있는주", "이든주", "이속한주", "이속하는주"),
    *("이포함된주", "이포함되는주", "이포함되어있는주"),
)
_WEEKS = re.compile(
    "(?:제?[0-9](?:주차|주)?[·ㆍ・,/]){0,5}제?[0-9]주(?:차|간)?(?!마다|간격|에한|일|요일)"
)


def read_days(s: Scanner, plan: Plan) -> None:
    """The days that are listed here, if any."""
    if not _item(s, plan):
        return
    while True:
        mark = s.at
        if not (s.separator() and _item(s, plan)):
            s.at = mark
            return


def _item(s: Scanner, plan: Plan) -> bool:
    """One of the days that a sentence lists."""
    mark = s.at
    if s.take("연중"):
        plan.in_year = True
    if s.take("매주"):
        found = s.weekdays(loose=True)
        plan.weekdays += found
        if not found:
            s.at = mark
        return bool(found)
    if _month_day(s, plan) or _week_by_number(s, plan) or group_of_weekdays(s, plan, None):
        return True
    ordinals = s.ordinals()
    if ordinals:
        if _counted(s, plan, ordinals):
            return True
        s.at = mark
        return False
    weekly = bool(plan.heads and plan.heads[-1][0] == "WEEKLY")
    weekdays = s.weekdays(loose=weekly)
    if not weekdays:
        s.at = mark
        return False
    plan.weekdays += weekdays
    return True


def _month_day(s: Scanner, plan: Plan) -> bool:
    days = s.month_days()
    if not days and s.take("말일", "그믐날", "월말"):
        days = [-1]
    if not days and s.take("초하루", "초일"):
        days = [1]
    mark = s.at
    if not days and s.take("마지막"):
        number = s.number()
        if number and number <= 366 and s.take("일"):
            days = list(range(-number, 0))
        else:
            s.at = mark
    if days:
        s.take("까지")
    if plan.in_year:
        plan.year_days += days
    else:
        plan.month_days += days
    if days and s.take(*_HOLDING):
        plan.containing = True
    return bool(days)


def _week_by_number(s: Scanner, plan: Plan) -> bool:
    match = _WEEKS.match(s.text, s.at)
    if match is None:
        return False
    start, s.at = s.at, match.end()
    _weeks_of_month(s, plan, [int(n) for n in re.findall("[0-9]", match[0])], start)
    return True


def _counted(s: Scanner, plan: Plan, ordinals: list[int]) -> bool:
    """What stands behind 셋째: a week, a weekday, a working day, a day."""
    start = s.at
    if s.take("주차", "주간", "주"):
        if plan.in_year:
            plan.week_numbers += ordinals
            if s.take("매일"):
                plan.weekdays = EVERY_DAY
            else:
                plan.weekdays += s.weekdays(loose=True)
            return True
        _weeks_of_month(s, plan, ordinals, start)
        return True
    if s.take(*WORKING):
        if len(ordinals) != 1:
            s.fail("one working day is counted at a time", start)
        plan.working = ordinals[0]
        return True
    if group_of_weekdays(s, plan, ordinals):
        return True
    if s.take("날"):
        _nth_day(plan, ordinals)
        return True
    weekdays = s.weekdays(loose=False)
    if not weekdays:
        return False
    if len(weekdays) > 1:
        s.fail("one weekday is counted at a time: 셋째 월요일과 셋째 수요일", start)
    if plan.together:
        plan.weekdays += weekdays
        plan.positions += ordinals
        return True
    if not plan.in_year and any(abs(n) > 5 for n in ordinals):
        s.fail("a month has at most five of a weekday", start)
    if any(abs(n) > 53 for n in ordinals):
        s.fail("a year has at most 53 of a weekday", start)
    plan.ordinals += [(n, weekdays[0]) for n in ordinals]
    if s.take(*_HOLDING):
        plan.containing = True
    return True


def _nth_day(plan: Plan, ordinals: list[int]) -> None:
    if plan.in_year:
        plan.year_days += ordinals
    else:
        plan.month_days += ordinals


def _weeks_of_month(s: Scanner, plan: Plan, weeks: list[int], start: int) -> None:
    if any(n == 0 or abs(n) > 5 for n in weeks):
        s.fail("a week of the month is the first to the fifth, or the last", start)
    plan.weeks += weeks
    s.take("의")
    bracket = bool(s.take("("))
    mark = s.at
    if s.take("평일", "주중"):
        s.take("(월~금요일)", "(월~금)")
        plan.weekdays += MONDAY_TO_FRIDAY
    elif s.take("주말"):
        plan.weekdays += [5, 6]
    else:
        plan.weekdays += s.weekdays(loose=True)
    if bracket and not (s.at > mark and s.take(")")):
        s.at = mark - 1
    elif plan.weekdays and s.take(*_HOLDING):
        plan.containing = True


def group_of_weekdays(s: Scanner, plan: Plan, ordinals: list[int] | None) -> bool:
    """평일, 주말, 근무일: of each week, or the one that is counted."""
    if ordinals is None and s.take(*(f"매{word}" for word in WORKING), *WORKING):
        plan.working = 0
        s.take("마다")
        return True
    if s.take("매평일", "평일", "주중"):
        plan.by_name = bool(s.take("(월~금요일)", "(월~금)", "(월요일~금요일)"))
        weekdays = MONDAY_TO_FRIDAY
    elif s.take("매주말", "주말"):
        weekdays = [5, 6]
    else:
        return False
    s.take("마다")
    plan.weekdays += weekdays
    plan.positions += ordinals or []
    return True


def read_other_dates(s: Scanner, plan: Plan) -> None:
    """과 12월 31일: another date of a yearly rule."""
    while plan.months and not plan.block:
        mark = s.at
        if not s.take(*SEPARATORS):
            return
        other = Plan(heads=plan.heads, lunar=bool(s.take("음력")) or plan.lunar)
        other.months = s.months()
        if not (other.months and _item(s, other)):
            s.at = mark
            return
        plan.others.append(other)
