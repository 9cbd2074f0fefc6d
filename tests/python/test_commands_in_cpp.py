"""Every command of Python is a function of the C++ headers, by its name or as the guide says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import probity as pb

ROOT = Path(__file__).parents[2]
OWNERS = {
    "programme": pb.Programme,
    "task": pb.ProgrammeTask,
    "council": pb.ProgrammeCouncil,
    "meeting": pb.CouncilMeeting,
    "observance": pb.ProgrammeObservance,
    "activity": pb.ProgrammeActivity,
}
DECLARED = {
    name
    for header in (ROOT / "include/probity/programme").glob("*commands.hpp")
    for name in re.findall(
        r"^\[\[nodiscard\]\] (?:std::)?[\w<>]+ (\w+)\(", header.read_text("utf-8"), re.MULTILINE
    )
}


def commands() -> list[tuple[str, str]]:
    """What each class can record: its methods that take a day and a person."""
    return [
        (owner, name)
        for owner, cls in OWNERS.items()
        for name in dir(cls)
        if re.search(r"\bon: .*\bby: str", str(getattr(cls, name).__doc__).partition("\n")[0])
    ]


def other_names() -> list[tuple[str, str]]:
    """The rows of the guide: the names of Python in words, and the function of C++."""
    guide = (ROOT / "docs/programme.md").read_text("utf-8")
    table = guide.split("| in Python | in C++ |")[1].split("\n\n")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    return [(row[0], re.findall(r"\w+", row[1])[0]) for row in rows]


def name_in_cpp(owner: str, name: str) -> str:
    for words, function in other_names():
        of = re.fullmatch(r"`\w+` of an? (\w+)", words)
        if owner != (of[1] if of else "programme"):
            continue
        names = [each.removeprefix("Programme.") for each in re.findall(r"`([\w.]+)`", words)]
        prefixes = tuple(each for each in names if each.endswith("_"))
        if name in names or name.startswith(prefixes):
            return function
    return name


def test_all_commands_are_found() -> None:
    assert len(commands()) > 80
    assert {owner for owner, _ in commands()} == OWNERS.keys()


@pytest.mark.parametrize(("owner", "name"), commands())
def test_a_command_is_declared_in_cpp(owner: str, name: str) -> None:
    assert name_in_cpp(owner, name) in DECLARED
