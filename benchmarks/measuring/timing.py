"""The processor time of functions and of whole processes."""

from __future__ import annotations

import resource
import subprocess
import time
from collections.abc import Callable

Times = dict[str, float]  # nanoseconds for one item, by who took them


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


def processor_time_of(command: list[str]) -> float:
    """Milliseconds of processor time that a command takes, start to end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1e3
