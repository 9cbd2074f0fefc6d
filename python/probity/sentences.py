"""Rules and cadences that are said as sentences: "매월 둘째 주", "third Friday of September",
"연 3회".

Wherever the package takes a rule, a sentence stands for the usual of its readings;
parse_korean and parse_english give all of them.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from probity._core import (
    EnglishRule,
    KoreanRule,
    ProbityError,
    Reading,
    Rule,
    RuleError,
    WeekConvention,
    nth_week,
    parse_english,
    parse_korean,
    parse_korean_quota,
)
from probity.words import text

if TYPE_CHECKING:
    from typing import TypeAlias

    #: A sentence, or what was read of it.
    Said: TypeAlias = str | KoreanRule | EnglishRule | Reading

WEEKS = (1, 2, 3, 4, 5, -1, -2, -3, -4, -5)


def refused(name: str, sentence: str) -> RuleError:
    """The error about a sentence, in all languages."""
    said = text(f"sentence.{name}", sentence=sentence)
    error = RuleError(str(said))
    error.text = said
    return error


def is_sentence(rule: str) -> bool:
    """Whether a rule is in words; each part of one in RFC 5545's notation has a sign."""
    return "=" not in rule


def is_korean(sentence: str) -> bool:
    """Whether a sentence has a letter of Korean, whole or in parts, or a Chinese character; or no
    letter at all, as 12. 9. has none, and no stroke, for 3/4 is read in two ways elsewhere."""
    letters = [letter for letter in sentence if letter.isalpha()]
    if not letters:
        return "/" not in sentence
    return any("\u1100" <= each <= "\u11ff" or "\u3130" <= each <= "\ud7ff" for each in letters)


def parse(sentence: str) -> KoreanRule | EnglishRule:
    """The readings of a sentence in either language. Raises RuleError for one that cannot be
    read."""
    return (parse_korean if is_korean(sentence) else parse_english)(sentence)


def reading_of(said: Said) -> Reading:
    """The reading that is meant: of a sentence the usual one."""
    if isinstance(said, Reading):
        return said
    return (parse(said) if isinstance(said, str) else said).readings[0]


def rule_of_sentence(sentence: str) -> Rule:
    """The one rule that a sentence of days says, by its usual reading.

    >>> rule_of_sentence("매년 3월 셋째 수요일")
    Rule('FREQ=YEARLY;BYMONTH=3;BYDAY=3WE')

    Raises RuleError for weeks, for several rules, and for days that depend on working days.
    """
    document = rule_document(sentence, "day")
    if set(document) != {"rrule"}:
        raise refused("no_single_rule", repr(sentence))
    return Rule(document["rrule"])


def rule_json(said: Said) -> str:
    """The rule of a week or a day as the text that a document has."""
    import json  # Not needed to read a sentence, and slow to load.

    return json.dumps(rule_document(said))


def rule_document(said: Said, kind: str | None = None) -> dict[str, Any]:
    """The rule of a week or a day as a document has it; a sentence by its usual reading.

    >>> rule_document("매월 둘째 주")
    {'week': 2, 'convention': 'ISO'}

    Raises RuleError for days where weeks are asked for and the other way round, and for days that
    depend on a calendar of working days, which no rule says.
    """
    if isinstance(said, str) and not is_sentence(said):
        return {"rrule": str(Rule(said))}
    reading = reading_of(said)
    sentence = repr(said if isinstance(said, str) else reading.title.to("ko"))
    if reading.needs_workdays or reading.roll or reading.omits:
        raise refused("rule_of_workdays", sentence)
    if kind is not None and reading.of_spans != (kind == "week"):
        raise refused("says_weeks" if reading.of_spans else "says_days", sentence)
    if len(reading.terms) != 1 or reading.without or reading.begins is not None:
        raise refused("several_rules", sentence)
    if not reading.of_spans:
        if reading.rule is not None:
            return {"rrule": str(reading.rule)}
        return span_document(reading.terms[0], 1, sentence)
    return week_document(reading) or span_document(reading.terms[0], reading.length, sentence)


def span_document(term: Any, days: int, sentence: str) -> dict[str, Any]:
    """Anchors of an RRULE, with the days from there to the first day, and the length."""
    if term.last is not None or days < 1:
        raise refused("spans_differ", sentence)
    rule: dict[str, Any] = {"rrule": str(term.anchors)}
    if term.week_from is not None:
        raise refused("week_around_date", sentence)
    if term.offset:
        rule["offset"] = term.offset
    if days != 1:
        rule["days"] = days
    return rule


def week_document(reading: Reading) -> dict[str, Any] | None:
    """The n-th week of a month, if it is one: {"week": 2, "convention": "ISO"}."""
    if reading.convention is None or reading.length != 7:
        return None
    (term,) = reading.terms
    text = str(term.anchors)
    months = re.match(r"FREQ=YEARLY;BYMONTH=([0-9,]+);", text)
    monthly = f"FREQ=MONTHLY;{text[months.end() :]}" if months else text
    start = datetime.date(2000, 1, 1)
    for week in WEEKS:
        every = nth_week(week, start=start, convention=reading.convention)
        if (str(every.anchors.rule), every.offset) == (monthly, term.offset):
            rule: dict[str, Any] = {"week": week}
            if months:
                rule["months"] = sorted(int(month) for month in months[1].split(","))
            return rule | {"convention": convention_document(reading.convention)}
    return None


def convention_document(convention: WeekConvention) -> Any:
    for name in ("ISO", "CLDR_KR", "MONDAY_ROWS", "SUNDAY_MAJORITY", "FULL_WEEKS"):
        if convention == getattr(WeekConvention, name):
            return name
    return {"first_day": str(convention.first_day), "minimum_days": convention.minimum_days}


def cadence_document(said: str, on: datetime.date) -> dict[str, Any]:
    """A cadence as a document has it: "연 3회", "every 4 months", a rule or a sentence of days."""
    times = re.fullmatch(r"(\d{1,3}) times a year", said.strip())
    months = re.fullmatch(r"every (\d{1,4}) months", said.strip())
    if times:
        return {"times_a_year": int(times[1]), "anchor": on.isoformat()}
    if months:
        return {"every_months": int(months[1]), "anchor": on.isoformat()}
    if is_sentence(said) and is_korean(said):
        try:
            often = parse_korean_quota(said)
        except ProbityError:
            often = None
        if often is not None:
            a_year = {"year": 1, "half_year": 2, "quarter": 4, "month": 12}[often.per]
            return {"times_a_year": often.times * a_year, "anchor": on.isoformat()}
    rule = rule_document(said)
    if set(rule) == {"rrule"}:
        return {**rule, "start": on.isoformat()}
    return {"week_rule": rule, "start": on.isoformat()}
