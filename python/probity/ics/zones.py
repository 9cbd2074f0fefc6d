"""Time zones of a calendar file: where the tz database is, and what a file defines itself."""

from __future__ import annotations

import datetime
import functools
from typing import NamedTuple

from probity._core import Recurrence, _FileZone

_ZERO = datetime.timedelta()


class _Observance(NamedTuple):
    """STANDARD or DAYLIGHT: from each onset on, in the time before it, an offset is in force."""

    days: Recurrence
    time: datetime.time
    before: datetime.timedelta
    after: datetime.timedelta


class FileZone(datetime.tzinfo):
    """A zone as a file's VTIMEZONE defines it (RFC 5545 section 3.6.5), for every year."""

    def __init__(self, name: str, observances: list[_Observance]) -> None:
        self.key = name
        self._zone = _FileZone(name, observances)

    @classmethod
    def _of(cls, zone: _FileZone) -> FileZone:
        made = cls.__new__(cls)
        made.key, made._zone = zone.key, zone
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return FileZone, (self.key, [_Observance(*each) for each in self._zone.observances])

    def __repr__(self) -> str:
        return f"FileZone({self.key!r})"

    def utcoffset(self, when: datetime.datetime | None) -> datetime.timedelta:
        """The offset at a local time. A time that the clock skips has the one before."""
        return _ZERO if when is None else self._zone.offset(when)

    def dst(self, when: datetime.datetime | None) -> datetime.timedelta | None:
        """None: a definition does not say by how much summer time differs."""
        return None

    def tzname(self, when: datetime.datetime | None) -> str:
        return self.key

    def fromutc(self, when: datetime.datetime) -> datetime.datetime:
        offset, again = self._zone.local(when)
        return (when + offset).replace(fold=again)


@functools.cache
def folders() -> list[str]:
    """Where the system has the tz database. A zone that is not there is asked of zoneinfo, which
    reads the package tzdata too."""
    import zoneinfo

    return list(zoneinfo.TZPATH)
