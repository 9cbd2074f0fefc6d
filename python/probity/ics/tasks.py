"""The tasks of a programme as a calendar file has them: open ones, by the day on which they are
due."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from probity._core import ProbityError
from probity.labels import TASK_STATES
from probity.text import Text, slug
from probity.words import DONE, DROPPED, refused, say, text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from probity._core import Agenda, ProgrammeTask

#: A task as the library writes it: id, title, due date, note, and how often it was changed.
Due = tuple[str, Text, datetime.date, Text, int]


def due_tasks(agenda: Agenda, owner: str | None) -> list[Due]:
    """The open tasks with a due date of an agenda's programme: all, or those of a unit; of ""
    those that no unit owns.

    None of an agenda of which a kind was selected. Raises ProbityError for a unit that there is
    not.
    """
    origin = getattr(agenda, "_origin", None)
    if origin is None or origin[2]:
        return []
    programme = origin[0]
    units = {unit.id: unit.title for unit in programme.institution.units}
    if owner and owner not in units:
        known = ", ".join(units) or text("error.none")
        raise refused(ProbityError, "no_owner", owner=repr(owner), known=known)
    tasks = [task for task in _open(programme.tasks) if owner in (None, task.owner)]
    changes: dict[str, int] = {}
    if tasks:
        for event in programme.history:
            if event.kind.startswith("task."):
                changes[event.subject] = changes.get(event.subject, 0) + 1
    found: list[Due] = []
    for task in tasks:
        assert task.due is not None
        state = TASK_STATES[task.state]
        note = text("ics.task", state=state)
        if task.owner:
            note = text("ics.task_of", owner=units.get(task.owner, task.owner), state=state)
        # The first event proposes the task.
        number = max(0, changes.get(task.id, 0) - 1)
        found.append((task.id, task.title, task.due, note, number))
    return found


def _open(tasks: Any) -> list[ProgrammeTask]:
    closed = (*DONE, *DROPPED)
    return [task for task in tasks if task.due is not None and task.state not in closed]


def save_by_owner(
    agenda: Agenda, folder: str | os.PathLike[str], options: Mapping[str, Any]
) -> dict[str, Path]:
    """Writes a calendar file for each unit that owns an open task with a due date; those without
    an owner have one too.

    Raises TypeError for the options `tasks="none"` and `owner`, which would leave nothing to part.
    """
    if "owner" in options or options.get("tasks") == "none":
        raise TypeError(
            "to_ics_by_owner() writes a file for each owner with their tasks: it takes no owner, "
            'and not tasks="none"'
        )
    origin = getattr(agenda, "_origin", None)
    if origin is None or origin[2]:
        raise refused(ProbityError, "no_tasks_in_agenda")
    lang = options.get("lang", "en")
    programme = origin[0]
    titles = {unit.id: unit.title.to(lang) for unit in programme.institution.units}
    owners = dict.fromkeys(task.owner for task in _open(programme.tasks))
    os.makedirs(folder, exist_ok=True)
    written: dict[str, Path] = {}
    for owner in owners:
        name = slug(titles.get(owner, owner)) if owner else slug(say("ics.no_owner", lang))
        path = Path(folder) / f"{name or owner}.ics"
        if path in written.values():  # two units of one title
            path = path.with_name(f"{name}-{owner}.ics")
        agenda.to_ics(path, **options, owner=owner)
        written[owner] = path
    return written
