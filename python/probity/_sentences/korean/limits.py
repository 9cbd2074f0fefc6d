"""What limits the days of a Korean sentence: in which case, on a day off, until when."""

from __future__ import annotations

import datetime
import re

from probity._core import WeekConvention, Weekday
from probity._sentences.korean.days import group_of_weekdays, read_days
from probity._sentences.korean.exclusions import OUT, off_days
from probity._sentences.korean.heads import read_begin, read_times
from probity._sentences.korean.hours import read_clock
from probity._sentences.korean.plan import MONDAY_TO_FRIDAY, WORKING, Plan
from probity._sentences.korean.scanner import Scanner

_DATE = re.compile(
    "(?:(?P<from>[~])?(?:([0-9]{4})(?:[.-]|년)([0-9]{1,2})(?:[.-]|월)([0-9]{1,2})(?:[.]|일)?))"
    "(?(from)|까지)"
)
_YEAR_END = re.compile("([0-9]{4})년(?:말|도)?까지")
# 공휴일에도 개최, 공휴일 포함: a day off changes nothing.
_EVEN_OFF = re.compile(
    "(?:토요일·)?(?:공휴일|휴일|주말)(?:에도|이라도|이어도|포함)(?:개최|실시|운영)?(?:함|한다)?"
)
_WHEN_OFF = re.compile(
    "(?:이면|인경우에는|인경우|일경우에는|일경우|인때에는|인때|일때에는|일때|인날에는|인날|과겹치면|과겹칠경우|와겹치면"
    "|[은는](?=그?(?:다음|익|직전|전날|전일))|의경우|경우|시(?=[,다익전직그]|에는)|일시|인시"
    "|과겹치는경우|와겹치는경우|과중복되면|에해당하면|에해당하는경우|에해당할경우|에해당하는때|이거나휴무인경우)"
    "(?:에는|에|는|은)?,?(?:그)?"
)
_SUBJECT = re.compile(
    "(?:그날|해당일|당일|그날짜|기한|기한일|마감일|말일|개최일|회의일|그일자|[0-9]{1,2}일)(?:이|가)"
    "|[월화수목금토일]요일이(?=[토일·]*(?:공휴일|휴일|휴무))"
)
_WEEKS_OF = re.compile(
    r"주기준(?:(?P<name>[A-Z_]+)|[(](?P<first>MO|TU|WE|TH|FR|SA|SU),(?P<least>[1-7])[)])"
)
_NOT_HELD = re.compile("(?:그(?:달|주)(?:은|는)?)?(?:쉬며|쉼|쉰다|건너뜀|건너뛴다|열지않음)")


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
        or (bracket and (_convention(s, plan) or _notes(s, plan) or read_clock(s, plan)))
    ):
        if bracket and not s.take(")"):
            if not s.take(",", "·", "/"):
                s.fail("a closing bracket is missing")
            s.at -= 1
            s.text = s.text[: s.at] + "(" + s.text[s.at + 1 :]
        return True
    s.at = mark
    if s.take("마다"):
        plan.each_week = True
        return True
    mark = s.at
    s.take(",")
    if read_clock(s, plan):
        return True
    s.at = mark
    return False


def _among(s: Scanner, plan: Plan) -> bool:
    """화·목요일 중 첫째 날, 14~20일 중 수요일, 8~14일 중 첫째 월요일."""
    if s.take("연중"):
        plan.in_year = True
    ordinals = s.ordinals()
    if ordinals and plan.positions:
        s.fail("days are chosen twice, which no one rule does: say of which days the first is")
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
    inner = plan.beside()
    inner.months = s.months()
    if inner.months:
        inner.lunar = plan.lunar
    elif bracket:
        read_days(s, inner)
    if bracket and not inner.others and s.take("인경우", "일경우", "이면"):
        moved = s.ahead("다음", "그", "익", "전", "직전", ",", "이전", "에는", "는")
        on_weekend = inner.weekdays and set(inner.weekdays) <= {5, 6}
        if moved or (on_weekend and s.ahead("월요일", "금요일")) or OUT.match(s.text, s.at):
            return s.back(mark)
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
    start = s.at
    s.take(",", "단,", "다만,", "단", "다만")
    even = _EVEN_OFF.match(s.text, s.at)
    if even is not None:
        s.at = even.end()
        return True
    subject = _SUBJECT.match(s.text, s.at)
    s.at = subject.end() if subject else s.at
    moves = off_days(s)
    match = _WHEN_OFF.match(s.text, s.at) if moves else None
    if match is None:
        s.at = start
        return False
    s.at = match.end()
    if _left_out(s, plan, moves):
        return True
    if plan.roll:
        s.fail(
            "days off are moved twice; one rule of them is read, such as 휴일이면 다음 근무일",
            start,
        )
    plan.moves = moves
    beside = _weekday_beside(s, plan)
    if s.take("다음날이후", "다음", "익", "이후", "후", "돌아오는", "그다음"):
        plan.roll = "following"
    elif s.take("직전", "이전", "바로전", "전", "앞", "앞선"):
        plan.roll = "preceding"
    elif set(moves) <= {"saturday", "sunday"} and s.ahead("월요일", "금요일"):
        plan.roll = "following" if s.ahead("월요일") else "preceding"
    elif beside:
        plan.roll = "following" if beside > 0 else "preceding"
    else:
        s.fail(f"{s.rest()} says not where it moves: 다음 근무일, 다음 날, 직전 근무일", start)
    s.take("의", "첫", "첫번째", "최초")
    if s.take(*WORKING, "평일", "일하는날", "정상근무일", "업무일"):
        plan.to_what = "working_day"
    elif s.take("날", "일"):
        plan.to_what = "day"
    elif beside:
        s.weekdays(loose=False)
        plan.to_what = "day"
    elif _same_weekday(s, plan, start):
        plan.to_what = "week"
    elif _monday_or_friday(s, plan):
        plan.to_what = "other_day"
    else:
        s.fail(f"{s.rest()} is no day to move to: 다음 날, 다음 근무일, 다음 주", start)
    s.take(
        "에개최",
        "에실시",
        "에",
        "로한다",
        "로변경",
        "로순연",
        "로연기",
        "로",
        "까지",
        "을기한으로",
        "순연",
    )
    s.take("한다", "함", "합니다", "시행", "개최", "실시", "순연", "연기")
    return True


def _weekday_beside(s: Scanner, plan: Plan) -> int:
    """매주 월요일(공휴일인 경우 화요일): 1 if the weekday after that of the sentence stands here,
    -1 if the one before it, else 0."""
    mark = s.at
    named = {*plan.weekdays, *(weekday for _, weekday in plan.ordinals)}
    found = s.weekdays(loose=False)
    s.at = mark
    if len(named) != 1 or len(found) != 1:
        return 0
    return {1: 1, 6: -1}.get((found[0] - named.pop()) % 7, 0)


def _left_out(s: Scanner, plan: Plan, moves: tuple[str, ...]) -> bool:
    """공휴일이면 제외, 생략: nothing is held."""
    found = OUT.match(s.text, s.at) or _NOT_HELD.match(s.text, s.at)
    if found is None:
        return False
    s.at = found.end()
    plan.omits = tuple(dict.fromkeys(plan.omits + moves))
    return True


def _same_weekday(s: Scanner, plan: Plan, start: int) -> bool:
    """다음 주 수요일, 다음 주 같은 요일: a week later, on the weekday of the sentence."""
    if not s.take("주"):
        return False
    if s.take("같은요일", "동일요일", "동요일", "해당요일"):
        return True
    weekdays = s.weekdays(loose=False)
    named = {*plan.weekdays, *(weekday for _, weekday in plan.ordinals)}
    if weekdays and set(weekdays) != named:
        s.fail("the same weekday of the next week is meant: 다음 주 같은 요일", start)
    if not named:
        s.fail("a date has no weekday in the next week: 다음 날, 다음 근무일", start)
    return True


def _convention(s: Scanner, plan: Plan) -> bool:
    """주 기준 CLDR_KR, 주 기준 (MO, 5): how weeks are counted."""
    match = _WEEKS_OF.match(s.text, s.at)
    if match is None:
        return False
    if match["name"]:
        named = getattr(WeekConvention, match["name"], None)
        if not isinstance(named, WeekConvention):
            s.fail("a convention is ISO, CLDR_KR, MONDAY_ROWS, SUNDAY_MAJORITY or FULL_WEEKS")
        plan.convention = named
    else:
        plan.convention = WeekConvention(Weekday(str(match["first"])), int(match["least"]))
    s.at = match.end()
    return True


def _monday_or_friday(s: Scanner, plan: Plan) -> bool:
    """주말이면 다음 월요일, 전 금요일: what lies beyond a weekend."""
    weekend = set(plan.moves) <= {"saturday", "sunday"}
    return weekend and bool(s.take("월요일" if plan.roll == "following" else "금요일"))


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


def read_limit(s: Scanner, plan: Plan) -> bool:
    """6~8월에만, 10회, 2026. 12. 31.까지: whether one stood here."""
    mark = s.at
    parted = bool(s.take(","))
    if _until(s, plan) or _only(s, plan) or _limit_of_months(s, plan):
        return True
    if s.take("("):
        if (
            _until(s, plan)
            or _count(s, plan)
            or _limit_of_months(s, plan)
            or read_begin(s, plan)
            or (plan.times is None and read_times(s, plan))
            or _head_again(s, plan)
        ) and s.take(")"):
            return True
        s.at = mark
        return False
    s.at = mark
    if _head_again(s, plan):
        return True
    s.at = mark
    s.take(",")
    return _count(s, plan, parted=parted) or s.back(mark)


def _count(s: Scanner, plan: Plan, *, parted: bool = False) -> bool:
    """, 10회; 총 10회: an end after so many days."""
    mark = s.at
    parted = bool(s.take("총")) or parted
    number = s.number()
    if number is None or not s.take("회", "번") or s.ahead("째"):
        return s.back(mark)
    if not parted:
        s.fail(
            f"{number}회: an end is ', {number}회'; how often stands first, as 월 {number}회", mark
        )
    if not 1 <= number <= 2**31 - 1:
        s.fail("it recurs once or more", mark)
    plan.count = number
    return True


def _limit_of_months(s: Scanner, plan: Plan) -> bool:
    """셋째 수요일(3~11월), 셋째 수요일, 3월부터 11월까지: in which months."""
    mark = s.at
    if plan.months or plan.block or plan.lunar or not plan.has_days or plan.feasts:
        return False
    months = s.months()
    begins = len(months) == 1 and not s.ranged and bool(s.take("부터"))
    s.take("중", "에", "에만", "에한함", "에한하여")
    if not months or not (s.done or s.ahead(")", ",", ".")):
        return s.back(mark)
    plan.months = [(month, False) for month in range(months[0][0], 13)] if begins else months
    return True


def _head_again(s: Scanner, plan: Plan) -> bool:
    """3월 셋째 수요일(매년), 셋째 수요일, 매월: how often, behind the days."""
    mark = s.at
    s.take(",")
    word = s.take("매년", "해마다", "매월", "매달")
    freq = "YEARLY" if word in ("매년", "해마다") else "MONTHLY"
    fits = bool(plan.months or plan.feasts) if freq == "YEARLY" else not plan.months
    said = not plan.heads or plan.heads == [(freq, 1)]
    if not word or not (fits and said and plan.has_days) or not (s.done or s.ahead(")", ",", ".")):
        return s.back(mark)
    plan.heads = [(freq, 1)]
    return True


def _until(s: Scanner, plan: Plan) -> bool:
    match = _DATE.match(s.text, s.at)
    year = _YEAR_END.match(s.text, s.at)
    if year is not None and int(year[1]) > 0:
        plan.until = datetime.date(int(year[1]), 12, 31)
        s.at = year.end()
        return True
    if match is None:
        return False
    try:
        plan.until = datetime.date(int(match[2]), int(match[3]), int(match[4]))
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
