"""How sheets look, and texts that stay texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from probity.excel import opening
from probity.excel.columns import DATE_COLUMNS, ID_COLUMNS
from probity.words import say

if TYPE_CHECKING:
    from probity.types import Language

WIDTHS = {
    "id": 12.0,
    "kind": 14.0,
    "title": 40.0,
    "title_en": 40.0,
    "units": 50.0,
    "owner": 22.0,
    "band": 22.0,
    "risk_area": 22.0,
    "due": 15.0,
    "weight": 10.0,
    "depends_on": 20.0,
    "indicators": 20.0,
    "proposed": 15.0,
}
#: The colours of headings, of what each row needs, and of cells to be mended: ink on them has a
#: contrast of more than 4.5:1.
HEADING, NEEDED, BAD = "FFDCE6F1", "FFFCE4B0", "FFFFC7CE"
INK = "FF1A1A1A"
MOST_TEXT = 32_767


def number_format(column: str, lang: Language) -> str:
    """How the cells of a column are shown: ids stay texts, so that 3-1 is no day of March."""
    if column in DATE_COLUMNS:
        return say("excel.date_format", lang)
    return "@" if column in ID_COLUMNS else "General"


def font(lang: Language, *, bold: bool = False) -> Any:
    """The font of a workbook."""
    return opening.openpyxl().styles.Font(
        name=say("excel.font", lang), size=11, bold=bold, color=INK
    )


def fill(colour: str = "") -> Any:
    """A cell filled with one colour, or with none."""
    fill_of = opening.openpyxl().styles.PatternFill
    return fill_of("solid", start_color=colour, end_color=colour) if colour else fill_of()


def wrapped() -> Any:
    """Long texts go on in further lines, so that they show whole in print."""
    return opening.openpyxl().styles.Alignment(vertical="top", wrap_text=True)


def put_heading(cell: Any, text: str, lang: Language, colour: str) -> None:
    """A heading in its cell."""
    styles = opening.openpyxl().styles
    put_text(cell, text)
    cell.font = font(lang, bold=True)
    cell.fill = fill(colour)
    cell.alignment = styles.Alignment(vertical="center", wrap_text=True)
    cell.border = styles.Border(bottom=styles.Side("thin", color=INK))


def put_text(cell: Any, text: str) -> None:
    """A text in a cell: one that begins with = is no formula, and stays none when it is edited."""
    cell.value = clean(text)
    if text[:1] in ("=", "+", "-", "@"):
        cell.data_type = "s"
        cell.quotePrefix = True


def clean(text: str) -> str:
    """A text as cells can have it."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    shown: str = ILLEGAL_CHARACTERS_RE.sub("?", text)[:MOST_TEXT]
    return shown


def put_note(cell: Any, text: str, author: str) -> None:
    """A note at a cell, as large as its text."""
    from openpyxl.comments import Comment

    text = clean(text)
    lines = sum(1 + len(line) // 32 for line in text.split("\n"))
    cell.comment = Comment(text, author, height=24 + 18 * min(lines, 20), width=320)
