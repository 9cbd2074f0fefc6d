"""The tasks due in a planner's year."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from probity._core import Interval, ProbityError, Task
from probity.pages.planner.marks import DONE_MARK, MARKS
from probity.text import Text
from probity.words import DONE, DROPPED, phrases, refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from probity._core import Agenda, Programme
    from probity.types import DateLike, Language


class TaskDue(NamedTuple):
    """Something due on a date; `id` names its line in the lists."""

    date: datetime.date
    title: Text
    #: The title of the unit that owns it; empty if that is not known.
    owner: Text
    done: bool
    id: str

    @property
    def mark(self) -> str:
        return DONE_MARK if self.done else MARKS["task"]

    def text(self, lang: Language) -> str:
        """The title with the owner, and of a done task that it is."""
        title = self.title.to(lang)
        if self.owner:
            title = f"{title} ({self.owner.to(lang)})"
        return f"{title} ({phrases('planner', lang)['done']})" if self.done else title

    def line(self, lang: Language) -> str:
        """The title with the owner, as the lists have it: those of done tasks say that once."""
        return self._replace(done=False).text(lang)


def tasks_due(given: Iterable[Task | tuple[DateLike, str]] | None, agenda: Agenda) -> list[TaskDue]:
    """The tasks in order of date: those given, else those of the agenda's programme.

    Of Tasks the ones due in the agenda's window, without the rejected, withdrawn and superseded.
    Raises ProbityError naming a pair that is due outside the window, and what is neither.
    """
    if given is None:
        given = _of_programme(agenda)
    programme = programme_of(agenda)
    units = {}
    if programme is not None:
        units = {unit.id: unit.title for unit in programme.institution.units}
    found = []
    for each in given:
        if isinstance(each, Task):
            if each.due is None or each.due not in agenda.window or each.state in DROPPED:
                continue
            title = each.title or Text(each.id)
            owner = units.get(each.owner, Text(each.owner))
            found.append((each.due, title, owner, each.state in DONE))
        else:
            found.append((*_pair(each, agenda.window), Text(""), False))
    found.sort(key=lambda task: task[0])
    return [TaskDue(*task, f"task-{i}") for i, task in enumerate(found, start=1)]


def programme_of(agenda: Agenda) -> Programme | None:
    """The programme whose agenda it is."""
    origin = getattr(agenda, "_origin", None)
    return None if origin is None else origin[0]


def _of_programme(agenda: Agenda) -> Iterable[Task]:
    """The programme's tasks; none if a kind of entry was selected, and all else left out."""
    origin = getattr(agenda, "_origin", None)
    if origin is None:
        return ()
    programme, _, selected = origin
    return () if selected else programme.tasks


def _pair(given: object, window: Interval) -> tuple[datetime.date, Text]:
    if not (isinstance(given, tuple | list) and len(given) == 2):
        raise refused(ProbityError, "planner_task", given=repr(given))
    date, title = given
    day = Interval.of_days(date, 1).begin
    text = title if isinstance(title, Text) else Text(str(title))
    if day not in window:
        begin, last = window.begin, window.last
        raise refused(ProbityError, "planner_due", task=text, day=day, begin=begin, last=last)
    return day, text
