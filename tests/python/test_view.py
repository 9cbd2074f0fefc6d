"""The questions, asked of the two offices on days of their years."""

import datetime

import pytest

import probity as pb


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.fixture(scope="module")
def songpa():
    return pb.examples.songpa()


@pytest.fixture(scope="module")
def yongsan():
    return pb.examples.yongsan()


@pytest.fixture(scope="module")
def kr():
    return pb.WorkCalendar.korea()


def test_yongsan_is_on_track_in_august_with_two_of_three(yongsan, kr):
    verdict = yongsan.view(on="2025-08-15", workdays=kr).quota("council-meetings")
    assert (verdict.state, verdict.held, verdict.required) == ("on_track", 2, 3)
    assert verdict.latest_feasible == day("2025-12-31")
    assert [fact.id for fact in verdict.counted] == ["2025-1", "2025-2"]


def test_yongsan_missed_one_meeting_of_2025(yongsan, kr):
    verdict = yongsan.view(on="2026-01-15", workdays=kr).quota("council-meetings")
    assert (verdict.state, verdict.held, verdict.shortfall) == ("missed", 2, 1)
    assert verdict.period == pb.Interval("2025-01-01", "2026-01-01")
    assert yongsan.view(on="2026-01-15").quota("council-meetings", 2026).held == 0


def test_the_quotas_of_a_day(songpa):
    quotas = songpa.view(on="2023-12-31").quotas()
    assert {id: (v.held, v.presumed, v.required) for id, v in quotas.items()} == {
        "integrity-weeks": (0, 10, 10),
        "integrity-days": (1, 0, 1),
    }


def test_an_unknown_quota_is_named(yongsan):
    with pytest.raises(pb.ProbityError, match=r"'meetings'.*council-meetings"):
        yongsan.view(on="2025-08-15").quota("meetings")


def test_counts_beside_the_announcement(songpa):
    rows = songpa.reconcile()
    assert [str(row.text) for row in rows[:2]] == [
        "bands of 2023: 11 of 11",
        "tasks of 2023: 39 of 39",
    ]
    assert rows[0].text.to("ko") == "2023년 밴드: 11개 중 11개"
    assert rows[3].text.to("ko") == "2024년 사업: 발표 55건, 기록 없음"
    assert [row.agrees for row in rows] == [True, True, True, None]


def test_the_brief_begins_with_what_was_done_last(kr):
    office = pb.examples.songpa(illustrative=True)
    brief = office.view(on="2026-07-15", workdays=kr).brief()
    done = [line.date for line in brief.done]
    assert done == sorted(done, reverse=True) and done[0].isoformat() == "2026-07-15"


def test_coverage_names_its_gaps(yongsan):
    coverage = yongsan.coverage()
    assert [row.area for row in coverage.rows] == [area.id for area in yongsan.risk_areas]
    assert not any(row.is_covered for row in coverage.rows)
    assert {gap.missing for gap in coverage.gaps} == {"measure", "owner", "area"}


def test_a_temporary_holiday_shortens_a_week(songpa, kr):
    later = kr.with_holiday("2026-09-14", "임시공휴일")
    (move,) = songpa.impact(kr, later, 2026)
    assert (move.kind, move.period) == ("week", "2026-09")
    assert (move.days_before, move.days_after) == (5, 4)
    assert "임시공휴일" in move.why.to("ko")
    assert songpa.impact(kr, kr, 2026) == []


def test_why_a_date_is_what_it_is(songpa, kr):
    reasons = songpa.why("2026-03-18", workdays=kr)
    assert [reason.id for reason in reasons[:2]] == ["integrity-week", "integrity-day"]
    assert reasons[1].reason.to("ko") == "매년 3월 셋째 수요일"
    assert reasons[-1].kind == "working_day"


def test_proposed_meetings_are_working_days_outside_integrity_weeks(yongsan, kr):
    proposals = yongsan.propose_meetings(
        "integrity-council", 2026, workdays=kr, preferred_weekdays=pb.WE, outside_weeks=True
    )
    assert len(proposals) == 3
    assert all(kr.is_working_day(p.date) and p.date.isoweekday() == 3 for p in proposals)


def test_groups_that_do_not_exist_are_refused(songpa):
    with pytest.raises(pb.ProbityError, match="band, owner, risk_area"):
        songpa.view(on="2026-01-01").overdue(by="colour")
    with pytest.raises(pb.ProbityError, match="day, week or month"):
        songpa.burnup("2026-01-01", "2027-01-01", every="hour")
    with pytest.raises(pb.ProbityError, match="an end"):
        songpa.burnup("2026-01-01", None)


def test_burnup_of_the_published_tasks(songpa):
    points = songpa.burnup("2023-01-01", "2024-01-01", every="month")
    assert [point.total for point in points] == [0, 0, 0] + [39] * 10
    assert {point.done for point in points} == {0}
