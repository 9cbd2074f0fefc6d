"""Files that are no tables are named for what they are, whatever their names say."""

import io
import zipfile

import pytest

import probity as pb
from probity import formats

OFFICE = pb.examples.songpa()
ACT = {"on": "2026-03-02", "by": "integrity-team"}
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
NOISE = bytes((i * 197 + 31) % 256 for i in range(2000))


def archive(*parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for part in parts:
            file.writestr(part, "x")
    return out.getvalue()


def stream(name):
    return OLE + name.encode("utf-16-le")


FILES = {
    "it is locked by document security (Fasoo DRM)": [
        b"\x9b DRMONE  This Document is encrypted and protected by Fasoo DRM" + NOISE
    ],
    "it is locked by document security (SoftCamp Document Security)": [
        b"SCDSA002" + NOISE,
        b"SCDSA004" + NOISE,
    ],
    "it is locked by document security (NASCA DRM)": [b"<## NASCA DRM FILE - VER1.00 ##>" + NOISE],
    "it is locked by document security (DRM)": [
        b"\x01\x02MarkAny Document SAFER" + NOISE,
        bytes(16) + b"\x01\x02\x03 DRM \x04" + NOISE,
    ],
    "it is locked by rights management (Microsoft IRM)": [
        stream("DRMEncryptedDataSpace") + "EncryptedPackage".encode("utf-16-le")
    ],
    "it is encrypted; save it without a password": [stream("EncryptedPackage")],
    "it is a workbook of Excel 97-2003 (.xls); save it as .xlsx": [stream("Workbook"), OLE],
    "it is a document of Word (.doc)": [stream("WordDocument")],
    "it is a document of Hangul (.hwp)": [stream("\x05HwpSummaryInformation")],
    "it is a workbook of Excel 4": [b"\x09\x04\x06\x00\x00\x00\x10\x00"],
    "it is a web page (HTML)": [
        b"<html><body><table><tr><td>id</td></tr></table></body></html>",
        b"\xef\xbb\xbf\r\n<!DOCTYPE html>\n<html>",
        "<table><tr><td>과제번호</td></tr></table>".encode("cp949"),
        "<HTML><HEAD>".encode("utf-16"),
        b'<meta http-equiv="Content-Type" content="text/html">\n<table>',
        b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
    ],
    "it is a spreadsheet as XML (XML Spreadsheet 2003)": [
        b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>',
        b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    ],
    "it is an XML file": [b'<?xml version="1.0"?>\n<tasks/>'],
    "it is a web archive (.mht)": [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related",
        b"MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related",
        b"From: <Saved by Blink>\r\nSubject: =?utf-8?B?4Q==?=\r\nDate: x\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/related;",
    ],
    "it is a PDF file": [b"%PDF-1.7\n"],
    "it is a picture": [b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"II*\0", b"MM\0*"],
    "it is a packed file (.alz); unpack it": [b"ALZ\x01\x0a\0\0\0"],
    "it is a packed file (.egg); unpack it": [b"EGGA\0\x01"],
    "it is a packed file (.7z); unpack it": [b"7z\xbc\xaf\x27\x1c"],
    "it is no workbook; of a packed file (.zip) the workbook in it is read: unpack it": [
        archive("tasks.xlsx")
    ],
    "it is a spreadsheet as text (SYLK)": [b"ID;PWXL;N;E\r\nP;PGeneral\r\n", b"ID;PSCALC3\n"],
    "it is a binary workbook (.xlsb); save it as .xlsx": [archive("xl/workbook.bin")],
    "it is an OpenDocument file; save it as .xlsx": [archive("mimetype", "content.xml")],
    "it is a document of Word (.docx)": [archive("[Content_Types].xml", "word/document.xml")],
    "it is a document of Hangul (.hwpx)": [archive("mimetype", "Contents/content.hpf")],
}


@pytest.mark.parametrize("suffix", [".xls", ".xlsx", ".csv", ".txt"])
@pytest.mark.parametrize(
    ("what", "data"), [(what, data) for what, files in FILES.items() for data in files]
)
def test_what_a_file_is(tmp_path, what, data, suffix):
    path = tmp_path / f"tasks{suffix}"
    path.write_bytes(data)
    with pytest.raises(pb.DocumentError, match="allowed: ") as caught:
        pb.import_rows(OFFICE, tasks=path, **ACT)
    said = str(caught.value)
    assert said.startswith(f"{path}: {what}")
    if what.startswith("it is locked"):
        assert "release it there, or save an open copy" in said


def test_what_nobody_knows_may_be_locked(tmp_path):
    path = tmp_path / "tasks.xlsx"
    path.write_bytes(NOISE)
    with pytest.raises(pb.DocumentError, match="document security .DRM. may have locked it"):
        pb.import_rows(OFFICE, tasks=path, **ACT)
    text = tmp_path / "tasks.csv"
    text.write_bytes(NOISE)
    with pytest.raises(pb.DocumentError, match="document security .DRM. may have locked it"):
        pb.import_rows(OFFICE, tasks=text, **ACT)


def test_a_text_with_the_name_of_a_workbook(tmp_path):
    path = tmp_path / "tasks.xls"
    path.write_bytes(b"id\ttitle\nT-1\tx\n")
    with pytest.raises(pb.DocumentError, match=r"if it is a table as text, call it \.csv"):
        pb.import_rows(OFFICE, tasks=path, **ACT)


@pytest.mark.parametrize(
    "text",
    [
        "id,title\n",
        "과제번호,과제명\n",
        "DRM 관리 과제,x\n",
        "<기한>,과제명\n",
        '{"id": "T-1"}\n',
        "ID;Part;Title\n",
        "Date: 2026-03-02\n\nid,title\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp949"])
def test_a_table_is_one(text, encoding):
    assert formats.kind_of(text.encode(encoding)) is None
    assert not formats.may_be_locked(text.encode(encoding))
