"""A record as a form in an editor: `edit`.

The form has a line for each value, with what it is above it. The lines that were changed become
events: those that the library has for a field, `task.assigned` for the owner, and one of the record
for all else.
"""

from __future__ import annotations

import datetime
import json
from functools import partial
from typing import Any

import click

import probity as pb
from probity.cli.acts import Act, Draft, takes_act
from probity.cli.arguments import Completed, Day
from probity.cli.changes import label_of
from probity.cli.errors import Refused, in_words
from probity.cli.kinds import Body, Field, Kind, bodies, kinds, record_words
from probity.cli.language import refusal
from probity.cli.output import Output, echo
from probity.cli.past import all_ids, document_of, find_any
from probity.cli.programmes import load_programme
from probity.cli.values import document_value, is_list, words_in
from probity.types import Language
from probity.words import say

Values = dict[str, str]

#: Kinds of fields that a line of a form can say.
SAID = (
    *("word", "words", "text", "texts", "reference", "references", "integer", "number"),
    *("date", "partial_date", "time", "share", "truth", "name"),
)


@click.command(short_help="A record as a form in your editor.")
@click.argument(
    "name", nargs=-1, required=True, metavar="[KIND] NAME", type=Completed("id", all_ids)
)
@takes_act
def edit(act: Act, output: Output, name: tuple[str, ...]) -> None:
    """Opens a record in the editor of VISUAL or EDITOR, and records what was changed there.

    If something in the form cannot be taken, nothing is recorded, and the form is opened once more
    with the reason above it. An emptied line states that there is none.
    """
    programme = load_programme(act.file)
    kind, id = find_any(programme, list(name))
    body = bodies().get(kind)
    record = document_of(programme, kind, id)
    if body is None or record is None:
        raise Refused(refusal("no_form", id=repr(id)))
    lines = values_of(body, record)
    form = write_form(kind, id, body, lines, act.lang)
    note = ""
    while True:
        edited = click.edit(note + form, extension=".txt")
        if edited is None:
            echo(say("cli.unchanged", act.lang))
            return
        try:
            new = read_form(edited, lines)
            changed = {key: value for key, value in new.items() if value != lines[key]}
            if not changed:
                echo(say("cli.unchanged", act.lang))
                return
            act.record(partial(apply_changes, kind, id, body, lines, new), output)
            return
        except (Refused, pb.ProbityError) as error:
            why = error.message if isinstance(error, Refused) else in_words(error)
            if not can_ask_again():
                raise
            note = "".join(f"#! {line}\n" for line in why.splitlines())
            form = without_notes(edited)


def can_ask_again() -> bool:
    """Whether somebody sits at the editor, and can mend a form."""
    import sys

    return sys.stdin is not None and sys.stdin.isatty()


# Forms --------------------------------------------------------------------------------------------


def values_of(body: Body, record: dict[str, Any]) -> Values:
    """The lines of a form: the values of a record by their keys, those of a text by language."""
    lines: Values = {}
    for field in body.fields:
        if field.kind not in SAID or not (field.changeable or step_of(field)):
            continue
        value = record.get(field.key)
        if field.kind == "text":
            for language in ("ko", "en"):
                lines[f"{field.key}.{language}"] = words_in(value, language)
        elif field.kind == "texts":
            lines[field.key] = "; ".join(words_in(each, "ko") for each in value or [])
        elif is_list(field):
            lines[field.key] = ", ".join(value or [])
        elif field.kind == "truth":
            lines[field.key] = "" if value is None else json.dumps(value)
        else:
            lines[field.key] = "" if value is None else str(value)
    return lines


def write_form(kind: str, id: str, body: Body, lines: Values, lang: Language) -> str:
    out = [f"# {record_words(kind, lang)} {id}", f"# {say('cli.form_how', lang)}", ""]
    for field in body.fields:
        keys = [key for key in lines if key.partition(".")[0] == field.key]
        if not keys:
            continue
        allowed = f" ({' | '.join(field.names)})" if field.names else ""
        out.append(f"# {label_of(kind, body.name, field, lang)}: {field.sentence}{allowed}")
        out += [f"{key}: {lines[key]}".rstrip() for key in keys]
        out.append("")
    return "\n".join(out)


def read_form(text: str, known: Values) -> Values:
    """The values of a form; a line that was taken out leaves its value as it was.

    Raises Refused for a line that is none of a form's.
    """
    new = dict(known)
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        key, colon, value = line.partition(":")
        if not colon or key.strip() not in known:
            said = repr(line.strip())
            names = ", ".join(known)
            raise Refused(refusal("form_line", number=number, line=said, names=names))
        new[key.strip()] = value.strip()
    return new


def without_notes(text: str) -> str:
    return "".join(line for line in text.splitlines(True) if not line.startswith("#!"))


# Changes in words -------------------------------------------------------------------------------


def step_of(field: Field) -> Kind | None:
    """The kind of event by which a field changes, if its body has the field under the same key."""
    for name in field.events.split(", "):
        kind = kinds().get(name)
        if kind is None or kind.body is None or kind.adds or kind.changes:
            continue
        if kind.body.field(field.key) is not None:
            return kind
    return None


def apply_changes(kind: str, id: str, body: Body, old: Values, new: Values, draft: Draft) -> None:
    """Takes the steps by which the old values of a form become the new ones.

    Raises Refused if a colleague changed one of them meanwhile, with both values.
    """
    record = document_of(draft.programme, kind, id)
    now = {} if record is None else values_of(body, record)
    for key, current in now.items():
        if current != old[key] and new[key] not in (old[key], current):
            values = {"old": old[key], "current": current, "new": new[key]}
            shown = {name: repr(value) for name, value in values.items()}
            raise Refused(refusal("changed_meanwhile", key=key, **shown))
    changed = {
        field.key: field
        for field in body.fields
        for key in new
        if key.partition(".")[0] == field.key and new[key] != old[key]
    }
    steps: dict[str, dict[str, Any]] = {}
    patch: dict[str, Any] = {}
    for key, field in changed.items():
        step = None if field.changeable else step_of(field)
        if step is None:
            patch[key] = value_of(field, new, draft)
            continue
        assert step.body is not None
        said = steps.setdefault(step.name, {})
        for each in step.body.fields:
            of = body.field(each.key)
            value = None if of is None else value_of(of, new, draft)
            if value is not None or each.nullable:
                said[each.key] = value
    for name, said in steps.items():
        draft.step(name, id, said)
    if patch:
        draft.step(f"{family(kind)}.changed", id, patch)


def family(kind: str) -> str:
    """The first word of the kinds of events that change a kind of record."""
    for each in kinds().values():
        if each.changes and each.subject == kind:
            return each.name.partition(".")[0]
    raise Refused(refusal("not_changed_whole", kind=kind))


def value_of(field: Field, values: Values, draft: Draft) -> Any:
    """The value of a field in a form, as documents have it; None for an emptied one."""
    if field.kind == "text":
        korean, english = (values[f"{field.key}.{each}"] for each in ("ko", "en"))
        if korean == english:
            return korean or None
        words = {"ko": korean, "en": english}
        return {language: each for language, each in words.items() if each}
    said = values[field.key]
    if not said:
        return [] if is_list(field) else None
    place = field.key
    if field.kind == "texts":
        return document_value(field, [each.strip() for each in said.split(";")], draft, place)
    if is_list(field):
        return document_value(field, [each.strip() for each in said.split(",")], draft, place)
    if field.kind == "date":
        day: datetime.date = Day().convert(said, None, None)
        return document_value(field, day, draft, place)
    if field.kind in ("integer", "number", "truth"):
        try:
            return json.loads(said)
        except ValueError as error:
            refused = refusal("not_of_kind", place=place, value=repr(said), kind=field.kind)
            raise Refused(refused) from error
    return document_value(field, said, draft, place)


COMMANDS = {"edit": edit}
