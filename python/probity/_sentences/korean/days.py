"""The days that a Korean sentence names: 15일, 셋째 주 수요일, 분기 말, 추석, 마지막 근무일."""

from __future__ import annotations

import re

from probity._sentences.korean.feasts import read_feasts, read_holding
from probity._sentences.korean.plan import EVERY_DAY, MONDAY_TO_FRIDAY, WORKING, Plan
from probity._sentences.korean.scanner import RANGES, SEPARATORS, Scanner

_WEEKS = re.compile(
    "(?:제?[0-9](?:주차|주)?[·,/과와및]){0,5}제?[0-9]주(?:차|간|째)?(?!마다|간격|에한|일|요일|전|후|이내)"
)
_WEEKS_OF_YEAR = re.compile("제?[0-9]{1,2}(?:[·,]제?[0-9]{1,2})*주(?:차|째)?(?!간|일|요일)")
_DOTTED = re.compile(r"(1[0-2]|0?[1-9])[./](3[01]|[12][0-9]|0?[1-9])(?:\.|일)?(?![0-9]|분기)")
_NTH_WORKED = re.compile(
    f"([0-9]{{1,2}})(?:일째|일차|번째)?(?:{'|'.join(WORKING)})(?:째|차)?(?!전|후|간)"
)
_WORKED_NTH = re.compile(
    f"(?:{'|'.join(WORKING)})(?:기준)?(?:으로)?([0-9]{{1,2}})(?:일째|일차|번째|일)"
)
# The last working day of a period that is named by its end: 분기 말 마지막 근무일, 월말 근무일.
_LAST_WORKED = re.compile(f"(?:의)?(?:마지막|최종)?(?:{'|'.join(WORKING)})")
_LUNAR_DAYS = {
    word: day
    for day, words in enumerate(
        (
            ("초하루", "초일", "초하룻날"),
            *(("초이틀",), ("초사흘",), ("초나흘",), ("초닷새",), ("초엿새",), ("초이레",)),
            *(("초파일", "초여드레"), ("초아흐레",), ("초열흘", "열흘날")),
        ),
        start=1,
    )
    for word in words
}

_OF_ONE_YEAR = "{} is true of one year only: a yearly date has no weekday"


def read_days(s: Scanner, plan: Plan) -> None:
    """The days that are listed here, if any."""
    if not read_item(s, plan):
        return
    while True:
        mark = s.at
        other = plan.beside()
        if not (s.separator() and read_item(s, other)):
            s.at = mark
            return
        plan.join(other)


def read_item(s: Scanner, plan: Plan) -> bool:
    """One of the days that a sentence lists."""
    mark = s.at
    if s.take("연중"):
        plan.in_year = True
    if s.take("매주"):
        plan.each_week = True
        if _weekly(s, plan):
            return True
        s.at = mark
        return False
    if (
        read_feasts(s, plan)
        or _working_by_number(s, plan)
        or _dotted(s, plan)
        or _month_day(s, plan)
        or _end_of_period(s, plan)
        or _week_by_number(s, plan)
        or group_of_weekdays(s, plan, None)
    ):
        return True
    ordinals = s.ordinals()
    if ordinals:
        if _counted(s, plan, ordinals):
            return True
        s.at = mark
        return False
    each_week = plan.times is not None and plan.times[1] == "week"
    weekly = each_week or bool(plan.heads and plan.heads[-1][0] == "WEEKLY")
    bracket = weekly and bool(s.take("("))  # 매주(월·수·금)
    weekdays = s.weekdays(loose=weekly)
    if not weekdays or (bracket and not s.take(")")):
        s.at = mark
        return False
    plan.weekdays += weekdays
    plan.each_week = plan.each_week or bool(s.take("마다"))
    return True


def _weekly(s: Scanner, plan: Plan) -> bool:
    """매주 월요일, 매주 첫 근무일."""
    mark = s.at
    n = s.ordinal()
    if n is not None and s.take(*WORKING):
        plan.working, plan.within = n, "week"
        return True
    s.at = mark
    found = s.weekdays(loose=True)
    plan.weekdays += found
    return bool(found)


def _working_by_number(s: Scanner, plan: Plan) -> bool:
    """3일째 근무일, 5영업일, 근무일 3일째."""
    match = _NTH_WORKED.match(s.text, s.at) or _WORKED_NTH.match(s.text, s.at)
    if match is None or int(match[1]) == 0:
        return False
    s.at = match.end()
    plan.working = int(match[1])
    if plan.heads and plan.heads[-1][0] == "WEEKLY":
        plan.within = "week"
    return True


def _dotted(s: Scanner, plan: Plan) -> bool:
    """12. 9., 12/9: a month and a day of it."""
    match = _DOTTED.match(s.text, s.at)
    monthly = bool(plan.heads) and plan.heads[-1][0] != "YEARLY"
    if match is None or monthly or plan.months or plan.block:
        return False
    start, s.at = s.at, match.end()
    plan.months, plan.month_days = [(int(match[1]), False)], [int(match[2])]
    weekday = s.take(*(f"({day})" for day in "월화수목금토일"))
    if weekday:
        s.fail(_OF_ONE_YEAR.format(weekday), start)
    return True


def _month_day(s: Scanner, plan: Plan) -> bool:
    start = s.at
    days = s.month_days()
    if not days and s.take("말일", "그믐날", "그믐", "월말"):
        if _last_worked(s, plan):
            return True
        days = [-1]
    if not days:
        word = s.take(*sorted(_LUNAR_DAYS, key=len, reverse=True))
        days = [_LUNAR_DAYS[word]] if word else []
    if not days and plan.lunar and s.take("보름날", "보름"):
        days = [15]
    if days and plan.months and not plan.lunar:
        weekday = s.take(*(f"({day})" for day in "월화수목금토일"))
        if weekday:
            s.fail(_OF_ONE_YEAR.format(weekday), start)
    mark = s.at
    if not days and s.take("마지막"):
        number = s.number()
        if number and number <= 366 and s.take("일"):
            days = list(range(-number, 0))
        else:
            s.at = mark
    if plan.in_year or (days == [-1] and s.at > start and _of_the_year(plan)):
        plan.year_days += days
    else:
        plan.month_days += days
    if days:
        read_holding(s, plan)
    return bool(days)


def _last_worked(s: Scanner, plan: Plan) -> bool:
    """월말 근무일, 분기 말 마지막 근무일: what stands behind the end."""
    match = _LAST_WORKED.match(s.text, s.at)
    if match is None:
        return False
    s.at = match.end()
    plan.month_days, plan.working = [], -1
    return True


def _of_the_year(plan: Plan) -> bool:
    """Whether 말일 is the year's: 매년 말일."""
    return plan.heads == [("YEARLY", 1)] and not (plan.months or plan.block or plan.lunar)


def _end_of_period(s: Scanner, plan: Plan) -> bool:
    """6월 말, 분기 말, 연말, 매월 말."""
    mark = s.at
    if s.ahead("연말연시"):
        return False  # of no certain days
    if s.take("연말", "년도말", "연도말"):
        plan.months, plan.month_days = [(12, False)], [-1]
        plan.heads = plan.heads or [("YEARLY", 1)]
    elif s.take("분기말"):
        plan.block, plan.block_starts, plan.month_days = 3, [1, 4, 7, 10], [-1]
    elif s.take("반기말"):
        plan.block, plan.block_starts, plan.month_days = 6, [1, 7], [-1]
    elif s.take("말") and not s.ahead("씀", "까지말"):
        if _of_the_year(plan):
            plan.months = [(12, False)]
        if not (plan.months or plan.block or plan.heads or plan.next_month):
            s.at = mark
            return False
        plan.month_days.append(-1)
    else:
        s.at = mark
        return False
    if _last_worked(s, plan):
        return True
    s.take("일")
    read_holding(s, plan)
    return True


def _week_by_number(s: Scanner, plan: Plan) -> bool:
    in_year = _WEEKS_OF_YEAR.match(s.text, s.at) if plan.in_year else None
    if in_year is not None:
        s.at = in_year.end()
        plan.week_numbers += [int(n) for n in re.findall("[0-9]+", in_year[0])]
        plan.weekdays += s.weekdays(loose=True)
        return True
    match = _WEEKS.match(s.text, s.at)
    if match is None or (match[0].endswith("간") and "제" not in match[0]):
        return False  # 2주간 is how long
    start, s.at = s.at, match.end()
    _weeks_of_month(s, plan, [int(n) for n in re.findall("[0-9]", match[0])], start)
    return True


def _counted(s: Scanner, plan: Plan, ordinals: list[int]) -> bool:
    """What stands behind 셋째: a week, a weekday, a working day, a day."""
    start = s.at
    if s.ahead("주말") and (s.at + 1) not in s.words:
        s.fail("주말 has two days: name 토요일 or 일요일", start)
    if s.take("주차", "주간", "주째", "주"):
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
        if plan.heads and plan.heads[-1][0] == "WEEKLY":
            plan.within = "week"
        return True
    if group_of_weekdays(s, plan, ordinals):
        return True
    if s.take("날"):
        if plan.in_year or _of_the_year(plan):
            plan.year_days += ordinals
        else:
            plan.month_days += ordinals
        return True
    weekdays = s.weekdays(loose=False)
    if not weekdays:
        return False
    if s.run_of_weekdays is not None and len(ordinals) == 1:
        # 첫째 월요일부터 금요일까지: from that Monday to the Friday after it.
        first, last = s.run_of_weekdays
        plan.ordinals, plan.lasts = [(ordinals[0], first)], ((last - first) % 7 + 1, "day")
        return True
    if plan.together:
        plan.weekdays += weekdays
        plan.positions += ordinals
        return True
    if not plan.in_year and any(abs(n) > 5 for n in ordinals):
        s.fail("a month has at most five of a weekday", start)
    if any(abs(n) > 53 for n in ordinals):
        s.fail("a year has at most 53 of a weekday", start)
    plan.ordinals += [(n, weekday) for weekday in weekdays for n in ordinals]
    read_holding(s, plan)
    return True


def _weeks_of_month(s: Scanner, plan: Plan, weeks: list[int], start: int) -> None:
    if any(n == 0 or abs(n) > 5 for n in weeks):
        s.fail("a week of the month is the first to the fifth, or the last", start)
    plan.weeks += weeks
    s.take("의", "중", "간")
    bracket = bool(s.take("("))
    mark = s.at
    first = s.ordinal()
    if first is not None and s.take(*WORKING):
        plan.working, plan.within = first, "week"
        return
    s.at = mark
    if s.take("평일", "주중"):
        s.take("(월~금요일)", "(월~금)")
        plan.weekdays += MONDAY_TO_FRIDAY
    elif s.take("첫날", "첫째날"):
        plan.week_edge = 0
    elif s.take("마지막날"):
        plan.week_edge = 6
    elif s.take("주말"):
        plan.weekdays += [5, 6]
    else:
        found = s.weekdays(loose=True)
        if s.run_of_weekdays is not None:
            plan.week_run = s.run_of_weekdays
        else:
            plan.weekdays += found
    if bracket and not (s.at > mark and s.take(")")):
        s.at = mark - 1
        plan.week_run, plan.weekdays = None, []
    elif plan.weekdays:
        read_holding(s, plan)


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
    plan.each_week = True
    plan.weekdays += weekdays
    plan.positions += ordinals or []
    return True


def read_other_date(s: Scanner, plan: Plan) -> Plan | None:
    """과 12월 31일, 하반기 12월 31일: another date of a yearly rule, with its own months."""
    mark = s.at
    if not plan.months or not s.take(*SEPARATORS):
        return None
    heads = [head for head in plan.heads if head[0] == "YEARLY"]
    other = Plan(heads=heads, lunar=bool(s.take("음력")) or plan.lunar)
    half = s.take("상반기", "하반기")
    s.take(":", "중", "에", "는")
    other.months = s.months()
    months = [month for month, _ in other.months]
    if half and any((month > 6) != (half == "하반기") for month in months):
        s.fail(f"{months[0]}월 is not in the {half}", mark)
    s.take("의", "중", ",")
    if not (read_item(s, other) and other.months):
        s.at = mark
        return None
    return other


def read_other_dates(s: Scanner, plan: Plan) -> None:
    """6월 30일, 12월 31일: the dates that follow the first."""
    while (other := read_other_date(s, plan)) is not None:
        plan.others.append(other)


def range_ahead(s: Scanner) -> bool:
    return s.ahead(*RANGES)
