"""The rows that pictures draw, from a programme's own values."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from probity._core import (
    BurnupPoint,
    Council,
    Coverage,
    Interval,
    PortfolioProgress,
    Programme,
    Progress,
    View,
)
from probity.text import Text
from probity.words import DONE, DROPPED, date_text

if TYPE_CHECKING:
    from probity._core import Meeting, Task
    from probity.types import DateLike, Language

_KINDS_OF_MEETING = {
    "planned": "meeting_planned",
    "noticed": "meeting_planned",
    "cancelled": "meeting_cancelled",
}


# Tasks --------------------------------------------------------------------------------------------


class Counts(NamedTuple):
    """The tasks of a group; `open` are those that are not overdue."""

    title: str | Text
    done: int
    open: int
    overdue: int


def counts_of(
    given: View | Sequence[Progress | PortfolioProgress | tuple[str | Text, int, int, int]],
) -> list[Counts]:
    """Of a View its bands, else a row each."""
    rows = given.progress(by="band") if isinstance(given, View) else given
    return [_counts(row) for row in rows]


def _counts(row: Progress | PortfolioProgress | tuple[str | Text, int, int, int]) -> Counts:
    if not isinstance(row, (Progress, PortfolioProgress)):
        return Counts(*row)
    return Counts(row.title or row.id, row.done, row.total - row.done - row.overdue, row.overdue)


class Point(NamedTuple):
    date: datetime.date
    done: int
    total: int


def points_of(given: Sequence[BurnupPoint | tuple[DateLike, int, int]]) -> list[Point]:
    return [
        Point(point.date, point.done, point.total)
        if isinstance(point, BurnupPoint)
        else Point(Interval.of_days(point[0], 1).begin, point[1], point[2])
        for point in given
    ]


# Areas --------------------------------------------------------------------------------------------


class Area(NamedTuple):
    """A risk area, how many measures it has, and who owns it."""

    title: str | Text
    measures: int
    owners: str | Text


def areas_of(
    given: Programme | Coverage | Sequence[tuple[str | Text, int, str | Text | None]],
) -> list[Area]:
    """Of a Coverage its rows, with the ids of the owners; of a Programme with their titles."""
    units: dict[str, Text] = {}
    if isinstance(given, Programme):
        units = {unit.id: unit.title for unit in given.institution.units}
        given = given.coverage()
    if not isinstance(given, Coverage):
        return [Area(title, measures, owner or "") for title, measures, owner in given]
    return [
        Area(row.title or row.area, len(row.measures), _joined(row.owners, units))
        for row in given.rows
    ]


def _joined(ids: Sequence[str], titles: dict[str, Text]) -> Text:
    texts = [titles.get(id) or Text(id) for id in ids]
    return Text(*(", ".join(text.to(lang) for text in texts) for lang in ("ko", "en")))


def measures_without_area(given: object) -> int:
    """How many measures belong to no area; 0 of rows, which do not say."""
    coverage = given.coverage() if isinstance(given, Programme) else given
    if not isinstance(coverage, Coverage):
        return 0
    return sum(gap.missing == "area" for gap in coverage.gaps)


# What happens when --------------------------------------------------------------------------------


class Bar(NamedTuple):
    """One bar in a line of a timeline: [begin, end) of one kind."""

    title: str
    begin: datetime.date
    end: datetime.date
    kind: str


def one_day(title: str, date: datetime.date, kind: str) -> Bar:
    return Bar(title, date, date + datetime.timedelta(days=1), kind)


def bars_of_council(council: Council, lang: Language, line: str = "") -> list[Bar]:
    """Its meetings, those of a kind in one line or all of them in the line named.

    A meeting that was moved is marked on its earlier dates too; one of which it is only known
    between which days it was held takes those days. One without any date is left out.
    """
    from probity.labels import MEETING_KINDS

    bars = []
    for meeting in council.meetings:
        title = line or MEETING_KINDS[meeting.kind].to(lang)
        bars += [one_day(title, each.date, "meeting_moved") for each in meeting.earlier_dates]
        bars += _meeting(meeting, title)
    return bars


def _meeting(meeting: Meeting, title: str) -> list[Bar]:
    if meeting.date is not None:
        kind = _KINDS_OF_MEETING.get(meeting.state, "meeting_held")
        return [one_day(title, meeting.date, kind)]
    if meeting.earliest is not None and meeting.before is not None:
        return [Bar(title, meeting.earliest, meeting.before, "meeting_some_day")]
    return []


def bars_of_programme(programme: Programme, lang: Language) -> list[Bar]:
    """The meetings of its councils, its occasions, and its tasks: each from the first day that is
    known of it to the one on which it was done, or else is due."""
    bars = []
    for council in programme.councils:
        bars += bars_of_council(council, lang, line=council.name.to(lang))
    for occasion in programme.occasions:
        bars.append(one_day(occasion.title.to(lang), occasion.date, "event"))
    tasks = [bar for task in programme.tasks for bar in _task(task, lang)]
    return bars + sorted(tasks, key=lambda bar: (bar.begin, bar.end))


def _task(task: Task, lang: Language) -> list[Bar]:
    dates = [change.on for change in task.changes]
    if task.proposed is not None:
        dates.append(task.proposed)
    if task.due is not None:
        dates.append(task.due)
    if not dates or task.state in DROPPED:
        return []
    title = task.title.to(lang) or task.id
    last = _done_since(task) or max(dates)
    kind = "task_done" if task.state in DONE else "task_open"
    return [Bar(title, min(dates), last + datetime.timedelta(days=1), kind)]


def _done_since(task: Task) -> datetime.date | None:
    """The day on which it was done; if it was reopened, the day on which it was done again."""
    since = None
    for change in task.changes:
        since = (since or change.on) if change.state in DONE else None
    return since


# Titles -------------------------------------------------------------------------------------------


def titled(words: str, given: object, lang: Language) -> str:
    """The picture's title, and under it that of the programme with the day of a view."""
    if isinstance(given, View):
        return f"{words}\n{given.programme.title.to(lang)}, {date_text(given.on, lang)}"
    if isinstance(given, Programme):
        return f"{words}\n{given.title.to(lang)}"
    return words
