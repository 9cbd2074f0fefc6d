"""The kinds of events have one row each, and whatever lists them agrees with the rows."""

import re
from pathlib import Path
from typing import NamedTuple, get_args

from probity import types

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(
    r'^PROBITY_EVENT\((\w+), "([a-z_.]+)", ([\w<>]+), (\w+),\s+([\w<>]+),\s+((?:"[^"]*"\s*)+)\)$',
    re.M,
)


class Row(NamedTuple):
    kind: str
    name: str
    body: str
    subject: str
    handler: str
    guards: str


def rows() -> list[Row]:
    text = (ROOT / "include/probity/history/event_kinds.inc").read_text("utf-8")
    rows = re.findall(r"^PROBITY_(?:EVENT|RECORD_EVENTS)\(.*?\)$", text, re.M | re.S)
    found = []
    for row in rows:
        if single := ROW.match(row):
            needs = "".join(re.findall(r'"([^"]*)"', single[6]))
            found.append(Row(single[1], single[2], single[3], single[4], single[5], needs))
        else:
            found += three_rows(row)
    return found


def three_rows(row: str) -> list[Row]:
    """The rows that add, change and end a record, for which one stands."""
    match = re.match(r'^PROBITY_RECORD_EVENTS\((\w+), (\w+), "([^"]*)",\s+"([^"]*)"\)$', row)
    assert match is not None, row
    record, name, changed_needs, ended_needs = match.groups()
    steps = [
        ("added", record, "add", "The id is free."),
        ("changed", f"Patch<{record}>", "change", changed_needs),
        ("ended", "Nothing", "end", ended_needs),
    ]
    return [
        Row(f"{name}_{step}", f"{name}.{step}", body, name, f"{verb}<{record}>", needs)
        for step, body, verb, needs in steps
    ]


def test_each_kind_has_a_type_name_of_its_own():
    assert tuple(row.name for row in rows()) == get_args(types.EventKind)


def shown(row: Row) -> str:
    body = "" if row.body == "Nothing" else f"`{row.body}`"
    body = re.sub(r"`OrNothing<(\w+)>`", r"`\1`, or none", body)
    body = re.sub(r"`Patch<(\w+)>`", r"fields of a `\1`", body).replace(
        "ProgrammeParts", "Programme"
    )
    return f"| `{row.name}` | {row.subject.replace('_', ' ')} | {body} | {row.guards} |"


def test_the_page_of_events_shows_the_rows():
    page = (ROOT / "docs/events.md").read_text("utf-8")
    table = [line for line in page.splitlines() if line.startswith("| `")]
    assert table == [shown(row) for row in rows()]
