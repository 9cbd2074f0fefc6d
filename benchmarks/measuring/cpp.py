"""The figures of the C++ benchmarks."""

from __future__ import annotations

import json
import os
import pathlib
import subprocess


def cpp(
    program: pathlib.Path, repetitions: int = 7, **environment: str
) -> tuple[dict[str, dict], dict]:
    """Each benchmark's median by its name, and what Google Benchmark says of the machine."""
    done = subprocess.run(
        [
            str(program),
            "--benchmark_format=json",
            f"--benchmark_repetitions={repetitions}",
            "--benchmark_min_time=0.02",
            "--benchmark_enable_random_interleaving=true",
            "--benchmark_report_aggregates_only=true",
        ],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | environment,
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
