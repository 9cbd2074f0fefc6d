"""The sections of a brief's page, cut to what fits on it.

Rows that do not fit are counted and named by their ids in a section's last row: "and 2 more: T-07,
T-36".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from probity.display.html import element, escape
from probity.pages.fitting import KEPT, ems, lines_of, shares
from probity.words import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from probity.types import Language

#: As brief.css lays them out, in rem: the room of all sections, a further line of the title, a
#: heading with the space above it, the heads of columns, a line, and what is around a row's lines.
ROOM = 60.5
TITLE_LINE = 2.2
#: The space for approval.
APPROVAL = 4.9
HEADING = 2.5
HEADS = 1.65
LINE = 1.25
AROUND = 0.3
#: The widths of the columns in ems of their letters, and of what stands in two columns.
WIDTHS = {
    "decisions": (6.3, 21.5, 10.0, 10.4),
    "late": (23.4, 10.6, 6.9, 8.9),
    "quotas": (16.6, 11.2, 6.0, 14.4),
    "gaps": (25.0, 26.0),
    "coming": (5.0, 19.8),
    "done": (5.0, 19.8),
}
#: Those in two columns.
PAIRED = ("coming", "done")


@dataclass(frozen=True)
class Section:
    """A heading and its rows, under the heads of their columns if they have any.

    `none` is what it says if it has no rows.
    """

    name: str
    heading: str
    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    none: str = ""
    #: The id of the record that each row is about.
    ids: Sequence[str] = ()
    #: How many of the first rows tell of what is missed, at risk or late. They are shown before any
    #: other section has more than one row, and then so many of each.
    urgent: int = 0
    kept: int = KEPT
    #: How many rows were left out, how many of these are urgent, and what they are about.
    left_out: int = 0
    urgent_left_out: int = 0
    ids_left_out: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def height(self, shown: int) -> float:
        """In rem, with its first rows and the line that counts the others."""
        lines = self._lines[:shown]
        if shown < len(self.rows) or not lines:
            lines.append(1)
        heights = [LINE * each + AROUND for each in lines]
        body = _in_two_columns(heights) if self.name in PAIRED else sum(heights)
        return HEADING + (HEADS if self.heads and self.rows else 0) + body

    @cached_property
    def _lines(self) -> list[int]:
        """How many lines each row takes: those of its highest cell."""
        return [max(map(lines_of, row, WIDTHS[self.name])) for row in self.rows]


def _in_two_columns(heights: Sequence[float]) -> float:
    """How high rows are when they are parted into two columns as even as can be."""
    right, left = sum(heights), 0.0
    lowest = right
    for height in heights:
        left, right = left + height, right - height
        lowest = min(lowest, max(left, right))
    return lowest


def fitting(sections: Sequence[Section], taken: float = 0) -> list[Section]:
    """The sections, cut such that all of them fit on the page, whose head takes so much more than a
    title of one line, in rem."""
    kept = [max(each.kept, each.urgent) for each in sections]
    shown = shares(sections, ROOM - taken, kept)
    return [
        replace(
            each,
            rows=each.rows[:count],
            left_out=len(each) - count,
            urgent_left_out=max(0, each.urgent - count),
            ids_left_out=list(dict.fromkeys(each.ids[count:])),
        )
        for each, count in zip(sections, shown, strict=True)
    ]


def html(section: Section, lang: Language) -> str:
    """The section as an element with its name for an id."""
    heading = element("h2", escape(section.heading))
    if not section.rows:
        body = element("p", escape(section.none))
    elif section.heads:
        body = _table(section, lang)
    else:
        body = _list(section, lang)
    return element("section", heading, body, id=section.name, cls=section.name)


def _more(section: Section, lang: Language) -> str:
    """ "and 12 more (3 missed, at risk or late): T-07, T-36, ...", within one line."""
    words = phrases("brief", lang)
    text = words["more"].format(n=section.left_out)
    if section.urgent_left_out:
        text += words["more_urgent"].format(n=section.urgent_left_out)
    width = WIDTHS[section.name][-1] if section.name in PAIRED else sum(WIDTHS[section.name])
    for i, id in enumerate(section.ids_left_out):
        longer = text + (", " if i else ": ") + id
        last = i + 1 == len(section.ids_left_out)
        if ems(longer + ("" if last else ", ...")) > width:
            text += ", ..." if i else ""
            break
        text = longer
    return escape(text)


def _table(section: Section, lang: Language) -> str:
    head = element("tr", *(element("th", escape(text), scope="col") for text in section.heads))
    rows = [element("tr", *(element("td", escape(cell)) for cell in row)) for row in section.rows]
    if section.left_out:
        more = element("td", _more(section, lang), colspan=str(len(section.heads)))
        rows.append(element("tr", more, cls="more"))
    return element("table", element("thead", head), element("tbody", *rows))


def _list(section: Section, lang: Language) -> str:
    items = [
        element("li", *(element("span", escape(cell)) for cell in row if cell))
        for row in section.rows
    ]
    if section.left_out:
        items.append(element("li", _more(section, lang), cls="more"))
    return element("ul", *items)
