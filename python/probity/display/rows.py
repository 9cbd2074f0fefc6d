"""Any table as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probity.display.html import element, fragment, rows_table

if TYPE_CHECKING:
    from probity.tables import Tabular

#: How many rows of a long table are shown.
ROWS_SHOWN = 60


def table(value: Tabular) -> str:
    """The records as rows; of many the first sixty."""
    columns, rows, left = value.columns(), *value._first_rows(ROWS_SHOWN)
    return fragment(
        rows_table(
            [column.heading("en") for column in columns],
            [[column.words(row, "en") for column in columns] for row in rows],
        ),
        element("p", f"and {left:,} more") if left > 0 else "",
    )
