"""The brief for the head of an institution: one page to print, in Korean or English.

    view.brief().to_html("brief.html", lang="ko")

Decisions stand first, then what is late, with owners and working days; what was done and what comes
stand last. A list that is longer than its room says how many it leaves out.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from probity._core import _write_file
from probity.display.html import element, escape
from probity.pages.brief.content import Content
from probity.pages.brief.sections import APPROVAL, TITLE_LINE, fitting, html
from probity.pages.document import Layout, document, foot, illustrative_mark
from probity.pages.fitting import lines_of
from probity.papers import posts_of
from probity.papers.meeting import author_line
from probity.papers.page import approval_box
from probity.text import Text
from probity.words import date_text_with_weekday, phrases

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from probity._core import Brief
    from probity.types import Language

__all__ = ["LAYOUT", "page", "save"]

LAYOUT = Layout(
    "portrait", width=50, height=73.5, margin=14, style=Path(__file__).with_name("brief.css")
)
#: Stands for words that are not said.
NOTHING = Text("")
#: The page's width in ems of its title, whose letters are bold and a tenth broader.
TITLE_WIDTH = 26.5


def save(
    brief: Brief,
    path: str | os.PathLike[str],
    lang: Language = "en",
    paper: str = "A4",
    author: Text = NOTHING,
    department: Text = NOTHING,
    approval: Iterable[Text] = (),
) -> None:
    """Writes the page as a file, which is replaced as a whole. Raises what page() does, and
    DocumentError if it cannot be written."""
    _write_file(path, page(brief, lang, paper, author, department, approval).encode())


def page(
    brief: Brief,
    lang: Language = "en",
    paper: str = "A4",
    author: Text = NOTHING,
    department: Text = NOTHING,
    approval: Iterable[Text] = (),
) -> str:
    """The page's HTML: by whom it is, and a space for approval by each of the posts.

    Raises ProbityError for another paper than those of PAPERS, and for more posts than there is
    room for.
    """
    LAYOUT.sheet(paper)
    illustrative = brief.view.programme.illustrative
    title = phrases("brief", lang)["brief"].format(title=brief.title.to(lang))
    posts = tuple(each.to(lang) for each in posts_of(approval))
    by = author_line(author, department, lang)
    taken = TITLE_LINE * (lines_of(title, TITLE_WIDTH) - 1) + APPROVAL * bool(posts)
    sections = fitting(Content(brief, lang).sections(), taken)
    content = (
        _head(brief, title, by, posts, lang),
        element("main", _figures(brief, lang), *(html(each, lang) for each in sections)),
        foot([phrases("brief", lang)["workdays"]] if brief.late else [], illustrative, lang),
    )
    return document(title, content, LAYOUT, paper, lang)


def _head(brief: Brief, title: str, by: str, posts: tuple[str, ...], lang: Language) -> str:
    programme = brief.view.programme
    dated = phrases("brief", lang)["as_of"].format(date=date_text_with_weekday(brief.on, lang))
    return element(
        "header",
        element("p", escape(programme.institution.name.to(lang)), cls="institution"),
        illustrative_mark(programme.illustrative, lang),
        approval_box(posts, lang),
        element("h1", escape(title)),
        element("p", escape(by), cls="author") if by else "",
        element("p", escape(dated), cls="as-of"),
    )


def _figures(brief: Brief, lang: Language) -> str:
    """The number of each, with a link to its section."""
    words = phrases("brief", lang)
    done = words["done_figure"].format(total=brief.progress.total)
    figures = (
        ("done", brief.progress.done, done),
        ("late", len(brief.late), words["late_figure"]),
        ("decisions", len(brief.decisions), words["decisions_figure"]),
        ("coming", len(brief.coming), words["coming_figure"]),
    )
    items = [
        element("li", element("a", element("b", str(count)), " ", escape(label), href=f"#{name}"))
        for name, count, label in figures
    ]
    return element("ul", *items, cls="figures", aria_label=words["summary"])
