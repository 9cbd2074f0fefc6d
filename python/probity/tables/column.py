"""Columns: what a table has of each record, and how it is said in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from probity._core import ProbityError, _fields, _label
from probity.keywords import named
from probity.labels import FLAGS, words_of
from probity.text import Text
from probity.words import LANGUAGES, refused

if TYPE_CHECKING:
    from probity.labels import Labels
    from probity.types import Language

#: The formats of columns: those of Arrow's C data interface.
TEXT: str = "U"
DATE: str = "tdD"
TIME: str = "tts"
INSTANT: str = "tss:UTC"
WHOLE: str = "l"
NUMBER: str = "g"
FLAG: str = "b"

#: Separates the parts of a list in one cell; tables that are read part them by it, too.
BETWEEN = ";"


def check_language(lang: str) -> None:
    """Raises ProbityError for another language than those that there are."""
    if lang not in LANGUAGES:
        known = " or ".join(f'"{each}"' for each in LANGUAGES)
        raise refused(ProbityError, "language", lang=lang, known=known)


@named
class Column(NamedTuple):
    """One column: its name, its title, its format, and how a row fills it.

    A column of `names` has the ids of a few things over and over, so that frames have it as a
    category. `categories` are the values that there may be; `label` says one of them in words. A
    flag that may be missing is `optional`; all else may be.
    """

    name: str
    title: Text
    format: str = TEXT
    value: Callable[[Any, Language], Any] | None = None
    categories: tuple[str, ...] = ()
    label: Callable[[str, Language], str] | None = None
    names: bool = False
    optional: bool = False

    def heading(self, lang: Language) -> str:
        """The heading of the column in a file."""
        return self.title.to(lang)

    def of(self, row: Any, lang: Language) -> Any:
        """The row's value: a str, date, datetime, time, int, float, bool or None."""
        value = getattr(row, self.name) if self.value is None else self.value(row, lang)
        if isinstance(value, Text):
            return value.to(lang)
        return BETWEEN.join(value) if isinstance(value, list) else value

    def flat(
        self, rows: Iterable[Any], lang: Language
    ) -> tuple[str, str, list[Any], list[str] | None]:
        """Its name, its format, the values of the rows, and their categories if it has any."""
        values = [self.of(row, lang) for row in rows]
        if self.names:
            return self.name, self.format, values, sorted(set(values))
        return self.name, self.format, values, list(self.categories) or None

    def cell(self, row: Any, lang: Language) -> str:
        """The row's value as text, in words if it is one of a few."""
        value = self.of(row, lang)
        if value is None:
            return ""
        if self.label is not None:
            return self.label(value, lang)
        if self.format == FLAG:
            return "TRUE" if value else "FALSE"
        if self.format == TIME:
            return str(value.strftime("%H:%M"))
        if self.format == NUMBER:
            return f"{value:.6g}"
        if self.format == INSTANT:
            return str(value.strftime("%Y-%m-%dT%H:%M:%SZ"))
        return str(value)

    def words(self, row: Any, lang: Language) -> str:
        """The row's value as people read it: as in a file, but with "yes" and "no" for flags."""
        value = self.of(row, lang)
        return FLAGS[value].to(lang) if isinstance(value, bool) else self.cell(row, lang)


def member(name: str) -> Callable[[Any, Language], Any]:
    """Fills a column with a member that is not of the column's name: `member("period.begin")`."""
    names = name.split(".")

    def value(row: Any, lang: Language) -> Any:
        for each in names:
            row = getattr(row, each)
        return row

    return value


def column(
    place: str,
    format: str = TEXT,
    value: Callable[[Any, Language], Any] | None = None,
    **more: Any,
) -> Column:
    """Makes a column with its labels from the catalogues (src/text/columns_*.inc).

    The key there is "table.name". Raises ProbityError if there is none.
    """
    return Column(place.partition(".")[2], _label(place), format, value, **more)


def choice(
    place: str, labels: Labels, value: Callable[[Any, Language], Any] | None = None
) -> Column:
    """A column of one of a few values, which have words."""

    def label(choice: str, lang: Language) -> str:
        return labels[choice].to(lang)

    return column(place, TEXT, value, categories=tuple(labels), label=label)


def ids(place: str) -> Column:
    """A column of the id of something that many rows have in common."""
    return column(place, names=True)


def described(record: type, *names: str, apart: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """The columns of members as their description has them: labels, formats and kinds.

    A list of records shows how many there are. The ids in `apart` are no names that rows have in
    common, so that frames have them as texts.
    """
    fields = {name: (place, form, choices) for name, place, form, choices in _fields(record)}

    def of(name: str) -> Column:
        place, form, choices = fields[name]
        if choices:
            return choice(place, words_of(choices))
        if form == "count":
            return column(place, WHOLE, lambda row, lang: len(getattr(row, name)))
        if form == "id":
            return column(place, names=name not in apart)
        return column(place, form)

    return tuple(of(name) for name in names)


def at(index: int, columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns of a part of rows that are tuples."""

    def inner(column: Column) -> Column:
        return column._replace(value=lambda row, lang: column.of(row[index], lang))

    return tuple(inner(column) for column in columns)
