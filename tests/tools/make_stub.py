"""Writes the members and constructors of described records into the stub, as the module has them,
and the names of kinds and states into the types beside it.

    python tests/tools/make_stub.py python/probity/_core.pyi            writes them
    python tests/tools/make_stub.py --check python/probity/_core.pyi    says whether they are

The records are described in C++ (src/records/describe_*.cpp). Their described members are written
where the first of them stands, and a constructor where there is one; methods and members in another
form stay as they are. The names of MeetingKind in types.py are those of which the catalogue of
words (src/planning/words_ko.inc) has a word for meeting_kind, in its order; so with each type of
that form.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

from probity import _core

WIDTH = 100
END = "    ) -> None: ...\n"
MEMBER = "    @property\n    def {}(self) -> {}: ...\n"


LITERAL = re.compile(r"^(\w+) = Literal\[(.*?)\]$", re.MULTILINE | re.DOTALL)


def with_names(types: str) -> str:
    """The types with the names of kinds and states anew."""

    def anew(found: re.Match[str]) -> str:
        enumeration = re.sub(r"(?<=.)([A-Z])", r"_\1", found[1]).lower()
        names = [name for name, _korean, _english in _core._words(enumeration)]
        return literal(found[1], names) if names else found[0]

    return LITERAL.sub(anew, types)


def literal(alias: str, names: list[str]) -> str:
    """The names as a type, in the form that the formatter gives them."""
    listed = ", ".join(f'"{name}"' for name in names)
    for text in (f"{alias} = Literal[{listed}]", f"{alias} = Literal[\n    {listed}\n]"):
        if all(len(line) <= WIDTH for line in text.splitlines()):
            return text
    return f"{alias} = Literal[\n" + "".join(f'    "{name}",\n' for name in names) + "]"


def aliases(types: str) -> dict[str, str]:
    """The names of lists of texts: 'Literal["week", "day"]': "Name"."""
    found = {}
    for name, listed in LITERAL.findall(types):
        texts = ", ".join(f'"{text}"' for text in re.findall(r'"([^"]+)"', listed))
        found[f"Literal[{texts}]"] = name
    return found


def with_alias(member_type: str, known: dict[str, str]) -> str:
    """The type with the name of a list of texts in its place."""
    listed, bar, rest = member_type.partition(" | ")
    return known.get(listed, listed) + bar + rest


def with_members(stub: str, record: str, members: dict[str, str]) -> str:
    """The stub with the members of one class anew."""
    start = stub.index(f"\nclass {record}:\n") + 1
    end = stub.index("\nclass ", start) + 1 if "\nclass " in stub[start:] else len(stub)
    body = stub[start:end]
    place = None
    for name in members:
        found = re.search(rf"    @property\n    def {name}\(self\) -> .*: \.\.\.\n", body)
        if found is not None:
            place = found.start() if place is None else min(place, found.start())
            body = body[: found.start()] + body[found.end() :]
    if place is None:
        place = body.index("\n") + 1
    made = "".join(MEMBER.format(name, kind) for name, kind in members.items())
    return stub[:start] + body[:place] + made + body[place:] + stub[end:]


def usual_value(usual: str) -> str:
    """What an argument is if it is left out, from its repr: a plain value, or "..." for a list."""
    value = ast.literal_eval(usual)
    if isinstance(value, list):
        return "..."
    return f'"{value}"' if isinstance(value, str) else usual


def constructor(call: list[tuple[str, str, str | None, bool]], known: dict[str, str]) -> str:
    """A constructor of arguments (name, type, what it is if it is left out, whether by place)."""
    parts = ["self"]
    for name, kind, usual, by_place in call:
        if not by_place and "*" not in parts:
            parts.append("*")
        default = "" if usual is None else f" = {usual_value(usual)}"
        parts.append(f"{name}: {with_alias(kind, known)}{default}")
    for begin, end in (
        ("    def __init__(", ") -> None: ...\n"),
        ("    def __init__(\n        ", f"\n{END}"),
    ):
        text = begin + ", ".join(parts) + end
        if all(len(line) <= WIDTH for line in text.splitlines()):
            return text
    return "    def __init__(\n" + "".join(f"        {each},\n" for each in parts) + END


def with_constructor(stub: str, record: str, written: str) -> str:
    """The stub with the constructor of one class anew."""
    start = stub.index(f"\nclass {record}:\n") + 1
    end = stub.index("\nclass ", start) + 1 if "\nclass " in stub[start:] else len(stub)
    body = stub[start:end]
    found = re.search(r"    def __init__\(.*?\) -> None: \.\.\.\n", body, re.DOTALL)
    if found is not None:
        return stub[:start] + body[: found.start()] + written + body[found.end() :] + stub[end:]
    place = body.index("    def __eq__")
    return stub[:start] + body[:place] + written + body[place:] + stub[end:]


def made_anew(stub: str, known: dict[str, str]) -> str:
    """The stub with all described members and constructors anew."""
    for record, call in _core._described_calls().items():
        stub = with_constructor(stub, record, constructor(call, known))
    for record, members in _core._described_types().items():
        typed = {name: with_alias(kind, known) for name, kind in members.items()}
        stub = with_members(stub, record, typed)
    return stub


def main(arguments: list[str]) -> int:
    checks = arguments[:1] == ["--check"]
    stub = Path(arguments[-1])
    types = stub.with_name("types.py")
    named = with_names(types.read_text(encoding="utf-8"))
    made = {types: named, stub: made_anew(stub.read_text(encoding="utf-8"), aliases(named))}
    changed = [path for path, text in made.items() if text != path.read_text(encoding="utf-8")]
    if not checks:
        for path in changed:
            path.write_text(made[path], encoding="utf-8")
    return 1 if checks and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
