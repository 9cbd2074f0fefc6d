"""The words of the package in each language: of the command line, pages, pictures and workbooks.

>>> say("cli.tasks", "ko", total=20, done=5, overdue=1, blocked=0)
'과제 20건, 완료 5건, 지연 1건, 선행 대기 0건'
>>> say("planner.held", "ko", title="청렴데이")
'청렴데이 활동'

Each language has one module here, whose WORDS are keyed alike; a key that one lacks fails a test.
The words for kinds, states and columns stand in the catalogues of C++ (probity.labels,
probity.tables).
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TypeVar, get_args

from probity.particles import FORMS, fitting
from probity.text import Text
from probity.types import Language

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from probity._core import Agenda, AgendaEntry, Holiday, Interval

_Error = TypeVar("_Error", bound=Exception)

#: The languages, by the names that --lang takes; each is a module of this package.
LANGUAGES: tuple[Language, ...] = get_args(Language)

#: The states of a task that is done, and of one that is given up; in all others it is open.
DONE = ("verified", "closed")
DROPPED = ("rejected", "withdrawn", "superseded")


# Sentences ----------------------------------------------------------------------------------------


@cache
def words(lang: Language) -> dict[str, str]:
    """The catalogue of a language."""
    catalogue: dict[str, str] = import_module(f"probity.words.{lang}").WORDS
    return catalogue


def find(key: str, lang: Language) -> str | None:
    """The words for a key in a language; None if its catalogue has none."""
    return words(lang).get(key)


def say(key: str, lang: Language, /, **values: object) -> str:
    """The sentence of a key with its values in it: dates as the language writes them.

    A Korean sentence asks for a particle as a format, "{title:은/는}".
    """
    return words(lang)[key].format(**{name: _said(each, lang) for name, each in values.items()})


def say_number(key: str, lang: Language, number: int, /, **values: object) -> str:
    """A sentence that may have another form for one, under the key with "_1"."""
    one = f"{key}_1"
    chosen = one if number == 1 and one in words(lang) else key
    return say(chosen, lang, number=number, **values)


def text(key: str, /, **values: object) -> Text:
    """The sentence of a key in all languages."""
    return Text.of({lang: say(key, lang, **values) for lang in LANGUAGES})


def refused(kind: type[_Error], key: str, /, **values: object) -> _Error:
    """An error of a kind, whose sentence is that of a key, "error.KEY", in all languages.

    str() of it is English. A value may be an error, which stands for its message.
    """
    said = text(f"error.{key}", **{name: _message(each) for name, each in values.items()})
    error = kind(said.english)
    error.text = said  # type: ignore[attr-defined]
    return error


def _message(value: object) -> object:
    if not isinstance(value, Exception):
        return value
    said = getattr(value, "text", None)
    return str(value) if said is None else said


@cache
def phrases(name: str, lang: Language) -> dict[str, str]:
    """The words whose keys begin with a name and a full stop, by the rest of their keys."""
    return {
        key.removeprefix(f"{name}."): each
        for key, each in words(lang).items()
        if key.startswith(f"{name}.")
    }


class _Word(str):
    """A value in a sentence, which a particle may follow."""

    def __format__(self, spec: str) -> str:
        if "/" in spec:
            return self + fitting(self, FORMS[spec])
        return super().__format__(spec)


def _said(value: object, lang: Language) -> object:
    if hasattr(value, "weekday") and not hasattr(value, "hour"):
        return say_day(value, lang)  # type: ignore[arg-type]
    if isinstance(value, Text):
        value = value.to(lang)
    return _Word(value) if isinstance(value, str) else value


# Dates --------------------------------------------------------------------------------------------


def weekdays(lang: Language) -> list[str]:
    """The weekdays from Monday: "Mon", "월"."""
    return [words(lang)[f"weekday.{day}"] for day in range(7)]


def month_title(month: int, lang: Language, short: bool = False) -> str:
    """ "March", in short "Mar"; "3월"."""
    return words(lang)[f"month.short.{month}" if short else f"month.{month}"]


def _date(key: str, date: datetime.date, lang: Language) -> str:
    catalogue = words(lang)
    return catalogue[key].format(
        d=date,
        month=catalogue[f"month.{date.month}"],
        month_short=catalogue[f"month.short.{date.month}"],
        weekday=catalogue[f"weekday.{date.weekday()}"],
    )


def say_day(date: datetime.date, lang: Language) -> str:
    """ "2026-03-18", "2026. 3. 18."."""
    return _date("date.iso", date, lang)


def day_text(date: datetime.date, lang: Language) -> str:
    """ "2026-03-18 Wed", "2026. 3. 18.(수)"."""
    return _date("date.iso_with_weekday", date, lang)


def date_text(date: datetime.date, lang: Language) -> str:
    """ "18 March 2026"; "2026. 3. 18.", as Korean offices write dates."""
    return _date("date.long", date, lang)


def date_text_with_weekday(date: datetime.date, lang: Language) -> str:
    """ "Wed 18 March 2026", "2026. 3. 18.(수)"."""
    return _date("date.long_with_weekday", date, lang)


def date_on_axis(date: datetime.date, lang: Language) -> str:
    """ "18 Mar 2026", "2026. 3. 18."."""
    return _date("date.on_axis", date, lang)


def short_date(date: datetime.date, lang: Language) -> str:
    """A date of a year that is known: "18 Mar", "3. 18."."""
    return _date("date.short", date, lang)


def date_with_weekday(date: datetime.date, lang: Language) -> str:
    """A date of a year that is known: "Wed 18 Mar", "3. 18.(수)"."""
    return _date("date.short_with_weekday", date, lang)


def short_range(first: datetime.date, last: datetime.date, lang: Language) -> str:
    """ "16-22 Mar", "3. 16. ~ 3. 22."; of one day that day."""
    if first == last:
        return short_date(first, lang)
    of_a_month = (first.year, first.month) == (last.year, last.month)
    return words(lang)["dates.of_a_month" if of_a_month else "dates"].format(
        first=first, begin=short_date(first, lang), last=short_date(last, lang)
    )


def days_text(days: Interval, lang: Language) -> str:
    """ "2026-03-16 Mon .. 2026-03-22 Sun", "2026. 3. 16.(월) ~ 3. 22.(일)"."""
    first, last = days.begin, days.last
    if first == last:
        return day_text(first, lang)
    return words(lang)["days.of_a_year" if first.year == last.year else "days"].format(
        begin=day_text(first, lang),
        last=day_text(last, lang),
        last_short=date_with_weekday(last, lang),
    )


def month_of_year(year: int, month: int, lang: Language) -> str:
    """ "2026-02", "2026년 2월"."""
    return say("month.of_year", lang, year=year, month=month)


def week_number(week: int, lang: Language) -> str:
    """The week of a month by its number: "3", "-1"; "3주차", "마지막 주"."""
    key = "week.n" if week > 0 else "week.last" if week == -1 else "week.from_end"
    return say(key, lang, week=week, back=-week)


def hours_text(entry: AgendaEntry) -> str:
    """ "15:20", or "15:20-16:30" if the end is known; empty if neither is."""
    if entry.begins is None:
        return ""
    begins = f"{entry.begins:%H:%M}"
    return begins if entry.ends is None else f"{begins}-{entry.ends:%H:%M}"


# Records ------------------------------------------------------------------------------------------


def observance_titles(agenda: Agenda, lang: Language) -> dict[str, str]:
    """The titles of the observances in an agenda, by id."""
    return {entry.id: entry.title.to(lang) for entry in agenda if entry.kind in ("week", "day")}


def holiday_name(holiday: Holiday, lang: Language) -> str:
    """The name in a language; the other one's if it has none."""
    return Text(holiday.name, holiday.name_en).to(lang)


def holiday_basis(holiday: Holiday, lang: Language) -> str:
    """By what it is a holiday, in a language; the other one's words if it has none."""
    return Text(holiday.basis, holiday.basis_en).to(lang)
