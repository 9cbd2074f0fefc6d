"""Any bytes are read as a workbook or refused, in time and memory that have bounds."""

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb
import probity._core
from probity.excel import opening, scan
from workbooks import (
    ACT,
    BANDS,
    OFFICE,
    SHEET,
    TASKS,
    book_of,
    bytes_of,
    changed,
    refusal,
    task_table,
    tasks_of,
    written_by_xlsxwriter,
)

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it is no workbook"),
        (b"id,title\nT-1,x\n", "it is no workbook"),
        (OLD, "it is a workbook of Excel 97-2003 (.xls); save it as .xlsx"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "it is encrypted"),
        (b"PK\x03\x04", "it is no workbook, or a damaged one (BadZipFile"),
        (bytes_of(book_of(과제=TASKS))[:-300], "it is no workbook, or a damaged one"),
    ],
)
def test_what_is_no_workbook(tmp_path, data, message):
    path = tmp_path / "office.xlsx"
    path.write_bytes(data)
    said = refusal(path)
    assert said.startswith(f"{path}: {message}")
    assert said.endswith("; allowed: a workbook of Excel 2007 or later (.xlsx, .xlsm)")
    with pytest.raises(pb.DocumentError, match=re.escape(message)):
        pb.import_rows(OFFICE, tasks=path, **ACT)


def archive(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def test_other_archives():
    assert "it is no workbook;" in refusal(archive(**{"a.txt": "x"}))
    assert "it is an OpenDocument file" in refusal(archive(mimetype="x", **{"content.xml": "x"}))
    binary = {"[Content_Types].xml": "x", "xl/workbook.bin": "x"}
    assert "it is a binary workbook (.xlsb); save it as .xlsx" in refusal(archive(**binary))
    many = {f"xl/{i}": "" for i in range(opening.MOST_PARTS)} | {"[Content_Types].xml": "x"}
    assert "it has 5001 parts, and at most 5000 are read" in refusal(archive(**many))


def test_a_file_that_is_not_there(tmp_path):
    assert "it cannot be read: No such file" in refusal(tmp_path / "none.xlsx")
    assert "it cannot be read: Is a directory" in refusal(tmp_path)


def sheet_xml(rows):
    """A workbook whose sheet has these rows, as XML."""
    data = task_table(["T-1", "x", None])
    return changed(data, SHEET, "</sheetData>", rows + "</sheetData>")


def test_a_bomb_is_not_unpacked(monkeypatch):
    bomb = archive(**{"[Content_Types].xml": "x", "xl/workbook.xml": bytes(65 << 20)})
    assert len(bomb) < 1 << 17
    assert "its part xl/workbook.xml has 65 MiB, and at most 64 are read; delete" in refusal(bomb)
    monkeypatch.setattr(opening, "LARGEST_WHOLE", 2 << 20)
    parts = {f"xl/media/{i}.bin": bytes(1 << 20) for i in range(3)}
    said = refusal(archive(**parts, **{"[Content_Types].xml": "x"}))
    assert "its parts have more than 2 MiB together" in said
    monkeypatch.setattr(opening, "LARGEST_FILE", 1 << 20)
    assert refusal(bytes(1 + (1 << 20))) == (
        "the workbook: it has more than the 1 MiB that are read"
    )


def test_a_million_empty_rows_with_a_format_are_passed_over_or_refused(monkeypatch):
    rows = "".join(f'<row r="{i}" s="1" customFormat="1"/>' for i in range(3, 1_048_577))
    assert tasks_of(sheet_xml(rows)) == [["T-1", "x", ""]]
    monkeypatch.setattr(scan, "MOST_CELLS", 10_000)
    cells = "".join(f'<row><c r="A{i}" s="0"/></row>' for i in range(3, 10_010))
    assert (
        "the sheet '과제' has more than 10000 cells, counting empty ones with a format"
        in refusal(sheet_xml(cells))
    )


def test_what_stands_far_away_is_named():
    far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    assert "'과제' has something in row 1048576; allowed: tables down to row" in refusal(
        sheet_xml(far)
    )
    wide = '<row r="3"><c r="XFD3"><v>1</v></c></row>'
    assert "'과제' has something in column XFD; allowed: 100 columns, to CV" in refusal(
        sheet_xml(wide)
    )


def test_more_rows_than_are_taken(monkeypatch):
    assert probity._core._MOST_ROWS == 20_000
    monkeypatch.setattr(probity._core, "_MOST_ROWS", 100)
    rows = [[f"T-{i}", "x", None] for i in range(101)]
    assert len(tasks_of(task_table(*rows[:100]))) == 100
    assert "the table on '과제' has more rows than the 100 that are taken" in refusal(
        task_table(*rows)
    )


def test_a_strict_workbook_is_refused():
    out = io.BytesIO()
    data = written_by_xlsxwriter(과제=TASKS)
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            content = source.read(info).decode()
            for name in ("spreadsheetml/2006/main", "officeDocument/2006/relationships"):
                strict = name.replace("2006/", "")
                content = content.replace(
                    f"http://schemas.openxmlformats.org/{name}",
                    f"http://purl.oclc.org/ooxml/{strict}",
                )
            target.writestr(info.filename, content)
    assert "it has no sheets, or is a Strict Open XML Spreadsheet; save" in refusal(out.getvalue())


def elsewhere(data):
    """The workbook with its sheets in another folder, which its relationships name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            content = source.read(info).replace(b"worksheets/", b"pages/")
            target.writestr(info.filename.replace("worksheets/", "pages/"), content)
    return out.getvalue()


def test_a_copy_spreads_no_range_wherever_the_sheet_stands(tmp_path):
    data = sheet_xml('<row r="3"><c r="A3" t="inlineStr"><is><t>T-2</t></is></c></row>')
    merged = '</sheetData><mergeCells><mergeCell ref="Z1:XFD1048576"/></mergeCells>'
    data = elsewhere(changed(data, SHEET, "</sheetData>", merged))
    with pytest.raises(pb.ImportErrors) as caught:
        pb.import_rows(OFFICE, tasks=pb.excel.read(data), **ACT)
    said = "the workbook: the sheet '과제' has merged ranges or links over more than 1000000 cells"
    with pytest.raises(pb.DocumentError, match=f"^{said}$"):
        caught.value.annotate(tmp_path / "mended.xlsx")


def test_entities_are_not_expanded():
    data = changed(
        task_table(["T-1", "x", None]),
        SHEET,
        "<worksheet",
        '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa">]><worksheet',
    )
    assert "the sheet '과제' has a document type, which no workbook has" in refusal(data)


def test_texts_without_number_are_refused():
    data = changed(
        written_by_xlsxwriter(과제=TASKS),
        "xl/sharedStrings.xml",
        "</sst>",
        "<si><t/></si>" * (scan.MOST_ELEMENTS // 2) + "</sst>",
    )
    assert "xl/sharedStrings.xml has more than 1000000 elements" in refusal(data)


GOOD = written_by_xlsxwriter(밴드=BANDS[:4], 과제=TASKS[:4])


@given(st.binary(max_size=200), st.integers(0, len(GOOD) - 1))
def test_any_bytes_are_read_or_refused(noise, at):
    for data in (noise, GOOD[:at] + noise + GOOD[at + len(noise) :]):
        try:
            pb.excel.read(data)
        except pb.DocumentError as error:
            assert str(error).startswith("the workbook: ")


PARTS = ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", SHEET, "[Content_Types].xml"]


@given(
    st.sampled_from(PARTS),
    st.integers(0, 4000),
    st.sampled_from(["", "<", "9", '"', "x", "-1", "é"]),
)
def test_damaged_parts_are_read_or_refused(part, at, text):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            content = source.read(info).decode()
            if info.filename == part:
                at = at % len(content)
                content = content[:at] + text + content[at + 1 :]
            target.writestr(info.filename, content)
    try:
        pb.excel.read(out.getvalue())
    except pb.DocumentError as error:
        assert str(error).startswith("the workbook: ")
