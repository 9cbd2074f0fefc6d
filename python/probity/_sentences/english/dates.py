"""Months and dates of an English sentence: March, 15 March, 12 to 18 March."""

from __future__ import annotations

import re

from probity._sentences.english.days import ordinals
from probity._sentences.english.heads import add_head
from probity._sentences.english.plan import RANGES, EnglishPlan
from probity._sentences.english.scanner import Scanner

DAY_AND_MONTH = re.compile("([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9a-z:.])")


def read_months(s: Scanner, plan: EnglishPlan) -> bool:
    """March; March and September; June to August; the months June to August."""
    mark = s.at
    s.take("the months of", "the months", "the month of", "months", "month of")
    months = s.listed(lambda: _run_of_months(s, plan))
    if not months or s.match(DAY_AND_MONTH) is not None:
        plan.month_run = None if not plan.months else plan.month_run
        s.at = mark
        return False
    if plan.months:
        s.fail("months are named twice", mark)
    plan.months = [(month, False) for month in sorted(set(months))]
    plan.month_of_block = bool(plan.block)
    if len(months) < 2 or len(set(months)) != len(months):
        plan.month_run = None
    return True


def _run_of_months(s: Scanner, plan: EnglishPlan) -> list[int]:
    first = s.month()
    if first is None:
        return []
    mark = s.at
    last = s.month() if s.take(*RANGES) else None
    if last is None:
        s.at = mark
        return [first]
    plan.month_run = (first, last)
    return [(first + i - 1) % 12 + 1 for i in range((last - first) % 12 + 1)]


def read_lunar_months(s: Scanner, plan: EnglishPlan) -> bool:
    """Of the 8th lunar month, of the 5th and leap 5th lunar months."""
    mark = s.at
    s.take("the")

    def one() -> list[tuple[int, bool]]:
        s.take("the")
        leap = bool(s.take("leap"))
        return [(n, leap) for n in ordinals(s) if 1 <= n <= 12]

    months = s.listed(one)
    if not months or plan.months or not s.take("lunar months", "lunar month"):
        s.at = mark
        return False
    plan.months, plan.lunar = months, True
    return True


def read_date(s: Scanner, plan: EnglishPlan) -> bool:
    """15 March; 12 to 18 March; 30 June and 31 December; 1 December to 15 December."""
    mark = s.at
    run = _days_of_one_month(s)
    if run is not None:
        month, first, last = run
        _add_date(plan, month, first, EnglishPlan(months=[(month, False)], month_days=[last]))
        return True
    between = s.take("from", "between") == "between"
    date = day_of_month(s)
    if date is None:
        s.at = mark
        return False
    month, day = date
    mark = s.at
    to = None
    if s.take(*RANGES, *(("and",) if between else ())):
        end = day_of_month(s)
        bare = s.match(DAY_AND_MONTH) if end is None else None
        if bare is not None:
            end = month, s.checked_day(int(bare[1]), mark)
        if end is None:
            s.at = mark
        else:
            to = EnglishPlan(months=[(end[0], False)], month_days=[end[1]])
            s.take("of the following year", "of the next year", "the following year")
    if between and to is None:
        s.fail("between which days: between 1 and 15 December", mark)
    _add_date(plan, month, day, to)
    if to is None and not plan.others:
        plan.months += _further_months(s)
    return True


def _further_months(s: Scanner) -> list[tuple[int, bool]]:
    """The 15th of March, June and September: the months after the first."""
    found: list[tuple[int, bool]] = []
    while True:
        mark = s.at
        month = s.month() if s.separator() else None
        if month is None or s.match(DAY_AND_MONTH) is not None:
            s.at = mark
            return found
        found.append((month, False))


def _days_of_one_month(s: Scanner) -> tuple[int, int, int] | None:
    """12 to 18 March, the 12th to the 18th of March."""
    mark = s.at
    ranges = ("and",) if s.take("from", "between") == "between" else RANGES
    s.take("the")
    first = s.match(DAY_AND_MONTH)
    if first is not None and s.take(*ranges):
        s.take("the")
        last = s.match(DAY_AND_MONTH)
        s.take("of")
        month = s.month() if last is not None else None
        if last is not None and month is not None:
            begin, end = s.checked_day(int(first[1]), mark), s.checked_day(int(last[1]), mark)
            if end <= begin:
                s.fail("the end of a range comes behind its beginning", mark)
            return month, begin, end
    s.at = mark
    return None


def _add_date(plan: EnglishPlan, month: int, day: int, to: EnglishPlan | None) -> None:
    plan.month_of_block = bool(plan.block)
    if not (plan.months or plan.has_days):
        plan.months, plan.month_days, plan.to = [(month, False)], [day], to
        add_head(plan, "YEARLY", 1)
        return
    plan.others.append(
        EnglishPlan(heads=[("YEARLY", 1)], months=[(month, False)], month_days=[day], to=to)
    )


def day_of_month(s: Scanner) -> tuple[int, int] | None:
    """15 March, 15th of March, March 15, March 15th: (month, day)."""
    mark = s.at
    s.take("the")
    found = s.match(DAY_AND_MONTH)
    if found is not None:
        s.take("day of", "of")
        month = s.month()
        if month is not None:
            return month, s.checked_day(int(found[1]), mark)
    s.at = mark
    month = s.month()
    if month is not None:
        s.take("the")
        found = s.match(DAY_AND_MONTH)
        if found is not None:
            return month, s.checked_day(int(found[1]), mark)
    s.at = mark
    return None


def read_whole_months(s: Scanner, plan: EnglishPlan) -> bool:
    """Throughout June, the whole of June to August."""
    words = ("throughout", "all of", "the whole of", "the whole month of", "the entire month of")
    if not s.take(*words) or not read_months(s, plan):
        return False
    plan.whole_months = True
    return True
