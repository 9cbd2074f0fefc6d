"""Figures as people read them, in the generated parts of docs/benchmarks.md."""

from __future__ import annotations

import pathlib
from collections.abc import Iterable

from measuring.timing import Times

ROOT = pathlib.Path(__file__).resolve().parents[2]

PAGE = ROOT / "docs" / "benchmarks.md"


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


def write_part(begin_mark: str, end_mark: str, parts: list[str]) -> None:
    """Renews what stands between two marks of the page of benchmarks."""
    page = PAGE.read_text(encoding="utf-8")
    head, tail = page.split(begin_mark)[0], page.split(end_mark)[1]
    body = "\n\n".join(parts)
    PAGE.write_text(f"{head}{begin_mark}\n{body}\n{end_mark}{tail}", encoding="utf-8")
