"""An office begun from a setup workbook in one command, or from nothing by commands alone."""

import datetime
import json
import shlex

import openpyxl
import pytest
from click.testing import CliRunner

import mapo_office
import probity as pb
from probity._core import _parts_json
from probity.cli import acts, beginning, cli
from probity.cli.setup_sheets import setup_sheets

NOON = datetime.datetime(2027, 1, 4, 3, tzinfo=datetime.UTC)  # noon in Seoul


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for module in (acts, beginning):
        monkeypatch.setattr(module, "now", lambda: NOON)
    monkeypatch.setattr(acts, "today", lambda: NOON.date())


def probity(line, check=0):
    env = {"PROBITY_LANG": None, "PROBITY_FILE": None}
    result = CliRunner(env=env).invoke(cli, shlex.split(line))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == check, f"{line}\n{result.output}"
    return result


def setup(change=lambda sheet, rows: rows, lang="ko"):
    probity(f"template setup setup.xlsx --lang {lang}")
    mapo_office.filled("setup.xlsx", change)


FROM = "new mapo.probity --from setup.xlsx --on 2026-01-02 --by kim"


class TestAnOffice:
    def test_from_a_workbook_in_one_command(self):
        setup()
        assert "the programme of Mapo-gu" in probity(FROM).stdout
        p = pb.load("mapo.probity")
        assert (p.id, p.title.korean) == ("mapo", "마포구")
        counts = [p.institution.units, p.institution.seats, p.councils, p.bands, p.tasks]
        counts += [p.risk_areas, p.duties]
        assert list(map(len, counts)) == [14, 12, 1, 6, 20, 3, 2]
        (council,) = p.councils
        assert len(council.memberships) == 9 and council.cadences and council.charters
        assert p.institution.head.name.korean == "김마포"
        assert [each.id for each in p.observances] == [
            "integrity-week",
            "integrity-day",
            "청렴콘서트",
        ]
        assert p.task("과제-1").depends_on == ["과제-20"]

    def test_from_nothing_by_commands_alone_is_the_same(self):
        setup()
        probity(FROM)
        for line in mapo_office.commands("other.probity"):
            probity(line if line.startswith("new") else f"-f other.probity {line}")
        parts = [json.loads(_parts_json(pb.load(f"{name}.probity"))) for name in ("mapo", "other")]
        for each in parts:
            each["tasks"].sort(key=lambda task: task["id"])
            del each["recorded"]
        assert parts[0] == parts[1]

    def test_the_english_form_is_read_as_well(self):
        setup(lang="en")
        probity(FROM)
        assert len(pb.load("mapo.probity").tasks) == 20

    def test_every_row_is_an_event_of_its_own_that_says_who_recorded_it(self):
        setup()
        probity(FROM)
        history = pb.load("mapo.probity").history
        assert {event.actor for event in history} == {"kim"}
        assert sum(event.kind == "task.proposed" for event in history) == 20


class TestTheForm:
    def test_has_headings_notes_an_example_and_drop_downs(self):
        probity("template setup --lang ko")
        book = openpyxl.load_workbook("setup.xlsx")
        assert book.sheetnames == [sheet.title.korean for sheet in setup_sheets()]
        seats = book["직위"]
        assert [cell.value for cell in seats[1]][0].endswith("*")
        assert all(cell.comment for page in book for cell in page[1])
        assert all(page["A2"].value.startswith("예)") for page in book)
        choices = {each.formula1 for each in seats.data_validations.dataValidation}
        assert choices == {'"기관장,고위공직자,부서장,직원"', "probity_units"}

    def test_the_same_language_gives_the_same_bytes(self, tmp_path):
        for name in ("a.xlsx", "b.xlsx"):
            probity(f"template setup {name} --lang en")
        assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()

    def test_an_empty_one_is_refused(self):
        probity("template setup setup.xlsx")
        assert "the row that names the institution is missing" in probity(FROM, 3).stderr

    def test_its_example_can_be_taken(self):
        """Each example row is one that the sheet takes, less the mark of an example."""
        probity("template setup setup.xlsx --lang ko")
        book = openpyxl.load_workbook("setup.xlsx")
        for page in book:
            page["A2"].value = page["A2"].value.removeprefix("예) ")
        for unit in ("세무1과", "세무2과", "재무과"):
            page = book["부서"]
            page.append([unit])
        book["밴드"].append(["B-02", None, "감사담당관; 재무과"])
        book.save("setup.xlsx")
        probity(FROM)
        assert len(pb.load("mapo.probity").institution.units) == 4


class TestFaults:
    """All at once, each with its sheet, row and column; and nothing is written."""

    def refused(self, change, tmp_path):
        setup(change)
        said = probity(FROM, 3).stderr
        assert not (tmp_path / "mapo.probity").exists()
        return said.splitlines()

    def test_are_named_all_at_once(self, tmp_path):
        def spoil(sheet, rows):
            if sheet == "institution":
                rows[0]["week"] = "매월 둘째 수요일"
            if sheet == "seats":
                rows[0]["field_kind"] = "시장"
            if sheet == "tasks":
                rows[2]["field_due"] = "2026-02-30"
                rows[3]["field_owner"] = "감사과"
                rows[4]["field_id"] = "과제-2"
            return rows

        said = self.refused(spoil, tmp_path)
        assert "setup.xlsx: 5 faults, and nothing is taken" in said[0], said
        for place, why in (
            ("기관, row 3", "says days, and a week is asked for"),
            ("직위, row 3, 구분", "'시장' is none of head (기관장)"),
            ("과제, row 5, 기한", "2026-02-30"),
            ("과제, row 6", "no unit is called '감사과'"),
            ("과제, row 7", "과제-2"),
        ):
            assert any(place in line and why in line for line in said), (place, said)

    def test_what_follows_from_another_is_not_named_once_more(self, tmp_path):
        def spoil(sheet, rows):
            if sheet == "units":
                rows[3]["field_unit_kind"] = "과"  # 재무과, which has a seat, an area and tasks
            return rows

        said = self.refused(spoil, tmp_path)
        assert "a fault, and nothing is taken" in said[0] and len(said) == 2

    def test_of_headings_and_sheets(self, tmp_path):
        setup()
        book = openpyxl.load_workbook("setup.xlsx")
        book["부서"]["B1"].value = "부서 이름"
        book["과제"].title = "할 일"
        book.save("setup.xlsx")
        said = probity(FROM, 3).stderr
        assert "부서, row 1, 부서 이름: no column is called so" in said
        assert "할 일, row 1: no sheet of a setup is called so" in said

    def test_of_an_english_workbook_have_its_words(self, tmp_path):
        setup(lang="en")
        book = openpyxl.load_workbook("setup.xlsx")
        titles = [each.title.english for each in setup_sheets()]
        assert book.sheetnames == titles
        for page in book:
            if page.title == "Seats":
                page["B3"].value = "nobody"
        book["Units"]["B1"].value = "Called"
        book.save("setup.xlsx")
        said = probity(FROM, 3).stderr
        assert "Units, row 1, Called: no column is called so" in said
        assert not any(each.title.korean in said for each in setup_sheets()), said

    def test_in_korean_if_the_call_is(self, tmp_path):
        setup()
        book = openpyxl.load_workbook("setup.xlsx")
        book["부서"]["B1"].value = "부서 이름"
        book["과제"].title = "할 일"
        book.save("setup.xlsx")
        said = probity(f"{FROM} --lang ko", 3).stderr
        assert "setup.xlsx: 오류 " in said and "건이 있어 아무것도 가져오지 않았습니다" in said
        assert "부서, 1행, 부서 이름: 이런 이름의 열은 없습니다" in said
        assert "할 일, 1행: 이런 이름의 시트는 없습니다. 쓸 수 있는 시트: 기관" in said

    def test_of_a_formula(self, tmp_path):
        def spoil(sheet, rows):
            if sheet == "units":
                rows[0]["field_unit_id"] = '="감사"&"담당관"'
            return rows

        assert any("is a formula" in line for line in self.refused(spoil, tmp_path))

    def test_of_a_file_that_is_no_workbook(self, tmp_path):
        (tmp_path / "setup.xlsx").write_bytes(b"PK nothing")
        assert "no workbook" in probity(FROM, 3).stderr
