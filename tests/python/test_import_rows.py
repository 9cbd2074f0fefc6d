"""Bands and tasks from tables: all of them or none, and every bad row named."""

import csv
import datetime
import decimal
import json
import os
import re
import threading
import unicodedata
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
from probity import _core, labels

FOLDER = Path(__file__).parent.parent / "data/import"
OFFICE = pb.load(FOLDER / "office.json")
ACT = {"on": "2026-03-02", "by": "integrity-team"}


def rows_of(name):
    with open(FOLDER / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


BANDS = rows_of("bands.csv")
TASKS = rows_of("tasks.csv")


def imported(programme=OFFICE, **tables):
    return pb.import_rows(programme, **tables, **ACT)


def errors_of(lang="en", **tables):
    with pytest.raises(pb.ImportErrors) as caught:
        pb.import_rows(OFFICE, **tables, **ACT, lang=lang)
    return caught.value


def as_dicts(rows):
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


WHOLE = imported(bands=FOLDER / "bands.csv", tasks=str(FOLDER / "tasks.csv"))


def test_eleven_bands_and_thirty_nine_tasks():
    assert (len(WHOLE.bands), len(WHOLE.tasks)) == (11, 39)
    task = WHOLE.task("T-14")
    assert (task.kind, task.owner, task.band) == ("improvement_measure", "tax-2", "B-03")
    assert task.due == datetime.date(2026, 7, 14)
    assert task.title == "세무 분야 청탁 신고 창구 안내"
    assert not OFFICE.tasks


def test_five_mistakes_are_named_at_once():
    tables = {
        "bands": FOLDER / "bands-with-mistakes.csv",
        "tasks": FOLDER / "tasks-with-mistakes.csv",
    }
    errors = errors_of(**tables)
    assert str(errors).splitlines()[0] == "nothing imported, five rows to mend"
    assert [(e.sheet, e.row, e.column, e.value) for e in errors.rows] == [
        ("bands", 4, "소속부서", "세무l과"),
        ("tasks", 8, "기한", "2026-02-30"),
        ("tasks", 21, "구분", "실천과재"),
        ("tasks", 31, "선행과제", "T-91"),
        ("tasks", 36, "과제번호", "T-05"),
    ]
    assert [e.suggestion for e in errors.rows][:3] == ["세무1과", "", "실천과제"]
    assert str(errors).splitlines()[1:] == [str(row) for row in errors.rows]
    korean = errors_of("ko", **tables)
    assert str(korean).splitlines()[0] == "가져온 것이 없습니다. 고칠 행은 5개입니다"
    assert str(korean).splitlines()[1:] == [row.message.korean for row in errors.rows]
    str(korean).encode("cp949")
    assert isinstance(errors, pb.ProbityError)


@pytest.mark.parametrize(
    "tables",
    [
        {"bands": BANDS, "tasks": TASKS},
        {"bands": as_dicts(BANDS), "tasks": as_dicts(TASKS)},
        {
            "bands": pd.DataFrame(BANDS[1:], columns=BANDS[0]),
            "tasks": pd.read_csv(FOLDER / "tasks.csv"),
        },
        {
            "bands": (FOLDER / "bands.csv").read_text(encoding="utf-8"),
            "tasks": "\n".join(json.dumps(row) for row in as_dicts(TASKS)),
        },
    ],
    ids=["rows", "dicts", "frames", "texts"],
)
def test_tables_come_in_many_forms(tables):
    assert imported(**tables) == WHOLE


@pytest.mark.parametrize(
    "table_of",
    [
        pd.DataFrame,
        pl.DataFrame,
        pa.table,
        lambda columns: pa.RecordBatch.from_pydict(columns),
        lambda columns: duckdb.from_arrow(pa.table(columns)),
        lambda columns: pd.DataFrame(columns).to_records(index=False),
    ],
    ids=["pandas", "polars", "arrow-table", "arrow-batch", "duckdb", "numpy"],
)
def test_frames_of_every_kind(table_of):
    columns = {
        "id": ["T-1", "T-2"],
        "title": ["x", "y"],
        "due": [datetime.date(2026, 3, 18), None],
        "weight": [2, 3],
        "depends_on": ["", "T-1"],
    }
    first, second = (imported(tasks=table_of(columns)).task(id) for id in columns["id"])
    assert (first.title, first.due, first.weight) == ("x", datetime.date(2026, 3, 18), 2)
    assert (second.due, second.weight, second.depends_on) == (None, 3, ["T-1"])
    (error,) = errors_of(tasks=table_of(columns | {"weight": [2, 0]})).rows
    assert (error.row, error.column, error.value) == (3, "weight", "0")


def test_lists_in_the_cells_of_frames():
    columns = {"id": ["T-1", "T-2", "T-3"], "title": ["x", "y", "z"]}
    depends_on = [[], ["T-1"], ["T-1", "T-2"]]
    frames = [make(columns | {"depends_on": depends_on}) for make in (pl.DataFrame, pa.table)]
    arrays = [np.array(each, dtype=object) for each in depends_on]
    for table in [*frames, pd.DataFrame(columns | {"depends_on": arrays})]:
        later = imported(tasks=table)
        assert [later.task(id).depends_on for id in columns["id"]] == depends_on


def test_a_file_that_is_not_there_is_named(tmp_path):
    for path, reason in [
        (tmp_path / "none.csv", "No such file or directory"),
        (tmp_path, "Is a directory"),
        ("a\0b.csv", "embedded null byte"),
    ]:
        with pytest.raises(
            pb.DocumentError, match=re.escape(f"{path}: it cannot be read: {reason}")
        ):
            imported(tasks=path)


def test_a_file_may_be_a_pipe(tmp_path):
    pipe = tmp_path / "tasks"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=["id,title\nT-1,x\n"])
    writer.start()
    assert imported(tasks=pipe).task("T-1").title == "x"
    writer.join()


def test_files_of_korean_excel(tmp_path):
    path = tmp_path / "tasks.csv"
    path.write_bytes((FOLDER / "tasks.csv").read_text(encoding="utf-8-sig").encode("cp949"))
    assert imported(bands=FOLDER / "bands.csv", tasks=path) == WHOLE
    path.write_bytes(b"id,title\nT-1,\xff\xff\n")
    with pytest.raises(pb.ProbityError, match="byte 13, .xff, is neither UTF-8 nor cp949"):
        imported(tasks=path)
    lines = tmp_path / "tasks.jsonl"
    lines.write_text('{"id": "T-1", "title": "x", "weight": 2}\n', encoding="utf-8")
    assert imported(tasks=lines).task("T-1").weight == 2


@pytest.mark.parametrize("unit", ["D", "s", "ns"])
def test_cells_of_numpy(unit):
    due = np.datetime64("2026-03-18").astype(f"M8[{unit}]")
    row = {"id": "T-1", "title": np.str_("x"), "weight": np.float32(2), "due": due}
    task = imported(tasks=[row | {"proposed": np.datetime64("NaT", unit)}]).task("T-1")
    assert (task.due, task.weight) == (datetime.date(2026, 3, 18), 2)


def test_decomposed_hangul_is_composed():
    decomposed = unicodedata.normalize("NFD", "세무1과")
    later = imported(tasks=[{"id": "T-1", "title": "x", "owner": decomposed}])
    assert later.task("T-1").owner == "tax-1"


def test_cells_of_python():
    row = {
        "id": "T-1",
        "title": "=1+1",
        "due": datetime.datetime(2026, 3, 18),
        "weight": 2.0,
        "owner": float("nan"),
        "band": None,
        "indicators": [],
        "proposed": pd.NaT,
    }
    task = imported(tasks=[row]).task("T-1")
    assert (task.title, task.due, task.weight) == ("=1+1", datetime.date(2026, 3, 18), 2)
    (error,) = errors_of(tasks=[row | {"due": datetime.datetime(2026, 3, 18, 10)}]).rows
    assert (error.row, error.column, error.value) == (2, "due", "2026-03-18T10:00:00")


def test_titles_in_both_languages_are_kept():
    rows = [{"id": "X-1", "title": pb.Text("교육", "Training"), "owner": ""}]
    rows.append({"id": "X-2", "title": "회의"})
    for tasks in (rows, [list(rows[0]), list(rows[0].values()), ["X-2", "회의"]]):
        later = imported(WHOLE, tasks=tasks)
        title = later.task("X-1").title
        assert (title.korean, title.english) == ("교육", "Training")
        assert later.task("X-2").title == pb.Text.plain("회의")
    own = imported(WHOLE, tasks=[{**rows[0], "title_en": "Course"}])
    assert own.task("X-1").title == pb.Text("교육", "Course")


def test_bytes_are_their_text():
    table = np.array([(b"X-1", b"Open data")], dtype=[("id", "S4"), ("title", "S9")])
    assert imported(WHOLE, tasks=table).task("X-1").title == "Open data"
    for encoding in ("utf-8", "cp949"):
        rows = [{"id": "X-1", "title": "교육".encode(encoding)}]
        assert imported(WHOLE, tasks=rows).task("X-1").title == "교육"
    with pytest.raises(pb.ProbityError, match="no text in UTF-8 or cp949"):
        imported(WHOLE, tasks=[{"id": "X-1", "title": b"\xff\xfe\xff"}])


def test_sets_and_whole_decimals():
    row = {"id": "X-1", "title": "A", "weight": decimal.Decimal("2.0")}
    later = imported(WHOLE, tasks=[{**row, "depends_on": {"T-03", "T-01", "T-02"}}])
    task = later.task("X-1")
    assert (task.weight, task.depends_on) == (2, ["T-01", "T-02", "T-03"])
    errors_of(tasks=[{**row, "weight": decimal.Decimal("2.5")}])
    errors_of(tasks=[{**row, "weight": float("inf")}])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"id": "X-1", "title": "A"}, ["X-2", "B"]], "row 1 of the tasks is a dict"),
        ([["id", "title"], {"id": "X-1", "title": "A"}], "row 2 of the tasks is a dict"),
        (["id,title", "X-1,A"], "row 1 of the tasks is a str"),
        ([["id", "title"], None], "row 2 of the tasks is a NoneType"),
        ([{"id": "X-1", "title": {"ko": "교육"}}], "the dict {'ko': '교육'} is no cell"),
    ],
)
def test_rows_of_another_form_are_refused(rows, said):
    with pytest.raises(pb.ProbityError, match="^" + re.escape(said)):
        imported(WHOLE, tasks=rows)


def test_midnight_in_a_zone_is_no_day():
    due = datetime.datetime(2026, 3, 18, tzinfo=datetime.UTC)
    (error,) = errors_of(tasks=[{"id": "T-1", "title": "x", "due": due}]).rows
    assert "has a time zone" in error.message


def test_more_rows_than_are_taken():
    rows = [["id", "title"], *([f"T-{i}", "x"] for i in range(_core._MOST_ROWS + 5))]
    (error,) = errors_of(tasks=rows).rows
    assert (error.row, error.message.english) == (
        20_002,
        "tasks, row 20002: the table has more rows; allowed: at most 20000 rows",
    )


def test_a_table_without_rows_says_so():
    notices: list[str] = []
    later = pb.import_rows(OFFICE, tasks="id,title\n", notices=notices, **ACT)
    assert later == OFFICE
    assert notices == ["tasks, row 1: has no row to import below its headings"]


def test_cycles_are_named_whole():
    rows = [["id", "title", "depends_on"], ["A", "x", "B"], ["B", "x", "C"], ["C", "x", "A"]]
    (error,) = errors_of(tasks=rows).rows
    assert "A -> B -> C -> A" in error.message


def test_who_did_it_is_needed():
    with pytest.raises(pb.ProbityError, match="nobody is named"):
        pb.import_rows(OFFICE, tasks=TASKS, bands=BANDS, on="2026-03-02", by="")


@given(
    st.integers(1, 39),
    st.integers(1, len(TASKS[0]) - 1),
    st.text(max_size=12) | st.sampled_from(["T-01", "세무1과", "2026-02-30", "B-01", "3"]),
)
def test_a_corrupted_cell_is_legal_or_named(row, column, text):
    tasks = [list(each) for each in TASKS]
    tasks[row][column] = text
    try:
        assert len(imported(bands=BANDS, tasks=tasks).tasks) == 39
    except pb.ImportErrors as errors:
        assert {(e.row, e.column) for e in errors.rows} == {(row + 1, TASKS[0][column])}


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_any_text_is_imported_or_refused(text):
    try:
        imported(tasks=text + "\n")
    except pb.ImportErrors as errors:
        assert errors.rows


def test_a_dict_of_columns():
    columns = {"id": ["T-98", "T-99"], "title": ["A", "B"], "due": ["2026-06-30", None]}
    later = pb.import_rows(pb.examples.songpa(), tasks=columns, on="2026-03-02", by="team")
    assert [str(task.title) for task in later.tasks[-2:]] == ["A", "B"]
    assert later.task("T-98").due == datetime.date(2026, 6, 30)


@pytest.mark.parametrize(
    "columns, said",
    [
        ({"id": ["T-98", "T-99"], "title": ["A"]}, "'id': 2, 'title': 1"),
        ({"id": "T-98", "title": "A"}, "'id': 'T-98' is no column"),
        ({"id": 98}, "'id': 98 is no column"),
    ],
)
def test_a_dict_that_is_no_table_is_refused(columns, said):
    with pytest.raises(pb.ProbityError, match=said):
        pb.import_rows(pb.examples.songpa(), tasks=columns, on="2026-03-02", by="team")


def test_kinds_of_task_are_called_the_same_everywhere():
    kinds = {name: title.korean for name, title in _core._task_kinds()}
    assert kinds == {name: title.korean for name, title in labels.TASK_KINDS.items()}
