"""The status workbook of the divisions: written, edited, taken back as events."""

import json

import openpyxl
import pytest

import probity as pb
from command_line import call
from probity.cli.status_sheet import COLUMNS, FIRST_ROW, HEADING_ROW

ON = ("--on", "2026-02-02", "--by", "kim")
PLACES = {column: number for number, column in enumerate(COLUMNS, start=1)}


@pytest.fixture
def file(tmp_path, monkeypatch):
    """An office with three tasks: one proposed, one adopted, one in progress."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "proof.txt").write_text("proof")
    call("new", "mapo.probity", "--yes", "--on", "2026-01-02", "--by", "kim")
    do("unit", "add", "audit", "감사담당관")
    do("unit", "add", "tax", "세무과")
    for task in ("T-1", "T-2", "T-3"):
        do("task", "add", task, f"과제 {task}", "--owner", "audit", "--due", "2026-06-30")
    for task in ("T-2", "T-3"):
        do("task", "adopt", task)
    do("task", "start", "T-3")
    call("export", "mapo.probity", "--status", "status.xlsx", "--lang", "ko")
    return tmp_path / "mapo.probity"


def do(*words, check=0):
    return call("-f", "mapo.probity", *words, *ON, check=check)


def edit(*changes):
    """Edits the cells of rows: (row, column, value)."""
    book = openpyxl.load_workbook("status.xlsx")
    page = book.worksheets[0]
    for row, column, value in changes:
        page.cell(FIRST_ROW + row, PLACES[column]).value = value
    book.save("status.xlsx")


def update(check=0, *options):
    return do("update", "status.xlsx", *options, check=check)


class TestTheWorkbook:
    def test_has_names_and_words_and_no_codes(self, file):
        page = openpyxl.load_workbook("status.xlsx").worksheets[0]
        row = [cell.value for cell in page[FIRST_ROW]]
        assert row[:3] == ["T-1", "과제 T-1", "감사담당관"] and row[PLACES["state"] - 1] == "제안"
        assert [cell.value for cell in page[HEADING_ROW]][:3] == ["과제번호", "과제명", "담당부서"]

    def test_is_made_to_be_filtered_and_printed(self, file):
        page = openpyxl.load_workbook("status.xlsx").worksheets[0]
        assert page.auto_filter.ref == "A3:J6" and page.print_title_rows == "$1:$3"
        assert page.print_area.endswith("$A$1:$J$6") and page.page_setup.orientation == "landscape"
        assert "추진현황" in page["A1"].value
        assert page.column_dimensions["B"].width > page.column_dimensions["A"].width

    def test_in_english(self, file):
        call("export", "mapo.probity", "--status", "en.xlsx")
        page = openpyxl.load_workbook("en.xlsx").worksheets[0]
        assert page.cell(FIRST_ROW, PLACES["state"]).value == "Proposed"

    def test_says_how_late_a_task_is_and_what_was_handed_in(self, file):
        do("task", "submit", "T-3", "--evidence", "proof.txt")
        call("export", "mapo.probity", "--status", "status.xlsx", "--lang", "ko")
        page = openpyxl.load_workbook("status.xlsx").worksheets[0]
        assert page.cell(FIRST_ROW + 2, PLACES["evidence"]).value == "proof.txt"
        late = [page.cell(FIRST_ROW + n, PLACES["late"]).value for n in range(2)]
        assert all(isinstance(each, int) and each > 0 for each in late)


class TestTakenBack:
    def test_unedited_it_records_nothing(self, file):
        before = len(pb.load(file).history)
        assert "Nothing was changed" in update().stdout
        assert len(pb.load(file).history) == before

    def test_each_edited_cell_is_the_step_that_it_says(self, file):
        edit(
            (0, "state", "채택"),
            (1, "owner", "세무과"),
            (1, "title", "과제 둘"),
            (2, "due", "2026-09-30"),
            (2, "remarks", "예산 조정"),
        )
        said = json.loads(update(0, "--json").stdout)
        assert [(each["kind"], each["subject"]) for each in said["events"]] == [
            ("task.adopted", "T-1"),
            ("task.changed", "T-2"),
            ("task.assigned", "T-2"),
            ("task.rescheduled", "T-3"),
        ]
        p = pb.load(file)
        assert p.task("T-1").state == "adopted" and p.task("T-2").owner == "tax"
        assert p.task("T-2").title.korean == "과제 둘" and str(p.task("T-3").due) == "2026-09-30"
        assert p.history[-1].reason == "예산 조정"

    def test_evidence_is_a_file_beside_the_workbook(self, file):
        edit((2, "state", "제출"), (2, "evidence", "proof.txt"))
        update()
        task = pb.load(file).task("T-3")
        assert task.state == "submitted" and [each.name for each in task.evidence] == ["proof.txt"]

    def test_a_sorted_sheet_is_the_same(self, file):
        book = openpyxl.load_workbook("status.xlsx")
        page = book.worksheets[0]
        rows = [[cell.value for cell in page[FIRST_ROW + n]] for n in range(3)]
        for n, row in enumerate(reversed(rows)):
            for place, value in enumerate(row, start=1):
                page.cell(FIRST_ROW + n, place).value = value
        book.save("status.xlsx")
        edit((0, "state", "보류"), (0, "remarks", "예산"))
        update()
        assert pb.load(file).task("T-3").state == "on_hold"

    def test_a_dry_run_records_nothing(self, file):
        edit((0, "state", "채택"))
        assert "Task adopted" in update(0, "--dry-run").stdout
        assert pb.load(file).task("T-1").state == "proposed"


class TestRefused:
    """All rows or none; every one that cannot be taken is named."""

    def refused(self, file):
        before = len(pb.load(file).history)
        said = update(3).stderr
        assert len(pb.load(file).history) == before
        return said

    def test_what_a_colleague_changed_meanwhile_is_a_conflict_with_both_values(self, file):
        edit((0, "owner", "세무과"), (1, "due", "2026-08-31"), (1, "remarks", "연기"))
        do("task", "reschedule", "T-2", "2026-07-31", "--reason", "법령")
        said = self.refused(file)
        assert "row 5" in said and "it was 2026-06-30" in said
        assert "the workbook has 2026-08-31, and meanwhile it became 2026-07-31" in said
        assert pb.load(file).task("T-1").owner == "audit"  # nor is the other row taken

    def test_what_a_colleague_changed_to_the_same_is_none(self, file):
        edit((1, "due", "2026-07-31"))
        do("task", "reschedule", "T-2", "2026-07-31", "--reason", "법령")
        update()

    def test_what_a_colleague_changed_elsewhere_stays(self, file):
        edit((1, "title", "과제 둘"))
        do("task", "reschedule", "T-2", "2026-07-31", "--reason", "법령")
        update()
        task = pb.load(file).task("T-2")
        assert (task.title.korean, str(task.due)) == ("과제 둘", "2026-07-31")

    def test_all_that_is_wrong_at_once(self, file):
        edit(
            (0, "state", "확인"),
            (1, "owner", "감사과"),
            (2, "state", "제출"),
        )
        said = self.refused(file)
        assert "3 rows cannot be taken" in said
        assert "T-1 is 제안 and cannot become" in said and "no unit is called '감사과'" in said
        assert "T-3 is submitted with evidence" in said

    def test_a_remark_that_would_be_lost(self, file):
        edit((0, "remarks", "곧 시작"))
        assert "goes with no change, and would be lost" in self.refused(file)

    def test_a_row_of_a_task_that_is_not_there(self, file):
        edit((3, "id", "T-9"), (3, "state", "채택"))
        assert "'T-9' is no task of the workbook" in self.refused(file)

    def test_a_reason_that_is_missing(self, file):
        edit((2, "state", "보류"))
        assert "reason" in self.refused(file)

    def test_another_workbook(self, file):
        openpyxl.Workbook().save("status.xlsx")
        assert "it is no status workbook" in self.refused(file)

    def test_in_korean(self, file):
        edit((0, "state", "확인"))
        said = do("update", "status.xlsx", "--lang", "ko", check=3).stderr
        assert "T-1은 제안 상태여서 한 번에 확인으로 바꿀 수 없습니다" in said
