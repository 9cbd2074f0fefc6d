"""The functions for pandas, Polars and DuckDB, held to the answers for single dates."""

import datetime as dt
import subprocess
import sys

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest

import probity as pb
import probity.duckdb
import probity.pandas
import probity.polars

KR = pb.WorkCalendar.korea()
OTHER = pb.WorkCalendar.from_holidays({"2026-02-16": "New Year's Eve"})
FIRST = dt.date(2026, 1, 1)
YEAR = [FIRST + dt.timedelta(days=i) for i in range(365)]
GAPS = [None if i % 7 == 3 else date for i, date in enumerate(YEAR)]


def answers(of):
    """The answer for each date of the year, None for gaps."""
    return [None if date is None else of(date) for date in GAPS]


def plain(series):
    """A pandas column as a list with None for gaps and dates as dates."""
    return [
        None if pd.isna(value) else value.date() if isinstance(value, pd.Timestamp) else value
        for value in series
    ]


ASKED = {
    "is_working_day": ((), lambda date: KR.is_working_day(date)),
    "is_holiday": ((), lambda date: KR.is_holiday(date)),
    "add_working_days": ((-3,), lambda date: KR.add(date, -3)),
    "roll": (("modified_following",), lambda date: KR.roll(date, "modified_following")),
    "nth_week": ((2,), lambda date: pb.WeekConvention.ISO.locate(date).week == 2),
    "third_week": ((), lambda date: date in pb.third_week(start="2020-01-01")),
}
COLUMNS = {
    "datetime64": pd.Series(pd.to_datetime(GAPS)),
    "objects": pd.Series(GAPS, dtype=object),
    "date32": pd.Series(GAPS, dtype="date32[day][pyarrow]"),
}


@pytest.mark.parametrize("column", COLUMNS.values(), ids=COLUMNS)
@pytest.mark.parametrize("name", ASKED)
def test_a_series_of_pandas_answers_as_each_date_does(name, column):
    arguments, of = ASKED[name]
    assert plain(getattr(column.probity, name)(*arguments)) == answers(of)


@pytest.mark.parametrize("name", ASKED)
def test_a_series_and_an_expression_of_polars_answer_as_each_date_does(name):
    arguments, of = ASKED[name]
    series = pl.Series("day", GAPS, dtype=pl.Date)
    assert getattr(series.probity, name)(*arguments).to_list() == answers(of)
    lazy = series.to_frame().lazy().select(getattr(pl.col("day").probity, name)(*arguments))
    assert lazy.collect()["day"].to_list() == answers(of)
    assert getattr(series.drop_nulls().probity, name)(*arguments).null_count() == 0


@pytest.mark.parametrize(
    "convention", [pb.WeekConvention.ISO, pb.WeekConvention.CLDR_KR, pb.WeekConvention.FULL_WEEKS]
)
def test_weeks_of_the_month_are_those_that_the_convention_locates(convention):
    located = answers(lambda date: tuple(convention.locate(date)))
    frame = COLUMNS["datetime64"].probity.week_of_month(convention)
    assert list(frame.columns) == ["year", "month", "week"]
    rows = [None if pd.isna(row.week) else tuple(row) for row in frame.itertuples(index=False)]
    assert rows == located
    structs = pl.Series("day", GAPS, dtype=pl.Date).probity.week_of_month(convention)
    assert [row and tuple(row.values()) for row in structs.to_list()] == located


@pytest.mark.parametrize("first", ["1400-01-01", "1969-12-28", "9999-12-14"])
def test_weeks_are_located_at_the_ends_of_what_dates_can_be_and_before_1970(first):
    begin = dt.date.fromisoformat(first)
    days = [begin + dt.timedelta(days=i) for i in range(12)]
    series = pl.Series(days, dtype=pl.Date)
    for convention in (pb.WeekConvention.CLDR_KR, pb.WeekConvention.ISO):
        found = [tuple(row.values()) for row in series.probity.week_of_month(convention).to_list()]
        assert found == [tuple(convention.locate(day)) for day in days]


def test_answers_of_pandas_keep_index_and_name_and_may_have_gaps():
    series = pd.Series(pd.to_datetime(["2026-02-13", None]), index=["a", "b"], name="due")
    working = series.probity.is_working_day()
    assert (working.name, list(working.index), working.dtype) == ("due", ["a", "b"], "boolean")
    assert series.probity.add_working_days(1).dtype == "datetime64[s]"
    assert list(series.probity.week_of_month().index) == ["a", "b"]
    assert series.iloc[:0].probity.third_week().dtype == "boolean"


def test_each_date_of_pandas_may_have_a_number_and_an_end_of_its_own():
    series = pd.Series(pd.to_datetime(["2026-02-13", None, "2026-02-20"]))
    assert plain(series.probity.add_working_days([1, 2, 3])) == [
        KR.add("2026-02-13", 1),
        None,
        KR.add("2026-02-20", 3),
    ]
    ends = pd.Series(pd.to_datetime(["2026-03-01", "2026-03-01", None]))
    assert plain(series.probity.count_working_days(ends)) == [
        KR.count("2026-02-13", "2026-03-01"),
        None,
        None,
    ]
    assert plain(series.probity.count_working_days("2026-03-01")) == [
        KR.count("2026-02-13", "2026-03-01"),
        None,
        KR.count("2026-02-20", "2026-03-01"),
    ]


def test_each_date_of_polars_may_have_a_number_and_an_end_of_its_own():
    frame = pl.DataFrame(
        {
            "day": ["2026-02-13", None, "2026-02-20", "2026-02-23"],
            "n": [1, 2, -3, None],
            "end": ["2026-03-01", "2026-03-01", None, "2026-02-01"],
        }
    ).with_columns(pl.col("day", "end").str.to_date())
    later = [KR.add("2026-02-13", 1), None, KR.add("2026-02-20", -3), None]
    counts = [
        KR.count("2026-02-13", "2026-03-01"),
        None,
        None,
        KR.count("2026-02-23", "2026-02-01"),
    ]
    to_march = [
        KR.count("2026-02-13", "2026-03-01"),
        None,
        KR.count("2026-02-20", "2026-03-01"),
        KR.count("2026-02-23", "2026-03-01"),
    ]
    day = frame["day"].probity
    assert day.add_working_days(frame["n"]).to_list() == later
    assert day.count_working_days(frame["end"]).to_list() == counts
    assert day.count_working_days("2026-03-01").to_list() == to_march
    column = pl.col("day").probity
    answered = frame.lazy().select(
        later=column.add_working_days(pl.col("n")),
        counts=column.count_working_days(pl.col("end")),
        by_literal=column.count_working_days(pl.lit(dt.date(2026, 3, 1))),
        to_march=column.count_working_days(dt.date(2026, 3, 1)),
    )
    assert answered.collect().to_dict(as_series=False) == {
        "later": later,
        "counts": counts,
        "by_literal": to_march,
        "to_march": to_march,
    }


def test_another_calendar_answers_if_it_is_given():
    assert KR.is_holiday("2026-02-17") and not OTHER.is_holiday("2026-02-17")
    day = dt.date(2026, 2, 17)
    assert not pd.Series(pd.to_datetime([day])).probity.is_holiday(OTHER)[0]
    assert pl.Series([day]).probity.is_holiday(OTHER).to_list() == [False]
    connection = duckdb.connect()
    probity.duckdb.register(connection, OTHER)
    assert connection.sql("select is_holiday(date '2026-02-17')").fetchall() == [(False,)]


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: pd.Series([1]).probity, AttributeError, "a Series of int64 has no dates"),
        (
            lambda: pd.Series(["2026-02-13"]).probity,
            AttributeError,
            "pandas.to_datetime reads them",
        ),
        (
            lambda: pd.Series(pd.to_datetime(["2026-02-13 10:00"])).probity.is_holiday(),
            pb.DateError,
            "has a time of day",
        ),
        (
            lambda: COLUMNS["datetime64"].probity.add_working_days([1]),
            pb.ProbityError,
            "1 numbers of days for 365 dates",
        ),
        (
            lambda: COLUMNS["datetime64"].probity.count_working_days(COLUMNS["datetime64"][:2]),
            pb.ProbityError,
            "2 ends for 365 dates",
        ),
        (
            lambda: pl.Series(YEAR).probity.count_working_days(pl.Series([FIRST, FIRST])),
            pb.ProbityError,
            "2 ends for 365 dates",
        ),
        (
            lambda: pl.Series(YEAR).probity.add_working_days(pl.Series([1, 2, 3])),
            pb.ProbityError,
            "3 numbers of days for 365 dates",
        ),
        (lambda: COLUMNS["datetime64"].probity.nth_week(7), pb.DateError, "no month has a week 7"),
        (lambda: pl.Series([FIRST]).probity.nth_week(0), pb.DateError, "no month has a week 0"),
        (
            lambda: pl.Series("n", [1]).probity.is_holiday(),
            pb.ProbityError,
            "column 'n' is of Int64",
        ),
        (
            lambda: pl.Series([dt.date(1800, 1, 1)]).probity.is_holiday(),
            pb.HorizonError,
            "1800-01-01, is outside the calendar's horizon",
        ),
    ],
)
def test_columns_that_cannot_be_answered_for_are_refused(make, error, message):
    with pytest.raises(error, match=message):
        make()


@pytest.fixture
def connection():
    connection = duckdb.connect()
    probity.duckdb.register(connection)
    connection.register("days", pl.DataFrame({"day": pl.Series(GAPS, dtype=pl.Date)}).to_arrow())
    return connection


@pytest.mark.parametrize(
    ("call", "of"),
    [
        ("is_working_day(day)", KR.is_working_day),
        ("is_holiday(day)", KR.is_holiday),
        ("add_working_days(day, 5)", lambda date: KR.add(date, 5)),
        ("count_working_days(day, date '2027-01-01')", lambda date: KR.count(date, "2027-01-01")),
        ("count_working_days(date '2026-01-01', day)", lambda date: KR.count("2026-01-01", date)),
        ("year_of_week(day)", lambda date: pb.WeekConvention.ISO.locate(date).year),
        ("month_of_week(day)", lambda date: pb.WeekConvention.ISO.locate(date).month),
        ("week_of_month(day)", lambda date: pb.WeekConvention.ISO.locate(date).week),
        ("third_week(day)", lambda date: date in pb.third_week(start="2020-01-01")),
    ],
)
def test_functions_of_duckdb_answer_as_each_date_does(connection, call, of):
    rows = connection.sql(f"select {call} from days").fetchall()
    assert [row[0] for row in rows] == answers(of)


def test_duckdb_names_the_date_that_is_outside_and_takes_no_time_of_day(connection):
    with pytest.raises(duckdb.InvalidInputException, match="1800-01-01, is outside"):
        connection.sql("select is_holiday(date '1800-01-01')").fetchall()
    with pytest.raises(duckdb.BinderException, match="TIMESTAMP"):
        connection.sql("select is_holiday(timestamp '2026-02-17 10:00')")
    nulls = "select is_holiday(null), add_working_days(date '2026-02-13', null)"
    assert connection.sql(nulls).fetchall() == [(None, None)]


def test_functions_of_duckdb_are_added_all_or_none():
    connection = duckdb.connect()
    connection.create_function("is_holiday", lambda day: True, ["DATE"], "BOOLEAN")
    with pytest.raises(duckdb.NotImplementedException, match="is_holiday"):
        probity.duckdb.register(connection)
    with pytest.raises(duckdb.CatalogException, match="is_working_day"):
        connection.sql("select is_working_day(date '2026-02-17')")
    probity.duckdb.register(connection, prefix="kr_", convention=pb.WeekConvention.CLDR_KR)
    week = pb.WeekConvention.CLDR_KR.locate("2026-03-01").week
    assert week != pb.WeekConvention.ISO.locate("2026-03-01").week
    assert connection.sql("select kr_week_of_month(date '2026-03-01')").fetchall() == [(week,)]


def test_pandas_has_the_holidays_of_a_work_calendar():
    calendar = probity.pandas.holiday_calendar()
    days = calendar.holidays("2026-01-01", "2026-12-31")
    expected = sorted({row.date for row in KR.holidays("2026-01-01", "2027-01-01")})
    assert [day.date() for day in days] == expected
    names = calendar.holidays("2026-02-17", "2026-02-17", return_name=True)
    assert names.to_dict() == {pd.Timestamp("2026-02-17"): "설날"}
    assert len(calendar.holidays("1900-01-01", "1901-01-01")) == 0
    assert calendar.holidays()[0].date() >= KR.horizon.begin
    step = pd.offsets.CustomBusinessDay(calendar=calendar)
    assert (pd.Timestamp("2026-02-13") + step).date() == KR.add("2026-02-13", 1)
    lasting = pd.bdate_range("2026-01-01", "2026-12-31", freq="C", holidays=days.to_list())
    assert len(lasting) == KR.count("2026-01-01", "2027-01-01")


def test_importing_probity_loads_none_of_the_engines():
    code = (
        "import sys, probity; "
        "print([name for name in ('pandas', 'polars', 'duckdb', 'numpy') if name in sys.modules])"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == "[]"


def test_a_million_dates_are_located_week_by_week():
    days = np.arange("2000-01-01", "2054-01-01", dtype="datetime64[D]")
    series = pd.Series(np.resize(days, 1_000_000))
    weeks = series.probity.week_of_month()["week"]
    assert weeks.between(1, 5).all()
    assert plain(weeks[:400]) == [
        pb.WeekConvention.ISO.locate(day).week for day in days[:400].tolist()
    ]
