"""Papers, reminders and files of owners at the prompt."""

import re
from pathlib import Path

import pytest

from prompt_office import MAPO, at_noon, probity, refused

docx = pytest.importorskip("docx")


@pytest.fixture(autouse=True)
def mapo(tmp_path, monkeypatch):
    """An office with a council of two, which met, and two tasks that are due."""
    monkeypatch.chdir(tmp_path)
    at_noon(monkeypatch)
    probity(MAPO)
    for line in (
        "unit add 감사과",
        "seat add 구청장 --kind head",
        "seat add 감사과장 --kind department_head --unit 감사과",
        "council add 청렴회의체",
        "charter adopt 청렴회의체 --quorum 과반수",
        "member join 청렴회의체 구청장 --role chair",
        "member join 청렴회의체 감사과장",
        "task add T-1 '계약 점검' --owner 감사과 --due 2026-06-30",
        "task add T-2 '교육' --due 2026-09-30",
        "meeting plan 청렴회의체 2026-03-20",
    ):
        probity(f"probity {line} --on 2026-01-05 --by kim")
    probity("probity meeting hold 2026-1 --present 감사과장 --on 2026-03-20 --by kim")


def test_a_paper_of_a_meeting_as_a_page_and_for_word():
    said = probity(
        "probity meeting paper 2026-1 minutes --html m.html --docx m.docx --lang ko "
        "--author 김주무관 --department 감사과 --approval 감사과장 --approval 구청장"
    )
    assert "m.docx: 2026년 제1차 청렴회의체 정기회의 회의록" in said.stderr
    page = Path("m.html").read_text("utf-8")
    assert "정족수 미달" in page and "작성: 감사과 김주무관" in page
    table = docx.Document("m.docx").tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["결재", "감사과장", "구청장"]


def test_a_paper_asks_for_a_file_and_for_its_time():
    assert "--html, --docx" in refused("probity meeting paper 2026-1 minutes", check=2)
    probity("probity meeting plan 청렴회의체 2026-09-18 --on 2026-04-01 --by kim")
    assert "2026-2 is planned" in refused("probity meeting paper 2026-2 minutes --html m.html")


def test_the_brief_for_word():
    probity(
        "probity status --brief --on 2026-06-15 --docx b.docx --html b.html --approval 구청장 "
        "--lang ko",
        check=1,
    )
    words = " ".join(each.text for each in docx.Document("b.docx").paragraphs)
    assert "추진 현황 보고" in words and "계약 점검: 과제 기한" in words
    assert "결재" in Path("b.html").read_text("utf-8")
    assert "--brief" in refused("probity status --docx b.docx", check=2)


def test_calendar_files_with_reminders_and_for_each_owner():
    probity("probity calendar --year 2026 --ics all.ics --remind 1 --ics-by-owner out --lang ko")
    text = Path("all.ics").read_text("utf-8")
    assert re.findall(r"UID:task:(T-\d)@", text) == ["T-1", "T-2"] and "BEGIN:VALARM" in text
    assert "T-2" not in Path("out/감사과.ics").read_text("utf-8")
    probity("probity export --year 2026 --ics none.ics --tasks none")
    assert "task:" not in Path("none.ics").read_text("utf-8")
    both = "probity export --ics-by-owner out --tasks none"
    assert "do not go together" in refused(both, check=2)


def test_tables_have_names_beside_codes_and_can_be_of_a_year():
    probity("probity export --csv tasks.csv --table tasks --lang ko")
    head, first, *_ = Path("tasks.csv").read_text("utf-8-sig").splitlines()
    place = head.split(",").index("담당부서")
    assert head.split(",")[place + 1] == "담당부서명"
    assert first.split(",")[place : place + 2] == ["감사과", "감사과"]
    # Open tasks are carried over into the next year; none was there the year before.
    for year, lines in ((2025, 1), (2026, 3), (2027, 3)):
        probity(f"probity export --csv t.csv --table tasks --year {year}")
        assert len(Path("t.csv").read_text("utf-8-sig").splitlines()) == lines


def test_the_lists_of_a_year_for_word():
    probity("probity export --year 2026 --docx year.docx --lang ko")
    cells = [cell.text for table in docx.Document("year.docx").tables for cell in table._cells]
    assert any("계약 점검 (감사과)" in each for each in cells)
