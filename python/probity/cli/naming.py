"""Which record somebody means, by an id, a title or the beginning of either."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from probity.cli.errors import Refused
from probity.cli.kinds import adding, label
from probity.cli.language import language, refusal
from probity.text import Text
from probity.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    import probity as pb


class Unknown(Refused):
    """A name by which no record is called."""

    def __init__(self, message: str, said: str) -> None:
        super().__init__(message)
        self.said = said


#: A refusal names no more records than these.
MOST_NAMED = 8


def records(programme: pb.Programme, kind: str) -> list[Any]:
    """The records of a kind, "task", "unit"; of a kind that lists hold under its plural."""
    if kind in ("unit", "seat"):
        return list(getattr(programme.institution, f"{kind}s"))
    if kind == "meeting":
        return [meeting for council in programme.councils for meeting in council.meetings]
    plural = f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"
    return list(getattr(programme, plural))


def ids(programme: pb.Programme, kind: str) -> list[str]:
    """The ids of the records of a kind, meetings with that of their council before theirs."""
    if kind == "meeting":
        return [
            f"{council.id}/{meeting.id}"
            for council in programme.councils
            for meeting in council.meetings
        ]
    return [record.id for record in records(programme, kind)]


def title_of(record: Any) -> Text:
    """The name of a record in both languages; empty if it has none."""
    named = getattr(record, "title", None) or getattr(record, "name", None)
    return named if isinstance(named, Text) else Text("")


def find(programme: pb.Programme, kind: str, said: str, place: str) -> str:
    """The id of the record of a kind that is meant: that id itself, else the record of that title,
    else the only one whose id or title begins so.

    Raises Refused for what may be several, naming them, and for what is none.
    """
    every = list(zip(ids(programme, kind), records(programme, kind), strict=True))
    if any(said == each for each, _ in every):
        return said
    wanted = said.casefold()
    for fits in (
        lambda name: name.casefold() == wanted,
        lambda name: name.casefold().startswith(wanted),
    ):
        found = [(each, record) for each, record in every if any(map(fits, names(each, record)))]
        if len(found) == 1:
            return found[0][0]
        if found:
            refuse_several(said, found, place)
    refuse_none(said, kind, every, place)


def names(each: str, record: Any) -> list[str]:
    """All that a record is called: its id, that within its council, its titles."""
    title = title_of(record)
    known = [each, each.partition("/")[2], title.korean, title.english]
    return [name for name in known if name]


def called(each: str, record: Any) -> str:
    """A record as a refusal names it: "T-07 (Review of contracts)"."""
    title = title_of(record).korean
    return each if title in ("", each) else f"{each} ({title})"


def refuse_several(said: str, found: Sequence[tuple[str, Any]], place: str) -> NoReturn:
    shown = ", ".join(called(*each) for each in found[:MOST_NAMED])
    more = len(found) - MOST_NAMED
    values = {"place": place, "said": repr(said), "shown": shown}
    if more > 0:
        raise Refused(refusal("ambiguous_more", more=more, **values))
    raise Refused(refusal("ambiguous", **values))


def refuse_none(said: str, kind: str, every: Sequence[tuple[str, Any]], place: str) -> NoReturn:
    from difflib import get_close_matches

    lang = language()
    what = kind.replace("_", " ") if lang == "en" else label(kind, "", lang)
    values = {"place": place, "what": what, "said": repr(said)}
    known = {name: called(each, record) for each, record in every for name in names(each, record)}
    near = [known[name] for name in get_close_matches(said, known, n=3)]
    if near:
        either = say("cli.or", lang).join(dict.fromkeys(near))
        raise Unknown(refusal("none_called_near", near=either, **values), said)
    if not every:
        raise Unknown(refusal("none_yet", command=adding(kind), **values), said)
    shown = ", ".join(called(*each) for each in every[:MOST_NAMED])
    more = len(every) - MOST_NAMED
    if more > 0:
        raise Unknown(refusal("none_called_more", shown=shown, more=more, **values), said)
    raise Unknown(refusal("none_called", shown=shown, **values), said)
