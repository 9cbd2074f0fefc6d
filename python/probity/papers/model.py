"""The parts of a paper, whatever it is written as: a page, or a document of Word or Hangul."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

__all__ = ["Block", "Document", "Facts", "Grid", "Heading", "Items", "Signatures", "Words"]


class Heading(NamedTuple):
    """A heading of a section."""

    text: str


class Words(NamedTuple):
    """A paragraph."""

    text: str


class Items(NamedTuple):
    """A list of lines; `none` stands for an empty one."""

    lines: tuple[str, ...]
    none: str = ""


class Facts(NamedTuple):
    """Facts by their names, in a table of two columns."""

    rows: tuple[tuple[str, str], ...]


class Grid(NamedTuple):
    """A table under the heads of its columns, which repeat on each page; `widths` are parts of the
    whole, and `none` stands for a table without rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    none: str = ""


class Signatures(NamedTuple):
    """Lines on which posts sign."""

    posts: tuple[str, ...]


Block: TypeAlias = Heading | Words | Items | Facts | Grid | Signatures


class Document(NamedTuple):
    """A paper: its head, its parts in order, and the lines under it."""

    title: str
    #: Above the title: whose it is.
    institution: str
    blocks: tuple[Block, ...]
    #: Below the title: by whom, and as of which day.
    author: str = ""
    dated: str = ""
    #: The posts that approve it, each with a space for a signature.
    approval: tuple[str, ...] = ()
    #: The mark of a made-up programme; empty for a real one.
    mark: str = ""
    foot: tuple[str, ...] = ()
