"""Quotas on the day, the day before and the day after: periods, force, what counts from when, and
which period is asked about."""

import pytest

import probity as pb
from conftest import day
from documents import council, days_around, faults, held_meeting, named, programme
from small_office import said

ON = "2026-03-18"


def office(*meetings: dict, **quota) -> pb.Programme:
    """A council with meetings, which are to be two a year."""
    counts = quota.pop("counts", {"regular": True})
    record = {
        **named("q", subject="meetings", of="council", times=2, begin="2025-01-01")[0],
        "counts": counts,
        **quota,
    }
    return programme(councils=council(meetings=list(meetings)), quotas=[record])


def verdict(p: pb.Programme, on: str, year: int | None = None) -> pb.Verdict:
    return p.view(on=on).quota("q", year)


# Periods -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("per", "on", "begin", "end"),
    [
        ("year", "2025-12-31", "2025-01-01", "2026-01-01"),
        ("year", "2026-12-31", "2026-01-01", "2027-01-01"),
        ("half_year", "2026-06-30", "2026-01-01", "2026-07-01"),
        ("half_year", "2026-07-01", "2026-07-01", "2027-01-01"),
        ("half_year", "2026-12-31", "2026-07-01", "2027-01-01"),
        ("half_year", "2027-01-01", "2027-01-01", "2027-07-01"),
        ("quarter", "2026-03-31", "2026-01-01", "2026-04-01"),
        ("quarter", "2026-04-01", "2026-04-01", "2026-07-01"),
        ("quarter", "2026-06-30", "2026-04-01", "2026-07-01"),
        ("quarter", "2026-07-01", "2026-07-01", "2026-10-01"),
        ("quarter", "2026-09-30", "2026-07-01", "2026-10-01"),
        ("quarter", "2026-10-01", "2026-10-01", "2027-01-01"),
        ("month", "2026-02-28", "2026-02-01", "2026-03-01"),
        ("month", "2026-03-01", "2026-03-01", "2026-04-01"),
        ("month", "2026-12-31", "2026-12-01", "2027-01-01"),
    ],
)
def test_the_period_in_which_a_day_lies(per, on, begin, end):
    found = verdict(office(per=per), on).period
    assert (found.begin, found.end) == (day(begin), day(end))


@pytest.mark.parametrize(
    ("per", "year", "on", "begin"),
    [
        # The running one of this year, and of another year the last.
        ("quarter", 2026, "2026-05-06", "2026-04-01"),
        ("quarter", 2025, "2026-05-06", "2025-10-01"),
        ("quarter", 2027, "2026-05-06", "2027-10-01"),
        ("half_year", 2026, "2026-05-06", "2026-01-01"),
        ("half_year", 2025, "2026-05-06", "2025-07-01"),
        ("month", 2026, "2026-05-06", "2026-05-01"),
        ("month", 2025, "2026-05-06", "2025-12-01"),
        ("year", 2026, "2026-01-05", "2026-01-01"),
        ("year", 2025, "2026-01-05", "2025-01-01"),
    ],
)
def test_a_year_is_asked_about(per, year, on, begin):
    assert verdict(office(per=per), on, year).period.begin == day(begin)


#: In January and February the year before is asked about, while nothing of the new one is there.
@pytest.mark.parametrize(
    ("on", "meetings", "begin", "year"),
    [
        ("2025-12-31", [], "2025-01-01", 2025),
        ("2026-01-01", [], "2025-01-01", 2025),
        ("2026-02-28", [], "2025-01-01", 2025),
        ("2026-03-01", [], "2025-01-01", 2026),
        ("2026-02-28", [held_meeting(1, "2026-02-02")], "2025-01-01", 2026),
        ("2026-02-28", [held_meeting(1, None)], "2025-01-01", 2026),
        ("2026-02-28", [{**held_meeting(1, None), "state": "planned"}], "2025-01-01", 2025),
        # The quota was not in force in the year before.
        ("2026-02-28", [], "2026-01-01", 2026),
        ("2026-02-28", [], "2025-12-31", 2025),
    ],
)
def test_in_the_months_of_the_report_the_year_before_is_asked_about(on, meetings, begin, year):
    p = office(*meetings, begin=begin)
    assert verdict(p, on).period.last.year == year
    ((name, found),) = p.view(on=on).quotas().items()
    assert (name, found.period.last.year) == ("q", year)


@pytest.mark.parametrize("per", ["half_year", "quarter", "month"])
def test_of_shorter_periods_the_running_one_is_asked_about(per):
    assert verdict(office(per=per), "2026-01-05").period.begin == day("2026-01-01")


# Force -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begin", "end", "on", "there"),
    [
        ("2026-01-01", None, "2025-12-31", False),
        ("2026-01-01", None, "2026-01-01", True),
        # In force for a part of the year: it is there for all of it.
        ("2026-12-31", None, "2026-03-18", True),
        ("2027-01-01", None, "2026-03-18", False),
        ("2025-01-01", "2026-01-01", "2026-03-18", False),
        ("2025-01-01", "2026-01-02", "2026-03-18", True),
    ],
)
def test_the_quotas_of_a_day_are_those_in_force_in_its_period(begin, end, on, there):
    p = office(begin=begin, **({"end": end} if end else {}))
    assert list(p.view(on=on).quotas()) == (["q"] if there else [])


@pytest.mark.parametrize(
    ("begin", "end", "required"),
    [
        ("2025-01-01", None, 12),
        ("2026-01-01", "2027-01-01", 12),
        # 306 of 365 days of twelve: 10.06.
        ("2026-03-01", None, 10),
        ("2026-07-01", None, 6),
        ("2025-01-01", "2026-07-01", 6),
        # 15.2 days make a half of one: from there on it is one.
        ("2026-12-17", None, 0),
        ("2026-12-16", None, 1),
    ],
)
def test_a_part_of_a_year_is_prorated(begin, end, required):
    quota = {"times": 12, "begin": begin, **({"end": end} if end else {})}
    assert verdict(office(**quota), "2026-12-31", 2026).required == required


# What counts, from when --------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "held"), list(zip(days_around(ON), (0, 1, 1), strict=True)))
def test_a_meeting_counts_from_its_day(on, held):
    assert verdict(office(held_meeting(1, ON)), on).held == held
    p = office()
    p = p.apply(p.council("council").plan_meeting(ON, **said("2026-02-02")))
    p = p.apply(p.council("council").meeting("2026-1").hold(**said(ON)))
    assert verdict(p, on).held == held


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("2025-12-31", 2025),
        ("2026-01-01", 2026),
        ("2026-12-31", 2026),
        ("2027-01-01", 2027),
    ],
)
def test_a_meeting_counts_in_the_period_of_its_day(date, year):
    p = office(held_meeting(1, date))
    assert [verdict(p, "2028-03-18", each).held for each in (2025, 2026, 2027)] == [
        int(each == year) for each in (2025, 2026, 2027)
    ]


def test_a_meeting_of_an_unknown_day_counts_once_the_last_possible_one_has_gone_by():
    p = office(held_meeting(1, None, earliest="2026-03-01", before="2026-03-19"))
    found = {}
    for on in days_around(ON):
        each = verdict(p, on)
        found[on] = (each.held, [fact.id for fact in each.possibly_counted])
    assert found == {
        "2026-03-17": (0, ["2026-1"]),
        "2026-03-18": (0, ["2026-1"]),
        "2026-03-19": (1, []),
    }


@pytest.mark.parametrize(
    ("established", "bounds", "possible"),
    [
        (None, {}, ("2026-01-01", "2027-01-01")),
        ("2026", {}, ("2026-01-01", "2027-01-01")),
        ("2026-06", {}, ("2026-06-01", "2027-01-01")),
        ("2026-06-18", {}, ("2026-06-18", "2027-01-01")),
        ("2025-06", {}, ("2026-01-01", "2027-01-01")),
        ("2026-06", {"earliest": "2026-08-01"}, ("2026-08-01", "2027-01-01")),
        ("2026-06", {"before": "2026-08-01"}, ("2026-06-01", "2026-08-01")),
        ("2026-06", {"earliest": "2026-05-01"}, ("2026-05-01", "2027-01-01")),
    ],
)
def test_the_days_on_which_a_meeting_of_an_unknown_day_may_have_been(established, bounds, possible):
    record = council(
        meetings=[held_meeting(1, None, **bounds)],
        **({"established": established} if established else {}),
    )
    quota = {
        **named("q", subject="meetings", of="council", times=2, begin="2025-01-01")[0],
        "counts": {"held": True},
    }
    p = programme(councils=record, quotas=[quota])
    (fact,) = (
        verdict(p, "2026-12-31", 2026).possibly_counted or verdict(p, "2026-12-31", 2026).counted
    )
    assert (fact.possible.begin, fact.possible.end) == tuple(map(day, possible))


def test_only_what_a_quota_asks_for_counts():
    regular = held_meeting(1, "2026-02-02")
    extraordinary = {**held_meeting(1, "2026-02-03"), "kind": "extraordinary"}
    planned = {**held_meeting(2, "2026-02-04"), "state": "planned"}
    cancelled = {**held_meeting(3, "2026-02-05"), "state": "cancelled"}
    met = {"eligible": 3, "present": 2, "required": 2}
    quorate = {**held_meeting(4, "2026-02-06"), "quorum": met}
    unmet = {**held_meeting(5, "2026-02-07"), "quorum": {**met, "present": 1}}
    none_asked = {**held_meeting(6, "2026-02-08"), "quorum": {"eligible": 3, "present": 3}}
    meetings = [regular, extraordinary, planned, cancelled, quorate, unmet, none_asked]
    counted = {}
    for name, counts in {
        "held": {},
        "regular": {"regular": True},
        "quorate": {"quorate": True},
        "any": {"held": False},
    }.items():
        found = verdict(office(*meetings, counts=counts, times=9), ON)
        counted[name] = [fact.id for fact in found.counted]
        # What no record says was held is presumed, if the quota does not ask for it.
        presumed = ["2026-2"] if name == "any" else []
        assert [fact.id for fact in found.presumably_counted] == presumed
    assert counted == {
        "held": ["2026-1", "2026-x1", "2026-4", "2026-5", "2026-6"],
        "regular": ["2026-1", "2026-4", "2026-5", "2026-6"],
        "quorate": ["2026-4"],
        "any": ["2026-1", "2026-x1", "2026-4", "2026-5", "2026-6"],
    }


# How it stands -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "state"),
    [
        # Two in a year without a cadence: the first half of its days goes by with 1 July.
        ("2026-07-01", "on_track"),
        ("2026-07-02", "at_risk"),
        # The last two working days are 30 and 31 December.
        ("2026-12-30", "at_risk"),
        ("2026-12-31", "infeasible"),
        ("2027-01-01", "missed"),
    ],
)
def test_how_a_quota_stands_on_the_days_that_part_it(on, state):
    assert verdict(office(), on, 2026).state == state


def test_the_latest_days_follow_from_notice():
    charter = {"begin": "2026-01-01", "notice_days": 7}
    quota = {
        **named("q", subject="meetings", of="council", times=1, begin="2026-01-01")[0],
        "counts": {},
    }
    p = programme(councils=council(charters=[charter]), quotas=[quota])
    found = {
        on: (v := verdict(p, on)) and (v.state, v.latest_feasible, v.latest_notice)
        for on in ("2026-12-22", "2026-12-23", "2026-12-24")
    }
    assert found == {
        "2026-12-22": ("on_track", day("2026-12-31"), day("2026-12-23")),
        "2026-12-23": ("on_track", day("2026-12-31"), day("2026-12-23")),
        "2026-12-24": ("infeasible", None, None),
    }


@pytest.mark.parametrize(
    ("begin", "notice"),
    [("2026-03-17", "2026-12-21"), ("2026-03-18", "2026-12-21"), ("2026-03-19", "2026-12-27")],
)
def test_notice_is_that_of_the_charter_of_the_day_asked_about(begin, notice):
    charters = [
        {"begin": "2026-01-01", "end": begin, "notice_days": 3},
        {"begin": begin, "notice_days": 9},
    ]
    quota = {
        **named("q", subject="meetings", of="council", times=1, begin="2026-01-01")[0],
        "counts": {},
    }
    p = programme(councils=council(charters=charters), quotas=[quota])
    assert verdict(p, ON).latest_notice == day(notice)


def test_a_quota_counts_what_there_is():
    quota = {**named("q", subject="meetings", of="none", times=1, begin=ON)[0], "counts": {}}
    ((place, message),) = faults(councils=council(), quotas=[quota])
    assert place == "/quotas/0/of"
    assert message == "there is no council 'none'; the document has council"
    ((place, message),) = faults(councils=council(), quotas=[{**quota, "of": ""}])
    assert place == "/quotas/0/of"


def test_what_is_planned_in_the_new_year_makes_that_one_the_year_asked_about():
    p = office()
    p = p.apply(p.council("council").plan_meeting("2026-05-06", **said("2026-02-02")))
    found = [verdict(p, on).period.last.year for on in ("2026-02-01", "2026-02-02")]
    assert found == [2025, 2026]
