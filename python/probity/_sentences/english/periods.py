"""Days by a period or a feast in English: end of quarter, the week before Chuseok."""

from __future__ import annotations

from probity._sentences.english.dates import read_date, read_months
from probity._sentences.english.days import read_counted
from probity._sentences.english.heads import (
    EACH,
    add_head,
    read_named_block,
    read_period,
    set_block,
)
from probity._sentences.english.plan import WORKING, EnglishPlan
from probity._sentences.english.scanner import Scanner

#: Days with a name, by their names in Korean.
FEASTS = {
    **dict.fromkeys(
        ("seollal", "lunar new year's day", "lunar new year", "korean new year", "seol"), "설"
    ),
    **dict.fromkeys(("chuseok", "korean thanksgiving"), "추석"),
    **dict.fromkeys(("buddha's birthday",), "부처님오신날"),
    **dict.fromkeys(("new year's day",), "신정"),
    **dict.fromkeys(("independence movement day", "march first movement day"), "삼일절"),
    **dict.fromkeys(("labour day", "labor day", "workers' day"), "노동절"),
    "children's day": "어린이날",
    "memorial day": "현충일",
    "constitution day": "제헌절",
    "liberation day": "광복절",
    "national foundation day": "개천절",
    **dict.fromkeys(("hangeul day", "hangul day"), "한글날"),
    **dict.fromkeys(("christmas day", "christmas"), "성탄절"),
}
_CONTAINING = (
    *("that contains", "which contains", "containing", "that includes", "including", "that has"),
    *("in which falls", "of", "with", "holding", "that holds"),
)
_STARTS = ("start of", "the start of", "beginning of", "the beginning of", "opening of")
_ENDS = ("end of", "the end of", "last day of", "the last day of", "close of", "the close of")
_DURATIONS = {
    **dict.fromkeys(WORKING, "working_day"),
    **dict.fromkeys(("calendar days", "calendar day", "days", "day"), "day"),
    **dict.fromkeys(("weeks", "week"), "week"),
    **dict.fromkeys(("fortnights", "fortnight"), "fortnight"),
    **dict.fromkeys(("months", "month"), "month"),
}


def duration(s: Scanner, *, the: bool = False) -> tuple[int, str] | None:
    """10 days, two weeks, a week, five working days; behind "the" a unit alone is one."""
    mark = s.at
    number = 1 if s.take("a", "an", "the") or the else None
    number = s.number() or number  # the two weeks
    s.take("full", "whole")
    unit = s.take(*_DURATIONS) if number else ""
    if not (number and unit):
        s.at = mark
        return None
    name = _DURATIONS[unit]
    return (2 * number, "week") if name == "fortnight" else (number, name)


def read_end_of_period(s: Scanner, plan: EnglishPlan) -> bool:
    """End of quarter, the end of each month, month-end, the last day of June."""
    s.take("at", "on")
    s.take("the", *EACH)
    if s.take("month-end", "month end", "end of month"):
        add_head(plan, "MONTHLY", 1)
    elif s.take("quarter-end", "quarter end", "end of quarter"):
        set_block(plan, 3, [1, 4, 7, 10])
    elif s.take("half-year-end", "half-year end", "end of half-year"):
        set_block(plan, 6, [1, 7])
    elif s.take("year-end", "year end", "end of year", "new year's eve"):
        plan.months = [(12, False)]
        add_head(plan, "YEARLY", 1)
    else:
        first = bool(s.take(*_STARTS))
        if not first and not s.take(*_ENDS):
            return False
        of_each = s.take("the", *EACH) in EACH
        mark = s.at
        if s.take("following month", "next month"):
            plan.next_month = True
        elif s.take("year", "calendar year", "financial year", "fiscal year", "business year"):
            plan.months = [(1 if first else 12, False)]
            add_head(plan, "YEARLY", 1)
        elif read_months(s, plan):
            add_head(plan, "YEARLY", 1)
        elif s.at != mark or not read_period_or_block(s, plan, of_each=of_each):
            return False
        plan.month_days.append(1 if first else -1)
        return True
    plan.month_days.append(-1)
    return True


def read_period_or_block(s: Scanner, plan: EnglishPlan, *, of_each: bool) -> bool:
    """Of every second quarter, of the second quarter."""
    ways = (read_period, read_named_block)
    return any(read(s, plan) for read in (ways if of_each else reversed(ways)))


def read_feast(s: Scanner, plan: EnglishPlan) -> bool:
    """Chuseok, Seollal and Chuseok, the Chuseok holidays."""
    s.take("on")
    s.take("the", *EACH)
    words = sorted(FEASTS, key=len, reverse=True)

    def one() -> str | None:
        s.take("the")
        return s.take(*words) or None

    found = s.listed(s.one(one))
    if not found:
        return False
    plan.feasts += [FEASTS[word] for word in found]
    if s.take("holidays", "holiday"):
        plan.holidays_around = True
    elif s.take("week"):
        plan.containing = True
    return True


def read_week_around(s: Scanner, plan: EnglishPlan) -> bool:
    """The week before Chuseok, the two weeks before Seollal, the week after."""
    lasting = bool(s.take("within", "in", "for", "during", "throughout"))
    the = bool(s.take("the"))
    length = duration(s, the=the)
    if length is None or length[1] not in ("day", "week"):
        return False
    before = bool(s.take("before", "prior to", "preceding", "ahead of", "leading up to"))
    if not before and not s.take("after", "following"):
        return False
    # Three days before is a day, the three days before are a run, the day before is a day.
    is_run = lasting or (the and (length[0] > 1 or length[1] == "week"))
    inner = s.at
    if not s.any_of(plan, *_NAMED_DAYS):
        return s.back(inner)
    days = length[0] * (7 if length[1] == "week" else 1)
    if is_run:
        plan.around = (days if before else 0, 0 if before else days)
    else:
        plan.shift = -days if before else days
    return True


def read_moved(s: Scanner, plan: EnglishPlan) -> bool:
    """Two working days before the end of the month, the eve of Chuseok."""
    if s.take("the eve of", "on the eve of"):
        if not read_feast(s, plan):
            return False
        plan.shift = -1
        return True
    deadline = bool(s.take("at least", "not less than", "no later than", "not later than", "by"))
    length = duration(s) or _one_working_day(s)
    if length is None or length[1] not in ("day", "working_day", "week"):
        return False
    before = bool(s.take("before", "prior to"))
    if not before and not s.take("after", "following"):
        return False
    plan.deadline = plan.deadline or deadline
    if not s.any_of(plan, *_NAMED_DAYS):
        return False
    number = -length[0] if before else length[0]
    if length[1] == "working_day":
        plan.working_shift = number
    else:
        plan.shift = number * (7 if length[1] == "week" else 1)
    return True


def read_weekday_beside(s: Scanner, plan: EnglishPlan) -> bool:
    """The first Tuesday after the first Monday of November, the Friday before the second Monday."""
    s.take("on")
    s.take("the")
    s.take("first", "last", "next")
    weekday = s.weekday()
    before = weekday is not None and bool(s.take("before", "preceding"))
    if weekday is None or not (before or s.take("after", "following")):
        return False
    if not read_counted(s, plan) or len(plan.ordinals) != 1:
        s.fail("a weekday before or after the n-th weekday is read: Tuesday after the first Monday")
    away = weekday - plan.ordinals[0][1]
    plan.shift = -((-away - 1) % 7 + 1) if before else (away - 1) % 7 + 1
    return True


def _one_working_day(s: Scanner) -> tuple[int, str] | None:
    """The last working day (before), the first working day (after), the working day (before)."""
    mark = s.at
    s.take("the")
    s.take("last", "first", "next")
    unit = s.take(*WORKING)
    if unit and s.ahead("before", "prior to", "after", "following"):
        return 1, "working_day"
    s.at = mark
    return None


def read_containing(s: Scanner, plan: EnglishPlan) -> bool:
    """The week of the second Monday, the week containing Chuseok, or in which it falls."""
    s.take("the", *EACH)
    if not s.take("week"):
        return False
    which = bool(s.take("in which", "when", "where"))
    if not which and not s.take(*_CONTAINING):
        return False
    if not s.any_of(plan, *_NAMED_DAYS):
        return False
    if which:
        s.take("falls", "lies", "is")
    plan.containing = True
    return True


def read_after_period(s: Scanner, plan: EnglishPlan) -> bool:
    """Within 10 days after the end of each quarter, 10 days after month-end."""
    within = bool(s.take("within", "no later than", "not later than", "at the latest"))
    s.take("on the", "the")
    n = s.ordinal()
    length = duration(s)
    if n is not None and n > 0:
        length = (n, "working_day") if s.take(*WORKING) else (n, "day") if s.take("day") else None
    if length is None:
        return False
    if not s.take("after", "of", "from", "following"):
        return False
    s.take("the")
    end = s.take("end of", "close of", "expiry of")
    of_each = s.take("the", *EACH) in EACH
    if end:
        if not read_period_or_block(s, plan, of_each=of_each):
            return False
    elif s.take("month-end", "month end"):
        add_head(plan, "MONTHLY", 1)
    elif s.take("quarter-end", "quarter end"):
        set_block(plan, 3, [1, 4, 7, 10])
    elif s.take("year-end", "year end"):
        add_head(plan, "YEARLY", 1)
    else:
        return False
    plan.after_period = length
    plan.deadline = within
    return True


#: A day by its name or place, from which others are told.
_NAMED_DAYS = (read_feast, read_date, read_end_of_period, read_counted)
