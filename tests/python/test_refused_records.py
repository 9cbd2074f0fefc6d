"""What is recorded of observances, activities, assessments and minutes: refused with its cause."""

import pytest

import probity as pb
from conftest import day
from documents import council, days_around, named, programme
from refusals import TAKEN, cause
from small_office import PROOF, said

ON = "2026-03-18"
AROUND = days_around(ON)
RULE = {"rrule": "FREQ=MONTHLY;BYDAY=3WE"}


def around(*answers):
    return list(zip(AROUND, answers, strict=True))


def observances(**more) -> list[dict]:
    rules = [{"begin": "2025-01-01", "rule": RULE}]
    return [{**named("day", kind="day")[0], "rules": rules, **more}]


# Observances -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begin", "expected"),
    around(
        "the rule is to begin on 2026-03-17, before it was changed; what has gone by stays",
        TAKEN,
        TAKEN,
    ),
)
def test_a_rule_changes_from_the_day_on(begin, expected):
    p = programme(observances=observances())

    def step():
        return p.observance("day").change_rule(2, pb.WE, begin=begin, **said(ON))

    assert cause(step) == expected
    if expected == TAKEN:
        first, second = p.apply(step()).observance("day").rules
        assert (first.end, second.begin) == (day(begin), day(begin))


@pytest.mark.parametrize(
    ("begin", "expected"),
    around(
        "a rule from 2026-03-17 cannot follow one from 2026-03-18; the next one begins after it",
        "a rule from 2026-03-18 cannot follow one from 2026-03-18; the next one begins after it",
        TAKEN,
    ),
)
def test_a_rule_begins_after_the_one_before(begin, expected):
    p = programme(observances=observances(rules=[{"begin": ON, "rule": RULE}]))

    def step():
        return p.observance("day").change_rule(2, pb.WE, begin=begin, **said("2026-03-02"))

    assert cause(step) == expected


def test_a_rule_that_had_ended_stays_so():
    ended = {"begin": "2025-01-01", "end": "2026-02-01", "rule": RULE}
    p = programme(observances=observances(rules=[ended]))
    p = p.apply(p.observance("day").change_rule(2, pb.WE, **said(ON)))
    assert [rule.end for rule in p.observance("day").rules] == [day("2026-02-01"), None]
    two = observances(
        rules=[
            {"begin": "2025-01-01", "end": "2025-06-01", "rule": RULE},
            {"begin": "2025-06-01", "end": "2027-01-01", "rule": RULE},
        ]
    )
    p = programme(observances=two)
    p = p.apply(p.observance("day").change_rule(2, pb.WE, **said(ON)))
    assert [rule.end for rule in p.observance("day").rules] == [day("2025-06-01"), day(ON), None]


@pytest.mark.parametrize("status", ["held", "not_held"])
@pytest.mark.parametrize(("on", "taken"), around(False, True, True))
def test_whether_it_was_held_is_said_on_its_first_day_or_later(status, on, taken):
    p = programme(observances=observances())
    found = cause(lambda: p.observance("day").record(ON, status=status, **said(on, reason="why")))
    beforehand = '"moved", or no status at all' if status == "held" else '"cancelled"'
    assert found == (
        TAKEN
        if taken
        else f"/day/records/0/status: '{status}' is said on 2026-03-17, before the first day, "
        f"2026-03-18; beforehand it is {beforehand}"
    )


@pytest.mark.parametrize(
    ("status", "observed", "reason", "expected"),
    [
        ("not_held", None, "", "/day/records/0/reason: 'not_held' needs a reason: why it did not"),
        ("cancelled", None, "", "/day/records/0/reason: 'cancelled' needs a reason: why it did"),
        ("held", None, "", TAKEN),
        ("moved", "2026-03-25", "", TAKEN),
        ("moved", ON, "", "/day/records/0/status: it is moved to 2026-03-18, the day that its"),
        (None, "2026-03-25", "", TAKEN),
    ],
)
def test_what_a_status_needs(status, observed, reason, expected):
    p = programme(observances=observances())

    def step():
        return p.observance("day").record(ON, observed, status=status, **said(ON, reason=reason))

    assert cause(step).startswith(expected)


def test_a_record_is_of_a_day_that_the_rule_gives():
    p = programme(observances=observances())
    found = cause(
        lambda: p.observance("day").record("2026-03-19", status="held", **said("2026-03-19"))
    )
    assert found == (
        "/day/records/0/nominal: no rule in force gives 2026-03-19; first days near it are: "
        "2026-03-18, 2026-04-15; an occurrence that no rule gives has the nominal date null"
    )


# Activities --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("observance", "begin"),
    [
        ({"rules": [{"begin": "2025-01-01", "rule": RULE}]}, "2025-01-01"),
        (
            {
                "rules": [],
                "records": [
                    {"nominal": None, "observed": "2026-02-10"},
                    {"nominal": None, "observed": "2026-01-20"},
                ],
            },
            "2026-01-20",
        ),
        # Nothing is known of it: the day of the event.
        ({"rules": []}, ON),
    ],
)
def test_an_activity_that_is_dated_goes_on_from_the_first_day_of_its_observance(observance, begin):
    p = programme(
        observances=[{**named("day", kind="day")[0], **observance}],
        activities=named("a", observance="day"),
    )
    assert p.activity("a").begin is None
    p = p.apply(p.activity("a").date("2026-05-06", **said(ON)))
    assert p.activity("a").begin == day(begin)


def test_an_activity_has_one_date_in_a_period():
    p = programme(
        observances=observances(),
        activities=[*named("a", observance="day", begin="2026-01-01"), *named("b")],
    )
    p = p.apply(p.activity("a").date(ON, **said("2026-02-02")))

    def again(date):
        return cause(lambda: p.activity("a").date(date, **said("2026-02-02")))

    assert again(ON) == (
        "it has a date of the period 2026-03 already, 2026-03-18; another date corrects that one"
    )
    assert again("2026-04-15") == TAKEN
    # A day that is in no occurrence is a period by itself.
    assert again("2026-03-19") == TAKEN
    p = p.apply(p.activity("b").date(ON, **said("2026-02-02")))
    found = [cause(lambda on=on: p.activity("b").date(on, **said("2026-02-02"))) for on in AROUND]
    assert [each == TAKEN for each in found] == [True, False, True]


@pytest.mark.parametrize(
    ("date", "expected"),
    around(
        TAKEN,
        "it ended before 2026-03-18; 2026-03-18 is not before that day",
        "it ended before 2026-03-18; 2026-03-19 is not before that day",
    ),
)
def test_a_date_is_before_the_end_of_its_activity(date, expected):
    p = programme(activities=named("a", end=ON))
    assert cause(lambda: p.activity("a").date(date, **said("2026-02-02"))) == expected


def test_a_date_does_not_end_what_recurs():
    p = programme(observances=observances(), activities=named("a", observance="day"))
    assert p.activity("a").begin is None
    p = p.apply(p.activity("a").date(ON, **said("2026-02-02")))
    assert p.activity("a").begin == day("2025-01-01"), "from the first day of the rule on"
    added = p.apply(p.add_activity(pb.Activity("b", "b"), **said(ON)))
    assert added.activity("b").begin == day(ON)
    other = p.apply(p.add_activity(pb.Activity("b", "b", begin="2026-01-01"), **said(ON)))
    assert other.activity("b").begin == day("2026-01-01")


# Assessments and minutes -------------------------------------------------------------------------


def test_a_year_has_one_assessment():
    p = programme(assessments=[{"year": 2024, "grade": 2}])

    def enter(year):
        return cause(lambda: p.enter_assessment(pb.Assessment(year), **said(ON)))

    assert enter(2024) == "that of 2024 is entered; a wrong one is corrected"
    assert enter(2025) == TAKEN
    p = p.apply(p.enter_assessment(pb.Assessment(2025, grade=3), **said(ON)))
    assert enter(2025) == "that of 2025 is entered; a wrong one is corrected"
    p = p.apply(p.enter_assessment(pb.Assessment(2025, grade=1), **said(ON), corrects=1))
    assert [each.grade for each in p.assessments] == [2, 1]


def test_minutes_are_one_file_with_its_digest():
    p = programme(councils=council())
    p = p.apply(p.council("council").plan_meeting(ON, **said("2026-02-02")))
    p = p.apply(p.council("council").meeting("2026-1").hold(**said(ON)))

    def minute(proof):
        return cause(lambda: p.council("council").meeting("2026-1").minute(proof, **said(ON)))

    assert minute(PROOF) == TAKEN
    for digest in (63 * "0", 65 * "0", 64 * "A", 63 * "0" + "g"):
        shown = f"'{digest[:60]}...'"
        assert minute(pb.Evidence("m.pdf", "application/pdf", digest)) == (
            f"/body/evidence/0/sha256: {shown} is no SHA-256: it has 64 digits of 0-9 a-f"
        )
    assert minute(pb.Evidence("m.pdf", "pdf", 64 * "0")) == (
        "/body/evidence/0/media_type: 'pdf' is no media type; \"application/pdf\" is one"
    )
    assert minute(pb.Evidence("", "application/pdf", 64 * "0")).startswith("/body/evidence/0/name")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("by-itself", TAKEN),
        (
            "in-week",
            "it has a date of the period 2026-03 already, 2026-03-18; "
            "another date corrects that one",
        ),
    ],
)
def test_an_activity_by_itself_has_two_dates_in_a_week_of_another(name, expected):
    rules = [{"begin": "2025-01-01", "rule": {"week": 3, "convention": "ISO"}}]
    p = programme(
        observances=named("week", kind="week", rules=rules),
        activities=[*named("by-itself"), *named("in-week", observance="week")],
    )
    p = p.apply(p.activity(name).date(ON, **said("2026-02-02")))
    assert cause(lambda: p.activity(name).date("2026-03-19", **said("2026-02-02"))) == expected
