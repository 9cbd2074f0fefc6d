"""How often something must have happened, and how it stands on a date."""

import pytest

import probity as pb
from conftest import day


@pytest.fixture
def quota() -> pb.Quota:
    return pb.Quota(
        "council-meetings",
        3,
        "2025-01-01",
        title=pb.Text("청렴회의체 정기회의", "regular meetings of the Integrity Council"),
        of="council",
        counts=["regular", "held"],
    )


@pytest.fixture
def facts() -> list[pb.QuotaFact]:
    possible = pb.Interval("2025-06-01", "2025-07-25")
    return [
        pb.QuotaFact("2025-1", possible=possible, regular=True, held=True),
        pb.QuotaFact("2025-2", "2025-07-25", regular=True, held=True),
    ]


def test_yongsan_in_august_2025(quota, facts):
    verdict = quota.judge(2025, facts, "2025-08-15")
    assert (verdict.state, verdict.held, verdict.required) == ("on_track", 2, 3)
    assert verdict.shortfall == 1
    assert verdict.latest_feasible == verdict.latest_notice == day("2025-12-31")
    assert [fact.id for fact in verdict.counted] == ["2025-1", "2025-2"]
    assert verdict.period == pb.Interval("2025-01-01", "2026-01-01")
    assert "No cadence is published" in verdict.reason
    assert "공표된 주기가 없어" in verdict.reason.korean


def test_yongsan_in_january_2026(quota, facts):
    verdict = quota.judge(2025, facts, "2026-01-10")
    assert (verdict.state, verdict.shortfall) == ("missed", 1)
    assert verdict.latest_feasible is None and verdict.latest_notice is None


@pytest.mark.parametrize("counts", [[], ["regular"], ["quorate"]])
def test_what_no_record_says_was_held_meets_nothing(counts):
    quota = pb.Quota("meetings", 1, "2025-01-01", counts=counts)
    planned = pb.QuotaFact("2025-1", "2025-03-05", regular=True, quorate=True)
    assert quota.judge(2025, [planned], "2025-03-05").presumed == 0
    for on in ("2025-03-06", "2026-01-10"):
        verdict = quota.judge(2025, [planned], on)
        assert (verdict.state, verdict.held, verdict.presumed) == ("presumed", 0, 1)
        (fact,) = verdict.presumably_counted
        assert fact.presumed and fact.reason == "Presumed: no record says whether it was held"
        assert "1 presumed, 0 on record" in verdict.reason
    held = pb.QuotaFact("2025-1", "2025-03-05", regular=True, quorate=True, held=True)
    assert quota.judge(2025, [held], "2025-03-05").state == "met"


@pytest.mark.parametrize("on", ["2025-10-02", "2026-01-10"])
def test_a_part_year_that_demands_none_is_not_met(on):
    quota = pb.Quota("meetings", 1, "2025-09-01")
    verdict = quota.judge(2025, [], on)
    assert (verdict.state, verdict.required, verdict.held) == ("on_track", 0, 0)
    assert verdict.latest_feasible is None
    assert verdict.reason.endswith("of 1, none is due.")
    held = pb.QuotaFact("2025-1", "2025-10-02", held=True)
    assert quota.judge(2025, [held], on).state == "met"


def test_unknown_date_before_it_is_certain(quota, facts):
    verdict = quota.judge(2025, facts, "2025-07-24")
    assert verdict.held == 0
    assert verdict.possibly_counted == facts[:1]


def test_cadence_tells_what_is_at_risk(quota):
    slots = pb.slots(pb.EveryMonths(4, "2025-03-15"), "2026-01-01", "2027-01-01")
    assert quota.judge(2026, [], "2026-03-16", slots).state == "on_track"
    verdict = quota.judge(2026, [], "2026-03-17", slots)
    assert (verdict.state, verdict.slots_gone_by) == ("at_risk", 1)
    assert quota.judge(2026, [], "2026-03-17", slots, on_slots_only=True).state == "infeasible"


def test_notice_and_distance(quota):
    verdict = quota.judge(2025, [], "2025-02-01", notice_days=14, min_days_between=30)
    assert verdict.latest_feasible == day("2025-10-31")
    assert verdict.latest_notice == day("2025-10-16")
    counted = quota.judge(
        2025, [], "2025-02-01", notice_days=14, min_days_between=30, clear_notice=False
    )
    assert counted.latest_notice == day("2025-10-17")


def test_songpa_from_march_2023():
    weeks = pb.Quota("integrity-week", 12, "2023-03-01", subject="occurrences")
    assert [weeks.required_in(year) for year in (2022, 2023, 2024)] == [0, 10, 12]
    assert weeks.in_force(2022) is None
    assert weeks.in_force(2023) == pb.Interval("2023-03-01", "2024-01-01")
    observed = pb.examples.songpa().observances[0].occurrences("2023-01-01", "2024-01-01")
    facts = [pb.QuotaFact(each.period, each.observed.begin, held=True) for each in observed]
    verdict = weeks.judge(2023, facts, "2024-01-01")
    assert (verdict.state, verdict.held, verdict.required) == ("met", 10, 10)


@pytest.mark.parametrize("on", ["2024-12-01", "2025-07-24", "2025-12-31", "2026-01-10"])
def test_reasons_can_be_written_in_a_korean_code_page(quota, facts, on):
    reason = quota.judge(2025, facts, on, notice_days=7).reason
    assert reason.encode("cp949") and reason.korean.encode("cp949")


def test_members_are_those_given(quota):
    assert (quota.id, quota.times, quota.of) == ("council-meetings", 3, "council")
    assert (quota.subject, quota.per) == ("meetings", "year")
    assert quota.counts == ["regular", "held"]
    assert quota.title.korean == "청렴회의체 정기회의"
    assert quota.begin == day("2025-01-01") and quota.end is None
    assert quota.period_of("2025-08-15") == pb.Interval("2025-01-01", "2026-01-01")
    quarterly = pb.Quota("q", 1, "2025-01-01", per="quarter", note="note")
    assert quarterly.period_of("2025-08-15") == pb.Interval("2025-07-01", "2025-10-01")
    assert quarterly.note == quarterly.note.korean == "note"
    assert quota != quarterly


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"times": 0}, "0 times"),
        ({"end": "2024-01-01"}, "2024-01-01 is not after the begin, 2025-01-01"),
        ({"per": "week"}, "'week' is no period"),
        ({"subject": "tasks"}, "'tasks' is no subject"),
        ({"counts": ["late"]}, 'counts "late"'),
    ],
)
def test_a_quota_that_makes_no_sense_is_refused(change, message):
    with pytest.raises(pb.ProbityError, match=message):
        pb.Quota(**{"id": "q", "times": 3, "begin": "2025-01-01", **change})


def test_what_cannot_be_judged(quota):
    with pytest.raises(pb.ProbityError, match="not in force in"):
        quota.judge(2024, [], "2024-06-01")
    with pytest.raises(pb.ProbityError, match="is no year"):
        quota.judge(pb.Interval("2025-01-01", "2025-07-01"), [], "2025-06-01")
    with pytest.raises(pb.ProbityError, match="neither its date nor"):
        quota.judge(2025, [pb.QuotaFact("2025-1", held=True)], "2025-06-01")
    with pytest.raises(pb.HorizonError, match="is outside the calendar's horizon"):
        quota.judge(2101, [], "2101-06-01")
