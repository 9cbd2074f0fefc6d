"""Files that others wrote, read as a whole."""

from __future__ import annotations

import os

from probity._core import DocumentError, _system_words
from probity.words import refused

MEBIBYTE = 1 << 20


def bytes_of_file(path: str | os.PathLike[str], largest: int) -> bytes:
    """The bytes of a file. It is opened once, so that it may be a pipe.

    Raises DocumentError, which names the file, if it cannot be read or has more bytes than
    `largest`.
    """
    name = os.fspath(path)
    try:
        with open(name, "rb") as file:
            data = file.read(largest + 1)
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", None)
        reason = str(error) if number is None else _system_words(number)
        raise refused(DocumentError, "unreadable", name=name, reason=reason) from None
    check_size(name, data, largest)
    return data


def check_size(name: str, data: bytes, largest: int) -> None:
    """Raises DocumentError if there are more bytes than `largest`, which is in whole MiB."""
    if len(data) > largest:
        raise refused(DocumentError, "too_large", name=name, most=largest // MEBIBYTE)
