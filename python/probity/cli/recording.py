"""Options of all that is recorded: the day from which it is true, and who records it."""

from __future__ import annotations

from typing import Any

import click

from probity.cli.arguments import Day, today
from probity.cli.language import refusal


def account() -> str:
    """The account that runs the command, where the system knows it."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise click.UsageError(refusal("no_account")) from error


def recording_options() -> list[Any]:
    """--on and --by."""
    return [
        click.option(
            "--on",
            type=Day(),
            default=today,
            show_default="today in Seoul",
            metavar="DATE",
            help="The day from which it is true.",
        ),
        click.option(
            "--by",
            default=account,
            show_default="your account",
            metavar="WHO",
            help="Who records it, by post or account.",
        ),
    ]
