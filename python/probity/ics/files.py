"""The bytes of a calendar file, wherever they come from."""

from __future__ import annotations

import os

from probity._core import _largest_ics
from probity.files import bytes_of_file


def calendar_file(source: str | os.PathLike[str] | bytes) -> tuple[str, bytes]:
    """The name of a calendar file for messages, empty if it has none, and its bytes, from its path,
    bytes or text.

    A str is text if it has more than one line, else a path. Raises DocumentError, which names the
    file, if it cannot be read.
    """
    if isinstance(source, bytes):
        return "", source
    if isinstance(source, str) and ("\n" in source or "\r" in source):
        return "", source.encode("utf-8", "surrogatepass")
    return os.fspath(source), bytes_of_file(source, _largest_ics)
