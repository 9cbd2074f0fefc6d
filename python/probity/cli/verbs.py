"""The families of verbs, one to each thing: `task adopt`, `unit add`, `meeting hold`.

They are made from the library's descriptions of events (kinds.py): arguments are what an event
happens to and the fields that PLACES names, options all other fields of its body. What a verb does
beyond that is said here, or by a module of its own, that of MODULES.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

import probity as pb
from probity.cli.acts import Act, Draft, takes_act
from probity.cli.changes import current_value, label_of, plain_fields
from probity.cli.kinds import USUAL, Field, Kind, families, kind_words, label
from probity.cli.language import language, refusal
from probity.cli.output import Output
from probity.cli.steps import STEPS
from probity.cli.values import (
    can_be_said,
    document_value,
    english_option,
    ids_in_file,
    is_list,
    metavar_of,
    option_for,
    singular,
    text_document,
    type_of,
)
from probity.text import slug
from probity.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from probity.types import Language

#: Modules with verbs of their own, beside those of the library's events or instead of them.
MODULES = {
    "meeting": "papers",
    "observance": "observances",
    "obligation": "obligations",
    "unit": "units",
}

#: Things of which a programme has one: no argument names them.
SINGLE = ("programme", "institution", "head", "banding", "bands")

#: The fields of bodies that are arguments, in their order; with "?" one that can be left out.
PLACES: dict[str, tuple[str, ...]] = {
    "matter.added": ("id", "kind", "known"),
    "banding.added": ("title",),
    "unit.moved": ("band",),
    "council.member_joined": ("seat",),
    "council.member_left": ("seat",),
    "meeting.planned": ("date?",),
    "meeting.postponed": ("date?",),
    "item.added": ("id", "title"),
    "item.decided": ("item", "outcome"),
    "task.superseded": ("by",),
    "task.assigned": ("owner",),
    "task.rescheduled": ("due",),
    "task.weighted": ("weight",),
    "task.directed": ("risk_area",),
    "area.assigned": ("owners",),
    "activity.dated": ("date",),
    "count.declared": ("what", "count"),
    "education.attended": ("duty",),
    "obligation.done": ("period?",),
    "obligation.waived": ("period?",),
    "assessment.entered": ("year",),
}

#: Of what an event is that has no id of its own before it happens.
SUBJECTS = {"meeting.planned": "council"}

#: Fields that are not asked for: the library makes them, or the step says them.
MADE = {
    "meeting.planned": (
        "state earliest before earlier_dates noticed attended units present quorum items minutes "
        "inference"
    ),
    "education.attended": "official",
    "obligation.done": "obligation outcome on reason",
    "obligation.waived": "obligation outcome on reason evidence",
    "quota.set": "subject",
    "item.added": "outcome in_favour against abstained",
    "council.member_joined": "begin",
    "council.charter_adopted": "begin end",
    "council.cadence_changed": "end",
    "activity.added": "dates",
    "task.proposed": "proposed superseded_by evidence changes state",
}

#: Fields that the step says if no option does.
LEFT_OUT = {
    "meeting.planned": ("year", "ordinal", "kind"),
    "education.attended": ("date", "minutes"),
}

Body = dict[str, Any]


# Commands -----------------------------------------------------------------------------------------


class Family(click.Group):
    """The verbs of a thing; one that answers of a programme takes the programme that is meant."""

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(context, arguments)
        if command is not None and any(each.name == "programme" for each in command.params):
            from probity.cli.programmes import with_programme

            rest = with_programme(command, context, rest)
        return name, command, rest


def family(name: str) -> click.Command:
    """A family: a group of verbs, or the command that it is."""
    verbs = families()[name]
    if set(verbs) == {""}:
        return command_of(verbs[""], name)
    commands = {verb: command_of(kind, verb) for verb, kind in verbs.items()}
    if name in MODULES:
        commands |= import_module(f"probity.cli.{MODULES[name]}").COMMANDS
    listing = import_module("probity.cli.listing")
    if "list" not in commands and listing.listed(name) is not None:
        commands["list"] = listing.command_of(name)
    words = ", ".join(commands)
    first = next(iter(verbs.values()))
    record = first.record
    lang = language()
    sentence = ""
    if record is not None:
        sentence = record.sentence if lang == "en" else f"{label(record.name, '', lang)}."
    return Family(name, commands=commands, short_help=f"{words}.", help=sentence)


def command_of(kind: Kind, name: str) -> click.Command:
    """The command that records an event of a kind."""

    def record(act: Act, output: Output, **given: Any) -> None:
        said = read_files(kind, given)
        act.record(lambda draft: take(draft, kind, dict(said)), output)

    record.__doc__ = help_of(kind)
    command = click.command(name, short_help=f"{kind_words(kind.name, language())}.")(
        takes_act(record)
    )
    command.params[:0] = [*arguments_of(kind), *options_of(kind)]
    return command


def help_of(kind: Kind) -> str:
    lang = language()
    parts = [f"{kind_words(kind.name, lang)}."]
    if kind.changes:
        parts.append(say("cli.verb.changes", lang))
    # The library has its conditions in English; refusals say them in other languages, too.
    if kind.needs and lang == "en":
        parts.append(f"It is recorded if this holds: {kind.needs}")
    return "\n\n".join(parts)


def places_of(kind: Kind) -> tuple[str, ...]:
    """The keys of the fields that are arguments; that of a title can be left out."""
    if kind.name in PLACES:
        return PLACES[kind.name]
    if not kind.adds:
        return ()
    title = title_field(kind)
    return ("id",) if title is None else ("id", f"{title.key}?")


def title_field(kind: Kind) -> Field | None:
    if kind.record is None:
        return None
    found = (kind.record.field(key) for key in ("title", "name"))
    return next((each for each in found if each is not None and each.kind == "text"), None)


def fields_of(kind: Kind) -> list[tuple[tuple[str, ...], Field]]:
    """The fields that can be said, each with its path in the body."""
    if kind.body is None:
        return []
    made = MADE.get(kind.name, "").split()
    if kind.changes:
        made += [each.key for each in kind.body.fields if not each.changeable]
    return [
        (path, field)
        for path, field in plain_fields(kind.body)
        if path[0] not in made
        and (field.kind == "id" or can_be_said(field))
        and not (kind.changes and field.kind in ("id", "records"))
    ]


def parameter(path: tuple[str, ...]) -> str:
    return "field_" + "_".join(path)


def arguments_of(kind: Kind) -> list[click.Parameter]:
    arguments: list[click.Parameter] = []
    if kind.name == "head.changed":
        arguments.append(click.Argument(["subject"], metavar="[POST]", required=False))
    elif has_subject(kind):
        of = SUBJECTS.get(kind.name, kind.of)
        arguments.append(
            click.Argument(["subject"], metavar=of.upper().replace("_", "-"), type=ids_in_file(of))
        )
    by_key = {path[-1]: (path, field) for path, field in fields_of(kind)}
    for place in places_of(kind):
        key = place.rstrip("?")
        path, field = by_key[key]
        needed = not place.endswith("?")
        metavar = key.upper().replace("_", "-") if field.kind != "date" else "DATE"
        arguments.append(
            click.Argument(
                [parameter(path)],
                type=str if field.kind == "id" else type_of(field),
                metavar=metavar if needed else f"[{metavar}]",
                nargs=-1 if is_list(field) else 1,
                required=needed,
            )
        )
    return arguments


def has_subject(kind: Kind) -> bool:
    return (
        (
            not kind.adds
            and kind.subject not in SINGLE
            and kind.name not in ("count.declared", "assessment.entered", "banding.added")
        )
        or kind.name in SUBJECTS
        or kind.name in ("item.added",)
    )


def field_words(kind: Kind, field: Field) -> Callable[[Language], str]:
    """The help of a field's option in other languages than that of descriptions: its label."""
    assert kind.body is not None
    return partial(label_of, kind.of, kind.body.name, field)


def options_of(kind: Kind) -> list[click.Parameter]:
    placed = [place.rstrip("?") for place in places_of(kind)]
    options: list[click.Parameter] = []
    for path, field in fields_of(kind):
        if field.kind == "id":
            continue
        if field.key in placed:
            if field.kind == "text":
                options.append(english_option(parameter(path), singular(field)))
            continue
        usual = field.key == USUAL.get(kind.name, ("",))[0]
        usual = usual or field.key in ("begin", *LEFT_OUT.get(kind.name, ()))
        needed = field.required and not (kind.changes or usual)
        if field.kind == "records":
            proof = field.record is not None and field.record.type == "Evidence"
            needed = proof and kind.name != "obligation.done"
        made = option_for(field, parameter(path), needed)
        made[0].words_in = field_words(kind, field)  # type: ignore[attr-defined]
        options += made
    if kind.name == "quota.set":
        options.append(
            click.Option(["--often"], metavar="SENTENCE", help='How often, in words: "연 3회".')
        )
        for option in options:
            if option.name == "field_times":
                option.required = False
    if kind.changes:
        absent = [field.key for _, field in fields_of(kind) if not field.required]
        options.append(
            click.Option(
                ["--clear"],
                type=click.Choice(absent),
                multiple=True,
                metavar="FIELD",
                help=f"State that there is none: {', '.join(absent)}.",
            )
        )
    return options


# Steps --------------------------------------------------------------------------------------------


def read_files(kind: Kind, given: Body) -> Body:
    """The options as they were given, with evidence read before the programme's file is locked."""
    for path, field in fields_of(kind):
        name = parameter(path)
        held = field.record.type if field.kind == "records" and field.record else ""
        if held == "Evidence" and given.get(name):
            given[name] = tuple(pb.Evidence.of(each) for each in given[name])
    return given


def take(draft: Draft, kind: Kind, given: Body) -> None:
    """Takes the step that the arguments of a command say."""
    subject = subject_of(draft, kind, given)
    body = body_of(draft, kind, subject, given)
    if kind.adds and kind.name not in SUBJECTS and kind.name != "item.added":
        subject = name_record(kind, body)
    step = STEPS.get(kind.name)
    if step is not None:
        step(draft, subject, body)
    else:
        draft.step(kind.name, subject, body if body or not may_be_silent(kind) else None)


def may_be_silent(kind: Kind) -> bool:
    """Whether a body of which nothing is said is left out."""
    return kind.body is None or kind.name == "unit.closed"


def subject_of(draft: Draft, kind: Kind, given: Body) -> str:
    said = given.pop("subject", None)
    if kind.name == "head.changed":
        head = draft.programme.institution.head
        named = head is not None and said in (head.post.korean, head.post.english)
        if said is not None and not named and given.get("field_post") is None:
            given["field_post"] = said
        return "head"
    if kind.subject in SINGLE:
        return kind.subject
    if said is None:
        return ""
    of = SUBJECTS.get(kind.name, kind.of)
    return draft.find(of, said, of.upper().replace("_", "-"))


def body_of(draft: Draft, kind: Kind, subject: str, given: Body) -> Body:
    """The body of an event as documents have it."""
    body: Body = {}
    placed = {place.rstrip("?") for place in places_of(kind)}
    for path, field in fields_of(kind):
        raw = given.get(parameter(path))
        english = given.get(f"{parameter(path)}_en")
        if raw is None and english is not None:
            known = current_value(draft.programme, kind, subject, field.key) if subject else None
            put(body, path, with_english(known, english))
            continue
        if raw is None or raw == ():
            continue
        place = metavar_of(field) if field.key in placed else singular(field)
        put(body, path, document_value(field, raw, draft, place, english))
    for key in given.get("clear", ()):
        if key in body:
            raise click.UsageError(refusal("clear_and_value", key=key))
        body[key] = None
    if kind.changes and not body:
        flags = ", ".join(singular(field) for _, field in fields_of(kind))
        raise click.UsageError(refusal("nothing_to_change", flags=flags))
    if given.get("often"):
        set_often(body, given["often"])
    if kind.record is not None and kind.adds:
        complete(draft, kind, body)
    return body


def with_english(known: pb.Text | None, english: str) -> dict[str, str]:
    """A text whose English words are said alone: those in other languages stay. One of which nobody
    said the language is taken to be in Korean."""
    given = (known.given or {"ko": str(known)}) if known else {}
    return {**given, "en": english}


def put(body: Body, path: tuple[str, ...], value: Any) -> None:
    for key in path[:-1]:
        body = body.setdefault(key, {})
    body[path[-1]] = value


def complete(draft: Draft, kind: Kind, body: Body) -> None:
    """Gives a new record the first day from which it holds, and the records that it must have."""
    assert kind.body is not None
    if kind.name in USUAL:
        body.setdefault(*USUAL[kind.name])
    for path, field in plain_fields(kind.body):
        if field.key == "begin" and field.required and path[0] not in body:
            put(body, path, draft.act.on.isoformat())
    for each in kind.body.fields:
        if each.kind == "record" and each.required:
            body.setdefault(each.key, {})


def name_record(kind: Kind, body: Body) -> str:
    """The id of a new record. Words that name it alone are its title too, and an id without their
    spaces."""
    assert kind.body is not None and kind.record is not None
    record = body
    if kind.body is not kind.record:
        key = next(each.key for each in kind.body.fields if each.record is kind.record)
        record = body.setdefault(key, {})
    title = title_field(kind)
    if title is not None and title.key not in record:
        record[title.key] = text_document(record["id"])
        record["id"] = slug(record["id"]) or record["id"]
    return str(record["id"])


def set_often(body: Body, said: str) -> None:
    often = pb.parse_korean_quota(said)
    if often.bound == "at_most":
        raise click.UsageError(refusal("often_is_limit", said=repr(said)))
    body.setdefault("times", often.times)
    body.setdefault("per", often.per)
