"""How often a Korean sentence says that something recurs: 매년 3월, 분기별 1회, 다음 달."""

from __future__ import annotations

import datetime
import re

from probity._sentences.korean.after_period import NEXT_MONTH, read_after_period, read_edge
from probity._sentences.korean.exclusions import read_exclusion
from probity._sentences.korean.plan import Plan
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
_STEPS_ON = re.compile("부터(?:매|격|홀수|짝수|[0-9]{1,2}개월(?:마다|간격))")
_EACH = {
    "매년도": ("YEARLY", 1),
    "매년": ("YEARLY", 1),
    "해마다": ("YEARLY", 1),
    "매해": ("YEARLY", 1),
    **dict.fromkeys(("매회계연도", "해당회계연도", "당해회계연도", "회계연도"), ("YEARLY", 1)),
    **dict.fromkeys(("매사업연도", "해당사업연도", "사업연도"), ("YEARLY", 1)),
    **dict.fromkeys(("매연도", "당해연도", "해당연도", "당해년도"), ("YEARLY", 1)),
    "격년": ("YEARLY", 2),
    "매월": ("MONTHLY", 1),
    "매달": ("MONTHLY", 1),
    "달마다": ("MONTHLY", 1),
    "다달이": ("MONTHLY", 1),
    "월별": ("MONTHLY", 1),
    **dict.fromkeys(("해당월", "당해월", "해당달", "당월"), ("MONTHLY", 1)),
    "격월": ("MONTHLY", 2),
    "격달": ("MONTHLY", 2),
    "매주": ("WEEKLY", 1),
    "주마다": ("WEEKLY", 1),
    "주별": ("WEEKLY", 1),
    "격주": ("WEEKLY", 2),
    "매일": ("DAILY", 1),
    "날마다": ("DAILY", 1),
    "격일": ("DAILY", 2),
    "이틀마다": ("DAILY", 2),
    "사흘마다": ("DAILY", 3),
}
_QUARTERS = ("매분기별", "매분기", "분기별", "분기마다", "각분기별", "각분기", "해당분기", "분기")
_HALVES = (
    *("매반기별", "매반기", "반기별", "반기마다", "각반기별", "각반기", "해당반기", "반기"),
    *("상·하반기", "상하반기", "상반기및하반기", "상반기와하반기", "상,하반기", "상반기·하반기"),
    *("상반기,하반기", "상/하반기"),
)
_QUARTER = re.compile("제?([1-4])(?:/4)?분기")
_SOME_QUARTERS = re.compile("[1-4](?:[·,][1-4]){1,3}분기")
_YEAR = re.compile("[0-9]{4}(?:년|[./-][0-9]{1,2}[./-]?)(?!부터)|['`][0-9]{2}[.년]")
_FROM = re.compile(
    r"([0-9]{4})(?:년도?|[.])(?:([0-9]{1,2})(?:월|[.])(?:([0-9]{1,2})(?:일|[.])?)?)?부터"
)
_TO = re.compile(
    "(?:([0-9]{4})(?:년|[.]))?([0-9]{1,2})(?:월|[.])(?:([0-9]{1,2})(?:일|[.])|말일?)?까지"
)
_NATIVE = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "열두": 12}
_PERIODS = {
    **dict.fromkeys(("연간", "연", "년", "한해", "일년", "1년"), "year"),
    **dict.fromkeys(("반기",), "half_year"),
    **dict.fromkeys(("분기",), "quarter"),
    **dict.fromkeys(("월간", "월", "한달", "1개월"), "month"),
    **dict.fromkeys(("주간", "주", "일주일", "1주"), "week"),
    **dict.fromkeys(("일", "하루"), "day"),
}
_TIMES = re.compile(
    f"({'|'.join(sorted(_PERIODS, key=len, reverse=True))})?(?:당|중|별|동안)?(?:에)?"
    r"(?:총|각|최소|적어도|최대)?([0-9]{1,3}|한|두|세|네|다섯|여섯|열두)(?:회|번|차례)(?!째)"
)
_MONTHS_LONG = {
    **dict.fromkeys(("두달", "2개월", "2달"), 2),
    **dict.fromkeys(("석달", "세달", "3개월", "3달"), 3),
    **dict.fromkeys(("넉달", "네달", "4개월"), 4),
    **dict.fromkeys(("여섯달", "6개월"), 6),
}
_NEXT_YEAR = (
    *("그다음해", "다음해", "다음연도", "다음년도", "다음회계연도", "익년도", "익년"),
    *("차년도", "차년", "이듬해", "다음년"),
)
_BLOCKS = {"quarter": (3, [1, 4, 7, 10]), "half_year": (6, [1, 7])}


def read_heads(s: Scanner, plan: Plan) -> None:
    """All that says how often, up to the days."""
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
            read_begin(s, plan)
            or read_after_period(s, plan)
            or read_edge(s, plan)
            or _next(s, plan)
            or (plan.block and not plan.month_of_block and _block_month(s, plan))
            or read_times(s, plan)
            or _each(s, plan)
            or _block(s, plan)
            or (plan.heads and not plan.months and read_exclusion(s, plan))
            or (not plan.months and read_exclusion(s, plan))
            or _months(s, plan)
            or _months_in_brackets(s, plan)
        ):
            if _YEAR.match(s.text, s.at):
                s.fail("one year is named: a rule recurs, as with 매년 or 2026년부터 매년")
            return
        if plan.month_days:
            return
        if s.at > start and not s.ahead("중순"):
            mark = s.at
            if (
                s.take("중에서", "중에", "중", "에는", "에서", "에", "의", "간", ",", ":") == "중"
                and s.done
            ):
                s.at = mark
                return


def read_begin(s: Scanner, plan: Plan) -> bool:
    """2026년부터, 2026년 4월부터, 2026. 4. 1.부터; 2026년 4월부터 12월까지."""
    match = _FROM.match(s.text, s.at)
    if match is None:
        return False
    try:
        plan.begins = datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        s.fail(f"{match[0]}: there is no such date")
    s.at = match.end()
    to = _TO.match(s.text, s.at)
    if to is not None:
        year, month = int(to[1] or match[1]), int(to[2])
        month_after = datetime.date(year + month // 12, month % 12 + 1, 1) if month <= 12 else None
        try:
            if to[3]:
                plan.until = datetime.date(year, month, int(to[3]))
            elif month_after is not None:
                plan.until = month_after - datetime.timedelta(1)
        except ValueError:
            s.fail(f"{to[0]}: there is no such date")
        if plan.until is None or plan.until < plan.begins:
            s.fail(f"{to[0]}: it ends before it begins")
        s.at = to.end()
    return True


def _next(s: Scanner, plan: Plan) -> bool:
    """다음 달, 익월, 다음 해, 다음 분기."""
    mark = s.at
    before = (
        "종료월의",
        "종료월",
        "말월의",
        "종료",
        "마지막달의",
        "말의",
        "말일",
        "말",
        "가끝나는달의",
        "이끝나는달의",
    )
    if s.take(*before) and not s.ahead(*NEXT_MONTH):
        s.at = mark
    if s.take(*NEXT_MONTH):
        plan.next_month = True
    elif s.take(*_NEXT_YEAR):
        plan.heads = plan.heads or [("YEARLY", 1)]
    elif s.take("다음주", "차주"):
        plan.heads = plan.heads or [("WEEKLY", 1)]
    elif s.take("다음", "차", "익"):
        if not s.ahead("분기", "반기"):
            s.at = mark
            return False
    else:
        return False
    return s.at > mark


def read_times(s: Scanner, plan: Plan) -> bool:
    """연 3회, 월 1회: how often, not when."""
    match = _TIMES.match(s.text, s.at)
    # 매일, 10회 ends after ten days; 매월 2회 is twice a month.
    counts = s.text[s.at - 1 : s.at] != "," and bool(plan.heads or plan.block)
    if match is None or not (match[1] or counts):
        return False
    number = _NATIVE.get(match[2]) or int(match[2])
    period = _PERIODS.get(match[1] or "", "")
    plan.times = (number, period, s.at)
    s.at = match.end()
    if period in _BLOCKS and not (plan.block or plan.months):
        plan.block, plan.block_starts = _BLOCKS[period]
    s.take("씩")
    if s.take("이상", "이상씩"):
        plan.at_least = True
    elif s.take("이내", "이하", "까지"):
        plan.at_most = True
    # 분기별 1회(3월, 6월, 9월, 12월 말일): the days stand in brackets.
    if s.text.endswith(")") and s.take("("):
        s.text = s.text[:-1]
    return True


def _each(s: Scanner, plan: Plan) -> bool:
    word = s.take(*_EACH)
    if word:
        plan.heads.append(_EACH[word])
        if _EACH[word][0] != "YEARLY":
            plan.in_year = False  # 연중 매월: all the year round
        s.take("마다", "로", "에")
        return True
    mark = s.at
    each = bool(s.take("매"))
    number = s.number()
    unit = s.take(*_UNITS) if number else ""
    apart = ("마다", "간격으로", "간격", "단위로", "에한번", "에1회", "에1번", "당1회", "당한번")
    found = bool(unit) and bool(s.take(*apart))
    if not found and unit and number and number > 1 and unit != "일":
        # 매 2주 금요일, 2주 1회 금요일; 매 2일 names a day of the month
        found = each and not s.ahead("차", "째")
        found = bool(s.take("1회", "한번") and not s.ahead("째")) or found
    if found and number:
        plan.heads.append((_UNITS[unit], number))
        return True
    s.at = mark
    return False


def _block(s: Scanner, plan: Plan) -> bool:
    """분기별, 매반기, 상·하반기, 상반기, 2분기, 3/4분기, and the month of them that is meant."""
    start, before = s.at, (plan.block, list(plan.block_starts))
    found = _read_block(s, plan)
    if found and before[0] and before != (plan.block, plan.block_starts) and plan.times is None:
        s.fail("two periods are named: name one, or the months", start)
    return found


def _read_block(s: Scanner, plan: Plan) -> bool:
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
        match = _SOME_QUARTERS.match(s.text, s.at)
        if match is not None:
            numbers = [int(n) for n in re.findall("[0-9]", match[0])]
            if numbers[1:] == [4] and "·" in match[0]:
                named = f"{numbers[0]}분기와 4분기"
                s.fail(f"{match[0]}: {named}, or one of four, {numbers[0]}/4분기", start)
            s.at = match.end()
            plan.block, plan.block_starts = 3, [3 * n - 2 for n in numbers]
            _block_month(s, plan)
            return True
        match = _QUARTER.match(s.text, s.at)
        if match is None:
            return False
        s.at = match.end()
        plan.block, plan.block_starts = 3, [3 * int(match[1]) - 2]
        while s.take("·", ",", "및", "와", "과"):
            match = _QUARTER.match(s.text, s.at)
            if match is None:
                s.fail("another quarter is meant, such as 1·3분기")
            s.at = match.end()
            plan.block_starts.append(3 * int(match[1]) - 2)
    _block_month(s, plan)
    return s.at > start


def _block_month(s: Scanner, plan: Plan) -> bool:
    """첫째 달, 마지막 달: the month of a quarter or half-year that is meant."""
    start = s.at
    s.take("의", ",")
    mark = s.at
    n = s.ordinal()
    if n is not None and not s.ahead("월요일") and s.take("달", "월"):
        if not 1 <= abs(n) <= plan.block:
            s.fail(f"a month of these is 1 to {plan.block}", mark)
        _set_block_month(plan, n)
    elif s.at == mark and s.take("말월"):
        _set_block_month(plan, -1)
    elif s.at == mark and s.take("초월"):
        _set_block_month(plan, 1)
    else:
        s.at = mark if s.at > mark else s.at
        if s.at == mark and s.done:
            s.at = start
        return False
    return True


def _set_block_month(plan: Plan, n: int) -> None:
    offset = n - 1 if n > 0 else plan.block + n
    plan.months = [(start + offset, False) for start in plan.block_starts]
    plan.month_of_block = True


def _months(s: Scanner, plan: Plan) -> bool:
    if plan.months:
        return False
    start = s.at
    if s.ahead("매홀수", "매짝수"):
        s.take("매")
    months = s.months()
    if not months:
        s.at = start
        return False
    _check_months(s, plan, months, start)
    plan.months = months
    plan.month_of_block = bool(plan.block)
    text = s.text[start : s.at]
    if s.ranged:
        numbers = [int(n) for n in re.findall("[0-9]+", text)]
        plan.month_run = (numbers[0], numbers[-1]) if len(numbers) == 2 else None
        _step(s, plan)
    elif len(months) == 1 and _STEPS_ON.match(s.text, s.at):
        # 4월부터 매월: to the end of the year.
        s.take("부터")
        plan.months = [(month, False) for month in range(months[0][0], 13)]
        _step(s, plan)
    elif len(months) == 1 and text.endswith("까지") and s.ahead("매월", "매달", "매주"):
        plan.months = [(month, False) for month in range(1, months[0][0] + 1)]
    elif s.ahead("한달", "중한달", "1달", "1개월", "동안", "내내", "전체"):
        s.take("중")
        s.take("한달", "1달", "1개월", "전체")
        s.take("간", "동안", "내내")
        plan.whole_months = True
    mark = s.at
    word = s.take(*_MONTHS_LONG) if plan.month_run else ""
    if word:
        if len(plan.months) != _MONTHS_LONG[word]:
            s.fail(f"{word} are not the {len(plan.months)} months that are named", mark)
        s.take("간", "동안", "에걸쳐")
        plan.whole_months = True
    elif s.take("동안", "기간"):
        plan.whole_months = True
    return True


def _check_months(s: Scanner, plan: Plan, months: list[tuple[int, bool]], at: int) -> None:
    """매월 3월: how often does not agree with the month."""
    named = [month for month, _ in months]
    if plan.heads[-1:] == [("MONTHLY", 1)] and len(named) == 1 and not plan.times:
        s.fail(f"every month, and {named[0]}월 alone: 매년 {named[0]}월 is one month a year", at)


def _step(s: Scanner, plan: Plan) -> None:
    """3월부터 11월까지 격월: March, May, ... November."""
    mark = s.at
    s.take(",")
    if s.take("격월로", "격월", "격달"):
        step = 2
    else:
        number = s.number()
        if not (number and number <= 12 and s.take("개월마다", "달마다", "개월간격으로")):
            s.at = mark
            return
        step = number
    plan.months = _run(plan)[::step]
    plan.month_run = None


def _run(plan: Plan) -> list[tuple[int, bool]]:
    """The months in the order in which they were said: November to February."""
    if plan.month_run is None:
        return plan.months
    first, last = plan.month_run
    return [((first + i - 1) % 12 + 1, False) for i in range((last - first) % 12 + 1)]


def _months_in_brackets(s: Scanner, plan: Plan) -> bool:
    """격월(짝수 달): the months that a step would come to."""
    mark = s.at
    if s.take("(") and _months(s, plan) and s.take(")"):
        if plan.heads and plan.heads[-1][0] == "MONTHLY":
            plan.heads[-1] = ("MONTHLY", 1)
        return True
    plan.months = [] if s.at > mark + 1 else plan.months
    s.at = mark
    return False
