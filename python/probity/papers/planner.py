"""The lists of a year's planner as a document of Word or Hangul: all dates, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from probity.pages.planner import under, year_of
from probity.pages.planner.day_notes import DayNotes
from probity.pages.planner.lists import held_in, lists_of
from probity.pages.planner.tasks import programme_of, tasks_due
from probity.papers.docx import save as save_docx
from probity.papers.hwpx import save as save_in_hwpx
from probity.papers.model import Block, Document, Grid, Heading, Items
from probity.words import phrases, say

if TYPE_CHECKING:
    import os

    from probity._core import Agenda, Task
    from probity.pages.planner.lists import List
    from probity.types import DateLike, Language


def save(
    agenda: Agenda,
    path: str | os.PathLike[str],
    lang: Language,
    tasks: Iterable[Task | tuple[DateLike, str]] | None,
) -> None:
    """Writes the document. Raises what the planner's page does, ImportError without the package
    python-docx, and DocumentError if the file cannot be written."""
    save_docx(document(agenda, lang, tasks), path, lang)


def save_hwpx(
    agenda: Agenda,
    path: str | os.PathLike[str],
    lang: Language,
    tasks: Iterable[Task | tuple[DateLike, str]] | None,
) -> None:
    """Writes the document for Hangul. Raises what the planner's page does, ImportError without the
    package python-hwpx, and DocumentError if the file cannot be written."""
    save_in_hwpx(document(agenda, lang, tasks), path, lang)


def document(
    agenda: Agenda, lang: Language, tasks: Iterable[Task | tuple[DateLike, str]] | None
) -> Document:
    """The lists of a planner as a paper."""
    year = year_of(agenda)
    due = tasks_due(tasks, agenda)
    notes = DayNotes(agenda, due, lang)
    programme = programme_of(agenda)
    made_up = programme is not None and programme.illustrative
    blocks: list[Block] = []
    for each in [*lists_of(agenda, notes, due, lang), *held_in(agenda, lang)]:
        blocks += [Heading(each.heading), _body(each, lang)]
    return Document(
        title=phrases("planner", lang)["planner"].format(title=agenda.title.to(lang), year=year),
        institution="" if programme is None else programme.institution.name.to(lang),
        blocks=tuple(blocks),
        mark=say("page.illustrative", lang) if made_up else "",
        foot=(*([say("page.made_up", lang)] if made_up else []), *under(agenda, lang)),
    )


def _body(given: List, lang: Language) -> Block:
    words = phrases("planner", lang)
    if not any(line.when for line in given.lines):
        return Items(tuple(line.text for line in given.lines))
    heads = (words["when"], words["what"])
    return Grid(heads, tuple((line.when, line.text) for line in given.lines), (0.28, 0.72))
