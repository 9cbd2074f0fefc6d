"""Deadlines in a Korean sentence that follow a period: 분기 종료 후 10일 이내."""

from __future__ import annotations

import re

from probity._sentences.korean.plan import WORKING, Plan
from probity._sentences.korean.scanner import Scanner

NEXT_MONTH = ("그다음달", "다음달", "다음월", "익월", "차월", "내달", "이듬달")
_AFTER = re.compile(
    "(?:(?:종료일이속하는|종료일이속한|끝나는)달의말일(?=로?부터)"
    "|(?:말일?|말월|마지막달)?(?:의)?(?:종료|경과|만료|마감|종결|끝난|끝나는|지난))"
    "(?:일|월|된날|한날|날)?(?:로)?(?:부터|한후|된후|후|뒤|이후|한때부터)"
)
# 3월 이내 is three months in older laws.
_OLD_MONTHS = re.compile("([0-9]{1,2})월(이내|내|안)")
_WITHOUT_DAYS_OFF = re.compile(
    "[(](?:(?P<holidays>공휴일)"
    "|(?:토요일·공휴일|토·일·공휴일|토·일요일·공휴일|토·공휴일|주말·공휴일|토요일및공휴일"
    "|토·일요일및공휴일|주말및공휴일|휴일|휴무일|비근무일|토요일과공휴일|토요일,공휴일|토,일,공휴일))"
    "(?:은|을|는)?제외[)]"
    f"|[(](?:{'|'.join(WORKING)})(?:수)?(?:기준)?[)]"
)


def read_after_period(s: Scanner, plan: Plan) -> bool:
    """분기 종료 후 10일 이내: a time after the period, counted from the day after its last."""
    mark = s.at
    if not (plan.block or plan.heads):
        month = s.take("월", "년", "연도")
        if month and s.ahead("종료", "경과", "말일부터"):
            plan.heads.append(("MONTHLY" if month == "월" else "YEARLY", 1))
        else:
            s.at = mark
            return False
    s.take("이", "가", "의")
    match = _AFTER.match(s.text, s.at)
    if match is None:
        s.at = mark
        return False
    s.at = match.end()
    if s.ahead(*NEXT_MONTH):
        return True
    months = _OLD_MONTHS.match(s.text, s.at)
    s.at = months.start(2) if months is not None else s.at
    plan.after_period = (int(months[1]), "month") if months is not None else s.duration()
    if plan.after_period is None:
        s.fail(f"{s.rest()} is no time after a period: 10일 이내, 2개월 이내", s.at)
    _count_working_days(s, plan)
    if s.take("이내에", "이내", "안에", "내에", "내", "까지", "이전에"):
        plan.deadline = True
    elif not s.take("되는날", "째되는날", "째", "후", "에"):
        s.fail(f"{s.rest()}: does it end by then, or on that day: 10일 이내, 10일째", s.at)
    _count_working_days(s, plan)
    return True


def _count_working_days(s: Scanner, plan: Plan) -> None:
    """10일(토요일·공휴일 제외), 10일(근무일 기준): days off do not count."""
    number, unit = plan.after_period or (0, "")
    match = _WITHOUT_DAYS_OFF.match(s.text, s.at) if unit == "day" else None
    if match is None:
        return
    if match["holidays"]:
        s.fail(f"{match[0]}: do Saturdays count? {number}근무일 counts working days")
    s.at = match.end()
    plan.after_period = (number, "working_day")


def read_edge(s: Scanner, plan: Plan) -> bool:
    """분기 시작 10일 전, 연도 종료 2주 전: the day of which the period begins, or ends."""
    mark = s.at
    if not (plan.block or plan.heads) or plan.months:
        return False
    begins = s.take("시작일", "개시일", "시작", "개시")
    ends = "" if begins else s.take("종료일", "만료일", "마감일", "종료", "만료", "마감")
    at = s.at
    length = s.duration() if begins or ends else None
    if length is None or not s.ahead("전", "이전"):
        s.at = mark
        return False
    s.at = at
    if plan.heads and plan.heads[-1][0] == "YEARLY" and not plan.block:
        plan.months = [(1 if begins else 12, False)]
    plan.month_days = [1 if begins else -1]
    return True
