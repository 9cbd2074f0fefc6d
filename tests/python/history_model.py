"""A model of a programme and its history, to be held against the library.

It is written from docs/programme.md and the documentation of the headers, and not from the library.
So it is plain and slow: for each question the whole history is told anew from its beginning.
"""

from __future__ import annotations

import copy
import datetime
from dataclasses import dataclass
from typing import Any

from programme_model import World


@dataclass
class Entry:
    """One command as it was recorded. `says` is what it says beside day, person and reason."""

    verb: str
    subject: str
    says: dict[str, Any]
    on: datetime.date
    by: str
    reason: str = ""
    corrects: int = 0


class Refused(Exception):
    """Some event does not hold: the number of the first that does not, and every cause that speaks
    against it. Number 0: it is no event by itself."""

    def __init__(self, number: int, causes: list[str]) -> None:
        super().__init__(f"event {number}: {causes}")
        self.number, self.causes = number, causes


class Model:
    """A founding and what was recorded since, each entry with its instant."""

    def __init__(self, founding: World) -> None:
        self.founding = founding
        self.entries: list[Entry] = []
        self.now = founding

    def record(self, entry: Entry) -> None:
        """Records a command. Raises Refused, and then changes nothing."""
        number = len(self.entries) + 1
        entry = self._as_correction(entry, number)
        world = self.told([*self.entries, entry])
        self.entries.append(entry)
        self.now = world

    def _as_correction(self, entry: Entry, number: int) -> Entry:
        """A correction is a patch: what it does not name stays as the corrected event said it."""
        if not entry.corrects:
            return entry
        if entry.corrects >= number:
            cause = f"corrects event {entry.corrects}, which is not before it"
            raise Refused(0, [cause])
        for later, each in enumerate(self.entries, 1):
            if each.corrects == entry.corrects:
                cause = f"event {entry.corrects} is already corrected by event {later}"
                raise Refused(0, [cause])
        old = self.entries[entry.corrects - 1]
        if old.verb != entry.verb:
            return entry
        entry = copy.copy(entry)
        entry.says = {**old.says, **entry.says}
        entry.reason = entry.reason or old.reason
        return entry

    def told(self, entries: list[Entry], on: datetime.date | None = None) -> World:
        """The world after entries, as it was true on a day."""
        world = copy.deepcopy(self.founding)
        for number, entry in standing(entries):
            if on is None or entry.on <= on:
                causes = world.take(entry, number)
                if causes:
                    raise Refused(number, causes)
        if on is not None:
            for name, task in self.founding.tasks.items():
                if task.proposed is not None and task.proposed > on:
                    del world.tasks[name]
        return world

    def as_of(self, on: datetime.date | None, known: int) -> World:
        """As it was true on a day, by the first entries alone."""
        return self.told(self.entries[:known], on)


def standing(entries: list[Entry]) -> list[tuple[int, Entry]]:
    """The entries that hold, in the order of their days.

    A correction stands in the place of the event that it corrects. What an annulment took out holds
    again if that is annulled.
    """
    place_of: dict[int, int] = {}
    #: By place the numbers that stood there, one after the other; 0 of none.
    stood: dict[int, list[int]] = {}
    taken_out: dict[int, int] = {}
    for number, entry in enumerate(entries, 1):
        place = place_of[number] = place_of[entry.corrects] if entry.corrects else number
        there = stood.setdefault(place, [])
        if entry.verb != "annul":
            there.append(number)
            continue
        taken_out[number] = there[-1]
        there.append(taken_out.get(entry.corrects, 0))
    stand = [
        (entries[there[-1] - 1].on, place, there[-1]) for place, there in stood.items() if there[-1]
    ]
    return [(number, entries[number - 1]) for _, _, number in sorted(stand)]
