"""Random commands, legal and illegal, each for the library and for its model."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from typing import Any

import documents
import probity as pb
from council_model import CharterModel, MemberModel, meeting_name
from history_model import Entry
from programme_model import SeatModel, Span, TaskModel, World
from small_office import PROOF, words

Command = Callable[..., pb.Event]

FIRST = datetime.date(2026, 1, 5)
#: Few days, and those next to them, so that much falls on the same day and on its neighbours.
DAYS = [FIRST + datetime.timedelta(days=n) for k in range(0, 120, 20) for n in (k, k + 1, k + 2)]

UNITS = ["audit", "tax", "park", "sport"]
BANDS = ["B-01", "B-02", "B-03"]
SEATS = ["mayor", "audit-head", "tax-head", "clerk"]
TASKS = ["T-1", "T-2", "T-3", "F-1", "F-2"]
ACTORS = ["team", "tax-head", "audit-head"]
CHARTER = {"quorum": "more than 1/2", "decision": "more than 1/2", "notice_days": 1}


def founding() -> tuple[pb.Programme, World]:
    """The same office twice: three units in two bands, a council of three, two tasks."""
    bands = {"B-01": ["audit", "park"], "B-02": ["tax"]}
    members = ["mayor", "audit-head", "tax-head"]
    proposed = DAYS[4]
    p = documents.programme(
        units=documents.named("audit", "tax", "park"),
        seats=[*documents.seats("mayor", "tax-head"), *documents.seats("audit-head", unit="audit")],
        banding={
            "title": words("Bands"),
            "bands": [{"id": name, "units": units} for name, units in bands.items()],
        },
        councils=documents.council(
            charters=[{"begin": FIRST.isoformat(), **CHARTER}],
            memberships=[{"seat": seat} for seat in members],
        ),
        tasks=[
            *documents.tasks("F-1", owner="audit", band="B-01", proposed=proposed.isoformat()),
            *documents.tasks("F-2", due="2026-03-31"),
        ],
    )
    world = World(
        units={name: Span() for name in ("audit", "tax", "park")},
        bands=bands,
        seats={
            "mayor": SeatModel(),
            "tax-head": SeatModel(),
            "audit-head": SeatModel(unit="audit"),
        },
        tasks={
            "F-1": TaskModel("audit", "B-01", proposed=proposed),
            "F-2": TaskModel(due=datetime.date(2026, 3, 31)),
        },
    )
    world.council.charters = [CharterModel(FIRST, **CHARTER)]
    world.council.members = [MemberModel(seat) for seat in members]
    return p, world


class Chance:
    """A source of commands that make sense, nearly make sense, or make none. The state of the model
    is asked only so that many of them make sense."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def one_in(self, n: int) -> bool:
        return self._random.randrange(n) == 0

    def of(self, values: list[Any]) -> Any:
        return self._random.choice(values)

    def below(self, n: int) -> int:
        return self._random.randrange(n)

    def day(self) -> datetime.date:
        return self.of(DAYS)

    def some(self, values: list[str], most: int) -> list[str]:
        return self._random.sample(values, self._random.randrange(min(most, len(values)) + 1))

    def command(self, p: pb.Programme, world: World, events: int) -> tuple[Command, Entry]:
        """A command of the library without its day and person, and the same for the model."""
        # Days go forward as a rule, so that what makes sense is taken.
        late = DAYS[min(len(DAYS) - 1, events // 6) :][:4]
        on = self.day() if self.one_in(5) else self.of(late)
        reason = "" if self.one_in(4) else self.of(["why", "another why"])
        corrects = self._random.randrange(1, events + 2) if events and self.one_in(8) else 0
        make = self._random.choices([self._task, self._meeting, self._institution], [5, 4, 2])[0]
        if self.one_in(30) and events:
            return self._annul(p, events, on, reason)
        if corrects and corrects <= events and not self.one_in(3):
            made = self._again(p, world, corrects)
        else:
            made = make(p, world, on, bool(corrects))
        call, verb, subject, says = made
        if verb == "hold_meeting" and not self.one_in(4):
            meetings = world.council.meetings.items()
            dates = {f"council/{meeting_name(key)}": meeting.date for key, meeting in meetings}
            on = dates.get(subject) or on
        return call, Entry(verb, subject, says, on, self.of(ACTORS), reason, corrects)

    def _annul(
        self, p: pb.Programme, events: int, on: datetime.date, reason: str
    ) -> tuple[Command, Entry]:
        number = self._random.randrange(1, events + 1)
        entry = Entry("annul", "", {}, on, self.of(ACTORS), reason, number)
        return (lambda corrects, **act: p.annul(corrects, **act)), entry

    def _again(self, p: pb.Programme, world: World, number: int):
        """A command of the kind of an event, to correct it."""
        kind, subject = p.history[number - 1].kind, p.history[number - 1].subject
        area, _, step = kind.partition(".")
        if area == "task":
            return self._task(p, world, self.day(), True, self._verb_of(step), subject)
        if area in ("meeting", "item"):
            name = subject.partition("/")[2]
            return self._meeting(p, world, self.day(), True, self._verb_of(kind), name)
        return self._institution(p, world, self.day(), True)

    @staticmethod
    def _verb_of(step: str) -> str:
        return {
            "proposed": "propose",
            "adopted": "adopt",
            "rejected": "reject",
            "started": "start",
            "put_on_hold": "hold",
            "resumed": "resume",
            "submitted": "submit",
            "verified": "verify",
            "sent_back": "send_back",
            "closed": "close",
            "reopened": "reopen",
            "withdrawn": "withdraw",
            "superseded": "supersede",
            "assigned": "assign",
            "rescheduled": "reschedule",
            "weighted": "weigh",
            "linked": "link",
            "meeting.planned": "plan",
            "meeting.noticed": "notice",
            "meeting.postponed": "postpone",
            "meeting.cancelled": "cancel",
            "meeting.held": "hold",
            "meeting.minuted": "minute",
            "meeting.approved": "approve",
            "item.added": "add_item",
            "item.decided": "decide",
        }[step]

    # Tasks ---------------------------------------------------------------------------------------

    def _task(
        self,
        p: pb.Programme,
        world: World,
        on: datetime.date,
        correcting: bool,
        verb: str = "",
        name: str = "",
    ):
        name = name or self.of(TASKS)
        task = world.tasks.get(name)
        if not verb:
            verb = self._likely_step(task.state if task else None)
        if verb == "propose":
            says = self._proposal(world)
            return (
                (lambda **act: p.propose_task(pb.Task(name, **says), **act)),
                "propose",
                name,
                says,
            )
        says: dict[str, Any] = {}
        given: dict[str, Any] = {}
        if verb == "submit":
            says = {"evidence": 0 if self.one_in(5) else 1}
            given = {"evidence": [PROOF] * says["evidence"]}
        elif verb == "supersede":
            says = given = {"by_task": self.of([*TASKS, "none"])}
        elif verb == "weigh":
            says = given = {"weight": self.of([1, 2, 3])}
        elif verb == "reschedule":
            says = given = {"due": self.of([None, *DAYS])}
        elif verb == "assign":
            owner = self.of([*UNITS, "none"])
            given = {"owner": owner}
            if correcting or self.one_in(2):
                given["band"] = self.of([*BANDS, ""])
            # Without a band it goes to that of the unit, or stays where it is.
            own = task.band if task else ""
            says = {"owner": owner, "band": given.get("band", world.band_of(owner) or own)}
        elif verb == "link":
            says = given = {"depends_on": self.some([*TASKS, "none"], 2)}
        return (
            (lambda **act: getattr(p.task(name), verb)(**given, **act)),
            verb,
            name,
            says,
        )

    def _likely_step(self, state: str | None) -> str:
        if state is None:
            return "propose"
        steps = {
            "proposed": ["adopt", "adopt", "adopt", "reject"],
            "adopted": ["start", "start", "withdraw"],
            "in_progress": ["submit", "submit", "submit", "hold"],
            "on_hold": ["resume"],
            "submitted": ["verify", "verify", "send_back"],
            "verified": ["close", "reopen"],
            "closed": ["reopen"],
        }.get(state, ["start"])
        others = ["assign", "reschedule", "weigh", "link", "supersede", "verify", "propose"]
        return self.of(steps) if not self.one_in(3) else self.of(others)

    def _proposal(self, world: World) -> dict[str, Any]:
        says: dict[str, Any] = {}
        if not self.one_in(3):
            says["owner"] = self.of([*world.units, "none"] if self.one_in(4) else list(world.units))
        if self.one_in(2):
            says["band"] = self.of([*world.bands, "B-09"] if self.one_in(4) else list(world.bands))
        if self.one_in(2):
            says["due"] = self.day()
        if self.one_in(2):
            says["weight"] = self.of([1, 2, 3])
        if self.one_in(3):
            says["depends_on"] = self.some(list(world.tasks), 2)
        return says

    # Councils ------------------------------------------------------------------------------------

    def _meeting(
        self,
        p: pb.Programme,
        world: World,
        on: datetime.date,
        correcting: bool,
        verb: str = "",
        name: str = "",
    ):
        council = world.council
        if not verb and self.one_in(8):
            return self._council(p)
        known = {meeting_name(key): meeting for key, meeting in council.meetings.items()}
        if not verb and (not known or self.one_in(5)):
            verb = "plan"
        if verb == "plan":
            return self._plan(p, world, on, correcting)
        name = name or self.of([*known, "2026-7"] if self.one_in(12) else list(known))
        meeting = known.get(name)
        verb = verb or self._likely_meeting_step(meeting.state if meeting else "planned")
        says: dict[str, Any] = {}
        given: dict[str, Any] = {}
        if verb == "postpone":
            says = given = self._when(self.of([None, *DAYS[3:]]))
        elif verb == "hold":
            says = given = {
                "present": self.some([*SEATS, "nobody"] if self.one_in(9) else SEATS, 4)
            }
            for bound in ("date", "earliest", "before"):
                if self.one_in(12):
                    given[bound] = self.day()
        elif verb == "minute":
            given = {"evidence": PROOF}
        elif verb == "add_item":
            kind = self.of(["report", "deliberation", "decision", "decision"])
            says = {"id": self.of(["1", "2", "3"]), "kind": kind}
            given = {**says, "title": "An item"}
        elif verb == "decide":
            says = given = self._decision(list(meeting.items) if meeting else [])

        def call(**act: Any) -> pb.Event:
            return getattr(p.council("council").meeting(name), verb)(**given, **act)

        # "hold" is a step of tasks, too.
        return call, "hold_meeting" if verb == "hold" else verb, f"council/{name}", says

    def _likely_meeting_step(self, state: str) -> str:
        steps = {
            "planned": ["notice", "notice", "add_item", "add_item", "hold", "postpone"],
            "noticed": ["hold", "hold", "hold", "hold", "add_item", "postpone", "cancel"],
            "held": ["decide", "decide", "decide", "decide", "add_item", "minute"],
            "minuted": ["approve", "add_item", "decide"],
        }.get(state, ["notice", "add_item"])
        others = ["notice", "postpone", "cancel", "hold", "minute", "approve", "decide"]
        return self.of(steps) if not self.one_in(5) else self.of(others)

    def _when(self, date: datetime.date | None) -> dict[str, Any]:
        when: dict[str, Any] = {"date": date}
        if self.one_in(4):
            when["begins"] = self.of(["10:00", "14:00"])
        if self.one_in(4):
            when["ends"] = self.of(["14:00", "16:00"])
        return when

    def _plan(self, p: pb.Programme, world: World, on: datetime.date, correcting: bool):
        later = [each for each in DAYS if each >= on]
        date = self.of([None, *DAYS] if self.one_in(4) else later[:8])
        kind = self.of(["regular", "regular", "regular", "extraordinary", "written"])
        says = {**self._when(date), "kind": kind, "year": 2026}
        given = dict(says)
        says["ordinal"] = world.council.next_ordinal(2026, kind)
        if correcting or self.one_in(4):
            says["ordinal"] = given["ordinal"] = self.of([1, 2, 3])
        subject = "council/" + meeting_name((2026, kind, says["ordinal"]))
        return (
            (lambda **act: p.council("council").plan_meeting(**given, **act)),
            "plan",
            subject,
            says,
        )

    def _decision(self, items: list[str]) -> dict[str, Any]:
        outcomes = ["noted", "adopted", "adopted", "amended", "deferred", "rejected"]
        says = {"item": self.of(items or ["1"]), "outcome": self.of(outcomes)}
        if self.one_in(3):
            return says
        for name, votes in (("in_favour", [0, 1, 2, 2, 3]), ("against", [0, 1, 2])):
            if not self.one_in(4):
                says[name] = self.of(votes)
        if self.one_in(3):
            says["abstained"] = self.of([0, 1])
        return says

    def _council(self, p: pb.Programme):
        verb = self.of(["adopt_charter", "join", "leave"])
        if verb == "adopt_charter":
            says = {
                "quorum": self.of([None, "more than 1/2", "at least 2/3"]),
                "decision": self.of([None, "more than 1/2", "at least 1/1"]),
                "notice_days": self.of([0, 1, 3]),
                "clear_notice": self.one_in(2),
                "written_resolution": self.one_in(2),
            }
            given = dict(says)
        else:
            says = {"seat": self.of([*SEATS, "nobody"])}
            if verb == "join" and self.one_in(2):
                says["votes"] = self.one_in(2)
            given = dict(says)
        method = {"join": "add_member", "leave": "remove_member"}.get(verb, verb)
        return (
            (lambda **act: getattr(p.council("council"), method)(**given, **act)),
            verb,
            "council",
            says,
        )

    # Institution ---------------------------------------------------------------------------------

    def _institution(self, p: pb.Programme, world: World, on: datetime.date, correcting: bool):
        verb = self.of(
            [
                "add_unit",
                "move_unit",
                "close_unit",
                "add_seat",
                "close_seat",
                "part_bands",
                "declare",
            ]
        )
        unit, seat = self.of([*UNITS, "none"]), self.of(SEATS)
        band = self.of([*BANDS, "B-09"])
        if verb == "add_unit":
            says = {"band": band} if correcting or not self.one_in(4) else {}
            made = (lambda **act: p.add_unit(pb.Unit(unit, unit), **says, **act)), unit, says
        elif verb == "move_unit":
            made = (lambda **act: p.move_unit(unit, band, **act)), unit, {"band": band}
        elif verb == "close_unit":
            says = {"to": self.of(UNITS)} if correcting or not self.one_in(3) else {}
            made = (lambda **act: p.close_unit(unit, **says, **act)), unit, says
        elif verb == "add_seat":
            says = {"unit": unit} if correcting or self.one_in(2) else {}
            made = (lambda **act: p.add_seat(pb.Seat(seat, seat, **says), **act)), seat, says
        elif verb == "close_seat":
            made = (lambda **act: p.close_seat(seat, **act)), seat, {}
        elif verb == "declare":
            count, year = self.of([2, 3]), self.of([2025, 2026])
            says = {"count": count, "year": year}
            made = (lambda **act: p.declare("bands", count, year, **act)), "bands", says
        else:
            parted: dict[str, list[str]] = {name: [] for name in BANDS[: self.of([1, 2, 3])]}
            for each in [name for name, there in world.units.items() if there.holds(on)]:
                parted[self.of(list(parted))].append(each)
            bands = [pb.Band(name, units=units) for name, units in parted.items()]
            made = (lambda **act: p.part_bands(bands, **act)), "bands", {"bands": parted}
        call, subject, says = made
        return call, verb, subject, says
