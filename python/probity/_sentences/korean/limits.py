"""What limits the days of a Korean sentence: in which case, on a day off, until when."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from probity._core import WeekConvention, Weekday
from probity._sentences.korean.days import group_of_weekdays, read_days
from probity._sentences.korean.exclusions import off_days
from probity._sentences.korean.plan import MONDAY_TO_FRIDAY, WORKING, Plan
from probity._sentences.korean.scanner import Scanner

_DATE = re.compile("([0-9]{4})(?:[.-]|년)([0-9]{1,2})(?:[.-]|월)([0-9]{1,2})(?:[.]|일)?까지")
_CLOCK = re.compile("([0-9]{1,2}):([0-9]{2})(?::00)?(?![0-9:])")
_WHEN_OFF = re.compile(
    "(?:이면|인경우에는|인경우|일경우에는|일경우|인때에는|인때|일때에는|일때|인날에는|인날|과겹치면|과겹칠경우|와겹치면"
    "|과겹치는경우|와겹치는경우|과중복되면|에해당하면|에해당하는경우|에해당할경우|에해당하는때|이거나휴무인경우)"
    "(?:에는|에|는|은)?,?(?:그)?"
)
_SUBJECT = re.compile(
    "(?:그날|해당일|당일|그날짜|기한|기한일|마감일|말일|개최일|회의일|그일자|[0-9]{1,2}일)(?:이|가)"
)
_WEEKS_OF = re.compile(
    r"주기준(?:(?P<name>[A-Z_]+)|[(](?P<first>MO|TU|WE|TH|FR|SA|SU),(?P<least>[1-7])[)])"
)
_DAY_PARTS = {"오전": 0, "오후": 12, "새벽": 0, "아침": 0, "저녁": 12}
_HOURS = {
    **{"열두": 12, "열한": 11, "열": 10, "아홉": 9, "여덟": 8, "일곱": 7},
    **{"여섯": 6, "다섯": 5, "네": 4, "세": 3, "두": 2, "한": 1},
}


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
        or (bracket and (_convention(s, plan) or _notes(s, plan) or _clock(s, plan)))
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
    if _clock(s, plan):
        return True
    s.at = mark
    return False


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
        if s.ahead("다음", "그", "익", "전", "직전", ",", "이전", "에는", "는"):
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
    start = s.at
    s.take(",", "단,", "다만,", "단", "다만")
    subject = _SUBJECT.match(s.text, s.at)
    s.at = subject.end() if subject else s.at
    moves = off_days(s)
    match = _WHEN_OFF.match(s.text, s.at) if moves else None
    if match is None:
        s.at = start
        return False
    s.at = match.end()
    if s.take("다음날이후", "다음", "익", "이후", "후", "돌아오는", "그다음"):
        plan.roll = "following"
    elif s.take("직전", "이전", "바로전", "전", "앞", "앞선"):
        plan.roll = "preceding"
    else:
        s.fail("such as 공휴일이면 다음 근무일, 휴일인 경우 직전 근무일", start)
    s.take("의", "첫", "첫번째", "최초")
    plan.moves = moves
    if s.take(*WORKING, "평일", "일하는날", "정상근무일", "업무일"):
        plan.to_what = "working_day"
    elif s.take("날", "일"):
        plan.to_what = "day"
    elif _monday_or_friday(s, plan):
        plan.to_what = "other_day"
    else:
        s.fail("a day is meant: 다음 날, 다음 근무일", start)
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
            length = _length_of_time(s)
            if length:
                end = time.hour * 60 + time.minute + length
                if end >= 24 * 60:
                    s.fail("it ends on another day", mark)
                plan.ends = datetime.time(end // 60, end % 60)
        elif ends[0] <= time:
            s.fail("it ends before it begins", mark)
        else:
            plan.ends = ends[0]
            s.take("까지")
    s.take("부터", "까지", "에")
    return True


def _length_of_time(s: Scanner) -> int:
    """부터 2시간: in minutes."""
    mark = s.at
    s.take("부터")
    number = s.number()
    if number is not None and number < 24 and s.take("시간동안", "시간"):
        return number * 60
    if number is not None and number < 1000 and s.take("분간", "분동안"):
        return number
    s.at = mark
    return 0


def _time_of_day(s: Scanner, half: str) -> tuple[datetime.time, str] | None:
    """A time, and 오후 where both ends of a range are meant by it: 오후 2시~4시."""
    mark = s.at
    if s.take("정오"):
        return datetime.time(12), ""
    if s.take("자정"):
        return datetime.time(0), ""
    said = s.take(*_DAY_PARTS)
    half = said or half
    match = _CLOCK.match(s.text, s.at)
    if match is not None:
        s.at = match.end()
        hour, minute = int(match[1]), int(match[2])
    else:
        number = _hour(s)
        if number is None or s.ahead("시간") or not s.take("시"):
            if said in ("오전", "오후"):
                s.fail(f"{said} names no hour", mark)
            s.at = mark
            return None
        hour, minute = number, 30 if s.take("반") else 0
        s.take("정각")
        inner = s.at
        minutes = s.number()
        if minutes is not None and s.take("분"):
            minute = minutes
        else:
            s.at = inner
        if not half and 1 <= hour <= 6:
            s.fail(f"{hour}시: in the morning or afternoon, 오전 {hour}시 or 오후 {hour}시", mark)
    if half and 1 <= hour <= 12:
        hour = hour % 12 + _DAY_PARTS[half]
    if hour > 23 or minute > 59:
        s.fail("a time of day is 00:00 to 23:59", mark)
    return datetime.time(hour, minute), half if half and _DAY_PARTS[half] else ""


def _hour(s: Scanner) -> int | None:
    word = s.take(*_HOURS)
    return _HOURS[word] if word else s.number()


def read_limit(s: Scanner, plan: Plan) -> bool:
    """6~8월에만, 10회, 2026. 12. 31.까지: whether one stood here."""
    mark = s.at
    parted = bool(s.take(","))
    if _until(s, plan) or _only(s, plan):
        return True
    parted = bool(s.take("총")) or parted
    number = s.number()
    if number is not None and s.take("회", "번"):
        if not parted:
            s.fail(f"an end after {number} days is ', {number}회'; how often stands first", mark)
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
