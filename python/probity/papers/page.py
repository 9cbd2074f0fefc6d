"""A paper as a page to print, in the style of the other pages; it may take several sheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from probity.display.html import element, escape
from probity.pages.document import Layout, document
from probity.papers.model import Facts, Grid, Heading, Items, Signatures, Words
from probity.words import phrases

if TYPE_CHECKING:
    from probity.papers.model import Block, Document
    from probity.types import Language

LAYOUT = Layout(
    "portrait", width=50, height=73.5, margin=14, style=Path(__file__).with_name("paper.css")
)


def page(paper: Document, lang: Language, sheet: str = "A4") -> str:
    """The page's HTML. Raises ProbityError for another sheet than those of PAPERS."""
    LAYOUT.sheet(sheet)
    content = (
        _head(paper, lang),
        element("main", *(_block(each, lang) for each in paper.blocks)),
        element("footer", *(element("p", escape(line)) for line in paper.foot))
        if paper.foot
        else "",
    )
    return document(paper.title, content, LAYOUT, sheet, lang)


def _head(paper: Document, lang: Language) -> str:
    mark = element("strong", escape(paper.mark), cls="illustrative") if paper.mark else ""
    said = [
        element("p", escape(each), cls=cls)
        for each, cls in ((paper.author, "author"), (paper.dated, "as-of"))
        if each
    ]
    return element(
        "header",
        element("p", escape(paper.institution), cls="institution"),
        mark,
        approval_box(paper.approval, lang),
        element("h1", escape(paper.title)),
        *said,
    )


def approval_box(posts: tuple[str, ...], lang: Language) -> str:
    """결재란: the posts, each above a space to sign in; nothing without posts."""
    if not posts:
        return ""
    label = phrases("paper", lang)["approval"]
    heads = [element("th", escape(post), scope="col") for post in (label, *posts)]
    spaces = [element("td") for _ in heads]
    rows = element("tr", *heads), element("tr", *spaces)
    return element("table", element("tbody", *rows), cls="approval")


def _block(block: Block, lang: Language) -> str:
    match block:
        case Heading(text):
            return element("h2", escape(text))
        case Words(text):
            return element("p", escape(text))
        case Items(lines, none):
            if not lines:
                return element("p", escape(none)) if none else ""
            return element("ul", *(element("li", escape(line)) for line in lines))
        case Facts(rows):
            facts = [
                element("tr", element("th", escape(name), scope="row"), element("td", escape(each)))
                for name, each in rows
            ]
            return element("table", element("tbody", *facts), cls="facts")
        case Grid(heads, rows, widths, none):
            return _grid(heads, rows, widths, none)
        case Signatures(posts):
            sign = phrases("paper", lang)["sign"]
            signed = [
                element("p", escape(post), element("span", "", cls="line"), escape(sign))
                for post in posts
            ]
            return element("div", *signed, cls="signatures")


def _grid(
    heads: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    widths: tuple[float, ...],
    none: str,
) -> str:
    if not rows:
        return element("p", escape(none)) if none else ""
    columns = [element("col", style=f"width: {100 * width / sum(widths):.3g}%") for width in widths]
    head = element("tr", *(element("th", escape(text), scope="col") for text in heads))
    body = [element("tr", *(element("td", escape(cell)) for cell in row)) for row in rows]
    parts = element("colgroup", *columns), element("thead", head), element("tbody", *body)
    return element("table", *parts, cls="grid")
