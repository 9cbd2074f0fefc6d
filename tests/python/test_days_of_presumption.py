"""Weeks and days of a quota: presumed from the day after the last, on record from the last on."""

import pytest

import probity as pb
from conftest import day
from documents import named, programme
from small_office import words

ON = "2026-03-18"
RULE = {"rrule": "FREQ=MONTHLY;BYDAY=3WE"}


def verdict(p: pb.Programme, on: str) -> pb.Verdict:
    return p.view(on=on).quota("q")


def weeks(*records: dict, kind: str = "week", counts: dict | None = None) -> pb.Programme:
    rule = {"week": 3, "convention": "ISO"} if kind == "week" else RULE
    return programme(
        observances=[
            {
                **named("o", kind=kind)[0],
                "rules": [{"begin": "2026-01-01", "rule": rule}],
                "records": list(records),
            }
        ],
        quotas=[
            {
                **named("q", subject="occurrences", of="o", times=12, begin="2026-01-01")[0],
                "counts": counts or {},
            }
        ],
    )


#: The third week of March 2026 is from the 16th to the 22nd; two weeks went by before.
@pytest.mark.parametrize(
    ("on", "presumed", "gone_by"),
    [
        ("2026-03-15", 2, 2),
        ("2026-03-16", 2, 2),
        ("2026-03-21", 2, 2),
        ("2026-03-22", 2, 2),
        ("2026-03-23", 3, 3),
    ],
)
def test_a_week_is_presumed_from_the_day_after_its_last(on, presumed, gone_by):
    found = verdict(weeks(), on)
    assert (found.held, found.presumed, found.slots_gone_by) == (0, presumed, gone_by)


@pytest.mark.parametrize(
    ("on", "held", "presumed"),
    [("2026-03-21", 0, 2), ("2026-03-22", 1, 2), ("2026-03-23", 1, 2)],
)
def test_a_week_on_record_counts_on_its_last_day(on, held, presumed):
    record = {"nominal": "2026-03-16", "observed": "2026-03-16", "status": "held"}
    found = verdict(weeks({**record, "on": "2026-03-16"}), on)
    assert (found.held, found.presumed) == (held, presumed)


#: In January and February the year before is asked about, while nothing of the new one is on
#: record; the dates that the rule gives are no records.
@pytest.mark.parametrize(
    ("on", "records", "year"),
    [
        ("2026-12-31", [], 2026),
        ("2027-01-01", [], 2026),
        ("2027-02-28", [], 2026),
        ("2027-03-01", [], 2027),
        ("2027-02-28", ["2027-01-18"], 2027),
        ("2027-02-28", ["2026-12-14"], 2026),
    ],
)
def test_in_the_months_of_the_report_the_year_before_is_asked_about(on, records, year):
    held = [{"nominal": d, "observed": d, "status": "held", "on": d} for d in records]
    assert verdict(weeks(*held), on).period.last.year == year


@pytest.mark.parametrize(
    ("status", "said_on", "counts"),
    [
        # Held without a word on it, said on its first day or later; before that it is to be.
        (None, "2026-03-17", "presumed"),
        (None, "2026-03-18", "held"),
        (None, "2026-03-19", "held"),
        ("held", "2026-03-18", "held"),
        ("not_held", "2026-03-18", "none"),
        ("cancelled", "2026-03-02", "none"),
        ("moved", "2026-03-02", "presumed"),
    ],
)
def test_what_a_record_counts_for(status, said_on, counts):
    observed = "2026-03-19" if status == "moved" else ON
    record = {"nominal": ON, "observed": observed, "on": said_on, "reason": words("why")}
    if status:
        record["status"] = status
    found = verdict(weeks(record, kind="day"), "2026-03-31")
    # Those of January and February have no record.
    expected = {"held": (1, 2), "presumed": (0, 3), "none": (0, 2)}[counts]
    assert (found.held, found.presumed) == expected


def test_a_period_takes_what_ends_in_it():
    """A week from 30 November to 6 December 2026 is one of December."""
    rule = {"rrule": "FREQ=MONTHLY;BYMONTHDAY=30", "days": 7}
    quota = named("q", subject="occurrences", of="o", times=1, begin="2026-01-01")[0]
    p = programme(
        observances=named("o", kind="week", rules=[{"begin": "2026-01-01", "rule": rule}]),
        quotas=[{**quota, "per": "month", "counts": {}}],
    )
    (fact,) = verdict(p, "2026-12-31").presumably_counted
    assert fact.date == day("2026-12-06")


def test_an_activity_with_a_date_is_named_beside_what_is_presumed():
    rule = {"week": 3, "convention": "ISO"}
    quota = named("q", subject="occurrences", of="o", times=9, begin="2026-01-01")[0]
    p = programme(
        observances=named("o", kind="week", rules=[{"begin": "2026-03-01", "rule": rule}]),
        activities=[
            *named("a", observance="o", dates=[{"date": "2026-03-18"}]),
            *named("b", observance="o", dates=[{"date": "2026-03-23"}]),
        ],
        quotas=[{**quota, "counts": {}}],
    )
    (fact,) = verdict(p, "2026-03-23").presumably_counted
    assert str(fact.reason).endswith("; in it a on 2026-03-18")


def test_nothing_is_held_on_a_day_that_was_called_off():
    record = {"nominal": "2026-12-16", "observed": "2026-12-16", "status": "cancelled"}
    cancelled = weeks({**record, "on": "2026-12-01", "reason": words("why")}, kind="day")
    assert verdict(weeks(kind="day"), "2026-12-01").latest_feasible == day("2026-12-16")
    assert verdict(cancelled, "2026-12-01").latest_feasible is None
    assert verdict(cancelled, "2026-12-01").state == "infeasible"


@pytest.mark.parametrize(
    ("on", "number"), [("2026-03-17", 2), ("2026-03-18", 2), ("2026-03-19", 3)]
)
def test_what_has_no_record_never_counts_on_its_own_day(on, number):
    """Even for a quota that does not ask whether it was held."""
    found = verdict(weeks(kind="day", counts={"held": False}), on)
    assert found.held + found.presumed == number
