"""Importing, exporting and recording at the command line."""

import datetime
import json
import sys

import openpyxl
import pytest

import probity as pb
from command_line import answer, call, csv_rows
from probity.cli import importing

ACT = ("--on", "2026-03-02", "--by", "integrity-team")
GOOD = "과제번호,과제명,밴드,기한\nT-40,청탁금지법 교육,B-01,2026. 3. 18.\n"
BAD = """과제번호,구분,과제명,밴드,기한
T-40,실천과재,청탁금지법 교육,B-01,2026-03-18
T-41,실천과제,교육 결과 보고,B-01,2026-02-30
"""


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch):
    """What is recorded is stamped with the day of ACT."""
    noon = datetime.datetime(2026, 3, 2, 3, tzinfo=datetime.UTC)
    monkeypatch.setattr(importing, "now", lambda: noon)


@pytest.fixture
def tables(tmp_path):
    (tmp_path / "good.csv").write_text(GOOD, encoding="utf-8-sig")
    (tmp_path / "bad.csv").write_text(BAD, encoding="cp949")
    rows = "".join(f"B-{n:02},Band {n}\n" for n in range(1, 12))
    (tmp_path / "bands.csv").write_text("id,title\n" + rows, encoding="utf-8")
    return tmp_path


class TestImport:
    def test_all_of_it(self, tables):
        out = tables / "later.jsonl"
        files = ["--tasks", tables / "good.csv", "--bands", tables / "bands.csv", "--out", out]
        said = call("import", "songpa", *files, *ACT)
        assert said.stdout.startswith("Imported: tasks 1, bands 11; events recorded: 2\n")
        later = pb.load(out)
        assert later.task("T-40").due.isoformat() == "2026-03-18"
        assert str(later.bands[2].title) == "Band 3"
        assert {event.actor for event in later.history} == {"integrity-team"}

    def test_or_nothing_with_each_row_named(self, tables):
        out = tables / "later.jsonl"
        error = call("import", "songpa", "--tasks", tables / "bad.csv", "--out", out, *ACT, check=3)
        assert "nothing imported, two rows to mend" in error.stderr
        assert "tasks, row 2, 구분" in error.stderr and "tasks, row 3, 기한" in error.stderr
        assert not out.exists()
        korean = call(
            "import",
            "songpa",
            "--tasks",
            tables / "bad.csv",
            "--check",
            "--lang",
            "ko",
            *ACT,
            check=3,
        )
        assert "고칠 행은 2개입니다" in korean.stderr

    def test_bad_rows_as_json_and_csv(self, tables):
        question = ["import", "songpa", "--tasks", tables / "bad.csv", "--check", *ACT]
        record = answer(*question, check=3)
        assert not record["imported"]
        assert [(row["row"], row["column"]) for row in record["rows"]] == [(2, "구분"), (3, "기한")]
        rows = csv_rows(*question, check=3)
        assert [row[:4] for row in rows[1:]] == [
            ["Tasks", "2", "구분", "실천과재"],
            ["Tasks", "3", "기한", "2026-02-30"],
        ]

    def test_what_is_passed_over_is_named(self, tables):
        path = tables / "office.csv"
        path.write_text("연번;과제번호;과제명;담당자\n1;T-40;청렴교육;홍길동\n", encoding="utf-16")
        question = ["import", "songpa", "--tasks", path, "--check", "--ignore", "담당자", *ACT]
        said = call(*question)
        assert said.stdout == "Checked, and nothing written: tasks 1, bands 0; events: 1\n"
        assert said.stderr.splitlines() == [
            "probity: tasks, row 1, 연번: counts the rows and is passed over",
            "probity: tasks, row 1, 담당자: is passed over on request",
        ]
        assert [notice[:16] for notice in answer(*question)["notices"]] == [
            "tasks, row 1, 연번",
            "tasks, row 1, 담당",
        ]
        assert "담당자" in call(*question[:5], *ACT, check=3).stderr

    @pytest.mark.parametrize("day", ["2026. 3. 2.(월)", "2026년 3월 2일", "20260302", "'26. 3. 2."])
    def test_days_are_written_as_offices_write_them(self, tables, day):
        out = tables / "later.jsonl"
        call("import", "songpa", "--tasks", tables / "good.csv", "--out", out, "--on", day)
        assert pb.load(out).history[0].effective.isoformat() == "2026-03-02"
        error = call("import", "songpa", "--check", "--on", "2026. 3. 2.(화)", check=3).stderr
        assert "--on: " in error and "2026-03-02 is a Monday (월)" in error

    def test_a_check_writes_nothing(self, tables):
        out = tables / "later.jsonl"
        files = ["--tasks", tables / "good.csv", "--out", out]
        said = call("import", "songpa", *files, "--check", *ACT).stdout
        assert said == "Checked, and nothing written: tasks 1, bands 0; events: 1\n"
        assert not out.exists()

    def test_whoever_runs_it_does_it(self, tables, monkeypatch):
        monkeypatch.setenv("LOGNAME", "kim.officer")
        out = tables / "later.jsonl"
        call("import", "songpa", "--tasks", tables / "good.csv", "--on", "2026-03-02", "--out", out)
        assert pb.load(out).history[0].actor == "kim.officer"

    def test_usage_and_files(self, tables):
        call("import", "songpa", "--check", check=2)
        call("import", "songpa", "--tasks", tables / "good.csv", check=2)
        for path in (tables / "none.csv", tables):
            assert str(path) in call("import", "songpa", "--tasks", path, "--check", check=3).stderr
        (tables / "binary.csv").write_bytes(bytes(range(256)))
        error = call(
            "import", "songpa", "--tasks", tables / "binary.csv", "--check", check=3
        ).stderr
        assert "binary.csv" in error and "cp949" in error


class TestWorkbooks:
    def test_a_form_filled_in_and_imported(self, tmp_path):
        form, out = tmp_path / "form.xlsx", tmp_path / "later.jsonl"
        said = call("export", "songpa", "--form", form, "--lang", "ko")
        assert said.stderr == f"{form}: 작성할 서식\n"
        book = openpyxl.load_workbook(form)
        sheet = book["과제"]
        columns = {cell.value.rstrip(" *"): cell.column for cell in sheet[1]}
        sheet.cell(2, columns["과제번호"], "T-40")
        sheet.cell(2, columns["과제명"], "청탁금지법 교육")
        sheet.cell(2, columns["기한"], "2026. 3. 18.")
        book.save(form)
        said = call("import", "songpa", form, "--out", out, *ACT)
        assert "tasks 1, bands 0" in said.stdout
        assert pb.load(out).task("T-40").due.isoformat() == "2026-03-18"

    def test_bad_rows_handed_back(self, tmp_path):
        book, mended = tmp_path / "office.xlsx", tmp_path / "to-mend.xlsx"
        call("export", "songpa", "--xlsx", book)
        # Its tasks are there already.
        again = ["import", "songpa", book, "--check", *ACT, "--annotate", mended]
        error = call(*again, check=3).stderr
        assert "nothing imported, 39 rows to mend" in error and f"{mended}: 78 faults" in error
        assert "Tasks" in openpyxl.load_workbook(mended).sheetnames
        rows = answer(*again, check=3)["rows"]
        assert rows[0]["cell"] == "Tasks!A2"
        onto_itself = ["import", "songpa", book, "--check", *ACT, "--annotate", book]
        assert "another name" in call(*onto_itself, check=3).stderr

    def test_usage(self, tmp_path):
        call("import", "songpa", "a.xlsx", "--tasks", "b.csv", "--check", check=2)
        assert "nothing.xlsx" in call("import", "songpa", "nothing.xlsx", "--check", check=3).stderr
        (tmp_path / "text.xlsx").write_text("id,title\n", encoding="utf-8")
        error = call("import", "songpa", tmp_path / "text.xlsx", "--check", check=3).stderr
        assert "text.xlsx" in error
        call("export", "songpa", "--xlsx", "-", check=2)

    def test_without_openpyxl(self, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "openpyxl", None)
        error = call("export", "songpa", "--form", tmp_path / "form.xlsx", check=3).stderr
        assert "probity[excel]" in error


class TestExport:
    def test_every_kind_of_file(self, tmp_path):
        paths = {
            kind: tmp_path / f"songpa.{kind}" for kind in ("ics", "html", "csv", "json", "jsonl")
        }
        options = [each for kind, path in paths.items() for each in (f"--{kind}", path)]
        said = call("export", "songpa", "--year", "2026", "--lang", "ko", *options)
        assert f"{paths['ics']}: 일정 37건" in said.stderr and said.stdout == ""
        agenda = pb.examples.songpa().calendar(2026)
        agenda.to_ics(tmp_path / "b.ics", lang="ko")
        agenda.to_html(tmp_path / "b.html", "ko")
        agenda.to_csv(tmp_path / "b.csv", "ko")
        for kind in ("ics", "html", "csv"):
            assert paths[kind].read_bytes() == (tmp_path / f"b.{kind}").read_bytes(), kind
        assert pb.load(paths["json"]) == pb.load(paths["jsonl"]) == pb.examples.songpa()

    @pytest.mark.parametrize("table", ["tasks", "bands", "units", "areas", "meetings", "events"])
    def test_tables(self, table):
        out = call("export", "songpa-illustrative", "--csv", "-", "--table", table).stdout
        office = pb.examples.songpa(illustrative=True)
        records = {
            "tasks": office.tasks,
            "bands": office.bands,
            "units": office.institution.units,
            "areas": office.risk_areas,
            "meetings": office.councils[0].meetings,
            "events": office.history,
        }[table]
        assert len(out.splitlines()) == 1 + len(records)

    def test_on_standard_output(self):
        assert json.loads(call("export", "songpa", "--json", "-").stdout)["id"] == "songpa"
        page = call("export", "songpa", "--html", "-", "--year", "2026").stdout
        assert page.startswith("<!DOCTYPE html>")
        calendar = call("export", "songpa", "--ics", "-", "--year", "2026").stdout_bytes
        assert calendar.startswith(b"BEGIN:VCALENDAR\r\n")
        assert (
            call("export", "songpa", "--jsonl", "-").stdout == pb.examples.songpa().to_json_lines()
        )

    def test_refusals(self, tmp_path):
        call("export", "songpa", check=2)
        call("export", "songpa", "--html", tmp_path / "x", "--year", "2026-2027", check=2)
        for kind in ("ics", "html", "csv", "json", "jsonl"):
            missing = tmp_path / "nowhere" / "file"
            error = call("export", "songpa", "--year", "2026", f"--{kind}", missing, check=3).stderr
            assert str(missing) in error
            error = call("export", "songpa", f"--{kind}", tmp_path, check=3).stderr
            assert f"--{kind}: " in error and "is a folder" in error

    def test_no_file_is_called_as_standard_output_is(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        for question in (
            ("calendar", "songpa", "--year", "2026", "--ics"),
            ("calendar", "songpa", "--year", "2026", "--html"),
            ("status", "songpa", "--brief", "--html"),
            (*TestRecord.question, "--out"),
            ("import", "songpa", "book.xlsx", "--out"),
            ("import", "songpa", "book.xlsx", "--check", "--annotate"),
        ):
            assert "'-' is standard output" in call(*question, "-", check=2).stderr
        assert list(tmp_path.iterdir()) == []

    def test_a_device_is_not_replaced(self):
        for device in ("/dev/null", "/dev/full"):
            error = call("export", "songpa", "--json", device, check=3).stderr
            assert device in error


class TestRecord:
    question = ("record", "songpa", "integrity-day", "2027-03-17", "2027-03-18")

    def test_both_dates_are_kept(self, tmp_path):
        out = tmp_path / "later.jsonl"
        why = ["--reason", "The hall was taken", "--source", "announcement"]
        said = call(*self.question, "--on", "2027-03-18", "--by", "team", *why, "--out", out)
        assert said.stdout == "Integrity Day: observed on 2027-03-18 instead of 2027-03-17\n"
        (day,) = pb.load(out).calendar(2027).select(kind="day")
        assert (day.begin.isoformat(), day.nominal.isoformat()) == ("2027-03-18", "2027-03-17")
        assert day.reason == "The hall was taken"

    def test_on_the_rule_s_own_date(self, tmp_path):
        question = (*self.question[:4], "2027-03-17", "--on", "2027-03-17", "--by", "team")
        said = call(*question, "--out", tmp_path / "later.jsonl")
        assert said.stdout == "Integrity Day: observed on 2027-03-17, as the rule says\n"

    def test_json(self, tmp_path):
        record = answer(
            *self.question, "--on", "2027-03-18", "--by", "team", "--out", tmp_path / "x"
        )
        assert (record["number"], record["actor"], record["observed"]) == (1, "team", "2027-03-18")

    def test_refusals(self, tmp_path):
        call(*self.question, check=2)
        out = ["--out", tmp_path / "x", "--by", "team"]
        unknown = ("record", "songpa", "integrity-month", "2027-03-17", "2027-03-18")
        assert "integrity-week" in call(*unknown, *out, check=3).stderr
        error = call(*self.question, *out, "--source", "hearsay", check=3).stderr
        assert "hearsay" in error
        assert not (tmp_path / "x").exists()
