"""Tables as offices have them: their dates, separators, encodings, headings and remarks."""

import datetime
import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import probity as pb

FOLDER = Path(__file__).parent.parent / "data/import/sheets"
SONGPA = pb.examples.songpa(illustrative=True)
ACT = {"on": "2026-12-30", "by": "integrity-team"}
TITLES = {unit.id: unit.title.korean for unit in SONGPA.institution.units}
(TAX,) = (id for id, title in TITLES.items() if title == "세무1과")
DAY = datetime.date(2026, 3, 18)


def new_tasks(tasks, **options):
    """The tasks that a table adds."""
    later = pb.import_rows(SONGPA, tasks=tasks, **ACT, **options)
    known = {task.id for task in SONGPA.tasks}
    return [task for task in later.tasks if task.id not in known]


def ids_of(tasks, **options):
    return [task.id for task in new_tasks(tasks, **options)]


def errors_of(tasks, **options):
    with pytest.raises(pb.ImportErrors) as caught:
        new_tasks(tasks, **options)
    return caught.value


# The small files ----------------------------------------------------------------------------------


def test_dates_in_every_notation():
    tasks = new_tasks(FOLDER / "dates.csv")
    assert [task.due for task in tasks] == [DAY] * 10


def test_no_date_in_words():
    assert [task.due for task in new_tasks(FOLDER / "no-date.csv")] == [None] * 3


def test_another_weekday_is_refused_by_the_real_one():
    errors = errors_of(FOLDER / "wrong-weekday.csv")
    assert [(row.row, row.column, row.value) for row in errors.rows] == [
        (2, "기한", "2026. 3. 18.(목)")
    ]
    assert "Wednesday (수)" in str(errors)
    assert "수요일" in errors.rows[0].message.korean


def test_running_numbers_and_remarks_are_passed_over_with_a_notice(caplog):
    notices = []
    assert ids_of(FOLDER / "running-number.csv", notices=notices) == ["R-01", "R-02"]
    assert notices == [
        "tasks, row 1, 연번: counts the rows and is passed over",
        "tasks, row 1, 비고: is a column of remarks and is passed over",
    ]
    assert not caplog.records
    with caplog.at_level(logging.WARNING, "probity"):
        ids_of(FOLDER / "running-number.csv", lang="ko")
    assert [record.getMessage() for record in caplog.records] == [
        "과제 1행 연번: 행을 세는 번호여서 넘긴 열입니다",
        "과제 1행 비고: 비고여서 넘긴 열입니다",
    ]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("semicolons.csv", "S-01"),
        ("separator-line.csv", "S-02"),
        ("tabs.tsv", "T-91"),
        ("unicode-text.txt", "U-91"),
        ("title-line.csv", "L-01"),
    ],
)
def test_separators_encodings_and_titles(name, id):
    (task,) = new_tasks(FOLDER / name)
    assert (task.id, task.owner, task.due) == (id, TAX, datetime.date(2026, 6, 30))


# Others of their kinds ----------------------------------------------------------------------------

TEXT = "과제번호,과제명,담당부서,기한\r\nE-01,계약 공개,세무1과,2026. 3. 18.(수)\r\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949", "euc-kr", "utf-32"],
)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_encoding_and_separator(tmp_path, encoding, separator):
    path = tmp_path / "tasks.csv"
    path.write_bytes(TEXT.replace(",", separator).encode(encoding))
    assert [task.due for task in new_tasks(path)] == [DAY]


def test_a_text_in_no_encoding_is_named(tmp_path):
    path = tmp_path / "tasks.csv"
    path.write_bytes("과제번호,과제명\n".encode() + b"\xff\xff\n")
    with pytest.raises(pb.DocumentError, match="is neither UTF-8 nor cp949 nor UTF-16"):
        new_tasks(path)


@pytest.mark.parametrize("lines", [1, 2, 3, 10])
def test_lines_above_the_headings(lines):
    above = "".join(f"{n}년 청렴 과제 목록\r\n\r\n" for n in range(lines))
    later = errors_of(above + TEXT.replace("(수)", "(금)"))
    assert later.rows[0].row == 2 * lines + 2
    assert ids_of(above + TEXT) == ["E-01"]


def test_short_rows_end_where_nothing_more_is_said():
    text = "과제번호,과제명,담당부서,기한,비고\nE-01,가,세무1과\nE-02,나\nE-03,다,,2026-03-18,,,\n"
    assert [(task.id, task.owner, task.due) for task in new_tasks(text)] == [
        ("E-01", TAX, None),
        ("E-02", "", None),
        ("E-03", "", DAY),
    ]
    errors = errors_of("과제번호,과제명\nE-01,가,나\n")
    assert [row.row for row in errors.rows] == [2]


def test_unknown_columns_are_passed_over_on_request():
    text = "과제번호,과제명,담당자,협조부서\nE-01,가,홍길동,세무2과\n"
    assert [row.value for row in errors_of(text).rows] == ["담당자", "협조부서"]
    assert [row.value for row in errors_of(text, ignore=["담당자"]).rows] == ["협조부서"]
    notices = []
    assert ids_of(text, ignore=["담당 자", "협조부서"], notices=notices) == ["E-01"]
    assert notices == [
        "tasks, row 1, 담당자: is passed over on request",
        "tasks, row 1, 협조부서: is passed over on request",
    ]
    assert ids_of("과제번호,과제명,담당자\nE-01,가,\n") == ["E-01"]
    with pytest.raises(TypeError, match="a list of headings is wanted"):
        ids_of(text, ignore="담당자")


def test_states_are_named_and_not_taken():
    notices = []
    text = "과제번호,과제명,추진상태\nE-01,가,완료\nE-02,나,추진중\nE-03,다,완료\n"
    tasks = new_tasks(text, notices=notices)
    assert [task.state for task in tasks] == ["proposed"] * 3
    (notice,) = notices
    assert "has states (완료, 추진중)" in notice
    assert ids_of("과제번호,과제명,추진상태\nE-01,가,제안\n", notices=notices) == ["E-01"]
    assert len(notices) == 1


def test_headings_as_english_tables_have_them():
    text = "No,Task ID,Task title,Owner,Due date,Remarks\n1,E-01,Open data,,2026-03-18,\n"
    (task,) = new_tasks(text, notices=[])
    assert (task.id, task.title, task.due) == ("E-01", "Open data", DAY)


@pytest.mark.parametrize(
    ("digits", "said"),
    [("202603", "names a month and no day"), ("260318", "a year of two digits")],
)
def test_six_digits_are_no_date(digits, said):
    (error,) = errors_of(f"과제번호,과제명,기한\nE-01,가,{digits}\n").rows
    assert said in str(error.reason)


def test_a_mistaken_heading_is_none_of_remarks():
    errors = errors_of("과제번호,과제명,기핟\nE-01,가,2026-03-18\n")
    assert [row.suggestion for row in errors.rows] == ["기한"]


def test_a_band_with_a_row_for_each_unit():
    rows = [["연번", "밴드번호", "밴드명", "부서"]]
    closed = {unit.id for unit in SONGPA.institution.units if unit.end is not None}
    units = {band.id: [id for id in band.units if id not in closed] for band in SONGPA.bands}
    for band in SONGPA.bands:
        for place, unit in enumerate(units[band.id]):
            first = place == 0
            id, title = (band.id, band.title.korean) if first else ("", "")
            rows.append([len(rows), id, title, TITLES[unit]])
    later = pb.import_rows(SONGPA, bands=rows, **ACT, notices=[])
    assert {band.id: band.units for band in later.bands} == units


@given(st.text(max_size=12), st.sampled_from(["2026. 3. 18.", "2026-03-18", "2026년 3월 18일"]))
def test_a_date_with_a_tail_is_that_date_or_refused(tail, date):
    text = f'id,title,due\nE-01,가,"{date}{tail.replace(chr(34), "")}"\n'
    try:
        tasks = new_tasks(text)
    except pb.ImportErrors:
        return
    assert [task.due for task in tasks] == [DAY]


# Dates elsewhere ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["2026. 3. 18.(수)", "2026년 3월 18일(수)", "20260318", "'26. 3. 18.", "２０２６. ３. １８."],
)
def test_every_argument_takes_them(text):
    assert pb.Interval(text).begin == DAY
    assert pb.DateSet([text])[0] == DAY
    assert list(pb.DateSet([text])) == [DAY]
    assert pb.Recurrence("FREQ=DAILY", start=text).nth(0) == DAY
    assert text in pb.Interval("2026-03-18", "2026-03-19")
    assert str(pb.Interval(text)) == "[2026-03-18, )"


def test_another_weekday_is_refused_everywhere():
    with pytest.raises(pb.DateError, match=r"2026-03-18 is a Wednesday \(수\), not '목'"):
        pb.Interval("2026. 3. 18.(목)")
    with pytest.raises(pb.DateError, match="at index 1: .* has its year last"):
        pb.DateSet(["2026-03-18", "3/4/2026"])


def test_documents_have_one_notation(tmp_path):
    path = tmp_path / "songpa.json"
    SONGPA.save(path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"2026-03-18"', '"2026. 3. 18."', 1), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    with pytest.raises(pb.DocumentError, match="is not a date"):
        pb.load(path)
