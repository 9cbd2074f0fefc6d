"""Journals beside SQLite itself, with the same settings and lines, in one run.

    python benchmarks/journal.py [events] [--write]

Runs the C++ benchmark of the release preset on a journal of a million made-up events unless another
number is given, and prints its figures. --write renews the part on journals of docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import pathlib
import sqlite3

from measuring.cpp import NANOSECONDS, cpp
from measuring.pages import PAGE, ROOT, ratio, shown, table, write_part
from workdays import measured_on

BEGIN_MARK, END_MARK = "<!-- journals: begin -->", "<!-- journals: end -->"
PROGRAM = ROOT / "build" / "release" / "benchmarks" / "probity_journal_benchmark"

#: How each benchmark is named: by Google Benchmark behind this, which says how it was timed.
TIMED = "process_time/real_time"


def run(program: pathlib.Path, events: int) -> tuple[dict[str, dict], dict]:
    """The medians of three rounds by name, and what Google Benchmark says of the machine."""
    medians, machine = cpp(program, repetitions=3, PROBITY_EVENTS=str(events))
    return {name.removesuffix("/" + TIMED): line for name, line in medians.items()}, machine


def passes(line: dict) -> float:
    """Nanoseconds that pass."""
    return line["real_time"] * NANOSECONDS[line["time_unit"]]


def processor(line: dict) -> float:
    """Nanoseconds of processor time, of all threads."""
    return line["cpu_time"] * NANOSECONDS[line["time_unit"]]


def part(medians: dict[str, dict], events: int) -> str:
    rows = []
    for what, ours, peer in (
        (f"{events // 10:,} events in one transaction", "insert/journal", "insert/SQLite"),
        ("one event, durable", "durable/journal/0", "durable/SQLite"),
        ("the same after 20,000 events", "durable/journal/20000", "durable/SQLite"),
        (f"open a journal of {events:,} events and fold them", "open", None),
        ("verify it", "verify", None),
    ):
        mine, theirs = medians[ours], medians[peer] if peer else None
        cells = [what]
        for time in (passes, processor):
            cells += [
                shown(time(theirs)) if theirs else "-",
                shown(time(mine)),
                ratio(time(mine), time(theirs)) if theirs else "-",
            ]
        rows.append(cells)
    head = ["", "SQLite alone", "a journal", "times that"]
    return table([*head, *("processor time: " + head[1], *head[2:])], rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--write", action="store_true", help=f"renew docs/{PAGE.name}")
    parser.add_argument("--program", type=pathlib.Path, default=PROGRAM, help="the C++ benchmark")
    options = parser.parse_args()
    medians, context = run(options.program, options.events)
    found = part(medians, options.events)
    print(found)
    if options.write:
        machine = f"Measured on: {measured_on(context)[:-1]}, SQLite {sqlite3.sqlite_version}."
        write_part(BEGIN_MARK, END_MARK, [machine, found])


if __name__ == "__main__":
    main()
