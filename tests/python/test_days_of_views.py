"""What a view shows on the day, the day before and the day after: brief, conflicts, impact."""

import datetime

import pytest

import probity as pb
from conftest import day
from documents import council, days_around, held_meeting, named, programme, seats, tasks
from small_office import PROOF, said

ON = "2026-03-18"


def later(days: int) -> str:
    return (day(ON) + datetime.timedelta(days=days)).isoformat()


def planned(ordinal: int, date: str | None, **more) -> dict:
    return {**held_meeting(ordinal, date), "state": "planned", **more}


def coming(p: pb.Programme) -> list[str]:
    return [line.id for line in p.view(on=ON).brief().coming]


# The brief ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "shown"), [(-1, 0), (0, 1), (1, 1), (27, 1), (28, 0)])
def test_the_brief_names_what_comes_in_four_weeks(days, shown):
    p = programme(councils=council())
    p = p.apply(p.council("council").plan_meeting(later(days), **said("2026-03-02")))
    assert coming(p) == ["council"] * shown
    p = programme(occasions=named("fair", date=later(days)))
    assert coming(p) == ["fair"] * shown


@pytest.mark.parametrize(
    ("kind", "outcome", "decisions"),
    [
        ("decision", "open", 1),
        ("deliberation", "open", 0),
        ("report", "open", 0),
    ],
)
def test_the_decisions_of_a_brief_are_open_items_to_decide(kind, outcome, decisions):
    item = {**named("1", kind=kind)[0], "outcome": outcome}
    p = programme(councils=council(meetings=[planned(1, ON, items=[item])]))
    assert [line.id for line in p.view(on=ON).brief().decisions] == ["council/2026-1"] * decisions


def test_items_of_meetings_that_were_held_or_called_off_are_no_decisions_to_come():
    item = named("1", kind="decision")
    for state in ("held", "cancelled", "minuted"):
        p = programme(councils=council(meetings=[planned(1, ON, items=item, state=state)]))
        assert p.view(on=ON).brief().decisions == [], state
    p = programme(councils=council(meetings=[planned(1, ON, items=item, state="noticed")]))
    assert len(p.view(on=ON).brief().decisions) == 1


def handed_in(**days: str) -> pb.Programme:
    """Tasks by their ids, with the days on which they were handed in."""
    p = programme(tasks=tasks(*days))
    for task, on in days.items():
        for step in ("adopt", "start"):
            p = p.apply(getattr(p.task(task), step)(**said("2026-03-02")))
        p = p.apply(p.task(task).submit([PROOF], **said(on)))
    return p


def test_what_was_handed_in_first_is_to_be_verified_first():
    p = handed_in(T1="2026-03-10", T2="2026-03-05")
    assert [line.id for line in p.view(on=ON).brief().decisions] == ["T2", "T1"]


@pytest.mark.parametrize(("on", "done"), [("2026-12-31", ["T1"]), ("2027-01-01", [])])
def test_what_was_done_is_told_to_the_end_of_its_year(on, done):
    p = handed_in(T1="2026-03-10")
    p = p.apply(p.task("T1").verify(**said("2026-03-11", by="audit")))
    assert [line.id for line in p.view(on=on).brief().done] == done


@pytest.mark.parametrize(("on", "told"), [("2027-02-28", ["q"]), ("2027-03-01", [])])
def test_what_was_missed_in_a_year_is_told_to_the_end_of_february(on, told):
    quota = named("q", subject="meetings", of="council", times=1, begin="2026-01-01", counts={})
    p = programme(councils=council(), quotas=quota)
    lines = p.view(on=on).brief().decisions
    assert [line.id for line in lines if str(line.what).startswith("Missed")] == told


@pytest.mark.parametrize(
    ("state", "what"),
    [
        ("proposed", "to be adopted or rejected"),
        ("adopted", None),
        ("in_progress", None),
        ("submitted", "handed in, to be verified"),
        ("verified", None),
    ],
)
def test_which_tasks_ask_for_a_decision(state, what):
    p = programme()
    p = p.apply(p.propose_task(pb.Task("T-1", "T-1"), **said("2026-03-02")))
    proof = [pb.Evidence("proof.pdf", "application/pdf", 64 * "0")]
    for step, given, goal in (
        ("adopt", [], "adopted"),
        ("start", [], "in_progress"),
        ("submit", [proof], "submitted"),
        ("verify", [], "verified"),
    ):
        if p.task("T-1").state == state:
            break
        p = p.apply(getattr(p.task("T-1"), step)(*given, **said("2026-03-03", by=step)))
        assert p.task("T-1").state == goal
    lines = p.view(on=ON).brief().decisions
    assert [(line.id, str(line.what)) for line in lines] == ([("T-1", what)] if what else [])


def test_tasks_of_the_document_without_a_word_on_them_ask_for_nothing():
    assert programme(tasks=tasks("T-1")).view(on=ON).brief().decisions == []


# Conflicts ---------------------------------------------------------------------------------------


def kinds(p: pb.Programme, on: str = ON) -> list[tuple[str, list[str]]]:
    return [(each.kind, each.subjects) for each in p.view(on=on).conflicts()]


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (("14:00", "15:00"), ("15:00", "16:00"), False),
        (("14:00", "15:01"), ("15:00", "16:00"), True),
        (("15:00", "16:00"), ("14:00", "15:00"), False),
        (("15:00", "16:00"), ("14:00", "15:01"), True),
        (("14:00", "16:00"), ("14:00", "16:00"), True),
        # Hours that are not known may be the same.
        ((None, None), ("14:00", "15:00"), True),
        (("14:00", "15:00"), (None, None), True),
        (("14:00", None), ("14:00", None), True),
        (("14:00", None), ("15:00", "16:00"), False),
    ],
)
def test_hours_that_overlap(first, second, overlap):
    councils = []
    for name, hours in (("a", first), ("b", second)):
        times = {key: time for key, time in zip(("begins", "ends"), hours, strict=True) if time}
        one = council(
            memberships=[{"seat": "s"}],
            meetings=[planned(1, ON, **times)],
        )[0]
        councils.append({**one, "id": name})
    p = programme(seats=seats("s"), councils=councils)
    assert kinds(p) == ([("overlap", ["a/2026-1", "b/2026-1"])] if overlap else [])


@pytest.mark.parametrize(
    ("membership", "shared"),
    [
        ({}, True),
        ({"begin": ON}, True),
        ({"begin": later(1)}, False),
        ({"end": ON}, False),
        ({"end": later(1)}, True),
        ({"seat": "t"}, False),
    ],
)
def test_two_meetings_of_a_day_share_who_is_a_member_on_it(membership, shared):
    one = {**council(memberships=[{"seat": "s"}], meetings=[planned(1, ON)])[0], "id": "a"}
    two = {**one, "id": "b", "memberships": [{"seat": "s", **membership}]}
    p = programme(seats=seats("s", "t"), councils=[one, two])
    assert kinds(p) == ([("overlap", ["a/2026-1", "b/2026-1"])] if shared else [])
    two["meetings"] = [planned(1, later(1))]
    assert kinds(programme(seats=seats("s", "t"), councils=[one, two])) == []


@pytest.mark.parametrize(
    ("due", "needed", "conflict"),
    [
        ("2026-06-30", "2026-06-29", False),
        ("2026-06-30", "2026-06-30", False),
        ("2026-06-30", "2026-07-01", True),
        (None, "2026-07-01", False),
        ("2026-06-30", None, False),
    ],
)
def test_a_task_is_due_before_one_that_it_waits_for(due, needed, conflict):
    def one(name: str, date: str | None, **more) -> dict:
        return {**tasks(name, **more)[0], **({"due": date} if date else {})}

    p = programme(tasks=[one("T-1", due, depends_on=["T-2"]), one("T-2", needed)])
    expected = [("order", ["T-1", "T-2"])] if conflict else []
    assert kinds(p) == expected
    for name in ("T-1", "T-2"):
        done = p.apply(p.task(name).withdraw(**said("2026-03-02", reason="not needed")))
        assert kinds(done) == []


def observed(kind: str, rule: dict, **more) -> pb.Programme:
    rules = [{"begin": "2026-01-01", "rule": rule}]
    return programme(observances=named("o", kind=kind, rules=rules, **more))


@pytest.mark.parametrize(
    ("below", "conflict"),
    # The third week of February 2026 has two working days; three are asked for unless said.
    [(None, True), (2, False), (3, True), (0, False)],
)
def test_a_week_is_short_below_a_number_of_working_days(below, conflict):
    more = {} if below is None else {"short_below": below}
    p = observed("week", {"week": 3, "months": [2], "convention": "ISO"}, **more)
    assert kinds(p, "2026-02-02") == ([("short_week", ["o"])] if conflict else [])
    # It is to come up to its last day.
    assert kinds(p, "2026-02-22") == kinds(p, "2026-02-02")
    assert kinds(p, "2026-02-23") == []


@pytest.mark.parametrize(("date", "off"), [("2026-05-04", False), ("2026-05-05", True)])
def test_a_day_that_is_a_day_off(date, off):
    p = observed("day", {"rrule": f"FREQ=YEARLY;BYMONTH=5;BYMONTHDAY={int(date[-2:])}"})
    assert kinds(p) == ([("day_off", ["o"])] if off else [])


@pytest.mark.parametrize(
    ("on", "closed"), list(zip(days_around(ON), (False, True, True), strict=True))
)
def test_what_a_closed_unit_owns_is_a_conflict(on, closed):
    units = [*named("audit"), *named("tax", end=ON)]
    p = programme(
        units=units, tasks=tasks("T-1", owner="tax"), risk_areas=named("r", owners=["audit", "tax"])
    )
    expected = [("closed_owner", ["T-1", "tax"]), ("closed_owner", ["r", "tax"])]
    assert kinds(p, on) == (expected if closed else [])
    assert [row.owners for row in p.as_of(on).coverage().rows] == [
        ["audit"] if closed else ["audit", "tax"]
    ]


# Impact ------------------------------------------------------------------------------------------


def moves(p: pb.Programme, holiday: str, year: int = 2026) -> list[tuple]:
    kr = pb.WorkCalendar.korea()
    found = p.impact(kr, kr.with_holiday(holiday, "임시공휴일"), year)
    return [(m.kind, m.id, m.before, m.after, str(m.consequence)) for m in found]


@pytest.mark.parametrize(
    ("week", "below", "consequence"),
    [
        # The third week of September 2026 has five working days and loses one.
        (3, 3, ""),
        (3, 4, ""),
        (3, 5, "It becomes a short week"),
        # It was short before.
        (3, 6, ""),
    ],
)
def test_a_week_becomes_short(week, below, consequence):
    rule = {"week": week, "months": [9], "convention": "ISO"}
    p = observed("week", rule, short_below=below)
    first = day("2026-09-14")
    assert moves(p, "2026-09-14") == [("week", "o", first, first, consequence)]
    # A day off already, and days next to the week, change nothing.
    for other in ("2026-09-13", "2026-09-19", "2026-09-21"):
        assert moves(p, other) == []


def test_a_day_moves_to_the_next_working_day():
    p = observed("day", {"rrule": "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=18"})
    told = "It falls on a day off; the next working day is proposed"
    assert moves(p, "2026-09-18") == [
        ("day", "o", day("2026-09-18"), day("2026-09-21"), told),
    ]


@pytest.mark.parametrize(
    ("due", "holiday", "year", "moved"),
    [
        ("2026-09-18", "2026-09-18", 2026, ("2026-09-18", "2026-09-21")),
        ("2026-09-18", "2026-09-17", 2026, None),
        ("2026-09-18", "2026-09-21", 2026, None),
        # A Saturday, due on the Monday.
        ("2026-09-19", "2026-09-21", 2026, ("2026-09-21", "2026-09-22")),
        # 31 December 2022 was a Saturday: a decree of January moves what is due on it.
        ("2022-12-31", "2023-01-02", 2022, ("2023-01-02", "2023-01-03")),
        ("2022-12-31", "2023-01-02", 2023, None),
        ("2022-12-31", "2023-01-03", 2022, None),
    ],
)
def test_what_is_due_moves(due, holiday, year, moved):
    p = programme(tasks=tasks("T-1", due=due))
    expected = [] if moved is None else [("due_date", "T-1", *map(day, moved), "")]
    assert moves(p, holiday, year) == expected


@pytest.mark.parametrize(
    ("needed", "told"),
    [
        # T-1 moves from Friday the 18th to Monday the 21st; T-2 waits for it.
        ("2026-09-17", "It is now due after T-2, which waits for it"),
        ("2026-09-20", ""),
        ("2026-09-21", ""),
        ("2026-09-22", ""),
        (None, ""),
    ],
)
def test_what_is_due_after_one_that_waits_for_it(needed, told):
    second = {**tasks("T-2", depends_on=["T-1"])[0], **({"due": needed} if needed else {})}
    p = programme(tasks=[*tasks("T-1", due="2026-09-18"), second])
    found = [each for each in moves(p, "2026-09-18") if each[1] == "T-1"]
    assert found == [("due_date", "T-1", day("2026-09-18"), day("2026-09-21"), told)]


@pytest.mark.parametrize(
    ("state", "days", "told"),
    [
        ("planned", 0, "It has to be postponed"),
        ("planned", 7, "It has to be postponed, and notice given again"),
        ("noticed", 0, "It has to be postponed, and notice given again"),
        ("held", 7, None),
        ("cancelled", 7, None),
    ],
)
def test_meetings_that_are_to_come_move(state, days, told):
    charters = [{"begin": "2026-01-01", "notice_days": days}]
    meeting = planned(1, "2026-09-18", state=state)
    p = programme(councils=council(charters=charters, meetings=[meeting]))
    expected = [("meeting", "council", day("2026-09-18"), day("2026-09-21"), told)] if told else []
    assert moves(p, "2026-09-18") == expected
    assert moves(p, "2026-09-18", 2027) == []


def test_slots_and_latest_days_move():
    cadence = {"begin": "2026-01-01", "cadence": {"every_months": 6, "anchor": "2026-03-18"}}
    quota = named("q", subject="meetings", of="council", times=2, begin="2026-01-01")[0]
    p = programme(councils=council(cadences=[cadence]), quotas=[{**quota, "counts": {}}])
    assert moves(p, "2026-09-18") == [("slot", "council", day("2026-09-18"), day("2026-09-21"), "")]
    assert moves(p, "2026-12-31") == [
        ("quota", "q", day("2026-12-30"), day("2026-12-29"), ""),
        ("notice", "q", day("2026-12-30"), day("2026-12-29"), ""),
    ]


def test_a_week_without_any_working_day_is_short_whatever_is_asked_for():
    p = observed("week", {"rrule": "FREQ=MONTHLY;BYMONTH=3;BYDAY=3SA", "days": 2}, short_below=0)
    assert kinds(p) == [("short_week", ["o"])]


@pytest.mark.parametrize(
    ("on", "decisions"), [("2026-06-30", []), ("2026-07-02", ["q"]), ("2026-12-31", ["q"])]
)
def test_a_quota_asks_for_a_decision_unless_it_is_on_track_or_met(on, decisions):
    quota = named("q", subject="meetings", of="council", times=2, begin="2026-01-01")[0]
    p = programme(councils=council(), quotas=[{**quota, "counts": {}}])
    assert [line.id for line in p.view(on=on).brief().decisions] == decisions


@pytest.mark.parametrize(
    ("on", "per", "lines"),
    [
        ("2026-03-31", "quarter", ["Infeasible. 0 of 2 counted on 2026-03-31"]),
        ("2026-04-01", "quarter", ["0 of 2 counted when the period ended on 2026-03-31: 2 short."]),
        ("2026-06-30", "quarter", ["ended on 2026-03-31", "Infeasible. 0 of 2"]),
        # The last period that ended, and no other.
        ("2026-07-01", "quarter", ["ended on 2026-06-30"]),
        # The year that ended, until its results are to be reported.
        ("2027-01-01", "quarter", ["ended on 2026-12-31"]),
        ("2027-02-28", "quarter", ["ended on 2026-12-31", "At risk. 0 of 2"]),
        ("2027-03-01", "quarter", ["At risk. 0 of 2"]),
        ("2026-12-31", "year", ["Infeasible. 0 of 2"]),
        ("2027-01-01", "year", ["ended on 2026-12-31"]),
        ("2027-02-28", "year", ["ended on 2026-12-31"]),
        ("2027-03-01", "year", []),
        # Not in force before.
        ("2026-01-01", "quarter", []),
    ],
)
def test_a_brief_names_what_was_missed_in_the_period_that_ended_last(on, per, lines):
    quota = named("q", subject="meetings", of="council", times=2, per=per, begin="2026-01-01")[0]
    p = programme(councils=council(), quotas=[{**quota, "counts": {}}])
    decisions = p.view(on=on).brief().decisions
    assert [line.id for line in decisions] == ["q"] * len(lines)
    for line, words in zip(decisions, lines, strict=True):
        assert words in str(line.what)
        gone = "ended" in words
        assert str(line.what).startswith("Missed, and can no longer be met. ") == gone
        assert line.what.to("ko").startswith("미달, 더는 채울 수 없음. ") == gone


def test_a_view_says_what_was_missed():
    quota = named("q", subject="meetings", of="council", times=2, per="quarter")[0]
    quota = {**quota, "begin": "2026-01-01", "counts": {}}
    p = programme(councils=council(), quotas=[quota])
    missed = p.view(on="2026-05-06").missed("q")
    assert (missed.state, missed.period.last, missed.shortfall) == ("missed", day("2026-03-31"), 2)
    assert p.view(on="2026-03-31").missed("q") is None
    with pytest.raises(pb.ProbityError, match="'zz'"):
        p.view(on=ON).missed("zz")


def test_what_was_met_or_is_asked_for_already_is_not_named_as_missed():
    quota = named("q", subject="meetings", of="council", times=1, per="quarter")[0]
    quota = {**quota, "begin": "2026-01-01", "counts": {}}
    met = programme(councils=council(meetings=[held_meeting(1, "2026-02-02")]), quotas=[quota])
    assert met.view(on="2026-04-01").brief().decisions == []
    ended = programme(councils=council(), quotas=[{**quota, "end": "2026-04-01"}])
    (line,) = ended.view(on="2026-05-06").brief().decisions
    assert "ended on 2026-03-31" in str(line.what)
    assert ended.view(on="2026-07-01").brief().decisions == []


@pytest.mark.parametrize("state", ["withdrawn", "open"])
def test_only_what_is_open_moves_when_a_day_becomes_a_day_off(state):
    p = programme(tasks=tasks("T-1", due="2026-09-18"))
    if state == "withdrawn":
        p = p.apply(p.task("T-1").withdraw(**said("2026-03-02", reason="why")))
    assert len(moves(p, "2026-09-18")) == (state == "open")
