"""How a command ends when all is not well."""

from __future__ import annotations

from typing import Any, NoReturn

import click

from probity.text import printed

#: The exit codes, besides 0 and click's 2 for wrong usage.
FOUND = 1
REFUSED = 3
#: As shells count a program that a signal ends: of Ctrl-C, and of a pipe whose reader is gone.
INTERRUPTED = 130
PIPE_CLOSED = 141


class Refused(click.ClickException):
    """Data that the library does not take, or a file that cannot be read or written."""

    exit_code = REFUSED

    def show(self, file: Any = None) -> None:
        click.echo(f"probity: {printed(self.message)}", err=True)


def in_words(error: Exception) -> str:
    """The message of an error in the language of the call; in English if it has no other."""
    from probity.cli.language import language

    text = getattr(error, "text", None)
    return str(error) if text is None else str(text.to(language()))


def system_words(number: int) -> str:
    """The system's words for an error number, in the language of the call."""
    from probity._core import _system_words
    from probity.cli.language import language

    return _system_words(number).to(language())


def refuse(place: str, error: Exception) -> NoReturn:
    raise Refused(f"{place}: {in_words(error)}") from error


def found(note: str | None = None) -> NoReturn:
    """Ends with the exit code of something found; the note goes to standard error."""
    if note is not None:
        click.echo(printed(note), err=True)
    click.get_current_context().exit(FOUND)
