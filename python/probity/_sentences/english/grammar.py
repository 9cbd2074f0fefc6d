"""The grammar of English sentences that say when something recurs: from text to a Plan.

English says how often, on which days and what limits them in any order:

    third Wednesday   of March   every year,   at 2 pm   (Integrity Day)
    item              context    head          limit     name
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import NoReturn

from probity._sentences.english.heads import read_head
from probity._sentences.english.items import read_context, read_item
from probity._sentences.english.limits import read_limit
from probity._sentences.english.plan import EnglishPlan
from probity._sentences.english.scanner import MONTHS, ORDINALS, WEEKDAYS, Scanner

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|“[^”]*”")
_LABEL = re.compile(r"[^:;,()]{1,80}?: ")
_AS = re.compile(r"as (?:an? |the )?[^0-9;,()]+$")
_YEAR = re.compile("[12][0-9]{3}(?![0-9])")
_VERBS = (
    *("is held", "are held", "held", "takes place", "take place", "is observed", "observed"),
    *("meets", "meet", "to be held", "due", "is due"),
)
_DEADLINES = ("by", "no later than", "not later than")
_WORDS = (
    *(*MONTHS, *WEEKDAYS, *ORDINALS),
    *("every", "each", "week", "weeks", "month", "months", "quarter", "quarterly", "year"),
    *("last", "working", "business", "weekday", "holiday", "except", "until", "chuseok", "seollal"),
)
_FILLERS = (",", ";", "on", "in", "at", "for", "during", "and", "the")


def read_plan(s: Scanner) -> EnglishPlan:
    """The plan of a whole sentence. Raises RuleError where it is not understood."""
    if s.done:
        s.fail("the sentence is empty; a rule is such as third Wednesday of March every year")
    plan = EnglishPlan()
    s.match(_LABEL)
    while not s.done:
        mark = s.at
        if read_head(s, plan) or read_limit(s, plan) or _name(s):
            continue
        if not (plan.has_days and plan.to) and read_context(s, plan):
            continue
        if _item_follows(s, plan) and read_item(s, plan):
            continue
        if not plan.has_days and s.take(*_DEADLINES):
            plan.deadline = True
            continue
        if s.take(*_VERBS) or s.take(*_FILLERS):
            continue
        if s.take(".") and s.done:
            break
        s.at = mark
        if s.match(_YEAR) is not None:
            s.fail("one year is named: a rule recurs, as with every year", mark)
        _refuse(s, plan)
    return plan


def _refuse(s: Scanner, plan: EnglishPlan) -> NoReturn:
    """Names the first word that says nothing here, and one that was probably meant."""
    known = {*_WORDS, *_FILLERS, "of", "a", "an", "day", "days", "next", "every", "to"}
    words = list(re.finditer("[a-z]{2,40}", s.text[s.at :]))
    strange = next((found for found in words if found[0] not in known), None)
    if strange is not None:
        s.at += strange.start()
    word = strange[0] if strange is not None else s.text[s.at :].split()[0][:40]
    text = f"{word!r} is not understood"
    near = get_close_matches(word, _WORDS, 1, 0.7)
    if near and near[0] != word:
        shown = near[0].capitalize() if near[0] in (*MONTHS, *WEEKDAYS) else near[0]
        text += f"; did you mean {shown}?"
    s.fail(text if plan.has_days else f"{text}; days are meant, {s.such_days(plan)}")


def _item_follows(s: Scanner, plan: EnglishPlan) -> bool:
    """Further days are joined to those before by a word."""
    if not plan.has_days:
        return True
    before = s.text[: s.at].rstrip()
    return before.endswith((",", ";", "and", "or", "&", "/", "on"))


def _name(s: Scanner) -> bool:
    """(Integrity Week), as Integrity Week: a name, which says nothing of when."""
    mark = s.at
    s.take(",")
    found = s.match(_BRACKETS) or s.match(_AS)
    if found is not None and not any(character.isdigit() for character in found[0]):
        return True
    s.at = mark
    return False
