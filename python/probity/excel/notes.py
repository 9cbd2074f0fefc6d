"""The note at the heading of each column: it says what is allowed, with an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probity import _core
from probity.excel.words import RECORDS, Kind
from probity.text import Text

if TYPE_CHECKING:
    from probity.types import Language

#: As many names as a note lists; the hidden sheet has them all.
_MOST_NAMES = 15

_NEEDED = Text("꼭 적습니다.", "Needed in each row.")
_EXAMPLE = Text("예: ", "Example: ")
_DAY = Text(
    "날짜를 2026-03-18처럼 적습니다. 모르면 비워 둡니다.",
    "A date, written 2026-03-18; empty where it is not known.",
)
_ONE = Text("목록에서 하나를 고릅니다.", "One of the list.")
_TEXT = Text("글을 적습니다. 없으면 비워 둡니다.", "A text; empty if there is none.")
_SEVERAL = Text("여럿이면 쌍반점(;)으로 나눕니다.", "Several are separated by a semicolon (;).")

_ALLOWED: dict[tuple[Kind, str], Text] = {
    ("bands", "id"): Text(
        "밴드마다 다른 번호: 영문자, 숫자, - _ .",
        "Another id for each band: letters A to Z, digits, - _ .",
    ),
    ("bands", "title"): Text("밴드의 이름", "The name of the band, in Korean or English."),
    ("bands", "title_en"): Text("영어 이름. 없으면 비워 둡니다.", "The English name, if any."),
    ("bands", "units"): Text(
        "밴드에 속한 부서의 이름. 부서마다 밴드 하나에만 적습니다. " + _SEVERAL.korean,
        "The units of the band; each unit stands in one band. " + _SEVERAL.english,
    ),
    ("tasks", "id"): Text(
        "과제마다 다른 번호: 영문자, 숫자, - _ .",
        "Another id for each task: letters A to Z, digits, - _ .",
    ),
    ("tasks", "title"): Text("과제의 이름", "The title of the task, in Korean or English."),
    ("tasks", "title_en"): Text("영어 이름. 없으면 비워 둡니다.", "The English title, if any."),
    ("tasks", "owner"): Text(
        "과제를 맡은 부서 하나. 목록에서 고릅니다.", "The unit that owns the task: one of the list."
    ),
    ("tasks", "band"): Text(
        "과제가 속한 밴드 하나. 밴드 시트에 적은 이름이나 목록의 이름입니다.",
        "The band of the task: a name on the sheet of bands, or one of the list.",
    ),
    ("tasks", "weight"): Text(
        f"1부터 {_core._MOST_WEIGHT}까지의 정수. 비워 두면 1입니다.",
        f"A whole number from 1 to {_core._MOST_WEIGHT}; 1 where it is empty.",
    ),
    ("tasks", "depends_on"): Text(
        "먼저 끝나야 하는 과제의 번호. " + _SEVERAL.korean,
        "The ids of the tasks that come first. " + _SEVERAL.english,
    ),
    ("tasks", "indicators"): Text(
        "과제가 이바지하는 평가지표의 번호. " + _SEVERAL.korean,
        "The ids of the indicators that the task serves. " + _SEVERAL.english,
    ),
    ("tasks", "proposed"): Text(
        "과제를 제안한 날. 비워 두면 가져오는 날입니다.",
        "The day on which it was proposed; that of the import where it is empty.",
    ),
}

_EXAMPLES: dict[tuple[Kind, str], Text] = {
    ("bands", "id"): Text("B-01"),
    ("bands", "title"): Text("세무 밴드", "Taxation band"),
    ("bands", "title_en"): Text("Taxation band"),
    ("bands", "units"): Text("세무1과; 세무2과", "Taxation Division 1; Taxation Division 2"),
    ("tasks", "id"): Text("T-01"),
    ("tasks", "title"): Text("청탁금지법 교육", "Training on the Improper Solicitation Act"),
    ("tasks", "title_en"): Text("Training on the Improper Solicitation Act"),
    ("tasks", "owner"): Text("세무1과", "Taxation Division 1"),
    ("tasks", "band"): Text("세무 밴드", "Taxation band"),
    ("tasks", "due"): Text("2026-03-18"),
    ("tasks", "weight"): Text("2"),
    ("tasks", "depends_on"): Text("T-01; T-03"),
    ("tasks", "proposed"): Text("2026-03-02"),
}


def note_of(kind: Kind, column: str, needed: bool, names: list[str] | None, lang: Language) -> str:
    """The note of a column; `names` are what the programme has for it."""
    lines = [_NEEDED.to(lang)] if needed else []
    lines.append(_allowed(kind, column).to(lang))
    example = _EXAMPLES.get((kind, column), Text("")).to(lang)
    if names:
        example = "; ".join(names[:2]) if column == "units" else names[0]
        lines.append(_names(names, lang))
    if example:
        lines.append(_EXAMPLE.to(lang) + example)
    return "\n".join(lines)


def _allowed(kind: Kind, column: str) -> Text:
    """Words for the values that a column allows: its own, or those for all fields of its form."""
    own = _ALLOWED.get((kind, column))
    if own is not None:
        return own
    form, choices = next(
        (form, choices) for key, _, form, choices in _core._fields(RECORDS[kind]) if key == column
    )
    if form == "tdD":
        return _DAY
    return _ONE if choices or form == "id" else _TEXT


def _names(names: list[str], lang: Language) -> str:
    listed = ", ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    if more <= 0:
        return listed
    return f"{listed} 외 {more}개" if lang == "ko" else f"{listed} and {more} more"
