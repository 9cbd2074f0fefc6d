"""Progress of long work: bars by Rich on standard error, if that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from probity.cli.output import takes_colour

Item = TypeVar("Item")


def bar() -> Any:
    """A progress display of Rich; None if none is to be shown."""
    if not takes_colour(sys.stderr):
        return None
    try:
        from rich.console import Console
        from rich.progress import Progress
    except ImportError:
        return None
    return Progress(console=Console(stderr=True), transient=True)


def steps(name: str, items: Sequence[Item], at_least: int = 1) -> Iterable[Item]:
    """The items, with a bar for as long as they are worked on, unless they are too few."""
    progress = bar() if len(items) >= at_least else None
    return items if progress is None else tracked(progress, name, items)


def tracked(progress: Any, name: str, items: Sequence[Item]) -> Iterator[Item]:
    with progress:
        yield from progress.track(items, description=name)


@contextmanager
def working(name: str, shown: bool = True) -> Iterator[None]:
    """A bar without an end, while something is done of which nobody knows how long it takes."""
    progress = bar() if shown else None
    if progress is None:
        yield
        return
    with progress:
        progress.add_task(name, total=None)
        yield
