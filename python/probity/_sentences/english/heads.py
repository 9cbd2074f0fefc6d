"""How often an English sentence says that something recurs: every month, twice a year."""

from __future__ import annotations

from probity._sentences.english.plan import EnglishPlan
from probity._sentences.english.scanner import Scanner

UNITS = {
    **dict.fromkeys(("days", "day"), "DAILY"),
    **dict.fromkeys(("weeks", "week"), "WEEKLY"),
    **dict.fromkeys(("months", "month"), "MONTHLY"),
    **dict.fromkeys(("calendar years", "calendar year", "years", "year"), "YEARLY"),
    # 회계연도, which is the calendar year of every Korean office.
    **dict.fromkeys(("financial year", "fiscal year", "business year"), "YEARLY"),
}
_LONGER = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_ADVERBS = {
    "daily": ("DAILY", 1),
    "weekly": ("WEEKLY", 1),
    "fortnightly": ("WEEKLY", 2),
    "monthly": ("MONTHLY", 1),
    "yearly": ("YEARLY", 1),
    "annually": ("YEARLY", 1),
    "annual": ("YEARLY", 1),
    "per annum": ("YEARLY", 1),
}
_QUARTERS = ("calendar quarters", "calendar quarter", "quarters", "quarter")
_HALVES = ("half-years", "half-year", "half years", "half year", "semesters", "semester", "half")
_PERIODS = {
    **dict.fromkeys(("year", "annum"), "year"),
    **dict.fromkeys(("half-year", "half year", "semester"), "half_year"),
    **dict.fromkeys(("quarter",), "quarter"),
    **dict.fromkeys(("month",), "month"),
    **dict.fromkeys(("week", "fortnight"), "week"),
    **dict.fromkeys(("day",), "day"),
}
#: Before a period that is meant each time.
EACH = ("every single", "every", "each", "any given", "per")


def add_head(plan: EnglishPlan, freq: str, interval: int) -> None:
    """Keeps what is said twice once, and the longer period first."""
    if (freq, interval) not in plan.heads:
        plan.heads.append((freq, interval))
        plan.heads.sort(key=lambda head: _LONGER.index(head[0]))


def set_block(plan: EnglishPlan, length: int, starts: list[int]) -> None:
    plan.block, plan.block_starts = length, starts


def read_period(s: Scanner, plan: EnglishPlan) -> bool:
    """Month, quarter, two weeks, other year, first half of the year: what "every" stands before."""
    mark = s.at
    if s.take(*_QUARTERS):
        set_block(plan, 3, [1, 4, 7, 10])
        return True
    if s.take(*_HALVES):
        s.take("of the year", "of each year", "of every year")
        set_block(plan, 6, [1, 7])
        return True
    step = 2 if s.take("other", "alternate", "second") else s.number() or 1
    s.take("calendar")
    unit = s.take(*UNITS)
    if unit:
        add_head(plan, UNITS[unit], step)
        if UNITS[unit] != "YEARLY":
            plan.in_year = False
        return True
    if step > 1 and s.take(*_QUARTERS):
        add_head(plan, "MONTHLY", 3 * step)
        return True
    s.at = mark
    return False


def read_named_block(s: Scanner, plan: EnglishPlan) -> bool:
    """The first quarter, Q2, the second half of the year."""
    mark = s.at
    s.take("the")
    quarter = s.take("q1", "q2", "q3", "q4")
    if quarter:
        set_block(plan, 3, [3 * int(quarter[1]) - 2])
        return True
    half = s.take("h1", "h2")
    if half:
        set_block(plan, 6, [6 * int(half[1]) - 5])
        return True
    numbers = s.listed(s.one(s.ordinal))
    if numbers and s.take("quarters", "quarter") and all(1 <= n <= 4 or n == -1 for n in numbers):
        set_block(plan, 3, [3 * (n if n > 0 else 4) - 2 for n in numbers])
    elif numbers and s.take("half-year", "half") and all(n in (1, 2, -1) for n in numbers):
        set_block(plan, 6, [1 if n == 1 else 7 for n in numbers])
    else:
        s.at = mark
        return False
    in_year = s.take("of the year", "of each year", "of every year", "each year", "every year")
    if not in_year and s.take("of") and s.month() is not None:
        s.fail("a part of a month is of no fixed length: say from which day to which", mark)
    return True


def read_head(s: Scanner, plan: EnglishPlan) -> bool:
    """One thing that says how often: whether it stood here."""
    mark = s.at
    adverb = s.take(*_ADVERBS)
    if adverb:
        add_head(plan, *_ADVERBS[adverb])
        return True
    if s.take("quarterly"):
        set_block(plan, 3, [1, 4, 7, 10])
        return True
    if s.take("half-yearly", "semi-annually", "semiannually", "semi-annual", "six-monthly"):
        set_block(plan, 6, [1, 7])
        return True
    for word, meanings in (
        ("biweekly", "every two weeks or twice a week"),
        ("bi-weekly", "every two weeks or twice a week"),
        ("bimonthly", "every two months or twice a month"),
        ("bi-monthly", "every two months or twice a month"),
        ("biannually", "twice a year or every two years"),
        ("biannual", "twice a year or every two years"),
    ):
        if s.take(word):
            s.fail(f"{word} is said in two senses: write {meanings}", mark)
    if _times(s, plan) or read_named_block(s, plan):
        return True
    s.take("of", "in", "for")
    if s.take(*EACH) and read_period(s, plan):
        return True
    s.at = mark
    return False


def _times(s: Scanner, plan: EnglishPlan) -> bool:
    """Twice a month, three times a year, once per quarter: how often, not when."""
    mark = s.at
    s.take(",")
    at_least = bool(s.take("at least", "no less than", "a minimum of"))
    at_most = not at_least and bool(s.take("at most", "no more than", "up to"))
    start = s.at
    if s.take("once"):
        number = 1
    elif s.take("twice"):
        number = 2
    elif s.take("thrice"):
        number = 3
    else:
        found = s.number()
        if found is None or not s.take("times", "time", "x"):
            s.at = mark
            return False
        number = found
    inner = s.at
    step = s.take("every", "each", "in", "per") and (
        2 if s.take("other", "alternate", "second") else s.number()
    )
    steps_by = s.take(*UNITS) if step and step > 1 else ""
    if step and steps_by:
        if number != 1:
            s.fail("so many times in some weeks, months or years: say once every so many", mark)
        add_head(plan, UNITS[steps_by], step)
        return True
    s.at = inner
    period = s.take("a", "per", "in a", "each", "every", "in each", "in every") and s.take(
        *_PERIODS
    )
    if not period:
        s.at = mark
        return False
    plan.times = (number, _PERIODS[period], start + s.text[start:].startswith(" "))
    plan.at_least, plan.at_most = at_least, at_most
    unit = {"year": "YEARLY", "month": "MONTHLY", "week": "WEEKLY", "day": "DAILY"}
    name = _PERIODS[period]
    if name in unit:
        add_head(plan, unit[name], 1)
    else:
        set_block(plan, *((3, [1, 4, 7, 10]) if name == "quarter" else (6, [1, 7])))
    return True
