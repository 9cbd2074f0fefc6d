"""The grammar of Korean sentences that say when something recurs: from text to a Plan.

A sentence is how often, on which days, and what limits them:

    매년 3월       셋째 주 수요일       (공휴일이면 다음 근무일),    10회
    heads          days                 qualifiers                   limits

A Plan is what the words say, before anyone decides which rule they mean.
"""

from __future__ import annotations

import re

from probity._sentences.korean.days import read_days, read_other_dates
from probity._sentences.korean.limits import read_limit, read_qualifier
from probity._sentences.korean.plan import DAYS, Plan
from probity._sentences.korean.scanner import Scanner

_UNITS = {
    "년": "YEARLY",
    "해": "YEARLY",
    "개월": "MONTHLY",
    "달": "MONTHLY",
    "주일": "WEEKLY",
    "주": "WEEKLY",
    "일": "DAILY",
}
_EACH = {
    "매년": ("YEARLY", 1),
    "해마다": ("YEARLY", 1),
    "매해": ("YEARLY", 1),
    "격년": ("YEARLY", 2),
    "매월": ("MONTHLY", 1),
    "매달": ("MONTHLY", 1),
    "달마다": ("MONTHLY", 1),
    "월별": ("MONTHLY", 1),
    "격월": ("MONTHLY", 2),
    "매주": ("WEEKLY", 1),
    "주마다": ("WEEKLY", 1),
    "격주": ("WEEKLY", 2),
    "매일": ("DAILY", 1),
    "날마다": ("DAILY", 1),
    "격일": ("DAILY", 2),
    "이틀마다": ("DAILY", 2),
    "사흘마다": ("DAILY", 3),
}
_QUARTERS = ("매분기별", "매분기", "분기별", "분기마다", "각분기", "분기")
_HALVES = (
    *("매반기별", "매반기", "반기별", "반기마다", "각반기", "반기"),
    *("상·하반기", "상하반기", "상반기및하반기", "상반기와하반기", "상,하반기", "상ㆍ하반기"),
)
_QUARTER = re.compile("제?([1-4])(?:/4)?분기")
_YEAR = re.compile("[0-9]{4}년")
_NATIVE = {"한": 1, "두": 2, "세": 3, "네": 4}
_TIMES = re.compile(
    r"(연간|연|년|월|주|분기|반기|한해|일년|한달|일주일)?에?([0-9]{1,3}|[한두세네])(?:회|번(?!째)|차례)"
)


def read_plan(scanner: Scanner) -> Plan:
    """The plan of a whole sentence. Raises RuleError where it is not understood."""
    if scanner.done:
        scanner.fail(f"the sentence is empty; a rule is such as 매년 3월 {DAYS.split(', ')[3]}")
    plan = Plan()
    _heads(scanner, plan)
    read_days(scanner, plan)
    read_other_dates(scanner, plan)
    while read_qualifier(scanner, plan) or read_limit(scanner, plan):
        pass
    scanner.take("에")
    scanner.take("개최", "실시", "운영", "시행", "진행")
    scanner.take("한다", "합니다", "함", "예정")
    scanner.take(".")
    if not scanner.done:
        expected = "what follows is not understood" if plan.has_days else f"days such as {DAYS}"
        scanner.fail(expected)
    return plan


def _heads(s: Scanner, plan: Plan) -> None:
    while True:
        start = s.at
        if s.take("음력으로", "음력"):
            plan.lunar = True
        elif s.take("양력"):
            plan.lunar = False
        elif s.take("연중"):
            plan.in_year = True
        elif s.take("각각"):
            plan.together = False
        elif s.take("전체에서"):
            plan.together = True
        elif not (
            _times(s, plan)
            or _each(s, plan)
            or _block(s, plan)
            or _months(s, plan)
            or _months_in_brackets(s, plan)
        ):
            if _YEAR.match(s.text, s.at):
                s.fail("one year is named: a rule recurs, as with 매년")
            return
        if s.at > start:
            s.take("중에", "중", "에는", "에", "의", "간", ",")


def _times(s: Scanner, plan: Plan) -> bool:
    """연 3회, 월 1회: how often, not when."""
    match = _TIMES.match(s.text, s.at)
    # 매일, 10회 ends after ten days; 매월 2회 is twice a month.
    counts = s.text[s.at - 1 : s.at] != "," and bool(plan.heads or plan.block)
    if match is None or not (match[1] or counts):
        return False
    number = _NATIVE.get(match[2]) or int(match[2])
    plan.times = (number, match[1] or "", s.at)
    s.at = match.end()
    s.take("이상", "이내")
    # 분기별 1회(3월, 6월, 9월, 12월 말일): the days stand in brackets.
    if s.text.endswith(")") and s.take("("):
        s.text = s.text[:-1]
    return True


def _each(s: Scanner, plan: Plan) -> bool:
    word = s.take(*_EACH)
    if word:
        plan.heads.append(_EACH[word])
        if word != "매년":
            plan.in_year = False  # 연중 매월: all the year round
        s.take("로", "에", "마다")
        return True
    mark = s.at
    s.take("매")
    number = s.number()
    unit = s.take(*_UNITS) if number else ""
    if unit and number and s.take("마다", "간격으로", "간격", "에한번", "에1회", "에1번", "단위로"):
        plan.heads.append((_UNITS[unit], number))
        return True
    s.at = mark
    return False


def _block(s: Scanner, plan: Plan) -> bool:
    """분기별, 매반기, 상·하반기, 상반기, 2분기, 3/4분기, and the month of them that is meant."""
    start = s.at
    if s.take(*_QUARTERS):
        plan.block, plan.block_starts = 3, [1, 4, 7, 10]
    elif s.take(*_HALVES):
        plan.block, plan.block_starts = 6, [1, 7]
    elif s.take("상반기"):
        plan.block, plan.block_starts = 6, [1]
    elif s.take("하반기"):
        plan.block, plan.block_starts = 6, [7]
    else:
        match = _QUARTER.match(s.text, s.at)
        if match is None:
            return False
        s.at = match.end()
        plan.block, plan.block_starts = 3, [3 * int(match[1]) - 2]
    s.take("의", ",")
    mark = s.at
    n = s.ordinal()
    if n is not None and not s.ahead("월요일") and s.take("달", "월"):
        if not 1 <= abs(n) <= plan.block:
            s.fail(f"a month of these is 1 to {plan.block}", mark)
        _set_block_month(plan, n)
    elif s.at == mark and s.take("말월"):
        _set_block_month(plan, -1)
    else:
        s.at = mark
    return s.at > start


def _set_block_month(plan: Plan, n: int) -> None:
    offset = n - 1 if n > 0 else plan.block + n
    plan.months = [(start + offset, False) for start in plan.block_starts]
    plan.month_of_block = True


def _months(s: Scanner, plan: Plan) -> bool:
    if plan.months:
        return False
    if s.ahead("매홀수", "매짝수"):
        s.take("매")
    plan.months = s.months()
    plan.month_of_block = bool(plan.block and plan.months)
    return bool(plan.months)


def _months_in_brackets(s: Scanner, plan: Plan) -> bool:
    """격월(짝수 달): the months that a step would come to."""
    mark = s.at
    if s.take("(") and _months(s, plan) and s.take(")"):
        if plan.heads and plan.heads[-1][0] == "MONTHLY":
            plan.heads[-1] = ("MONTHLY", 1)
        return True
    s.at = mark
    return False
