"""The choices that a programme offers for the cells of a form: its units, bands, risk areas,
ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from probity import _core
from probity.excel.columns import kind_names

if TYPE_CHECKING:
    import datetime

    from probity.text import Text
    from probity.types import Language


class _Titled(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> Text: ...


def choices_of(
    programme: _core.Programme | None, lang: Language, on: datetime.date | None
) -> dict[str, list[str]]:
    """The names that may stand in each column, by its id; without a programme only the kinds.

    An empty list says that the programme has none. Units are those in force on the day `on`, or
    those that have no end.
    """
    found = {"kind": kind_names(lang)}
    if programme is None:
        return found
    units = units_in_force(programme, on)
    found["owner"] = found["units"] = names_of(units, lang)
    found["band"] = names_of(programme.bands, lang)
    found["risk_area"] = names_of(programme.risk_areas, lang)
    found["depends_on"] = [task.id for task in programme.tasks]
    found["indicators"] = [each.id for each in programme.indicators]
    return found


def names_of(records: Iterable[_Titled], lang: Language) -> list[str]:
    """The name by which an import finds each record: its title, or its id if the title is not its
    own."""
    records = list(records)
    titles = [title for each in records for title in {each.title.korean, each.title.english}]
    return [
        title if title and titles.count(title) == 1 else each.id
        for each in records
        for title in [each.title.to(lang)]
    ]


def units_in_force(programme: _core.Programme, on: datetime.date | None) -> list[_core.Unit]:
    """The units in force on a day, or those that have no end."""
    return [
        unit
        for unit in programme.institution.units
        if (unit.end is None or (on is not None and on < unit.end))
        and (on is None or unit.begin is None or unit.begin <= on)
    ]
