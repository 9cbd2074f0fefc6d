"""A status workbook that divisions edited, taken back as events: `update`.

All of it, or nothing. A cell that says what it said when the workbook was written changes nothing.
One that was edited becomes a step; if a colleague changed the same meanwhile, it is a conflict,
which names both values.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

import click

import probity as pb
from probity import labels
from probity.cli.acts import Act, Draft, takes_act
from probity.cli.arguments import Day, InputFile
from probity.cli.errors import Refused, in_words
from probity.cli.language import language, refusal
from probity.cli.output import Output, echo
from probity.cli.status_sheet import EDITED, KEPT, cells_of, column_called, heading, names_in
from probity.cli.values import evidence_document, text_document
from probity.words import LANGUAGES, say

if TYPE_CHECKING:
    from probity.types import Language

#: The kind of event that leads from a state of a task to another.
STEPS = {
    ("proposed", "adopted"): "task.adopted",
    ("proposed", "rejected"): "task.rejected",
    ("adopted", "in_progress"): "task.started",
    ("in_progress", "on_hold"): "task.put_on_hold",
    ("on_hold", "in_progress"): "task.resumed",
    ("in_progress", "submitted"): "task.submitted",
    ("submitted", "verified"): "task.verified",
    ("submitted", "in_progress"): "task.sent_back",
    ("verified", "closed"): "task.closed",
    ("verified", "in_progress"): "task.reopened",
    ("closed", "in_progress"): "task.reopened",
    **{
        (state, "withdrawn"): "task.withdrawn"
        for state in ("proposed", "adopted", "in_progress", "on_hold", "submitted")
    },
}


class Edited(NamedTuple):
    """A row of the workbook: what its cells said when it was written, and what they say now."""

    row: int
    id: str
    before: dict[str, str]
    now: dict[str, str]
    remarks: str

    @property
    def changed(self) -> list[str]:
        """The columns whose cells were edited."""
        return [each for each in EDITED if self.now[each] != self.before.get(each, "")]


class Sheet(NamedTuple):
    """A status workbook as it came back."""

    name: str
    folder: str
    lang: Language
    rows: list[Edited]


class RowFaults(Refused):
    """The faults of a workbook, each with its row."""

    def __init__(self, name: str, faults: list[tuple[int, str]]) -> None:
        self.faults = faults
        lines = [say("cli.sheet.row", language(), row=row, what=what) for row, what in faults]
        head = refusal("sheet_faults", name=name, number=len(faults))
        super().__init__("\n".join([head, *(f"  {line}" for line in lines)]))


@click.command(short_help="Take back a status workbook that was edited.")
@click.argument("workbook", type=InputFile())
@takes_act
def update(act: Act, output: Output, workbook: str) -> None:
    """Records what was changed in WORKBOOK, which `export --status` wrote: names, owners, bands,
    states, due dates and evidence.

    All rows, or none. A new state is the step that leads to it; one that needs a reason takes the
    remark of its row, else --reason. Evidence names files beside the workbook. What a colleague
    changed meanwhile is a conflict, which names both values.
    """
    sheet = read_status(workbook)
    act.record(lambda draft: take_back(draft, sheet), output)
    if not any(row.changed for row in sheet.rows) and not output.as_json:
        echo(say("cli.unchanged", act.lang))


# Reading ------------------------------------------------------------------------------------------


def read_status(path: str) -> Sheet:
    """The rows of a status workbook.

    Raises DocumentError for a file that is no workbook, and Refused for one that `export --status`
    did not write, or of which a heading is missing.
    """
    from probity.excel.opening import bytes_of, open_pages

    name, data = bytes_of(path)
    with open_pages(name, data) as pages:
        texts = {page.title: [page.texts(cells) for cells in page.rows()] for page in pages}
    kept = texts.pop(KEPT, [])
    if not kept or kept[0][0] not in LANGUAGES or not texts:
        raise Refused(refusal("no_status_sheet", name=name))
    lang = next(each for each in LANGUAGES if each == kept[0][0])
    before = {row[0]: dict(zip(EDITED, row[1:], strict=False)) for row in kept[1:] if row[0]}
    return Sheet(name, os.path.dirname(path), lang, read_rows(name, texts, before, lang))


def read_rows(
    name: str, texts: dict[str, list[list[str]]], before: dict[str, dict[str, str]], lang: Language
) -> list[Edited]:
    for rows in texts.values():
        for number, row in enumerate(rows, start=1):
            columns = [column_called(text) for text in row]
            if "id" not in columns or "state" not in columns:
                continue
            missing = [heading(each, lang) for each in EDITED if each not in columns]
            if missing:
                raise Refused(refusal("sheet_columns", name=name, columns=", ".join(missing)))
            return [
                edited(place, dict(zip(columns, cells, strict=True)), before)
                for place, cells in enumerate(rows[number:], start=number + 1)
                if any(cells)
            ]
    raise Refused(refusal("no_status_sheet", name=name))


def edited(row: int, cells: dict[str | None, str], before: dict[str, dict[str, str]]) -> Edited:
    id = cells.get("id", "")
    now = {column: cells.get(column, "") for column in EDITED}
    return Edited(row, id, before.get(id, {}), now, cells.get("remarks", ""))


# Steps --------------------------------------------------------------------------------------------


def take_back(draft: Draft, sheet: Sheet) -> None:
    """Takes the steps that the edited rows say. Raises RowFaults for all that cannot be taken."""
    faults: list[tuple[int, str]] = []
    seen: set[str] = set()
    tasks = {task.id: task for task in draft.programme.tasks}
    names = names_in(draft.programme, sheet.lang)
    for row in sheet.rows:
        before = draft.programme, list(draft.changes)
        try:
            if row.id not in tasks or not row.before:
                raise Refused(refusal("sheet_no_task", id=repr(row.id)))
            if row.id in seen:
                raise Refused(refusal("sheet_twice", id=row.id))
            seen.add(row.id)
            take_row(draft, sheet, row, cells_of(tasks[row.id], names, sheet.lang))
        except (Refused, pb.ProbityError) as error:
            draft.programme, draft.changes = before
            faults.append(
                (row.row, error.message if isinstance(error, Refused) else in_words(error))
            )
    if faults:
        raise RowFaults(sheet.name, faults)


def take_row(draft: Draft, sheet: Sheet, row: Edited, current: dict[str, str]) -> None:
    changed = row.changed
    if row.remarks and not changed:
        raise Refused(refusal("sheet_remark", id=row.id))
    for column in changed:
        was, edited_to, is_now = row.before.get(column, ""), row.now[column], current[column]
        if is_now not in (was, edited_to):
            said = {"column": heading(column, sheet.lang), "was": was or "-"}
            raise Refused(
                refusal("sheet_conflict", **said, now=is_now or "-", edited=edited_to or "-")
            )
    changed = [column for column in changed if row.now[column] != current[column]]
    reason = row.remarks or draft.act.reason
    if "title" in changed:
        draft.step("task.changed", row.id, {"title": text_document(row.now["title"])})
    if "owner" in changed or "band" in changed:
        body = {
            key: draft.find(kind, row.now[key], heading(key, sheet.lang))
            for key, kind in (("owner", "unit"), ("band", "band"))
            if row.now[key]
        }
        draft.step("task.assigned", row.id, body, reason=reason)
    if "due" in changed:
        due = Day().convert(row.now["due"], None, None) if row.now["due"] else None
        if due is not None:
            place = heading("due", sheet.lang)
            draft.act.check_day(place, due, [draft.act.on, *draft.near])
        day = {"due": None if due is None else due.isoformat()}
        draft.step("task.rescheduled", row.id, day, reason=reason)
    if "state" in changed:
        go_to(draft, sheet, row, reason)
    elif "evidence" in changed:
        raise Refused(refusal("sheet_evidence", id=row.id))


def go_to(draft: Draft, sheet: Sheet, row: Edited, reason: str) -> None:
    """Takes the step that leads to the state of a row."""
    wanted = state_called(row.now["state"])
    task = draft.programme.task(row.id)
    if task.state == "adopted" and wanted == "submitted":
        draft.step("task.started", row.id, reason=draft.words("started_with"))
        task = draft.programme.task(row.id)
    kind = STEPS.get((task.state, wanted))
    if kind is None:
        allowed = [labels.TASK_STATES[to].to(sheet.lang) for (of, to) in STEPS if of == task.state]
        said = {"id": row.id, "state": labels.TASK_STATES[task.state].to(sheet.lang)}
        wanted_words = labels.TASK_STATES[wanted].to(sheet.lang)
        raise Refused(
            refusal("sheet_state", **said, wanted=wanted_words, allowed=", ".join(allowed) or "-")
        )
    body = None
    if kind == "task.submitted":
        known = set(filter(None, re.split(r"; ?", row.before.get("evidence", ""))))
        given = [each for each in re.split(r"[;\n] ?", row.now["evidence"]) if each.strip()]
        files = [each.strip() for each in given if each.strip() not in known]
        if not files:
            raise Refused(refusal("sheet_no_evidence", id=row.id))
        body = {"evidence": [evidence_document(os.path.join(sheet.folder, f)) for f in files]}
    draft.step(kind, row.id, body, reason=reason)


def state_called(text: str) -> str:
    """The state of a word in any language."""
    for state, words in labels.TASK_STATES.items():
        if text.casefold() in (state, words.korean.casefold(), words.english.casefold()):
            return state
    allowed = ", ".join(words.korean for words in labels.TASK_STATES.values())
    raise Refused(refusal("not_among", value=repr(text), allowed=allowed))


COMMANDS = {"update": update}
