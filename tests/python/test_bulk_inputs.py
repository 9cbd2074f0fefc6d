"""Every function of many dates takes them in whatever form they come, and names what is missing."""

import datetime

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import probity as pb

KR = pb.WorkCalendar.korea()
RULE = pb.Recurrence("FREQ=MONTHLY;BYDAY=3WE", start="2026-01-01")
TEXTS = ["2026-01-21", "2026-02-18", "2026-02-17", "2026-09-25"]
DATES = [datetime.date.fromisoformat(text) for text in TEXTS]


class OnlyArray:
    """Speaks Arrow and nothing else."""

    def __init__(self, array) -> None:
        self.array = array

    def __arrow_c_array__(self, requested_schema=None):
        return self.array.__arrow_c_array__(requested_schema)


class OnlyStream:
    def __init__(self, array) -> None:
        self.array = array

    def __arrow_c_stream__(self, requested_schema=None):
        return pa.chunked_array([self.array]).__arrow_c_stream__(requested_schema)


def arrow(kind):
    return pa.array(DATES).cast(kind)


INPUTS = {
    "list of dates": list(DATES),
    "list of texts": list(TEXTS),
    "tuple": tuple(DATES),
    "list of timestamps": [pd.Timestamp(text) for text in TEXTS],
    "datetime64[D]": np.array(TEXTS, dtype="M8[D]"),
    "datetime64[ns]": np.array(TEXTS, dtype="M8[ns]"),
    "numpy objects": np.array(DATES, dtype=object),
    "numpy texts": np.array(TEXTS),
    "every second of an array": np.array(TEXTS, dtype="M8[D]").repeat(2)[::2],
    "Series of datetime64": pd.Series(pd.to_datetime(TEXTS)),
    "Series of objects": pd.Series(DATES, dtype=object),
    "Series of str": pd.Series(TEXTS, dtype="str"),
    "Series of date32": pd.Series(DATES, dtype="date32[day][pyarrow]"),
    "Series with an index": pd.Series(pd.to_datetime(TEXTS), index=[9, 8, 7, 6]),
    "DatetimeIndex": pd.DatetimeIndex(TEXTS),
    "Index of objects": pd.Index(DATES, dtype=object),
    "Arrow date32": arrow(pa.date32()),
    "Arrow date64": arrow(pa.date64()),
    "Arrow timestamp[s]": arrow(pa.timestamp("s")),
    "Arrow timestamp[ms]": arrow(pa.timestamp("ms")),
    "Arrow timestamp[us]": arrow(pa.timestamp("us")),
    "Arrow timestamp[ns]": arrow(pa.timestamp("ns")),
    "Arrow string": pa.array(TEXTS),
    "Arrow large_string": pa.array(TEXTS, pa.large_string()),
    "Arrow string_view": pa.array(TEXTS, pa.string_view()),
    "Arrow slice": pa.array([DATES[3], *DATES, DATES[0]])[1:-1],
    "Arrow chunks": pa.chunked_array([DATES[:1], [], DATES[1:]], type=pa.date32()),
    "only __arrow_c_array__": OnlyArray(arrow(pa.date32())),
    "only __arrow_c_stream__": OnlyStream(arrow(pa.date32())),
    "Polars Date": pl.Series(DATES),
    "Polars Datetime": pl.Series(DATES).cast(pl.Datetime("us")),
    "Polars String": pl.Series(TEXTS),
}
FUNCTIONS = {
    "DateSet": lambda dates: pb.DateSet(dates),
    "contains": lambda dates: RULE.contains(dates).tolist(),
    "is_working_day": lambda dates: KR.is_working_day(dates).tolist(),
    "is_holiday": lambda dates: KR.is_holiday(dates).tolist(),
    "roll": lambda dates: KR.roll(dates, "following").tolist(),
    "add": lambda dates: KR.add(dates, 3).tolist(),
    "add, numbers of each": lambda dates: KR.add(dates, [1, 2, 3, 4]).tolist(),
    "count from": lambda dates: KR.count(dates, "2027-01-01").tolist(),
    "count to": lambda dates: KR.count("2026-01-01", dates).tolist(),
    "count of pairs": lambda dates: KR.count(dates, dates).tolist(),
    "rdates": lambda dates: pb.Recurrence("FREQ=YEARLY", "2020-01-01", rdates=dates),
    "exdates": lambda dates: pb.Recurrence("FREQ=DAILY", "2020-01-01", exdates=dates),
    "expand": lambda dates: [
        part.tolist() for part in pb.expand(["FREQ=MONTHLY"] * 4, dates, "2026-01-01", "2027-01-01")
    ],
    "from_holidays": lambda dates: pb.WorkCalendar.from_holidays(dates),
    "propose": lambda dates: pb.propose(1, 2026, fixed=dates),
}


@pytest.mark.parametrize("given", INPUTS)
@pytest.mark.parametrize("function", FUNCTIONS)
def test_each_function_takes_each_form(function, given):
    ask = FUNCTIONS[function]
    assert ask(INPUTS[given]) == ask(list(DATES))


@pytest.mark.parametrize(
    "given",
    [
        sorted(DATES),
        np.array(sorted(TEXTS), dtype="M8[D]"),
        pd.Series(pd.to_datetime(sorted(TEXTS))),
        pa.array(sorted(DATES)),
        pl.Series(sorted(DATES)),
        pb.DateSet(DATES),
    ],
    ids=["list", "numpy", "pandas", "arrow", "polars", "set"],
)
def test_listed_dates_of_a_cadence(given):
    assert pb.OnDates(given).dates == sorted(DATES)


MISSING = {
    "NaT in an array": np.array(["2026-01-21", "NaT"], dtype="M8[D]"),
    "NaT in a Series": pd.Series(pd.to_datetime(["2026-01-21", None])),
    "a hidden element": np.ma.masked_array(np.array(TEXTS[:2], dtype="M8[D]"), mask=[False, True]),
    "null of date32": pa.array([DATES[0], None]),
    "null of timestamp": pa.array([DATES[0], None]).cast(pa.timestamp("us")),
    "null of text": pa.array([TEXTS[0], None]),
    "null in a later chunk": pa.chunked_array([DATES[:1], [None]], type=pa.date32()),
    "null of Polars": pl.Series([DATES[0], None]),
    "null of text of Polars": pl.Series([TEXTS[0], None]),
    "null of pandas by Arrow": pd.Series([DATES[0], None], dtype="date32[day][pyarrow]"),
}


@pytest.mark.parametrize("given", MISSING)
@pytest.mark.parametrize("function", sorted(FUNCTIONS.keys() - {"contains"}))
def test_what_is_missing_is_named_by_its_index(function, given):
    ask = FUNCTIONS[function]
    if function in ("expand", "add, numbers of each"):
        numbers = {"expand": ["FREQ=MONTHLY"] * 2, "add, numbers of each": [1, 2]}[function]

        def ask(dates):
            if function == "expand":
                return pb.expand(numbers, dates, "2026-01-01", "2027-01-01")
            return KR.add(dates, numbers)

    with pytest.raises(pb.DateError, match="(at index|element) 1.*NaT"):
        ask(MISSING[given])


@pytest.mark.parametrize("given", MISSING)
def test_what_is_missing_is_no_date_of_a_recurrence(given):
    assert RULE.contains(MISSING[given]).tolist() == [True, False]


@pytest.mark.parametrize("missing", [None, pd.NA, float("nan")])
def test_in_a_list_nothing_stands_for_a_missing_date(missing):
    with pytest.raises(TypeError, match="at index 1: .* is no date"):
        KR.is_working_day([DATES[0], missing])


class TestRefused:
    def test_a_time_of_day(self):
        times = [datetime.datetime(2026, 1, 2), datetime.datetime(2026, 1, 2, 12)]
        noon = pa.array(times, pa.timestamp("ms"))
        for given in (noon, pl.Series(noon.to_pylist())):
            with pytest.raises(pb.DateError, match="at index 1: .*time of day"):
                KR.is_working_day(given)

    def test_a_time_zone(self):
        utc = pa.array(DATES).cast(pa.timestamp("us", tz="Asia/Seoul"))
        series = pl.Series(DATES).cast(pl.Datetime("us", "Asia/Seoul"))
        for given in (utc, series):
            with pytest.raises(pb.DateError, match='time zone "Asia/Seoul"'):
                KR.is_working_day(given)
        with pytest.raises(pb.DateError, match="time zone"):
            KR.is_working_day(pd.Series(pd.DatetimeIndex(TEXTS, tz="Asia/Seoul")))

    @pytest.mark.parametrize(
        "given",
        [
            pa.array([1, 2]),
            pl.Series([1.5]),
            pl.Series([True]),
            pa.array(["2026-01-01"]).dictionary_encode(),
            pl.DataFrame({"day": DATES}),
            pa.table({"day": DATES}),
        ],
        ids=["numbers", "fractions", "flags", "a dictionary", "a frame", "a table"],
    )
    def test_what_holds_no_dates(self, given):
        with pytest.raises(TypeError, match="holds no dates"):
            KR.is_working_day(given)

    @pytest.mark.parametrize("make", [pa.array, pl.Series, pd.Series, np.array, list])
    def test_a_text_that_is_no_date(self, make):
        with pytest.raises(pb.DateError, match="at index 1: .*2026-02-30"):
            KR.is_working_day(make(["2026-01-02", "2026-02-30"]))

    def test_a_date_beyond_the_library(self):
        with pytest.raises(pb.DateError, match="at index 1"):
            pb.DateSet(pa.array([DATES[0], datetime.date(1399, 12, 31)]))

    def test_a_stream_that_breaks_off(self):
        def batches():
            yield pa.record_batch({"day": pa.array(DATES)})
            raise OSError("the disk is gone")

        schema = pa.schema({"day": pa.date32()})
        reader = pa.RecordBatchReader.from_batches(schema, batches())
        with pytest.raises(TypeError, match="holds no dates"):
            pb.DateSet(reader)


def test_nulls_alone_are_all_missing():
    assert RULE.contains(pa.nulls(2)).tolist() == [False, False]
    assert len(pb.DateSet(pa.array([], pa.null()))) == 0


def test_numbers_of_working_days():
    for numbers in (
        [1, 2, 3, 4],
        np.arange(1, 5),
        pd.Series([1, 2, 3, 4]),
        pl.Series([1, 2, 3, 4]),
    ):
        assert KR.add(DATES, numbers).tolist() == KR.add(DATES, [1, 2, 3, 4]).tolist()
    assert KR.add(DATES, pa.array([1, 2, 3, 4])).tolist() == KR.add(DATES, [1, 2, 3, 4]).tolist()
    with pytest.raises(TypeError, match="whole numbers"):
        KR.add(DATES, pa.array([1, None, 3, 4]))


@pytest.mark.parametrize("make", [list, tuple, np.array, pd.Series, pa.array, pl.Series])
def test_texts_of_rules(make):
    texts = ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=WE"]
    offsets, days = pb.expand(make(texts), make(["2026-01-01"] * 2), "2026-01-01", "2026-01-15")
    assert offsets.tolist() == [0, 14, 16] and len(days) == 16


ROWS = {
    "과제번호": ["T-90", "T-91"],
    "과제명": ["청탁금지법 교육", "계약 공개 점검"],
    "기한": [DATES[0], None],
    "가중치": [2, 1],
}


@pytest.mark.parametrize(
    "rows",
    [
        pd.DataFrame(ROWS),
        pl.DataFrame(ROWS),
        pa.table(ROWS),
        pa.record_batch(ROWS),
        pa.RecordBatchReader.from_batches(pa.table(ROWS).schema, pa.table(ROWS).to_batches()),
    ],
    ids=["pandas", "polars", "arrow", "batch", "reader"],
)
def test_rows_of_an_import(rows):
    later = pb.import_rows(pb.examples.songpa(), tasks=rows, on="2026-01-02", by="integrity-team")
    assert [later.task(id).due for id in ("T-90", "T-91")] == [DATES[0], None]
    assert [later.task(id).weight for id in ("T-90", "T-91")] == [2, 1]


def test_a_relation_of_duckdb():
    given = pa.table(ROWS)  # noqa: F841
    relation = duckdb.sql("select * from given")
    later = pb.import_rows(
        pb.examples.songpa(), tasks=relation, on="2026-01-02", by="integrity-team"
    )
    assert later.task("T-90").due == DATES[0]
