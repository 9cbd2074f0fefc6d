"""The record of the past, and taking a step back: `log`, `show`, `undo`."""

from __future__ import annotations

import datetime
import json
from typing import Any

import click
from click.core import ParameterSource

import probity as pb
from probity.cli import naming
from probity.cli.acts import Act, Draft, programme_file, takes_act
from probity.cli.arguments import (
    Completed,
    Day,
    TakesBackdated,
    backdated_option,
    clock_option,
    on_option,
    takes_output,
)
from probity.cli.changes import event_record, label_of, value_in_words
from probity.cli.errors import Refused
from probity.cli.importing import days_late
from probity.cli.kinds import Body, bodies, families, kinds, label, record_words
from probity.cli.language import refusal
from probity.cli.output import Output, Sheet
from probity.cli.programmes import PROGRAMMES, file_option, found_programme, load_programme
from probity.cli.values import is_list
from probity.tables import COLUMNS
from probity.types import Language
from probity.words import say

#: Where documents have the records of a kind, if not in a list of the programme under its plural.
WITHIN = {"unit": ("institution", "units"), "seat": ("institution", "seats")}


# Undo ---------------------------------------------------------------------------------------------


@click.command(short_help="Take back what you recorded last.")
@click.argument("number", type=int, required=False, metavar="[NUMBER]")
@takes_act
@click.pass_context
def undo(context: click.Context, act: Act, output: Output, number: int | None) -> None:
    """Says that an event never happened: the last that --by recorded and that stands, or that of
    NUMBER.

    It stays in the history with who took it back and why, and counts no more. Undone once more, the
    event before it is taken back. Without --on it is true from the day of that event.
    """
    is_given = context.get_parameter_source("on") is not ParameterSource.DEFAULT

    def change(draft: Draft) -> None:
        history = draft.programme.history
        found = number if number is not None else last_of(history, act.by)
        if found is None:
            raise Refused(say("cli.nothing_to_undo", act.lang, by=act.by))
        on = act.on
        if not is_given and 1 <= found <= len(history):
            on = history[found - 1].effective
        draft.add(draft.programme.annul(found, on=on, by=act.by, reason=act.reason))

    act.record(change, output)


def last_of(history: pb.History, by: str) -> int | None:
    """The number of the last event that somebody recorded and that stands; None if there is none.

    The founding is not among them, nor is what took back another.
    """
    taken_back: set[int] = set()
    for number in range(len(history), 0, -1):
        event = history[number - 1]
        if number in taken_back:
            continue
        if event.kind == "event.annulled":
            taken_back.add(event.corrects)
        elif event.actor == by and event.kind != "programme.founded":
            return number
    return None


# Log ----------------------------------------------------------------------------------------------


@click.command(cls=TakesBackdated, short_help="List what was recorded, the last of it at the end.")
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--by", "actor", metavar="WHO", help="Only what somebody recorded.")
@click.option(
    "--since", type=Day(), metavar="DATE", help="Only what is true from that day or later."
)
@click.option("-n", "number", type=click.IntRange(min=1), metavar="N", help="Only the last N.")
@backdated_option
@clock_option
@takes_output()
@click.pass_context
def log(
    context: click.Context,
    name: str | None,
    actor: str | None,
    since: datetime.date | None,
    number: int | None,
    backdated: int | None,
    clock: bool,
    file: str | None,
    output: Output,
) -> None:
    """The events of the programme in the order of their recording.

    With NAME, the id or title of a record, only what happened to it.
    """
    programme = load_programme(programme_to_read(context, file))
    events = list(programme.history)
    if name is not None:
        kind, id = find_any(programme, [name])
        events = events_of(programme, kind, id)
    events = [
        event
        for event in events
        if (actor is None or event.actor == actor)
        and (since is None or event.effective >= since)
        and (backdated is None or is_late(event, backdated))
        and (not clock or event.clock is not None)
    ]
    events = events[-number:] if number else events
    show_log(events, output, clock)


file_option(log)


def is_late(event: pb.Event, days: int) -> bool:
    """Whether an event was recorded at least so many days after it took effect."""
    return event.recorded is not None and days_late(event) >= days


def show_log(events: list[pb.Event], output: Output, clock: bool = False) -> None:
    """Shows events; what the clock said at them, if asked for."""
    from probity.tables.column import INSTANT, column

    said = [column("journal.clock", INSTANT, lambda event, lang: event.clock)] if clock else []
    sheet = Sheet([*COLUMNS[pb.Event], *said], events)
    output.show(
        [sheet if events else say("cli.nothing_logged", output.lang)],
        lambda: [event_record(event) for event in events],
        sheet,
    )


def programme_to_read(context: click.Context, file: str | None) -> str:
    """The programme that is meant, which may be one that is shipped."""
    found = found_programme(context, file)
    return found if found in PROGRAMMES else programme_file(context, file)


def events_of(programme: pb.Programme, kind: str, id: str) -> list[pb.Event]:
    """The events that happened to a record of a kind, in the order of their recording."""
    known = kinds()
    return [
        event
        for event in programme.history
        if event.subject == id and known[event.kind].of in (kind, "event")
    ]


# Show ---------------------------------------------------------------------------------------------


def all_ids(context: click.Context) -> list[str]:
    found = found_programme(context, context.params.get("file"))
    if found is None:
        return []
    programme = load_programme(found)
    return [id for kind in kinds_of(programme) for id in naming.ids(programme, kind)]


@click.command(short_help="A record with its history.")
@click.argument(
    "name", nargs=-1, required=True, metavar="[KIND] NAME", type=Completed("id", all_ids)
)
@on_option
@takes_output(csv=False)
@click.pass_context
def show(
    context: click.Context,
    name: tuple[str, ...],
    on: datetime.date,
    file: str | None,
    output: Output,
) -> None:
    """A record by its id or title as it stood on a day, and all that happened to it.

    If records of several kinds are called so, KIND says which is meant: `show unit audit`.
    """
    whole = load_programme(programme_to_read(context, file))
    kind, id = find_any(whole, list(name))
    programme = whole.as_of(effective=on)
    record = document_of(programme, kind, id)
    events = events_of(whole, kind, id)
    if record is None:
        raise Refused(refusal("not_there_on", id=repr(id), on=on))
    body = bodies().get(kind)
    lang = output.lang
    lines = [f"{record_words(kind, lang)} {id}"]
    state = state_in_words(programme, kind, id, lang)
    lines += [state] if state else []
    lines += fields_in_words(body, kind, record, programme, lang) if body is not None else []
    output.show(
        [
            "\n".join(lines),
            Sheet(COLUMNS[pb.Event], events) if events else say("cli.no_history", lang),
        ],
        lambda: {
            "kind": kind,
            "record": record,
            "events": [event_record(event) for event in events],
        },
    )


file_option(show)


def kinds_of(programme: pb.Programme) -> list[str]:
    """The kinds of records that have an id and are in a list of the programme."""
    subjects = dict.fromkeys(kind.of for kind in kinds().values())
    out = []
    for subject in [*subjects, "band"]:
        try:
            naming.ids(programme, subject)
        except AttributeError:
            continue
        out.append(subject)
    return out


def find_any(programme: pb.Programme, said: list[str]) -> tuple[str, str]:
    """The kind and the id of the record that is meant, be its kind said or not."""
    known = kinds_of(programme)
    if len(said) > 2:
        raise click.UsageError(refusal("kind_and_name"))
    if len(said) == 2:
        kind = {**{family: subject_of(family) for family in families()}}.get(said[0], said[0])
        if kind not in known:
            names = ", ".join(known)
            raise click.UsageError(refusal("no_kind", said=repr(said[0]), names=names))
        return kind, naming.find(programme, kind, said[1], "NAME")
    found = []
    for exactly in (True, False):
        for kind in known:
            try:
                id = naming.find(programme, kind, said[0], "NAME")
            except Refused:
                continue
            record = naming.records(programme, kind)[naming.ids(programme, kind).index(id)]
            if not exactly or said[0] in naming.names(id, record):
                found.append((kind, id))
        if found:
            break
    if len(found) == 1:
        return found[0]
    if found:
        shown = ", ".join(f"{kind} {id}" for kind, id in found)
        raise Refused(refusal("several_kinds", said=repr(said[0]), shown=shown))
    raise Refused(refusal("no_such_name", said=repr(said[0])))


def subject_of(family: str) -> str:
    """The kind of record of a family: "risk_area" of "area"."""
    return next(iter(families()[family].values())).of


def whole_document(programme: pb.Programme) -> dict[str, Any]:
    """All records of a programme as its document has them."""
    from probity._core import _parts_json

    return dict(json.loads(_parts_json(programme)))


def document_of(
    programme: pb.Programme, kind: str, id: str, document: dict[str, Any] | None = None
) -> dict[str, Any] | None:
    """A record as the programme's document has it; None if it is not there.

    Whoever asks for several gives the document, that of whole_document.
    """
    document = whole_document(programme) if document is None else document
    if kind == "meeting":
        council, _, number = id.partition("/")
        councils = [each for each in document.get("councils", []) if each["id"] == council]
        place = [each.id for each in programme.council(council).meetings] if councils else []
        if number not in place:
            return None
        return dict(councils[0]["meetings"][place.index(number)])
    if kind == "band":
        every = document.get("banding", {}).get("bands", [])
    else:
        inside, plural = WITHIN.get(kind, (None, ""))
        plural = plural or (f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s")
        every = (document.get(inside, {}) if inside else document).get(plural, [])
    return next((dict(each) for each in every if each["id"] == id), None)


def state_in_words(programme: pb.Programme, kind: str, id: str, lang: Language) -> str:
    """The state to which its history brought a record; empty for one that has none."""
    from probity.labels import MEETING_STATES, TASK_STATES

    states = {"task": TASK_STATES, "meeting": MEETING_STATES}
    if kind not in states:
        return ""
    record = naming.records(programme, kind)[naming.ids(programme, kind).index(id)]
    return f"  {label(kind, 'state', lang)}: {states[kind][record.state].to(lang)}"


def fields_in_words(
    body: Body, kind: str, record: dict[str, Any], programme: pb.Programme, lang: Language
) -> list[str]:
    """A line for each field that the record has: "Due: 2026-06-30"."""
    lines = []
    for field in body.fields:
        if field.key == "id" or field.key not in record:
            continue
        value = record[field.key]
        if field.kind == "records":
            words = str(len(value))
        elif is_list(field) or field.kind != "record":
            words = value_in_words(field, value, programme, lang)
        else:
            words = json.dumps(value, ensure_ascii=False)
        lines.append(f"  {label_of(kind, body.name, field, lang)}: {words}")
    return lines


COMMANDS = {"undo": undo, "log": log, "show": show}
