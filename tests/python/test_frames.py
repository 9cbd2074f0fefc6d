"""Tables: frames, files for spreadsheets, and what Arrow's readers make of dates and records."""

import csv
import datetime
import io
import pickle
import subprocess
import sys
import unicodedata

import pytest

import office
import probity as pb
from conftest import day
from probity.tables import COLUMNS

pd = pytest.importorskip("pandas")
pa = pytest.importorskip("pyarrow")
pl = pytest.importorskip("polars")
duckdb = pytest.importorskip("duckdb")


@pytest.fixture(scope="module")
def songpa() -> pb.Agenda:
    return pb.examples.songpa().calendar(2026)


@pytest.fixture(scope="module")
def holidays(kr) -> pb.Table:
    return kr.holidays("2026-01-01", "2027-01-01")


def cells(path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))


class TestTable:
    def test_equals_a_list(self, holidays, songpa):
        assert holidays == list(holidays)
        assert songpa.entries == list(songpa)
        assert pb.WorkCalendar.from_holidays(holidays).holidays("2026-01-01") == holidays

    def test_is_pickled_with_its_kind(self, holidays):
        back = pickle.loads(pickle.dumps(holidays))
        assert back == holidays and back.columns() == holidays.columns()

    def test_columns_are_members(self, songpa):
        for column in COLUMNS[pb.AgendaEntry]:
            assert column.name == "last" or hasattr(songpa[0], column.name)

    def test_an_empty_table_keeps_its_columns(self, songpa):
        empty = songpa.select("meeting").entries
        assert list(empty.to_frame().columns) == [c.name for c in COLUMNS[pb.AgendaEntry]]
        assert pb.Table().columns() == ()

    def test_records_of_no_kind_or_several(self, holidays, songpa):
        with pytest.raises(pb.ProbityError, match="AgendaEntry, Holiday"):
            pb.Table([holidays[0], songpa[0]]).columns()
        with pytest.raises(pb.ProbityError, match="a table of int"):
            pb.Table([1]).to_frame()


class TestFrame:
    def test_types(self, songpa):
        types = songpa.to_frame().dtypes.astype(str)
        for name in ("begin", "last", "end", "nominal"):
            assert types[name] == "datetime64[s]"
        assert types["kind"] == "category"
        assert types["working_days"] == types["changes"] == "Int64"
        assert types["short"] == types["has_own_days"] == "bool"
        assert types["title"] == "str"

    def test_rows_are_the_entries(self, songpa):
        frame = songpa.to_frame(lang="ko")
        assert len(frame) == len(songpa)
        assert list(frame["title"]) == [entry.title.korean for entry in songpa]
        assert list(frame["begin"].dt.date) == [entry.begin for entry in songpa]
        assert list(frame["kind"]) == [entry.kind for entry in songpa]
        weeks = frame[(frame["kind"] == "week") & frame["short"]]
        assert list(weeks["working_days"]) == [2]

    def test_names_of_columns_do_not_change_with_the_language(self, songpa, holidays):
        for table in (songpa, holidays, songpa.undated):
            assert list(table.to_frame("ko").columns) == list(table.to_frame("en").columns)

    def test_names_of_records_do_not_change_with_the_language(self, songpa):
        ids = ["id", "period", "kind"]
        assert songpa.to_frame("ko")[ids].equals(songpa.to_frame("en")[ids])

    def test_missing_values(self):
        frame = pb.examples.songpa().calendar(2023).to_frame()
        (nominal,) = frame[frame["kind"] == "day"]["nominal"]
        assert nominal is pd.NaT

    def test_the_last_date_there_is(self):
        holiday = pb.Holiday("9999-12-31", "끝", "End")
        (date,) = pb.Table([holiday]).to_frame()["date"]
        assert date.date() == day("9999-12-31")

    def test_holidays(self, holidays):
        frame = holidays.to_frame(lang="ko")
        assert frame["date"].dt.year.unique().tolist() == [2026]
        assert frame["name"][0] == "1월 1일"
        substitutes = frame[frame["kind"] == "substitute"]
        assert len(substitutes) == 4
        assert substitutes["basis"].str.contains("제3조").all()

    def test_unknown_language(self, songpa):
        with pytest.raises(pb.ProbityError, match="fr"):
            songpa.to_frame(lang="fr")

    def test_without_pandas(self):
        code = (
            "import sys; sys.modules['pandas'] = None\n"
            "import probity as pb\n"
            "try: pb.examples.songpa().calendar(2026).to_frame()\n"
            "except ImportError as error: print(error)"
        )
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert "pip install probity[pandas]" in run.stdout


class TestCsv:
    @pytest.mark.parametrize("lang", ["ko", "en"])
    def test_reads_back(self, songpa, tmp_path, lang):
        path = tmp_path / "agenda.csv"
        songpa.to_csv(path, lang)
        head, *rows = cells(path)
        assert head == [column.heading(lang) for column in COLUMNS[pb.AgendaEntry]]
        assert len(rows) == len(songpa)
        frame = pd.read_csv(path, encoding="utf-8-sig", parse_dates=[head[4]])
        assert list(frame[head[4]].dt.date) == [entry.begin for entry in songpa]
        assert list(frame[head[3]]) == [entry.title.to(lang) for entry in songpa]

    def test_kinds_are_in_words(self, holidays, tmp_path):
        holidays.to_csv(tmp_path / "holidays.csv", lang="ko")
        rows = cells(tmp_path / "holidays.csv")
        assert rows[1][:3] == ["2026-01-01", "1월 1일", "공휴일"]
        assert {row[2] for row in rows[1:]} == {"공휴일", "명절", "국경일", "대체공휴일", "선거일"}

    def test_form(self, songpa, tmp_path):
        path = tmp_path / "agenda.csv"
        songpa.to_csv(path, "ko")
        data = path.read_bytes()
        mark = b"\xef\xbb\xbf"
        assert data.startswith(mark) and data.count(mark) == 1
        assert data.count(b"\n") == data.count(b"\r\n") == len(songpa) + 1
        text = data.decode("utf-8-sig")
        text.encode("cp949")
        assert unicodedata.is_normalized("NFC", text)

    def test_no_cell_is_a_formula(self, tmp_path):
        agenda = office.agenda(tmp_path)
        path = tmp_path / "office.csv"
        agenda.to_csv(path, "ko")
        rows = cells(path)
        titles = {row[3] for row in rows}
        assert "'" + office.FORMULA in titles
        assert "'@회의실" in {row[14] for row in rows}
        for row in rows:
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
        assert ["15:20", "16:30"] in [row[8:10] for row in rows]

    def test_numbers_stay_numbers(self, tmp_path):
        pb.WeekConvention.compare(2026, week=-1).to_csv(tmp_path / "x.csv")
        assert {row[2] for row in cells(tmp_path / "x.csv")[1:]} == {"-1"}

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
    def test_each_start_of_a_formula(self, tmp_path, start):
        pb.Table([pb.Holiday("2026-05-01", f"{start}1")]).to_csv(tmp_path / "x.csv", "ko")
        with open(tmp_path / "x.csv", encoding="utf-8-sig", newline="") as file:
            assert list(csv.reader(file))[1][1] == f"'{start}1"

    def test_decomposed_hangul_is_composed(self, tmp_path):
        name = unicodedata.normalize("NFD", "개천절")
        pb.Table([pb.Holiday("2026-10-03", name)]).to_csv(tmp_path / "x.csv", "ko")
        assert cells(tmp_path / "x.csv")[1][1] == "개천절"

    def test_a_place_that_cannot_be_written(self, songpa, tmp_path):
        with pytest.raises(pb.DocumentError, match=r"cannot write '.*x\.csv': No such file"):
            songpa.to_csv(tmp_path / "missing" / "x.csv")


THIRD_WEDNESDAYS = pb.third_wednesday(month=3, start="1400-01-01").between("1400-01-01")
SETS = {
    "sparse": THIRD_WEDNESDAYS,
    "dense": pb.DateSet.of(pb.Interval("2026-01-01", "2027-01-01")),
    "empty": pb.DateSet(),
    "ends": pb.DateSet(["1400-01-01", "9999-12-31"]),
}


class TestArrowOfDates:
    @pytest.mark.parametrize("name", SETS)
    def test_pyarrow(self, name):
        dates = SETS[name]
        array = pa.array(dates)
        array.validate(full=True)
        assert array.type == pa.date32() and array.null_count == 0
        assert array.to_pylist() == list(dates)
        assert pa.chunked_array(dates).to_pylist() == list(dates)

    @pytest.mark.parametrize("name", SETS)
    def test_polars(self, name):
        series = pl.Series(SETS[name])
        assert series.dtype == pl.Date
        assert series.to_list() == list(SETS[name])

    def test_duckdb(self):
        days = pa.table({"day": pa.array(THIRD_WEDNESDAYS)})  # noqa: F841
        (first, count) = duckdb.sql("select min(day), count(*) from days").fetchall()[0]
        assert (first, count) == (THIRD_WEDNESDAYS[0], len(THIRD_WEDNESDAYS))

    def test_flat_dates_are_not_copied(self):
        addresses = {pa.array(THIRD_WEDNESDAYS).buffers()[1].address for _ in range(2)}
        assert len(addresses) == 1

    def test_the_array_outlives_the_set(self):
        dates = pb.third_wednesday(month=3, start="2000-01-01").between("2000-01-01", "9000-01-01")
        expected = list(dates)
        array = pa.array(dates)
        del dates
        assert array.to_pylist() == expected

    def test_capsules_that_nobody_takes(self):
        for _ in range(3):
            THIRD_WEDNESDAYS.__arrow_c_array__()
            THIRD_WEDNESDAYS.__arrow_c_stream__()
            THIRD_WEDNESDAYS.__arrow_c_schema__()

    @pytest.mark.parametrize("make", [pa.array, pl.Series])
    def test_arrays_come_back_as_sets(self, make):
        assert pb.DateSet(make(THIRD_WEDNESDAYS)) == THIRD_WEDNESDAYS

    @pytest.mark.parametrize("make", [pa.array, pl.Series])
    def test_arrays_are_taken_where_dates_are(self, kr, make):
        dates = make(pb.DateSet(["2026-05-25", "2026-05-26"]))
        assert kr.is_working_day(dates).tolist() == [False, True]


class TestArrowOfRecords:
    def test_pyarrow(self, songpa):
        table = pa.table(songpa)
        table.validate(full=True)
        assert table.num_rows == len(songpa)
        assert table.column("begin").to_pylist() == [entry.begin for entry in songpa]
        assert table.column("title").to_pylist() == [entry.title.english for entry in songpa]
        assert table.column("short").to_pylist() == [entry.short for entry in songpa]
        assert table.column("working_days").to_pylist() == [e.working_days for e in songpa]
        assert table.column("nominal").to_pylist() == [entry.nominal for entry in songpa]

    def test_a_column_outlives_its_table(self, songpa):
        column = pa.table(songpa).column("title")
        assert column.to_pylist()[0] == "Integrity Week"

    def test_times(self, tmp_path):
        begins = pa.table(office.agenda(tmp_path)).column("begins").to_pylist()
        assert set(begins) == {None, datetime.time(15, 20)}

    def test_polars(self, songpa, holidays):
        frame = pl.DataFrame(songpa)
        assert frame.filter(pl.col("short"))["working_days"].to_list() == [2]
        korean = pl.DataFrame(holidays.to_arrow("ko"))
        assert korean["date"].to_list() == [each.date for each in holidays]
        assert korean["name"].to_list() == [each.name for each in holidays]

    def test_duckdb(self, songpa, holidays):
        agenda = songpa  # noqa: F841
        listed = holidays.to_arrow()  # noqa: F841
        (count,) = duckdb.sql("select count(*) from listed where kind = 'substitute'").fetchall()[0]
        assert count == 4
        found = duckdb.sql("select period from agenda where short and kind = 'week'").fetchall()
        assert found == [("2026-02",)]

    def test_empty(self, songpa):
        table = pa.table(songpa.select("meeting"))
        assert table.num_rows == 0 and "begin" in table.column_names

    def test_no_columns_are_unequal(self):
        from probity._core import _flat_table

        with pytest.raises(pb.ProbityError, match='"b" has 2 values, the first one 1'):
            _flat_table([("a", "l", [1], None), ("b", "l", [1, 2], None)])
        with pytest.raises(pb.ProbityError, match='format "x"'):
            _flat_table([("a", "x", [1], None)])
        with pytest.raises(pb.ProbityError, match='"c" is none of its categories'):
            _flat_table([("a", "U", ["b", "c"], ["a", "b"])])
