"""The columns of workbooks, and how people know them. Headings are those of the importer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from probity import _core
from probity.text import Text
from probity.words import LANGUAGES, say, text

if TYPE_CHECKING:
    from probity.types import Language

#: The kinds of tables, by their rows.
Kind: TypeAlias = Literal["bands", "tasks"]
KINDS: tuple[Kind, Kind] = ("bands", "tasks")

#: Words in the name of a sheet that tell which it is, in all languages.
HINTS: dict[Kind, tuple[str, ...]] = {
    kind: tuple(say(f"excel.hint.{kind}", lang) for lang in LANGUAGES) for kind in KINDS
}

#: The heading of the column in which bad rows are handed back.
REASON = text("excel.reason")

#: The records whose fields the columns are.
RECORDS: dict[Kind, type] = {"bands": _core.Band, "tasks": _core.Task}
DATE_COLUMNS = frozenset(
    key for record in RECORDS.values() for key, _, form, _ in _core._fields(record) if form == "tdD"
)
#: Columns of ids, which a spreadsheet must not make dates or numbers of.
ID_COLUMNS = frozenset({"id", "depends_on", "indicators"})
#: Columns of titles and names: what the sheet shows is what they are, too.
NAME_COLUMNS = frozenset({"title", "title_en", "kind", "units", "owner", "band", "risk_area"})


def written(id: str) -> str:
    """An English name as a form shows it: "Depends on" for depends_on."""
    return id.replace("_", " ").capitalize()


def _name(title: Text, id: str, lang: Language) -> str:
    return written(id) if lang == "en" else title.to(lang)


def heading(column: tuple[str, Text, bool], lang: Language) -> str:
    """The heading of a column in a form; a star marks what each row needs."""
    id, title, needed = column
    return _name(title, id, lang) + (" *" if needed else "")


def kind_names(lang: Language) -> list[str]:
    """The kinds of task as tables name them in a language."""
    return [_name(name, kind, lang) for kind, name in _core._task_kinds()]


def is_reason(heading: str) -> bool:
    """Whether a heading is that of the column in which bad rows were handed back."""
    return heading.split("\n")[0].strip() in [say("excel.reason", lang) for lang in LANGUAGES]
