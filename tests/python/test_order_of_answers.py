"""The order in which groups, tasks, rows and gaps stand, and what they are called."""

import pytest

import probity as pb
from conftest import day
from documents import council, named, programme, seats, tasks
from small_office import PROOF, said, words

ON = "2026-03-18"
#: A Friday: on Wednesday the eighteenth it is three working days late.
DUE = "2026-03-13"

OFFICE = {
    "units": [
        *named("tax"),
        *named("audit"),
        *named("gone", begin="2026-01-01", end="2026-02-01"),
        *named("idle"),
    ],
    "risk_areas": named("r2", "r1"),
    "banding": {
        "title": words("Bands"),
        "inaugurated": "2026-02-01",
        "bands": [
            {"id": "B-2", "title": words("Second"), "units": ["tax"]},
            {"id": "B-1", "title": words("First"), "units": ["audit", "idle"]},
        ],
    },
}


def office(*more: dict) -> pb.Programme:
    return programme(**OFFICE, tasks=list(more))


def task(name: str, **more) -> dict:
    return tasks(name, **more)[0]


MANY = (
    task("T-1"),
    task("T-2", owner="audit", band="B-1", risk_area="r1", due=DUE, weight=3),
    task("T-3", owner="tax", band="B-2", risk_area="r2", due="2026-03-12"),
    task("T-4", owner="audit", band="B-1", risk_area="r2", due="2026-03-12", depends_on=["T-1"]),
    task("T-5", kind="action_item", owner="gone", due=DUE, depends_on=["T-4", "T-2"]),
)


def both(text: pb.Text) -> tuple[str, str]:
    return text.to("ko"), text.to("en")


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("all", [("", "All tasks", 5, 4, 2, 7)]),
        (
            "band",
            [
                ("B-2", "Second", 1, 1, 0, 1),
                ("B-1", "First", 2, 2, 1, 4),
                ("", "Not assigned", 2, 1, 1, 2),
            ],
        ),
        (
            "owner",
            [
                ("tax", "tax", 1, 1, 0, 1),
                ("audit", "audit", 2, 2, 1, 4),
                ("gone", "gone (closed 2026-02-01)", 1, 1, 1, 1),
                ("", "Not assigned", 1, 0, 0, 1),
            ],
        ),
        (
            "risk_area",
            [
                ("r2", "r2", 2, 2, 1, 2),
                ("r1", "r1", 1, 1, 0, 3),
                ("", "Not assigned", 2, 1, 1, 2),
            ],
        ),
        (
            "kind",
            [
                ("practice_task", "Practice tasks", 4, 3, 1, 6),
                ("action_item", "Action items", 1, 1, 1, 1),
            ],
        ),
    ],
)
def test_groups_of_a_progress_stand_in_the_order_of_their_records(by, expected):
    rows = office(*MANY).view(ON).progress(by=by)
    assert [
        (row.id, str(row.title), row.total, row.overdue, row.blocked, row.total_weight)
        for row in rows
    ] == expected
    assert all(row.done == 0 for row in rows)


def test_nothing_is_the_progress_of_no_task():
    (row,) = programme().view(ON).progress()
    assert (row.id, both(row.title), row.total, row.fraction) == ("", ("전체", "All tasks"), 0, 0)
    assert programme().view(ON).progress(by="band") == []


def test_titles_of_groups_in_korean():
    view = office(*MANY).view(ON)
    assert [row.title.to("ko") for row in view.progress(by="owner")] == [
        "tax",
        "audit",
        "gone (2026-02-01 폐지)",
        "지정되지 않음",
    ]
    assert [row.title.to("ko") for row in view.progress(by="kind")] == ["실천과제", "실행과제"]


def test_late_tasks_stand_in_the_largest_group_first_and_the_latest_first():
    groups = office(*MANY).view(ON).overdue(by="band")
    assert [(group.id, [each.task for each in group.tasks]) for group in groups] == [
        ("B-1", ["T-4", "T-2"]),
        ("", ["T-5"]),
        ("B-2", ["T-3"]),
    ]
    (group,) = office(*MANY).view(ON).overdue()
    assert [(each.task, each.working_days_late) for each in group.tasks] == [
        ("T-3", 4),
        ("T-4", 4),
        ("T-2", 3),
        ("T-5", 3),
    ]
    latest = group.tasks[1]
    assert (latest.owner, latest.band, str(latest.title)) == ("audit", "B-1", "T-4")
    assert (latest.due, latest.due_day) == (day("2026-03-12"), day("2026-03-12"))
    assert (latest.state, latest.blocked_by) == ("proposed", ["T-1"])
    assert group.tasks[3].blocked_by == ["T-4", "T-2"]


def test_late_tasks_of_a_day_off_are_counted_from_the_working_day():
    (group,) = office(task("T-1", due="2026-03-14")).view(ON).overdue()
    (late,) = group.tasks
    assert (late.due, late.due_day) == (day("2026-03-14"), day("2026-03-16"))
    assert late.working_days_late == 2


def test_gaps_stand_areas_first_and_then_tasks_in_their_order():
    p = programme(
        units=[*named("a"), *named("gone", begin="2026-01-01", end="2026-01-02")],
        risk_areas=[
            *named("r1", owners=["gone", "a"]),
            *named("r2"),
            *named("r3", owners=["gone"]),
        ],
        tasks=[
            *tasks("T-1", kind="improvement_measure", owner="gone"),
            *tasks("T-2", risk_area="r1", owner="a"),
            *tasks("T-3", kind="improvement_measure"),
        ],
    )
    covered = p.coverage()
    assert [(gap.subject, gap.missing, gap.record, both(gap.text)) for gap in covered.gaps] == [
        (
            "r1",
            "owner",
            "risk_area",
            (
                "r1: 담당부서 gone 폐지(2026-01-02), 승계 부서 없음",
                "r1: its owner gone was closed on 2026-01-02, and nobody has taken over",
            ),
        ),
        (
            "r2",
            "measure",
            "risk_area",
            ("r2: 기록된 개선대책이 없음", "r2: no measure is recorded for it"),
        ),
        (
            "r2",
            "owner",
            "risk_area",
            ("r2: 기록된 담당부서가 없음", "r2: no owner is recorded for it"),
        ),
        (
            "r3",
            "measure",
            "risk_area",
            ("r3: 기록된 개선대책이 없음", "r3: no measure is recorded for it"),
        ),
        (
            "r3",
            "owner",
            "risk_area",
            (
                "r3: 담당부서 gone 폐지(2026-01-02), 승계 부서 없음",
                "r3: its owner gone was closed on 2026-01-02, and nobody has taken over",
            ),
        ),
        (
            "T-1",
            "area",
            "task",
            ("T-1: 기록된 부패취약분야가 없음", "T-1: no risk area is recorded for it"),
        ),
        (
            "T-1",
            "owner",
            "task",
            (
                "T-1: 담당부서 gone 폐지(2026-01-02), 승계 부서 없음",
                "T-1: its owner gone was closed on 2026-01-02, and nobody has taken over",
            ),
        ),
        (
            "T-3",
            "area",
            "task",
            ("T-3: 기록된 부패취약분야가 없음", "T-3: no risk area is recorded for it"),
        ),
    ]
    assert [(row.area, row.measures, row.owners) for row in covered.rows] == [
        ("r1", ["T-2"], ["a"]),
        ("r2", [], []),
        ("r3", [], []),
    ]


def test_evidence_stands_by_indicator_and_task():
    p = programme(
        indicators=[*named("i2", year=2026), *named("i1", year=2026), *named("old", year=2025)],
        tasks=[
            *tasks("T-1", indicators=["i1", "i2"]),
            *tasks("T-2", indicators=["i2"]),
            *tasks("T-3", indicators=["old"]),
        ],
    )
    for step in ("adopt", "start"):
        p = p.apply(getattr(p.task("T-2"), step)(**said("2026-03-02")))
    p = p.apply(p.task("T-2").submit([PROOF], **said("2026-03-02")))
    rows = p.view(ON).evidence(2026)
    assert [(row.indicator, row.task, [each.name for each in row.evidence]) for row in rows] == [
        ("i2", "T-1", []),
        ("i2", "T-2", ["proof.pdf"]),
        ("i1", "T-1", []),
    ]
    assert [both(row.missing) for row in rows] == [
        ("증빙 없음", "no evidence is handed in"),
        ("", ""),
        ("증빙 없음", "no evidence is handed in"),
    ]
    assert [(row.indicator, row.task) for row in p.view(ON).evidence(2025)] == [("old", "T-3")]
    assert str(rows[0].indicator_title) == "i2"
    assert str(rows[0].task_title) == "T-1"


def test_what_officials_lack_stands_in_the_order_of_the_officials():
    duties = named("d", sessions=2, minutes=120, face_to_face_when_new=True)
    officials = [
        {"id": "o1", "appointed": "2026-01-01"},
        {"id": "o2", "unit": "u"},
        {"id": "o3"},
    ]
    attended = [
        {"official": "o2", "duty": "d", "date": "2026-02-02", "minutes": 90},
        {"official": "o3", "duty": "d", "date": "2026-02-02", "minutes": 60},
        {"official": "o3", "duty": "d", "date": "2026-02-03", "minutes": 60, "face_to_face": True},
    ]
    p = programme(units=named("u"), duties=duties, officials=officials, attendances=attended)
    standing = p.view(ON).duty("d")
    assert (standing.owed_by, standing.done_by) == (3, 1)
    assert [(each.official, each.unit, both(each.text)) for each in standing.shortfall()] == [
        (
            "o1",
            "",
            (
                "120분 부족, 2회 부족, 대면교육 없음",
                "120 minutes short, 2 sessions short, no part face to face",
            ),
        ),
        ("o2", "u", ("30분 부족, 1회 부족", "30 minutes short, 1 session short")),
    ]
    second = standing.shortfall()[1]
    assert (second.sessions, second.minutes) == (1, 90)
    assert (second.missing_minutes, second.missing_sessions) == (30, 1)
    assert not second.lacks_face_to_face and not second.had_face_to_face


def test_a_portfolio_has_a_row_for_each_group_that_has_tasks():
    first = office(*MANY)
    second = pb.Programme.parse(first.to_json().replace('"id": "office"', '"id": "other"', 1))
    assert (first.id, second.id) == ("office", "other")
    both_offices = pb.Portfolio([second, first])
    for by in ("band", "owner", "risk_area"):
        expected = [
            (p.id, row.id, row.total, row.overdue, row.total_weight)
            for p in (second, first)
            for row in p.view(ON).progress(by=by)
        ]
        assert [
            (row.programme, row.id, row.total, row.overdue, row.total_weight)
            for row in both_offices.progress(ON, by=by)
        ] == expected
    kinds = both_offices.progress(ON, by="kind")
    assert [(row.programme, row.id, str(row.title), row.total) for row in kinds] == [
        ("", "practice_task", "Practice tasks", 8),
        ("", "action_item", "Action items", 2),
    ]
    (together,) = both_offices.progress(ON, by="all")
    assert (str(together.title), together.total, together.overdue) == ("All tasks", 10, 8)


@pytest.mark.parametrize(
    ("every", "end", "dates"),
    [
        ("day", "2026-02-03", ["2026-01-31", "2026-02-01", "2026-02-02"]),
        ("week", "2026-02-14", ["2026-01-31", "2026-02-07", "2026-02-13"]),
        ("week", "2026-02-15", ["2026-01-31", "2026-02-07", "2026-02-14"]),
        ("month", "2026-04-01", ["2026-01-31", "2026-02-28", "2026-03-31"]),
        ("month", "2026-03-31", ["2026-01-31", "2026-02-28", "2026-03-30"]),
        ("month", "2026-02-01", ["2026-01-31"]),
    ],
)
def test_the_dates_of_a_burnup_end_with_its_last_day(every, end, dates):
    p = programme()
    for points in (
        p.burnup("2026-01-31", end, every=every),
        pb.Portfolio([p]).burnup("2026-01-31", end, every=every),
    ):
        assert [str(point.date) for point in points] == dates


def test_meetings_that_are_proposed_leave_out_what_there_is():
    quota = named("q", subject="meetings", of="council", times=3, begin="2026-01-01")[0]
    p = programme(
        seats=seats("s"),
        councils=council(charters=[{"begin": "2026-01-01", "notice_days": 7}]),
        quotas=[{**quota, "counts": {"regular": True}}],
    )
    assert len(p.propose_meetings("council", 2026, on="2026-01-05")) == 3
    p = p.apply(p.council("council").plan_meeting("2026-05-06", **said("2026-01-05")))
    found = p.propose_meetings("council", 2026, on="2026-01-05")
    assert len(found) == 2 and day("2026-05-06") not in [each.date for each in found]
    p = p.apply(p.council("council").plan_meeting(None, year=2026, **said("2026-01-05")))
    assert len(p.propose_meetings("council", 2026, on="2026-01-05")) == 2
    p = p.apply(
        p.council("council").plan_meeting("2026-06-03", kind="extraordinary", **said("2026-01-05"))
    )
    assert len(p.propose_meetings("council", 2026, on="2026-01-05")) == 2
    with pytest.raises(
        pb.ProbityError,
        match="no quota prescribes regular meetings of the council 'council' in 2025; "
        "none can be proposed for it",
    ):
        p.propose_meetings("council", 2025)


def test_impacts_stand_by_the_day_that_they_had():
    p = programme(
        tasks=[
            *tasks("T-1", due="2026-09-17"),
            *tasks("T-2", due="2026-09-16"),
            *tasks("T-3", due="2026-09-18"),
        ]
    )
    korea = pb.WorkCalendar.korea()
    more = korea
    for date in ("2026-09-16", "2026-09-17"):
        more = more.with_holiday(date, "off")
    # Back from the days off, all three came from the eighteenth.
    assert [each.id for each in p.impact(more, korea, 2026)] == ["T-1", "T-2"]
    assert [each.id for each in p.impact(korea, more, 2026)] == ["T-2", "T-1"]


def test_what_comes_says_if_it_was_called_off():
    rules = [{"begin": "2026-01-01", "rule": {"rrule": "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"}}]
    record = {
        "nominal": ON,
        "observed": ON,
        "status": "cancelled",
        "reason": words("storm"),
        "on": "2026-03-02",
    }
    observance = {**named("o", kind="day")[0], "rules": rules}
    for records, told in (([], ("", "")), ([record], ("취소", "cancelled"))):
        p = programme(observances=[{**observance, "records": records}])
        (line,) = p.view("2026-03-16").brief().coming
        assert both(line.what) == told


def test_a_week_over_new_year_is_a_slot_of_the_month_in_which_it_ends():
    rules = [{"begin": "2026-01-01", "rule": {"week": 1, "convention": "ISO"}}]
    quota = named("q", subject="occurrences", of="o", times=1, per="month", begin="2026-01-01")
    p = programme(
        observances=[{**named("o", kind="week")[0], "rules": rules}],
        quotas=[{**quota[0], "counts": {}}],
    )
    verdict = p.view("2026-01-02").quota("q")
    assert (verdict.state, verdict.latest_feasible) == ("on_track", day("2026-01-04"))


def test_slots_in_an_observance_keep_their_numbers_when_its_rule_changes():
    rules = [
        {"begin": "2026-01-01", "end": "2026-07-01", "rule": {"week": 3, "convention": "ISO"}},
        {"begin": "2026-07-01", "rule": {"week": 2, "convention": "ISO"}},
    ]
    cadence = {"begin": "2026-01-01", "cadence": {"in_each": "o", "weekday": "WE"}}
    p = programme(
        observances=[{**named("o", kind="week")[0], "rules": rules}],
        councils=council(cadences=[cadence]),
    )
    korea = pb.WorkCalendar.korea()
    slot = "2027-03-10"
    (move,) = [
        each
        for each in p.impact(korea, korea.with_holiday(slot, "off"), 2027)
        if each.kind == "slot"
    ]
    assert (str(move.before), move.period) == (slot, "14")
