"""Steps that are recorded into the programme's file: who takes them, from which day, why; and what
is said of them.

    def change(draft: Draft) -> None:
        draft.step("task.adopted", "T-07")

    Act(...).record(change, output)       # 과제-1 계약 공개 점검: 과제 채택 (2026. 1. 10., kim)
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

import probity as pb
from probity.cli import naming
from probity.cli.arguments import Day, Function, now, takes_output, today, with_options
from probity.cli.errors import Refused
from probity.cli.importing import account, backdating
from probity.cli.kinds import USUAL, Field, kind_words, kinds, label
from probity.cli.language import refusal
from probity.cli.output import Output, echo
from probity.cli.programmes import (
    PROGRAMMES,
    file_option,
    found_programme,
    journals_here,
    load_programme,
)
from probity.text import Text
from probity.words import say, say_day

if TYPE_CHECKING:
    from probity.types import Language

#: A day that is farther than this from every day that is known is asked about.
A_YEAR = datetime.timedelta(366)


class Change(NamedTuple):
    """An event, with the programme before and after it."""

    before: pb.Programme
    after: pb.Programme
    event: pb.Event


class Draft:
    """A programme to which steps are being taken, each checked against the one before."""

    def __init__(self, programme: pb.Programme, act: Act) -> None:
        self.programme = programme
        self.act = act
        self.near = known_days(programme)
        self.changes: list[Change] = []

    def words(self, name: str, **values: object) -> str:
        """A sentence of the command line in the language of whoever records."""
        return say(f"cli.{name}", self.act.lang, **values)

    def find(self, kind: str, said: str, place: str) -> str:
        return naming.find(self.programme, kind, said, place)

    def step(
        self,
        kind: str,
        subject: str,
        body: dict[str, Any] | None = None,
        *,
        on: datetime.date | None = None,
        reason: str | None = None,
    ) -> pb.Event:
        """Takes a step of any kind, whose body is as documents have it."""
        from probity._core import _step

        act = self.act
        text = "" if body is None else json.dumps(body, ensure_ascii=False)
        why = act.reason if reason is None else reason
        return self.add(_step(self.programme, kind, subject, text, on or act.on, act.by, why))

    def add(self, event: pb.Event) -> pb.Event:
        after = self.programme.apply(event)
        self.changes.append(Change(self.programme, after, event))
        self.programme = after
        return event


class Act(NamedTuple):
    """By whom a step is taken, from which day it is true, why, and in which file."""

    file: str
    on: datetime.date
    by: str
    reason: str
    dry_run: bool
    sure: bool
    lang: Language

    @property
    def said(self) -> dict[str, Any]:
        """As the commands of the package take it."""
        return {"on": self.on, "by": self.by, "reason": self.reason}

    def record(self, change: Callable[[Draft], None], output: Output) -> None:
        """Takes the steps under a lock, on the programme as it then is, and says what changed."""
        taken: list[Change] = []

        def changed(current: pb.Programme) -> pb.Programme:
            draft = Draft(current, self)
            self.check_day("--on", self.on, draft.near)
            change(draft)
            taken[:] = draft.changes
            return draft.programme

        if self.dry_run:
            later = changed(load_programme(self.file))
        else:
            from probity._core import _update

            later, _ = _update(self.file, changed, clock=now)
        events = list(later.history[len(later.history) - len(taken) :])
        show_changes(self, taken, events, output)

    def check_day(self, place: str, day: datetime.date, near: list[datetime.date]) -> None:
        """Refuses a day that is more than a year from all that are known, as one of a mistyped
        year is, unless that is meant."""
        if self.sure or not near or any(abs(day - each) <= A_YEAR for each in near):
            return
        nearest = min(near, key=lambda each: abs(day - each))
        raise Refused(refusal("year_away", place=place, day=day, nearest=nearest))


def known_days(programme: pb.Programme) -> list[datetime.date]:
    """Today, and the day of the last event: days near which something is recorded."""
    last = [event.effective for event in programme.history[-1:]]
    return [today(), *last]


# Options ------------------------------------------------------------------------------------------


def takes_act(function: Function) -> Function:
    """-f, --on, --by, --reason, --dry-run, --sure, --lang, --json: the function is given `act` and
    `output`."""

    @takes_output(csv=False)
    @wraps(function)
    @click.pass_context
    def command(
        context: click.Context,
        /,
        *args: Any,
        file: str | None,
        on: datetime.date,
        by: str,
        reason: str,
        dry_run: bool,
        sure: bool,
        output: Output,
        **others: Any,
    ) -> Any:
        act = Act(programme_file(context, file), on, by, reason, dry_run, sure, output.lang)
        return function(*args, act=act, output=output, **others)

    return with_options(command, *act_options(), file_option)


def act_options() -> list[Any]:
    return [
        click.option(
            "--on",
            type=Day(),
            default=today,
            show_default="today in Seoul",
            metavar="DATE",
            help="The day from which it is true.",
        ),
        click.option(
            "--by",
            default=account,
            show_default="your account",
            metavar="WHO",
            help="Who records it, by post or account.",
        ),
        click.option("--reason", default="", metavar="WORDS", help="Why."),
        click.option("--dry-run", is_flag=True, help="Say what would change, and record nothing."),
        click.option("--sure", is_flag=True, help="Take a day that is more than a year away."),
    ]


def programme_file(context: click.Context, file: str | None) -> str:
    """The file of the programme to which something is recorded.

    Raises Refused for a programme that is shipped, and UsageError if none can be told.
    """
    found = found_programme(context, file)
    if found is None:
        here = journals_here()
        which = "which_programme_here" if here else "which_programme"
        raise click.UsageError(refusal(which, here=", ".join(here)))
    if not os.path.exists(found):
        if found in PROGRAMMES:
            raise Refused(refusal("shipped", name=found))
        raise Refused(refusal("no_file", name=found))
    return found


# What changed -------------------------------------------------------------------------------------


def show_changes(act: Act, taken: list[Change], events: list[pb.Event], output: Output) -> None:
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
        },
    )


def event_record(event: pb.Event) -> dict[str, Any]:
    """An event as documents have it, without the rules under which it stands."""
    from probity._core import _event_json

    record: dict[str, Any] = json.loads(_event_json(event))
    return {key: value for key, value in record.items() if key != "rules"}


def subject_in_words(change: Change, lang: Language) -> str:
    """What an event happened to: "T-07 Review of contracts", "Mayor"."""
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
            return Text(*_label(f"{record}.{field.key}")).to(lang)
        except ProbityError:
            continue
    if field.key == "item":
        return Text(*_label("agenda_item")).to(lang)
    kind = field.target or ("band" if field.key == "bands" else "")
    if kind in RECORD_KINDS:
        return RECORD_KINDS[kind].to(lang)
    return label(body, field.key, lang)


def old_value(change: Change, field: Field) -> Any:
    """The value that a field had before it changed, as the package has it."""
    kind = kinds()[change.event.kind]
    programme = change.before
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
        if change.event.subject not in every:
            return None
        record = naming.records(programme, kind.of)[every.index(change.event.subject)]
    return getattr(record, field.key, None)


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
        if set(value) <= {"ko", "en"} and value:
            return str(value.get(lang) or next(iter(value.values())))
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


def note(text: str) -> None:
    """Says something beside the answer, on standard error."""
    echo(text, err=True)
