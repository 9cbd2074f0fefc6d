"""What a Korean sentence leaves out: 8월 제외, 7·8월을 제외한, (단, 공휴일은 제외)."""

from __future__ import annotations

import re

from probity._core import RuleError
from probity._sentences.korean.days import read_days
from probity._sentences.korean.plan import Plan
from probity._sentences.korean.scanner import SEPARATORS, Scanner

_LEFT_OUT = (
    *(
        "제외하고는",
        "제외하고",
        "제외하며",
        "제외한다",
        "제외합니다",
        "제외한",
        "제외하여",
        "제외함",
    ),
    *(
        "제외됨",
        "제외",
        "빼고는",
        "빼고",
        "뺀",
        "생략한다",
        "생략",
        "미개최",
        "미실시",
        "미운영",
        "휴회",
    ),
    *(
        "휴무",
        "휴강",
        "쉼",
        "쉰다",
        "쉽니다",
        "없음",
        "이외에는",
        "이외의",
        "이외",
        "외에는",
        "외의",
        "외",
    ),
    *(
        f"{verb}하지{end}"
        for verb in ("", "개최", "실시", "운영", "시행", "진행")
        for end in ("않는다", "않음", "않습니다", "아니한다", "아니함")
    ),
    *("열지않는다", "열지아니한다"),
)
OUT = re.compile(
    "(?:을|를|은|는|이|가|에는|에|중에는|의경우에는|의경우)?,?"
    f"(?:{'|'.join(sorted(_LEFT_OUT, key=len, reverse=True))})(?:로|,)?"
)
# 하계 휴가철(7~8월): the name of some months, with the months.
_SEASON = re.compile("[가-힣]{2,10}[(](?=[0-9])")
_TIME_OF_YEAR = re.compile(
    "(?:동절기|하절기|혹서기|혹한기|하계|동계|여름|겨울)?(?:휴가철|휴가기간|휴가|방학기간|방학|철)?(?<=[가-힣]{2})(?=[0-9])"
)
_QUARTER = re.compile("([1-4])(?:/4)?분기")
_OFF = {
    **dict.fromkeys(("법정공휴일", "공휴일", "국경일"), ("sunday", "holiday")),
    **dict.fromkeys(
        ("휴무일", "휴무", "휴일", "쉬는날", "비근무일"), ("saturday", "sunday", "holiday")
    ),
    **dict.fromkeys(("토·일요일", "토·일", "토,일", "토일", "주말"), ("saturday", "sunday")),
    **dict.fromkeys(("토요일", "토"), ("saturday",)),
    **dict.fromkeys(("일요일", "일"), ("sunday",)),
}


def read_exclusion(s: Scanner, plan: Plan) -> bool:
    """Whether something that is left out is said here; with its brackets."""
    mark = s.at
    bracket = bool(s.take("("))
    s.take(",", ".")
    s.take("단,", "다만,", "단", "다만")
    if not (_days_off(s, plan) or _named(s, plan)):
        s.at = mark
        return False
    if bracket and not s.take(")"):
        if not (s.text.startswith(",", s.at - 1) or s.take(",")):
            s.fail("a closing bracket is missing")
        s.at -= 1
        s.text = s.text[: s.at] + "(" + s.text[s.at + 1 :]
    return True


def off_days(s: Scanner) -> tuple[str, ...]:
    """토·일·공휴일, 토요일 또는 공휴일: the kinds of days off that are listed, each by its name."""
    found: set[str] = set()
    while True:
        mark = s.at
        parted = not found or bool(s.take("이거나", *SEPARATORS, "또는", "혹은", "나"))
        word = s.take(*_OFF)
        if not word or not (parted or len(word) > 1):
            s.at = mark
            return tuple(kind for kind in ("saturday", "sunday", "holiday") if kind in found)
        found |= set(_OFF[word])


def _days_off(s: Scanner, plan: Plan) -> bool:
    mark = s.at
    kinds = off_days(s)
    inner = s.at
    # 공휴일 및 8월 제외
    months = s.months() if kinds and s.take(*SEPARATORS) else []
    s.at = s.at if months else inner
    if kinds and _out(s):
        plan.omits = tuple(dict.fromkeys(plan.omits + kinds))
        plan.months_out += [month for month, _ in months]
        return True
    s.at = mark
    return False


def _named(s: Scanner, plan: Plan) -> bool:
    mark = s.at
    inner = Plan(heads=list(plan.heads))
    s.take("매년", "매월", "매달")
    season = _SEASON.match(s.text, s.at)
    time_of_year = _TIME_OF_YEAR.match(s.text, s.at)
    named = season or time_of_year
    s.at = named.end() if named else s.at
    inner.months = s.months() or _quarter(s)
    if season and not (inner.months and s.take(")")):
        s.at = mark
        return False
    s.take("의", "중")
    try:
        read_days(s, inner)
    except RuleError:
        s.at = mark  # what is no day here may be one where it is read
        return False
    if not (inner.months or inner.has_days) or inner.others or not _out(s):
        s.at = mark
        return False
    if inner.has_days:
        plan.out.append(inner)
    else:
        plan.months_out += [month for month, _ in inner.months]
    return True


def _quarter(s: Scanner) -> list[tuple[int, bool]]:
    """4분기, 상반기: its months."""
    match = _QUARTER.match(s.text, s.at)
    if match is not None:
        s.at = match.end()
        return [(3 * int(match[1]) - i, False) for i in (2, 1, 0)]
    half = s.take("상반기", "하반기")
    first = {"상반기": 1, "하반기": 7}.get(half)
    return [(first + i, False) for i in range(6)] if first else []


def _out(s: Scanner) -> bool:
    match = OUT.match(s.text, s.at)
    if match is None:
        return False
    s.at = match.end()
    return True
