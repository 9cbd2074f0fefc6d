"""The kinds of events as the library describes them, and by which words the prompt has them.

A kind that is new in the library is there without a word more: its family is the first part of
its name, `task` of "task.started", its verb the second, or what stands for that in VERBS.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from probity.types import Language


class Field(NamedTuple):
    """A field of a record or body, by its key in documents."""

    key: str
    sentence: str
    #: "text", "reference", "date", "name" and so on.
    kind: str
    required: bool
    #: Whether its absence can be stated: a due date that is taken away.
    nullable: bool
    #: Whether a call that makes a record gives it.
    given: bool
    #: Whether `change` changes it, rather than an event of its own.
    changeable: bool
    #: The kinds of event that change it otherwise, "task.assigned"; several with ", " between.
    events: str
    names: tuple[str, ...]
    #: The kind of record to which it refers; None if the record itself says that, or it refers to
    #: none.
    target: str | None
    record: Body | None

    @property
    def option(self) -> str:
        return "--" + self.key.replace("_", "-")


class Body(NamedTuple):
    """The content of an event: a record, new values of one, or a few fields."""

    name: str
    type: str
    sentence: str
    fields: tuple[Field, ...]

    def field(self, key: str) -> Field | None:
        return next((each for each in self.fields if each.key == key), None)


class Kind(NamedTuple):
    """A kind of event: "task.assigned", of a task, with a TaskAssigned."""

    name: str
    #: To what it applies: "task", "risk_area", "head".
    subject: str
    needs: str
    #: Whether it says new values of some fields of a record.
    changes: bool
    body: Body | None

    @property
    def family(self) -> str:
        return VERBS.get(self.name, (self.name.partition(".")[0], ""))[0]

    @property
    def verb(self) -> str:
        said = self.name.partition(".")[2]
        return VERBS.get(self.name, ("", WORDS.get(said, said)))[1]

    @property
    def of(self) -> str:
        """The kind of record that its subject names: "year_goal" of "goal.ended"."""
        changed = kinds().get(f"{self.name.partition('.')[0]}.changed")
        if changed is None or not changed.changes or changed.body is None:
            return self.subject
        return changed.body.name if self.subject == changed.subject else self.subject

    @property
    def adds(self) -> bool:
        """Whether it adds a record that has an id of its own."""
        return self.record is not None and not self.changes and self.record.field("id") is not None

    @property
    def record(self) -> Body | None:
        """The record that it says as a whole, be it in a body that says more."""
        if self.body is None or self.body.field("id") is not None:
            return self.body
        held = [each.record for each in self.body.fields if each.kind == "record"]
        return held[0] if held else self.body


#: The verbs of the last words of kinds.
WORDS = {
    "added": "add",
    "named": "add",
    "listed": "add",
    "set": "add",
    "established": "add",
    "proposed": "add",
    "changed": "change",
    "ended": "end",
    "closed": "close",
    "moved": "move",
    "adopted": "adopt",
    "rejected": "reject",
    "started": "start",
    "put_on_hold": "hold",
    "resumed": "resume",
    "submitted": "submit",
    "verified": "verify",
    "sent_back": "send-back",
    "reopened": "reopen",
    "withdrawn": "withdraw",
    "superseded": "supersede",
    "assigned": "assign",
    "rescheduled": "reschedule",
    "weighted": "weigh",
    "linked": "link",
    "directed": "direct",
    "planned": "plan",
    "noticed": "notice",
    "postponed": "postpone",
    "cancelled": "cancel",
    "held": "hold",
    "minuted": "minute",
    "approved": "approve",
    "decided": "decide",
    "dated": "date",
    "declared": "declare",
    "appointed": "appoint",
    "left": "leave",
    "entered": "enter",
    "waived": "waive",
}

#: Family and verb of kinds that people look for elsewhere than under the words of their names.
#: A family without verbs is a command by itself.
VERBS = {
    "bands.parted": ("banding", "part"),
    "council.charter_adopted": ("charter", "adopt"),
    "council.cadence_changed": ("cadence", "change"),
    "council.member_joined": ("member", "join"),
    "council.member_left": ("member", "leave"),
    "education.attended": ("attend", ""),
}

#: The kind that a new record has if none is said, as in the package.
USUAL = {"task.proposed": ("kind", "practice_task"), "item.added": ("kind", "report")}

#: Kinds that commands of their own record: `new`, `undo`, and `observance hold`, `skip`, `move` and
#: `change`.
ELSEWHERE = {"programme.founded", "event.annulled", "occurrence.recorded", "rule.changed"}


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds of events by their names, in their order."""
    from probity._core import _event_kinds

    return {
        row["name"]: Kind(
            row["name"], row["subject"], row["needs"], row["changes"], body_of(row["body"])
        )
        for row in _event_kinds()
    }


def body_of(described: dict[str, Any] | None) -> Body | None:
    if described is None:
        return None
    fields = tuple(
        Field(**{**each, "names": tuple(each["names"]), "record": body_of(each["record"])})
        for each in described["fields"]
    )
    return Body(described["name"], described["type"], described["sentence"], fields)


@cache
def families() -> Mapping[str, Mapping[str, Kind]]:
    """The families, each with its verbs and the kinds that they record."""
    out: dict[str, dict[str, Kind]] = {}
    for kind in kinds().values():
        if kind.name not in ELSEWHERE:
            out.setdefault(kind.family, {})[kind.verb] = kind
    return out


def adding(record: str) -> str:
    """The command that adds a kind of record: "area add" of "risk_area", "meeting plan"."""
    for kind in kinds().values():
        if kind.body is None or kind.record is None or kind.changes:
            continue
        if record in (kind.record.name, kind.body.name):
            return f"{kind.family} {kind.verb}"
    return "banding part" if record == "band" else f"{record} add"


@cache
def bodies() -> Mapping[str, Body]:
    """The records that events add, by their names: "task", "risk_area"."""
    return {
        kind.record.name: kind.record
        for kind in kinds().values()
        if kind.record is not None and kind.adds
    }


# Words --------------------------------------------------------------------------------------------


def label(record: str, key: str, lang: Language) -> str:
    """The word for a field: "기한", "Due"; its name in words if there is none."""
    from probity._core import ProbityError, _label

    try:
        return _label(f"{record}.{key}" if key else record).to(lang)
    except ProbityError:
        return key.replace("_", " ").capitalize()


def record_words(record: str, lang: Language) -> str:
    """The word for a kind of record at the beginning of a line: "과제", "Risk area"."""
    from probity.labels import RECORD_KINDS

    words = RECORD_KINDS.get(record)
    said = words.to(lang) if words is not None else record.replace("_", " ")
    return said[:1].upper() + said[1:]


def kind_words(kind: str, lang: Language) -> str:
    """The words for a kind of event: "과제 채택", "Task adopted"."""
    from probity.labels import EVENT_KINDS

    return EVENT_KINDS[kind].to(lang)
