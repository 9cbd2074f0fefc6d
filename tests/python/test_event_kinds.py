"""The kinds of events have one row each, and whatever lists them agrees with the rows."""

import re
from pathlib import Path
from typing import NamedTuple, get_args

from probity import types

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(
    r'^KIND\((\w+), "([a-z_.]+)", ([\w<>]+), (\w+),\s+([\w<>]+),\s+((?:"[^"]*"\s*)+)\)$', re.M
)


class Row(NamedTuple):
    kind: str
    name: str
    body: str
    subject: str
    handler: str
    guards: str


def rows() -> list[Row]:
    text = (ROOT / "src/history/event_kinds.inc").read_text("utf-8")
    found = [Row(*row[:5], "".join(re.findall(r'"([^"]*)"', row[5]))) for row in ROW.findall(text)]
    assert len(found) == len(re.findall(r"^KIND\(", text, re.M))
    return found


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
