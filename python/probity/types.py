"""Names for what arguments may be, for those who annotate their own code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

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
        EveryMonths,
        InEach,
        NthWeekday,
        OnDates,
        Rule,
        TimesAYear,
        Weekday,
    )

    class _Frame(Protocol):
        """What of a pandas DataFrame is asked for."""

        @property
        def columns(self) -> Any: ...
        def itertuples(self, index: bool = ..., name: str | None = ...) -> Iterable[Any]: ...


__all__ = [
    "BurnupStep",
    "Cadence",
    "DateLike",
    "DatesLike",
    "EntryKind",
    "HolidayKind",
    "Language",
    "QuotaPeriod",
    "QuotaPredicate",
    "QuotaState",
    "QuotaSubject",
    "RollConvention",
    "Rows",
    "RuleLike",
    "TaskGroup",
    "WeekdaysLike",
]

#: A date: datetime.date, numpy.datetime64, pandas.Timestamp or "2026-03-18".
DateLike: TypeAlias = "datetime.date | np.datetime64 | str"
#: Many dates: a list or another iterable, a NumPy array, a pandas Series or Index, a DateSet.
DatesLike: TypeAlias = "Iterable[DateLike] | npt.NDArray[Any] | DateSet"
#: A rule or its text.
RuleLike: TypeAlias = "Rule | str"
#: Weekdays of a rule: WE, WE(3), "3WE", 2 for Wednesday, or a list of such.
WeekdaysLike: TypeAlias = (
    "Weekday | NthWeekday | str | int | Iterable[Weekday | NthWeekday | str | int]"
)
#: When something recurs.
Cadence: TypeAlias = "TimesAYear | EveryMonths | ByRule | ByWeek | OnDates | InEach"
#: A table: a path or the text of CSV or JSON Lines, a list of dicts, rows of which the first has
#: the headings, or a data frame.
Rows: TypeAlias = (
    "str | os.PathLike[str] | Iterable[Mapping[str, Any]] | Iterable[Sequence[Any]] | _Frame"
)

Language = Literal["en", "ko"]
RollConvention = Literal[
    "following", "modified_following", "preceding", "modified_preceding", "nearest", "none"
]
HolidayKind = Literal[
    "national_day",
    "traditional",
    "public_holiday",
    "substitute",
    "election",
    "temporary",
    "closure",
]
EntryKind = Literal["week", "day", "activity", "meeting", "event"]
QuotaSubject = Literal["meetings", "occurrences"]
QuotaPeriod = Literal["year", "half_year", "quarter", "month"]
QuotaPredicate = Literal["regular", "held", "quorate"]
QuotaState = Literal["met", "on_track", "at_risk", "infeasible", "missed"]
TaskGroup = Literal["all", "band", "owner", "risk_area", "kind"]
BurnupStep = Literal["day", "week", "month"]
