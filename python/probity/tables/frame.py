"""Flat columns as a pandas DataFrame. Does not copy buffers that already match the layout of
pandas."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from probity.tables.column import DATE, FLAG, INSTANT, NUMBER, TEXT, WHOLE, Column
from probity.words import refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from probity._core import _FlatColumn, _FlatTable
    from probity.types import Language


def frame(
    columns: Sequence[Column], flat: Callable[[Language], _FlatTable], lang: Language
) -> pd.DataFrame:
    """The table that `flat` gives in a language, with a column each."""
    pandas = _pandas()
    texts = pandas.Series([], dtype="str").dtype
    table = flat(lang)
    series = {
        column.name: _values(pandas, texts, column, values)
        for column, values in zip(columns, table.columns, strict=True)
    }
    return pandas.DataFrame(series, copy=False)


def _pandas() -> Any:
    try:
        import pandas
    except ImportError as error:
        raise refused(ImportError, "to_frame") from error
    return pandas


def _values(pandas: Any, texts: Any, column: Column, flat: _FlatColumn) -> Any:
    if flat.categories is not None:
        categories = pandas.CategoricalDtype(pandas.Index(flat.categories, dtype="str"))
        return pandas.Categorical.from_codes(flat.numbers(), dtype=categories)
    if column.format == TEXT:
        return _texts(pandas, texts, flat)
    if column.format == WHOLE:
        return pandas.arrays.IntegerArray(flat.numbers(), flat.missing())
    if column.format == FLAG:
        flags = flat.numbers()
        return pandas.arrays.BooleanArray(flags, flat.missing()) if column.optional else flags
    if column.format in (DATE, NUMBER):
        return flat.numbers()
    if column.format == INSTANT:
        return pandas.DatetimeIndex(flat.numbers()).tz_localize("UTC")
    return _times(flat)


def _texts(pandas: Any, dtype: Any, flat: _FlatColumn) -> Any:
    """The texts as pandas keeps them: by Arrow where pyarrow is installed, else as objects."""
    if getattr(dtype, "storage", "") == "pyarrow":
        import pyarrow

        return dtype.__from_arrow__(pyarrow.array(flat))
    return pandas.array(flat.texts(), dtype=dtype)


def _times(flat: _FlatColumn) -> Any:
    import numpy as np

    times = np.empty(len(flat), dtype=object)
    for i, (seconds, missing) in enumerate(zip(flat.numbers(), flat.missing(), strict=True)):
        if not missing:
            minutes, second = divmod(int(seconds), 60)
            times[i] = datetime.time(minutes // 60, minutes % 60, second)
    return times
