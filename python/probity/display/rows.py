"""Any table as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probity.display.html import element, escape, fragment, rows_table
from probity.words import say

if TYPE_CHECKING:
    from probity.tables import Tabular
    from probity.types import Language

#: How many rows of a long table are shown.
ROWS_SHOWN = 60


def table(value: Tabular, lang: Language = "en") -> str:
    """The records as rows; of many the first sixty."""
    return fragment(cells(value, lang), lang=lang)


def cells(value: Tabular, lang: Language) -> str:
    """The same as a part of another's fragment."""
    columns, rows, left = value.columns(), *value._first_rows(ROWS_SHOWN)
    return "".join(
        (
            rows_table(
                [column.heading(lang) for column in columns],
                [[column.words(row, lang) for column in columns] for row in rows],
                lang,
            ),
            element("p", escape(say("display.more", lang, number=left))) if left > 0 else "",
        )
    )
