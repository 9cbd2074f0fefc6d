"""What conflicts, briefs, agendas and impacts say: of what, in which order, in both languages."""

import pytest

import probity as pb
from conftest import day
from council_office import council as council_office
from council_office import meeting
from documents import council, held_meeting, named, programme, seats, tasks
from small_office import PROOF, said, words

KOREA = pb.WorkCalendar.korea()
CHARTER = [{"begin": "2026-01-01", "notice_days": 7}]


def both(text: pb.Text) -> tuple[str, str]:
    return text.to("ko"), text.to("en")


def task(name: str, title: str, **more) -> dict:
    return {"id": name, "kind": "practice_task", "title": words(title), **more}


def planned(p: pb.Programme, council: str, date: str | None, **more) -> pb.Programme:
    return p.apply(p.council(council).plan_meeting(date, **more, **said("2026-01-05")))


def two_councils() -> pb.Programme:
    """Two councils, of which the second has the members of the first and one more."""
    members = [{"seat": "s1"}, {"seat": "s2"}]
    others = [{"seat": "s3"}, {"seat": "s2"}, {"seat": "s1"}]
    first = {"id": "a", "name": {"ko": "가회", "en": "A"}, "memberships": members}
    second = {"id": "b", "name": {"ko": "나회", "en": "B"}, "memberships": others}
    return programme(
        seats=seats("s1", "s2", "s3"), councils=[{**first, "charters": CHARTER}, second]
    )


# Conflicts ---------------------------------------------------------------------------------------


def told(p: pb.Programme, on: str = "2026-03-18") -> list[tuple]:
    return [
        (str(each.date), each.kind, each.subjects, each.records) for each in p.view(on).conflicts()
    ]


def test_conflicts_stand_in_the_order_of_their_days():
    p = two_councils()
    p = planned(p, "b", "2026-05-05")
    p = planned(p, "a", "2026-05-05")
    p = planned(p, "a", "2026-03-20")
    assert told(p) == [
        ("2026-03-20", "notice", ["a/2026-2"], ["meeting"]),
        ("2026-05-05", "day_off", ["a/2026-1"], ["meeting"]),
        ("2026-05-05", "overlap", ["a/2026-1", "b/2026-1"], ["meeting", "meeting"]),
        ("2026-05-05", "day_off", ["b/2026-1"], ["meeting"]),
    ]
    notice, day_off, overlap, _other = p.view("2026-03-18").conflicts()
    assert both(notice.text) == (
        "가회 제2차 정기회의: 소집 통지 기한이 지남, 2026. 3. 12.",
        "A: Regular meeting 2: notice was due by 2026-03-12",
    )
    assert both(overlap.text) == (
        "가회 제1차 정기회의 / 나회 제1차 정기회의: 같은 시각에 같은 위원이 있음, s2",
        "A: Regular meeting 1 / B: Regular meeting 1: at the same time with the same member, s2",
    )
    korean, english = both(day_off.text)
    assert korean == "가회 제1차 정기회의: 휴무일임. " + KOREA.explain("2026-05-05", lang="ko")
    assert english == "A: Regular meeting 1: it is a day off. " + KOREA.explain(
        "2026-05-05", lang="en"
    )


def test_of_three_meetings_at_a_time_each_two_conflict():
    p = two_councils()
    for name in ("a", "b", "a"):
        p = planned(p, name, "2026-05-06")
    assert [each.subjects for each in p.view("2026-03-18").conflicts()] == [
        ["a/2026-1", "a/2026-2"],
        ["a/2026-1", "b/2026-1"],
        ["a/2026-2", "b/2026-1"],
    ]


def test_councils_without_a_member_of_both_meet_at_the_same_time():
    apart = [
        {"id": "a", "name": words("A"), "memberships": [{"seat": "s1"}]},
        {"id": "b", "name": words("B"), "memberships": [{"seat": "s2"}]},
    ]
    p = programme(seats=seats("s1", "s2"), councils=apart)
    for name in ("a", "b"):
        p = planned(p, name, "2026-05-06")
    assert told(p) == []


def test_what_a_task_conflicts_with():
    p = programme(
        units=named("u", begin="2026-01-01", end="2026-03-01"),
        risk_areas=named("r", owners=["u"]),
        tasks=[
            task("T-1", "One", due="2026-06-01", depends_on=["T-2"]),
            task("T-2", "Two", due="2026-06-02", owner="u"),
        ],
    )
    found = p.view("2026-03-18").conflicts()
    assert [(str(each.date), each.kind, each.subjects, each.records) for each in found] == [
        ("2026-03-01", "closed_owner", ["T-2", "u"], ["task", "unit"]),
        ("2026-03-01", "closed_owner", ["r", "u"], ["risk_area", "unit"]),
        ("2026-06-01", "order", ["T-1", "T-2"], ["task", "task"]),
    ]
    owned, area, order = found
    assert both(owned.text) == (
        "Two: 담당부서 u 폐지(2026-03-01), 승계 부서 없음",
        "Two: its owner u was closed on 2026-03-01, and nobody has taken over",
    )
    assert str(area.text).startswith("r: its owner u was closed on 2026-03-01")
    assert both(order.text) == (
        "One: 선행과제보다 기한이 이름, Two 2026. 6. 2.",
        "One: due before the task that it waits for, Two 2026-06-02",
    )


def observed(kind: str, rule: dict, **more) -> dict:
    rules = [{"begin": "2026-01-01", "rule": rule}]
    return {"id": "o", "kind": kind, "title": {"ko": "주", "en": "W"}, "rules": rules, **more}


def test_observances_conflict_from_today_to_the_end_of_the_year():
    week = observed("week", {"week": -1, "convention": "ISO", "months": [12]}, short_below=5)
    found = programme(observances=[week]).view("2026-12-28").conflicts()
    assert [(str(each.date), each.kind) for each in found] == [("2026-12-28", "short_week")]
    assert both(found[0].text) == ("주: 근무일이 4일뿐임", "W: it has 4 working days only")
    assert programme(observances=[week]).view("2026-01-04").conflicts()[-1].date.year == 2026
    new_year = observed("day", {"rrule": "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"})
    p = programme(observances=[new_year])
    assert [each.date for each in p.view("2026-01-01").conflicts()] == [day("2026-01-01")]
    assert p.view("2026-01-02").conflicts() == []
    (fault,) = p.view("2026-01-01").conflicts()
    assert both(fault.text) == (
        "주: 휴무일임. " + KOREA.explain("2026-01-01", lang="ko"),
        "W: it is a day off. " + KOREA.explain("2026-01-01", lang="en"),
    )


# The brief ---------------------------------------------------------------------------------------


def test_what_a_late_task_says():
    p = programme(
        units=named("tax"),
        tasks=[
            task("T-1", "One", due="2026-03-16", depends_on=["T-2", "T-3"]),
            task("T-2", "Two", due="2026-03-17", owner="tax"),
            task("T-3", "Three"),
        ],
    )
    first, second = p.view("2026-03-18").brief().late
    assert (first.id, first.date, first.record) == ("T-1", day("2026-03-16"), "task")
    assert both(first.text) == (
        "One: 근무일 기준 2일 지연, 선행과제 T-2, T-3 미완료",
        "One: 2 working days late, waits for T-2, T-3",
    )
    assert both(second.what) == ("근무일 기준 1일 지연", "1 working day late")
    assert (str(first.owner), str(second.owner)) == ("", "tax")


def test_what_was_done_last_stands_first_and_what_was_done_on_a_day_in_order():
    p = programme(tasks=tasks("T-1", "T-2", "T-3"))
    for name, on in (("T-1", "2026-03-03"), ("T-2", "2026-03-05"), ("T-3", "2026-03-03")):
        for step in ("adopt", "start"):
            p = p.apply(getattr(p.task(name), step)(**said("2026-03-02")))
        p = p.apply(p.task(name).submit([PROOF], **said("2026-03-02")))
        p = p.apply(p.task(name).verify(**said(on, by="audit")))
    done = p.view("2026-03-18").brief().done
    assert [(line.id, str(line.date)) for line in done] == [
        ("T-2", "2026-03-05"),
        ("T-1", "2026-03-03"),
        ("T-3", "2026-03-03"),
    ]
    assert [both(line.what) for line in done] == [("", "")] * 3
    assert str(done[0].text) == str(done[0].title)


def test_decisions_stand_by_urgency_and_then_by_day():
    p = two_councils()
    for name, on in (("T-9", "2026-02-03"), ("T-8", "2026-02-02"), ("T-7", "2026-02-03")):
        p = p.apply(p.propose_task(pb.Task(name, name), **said(on)))
    for council_name, date in (("a", "2026-05-06"), ("b", "2026-04-15")):
        p = planned(p, council_name, date)
        coming = p.council(council_name).meeting("2026-1")
        p = p.apply(coming.add_item("1", f"Plan {council_name}", "decision", **said("2026-02-03")))
    lines = p.view("2026-03-18").brief().decisions
    assert [(line.id, str(line.date)) for line in lines] == [
        ("b/2026-1", "2026-04-15"),
        ("a/2026-1", "2026-05-06"),
        ("T-8", "2026-02-02"),
        ("T-9", "2026-02-03"),
        ("T-7", "2026-02-03"),
    ]
    assert str(lines[0].text) == "B: Regular meeting 1: Plan b"


# Agendas -----------------------------------------------------------------------------------------


def meeting_with(**more) -> pb.AgendaEntry:
    p = programme(councils=council(meetings=[held_meeting(1, "2026-03-18", **more)]))
    (entry,) = p.calendar(2026).select(kind="meeting")
    return entry


def test_what_an_agenda_tells_of_a_meeting():
    entry = meeting_with(
        presiding={"ko": "구청장", "en": "Mayor"},
        attended=[{"ko": "가", "en": "A"}, {"ko": "나", "en": "B"}],
        note={"ko": "비고", "en": "Note"},
        inference={"ko": "두 번째", "en": "the second"},
    )
    assert both(entry.note) == (
        "주재: 구청장. 참석: 가, 나. 비고. 추론: 두 번째",
        "Presiding: Mayor. Attended: A, B. Note. Inferred: the second",
    )
    assert both(meeting_with(attended=[words("A")]).note) == ("참석: A", "Attended: A")
    assert both(meeting_with(note=words("Note")).note) == ("Note", "Note")
    assert both(meeting_with().note) == ("", "")


def test_a_meeting_with_a_title_of_its_own_tells_its_number_in_the_note():
    entry = meeting_with(title=words("Improvement"), note=words("Note"))
    assert str(entry.title) == "Improvement"
    assert both(entry.note) == ("제1차 정기회의. Note", "Regular meeting 1. Note")


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("planned", ("예정", "planned")),
        ("noticed", ("소집 통지됨", "noticed")),
        ("held", ("개최됨", "held")),
        ("minuted", ("개최됨", "held")),
        ("approved", ("개최됨", "held")),
    ],
)
def test_an_agenda_tells_the_state_of_a_meeting(state, words):
    assert both(meeting_with(state=state).reason) == words


def test_an_agenda_tells_what_moved_a_meeting():
    p = council_office()
    p = p.apply(p.council("council").plan_meeting("2026-03-18", **said("2026-02-02")))
    for date, why in (("2026-03-25", "room"), ("2026-04-01", "")):
        moved = meeting(p).postpone(date, **said("2026-02-03", reason=why or "again"))
        p = p.apply(moved)
    (entry,) = p.calendar(2026).select(kind="meeting")
    assert (entry.nominal, entry.changes) == (day("2026-03-18"), 2)
    assert both(entry.reason) == ("again", "again")


def test_kinds_of_meetings_have_their_names():
    kinds = [
        {**held_meeting(1, "2026-03-18"), "kind": "extraordinary"},
        {**held_meeting(1, "2026-03-19"), "kind": "written"},
        held_meeting(1, "2026-03-20"),
        held_meeting(2, "2026-03-23"),
    ]
    quota = named("q", subject="meetings", of="council", times=1, begin="2026-01-01")[0]
    p = programme(councils=council(meetings=kinds), quotas=[{**quota, "counts": {"regular": True}}])
    titles = [both(entry.title) for entry in p.calendar(2026).select(kind="meeting")]
    assert titles == [
        ("Council 제1차 임시회의", "Council: Extraordinary meeting 1"),
        ("Council 제1차 서면의결", "Council: Written resolution 1"),
        ("Council 제1차 정기회의(연 1회)", "Council: Regular meeting 1 of 1"),
        ("Council 제2차 정기회의", "Council: Regular meeting 2"),
    ]


def test_meetings_without_a_day_stand_behind_those_that_a_year_lacks():
    meetings = [
        {**held_meeting(1, None), "state": "planned"},
        {**held_meeting(3, None), "kind": "regular"},
        held_meeting(2, "2026-03-20"),
        {**held_meeting(1, None), "kind": "extraordinary"},
        {**held_meeting(2, None), "kind": "extraordinary", "state": "cancelled"},
    ]
    quota = named("q", subject="meetings", of="council", times=2, begin="2026-01-01")[0]
    p = programme(
        councils=council(meetings=meetings), quotas=[{**quota, "counts": {"regular": True}}]
    )
    assert [(each.period, both(each.title)) for each in p.calendar(2026).undated] == [
        (
            "2026-1",
            (
                "Council 제1차 정기회의(연 2회), 날짜 기록 없음",
                "Council: Regular meeting 1 of 2, no date recorded",
            ),
        ),
        (
            "2026-3",
            (
                "Council 제3차 정기회의, 개최됨, 날짜 알 수 없음",
                "Council: Regular meeting 3, held, date unknown",
            ),
        ),
        (
            "2026-x1",
            (
                "Council 제1차 임시회의, 개최됨, 날짜 알 수 없음",
                "Council: Extraordinary meeting 1, held, date unknown",
            ),
        ),
    ]


# Impacts -----------------------------------------------------------------------------------------


def off(*days: tuple[str, str, str]) -> pb.WorkCalendar:
    """The calendar of Korea with more days off."""
    calendar = KOREA
    for date, korean, english in days:
        calendar = calendar.with_holiday(date, korean, name_en=english)
    return calendar


def test_what_an_impact_says():
    p = programme(
        observances=[observed("week", {"week": 3, "convention": "ISO", "months": [9]})],
        tasks=tasks("T-1", due="2026-09-18"),
    )
    more = off(("2026-09-18", "임시공휴일", "Temporary holiday"))
    week, task = p.impact(KOREA, more, 2026)
    assert (week.kind, week.id, week.period) == ("week", "o", "2026")
    assert (week.before, week.after) == (day("2026-09-14"), day("2026-09-14"))
    assert (week.days_before, week.days_after) == (5, 4)
    assert both(week.title) == ("주", "W")
    assert both(week.why) == ("2026. 9. 18. 임시공휴일", "2026-09-18, Temporary holiday")
    assert (task.kind, task.id, task.period) == ("due_date", "T-1", "")
    assert (task.days_before, task.days_after) == (None, None)
    back_week, back_task = p.impact(more, KOREA, 2026)
    assert (back_week.days_before, back_week.days_after) == (4, 5)
    assert (back_task.before, back_task.after) == (day("2026-09-21"), day("2026-09-18"))
    assert both(back_week.why) == (
        "2026. 9. 18. 임시공휴일 아님",
        "2026-09-18, no longer Temporary holiday",
    )


def test_all_changed_days_between_are_why():
    p = programme(tasks=tasks("T-1", due="2026-09-17"))
    days = [("2026-09-18", "나", "B"), ("2026-09-17", "가", "A")]
    more = off(*days, ("2026-09-16", "다", "C"), ("2026-09-22", "라", "D"))
    (move,) = p.impact(KOREA, more, 2026)
    assert move.after == day("2026-09-21")
    assert both(move.why) == ("2026. 9. 17. 가, 2026. 9. 18. 나", "2026-09-17, A, 2026-09-18, B")


def test_impacts_stand_in_the_order_of_their_days():
    p = programme(
        observances=[observed("day", {"rrule": "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=18"})],
        tasks=tasks("T-1", due="2026-09-16"),
    )
    more = KOREA.with_holiday("2026-09-18", "B").with_holiday("2026-09-16", "A")
    assert [(each.kind, str(each.before)) for each in p.impact(KOREA, more, 2026)] == [
        ("due_date", "2026-09-16"),
        ("day", "2026-09-18"),
    ]
    moved = p.impact(KOREA, more, 2026)[1]
    assert (moved.after, moved.days_before, moved.days_after) == (day("2026-09-21"), 1, 0)


def test_calendars_without_a_difference_move_nothing():
    p = programme(tasks=tasks("T-1", due="2026-09-18"))
    assert list(p.impact(KOREA, KOREA, 2026)) == []
    same = KOREA.with_holiday("2026-09-20", "a Sunday")
    assert list(p.impact(KOREA, same, 2026)) == []


def test_what_moves_with_a_quota_is_named_by_its_year():
    quota = named("q", subject="meetings", of="council", times=1, begin="2026-01-01")[0]
    p = programme(
        councils=council(charters=CHARTER), quotas=[{**quota, "per": "quarter", "counts": {}}]
    )
    more = off(("2026-06-30", "가", "A"))
    latest, notice = p.impact(KOREA, more, 2026)
    assert [(each.id, each.period) for each in (latest, notice)] == [("q", "2026")] * 2
    texts = {each.kind: both(each.title) for each in (latest, notice)}
    assert texts == {
        "quota": (
            "q: 늦어도 열어야 하는 날",
            "q: the latest day on which it can still be met",
        ),
        "notice": ("q: 늦어도 통지해야 하는 날", "q: the latest day for notice"),
    }
