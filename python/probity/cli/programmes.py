"""Programmes as arguments: by name or file, asked about on a day; the ids that shells complete."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

import probity as pb
from probity.cli.arguments import (
    Completed,
    Function,
    on_option,
    takes_workdays,
    with_options,
)
from probity.cli.errors import Refused, refuse
from probity.cli.language import refusal
from probity.words import say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from probity.types import Language

#: The programmes that come with the library.
PROGRAMMES: dict[str, Callable[[], pb.Programme]] = {
    "songpa": lambda: pb.examples.songpa(),
    "yongsan": lambda: pb.examples.yongsan(),
    "songpa-illustrative": lambda: pb.examples.songpa(illustrative=True),
    "yongsan-illustrative": lambda: pb.examples.yongsan(illustrative=True),
}


#: Packs of obligations that come with the library.
PACKS: dict[str, Callable[[], pb.Programme]] = {
    "statutory-year": lambda: pb.examples.statutory_year(),
}


class ProgrammeName(click.ParamType[Any]):
    """A programme that comes with the library, or a file."""

    name = "programme"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        names = [CompletionItem(name) for name in PROGRAMMES if name.startswith(incomplete)]
        return names or [CompletionItem(incomplete, type="file")]


def ids_of(attribute: str) -> Completed:
    """The ids of the programme's councils, tasks and so on."""

    def names(context: click.Context) -> list[str]:
        # Behind an option that waits for its value, arguments are not yet told apart.
        name = context.params.get("programme") or next(iter(context.args), "")
        programme = load_programme(name, bool(context.params.get("illustrative")))
        return [each.id for each in getattr(programme, attribute)]

    return Completed("id", names)


# The programme that is meant ----------------------------------------------------------------------

#: Where the context keeps a programme that was found and not named as an argument.
FOUND = "probity.programme"


def is_programme(name: str) -> bool:
    """Whether a first argument names a programme: one that is shipped, or a file that exists."""
    return name in PROGRAMMES or os.path.isfile(name)


def found_programme(context: click.Context, file: str | None = None) -> str | None:
    """The programme that no argument names: that of `-f`, of PROBITY_FILE, or the only journal in
    this folder; None if there is none."""
    named = file or context.find_root().params.get("file") or os.environ.get("PROBITY_FILE")
    if named:
        return str(named)
    here = journals_here()
    return here[0] if len(here) == 1 else None


def journals_here() -> list[str]:
    return sorted(name for name in os.listdir() if name.endswith(".probity"))


def with_programme(
    command: click.Command, context: click.Context, arguments: list[str]
) -> list[str]:
    """The arguments of a command that takes a programme, with the one that was found in its place,
    which is the first or the last."""
    places = [each for each in command.params if isinstance(each, click.Argument)]
    place = next((i for i, each in enumerate(places) if isinstance(each.type, ProgrammeName)), None)
    if place is None:
        return arguments
    options = [each for each in command.params if isinstance(each, click.Option)]
    twin = click.Command(command.name, params=[*options], add_help_option=False)
    twin.allow_extra_args = True
    twin.ignore_unknown_options = True
    with twin.make_context(command.name, list(arguments), resilient_parsing=True) as parsed:
        file, rest = parsed.params.get("file"), parsed.args
    if len(rest) > place and file is None and is_programme(rest[place]):
        return arguments
    if place > 0 and rest and is_programme(rest[0]):
        return arguments  # the two are swapped, which the command says
    found = found_programme(context, file)
    if found is None:
        return arguments
    context.meta[FOUND] = found
    if place > 0:
        return [*arguments, *([] if "--" in arguments else ["--"]), found]
    return [os.path.join(".", found) if found.startswith("-") else found, *arguments]


file_option = click.option(
    "-f",
    "--file",
    "file",
    metavar="FILE",
    help="The programme; without it that of PROBITY_FILE, or the only *.probity here.",
)


def load_programme(name: str, illustrative: bool = False) -> pb.Programme:
    """A programme that comes with the library, by its name, or that of a file."""
    if illustrative and f"{name}-illustrative" in PROGRAMMES:
        name = f"{name}-illustrative"
    elif illustrative and name not in PROGRAMMES:
        raise click.UsageError(refusal("not_illustrative"))
    if name in PROGRAMMES:
        return PROGRAMMES[name]()
    if not os.path.exists(name):
        names = ", ".join(PROGRAMMES)
        raise Refused(refusal("no_programme", name=repr(name), names=names))
    return pb.load(name)


def takes_programme(function: Function) -> Function:
    """PROGRAMME and --illustrative: the function is given `programme`."""

    @wraps(function)
    def command(
        *args: Any, programme: str, illustrative: bool, file: str | None, **others: Any
    ) -> Any:
        return function(*args, programme=load_programme(programme, illustrative), **others)

    return with_options(
        command,
        click.argument("programme", type=ProgrammeName()),
        click.option(
            "--illustrative",
            is_flag=True,
            help="The made-up year of songpa or yongsan: songpa-illustrative is the same.",
        ),
        file_option,
    )


class Asked(NamedTuple):
    """A programme as it was true on a day, and as it was known at an instant."""

    programme: pb.Programme
    view: pb.View
    whole: pb.Programme
    recorded: str | None

    @property
    def on(self) -> datetime.date:
        return self.view.on

    @property
    def workdays(self) -> pb.WorkCalendar:
        return self.view.workdays

    def heading(self, lang: Language) -> str:
        """The programme that is asked, and as of when."""
        as_of = say("cli.as_of", lang, title=self.programme.title.to(lang), day=self.on)
        if self.recorded is None:
            return as_of
        return as_of + say("cli.as_known", lang, recorded=self.recorded)

    def record(self) -> dict[str, Any]:
        return {
            "programme": self.programme.id,
            "on": self.on.isoformat(),
            "recorded": self.recorded,
        }


def asks(function: Function) -> Function:
    """A programme asked about on a day: the function is given `asked`."""

    @takes_programme
    @takes_workdays
    @wraps(function)
    def command(
        *args: Any,
        programme: pb.Programme,
        workdays: pb.WorkCalendar,
        on: datetime.date,
        recorded: str | None,
        **others: Any,
    ) -> Any:
        try:
            then = programme.as_of(effective=on, recorded=recorded)
        except pb.ProbityError as error:
            refuse("--recorded" if recorded else "--on", error)
        asked = Asked(then, then.view(on, workdays), programme, recorded)
        return function(*args, asked=asked, **others)

    return with_options(
        command,
        on_option,
        click.option(
            "--recorded",
            metavar="INSTANT",
            help="As it was known then, such as 2026-07-01T00:00:00Z; without it as it is now.",
        ),
    )
