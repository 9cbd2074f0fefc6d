"""Whether how often and when agree: 월 2회 is no one Wednesday."""

from __future__ import annotations

import datetime
from collections import Counter

from probity._core import Recurrence
from probity._sentences.korean.rules import RuleMaker, times_in_english
from probity._sentences.reading import Reading

_PERIODS = {
    "year": "a year",
    "half_year": "in a half-year",
    "quarter": "a quarter",
    "month": "a month",
    "week": "a week",
    "day": "a day",
}
_BY_FREQUENCY = {"YEARLY": "year", "MONTHLY": "month", "WEEKLY": "week", "DAILY": "day"}
_BEGIN, _YEARS = 2001, 28


def check_times(maker: RuleMaker, readings: list[Reading]) -> None:
    """Refuses a sentence whose number is not that of its days in each period.

    연 2회, 3월과 9월 첫째 월요일 agrees; 월 2회 셋째 수요일, 분기 1회 3월 15일 do not.
    """
    plan = maker.plan
    if plan.times is None or plan.lunar or plan.count is not None:
        return
    n, period, at = plan.times
    period = period or _period_of_heads(maker)
    if period == "day" or (maker.interval > 1 and not plan.times[1]):
        return
    counts = _counts(readings[0], period)
    least = min(counts.values(), default=0)
    if len(counts) < _periods(maker, period):
        least = 0
    most = max(counts.values(), default=0)
    if (plan.at_most or least >= n) and (plan.at_least or most <= n):
        return
    given = f"{least}" if least == most else f"{least} to {most}"
    named = "one day is named" if most == least == 1 else f"the days named are {given}"
    maker.fail(
        f"how often and when do not agree: {times_in_english(n)} {_PERIODS[period]}, but {named}",
        at,
    )


def _period_of_heads(maker: RuleMaker) -> str:
    block = {3: "quarter", 6: "half_year"}.get(maker.plan.block)
    heads = maker.plan.heads
    return block or _BY_FREQUENCY[heads[-1][0] if heads else maker.freq]


def _periods(maker: RuleMaker, period: str) -> int:
    """How many of the periods of 28 years must have days."""
    plan = maker.plan
    if period == "week":
        return 1400 if not plan.months else 100
    if period == "month":
        return _YEARS * (len(plan.months) if len(plan.months) > 1 else 12)
    named = len(plan.block_starts) or 4
    return _YEARS * {"year": 1, "half_year": min(named, 2), "quarter": named}[period]


def _counts(reading: Reading, period: str) -> Counter[int]:
    """How many of its days, or of the anchors of its spans, fall in each period of 28 years."""
    begin, end = f"{_BEGIN}-01-01", f"{_BEGIN + _YEARS}-01-01"
    anchors = {
        day for term in reading.terms for day in Recurrence(term.anchors, begin).between(begin, end)
    }
    counts = Counter(_key(day, period) for day in anchors)
    if period == "week":
        # The first and the last week are cut by the edges.
        counts = Counter({k: v for k, v in counts.items() if k not in (min(counts), max(counts))})
    return counts


def _key(day: datetime.date, period: str) -> int:
    if period == "week":
        return day.toordinal() // 7 if day.toordinal() % 7 else day.toordinal() // 7 - 1
    months = {"year": 12, "half_year": 6, "quarter": 3, "month": 1}[period]
    return (day.year * 12 + day.month - 1) // months
