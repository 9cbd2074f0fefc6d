"""Prints the answer of a command: text with aligned columns, JSON or CSV; on a terminal, tables by
Rich.

    Band  Task  Working days late        plain columns, in pipes, files and where colour is unwanted
    ----  ----  -----------------
    B-08  T-29                 11

An answer is made of parts, texts and sheets. As text all of them are shown, as CSV one sheet, as
JSON a record of its own, whose keys are the properties of the package's objects.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    import datetime

    import probity as pb
    from probity.tables import Column
    from probity.types import Language


# Columns ------------------------------------------------------------------------------------------


def width(text: str) -> int:
    """How many columns of a terminal a text takes: two for each wide character, such as Hangul."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(c) in ("Mn", "Me", "Cf") else 2 if east_asian_width(c) in "WF" else 1
        for c in text
    )


def padded(text: str, columns: int, right: bool = False) -> str:
    space = " " * (columns - width(text))
    return space + text if right else text + space


def filled(rows: Sequence[Sequence[str]], columns: int, whole: bool = False) -> list[int]:
    """The columns that are not empty throughout; all of a table that is shown whole."""
    return [i for i in range(columns) if whole or any(row[i] for row in rows)]


def table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    right: Iterable[int] = (),
    whole: bool = False,
) -> list[str]:
    """The lines of an aligned table; the columns in `right` are flush right.

    Columns that are empty throughout are left out, unless it is shown whole.
    """
    kept = filled(rows, len(head), whole)
    widths = {i: max(width(line[i]) for line in [head, *rows]) for i in kept}
    rule = ["-" * widths[i] if i in widths else "" for i in range(len(head))]
    return [
        "  ".join(padded(line[i], widths[i], i in right) for i in kept).rstrip()
        for line in [head, rule, *rows]
    ]


class Sheet(NamedTuple):
    """Records and the columns that show them; `style` gives the colour of a record's row.

    Columns that are empty throughout are left out of texts, unless their emptiness is the answer.
    """

    columns: Sequence[Column]
    records: Sequence[Any]
    style: Callable[[Any], str] | None = None
    whole: bool = False

    def head(self, lang: Language) -> list[str]:
        return [column.heading(lang) for column in self.columns]

    def rows(self, lang: Language) -> list[list[str]]:
        """As people read them; CSV files have them as spreadsheets do."""
        return [
            [in_words(column, record, lang) for column in self.columns] for record in self.records
        ]

    def right(self) -> list[int]:
        """The columns of numbers."""
        return [i for i, column in enumerate(self.columns) if column.format == "l"]


def in_words(column: Column, record: Any, lang: Language) -> str:
    """A record's value, dates as the language writes them, with "yes" and "no" for flags."""
    from probity.text import printed
    from probity.words import say_day

    value = column.of(record, lang)
    if hasattr(value, "weekday") and not hasattr(value, "hour"):
        return say_day(value, lang)
    return printed(column.words(record, lang))


#: A part of an answer: a text, of one or more lines, or a sheet.
Part = str | Sheet


# Where it goes ------------------------------------------------------------------------------------


def takes_colour(stream: Any) -> bool:
    """Whether a stream is a terminal that is to be coloured: see https://no-color.org."""
    return (
        stream is not None
        and stream.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
    )


def echo(text: str = "", err: bool = False) -> None:
    """Prints a text: whatever it was given by others, it steers no terminal."""
    from probity.text import printed

    click.echo(printed(text), err=err)


class Output(NamedTuple):
    """How an answer is asked for: the language, and as text, as JSON or as CSV."""

    lang: Language
    as_json: bool
    #: A file; "-" is standard output.
    csv: str | None

    def show(
        self, parts: Iterable[Part], record: Callable[[], Any], csv: Sheet | None = None
    ) -> None:
        """Prints an answer: the parts as text, the record as JSON, or the sheet `csv` as CSV."""
        if self.as_json:
            show_json(record())
            return
        if self.csv is not None:
            write_csv(csv or Sheet([], []), self.csv, self.lang)
            return
        says_something = (
            part for part in parts if (part if isinstance(part, str) else part.records)
        )
        for i, part in enumerate(says_something):
            if i > 0:
                echo()
            self.show_part(part)

    def show_part(self, part: Part) -> None:
        if isinstance(part, str):
            echo(part)
        elif not (takes_colour(sys.stdout) and draw(part, self.lang)):
            lines = table(part.head(self.lang), part.rows(self.lang), part.right(), part.whole)
            echo("\n".join(lines))


def draw(sheet: Sheet, lang: Language) -> bool:
    """Draws a sheet on the terminal; False where Rich is not installed."""
    try:
        from rich.box import SIMPLE_HEAD
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text
    except ImportError:
        return False
    head, rows, right = sheet.head(lang), sheet.rows(lang), sheet.right()
    kept = filled(rows, len(head), sheet.whole)
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for i in kept:
        drawn.add_column(Text(head[i]), justify="right" if i in right else "left", overflow="fold")
    for row, record in zip(rows, sheet.records, strict=True):
        style = sheet.style(record) if sheet.style else ""
        drawn.add_row(*(Text(row[i]) for i in kept), style=style)
    Console(file=sys.stdout, highlight=False).print(drawn)
    return True


def write_csv(sheet: Sheet, path: str, lang: Language) -> None:
    """The sheet in UTF-8: in a file with a byte-order mark, on standard output without one."""
    from probity._core import _write_file
    from probity.tables.csv import csv_bytes

    data = csv_bytes(sheet.columns, sheet.records, lang)
    if path == "-":
        write_bytes(data.removeprefix(b"\xef\xbb\xbf"))
        return
    _write_file(path, data)
    say_written(path, "rows", len(sheet.records), lang)


def write_bytes(data: bytes) -> None:
    """To standard output as they are, whatever its encoding.

    They are text. A terminal shows it with nothing in it that would steer it.
    """
    if sys.stdout is not None:
        if sys.stdout.isatty():
            from probity.text import printed

            data = printed(data.decode().replace("\r\n", "\n")).encode()
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def say_written(path: str, what: str, number: int, lang: Language) -> None:
    """Says on standard error what a file has got: "agenda.csv: 64 rows"."""
    from probity.words import say_number

    echo(f"{path}: {say_number(f'cli.{what}', lang, number)}", err=True)


def say_saved(path: str, programme: pb.Programme, kept: str | None, lang: Language) -> None:
    """Says what the file of a programme has got, and where its old content is if it was
    replaced."""
    from probity.words import say

    say_written(path, "events", len(programme.history), lang)
    if kept is not None:
        echo(say("cli.kept", lang, path=path, kept=kept), err=True)


# JSON ---------------------------------------------------------------------------------------------


def show_json(value: Any) -> None:
    import json

    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    ascii_only = not encoding.lower().startswith("utf")
    # Its escape in JSON stands for a character that is not printed.
    echo(json.dumps(value, ensure_ascii=ascii_only, indent=2))


def fields(record: Any, names: str) -> dict[str, Any]:
    """Properties of an object by their names, as JSON has them."""
    return {name: plain(getattr(record, name)) for name in names.split()}


def plain(value: Any) -> Any:
    """A value for JSON: dates in ISO 8601, texts in both languages, what is empty as null."""
    from probity.text import Text
    from probity.words import LANGUAGES

    if isinstance(value, Text):
        return {lang: value.to(lang) for lang in reversed(LANGUAGES)} if value else None
    if hasattr(value, "isoformat"):
        return value.isoformat(timespec="minutes") if hasattr(value, "hour") else value.isoformat()
    if hasattr(value, "begin") and hasattr(value, "last"):
        return {"begin": plain(value.begin), "end": plain(value.end)}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return None if value == "" else value


def iso(date: datetime.date | None) -> str | None:
    return None if date is None else date.isoformat()


def day_text(date: datetime.date, lang: Language) -> str:
    """ "2026-03-18 Wed", "2026. 3. 18.(수)"."""
    from probity import words

    return words.day_text(date, lang)
