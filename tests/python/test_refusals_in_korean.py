"""Every refusal has a Korean sentence: of documents and records, dates and rules, and of Python."""

import copy
import datetime
import json
import re
from pathlib import Path

import numpy as np
import pytest

import probity as pb
from command_line import call
from korean_refusals import english_in, is_korean

ROOT = Path(__file__).parents[2]


def korean(step):
    """The Korean message of what a step is refused for."""
    with pytest.raises((pb.ProbityError, ImportError)) as raised:
        step()
    assert raised.value.text is not None, raised.value
    said = raised.value.text.to("ko")
    assert is_korean(said), said
    assert said != str(raised.value)
    return said


# Documents and records ----------------------------------------------------------------------------


def document():
    return json.loads(pb.examples.songpa().to_json())


def load(folder, text):
    """The programme of a text; documents are read from files."""
    path = folder / "office.json"
    path.write_text(text, encoding="utf-8")
    return pb.load(path)


def at(value, path):
    for step in path:
        value = value[step]
    return value


def places(value, path=()):
    """The place of each value of a document: of lists the first item."""
    yield path
    if isinstance(value, dict):
        for key, each in value.items():
            yield from places(each, (*path, key))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*path, 0))


WRONG = [None, 7, "?!", [], {}, -1.5, "\x07", "", ["x", "x"]]


def wrong_documents():
    """Documents with one value of another type or out of range, or one key missing or mistyped."""
    whole = document()
    for path in places(whole):
        if not path or path == ("format",):
            continue
        for wrong in WRONG:
            made = copy.deepcopy(whole)
            at(made, path[:-1])[path[-1]] = wrong
            yield made
        if isinstance(path[-1], str):
            made = copy.deepcopy(whole)
            del at(made, path[:-1])[path[-1]]
            yield made
            made = copy.deepcopy(whole)
            at(made, path[:-1])[f"{path[-1]}s"] = 1
            yield made


def test_whatever_is_wrong_with_a_document_is_said_in_korean(tmp_path):
    kinds = set()
    for made in wrong_documents():
        try:
            load(tmp_path, json.dumps(made))
        except pb.DocumentError as error:
            said = error.text.to("ko")
            assert is_korean(said), said
            # Each fault is a sentence of its own.
            for line in said.splitlines():
                assert re.search("[가-힣]", line), said
            kinds.add(re.sub(r"'[^']*'|\d+|/\S+", "", said.splitlines()[0]))
    assert len(kinds) >= 60


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "1번째 줄 2번째 칸부터 JSON이 아닙니다"),
        ('{"a": 1, "a": 2}', "한 객체에 키 'a'이(가) 두 번 있습니다"),
        ("[]", "문서: 목록: 객체를 적어야 합니다"),
        ("[" * 200, "단계보다 깊습니다"),
        ('{"format": "probity-programme/9"}', "여기에서 읽는 형식이 아닙니다"),
    ],
)
def test_a_text_that_is_no_document_is_said_in_korean(text, said, tmp_path):
    assert said in korean(lambda: load(tmp_path, text))


def test_the_prompt_says_the_faults_of_a_document_in_korean(tmp_path):
    made = document()
    del made["title"]
    made["observances"][0]["id"] = "?"
    path = tmp_path / "office.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    out = call("status", str(path), "--lang", "ko", check=3).output
    assert "잘못된 곳이" in out and "문서: 키 'title'" in out
    assert "/observances/0/id: '?': 번호로 쓸 수 없습니다" in out
    assert english_in(out) == []
    assert "faults:" in call("status", str(path), check=3).output


def test_the_prompt_says_a_file_that_is_not_there_in_korean(tmp_path):
    path = str(tmp_path / "none.json")
    out = call("holidays", "2026", "--overlay", path, "--lang", "ko", check=3).output
    assert "파일이나 폴더가 없음" in out and english_in(out) == []


# Dates, working days and rules --------------------------------------------------------------------

DAY = datetime.date(2026, 3, 18)


@pytest.mark.parametrize(
    "step",
    [
        lambda: pb.Rule("FREQ=DAILY;X=1"),
        lambda: pb.Rule("FREQ=SOMETIMES"),
        lambda: pb.Rule("FREQ=DAILY;COUNT=0"),
        lambda: pb.Rule("FREQ=DAILY;COUNT=2;UNTIL=20261231"),
        lambda: pb.Rule("FREQ=DAILY;BYDAY=1MO"),
        lambda: pb.Rule("FREQ=WEEKLY;BYMONTHDAY=1"),
        lambda: pb.Rule("FREQ=DAILY;"),
        lambda: pb.Rule("FREQ=DAILY;BYMONTH=1,"),
        lambda: pb.Rule("FREQ=DAILY;UNTIL=20261331"),
        lambda: pb.Rule("RRULE:FREQ=DAILY"),
        lambda: pb.Rule(freq="yearly", bymonth="13"),
        lambda: pb.Recurrence("FREQ=HOURLY", DAY),
        lambda: pb.Recurrence("FREQ=DAILY;BYHOUR=1,2;COUNT=3", DAY),
        lambda: pb.Recurrence("FREQ=DAILY", DAY).nth(-1),
        lambda: pb.WeekConvention.ISO.week(2026, 3, 0),
        lambda: pb.LunarDate(2026, 13, 1),
        lambda: pb.LunarDate(2101, 1, 1),
        lambda: pb.LunarDate.parse("2026"),
        lambda: pb.WorkCalendar.korea().add(DAY, 10**6),
        lambda: pb.WorkCalendar.korea().add(np.array([DAY]), 10**6),
        lambda: pb.WorkCalendar.korea().without_holiday(DAY),
        lambda: pb.WorkCalendar.korea().with_weekend(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]),
        lambda: pb.WorkCalendar.korea().roll(DAY, "sideways"),
        lambda: pb.Zone("Asia/Nowhere"),
        lambda: pb.Zone("../etc/passwd"),
    ],
)
def test_dates_and_rules_are_refused_in_korean(step):
    korean(step)


@pytest.mark.parametrize(
    "words",
    [
        "매월 금요일",
        "매월 6주차 금요일",
        "분기별 3월 15일 4월 1일",
        "매주 근무일 7일",
        "매년 2월 30일",
        "월 3회",
        "매월 초순",
        "추석 전 3일",
        "매주 월요일 25시",
        "매년 3월 셋째 주 수요일 (",
        "2026년 3월 15일",
    ],
)
def test_korean_sentences_are_refused_in_korean(words):
    korean(lambda: pb.parse_korean(words))


@pytest.mark.parametrize(
    "words",
    [
        "biweekly",
        "third Wedensday of March",
        "every month on Friday",
        "around the 15th",
        "3/4",
        "between 5 days",
        "weekend of each month",
        "",
    ],
)
def test_english_sentences_are_refused_in_korean(words):
    with pytest.raises(pb.RuleError, match=".") as raised:
        pb.parse_english(words)
    said = raised.value.text.to("ko")
    assert re.search("[가-힣]", said.split(": ", 1)[1]), said


# Python -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "step",
    [
        lambda: pb.korean.term("nothing"),
        lambda: pb.korean.particle("말", "도"),
        lambda: pb.examples.songpa().calendar(2026).to_ics("a.ics", tasks="all"),
        lambda: pb.examples.songpa().calendar(2026).to_ics("a.ics", recurring="never"),
        lambda: pb.import_rows(pb.examples.songpa(), tasks=[1], on=DAY, by="audit"),
        lambda: pb.examples.songpa().calendar(2026).to_html("a.html", paper="A0"),
    ],
)
def test_python_is_refused_in_korean(step):
    korean(step)


def test_a_file_that_is_no_table_is_said_in_korean(tmp_path):
    path = tmp_path / "tasks.xlsx"
    path.write_bytes(b"%PDF-1.7")
    said = korean(lambda: pb.excel.read(path))
    assert said.startswith(f"{path}: PDF 파일입니다. 쓸 수 있는 것: 엑셀 2007")
