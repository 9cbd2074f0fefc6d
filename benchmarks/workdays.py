"""Working days side by side with NumPy and pandas, in one run.

    python benchmarks/workdays.py [days]

Random dates over a hundred years, ten million unless another number is given; times are
nanoseconds per date or pair, the best of three passes after a warm one.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np

import probity as pb


def best(function: Callable[[], object], passes: int = 3) -> float:
    """Seconds of the fastest pass, after one that warms up."""
    function()
    times = []
    for _ in range(passes):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


def row(name: str, ours: float, other: str, theirs: float) -> None:
    print(f"{name:<16}{ours:>10.2f}   {other:<34}{theirs:>12.2f}{theirs / ours:>8.0f}x")


def arrays(kr: pb.WorkCalendar, count: int) -> None:
    random = np.random.default_rng(2026)
    first, last = np.datetime64("1950-01-01"), np.datetime64("2050-01-01")
    span = (last - first).astype(int)
    begins = first + random.integers(0, span, count)
    ends = first + random.integers(0, span, count)
    busdays = kr.to_busdaycalendar("1950-01-01", "2051-01-01")
    # The peers are slow: they are given fewer dates, and times are per date.
    few = slice(0, max(1, count // 10))

    def each(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
        return best(ours) / count * 1e9, best(theirs) / len(begins[few]) * 1e9

    ours, theirs = each(
        lambda: kr.is_working_day(begins), lambda: np.is_busday(begins[few], busdaycal=busdays)
    )
    row("is_working_day", ours, "numpy.is_busday", theirs)
    ours, theirs = each(
        lambda: kr.count(begins, ends),
        lambda: np.busday_count(begins[few], ends[few], busdaycal=busdays),
    )
    row("count", ours, "numpy.busday_count", theirs)
    ours, theirs = each(
        lambda: kr.add(begins, 5),
        lambda: np.busday_offset(begins[few], 5, roll="preceding", busdaycal=busdays),
    )
    row("add 5", ours, "numpy.busday_offset", theirs)
    ours, theirs = each(
        lambda: kr.roll(begins, "modified_following"),
        lambda: np.busday_offset(begins[few], 0, roll="modifiedfollowing", busdaycal=busdays),
    )
    row("roll", ours, "numpy.busday_offset", theirs)


def one_by_one(kr: pb.WorkCalendar) -> None:
    day = pb.nth_weekday(2026, 3, pb.WE(3))
    busdays = kr.to_busdaycalendar("1950-01-01", "2051-01-01")
    number = 100_000

    def loop(function: Callable[[], object], times: int) -> float:
        def run() -> None:
            for _ in range(times):
                function()

        return best(run) / times * 1e9

    ours = loop(lambda: kr.add(day, 5), number)
    row(
        "add 5, one date",
        ours,
        "numpy.busday_offset",
        loop(lambda: np.busday_offset(day, 5, roll="preceding", busdaycal=busdays), number // 10),
    )
    try:
        import pandas as pd
    except ImportError:
        return
    offset = 5 * kr.to_pandas_offset("1950-01-01", "2051-01-01")
    stamp = pd.Timestamp(day)
    row(
        "add 5, one date",
        ours,
        "pandas CustomBusinessDay",
        loop(lambda: stamp + offset, number // 10),
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    kr = pb.WorkCalendar.korea()
    print(f"WorkCalendar.korea(): {best(pb.WorkCalendar.korea) * 1e3:.2f} ms")
    print(f"{'':<16}{'probity':>10}   {'':<34}{'other':>12}")
    arrays(kr, count)
    one_by_one(kr)


if __name__ == "__main__":
    main()
