"""Korean sentences that say how often, not when: 연 3회, 분기별 1회 이상."""

from __future__ import annotations

import re

from probity._sentences.how_often import HowOften
from probity._sentences.korean.names import is_passed
from probity._sentences.korean.scanner import Scanner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, NoReturn, TypeAlias

    from probity.types import QuotaPeriod

    _Often: TypeAlias = tuple[int, QuotaPeriod, Literal["exactly", "at_least", "at_most"]]

_PERIODS: dict[QuotaPeriod, tuple[str, ...]] = {
    "year": (
        *("매년도", "매년", "연간", "연", "년", "해마다", "매해", "한해", "일년", "1년", "연도별"),
        *("매회계연도", "회계연도", "해당연도", "연중"),
    ),
    "half_year": (
        *(
            "매반기",
            "각반기",
            "반기별",
            "반기마다",
            "반기",
            "상·하반기",
            "상하반기",
            "상반기·하반기",
        ),
        *("상,하반기", "상·하반기별", "6개월", "상반기와하반기", "상반기및하반기"),
    ),
    "quarter": ("매분기", "각분기", "분기별", "분기마다", "분기", "3개월", "석달"),
    "month": ("매월", "매달", "월간", "월별", "월", "달마다", "다달이", "한달", "1개월", "일개월"),
}
_OTHERS = {
    **dict.fromkeys(("매주", "주간", "주별", "주", "일주일", "1주일", "1주"), "a week"),
    **dict.fromkeys(("매일", "하루", "1일", "일"), "a day"),
    **dict.fromkeys(("격년", "2년", "3년", "4년", "5년"), "some years"),
    **dict.fromkeys(("격월", "2개월", "4개월", "두달"), "some months"),
}
_NATIVE = {
    **{"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9},
    **{"열두": 12, "열": 10},
}
_MONTHS = {"year": 12, "half_year": 6, "quarter": 3, "month": 1}
_REVERSED = re.compile("([0-9]{1,6}회)/(연|년|반기|분기|월)")
_TIMES = re.compile("(?:[0-9]{1,6}|한|두|세|네|다섯|여섯) ?(?:회|번|차례)")
_NUMBER = re.compile(f"([0-9]{{1,6}}|{'|'.join(_NATIVE)})")
_BOUNDS = {
    **dict.fromkeys(("이상", "이상씩"), "at_least"),
    **dict.fromkeys(("이내", "이하", "까지"), "at_most"),
}


def read_how_often(text: str) -> HowOften:
    """The number and the period of a sentence. Raises RuleError where it names none, or a day."""
    s = Scanner(text)
    if s.done:
        s.fail("the sentence is empty; a quota is such as 연 3회")
    reversed_ = _REVERSED.search(s.text)
    if reversed_ is not None:
        # 1회/분기
        before, after = s.text[: reversed_.start()], s.text[reversed_.end() :]
        s.text = f"{before}{reversed_[2]}{reversed_[1]}{after}"
    while s.at < len(s.text) and not _starts(s):
        s.at += 1
    if s.done:
        _refuse(s)
    least = s.text[: s.at].endswith(("최소한", "최소", "적어도"))
    _check_name(s, 0, s.at)
    found = _one(s, least)
    if s.take("("):
        found = _with_split(s, found)
    _check_name(s, s.at, len(s.text))
    return HowOften(text, *found)


def _one(s: Scanner, least: bool = False) -> _Often:
    """연 3회, 분기별 1회 이상."""
    per = _period(s)
    _link(s)
    least = bool(s.take("최소한", "최소", "적어도")) or least
    most = not least and bool(s.take("최대한", "최대", "많아야"))
    s.take("총", "각각", "각")
    start = s.at
    number = _number(s)
    if number is None:
        s.fail("a number of times is meant, such as 3회")
    if s.take("~", "-", "·", ",", "내지"):
        s.fail("two numbers are named: a quota has one, such as 연 2회 이상", start)
    if not s.take("회", "차례", "번씩", "번"):
        s.fail(f"{number}{s.text[s.at : s.at + 2]} is no number of times: {number}회 is", start)
    if number == 0:
        s.fail("a quota is once or more", start)
    s.take("씩")
    word = s.take(*_BOUNDS, "초과", "미만")
    if word in ("초과", "미만"):
        s.fail(f"{word}: say 이상 or 이내, which take in the number itself", s.at - 2)
    bound = "at_least" if least else "at_most" if most else _BOUNDS.get(word, "exactly")
    if s.ahead("째"):
        s.fail("a day in a row of days is no number of times", start)
    return number, per, bound  # type: ignore[return-value]


def _with_split(s: Scanner, whole: _Often) -> _Often:
    """연 2회(상·하반기 각 1회), 분기별 1회(연 4회): the shorter period, if the numbers agree, as it
    says all that the longer says."""
    start = s.at
    each = s.take("상·하반기)", "상,하반기)", "상하반기)")
    if each:
        inner: _Often = (1, "half_year", whole[2])
        s.at -= 1
    elif _starts(s):
        inner = _one(s)
    else:
        s.at -= 1
        return whole
    if not s.take(")"):
        s.fail("a closing bracket is missing")
    longer, shorter = sorted((whole, inner), key=lambda often: _MONTHS[often[1]], reverse=True)
    if longer[0] * _MONTHS[shorter[1]] != shorter[0] * _MONTHS[longer[1]]:
        s.fail("the two numbers do not agree", start)
    bounds = {longer[2], shorter[2]} - {"exactly"}
    if len(bounds) > 1:
        s.fail("one number is the least, the other the most", start)
    return shorter[0], shorter[1], bounds.pop() if bounds else "exactly"


def _refuse(s: Scanner) -> NoReturn:
    """Says what a sentence without a number in a period lacks."""
    s.at = 0
    for word in ("필요시", "필요할때", "수시", "상시", "비정기", "부정기"):
        at = s.text.find(word)
        if at >= 0:
            s.fail(f"{word} names no number: a quota has one in a period, such as 연 3회", at)
    times = _TIMES.search(s.text)
    if times is not None:
        s.fail(
            f"{times[0]} in which period: 연 {times[0]}, 분기 {times[0]}, 월 {times[0]}",
            times.start(),
        )
    s.fail("no number of times in a period is named, such as 연 3회, 분기별 1회 이상")


def _link(s: Scanner) -> None:
    """The words between a period and a number."""
    s.take("마다", "별로", "별", "에는", "에", "당", "중", "동안", "간", "로", ",")


def _starts(s: Scanner) -> bool:
    """Whether a period stands here at the beginning of a word."""
    begins = s.at == 0 or s.at in s.words or s.text[s.at - 1] in "은는이가을를:(,"
    mark = s.at
    if not begins:
        return False
    words = [word for names in _PERIODS.values() for word in names] + list(_OTHERS)
    word = s.take(*sorted(words, key=len, reverse=True))
    _link(s)
    s.take("최소한", "최소", "적어도", "최대한", "최대", "많아야")
    s.take("총", "각각", "각")
    found = bool(word) and _NUMBER.match(s.text, s.at) is not None
    s.at = mark
    return found


def _period(s: Scanner) -> QuotaPeriod:
    start = s.at
    by_word = {word: per for per, words in _PERIODS.items() for word in words}
    word = s.take(*sorted([*by_word, *_OTHERS], key=len, reverse=True))
    if word not in by_word:
        s.fail(
            f"{word} is {_OTHERS[word]}: a quota is of each year, half-year, quarter or month",
            start,
        )
    return by_word[word]


def _number(s: Scanner) -> int | None:
    match = _NUMBER.match(s.text, s.at)
    if match is None:
        return None
    s.at = match.end()
    return _NATIVE.get(match[1]) or int(match[1])


def _check_name(s: Scanner, begin: int, end: int) -> None:
    """What stands around is a name or a verb; what speaks of dates makes it a rule."""
    words = s.text[begin:end].strip("().,:;·")
    if words and not is_passed(words):
        s.fail(
            f"{words!r} is more than how often; parse_korean reads days, and a quota is such as "
            "연 3회",
            begin,
        )
