"""Obligations: when they are due, what was done of them, and how they stand.

Deadlines are held to days computed apart from the library: by dateutil over the official table of
public holidays (tests/data), and by what offices announced.
"""

import csv
import datetime
import pathlib
import pickle
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

import probity as pb
from probity import labels

ACT = {"on": "2026-01-05", "by": "audit-office"}
ONE_DAY = datetime.timedelta(1)
TABLE = pathlib.Path(__file__).parents[1] / "data" / "kr-public-holidays-2022-2026.csv"
with TABLE.open(encoding="utf-8") as table:
    HOLIDAYS = {datetime.date.fromisoformat(row["date"]) for row in csv.DictReader(table)}


def put_off(day: datetime.date) -> datetime.date:
    """The next day that is neither a Saturday, a Sunday nor in the official table."""
    while day.weekday() >= 5 or day in HOLIDAYS:
        day += ONE_DAY
    return day


def office(*obligations: pb.Obligation, units: tuple[str, ...] = ()) -> pb.Programme:
    made = pb.Programme.new("mapo", ("마포구", "Mapo-gu"), **ACT)
    for unit in units:
        made = made.apply(made.add_unit(pb.Unit(unit, unit), **ACT))
    for obligation in obligations:
        made = made.apply(made.add_obligation(obligation, **ACT))
    return made


def report(**more: Any) -> pb.Obligation:
    title = ("부패방지교육 결과 제출", "Report of education")
    return pb.Obligation("report", title, rule="매년 2월 말일", **more)


def days_of(year: int) -> list[datetime.date]:
    first = datetime.date(year, 1, 1)
    return [first + datetime.timedelta(n) for n in range(365)]


@pytest.mark.parametrize("days", [1, 2, 10, 14, 30])
def test_periods_of_days_are_those_of_the_table(days: int) -> None:
    duty = pb.Obligation("x", "x", follows="matter", matter_kind="m", within=days)
    for start in days_of(2025):
        expected = put_off(start + relativedelta(days=days))
        assert duty.deadline(start).date == expected, start


@pytest.mark.parametrize("months", [1, 2])
def test_the_end_of_the_month_in_which_months_are_up(months: int) -> None:
    duty = pb.Obligation(
        "x", "x", per="official", follows="leaving", within=months, unit="month_end"
    )
    for start in days_of(2025)[:300]:
        up = start + relativedelta(months=months)
        expected = put_off(up + relativedelta(day=31))
        # From the last of a month that is shorter, the month is up on the last of the other.
        assert duty.deadline(start).date == expected, start


def test_a_day_of_the_law_is_put_off_and_the_working_day_before_it_is_advice() -> None:
    found = report().deadline("2026-02-28")
    assert (str(found.date), str(found.advised)) == ("2026-03-03", "2026-02-27")
    assert "161" in found.clause_en


def test_what_has_to_be_done_within_a_year_is_not_put_off() -> None:
    duty = pb.Obligation("x", "x", rule="매년 12월 31일", put_off=False)
    assert str(duty.deadline("2028-12-31").date) == "2028-12-31"
    assert str(duty.deadline("2028-12-31").advised) == "2028-12-29"
    assert "2028-12-29" in duty.deadline("2028-12-31").text_en


def test_instances_follow_from_the_rule_and_are_never_stored() -> None:
    made = office(report())
    assert len(made.history) == 2
    found = [(each.period, each.state) for each in made.view("2026-03-04").obligations()]
    assert found == [("2026", "late")]
    assert [each.period for each in made.view("2026-03-04").obligations(2031)] == ["2031"]


def test_done_is_done_with_its_evidence() -> None:
    made = office(report(proof=("공문", "letter")))
    file = pb.Evidence("letter.pdf", "application/pdf", "0" * 64)
    done = made.apply(
        made.fulfil_obligation("report", evidence=[file], on="2026-02-24", by="audit-office")
    )
    (standing,) = done.view("2026-03-04").obligations()
    assert (standing.state, str(standing.done), standing.proved) == ("done", "2026-02-24", True)
    assert standing.evidence == [file]
    bare = made.apply(made.fulfil_obligation("report", on="2026-03-05", by="audit-office"))
    (standing,) = bare.view("2026-03-06").obligations()
    assert (standing.days_late, standing.proved) == (2, False)
    assert standing.text.english == "due by 2026-03-03, done on 2026-03-05, 2 days late, no proof"


def test_a_waiver_says_why() -> None:
    made = office(report())
    act = {"on": "2026-02-24", "by": "audit-office"}
    with pytest.raises(pb.ProbityError, match="the reason for waiving is needed"):
        made.waive_obligation("report", **act)
    waived = made.apply(made.waive_obligation("report", reason=("해당 없음", "none owed"), **act))
    (standing,) = waived.view("2026-03-04").obligations()
    assert (standing.state, str(standing.reason)) == ("waived", "none owed")


def test_an_instance_is_settled_once_in_both_languages() -> None:
    made = office(report())
    made = made.apply(made.fulfil_obligation("report", on="2026-02-24", by="audit-office"))
    with pytest.raises(pb.ProbityError, match="2026 is done already") as caught:
        made.fulfil_obligation("report", "2026", on="2026-02-25", by="audit-office")
    assert "이미 '이행' 처리되었습니다" in caught.value.text.to("ko")


def test_thirty_eight_departments_owe_one_obligation() -> None:
    units = tuple(f"unit-{n}" for n in range(38))
    check = pb.Obligation("check", ("점검", "Check"), per="unit", rule="매년 6월 30일")
    made = office(check, units=units)
    view = made.view("2026-07-01")
    assert len(view.obligations(state="late")) == 38
    lines = [line for line in view.brief().late if line.record == "obligation"]
    assert [line.id for line in lines] == ["check"]
    assert "38 to do" in lines[0].text.english
    done = made.apply(
        made.fulfil_obligation("check", unit="unit-7", on="2026-06-29", by="audit-office")
    )
    assert len(done.view("2026-07-01").obligations(state="late")) == 37
    assert len(done.view("2026-07-01").obligations(owner="unit-7")) == 1


def test_deadlines_stand_in_the_agenda_the_brief_and_the_calendar_file(
    tmp_path: pathlib.Path,
) -> None:
    made = office(report(basis="Decree, article 88-2(4)"))
    agenda = made.calendar(2026)
    (entry,) = agenda.select(kind="deadline")
    assert (str(entry.begin), str(entry.nominal)) == ("2026-03-03", "2026-02-28")
    assert str(entry.source) == "Decree, article 88-2(4)"
    coming = [line.id for line in made.view("2026-02-10").brief().coming]
    assert coming == ["report"]
    late = [line.id for line in made.view("2026-03-04").brief().late]
    assert late == ["report"]
    path = tmp_path / "mapo.ics"
    agenda.to_ics(path, remind=7, stamp="2026-01-05T00:00:00Z")
    file = path.read_text(encoding="utf-8")
    assert "report-2026@mapo.probity" in file
    assert "DTSTART;VALUE=DATE:20260303" in file
    assert file.count("BEGIN:VALARM") == file.count("BEGIN:VEVENT")


def test_a_temporary_holiday_moves_a_deadline() -> None:
    made = office(report())
    before = pb.WorkCalendar.korea()
    after = before.with_holiday("2026-03-03", "임시공휴일", kind="temporary")
    moved = [each for each in made.impact(before, after, 2026) if each.kind == "deadline"]
    assert [(str(each.before), str(each.after)) for each in moved] == [("2026-03-03", "2026-03-04")]


def test_they_are_read_back_from_documents_histories_and_pickles() -> None:
    lecture = pb.Obligation(
        "lecture", "Lecture", follows="matter", matter_kind="outside-lecture", within=10
    )
    made = office(report(lead_days=30), lecture)
    made = made.apply(made.add_matter(pb.Matter("M-1", "outside-lecture", "2026-05-11"), **ACT))
    made = made.apply(made.fulfil_obligation("report", on="2026-02-24", by="audit-office"))
    assert pb.Programme.parse(made.to_json_lines()) == made
    for each in [*made.obligations, *made.matters, *made.fulfilments]:
        assert pickle.loads(pickle.dumps(each)) == each
        assert hash(each) == hash(pickle.loads(pickle.dumps(each)))
    (first, second) = made.obligations
    assert first.rule == {"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"}
    assert second.rule is None


def test_frames_and_files_have_them_in_both_languages(tmp_path: pathlib.Path) -> None:
    view = office(report()).view("2026-03-04")
    frame = view.obligations().to_frame(lang="ko")
    assert frame["title"][0] == "부패방지교육 결과 제출"
    assert list(frame["days_late"]) == [1]
    path = tmp_path / "owed.csv"
    view.obligations().to_csv(path, lang="ko")
    assert "법정기한" in path.read_text(encoding="utf-8-sig")
    assert labels.OBLIGATION_STATES["late"].to("ko") == "기한 경과"


def test_a_document_that_contradicts_itself_is_refused() -> None:
    wrong = {"follows": "publication", "within": 0}
    with pytest.raises(pb.ProbityError, match="within a period of at least 1") as caught:
        office().add_obligation("x", title="x", **wrong, **ACT)
    assert "1 이상의 기간" in caught.value.text.to("ko")


def test_a_portfolio_counts_the_obligations_of_all_offices() -> None:
    yearly = pb.Obligation("check", ("점검", "Check"), per="unit", rule="매년 6월 30일")
    offices = []
    for number, id in enumerate(("mapo", "dobong"), start=1):
        made = pb.Programme.new(id, id, **ACT)
        for unit in range(number * 2):
            made = made.apply(made.add_unit(pb.Unit(f"unit-{unit}", f"unit-{unit}"), **ACT))
        offices.append(made.apply(made.add_obligation(yearly, **ACT)))
    mapo = offices[0]
    act = {"on": "2026-06-29", "by": "audit-office"}
    offices[0] = mapo.apply(mapo.fulfil_obligation("check", unit="unit-0", **act))
    rows = pb.Portfolio(offices).obligations("2026-07-01")
    found = [(row.programme, row.owed, row.open, row.done, row.late, row.waived) for row in rows]
    assert found == [
        ("mapo", 2, 0, 1, 1, 0),
        ("dobong", 4, 0, 0, 4, 0),
    ]
    for row, office_of in zip(rows, offices, strict=True):
        standings = office_of.view("2026-07-01").obligations(2026)
        assert row.late == sum(each.state == "late" for each in standings)
    assert [row.owed for row in pb.Portfolio(offices).obligations("2026-07-01", 2027)] == [2, 4]
    assert list(rows.to_frame(lang="ko")["late"]) == [1, 4]
    with pytest.raises(pb.HorizonError, match="2400"):
        pb.Portfolio(offices).obligations("2026-07-01", 2400)


@pytest.mark.parametrize(
    ("lang", "words"), [("ko", "교육 결과 제출"), ("en", "Report of education")]
)
def test_the_planner_has_the_deadlines_of_its_year(lang: Any, words: str) -> None:
    made = office(report())
    assert words in made.calendar(2026).html_text(lang=lang)
    assert words in made.calendar(2027).html_text(lang=lang)
    assert words not in office().calendar(2026).html_text(lang=lang)
    # The last of February 2026 was a Saturday before a holiday.
    (entry,) = made.calendar(2026).select(kind="deadline")
    assert str(entry.begin) == "2026-03-03"
