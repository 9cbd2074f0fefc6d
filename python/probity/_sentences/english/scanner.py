"""The words of an English sentence about dates: numbers, ordinals, weekdays, months."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

from probity._sentences.scanning import SentenceScanner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity._sentences.korean.plan import Plan

#: A description longer than this is not read; the longest of a rule is shorter.
LONGEST = 100_000
#: A sentence that people write is not read if it is longer.
LONGEST_SENTENCE = 6000

Item = TypeVar("Item")
Said = TypeVar("Said")

DAYS = "the 15th of each month, third Wednesday of March every year, every Monday"

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
#: Ordinals in words behind the tenth, to the thirty-first.
_LATER_ORDINALS = {
    **{"eleventh": 11, "twelfth": 12, "twentieth": 20, "thirtieth": 30, "thirty-first": 31},
    **{f"{word}th": n for n, word in enumerate(NUMBERS, start=1) if 13 <= n},
    **{f"twenty-{word}": 20 + n for n, word in enumerate(ORDINALS[:9], start=1)},
}
_WEEKDAY = re.compile(
    "(mon|tues|tue|wednes|weds|wed|thurs|thur|thu|fri|satur|sat|sun)(?:days?)?(?![a-z])[.]?"
)
_MONTH = re.compile(
    "(?:january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-z])[.]?"
)
_FIGURES = re.compile("([0-9]+)(st|nd|rd|th)(?![a-z])")
_NUMBER = re.compile("[0-9]+")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
# What people type for what a keyboard has.
_TYPED = str.maketrans(
    {"‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "~": "-"}
)


class Scanner(SentenceScanner):
    """Reads a sentence from its beginning: in lower case, each run of white space as one blank."""

    def __init__(self, given: str, longest: int = LONGEST) -> None:
        super().__init__(given, longest, "English")
        text: list[str] = []
        self._places: list[int] = []
        for place, character in enumerate(given):
            plain = unicodedata.normalize("NFKC", character).translate(_TYPED).lower()
            if plain.isspace() and (not text or text[-1] == " "):
                continue
            for letter in " " if plain.isspace() else plain:
                text.append(letter)
                self._places.append(place)
        while text and text[-1] == " ":
            text.pop()
        del self._places[len(text) :]
        self._places.append(self._places[-1] + 1 if text else len(given))
        self.text = "".join(text)

    def _given_place(self, at: int) -> int:
        place = min(at, len(self.text))
        return self._places[place + self.text.startswith(" ", place)]

    def such(self, korean: str, english: str) -> str:
        return english

    def such_days(self, plan: Plan) -> str:
        if plan.block:
            name = "quarter" if plan.block == 3 else "half-year"
            return f"such as end of {name}, the last Friday of each {name}"
        if plan.months:
            month = MONTHS[plan.months[0][0] - 1].capitalize()
            return f"such as 15 {month}, the third Wednesday of {month}, throughout {month}"
        return {
            "YEARLY": "such as 18 March, the third Wednesday of March",
            "MONTHLY": "such as the 15th, the third Wednesday, the last day of each month",
            "WEEKLY": "such as every Monday",
        }.get(plan.heads[-1][0] if plan.heads else "", f"such as {DAYS}")

    # ------------------------------------------------------------------ words

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern where it stands here, behind a blank or not; it is passed."""
        at = self.at
        if self.text.startswith(" ", at):
            at += 1
        found = pattern.match(self.text, at)
        if found is not None and found.end() > at:
            self.at = found.end()
            return found
        return None

    def take(self, *phrases: str) -> str:
        """The first of the phrases that stands here as whole words, which is passed; else ""."""
        at = self.at
        if self.text.startswith(" ", at):
            at += 1
        for phrase in phrases:
            end = at + len(phrase)
            if not self.text.startswith(phrase, at):
                continue
            if phrase[-1].isalnum() and self.text[end : end + 1].isalnum():
                continue
            self.at = end
            return phrase
        return ""

    def ahead(self, *phrases: str) -> bool:
        mark = self.at
        found = self.take(*phrases)
        self.at = mark
        return bool(found)

    def all_of(self, *phrases: str) -> bool:
        """Passes the phrases if they stand here one behind the other."""
        mark = self.at
        if all(self.take(phrase) for phrase in phrases):
            return True
        self.at = mark
        return False

    def any_of(self, plan: Said, *ways: Callable[[Scanner, Said], bool]) -> bool:
        """Whether one of the ways to read on reads something, each tried from here."""
        mark = self.at
        return any(read(self, plan) or self.back(mark) for read in ways)

    # ------------------------------------------------------------------ items

    def number(self) -> int | None:
        """A number in figures of at most ten places, or in words to ninety-nine."""
        mark = self.at
        found = self.match(_NUMBER)
        if found is not None:
            if self.text[self.at : self.at + 1].isalpha():
                self.at = mark
                return None
            if len(found[0]) > 10:
                self.fail("a number of at most ten places is meant", mark)
            return int(found[0])
        word = self.take(*_TENS)
        if not word:
            word = self.take(*NUMBERS)
            return NUMBERS.index(word) + 1 if word else None
        tens = 10 * (_TENS.index(word) + 2)
        self.at += self.text.startswith("-", self.at)
        word = self.take(*NUMBERS[:9])
        return tens + (NUMBERS.index(word) + 1 if word else 0)

    def weekday(self) -> int | None:
        """Monday, Mon, Mondays: 0 is Monday."""
        found = self.match(_WEEKDAY)
        return None if found is None else _index(WEEKDAYS, found[1])

    def month(self) -> int | None:
        """March, Mar: 3."""
        found = self.match(_MONTH)
        return None if found is None else _index(MONTHS, found[0].rstrip(".")) + 1

    def figures(self) -> int | None:
        """1st, 22nd."""
        mark = self.at
        found = self.match(_FIGURES)
        if found is None:
            return None
        if len(found[1]) > 10:
            self.fail("a number of at most ten places is meant", mark)
        number = int(found[1])
        teen = 11 <= number % 100 <= 13
        if found[2] != ("th" if teen else _ENDINGS.get(number % 10, "th")):
            self.at = mark
            self.fail(f"{found[0]} is no ordinal", mark)
        return number

    def ordinal(self) -> int | None:
        """third, 3rd; last is -1; third-last, third last, last but two, third to last are -3."""
        if self.take("last but one", "penultimate", "next to last", "next-to-last"):
            return -2
        if self.take("last"):
            return -1
        mark = self.at
        word = self.take(*_LATER_ORDINALS, *ORDINALS)
        if word in _LATER_ORDINALS:
            return _LATER_ORDINALS[word]
        number = ORDINALS.index(word) + 1 if word else self.figures()
        if number is None:
            return None
        if self.text.startswith("-last", self.at):
            self.at += len("-last")
            return -number
        if self.take("last", "to last", "to the last", "-to-last", "from last", "from the end"):
            return -number
        if number == 0:
            self.fail("an ordinal counts from the first", mark)
        return number

    def checked_day(self, day: int, at: int) -> int:
        if not 1 <= day <= 31:
            self.fail(f"{day}: a day of the month is 1 to 31", at)
        return day

    def separator(self) -> bool:
        """The words between the items of a list."""
        if self.take(","):
            self.take("and", "&")
            return True
        return bool(self.take("and", "&", "/"))

    def listed(self, item: Callable[[], list[Item]], *, either: bool = False) -> list[Item]:
        """The items of a list, each of which may be several; empty where none stands here.

        With `either` they may be joined by "or", as what a day off may be.
        """
        found = item()
        while found:
            mark = self.at
            parted = self.separator()
            if either:
                parted = bool(self.take("or")) or parted
            more = item() if parted else []
            if not more:
                self.at = mark
                break
            found += more
        return found

    def one(self, single: Callable[[], Item | None]) -> Callable[[], list[Item]]:
        """An item that is one thing or nothing."""

        def item() -> list[Item]:
            found = single()
            return [] if found is None else [found]

        return item


def _index(names: tuple[str, ...], start: str) -> int:
    return next(i for i, name in enumerate(names) if name.startswith(start.removesuffix("s")))
