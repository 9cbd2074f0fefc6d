"""Korean as officials write it: dates, times, particles, and the terms of the field.

>>> from probity import korean
>>> korean.date("2026-03-18", weekday=True)
'2026. 3. 18.(수)'
>>> korean.period("2026-03-16", "2026-03-23")
'2026. 3. 16. ~ 3. 22.'
>>> korean.with_particle("청렴주간", "은/는"), korean.with_particle("청렴데이", "은/는")
('청렴주간은', '청렴데이는')
>>> korean.term("quorum").korean
'의사정족수'

Dates and times have the form of Article 7(5) of the Regulation on the Operation and Innovation of
Administrative Work (행정업무의 운영 및 혁신에 관한 규정): figures with full stops for 년, 월
and 일, and the hours of a clock of twenty-four with a colon.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from probity._core import Interval, ProbityError
from probity.keywords import named
from probity.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity.types import DateLike

__all__ = [
    "TERMS",
    "WEEKDAYS",
    "date",
    "particle",
    "period",
    "term",
    "time",
    "with_particle",
]

#: The weekdays from Monday, as they stand in brackets behind a date; with 요일 they are whole.
WEEKDAYS: tuple[str, ...] = ("월", "화", "수", "목", "금", "토", "일")


# Dates and times ----------------------------------------------------------------------------------


@named
def date(date: DateLike, *, weekday: bool = False, year: bool = True) -> str:
    """A date in official style: "2026. 3. 18.", and with its weekday "2026. 3. 18.(수)".

    Without its year, if that is known from elsewhere, "3. 18.". Raises DateError for what is no
    date.
    """
    return _date(_day(date), weekday, year=year)


@named
def time(time: datetime.time) -> str:
    """A time of day: "15:20", of twenty-four hours and in two figures each."""
    return f"{time.hour:02}:{time.minute:02}"


@named
def period(
    begin: DateLike | Interval, end: DateLike | None = None, *, weekday: bool = False
) -> str:
    """The days of [begin, end), or of an Interval, by their first and their last.

    >>> period(Interval("2026-12-28", "2027-01-04"), weekday=True)
    '2026. 12. 28.(월) ~ 2027. 1. 3.(일)'

    The year of the last day is left out if it is that of the first; one day stands alone, and an
    interval without an end says only from when: "2026. 3. 16.부터". Raises DateError for what is no
    date or has no days.
    """
    days = begin if isinstance(begin, Interval) else Interval(begin, end)
    first = _date(days.begin, weekday, year=True)
    if days.end is None:
        return first + "부터"
    if days.last == days.begin:
        return first
    return f"{first} ~ {_date(days.last, weekday, year=days.last.year != days.begin.year)}"


def _day(given: DateLike) -> datetime.date:
    return Interval.of_days(given, 1).begin


def _date(day: datetime.date, weekday: bool, *, year: bool) -> str:
    figures = [day.year, day.month, day.day] if year else [day.month, day.day]
    text = " ".join(f"{figure}." for figure in figures)
    return f"{text}({WEEKDAYS[day.weekday()]})" if weekday else text


# Particles ----------------------------------------------------------------------------------------

# Of each pair the form behind a consonant, and the one behind a vowel.
_PAIRS = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("으로서", "로서"),
    ("으로써", "로써"),
    ("으로부터", "로부터"),
    ("이나", "나"),
    ("이며", "며"),
    ("이라", "라"),
    ("이란", "란"),
    ("이다", "다"),
)
_FORMS: Mapping[str, tuple[str, str]] = {
    name: pair for pair in _PAIRS for name in (*pair, "/".join(pair), "/".join(reversed(pair)))
}

# How a word ends as it is spoken: without a final consonant, with ㄹ, or with another.
_OPEN, _RIEUL, _CLOSED = range(3)

# 영 일 이 삼 사 오 육 칠 팔 구.
_DIGITS = (_CLOSED, _RIEUL, _OPEN, _CLOSED, _OPEN, _OPEN, _CLOSED, _RIEUL, _RIEUL, _OPEN)
# The names of letters that end in a consonant: 엘, 엠, 엔, 알.
_LETTERS = {"L": _RIEUL, "M": _CLOSED, "N": _CLOSED, "R": _RIEUL}

_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "］": "［", "〕": "〔", "】": "【"}
# Only so much of a text is looked at, from its end.
_SPOKEN = 400
# Signs that stand behind a word and are not spoken: quotation marks and brackets of titles.
_SILENT = "\"'”’」』》〉>.,!?:; \t\n·…"


@named
def particle(word: str, pair: str) -> str:
    """The form of a particle that follows a word: particle("청렴주간", "은/는") is "은".

    `pair` names the particle by both forms or by either: 은/는, 이/가, 을/를, 과/와, 으로/로 and
    those made with them, 이나/나, 이며/며, 이라/라, 이란/란, 이다/다.

    The spoken word counts. Figures are read as Sino-Korean numbers (10 십, 3 삼), Latin capitals by
    their letters (PDF 피디에프), other Latin words by how they end. Words in brackets are passed
    over, as an aside is; quotation marks and 「」 are not spoken.

    >>> [particle(word, "으로/로") for word in ("기한", "3월", "회의", "1", "10", "PDF")]
    ['으로', '로', '로', '로', '으로', '로']
    >>> particle("회의(3층)", "은/는")
    '는'

    Raises ProbityError for a particle that is none of these.
    """
    forms = _FORMS.get(pair)
    if forms is None:
        known = ", ".join("/".join(each) for each in _PAIRS)
        from probity.words import refused

        raise refused(ProbityError, "no_particle", pair=repr(pair), known=known)
    end = _ending(word)
    if end == _RIEUL and forms[0].startswith("으로"):
        return forms[1]
    return forms[1] if end == _OPEN else forms[0]


@named
def with_particle(word: str, pair: str) -> str:
    """A word with the particle that follows it: with_particle("회의록", "을/를") is "회의록을"."""
    return word + particle(word, pair)


def _ending(word: str) -> int:
    spoken = _without_asides(word)
    last = spoken[-1:]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        return _OPEN if final == 0 else _RIEUL if final == 8 else _CLOSED
    if "ㄱ" <= last <= "ㅎ":  # by their names: 기역, 니은, 리을
        return _RIEUL if last == "ㄹ" else _CLOSED
    if last.isascii() and last.isdigit():
        return _number_ending(spoken)
    if last.isascii() and last.isalpha():
        return _latin_ending(spoken)
    return _OPEN


def _without_asides(word: str) -> str:
    """The word less what is not spoken at its end: asides in brackets, quotation marks."""
    text = word[-_SPOKEN:].rstrip(_SILENT)
    while text and text[-1] in _BRACKETS:
        opening = _opening(text)
        # An aside with nothing before it is the word itself.
        if not text[:opening].strip(_SILENT):
            text = text[opening + 1 : -1].rstrip(_SILENT) if opening >= 0 else text[:-1]
        else:
            text = text[:opening].rstrip(_SILENT)
    return text


def _opening(text: str) -> int:
    """The place of the bracket that the end of a text closes; -1 if it closes none."""
    closing, opening = text[-1], _BRACKETS[text[-1]]
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == closing) - (text[index] == opening)
        if depth == 0:
            return index
    return -1


def _number_ending(text: str) -> int:
    if text[-1] != "0":
        return _DIGITS[int(text[-1])]
    figures = text[len(text.rstrip("0123456789,")) :].replace(",", "")
    zeros = len(figures) - len(figures.rstrip("0"))
    # 십, 백, 천, 만, 억, 경 end in a consonant, as 영 does; 조, of 12 to 15 zeros, does not.
    return _OPEN if 12 <= zeros <= 15 and len(figures) > zeros else _CLOSED


def _latin_ending(text: str) -> int:
    latin = text[len(text.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")) :]
    if len(latin) == 1 or latin.isupper():
        return _LETTERS.get(latin[-1].upper(), _OPEN)
    word = latin.lower()
    if word.endswith(("l", "le")):
        return _RIEUL
    if word.endswith(("m", "n", "ng", "me", "ne")):
        return _CLOSED
    # A stop behind a vowel closes the syllable (아웃룩), behind a consonant it opens one (테스트).
    vowels = "aeiou"
    stop = word.endswith("ck") or (word[-1] in "bckpt" and word[-2] in vowels)
    return _CLOSED if stop else _OPEN


# Terms --------------------------------------------------------------------------------------------

#: The terms of integrity programmes in both languages, each once.
TERMS: tuple[Text, ...] = (
    Text("청렴주간", "Integrity Week"),
    Text("청렴데이", "Integrity Day"),
    Text("청렴문화 혁신밴드", "Integrity Culture Innovation Band"),
    Text("밴드", "band"),
    Text("청렴회의체", "Integrity Council"),
    Text("협의체", "council"),
    Text("위원장", "chair"),
    Text("간사", "secretary"),
    Text("위원", "member"),
    Text("의사정족수", "quorum"),
    Text("의결정족수", "decision rule"),
    Text("정기회의", "regular meeting"),
    Text("임시회의", "extraordinary meeting"),
    Text("서면의결", "written resolution"),
    Text("안건", "agenda item"),
    Text("회의록", "minutes"),
    Text("부패취약분야", "corruption-prone area"),
    Text("개선대책", "improvement measure"),
    Text("실천과제", "practice task"),
    Text("담당부서", "owner department"),
    Text("기한", "due date"),
    Text("증빙", "evidence"),
    Text("종합청렴도 평가", "Comprehensive Integrity Assessment"),
    Text("대체공휴일", "substitute holiday"),
    Text("임시공휴일", "temporary public holiday"),
)


@named
def term(name: str) -> Text:
    """A term by its name in either language; of English the case does not matter.

    >>> term("회의록")
    Text('회의록', 'minutes')

    Raises ProbityError for a term that is not in TERMS.
    """
    wanted = name.casefold()
    for text in TERMS:
        if name == text.korean or wanted == text.english.casefold():
            return text
    known = ", ".join(text.korean for text in TERMS)
    from probity.words import refused

    raise refused(ProbityError, "no_term", name=repr(name), known=known)
