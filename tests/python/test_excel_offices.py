"""Workbooks as Korean offices make them: headings in two rows, totals, formats of East Asia."""

import datetime

import openpyxl
import pytest

import probity as pb
from probity.excel.numbers import shown
from workbooks import ACT, OFFICE, book_of, bytes_of, changed, task_table, tasks_of


def imported(source, **options):
    return pb.import_rows(OFFICE, tasks=pb.excel.read(source), **ACT, **options)


def errors_of(source):
    with pytest.raises(pb.ImportErrors) as caught:
        imported(source)
    return caught.value


def two_rows():
    """A table below a title, with headings that stand over several columns, and merged cells."""
    book = book_of(
        과제=[
            ["2026년 청렴 실천과제 추진계획"],
            [None] * 7 + ["(단위: 건)"],
            ["연번", "과제", None, "추진부서", None, "추진일정", None, "비고"],
            [None, "번호", "과제명", "부서", "담당자", "시작일", "기한", None],
            [
                1,
                "T-1",
                "교육",
                "세무1과",
                "홍길동",
                "2026. 3. 2.",
                datetime.date(2026, 3, 18),
                None,
            ],
            [2, "T-2", "점검", None, "김철수", "2026. 3. 2.", "2026. 6. 30.(화)", "상반기"],
            ["합계", None, "2건", None, None, None, None, None],
            ["※ 일정은 바뀔 수 있음"],
        ]
    )
    sheet = book["과제"]
    for area in ("A1:H1", "A3:A4", "B3:C3", "D3:E3", "F3:G3", "H3:H4", "D5:D6", "A7:B7", "A8:H8"):
        sheet.merge_cells(area)
    return book


def test_headings_in_two_rows():
    table = pb.excel.read(bytes_of(two_rows())).tasks
    assert table.heading_row == 4
    assert table.headings == [
        "연번",
        "과제 번호",
        "과제명",
        "부서",
        "담당자",
        "시작일",
        "기한",
        "비고",
    ]
    notices: list[str] = []
    later = imported(bytes_of(two_rows()), ignore=["담당자", "시작일"], notices=notices)
    assert [(task.title.korean, task.owner, task.due) for task in later.tasks] == [
        ("교육", "tax-1", datetime.date(2026, 3, 18)),
        ("점검", "tax-1", datetime.date(2026, 6, 30)),
    ]
    assert [each.split(":")[0] for each in notices] == [
        "tasks, row 7",
        "tasks, row 8",
        "tasks, row 4, 연번",
        "tasks, row 4, 담당자",
        "tasks, row 4, 시작일",
        "tasks, row 4, 비고",
    ]


def test_faults_below_headings_in_two_rows_are_handed_back(tmp_path):
    book = two_rows()
    book["과제"]["G6"] = "2026. 6. 30.(월)"
    errors = errors_of(bytes_of(book))
    assert errors.cells == ["과제!E4", "과제!F4", "과제!G6"]
    errors.annotate(tmp_path / "mend.xlsx")
    marked = openpyxl.load_workbook(tmp_path / "mend.xlsx")["과제"]
    assert "2026-06-30 is a Tuesday" in marked["I6"].value
    marked["G6"].value = "2026. 6. 30.(화)"
    marked.parent.save(tmp_path / "mended.xlsx")
    later = imported(tmp_path / "mended.xlsx", ignore=["담당자", "시작일"])
    assert len(later.tasks) == 2


@pytest.mark.parametrize("number", [27, 31, 36, 50, 57, 58])
def test_formats_of_dates_without_a_text(number):
    """Excel of Korea has them by number alone."""
    row = [datetime.date(2026, 3, 18), "x", datetime.date(1905, 7, 18)]
    book = book_of(과제=[["과제번호", "과제명", "기한"], row])
    for cell in ("A2", "C2"):
        book["과제"][cell].number_format = "mm-dd-yy"
    data = bytes_of(book)
    data = changed(data, "xl/styles.xml", 'numFmtId="14"', f'numFmtId="{number}"')
    (row,) = tasks_of(data)
    assert row == ["2026-03-18", "x", "1905-07-18"]
    assert [(each.column, each.value) for each in errors_of(data).rows] == [
        ("과제번호", "2026-03-18"),
        ("기한", "1905-07-18"),
    ]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (12, "000#", "0012"),
        (5, "0#", "05"),
        (0, "0#", None),
        (12, "#00", "12"),
        (12, "000-####", None),
        (1212, "00-00", "12-12"),
        (-3, '"T-"00', "-T-03"),
        (-3, "00;-00", "-03"),
        (-3, "00;;", None),
        (0, "00;;", None),
        (3, "00;;", "03"),
        (3, "00;-00;0;@", "03"),
        (-3, "0000;@", "-0003"),
        (100000, "0.00E+00", None),
        (0.5, "0%", None),
        (123456789012, "General", None),
    ],
)
def test_an_id_is_what_the_sheet_shows_or_nothing(value, number_format, text):
    """As LibreOffice shows them."""
    assert shown(value, number_format) == text
    book = book_of(과제=[["과제번호", "과제명"], [value, "x"]])
    book["과제"]["A2"].number_format = number_format
    if text is None or text.startswith("-"):
        (error,) = errors_of(bytes_of(book)).rows
        assert error.column == "과제번호"
    else:
        assert imported(bytes_of(book)).task(text).title == "x"


def test_a_formula_in_what_is_passed_over_is_no_fault():
    rows = [["연번", "과제번호", "과제명", "가중치", "비고"], ["=ROW()-1", "T-1", "x", 1, "=A1"]]
    data = bytes_of(book_of(과제=[*rows, ["계", None, None, "=SUM(D2:D2)", None]]))
    assert imported(data).task("T-1").weight == 1
    rows[1][3] = "=1+1"
    (error,) = errors_of(bytes_of(book_of(과제=rows))).rows
    assert (error.row, error.column, error.value) == (2, "가중치", "=1+1")


def test_one_bad_cell_hides_no_other():
    data = task_table(["T-1", None, "=A1"], ["T-1", "x", "soon"])
    assert errors_of(data).cells == ["과제!B2", "과제!C2", "과제!A3", "과제!C3"]


def test_many_reasons_of_one_row_show_whole(tmp_path):
    """A row is at most 409 points high: the column becomes wider instead."""
    headings = ["과제번호", "과제명", *(f"추진내용 {i}" for i in range(12))]
    book = book_of(과제=[headings, ["T-1", "x", *"abcdefghijkl"]])
    errors = errors_of(bytes_of(book))
    assert len(errors.rows) == 12
    path = tmp_path / "mend.xlsx"
    errors.annotate(path)
    sheet = openpyxl.load_workbook(path)["과제"]
    width, height = sheet.column_dimensions["O"].width, sheet.row_dimensions[1].height
    assert width > 60 and height <= 409
    lines = sum(1 + len(line) // (width - 2) for line in sheet["O1"].value.split("\n"))
    assert lines * 15 <= height
    # Mended, the row has its own height again.
    for i in range(12):
        sheet.cell(1, i + 3).value = sheet.cell(2, i + 3).value = None
    sheet["B2"].value = None
    sheet.parent.save(path)
    errors_of(path).annotate(path, replace=True)
    sheet = openpyxl.load_workbook(path)["과제"]
    assert sheet.column_dimensions["O"].width == 60
    assert sheet.row_dimensions[1].height is None
