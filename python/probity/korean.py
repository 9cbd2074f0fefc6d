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

from probity._core import Interval, ProbityError
from probity.keywords import named
from probity.particles import FORMS, PAIRS, fitting
from probity.text import Text
from probity.words import refused

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
    forms = FORMS.get(pair)
    if forms is None:
        known = ", ".join("/".join(each) for each in PAIRS)
        raise refused(ProbityError, "no_particle", pair=repr(pair), known=known)
    return fitting(word, forms)


@named
def with_particle(word: str, pair: str) -> str:
    """A word with the particle that follows it: with_particle("회의록", "을/를") is "회의록을"."""
    return word + particle(word, pair)


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
    raise refused(ProbityError, "no_term", name=repr(name), known=known)
