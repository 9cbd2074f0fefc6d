"""Turns the rows of a new organisation chart into the events that make it so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from probity import labels
from probity._core import Event, ProbityError, Programme, Unit
from probity.text import Text, slug
from probity.words import DONE, DROPPED, say

if TYPE_CHECKING:
    import datetime

    from probity._core import Band
    from probity.chart_table import ChartRow
    from probity.types import Language, TextLike, UnitKind


#: A command about a unit that is to be taken: the row, its name, the unit, and its band or heir.
Step: TypeAlias = "tuple[ChartRow, str, str, str]"


class ChartFaults(Exception):
    """All that cannot be taken of a chart: the number of each row, and why."""

    def __init__(self, message: str, faults: Sequence[tuple[int, str]]) -> None:
        super().__init__(message)
        self.rows = tuple(faults)


class Chart:
    """The rows of a chart on their way to events, each applied to the programme after those before
    it."""

    def __init__(
        self,
        programme: Programme,
        rows: list[ChartRow],
        on: datetime.date,
        by: str,
        reason: TextLike,
        lang: Language,
    ) -> None:
        self.before = self.after = programme
        self.rows = rows
        self.on = on
        self.lang = lang
        self.act: dict[str, Any] = {"on": on, "by": by, "reason": reason}
        self.events: list[Event] = []
        self.faults: list[tuple[int, str]] = []
        then = programme.as_of(effective=on)
        self.units = {unit.id: unit for unit in then.institution.units if _is_there(unit, on)}
        self.bands: list[Band] = list(then.bands) if any(b.units for b in then.bands) else []
        #: The rows of each old unit, by its id; and of each new one, by its id or its new name.
        self.of_old: dict[str, list[ChartRow]] = {}
        self.of_new: dict[str, list[ChartRow]] = {}
        #: Of each row its old unit, and the key of its new one; None for what is not said.
        self.old: dict[int, str | None] = {}
        self.new: dict[int, str | None] = {}
        #: The ids of new units by their names.
        self.begun: dict[str, str] = {}
        self.changes: list[tuple[str, str, Text, tuple[str, ...]]] = []

    def plan(self) -> None:
        """Makes the events. Raises ChartFaults for all rows that cannot be taken."""
        self.resolve()
        self.refuse()
        self.begin_units()
        self.refuse()
        self.rename()
        self.hand_over()
        self.close_and_move()
        self.refuse()

    def fault(self, row: ChartRow, name: str, **values: object) -> None:
        self.faults.append((row.number, say(f"chart.{name}", self.lang, **values)))

    def refuse(self) -> None:
        """Raises all faults that were found so far."""
        if not self.faults:
            return
        self.faults.sort()
        head = say("chart.faults", self.lang, number=len(self.faults))
        lines = [say("cli.sheet.row", self.lang, row=row, what=why) for row, why in self.faults]
        raise ChartFaults("\n".join([head, *(f"  {line}" for line in lines)]), self.faults)

    def take(self, row: ChartRow, command: str, *given: Any, task: str = "", **fields: Any) -> bool:
        """Takes a step by a command of the programme, or of a task; what it is refused for is a
        fault of the row."""
        try:
            of: Any = self.after.task(task) if task else self.after
            event = getattr(of, command)(*given, **fields, **self.act)
            self.after = self.after.apply(event)
        except ProbityError as error:
            said = getattr(error, "text", None)
            why = str(error) if said is None else said.to(self.lang)
            self.faults.append((row.number, why))
            return False
        self.events.append(event)
        return True

    # Which unit is meant --------------------------------------------------------------------------

    def unit_called(self, name: str) -> str | None:
        """The unit of an id, else the only one of a title; None for none."""
        if name in self.units:
            return name
        wanted = _plain(name)
        found = [
            id
            for id, unit in self.units.items()
            if wanted in (_plain(unit.title.korean), _plain(unit.title.english))
        ]
        return found[0] if len(found) == 1 else None

    def resolve(self) -> None:
        for row in self.rows:
            if not row.old and not row.new:
                self.fault(row, "no_unit")
            self.old[row.number] = self.unit_called(row.old) if row.old else None
            if row.old and self.old[row.number] is None:
                self.fault(row, "not_there", unit=repr(row.old), day=self.on)
        for row in self.rows:
            old = self.old[row.number]
            if old is not None:
                self.of_old.setdefault(old, []).append(row)
        going = {id for id, rows in self.of_old.items() if not self.stays(id, rows)}
        for row in self.rows:
            unit = self.unit_called(row.new) if row.new else None
            # The name of a unit that goes is free for another.
            key = unit if unit is not None and unit not in going else _key_of(row.new)
            self.new[row.number] = key
            if key is not None:
                self.of_new.setdefault(key, []).append(row)
        for id, rows in self.of_old.items():
            if len(rows) > 1:
                for row in rows:
                    if not row.new:
                        self.fault(row, "closed_and_not", unit=self.title(id))
        for rows in self.of_new.values():
            for field in ("english", "id", "kind", "band"):
                said = list(dict.fromkeys(filter(None, (getattr(row, field) for row in rows))))
                if len(said) > 1:
                    self.fault(rows[-1], "differs", unit=rows[0].new, values=", ".join(said))

    def stays(self, id: str, rows: list[ChartRow]) -> bool:
        return any(row.new and self.unit_called(row.new) == id for row in rows)

    def renamed(self, key: str) -> str | None:
        """The unit that only has a new name; None if a new one is begun."""
        olds = {self.old[row.number] for row in self.of_new[key]}
        if len(olds) != 1:
            return None
        (old,) = olds
        return old if old is not None and len(self.of_old[old]) == 1 else None

    def is_new(self, key: str) -> bool:
        """Whether it is the name of a unit that is not there yet."""
        return key not in self.units

    def title(self, id: str) -> Text:
        return self.units[id].title

    def unit_of(self, key: str) -> str:
        """The id of a new unit by its key."""
        if not self.is_new(key):
            return key
        return self.begun.get(key) or self.renamed(key) or key

    # Steps ----------------------------------------------------------------------------------------

    def begin_units(self) -> None:
        for key, rows in self.of_new.items():
            if not self.is_new(key) or self.renamed(key) is not None:
                continue
            row = rows[0]
            sources = [old for each in rows if (old := self.old[each.number]) is not None]
            id = self.said(rows, "id") or slug(row.new)
            kind = self.kind_of(rows, sources)
            band = self.band_of(rows, sources)
            if kind is None or band is None:
                continue
            unit = Unit(id, title_of(row.new, self.said(rows, "english")), kind=kind)
            if self.take(row, "add_unit", unit, band):
                self.begun[key] = id
                self.changes.append((id, "begun", unit.title, (id,)))

    @staticmethod
    def said(rows: list[ChartRow], column: str) -> str:
        return next((each for row in rows if (each := getattr(row, column))), "")

    def kind_of(self, rows: list[ChartRow], sources: list[str]) -> UnitKind | None:
        """The kind that a row says, else that of the first unit that it comes from; None for a word
        that is none."""
        word = self.said(rows, "kind")
        if not word:
            return self.units[sources[0]].kind if sources else "department"
        for kind, words in labels.UNIT_KINDS.items():
            if word.casefold() in (kind, words.korean.casefold(), words.english.casefold()):
                return kind  # type: ignore[return-value]
        allowed = ", ".join(words.to(self.lang) for words in labels.UNIT_KINDS.values())
        self.fault(rows[0], "no_kind", word=repr(word), allowed=allowed)
        return None

    def band_of(self, rows: list[ChartRow], sources: list[str]) -> str | None:
        """The band that a row says, else that of all units that it comes from; None if a row has to
        say it."""
        if not self.bands:
            return ""
        word = self.said(rows, "band")
        if word:
            wanted = _plain(word)
            for band in self.bands:
                if wanted in map(_plain, (band.id, band.title.korean, band.title.english)):
                    return band.id
            allowed = ", ".join(band.id for band in self.bands)
            self.fault(rows[0], "no_band", word=repr(word), allowed=allowed)
            return None
        of = {band.id for band in self.bands for old in sources if old in band.units}
        if len(of) == 1:
            return of.pop()
        self.fault(rows[0], "which_band", unit=rows[0].new)
        return None

    def rename(self) -> None:
        for key, rows in self.of_new.items():
            row = rows[0]
            old = self.renamed(key) if self.is_new(key) else key
            if old is None:
                continue
            if self.said(rows, "id") not in ("", old):
                self.fault(row, "keeps_id", unit=self.title(old), id=old)
            fields: dict[str, Any] = {}
            if self.is_new(key):
                fields["title"] = title_of(row.new, row.english)
            kind = self.kind_of(rows, [old])
            if kind not in (None, self.units[old].kind):
                fields["kind"] = kind
            if not fields:
                continue
            if self.take(row, "change_unit", old, **fields) and "title" in fields:
                self.changes.append((old, "renamed", self.title(old), (old,)))

    def hand_over(self) -> None:
        """Gives what rows name to the units that take it over."""
        for old, rows in self.of_old.items():
            owned = _owned(self.after, old, self.on)
            named = {}
            for row in rows:
                for name in row.named:
                    found = [each for each in owned if _plain(name) in map(_plain, each[1:])]
                    if len(found) == 1:
                        named[found[0]] = row
                    else:
                        which = "not_owned" if not found else "several_owned"
                        self.fault(row, which, what=repr(name), unit=self.title(old))
            rest = [row for row in rows if row.takes_rest]
            if len(rest) > 1:
                self.fault(rest[1], "two_rests", unit=self.title(old))
            going = not self.stays(old, rows)
            for each in owned:
                taker = named.get(each) or (rest[0] if rest else None)
                to = None if taker is None else self.new[taker.number]
                if taker is None or to is None or self.unit_of(to) == old:
                    continue
                # The unit that takes all the rest gets its share when the old one closes.
                if going and each not in named:
                    continue
                self.move(taker, each, old, self.unit_of(to))

    def move(self, row: ChartRow, what: tuple[str, str, str], old: str, to: str) -> None:
        record, id, _ = what
        if record == "task":
            self.take(row, "assign", to, task=id)
        elif record == "seat":
            self.take(row, "change_seat", id, unit=to)
        elif record == "official":
            self.take(row, "change_official", id, unit=to)
        else:
            (area,) = (each for each in self.after.risk_areas if each.id == id)
            owners = list(dict.fromkeys(to if each == old else each for each in area.owners))
            self.take(row, "assign_area", id, owners)

    def close_and_move(self) -> None:
        """Closes what goes, and moves units to other bands, in an order in which no band is
        empty on the way."""
        steps: list[Step] = []
        for key, rows in self.of_new.items():
            band = self.said(rows, "band")
            unit = self.unit_of(key)
            if not band or unit not in self.units:
                continue
            wanted = self.band_of(rows, [])
            if wanted and not any(b.id == wanted and unit in b.units for b in self.bands):
                steps.append((rows[0], "move_unit", unit, wanted))
        for old, rows in self.of_old.items():
            targets = list(dict.fromkeys(t for row in rows if (t := self.new[row.number])))
            to = tuple(self.unit_of(key) for key in targets)
            if old in to:
                if len(to) > 1:
                    self.changes.append((old, "split", self.title(old), to))
                continue
            rest = [row for row in rows if row.takes_rest] or (rows if len(targets) == 1 else [])
            heir = self.unit_of(self.new[rest[0].number] or "") if rest and targets else ""
            steps.append((rows[0], "close_unit", old, heir))
            what = "closed" if not to else "merged" if len(to) == 1 else "split"
            self.changes.append((old, what, self.title(old), to))
        self.take_in_any_order(steps)

    def take_step(self, row: ChartRow, command: str, unit: str, to: str) -> bool:
        if command == "close_unit":
            return self.take(row, command, unit, to=to)
        return self.take(row, command, unit, to)

    def take_in_any_order(self, steps: list[Step]) -> None:
        known = len(self.faults)
        while steps:
            del self.faults[known:]
            left = [step for step in steps if not self.take_step(*step)]
            if len(left) == len(steps):
                return
            steps = left
        del self.faults[known:]


def title_of(words: str, english: str) -> Text:
    """The title of a unit; of one in no more than one language it is not known in which."""
    return Text(words, english) if english else Text.plain(words)


def _is_there(unit: Unit, on: datetime.date) -> bool:
    return (unit.begin is None or unit.begin <= on) and (unit.end is None or on < unit.end)


def _key_of(name: str) -> str | None:
    """The key of a unit that is not there yet; None of no name. No id has a space in it."""
    return f"new {_plain(name)}" if name else None


def _plain(name: str) -> str:
    return "".join(name.casefold().split())


def _owned(programme: Programme, unit: str, on: datetime.date) -> list[tuple[str, str, str]]:
    """Returns (kind of record, id, title) of each thing of a unit that can move.

    Things that ended or were done stay."""
    done = (*DONE, *DROPPED)
    return [
        *(
            ("task", task.id, task.title.korean)
            for task in programme.tasks
            if task.owner == unit and task.state not in done
        ),
        *(
            ("risk_area", area.id, area.title.korean)
            for area in programme.risk_areas
            if unit in area.owners
        ),
        *(
            ("seat", seat.id, seat.title.korean)
            for seat in programme.institution.seats
            if seat.unit == unit and (seat.end is None or on < seat.end)
        ),
        *(
            ("official", each.id, "")
            for each in programme.officials
            if each.unit == unit and (each.end is None or on < each.end)
        ),
    ]
