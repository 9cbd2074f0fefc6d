"""The command line: `probity week 2026 3 3`, `probity overdue songpa-illustrative`.

Exit codes are those of EXIT_CODES. Errors go to standard error and name the value, its place and
what is allowed. Each family of commands is a module, loaded when one of its commands is called;
NumPy, pandas and Rich are not loaded before a command needs them.

The clock is asked for two things: `--on` is today in Seoul if it is left out, and the answer says
so; what is recorded is stamped with the time at which it is written, whatever `--on` says.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

import probity as pb
from probity.cli.arguments import group_lang_option, taking_language
from probity.cli.errors import INTERRUPTED, PIPE_CLOSED, Refused, in_words, system_words
from probity.cli.language import asked_for, language, refusal, speaking, translated

#: The commands, and the module that each is in.
FAMILIES = {
    "calendar": "calendar",
    "why": "questions",
    "week": "rules",
    "dates": "rules",
    "next": "rules",
    "holidays": "workdays",
    "workdays": "workdays",
    "due": "workdays",
    "deadline": "deadline",
    "status": "status",
    "overdue": "questions",
    "compliance": "compliance",
    "propose": "questions",
    "impact": "questions",
    "record": "importing",
    "import": "importing",
    "export": "exporting",
    "verify": "verifying",
    "journal": "journal",
    "completion": "completion",
    "new": "beginning",
    "template": "setup_form",
    "update": "updating",
    "handover": "handover",
    "rollover": "rollover",
    "reorganise": "reorganising",
    "undo": "past",
    "log": "past",
    "show": "past",
    "edit": "editing",
}

EXIT_CODES = """
Exit codes: 0 all is well; 1 something was found, which each command tells in its help: there is no
such date, tasks are overdue, a quota is at risk or missed, something moves; 2 wrong usage; 3 data
refused, or a file that cannot be read or written.
"""


class Probity(click.Group):
    """The commands by name; what they are refused becomes a message and an exit code."""

    def list_commands(self, context: click.Context) -> list[str]:
        from probity.cli.kinds import families

        return [*FAMILIES, *sorted(families())]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in FAMILIES:
            from probity.cli.kinds import families

            if name not in families():
                return None
            from probity.cli.verbs import family

            command = family(name)
        else:
            command = import_module(f"probity.cli.{FAMILIES[name]}").COMMANDS[name]
        return translated(taking_language(command), language(), [name])

    def main(self, args: Sequence[str] | None = None, *others: Any, **named: Any) -> Any:
        with speaking(asked_for(sys.argv[1:] if args is None else args)):
            spoken = translated(self, language())
            return click.Group.main(spoken, args, *others, **named)

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            name, command, rest = super().resolve_command(context, arguments)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(arguments[0], self.list_commands(context), n=1)
            message = error.message
            if near:
                message = refusal("did_you_mean", message=message, name=repr(near[0]))
            raise click.UsageError(message, context) from error
        if command is not None and any(each.name == "programme" for each in command.params):
            from probity.cli.programmes import with_programme

            rest = with_programme(command, context, rest)
        return name, command, rest

    def make_context(self, *args: Any, **others: Any) -> click.Context:
        try:
            return super().make_context(*args, **others)
        except BrokenPipeError:
            abandon_output()
            raise click.exceptions.Exit(PIPE_CLOSED) from None

    def invoke(self, context: click.Context) -> Any:
        try:
            try:
                return super().invoke(context)
            finally:
                if sys.stdout is not None:
                    sys.stdout.flush()
        except BrokenPipeError:
            abandon_output()
            context.exit(PIPE_CLOSED)
        except pb.ProbityError as error:
            raise Refused(in_words(error)) from error
        except UnicodeError as error:
            raise Refused(refusal("no_utf8")) from error
        except ImportError as error:  # of an extra: the message names it
            raise Refused(in_words(error)) from error
        except OSError as error:
            if error.filename is None:
                abandon_output()
            place = error.filename or refusal("standard_output_failed")
            why = error.strerror if error.errno is None else system_words(error.errno)
            raise Refused(f"{place}: {why}") from error


def abandon_output() -> None:
    """Leaves nothing that Python would try to write to a closed pipe or a full disk at its end."""
    if sys.stdout is sys.__stdout__:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


@click.group(
    cls=Probity, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES
)
@click.option("-f", "--file", metavar="FILE", help="The programme that the command is about.")
@group_lang_option
@click.version_option(pb.__version__, prog_name="probity", message="%(prog)s %(version)s")
def cli(file: str | None) -> None:
    """Integrity calendars, recurring dates and working days; the programme of an office.

    `new` begins a programme. The programme is the file of -f, else of PROBITY_FILE, else the only
    *.probity in this folder. A first argument PROGRAMME is songpa, yongsan, one of their made-up
    years, songpa-illustrative and yongsan-illustrative, or a file: a programme's document, its
    history, named .jsonl, or a journal, named .probity.

    Every answer can be had with --json, every table with --csv, and all in Korean with --lang ko.
    """


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A character that a terminal cannot show is no reason to fail.
        if stream is not None and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    with speaking(asked_for(sys.argv[1:])):
        try:
            code = cli.main(prog_name="probity", standalone_mode=False)
        except click.exceptions.Abort:
            sys.exit(INTERRUPTED)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
    sys.exit(code if isinstance(code, int) else 0)
