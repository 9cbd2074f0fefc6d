"""The grammar of Korean sentences that say when something recurs: from text to a Plan.

A sentence is how often, on which days, how long, and what limits them:

    매년 3월       셋째 주 수요일     부터 3일간   (공휴일이면 다음 근무일),    10회
    heads          days               span         qualifiers                   limits

A Plan is what the words say, before anyone decides which rule they mean.
"""

from __future__ import annotations

from probity._sentences.korean.days import read_days, read_other_date, read_other_dates
from probity._sentences.korean.exclusions import read_exclusion
from probity._sentences.korean.heads import read_heads
from probity._sentences.korean.hours import read_clock
from probity._sentences.korean.limits import read_limit, read_qualifier
from probity._sentences.korean.names import pass_label, pass_name, pass_object, what_is_wrong
from probity._sentences.korean.plan import Plan
from probity._sentences.korean.scanner import Scanner
from probity._sentences.korean.spans import read_span


def read_plan(scanner: Scanner) -> Plan:
    """The plan of a whole sentence. Raises RuleError where it is not understood."""
    if scanner.done:
        scanner.fail("the sentence is empty; a rule is such as 매년 3월 셋째 주 수요일")
    plan = Plan()
    pass_label(scanner)
    if read_clock(scanner, plan):  # 14:00, 매월 셋째 수요일
        scanner.take(",")
    read_heads(scanner, plan)
    if pass_object(scanner):
        read_heads(scanner, plan)
    if plan.whole_months and any(name in ("WEEKLY", "DAILY") for name, _ in plan.heads):
        plan.whole_months = False
    if plan.whole_months and not scanner.done and not scanner.ahead("("):
        _days_of_months(scanner, plan)
    elif not plan.month_days:
        read_days(scanner, plan)
    read_other_dates(scanner, plan)
    read_span(scanner, plan)
    while (other := read_other_date(scanner, plan)) is not None:
        # 3. 1. ~ 3. 15., 9. 1. ~ 9. 15.
        read_span(scanner, other)
        plan.others.append(other)
    while True:
        while (
            read_exclusion(scanner, plan)
            or read_qualifier(scanner, plan)
            or read_limit(scanner, plan)
        ):
            pass
        if not pass_name(scanner, plan):
            break
    if not scanner.done:
        scanner.fail(what_is_wrong(scanner, plan))
    plan.share()
    return plan


def _days_of_months(scanner: Scanner, plan: Plan) -> None:
    """6월 한 달간 매주 월요일: days of the months, not the whole of them."""
    plan.whole_months = False
    read_days(scanner, plan)
    plan.whole_months = not plan.has_days
