"""Obligations as the prompt shows them: the table for people, and the records of --json."""

from __future__ import annotations

from collections.abc import Sequence

import probity as pb
from probity.cli.output import Sheet, fields
from probity.cli.programmes import Asked
from probity.cli.questions import chosen, with_titles

STANDING = (
    "obligation period unit official title owner state start due nominal advised done days_late "
    "proved proof basis optional reason text"
)
SHOWN = "obligation period title unit official owner state due text"
STYLES = {"late": "red", "done": "green"}


def sheet_of(asked: Asked, rows: Sequence[pb.ObligationStanding]) -> Sheet:
    """The table for people, without columns that are empty in all rows."""
    columns = with_titles(asked.programme, chosen(pb.ObligationStanding, SHOWN))
    empty = {name for name in ("unit", "official", "owner") if not any_of(rows, name)}
    columns = [column for column in columns if column.name not in empty]
    return Sheet(columns, rows, lambda row: STYLES.get(row.state, ""))


def any_of(rows: Sequence[pb.ObligationStanding], name: str) -> bool:
    return any(getattr(row, name) for row in rows)


def records_of(rows: Sequence[pb.ObligationStanding]) -> list[dict[str, object]]:
    return [
        {
            **fields(row, STANDING),
            "evidence": [fields(each, "name media_type sha256") for each in row.evidence],
        }
        for row in rows
    ]
