"""What a Korean sentence makes of the days that it names: 추석 전 2주간, 1일부터 15일까지."""

from __future__ import annotations

from probity._sentences.korean.days import read_item
from probity._sentences.korean.plan import Plan
from probity._sentences.korean.scanner import Scanner

_BEFORE = ("이전", "직전", "전", "앞")
_AFTER = ("이후", "직후", "후", "뒤")
_LASTING = ("간", "동안", "에걸쳐")
_DAYS = {"day": 1, "week": 7}


def read_span(s: Scanner, plan: Plan) -> None:
    """What follows the days: a move, a run of days, or a deadline."""
    if plan.month_run and not plan.has_days and not plan.heads[1:]:
        if s.done or not s.ahead("매"):
            plan.whole_months = True
        return
    if not plan.has_days or plan.after_period:
        return
    if plan.feasts and s.take("전주"):
        plan.containing, plan.shift = True, -7
    _move(s, plan)
    if not (_around(s, plan) or _run(s, plan)):
        _lasting(s, plan)
    _deadline(s, plan)


def _move(s: Scanner, plan: Plan) -> None:
    """전날, 3일 전, 2주 후."""
    if s.take("전날", "전일", "하루전"):
        plan.shift = -1
        return
    if s.take("다음날", "이튿날", "익일"):
        plan.shift = 1
        return
    mark = s.at
    s.take("로부터", "부터", "기준", "의")
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
    else:
        s.fail("days or weeks are meant: 추석 2주 전", mark)


def _around(s: Scanner, plan: Plan) -> bool:
    """전 2주간, 후 1주일, 전후 3일간."""
    mark = s.at
    both = bool(s.take("전·후", "전후"))
    before = both or bool(s.take(*_BEFORE))
    if not before and not s.take(*_AFTER):
        return False
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
    if not s.take("부터", "에서", "~", "-"):
        return False
    length = s.duration()
    if length is not None:
        if s.take(*_LASTING) or s.done or length[1] == "week":
            plan.lasts = length
            return True
        if s.take("이내에", "이내", "내에", "안에"):
            if length[1] not in _DAYS:
                s.fail("days or weeks are meant: 말일부터 10일 이내", mark)
            plan.shift += length[0] * _DAYS[length[1]]
            plan.deadline = True
            return True
    s.at = mark
    s.take("부터", "에서", "~", "-")
    if plan.shift < 0:
        # 추석 2주 전부터 전날까지, 당일까지.
        word = s.take("전날", "전일", "당일", "그날")
        if word:
            plan.lasts = (-plan.shift + (word in ("당일", "그날")), "day")
            s.take("까지")
            return True
    to = Plan(heads=list(plan.heads), lunar=plan.lunar)
    if s.take("다음달", "익월", "그다음달", "차월"):
        to.next_month = True
    s.take("다음해", "익년도", "익년", "이듬해", "다음연도", "다음년도", "의")
    s.take("의")
    to.months = s.months()
    if not read_item(s, to):
        if to.months and not s.ranged and plan.month_days:
            to.month_days = [-1]  # 3월 1일부터 5월까지
        else:
            s.at = mark
            return False
    if len(to.feasts) < len(plan.feasts):
        s.fail(f"{'·'.join(plan.feasts)} begin, but {'·'.join(to.feasts) or 'one day'} ends", mark)
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


def _listed(s: Scanner, plan: Plan, to: Plan, mark: int) -> None:
    """8일부터 14일까지 중 수요일: the days of a run, of which one is meant."""
    same = len(plan.month_days) == len(to.month_days) == 1 and plan.months == to.months
    if not same or not 0 < plan.month_days[0] < to.month_days[0]:
        s.fail("days of one month are meant of which one is chosen: 8~14일 중 수요일", mark)
    plan.month_days = list(range(plan.month_days[0], to.month_days[0] + 1))
    s.at -= 1  # 중


def _lasting(s: Scanner, plan: Plan) -> None:
    """셋째 주 월요일에 3일간, 첫째 주 2주간."""
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
    if s.take("이내에", "이내", "까지는", "까지"):
        plan.deadline = plan.to is None and plan.around is None
