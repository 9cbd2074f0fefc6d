"""Dates, times and durations as calendar files write them (RFC 5545 section 3.3)."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

Moment = datetime.date | datetime.datetime

MIDNIGHT = datetime.time()
DAY = datetime.timedelta(1)

_DATE = re.compile("[0-9]{8}")
_TIME = re.compile("[0-9]{8}T[0-9]{6}Z?")
# As people and other formats write them: ISO 8601 with its signs, hours without seconds.
_LENIENT = re.compile(
    r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})"
    r"(?:(?:T| +)([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,][0-9]{1,9})?)? *"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?)?",
    re.IGNORECASE,
)
_DURATION = re.compile(
    "([+-]?)P(?:([0-9]{1,9})W)?(?:([0-9]{1,9})D)?"
    "(?:T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})S)?)?",
    re.IGNORECASE,
)


class Written(NamedTuple):
    """A date or time as it is written.

    `moment` is a date or a time without a zone; `offset` its distance from UTC if it names one.
    `is_form` is true if RFC 5545 writes it like this.
    """

    moment: Moment
    offset: datetime.timedelta | None = None
    is_form: bool = True


def parse_moment(text: str) -> Written | None:
    """A date or a time; None if the text is none."""
    if _DATE.fullmatch(text):
        try:
            return Written(datetime.date(int(text[:4]), int(text[4:6]), int(text[6:])))
        except ValueError:
            return None
    if _TIME.fullmatch(text):
        try:
            moment = datetime.datetime(
                int(text[:4]),
                int(text[4:6]),
                int(text[6:8]),
                int(text[9:11]),
                int(text[11:13]),
                int(text[13:15]),
            )
            return Written(moment, datetime.timedelta() if len(text) == 16 else None)
        except ValueError:
            pass
    match = _LENIENT.fullmatch(text) if text.isascii() else None
    return _leniently(match) if match is not None else None


def _leniently(match: re.Match[str]) -> Written | None:
    try:
        date = datetime.date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None:
            return Written(date, None, False)
        hour, minute, second = int(match[4]), int(match[5]), min(int(match[6] or 0), 59)
        if (hour, minute, second) == (24, 0, 0):
            date, hour = date + DAY, 0
        moment = datetime.datetime.combine(date, datetime.time(hour, minute, second))
    except (ValueError, OverflowError):
        return None
    if match[7] is None or match[7] in "zZ":
        return Written(moment, datetime.timedelta() if match[7] else None, False)
    offset = parse_offset(match[7])
    return Written(moment, offset, False) if offset is not None else None


def parse_offset(text: str) -> datetime.timedelta | None:
    """A distance from UTC, "+0900", "-05:00", "+090030"; None if the text is none."""
    match = re.fullmatch("([+-]?)([0-9]{2}):?([0-9]{2})?:?([0-9]{2})?", text.strip())
    if match is None:
        return None
    hours, minutes, seconds = int(match[2]), int(match[3] or 0), int(match[4] or 0)
    if hours > 23 or minutes > 59 or seconds > 59:
        return None
    away = datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -away if match[1] == "-" else away


def parse_duration(text: str) -> datetime.timedelta | None:
    """A duration; None if the text is none."""
    match = _DURATION.fullmatch(text.strip())
    if match is None or not any(match.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in match.groups()[1:])
    try:
        length = datetime.timedelta(
            weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds
        )
    except OverflowError:
        return None
    return -length if match[1] == "-" else length


def day_of(value: Moment) -> datetime.date:
    """The day of a date or a time."""
    return value.date() if isinstance(value, datetime.datetime) else value


def after(start: datetime.datetime, duration: datetime.timedelta) -> datetime.datetime | None:
    """The time a duration later, in the same zone; None if there is none."""
    try:
        if start.tzinfo is None:
            return start + duration
        return (start.astimezone(datetime.UTC) + duration).astimezone(start.tzinfo)
    except (OverflowError, ValueError):
        return None
