"""Writes the page of the document's format from the schema, which follows from the descriptions.

    python tests/tools/make_format.py docs/format.md            writes it
    python tests/tools/make_format.py --check docs/format.md    says whether it is there

Each record is a section: its fields with their types, what each is in one sentence, and the Korean
label.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import probity as pb
from probity import _core

HEAD = """\
# The document's format

A programme's founding document is one JSON object in UTF-8, of the format
`probity-programme/1`. This page is made from the descriptions of the records (`make generated`),
as is the [JSON schema](programme.md) that `pb.programme_schema()` gives. `probity new` writes such
documents, and nobody has to write one by hand ([your own office](your-own-office.md)).

The least that one has:

```json
{
  "format": "probity-programme/1",
  "id": "mapo",
  "title": {"ko": "마포구 청렴 프로그램", "en": "Integrity programme of Mapo-gu"},
  "institution": {"name": {"ko": "마포구", "en": "Mapo-gu"}}
}
```

- A key that is not listed here is refused, and so is a reference that leads nowhere; all faults of
  a document are [named at once](programme.md#what-is-wrong-with-a-document), each by its JSON
  pointer.
- What is empty is left out. *Needed* keys are there always; a key that may be null states by null
  that there is nothing. All other keys may be left out.
- What happened since is a list of [events](events.md) under `history`; a history alone is
  [JSON Lines](programme.md#json-lines).
"""
#: Parts of values, in the order of the page; all other definitions are records.
VALUES = "id reference references word words text date partial_date time instant share weekday"
WRITTEN = "convention week months rule cadence rules"


def main(arguments: list[str]) -> int:
    checks = arguments[:1] == ["--check"]
    path = Path(arguments[-1])
    text = page(json.loads(pb.programme_schema()))
    if not checks:
        path.write_text(text, encoding="utf-8")
        return 0
    return int(path.read_text(encoding="utf-8") != text)


def page(schema: dict[str, Any]) -> str:
    """The whole page."""
    definitions = schema["$defs"]
    values = [*VALUES.split(), *WRITTEN.split()]
    parts = [HEAD, "## The programme\n", fields_table("programme", schema)]
    parts += ["## Records\n"]
    for name, definition in definitions.items():
        if name not in values and name != "event":
            parts.append(f"### {name.replace('_', ' ')}\n")
            parts.append(f"{sentence(definition)}\n")
            parts.append(fields_table(name, definition))
    parts.append("## Values\n")
    parts += [value_lines(name, definitions[name]) for name in values if name in definitions]
    parts += ["## Event\n", event_lines(definitions["event"])]
    return "\n".join(parts).rstrip() + "\n"


def sentence(definition: dict[str, Any]) -> str:
    return str(definition.get("description", ""))


def fields_table(name: str, definition: dict[str, Any]) -> str:
    """The keys of an object as a table."""
    needed = definition.get("required", [])
    rows = ["| key | type | what it is | in Korean |", "|---|---|---|---|"]
    for key, field in definition["properties"].items():
        said = cell(sentence(field))
        if key in needed:
            said = f"*Needed.* {said}".strip()
        if "default" in field:
            said = f"{said} {json.dumps(field['default'], ensure_ascii=False)} if left out.".strip()
        rows.append(f"| `{key}` | {type_of(field)} | {said} | {label(name, key)} |")
    return "\n".join(rows) + "\n"


def label(record: str, key: str) -> str:
    """The Korean label of a field; empty if it has none."""
    try:
        return str(_core._label(f"{record}.{key}")[0])
    except pb.ProbityError:
        return ""


def type_of(field: dict[str, Any]) -> str:
    """The type of a value, in words."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name.replace('_', ' ')}](#{name.replace('_', '-')})"
    if "const" in field:
        return f"`{json.dumps(field['const'])}`"
    if "enum" in field:
        return " or ".join(f"`{json.dumps(each)}`" for each in field["enum"])
    for several in ("oneOf", "anyOf"):
        if several in field:
            return " or ".join(type_of(each) for each in field[several])
    kind = field.get("type", "object")
    if isinstance(kind, list):
        return " or ".join(kind)
    if kind == "array":
        return f"list of {type_of(field['items'])}" if "items" in field else "list"
    if kind in ("integer", "number") and "minimum" in field and "maximum" in field:
        return f"{kind}, {field['minimum']} to {field['maximum']}"
    return str(kind)


def cell(text: str) -> str:
    """A text in a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def value_lines(name: str, definition: dict[str, Any]) -> str:
    """A kind of value: what it is, and its form."""
    lines = [f"### {name.replace('_', ' ')}\n", sentence(definition)]
    if "pattern" in definition:
        lines.append(f"\nIt matches `{definition['pattern']}`.")
    if "properties" in definition:
        return "\n".join([*lines, "\n" + fields_table(name, definition)])
    if "enum" in definition:
        lines.append("\nIt is " + type_of(definition) + ".")
    for each in definition.get("oneOf", definition.get("anyOf", ())):
        if "properties" in each:
            lines.append("\n" + fields_table(name, each).rstrip())
        else:
            lines.append(f"\n- {type_of(each)} {sentence(each)}".rstrip())
    return "\n".join(lines).rstrip() + "\n"


def event_lines(definition: dict[str, Any]) -> str:
    """The members of an event, whose body depends on its kind."""
    described = fields_table("event", definition) if "properties" in definition else ""
    return (
        f"{sentence(definition)}\n\n{described}\n"
        "The body depends on the kind, and is a record of this page or one of "
        "[the kinds of events](events.md).\n"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
