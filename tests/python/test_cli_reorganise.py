"""A new organisation chart at the prompt: one command, said in words, all or nothing."""

import csv
import json

import openpyxl
import pytest

from prompt_office import MAPO, at_noon, office, probity, refused


@pytest.fixture(autouse=True)
def mapo(tmp_path, monkeypatch):
    """An office of three units; the finance division owns a task and has a seat."""
    monkeypatch.chdir(tmp_path)
    at_noon(monkeypatch)
    probity(MAPO)
    for unit in ("감사과", "재무과", "세무과"):
        probity(f"probity unit add {unit} --on 2026-01-02 --by kim")
    probity("probity task add T-1 '계약 점검' --owner 재무과 --on 2026-01-05 --by kim")
    probity(
        "probity seat add 재무과장 --kind department_head --unit 재무과 --on 2026-01-05 --by kim"
    )


def chart(*rows):
    with open("chart.csv", "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([("기존 부서", "새 부서"), *rows])


ACT = "--on 2026-10-01 --by kim --reason 조직개편"
MERGED = ("재무과", "재정과"), ("세무과", "재정과"), ("감사과", "청렴감사과")


def test_records_the_chart_and_says_what_moves():
    chart(*MERGED)
    said = probity(f"probity reorganise chart.csv {ACT} --lang ko").stdout
    assert "재정과: 부서 신설; 사유: 조직개편 (2026. 10. 1. kim)" in said.splitlines()
    for line in (
        "감사과: 청렴감사과로 명칭 변경",
        "  과제 T-1 계약 점검: 재무과 -> 재정과",
        "  직위 재무과장: 재무과 -> 재정과",
    ):
        assert line in said.splitlines()
    assert office().task("T-1").owner == "재정과"


def test_a_dry_run_records_nothing():
    chart(*MERGED)
    before = len(office().history)
    said = probity(f"probity reorganise chart.csv {ACT} --dry-run").stdout
    assert "T-1" in said and "Nothing is recorded" in said
    assert len(office().history) == before


def test_in_json():
    chart(*MERGED)
    said = json.loads(probity(f"probity reorganise chart.csv {ACT} --json").stdout)
    assert said["recorded"] is True and len(said["events"]) == 4
    assert said["units"][0] == {
        "unit": "재정과",
        "what": "begun",
        "title": {"ko": "재정과", "en": "재정과"},
        "to": ["재정과"],
    }
    assert said["moves"][0] == {
        "record": "task",
        "id": "T-1",
        "title": {"ko": "계약 점검", "en": "계약 점검"},
        "before": {"ko": "재무과", "en": "재무과"},
        "after": {"ko": "재정과", "en": "재정과"},
    }


def test_nothing_is_recorded_if_a_row_cannot_be_taken():
    chart(*MERGED, ("총무과", "행정과"))
    before = len(office().history)
    said = refused(f"probity reorganise chart.csv {ACT} --lang ko")
    assert "5행" in said and "총무과" in said
    assert len(office().history) == before


def test_without_a_reason_units_are_not_closed():
    chart(*MERGED)
    assert "reason" in refused("probity reorganise chart.csv --on 2026-10-01 --by kim")


def test_the_form_has_the_units_and_says_that_each_stays():
    probity("probity reorganise --form chart.xlsx --on 2026-10-01 --by kim --lang ko")
    book = openpyxl.load_workbook("chart.xlsx")
    page = book.active
    assert [cell.value for cell in page[1]][:2] == ["기존 부서", "새 부서"]
    assert [cell.value for cell in page["A"]][1:] == ["감사과", "재무과", "세무과"]
    said = probity(f"probity reorganise chart.xlsx {ACT}").stdout
    assert "Nothing was changed" in said
    page["B2"] = "청렴감사과"
    book.save("chart.xlsx")
    probity(f"probity reorganise chart.xlsx {ACT}")
    assert office().institution.units[0].title == "청렴감사과"


def test_a_table_or_a_form_is_asked_for():
    assert "--form" in refused("probity reorganise --on 2026-10-01 --by kim", check=2)
