"""The best dates for meetings that are still to be held."""

import itertools

import pytest

import probity as pb
from conftest import day

KR = pb.WorkCalendar.korea()


def dates_of(proposals):
    return [proposal.date.isoformat() for proposal in proposals]


def spread(dates, window):
    """The sum of squares as the documentation states it."""
    gap = len(window) / len(dates)
    days = [(date - window.begin).days + 0.5 for date in dates]
    inner = sum((b - a - gap) ** 2 for a, b in itertools.pairwise(days))
    return inner + (days[0] - gap / 2) ** 2 + (len(window) - days[-1] - gap / 2) ** 2


def test_three_in_a_year():
    assert dates_of(pb.propose(3, 2025)) == ["2025-03-04", "2025-07-02", "2025-10-31"]


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("wanted", [1, 2, 3])
def test_no_other_choice_is_better(month, wanted):
    window = pb.Interval(f"2026-{month:02}-01", f"2026-{month:02}-28")
    choices = itertools.combinations(KR.working_days(window.begin, window.end), wanted)
    best = min(choices, key=lambda dates: (round(spread(dates, window), 6), dates))
    found = pb.propose(wanted, window)
    assert [proposal.date for proposal in found] == list(best)
    assert found[0].cost == pytest.approx(spread(best, window))


def test_third_meeting_of_yongsan():
    (third,) = pb.propose(1, 2025, fixed=["2025-07-25"], undated=1, on="2025-08-15", notice_days=14)
    assert third.date == day("2025-11-12")
    assert [other.date.day for other in third.runners_up] == [13, 11, 14]
    assert third.cost <= min(other.cost for other in third.runners_up)
    assert third.reason.korean.startswith("수요일. 2025. 7. 25.에서 110일 뒤")


def test_wishes():
    week = pb.Interval("2025-11-10", "2025-11-17")
    request = {"fixed": ["2025-07-25"], "undated": 1, "on": "2025-08-15"}
    assert dates_of(pb.propose(1, 2025, **request, preferred_weekdays=pb.FR)) == ["2025-11-14"]
    assert dates_of(pb.propose(1, 2025, **request, preferred_weekdays=[pb.MO, pb.TU])) == [
        "2025-11-11"
    ]
    assert dates_of(pb.propose(1, 2025, **request, avoid=[week])) == ["2025-11-17"]
    assert dates_of(pb.propose(1, 2025, **request, avoid=[week], avoided_weight=0)) == [
        "2025-11-12"
    ]


def test_bridges():
    assert pb.is_bridge("2026-01-02")
    assert not pb.is_bridge("2026-03-18")
    window = pb.Interval("2025-12-29", "2026-01-06")
    assert dates_of(pb.propose(1, window)) == ["2026-01-02"]
    assert dates_of(pb.propose(1, window, avoid_bridges=True)) == ["2025-12-31"]


def test_as_many_as_fit():
    with pytest.raises(pb.ProbityError, match="no more than 2 fit on working days from 2025-12-09"):
        pb.propose(3, 2025, on="2025-12-01", notice_days=7, min_days_between=14)
    assert pb.propose(0, 2025) == []
    with pytest.raises(pb.ProbityError, match="wanted -1"):
        pb.propose(-1, 2025)
    with pytest.raises(pb.HorizonError, match="is outside the calendar's horizon"):
        pb.propose(1, 2101)
