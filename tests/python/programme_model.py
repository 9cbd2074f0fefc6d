"""The part of the model (history_model.py) that is about units, bands, seats and tasks."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from council_model import CouncilModel

if TYPE_CHECKING:
    from history_model import Entry

OPEN = ["proposed", "adopted", "in_progress", "on_hold", "submitted"]


@dataclass
class Span:
    """[begin, end), open where None."""

    begin: datetime.date | None = None
    end: datetime.date | None = None

    def holds(self, on: datetime.date) -> bool:
        return (self.begin is None or self.begin <= on) and not self.is_over(on)

    def is_over(self, on: datetime.date) -> bool:
        return self.end is not None and self.end <= on


@dataclass
class SeatModel(Span):
    unit: str = ""


@dataclass
class TaskModel:
    owner: str = ""
    band: str = ""
    due: datetime.date | None = None
    weight: int = 1
    depends_on: list[str] = field(default_factory=list)
    proposed: datetime.date | None = None
    state: str = "proposed"
    #: Day, state and number of the event.
    changes: list[tuple[datetime.date, str, int]] = field(default_factory=list)
    evidence: int = 0
    superseded_by: str = ""
    submitter: str = ""


#: From which states a step leads to which.
STEPS: dict[str, tuple[list[str], str]] = {
    "adopt": (["proposed"], "adopted"),
    "reject": (["proposed"], "rejected"),
    "start": (["adopted"], "in_progress"),
    "hold": (["in_progress"], "on_hold"),
    "resume": (["on_hold"], "in_progress"),
    "submit": (["in_progress"], "submitted"),
    "verify": (["submitted"], "verified"),
    "send_back": (["submitted"], "in_progress"),
    "close": (["verified"], "closed"),
    "reopen": (["verified", "closed"], "in_progress"),
    "withdraw": (OPEN, "withdrawn"),
    "supersede": (OPEN, "superseded"),
}
NEED_A_REASON = ["reject", "hold", "send_back", "reopen", "withdraw", "supersede"]
CHANGES = ["assign", "reschedule", "weigh", "link"]


@dataclass
class World:
    """What is true once some events were told, in the order of their days."""

    units: dict[str, Span] = field(default_factory=dict)
    bands: dict[str, list[str]] = field(default_factory=dict)
    seats: dict[str, SeatModel] = field(default_factory=dict)
    tasks: dict[str, TaskModel] = field(default_factory=dict)
    council: CouncilModel = field(default_factory=CouncilModel)
    #: Year and number of bands, in the order in which they were declared.
    declared: list[tuple[int, int]] = field(default_factory=list)
    successors: dict[str, str] = field(default_factory=dict)

    # Questions -----------------------------------------------------------------------------------

    def band_of(self, unit: str) -> str | None:
        return next((band for band, units in self.bands.items() if unit in units), None)

    def not_parted(self, on: datetime.date) -> list[str]:
        """What keeps the bands from being a partition of the units of a day."""
        there = [name for name, unit in self.units.items() if unit.holds(on)]
        homes = {name: [b for b, units in self.bands.items() if name in units] for name in there}
        causes = [f"the unit '{name}' is in no band on {on}" for name in there if not homes[name]]
        causes += [
            f"the band '{band}' has no unit on {on}"
            for band, units in self.bands.items()
            if not set(units) & set(there)
        ]
        for units in self.bands.values():
            for unit in units:
                if sum(each.count(unit) for each in self.bands.values()) > 1:
                    causes.append(f"the unit '{unit}' is in ")
        return causes

    def _of_unit(self, key: str, unit: str, on: datetime.date) -> list[str]:
        """Why a unit cannot own something."""
        if not unit:
            return []
        if unit not in self.units:
            return [f"{key}: there is no unit '{unit}'"]
        if self.units[unit].is_over(on):
            return [f"{key}: the unit '{unit}' was closed on {self.units[unit].end}; a closed"]
        return []

    def _band(self, band: str) -> list[str]:
        return [f"band: there is no band '{band}'"] if band and band not in self.bands else []

    def _tasks(self, key: str, names: Iterable[str]) -> list[str]:
        return [f"{key}: there is no task '{n}'" for n in names if n not in self.tasks]

    @staticmethod
    def _in_force(record: Span, on: datetime.date) -> list[str]:
        if record.is_over(on):
            return [f"it ended on {record.end}"]
        return [] if record.holds(on) else [f"it begins only on {record.begin}"]

    # Events --------------------------------------------------------------------------------------

    def take(self, entry: Entry, number: int) -> list[str]:
        """Takes an event, and gives what speaks against it; then nothing more is to be asked."""
        if entry.verb in STEPS or entry.verb in CHANGES:
            return self._on_task(entry, number)
        if hasattr(self, f"_{entry.verb}"):
            causes = getattr(self, f"_{entry.verb}")(entry)
            institution = entry.verb.endswith(("_unit", "_seat", "_bands"))
            return causes or (self.not_parted(entry.on) if institution else [])
        return self.council.take(entry, self.seats)

    # Institution ---------------------------------------------------------------------------------

    @staticmethod
    def _new_id(name: str, kind: str, records: Container[str]) -> list[str]:
        """Ids are unique among the records of their kind."""
        return [f"the id '{name}' is already that of a {kind}"] if name in records else []

    def _add_unit(self, e: Entry) -> list[str]:
        band = e.says.get("band", "")
        causes = self._new_id(e.subject, "unit", self.units) + self._band(band)
        if not band and any(self.bands.values()):
            causes.append("a unit joins a band when it is added, and none is named")
        if not causes:
            self.units[e.subject] = Span(e.on)
            self.bands[band].append(e.subject)
        return causes

    def _move_unit(self, e: Entry) -> list[str]:
        if e.subject not in self.units:
            return ["there is no such unit"]
        band = e.says["band"]
        causes = self._in_force(self.units[e.subject], e.on) + self._band(band)
        if not causes:
            for units in self.bands.values():
                if e.subject in units:
                    units.remove(e.subject)
            self.bands[band].append(e.subject)
        return causes

    def _close_unit(self, e: Entry) -> list[str]:
        if e.subject not in self.units:
            return ["there is no such unit"]
        unit, to = self.units[e.subject], e.says.get("to", "")
        causes = self._closing(unit, e) + self._of_unit("to", to, e.on)
        if to == e.subject:
            causes.append("another unit takes over what it owns")
        tasks = [t for t in self.tasks.values() if t.owner == e.subject and t.state in OPEN]
        seats = [s for s in self.seats.values() if s.unit == e.subject and not s.is_over(e.on)]
        if not to and (tasks or seats):
            causes.append("it still owns ")
        if causes:
            return causes
        unit.end = e.on
        for task in tasks:
            self._hand(task, to)
        for seat in seats:
            seat.unit = to
        if to:
            self.successors[e.subject] = to
        return []

    def _closing(self, record: Span, e: Entry) -> list[str]:
        causes = []
        if not e.reason:
            causes.append("it is closed with a reason")
        if record.is_over(e.on):
            causes.append(f"it ended on {record.end}")
        elif record.begin is not None and record.begin >= e.on:
            causes.append(f"it begins on {record.begin}; an event that was wrong is annulled")
        return causes

    def _hand(self, task: TaskModel, to: str) -> None:
        task.owner = to
        task.band = self.band_of(to) or task.band

    def _add_seat(self, e: Entry) -> list[str]:
        unit = e.says.get("unit", "")
        causes = self._new_id(e.subject, "seat", self.seats) + self._of_unit("unit", unit, e.on)
        if not causes:
            self.seats[e.subject] = SeatModel(e.on, None, unit)
        return causes

    def _close_seat(self, e: Entry) -> list[str]:
        if e.subject not in self.seats:
            return ["there is no such seat"]
        causes = self._closing(self.seats[e.subject], e)
        if any(m.seat == e.subject and m.holds(e.on) for m in self.council.members):
            causes.append("it is a member of the council 'council'")
        if not causes:
            self.seats[e.subject].end = e.on
        return causes

    def _part_bands(self, e: Entry) -> list[str]:
        bands: dict[str, list[str]] = e.says["bands"]
        causes = []
        declared = [count for year, count in self._by_year() if year <= e.on.year]
        if declared and declared[-1] != len(bands):
            causes.append(f"{len(bands)} bands, and {declared[-1]} were declared")
        for name, task in self.tasks.items():
            if task.band and task.band not in bands:
                causes.append(f"the task '{name}' is in the band '{task.band}'")
        for units in bands.values():
            causes += [f"units: there is no unit '{u}'" for u in units if u not in self.units]
        if not causes:
            self.bands = {name: list(units) for name, units in bands.items()}
        return causes

    def _by_year(self) -> list[tuple[int, int]]:
        """What was declared last of a year holds for it; sorting keeps that order."""
        return sorted(self.declared, key=lambda each: each[0])

    def _declare(self, e: Entry) -> list[str]:
        self.declared.append((e.says["year"], e.says["count"]))
        return []

    # Tasks ---------------------------------------------------------------------------------------

    def _propose(self, e: Entry) -> list[str]:
        task = TaskModel(**e.says)
        causes = self._of_unit("owner", task.owner, e.on) + self._band(task.band)
        if e.subject in self.tasks:
            causes.append(f"the id '{e.subject}' is already that of a task")
        causes += self._tasks("depends_on", task.depends_on)
        if e.subject in task.depends_on:
            causes.append(f"it waits for itself: {e.subject} -> {e.subject}")
        if not causes:
            task.proposed = e.on
            self.tasks[e.subject] = task
        return causes

    def _on_task(self, e: Entry, number: int) -> list[str]:
        if e.subject not in self.tasks:
            return [f"subject: there is no task '{e.subject}'"]
        task = self.tasks[e.subject]
        if task.proposed is not None and e.on < task.proposed:
            return [f"it was proposed later, on {task.proposed}"]
        if e.verb in CHANGES:
            return self._change(task, e)
        causes = self._unmet(task, e)
        if causes:
            return causes
        task.state = STEPS[e.verb][1]
        task.changes.append((e.on, task.state, number))
        if e.verb == "submit":
            task.evidence += e.says["evidence"]
            task.submitter = e.by
        if e.verb == "supersede":
            task.superseded_by = e.says["by_task"]
        if e.verb == "reopen":
            owner = task.owner
            while owner in self.successors:
                owner = self.successors[owner]
            if owner != task.owner:
                self._hand(task, owner)
        return []

    def _unmet(self, task: TaskModel, e: Entry) -> list[str]:
        states, goal = STEPS[e.verb]
        step = f"{task.state} -> {goal}: "
        if task.state not in states:
            return [step + "it is " + " or ".join(states)]
        causes = []
        if e.verb in NEED_A_REASON and not e.reason:
            causes.append(step + "a reason is given")
        if e.verb == "submit" and not e.says["evidence"]:
            causes.append(step + "evidence is handed in")
        if e.verb == "verify" and task.submitter == e.by:
            causes.append(step + f"another than its submitter, '{e.by}', verifies it")
        if e.verb == "supersede":
            successor = e.says["by_task"]
            causes += self._tasks("by", [successor])
            if successor == e.subject:
                causes.append("another task has to take its place")
        return causes

    def _change(self, task: TaskModel, e: Entry) -> list[str]:
        if task.state not in OPEN:
            return [f"{task.state} -> {task.state}: it is open, which is " + " or ".join(OPEN)]
        causes = []
        if e.verb == "assign":
            causes = self._of_unit("owner", e.says["owner"], e.on) + self._band(e.says["band"])
        if e.verb == "reschedule" and task.due is not None and not e.reason:
            causes = ["a due date that is set is changed with a reason"]
        if e.verb == "link":
            causes = self._tasks("depends_on", e.says["depends_on"])
            if not causes and self._reaches(e.subject, e.says["depends_on"]):
                causes = ["the tasks wait for each other: "]
        if not causes:
            for name, value in e.says.items():
                setattr(task, name, value)
        return causes

    def _reaches(self, goal: str, start: list[str]) -> bool:
        seen: set[str] = set()
        rest = list(start)
        while rest:
            name = rest.pop()
            if name not in seen:
                seen.add(name)
                rest += self.tasks[name].depends_on
        return goal in seen
