"""Days with a name in a Korean sentence, and the week that holds a day: 추석 연휴, 설이 있는 주."""

from __future__ import annotations

import re

from probity._sentences.korean.plan import Plan
from probity._sentences.korean.scanner import Scanner

# The week in which a day lies.
_HOLDING = re.compile(
    "[이가을를]?(?:있는|들어있는|든|속한|속하는|속해있는|포함된|포함되는|포함되어있는|포함한|포함하는|낀|끼어있는)"
    "(?:주(?:간)?(?!말)|(?P<other>달|월|해|연도|분기|날))"
)
_BEFORE_BEGINNING = re.compile("시작(?:이?전|[0-9]{1,2}(?:일|주일?)전|일주일전|하루전)")
_WEEK_OF_FEAST = re.compile("주간(?!에)|주(?=$|[의중은을에(,.]|[월화수목금토]|일요일)")
_DATE_OF_FEAST = re.compile("[(](음력)?([0-9]{1,2})[월.]([0-9]{1,2})(?:일|[.])?[)]")

#: Days with a name, as (lunar, month, day).
FEASTS = {
    **dict.fromkeys(("설날", "설명절", "설", "구정"), (True, 1, 1)),
    **dict.fromkeys(("추석명절", "추석", "한가위"), (True, 8, 15)),
    **dict.fromkeys(("정월대보름", "정월대보름날"), (True, 1, 15)),
    "단오": (True, 5, 5),
    **dict.fromkeys(("부처님오신날", "석가탄신일"), (True, 4, 8)),
    **dict.fromkeys(("신정", "새해첫날"), (False, 1, 1)),
    **dict.fromkeys(("삼일절", "3·1절", "3.1절"), (False, 3, 1)),
    **dict.fromkeys(("근로자의날", "노동절"), (False, 5, 1)),
    "어린이날": (False, 5, 5),
    "현충일": (False, 6, 6),
    "제헌절": (False, 7, 17),
    "광복절": (False, 8, 15),
    "개천절": (False, 10, 3),
    "한글날": (False, 10, 9),
    **dict.fromkeys(("성탄절", "크리스마스", "기독탄신일"), (False, 12, 25)),
    "식목일": (False, 4, 5),
    "어버이날": (False, 5, 8),
    "스승의날": (False, 5, 15),
    "국군의날": (False, 10, 1),
    **dict.fromkeys(("세계반부패의날", "국제반부패의날", "반부패의날"), (False, 12, 9)),
}


def read_feasts(s: Scanner, plan: Plan) -> bool:
    """설, 추석, 설·추석, 설 연휴, 명절."""
    found: list[str] = []
    while True:
        mark = s.at
        if found and not s.separator() and s.at not in s.words:
            break
        word = s.take(*sorted(FEASTS, key=len, reverse=True))
        if not word and not found and s.take("명절(설·추석)", "명절(설,추석)", "명절"):
            found += ["설", "추석"]
            break
        if not word or (word == "설" and s.ahead("립", "명", "치", "계", "문")):
            s.at = mark
            break
        s.take("명절", "(구정)", "(음력1월1일)", "(음력8월15일)")
        found.append(word)
    if len({FEASTS[word] for word in found}) < len(found):
        s.fail(f"{found[-1]} is named twice")
    if not found:
        return False
    s.take("명절")
    plan.feasts += found
    _check_date_of_feast(s, found)
    if s.take("연휴기간", "연휴"):
        plan.holidays_around = True
        edge = s.take("첫날", "첫째날", "시작일", "마지막날", "끝날", "종료일")
        if edge:
            plan.holidays_around = False
            plan.shift = -1 if edge in ("첫날", "첫째날", "시작일") else 1
        elif _BEFORE_BEGINNING.match(s.text, s.at):
            s.take("시작")
        return True
    s.take("당일")
    week = _WEEK_OF_FEAST.match(s.text, s.at)
    if week is not None:
        s.at = week.end()
        plan.containing = True
        read_part_of_week(s, plan)
    else:
        read_holding(s, plan)
    return True


def _check_date_of_feast(s: Scanner, found: list[str]) -> None:
    """세계 반부패의 날(12월 9일): the date of a name, which is that of the calendar."""
    mark = s.at
    match = _DATE_OF_FEAST.match(s.text, s.at)
    lunar, month, day = FEASTS[found[-1]]
    if match is None:
        return
    s.at = match.end()
    if (bool(match[1]), int(match[2]), int(match[3])) != (lunar, month, day):
        s.fail(f"{found[-1]} is {'음력 ' if lunar else ''}{month}월 {day}일", mark)


def read_holding(s: Scanner, plan: Plan) -> bool:
    """이 있는 주, 이 있는 주 금요일."""
    match = _HOLDING.match(s.text, s.at)
    if match is None:
        return False
    if match["other"]:
        s.fail(
            f"{s.text[s.at : match.end()]}: the week that holds a day is read, no {match['other']}"
        )
    s.at = match.end()
    plan.containing = True
    read_part_of_week(s, plan)
    return True


def read_part_of_week(s: Scanner, plan: Plan) -> None:
    """(그 주) 수요일, 월요일부터 금요일까지: weekdays of the week that was named."""
    s.take("의", "중")
    found = s.weekdays(loose=True)
    if s.run_of_weekdays is not None:
        plan.part_run = s.run_of_weekdays
    else:
        plan.part_days = found
