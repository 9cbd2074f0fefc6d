"""Working days and weeks of the month on Series of pandas.

Importing this module gives each Series of dates the accessor `probity`:

>>> import pandas as pd
>>> import probity.pandas
>>> dates = pd.Series(pd.to_datetime(["2026-02-13", "2026-02-16", None]))
>>> dates.probity.is_working_day().tolist()
[True, False, <NA>]
>>> dates.probity.add_working_days(1).dt.strftime("%m-%d").tolist()
['02-19', '02-19', nan]

Missing dates have missing answers. Answers are columns that may have gaps ("boolean", "Int64",
"datetime64[s]"), and keep the index and the name of the Series. The work calendar is Korea's unless
another is given. pandas' own offsets take `holiday_calendar()` and
`WorkCalendar.to_pandas_offset()`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from probity._core import DateError, Holiday, ProbityError, WeekConvention, WorkCalendar
from probity.calendars import or_korea
from probity.types import DateLike, RollConvention
from probity.weeks import weeks_of_month
from probity.words import refused

try:
    import pandas as pd
    from pandas.tseries.holiday import AbstractHolidayCalendar
except ImportError as error:
    raise refused(ImportError, "pandas") from error

__all__ = ["DatesAccessor", "holiday_calendar"]


@pd.api.extensions.register_series_accessor("probity")
class DatesAccessor:
    """Answers about the dates of a Series.

    The Series has dates: `datetime64` of whole days, `date32` of Arrow, or datetime.date objects. A
    date with a time of day or a zone is refused, since its day would be a guess: pass
    `series.dt.normalize()` or `series.dt.tz_localize(None)`. Each method raises DateError for such
    a date, with its place among the dates that are not missing, and HorizonError for one outside
    the work calendar's horizon.
    """

    def __init__(self, series: pd.Series[Any]) -> None:
        if not (series.dtype == object or pd.api.types.is_datetime64_any_dtype(series.dtype)):
            arrow = getattr(series.dtype, "pyarrow_dtype", None)
            if arrow is None or not str(arrow).startswith(("date", "timestamp")):
                raise AttributeError(
                    f"a Series of {series.dtype} has no dates; pandas.to_datetime reads them"
                )
        self._series = series
        self._missing = series.isna().to_numpy(dtype=bool)

    @property
    def _dates(self) -> pd.Series[Any]:
        """The dates that are not missing."""
        return self._series if not self._missing.any() else self._series[~self._missing]

    def _answer(self, answers: npt.NDArray[Any], dtype: str) -> pd.Series[Any]:
        """The answers in their places, missing where the dates are."""
        whole = pd.Series(pd.NA if dtype != "datetime64[s]" else pd.NaT, self._series.index, dtype)
        whole.name = self._series.name
        if answers.dtype.kind == "M":
            answers = answers.astype("datetime64[s]")
        whole.iloc[np.flatnonzero(~self._missing)] = answers
        return whole

    def is_working_day(self, workdays: WorkCalendar | None = None) -> pd.Series[Any]:
        """Whether each date is a working day, as "boolean"."""
        return self._answer(or_korea(workdays).is_working_day(self._dates), "boolean")

    def is_holiday(self, workdays: WorkCalendar | None = None) -> pd.Series[Any]:
        """Whether each date is a public holiday, as "boolean"."""
        return self._answer(or_korea(workdays).is_holiday(self._dates), "boolean")

    def add_working_days(
        self, n: int | pd.Series[Any] | npt.ArrayLike, workdays: WorkCalendar | None = None
    ) -> pd.Series[Any]:
        """The dates so many working days later, as "datetime64[s]".

        `n` is a number, negative to go back, or one for each date. Raises ProbityError if it has
        another length.
        """
        if np.ndim(n) == 0:
            steps: Any = n
        else:
            numbers = np.asarray(n)
            if len(numbers) != len(self._series):
                raise refused(
                    ProbityError, "numbers", numbers=len(numbers), dates=len(self._series)
                )
            steps = numbers[~self._missing]
        return self._answer(or_korea(workdays).add(self._dates, steps), "datetime64[s]")

    def roll(self, how: RollConvention, workdays: WorkCalendar | None = None) -> pd.Series[Any]:
        """The working days to which the dates are moved, as `WorkCalendar.roll` has it, as
        "datetime64[s]"."""
        return self._answer(or_korea(workdays).roll(self._dates, how), "datetime64[s]")

    def count_working_days(
        self, end: DateLike | pd.Series[Any], workdays: WorkCalendar | None = None
    ) -> pd.Series[Any]:
        """How many working days there are from each date to `end`, itself not counted, as "Int64".

        `end` is a date, or a Series with one for each date. The count is missing if either date is.
        Raises ProbityError if the Series differ in length.
        """
        kr = or_korea(workdays)
        if not isinstance(end, pd.Series):
            ends = np.full(int((~self._missing).sum()), np.datetime64(pd.Timestamp(end), "D"))
            return self._answer(kr.count(self._dates, ends), "Int64")
        if len(end) != len(self._series):
            raise refused(ProbityError, "ends", ends=len(end), dates=len(self._series))
        both = DatesAccessor(self._series.where(~end.isna().to_numpy(dtype=bool)))
        return both._answer(kr.count(both._dates, end[~both._missing]), "Int64")

    def week_of_month(self, convention: WeekConvention = WeekConvention.ISO) -> pd.DataFrame:
        """The year, the month and the number of the week of each date: a frame with the columns
        year, month and week of "Int64" and the index of the Series.

        The month is that to which the week belongs, which may be another than the date's.
        """
        weeks = self._weeks(convention)
        columns = ("year", "month", "week")
        return pd.DataFrame(
            {name: self._answer(weeks[:, i], "Int64") for i, name in enumerate(columns)}
        )

    def nth_week(self, n: int, convention: WeekConvention = WeekConvention.ISO) -> pd.Series[Any]:
        """Whether each date lies in the n-th week of a month, as "boolean".

        Raises DateError if n is none of 1 to 6.
        """
        if n not in range(1, 7):
            raise refused(DateError, "week", week=n)
        return self._answer(self._weeks(convention)[:, 2] == n, "boolean")

    def third_week(self, convention: WeekConvention = WeekConvention.ISO) -> pd.Series[Any]:
        """Whether each date lies in the third week of a month, as "boolean"."""
        return self.nth_week(3, convention)

    def _weeks(self, convention: WeekConvention) -> npt.NDArray[np.int64]:
        days = self._dates.to_numpy(dtype="datetime64[D]")
        return weeks_of_month(days, convention)


class _LawCalendar(AbstractHolidayCalendar):  # type: ignore[misc]
    """pandas' holiday calendar with the days of a WorkCalendar."""

    def __init__(self, workdays: WorkCalendar) -> None:
        super().__init__(name="probity", rules=[])
        self.workdays = workdays

    def holidays(
        self, start: Any = None, end: Any = None, return_name: bool = False
    ) -> pd.DatetimeIndex | pd.Series[Any]:
        horizon = self.workdays.horizon
        first = horizon.begin if start is None else max(pd.Timestamp(start).date(), horizon.begin)
        last = horizon.last if end is None else min(pd.Timestamp(end).date(), horizon.last)
        found: list[Holiday] = []
        if first <= last:
            found = [
                holiday
                for holiday in self.workdays.holidays(first, last + pd.Timedelta(days=1))
                if holiday.kind != "half_day"
            ]
        days = pd.DatetimeIndex(pd.to_datetime([holiday.date for holiday in found]))
        if not return_name:
            return days.unique()
        return pd.Series([holiday.name for holiday in found], index=days)


def holiday_calendar(workdays: WorkCalendar | None = None) -> AbstractHolidayCalendar:
    """Returns the public holidays of a work calendar as pandas' holiday calendar, for
    `CustomBusinessDay(calendar=...)`.

    Korea's work calendar if none is given. pandas takes Saturdays and Sundays as days off itself; a
    calendar with another weekend gives `WorkCalendar.to_pandas_offset()`.

    >>> import pandas as pd
    >>> import probity.pandas
    >>> days = probity.pandas.holiday_calendar().holidays("2026-02-01", "2026-02-28")
    >>> days.strftime("%m-%d").tolist()
    ['02-16', '02-17', '02-18']
    """
    return _LawCalendar(or_korea(workdays))
