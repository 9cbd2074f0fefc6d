"""What a sentence in Korean means as a rule: its readings, and where they differ.

>>> rule = parse_korean("매년 3월 셋째 주 수요일")
>>> for reading in rule.readings[:3]:
...     print(reading.names[0], reading.rule)
ISO FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=14,15,16,17,18,19,20;BYDAY=WE
CLDR_KR FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12,13,14,15,16,17,18;BYDAY=WE
BYDAY=3WE FREQ=YEARLY;BYMONTH=3;BYDAY=3WE
>>> [difference.year for difference in rule.differ(2013, 2051, readings=(0, 2))]
[2018, 2029, 2035, 2040, 2046]
"""

from __future__ import annotations

from dataclasses import dataclass

from probity._sentences.korean.grammar import read_plan
from probity._sentences.korean.readings import readings_of
from probity._sentences.korean.scanner import Scanner
from probity._sentences.reading import Reading
from probity._sentences.sentence import ReadingDifference, Sentence

__all__ = ["KoreanRule", "Reading", "ReadingDifference", "parse_korean"]


@dataclass(frozen=True)
class KoreanRule(Sentence):
    """A sentence in Korean, and what it may mean: its readings, the usual one first.

    `time` is the time of day at which the sentence says that it begins, `ends` at which it ends.
    """


def parse_korean(text: str) -> KoreanRule:
    """What a sentence in Korean means as a rule, as officials write it.

    >>> parse_korean("매월 셋째 수요일").readings[0].rule
    Rule('FREQ=MONTHLY;BYDAY=3WE')
    >>> [reading.names[0] for reading in parse_korean("매월 셋째 주").readings]
    ['ISO', 'CLDR_KR', 'MONDAY_ROWS', 'SUNDAY_MAJORITY', 'FULL_WEEKS', 'FULL_WEEKS_FROM_SUNDAY']

    Raises RuleError, with the `position` in the text, for what is not understood, and for what says
    how often but not when, as 연 3회 does: that is a quota, no rule.
    """
    if not isinstance(text, str):
        raise TypeError(f"a rule in Korean is a str, not {type(text).__name__}")
    scanner = Scanner(text)
    plan = read_plan(scanner)
    readings, yearly = readings_of(plan, scanner)
    return KoreanRule(text, readings, plan.time, plan.ends, yearly)
