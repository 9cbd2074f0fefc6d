"""What a sentence in English means as a rule: its readings, and where they differ.

>>> rule = parse_english("third Wednesday of March every year")
>>> rule.readings[0].rule
Rule('FREQ=YEARLY;BYMONTH=3;BYDAY=3WE')
>>> parse_english(rule.readings[0].rule.describe("en")).readings[0].rule == rule.readings[0].rule
True
"""

from __future__ import annotations

from dataclasses import dataclass

from probity._core import RuleError
from probity._sentences.english.description import read_description
from probity._sentences.english.grammar import read_plan
from probity._sentences.english.plan import EnglishPlan
from probity._sentences.english.scanner import LONGEST_SENTENCE, Scanner
from probity._sentences.korean.readings import merged, readings_of
from probity._sentences.korean.rules import of_rule
from probity._sentences.reading import Reading
from probity._sentences.sentence import Sentence
from probity.keywords import named

__all__ = ["EnglishRule", "parse_english"]


@dataclass(frozen=True)
class EnglishRule(Sentence):
    """A sentence in English, and what it may mean: its readings, the usual one first.

    `time` is the time of day at which the sentence says that it begins, `ends` at which it ends.
    """


@named
def parse_english(text: str) -> EnglishRule:
    """What a sentence in English means as a rule, as announcements write it; and whatever
    Rule.describe("en") writes.

    >>> parse_english("the last working day of each month").readings[0].title.english
    'on the last working day of every month (no public holiday)'
    >>> parse_english("every other Friday").readings[0].rule
    Rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR')

    Raises RuleError, with the `position` in the text, for what is not understood, for what would be
    guessed (3/4, "or", "at 10", "early March"), and for what says how often but not when, as "twice
    a month" does: that is a quota, no rule.
    """
    if not isinstance(text, str):
        raise TypeError(f"a rule in English is a str, not {type(text).__name__}")
    described = read_description(text)
    if described is None:
        plan, readings, yearly = _read(text)
        return EnglishRule(text, readings, plan.time, plan.ends, yearly)
    rule, time = described
    usual = of_rule(rule)
    if rule.freq in ("HOURLY", "MINUTELY", "SECONDLY"):
        return EnglishRule(text, (usual,), time)
    try:
        _, others, yearly = _read(text)
    except RuleError:
        others, yearly = (), rule.freq == "YEARLY"
    # The rule stays as it was told; what else the words may mean comes behind it.
    further = merged([usual, *others])[1:]
    return EnglishRule(text, (usual, *further), time, None, yearly)


def _read(text: str) -> tuple[EnglishPlan, tuple[Reading, ...], bool]:
    scanner = Scanner(text, LONGEST_SENTENCE)
    plan = read_plan(scanner)
    stepped = plan.one_in_so_many()
    readings, yearly = readings_of(plan, scanner)
    if stepped is not None:
        more, _ = readings_of(stepped, scanner)
        readings = tuple(merged([*readings, *more]))
    return plan, readings, yearly
