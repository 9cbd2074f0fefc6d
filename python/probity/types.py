"""Names for what arguments may be, for those who annotate their own code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from probity import _core

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any, Protocol

    import numpy as np
    import numpy.typing as npt

    from probity._core import (
        ByRule,
        ByWeek,
        DateSet,
        EnglishRule,
        EveryMonths,
        InEach,
        KoreanRule,
        NthWeekday,
        OnDates,
        Reading,
        Rule,
        Spans,
        TimesAYear,
        Weekday,
    )
    from probity.excel.table import Workbook

    class _Frame(Protocol):
        """The members of a pandas DataFrame that are asked for."""

        @property
        def columns(self) -> Any: ...
        def itertuples(self, index: bool = ..., name: str | None = ...) -> Iterable[Any]: ...

    class _ArrowArray(Protocol):
        """An array that speaks Arrow, such as one of pyarrow."""

        def __arrow_c_array__(self, requested_schema: object | None = ...) -> Any: ...

    class _ArrowStream(Protocol):
        """A table or chunked array that speaks Arrow, such as those of Polars."""

        def __arrow_c_stream__(self, requested_schema: object | None = ...) -> Any: ...


__all__ = [
    "ActivityCategory",
    "BurnupStep",
    "Cadence",
    "DateLike",
    "DatesLike",
    "EntryKind",
    "EventBody",
    "EventKind",
    "FindingKind",
    "FulfilmentOutcome",
    "HolidayKind",
    "InstantLike",
    "ItemKind",
    "ItemOutcome",
    "Language",
    "MeetingKind",
    "MeetingState",
    "MemberRole",
    "MomentLike",
    "ObligationAudience",
    "ObligationFollows",
    "ObligationPer",
    "ObligationState",
    "ObligationUnit",
    "ObservanceRuleLike",
    "OccurrenceStatus",
    "PeriodRule",
    "PortfolioGroup",
    "QuotaPeriod",
    "QuotaPredicate",
    "QuotaState",
    "QuotaSubject",
    "RecordKind",
    "RollConvention",
    "Rows",
    "RuleLike",
    "SeatKind",
    "SubstitutePolicy",
    "TaskGroup",
    "TaskKind",
    "TaskState",
    "TextLike",
    "TimeLike",
    "UnitKind",
    "WeekdaysLike",
    "ZoneLike",
]

#: A date: datetime.date, numpy.datetime64, pandas.Timestamp or "2026-03-18".
DateLike: TypeAlias = "datetime.date | np.datetime64 | str"
#: Many dates: a list or another iterable, a NumPy array, a pandas Series or Index, a DateSet, an
#: array of pyarrow, a Series of Polars or whatever else speaks Arrow.
DatesLike: TypeAlias = (
    "Iterable[DateLike] | npt.NDArray[Any] | DateSet | _ArrowArray | _ArrowStream"
)
#: The part of an event beyond its kind and subject.
EventBody: TypeAlias = (
    _core.Activity
    | _core.ActivityDate
    | _core.AgendaItem
    | _core.AreaAssigned
    | _core.Assessment
    | _core.Attendance
    | _core.Banding
    | _core.BandsParted
    | _core.CadenceVersion
    | _core.Charter
    | _core.Council
    | _core.DeclaredCount
    | _core.Duty
    | _core.EvidenceGiven
    | _core.Fulfilment
    | _core.Indicator
    | _core.ItemDecided
    | _core.Matter
    | _core.Meeting
    | _core.MeetingHeld
    | _core.MeetingMoved
    | _core.MemberLeft
    | _core.Membership
    | _core.Obligation
    | _core.Observance
    | _core.Occasion
    | _core.Official
    | _core.Quota
    | _core.RecordPatch
    | _core.RecordedOccurrence
    | _core.RiskArea
    | _core.RuleVersion
    | _core.Seat
    | _core.Source
    | _core.Task
    | _core.TaskAssigned
    | _core.TaskDirected
    | _core.TaskLinked
    | _core.TaskRescheduled
    | _core.TaskSuperseded
    | _core.TaskWeighted
    | _core.UnitAdded
    | _core.UnitClosed
    | _core.UnitMoved
    | _core.YearGoal
)
#: An instant: a datetime.datetime with a time zone, or "2026-03-02T09:30:00Z".
InstantLike: TypeAlias = "datetime.datetime | str"
#: A local time or an instant: datetime.datetime without a time zone or with one, numpy.datetime64,
#: "2026-03-18T10:00" or "2026-03-18T10:00+09:00"; a date is its midnight.
MomentLike: TypeAlias = "datetime.date | np.datetime64 | str"
#: A time zone: a Zone, its name in the tz database, a zoneinfo.ZoneInfo or datetime.timezone.utc.
ZoneLike: TypeAlias = "_core.Zone | datetime.tzinfo | str"
#: A time of day: datetime.time, on the minute, or "15:20".
TimeLike: TypeAlias = "datetime.time | str"
#: Words in two languages or one: a Text, a pair of Korean and English, or a str of no language.
TextLike: TypeAlias = "str | tuple[str, str]"
#: A rule or its text.
RuleLike: TypeAlias = "Rule | str"
#: The rule of a week or a day: a sentence, which stands for the usual of its readings, what was
#: read of one, a rule or its text, Spans, a ByWeek, or what a document has.
ObservanceRuleLike: TypeAlias = (
    "str | Rule | Spans | ByWeek | KoreanRule | EnglishRule | Reading | dict[str, Any]"
)
#: Weekdays of a rule: WE, WE(3), "3WE", 2 for Wednesday, or a list of such.
WeekdaysLike: TypeAlias = (
    "Weekday | NthWeekday | str | int | Iterable[Weekday | NthWeekday | str | int]"
)
#: When something recurs.
Cadence: TypeAlias = "TimesAYear | EveryMonths | ByRule | ByWeek | OnDates | InEach"
_Frames: TypeAlias = "_Frame | _ArrowStream | npt.NDArray[Any]"
_RowByRow: TypeAlias = "Iterable[Mapping[str, Any]] | Iterable[Sequence[Any]]"
_ByColumns: TypeAlias = "Mapping[str, Iterable[Any]]"
#: A table: the path of a workbook, or what excel.read gives; a path or the text of CSV or JSON
#: Lines; a list of dicts, a dict of columns, rows of which the first has the headings, a data frame
#: of pandas or Polars, a structured array, or a table by Arrow.
Rows: TypeAlias = "str | os.PathLike[str] | Workbook | _Frames | _RowByRow | _ByColumns"

Language = Literal["en", "ko"]
UnitKind = Literal["department", "affiliated_institution"]
SeatKind = Literal["head", "senior_official", "department_head", "staff"]
TaskKind = Literal["practice_task", "improvement_measure", "action_item"]
TaskState = Literal[
    "proposed",
    "adopted",
    "in_progress",
    "on_hold",
    "submitted",
    "verified",
    "closed",
    "rejected",
    "withdrawn",
    "superseded",
]
MeetingKind = Literal["regular", "extraordinary", "written"]
MeetingState = Literal["planned", "noticed", "held", "minuted", "approved", "cancelled"]
MemberRole = Literal["chair", "secretary", "member"]
ItemKind = Literal["report", "deliberation", "decision"]
ItemOutcome = Literal["open", "noted", "adopted", "amended", "deferred", "rejected"]
EventKind = Literal[
    "unit.added",
    "unit.moved",
    "unit.closed",
    "seat.added",
    "seat.closed",
    "bands.parted",
    "council.established",
    "council.charter_adopted",
    "council.cadence_changed",
    "council.member_joined",
    "council.member_left",
    "meeting.planned",
    "meeting.noticed",
    "meeting.postponed",
    "meeting.cancelled",
    "meeting.held",
    "meeting.minuted",
    "meeting.approved",
    "item.added",
    "item.decided",
    "task.proposed",
    "task.adopted",
    "task.rejected",
    "task.started",
    "task.put_on_hold",
    "task.resumed",
    "task.submitted",
    "task.verified",
    "task.sent_back",
    "task.closed",
    "task.reopened",
    "task.withdrawn",
    "task.superseded",
    "task.assigned",
    "task.rescheduled",
    "task.weighted",
    "task.linked",
    "task.directed",
    "area.named",
    "area.assigned",
    "occurrence.recorded",
    "rule.changed",
    "activity.added",
    "activity.dated",
    "count.declared",
    "quota.set",
    "official.listed",
    "official.appointed",
    "official.left",
    "education.attended",
    "indicator.added",
    "assessment.entered",
    "goal.set",
    "programme.founded",
    "programme.changed",
    "institution.changed",
    "head.changed",
    "unit.changed",
    "seat.changed",
    "source.added",
    "source.changed",
    "source.ended",
    "banding.added",
    "banding.changed",
    "banding.ended",
    "council.changed",
    "council.ended",
    "observance.added",
    "observance.changed",
    "observance.ended",
    "activity.changed",
    "activity.ended",
    "occasion.added",
    "occasion.changed",
    "occasion.ended",
    "quota.changed",
    "quota.ended",
    "area.changed",
    "area.ended",
    "task.changed",
    "duty.added",
    "duty.changed",
    "duty.ended",
    "obligation.added",
    "obligation.changed",
    "obligation.ended",
    "obligation.done",
    "obligation.waived",
    "matter.added",
    "matter.changed",
    "matter.ended",
    "official.changed",
    "indicator.changed",
    "indicator.ended",
    "goal.changed",
    "goal.ended",
    "event.annulled",
]
RollConvention = Literal[
    "following", "modified_following", "preceding", "modified_preceding", "nearest", "none"
]
PeriodRule = Literal["civil", "administrative", "restriction", "petition", "information"]
SubstitutePolicy = Literal["none", "sunday", "weekend", "next_day", "nearest_weekday"]
HolidayKind = Literal[
    "national_day",
    "traditional",
    "public_holiday",
    "substitute",
    "election",
    "temporary",
    "closure",
    "half_day",
]
ActivityCategory = Literal["other", "campaign", "education", "publicity", "culture", "support"]
OccurrenceStatus = Literal["held", "not_held", "cancelled", "moved"]
FindingKind = Literal["chain", "anchor", "rules", "unstamped", "backdated", "form"]
EntryKind = Literal["week", "day", "activity", "meeting", "event", "deadline"]
ObligationPer = Literal["institution", "unit", "official"]
ObligationAudience = Literal["everyone", "newly_appointed", "senior", "prone_post"]
ObligationState = Literal["open", "done", "late", "waived"]
ObligationFollows = Literal[
    "rule",
    "publication",
    "appointment",
    "entry",
    "leaving",
    "meeting",
    "task",
    "obligation",
    "matter",
    "seollal",
    "chuseok",
]
ObligationUnit = Literal["days", "weeks", "months", "years", "month_end"]
FulfilmentOutcome = Literal["done", "waived"]
QuotaSubject = Literal["meetings", "occurrences"]
QuotaPeriod = Literal["year", "half_year", "quarter", "month"]
QuotaPredicate = Literal["regular", "held", "quorate"]
QuotaState = Literal["met", "presumed", "on_track", "at_risk", "infeasible", "missed"]
RecordKind = Literal[
    "observance",
    "risk_area",
    "unit",
    "seat",
    "band",
    "task",
    "indicator",
    "duty",
    "official",
    "activity",
    "council",
    "source",
    "occasion",
    "quota",
    "year_goal",
    "meeting",
    "obligation",
    "matter",
]
TaskGroup = Literal["all", "band", "owner", "risk_area", "kind"]
PortfolioGroup = Literal["all", "programme", "band", "owner", "risk_area", "kind"]
BurnupStep = Literal["day", "week", "month"]
