"""What an English sentence lists, and where it lies: the third Wednesday, of March."""

from __future__ import annotations

from probity._sentences.english.dates import (
    read_date,
    read_lunar_months,
    read_months,
    read_whole_months,
)
from probity._sentences.english.days import (
    read_counted,
    read_every,
    read_last_days,
    read_of_week,
    read_weekdays,
)
from probity._sentences.english.heads import EACH, add_head, read_period, set_block
from probity._sentences.english.periods import (
    read_after_period,
    read_containing,
    read_end_of_period,
    read_feast,
    read_moved,
    read_period_or_block,
    read_week_around,
    read_weekday_beside,
)
from probity._sentences.english.plan import EnglishPlan
from probity._sentences.english.scanner import Scanner

_NEXT_MONTH = (
    *("of the following month", "of the next month", "of the month after", "next month"),
    *("following month", "in the following month", "in the next month"),
    *("of the month that follows", "the following month"),
)
_NEXT_YEAR = ("of the following year", "of the next year", "the following year", "next year")


def read_item(s: Scanner, plan: EnglishPlan) -> bool:
    """One of the days that a sentence lists: whether it stood here."""
    return s.any_of(
        plan,
        read_after_period,
        read_week_around,
        read_containing,
        read_moved,
        read_weekday_beside,
        read_feast,
        read_end_of_period,
        read_date,
        read_every,
        read_last_days,
        read_whole_months,
        read_counted,
        read_weekdays,
    )


def read_context(s: Scanner, plan: EnglishPlan) -> bool:
    """Of March, in the following month, of the third week, of the year: where days lie."""
    mark = s.at
    if s.take(*_NEXT_MONTH):
        plan.next_month = True
        return True
    if s.take(*_NEXT_YEAR):
        add_head(plan, "YEARLY", 1)
        return True
    if s.take("of the month following", "of the month after", "of the first month after"):
        s.take("the end of")
        of_each = s.take("the", *EACH) in EACH
        if not read_period_or_block(s, plan, of_each=of_each):
            s.fail("the month following which period: of the month following each quarter", mark)
        plan.next_month = True
        return True
    if s.take("of the month", "in the month", "of month"):
        add_head(plan, "MONTHLY", 1)
        return True
    if s.take("of the quarter", "in the quarter"):
        set_block(plan, 3, [1, 4, 7, 10])
        return True
    in_year = s.take("of the year", "in the year", "of each year", "of every year")
    if in_year and not plan.months:
        _count_in_year(plan)
        return True
    if in_year:
        add_head(plan, "YEARLY", 1)
        return True
    if s.take("of", "in", "during") and (
        read_of_week(s, plan) or _of_month_of_block(s, plan) or read_lunar_months(s, plan)
    ):
        return True
    s.at = mark
    s.take("of", "in", "during", "for", "only in")
    s.take("each", "every")
    return read_months(s, plan) or s.back(mark)


def _count_in_year(plan: EnglishPlan) -> None:
    """The 100th day of the year, the last Friday of the year."""
    add_head(plan, "YEARLY", 1)
    plan.in_year = True
    plan.year_days += plan.month_days
    plan.month_days = []
    plan.week_numbers += plan.weeks
    plan.weeks = []


def _of_month_of_block(s: Scanner, plan: EnglishPlan) -> bool:
    """Of the first month of each quarter."""
    mark = s.at
    s.take("the")
    n = s.ordinal()
    if n is None or not s.take("month"):
        s.at = mark
        return False
    if s.take("of", "in"):
        s.take("the", *EACH)
        read_period(s, plan)
    if not plan.block:
        s.at = mark
        return False
    if not 1 <= abs(n) <= plan.block:
        s.fail(f"a month of these is 1 to {plan.block}", mark)
    offset = n - 1 if n > 0 else plan.block + n
    plan.months = [(start + offset, False) for start in plan.block_starts]
    plan.month_of_block = True
    return True
