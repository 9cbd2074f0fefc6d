"""A new organisation chart as events: units renamed, closed, merged, split, begun.

plan = pb.reorganise(journal.programme, "chart.xlsx", on="2026-10-01", by="kim", reason="조직개편")
print(plan)                         # what becomes of the units, and what moves
journal.append(plan.events)         # all of it in one step
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from probity import labels
from probity._core import Event, Interval, Programme
from probity.chart import Chart, ChartFaults
from probity.chart_table import chart_rows
from probity.errors import ReorganisationErrors
from probity.keywords import named
from probity.tables.column import Column, choice, column
from probity.tables.table import Tabular
from probity.text import Text
from probity.words import LANGUAGES, say

if TYPE_CHECKING:
    from probity.types import DateLike, Language, RecordKind, Rows, TextLike

__all__ = ["HandedOver", "Reorganisation", "UnitChange", "reorganise"]


@named
class UnitChange(NamedTuple):
    """The fate of a unit: it is "begun", "renamed", "merged", "split" or "closed".

    `title` is its name before, of a unit that is begun its name; `to` are the ids of the units that
    it becomes, its own if it stays.
    """

    unit: str
    what: str
    title: Text
    to: tuple[str, ...]


@named
class HandedOver(NamedTuple):
    """Something that another unit has from the day on: a task, risk area, seat or official.

    `before` and `after` are the titles of the units; of an area that several own, of all."""

    record: RecordKind
    id: str
    title: Text
    before: Text
    after: Text


def _columns() -> tuple[Column, ...]:
    return (
        choice("handed_over.record", labels.RECORD_KINDS),
        column("handed_over.id"),
        column("handed_over.title"),
        column("handed_over.before"),
        column("handed_over.after"),
    )


@named
class Reorganisation(Tabular):
    """A new chart that is not recorded yet: its events, what becomes of units, and what moves.

    `programme` is the one with the events applied. As a table, in a frame and in a notebook, it is
    what moves.
    """

    def __init__(
        self,
        before: Programme,
        programme: Programme,
        events: Sequence[Event],
        units: Sequence[UnitChange],
    ) -> None:
        self.before = before
        self.programme = programme
        self.events = tuple(events)
        self.units = tuple(units)
        self.moves = tuple(_moves(before, programme))

    def columns(self) -> tuple[Column, ...]:
        return _columns()

    def _rows(self) -> Sequence[HandedOver]:
        return self.moves

    def __repr__(self) -> str:
        counts = [f"{sum(each.what == what for each in self.units)} {what}" for what in _WHAT]
        told = ", ".join(each for each in counts if not each.startswith("0 "))
        moving = f"{len(self.moves)} {'thing moves' if len(self.moves) == 1 else 'things move'}"
        return f"<Reorganisation: {told or 'no unit changes'}; {moving}>"

    def describe(self, lang: Language = "en") -> str:
        """The fate of each unit and the moves, in lines."""
        return "\n".join([*self._said_of_units(lang), *self._said_of_moves(lang)])

    def _said_of_units(self, lang: Language) -> list[str]:
        names = {unit.id: unit.title for unit in self.programme.institution.units}
        return [
            say(
                f"chart.told.{each.what}",
                lang,
                title=each.title,
                to=", ".join(names[unit].to(lang) for unit in each.to),
            )
            for each in self.units
        ]

    def _said_of_moves(self, lang: Language) -> list[str]:
        return [
            say(
                "chart.moves",
                lang,
                record=labels.RECORD_KINDS[each.record],
                name=each.id if each.title in ("", each.id) else f"{each.id} {each.title.to(lang)}",
                before=each.before,
                after=each.after,
            )
            for each in self.moves
        ]


#: The fates of a unit, in the order in which they are told.
_WHAT = ("begun", "renamed", "merged", "split", "closed")


@named
def reorganise(
    programme: Programme,
    rows: Rows,
    *,
    on: DateLike,
    by: str,
    reason: TextLike = "",
    lang: Language = "en",
) -> Reorganisation:
    """The new organisation chart of a table, as events from a day on: all of its rows, or none.

    >>> import probity as pb
    >>> office = pb.examples.songpa(illustrative=True)
    >>> plan = pb.reorganise(
    ...     office,
    ...     [{"기존 부서": "감사담당관", "새 부서": "청렴감사담당관"}],
    ...     on="2027-01-01", by="team",
    ... )
    >>> print(plan.describe("ko"))
    감사담당관: 청렴감사담당관으로 명칭 변경

    A row says which unit becomes which: columns "기존 부서" and "새 부서", or "Old unit" and "New
    unit", by titles or ids. An old unit alone is closed, a new one alone begun. One that becomes
    one is renamed and keeps its id; several that become one are merged; one that becomes several
    is split, and a row that names it on both sides says that it stays. Units that no row names
    stay as they are. Further columns, all of which may be missing: the id (부서코드), kind (구분),
    band (밴드) and English name of a new unit; and what a unit takes over (인계), ids or titles
    with ";" between them, "나머지" or "rest" for all that no other row names. A unit that takes
    over from one that closes has its open tasks, areas, seats and officials.

    The table is a path (a workbook or CSV), a text, rows or a data frame, as import_rows takes it.
    Nothing is recorded: `events` go to Journal.append, or to Programme.apply, as a whole. Raises
    ReorganisationErrors, which names every row that cannot be taken, in the language `lang`.
    """
    day = Interval.of_days(on, 1).begin
    chart = Chart(programme, chart_rows(rows), day, by, reason, lang)
    try:
        chart.plan()
    except ChartFaults as found:
        error = ReorganisationErrors(str(found))
        error.rows = found.rows
        raise error from None
    changes = [UnitChange(*each) for each in chart.changes]
    changes.sort(key=lambda each: _WHAT.index(each.what))
    return Reorganisation(programme, chart.after, chart.events, changes)


def _moves(before: Programme, after: Programme) -> list[HandedOver]:
    """The things that another unit has after the steps than before them."""
    titles = {
        unit.id: unit.title for programme in (after, before) for unit in programme.institution.units
    }

    def title(ids: Sequence[str]) -> Text:
        named = [titles.get(id, Text(id)) for id in ids if id]
        return Text.of({lang: ", ".join(each.to(lang) for each in named) for lang in LANGUAGES})

    found = []
    for record, of in _HAVE_UNITS.items():
        had = {id: units for id, _, units in of(before)}
        for id, name, units in of(after):
            if had.get(id, units) != units:
                found.append(HandedOver(record, id, name, title(had[id]), title(units)))
    return found


_Having = Callable[[Programme], list[tuple[str, Text, list[str]]]]
#: The records that have a unit, or several: id, title and units of each.
_HAVE_UNITS: dict[RecordKind, _Having] = {
    "task": lambda p: [(each.id, each.title, [each.owner]) for each in p.tasks],
    "risk_area": lambda p: [(each.id, each.title, list(each.owners)) for each in p.risk_areas],
    "seat": lambda p: [(each.id, each.title, [each.unit]) for each in p.institution.seats],
    "official": lambda p: [(each.id, Text(""), [each.unit]) for each in p.officials],
}
