"""The parts of HTML text. All text that comes from data goes through `escape`; elements are put
together from escaped text."""

from __future__ import annotations

from html import escape as _escape

from probity.text import printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable


def escape(text: str) -> str:
    """The text with &, <, > and quotes as entities, and none of the characters that steer what
    shows it: safe in an element and in an attribute.

    >>> escape("<b>A & B</b>")
    '&lt;b&gt;A &amp; B&lt;/b&gt;'
    """
    return _escape(printed(text), quote=True)


def element(name: str, *content: str, **attributes: str) -> str:
    """An element of HTML that was escaped before; attributes are escaped here.

    >>> element("td", "18", cls="day", title='"Day"')
    '<td class="day" title="&quot;Day&quot;">18</td>'

    `cls` stands for class, and an underscore in a name for a hyphen. Empty attributes are left out.
    """
    written = "".join(
        f' {"class" if key == "cls" else key.replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{written}>{''.join(content)}</{name}>"


# Only what a table needs. Colours are those of the notebook's own theme, light or dark, and red is
# mixed with that of its text.
_STYLE = """<style>
.probity .months { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1em 2em; }
.probity table.month { table-layout: fixed; width: 18em; }
.probity table.month td, .probity table.month th { text-align: center; padding: .15em 0; }
.probity table.month b { outline: 2px solid currentColor; outline-offset: 1px; }
.probity table.month .off { opacity: .7; }
.probity table.month .holiday b {
  outline: none; text-decoration: underline; color: color-mix(in srgb, currentColor 45%, #f00);
}
.probity table.rows td, .probity table.rows th { text-align: left; padding: .1em .8em .1em 0; }
.probity table.rows td { white-space: nowrap; }
.probity table.rows td.long { white-space: normal; min-width: 14em; }
.probity .wide { overflow-x: auto; }
</style>"""
#: The letters of a cell from which on it is broken into lines; an id or a date never is.
_LONG = 20


def fragment(*parts: str) -> str:
    """A piece of a page, with its style."""
    return f'<div class="probity">{_STYLE}{"".join(parts)}</div>'


def rows_table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of texts; without rows the word that there is nothing."""
    head = element("tr", *(element("th", escape(text), scope="col") for text in headings))
    body = [element("tr", *map(_cell, row)) for row in rows]
    if not body:
        return element("p", "Nothing")
    table = element("table", element("thead", head), element("tbody", *body), cls="rows")
    # Parts that scroll can be reached by the keyboard.
    return element("div", table, cls="wide", tabindex="0", role="group", aria_label="Table")


def _cell(text: str) -> str:
    return element("td", escape(text), cls="long" if len(text) > _LONG else "")


def ends(first: datetime.date, last: datetime.date) -> str:
    """ "2026-03-16 to 2026-03-22"; of one day that day."""
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def count(number: int, noun: str) -> str:
    """ "1 date", "1,200 dates"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
