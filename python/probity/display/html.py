"""The parts of HTML text. All text that comes from data goes through `escape`; elements are put
together from escaped text."""

from __future__ import annotations

from html import escape as _escape
from zlib import crc32

from probity.text import printed
from probity.words import say, say_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from probity.types import Language


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
# mixed with that of its text. Every rule begins with the class of the fragment, and the classes in
# it have a prefix of their own, so that no output of a notebook disturbs another.
_RULES = """
{} .pb-months {{ display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1em 2em; }}
{} table.pb-month {{ table-layout: fixed; width: 18em; }}
{} table.pb-month td, {} table.pb-month th {{ text-align: center; padding: .15em 0; }}
{} table.pb-month b {{ outline: 2px solid currentColor; outline-offset: 1px; }}
{} table.pb-month .pb-off {{ opacity: .7; }}
{} table.pb-month .pb-holiday b {{
  outline: none; text-decoration: underline; color: color-mix(in srgb, currentColor 45%, #f00);
}}
{} table.pb-rows td, {} table.pb-rows th {{ text-align: left; padding: .1em .8em .1em 0; }}
{} table.pb-rows td {{ white-space: nowrap; }}
{} table.pb-rows td.pb-long {{ white-space: normal; min-width: 14em; }}
{} .pb-wide {{ overflow-x: auto; }}
"""
#: The class of fragments: it changes with the rules, so that an output that another version left in
#: a notebook keeps its own.
CLASS = f"probity-{crc32(_RULES.encode()):08x}"
_SCOPED = _RULES.replace("{}", f".{CLASS}").replace("{{", "{").replace("}}", "}")
_STYLE = f"<style>{_SCOPED}</style>"
#: The letters of a cell from which on it is broken into lines; an id or a date never is.
_LONG = 20


def fragment(*parts: str, lang: Language = "en") -> str:
    """A piece of a page in a language, with its style."""
    content = "".join(parts)
    return element("div", _STYLE, content, cls=CLASS, lang=lang)


def rows_table(
    headings: Iterable[str], rows: Iterable[Iterable[str]], lang: Language = "en"
) -> str:
    """A table of texts; without rows the word that there is nothing."""
    head = element("tr", *(element("th", escape(text), scope="col") for text in headings))
    body = [element("tr", *map(_cell, row)) for row in rows]
    if not body:
        return element("p", escape(say("display.nothing", lang)))
    table = element("table", element("thead", head), element("tbody", *body), cls="pb-rows")
    # Parts that scroll can be reached by the keyboard.
    label = say("display.table", lang)
    return element("div", table, cls="pb-wide", tabindex="0", role="group", aria_label=label)


def _cell(text: str) -> str:
    return element("td", escape(text), cls="pb-long" if len(text) > _LONG else "")


def ends(first: datetime.date, last: datetime.date, lang: Language = "en") -> str:
    """ "2026-03-16 to 2026-03-22"; of one day that day."""
    if first == last:
        return say_day(first, lang)
    return say("display.range", lang, first=first, last=last)
