"""The form to fill in: what it offers is what an import takes."""

import datetime
import re
import subprocess
import sys

import openpyxl
import pytest

import probity as pb
from probity import _core
from probity.excel.validation import LAST_ROW
from workbooks import ACT, OFFICE, WHOLE, part_of

LANGUAGES = ["ko", "en"]
AREAS = pb.examples.yongsan(illustrative=True)


@pytest.fixture
def form(tmp_path):
    def made(programme=WHOLE, lang="ko", **options):
        path = tmp_path / "form.xlsx"
        pb.excel.template(path, programme, lang, **options)
        return path, openpyxl.load_workbook(path)

    return made


def headings(sheet):
    return [cell.value for cell in sheet[1]]


def validations(sheet):
    """By the heading of the column."""
    found = {}
    for validation in sheet.data_validations.dataValidation:
        (area,) = validation.sqref.ranges
        assert (area.min_row, area.max_row, area.min_col) == (2, LAST_ROW, area.max_col)
        found[sheet.cell(1, area.min_col).value] = validation
    return found


def names_in(book, name):
    """The names of a drop-down's list on the hidden sheet."""
    ranges = re.findall(
        r"('[^']+'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+)", book.defined_names[name].attr_text
    )
    for title, cells in (each.split("!") for each in ranges):
        sheet = book[title.strip("'")]
        if sheet.sheet_state == "hidden":
            return [cell.value for (cell,) in sheet[cells.replace("$", "")]]
    raise AssertionError(f"{name} has no list")


def imported(path):
    return pb.import_rows(OFFICE, **pb.excel.read(path), **ACT)


# Rows -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_programme_comes_back_from_its_form(form, lang):
    path, _ = form(lang=lang, rows=True)
    assert imported(path) == WHOLE


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["songpa", "yongsan"])
def test_the_rows_of_a_year_are_those_of_the_programme(form, lang, name):
    programme = getattr(pb.examples, name)(illustrative=True)
    path, book = form(programme, lang, rows=True)
    table = pb.excel.read(path).tasks
    assert [cells[0] for _, cells in table.rows] == [task.id for task in programme.tasks]
    due = headings(book[table.name]).index({"ko": "기한", "en": "Due"}[lang]) + 1
    days = [row[due - 1].value for row in book[table.name].iter_rows(min_row=2)]
    assert [day and day.date() for day in days] == [task.due for task in programme.tasks]


def test_rows_need_a_programme(tmp_path):
    with pytest.raises(
        pb.ProbityError, match="fills in the rows of a programme, and none is given"
    ):
        pb.excel.template(tmp_path / "form.xlsx", rows=True)


def test_a_title_that_looks_like_a_formula_is_text(form, tmp_path):
    row = {"id": "T-40", "title": "=HYPERLINK(1)", "title_en": "@SUM(1)"}
    path, book = form(pb.import_rows(WHOLE, tasks=[row], **ACT), rows=True)
    cells = [cell for row in book["과제"].iter_rows(min_row=41) for cell in row if cell.value]
    assert [(c.value, c.data_type, c.quotePrefix) for c in cells][2:4] == [
        ("=HYPERLINK(1)", "s", True),
        ("@SUM(1)", "s", True),
    ]
    assert "<f>" not in part_of(path, "xl/worksheets/sheet2.xml")


# What is filled in ------------------------------------------------------------------------------


def test_a_form_that_is_filled_in_is_imported(form, tmp_path):
    _, book = form(OFFICE)
    bands = [band for band in WHOLE.bands]
    titles = {unit.id: unit.title.korean for unit in OFFICE.institution.units}
    for band in bands:
        names = "; ".join(titles[unit] for unit in band.units)
        book["밴드"].append([band.id, band.title.korean, band.title.english, names])
    sheet = book["과제"]
    row = {
        "과제번호 *": "T-1",
        "구분": "개선대책",
        "과제명 *": "청탁금지법 교육",
        "담당부서": "세무1과",
        "밴드": "세무 밴드",
        "부패취약분야": "계약",
        "기한": datetime.date(2026, 3, 18),
        "가중치": 2,
    }
    sheet.append([row.get(heading) for heading in headings(sheet)])
    book.save(tmp_path / "filled.xlsx")
    later = imported(tmp_path / "filled.xlsx")
    assert later.bands == WHOLE.bands
    task = later.task("T-1")
    assert (task.kind, task.owner, task.band) == ("improvement_measure", "tax-1", "B-03")
    assert (task.due, task.weight) == (datetime.date(2026, 3, 18), 2)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("programme", [WHOLE, AREAS], ids=["bands", "areas"])
def test_all_that_is_offered_is_imported(form, lang, programme):
    _, book = form(programme, lang)
    sheet = book[{"ko": "과제", "en": "Tasks"}[lang]]
    titles = headings(sheet)
    offered = [
        (heading, name)
        for heading, validation in validations(sheet).items()
        if validation.type == "list"
        for name in names_in(book, validation.formula1)
    ]
    assert len(offered) > 8
    for number, (heading, name) in enumerate(offered):
        row = {titles[0]: f"X-{number}", titles[2]: "x", heading: name}
        pb.import_rows(programme, tasks=[row], on="2026-12-30", by="team")


# How it looks -----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_headings_are_those_of_the_import(form, lang):
    _, book = form(None, lang)
    for kind, title in (("bands", ("밴드", "Bands")), ("tasks", ("과제", "Tasks"))):
        sheet = book[title[lang == "en"]]
        columns = _core._columns_of(kind)
        named = [_core._column_named(kind, heading) for heading in headings(sheet)]
        assert named == [id for id, _, _ in columns]
        starred = [heading.endswith(" *") for heading in headings(sheet)]
        assert starred == [needed for _, _, needed in columns]
        assert sheet.freeze_panes == "A2"
        for cell in sheet[1]:
            cell.comment.text.encode("cp949")
            assert cell.comment.text and cell.font.bold and cell.font.name in FONTS[lang]


FONTS = {"ko": "맑은 고딕", "en": "Malgun Gothic"}


def test_notes_say_what_is_allowed_with_an_example(form):
    _, book = form()
    notes = {cell.value: cell.comment.text for cell in book["과제"][1]}
    assert notes["기한"] == "날짜를 2026-03-18처럼 적습니다. 모르면 비워 둡니다.\n예: 2026-03-18"
    assert notes["과제번호 *"].startswith("꼭 적습니다.\n과제마다 다른 번호")
    assert notes["담당부서"].split("\n")[1].startswith("감사담당관, 기획예산과, 세무1과")
    _, book = form(lang="en")
    notes = {cell.value: cell.comment.text for cell in book["Bands"][1]}
    assert "Several are separated by a semicolon (;)." in notes["Units"]


def test_cells_have_the_format_of_what_they_take(form):
    _, book = form()
    sheet = book["과제"]
    formats = {
        cell.value: sheet.column_dimensions[cell.column_letter].number_format for cell in sheet[1]
    }
    assert formats["과제번호 *"] == formats["선행과제"] == "@"
    assert formats["기한"] == 'yyyy". "m". "d"."' and formats["가중치"] == "General"


def test_long_titles_show_whole(form):
    """They go on in further lines, so that no neighbour covers them."""
    sheet = form(rows=True)[1]["과제"]
    cells = [cell for row in sheet["A2:E9"] for cell in row if cell.value is not None]
    assert cells and all(cell.alignment.wrap_text for cell in cells)
    assert all(sheet.column_dimensions[letter].alignment.wrap_text for letter in "ACD")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_check_says_what_is_wrong(form, lang):
    path, book = form(lang=lang)
    count = 0
    for title in ({"ko": "밴드", "en": "Bands"}[lang], {"ko": "과제", "en": "Tasks"}[lang]):
        for validation in validations(book[title]).values():
            count += 1
            assert validation.showErrorMessage and validation.allow_blank
            assert 0 < len(validation.errorTitle) <= 32 and 0 < len(validation.error) <= 225
            (validation.errorTitle + validation.error).encode("cp949")
            hangul = re.search("[가-힣]", validation.errorTitle + validation.error)
            assert bool(hangul) == (lang == "ko")
    xml = part_of(path, "xl/worksheets/sheet1.xml") + part_of(path, "xl/worksheets/sheet2.xml")
    assert xml.count("<dataValidation ") == xml.count('showErrorMessage="1"') == count == 9


def test_checks_of_days_numbers_and_ids(form):
    _, book = form()
    checks = validations(book["과제"])
    day, weight, id = checks["기한"], checks["가중치"], checks["과제번호 *"]
    assert (day.type, day.operator) == ("date", "between")
    first, last = (openpyxl.utils.datetime.from_excel(int(n)) for n in (day.formula1, day.formula2))
    assert (first.date(), last.date()) == (datetime.date(1900, 3, 1), datetime.date(9999, 12, 31))
    assert (weight.type, weight.formula1, weight.formula2) == ("whole", "1", "1000000")
    assert (id.type, id.formula1) == ("custom", f"COUNTIF($A$2:$A${LAST_ROW},A2)=1")


def test_lists_stand_on_a_hidden_sheet(form):
    path, book = form()
    assert re.search('<sheet [^>]*name="목록"[^>]*state="hidden"', part_of(path, "xl/workbook.xml"))
    checks = validations(book["과제"])
    assert names_in(book, checks["구분"].formula1) == ["실천과제", "개선대책", "실행과제"]
    units = [unit.title.korean for unit in WHOLE.institution.units]
    assert names_in(book, checks["담당부서"].formula1) == units
    assert names_in(book, checks["밴드"].formula1) == [band.title.korean for band in WHOLE.bands]
    assert book.active.title == "밴드"


def test_bands_of_the_form_come_before_those_of_the_programme(form):
    _, book = form()
    check = validations(book["과제"])["밴드"]
    # One that is in neither may be kept: it may be named by its id.
    assert check.errorStyle == "warning"
    own = f"'밴드'!$B$2:$B${LAST_ROW}"
    assert book.defined_names["probity_band"].attr_text == (
        f"IF(COUNTA({own})=0,'목록'!$D$2:$D$12,'밴드'!$B$2:INDEX({own},MAX(1,COUNTA({own}))))"
    )


def test_what_a_programme_has_none_of_is_left_out(form):
    _, book = form(pb.examples.yongsan(), "en")
    # It declares no bands, and an import of any would be refused.
    assert book.sheetnames == ["Tasks", "Lists"]
    assert "Band" not in headings(book["Tasks"]) and "Risk area" in headings(book["Tasks"])
    _, book = form(pb.examples.songpa(), "en")
    assert "Risk area" not in headings(book["Tasks"])


def test_units_are_those_in_force(form):
    unit = pb.Unit("new", ("새 부서", "New"))
    later = OFFICE.apply(OFFICE.add_unit(unit, on="2026-07-01", by="team"))
    for on, there in (("2026-06-30", False), ("2026-07-01", True), (None, True)):
        _, book = form(later, on=on)
        source = validations(book["과제"])["담당부서"].formula1
        assert ("새 부서" in names_in(book, source)) == there


def test_a_title_of_two_units_is_offered_by_their_ids(form):
    unit = pb.Unit("tax-9", ("세무1과", "Another"))
    later = OFFICE.apply(OFFICE.add_unit(unit, on="2026-01-01", by="team"))
    _, book = form(later)
    names = names_in(book, validations(book["과제"])["담당부서"].formula1)
    assert {"tax-1", "tax-9"} <= set(names) and "세무1과" not in names


def test_the_same_form_has_the_same_bytes(form):
    path, _ = form()
    first = path.read_bytes()
    path, _ = form()
    assert path.read_bytes() == first
    assert "dcterms" not in re.sub("xmlns:dcterms", "", part_of(path, "docProps/core.xml"))


def test_openpyxl_is_loaded_when_it_is_needed(tmp_path, monkeypatch):
    program = "import probity, sys; probity.excel.template; print('openpyxl' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout == "False\n", run.stderr
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ImportError, match=re.escape("pip install probity[excel]")):
        pb.excel.template(tmp_path / "form.xlsx")


def test_a_file_that_cannot_be_written(tmp_path):
    with pytest.raises(pb.DocumentError, match="none/form.xlsx"):
        pb.excel.template(tmp_path / "none/form.xlsx")
