"""Working days and weeks of the month on columns of Polars.

Importing this module gives expressions and Series of dates the namespace `probity`:

>>> import polars as pl
>>> import probity.polars
>>> frame = pl.DataFrame({"day": ["2026-02-13", "2026-02-16", None]}).with_columns(
...     pl.col("day").str.to_date()
... )
>>> frame.select(
...     works=pl.col("day").probity.is_working_day(),
...     later=pl.col("day").probity.add_working_days(1),
... )["works"].to_list()
[True, False, None]

Nulls have null answers. Columns are read by Arrow, without a copy unless they have nulls.
The work calendar is Korea's unless another is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from probity._core import DateError, ProbityError, WeekConvention, WorkCalendar
from probity.calendars import or_korea
from probity.types import DateLike, RollConvention
from probity.weeks import weeks_of_month
from probity.words import refused

try:
    import polars as pl
except ImportError as error:
    raise refused(ImportError, "polars") from error

__all__ = ["DatesOfExpression", "DatesOfSeries"]

#: The answer of `week_of_month`.
_WEEK = pl.Struct({"year": pl.Int32, "month": pl.Int8, "week": pl.Int8})


class _Column:
    """A column of dates, and answers about those that are not null."""

    def __init__(self, series: pl.Series) -> None:
        if series.dtype != pl.Date:
            raise refused(ProbityError, "polars_column", column=series.name, type=str(series.dtype))
        self.series = series
        self.has_nulls = series.null_count() > 0
        self.dates = series.drop_nulls() if self.has_nulls else series

    def answer(self, answers: npt.NDArray[Any], dtype: Any) -> pl.Series:
        """Puts the answers in their places, null where the dates are."""
        known = pl.Series(self.series.name, answers).cast(dtype)
        if not self.has_nulls:
            return known
        whole = pl.Series(self.series.name, [None], dtype=dtype).new_from_index(0, len(self.series))
        places = self.series.is_not_null().arg_true()
        return whole.scatter(places, known) if len(places) else whole

    def weeks(self, convention: WeekConvention) -> npt.NDArray[np.int64]:
        return weeks_of_month(self.dates.to_numpy().astype("datetime64[D]"), convention)


def _in_common(series: pl.Series, other: pl.Series) -> tuple[_Column, pl.Series]:
    """The column, null too where the other is, and those of the other beside its dates."""
    column = _Column(series)
    if not column.has_nulls and other.null_count() == 0:
        return column, other
    known = series.is_not_null() & other.is_not_null()
    masked = pl.select(pl.when(known).then(series)).to_series().alias(series.name)
    return _Column(masked), other.filter(known)


def _located(series: pl.Series, convention: WeekConvention) -> pl.Series:
    """The week of the month of each date of a column, as structs."""
    column = _Column(series)
    weeks = column.weeks(convention)
    fields = {
        field.name: column.answer(weeks[:, place], field.dtype)
        for place, field in enumerate(_WEEK.fields)
    }
    structs = pl.DataFrame(fields).to_struct(series.name)
    if not column.has_nulls:
        return structs
    return pl.select(pl.when(series.is_not_null()).then(structs)).to_series().alias(series.name)


@pl.api.register_series_namespace("probity")
class DatesOfSeries:
    """Answers about the dates of a Series of dtype Date.

    Each method raises ProbityError for a Series of another dtype, and HorizonError for a date
    outside the work calendar's horizon.
    """

    def __init__(self, series: pl.Series) -> None:
        self._series = series

    def is_working_day(self, workdays: WorkCalendar | None = None) -> pl.Series:
        """Whether each date is a working day."""
        column = _Column(self._series)
        return column.answer(or_korea(workdays).is_working_day(column.dates), pl.Boolean)

    def is_holiday(self, workdays: WorkCalendar | None = None) -> pl.Series:
        """Whether each date is a public holiday."""
        column = _Column(self._series)
        return column.answer(or_korea(workdays).is_holiday(column.dates), pl.Boolean)

    def add_working_days(
        self, n: int | pl.Series, workdays: WorkCalendar | None = None
    ) -> pl.Series:
        """The dates so many working days later.

        `n` is a number, negative to go back, or a Series with one for each date. The answer is null
        if the date or its number is. Raises ProbityError if the Series differ in length.
        """
        kr = or_korea(workdays)
        if not isinstance(n, pl.Series):
            column = _Column(self._series)
            return column.answer(kr.add(column.dates, n), pl.Date)
        if len(n) != len(self._series):
            raise refused(ProbityError, "numbers", numbers=len(n), dates=len(self._series))
        column, numbers = _in_common(self._series, n)
        return column.answer(kr.add(column.dates, numbers.to_numpy()), pl.Date)

    def count_working_days(
        self, end: DateLike | pl.Series, workdays: WorkCalendar | None = None
    ) -> pl.Series:
        """How many working days there are from each date to `end`, itself not counted.

        `end` is a date, or a Series of dates with one for each. The count is null if either date
        is. Raises ProbityError if the Series differ in length.
        """
        kr = or_korea(workdays)
        if not isinstance(end, pl.Series):
            column = _Column(self._series)
            return column.answer(kr.count(column.dates, end), pl.Int64)
        if len(end) != len(self._series):
            raise refused(ProbityError, "ends", ends=len(end), dates=len(self._series))
        column, days = _in_common(self._series, _Column(end).series)
        return column.answer(kr.count(column.dates, days), pl.Int64)

    def roll(self, how: RollConvention, workdays: WorkCalendar | None = None) -> pl.Series:
        """The working days to which the dates are moved, as `WorkCalendar.roll` has it."""
        column = _Column(self._series)
        return column.answer(or_korea(workdays).roll(column.dates, how), pl.Date)

    def week_of_month(self, convention: WeekConvention = WeekConvention.ISO) -> pl.Series:
        """The week of the month of each date: structs of year, month and week.

        The month is that to which the week belongs, which may be another than the date's.
        """
        return _located(self._series, convention)

    def nth_week(self, n: int, convention: WeekConvention = WeekConvention.ISO) -> pl.Series:
        """Whether each date lies in the n-th week of a month.

        Raises DateError if n is none of 1 to 6.
        """
        if n not in range(1, 7):
            raise refused(DateError, "week", week=n)
        column = _Column(self._series)
        return column.answer(column.weeks(convention)[:, 2] == n, pl.Boolean)

    def third_week(self, convention: WeekConvention = WeekConvention.ISO) -> pl.Series:
        """Whether each date lies in the third week of a month."""
        return self.nth_week(3, convention)


@pl.api.register_expr_namespace("probity")
class DatesOfExpression:
    """The methods of `DatesOfSeries` on an expression; they run when the query does."""

    def __init__(self, expression: pl.Expr) -> None:
        self._expression = expression

    def _by(self, answer: Callable[[DatesOfSeries], pl.Series], dtype: Any) -> pl.Expr:
        return self._expression.map_batches(
            lambda series: answer(DatesOfSeries(series)), return_dtype=dtype, is_elementwise=True
        )

    def _with(
        self, other: pl.Expr, answer: Callable[[DatesOfSeries, pl.Series], pl.Series], dtype: Any
    ) -> pl.Expr:
        def of_both(columns: Sequence[pl.Series]) -> pl.Series:
            dates, others = columns
            if len(others) == 1 != len(dates):  # a literal
                others = others.new_from_index(0, len(dates))
            return answer(DatesOfSeries(dates), others)

        return pl.map_batches([self._expression, other], of_both, return_dtype=dtype)

    def is_working_day(self, workdays: WorkCalendar | None = None) -> pl.Expr:
        """Whether each date is a working day."""
        return self._by(lambda dates: dates.is_working_day(workdays), pl.Boolean)

    def is_holiday(self, workdays: WorkCalendar | None = None) -> pl.Expr:
        """Whether each date is a public holiday."""
        return self._by(lambda dates: dates.is_holiday(workdays), pl.Boolean)

    def add_working_days(self, n: int | pl.Expr, workdays: WorkCalendar | None = None) -> pl.Expr:
        """The dates so many working days later; `n` is a number, or an expression of numbers."""
        if isinstance(n, pl.Expr):
            return self._with(n, lambda dates, n: dates.add_working_days(n, workdays), pl.Date)
        return self._by(lambda dates: dates.add_working_days(n, workdays), pl.Date)

    def count_working_days(
        self, end: DateLike | pl.Expr, workdays: WorkCalendar | None = None
    ) -> pl.Expr:
        """How many working days there are from each date to `end`, itself not counted; `end` is a
        date, or an expression of dates."""
        if isinstance(end, pl.Expr):
            return self._with(
                end, lambda dates, end: dates.count_working_days(end, workdays), pl.Int64
            )
        return self._by(lambda dates: dates.count_working_days(end, workdays), pl.Int64)

    def roll(self, how: RollConvention, workdays: WorkCalendar | None = None) -> pl.Expr:
        """The working days to which the dates are moved, as `WorkCalendar.roll` has it."""
        return self._by(lambda dates: dates.roll(how, workdays), pl.Date)

    def week_of_month(self, convention: WeekConvention = WeekConvention.ISO) -> pl.Expr:
        """The week of the month of each date: structs of year, month and week."""
        return self._by(lambda dates: dates.week_of_month(convention), _WEEK)

    def nth_week(self, n: int, convention: WeekConvention = WeekConvention.ISO) -> pl.Expr:
        """Whether each date lies in the n-th week of a month."""
        return self._by(lambda dates: dates.nth_week(n, convention), pl.Boolean)

    def third_week(self, convention: WeekConvention = WeekConvention.ISO) -> pl.Expr:
        """Whether each date lies in the third week of a month."""
        return self.nth_week(3, convention)
