"""The mutants of a layer: lines of its code with one plausible mistake each."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from switches import Change

ROOT = Path(__file__).resolve().parents[1]

#: What is said for what it is easily mistaken for, both ways.
ALIKE = (
    (r" < ", " <= "),
    (r" > ", " >= "),
    (r" == ", " != "),
    (r" && ", " || "),
    (r" \+ 1\b", " - 1"),
    (r"\btrue\b", "false"),
    (r"\.front\(\)", ".back()"),
    (r"\bstd::min\(", "std::max("),
    (r"\.begin\b(?!\()", ".end"),
    (r"\bkorean\b", "english"),
    (r"\bany_of\b", "all_of"),
    (r"\bcontinue;", "break;"),
    (r"\blower_bound\b", "upper_bound"),
    (r"(?<=\.)earliest\b", "before"),
    (r"(?<=\.)owner\b", "band"),
)
#: Lines of which the code decides nothing.
DECLARES = re.compile(
    r"^\s*(//|/\*|\*|#|using |namespace |template|class |struct |enum |friend |static_assert|"
    r"\[\[nodiscard\]\]|case |default:|private:|public:|KIND\()"
)
TEXT = re.compile(r'"(?:[^"\\]|\\.)*"|//.*$')


@dataclass(frozen=True)
class Mutant:
    path: Path
    line: int
    what: str
    before: str
    after: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: {self.what}"
        return f"{place}\n    - {self.before.strip()}\n    + {self.after.strip()}"


def replaced(line: str, found: re.Match[str], text: str) -> str:
    return line[: found.start()] + text + line[found.end() :]


def changes_of(line: str, enumerators: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The changes that can be made to a line: what each is, and the line with it."""
    # Texts and comments are blanked, so that places stay the same.
    code = TEXT.sub(lambda text: " " * len(text[0]), line)
    for one, other in ALIKE:
        plain = re.sub(r"\\b|\(\?[!<].*?\)|\\", "", one)
        back = re.escape(other)
        if one.startswith("(?<="):
            back = rf"(?<=\.){back}\b"
        for pattern, text in ((one, other), (back, plain)):
            for found in re.finditer(pattern, code):
                name = f"{text.strip()} for {found[0].strip()}"
                yield name, replaced(line, found, text)
    for found in re.finditer(r"\bif \((?!.*;.*\))(?P<guard>.+)\) (\{|return|continue|break)", code):
        guard = line[found.start("guard") : found.end("guard")]
        if " = " in guard:
            continue
        for what, text in (("guard left out", "false"), ("guard turned round", f"!({guard})")):
            yield what, line[: found.start("guard")] + text + line[found.end("guard") :]
    for found in re.finditer(r"(?<![\w.'])\d+(?![\w.'])", code):
        yield "one more", replaced(line, found, str(int(found[0]) + 1))
    for found in re.finditer(r"\b([A-Z]\w+)::(\w+)\b", code):
        for value in enumerators.get(found[1], []):
            if value != found[2]:
                yield "another enumerator", replaced(line, found, f"{found[1]}::{value}")
    for found in re.finditer(r"\((\w+), (\w+)\)", code):
        yield "arguments swapped", replaced(line, found, f"({found[2]}, {found[1]})")
    if re.fullmatch(r"\s+(\w+(\.|->|::))*\w+\(.*\);", code) and "return" not in code:
        yield "call left out", re.sub(r"\S.*", ";", line)
    elif re.fullmatch(r"\s+[\w.>-]+ (\+|-|\|)?= .*;", code):
        yield "assignment left out", re.sub(r"\S.*", ";", line)


def sources(layer: str) -> list[Path]:
    return sorted((ROOT / "src" / layer).rglob("*.cpp"))


def rows_of(line: re.Match[str]) -> str:
    """The names in the rows of an included list: in each the last one before the texts."""
    if not line[1]:
        return ""
    rows = (ROOT / "include" / line[1]).read_text(encoding="utf-8")
    if "PROBITY_RECORD(" in rows:
        return " ".join(re.findall(r"^PROBITY_RECORD\(\w+, (\w+)\)", rows, re.M))
    return " ".join(re.findall(r"^PROBITY_EVENT\((\w+),", rows, re.M))


def enumerators_of() -> dict[str, list[str]]:
    """For each enumeration the values that the headers declare."""
    found: dict[str, list[str]] = {}
    for header in (ROOT / "include/probity").rglob("*.hpp"):
        text = re.sub(r"//.*", "", header.read_text(encoding="utf-8"))
        # Some are made of the rows of a list.
        text = re.sub(r'#define PROBITY_.*|#include "(probity/.*\.inc)"', rows_of, text)
        for name, body in re.findall(r"enum class (\w+)[^{;]*\{([^}]*)\}", text):
            found[name] = re.findall(r"\w+", re.sub(r"=[^,]*", "", body))
    return found


def drawn(layer: str, dice: random.Random) -> Iterator[Mutant]:
    """Mutants of a layer without end: a line at random, and one of its changes at random."""
    enumerators = enumerators_of()
    lines = [
        (path, number, line)
        for path in sources(layer)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if not DECLARES.match(line)
    ]
    seen = set()
    while True:
        path, number, line = dice.choice(lines)
        # One of each sort, so that an enumeration of ten does not outweigh a guard.
        sorts: dict[str, list[str]] = {}
        for what, after in changes_of(line, enumerators):
            sorts.setdefault(what, []).append(after)
        if not sorts:
            continue
        what = dice.choice(sorted(sorts))
        mutant = Mutant(path.relative_to(ROOT), number, what, line, dice.choice(sorts[what]))
        if mutant not in seen:
            seen.add(mutant)
            yield mutant


def alike(one: str, other: str) -> int:
    """How many letters two lines begin with alike, no word of them cut."""
    same = sum(
        1
        for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )
    while same and one[same - 1].isalnum():
        same -= 1
    return same


def as_change(number: int, mutant: Mutant, text: str) -> Change:
    """Where in the text a mutant differs."""
    begin = sum(len(line) for line in text.splitlines(keepends=True)[: mutant.line - 1])
    before, after = mutant.before, mutant.after
    same = alike(before, after)
    tail = alike(before[same:][::-1], after[same:][::-1])
    changed = after[same : len(after) - tail]
    return Change(number, begin + same, begin + len(before) - tail, changed)
