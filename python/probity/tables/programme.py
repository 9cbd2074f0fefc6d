"""The columns of a programme's records: tasks, bands, areas, meetings, training, events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from probity import labels
from probity._core import (
    Attendance,
    Band,
    Event,
    History,
    Indicator,
    JournalEntry,
    Meeting,
    Official,
    Portfolio,
    Programme,
    RiskArea,
    Task,
    Unit,
    _flat_events,
    _flat_tasks,
    _FlatTable,
)
from probity.tables.column import (
    DATE,
    FLAG,
    INSTANT,
    TEXT,
    WHOLE,
    Column,
    at,
    choice,
    column,
    described,
    ids,
    member,
)

if TYPE_CHECKING:
    from probity.types import Language

TASK = described(
    Task,
    "id",
    "title",
    "kind",
    "state",
    "owner",
    "band",
    "risk_area",
    "proposed",
    "due",
    "weight",
    "depends_on",
    "indicators",
    "evidence",
    "superseded_by",
    "source",
    apart=("superseded_by",),
)
EVENT = (
    column("event.number", WHOLE),
    column("event.effective", DATE),
    column("event.recorded", INSTANT),
    choice("event.kind", labels.EVENT_KINDS),
    column("event.subject"),
    ids("event.actor"),
    column("event.reason"),
    column("event.corrects", WHOLE, lambda row, lang: row.corrects or None),
)
_JOURNAL_ENTRY = (
    column("journal.number", WHOLE),
    column("journal.effective", DATE, member("event.effective")),
    column("journal.recorded", INSTANT, member("event.recorded")),
    column("journal.clock", INSTANT, member("event.clock")),
    choice("journal.kind", labels.EVENT_KINDS, member("event.kind")),
    column("journal.subject", TEXT, member("event.subject")),
    column("journal.actor", TEXT, member("event.actor"), names=True),
    column("journal.reason", TEXT, member("event.reason")),
    column("journal.days_late", WHOLE),
    column("journal.imported", FLAG),
)

COLUMNS: dict[type, tuple[Column, ...]] = {
    Task: TASK,
    Event: EVENT,
    History: EVENT,
    JournalEntry: _JOURNAL_ENTRY,
    Portfolio: (
        column("portfolio.programme", value=lambda row, lang: row[0], names=True),
        *at(1, TASK),
    ),
    Band: described(Band, "id", "title", "units"),
    Unit: described(Unit, "id", "title", "kind", "begin", "end"),
    RiskArea: described(RiskArea, "id", "title", "owners", "source"),
    Meeting: (
        column("meeting.id"),
        *described(
            Meeting,
            "year",
            "kind",
            "ordinal",
            "state",
            "date",
            "earliest",
            "before",
            "begins",
            "ends",
            "noticed",
            "title",
            "place",
        ),
        column(
            "meeting.eligible",
            WHOLE,
            lambda row, lang: row.quorum and row.quorum.eligible,
        ),
        column(
            "meeting.present",
            WHOLE,
            # Without attendance nobody counts as present, which is not to say that nobody was.
            lambda row, lang: row.quorum.present if row.quorum and row.quorum.recorded else None,
        ),
        column(
            "meeting.quorate",
            FLAG,
            lambda row, lang: row.quorum and row.quorum.met,
            optional=True,
        ),
        column("meeting.minutes", value=lambda row, lang: _name_of(row.minutes)),
        *described(Meeting, "source", apart=("source",)),
    ),
    Official: described(Official, "id", "unit", "begin", "end", "appointed"),
    Attendance: described(
        Attendance,
        "official",
        "duty",
        "date",
        "minutes",
        "face_to_face",
        "activity",
        apart=("official",),
    ),
    Indicator: described(Indicator, "id", "year", "title", "source", apart=("source",)),
}


def flat_tasks(of: Programme | Portfolio, lang: Language) -> _FlatTable:
    """The columns of all tasks at once, without a record for each."""
    return _flat_tasks(of, lang, [(column.name, column.names) for column in TASK])


#: The rows of what is more than one row.
ROWS: dict[type, Callable[[Any], Sequence[Any]]] = {
    History: lambda history: history,
    Portfolio: lambda offices: [
        (programme.id, task) for programme in offices.programmes for task in programme.tasks
    ],
}

#: Gives the rows in flat columns at once, without a record for each.
FLAT: dict[type, Callable[[Any, Language], _FlatTable]] = {
    History: _flat_events,
    Portfolio: flat_tasks,
}


def _name_of(evidence: object) -> str:
    return "" if evidence is None else str(getattr(evidence, "name", ""))
