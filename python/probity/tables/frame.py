"""Rows as a pandas DataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from probity.tables.column import DATE, FLAG, INSTANT, NUMBER, TEXT, TIME, WHOLE, Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from probity.types import Language


def frame(columns: Sequence[Column], rows: Sequence[Any], lang: Language) -> pd.DataFrame:
    """The rows, with a column each."""
    pandas = _pandas()
    series = {
        column.name: _series(pandas, column, [column.of(row, lang) for row in rows])
        for column in columns
    }
    return pandas.DataFrame(series)


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise ImportError(
            "to_frame needs pandas, which is not installed: pip install probity[pandas]"
        ) from error
    return pandas


def _series(pandas: Any, column: Column, values: list[Any]) -> Any:
    if column.categories:
        return pandas.Categorical(values, categories=list(column.categories))
    if column.names:
        return pandas.Categorical(values, categories=sorted(set(values)))
    if column.format == DATE:
        # pandas has no unit of a day, and a date of 9999 fits no finer one than this.
        import numpy as np

        return pandas.Series(np.array(values, dtype="datetime64[s]"))
    types = {
        TEXT: "str",
        TIME: "object",
        INSTANT: "datetime64[s, UTC]",
        WHOLE: "Int64",
        NUMBER: "float64",
        FLAG: "boolean" if column.optional else "bool",
    }
    return pandas.Series(values, dtype=types[column.format])
