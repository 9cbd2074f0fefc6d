"""What limits the days of a Korean sentence: in which case, on a day off, until when."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from probity._sentences.korean.days import group_of_weekdays, read_days
from probity._sentences.korean.plan import MONDAY_TO_FRIDAY, WORKING, Plan
from probity._sentences.korean.scanner import Scanner

_DATE = re.compile("([0-9]{4})(?:[.-]|년)([0-9]{1,2})(?:[.-]|월)([0-9]{1,2})(?:[.]|일)?까지")
_CLOCK = re.compile("([0-9]{1,2}):([0-9]{2})(?::00)?(?![0-9])")
_OFF_DAY = re.compile(
    r"(그날이|그날짜가|해당일이)?(?:토요일|일요일|토·일요일|주말|법정공휴일|공휴일|휴일|휴무일"
    r"|[·,]|및|또는|이나|나|이거나){1,8}"
    r"(?:이면|인경우|일경우|인때|일때|인날|과겹치면|과겹칠경우)(?:에)?(?:는|은)?,?(?:그)?"
)


def read_qualifier(s: Scanner, plan: Plan) -> bool:
    """중 수요일, (금요일인 경우), (공휴일이면 다음 근무일), 15:20: whether one stood here."""
    mark = s.at
    if s.take("중"):
        if _among(s, plan):
            return True
        s.at = mark
    bracket = bool(s.take("("))
    if (
        _case(s, plan, bracket)
        or _adjustment(s, plan)
        or (bracket and (_notes(s, plan) or _clock(s, plan)))
    ):
        if bracket and not s.take(")"):
            s.fail("a closing bracket is missing")
        return True
    s.at = mark
    if s.take("마다"):
        return True
    return _clock(s, plan)


def _among(s: Scanner, plan: Plan) -> bool:
    """화·목요일 중 첫째 날, 14~20일 중 수요일, 8~14일 중 첫째 월요일."""
    if s.take("연중"):
        plan.in_year = True
    ordinals = s.ordinals()
    if ordinals and s.take("날"):
        plan.positions += ordinals
        return True
    if ordinals and group_of_weekdays(s, plan, ordinals):
        return True
    if s.take("평일"):
        plan.by_name = bool(s.take("(월~금요일)", "(월~금)"))
        plan.weekdays += MONDAY_TO_FRIDAY
        return not ordinals
    weekdays = s.weekdays(loose=False)
    plan.weekdays += weekdays
    plan.positions += ordinals if weekdays else []
    if weekdays or ordinals:
        return bool(weekdays)
    days = s.month_days()
    plan.month_days += days
    return bool(days)


def _case(s: Scanner, plan: Plan, bracket: bool) -> bool:
    """(금요일인 경우), (1일이나 2일인 경우), (4월인 경우)."""
    mark = s.at
    inner = replace(plan, weekdays=[], month_days=[], year_days=[], ordinals=[], months=[])
    inner.months = s.months()
    if inner.months:
        inner.lunar = plan.lunar
    elif bracket:
        read_days(s, inner)
    if bracket and s.take("인경우", "일경우", "이면"):
        if s.ahead("다음", "그", "익", "전", "직전"):
            s.at = mark
            return False
        plan.months = plan.months or inner.months
        plan.weekdays = plan.weekdays + inner.weekdays
        plan.month_days = plan.month_days + inner.month_days
        plan.year_days = plan.year_days + inner.year_days
        plan.ordinals = plan.ordinals + inner.ordinals
        return True
    s.at = mark
    return False


def _adjustment(s: Scanner, plan: Plan) -> bool:
    """공휴일이면 다음 근무일: what happens on a day off."""
    match = _OFF_DAY.match(s.text, s.at)
    if match is None:
        return False
    start, s.at = s.at, match.end()
    if s.take("다음", "익", "이후", "후"):
        plan.roll = "following"
    elif s.take("직전", "이전", "전", "앞"):
        plan.roll = "preceding"
    else:
        s.fail("such as 공휴일이면 다음 근무일, 휴일인 경우 직전 근무일", start)
    if not s.take(*WORKING, "평일", "날", "일"):
        s.fail("a working day is meant: 다음 근무일", start)
    s.take("에", "로")
    return True


def _notes(s: Scanner, plan: Plan) -> bool:
    """(한 주의 시작은 일요일), (그날이 없는 달은 말일)."""
    start = s.at
    while True:
        mark = s.at
        if s.take("한주의시작은"):
            days = s.weekdays(loose=False)
            if len(days) != 1:
                s.fail("one weekday begins a week")
            plan.week_start = days[0]
        elif s.take("그날이없는달은", "그날이없는해는", "그윤달이없는해는"):
            before = s.take("말일", "마지막날", "전달말일", "전년도마지막날", "앞달")
            after = s.take("다음달1일", "다음해첫날", "1일", "첫날", "다음달")
            if not (before or after):
                s.fail("such as 그날이 없는 달은 말일")
            plan.skip = "BACKWARD" if before else "FORWARD"
        else:
            s.at = mark
            return s.at > start
        s.take(",")


def _clock(s: Scanner, plan: Plan) -> bool:
    """15:20, 오후 3시, 10시 30분, 10:00~12:00."""
    start = s.at
    begins = _time_of_day(s, "")
    if begins is None:
        return False
    if plan.time is not None:
        s.fail("one time of day is read", start)
    time, half = begins
    plan.time = time
    mark = s.at
    if s.range_sign():
        ends = _time_of_day(s, half)
        if ends is None:
            s.at = mark
        elif ends[0] <= time:
            s.fail("it ends before it begins", mark)
        else:
            plan.ends = ends[0]
            s.take("까지")
    s.take("부터", "에")
    return True


def _time_of_day(s: Scanner, half: str) -> tuple[datetime.time, str] | None:
    """A time, and 오후 where both ends of a range are meant by it: 오후 2시~4시."""
    mark = s.at
    half = s.take("오전", "오후") or half
    match = _CLOCK.match(s.text, s.at)
    if match is not None:
        s.at = match.end()
        hour, minute = int(match[1]), int(match[2])
    else:
        number = s.number()
        if number is None or not s.take("시"):
            s.at = mark
            return None
        hour, minute = number, 30 if s.take("반") else 0
        inner = s.at
        minutes = s.number()
        if minutes is not None and s.take("분"):
            minute = minutes
        else:
            s.at = inner
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "오후" else 0)
    if hour > 23 or minute > 59:
        s.fail("a time of day is 00:00 to 23:59", mark)
    return datetime.time(hour, minute), half if half == "오후" else ""


def read_limit(s: Scanner, plan: Plan) -> bool:
    """6~8월에만, 10회, 2026. 12. 31.까지: whether one stood here."""
    mark = s.at
    s.take(",")
    if _until(s, plan) or _only(s, plan):
        return True
    number = s.number()
    if number is not None and s.take("회", "번"):
        if not 1 <= number <= 2**31 - 1:
            s.fail("it recurs once or more", mark)
        plan.count = number
        return True
    s.at = mark
    return False


def _until(s: Scanner, plan: Plan) -> bool:
    match = _DATE.match(s.text, s.at)
    if match is None:
        return False
    try:
        plan.until = datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        s.fail(f"{match[0]}: there is no such date")
    s.at = match.end()
    return True


def _only(s: Scanner, plan: Plan) -> bool:
    """6~8월에만, 월·수요일에만, 매월 13일 중 금요일에만."""
    mark = s.at
    inner = Plan(lunar=bool(s.take("음력")))
    s.take("매월")
    inner.months = s.months()
    if not s.ahead("에만"):
        read_days(s, inner)
        if s.take("중") and not _among(s, inner):
            s.at = mark
            return False
    if not s.take("에만"):
        s.at = mark
        return False
    plan.lunar = plan.lunar or inner.lunar
    plan.months = plan.months or inner.months
    plan.weekdays = plan.weekdays + inner.weekdays
    plan.month_days = plan.month_days + inner.month_days
    return True
