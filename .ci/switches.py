"""Puts many changes of a source file into it at once, each behind a switch.

A change stands in the smallest piece of code that can be chosen while the program runs: a
condition, a value, or a whole statement. `probity_mutant(17)` says whether change 17 is the one
that is on, so a layer is compiled once for a hundred mutants. A change for which there is no such
piece (a table of constants, a member's default) is to be compiled alone.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

BLANK = re.compile(
    r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/|(?<![0-9a-f])\'(?:[^\'\\\n]|\\.)+\'', re.DOTALL
)
CLOSES = {"(": ")", "[": "]", "{": "}"}
#: What stands before the brace of a block of code, if it does not end a parameter list.
OPENS_CODE = re.compile(
    r"(\)|\]|\b(else|do|try|const|noexcept|mutable|override)|-> [\w:<>&* ]+|[;}])\s*$"
)
DECLARES = re.compile(
    r"(?!return\b|throw\b|delete\b|co_)(?:(?:const|static|constexpr) )*"
    r"[\w:]+(?:<[^;=]*>)?(?:::\w+)?(?: const)?[ &*]+(?:\w+|\[[\w, ]+\])(?: ?(?P<how>[=;({]))"
)


#: How a piece is chosen: what stands before each change, between two, and last.
FORMS = {
    "statement": ("{{ if (probity_mutant({number})) {{", "} else ", "{{{whole}}} }}"),
    "condition": ("(probity_mutant({number}) ? bool(", ") : ", "bool({whole}))"),
    "void": ("(probity_mutant({number}) ? void(", ") : ", "void({whole}))"),
    "value": ("(probity_mutant({number}) ? (", ") : ", "({whole}))"),
}


@dataclass(frozen=True)
class Change:
    """One changed piece of a text: from `start` up to `end` it reads `text`."""

    number: int
    start: int
    end: int
    text: str


@dataclass
class Piece:
    """A part of the text that is chosen while the program runs, and what it is instead."""

    start: int
    end: int
    sort: str
    changes: list[Change] = field(default_factory=list)

    def crosses(self, other: Piece) -> bool:
        """Whether two pieces overlap and neither stands within the other."""
        return (
            self.start < other.start < self.end < other.end
            or other.start < self.start < other.end < self.end
        )


def blanked(text: str) -> str:
    """The code with spaces for texts and comments, so that places stay the same."""
    return BLANK.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


class Code:
    """A source file in which pieces are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.code = blanked(text)
        #: Of each opening bracket where it closes, and which it stands in.
        self.closing: dict[int, int] = {}
        self.around: dict[int, int | None] = {}
        self.is_code: dict[int, bool] = {}
        opened: list[int] = []
        for place, letter in enumerate(self.code):
            if letter in CLOSES:
                self.around[place] = opened[-1] if opened else None
                self.is_code[place] = letter == "{" and self._opens_code(place)
                opened.append(place)
            elif letter in ")]}" and opened:
                self.closing[opened.pop()] = place

    def _opens_code(self, brace: int) -> bool:
        before = self.code[max(0, brace - 200) : brace]
        if OPENS_CODE.search(before):
            return True
        outer = self.around[brace]
        return bool(re.search(r"\{\s*$", before)) and outer is not None and self.is_code[outer]

    def outwards(self, start: int, end: int) -> Iterator[int]:
        """The brackets that hold a place, the nearest first."""
        held = [at for at, close in self.closing.items() if at < start and end <= close]
        yield from sorted(held, reverse=True)

    def piece(self, change: Change) -> Piece | None:
        """The piece in which a change can be chosen, or None if it is to be compiled alone."""
        for block in self.outwards(change.start, change.end):
            if not self.is_code[block]:
                continue
            if any(self._is_constant(outer) for outer in (block, *self.outwards(block, block))):
                return None
            return self._in_block(block, change)
        return None

    def _is_constant(self, block: int) -> bool:
        """Whether a block is of a function that the compiler may run."""
        head = self.code[:block]
        begins = max(head.rfind(mark) for mark in (";", "}", "{")) + 1
        return bool(re.search(r"\b(constexpr|consteval)\b", head[begins:]))

    def _in_block(self, block: int, change: Change) -> Piece | None:
        at = begins = block + 1
        while at < self.closing[block]:
            letter = self.code[at]
            if letter == ";":
                if change.end <= at + 1:
                    return self._in_statement(begins, at + 1, change)
                begins = at + 1
            elif letter == "{" and self.is_code[at]:
                if change.end <= at:
                    return self._in_statement(begins, at, change)
                at = self.closing[at]
                if not re.match(r"\s*[;,)]", self.code[at + 1 :]):
                    begins = at + 1
            elif letter in CLOSES:
                at = self.closing[at]
            at += 1
            if begins > change.start:
                return None
        return None

    def _in_statement(self, begins: int, ends: int, change: Change) -> Piece | None:
        """The piece within a statement, or within the head of a block that ends at `ends`."""
        if change.start < begins:
            return None
        while True:
            begins += len(self.code[begins:ends]) - len(self.code[begins:ends].lstrip())
            statement = self.code[begins:ends]
            if label := re.match(r"(case [\w:]+|default):(?!:)|else\b|do\b", statement):
                begins += label.end()
                continue
            head = re.match(r"(if|while|for|switch) \(", statement)
            if not head:
                break
            opening = begins + head.end() - 1
            close = self.closing[opening]
            if change.start > close:
                begins = close + 1
                continue
            return self._in_head(head[1], opening + 1, close, change)
        if change.start < begins or self.code[ends - 1] != ";":
            return self._in_argument(change)
        declared = DECLARES.match(statement)
        if declared is None:
            return Piece(begins, ends, "statement")
        if re.search(r"\bconstexpr\b", statement):
            return None
        value = begins + declared.end()
        is_list = re.match(r"\s*\{", self.code[value:ends])
        if declared["how"] == "=" and change.start >= value and not is_list:
            return Piece(value, ends - 1, "value")
        return self._in_argument(change)

    def _in_head(self, word: str, begins: int, ends: int, change: Change) -> Piece | None:
        parts = [begins]
        at = begins
        while at < ends:
            if self.code[at] == ";":
                parts.append(at + 1)
            at = self.closing[at] + 1 if self.code[at] in CLOSES else at + 1
        parts.append(ends + 1)
        for part, (start, end) in enumerate(itertools.pairwise(parts)):
            if not (start <= change.start and change.end <= end - 1):
                continue
            piece = self.code[start : end - 1]
            declared = DECLARES.match(piece.lstrip())
            if declared and declared["how"] == "=":
                value = start + piece.index("=") + 1
                return Piece(value, end - 1, "value") if change.start >= value else None
            if word == "for" and len(parts) == 2:
                colon = re.search(r"(?<!:):(?!:)", piece)
                if not colon or change.start < start + colon.end():
                    return None
                return Piece(start + colon.end(), end - 1, "value")
            if word == "switch":
                return Piece(start, end - 1, "value")
            return Piece(start, end - 1, "void" if word == "for" and part == 2 else "condition")
        return None

    def _in_argument(self, change: Change) -> Piece | None:
        """The argument or element that has the change in it."""
        for bracket in self.outwards(change.start, change.end):
            at = begins = bracket + 1
            while at < self.closing[bracket]:
                if self.code[at] == ",":
                    if change.end <= at:
                        break
                    begins = at + 1
                at = self.closing[at] + 1 if self.code[at] in CLOSES else at + 1
            named = re.match(r"\s*\.\w+ = ", self.code[begins:at])
            begins += named.end() if named else 0
            if not (begins <= change.start and change.end <= at):
                return None
            if re.match(r"\s*\{", self.code[begins:at]):
                return None
            return Piece(begins, at, "value")
        return None


def switched(text: str, path: str, changes: list[Change]) -> tuple[str, dict[int, str]]:
    """Returns the text with changes behind switches, and for each change the sort of its piece.

    A change that is missing there has no piece.
    """
    code = Code(text)
    pieces: dict[tuple[int, int], Piece] = {}
    for change in changes:
        piece = code.piece(change)
        if piece is None or any(piece.crosses(other) for other in pieces.values()):
            continue
        pieces.setdefault((piece.start, piece.end), piece).changes.append(change)
    declared = f'bool probity_mutant(int number);\n#line 1 "{path}"\n'
    sorts = {change.number: piece.sort for piece in pieces.values() for change in piece.changes}
    return declared + _written(text, path, list(pieces.values()), 0, len(text)), sorts


def _written(text: str, path: str, pieces: list[Piece], start: int, end: int) -> str:
    inner = sorted(
        (piece for piece in pieces if start <= piece.start and piece.end <= end),
        key=lambda piece: (piece.start, -piece.end),
    )
    written, at = "", start
    for piece in inner:
        if piece.start < at:
            continue
        rest = [each for each in pieces if each is not piece]
        written += text[at : piece.start] + _chosen(text, path, piece, rest)
        at = piece.end
    return written + text[at:end]


def _chosen(text: str, path: str, piece: Piece, rest: list[Piece]) -> str:
    line = text.count("\n", 0, piece.start) + 1
    here = f'\n#line {line} "{path}"\n'
    after = f'\n#line {line + text.count(chr(10), piece.start, piece.end)} "{path}"\n'
    whole = here + _written(text, path, rest, piece.start, piece.end)
    before, between, last = FORMS[piece.sort]
    written = ""
    for nth, change in enumerate(piece.changes):
        changed = text[piece.start : change.start] + change.text + text[change.end : piece.end]
        opening = before.format(number=change.number)
        if nth and piece.sort == "statement":
            opening = opening.removeprefix("{ ")
        elif nth:
            opening = opening.removeprefix("(")
        written += f'{opening}\n#line 1 "mutant-{change.number}"\n{changed}\n{between}'
    return written + last.format(whole=whole) + after
