"""The words of workbooks in both languages; headings and kinds are those of the importer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from probity import _core
from probity.text import Text

if TYPE_CHECKING:
    from probity.types import Language

#: The kinds of tables, by their rows.
Kind: TypeAlias = Literal["bands", "tasks"]
KINDS: tuple[Kind, Kind] = ("bands", "tasks")

#: Words in the name of a sheet that tell which it is.
HINTS: dict[Kind, tuple[str, ...]] = {"bands": ("밴드", "band"), "tasks": ("과제", "task")}
LISTS = Text("목록", "Lists")

#: The heading of the column in which bad rows are handed back.
REASON = Text("고칠 점", "To mend")

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


def heading(column: tuple[str, Text, bool], lang: Language) -> str:
    """The heading of a column in a form; a star marks what each row needs."""
    id, title, needed = column
    return (title.korean if lang == "ko" else written(id)) + (" *" if needed else "")


def kind_names(lang: Language) -> list[str]:
    """The kinds of task as tables name them in a language."""
    return [name.korean if lang == "ko" else written(kind) for kind, name in _core._task_kinds()]


def is_reason(heading: str) -> bool:
    """Whether a heading is that of the column in which bad rows were handed back."""
    return heading.split("\n")[0].strip() in (REASON.korean, REASON.english)
