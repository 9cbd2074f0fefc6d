"""Working days and weeks of the month as functions of DuckDB.

>>> import duckdb
>>> import probity.duckdb
>>> connection = duckdb.connect()
>>> probity.duckdb.register(connection)
>>> connection.sql("select add_working_days(date '2026-02-13', 1)").fetchall()
[(datetime.date(2026, 2, 19),)]

| function | gives |
|---|---|
| `is_working_day(date)` | whether it is a working day |
| `is_holiday(date)` | whether it is a public holiday |
| `add_working_days(date, n)` | the date so many working days later |
| `count_working_days(begin, end)` | the working days in [begin, end) |
| `year_of_week(date)` | the year of the week in which it lies |
| `month_of_week(date)` | the month of that week |
| `week_of_month(date)` | the number of that week in its month |
| `third_week(date)` | whether it lies in the third week of a month |

Nulls have null answers. The functions take whole columns at a time by Arrow, for which DuckDB needs
the package pyarrow.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from probity._core import WeekConvention, WorkCalendar
from probity.calendars import or_korea
from probity.weeks import weeks_of_month
from probity.words import refused

try:
    import duckdb
    import pyarrow as pa
    from duckdb import sqltypes
    from duckdb.func import FunctionNullHandling, PythonUDFType
except ImportError as error:
    raise refused(ImportError, "duckdb") from error

__all__ = ["register"]


def _array(column: Any) -> Any:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _by_row(answer: Callable[..., Any], dtype: pa.DataType) -> Callable[..., Any]:
    """A function of columns, null wherever one of them is."""

    def of_columns(*columns: Any) -> Any:
        arrays = [_array(column) for column in columns]
        missing = np.zeros(len(arrays[0]), bool)
        for array in arrays:
            missing |= np.asarray(array.is_null())
        if missing.any():
            keep = pa.array(~missing)
            arrays = [array.filter(keep) for array in arrays]
        answers = answer(*arrays)
        if not missing.any():
            return pa.array(answers, dtype)
        whole = np.zeros(len(missing), answers.dtype)
        whole[~missing] = answers
        return pa.array(whole, dtype, mask=missing)

    return of_columns


def _of_two(function: Callable[..., Any]) -> Callable[[Any, Any], Any]:
    """The function with two parameters by name, which DuckDB counts."""
    return lambda first, second: function(first, second)


def register(
    connection: duckdb.DuckDBPyConnection,
    workdays: WorkCalendar | None = None,
    *,
    convention: WeekConvention = WeekConvention.ISO,
    prefix: str = "",
) -> None:
    """Gives a connection the functions of this module.

    The work calendar is Korea's if none is given. `prefix` stands before each name. A query raises
    duckdb.InvalidInputException with the message of a HorizonError for a date outside the
    calendar's horizon. Raises duckdb.NotImplementedException if the connection has one of the
    functions already; then none is added.
    """
    kr = or_korea(workdays)

    def part_of_week(part: int) -> Callable[[Any], Any]:
        def answer(dates: Any) -> Any:
            days = dates.to_numpy(zero_copy_only=False).astype("datetime64[D]")
            return weeks_of_month(days, convention)[:, part]

        return answer

    week_of_month = part_of_week(2)
    date, whole = sqltypes.DATE, sqltypes.BIGINT
    functions: list[tuple[str, Callable[..., Any], list[Any], Any, pa.DataType]] = [
        ("is_working_day", kr.is_working_day, [date], sqltypes.BOOLEAN, pa.bool_()),
        ("is_holiday", kr.is_holiday, [date], sqltypes.BOOLEAN, pa.bool_()),
        (
            "add_working_days",
            lambda dates, n: kr.add(dates, n.to_numpy(zero_copy_only=False)),
            [date, whole],
            date,
            pa.date32(),
        ),
        ("count_working_days", kr.count, [date, date], whole, pa.int64()),
        ("year_of_week", part_of_week(0), [date], whole, pa.int64()),
        ("month_of_week", part_of_week(1), [date], whole, pa.int64()),
        ("week_of_month", week_of_month, [date], whole, pa.int64()),
        (
            "third_week",
            lambda dates: week_of_month(dates) == 3,
            [date],
            sqltypes.BOOLEAN,
            pa.bool_(),
        ),
    ]
    added: list[str] = []
    try:
        for name, answer, takes, gives, dtype in functions:
            function = _by_row(answer, dtype)
            connection.create_function(
                prefix + name,
                _of_two(function) if len(takes) == 2 else function,
                takes,
                gives,
                type=PythonUDFType.ARROW,
                null_handling=FunctionNullHandling.SPECIAL,
            )
            added.append(prefix + name)
    except duckdb.Error:
        for name in added:
            connection.remove_function(name)
        raise
