"""The work calendar of a call that names none."""

from __future__ import annotations

from probity._core import WorkCalendar


def or_korea(workdays: WorkCalendar | None) -> WorkCalendar:
    """The calendar given, or Korea's."""
    return WorkCalendar.korea() if workdays is None else workdays
