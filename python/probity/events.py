"""Events and what they say, as one finds them by their family: `pb.events.TaskAssigned`.

They are the same classes as at the top of the package. docs/events.md tells the kinds of events;
the body of one that adds a record is the record (pb.records).
"""

from probity._core import (
    AreaAssigned,
    BandsParted,
    Event,
    EvidenceGiven,
    History,
    ItemDecided,
    MeetingHeld,
    MeetingMoved,
    MemberLeft,
    RecordPatch,
    TaskAssigned,
    TaskDirected,
    TaskLinked,
    TaskRescheduled,
    TaskSuperseded,
    TaskWeighted,
    UnitAdded,
    UnitClosed,
    UnitMoved,
)

__all__ = [
    "AreaAssigned",
    "BandsParted",
    "Event",
    "EvidenceGiven",
    "History",
    "ItemDecided",
    "MeetingHeld",
    "MeetingMoved",
    "MemberLeft",
    "RecordPatch",
    "TaskAssigned",
    "TaskDirected",
    "TaskLinked",
    "TaskRescheduled",
    "TaskSuperseded",
    "TaskWeighted",
    "UnitAdded",
    "UnitClosed",
    "UnitMoved",
]
