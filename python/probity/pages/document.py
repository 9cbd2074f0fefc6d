"""The document around a page's content: papers, what fits on one sheet, and the style that all
pages share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from probity._core import ProbityError
from probity.display.html import element, escape
from probity.words import refused, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from probity.types import Language

__all__ = ["PAPERS", "Layout", "Paper", "document", "foot", "illustrative_mark"]


class Paper(NamedTuple):
    """A sheet by its shorter and its longer edge, in millimetres."""

    short: float
    long: float


#: The papers that pages are laid out for.
PAPERS = {"A4": Paper(210, 297), "A3": Paper(297, 420), "Letter": Paper(215.9, 279.4)}


class Layout(NamedTuple):
    """The room that a page takes of a sheet: its style's own measures, and the margins around
    it."""

    #: "landscape" or "portrait".
    orientation: str
    #: The page's size in rem, as its style has it.
    width: float
    height: float
    #: Of each edge, in millimetres.
    margin: float
    #: The page's own style, beside page.css.
    style: Path

    def sheet(self, paper: str) -> tuple[float, float]:
        """Width and height of a paper as it lies, in millimetres. Raises ProbityError for a paper
        that is none of PAPERS."""
        try:
            short, long = PAPERS[paper]
        except KeyError:
            raise refused(ProbityError, "paper", paper=paper, known=", ".join(PAPERS)) from None
        return (long, short) if self.orientation == "landscape" else (short, long)

    def root_size(self, paper: str) -> float:
        """One rem in px such that the page fills the paper within its margins."""
        width, height = self.sheet(paper)
        millimetres = min(
            (width - 2 * self.margin) / self.width, (height - 2 * self.margin) / self.height
        )
        return millimetres / 25.4 * 96  # 96 px are an inch


def document(
    title: str,
    content: Iterable[str],
    layout: Layout,
    paper: str,
    lang: Language,
    *,
    cls: str = "page",
) -> str:
    """The whole HTML: a page of the given elements, in an element of the given classes."""
    rules = (
        f"@page {{ size: {paper} {layout.orientation}; margin: {layout.margin}mm; }}\n"
        f"@media print {{ html {{ font-size: {layout.root_size(paper):.3f}px; }} }}\n"
    )
    shared = Path(__file__).with_name("page.css")
    style = "".join(path.read_text(encoding="utf-8") for path in (shared, layout.style))
    head = (
        '<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>"
        f"<style>\n{style}{rules}</style>"
    )
    body = element("div", *content, cls=cls)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>{head}</head>\n<body>\n{body}\n</body>\n'
        "</html>\n"
    )


def illustrative_mark(illustrative: bool, lang: Language) -> str:
    """The mark in the head of a made-up programme's page; nothing on that of a real one."""
    if not illustrative:
        return ""
    return element("strong", say("page.illustrative", lang), cls="illustrative")


def foot(lines: Iterable[str], illustrative: bool, lang: Language) -> str:
    """The lines under a page; that of a made-up programme says first that it is one."""
    said = [say("page.made_up", lang), *lines] if illustrative else list(lines)
    return element("footer", *(element("p", escape(line)) for line in said)) if said else ""
