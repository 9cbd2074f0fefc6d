"""The library beside a model of it: random commands, and the same answer after each of them.

PROBITY_LONG_TESTS=n drives n times as many commands.
"""

from __future__ import annotations

import datetime
import os
import re
from typing import Any

import pytest

import probity as pb
from council_model import MeetingModel, meeting_name
from history_model import Entry, Model, Refused
from programme_model import World
from random_office import Chance, founding
from refusals import TAKEN, cause, refused_event

LONG = int(os.environ.get("PROBITY_LONG_TESTS", "1"))
SEEDS = range(1, 1 + 12 * LONG)
COMMANDS = 220

#: What the commands are of.
KINDS = {
    *("unit.added", "unit.moved", "unit.closed", "seat.added", "seat.closed", "bands.parted"),
    *("council.charter_adopted", "council.member_joined", "council.member_left"),
    *("meeting.planned", "meeting.noticed", "meeting.postponed", "meeting.cancelled"),
    *("meeting.held", "meeting.minuted", "meeting.approved", "item.added", "item.decided"),
    *("task.proposed", "task.adopted", "task.rejected", "task.started", "task.put_on_hold"),
    *("task.resumed", "task.submitted", "task.verified", "task.sent_back", "task.closed"),
    *("task.reopened", "task.withdrawn", "task.superseded", "task.assigned"),
    *("task.rescheduled", "task.weighted", "task.linked", "count.declared", "event.annulled"),
}

START = datetime.datetime(2026, 1, 3, tzinfo=datetime.UTC)


# The same questions, asked of both ---------------------------------------------------------------


def days(record: Any) -> tuple[Any, Any]:
    return record.begin, record.end


def meeting_of_model(meeting: MeetingModel) -> dict[str, Any]:
    return {
        **{
            name: getattr(meeting, name)
            for name in ("state", "date", "begins", "ends", "earliest", "before", "noticed")
        },
        "earlier": meeting.earlier_dates,
        "present": meeting.present,
        "quorum": meeting.quorum,
        "items": {
            name: (item.kind, item.outcome, item.in_favour, item.against, item.abstained)
            for name, item in meeting.items.items()
        },
        "minutes": meeting.has_minutes,
    }


def meeting_of_library(meeting: pb.Meeting) -> dict[str, Any]:
    quorum = meeting.quorum
    return {
        **{name: getattr(meeting, name) for name in ("state", "date", "earliest", "before")},
        **{
            name: time and time.isoformat("minutes")
            for name, time in (("begins", meeting.begins), ("ends", meeting.ends))
        },
        "noticed": meeting.noticed,
        "earlier": [old.date for old in meeting.earlier_dates],
        "present": meeting.present,
        "quorum": quorum and (quorum.eligible, quorum.present, quorum.required, quorum.recorded),
        "items": {
            item.id: (item.kind, item.outcome, item.in_favour, item.against, item.abstained)
            for item in meeting.items
        },
        "minutes": meeting.minutes is not None,
    }


def of_model(world: World) -> dict[str, Any]:
    council = world.council
    return {
        "units": {name: days(unit) for name, unit in world.units.items()},
        "bands": world.bands,
        "seats": {name: (*days(seat), seat.unit) for name, seat in world.seats.items()},
        "tasks": {
            name: (
                task.state,
                task.owner,
                task.band,
                task.due,
                task.weight,
                task.depends_on,
                task.proposed,
                task.evidence,
                task.superseded_by,
                # The proposal itself is checked by its day.
                task.changes,
            )
            for name, task in world.tasks.items()
        },
        "charters": [
            (*days(c), c.quorum, c.decision, c.notice_days, c.written_resolution)
            for c in council.charters
        ],
        "members": [(m.seat, m.votes, *days(m)) for m in council.members],
        "meetings": {
            meeting_name(key): meeting_of_model(meeting)
            for key, meeting in council.meetings.items()
        },
        "declared": world.declared,
    }


def of_library(p: pb.Programme) -> dict[str, Any]:
    council = p.council("council")
    return {
        "units": {unit.id: days(unit) for unit in p.institution.units},
        "bands": {band.id: list(band.units) for band in p.bands},
        "seats": {seat.id: (*days(seat), seat.unit) for seat in p.institution.seats},
        "tasks": {
            task.id: (
                task.state,
                task.owner,
                task.band,
                task.due,
                task.weight,
                task.depends_on,
                task.proposed,
                len(task.evidence),
                task.superseded_by,
                [(c.on, c.state, c.event) for c in task.changes if c.state != "proposed"],
            )
            for task in p.tasks
        },
        "charters": [
            (*days(c), c.quorum, c.decision, c.notice_days, c.written_resolution)
            for c in council.charters
        ],
        "members": [(m.seat, m.votes, *days(m)) for m in council.memberships],
        "meetings": {meeting.id: meeting_of_library(meeting) for meeting in council.meetings},
        "declared": [(each.year, each.count) for each in p.declared],
    }


# Driving both ------------------------------------------------------------------------------------


def recorded_in(model: Model, entry: Entry) -> Refused | None:
    """Records it in the model, or says what speaks against it.

    A task or meeting that is not there has no command.
    """
    if entry.verb not in ("annul", "propose", "plan"):
        area, _, name = entry.subject.partition("/")
        if name and name not in [meeting_name(key) for key in model.now.council.meetings]:
            return Refused(0, [f"there is no meeting '{name}' of 'council'"])
        if area[:2] in ("T-", "F-") and area not in model.now.tasks:
            return Refused(0, [f"there is no task '{area}'"])
    try:
        model.record(entry)
    except Refused as refused:
        return refused
    return None


def compare(model: Model, p: pb.Programme, chance: Chance) -> None:
    assert of_library(p) == of_model(model.now)
    on, known = chance.day(), chance.below(len(model.entries) + 1)
    instant = START + datetime.timedelta(minutes=known)
    whole = len(model.entries)
    for then, world in (
        (p.as_of(on), model.as_of(on, whole)),
        (p.as_of(recorded=instant), model.as_of(None, known)),
        (p.as_of(on, recorded=instant), model.as_of(on, known)),
    ):
        assert of_library(then) == of_model(world), f"as of {on}, with {known} events known"


def drive(seed: int) -> tuple[Model, set[str], set[str]]:
    """The model at the end, the kinds of events that were taken, and the causes of refusals."""
    chance = Chance(seed)
    p, world = founding()
    model = Model(world)
    kinds: set[str] = set()
    causes: set[str] = set()
    for _ in range(COMMANDS):
        call, entry = chance.command(p, model.now, len(model.entries))
        stamp = START + datetime.timedelta(minutes=len(model.entries) + 1)
        act = {"on": entry.on, "by": entry.by, "reason": entry.reason, "recorded": stamp}
        made: list[pb.Event] = []

        def step(call=call, act=act, corrects=entry.corrects, made=made) -> None:
            made.append(call(**act, corrects=corrects))

        found = cause(step)
        refused = recorded_in(model, entry)
        told = f"seed {seed}, {entry}\nlibrary: {found}\nmodel: {refused}"
        if refused is None:
            assert found == TAKEN, told
            p = p.apply(made[0])
            kinds.add(made[0].kind)
        else:
            assert any(each in found for each in refused.causes), told
            if refused.number:
                assert refused_event(step) == refused.number, told
            # Without what it names: the sort of cause.
            causes.add(re.sub(r"'[^']*'|\d[-\d]*", "*", found))
        assert len(p.history) == len(model.entries), told
        if refused is None or chance.one_in(4):
            compare(model, p, chance)
    assert pb.Programme.parse(p.to_json_lines()) == p
    return model, kinds, causes


#: What was met by any seed, for the last test of this file.
MET: dict[str, set[str]] = {"kinds": set(), "causes": set()}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_library_and_the_model_give_the_same_answers(seed):
    model, kinds, causes = drive(seed)
    assert len(model.entries) > COMMANDS // 6
    assert len(causes) > 15
    MET["kinds"] |= kinds
    MET["causes"] |= causes


def test_the_commands_meet_every_kind_of_event_and_most_causes():
    if not MET["kinds"]:
        for seed in SEEDS:
            _, kinds, causes = drive(seed)
            MET["kinds"] |= kinds
            MET["causes"] |= causes
    assert KINDS <= MET["kinds"]
    assert len(MET["causes"]) > 60
