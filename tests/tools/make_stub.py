"""Writes what follows from the descriptions of records into the Python sources.

    python tests/tools/make_stub.py python/probity/_core.pyi            writes it
    python tests/tools/make_stub.py --check python/probity/_core.pyi    says whether it is there

The records are described in C++ (src/records/describe_*.cpp), and the module tells of them. Into
the stub go

- a class for each of them, at the end if it has none yet;
- their described members, and the properties of Programme, where the first of them stands;
- their constructors, where there is one;
- the commands of Programme that are the same for all records.

Methods and members in another form stay as they are. Into types.py beside it go the names of kinds
and states, those of MeetingKind for instance from the words for meeting_kind, and the bodies of
events; into __init__.py the public names of the module, and into records.py those of records.
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
        names = [name for name, _words in _core._words(enumeration)]
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


def with_bodies(types: str) -> str:
    """The types with the bodies of events anew."""
    kinds = [kind for kind in _core._event_kinds() if kind["body"] is not None]
    named = {"RecordPatch" if kind["changes"] else kind["body"]["type"] for kind in kinds}
    bodies = "\n    | ".join(f"_core.{body}" for body in sorted(named))
    return re.sub(
        r"^EventBody: TypeAlias = \(.*?^\)$",
        f"EventBody: TypeAlias = (\n    {bodies}\n)",
        types,
        flags=re.MULTILINE | re.DOTALL,
    )


NAMES = re.compile(r"^(from probity\._core import \(\n)(.*?)^\)$", re.MULTILINE | re.DOTALL)
ALL = re.compile(r"^(__all__ = \[\n)(.*?)^\]$", re.MULTILINE | re.DOTALL)


def rank(name: str) -> int:
    """Constants, classes and functions, in the order of the linter."""
    return 0 if name.isupper() else 1 if name[0].isupper() else 2


def with_public_names(init: str) -> str:
    """The package with the public names of the module anew; those of its own stay."""
    public = {name for name in dir(_core) if not name.startswith("_")} | {"__version__"}
    imported, listed = NAMES.search(init), ALL.search(init)
    assert imported is not None and listed is not None
    own = set(re.findall(r'"(\w+)"', listed[2])) - set(re.findall(r"\w+", imported[2]))
    names = sorted(public, key=lambda name: (rank(name), name.lower()))
    every = sorted(public | own, key=lambda name: (rank(name), name))
    init = NAMES.sub(imported[1] + "".join(f"    {name},\n" for name in names) + ")", init)
    return ALL.sub(listed[1] + "".join(f'    "{name}",\n' for name in every) + "]", init)


def with_records(records: str, events: str) -> str:
    """The family of records: the described classes that are not among those of events."""
    bodies = ALL.search(events)
    assert bodies is not None
    # Programme shows the parts of a programme, and is more than a record.
    others = {*re.findall(r'"(\w+)"', bodies[2]), "Programme"}
    names = sorted(set(_core._described_types()) - others)
    imported, listed = NAMES.search(records), ALL.search(records)
    assert imported is not None and listed is not None
    records = NAMES.sub(imported[1] + "".join(f"    {name},\n" for name in names) + ")", records)
    return ALL.sub(listed[1] + "".join(f'    "{name}",\n' for name in names) + "]", records)


CLASS = """
class {0}:
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> {0}: ...
    def __deepcopy__(self, memo: Any) -> {0}: ...
"""


def with_class(stub: str, record: str) -> str:
    """The stub with a class, which it may have already."""
    return stub if f"\nclass {record}:\n" in stub else stub + CLASS.format(record)


def parts_at_class(stub: str, record: str) -> tuple[str, str, str]:
    """The stub before a class, the class, and the stub after it."""
    start = stub.index(f"\nclass {record}:\n") + 1
    end = stub.index("\nclass ", start) + 1 if "\nclass " in stub[start:] else len(stub)
    return stub[:start], stub[start:end], stub[end:]


def with_members(stub: str, record: str, members: dict[str, str]) -> str:
    """The stub with the members of one class anew."""
    before, body, after = parts_at_class(stub, record)
    place = None
    for name in members:
        found = re.search(rf"    @property\n    def {name}\(self\) -> .*: \.\.\.\n", body)
        if found is not None:
            place = found.start() if place is None else min(place, found.start())
            body = body[: found.start()] + body[found.end() :]
    if place is None:
        place = body.index("\n") + 1
    made = "".join(MEMBER.format(name, kind) for name, kind in members.items())
    return before + body[:place] + made + body[place:] + after


#: A method of Programme, and its definition.
COMMAND = "    def {}(\n        self,\n{}        *,\n{}    ) -> Event: ...\n"
ID = "        id: str,\n"
ACT = """        on: DateLike,
        by: str,
        reason: TextLike | None = "",
        recorded: InstantLike | None = None,
        corrects: int = 0,
"""
FIELDS = "        **fields: Any,\n"


def first_of(has_id: bool, record: str) -> str:
    """The first argument of a command: an id, or the record that it adds."""
    if not record:
        return ID if has_id else ""
    return (
        f"        id: str | {record},\n" if has_id else f"        record: {record} | None = None,\n"
    )


def with_commands(stub: str) -> str:
    """The stub with the commands of Programme that are the same for all records anew."""
    before, body, after = parts_at_class(stub, "Programme")
    commands = _core._record_commands()
    place = None
    for name, *_ in commands:
        found = re.search(rf"    def {name}\(.*?\) -> Event: \.\.\.\n", body, re.DOTALL)
        if found is not None:
            place = found.start() if place is None else min(place, found.start())
            body = body[: found.start()] + body[found.end() :]
    made = "".join(
        COMMAND.format(name, first_of(has_id, record), ACT + (FIELDS if takes_fields else ""))
        for name, has_id, takes_fields, record in commands
    )
    return before + body[:place] + made + body[place:] + after


def usual_value(usual: str) -> str:
    """What an argument is if it is left out, from its repr: a plain value, or "..." for another."""
    try:
        value = ast.literal_eval(usual)
    except ValueError:  # a record
        return "..."
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
    before, body, after = parts_at_class(stub, record)
    found = re.search(r"    def __init__\(.*?\) -> None: \.\.\.\n", body, re.DOTALL)
    if found is not None:
        return before + body[: found.start()] + written + body[found.end() :] + after
    place = body.index("    def __eq__")
    return before + body[:place] + written + body[place:] + after


def made_anew(stub: str, known: dict[str, str]) -> str:
    """The stub with all that follows from descriptions anew."""
    described = _core._described_types()
    for record in described:
        stub = with_class(stub, record)
    for record, call in _core._described_calls().items():
        stub = with_constructor(stub, record, constructor(call, known))
    for record, members in described.items():
        typed = {name: with_alias(kind, known) for name, kind in members.items()}
        stub = with_members(stub, record, typed)
    return with_commands(stub)


def main(arguments: list[str]) -> int:
    checks = arguments[:1] == ["--check"]
    stub = Path(arguments[-1])
    types, init = stub.with_name("types.py"), stub.with_name("__init__.py")
    records, events = stub.with_name("records.py"), stub.with_name("events.py")
    named = with_bodies(with_names(types.read_text(encoding="utf-8")))
    made = {
        types: named,
        stub: made_anew(stub.read_text(encoding="utf-8"), aliases(named)),
        init: with_public_names(init.read_text(encoding="utf-8")),
        records: with_records(*(each.read_text(encoding="utf-8") for each in (records, events))),
    }
    changed = [path for path, text in made.items() if text != path.read_text(encoding="utf-8")]
    if not checks:
        for path in changed:
            path.write_text(made[path], encoding="utf-8")
    return 1 if checks and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
