"""Records as HTML: tables of many, and the few that tell more when they stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from probity import labels
from probity.display.html import count, element, ends, escape, fragment, rows_table
from probity.display.rows import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from probity._core import Brief, BriefLine, DutyStanding, Task, Verdict
    from probity.tables.column import Column


def report(value: Any) -> str:
    """A report of its own kind, as the table of its rows."""
    from probity.tables import report as table_of

    return table(table_of(value))


def verdict(value: Verdict) -> str:
    """How a quota stands, why, and what counts."""
    from probity._core import QuotaFact
    from probity.tables import COLUMNS
    from probity.tables.questions import VERDICT

    state = labels.QUOTA_STATES[value.state].english
    period = ends(value.period.begin, value.period.last)
    facts = [column for column in VERDICT if column.name.startswith("latest")]
    return fragment(
        element(
            "p",
            element("b", escape(state)),
            escape(f": {value.held} of {value.required} in {period}"),
            escape(f" ({value.on_record})") if value.presumed else "",
        ),
        element("p", escape(value.reason)),
        _members(facts, value),
        _records([*value.counted, *value.presumably_counted], COLUMNS[QuotaFact])
        if value.counted or value.presumed
        else "",
    )


def duty_standing(value: DutyStanding) -> str:
    """How many have done a duty, by when it is reported, and who lacks what."""
    from probity._core import DutyShortfall
    from probity.tables import COLUMNS

    lacking = value.shortfall()
    plan = "" if value.report_day == value.report_by else f" (plan for {value.report_day})"
    said = (
        f" {value.year}: {value.done_by} of {count(value.owed_by, 'official')} have done all of "
        f"it; the results are reported by {value.report_by}{plan}"
    )
    return fragment(
        element("p", element("b", escape(value.title)), escape(said)),
        _records(lacking, COLUMNS[DutyShortfall]) if lacking else element("p", "Nobody lacks any"),
    )


def task(value: Task) -> str:
    """A task member by member, and the steps of its life."""
    from probity.tables.programme import TASK

    steps = [
        (change.on.isoformat(), labels.TASK_STATES[change.state].english)
        for change in value.changes
    ]
    return fragment(
        element("p", element("b", escape(value.id)), escape(f" {value.title}")),
        _members([column for column in TASK if column.name not in ("id", "title")], value),
        rows_table(("Day", "State"), steps) if steps else "",
    )


def brief(value: Brief) -> str:
    """The page for the head: how far things have come, and the four lists."""
    progress = value.progress
    said = (
        f"{progress.done} of {count(progress.total, 'task')} done, "
        f"{progress.overdue} overdue, {progress.blocked} blocked"
    )
    lists: list[str] = []
    for name, words in labels.BRIEF_PARTS.items():
        lines: list[BriefLine] = getattr(value, name)
        items = [element("li", escape(_line(line))) for line in lines]
        lists.append(element("p", element("b", words.english)))
        lists.append(element("ul", *items) if items else element("p", "Nothing"))
    heading = f"{value.title}, {value.on.isoformat()}"
    return fragment(element("p", element("b", escape(heading))), element("p", said), *lists)


def _line(line: BriefLine) -> str:
    """ "2026-06-30 T-29 Check conflicts of interest: 11 working days late (Planning Division)"."""
    day = "" if line.date is None else f"{line.date.isoformat()} "
    name = "" if line.title == line.id else f"{line.id} "
    return f"{day}{name}{line.text}" + (f" ({line.owner})" if line.owner else "")


def _records(records: Sequence[Any], columns: Sequence[Column]) -> str:
    """The columns in which any record says something."""
    cells = [[column.words(record, "en") for column in columns] for record in records]
    said = [i for i in range(len(columns)) if any(row[i] for row in cells)]
    return rows_table(
        [columns[i].heading("en") for i in said], [[row[i] for i in said] for row in cells]
    )


def _members(columns: Sequence[Column], record: Any) -> str:
    """One record, a row for each member that says something."""
    cells = [(column.heading("en"), column.words(record, "en")) for column in columns]
    rows = [
        element("tr", element("th", escape(name), scope="row"), element("td", escape(cell)))
        for name, cell in cells
        if cell
    ]
    return element("table", element("tbody", *rows), cls="rows") if rows else ""
