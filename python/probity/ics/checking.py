"""Tells what calendar clients leave out of a file, or misread, before anyone subscribes to it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal

from probity._core import _check_ics
from probity.ics.files import calendar_file
from probity.ics.zones import folders
from probity.keywords import named
from probity.text import Text

__all__ = ["Finding", "Severity", "check"]

Severity = Literal["dropped", "misread", "fragile"]


@named
@dataclass(frozen=True)
class Finding:
    """A part of a file that some clients will not show as it is meant.

    `severity` is "dropped" if they leave the event out, "misread" if they show other days, times or
    words, and "fragile" if it depends on the client's version or shows only when the file changes.
    `what` names the kind. `uid` and `title` are the event's, empty for the file as a whole. Lines
    count from 1."""

    uid: str
    title: str
    clients: tuple[str, ...]
    severity: Severity
    what: str
    why: Text
    advice: Text
    line: int


@named
def check(source: str | os.PathLike[str] | bytes) -> list[Finding]:
    """Returns all that Outlook, Google Calendar, Apple's Calendar and Thunderbird leave out or
    misread of a calendar file, in the order of its lines: `source` is its path, its bytes, or its
    text.

    The files of this library give nothing, unless recurring="rule" was asked for:

    >>> from probity import examples
    >>> agenda = examples.songpa().calendar(2026)
    >>> check(agenda.ics_text())
    []
    >>> for finding in check(agenda.ics_text(recurring="rule")):
    ...     print(finding.title, finding.clients, finding.severity, finding.what)
    Integrity Week ('Outlook',) dropped rrule-outlook

    Raises DocumentError, which names the file, if it cannot be read or is no calendar file.
    """
    name, data = calendar_file(source)
    return _check_ics(data, name, folders())
