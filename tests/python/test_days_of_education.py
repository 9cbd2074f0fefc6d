"""The duty of education exactly on the day, the day before and the day after: service, appointment,
attendance, and the day by which it is reported."""

import re

import pytest

import probity as pb
from conftest import day
from documents import days_around, named, programme
from refusals import TAKEN, cause
from small_office import founding, said

ON = "2026-03-18"
AROUND = days_around(ON)


def around(*answers):
    return list(zip(AROUND, answers, strict=True))


def office(duty: dict | None = None, **official) -> pb.Programme:
    """One official who owes two hours, a part of them face to face when new."""
    return programme(
        duties=[{**named("education")[0], **(duty or {})}],
        officials=[{"id": "o-1", **official}],
    )


def owed(p: pb.Programme, on: str, year: int | None = None) -> int:
    return p.view(on=on).duty("education", year).owed_by


# Service -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "number"), around(1, 0, 0))
def test_from_the_day_of_leaving_nothing_is_owed(on, number):
    assert owed(office(end=ON), on) == number
    p = office()
    assert owed(p.apply(p.remove_official("o-1", **said(ON))), on) == number


@pytest.mark.parametrize(("on", "number"), around(0, 1, 1))
def test_from_the_day_of_coming_it_is_owed(on, number):
    assert owed(office(begin=ON), on) == number
    p = programme(duties=named("education"))
    p = p.apply(p.list_official(pb.Official("o-1"), **said(ON)))
    assert p.officials[0].begin == day(ON)
    assert owed(p, on) == number


#: Asked in 2027 about a year: the service begins or ends on a day.
@pytest.mark.parametrize(
    ("official", "year", "number"),
    [
        ({"end": "2026-12-31"}, 2026, 0),
        ({"end": "2027-01-01"}, 2026, 1),
        ({"begin": "2026-12-31"}, 2026, 1),
        ({"begin": "2027-01-01"}, 2026, 0),
        ({"begin": "2027-01-01"}, 2027, 1),
        ({"begin": "2026-01-01", "end": "2026-07-01"}, 2026, 0),
    ],
)
def test_a_year_is_owed_by_those_who_serve_on_its_last_day(official, year, number):
    assert owed(office(**official), "2027-03-18", year) == number


NOT_YET = "the service begins on 2026-03-18; an event that was wrong is annulled"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-17", NOT_YET),
        ("2026-03-18", NOT_YET),
        ("2026-03-19", TAKEN),
        ("2026-08-31", TAKEN),
        ("2026-09-01", "the service ended on 2026-09-01"),
    ],
)
def test_an_official_leaves_after_the_day_of_coming(on, expected):
    p = office(begin=ON, end="2026-09-01")
    assert cause(lambda: p.remove_official("o-1", **said(on))) == expected


# Attendance --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("official", "date", "served"),
    [
        ({"begin": ON}, "2026-03-17", False),
        ({"begin": ON}, "2026-03-18", True),
        ({"end": ON}, "2026-03-17", True),
        ({"end": ON}, "2026-03-18", False),
        ({}, "2020-01-01", True),
    ],
)
def test_an_official_attends_while_serving(official, date, served):
    p = office(**official)

    def step():
        return p.attend("o-1", "education", date, **said("2026-06-01"))

    expected = TAKEN if served else f"the official did not serve on {date}"
    assert cause(step) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    around(
        "it is to be on 2026-03-18; an attendance is recorded once it was",
        TAKEN,
        TAKEN,
    ),
)
def test_an_attendance_is_recorded_once_it_was(on, expected):
    assert cause(lambda: office().attend("o-1", "education", ON, **said(on))) == expected


def test_an_attendance_is_recorded_once():
    p = office()
    p = p.apply(p.attend("o-1", "education", ON, **said(ON)))

    def again(**more):
        return p.attend("o-1", "education", ON, **more, **said("2026-03-19"))

    assert cause(again) == "it is recorded already"
    for other in ({"minutes": 61}, {"face_to_face": True}):
        assert cause(lambda other=other: again(**other)) == TAKEN
    assert cause(lambda: p.attend("o-1", "", ON, **said(ON))) == "it names no duty"
    assert cause(lambda: p.attend("o-1", "d", ON, **said(ON))) == (
        "duty: there is no duty 'd'; the programme has education"
    )
    assert cause(lambda: p.attend("o-2", "education", ON, **said(ON))) == (
        "official: there is no official 'o-2'; the programme has o-1"
    )


def attended(*sessions: tuple[str, int, bool], **official) -> pb.Programme:
    p = office(**official)
    for date, minutes, face in sessions:
        event = p.attend(
            "o-1", "education", date, minutes=minutes, face_to_face=face, **said("2027-12-31")
        )
        p = p.apply(event)
    return p


#: The sessions; the minutes and the sessions missing of 2026.
@pytest.mark.parametrize(
    ("sessions", "missing"),
    [
        ([], (120, 1)),
        ([("2025-12-31", 120, False)], (120, 1)),
        ([("2026-01-01", 120, False)], None),
        ([("2026-12-31", 120, False)], None),
        ([("2027-01-01", 120, False)], (120, 1)),
        ([("2026-06-01", 119, False)], (1, 0)),
        ([("2026-06-01", 60, False), ("2026-07-01", 60, False)], None),
        ([("2026-06-01", 60, False), ("2025-07-01", 60, False)], (60, 0)),
    ],
)
def test_a_session_counts_in_its_year(sessions, missing):
    standing = attended(*sessions).view(on="2027-12-31").duty("education", 2026)
    found = [(s.missing_minutes, s.missing_sessions) for s in standing.shortfall()]
    assert found == ([missing] if missing else [])
    assert (standing.owed_by, standing.done_by) == (1, 0 if missing else 1)


@pytest.mark.parametrize(
    ("duty", "lacking"),
    [
        ({"sessions": 2, "minutes": 120}, "1 session short"),
        ({"sessions": 3, "minutes": 60}, "2 sessions short"),
        ({"sessions": 1, "minutes": 121}, "1 minutes short"),
        ({"sessions": 2, "minutes": 180}, "60 minutes short, 1 session short"),
        ({"sessions": 0, "minutes": 120}, ""),
    ],
)
def test_how_often_and_how_long(duty, lacking):
    p = office(duty)
    p = p.apply(p.attend("o-1", "education", ON, minutes=120, **said(ON)))
    found = p.view(on="2026-12-31").duty("education").shortfall()
    assert [str(each.text) for each in found] == ([lacking] if lacking else [])


@pytest.mark.parametrize(
    ("appointed", "lacks"),
    [
        (None, False),
        ("2025-12-31", False),
        ("2026-01-01", True),
        ("2026-12-31", True),
        ("2027-01-01", False),
    ],
)
@pytest.mark.parametrize("face", [False, True])
def test_a_part_face_to_face_in_the_year_of_an_appointment(appointed, lacks, face):
    official = {"appointed": appointed} if appointed else {}
    p = attended(("2026-06-01", 120, face), **official)
    found = p.view(on="2027-12-31").duty("education", 2026).shortfall()
    assert [each.lacks_face_to_face for each in found] == ([True] if lacks and not face else [])


def test_an_appointment_holds_from_its_day():
    p = office()
    p = p.apply(p.appoint_official("o-1", **said(ON)))
    assert [p.as_of(on).officials[0].appointed for on in AROUND] == [None, day(ON), day(ON)]
    found = [p.view(on=on).duty("education").shortfall()[0].lacks_face_to_face for on in AROUND]
    assert found == [False, True, True]
    waived = office({"face_to_face_when_new": False}, appointed=ON)
    assert not waived.view(on=ON).duty("education").shortfall()[0].lacks_face_to_face


# The report --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "report_by", "report_day"),
    [
        (2022, "2023-02-28", "2023-02-28"),
        (2023, "2024-02-29", "2024-02-29"),
        # A Saturday, and a Sunday: put off, over 1 March and its substitute holiday.
        (2025, "2026-03-03", "2026-02-27"),
        (2026, "2027-03-02", "2027-02-26"),
        (2027, "2028-02-29", "2028-02-29"),
    ],
)
def test_the_year_is_reported_by_the_last_day_of_february(year, report_by, report_day):
    standing = office().view(on="2026-03-18").duty("education", year)
    assert (standing.report_by, standing.report_day) == (day(report_by), day(report_day))
    assert standing.report.date == standing.report_by
    assert (standing.report.nominal.month, standing.report.advised) == (2, standing.report_day)


def test_without_a_year_it_is_that_of_the_day():
    view = [office().view(on=on).duty("education").year for on in days_around("2026-12-31")]
    assert view == [2026, 2026, 2027]


def test_a_duty_that_is_not_there_is_named():
    with pytest.raises(
        pb.ProbityError, match=re.escape("there is no duty 'driving'; the programme has education")
    ):
        office().view(on=ON).duty("driving")
    with pytest.raises(
        pb.ProbityError, match=re.escape("there is no duty 'driving'; the programme has none")
    ):
        founding().view(on=ON).duty("driving")


# Evidence ----------------------------------------------------------------------------------------


def test_evidence_by_indicator_and_what_is_missing():
    indicators = [
        {**each, "year": year}
        for year, each in zip((2025, 2026, 2026), named("a", "b", "c"), strict=True)
    ]
    p = programme(
        indicators=indicators,
        tasks=[
            {"id": "T-1", "kind": "practice_task", "indicators": ["a", "b"]},
            {"id": "T-2", "kind": "practice_task", "indicators": ["b"]},
        ],
    )
    p = p.apply(p.task("T-1").adopt(**said("2026-02-02")))
    p = p.apply(p.task("T-1").start(**said("2026-02-02")))
    proof = pb.Evidence("proof.pdf", "application/pdf", 64 * "0")
    p = p.apply(p.task("T-1").submit([proof], **said(ON)))
    p = p.apply(p.task("T-2").reject(**said("2026-03-17", reason="no budget")))

    def rows(on: str, year: int):
        return [
            (row.indicator, row.task, [e.name for e in row.evidence], str(row.missing))
            for row in p.view(on=on).evidence(year)
        ]

    none = "no evidence is handed in"
    assert rows("2026-03-16", 2026) == [
        ("b", "T-1", [], none),
        ("b", "T-2", [], none),
        ("c", "", [], "no task serves it"),
    ]
    # A rejected task serves nothing any more.
    assert rows("2026-03-17", 2026)[:2] == [
        ("b", "T-1", [], none),
        ("c", "", [], "no task serves it"),
    ]
    assert rows(ON, 2026)[0] == ("b", "T-1", ["proof.pdf"], "")
    assert [row[:2] for row in rows(ON, 2025)] == [("a", "T-1")]
    assert rows(ON, 2027) == []


def test_a_session_pays_the_duty_that_it_names():
    p = programme(duties=named("education", "safety"), officials=[{"id": "o-1"}])
    p = p.apply(p.attend("o-1", "safety", ON, minutes=120, **said(ON)))
    done = {duty: p.view(on=ON).duty(duty).done_by for duty in ("education", "safety")}
    assert done == {"education": 0, "safety": 1}
