"""Begins the catalogues of a further language: all keys, with the English words to be translated.

    .venv/bin/python tests/tools/begin_language.py qaa catalogues
    .venv/bin/python tests/tools/begin_language.py qaa words

The first writes src/text/{words,labels,columns,refusals}_qaa.inc in the folder in which it is run,
the second python/probity/words/qaa.py. They replace what is there. The second takes the help of
commands from the package, which must be of the same tree.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from pprint import pformat

SECTIONS = ("words", "labels", "columns", "refusals")
_LABEL = re.compile(r'LABEL\(\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\s*\)')


def catalogue(section: str, lang: str) -> dict[str, str]:
    """The entries of a catalogue of C++, as its file has them."""
    text = Path(f"src/text/{section}_{lang}.inc").read_text(encoding="utf-8")
    return dict(_LABEL.findall(text))


def spelt_out(key: str) -> str:
    """The English of a name that has no entry: "Depends on" of "task.depends_on"."""
    name = key.rpartition(".")[2] or key
    words = re.sub("[_.]", " ", key.partition(".")[2] if key.startswith("event_kind.") else name)
    return words[:1].upper() + words[1:]


def write_catalogue(section: str, lang: str) -> None:
    english = catalogue(section, "en")
    lines = [f"// The {section} of {lang}, by key: LABEL(key, words)."]
    for key in catalogue(section, "ko"):
        lines.append(f'LABEL("{key}", "{english.get(key, spelt_out(key))}")')
    Path(f"src/text/{section}_{lang}.inc").write_text("\n".join(lines) + "\n", encoding="utf-8")


def help_of_commands() -> dict[str, str]:
    """The help of the command line in English, by the keys that other languages have for it."""
    import click

    from probity.cli import FAMILIES, cli
    from probity.cli.language import help_keys
    from probity.cli.verbs import MODULES

    def within(path: tuple[str, ...], command: click.Command) -> Iterator[tuple[str, str]]:
        key = ".".join(["help", *path])
        yield key, command.help or ""
        yield f"{key}.short", command.short_help or ""
        yield f"{key}.epilog", command.epilog or ""
        for option in command.params:
            if isinstance(option, click.Option):
                for each in help_keys(option, path):
                    yield each, option.help or ""
        for name, each in getattr(command, "commands", {}).items():
            yield from within((*path, name), each)

    found = dict(within((), cli))
    context = click.Context(cli)
    for name in (*FAMILIES, *MODULES):
        command = cli.get_command(context, name)
        assert command is not None
        found.update(within((name,), command))
    return found


def write_words(lang: str) -> None:
    from probity.words import words

    helped = help_of_commands()
    english = dict(words("en"))
    for key in words("ko"):
        if key not in english:
            # Messages of click, names of values and shared help are keyed by their English.
            own = re.split("[.:]", key, maxsplit=1)[1] if "." in key or ":" in key else key
            english[key] = helped.get(key) or own
    text = pformat(english, width=96, sort_dicts=False)
    doc = f'"""The words of {lang}."""\n\nfrom __future__ import annotations\n\n'
    path = Path(f"python/probity/words/{lang}.py")
    path.write_text(f"{doc}WORDS: dict[str, str] = {text}\n", encoding="utf-8")


def main(lang: str, what: str) -> None:
    if what == "words":
        write_words(lang)
        return
    for section in SECTIONS:
        write_catalogue(section, lang)


if __name__ == "__main__":
    main(*sys.argv[1:])
