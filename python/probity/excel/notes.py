"""The note at the heading of each column: it says what is allowed, with an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probity import _core
from probity.excel.columns import RECORDS, Kind
from probity.words import find, say

if TYPE_CHECKING:
    from probity.types import Language

#: As many names as a note lists; the hidden sheet has them all.
_MOST_NAMES = 15


def note_of(kind: Kind, column: str, needed: bool, names: list[str] | None, lang: Language) -> str:
    """The note of a column; `names` are what the programme has for it."""
    lines = [say("excel.note.needed", lang)] if needed else []
    lines.append(_allowed(kind, column, lang))
    example = find(f"excel.example.{kind}.{column}", lang)
    if names:
        example = "; ".join(names[:2]) if column == "units" else names[0]
        lines.append(_names(names, lang))
    if example:
        lines.append(say("excel.note.example", lang, example=example))
    return "\n".join(lines)


def _allowed(kind: Kind, column: str, lang: Language) -> str:
    """Words for the values that a column allows: its own, or those for all fields of its form."""
    own = f"excel.note.{kind}.{column}"
    if find(own, lang) is not None:
        return say(own, lang, most=_core._MOST_WEIGHT)
    form, choices = next(
        (form, choices) for key, _, form, choices in _core._fields(RECORDS[kind]) if key == column
    )
    if form == "tdD":
        return say("excel.note.date", lang)
    return say("excel.note.one" if choices or form == "id" else "excel.note.text", lang)


def _names(names: list[str], lang: Language) -> str:
    listed = ", ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return say("excel.more", lang, listed=listed, more=more) if more > 0 else listed
