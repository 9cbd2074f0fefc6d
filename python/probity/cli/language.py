"""The language of a call, by --lang or PROBITY_LANG: answers, and help and refusals as well.

Commands are written with their help in English. Each other language has it in its catalogue
(probity/words), which is keyed by the names of commands and options:

    help.journal.log            the help of `probity journal log`
    help.journal.log.short      its line in the list of commands
    help.journal.log.--clock    an option of it
    help.--json                 an option that means the same in all commands
    help:Why.                   an option by its help in English, which several commands have
    metavar.FILE                how usage calls a value
    click.Missing option        a message of click, by its English

A key that a catalogue lacks fails a test. Refusals of the command line itself are sentences as its
answers are, under "refused".
"""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import click

from probity.cli.output import width
from probity.words import LANGUAGES, find, phrases, say

if TYPE_CHECKING:
    from probity.types import Language

#: The environment variable that gives the language if --lang does not.
VARIABLE = "PROBITY_LANG"

_language: ContextVar[Language] = ContextVar("language", default="en")


def language() -> Language:
    """The language of this call of the command line."""
    return _language.get()


def refusal(name: str, /, **values: object) -> str:
    """The sentence of a refusal, in the language of the call."""
    return say(f"refused.{name}", language(), **values)


def asked_for(words: Sequence[str]) -> Language:
    """The language that the words of a call ask for, wherever --lang stands among them.

    It is needed before they are read: they may ask for help, or be refused. A language that is not
    known is left to be refused by the option.
    """
    asked = os.environ.get(VARIABLE, "")
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == "--":
            break
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return next((lang for lang in LANGUAGES if lang == asked), "en")


@contextmanager
def speaking(lang: Language) -> Iterator[None]:
    """Speaks a language as long as the call runs, in the messages of click too.

    Click takes its messages through gettext, which knows only compiled catalogues of the system's
    language; so its functions are exchanged for as long.
    """
    token = _language.set(lang)
    messages = phrases("click", lang)

    def gettext(message: str) -> str:
        return messages.get(message, message)

    def ngettext(one: str, several: str, number: int) -> str:
        return gettext(one if number == 1 else several)

    # Columns of help are as wide as a terminal shows them.
    spoken = {"_": gettext, "ngettext": ngettext, "term_len": width} if messages else {}
    exchanged: list[tuple[dict[str, Any], str, Any]] = []
    for names in [vars(each) for name, each in sys.modules.items() if name.startswith("click.")]:
        for called in spoken.keys() & names.keys():
            exchanged.append((names, called, names[called]))
            names[called] = spoken[called]
    try:
        yield
    finally:
        for names, called, function in exchanged:
            names[called] = function
        _language.reset(token)


# Commands in another language ---------------------------------------------------------------------


def help_keys(parameter: click.Parameter, path: Sequence[str]) -> list[str]:
    """The keys of an option's help: its own, that of all options with the same help in English, and
    that of all options of the name."""
    if not isinstance(parameter, click.Option):
        return []
    name = max(parameter.opts, key=len)
    return [".".join(["help", *path, name]), f"help:{parameter.help}", f"help.{name}"]


def metavar_of(parameter: click.Parameter) -> str | None:
    """How usage calls a value in English; None if it shows the values or there are none."""
    if isinstance(parameter.type, click.Choice):
        return None
    if isinstance(parameter, click.Option):
        if parameter.is_flag or parameter.count:
            return None
        return parameter.metavar or parameter.type.name.upper()
    name = parameter.human_readable_name
    # The brackets of one that can be left out are put around its words.
    is_bracketed = not parameter.required and name.startswith("[") and name.endswith("]")
    return name[1:-1] if is_bracketed else name


def translated(command: click.Command, lang: Language, path: Sequence[str] = ()) -> click.Command:
    """The command with its help in a language; as it is if the language has none of its own."""
    if find("help", lang) is None:
        return command
    made = copy.copy(command)
    key = ".".join(["help", *path])
    made.help = find(key, lang) or command.help
    made.short_help = find(f"{key}.short", lang) or command.short_help
    made.epilog = find(f"{key}.epilog", lang) or command.epilog
    made.options_metavar = _metavar(command.options_metavar, lang)
    made.params = [_translated_parameter(each, lang, path) for each in command.params]
    vars(made)["_help_option"] = None  # click keeps it once it was asked for
    if isinstance(command, click.Group) and isinstance(made, click.Group):
        made.subcommand_metavar = _metavar(command.subcommand_metavar, lang) or ""
        made.commands = {
            name: translated(each, lang, [*path, name]) for name, each in command.commands.items()
        }
    return made


def _translated_parameter(
    parameter: click.Parameter, lang: Language, path: Sequence[str]
) -> click.Parameter:
    made = copy.copy(parameter)
    metavar = metavar_of(parameter)
    if metavar is not None:
        said = _metavar(metavar, lang)
        optional = isinstance(parameter, click.Argument) and not parameter.required
        made.metavar = f"[{said}]" if optional else said
    if isinstance(parameter, click.Option) and isinstance(made, click.Option):
        found = next(filter(None, (find(each, lang) for each in help_keys(parameter, path))), None)
        # An option of a field has the field's label.
        words_in = getattr(parameter, "words_in", None)
        if found is None and words_in is not None:
            found = f"{words_in(lang)}."
        made.help = found or parameter.help
        if isinstance(parameter.show_default, str):
            default = find(f"default.{parameter.show_default}", lang)
            made.show_default = default or parameter.show_default
    return made


def _metavar(name: str | None, lang: Language) -> str | None:
    return find(f"metavar.{name}", lang) or name
