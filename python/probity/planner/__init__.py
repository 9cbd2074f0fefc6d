"""The year's planner: an agenda as one page to print, in Korean or English.

    agenda.to_html("planner.html", lang="ko")

The page needs no other file, script or font from elsewhere. Nothing on it is told by colour alone:
holidays are bold and underlined too, weeks have their own mark, and whatever is marked in a month
stands in words in the lists beside it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from probity._core import ProbityError, _write_file
from probity.display.html import element, escape
from probity.planner.day_notes import DayNotes, Task, tasks_of
from probity.planner.lists import sections
from probity.planner.months import months
from probity.planner.words import MARKS, SHORT_WEEK_MARK, WEEK_MARK, WORDS
from probity.words import ENTRY_KINDS, date_text

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from probity._core import Agenda
    from probity.types import DateLike, Language

__all__ = ["PAPERS", "page", "save"]


class Paper(NamedTuple):
    """A sheet in landscape, in millimetres."""

    width: float
    height: float


#: The papers that a planner is laid out for.
PAPERS = {"A4": Paper(297, 210), "A3": Paper(420, 297), "Letter": Paper(279.4, 215.9)}
#: Of each edge, in millimetres.
MARGIN = 7
#: The page's size in rem, as planner.css has it.
WIDTH, HEIGHT = 80.0, 55.0


def save(
    agenda: Agenda,
    path: str | os.PathLike[str],
    lang: Language = "en",
    paper: str = "A4",
    tasks: Iterable[tuple[DateLike, str]] = (),
) -> None:
    """Writes the page as a file, which is replaced as a whole. Raises what page() does, and
    DocumentError where it cannot be written."""
    _write_file(path, page(agenda, lang, paper, tasks).encode())


def page(
    agenda: Agenda,
    lang: Language = "en",
    paper: str = "A4",
    tasks: Iterable[tuple[DateLike, str]] = (),
) -> str:
    """The page's HTML, for the agenda of one calendar year.

    `tasks` are pairs (date, title) of what is due, a title a str or a Text. Raises ProbityError
    for another window, another paper than those of PAPERS, and a task outside the year.
    """
    year = _year_of(agenda)
    sheet = _paper(paper)
    due = tasks_of(tasks, agenda.window)
    notes = DayNotes(agenda, due, lang)
    lists = sections(agenda, notes, due, lang)
    title = WORDS[lang]["planner"].format(title=agenda.title.to(lang), year=year)
    body = element(
        "div",
        _head(title, agenda, due, lang),
        element("main", *months(year, notes, lists.moved, lang), aria_label=WORDS[lang]["months"]),
        element("aside", *lists.html, aria_label=WORDS[lang]["lists"]),
        _foot(agenda, lang),
        cls="page",
    )
    return _document(title, body, sheet, paper, lang)


def _year_of(agenda: Agenda) -> int:
    window = agenda.window
    year = window.begin.year
    if (window.begin.isoformat(), window.last.isoformat()) != (f"{year}-01-01", f"{year}-12-31"):
        raise ProbityError(
            f"a planner shows one calendar year, not {window.begin} to {window.last}: make the "
            "agenda with calendar(year)"
        )
    return year


def _paper(name: str) -> Paper:
    try:
        return PAPERS[name]
    except KeyError:
        raise ProbityError(f'paper="{name}": it is one of {", ".join(PAPERS)}') from None


def _document(title: str, body: str, sheet: Paper, paper: str, lang: Language) -> str:
    # One rem is such that the page fills the sheet within its margins; 96 px are an inch.
    millimetres = min(
        (sheet.width - 2 * MARGIN) / WIDTH,
        (sheet.height - 2 * MARGIN) / HEIGHT,
    )
    pixels = millimetres / 25.4 * 96
    layout = (
        f"@page {{ size: {paper} landscape; margin: {MARGIN}mm; }}\n"
        f"@media print {{ html {{ font-size: {pixels:.3f}px; }} }}\n"
    )
    style = Path(__file__).with_name("planner.css").read_text(encoding="utf-8")
    head = (
        '<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>"
        f"<style>\n{style}{layout}</style>"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>{head}</head>\n<body>\n{body}\n</body>\n'
        "</html>\n"
    )


def _head(title: str, agenda: Agenda, due: list[Task], lang: Language) -> str:
    words = WORDS[lang]
    entries = [
        ("holiday sample", "1", words["holiday"]),
    ]
    titles: dict[str, set[str]] = {"task": {words["task"]}} if due else {}
    for entry in agenda:
        if entry.has_own_days:
            titles.setdefault(entry.kind, set()).add(entry.title.to(lang))
    if "week" in titles:
        named = words["week"].format(title=_named("week", titles, lang))
        entries.append(("mark", WEEK_MARK, named))
    if any(entry.short for entry in agenda):
        entries.append(("mark", SHORT_WEEK_MARK, words["short"]))
    entries += [
        ("mark", mark, _named(kind, titles, lang)) for kind, mark in MARKS.items() if kind in titles
    ]
    items = [
        element("li", element("span", mark, cls=cls), " ", escape(text))
        for cls, mark, text in entries
    ]
    legend = element("ul", *items, cls="legend", aria_label=words["legend"])
    return element("header", element("h1", escape(title)), legend)


def _named(kind: str, titles: dict[str, set[str]], lang: Language) -> str:
    """What the legend calls a kind: by its title where all of it has one, as the Day has."""
    (title, *others) = titles[kind]
    if kind == "task" or (kind in ("week", "day") and not others):
        return title
    return ENTRY_KINDS[lang][kind]


def _foot(agenda: Agenda, lang: Language) -> str:
    words = WORDS[lang]
    sources = sorted({entry.source.to(lang) for entry in agenda if entry.source})
    said = [words["sources"] + "; ".join(sources)] if sources else []
    if known := agenda.workdays.as_known_on:
        said.append(words["law"].format(date=date_text(known, lang)))
    return element("footer", *(element("p", escape(text)) for text in said)) if said else ""
