"""The days that an English sentence counts: the 15th, the third Wednesday, Mondays."""

from __future__ import annotations

from probity._core import WeekConvention
from probity._sentences.english.heads import EACH, add_head
from probity._sentences.english.plan import RANGES, WORKING, EnglishPlan
from probity._sentences.english.scanner import Scanner
from probity._sentences.korean.plan import MONDAY_TO_FRIDAY


def read_every(s: Scanner, plan: EnglishPlan) -> bool:
    """Every Monday, every other Friday, every working day, every third Wednesday."""
    if not s.take(*EACH):
        return False
    mark = s.at
    if s.take("other", "alternate"):
        weekdays = s.listed(s.one(s.weekday))
        if not weekdays:
            return False
        plan.weekdays += weekdays
        add_head(plan, "WEEKLY", 2)
        return True
    if s.take(*WORKING):
        plan.working = 0
        return True
    if s.take("weekday"):
        plan.weekdays += MONDAY_TO_FRIDAY
        plan.each_week = True
        return True
    if s.take("weekend"):
        plan.weekdays += [5, 6]
        plan.each_week = True
        return True
    weekdays = s.listed(lambda: run_of_weekdays(s))
    if weekdays:
        plan.weekdays += weekdays
        plan.each_week = True
        add_head(plan, "WEEKLY", 1)
        return True
    s.at = mark
    if not read_counted(s, plan):
        return False
    if len(plan.ordinals) == 1:
        plan.every_nth = plan.ordinals[0]
    if plan.weeks and plan.weeks[0] > 1 and not (plan.months or plan.heads or s.ahead("of", "in")):
        s.fail("one week in so many, or that of each month: every 3 weeks, the third week", mark)
    return True


def read_last_days(s: Scanner, plan: EnglishPlan) -> bool:
    """The last 7 days, the first three days."""
    s.take("the")
    first = bool(s.take("first"))
    if not first and not s.take("last"):
        return False
    number = s.number()
    if number is None or number > 31 or not s.take("days"):
        return False
    plan.month_days += range(1, number + 1) if first else range(-number, 0)
    return True


def read_counted(s: Scanner, plan: EnglishPlan) -> bool:
    """The third Wednesday, the last working day, the third week, the 1st and 15th."""
    s.take("on")
    s.take("the")
    start = s.at
    figures = s.text[s.at :].lstrip()[:1].isdigit()
    numbers = s.listed(lambda: _more(s))
    if not numbers:
        return _bare_numbers(s, plan)
    s.take("calendar")
    if s.take("full", "whole", "complete"):
        plan.convention = WeekConvention.FULL_WEEKS
        if not s.ahead("week", "weeks"):
            return False
    if s.take("weeks", "week", "-weeks", "-week"):
        set_weeks(s, plan, numbers, start)
        s.take("'s")
        _read_part_of_week(s, plan)
        return True
    if s.take(*WORKING):
        if len(numbers) != 1:
            s.fail("one working day is counted at a time", start)
        plan.working = numbers[0]
        return True
    if s.take("weekdays", "weekday"):
        plan.by_name = bool(s.take("(monday to friday)"))
        plan.weekdays += MONDAY_TO_FRIDAY
        plan.positions += numbers
        return True
    if s.take("weekend days", "weekend day"):
        plan.weekdays += [5, 6]
        plan.positions += numbers
        return True
    if s.take("days", "day"):
        plan.month_days += numbers
        return True
    if s.ahead("weekend", "weekends"):
        s.fail("a weekend has two days: name Saturday or Sunday", start)
    if s.ahead("month", "quarter", "half", "half-year"):
        return False
    weekday = s.weekday()
    if weekday is not None:
        if numbers == [-1] and s.take("but one", "but two"):
            numbers = [-2 if s.text.startswith("one", s.at - 3) else -3]
        if any(abs(n) > 53 for n in numbers):
            s.fail("a year has at most 53 of a weekday", start)
        if len(numbers) > 1 and any(abs(n) > 5 for n in numbers) and not s.ahead("of the year"):
            # The 15th and the third Wednesday: days, then a weekday.
            if abs(numbers[-1]) > 5 or any(not 5 < n <= 31 for n in numbers[:-1]):
                s.fail("days and weekdays in one list: say of each what it is", start)
            other = plan.beside()
            other.month_days, other.of_same_periods = numbers[:-1], True
            plan.others.append(other)
            numbers = numbers[-1:]
        plan.ordinals += [(n, weekday) for n in numbers]
        return True
    if any(n < 0 for n in numbers) or not (figures or _of_month_ahead(s)):
        return False
    if any(n > 31 for n in numbers):
        s.fail(f"{max(numbers)}: a day of the month is 1 to 31", start)
    plan.month_days += numbers
    return True


def _read_part_of_week(s: Scanner, plan: EnglishPlan) -> None:
    """The third week Wednesday, the third week, Monday to Friday."""
    mark = s.at
    bracket = bool(s.take("("))
    plan.week_run = _from_to(s)
    weekdays = [] if plan.week_run else s.listed(lambda: run_of_weekdays(s))
    if bracket and not ((plan.week_run or weekdays) and s.take(")")):
        plan.week_run, weekdays, s.at = None, [], mark
    plan.weekdays += weekdays


def _of_month_ahead(s: Scanner) -> bool:
    """The first of the month, the fifteenth of March: a day, as words that count nothing else."""
    mark = s.at
    found = bool(s.take("of", "in"))
    s.take("the", *EACH)
    found = found and (
        bool(s.take("following month", "next month", "month")) or s.month() is not None
    )
    s.at = mark
    return found


def _more(s: Scanner) -> list[int]:
    s.take("the")
    return ordinals(s)


def ordinals(s: Scanner) -> list[int]:
    first = s.ordinal()
    if first is None:
        return []
    mark = s.at
    if s.take(*RANGES):
        s.take("the")
        last = s.ordinal()
        if last is not None and (first > 0) == (last > 0) and 0 < last - first <= 366:
            return list(range(first, last + 1))
        s.at = mark
    return [first]


def _bare_numbers(s: Scanner, plan: EnglishPlan) -> bool:
    """Day 15, days 1 and 15; week 3, week 20 of the year."""
    if s.take("weeks", "week"):
        return _numbered_weeks(s, plan)
    if not s.take("days", "day"):
        return False
    days = s.listed(s.one(s.number))
    for day in days:
        s.checked_day(day, s.at)
    plan.month_days += days
    return bool(days)


def _numbered_weeks(s: Scanner, plan: EnglishPlan) -> bool:
    """(Week) 3, (weeks) 20 and 40 of the year."""
    start = s.at
    weeks = s.listed(s.one(s.number))
    if s.ahead("of the year", "of each year", "of every year") or any(n > 5 for n in weeks):
        if not weeks or any(not 1 <= n <= 53 for n in weeks):
            s.fail("a week of the year is the 1st to the 53rd", start)
        add_head(plan, "YEARLY", 1)
        plan.in_year, plan.week_numbers = True, weeks
        return True
    set_weeks(s, plan, weeks, start)
    return bool(weeks)


def read_weekdays(s: Scanner, plan: EnglishPlan) -> bool:
    """Mondays; Monday to Friday of the third week; weekdays; daily."""
    s.take("on", "from")
    s.take("the")
    if s.take("weekdays"):
        plan.weekdays += MONDAY_TO_FRIDAY
        plan.each_week = True
        return True
    if s.take("alternate"):
        plan.weekdays += s.listed(lambda: run_of_weekdays(s))
        add_head(plan, "WEEKLY", 2)
        return bool(plan.weekdays)
    if s.take("weekends"):
        plan.weekdays += [5, 6]
        plan.each_week = True
        return True
    if s.take(*WORKING):
        plan.working = 0
        return True
    start = s.at
    run = _from_to(s)
    inner = s.at
    of_week = run is not None and s.take("of", "in") and read_of_week(s, EnglishPlan())
    s.at = inner if of_week else start
    if of_week:
        plan.week_run = run
        return True
    weekdays = s.listed(lambda: run_of_weekdays(s))
    plan.weekdays += weekdays
    return bool(weekdays)


def run_of_weekdays(s: Scanner) -> list[int]:
    """Monday; Monday to Friday."""
    run = _from_to(s)
    if run is not None:
        first, last = run
        return sorted((first + i) % 7 for i in range((last - first) % 7 + 1))
    weekday = s.weekday()
    return [] if weekday is None else [weekday]


def _from_to(s: Scanner) -> tuple[int, int] | None:
    """Monday to Friday: its ends."""
    mark = s.at
    first = s.weekday()
    last = s.weekday() if first is not None and s.take(*RANGES) else None
    if first is None or last is None:
        s.at = mark
        return None
    return first, last


def set_weeks(s: Scanner, plan: EnglishPlan, numbers: list[int], start: int) -> None:
    if any(n == 0 or abs(n) > 5 for n in numbers) and not s.ahead("of the year"):
        s.fail("a week of the month is the first to the fifth, or the last", start)
    plan.weeks += numbers


def read_of_week(s: Scanner, plan: EnglishPlan) -> bool:
    """Wednesday of the third week, Monday to Friday in the last week."""
    mark = s.at
    s.take("the", *EACH)
    if s.take("week", "weeks"):
        found = _numbered_weeks(s, plan)
        s.at = s.at if found else mark
        return found
    numbers = s.listed(s.one(s.ordinal))
    if not (numbers and s.take("weeks", "week")):
        s.at = mark
        return False
    set_weeks(s, plan, numbers, mark)
    return True
