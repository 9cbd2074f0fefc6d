"""Working days side by side with NumPy, pandas and QuantLib, in one run.

    python benchmarks/workdays.py [dates] [--write]

Random dates over a hundred years, ten million unless another number is given. All that is compared
takes turns, round after round, and a figure is the best of its rounds after one that warms up. A
peer that is not installed is left out.

--write also runs the C++ benchmark of the release preset and renews the part on working days of
docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import datetime
import pathlib
import platform
import re
from collections.abc import Callable

import numpy as np
from measuring.cpp import cpp, cpp_time
from measuring.pages import PAGE, ROOT, beside, shown, table, write_part
from measuring.timing import Times, measure

import probity as pb

try:
    import pandas as pd
except ImportError:
    pd = None

BEGIN_MARK, END_MARK = "<!-- working days: begin -->", "<!-- working days: end -->"
PROGRAM = ROOT / "build" / "release" / "benchmarks" / "probity_workdays_benchmark"
Questions = dict[str, Times]


def arrays(kr: pb.WorkCalendar, count: int) -> Questions:
    """Nanoseconds for one date, or one pair of them, of a long array."""
    random = np.random.default_rng(2026)
    first, last = np.datetime64("1950-01-01"), np.datetime64("2050-01-01")
    span = (last - first).astype(int)
    begins = first + random.integers(0, span, count)
    ends = first + random.integers(0, span, count)
    busdays = kr.to_busdaycalendar("1949-12-01", "2051-01-01")
    # The peer is slow: it is given fewer dates, and times are for one.
    few = max(1, count // 10)
    some, others = begins[:few], ends[:few]

    def side_by_side(ours: Callable[[], object], numpys: Callable[[], object]) -> Times:
        return measure({"probity": (ours, count), "NumPy": (numpys, few)}, rounds=7)

    return {
        "`is_working_day`": side_by_side(
            lambda: kr.is_working_day(begins), lambda: np.is_busday(some, busdaycal=busdays)
        ),
        "`count` of a pair": side_by_side(
            lambda: kr.count(begins, ends),
            lambda: np.busday_count(some, others, busdaycal=busdays),
        ),
        "`add(5)`": side_by_side(
            lambda: kr.add(begins, 5),
            lambda: np.busday_offset(some, 5, roll="preceding", busdaycal=busdays),
        ),
        '`roll("modified_following")`': side_by_side(
            lambda: kr.roll(begins, "modified_following"),
            lambda: np.busday_offset(some, 0, roll="modifiedfollowing", busdaycal=busdays),
        ),
    }


def one_by_one(kr: pb.WorkCalendar) -> Questions:
    """Nanoseconds for one question about one date, the call of a lambda included."""
    day, end = datetime.date(2026, 3, 18), datetime.date(2027, 3, 18)
    busdays = kr.to_busdaycalendar("1949-12-01", "2051-01-01")
    ours: dict[str, Callable[[], object]] = {
        "`is_working_day`": lambda: kr.is_working_day(day),
        "`count` of a year": lambda: kr.count(day, end),
        "`add(5)`": lambda: kr.add(day, 5),
        '`roll("modified_following")`': lambda: kr.roll(day, "modified_following"),
    }
    theirs: dict[str, Callable[[], object]] = {
        "`is_working_day`": lambda: np.is_busday(day, busdaycal=busdays),
        "`count` of a year": lambda: np.busday_count(day, end, busdaycal=busdays),
        "`add(5)`": lambda: np.busday_offset(day, 5, roll="preceding", busdaycal=busdays),
        '`roll("modified_following")`': lambda: np.busday_offset(
            day, 0, roll="modifiedfollowing", busdaycal=busdays
        ),
    }
    pandas: dict[str, Callable[[], object]] = {}
    if pd is not None:
        offset = kr.to_pandas_offset("1949-12-01", "2051-01-01")
        five, stamp = 5 * offset, pd.Timestamp(day)
        pandas = {
            "`is_working_day`": lambda: offset.is_on_offset(stamp),
            "`add(5)`": lambda: stamp + five,
        }
    found = {}
    for question, ask in ours.items():
        functions = {"probity": (ask, 1.0), "NumPy": (theirs[question], 1.0)}
        if question in pandas:
            functions["pandas"] = (pandas[question], 1.0)
        found[question] = measure(functions)
    return found


def python_tables(found: dict[str, Questions]) -> dict[str, str]:
    head = ["a date of an array, in Python", "probity", "NumPy"]
    rows = [
        [question, shown(times["probity"]), beside(times, "NumPy")]
        for question, times in found["arrays"].items()
    ]
    one_head = ["one question, in Python", "probity", "NumPy", "pandas"]
    one_rows = [
        [question, shown(times["probity"]), beside(times, "NumPy"), beside(times, "pandas")]
        for question, times in found["one_by_one"].items()
    ]
    return {"arrays": table(head, rows), "one_by_one": table(one_head, one_rows)}


def cpp_table(medians: dict[str, dict]) -> str:
    questions = {
        "is_working_day": "`is_working_day`",
        "add_5": "`add(5)`",
        "add_250": "`add(250)`",
        "count": "`count` between random dates",
        "roll": "`roll(modified_following)`",
    }
    rows = []
    for name, title in questions.items():
        times = {"probity": cpp_time(medians[f"one_by_one/{name}"])}
        if theirs := medians.get(f"quantlib/{name}"):
            times["QuantLib"] = cpp_time(theirs)
        rows.append([title, shown(times["probity"]), beside(times, "QuantLib")])
    rows.append(["building Korea, 1949 to 2100", shown(cpp_time(medians["build_korea"])), "-"])
    return table(["one question, in C++", "probity", "QuantLib"], rows)


def measured_on(context: dict) -> str:
    info = pathlib.Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", info.read_text()) if info.exists() else None
    versions = [f"Python {platform.python_version()}", f"NumPy {np.__version__}"]
    if pd is not None:
        versions.append(f"pandas {pd.__version__}")
    if quantlib := context.get("quantlib"):
        versions.append(f"QuantLib {quantlib}")
    return (
        f"{found[1] if found else platform.machine()}, {context['num_cpus']} cores at "
        f"{context['mhz_per_cpu'] / 1000:.1f} GHz; {', '.join(versions)}."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dates", type=int, nargs="?", default=10_000_000)
    parser.add_argument("--write", action="store_true", help=f"renew docs/{PAGE.name}")
    parser.add_argument(
        "--program", type=pathlib.Path, default=PROGRAM, help="the C++ benchmark, for --write"
    )
    options = parser.parse_args()
    kr = pb.WorkCalendar.korea()
    tables = python_tables({"arrays": arrays(kr, options.dates), "one_by_one": one_by_one(kr)})
    print("\n\n".join(tables.values()))
    if options.write:
        medians, context = cpp(options.program)
        machine = f"Measured on: {measured_on(context)}"
        write_part(
            BEGIN_MARK,
            END_MARK,
            [machine, cpp_table(medians), tables["arrays"], tables["one_by_one"]],
        )


if __name__ == "__main__":
    main()
