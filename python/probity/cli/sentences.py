"""Rules and cadences that are said as sentences at the prompt: "매월 둘째 주", "연 3회"."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import probity as pb
from probity import sentences
from probity.cli.errors import Refused, refuse
from probity.cli.language import refusal
from probity.sentences import is_sentence, parse

if TYPE_CHECKING:
    from probity.types import Language

#: How many occurrences are shown of a rule that was said.
SHOWN = 3


@contextmanager
def refusing(place: str) -> Iterator[None]:
    """Refuses at a place what the library refuses."""
    try:
        yield
    except pb.ProbityError as error:
        refuse(place, error)


def reading_of(sentence: str, place: str, number: int = 1) -> pb.Reading:
    """A reading of a sentence, by its number; 1 is the usual one.

    Raises Refused for a sentence that cannot be read, or has no such reading.
    """
    with refusing(place):
        readings = parse(sentence).readings
    if not 1 <= number <= len(readings):
        values = {"sentence": repr(sentence), "readings": len(readings)}
        raise Refused(refusal("no_reading", number=number, **values))
    return readings[number - 1]


def rule_document(sentence: str, kind: str, place: str, number: int = 1) -> dict[str, Any]:
    """The rule of a week or a day as a document has it; a sentence by the reading of a number.

    Raises Refused for what sentences.rule_document does.
    """
    said = (
        reading_of(sentence, place, number) if is_sentence(sentence) and number != 1 else sentence
    )
    with refusing(place):
        return sentences.rule_document(said, kind)


def cadence_document(said: str, on: datetime.date, place: str) -> dict[str, Any]:
    """A cadence as a document has it: "연 3회", "every 4 months", a rule or a sentence of days."""
    with refusing(place):
        return sentences.cadence_document(said, on)


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
