"""Workbooks are read as offices have them."""

import datetime
from typing import Any

import openpyxl
import pandas as pd
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import PatternFill

import probity as pb
import probity._core
from workbooks import (
    ACT,
    BAD_BANDS,
    BAD_TASKS,
    BANDS,
    OFFICE,
    SHEET,
    TASKS,
    WHOLE,
    book_of,
    bytes_of,
    changed,
    refusal,
    task_table,
    tasks_of,
    written_by_xlsxwriter,
)


def imported(source, **options):
    return pb.import_rows(OFFICE, **pb.excel.read(source, **options), **ACT)


def errors_of(source, lang="en", **options):
    with pytest.raises(pb.ImportErrors) as caught:
        pb.import_rows(OFFICE, **pb.excel.read(source, **options), **ACT, lang=lang)
    return caught.value


# What the importer is given ---------------------------------------------------------------------


def test_eleven_bands_and_thirty_nine_tasks(tmp_path):
    path = tmp_path / "office.xlsx"
    book_of(밴드=BANDS, 과제=TASKS).save(path)
    book = pb.excel.read(path)
    assert (len(book.bands), len(book.tasks), list(book.keys())) == (11, 39, ["bands", "tasks"])
    assert imported(path) == WHOLE
    assert pb.import_rows(OFFICE, bands=path, tasks=str(path), **ACT) == WHOLE
    assert pb.import_rows(OFFICE, bands=book, tasks=book.tasks, **ACT) == WHOLE
    path.rename(tmp_path / "office.dat")
    assert pb.import_rows(OFFICE, bands=BANDS, tasks=tmp_path / "office.dat", **ACT) == WHOLE


@pytest.mark.parametrize(
    ("lang", "first", "reasons"),
    [
        ("en", "nothing imported, five rows to mend", "is no day; allowed: February 2026 has"),
        ("ko", "가져온 것이 없습니다. 고칠 행은 5개입니다", "없는 날짜입니다. 허용되는 값: "),
    ],
)
def test_five_mistakes_are_named_at_once(lang, first, reasons):
    errors = errors_of(bytes_of(book_of(밴드=BAD_BANDS, 과제=BAD_TASKS)), lang)
    message = str(errors)
    assert message.splitlines()[0] == first and reasons in message
    assert errors.cells == ["밴드!D4", "과제!G8", "과제!B21", "과제!I31", "과제!A36"]
    assert [row.value for row in errors.rows] == [
        "세무l과",
        "2026-02-30",
        "실천과재",
        "T-91",
        "T-05",
    ]
    message.encode("cp949")


def test_a_table_knows_its_cells():
    table = pb.excel.read(task_table(["T-1", "청렴교육", "2026-03-18"])).tasks
    assert (table.name, table.heading_row, table.headings) == (
        "과제",
        1,
        ["과제번호", "과제명", "기한"],
    )
    assert table.address(2, "기한") == "과제!C2" and table.address(2) == "과제!A2"
    assert list(table) == [{"과제번호": "T-1", "과제명": "청렴교육", "기한": "2026-03-18"}]
    data = bytes_of(book_of(**{"올해 '26": [["id", "title", "due"], ["T-1", "x", "soon"]]}))
    assert errors_of(data).cells == ["'올해 ''26'!C2"]


def test_a_table_of_tasks_is_none_of_bands():
    book = pb.excel.read(task_table(["T-1", "x", None]))
    with pytest.raises(pb.DocumentError, match="the workbook: it has no table of bands"):
        pb.import_rows(OFFICE, bands=book, **ACT)
    with pytest.raises(pb.ProbityError, match="has tasks, and was given for the bands"):
        pb.import_rows(OFFICE, bands=book.tasks, **ACT)


# Cells ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (datetime.date(2026, 3, 18), "yyyy-mm-dd", "2026-03-18"),
        (datetime.datetime(2026, 3, 18), 'yyyy"년" m"월" d"일"', "2026-03-18"),
        (datetime.datetime(2026, 3, 18, 10), "yyyy-mm-dd hh:mm", "2026-03-18T10:00:00"),
        (46099, "General", "2026-03-18"),
        (46099.0, "yyyy. m. d.;@", "2026-03-18"),
        ("2026. 3. 18.", "General", "2026. 3. 18."),
        (2026, "General", "2026"),
        (20260318, "General", "20260318"),
    ],
)
def test_days(value, number_format, text):
    book = book_of(과제=[["id", "title", "due"], ["T-1", "x", value]])
    book["과제"]["C2"].number_format = number_format
    assert tasks_of(bytes_of(book)) == [["T-1", "x", text]]


def test_days_of_a_workbook_that_counts_from_1904():
    book = book_of(과제=[["id", "title", "due"], ["T-1", "x", 46099 - 1462], ["T-2", "x", None]])
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book["과제"]["C3"] = datetime.date(2026, 3, 18)
    assert [row[2] for row in tasks_of(bytes_of(book))] == ["2026-03-18", "2026-03-18"]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (7, "000", "007"),
        (7, '"T-"00', "T-07"),
        (True, "General", "TRUE"),
        (1e20, "General", "1e+20"),
        ("교육", "General", "교육"),
        ("줄_x000D_\n바꿈", "General", "줄\r\n바꿈"),
    ],
)
def test_cells_are_what_they_show(value, number_format, text):
    book = book_of(과제=[["id", "title", "kind"], [value, "x", None]])
    book["과제"]["A2"].number_format = number_format
    assert tasks_of(bytes_of(book))[0][0] == text


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (7, r"\T\-000", "T-007"),
        (7, '"A"0"-B"', "A7-B"),
        (7, "00-00", "00-07"),
        (3.1, "0.00", "3.10"),
        (7, "[$-412]000", "007"),
        (7, "@", "7"),
    ],
)
def test_an_id_is_read_as_the_sheet_shows_it(value, number_format, text):
    book = book_of(과제=[["id", "title", "due"], [value, "x", None]])
    book["과제"]["A2"].number_format = number_format
    later = pb.import_rows(OFFICE, tasks=pb.excel.read(bytes_of(book)).tasks, **ACT)
    assert [task.id for task in later.tasks] == [text]


@pytest.mark.parametrize(
    ("value", "number_format"),
    [
        (1234, "#,##0"),
        (123456789012, "General"),
        (7, "0%"),
        (7, "0.00E+00"),
        (7, "# ?/?"),
        (7, '[>5]"T-"0;0'),
        (3.5, "0.0#"),
    ],
)
def test_an_id_that_the_sheet_shows_otherwise_is_named(value, number_format):
    book = book_of(과제=[["id", "title", "due"], [value, "x", None]])
    book["과제"]["A2"].number_format = number_format
    errors = errors_of(bytes_of(book))
    assert [row.column for row in errors.rows] == ["id"]
    assert "is a number whose format shows another text on the sheet" in str(errors)


@pytest.mark.parametrize("serial", [2026, 60, 59, 1, 0.5, 19_999, 80_001, 45_000.5])
def test_a_date_that_cannot_be_meant_is_named(serial):
    book = book_of(과제=[["과제번호", "과제명", "기한"], ["T-1", "x", serial]])
    book["과제"]["C2"].number_format = "yyyy-mm-dd"
    errors = errors_of(bytes_of(book))
    assert [(row.row, row.column) for row in errors.rows] == [(2, "기한")]


def test_a_date_before_excel_counts_is_named():
    data = task_table(["T-1", "x", datetime.date(2026, 3, 18)])
    data = changed(data, SHEET, "<v>46099</v>", "<v>-1</v>")
    assert [row.column for row in errors_of(data).rows] == ["기한"]


def test_an_id_that_became_a_date_is_named():
    errors = errors_of(task_table([datetime.date(2026, 3, 1), "x", None]))
    assert str(errors.rows[0]) == (
        "tasks, row 2, 과제번호: '2026-03-01' is an id that the spreadsheet made a date of; "
        "allowed: an id, in a cell whose format is text"
    )


@pytest.mark.parametrize(
    ("value", "number_format", "title"),
    [
        (7, '"제"0"호 과제"', "제7호 과제"),
        (7, "General", "7"),
        (0.85, "0.0", "0.9"),
        (2026, "@", "2026"),
    ],
)
def test_a_title_is_read_as_the_sheet_shows_it(value, number_format, title):
    book = book_of(과제=[["과제번호", "과제명"], ["T-1", value]])
    book["과제"]["B2"].number_format = number_format
    later = pb.import_rows(OFFICE, **pb.excel.read(bytes_of(book)), **ACT)
    assert later.task("T-1").title == title


@pytest.mark.parametrize(
    ("column", "value", "number_format", "said"),
    [
        ("과제명", datetime.date(2026, 3, 1), "m/d", "made a date of"),
        ("영문명", datetime.date(2026, 3, 1), "m/d", "made a date of"),
        ("담당부서", datetime.time(1, 2), "h:mm", "made a date of"),
        ("과제명", 0.85, "0%", "shows another text"),
        ("과제명", 1234, "#,##0", "shows another text"),
        ("가중치", 1, "0%", "shows in per cent"),
        ("가중치", 0.5, "0.0%", "shows in per cent"),
    ],
)
def test_a_cell_that_the_sheet_shows_otherwise_is_named(column, value, number_format, said):
    headings = ["과제번호", "과제명", "영문명", "담당부서", "가중치"]
    book = book_of(과제=[headings, ["T-1", "교육", "", "", ""]])
    cell = book["과제"].cell(2, headings.index(column) + 1)
    cell.value, cell.number_format = value, number_format
    with pytest.raises(pb.ImportErrors) as caught:
        pb.import_rows(OFFICE, **pb.excel.read(bytes_of(book)), **ACT)
    (error,) = caught.value.rows
    assert (error.row, error.column) == (2, column) and said in str(error.reason)


def test_formulas_count_by_their_results(tmp_path):
    path = tmp_path / "formulas.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("과제")
        sheet.write_row("A1", ["과제번호", "과제명", "가중치"])
        sheet.write_formula("A2", '="T-"&1', value="T-1")
        sheet.write_formula("B2", "=A2", value="청렴교육")
        sheet.write_formula("C2", '=""', value="none")
    assert tasks_of(path) == [["T-1", "청렴교육", "none"]]
    # So Excel stores the empty text.
    data = changed(path.read_bytes(), SHEET, "<v>none</v>", "<v></v>")
    assert tasks_of(data) == [["T-1", "청렴교육", ""]]


def test_a_formula_without_a_result_is_named():
    data = task_table(["T-1", "=A2&B1", None], ["T-2", "y", "=TODAY()"])
    errors = errors_of(data)
    assert errors.cells == ["과제!B2", "과제!C3"]
    assert [row.value for row in errors.rows] == ["=A2&B1", "=TODAY()"]
    assert errors.rows[0].reason.english == (
        "'=A2&B1' is a formula whose result is not stored; allowed: a value, or a formula in a "
        "workbook that Excel has saved"
    )
    assert errors.rows[0].reason.korean.startswith(
        "'=A2&B1' - 계산된 값이 저장되지 않은 수식입니다."
    )


def test_an_error_value_is_named():
    errors = errors_of(task_table(["T-1", "#REF!", None]))
    assert str(errors.rows[0]) == (
        "tasks, row 2, 과제명: '#REF!' is an error of the spreadsheet; allowed: a value"
    )


@settings(max_examples=40)
@given(
    st.integers(1, 39),
    st.integers(0, len(TASKS[0]) - 1),
    st.text(
        st.characters(exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="_"), max_size=12
    ),
)
def test_a_workbook_is_imported_as_its_rows_are(row, column, text):
    tasks = [list(each) for each in TASKS]
    tasks[row][column] = text
    answers = []
    for tables in (
        {"bands": BANDS, "tasks": tasks},
        pb.excel.read(written_by_xlsxwriter(밴드=BANDS, 과제=tasks)),
    ):
        try:
            answers.append(pb.import_rows(OFFICE, **tables, **ACT))
        except pb.ImportErrors as errors:
            answers.append(list(errors.rows))
    assert answers[0] == answers[1]


# Sheets -----------------------------------------------------------------------------------------


def test_headings_stand_below_a_title():
    rows = [["2026년 청렴 실천과제 목록"], [], [None, "(단위: 건)"], BAD_TASKS[0], *BAD_TASKS[1:]]
    book = book_of(밴드=BANDS, 과제=rows)
    book["과제"].merge_cells("A1:I1")
    errors = errors_of(bytes_of(book))
    assert errors.cells == ["과제!G11", "과제!B24", "과제!I34", "과제!A39"]
    assert [row.row for row in errors.rows] == [11, 24, 34, 39]


def test_faults_of_headings_stand_where_the_headings_do():
    data = bytes_of(
        book_of(과제=[["목록"], [], ["과제번호", "과제명", "기항"], ["T-1", "x", "2026-03-18"]])
    )
    (error,) = errors_of(data).rows
    assert (error.row, error.column, error.suggestion) == (3, "기항", "기한")


def test_empty_rows_and_columns_are_passed_over():
    rows = [[], [None, "과제번호", "과제명", None], [], [None, "T-1", "x"], [], [None, "T-2", "y"]]
    book = book_of(과제=rows)
    for row in range(7, 500):
        book["과제"].cell(row, 2).fill = PatternFill("solid", start_color="FFFF0000")
        book["과제"].cell(row, 3, "  ")
    table = pb.excel.read(bytes_of(book)).tasks
    assert [number for number, _ in table.rows] == [4, 6]
    assert set(imported(bytes_of(book)).tasks[i].id for i in (0, 1)) == {"T-1", "T-2"}


def test_merged_cells_stand_in_each_row_that_says_more():
    rows = [
        ["과제번호", "과제명", "담당부서"],
        ["T-1", "x", "세무1과"],
        ["T-2", "y"],
        [],
        ["T-3", "z"],
    ]
    book = book_of(과제=rows)
    book["과제"].merge_cells("C2:C4")
    assert [row[2] for row in tasks_of(bytes_of(book))] == ["세무1과", "세무1과", ""]


def test_a_band_merged_over_a_row_for_each_unit():
    rows: list[list[Any]] = [["2026년 밴드"], [], ["연번", "밴드번호", "밴드명", "소속부서"]]
    book = book_of(밴드=rows)
    sheet = book["밴드"]
    for id, title, _, units in BANDS[1:]:
        first = sheet.max_row + 1
        for unit in units.split(";"):
            sheet.append([sheet.max_row, None, None, unit.strip()])
        sheet.cell(first, 2, id)
        sheet.cell(first, 3, title)
        if sheet.max_row > first:
            for column in (2, 3):
                sheet.merge_cells(None, first, column, sheet.max_row, column)
    later = pb.import_rows(OFFICE, bands=pb.excel.read(bytes_of(book)), **ACT, notices=[])
    assert [(band.id, band.units) for band in later.bands] == [
        (band.id, band.units) for band in WHOLE.bands
    ]


def test_hidden_sheets_are_read_when_they_are_named():
    book = book_of(과제=[["id", "title", "due"], ["T-1", "x"]], 작년과제=TASKS)
    book["작년과제"].sheet_state = "hidden"
    data = bytes_of(book)
    assert len(pb.excel.read(data).tasks) == 1
    assert len(pb.excel.read(data, tasks="작년과제").tasks) == 39


def test_a_choice_between_sheets_is_asked_for():
    data = bytes_of(book_of(밴드=BANDS, 올해=TASKS, 작년=TASKS))
    assert refusal(data) == (
        "the workbook: several sheets have tasks: '올해', '작년'; allowed: one, or "
        'excel.read(path, tasks="올해")'
    )
    assert imported(data, tasks="작년") == WHOLE
    assert "it has no sheet '내년'; it has '밴드', '올해', '작년'" in refusal(data, tasks="내년")
    assert "'밴드' has no headings of tasks; allowed: 과제번호, 구분" in refusal(data, tasks="밴드")


def test_the_name_of_a_sheet_tells_what_headings_do_not():
    rows = [["id", "title"], ["X-1", "x"]]
    assert pb.excel.read(bytes_of(book_of(Bands=rows))).tasks is None
    assert pb.excel.read(bytes_of(book_of(과제목록=rows))).bands is None
    assert "'Sheet1' may have bands or tasks" in refusal(bytes_of(book_of(Sheet1=rows)))
    assert len(pb.excel.read(bytes_of(book_of(Sheet1=rows)), tasks="Sheet1").tasks) == 1


def test_a_sheet_without_rows_is_no_table(tmp_path):
    data = bytes_of(book_of(밴드=BANDS[:1], 과제=TASKS[:1]))
    assert refusal(data) == "the workbook: there is no row below the headings on '밴드', '과제'"
    book = pb.excel.read(bytes_of(book_of(밴드=BANDS[:1], 과제=TASKS)))
    assert list(book.keys()) == ["tasks"]


def test_a_workbook_without_tables_says_what_it_looked_for():
    message = refusal(bytes_of(book_of(Sheet1=[["이름", "나이"], ["가", 1]])))
    assert (
        "no sheet has the headings of a table; it has 'Sheet1'; allowed: of bands 밴드번호"
        in message
    )


# Workbooks of others ----------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ["openpyxl", "xlsxwriter"])
def test_workbooks_of_pandas(tmp_path, engine):
    path = tmp_path / "pandas.xlsx"
    tasks = pd.DataFrame(TASKS[1:], columns=TASKS[0])
    days = tasks["기한"].str.replace("[/.] ?", "-", regex=True).str.rstrip("-")
    tasks["기한"] = pd.to_datetime(days, format="%Y-%m-%d")
    tasks["가중치"] = tasks["가중치"].astype(float)
    with pd.ExcelWriter(path, engine=engine) as writer:
        pd.DataFrame(BANDS[1:], columns=BANDS[0]).to_excel(writer, sheet_name="밴드", index=False)
        tasks.to_excel(writer, sheet_name="과제", index=False)
    assert imported(path) == WHOLE


def test_workbooks_with_macros_are_read(tmp_path):
    book = book_of(밴드=BANDS, 과제=TASKS)
    data = changed(
        bytes_of(book),
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
        "application/vnd.ms-excel.sheet.macroEnabled.main",
    )
    (tmp_path / "macros.xlsm").write_bytes(data)
    assert imported(tmp_path / "macros.xlsm") == WHOLE
