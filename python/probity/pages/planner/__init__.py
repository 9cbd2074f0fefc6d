"""The year's planner: an agenda as one page to print, in Korean or English.

    agenda.to_html("planner.html", lang="ko")

Nothing on it is told by colour alone: holidays are bold and underlined too, weeks have their own
mark, and whatever is marked in a month stands in words in the lists beside it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from probity._core import ProbityError, _write_file
from probity.display.html import element, escape
from probity.labels import ENTRY_KINDS
from probity.pages.document import Layout, document, foot, illustrative_mark
from probity.pages.fitting import ems
from probity.pages.planner.day_notes import DayNotes
from probity.pages.planner.layout import columns_of
from probity.pages.planner.lists import held_in, lists_of
from probity.pages.planner.marks import DONE_MARK, MARKS, SHORT_WEEK_MARK, WEEK_MARK
from probity.pages.planner.months import months
from probity.pages.planner.tasks import TaskDue, programme_of, tasks_due
from probity.words import date_text, phrases, refused

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from probity._core import Agenda, Task
    from probity.types import DateLike, Language

__all__ = ["LAYOUT", "page", "save"]

LAYOUT = Layout(
    "landscape", width=80, height=55, margin=7, style=Path(__file__).with_name("planner.css")
)
#: In rem, as planner.css has them: an em of the title, an em of the legend, what stands around one
#: of its entries, and what is left for the mark of a made-up programme.
TITLE, LEGEND, AROUND, MARK = 1.55, 0.74, 2.4, 8.0


def save(
    agenda: Agenda,
    path: str | os.PathLike[str],
    lang: Language = "en",
    paper: str = "A4",
    tasks: Iterable[Task | tuple[DateLike, str]] | None = None,
) -> None:
    """Writes the page as a file, which is replaced as a whole. Raises what page() does, and
    DocumentError if it cannot be written."""
    _write_file(path, page(agenda, lang, paper, tasks).encode())


def page(
    agenda: Agenda,
    lang: Language = "en",
    paper: str = "A4",
    tasks: Iterable[Task | tuple[DateLike, str]] | None = None,
) -> str:
    """The page's HTML, for the agenda of one calendar year.

    `tasks` are what is due: the programme's own if none are given, or Tasks, or pairs (date,
    title), a title a str or a Text. Raises ProbityError for another window, another paper than
    those of PAPERS, and a pair outside the year.
    """
    year = year_of(agenda)
    LAYOUT.sheet(paper)
    due = tasks_due(tasks, agenda)
    notes = DayNotes(agenda, due, lang)
    programme = programme_of(agenda)
    illustrative = programme is not None and programme.illustrative
    below = under(agenda, lang)
    lists = lists_of(agenda, notes, due, lang)
    columns = columns_of(lists, held_in(agenda, lang), foot_lines=len(below) + illustrative)
    words = phrases("planner", lang)
    title = words["planner"].format(title=agenda.title.to(lang), year=year)
    content = (
        _head(title, agenda, due, illustrative, lang),
        element("main", *months(year, notes, columns.moved, lang), aria_label=words["months"]),
        element("aside", *columns.html(lang), aria_label=words["lists"]),
        foot(below, illustrative, lang),
    )
    cls = "page"
    if columns.column.number == 2:
        cls += " two tight" if columns.column.tight else " two"
    return document(title, content, LAYOUT, paper, lang, cls=cls)


def year_of(agenda: Agenda) -> int:
    """The year of an agenda. Raises ProbityError for one of other days."""
    window = agenda.window
    year = window.begin.year
    if (window.begin.isoformat(), window.last.isoformat()) != (f"{year}-01-01", f"{year}-12-31"):
        raise refused(ProbityError, "planner_year", begin=window.begin, last=window.last)
    return year


def _head(
    title: str, agenda: Agenda, due: list[TaskDue], illustrative: bool, lang: Language
) -> str:
    words = phrases("planner", lang)
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
    if any(task.done for task in due):
        entries.append(("mark", DONE_MARK, words["task_done"]))
    items = [
        element("li", element("span", mark, cls=cls), " ", escape(text))
        for cls, mark, text in entries
    ]
    legend = element("ul", *items, cls="legend", aria_label=words["legend"])
    mark = illustrative_mark(illustrative, lang)
    beside = sum(LEGEND * ems(text) + AROUND for _, _, text in entries) + MARK * illustrative
    size = "long" if TITLE * ems(title) + beside > LAYOUT.width else ""
    return element("header", element("h1", escape(title), cls=size), mark, legend)


def _named(kind: str, titles: dict[str, set[str]], lang: Language) -> str:
    """The name of a kind in the legend: its title if all of it has one, as the Day has."""
    (title, *others) = titles[kind]
    if kind == "task" or (kind in ("week", "day") and not others):
        return title
    return ENTRY_KINDS[kind].to(lang)


def under(agenda: Agenda, lang: Language) -> list[str]:
    """The lines under the page: sources, and the law as it was known."""
    words = phrases("planner", lang)
    sources = sorted({entry.source.to(lang) for entry in agenda if entry.source})
    said = [words["sources"] + "; ".join(sources)] if sources else []
    if known := agenda.workdays.as_known_on:
        said.append(words["law"].format(date=date_text(known, lang)))
    return said
