"""Rules and cadences that are said as sentences: "매월 둘째 주", "third Friday of September",
"연 3회"."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

import probity as pb
from probity.cli.errors import Refused, refuse
from probity.cli.language import refusal
from probity.cli.rules import is_korean, is_sentence, parse

if TYPE_CHECKING:
    from probity.types import Language

#: How many occurrences are shown of a rule that was said.
SHOWN = 3

WEEKS = (1, 2, 3, 4, 5, -1, -2, -3, -4, -5)


def reading_of(sentence: str, place: str, number: int = 1) -> pb.Reading:
    """A reading of a sentence, by its number; 1 is the usual one.

    Raises Refused for a sentence that cannot be read, or has no such reading.
    """
    try:
        readings = parse(sentence).readings
    except pb.ProbityError as error:
        refuse(place, error)
    if not 1 <= number <= len(readings):
        values = {"sentence": repr(sentence), "readings": len(readings)}
        raise Refused(refusal("no_reading", number=number, **values))
    return readings[number - 1]


def rule_document(sentence: str, kind: str, place: str, number: int = 1) -> dict[str, Any]:
    """The rule of a week or a day as a document has it; a sentence by its usual reading.

    Raises Refused for days where weeks are asked for and the other way round, and for days that
    depend on a calendar of working days, which no rule says.
    """
    if not is_sentence(sentence):
        try:
            return {"rrule": str(pb.Rule(sentence))}
        except pb.ProbityError as error:
            refuse(place, error)
    reading = reading_of(sentence, place, number)
    if reading.needs_workdays or reading.roll or reading.omits:
        raise Refused(refusal("rule_of_workdays", place=place, sentence=repr(sentence)))
    if reading.of_spans != (kind == "week"):
        said = "says_weeks" if reading.of_spans else "says_days"
        raise Refused(refusal(said, place=place, sentence=repr(sentence)))
    if len(reading.terms) != 1 or reading.without or reading.begins is not None:
        raise Refused(refusal("several_rules", place=place, sentence=repr(sentence)))
    if not reading.of_spans:
        if reading.rule is not None:
            return {"rrule": str(reading.rule)}
        return span_document(reading.terms[0], 1, sentence, place)
    return week_document(reading) or span_document(
        reading.terms[0], reading.length, sentence, place
    )


def span_document(term: Any, days: int, sentence: str, place: str) -> dict[str, Any]:
    """Anchors of an RRULE, with the days from there to the first day, and the length."""
    if term.last is not None or days < 1:
        raise Refused(refusal("spans_differ", place=place, sentence=repr(sentence)))
    rule: dict[str, Any] = {"rrule": str(term.anchors)}
    if term.week_from is not None:
        raise Refused(refusal("week_around_date", place=place, sentence=repr(sentence)))
    if term.offset:
        rule["offset"] = term.offset
    if days != 1:
        rule["days"] = days
    return rule


def week_document(reading: pb.Reading) -> dict[str, Any] | None:
    """The n-th week of a month, if it is one: {"week": 2, "convention": "ISO"}."""
    if reading.convention is None or reading.length != 7:
        return None
    (term,) = reading.terms
    text = str(term.anchors)
    months = re.match(r"FREQ=YEARLY;BYMONTH=([0-9,]+);", text)
    monthly = f"FREQ=MONTHLY;{text[months.end() :]}" if months else text
    start = datetime.date(2000, 1, 1)
    for week in WEEKS:
        every = pb.nth_week(week, start=start, convention=reading.convention)
        if (str(every.anchors.rule), every.offset) == (monthly, term.offset):
            rule: dict[str, Any] = {"week": week}
            if months:
                rule["months"] = sorted(int(month) for month in months[1].split(","))
            return rule | {"convention": convention_document(reading.convention)}
    return None


def convention_document(convention: pb.WeekConvention) -> Any:
    for name in ("ISO", "CLDR_KR", "MONDAY_ROWS", "SUNDAY_MAJORITY", "FULL_WEEKS"):
        if convention == getattr(pb.WeekConvention, name):
            return name
    return {"first_day": str(convention.first_day), "minimum_days": convention.minimum_days}


def cadence_document(said: str, on: datetime.date, place: str) -> dict[str, Any]:
    """A cadence as a document has it: "연 3회", "every 4 months", a rule or a sentence of days."""
    times = re.fullmatch(r"(\d{1,3}) times a year", said.strip())
    months = re.fullmatch(r"every (\d{1,4}) months", said.strip())
    if times:
        return {"times_a_year": int(times[1]), "anchor": on.isoformat()}
    if months:
        return {"every_months": int(months[1]), "anchor": on.isoformat()}
    if is_sentence(said) and is_korean(said):
        try:
            often = pb.parse_korean_quota(said)
        except pb.ProbityError:
            often = None
        if often is not None:
            a_year = {"year": 1, "half_year": 2, "quarter": 4, "month": 12}[often.per]
            return {"times_a_year": often.times * a_year, "anchor": on.isoformat()}
    of_spans = is_sentence(said) and reading_of(said, place).of_spans
    rule = rule_document(said, "week" if of_spans else "day", place)
    if set(rule) == {"rrule"}:
        return {**rule, "start": on.isoformat()}
    return {"week_rule": rule, "start": on.isoformat()}


def occurrences(rule: Any, begin: datetime.date, number: int = SHOWN) -> list[pb.Interval]:
    """The next occurrences of a rule of an observance, a RuleVersion."""
    found: list[pb.Interval] = []
    after = begin - datetime.timedelta(1)
    while len(found) < number and (span := rule.spans().next_after(after)) is not None:
        found.append(span)
        after = span.begin
    return found


def days_in_words(spans: list[pb.Interval], lang: Language) -> str:
    """Days, or weeks by their first and last days: "2026. 1. 12. ~ 18.", in a line."""
    from probity.words import say_day, short_date

    words = []
    for span in spans:
        first, last = span.begin, span.end - datetime.timedelta(1) if span.end else span.begin
        end = short_date(last, lang) if lang == "ko" else f"{last}"
        words.append(say_day(first, lang) if first == last else f"{say_day(first, lang)} ~ {end}")
    return ", ".join(words)
