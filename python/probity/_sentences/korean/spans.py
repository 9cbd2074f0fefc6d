"""What a Korean sentence makes of the days that it names: 추석 전 2주간, 1일부터 15일까지."""

from __future__ import annotations

import re

from probity._sentences.korean.days import read_item
from probity._sentences.korean.feasts import read_part_of_week
from probity._sentences.korean.plan import WORKING, Plan
from probity._sentences.korean.scanner import Scanner
from probity.korean import WEEKDAYS

_BEFORE = ("이전", "직전", "전", "앞")
_AFTER = ("이후", "직후", "후", "뒤")
_WEEKDAY_BESIDE = re.compile(
    "(?:(?P<before>(?:직|바로)?전(?:마지막)?)|(?:직|바로)?(?:다음|후)(?:첫|첫째|첫번째)?)"
    "(?P<day>[월화수목금토일])요일"
)
_DAY_WITH_STOP = re.compile("([0-9]{1,2})[.](?![0-9])")
# 추석 전 마지막 근무일, 연휴 다음 첫 근무일.
_WORKED_BESIDE = re.compile(
    f"(?:(?P<before>(?:바로|직)?전(?:의)?(?:마지막|최종|직전)?)"
    f"|(?:바로|직)?(?:후|다음|뒤)(?:의)?(?:첫|첫째|최초)?(?:번째)?)(?:{'|'.join(WORKING)})"
)
_LASTING = ("간", "동안", "에걸쳐")
_NEXT_YEAR = ("다음해", "익년도", "익년", "이듬해", "다음연도", "다음년도", "그다음해")
_DAYS = {"day": 1, "week": 7}


def read_span(s: Scanner, plan: Plan) -> None:
    """What follows the days: a move, a run of days, or a deadline."""
    if plan.months and not plan.has_days and not plan.month_run:
        _months_over_the_year(s, plan)
    if plan.month_run and not plan.has_days and not plan.heads[1:]:
        stepped = any(name != "YEARLY" for name, _ in plan.heads)
        if not stepped and (s.done or not s.ahead("매")):
            plan.whole_months = True
        return
    if not plan.has_days or plan.after_period:
        return
    if plan.feasts and not plan.containing and not s.ahead("전주말", "다음주말"):
        week = s.take("전주간", "전주", "지난주", "다음주간", "다음주", "후주")
        if week:
            plan.containing, plan.shift = True, 7 if week[0] in "다후" else -7
            read_part_of_week(s, plan)
    _move(s, plan)
    if not (_around(s, plan) or _run(s, plan)):
        _lasting(s, plan)
    _deadline(s, plan)


def _months_over_the_year(s: Scanner, plan: Plan) -> None:
    """11월부터 다음 해 2월까지: whole months."""
    mark = s.at
    if s.take("부터", "~", "-") and s.take(*_NEXT_YEAR):
        last = s.months()
        if len(last) == len(plan.months) == 1 and last[0][0] < plan.months[0][0]:
            plan.month_run = plan.months[0][0], last[0][0]
            s.take("까지", "말까지")
            s.take(*_LASTING)
            return
    s.at = mark


def _move(s: Scanner, plan: Plan) -> None:
    """전날, 3일 전, 2주 후."""
    if s.take("전날", "전일", "하루전"):
        plan.shift = -1
        return
    if s.take("다음날", "이튿날", "익일"):
        plan.shift = 1
        return
    mark = s.at
    match = _WORKED_BESIDE.match(s.text, s.at)
    if match is not None:
        s.at = match.end()
        plan.working_shift = -1 if match["before"] else 1
        return
    if _weekday_beside(s, plan):
        return
    s.take("로부터", "부터", "기준", "의", "각각", "각")
    length = s.duration()
    before = after = False
    if length is not None:
        before = bool(s.take("이전", "전"))
        after = not before and bool(s.take("이후", "후", "뒤"))
    if length is None or not (before or after) or s.ahead("후"):
        s.at = mark
        return
    number, unit = length
    if unit == "working_day":
        plan.working_shift = -number if before else number
    elif unit in _DAYS:
        plan.shift = (-1 if before else 1) * number * _DAYS[unit]
    elif not _move_by_months(plan, -number if before else number):
        s.fail(f"{s.text[mark : s.at]}: days or weeks are meant, such as 2주 전", mark)


def _weekday_beside(s: Scanner, plan: Plan) -> bool:
    """둘째 월요일 다음 수요일, 둘째 월요일 전 금요일."""
    match = _WEEKDAY_BESIDE.match(s.text, s.at)
    if match is None or len(plan.ordinals) != 1 or plan.containing:
        return False
    away = WEEKDAYS.index(match["day"]) - plan.ordinals[0][1]
    plan.shift = -((-away - 1) % 7 + 1) if match["before"] else (away - 1) % 7 + 1
    s.at = match.end()
    return True


def _move_by_months(plan: Plan, number: int) -> bool:
    """회계연도 종료 3개월 전, 분기 말일부터 1개월 이내: from an edge of a month."""
    if plan.year_days == [-1]:
        plan.year_days, plan.months, plan.month_days = [], [(12, False)], [-1]
    if plan.block and not plan.month_of_block:
        edge = plan.block - 1 if plan.month_days == [-1] else 0
        plan.months = [(start + edge, False) for start in plan.block_starts]
        plan.month_of_block = True
    if plan.month_days not in ([1], [-1]) or not plan.months or plan.lunar:
        return False
    plan.months = sorted(((month - 1 + number) % 12 + 1, False) for month, _ in plan.months)
    return True


def _around(s: Scanner, plan: Plan) -> bool:
    """전 2주간, 후 1주일, 전후 3일간."""
    mark = s.at
    both = bool(s.take("전·후", "전후"))
    before = both or bool(s.take(*_BEFORE))
    if not before and not s.take(*_AFTER):
        return False
    s.take("각각", "각")
    length = s.duration()
    if length is None or length[1] not in _DAYS:
        s.at = mark
        return False
    after_that = s.take(*_LASTING, "이내", "동안")
    if after_that == "" and length[1] == "day":
        # 추석 전 3일: the day or the days?
        s.fail(f"which is meant, {s.text[mark : s.at]}간 or {length[0]}일 전", mark)
    days = length[0] * _DAYS[length[1]]
    plan.around = (days if before else 0, days if both or not before else 0)
    return True


def _run(s: Scanner, plan: Plan) -> bool:
    """부터 금요일까지, ~ 다음 달 5일."""
    mark = s.at
    s.take("(")
    if s.at > mark:
        s.at = mark
        return False
    if not s.take("로부터", "부터", "에서", "~", "-"):
        return False
    length = s.duration()
    if length is not None:
        # 20일부터 25일 ends on the 25th; it lasts with 25일간.
        if s.take(*_LASTING) or length[1] == "week" or (s.done and length[1] == "month"):
            plan.lasts = length
            return True
        if s.take("이내에", "이내", "내에", "안에"):
            plan.deadline = True
            if length[1] in _DAYS:
                plan.shift += length[0] * _DAYS[length[1]]
            elif length[1] == "working_day":
                plan.working_shift = length[0]
            elif not _move_by_months(plan, length[0]):
                s.fail("days or weeks are meant: 15일부터 10일 이내", mark)
            return True
    s.at = mark
    s.take("로부터", "부터", "에서", "~", "-")
    if plan.shift < 0:
        # 추석 2주 전부터 전날까지, 당일까지.
        word = s.take("전날", "전일", "당일", "그날")
        if word:
            plan.lasts = (-plan.shift + (word in ("당일", "그날")), "day")
            s.take("까지")
            return True
    to = Plan(heads=list(plan.heads), lunar=plan.lunar)
    if _dotted_day(s, plan, to):
        plan.to = to
        return True
    if s.take("다음달", "익월", "그다음달", "차월"):
        to.next_month = True
    s.take(*_NEXT_YEAR, "의")
    s.take("의")
    to.months = s.months()
    if not read_item(s, to):
        if to.months and not s.ranged and plan.month_days:
            to.month_days = [-1]  # 3월 1일부터 5월까지
        else:
            s.at = mark
            return False
    if to.year_days == [-1] and plan.months and not plan.year_days:
        to.year_days, to.month_days = [], [-1]  # 3월 2일부터 말일까지
    by_weekday = plan.ordinals or plan.weeks or plan.feasts or plan.working is not None
    if by_weekday and to.month_days and not (to.months or to.next_month or s.ahead("까지")):
        s.fail(f"which is meant, {s.text[mark : s.at]}간 or {s.text[mark : s.at]}까지", mark)
    if len(to.feasts) < len(plan.feasts):
        s.fail(f"{'·'.join(plan.feasts)} begin, but {'·'.join(to.feasts) or 'one day'} ends", mark)
    if to.weekdays and not (to.ordinals or to.weeks or plan.weekdays or plan.ordinals):
        s.fail("which of them ends it: the first after it is said as 부터 며칠간", mark)
    if not to.months:
        to.months = [] if to.next_month else list(plan.months)
    if to.shift == 0:
        _move(s, to)
    s.take("까지")
    if s.take("중") and not s.done:
        _listed(s, plan, to, mark)
        return True
    plan.to = to
    s.take(*_LASTING)
    return True


def _dotted_day(s: Scanner, plan: Plan, to: Plan) -> bool:
    """12. 1. ~ 15.: a day of the same month, as dates with full stops have it."""
    match = _DAY_WITH_STOP.match(s.text, s.at)
    if match is None or len(plan.months) != 1 or len(plan.month_days) != 1:
        return False
    s.at = match.end()
    to.months, to.month_days = list(plan.months), [int(match[1])]
    return True


def _listed(s: Scanner, plan: Plan, to: Plan, mark: int) -> None:
    """8일부터 14일까지 중 수요일: the days of a run, of which one is meant."""
    same = len(plan.month_days) == len(to.month_days) == 1 and plan.months == to.months
    if not same or not 0 < plan.month_days[0] < to.month_days[0]:
        s.fail("days of one month are meant of which one is chosen: 8~14일 중 수요일", mark)
    plan.month_days = list(range(plan.month_days[0], to.month_days[0] + 1))
    s.at -= 1  # 중


def _lasting(s: Scanner, plan: Plan) -> None:
    """셋째 주 월요일에 3일간, 첫째 주 2주간."""
    if plan.weeks and not plan.weekdays and s.take("동안", "내내"):
        return
    mark = s.at
    s.take("에", "(")
    length = s.duration()
    if length is not None and s.take(*_LASTING):
        if s.text[mark : mark + 1] == "(":
            s.take(")")
        plan.lasts = length
        return
    s.at = mark


def _deadline(s: Scanner, plan: Plan) -> None:
    mark = s.at
    if plan.feasts and s.ahead("전", "이전", "후", "이후"):
        s.fail(f"how many days are meant: {plan.feasts[0]} 전 7일간, {plan.feasts[0]} 3일 전", mark)
    if s.take("전까지", "이전까지", "이전", "전"):
        s.fail("is the day itself meant, or the day before: 10일까지, 9일까지", mark)
    limit = s.take("이내에", "이내", "까지는", "까지", "한")
    if limit == "한" and not (s.done or s.take("(한)") or s.ahead(")", "(", ",", ".")):
        s.at -= 1
    elif limit:
        plan.deadline = plan.to is None and plan.around is None
