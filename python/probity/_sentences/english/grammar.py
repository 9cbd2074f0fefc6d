"""The grammar of English sentences that say when something recurs: from text to a Plan.

English says how often, on which days and what limits them in any order:

    third Wednesday   of March   every year,   at 2 pm   (Integrity Day)
    item              context    head          limit     name
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import NoReturn

from probity._sentences.english.days import read_of_week
from probity._sentences.english.heads import read_head
from probity._sentences.english.items import read_context, read_item
from probity._sentences.english.limits import read_limit
from probity._sentences.english.plan import EnglishPlan
from probity._sentences.english.scanner import MONTHS, ORDINALS, WEEKDAYS, Scanner

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|“[^”]*”")
_LABEL = re.compile(r"([^:;,()0-9]{1,80}?): ")
_SUBJECT = re.compile(
    "([a-z][a-z' -]{1,60}?) (?:(?:is|are|shall be|will be|to be|must be) "
    "(?:held|observed|due|submitted|reported|published)|takes? place|meets?|shall meet|is)(?= )"
)
_BEFORE_BRACKET = re.compile("([a-z][a-z' -]{1,60}?) ?[(](?=[^()]+[)]$)")
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
_REASONS = {
    **dict.fromkeys(
        ("early", "mid", "late", "middle", "beginning"), "names about ten days, not one"
    ),
    **dict.fromkeys(
        (
            *("morning", "mornings", "afternoon", "afternoons", "evening", "evenings", "night"),
            *("nights", "lunchtime", "lunch", "half past", "quarter past", "quarter to"),
        ),
        "names no hour: 9 am, 14:00",
    ),
    **dict.fromkeys(
        ("around", "about", "approximately", "roughly", "circa"), "says that the day is not certain"
    ),
    **dict.fromkeys(
        ("occasionally", "sometimes", "needed", "necessary", "regularly", "frequently", "ad hoc"),
        "names no day",
    ),
    **dict.fromkeys(("or", "either"), "leaves open which day is meant: and names both"),
    **dict.fromkeys(
        (
            *("tentative", "tentatively", "provisional", "provisionally", "tbc", "tbd"),
            *("weather permitting", "if possible", "in principle", "preferably"),
        ),
        "says that the day may change",
    ),
    "before": "says not how many days: the day itself is by, the day before is so named",
}
_REASON = re.compile(
    rf"(?<![a-z-])(?:{'|'.join(sorted(_REASONS, key=len, reverse=True))})(?![a-z])"
)
_NUMBERS_ONLY = re.compile("[0-9]{1,4}[./-][0-9]{1,2}(?:[./-](?:[0-9]{2,4})?)?(?![0-9])")
#: Words that no name has: to pass over them would be to lose them.
_DATED = {
    *(*_WORDS, *_REASONS),
    *("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "twice"),
    *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    *("daily", "weekly", "monthly", "annually", "yearly", "fortnightly", "alternate"),
    *("other", "second", "next", "following", "previous", "not", "no", "only", "after"),
    *("excluded", "excluding", "omitted", "cancelled", "skipped", "unless"),
} - {"week", "weeks", "month", "year", "quarter", "holiday", "working"}
#: So many words that say nothing may follow one another, as in ", and on the".
_FILLERS_IN_A_ROW = 5
_FILLERS = (",", ";", ":", "on", "in", "at", "for", "during", "and", "&", "the")


def read_plan(s: Scanner) -> EnglishPlan:
    """The plan of a whole sentence. Raises RuleError where it is not understood."""
    if s.done:
        s.fail("the sentence is empty; a rule is such as third Wednesday of March every year")
    plan = EnglishPlan()
    _pass_subject(s)
    fillers = 0
    while not s.done:
        mark = s.at
        fillers += 1
        if fillers > _FILLERS_IN_A_ROW:
            _refuse(s, plan)
        if _read_part(s, plan):
            fillers = 0
            continue
        if not plan.has_days and s.take(*_DEADLINES):
            plan.deadline = True
            continue
        if s.take(*_VERBS):
            continue
        filler = s.take(*_FILLERS)
        if filler:
            if s.done and filler not in ",;:":
                s.fail(f"it breaks off behind {filler!r}", mark)
            continue
        if s.take(".") and s.done:
            break
        s.at = mark
        if s.match(_YEAR) is not None:
            s.fail("one year is named: a rule recurs, as with every year", mark)
        _refuse(s, plan)
    plan.share()
    return plan


def _read_part(s: Scanner, plan: EnglishPlan) -> bool:
    """One thing that a sentence says: how often, a limit, a name, where days lie, a day."""
    mark, block = s.at, (plan.block, plan.block_starts)
    if read_head(s, plan):
        if block[0] and (plan.block, plan.block_starts) != block:
            s.fail("two periods are named: name one, or the months", mark)
        return True
    if read_limit(s, plan) or _name(s):
        return True
    if not (plan.has_days and plan.to) and read_context(s, plan):
        return True
    if not plan.has_days and read_item(s, plan):
        return True
    return _item_follows(s, plan) and _further_item(s, plan)


def _further_item(s: Scanner, plan: EnglishPlan) -> bool:
    """Another day beside those before, with the week in which it lies if it has one of its own."""
    mark = s.at
    other = plan.beside()
    if not read_item(s, other):
        s.at = mark
        return False
    mark = s.at
    if not (s.take("of", "in") and read_of_week(s, other)):
        s.at = mark
    plan.join(other)
    return True


def _refuse(s: Scanner, plan: EnglishPlan) -> NoReturn:
    """Names the first word that says nothing here, and one that was probably meant."""
    numbers = s.match(_NUMBERS_ONLY)
    if numbers is not None:
        s.fail(
            f"{numbers[0]}: which number is the month differs by country; write 15 March",
            s.at - len(numbers[0]),
        )
    known = {*_WORDS, *_FILLERS, "of", "a", "an", "day", "days", "next", "every", "to"}
    words = list(re.finditer("[a-z]{2,40}", s.text[s.at :]))
    strange = next((each for each in words if each[0] not in known or each[0] in _REASONS), None)
    if strange is not None:
        s.at += strange.start()
    word = strange[0] if strange is not None else s.text[s.at :].split()[0][:40]
    reason = _reason_in(f"{word} ") or _reason_in(s.text[s.at : s.at + 12])
    if reason:
        s.fail(reason)
    text = f"{word!r} is not understood"
    near = get_close_matches(word, _WORDS, 1, 0.7)
    if near and near[0] != word:
        shown = near[0].capitalize() if near[0] in (*MONTHS, *WEEKDAYS) else near[0]
        text += f"; did you mean {shown}?"
    s.fail(text if plan.has_days else f"{text}; days are meant, {s.such_days(plan)}")


def _reason_in(words: str) -> str:
    """Why words of dates that are not read are none of a name; "" if there is no such word."""
    found = _REASON.search(words)
    return f"{found[0]} {_REASONS[found[0]]}" if found is not None else ""


def _item_follows(s: Scanner, plan: EnglishPlan) -> bool:
    """Further days are joined to those before by a word."""
    before = s.text[max(0, s.at - 20) : s.at].rstrip()
    return before.endswith((",", ";", "and", "&", "/", "on", "from"))


def _pass_subject(s: Scanner) -> None:
    """Integrity Day is held on, the council meets on; Integrity Week (the third week)."""
    for pattern in (_LABEL, _SUBJECT):
        found = pattern.match(s.text, s.at)
        if found is not None and not _speaks_of_dates(found[1]):
            s.at = found.end()
            return
    found = _BEFORE_BRACKET.match(s.text, s.at)
    if found is not None and not _speaks_of_dates(found[1]):
        s.at = found.end()
        s.text = s.text[:-1]


def _speaks_of_dates(words: str) -> bool:
    return any(
        word.removesuffix("s") in _DATED or word in _DATED
        for word in re.findall("[a-z]+|[a-z-]+", words)
    )


def _name(s: Scanner) -> bool:
    """(Integrity Week), as Integrity Week: a name, which says nothing of when."""
    mark = s.at
    s.take(",")
    found = s.match(_BRACKETS) or s.match(_AS)
    if found is not None and not any(character.isdigit() for character in found[0]):
        reason = _reason_in(found[0])
        if reason:
            s.fail(reason, mark)
        if _speaks_of_dates(found[0]):
            s.fail(f"{found[0].strip()} speaks of dates, and is not understood here", mark)
        return True
    s.at = mark
    return False
