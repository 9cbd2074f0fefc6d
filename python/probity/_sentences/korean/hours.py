"""The time of day that a Korean sentence names: 15:20, 오후 3시, 10시부터 12시까지."""

from __future__ import annotations

import datetime
import re

from probity._sentences.korean.plan import Plan
from probity._sentences.korean.scanner import Scanner

_CLOCK = re.compile("([0-9]{1,2}):([0-9]{2})(?::00)?(?![0-9:])")
_DAY_PARTS = {"오전": 0, "오후": 12, "새벽": 0, "아침": 0, "저녁": 12, "낮": 12, "밤": 12}
_HOURS = {
    **{"열두": 12, "열한": 11, "열": 10, "아홉": 9, "여덟": 8, "일곱": 7},
    **{"여섯": 6, "다섯": 5, "네": 4, "세": 3, "두": 2, "한": 1},
}


def read_clock(s: Scanner, plan: Plan) -> bool:
    """15:20, 오후 3시, 10시 30분, 10:00~12:00."""
    start = s.at
    begins = _time_of_day(s, "")
    if begins is None:
        return False
    if plan.time is not None or plan.ends is not None:
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
    if plan.ends is None and s.take("까지"):
        plan.time, plan.ends = None, time  # 18시까지
    s.take("부터", "까지", "에")
    if s.text[s.at : s.at + 2] in ("~)", "~"):
        s.take("~")  # (14:00~)
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
    if (half == "밤" and not 6 <= hour <= 11) or (half == "낮" and not (hour > 9 or hour < 6)):
        s.fail(f"{half} {hour}시: in figures of twenty-four hours, such as 00:00", mark)
    if half and 1 <= hour <= 12 and not (half == "낮" and hour in (10, 11)):
        hour = hour % 12 + _DAY_PARTS[half]
    if hour > 23 or minute > 59:
        s.fail("a time of day is 00:00 to 23:59", mark)
    return datetime.time(hour, minute), half if half and _DAY_PARTS[half] else ""


def _hour(s: Scanner) -> int | None:
    word = s.take(*_HOURS)
    return _HOURS[word] if word else s.number()
