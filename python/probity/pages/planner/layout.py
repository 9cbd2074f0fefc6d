"""The layout of a planner's lists: their columns, and how many lines of each list are shown.

The lists have one column of the page, or two narrower ones if that is not enough. A list that goes
on in the second has its heading there again. Lines that do not fit are counted: "and 12 more".
If that is not enough either, dates stand before their texts rather than in a column of their own,
and done tasks follow each other as words do.
Activities of the weeks and the Days stand last, and only if there is room for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil, inf
from typing import TYPE_CHECKING, NamedTuple

from probity.display.html import element, escape
from probity.pages.fitting import ems, lines_of, shares
from probity.pages.planner.lists import Line, List
from probity.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from probity.types import Language

#: As planner.css lays them out: the column's height in lines, of which the foot has FOOT_LINES
#: beside it, and a heading's height in lines.
LINES = 51.0
FOOT_LINES = 2
HEADING = 1.8
#: In ems, what parts two of a list side by side; and how much of a line is filled by words of which
#: the next has no room in it.
FLOWING_GAP, FILLED = 1.0, 0.93
#: The lists whose dates stand before their texts if room is short, and the indent in ems of the
#: lines below the first.
RUN_IN, INDENT = ("dated", "tasks"), 1.0
#: The part of a column from which on it is nearly full.
FULL = 0.75


class Column(NamedTuple):
    """How many columns the lists have, the width of each in ems, and what of it the dates take."""

    number: int
    width: float
    when: float = 6.4
    #: Whether dates have no column of their own, and done tasks follow each other.
    tight: bool = False


#: One column where all of the lists fit in it, else two narrower ones.
ONE, TWO, TIGHT = Column(1, 26.0), Column(2, 22.6), Column(2, 22.6, tight=True)


@dataclass(frozen=True)
class Measured:
    """A list as it stands in a column."""

    given: List
    column: Column

    def __len__(self) -> int:
        return len(self.given.lines)

    def height(self, shown: int) -> float:
        """In lines, with its first lines and the one that counts the others."""
        return self.heading + ceil(sum(self.lines(shown)))

    @property
    def heading(self) -> float:
        """In lines, what stands above its own: a line that is not full counts there."""
        return HEADING + (self.column is not ONE and self.side_by_side)

    @property
    def side_by_side(self) -> bool:
        """Whether a line of the column has room for several of the list's."""
        return self.given.name == "weeks" or self.flows

    @property
    def flows(self) -> bool:
        """Whether its lines follow each other as words do."""
        return self.given.name == "done" and self.column.tight

    @cached_property
    def _heights(self) -> list[float]:
        """How many lines of the column each of the list takes, or what part of one."""
        width, when = self.column.width, self.column.when
        if self.flows:
            return [
                (ems(f"{line.when} {line.text}") + FLOWING_GAP) / (width * FILLED)
                for line in self.given.lines
            ]
        if self.given.name == "weeks":
            # The weeks, which are short, stand in two columns.
            beside = (width - FLOWING_GAP) / 2
            return [lines_of(f"{each.when} {each.text}", beside) / 2 for each in self.given.lines]
        if self.given.name in RUN_IN and self.column.tight:
            return [
                lines_of(f"{line.when} {line.text}", width - INDENT) for line in self.given.lines
            ]
        return [
            lines_of(line.text, width - (when if line.when else 0)) for line in self.given.lines
        ]

    def lines(self, shown: int) -> list[float]:
        """The heights of its first lines, and of the one that counts the others."""
        return [*self._heights[:shown], *[1.0] * (shown < len(self.given.lines))]


class Part(NamedTuple):
    """The lines of a list that stand in one column, from `first` up to `last`; `more` names the
    line that counts those of the list that are not shown."""

    given: List
    shown: int
    more: str
    first: int
    last: int

    def html(self, lang: Language) -> str:
        """The part as an element; the line that counts stands last."""
        words = phrases("planner", lang)
        lines = self.given.lines[: self.shown]
        if left_out := len(self.given.lines) - self.shown:
            lines = [*lines, Line(self.more, "", words["more"].format(n=left_out))]
        items = [
            element(
                "li",
                element("span", escape(each.when), cls="when") + " " if each.when else "",
                element("span", escape(each.text)),
                id=each.id,
            )
            + " "
            for each in lines[self.first : self.last]
        ]
        heading = self.given.heading
        if self.first:
            heading = words["continued"].format(heading=heading)
        listed = element("ul", *items, cls=self.given.name)
        return element("section", element("h2", escape(heading)), listed)


class Columns(NamedTuple):
    """The lists as they stand on the page, column by column, and how many lines each takes."""

    parts: list[list[Part]]
    used: list[float]
    lines: float
    column: Column

    @property
    def moved(self) -> dict[str, str]:
        """For each line that is not shown the name of that which counts it."""
        every = [part for column in self.parts for part in column]
        return {line.id: each.more for each in every for line in each.given.lines[each.shown :]}

    def html(self, lang: Language) -> list[str]:
        """The columns as elements. One that is nearly full spreads its lists over its height."""
        return [
            element(
                "div",
                *(part.html(lang) for part in parts),
                cls="column full" if used > FULL * self.lines else "column",
            )
            for parts, used in zip(self.parts, self.used, strict=True)
        ]


def columns_of(lists: Iterable[List], last: Iterable[List], foot_lines: int) -> Columns:
    """The lists, and those of `last` that fit as a whole, above so many lines of the foot."""
    lines = LINES - max(0, foot_lines - FOOT_LINES)
    measured = [Measured(each, ONE) for each in lists]
    counts = [len(each) for each in measured]
    column = ONE
    if not _fit(measured, counts, ONE, lines):
        column = TWO
        measured = [Measured(each.given, TWO) for each in measured]
        if not _fit(measured, counts, TWO, lines):
            column = TIGHT
            measured = [Measured(each.given, TIGHT) for each in measured]
            counts = _counts(measured, TIGHT, lines)
    for each in last:
        more = [*measured, Measured(each, column)]
        whole = [*counts, len(each.lines)]
        if _fit(more, whole, column, lines):
            measured, counts = more, whole
    parts, used = _laid_out(measured, counts, inf if column is ONE else lines)
    return Columns(parts, used, lines, column)


def _counts(lists: list[Measured], column: Column, lines: float) -> list[int]:
    """How many lines of each list are shown in columns of so many lines."""
    room = lines * column.number
    while True:
        counts = shares(lists, room)
        # A loss at the end of a column is seen only when the lists stand in it; and with a line of
        # each shown nothing more can be left out.
        if _fit(lists, counts, column, lines) or max(counts, default=1) == 1:
            return counts
        room -= 1


def _fit(lists: list[Measured], counts: list[int], column: Column, lines: float) -> bool:
    """Whether lists, each with so many of its lines, stand in columns of so many lines."""
    if column is ONE:
        heights = (each.height(count) for each, count in zip(lists, counts, strict=True))
        return sum(heights) <= lines
    return len(_laid_out(lists, counts, lines)[0]) <= column.number


def _laid_out(
    lists: list[Measured], counts: list[int], lines: float
) -> tuple[list[list[Part]], list[float]]:
    """Lists, each with so many of its lines, parted into columns of so many lines; and what of each
    column they take."""
    columns: list[list[Part]] = [[]]
    used = [0.0]
    for number, (each, count) in enumerate(zip(lists, counts, strict=True)):
        heights = each.lines(count)
        part = Part(each.given, count, f"more-{number}", 0, 0)
        for i, height in enumerate(heights):
            # A heading stays with the line below it.
            needs = height + (each.heading if i == part.first else 0)
            if used[-1] and used[-1] + needs > lines:
                if i > part.first:
                    columns[-1].append(part._replace(last=i))
                columns.append([])
                used.append(0.0)
                part = part._replace(first=i)
                needs = height + each.heading
            used[-1] += needs
        columns[-1].append(part._replace(last=len(heights)))
    return columns, used
