"""Records as HTML: tables of many, and the few that tell more when they stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from probity import labels
from probity.display.html import element, ends, escape, fragment, rows_table
from probity.display.rows import table
from probity.words import say, say_day, say_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from probity._core import Brief, BriefLine, DutyStanding, Task, Verdict
    from probity.papers import Paper
    from probity.papers.model import Block
    from probity.tables.column import Column
    from probity.types import Language


def report(value: Any, lang: Language = "en") -> str:
    """A report of its own kind, as the table of its rows."""
    from probity.tables import report as table_of

    return table(table_of(value), lang)


def verdict(value: Verdict, lang: Language = "en") -> str:
    """How a quota stands, why, and what counts."""
    from probity._core import QuotaFact
    from probity.tables import COLUMNS
    from probity.tables.questions import VERDICT

    state = labels.QUOTA_STATES[value.state].to(lang)
    period = ends(value.period.begin, value.period.last, lang)
    held = {"held": value.held, "required": value.required, "period": period}
    facts = [column for column in VERDICT if column.name.startswith("latest")]
    return fragment(
        element(
            "p",
            element("b", escape(state)),
            escape(say("display.held", lang, **held)),
            escape(f" ({value.on_record.to(lang)})") if value.presumed else "",
        ),
        element("p", escape(value.reason.to(lang))),
        members_of(facts, value, lang),
        _records([*value.counted, *value.presumably_counted], COLUMNS[QuotaFact], lang)
        if value.counted or value.presumed
        else "",
        lang=lang,
    )


def duty_standing(value: DutyStanding, lang: Language = "en") -> str:
    """How many have done a duty, by when it is reported, and who lacks what."""
    from probity._core import DutyShortfall
    from probity.tables import COLUMNS

    lacking = value.shortfall()
    values = {"year": value.year, "done": value.done_by, "by": value.report_by}
    said = say_number("display.duty", lang, value.owed_by, **values)
    if value.report_day != value.report_by:
        said += say("display.duty_plan", lang, plan=value.report_day)
    return fragment(
        element("p", element("b", escape(value.title.to(lang))), escape(said)),
        _records(lacking, COLUMNS[DutyShortfall], lang)
        if lacking
        else element("p", escape(say("display.nobody_lacks", lang))),
        lang=lang,
    )


def task(value: Task, lang: Language = "en") -> str:
    """A task member by member, and the steps of its life."""
    from probity.tables.programme import TASK

    steps = [
        (say_day(change.on, lang), labels.TASK_STATES[change.state].to(lang))
        for change in value.changes
    ]
    heads = [say(f"display.{name}", lang) for name in ("day", "state")]
    return fragment(
        element("p", element("b", escape(value.id)), escape(f" {value.title.to(lang)}")),
        members_of([column for column in TASK if column.name not in ("id", "title")], value, lang),
        rows_table(heads, steps, lang) if steps else "",
        lang=lang,
    )


def brief(value: Brief, lang: Language = "en") -> str:
    """The page for the head: how far things have come, and the four lists."""
    progress = value.progress
    counts = {"done": progress.done, "overdue": progress.overdue, "blocked": progress.blocked}
    said = say_number("display.progress", lang, progress.total, **counts)
    lists: list[str] = []
    for name, words in labels.BRIEF_PARTS.items():
        lines: list[BriefLine] = getattr(value, name)
        items = [element("li", escape(_line(line, lang))) for line in lines]
        nothing = element("p", escape(say("display.nothing", lang)))
        lists.append(element("p", element("b", escape(words.to(lang)))))
        lists.append(element("ul", *items) if items else nothing)
    heading = f"{value.title.to(lang)}, {say_day(value.on, lang)}"
    head = element("p", element("b", escape(heading)))
    return fragment(head, element("p", escape(said)), *lists, lang=lang)


def paper(value: Paper, lang: Language = "en") -> str:
    """A paper of a meeting, its parts under one another."""
    content = value._document(lang, "", "", (), None)
    title = element("p", element("b", escape(content.title)))
    return fragment(title, *(_part(each, lang) for each in content.blocks), lang=lang)


def _part(block: Block, lang: Language) -> str:
    from probity.papers.model import Facts, Grid, Heading, Items, Signatures, Words

    match block:
        case Heading(text):
            return element("p", element("b", escape(text)))
        case Words(text):
            return element("p", escape(text))
        case Items(lines, none):
            items = [element("li", escape(line)) for line in lines]
            return element("ul", *items) if items else element("p", escape(none))
        case Facts(rows):
            return facts_table(rows)
        case Grid(heads, rows, _, none):
            return rows_table(heads, rows, lang) if rows else element("p", escape(none))
        case Signatures(posts):
            return element("p", escape(", ".join(posts)))


def _line(line: BriefLine, lang: Language) -> str:
    """ "2026-06-30 T-29 Check conflicts of interest: 11 working days late (Planning Division)"."""
    day = "" if line.date is None else f"{say_day(line.date, lang)} "
    name = "" if line.title == line.id else f"{line.id} "
    owner = f" ({line.owner.to(lang)})" if line.owner else ""
    return f"{day}{name}{line.text.to(lang)}{owner}"


def _records(records: Sequence[Any], columns: Sequence[Column], lang: Language) -> str:
    """The columns in which any record says something."""
    cells = [[column.words(record, lang) for column in columns] for record in records]
    said = [i for i in range(len(columns)) if any(row[i] for row in cells)]
    heads = [columns[i].heading(lang) for i in said]
    return rows_table(heads, [[row[i] for i in said] for row in cells], lang)


def members_of(columns: Sequence[Column], record: Any, lang: Language) -> str:
    """One record, a row for each member that says something."""
    cells = [(column.heading(lang), column.words(record, lang)) for column in columns]
    return facts_table([(name, cell) for name, cell in cells if cell])


def facts_table(rows: Sequence[tuple[str, str]]) -> str:
    """Facts by their names, in a table of two columns; nothing without any."""
    made = [
        element("tr", element("th", escape(name), scope="row"), element("td", escape(cell)))
        for name, cell in rows
    ]
    return element("table", element("tbody", *made), cls="pb-rows") if made else ""
