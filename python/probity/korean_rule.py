"""What a sentence in Korean means as a rule: its readings, and where they differ.

>>> rule = parse_korean("매년 3월 셋째 주 수요일")
>>> for reading in rule.readings[:3]:
...     print(reading.names[0], reading.rule)
BYDAY=3WE FREQ=YEARLY;BYMONTH=3;BYDAY=3WE
CLDR_KR FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12,13,14,15,16,17,18;BYDAY=WE
ISO FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=14,15,16,17,18,19,20;BYDAY=WE
>>> [difference.year for difference in rule.differ(2013, 2051, readings=(0, 2))]
[2018, 2029, 2035, 2040, 2046]
"""

from __future__ import annotations

from dataclasses import dataclass

from probity._core import RuleError
from probity._sentences.how_often import HowOften
from probity._sentences.korean.described import read_described, read_described_span
from probity._sentences.korean.grammar import read_plan
from probity._sentences.korean.quota import read_how_often
from probity._sentences.korean.readings import merged, readings_of
from probity._sentences.korean.rules import of_rule
from probity._sentences.korean.scanner import Scanner
from probity._sentences.reading import Reading
from probity._sentences.sentence import ReadingDifference, Sentence
from probity.keywords import named

__all__ = [
    "HowOften",
    "KoreanRule",
    "Reading",
    "ReadingDifference",
    "parse_korean",
    "parse_korean_quota",
]


@dataclass(frozen=True)
class KoreanRule(Sentence):
    """A sentence in Korean, and what it may mean: its readings, the usual one first.

    `time` is the time of day at which the sentence says that it begins, `ends` at which it ends.
    """


@named
def parse_korean(text: str) -> KoreanRule:
    """What a sentence in Korean means as a rule, as officials write it.

    >>> parse_korean("매월 셋째 수요일").readings[0].rule
    Rule('FREQ=MONTHLY;BYDAY=3WE')
    >>> [reading.names[0] for reading in parse_korean("매월 셋째 주").readings]
    ['ISO', 'CLDR_KR', 'MONDAY_ROWS', 'SUNDAY_MAJORITY', 'FULL_WEEKS', 'FULL_WEEKS_FROM_SUNDAY']

    n째 주 X요일 is first of all the n-th such weekday of the month, then the weekday in the n-th
    row of a wall calendar, then in the n-th ISO week. 까지 and 이내 give the day that is named, and
    as second reading the day on which the period ends in law (Civil Act, Article 161). 공휴일이면
    moves Sundays and public holidays, but no Saturday; a later reading moves every day off to the
    next working day.

    Days of several kinds are each kept: 매월 15일과 셋째 수요일.

    Raises RuleError, with the `position` in the text, for what is not understood, for a number of
    times that is not that of the days (분기 1회 15일), for two periods that do not agree (분기별
    3월 15일), for an hour that is not named (점심시간), for a day that is not certain (15일경), and
    for what says how often but not when, as 연 3회 does: parse_korean_quota reads that.
    """
    if not isinstance(text, str):
        raise TypeError(f"a rule in Korean is a str, not {type(text).__name__}")
    span = read_described_span(text)
    if span is not None:
        return KoreanRule(text, (span,), yearly=span.terms[0].anchors.freq == "YEARLY")
    described = read_described(text)
    scanner = Scanner(text)
    try:
        plan = read_plan(scanner)
        readings, yearly = readings_of(plan, scanner)
    except RuleError:
        if described is None:
            raise
        return KoreanRule(text, (of_rule(described),), yearly=described.freq == "YEARLY")
    if described is not None:
        readings = tuple(merged([of_rule(described), *readings]))
        # One time of day is the sentence's; a rule that has more keeps them.
        plain = readings[0].rule
        yearly = yearly if plain is None else plain.freq == "YEARLY"
    return KoreanRule(text, readings, plan.time, plan.ends, yearly)


@named
def parse_korean_quota(text: str) -> HowOften:
    """How often a sentence in Korean says that something happens: a number in each period.

    >>> parse_korean_quota("분기별 1회 이상")
    HowOften(text='분기별 1회 이상', times=1, per='quarter', bound='at_least')
    >>> quota = parse_korean_quota("정기회의는 연 3회 개최한다").quota("council", "2025-06-01")
    >>> quota.times, quota.per
    (3, 'year')

    A number that is split is that of the shorter period, which says all that the longer says: 연
    2회(상·하반기 각 1회) is once in each half-year.

    Raises RuleError, with the `position` in the text, for what names days (parse_korean reads it),
    for hours or other amounts, two numbers that do not agree, and a period that no quota has, such
    as a week.
    """
    if not isinstance(text, str):
        raise TypeError(f"a quota in Korean is a str, not {type(text).__name__}")
    return read_how_often(text)
