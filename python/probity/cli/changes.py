"""Says in words how steps changed a programme: a line for each event."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import probity as pb
from probity.cli import naming
from probity.cli.importing import backdating
from probity.cli.kinds import USUAL, Field, Kind, kind_words, kinds, label, record_words
from probity.cli.output import Output
from probity.text import Text
from probity.words import LANGUAGES, say, say_day

if TYPE_CHECKING:
    from probity.cli.acts import Act
    from probity.types import Language


class Change(NamedTuple):
    """An event, with the programme before and after it."""

    before: pb.Programme
    after: pb.Programme
    event: pb.Event


class Told(NamedTuple):
    """Lines about steps beside their events, and members of the answer in JSON."""

    lines: tuple[str, ...] = ()
    record: Mapping[str, Any] = MappingProxyType({})


def show_changes(
    act: Act, taken: list[Change], events: list[pb.Event], output: Output, told: Told
) -> None:
    """A line for each event: what it happened to, what happened, from which day, by whom."""
    lang = output.lang
    lines = [
        say(
            "cli.step",
            lang,
            what=subject_in_words(change, lang),
            happened=kind_words(change.event.kind, lang),
            details=details(change, lang),
            day=change.event.effective,
            by=change.event.actor,
        )
        for change in taken
    ]
    lines += told.lines
    if act.dry_run:
        lines.append(say("cli.dry_run", lang))
    else:
        lines += backdating(events, lang)
    output.show(
        ["\n".join(lines)],
        lambda: {
            "file": act.file,
            "recorded": not act.dry_run,
            "events": [event_record(event) for event in events],
            **told.record,
        },
    )


def event_record(event: pb.Event) -> dict[str, Any]:
    """An event as documents have it, without the rules under which it stands."""
    from probity._core import _event_json

    record: dict[str, Any] = json.loads(_event_json(event))
    return {key: value for key, value in record.items() if key != "rules"}


def subject_in_words(change: Change, lang: Language) -> str:
    """The record to which an event happened: "T-07 Review of contracts", "Mayor"."""
    event = change.event
    kind = kinds()[event.kind]
    if event.kind == "event.annulled":
        return say("cli.event_number", lang, number=event.corrects)
    for programme in (change.before, change.after):
        try:
            every = naming.ids(programme, kind.of)
        except AttributeError:
            break
        if event.subject in every:
            record = naming.records(programme, kind.of)[every.index(event.subject)]
            title = naming.title_of(record).to(lang)
            return event.subject if title in ("", event.subject) else f"{event.subject} {title}"
    if event.subject in ("head", "institution", "programme", "banding"):
        head = change.after.institution.head
        if event.subject == "head" and head is not None:
            return head.post.to(lang)
        return change.after.title.to(lang)
    return event.subject


def details(change: Change, lang: Language) -> str:
    """The values that an event says: "; due 2026-06-30, owner 감사담당관"; of a change the values
    before and after."""
    event = change.event
    kind = kinds()[event.kind]
    if event.kind == "event.annulled":
        annulled = change.after.history[event.corrects - 1]
        what = f": {kind_words(annulled.kind, lang)} {annulled.subject}"
        return what + reason_in_words(event, lang)
    if kind.body is None:
        return reason_in_words(event, lang)
    values = event_record(event).get("body") or {}
    shown = []
    for path, field in plain_fields(kind.body):
        value = value_at(values, path)
        is_plain = field.key in ("id", "title", "name", "begin") or (field.key, value) == USUAL.get(
            kind.name
        )
        if is_plain and kind.adds and not kind.changes:
            continue
        if value is ABSENT or (field.key == "reason" and event.reason):
            continue
        if field.key == "observed" and value == values.get("nominal"):
            continue
        if field.key == "state":  # what the event itself says
            continue
        held = kind.body.field(path[0]) if len(path) > 1 else None
        record = held.record.name if held is not None and held.record else kind.body.name
        words = f"{label_of(kind.of, record, field, lang)} "
        if kind.changes:
            old = value_in_words(field, old_value(change, field), change.before, lang)
            words += f"{old or '-'} → "
        new = rule_in_words(change, field, lang) or value_in_words(field, value, change.after, lang)
        shown.append(words + (new or "-"))
    text = ", ".join(shown)
    return (f": {text}" if text else "") + reason_in_words(event, lang)


def rule_in_words(change: Change, field: Field, lang: Language) -> str:
    """The rule or the cadence that an event begins; empty for another field."""
    subject, programme = change.event.subject, change.after
    if change.event.kind == "obligation.added" and field.key == "rule":
        rule = next(each.rule for each in programme.obligations if each.id == subject)
        return pb.RuleVersion(rule).describe(lang) if rule else ""
    if field.key in ("rule", "rules"):
        rules = programme.observance(subject).rules
        return rules[-1].describe(lang) if rules else ""
    if field.kind == "cadence":
        return programme.council(subject).cadences[-1].cadence.describe(lang)
    return ""


def reason_in_words(event: pb.Event, lang: Language) -> str:
    return say("cli.because", lang, reason=event.reason) if event.reason else ""


#: Stands for a value that an event does not say.
ABSENT: Any = object()


def plain_fields(body: Any) -> list[tuple[tuple[str, ...], Field]]:
    """The fields of a body with the path of each, those of records in it among them."""
    out: list[tuple[tuple[str, ...], Field]] = []
    for field in body.fields:
        if field.kind == "record" and field.record is not None:
            out += [((field.key, *path), each) for path, each in plain_fields(field.record)]
        else:
            out.append(((field.key,), field))
    return out


def value_at(values: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        if not isinstance(values, dict) or key not in values:
            return ABSENT
        values = values[key]
    return values


def label_of(subject: str, body: str, field: Field, lang: Language) -> str:
    """The word for a field: that of the body, else that of the record which it changes, else that
    of the kind of record to which it refers."""
    from probity._core import ProbityError, _label
    from probity.labels import RECORD_KINDS

    # The evidence of a task has a label that counts it.
    first = ("record",) if field.key == "evidence" else ()
    for record in (*first, body, subject, "agenda_item" if subject == "meeting" else body):
        try:
            return _label(f"{record}.{field.key}").to(lang)
        except ProbityError:
            continue
    if field.key == "item":
        return _label("agenda_item").to(lang)
    kind = field.target or ("band" if field.key == "bands" else "")
    if kind in RECORD_KINDS:
        return record_words(kind, lang)
    return label(body, field.key, lang)


def old_value(change: Change, field: Field) -> Any:
    """The value that a field had before it changed, as the package has it."""
    return current_value(change.before, kinds()[change.event.kind], change.event.subject, field.key)


def current_value(programme: pb.Programme, kind: Kind, subject: str, key: str) -> Any:
    """The value of a field of the record to which an event of a kind applies, as the package has
    it; None if the record is not there."""
    single = {
        "programme": programme,
        "institution": programme.institution,
        "head": programme.institution.head,
        "banding": programme.banding,
    }
    if kind.subject in single:
        record = single[kind.subject]
    else:
        every = naming.ids(programme, kind.of)
        if subject not in every:
            return None
        record = naming.records(programme, kind.of)[every.index(subject)]
    return getattr(record, key, None)


def value_in_words(field: Field, value: Any, programme: pb.Programme, lang: Language) -> str:
    """A value of a field as people read it, be it as documents or as the package have it."""
    if value is None or value == "":
        return ""
    if field.kind == "truth":
        from probity.labels import FLAGS

        return FLAGS[bool(value)].to(lang)
    if isinstance(value, Text):
        return value.to(lang)
    if isinstance(value, dict):
        if value and set(value) <= set(LANGUAGES):
            return Text.of(value).to(lang)
        if "name" in value and "sha256" in value:
            return str(value["name"])
        if "id" in value:
            units = value_in_words(field, value.get("units", []), programme, lang)
            return f"{value['id']} ({units})" if units else str(value["id"])
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return ", ".join(value_in_words(field, each, programme, lang) for each in value)
    if field.kind == "share":
        bound, part = str(value).rsplit(maxsplit=1)
        return say(f"cli.share.{bound.replace(' ', '_')}", lang, part=part)
    if field.kind == "date":
        day = value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)
        return say_day(day, lang)
    if field.names:
        from probity.labels import words_of

        try:
            return words_of(field.names)[value].to(lang)
        except pb.ProbityError:
            return str(value)
    if field.target is not None and isinstance(value, str):
        every = naming.ids(programme, field.target)
        if value in every:
            record = naming.records(programme, field.target)[every.index(value)]
            return naming.title_of(record).to(lang) or value
    return str(getattr(value, "id", value))
