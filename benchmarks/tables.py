"""How long a million tasks and a million events take to become tables, and pages and files.

    python benchmarks/tables.py [rows] [--write]

A million made-up tasks in one programme unless another number is given, and the events that
proposed them. pandas and the readers of Arrow are imported before anything is measured. A figure is
the best of its rounds after one that warms up. "Record by record" is what making an object for each
row and asking it for each cell takes, measured on a hundredth of the rows.

--write renews the part on tables of docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

import duckdb
import history
import pandas as pd
import polars
import pyarrow
from measuring.pages import PAGE, shown, table, write_part
from measuring.timing import Times, measure
from workdays import measured_on

import probity as pb
from probity.tables import COLUMNS

BEGIN_MARK, END_MARK = "<!-- tables: begin -->", "<!-- tables: end -->"
SAMPLE = 100  # one row in so many stands for all, record by record
ENTRIES = 100_000


def office(tasks: int) -> pb.Programme:
    """A programme of so many tasks, each proposed by an event, a thousand of them a day."""
    made = history.Tasks(tasks * history.EVENTS_A_TASK)
    document = json.loads(pb.Programme.parse(json.dumps(history.founding(0))).to_json())
    chain = history.Chain()
    lines = [chain.seal({"format": "probity-history/1", "founding": document})]
    for i in range(len(made)):
        date = history.date_text(i // 1000)
        line = {"number": i + 1, "effective": date, "recorded": f"{date}T00:00:00Z"}
        part = history.event_parts(made, i)[0]
        line |= {"actor": part["actor"], "kind": part["kind"], "subject": f"T-{i + 1}"}
        lines.append(chain.seal(line | {"body": part["body"]}))
    return pb.Programme.parse("".join(lines))


def busy_year() -> pb.Agenda:
    """A year of a hundred thousand occasions."""
    document = history.founding(0)
    days = pb.DateSet.of(pb.Interval("2026-01-01", "2027-01-01"))
    document["occasions"] = [
        {
            "id": f"o-{i}",
            "title": {"ko": f"청렴 교육 {i}", "en": f"Training {i}"},
            "date": days[i % len(days)].isoformat(),
        }
        for i in range(ENTRIES)
    ]
    return pb.Programme.parse(json.dumps(document)).calendar(2026)


def check(programme: pb.Programme) -> None:
    """The flat columns say what the records say."""
    of, events = programme.tasks[:1000].of, programme.history
    by_records = pb.Table(list(programme.tasks)[:1000], of).to_frame("ko")
    flat = programme.tasks.to_frame("ko")[:1000]
    for name in by_records.columns:
        assert by_records[name].tolist() == flat[name].tolist(), name
    assert events[:1000].to_frame()["subject"].equals(events.to_frame()["subject"][:1000])


def by_records(rows: Callable[[], list], number: int) -> float:
    """Nanoseconds for all rows, by way of an object for each."""

    def run() -> pd.DataFrame:
        listed = rows()
        columns = COLUMNS[pb.Task if isinstance(listed[0], pb.Task) else pb.Event]
        return pd.DataFrame({c.name: [c.of(row, "en") for row in listed] for c in columns})

    run()
    begin = time.process_time_ns()
    run()
    return float(time.process_time_ns() - begin) * SAMPLE


def arrow(value: pb.Table | pb.History) -> pyarrow.Table:
    return pyarrow.RecordBatchReader.from_stream(value.to_arrow()).read_all()


def count(value: pb.Table | pb.History) -> int:
    given = value.to_arrow()  # noqa: F841
    return duckdb.sql("select count(distinct kind) from given").fetchall()[0][0]


def compare(programme: pb.Programme) -> dict[str, Times]:
    """Nanoseconds of processor time for all rows, by what is made of them."""
    tasks = programme.tasks[: len(programme.history) // SAMPLE]
    offices = pb.Portfolio([programme])
    found = {}
    for name, value in {
        "tasks of a programme": lambda: programme.tasks,
        "tasks of a portfolio": lambda: offices,
        "events of a history": lambda: programme.history,
    }.items():
        functions = {
            "pandas": (lambda value=value: value().to_frame(), 1.0),
            "pyarrow": (lambda value=value: arrow(value()), 1.0),
            "Polars": (lambda value=value: polars.DataFrame(value().to_arrow()), 1.0),
            "DuckDB": (lambda value=value: count(value()), 1.0),
        }
        found[name] = measure(functions, rounds=5)
        # Texts as objects, as where pyarrow is not installed.
        with pd.option_context("mode.string_storage", "python"):
            found[name] |= measure({"without": (lambda value=value: value().to_frame(), 1.0)}, 5)
    first = len(tasks)
    found["tasks of a programme"]["records"] = by_records(lambda: list(tasks), first)
    found["events of a history"]["records"] = by_records(
        lambda: list(programme.history[:first]), first
    )
    return found


def files(folder: pathlib.Path) -> Times:
    """Nanoseconds of what is written."""
    agenda = busy_year()
    year = pb.examples.songpa(illustrative=True).calendar(2026)
    stamp = "2026-01-05T00:00:00Z"
    return measure(
        {
            f"calendar file of {ENTRIES:,} events": (
                lambda: agenda.to_ics(folder / "x.ics", stamp=stamp),
                1.0,
            ),
            "planner of a year with its tasks, in Korean": (
                lambda: year.to_html(folder / "x.html", "ko"),
                1.0,
            ),
        },
        rounds=5,
    )


def week_command(rounds: int) -> float:
    """Nanoseconds that pass from the start of `probity week 2026 3 3` to its end."""
    program = str(pathlib.Path(sys.executable).with_name("probity"))
    times = []
    for _ in range(rounds):
        begin = time.perf_counter_ns()
        command = [program, "week", "2026", "3", "3"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter_ns() - begin)
    return float(statistics.median(times[1:]))


def tables_part(found: dict[str, Times], rows: int) -> str:
    names = ("pandas", "without", "pyarrow", "Polars", "DuckDB", "records")
    heads = ("pandas", "the same without pyarrow", *names[2:5], "record by record, pandas")
    return table(
        [f"{rows:,} rows", *heads],
        [
            [name, *(shown(times[who]) if who in times else "-" for who in names)]
            for name, times in found.items()
        ],
    )


def machine() -> str:
    info = pathlib.Path("/proc/cpuinfo")
    speed = re.search(r"cpu MHz\s*: (.*)", info.read_text()) if info.exists() else None
    context = {"num_cpus": os.cpu_count(), "mhz_per_cpu": float(speed[1]) if speed else 0.0}
    readers = f"pyarrow {pyarrow.__version__}, Polars {polars.__version__}"
    return f"Measured on: {measured_on(context)[:-1]}, {readers}, DuckDB {duckdb.__version__}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--write", action="store_true", help=f"renew docs/{PAGE.name}")
    options = parser.parse_args()
    programme = office(options.rows)
    check(programme)
    rows = tables_part(compare(programme), options.rows)
    with tempfile.TemporaryDirectory() as folder:
        written = files(pathlib.Path(folder)) | {"`probity week 2026 3 3`": week_command(21)}
    others = table(
        ["what is shown and written", "time"], [[n, shown(t)] for n, t in written.items()]
    )
    print(rows, others, sep="\n\n")
    if options.write:
        write_part(BEGIN_MARK, END_MARK, [machine(), rows, others])


if __name__ == "__main__":
    main()
