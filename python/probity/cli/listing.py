"""The records of a family, one to a line: `task list`, `unit list`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import click

import probity as pb
from probity.cli import naming
from probity.cli.changes import label_of, value_in_words
from probity.cli.kinds import Body, Field, bodies, families, kinds, label
from probity.cli.language import language
from probity.cli.output import Output, Sheet
from probity.cli.past import document_of, state_in_words, subject_of, whole_document
from probity.cli.programmes import Asked, asks
from probity.tables.column import DATE, TEXT, Column
from probity.text import Text
from probity.words import LANGUAGES, say

if TYPE_CHECKING:
    from probity.types import Language

#: The columns of kinds whose records have more than a line can hold.
SHOWN = {
    "task": ("owner", "due"),
    "meeting": ("year", "kind", "ordinal", "date", "begins", "place"),
    "obligation": ("owner",),
}
#: Kinds of fields that a cell can say.
SAID = (
    *("word", "words", "text", "texts", "reference", "references", "integer", "number"),
    *("date", "partial_date", "time", "share", "truth", "name"),
)
#: What is said elsewhere: by `show`, or before a row by its id.
LEFT_OUT = ("id", "source", "note")

Row = dict[str, Any]


def listed(family: str) -> Body | None:
    """The description of the records of a family; None if it has no list of its own."""
    verbs = families()[family]
    kind = "meeting" if family == "meeting" else subject_of(family)
    if kind == "meeting":
        return kinds()["meeting.planned"].body if family == "meeting" else None
    return bodies().get(kind) if any(each.adds for each in verbs.values()) else None


def command_of(family: str) -> click.Command:
    """The command that lists the records of a family."""
    from probity.cli.arguments import takes_output

    lang = language()
    body = listed(family)
    assert body is not None
    kind = "meeting" if family == "meeting" else subject_of(family)

    def listing(asked: Asked, output: Output) -> None:
        show_records(asked, kind, body, output)

    listing.__doc__ = say("cli.list.help", lang)
    made = click.command("list", short_help=say("cli.list.short", lang))
    return made(asks(takes_output()(listing)))


def show_records(asked: Asked, kind: str, body: Body, output: Output) -> None:
    rows = rows_of(asked.programme, kind)
    sheet = Sheet(columns_of(asked.programme, kind, body), rows)
    output.show(
        [asked.heading(output.lang), sheet if rows else say("cli.list.none", output.lang)],
        lambda: {**asked.record(), "kind": kind, "records": rows},
        sheet,
    )


def rows_of(programme: pb.Programme, kind: str) -> list[Row]:
    """The records as documents have them, each with the id by which the prompt knows it."""
    rows = []
    document = whole_document(programme)
    for id, record in zip(
        naming.ids(programme, kind), naming.records(programme, kind), strict=True
    ):
        row = {**(document_of(programme, kind, id, document) or {}), "id": id}
        if kind in ("task", "meeting"):
            row["state"] = record.state
        rows.append(row)
    return rows


def columns_of(programme: pb.Programme, kind: str, body: Body) -> list[Column]:
    """The columns of a kind of record: its id, its name, its state, and what a cell can say."""
    fields = {
        field.key: field
        for field in body.fields
        if field.kind in SAID and field.key not in LEFT_OUT and field.key != "state"
    }
    named = [key for key in ("title", "name") if key in fields]
    others = SHOWN.get(kind, tuple(key for key in fields if key not in named))
    out = [Column("id", in_each(lambda lang: label(body.name, "id", lang)), TEXT, of("id"))]
    out += [column_of(programme, kind, body, fields[key]) for key in named]
    if kind in ("task", "meeting"):
        out.append(state_column(programme, kind))
    if kind == "observance":
        out.append(rule_column(programme))
    return out + [column_of(programme, kind, body, fields[key]) for key in others]


def in_each(words: Any) -> Text:
    """The heading of a column in all languages."""
    return Text.of({lang: words(lang) for lang in LANGUAGES})


def of(key: str) -> Any:
    return lambda row, lang: row.get(key)


def column_of(programme: pb.Programme, kind: str, body: Body, field: Field) -> Column:
    title = in_each(lambda lang: label_of(kind, body.name, field, lang))
    if field.kind == "date":

        def day(row: Row, lang: Language) -> datetime.date | None:
            said = row.get(field.key)
            return datetime.date.fromisoformat(said) if said else None

        return Column(field.key, title, DATE, day)

    def words(row: Row, lang: Language) -> str:
        return value_in_words(field, row.get(field.key), programme, lang)

    return Column(field.key, title, TEXT, words)


def state_column(programme: pb.Programme, kind: str) -> Column:
    def state(row: Row, lang: Language) -> str:
        return state_in_words(programme, kind, row["id"], lang).partition(": ")[2]

    return Column("state", in_each(lambda lang: label(kind, "state", lang)), TEXT, state)


def rule_column(programme: pb.Programme) -> Column:
    """The rule of an observance that is in force, in words."""

    def rule(row: Row, lang: Language) -> str:
        rules = programme.observance(row["id"]).rules
        return rules[-1].describe(lang) if rules else ""

    return Column("rules", in_each(lambda lang: label("observance", "rules", lang)), TEXT, rule)
