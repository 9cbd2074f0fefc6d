"""Weeks of the month for whole arrays of dates."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from probity._core import WeekConvention

#: 1970-01-01 was a Thursday: so many days after the Monday of its week.
_EPOCH_WEEKDAY = 3
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def weeks_of_month(
    days: npt.NDArray[np.datetime64], convention: WeekConvention = WeekConvention.ISO
) -> npt.NDArray[np.int64]:
    """Returns the year, the month and the number of the week of each day, as an array of shape
    (n, 3).

    `days` are of dtype datetime64[D], without NaT. Each week that occurs is asked of the convention
    once. Raises DateError for a day outside 1400 to 9999.

    >>> import numpy as np
    >>> weeks_of_month(np.array(["2026-03-18", "2026-03-01"], "datetime64[D]")).tolist()
    [[2026, 3, 3], [2026, 2, 4]]
    """
    first = _DAYS.index(str(convention.first_day))
    number = (days.astype(np.int64) + _EPOCH_WEEKDAY - first) // 7
    weeks, place = np.unique(number, return_inverse=True)
    if len(weeks) == 0:
        return np.empty((0, 3), np.int64)
    # A day that occurs stands for its week, so that a refusal names one that was given.
    given = np.empty(len(weeks), days.dtype)
    given[place] = days
    located = np.array([tuple(convention.locate(day)) for day in given], np.int64)
    return located[place]
