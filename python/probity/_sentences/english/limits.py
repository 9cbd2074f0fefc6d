"""What limits the days of an English sentence: on a day off, except August, at 2 pm, until when."""

from __future__ import annotations

import datetime
import re

from probity._sentences.english.dates import DAY_AND_MONTH, day_of_month, read_months
from probity._sentences.english.items import read_item
from probity._sentences.english.periods import duration
from probity._sentences.english.plan import RANGES, WORKING, EnglishPlan
from probity._sentences.english.scanner import Scanner

_OFF = {
    **dict.fromkeys(("public holidays", "public holiday", "holidays"), ("sunday", "holiday")),
    **dict.fromkeys(("national holidays", "national holiday", "holiday"), ("sunday", "holiday")),
    **dict.fromkeys(
        ("days off", "day off", "non-working days", "non-working day", "nonworking day"),
        ("saturday", "sunday", "holiday"),
    ),
    **dict.fromkeys(("weekends", "weekend"), ("saturday", "sunday")),
    **dict.fromkeys(("saturdays", "saturday"), ("saturday",)),
    **dict.fromkeys(("sundays", "sunday"), ("sunday",)),
}
_NOT_HELD = (
    *("it is not held", "it is skipped", "it is cancelled", "it is omitted", "not held", "skipped"),
    *("none is held", "no meeting", "it is dropped", "cancelled", "omitted"),
)
_NO_LATER = ("no later than", "not later than")
_KINDS = ("saturday", "sunday", "holiday")
_CLOCK = re.compile(
    r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?::00)? ?(a\.?m\.?|p\.?m\.?)?(?![0-9a-z:]|[.][0-9])"
)
_DATE = re.compile(r"([0-9]{4})[-./] ?([0-9]{1,2})[-./] ?([0-9]{1,2})\.?(?![0-9])")
_YEAR = re.compile("[0-9]{4}(?![0-9])")


def read_limit(s: Scanner, plan: EnglishPlan) -> bool:
    """One thing that limits the days: whether it stood here."""
    return s.any_of(plan, _case, _roll, _exclusion, _lasting, _time, _until, _from, _count, _note)


def _days_off(s: Scanner) -> tuple[str, ...]:
    """A Saturday, Sunday or public holiday: the kinds of days off that are listed."""

    def one() -> str | None:
        s.take("a", "on a", "on", "any", "the", "it falls on a", "it is a")
        return s.take(*_OFF) or None

    found = s.listed(s.one(one), either=True)
    named = {kind for word in found for kind in _OFF[word]}
    return tuple(kind for kind in _KINDS if kind in named)


def _case(s: Scanner, plan: EnglishPlan) -> bool:
    """If it is a Friday: the days are these weekdays."""
    bracket = bool(s.take("("))
    s.take(",")
    if not s.take("if it is a", "if it falls on a", "when it falls on a", "only if it is a"):
        return False
    weekdays = s.listed(lambda: (s.take("a"), s.one(s.weekday)())[1], either=True)
    if not weekdays or not (s.done or (bracket and s.take(")"))):
        return False
    plan.weekdays += weekdays
    return True


def _roll(s: Scanner, plan: EnglishPlan) -> bool:
    """; if it is a holiday, the next working day; or the working day before if that is a Sunday."""
    start = s.at
    bracket = bool(s.take("("))
    s.take(";", ",", ".")
    moved = s.take("or", "moved to", "else") and _target(s, plan)
    if not s.take("if", "when", "where", "in case", "should", "on"):
        return False
    case = s.text[: s.at].endswith("on")
    if not case:
        s.take("it", "this", "that", "the day", "that day", "this day", "the date", "that date")
        s.take("'s", "is", "falls on", "falls", "fall on", "happens to be", "coincides with", "be")
    s.take("on")
    kinds = _days_off(s)
    if not kinds:
        return False
    if not moved:
        s.take(",", "then")
        s.take("then")
        if s.take(*_NOT_HELD):
            plan.omits = tuple(dict.fromkeys(plan.omits + kinds))
            return not bracket or bool(s.take(")"))
        s.take("it is moved to", "it moves to", "moved to", "it is held on", "on", "it is", "use")
        if not _target(s, plan):
            if case:
                return False
            s.fail("such as: if it is a holiday, the next working day", start)
    if bracket:
        s.take(".")
        if not s.take(")"):
            s.fail("a closing bracket is missing")
    plan.moves = kinds
    return True


def _target(s: Scanner, plan: EnglishPlan) -> bool:
    """The next working day, the working day before, the previous day."""
    s.take("on", "to")
    s.take("the")
    for words, roll in (
        (("next", "following", "first following"), "following"),
        (("previous", "preceding", "last preceding", "last"), "preceding"),
    ):
        if s.take(*words):
            if s.take(*WORKING, "weekday"):
                plan.to_what = "working_day"
            elif s.take("day"):
                plan.to_what = "day"
            elif s.take("week"):
                plan.to_what = "week"
            else:
                return False
            plan.roll = roll
            s.take("instead", "thereafter")
            return True
    mark = s.at
    unit = s.take(*WORKING, "day")
    roll = "following" if unit and s.take("after", "after it", "thereafter") else ""
    roll = roll or ("preceding" if unit and s.take("before", "before it") else "")
    if not roll:
        s.at = mark
        return False
    s.take("it", "that")
    plan.roll = roll
    plan.to_what = "day" if unit == "day" else "working_day"
    s.take("instead")
    return True


def _exclusion(s: Scanner, plan: EnglishPlan) -> bool:
    """Except August, excluding public holidays, but not in July and August."""
    bracket = bool(s.take("("))
    s.take(",", ";")
    words = (
        "except for",
        "except",
        "excepting",
        "excluding",
        "other than",
        "but not",
        "apart from",
        "but",
    )
    if not s.take(*words) and not (s.take("not") and s.ahead("in", "on", "during")):
        return False
    start = s.at
    s.take("in", "on", "during", "for")
    kinds = _days_off(s)
    inner = type(plan)(heads=list(plan.heads))
    if kinds:
        plan.omits = tuple(dict.fromkeys(plan.omits + kinds))
    elif read_months(s, inner):
        plan.months_out += [month for month, _ in inner.months]
    elif read_item(s, inner):
        plan.out.append(inner)
    else:
        s.fail("what is left out is not understood: except August, except public holidays", start)
    if bracket and not s.take(")"):
        s.fail("a closing bracket is missing")
    return True


# ---------------------------------------------------------------------- time of day


def _time(s: Scanner, plan: EnglishPlan) -> bool:
    """At 2 pm, at 14:00, from 2 to 4 pm, 10:00-12:00."""
    start = s.at
    bracket = bool(s.take("("))
    s.take(",")
    word = s.take("at", "from", "between", "by", "until", "till", *_NO_LATER)
    at = bool(word)
    inner = s.at
    begins = _clock(s)
    if begins is None:
        if at and s.number() is not None:
            _check_half(s, start)
        return False
    if not at and not begins[2] and "." in s.text[inner : s.at]:
        return False  # 15.03 may be a date
    mark = s.at
    signs = ("and",) if word == "between" else ("to", "until", "till", "-")
    ends = _clock(s) if s.take(*signs) else None
    if ends is None:
        s.at = mark
    half = begins[2] or (ends[2] if ends is not None else "")
    if not (half or begins[3]):
        if s.text.startswith(("at ", "from "), start + s.text.startswith(" ", start)):
            _check_half(s, start)
        return False  # a number with nothing that makes it an hour
    if not half and begins[3] and s.text[start : s.at].rstrip().endswith("o'clock"):
        _check_half(s, start, begins[0])
    if plan.time is not None or plan.ends is not None:
        s.fail("one time of day is read", start)
    first = _time_of(s, begins, half, start)
    if ends is not None:
        last = _time_of(s, ends, ends[2], start)
        if last <= first and not begins[2]:
            first = _time_of(s, begins, "", start)  # 11 to 1 pm
        if last <= first:
            s.fail("it ends before it begins", mark)
        plan.time, plan.ends = first, last
    elif word in ("by", "until", "till", *_NO_LATER):
        plan.ends = first
    else:
        plan.time = first
    return not bracket or bool(s.take(")"))


def _check_half(s: Scanner, at: int, hour: int = 1) -> None:
    """An hour up to six is of the morning or of the afternoon; one that is bare is of either."""
    if hour <= 6 and (s.done or s.ahead(",", ")", ";", ".", "every", "each", "on", "of", "in")):
        s.fail("in the morning or the afternoon: 10 am, 2 pm, 14:00", at)


def _clock(s: Scanner) -> tuple[int, int, str, bool] | None:
    """(hour, minute, am or pm, whether it reads as a time by itself)."""
    if s.take("noon", "midday"):
        return 12, 0, "p", True
    if s.take("midnight"):
        return 0, 0, "", True
    found = s.match(_CLOCK)
    if found is None:
        return None
    o_clock = bool(s.take("o'clock", "hours", "hrs"))
    by_itself = found[2] is not None or o_clock
    return int(found[1]), int(found[2] or 0), (found[3] or "")[:1], by_itself


def _time_of(s: Scanner, clock: tuple[int, int, str, bool], half: str, at: int) -> datetime.time:
    hour, minute = clock[0], clock[1]
    if half:
        if not 1 <= hour <= 12:
            s.fail("with am or pm an hour is 1 to 12", at)
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        s.fail("a time of day is 00:00 to 23:59", at)
    return datetime.time(hour, minute)


# ---------------------------------------------------------------------- beginning and end


def read_day(s: Scanner) -> datetime.date | None:
    """31 December 2026, December 31, 2026, 2026-12-31."""
    mark = s.at
    found = s.match(_DATE)
    if found is not None:
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    else:
        date = day_of_month(s)
        s.take(",")
        written = s.match(_YEAR) if date is not None else None
        if date is None or written is None:
            s.at = mark
            return None
        year, month, day = int(written[0]), date[0], date[1]
    try:
        return datetime.date(year, month, day)
    except ValueError:
        s.fail("there is no such date", mark)


def _until(s: Scanner, plan: EnglishPlan) -> bool:
    s.take(",")
    if not s.take("until", "till", "up to", "to", "ending on", "ending", "through"):
        return False
    plan.until = read_day(s)
    if plan.until is None:
        # Until December 2026: its last day.
        month = s.month()
        year = s.match(_YEAR) if month is not None else None
        if month is not None and year is not None and 0 < int(year[0]) < 9999:
            after = datetime.date(int(year[0]) + month // 12, month % 12 + 1, 1)
            plan.until = after - datetime.timedelta(1)
    return plan.until is not None


def _from(s: Scanner, plan: EnglishPlan) -> bool:
    """From April, from 1 April 2026 on, starting in 2027."""
    s.take(",")
    if not s.take("from", "starting from", "starting", "beginning", "as of", "with effect from"):
        return False
    s.take("in", "on", "with")
    day = read_day(s)
    if day is None:
        year = s.match(_YEAR)
        day = datetime.date(int(year[0]), 1, 1) if year is not None and int(year[0]) > 0 else None
    if day is not None:
        plan.begins = day
    else:
        start = s.at
        month = s.month()
        if month is None or s.match(DAY_AND_MONTH) is not None:
            return False
        year = s.match(_YEAR)
        mark = s.at
        last = s.month() if year is None and s.take(*RANGES) else None
        if last is not None:
            if plan.months:
                s.fail("months are named twice", start)
            count = (last - month) % 12 + 1
            plan.months = [((month + i - 1) % 12 + 1, False) for i in range(count)]
            return True
        s.at = mark
        if year is not None and int(year[0]) > 0:
            plan.begins = datetime.date(int(year[0]), month, 1)
        else:
            if plan.months:
                s.fail("months are named twice", start)
            # To the end of the year.
            plan.months = [(m, False) for m in range(month, 13)]
    s.take("on", "onwards", "onward")
    return True


def _lasting(s: Scanner, plan: EnglishPlan) -> bool:
    """For two weeks, for 3 days; for two weeks from 1 December."""
    mark = s.at
    s.take(",")
    if plan.lasts or not s.take("for", "lasting"):
        return False
    length = duration(s)
    from_day = s.take("from", "starting on", "starting", "beginning on", "beginning")
    if length is None or not (plan.has_days or from_day) or s.ahead("before", "after"):
        s.at = mark
        return False
    if plan.weekdays and not plan.weeks:
        s.fail("an end is such as: for 10 times, until 31 December 2026", mark)
    plan.lasts = length
    return True


def _count(s: Scanner, plan: EnglishPlan) -> bool:
    start = s.at
    s.take(",")
    s.take("for")
    number = {"once": 1, "twice": 2}.get(s.take("once", "twice"))
    if number is None:
        number = s.number()
        if number is None or not s.take("times", "time", "occurrences", "occurrence"):
            return False
    if plan.count is not None:
        s.fail("it ends after one number of times", start)
    if not 1 <= number <= 2**31 - 1:
        s.fail("it recurs once or more", start)
    plan.count = number
    return True


def _note(s: Scanner, plan: EnglishPlan) -> bool:
    """(weeks start on Sunday)."""
    if not s.take("("):
        return False
    if not s.take("weeks start on", "weeks begin on"):
        return False
    plan.week_start = s.weekday()
    return plan.week_start is not None and bool(s.take(")"))
