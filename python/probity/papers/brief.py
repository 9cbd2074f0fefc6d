"""The brief for the head as a document of Word or Hangul: all its entries, none left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from probity.pages.brief.content import Content
from probity.pages.brief.sections import WIDTHS
from probity.papers import posts_of
from probity.papers.docx import save as save_docx
from probity.papers.hwpx import save as save_in_hwpx
from probity.papers.meeting import author_line
from probity.papers.model import Block, Document, Facts, Grid, Heading, Items
from probity.words import date_text_with_weekday, phrases, say

if TYPE_CHECKING:
    import os

    from probity._core import Brief
    from probity.pages.brief.sections import Section
    from probity.text import Text
    from probity.types import Language


def save(
    brief: Brief,
    path: str | os.PathLike[str],
    lang: Language,
    author: Text,
    department: Text,
    approval: Iterable[Text],
) -> None:
    """Writes the document. Raises ImportError without the package python-docx, and DocumentError if
    the file cannot be written."""
    save_docx(document(brief, lang, author, department, approval), path, lang)


def save_hwpx(
    brief: Brief,
    path: str | os.PathLike[str],
    lang: Language,
    author: Text,
    department: Text,
    approval: Iterable[Text],
) -> None:
    """Writes the document for Hangul. Raises ImportError without the package python-hwpx, and
    DocumentError if the file cannot be written."""
    save_in_hwpx(document(brief, lang, author, department, approval), path, lang)


def document(
    brief: Brief, lang: Language, author: Text, department: Text, approval: Iterable[Text]
) -> Document:
    """The brief as a paper, with the sections of its page in their order."""
    words = phrases("brief", lang)
    programme = brief.view.programme
    made_up = [say("page.made_up", lang)] if programme.illustrative else []
    return Document(
        title=words["brief"].format(title=brief.title.to(lang)),
        institution=programme.institution.name.to(lang),
        blocks=(_figures(brief, lang), *_sections(brief, lang)),
        author=author_line(author, department, lang),
        dated=words["as_of"].format(date=date_text_with_weekday(brief.on, lang)),
        approval=tuple(each.to(lang) for each in posts_of(approval)),
        mark=say("page.illustrative", lang) if programme.illustrative else "",
        foot=(*([words["workdays"]] if brief.late else []), *made_up),
    )


def _figures(brief: Brief, lang: Language) -> Facts:
    words = phrases("brief", lang)
    return Facts(
        (
            (words["done_figure"].format(total=brief.progress.total), str(brief.progress.done)),
            (words["late_figure"], str(len(brief.late))),
            (words["decisions_figure"], str(len(brief.decisions))),
            (words["coming_figure"], str(len(brief.coming))),
        )
    )


def _sections(brief: Brief, lang: Language) -> list[Block]:
    blocks: list[Block] = []
    for section in Content(brief, lang).sections():
        blocks += [Heading(section.heading), _body(section)]
    return blocks


def _body(section: Section) -> Block:
    rows = tuple(section.rows)
    if section.heads:
        return Grid(section.heads, rows, WIDTHS[section.name], section.none)
    return Items(tuple("  ".join(filter(None, row)) for row in rows), section.none)
