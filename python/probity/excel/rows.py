"""The bands and tasks of a programme as the rows that an import takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from probity import _core
from probity.excel.choices import names_of, units_in_force
from probity.excel.columns import Kind, kind_names

if TYPE_CHECKING:
    import datetime

    from probity.text import Text
    from probity.types import Language


def rows_of(
    programme: _core.Programme, kind: Kind, lang: Language, on: datetime.date | None
) -> list[dict[str, Any]]:
    """Each row by the ids of its columns; dates and weights as such, the rest as text.

    Units that are not in force are in no band, and own a task by their id: an import knows no unit
    by a title that it has left to another.
    """
    units = _by_id(units_in_force(programme, on), lang)
    if kind == "bands":
        return [
            {
                "id": band.id,
                **_titles(band.title),
                "units": _listed(units[unit] for unit in band.units if unit in units),
            }
            for band in programme.bands
        ]
    bands = _by_id(programme.bands, lang)
    areas = _by_id(programme.risk_areas, lang)
    kinds = dict(zip((id for id, _ in _core._task_kinds()), kind_names(lang), strict=True))
    return [
        {
            "id": task.id,
            "kind": kinds[task.kind],
            **_titles(task.title),
            "owner": units.get(task.owner, task.owner),
            "band": bands.get(task.band, ""),
            "risk_area": areas.get(task.risk_area, ""),
            "due": task.due,
            "weight": task.weight,
            "depends_on": _listed(task.depends_on),
            "indicators": _listed(task.indicators),
            "proposed": task.proposed,
        }
        for task in programme.tasks
    ]


def _titles(title: Text) -> dict[str, str]:
    """The Korean title, and the English one if it is another."""
    return {
        "title": title.korean,
        "title_en": title.english if title.english != title.korean else "",
    }


def _by_id(records: Iterable[Any], lang: Language) -> dict[str, str]:
    records = list(records)
    return dict(zip((each.id for each in records), names_of(records, lang), strict=True))


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names)
