"""Bad rows are handed back in the workbook that they came from; mended, it is imported as it is."""

import datetime
import io
import json
import zipfile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

import probity as pb
from probity.excel.sheets import BAD
from workbooks import (
    ACT,
    BAD_BANDS,
    BAD_TASKS,
    FOLDER,
    OFFICE,
    WHOLE,
    book_of,
    bytes_of,
    changed,
)

MENDED = {"밴드!D4": "세무1과; 세무2과", "과제!G8": "2026-09-07", "과제!B21": "개선대책"}
MENDED |= {"과제!I31": "T-19", "과제!A36": "T-35"}


def errors_of(lang="en", programme=OFFICE, **tables):
    with pytest.raises(pb.ImportErrors) as caught:
        pb.import_rows(programme, **tables, **ACT, lang=lang)
    return caught.value


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "office.xlsx"
    book_of(밴드=BAD_BANDS, 과제=BAD_TASKS).save(path)
    return path


@pytest.fixture
def target(tmp_path):
    return tmp_path / "to-mend.xlsx"


def both(path):
    return {"bands": path, "tasks": path}


def marks(path):
    """Of each sheet the coloured cells, those with a note, and the column of reasons by rows."""
    found = {}
    for sheet in openpyxl.load_workbook(path):
        cells = [cell for row in sheet.iter_rows() for cell in row]
        reasons = {
            cell.row: cell.value
            for cell in sheet[openpyxl.utils.get_column_letter(sheet.max_column)]
            if cell.value
        }
        coloured = {c.coordinate for c in cells if c.fill.start_color.rgb == BAD}
        found[sheet.title] = (coloured, {c.coordinate for c in cells if c.comment}, reasons)
    return found


def mend(path, **cells):
    book = openpyxl.load_workbook(path)
    for address, value in cells.items():
        title, _, place = address.partition("!")
        book[title][place] = value
    book.save(path)


# The round trip ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "heading", "day"),
    [
        ("en", "To mend", "기한: '2026-02-30' is no day; allowed: February 2026 has days 1 to 28"),
        (
            "ko",
            "고칠 점",
            "기한: '2026-02-30' - 없는 날짜입니다. 허용되는 값: "
            "2026년 2월은 1일부터 28일까지 있습니다",
        ),
    ],
)
def test_five_rows_are_handed_back(source, target, lang, heading, day):
    errors = errors_of(lang, **both(source))
    errors.annotate(target)
    found = marks(target)
    assert found["밴드"][0] == {"D4", "E4"} and found["밴드"][1] == {"D4"}
    assert found["과제"][0] == {"G8", "J8", "B21", "J21", "I31", "J31", "A36", "J36"}
    assert found["과제"][1] == {"G8", "B21", "I31", "A36"}
    reasons = found["과제"][2]
    assert (reasons[1], reasons[8], len(reasons)) == (heading, day, 5)
    for text in reasons.values():
        text.encode("cp949")


def test_a_mended_workbook_is_imported(source, target):
    errors_of("ko", **both(source)).annotate(target)
    mend(target, **MENDED)
    assert pb.import_rows(OFFICE, **pb.excel.read(target), **ACT) == WHOLE
    assert pb.import_rows(OFFICE, **both(target), **ACT) == WHOLE


def test_what_is_mended_loses_its_marks(source, target, tmp_path):
    errors_of("ko", **both(source)).annotate(target)
    half = dict(list(MENDED.items())[:3])
    mend(target, **half)
    again = errors_of("en", **both(target))
    assert again.cells == ["과제!I31", "과제!A36"]
    again.annotate(tmp_path / "again.xlsx")
    found = marks(tmp_path / "again.xlsx")
    assert found["밴드"] == (set(), set(), {})
    assert found["과제"][:2] == ({"I31", "J31", "A36", "J36"}, {"I31", "A36"})
    assert sorted(found["과제"][2]) == [1, 31, 36]
    assert openpyxl.load_workbook(tmp_path / "again.xlsx")["과제"].max_column == 10
    mend(tmp_path / "again.xlsx", **MENDED)
    assert pb.import_rows(OFFICE, **both(tmp_path / "again.xlsx"), **ACT) == WHOLE


def test_marks_that_libreoffice_saved_go_too(tmp_path):
    """LibreOffice keeps the notes without their author, and gives each row a height."""
    saved = FOLDER / "annotated-saved-by-libreoffice.xlsx"
    assert {
        c.comment.author for row in openpyxl.load_workbook(saved)["과제"] for c in row if c.comment
    } == {" "}
    half, again = tmp_path / "half.xlsx", tmp_path / "again.xlsx"
    half.write_bytes(saved.read_bytes())
    mend(half, **dict(list(MENDED.items())[:3]))
    errors_of("ko", **both(half)).annotate(again)
    found = marks(again)
    assert found["밴드"] == (set(), set(), {})
    assert found["과제"][:2] == ({"I31", "J31", "A36", "J36"}, {"I31", "A36"})
    assert sorted(found["과제"][2]) == [1, 31, 36]
    mend(again, **MENDED)
    assert pb.import_rows(OFFICE, **both(again), **ACT) == WHOLE


@pytest.mark.parametrize("author", ["probity (To mend)", " ", "Unknown Author"])
def test_notes_are_known_whoever_saved_them(source, target, tmp_path, author):
    errors_of("ko", **both(source)).annotate(target)
    book = openpyxl.load_workbook(target)
    for sheet in book:
        for cell in (cell for row in sheet for cell in row if cell.comment):
            cell.comment = Comment(cell.comment.text, author)
    book["과제"]["G10"].comment = Comment("다시 볼 것", author)
    book.save(target)
    mend(target, **dict(list(MENDED.items())[:3]))
    errors_of("en", **both(target)).annotate(tmp_path / "again.xlsx")
    kept = {"I31", "A36"} if author == "probity (To mend)" else {"G10", "I31", "A36"}
    assert marks(tmp_path / "again.xlsx")["과제"][1] == kept


def test_what_is_to_be_mended_shows_whole_in_print(source, target, tmp_path):
    book = openpyxl.load_workbook(source)
    book["과제"].print_area = "A1:I40"
    for row in range(1, 41):
        book["과제"].row_dimensions[row].height = 15
    long = "없는 과제 " * 20
    book["과제"]["I31"] = "; ".join(f"{long}{n}" for n in range(4))
    book.save(source)
    errors_of("ko", **both(source)).annotate(target)
    sheet = openpyxl.load_workbook(target)["과제"]
    assert sheet.print_area == "'과제'!$A$1:$J$40"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$1"
    for cell in (cell for cell in sheet["J"] if cell.value):
        wide = sum(2 if ord(c) > 0x7F else 1 for c in cell.value)
        assert sheet.row_dimensions[cell.row].height >= min(409, 15 * wide / 60), cell.row
        assert cell.alignment.wrap_text
    assert sheet.row_dimensions[10].height == 15
    # What is mended no longer needs the room.
    mend(target, **MENDED | {"과제!A36": "T-05"})
    errors_of("ko", **both(target)).annotate(tmp_path / "again.xlsx")
    again = openpyxl.load_workbook(tmp_path / "again.xlsx")["과제"]
    assert again.row_dimensions[31].height is None


def test_the_form_stays_a_form(tmp_path, target):
    form = tmp_path / "form.xlsx"
    pb.excel.template(form, WHOLE, "ko")
    book = openpyxl.load_workbook(form)
    book["과제"].append(["T-40", "실천과재", "교육"])
    book.save(form)
    errors = errors_of("ko", WHOLE, tasks=pb.excel.read(form))
    assert errors.cells == ["과제!B2"]
    errors.annotate(target)
    with zipfile.ZipFile(target) as archive:
        xml = archive.read("xl/worksheets/sheet2.xml").decode()
        assert 'state="hidden"' in archive.read("xl/workbook.xml").decode()
    assert xml.count('showErrorMessage="1"') == 8 and "<formula1>probity_kind</formula1>" in xml
    after = openpyxl.load_workbook(target)
    assert set(after.defined_names) == {"probity_kind", "probity_owner", "probity_band"} | {
        "probity_risk_area"
    }
    before = openpyxl.load_workbook(form)
    notes = [
        [cell.comment.text for cell in each["과제"][1] if cell.comment] for each in (before, after)
    ]
    assert notes[0] == notes[1]
    mend(target, **{"과제!B2": "실천과제"})
    assert pb.import_rows(WHOLE, tasks=target, **ACT).task("T-40").title == "교육"


# What is not marked stays -----------------------------------------------------------------------


def test_all_else_is_as_it_was(tmp_path, target):
    book = book_of(안내=[["이 파일은 예시입니다"]], 과제=[["제목"], [], *BAD_TASKS], 빈시트=[])
    sheet = book["과제"]
    sheet.merge_cells("A1:I1")
    sheet["A1"].font = Font(name="맑은 고딕", size=20, bold=True)
    sheet["A5"].fill = PatternFill("solid", start_color="FF00FF00")
    sheet["A5"].comment = Comment("담당자 메모", "홍길동")
    sheet["G10"].comment = Comment("다시 볼 것", "홍길동")
    sheet["G11"] = datetime.date(2026, 7, 5)
    sheet["G11"].number_format = 'yyyy"년" m"월" d"일"'
    sheet["C4"] = CellRichText("감사 분야 ", TextBlock(InlineFont(b=True), "청렴교육"))
    sheet["L1"], sheet["M60"] = "=SUM(H4:H42)", "끝"
    sheet.column_dimensions["C"].width = 55
    sheet.row_dimensions[12].hidden = True
    book["빈시트"].sheet_state = "hidden"
    path = tmp_path / "office.xlsx"
    book.save(path)
    # The formula's result, as Excel would have stored it.
    stored = changed(path.read_bytes(), "xl/worksheets/sheet2.xml", "<v />", "<v>78</v>")
    path.write_bytes(stored)
    errors = errors_of("ko", tasks=path)
    errors.annotate(target)
    before, after = (openpyxl.load_workbook(each, rich_text=True) for each in (path, target))
    assert before.sheetnames == after.sheetnames
    marked = {cell.partition("!")[2] for cell in errors.cells}
    reasons = pb.excel.read(target).tasks.reason_columns
    for old in before:
        new = after[old.title]
        assert (old.sheet_state, old.merged_cells.ranges) == (
            new.sheet_state,
            new.merged_cells.ranges,
        )
        for row in old.iter_rows():
            for cell in row:
                other = new[cell.coordinate]
                assert other.value == cell.value and other.number_format == cell.number_format
                if cell.coordinate not in marked and cell.column not in reasons:
                    assert repr((other.fill, other.font)) == repr((cell.fill, cell.font))
                    assert bool(other.comment) == bool(cell.comment)
    assert after["과제"].column_dimensions["C"].width == 55
    assert after["과제"].row_dimensions[12].hidden
    # A note of someone's own is not written over; the reason stands in its column.
    assert after["과제"]["G10"].comment.text == "다시 볼 것"
    assert "기한: '2026-02-30'" in after["과제"].cell(10, reasons[0]).value


def test_the_workbook_that_was_read_is_not_written_over(source, tmp_path):
    before = source.read_bytes()
    errors = errors_of(**both(source))
    link = tmp_path / "link.xlsx"
    link.symlink_to(source)
    for path in (source, str(source), link):
        with pytest.raises(pb.ProbityError, match="it is the workbook that was read; allowed: "):
            errors.annotate(path)
    assert source.read_bytes() == before
    errors.annotate(source, replace=True)
    assert marks(source)["밴드"][1] == {"D4"}


def test_the_copy_is_of_what_was_read(source, target):
    errors = errors_of(**both(source))
    source.unlink()
    errors.annotate(target)
    first = target.read_bytes()
    errors.annotate(target)
    assert target.read_bytes() == first and marks(target)["밴드"][1] == {"D4"}


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm"])
def test_macros_go_where_the_name_says_so(tmp_path, suffix):
    book = book_of(과제=[["id", "title", "due"], ["T-1", "x", "soon"]])
    data = changed(
        bytes_of(book),
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macros")
    path = tmp_path / "office.xlsm"
    path.write_bytes(out.getvalue())
    target = tmp_path / f"to-mend{suffix}"
    errors_of(tasks=path).annotate(target)
    with zipfile.ZipFile(target) as archive:
        assert ("xl/vbaProject.bin" in archive.namelist()) == (suffix == ".xlsm")
        types = archive.read("[Content_Types].xml").decode()
    assert ("macroEnabled" in types) == (suffix == ".xlsm")


# Where marks stand ------------------------------------------------------------------------------


def test_faults_of_the_whole_table_stand_at_its_headings(tmp_path, target):
    path = tmp_path / "office.xlsx"
    rows = [["2026년"], [], ["밴드번호", "밴드명", "소속부서과"], ["B-01", "감사", "감사담당관"]]
    book_of(밴드=rows).save(path)
    errors = errors_of(bands=path)
    assert {row.row for row in errors.rows} == {3} and "밴드!C3" in errors.cells
    errors.annotate(target)
    coloured, noted, reasons = marks(target)["밴드"]
    assert (coloured, noted, list(reasons)) == ({"C3"}, {"C3"}, [3])
    assert reasons[3].startswith("To mend\n") and "is in no band; allowed: every" in reasons[3]
    # The reasons are passed over when it is read again.
    assert pb.excel.read(target).bands.headings[3] == ""
    assert [row.row for row in errors_of(bands=target).rows] == [row.row for row in errors.rows]


def test_a_bad_cell_that_is_merged_is_marked_where_it_shows(tmp_path, target):
    book = book_of(과제=[["id", "title", "owner"], ["T-1", "x", "세무9과"], ["T-2", "y", None]])
    book["과제"].merge_cells("C2:C3")
    book.save(tmp_path / "office.xlsx")
    errors = errors_of(tasks=tmp_path / "office.xlsx")
    assert errors.cells == ["과제!C2", "과제!C3"]
    errors.annotate(target)
    coloured, noted, reasons = marks(target)["과제"]
    assert {"C2", "D2", "D3"} <= coloured and noted == {"C2"} and sorted(reasons) == [1, 2, 3]


def test_a_formula_without_a_result_stays_a_formula(tmp_path, target):
    book_of(과제=[["id", "title"], ["T-1", "=A2"]]).save(tmp_path / "과제.xlsx")
    errors_of(tasks=tmp_path / "과제.xlsx").annotate(target)
    sheet = openpyxl.load_workbook(target)["과제"]
    assert sheet["B2"].value == "=A2" and sheet["C2"].value.startswith("title: '=A2' is a formula")


# Rows from elsewhere ----------------------------------------------------------------------------


def dicts(rows):
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.mark.parametrize(
    "tables",
    [
        {
            "bands": FOLDER / "bands-with-mistakes.csv",
            "tasks": FOLDER / "tasks-with-mistakes.csv",
        },
        {"bands": BAD_BANDS, "tasks": dicts(BAD_TASKS)},
        {
            "bands": BAD_BANDS,
            "tasks": "\n".join(json.dumps(row) for row in dicts(BAD_TASKS)),
        },
        {
            "bands": pb.excel.read(bytes_of(book_of(밴드=[[], *BAD_BANDS]))),
            "tasks": pb.excel.read(bytes_of(book_of(과제=BAD_TASKS))),
        },
    ],
    ids=["csv", "lists", "json", "workbooks"],
)
def test_rows_from_elsewhere_go_into_a_new_workbook(target, tables):
    errors = errors_of("ko", **tables)
    assert len(errors.rows) == 5
    errors.annotate(target)
    found = marks(target)
    assert len(found["밴드"][1]) == 1 and len(found["과제"][1]) == 4
    # What is read again has the same faults, in cells that have the notes.
    again = errors_of("ko", **both(target))
    assert {cell.split("!")[1] for cell in again.cells} == found["밴드"][1] | found["과제"][1]
    assert [row.value for row in again.rows] == [row.value for row in errors.rows]
    mend(target, **dict(zip(again.cells, MENDED.values(), strict=True)))
    assert pb.import_rows(OFFICE, **both(target), **ACT) == WHOLE


def test_text_of_others_is_no_formula(target):
    rows = [["id", "title", "due"], ["T-1", "=cmd|'/c calc'!A1", "soon"], ["T-2", "\x07bell", ""]]
    errors_of(tasks=rows).annotate(target)
    sheet = openpyxl.load_workbook(target)["과제" if "과제" in marks(target) else "Tasks"]
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=cmd|'/c calc'!A1", "s")
    assert sheet["B3"].value == "?bell"


def test_errors_without_tables_have_nothing_to_hand_back(target):
    with pytest.raises(pb.ProbityError, match="were not raised by import_rows"):
        pb.ImportErrors("nothing imported").annotate(target)
    assert pb.ImportErrors("x").cells == []


def test_ranges_over_the_whole_sheet_are_not_made(tmp_path, target):
    rows = [["id", "title", "due"], ["T-1", "x", "soon"]]
    data = changed(
        bytes_of(book_of(과제=rows)),
        "xl/worksheets/sheet1.xml",
        "</sheetData>",
        '</sheetData><mergeCells count="1"><mergeCell ref="A9:XFD1048576"/></mergeCells>',
    )
    errors = errors_of(tasks=pb.excel.read(data))
    with pytest.raises(pb.DocumentError, match="merged ranges or links over more than 1000000"):
        errors.annotate(target)
