"""A founding document on the day, the day before and the day after: what it says of the past, and
periods that begin or end on each other's day."""

import pytest

import probity as pb
from documents import (
    council,
    days_around,
    faults,
    held_meeting,
    named,
    programme,
    seats,
    tasks,
)
from small_office import said, words

ON = "2026-03-18"
AROUND = days_around(ON)


def around(*answers):
    return list(zip(AROUND, answers, strict=True))


RULE = {"rrule": "FREQ=MONTHLY;BYDAY=3WE"}


def observance(*records: dict, rules: list | None = None) -> list[dict]:
    return [
        {
            **named("day", kind="day")[0],
            "rules": rules if rules is not None else [{"begin": "2025-01-01", "rule": RULE}],
            "records": list(records),
        }
    ]


#: What a document says, how it is asked for, and how many there are the day before, on and after.
THEN = [
    # An occurrence by the day on which it was recorded, or else on which it was.
    (
        {"observances": observance({"nominal": ON, "observed": "2026-03-25", "on": ON})},
        lambda p: len(p.observances[0].records),
        (0, 1, 1),
    ),
    (
        {"observances": observance({"nominal": "2026-02-18", "observed": ON})},
        lambda p: len(p.observances[0].records),
        (0, 1, 1),
    ),
    (
        {"observances": observance({"nominal": ON, "observed": ON, "on": "2026-03-19"})},
        lambda p: len(p.observances[0].records),
        (0, 0, 1),
    ),
    (
        {"activities": [{**named("a")[0], "dates": [{"date": ON}]}]},
        lambda p: sum(len(activity.dates) for activity in p.activities),
        (0, 1, 1),
    ),
    ({"councils": council(established=ON)}, lambda p: len(p.councils), (0, 1, 1)),
    ({"councils": council(established="2026-03")}, lambda p: len(p.councils), (1, 1, 1)),
    ({"councils": council(established="2026-04")}, lambda p: len(p.councils), (0, 0, 0)),
    ({"councils": council(established="2026")}, lambda p: len(p.councils), (1, 1, 1)),
    (
        {"councils": council(meetings=[held_meeting(1, ON)])},
        lambda p: len(p.councils[0].meetings),
        (0, 1, 1),
    ),
    (
        {"councils": council(meetings=[held_meeting(1, None, earliest=ON)])},
        lambda p: len(p.councils[0].meetings),
        (0, 1, 1),
    ),
    (
        {"councils": council(meetings=[held_meeting(1, None, before=ON)])},
        lambda p: len(p.councils[0].meetings),
        (1, 1, 1),
    ),
    (
        {"banding": {"title": words("b"), "inaugurated": ON, "bands": [{"id": "B-01"}]}},
        lambda p: len(p.bands),
        (0, 1, 1),
    ),
    (
        {"banding": {"title": words("b"), "bands": [{"id": "B-01"}]}},
        lambda p: len(p.bands),
        (1, 1, 1),
    ),
    ({"tasks": tasks("T-1", proposed=ON)}, lambda p: len(p.tasks), (0, 1, 1)),
    ({"tasks": tasks("T-1")}, lambda p: len(p.tasks), (1, 1, 1)),
    (
        {
            "duties": named("d"),
            "officials": [{"id": "o"}],
            "attendances": [{"official": "o", "duty": "d", "date": ON, "minutes": 60}],
        },
        lambda p: len(p.attendances),
        (0, 1, 1),
    ),
    (
        {"assessments": [{"year": 2025, "grade": 2, "published": ON}]},
        lambda p: len(p.assessments),
        (0, 1, 1),
    ),
    ({"assessments": [{"year": 2025, "grade": 2}]}, lambda p: len(p.assessments), (1, 1, 1)),
]


@pytest.mark.parametrize(("parts", "count", "expected"), THEN)
def test_what_a_document_says_of_a_day(parts, count, expected):
    p = programme(**parts)
    assert tuple(count(p.as_of(on)) for on in AROUND) == expected
    assert count(p) == 1, "without a day all of it is there"


@pytest.mark.parametrize(
    ("on", "there"), [("2024-12-31", False), ("2025-01-01", True), ("2025-06-15", True)]
)
def test_a_council_established_in_a_year_is_there_from_its_first_day(on, there):
    p = programme(councils=council(established="2025"))
    assert bool(p.as_of(on).councils) is there


def test_the_duty_of_a_past_day_counts_no_later_attendance():
    p = programme(
        duties=named("d"),
        officials=[{"id": "o"}],
        attendances=[{"official": "o", "duty": "d", "date": ON, "minutes": 120}],
    )
    assert [p.view(on=on).duty("d").done_by for on in AROUND] == [0, 1, 1]


# Periods -----------------------------------------------------------------------------------------


def charters(*begins_and_ends) -> dict:
    return {
        "councils": council(
            charters=[
                {"begin": begin, **({"end": end} if end else {})} for begin, end in begins_and_ends
            ]
        )
    }


def member(**days) -> dict:
    return {"seats": seats("s"), "councils": council(memberships=[{"seat": "s", **days}])}


def rules(*begins_and_ends) -> dict:
    return {
        "observances": observance(
            rules=[
                {"begin": begin, **({"end": end} if end else {}), "rule": RULE}
                for begin, end in begins_and_ends
            ]
        )
    }


def quota(end: str) -> dict:
    return {
        "councils": council(),
        "quotas": [
            {
                **named("q", subject="meetings", of="council", times=1)[0],
                "counts": {"held": True},
                "begin": ON,
                "end": end,
            }
        ],
    }


OPEN = "the end is the first day on which it is no longer in force"

#: A document with a period that begins on 18 March and ends on a day: where it is refused, and why.
PERIODS = {
    "unit": (
        lambda end: {"units": named("u", begin=ON, end=end)},
        "/institution/units/0/end",
        f"{{}} is not after the begin, 2026-03-18; {OPEN}",
    ),
    "seat": (
        lambda end: {"seats": seats("s", begin=ON, end=end)},
        "/institution/seats/0/end",
        f"{{}} is not after the begin, 2026-03-18; {OPEN}",
    ),
    "member": (
        lambda end: member(begin=ON, end=end),
        "/councils/0/memberships/0/end",
        f"{{}} is not after the begin, 2026-03-18; {OPEN}",
    ),
    "duty": (
        lambda end: {"duties": named("d", begin=ON, end=end)},
        "/duties/0/end",
        f"{{}} is not after the begin, 2026-03-18; {OPEN}",
    ),
    "official": (
        lambda end: {"officials": [{"id": "o", "begin": ON, "end": end}]},
        "/officials/0/end",
        f"{{}} is not after the begin, 2026-03-18; {OPEN}",
    ),
    "activity": (
        lambda end: {"activities": named("a", begin=ON, end=end)},
        "/activities/0/end",
        f"{{}} is not after the begin, 2026-03-18; {OPEN}",
    ),
    "charter": (
        lambda end: charters((ON, end)),
        "/councils/0/charters/0/end",
        f"{{}} is not after the begin, 2026-03-18; {OPEN}",
    ),
    "rule": (
        lambda end: rules((ON, end)),
        "/observances/0/rules/0/end",
        f"{{}} is not after the begin, 2026-03-18; {OPEN}",
    ),
    "quota": (quota, "/quotas/0/end", f"{{}} is not after the begin, 2026-03-18; {OPEN}"),
}


@pytest.mark.parametrize("record", PERIODS)
@pytest.mark.parametrize(("end", "taken"), around(False, False, True))
def test_a_period_ends_after_its_begin(record, end, taken):
    parts, place, message = PERIODS[record]
    assert faults(**parts(end)) == ([] if taken else [(place, message.format(end))])


@pytest.mark.parametrize(("begin", "taken"), around(False, True, True))
def test_a_charter_begins_when_the_one_before_has_ended(begin, taken):
    fault = (
        "/councils/0/charters/1/begin",
        "2026-03-17 is before the end of the charter before it (2026-03-18); only one charter is "
        "in force on a day",
    )
    assert faults(**charters(("2026-01-01", ON), (begin, None))) == ([] if taken else [fault])
    endless = (
        "/councils/0/charters/1/begin",
        f"{begin} is before the end of the charter before it (it has none); only one charter is "
        "in force on a day",
    )
    assert faults(**charters(("2026-01-01", None), (begin, None))) == [endless]


@pytest.mark.parametrize(("begin", "taken"), around(False, True, True))
def test_a_rule_begins_when_the_one_before_has_ended(begin, taken):
    fault = (
        "/observances/0/rules/1/begin",
        "2026-03-17 is before the end of the rule before it (2026-03-18); only one rule is in "
        "force on a day",
    )
    assert faults(**rules(("2026-01-01", ON), (begin, None))) == ([] if taken else [fault])


@pytest.mark.parametrize(("date", "taken"), around(True, False, False))
def test_a_date_of_an_activity_is_before_its_end(date, taken):
    parts = {"activities": [{**named("a", end=ON)[0], "dates": [{"date": date}]}]}
    fault = (
        "/activities/0/dates/0/date",
        f"{date} is not before its end, 2026-03-18; the end is the first day after its last",
    )
    assert faults(**parts) == ([] if taken else [fault])


# A day before the document's own -----------------------------------------------------------------


def test_an_event_shows_what_was_there_before_the_day_of_the_document():
    """Whatever was taken is true on its day: no past day is refused."""
    planned = {**held_meeting(1, "2026-05-06"), "state": "planned"}
    p = programme(councils=council(meetings=[planned, {**planned, "ordinal": 2}]))
    p = p.apply(p.council("council").meeting("2026-1").notice(on=ON, by="team"))
    found = [[m.id for m in p.as_of(on).council("council").meetings] for on in AROUND]
    assert found == [[], ["2026-1"], ["2026-1"]]
    assert [m.id for m in p.as_of("2026-05-06").councils[0].meetings] == ["2026-1", "2026-2"]

    p = programme(councils=council(established="2026-05-01"))
    p = p.apply(p.council("council").adopt_charter(notice_days=3, on=ON, by="team"))
    assert [len(p.as_of(on).councils) for on in AROUND] == [0, 1, 1]

    bands = [{"id": "B-01", "units": ["tax"]}]
    p = programme(
        units=named("tax"),
        banding={"title": words("b"), "inaugurated": "2026-05-01", "bands": bands},
        tasks=[*tasks("T-1", band="B-01"), *tasks("T-2", proposed="2026-05-01")],
    )
    p = p.apply(p.task("T-1").assign("tax", on=ON, by="team"))
    p = p.apply(p.task("T-1").link(depends_on=["T-2"], on=ON, by="team"))
    found = [[task.id for task in p.as_of(on).tasks] for on in AROUND]
    assert found == [["T-1"]] * 3
    assert [len(p.as_of(on).bands) for on in AROUND] == [0, 0, 0]
    p = p.apply(p.add_unit(pb.Unit("park", "park"), "B-01", on=ON, by="team"))
    assert [len(p.as_of(on).bands) for on in AROUND] == [0, 1, 1]


def test_what_events_plan_for_later_stays():
    p = programme(councils=council(), activities=named("a", begin="2026-01-01"))
    p = p.apply(p.council("council").plan_meeting("2026-05-06", on=ON, by="team"))
    p = p.apply(p.activity("a").date("2026-05-06", on=ON, by="team"))
    p = p.apply(p.enter_assessment(pb.Assessment(2026, published="2026-12-23"), on=ON, by="team"))
    for on, number in zip(AROUND, (0, 1, 1), strict=True):
        then = p.as_of(on)
        assert len(then.councils[0].meetings) == number
        assert len(then.activities[0].dates) == len(then.assessments) == number


def test_what_is_held_on_its_dates_alone_does_not_recur_before_them():
    rules = [{"begin": "2026-01-01", "rule": {"week": 3, "convention": "ISO"}}]
    dates = [{"date": "2026-05-20"}, {"date": "2026-09-16"}]
    p = programme(
        observances=named("w", kind="week", rules=rules),
        activities=[
            *named("a", observance="w", dates=dates),
            *named("b", observance="w"),
            *named("c", observance="w", begin="2026-01-01", dates=dates),
        ],
    )
    held = {
        on: [
            sum(entry.id == name for entry in p.as_of(on).calendar(2026))
            for name in ("a", "b", "c")
        ]
        for on in ("2026-05-19", "2026-05-20", "2026-09-16")
    }
    assert held == {
        "2026-05-19": [0, 12, 12],
        "2026-05-20": [1, 12, 12],
        "2026-09-16": [2, 12, 12],
    }


def test_a_task_that_changed_hands_is_not_there_before_its_proposal():
    p = programme(units=named("a", "b"), tasks=tasks("T-1", owner="a", proposed="2026-06-01"))
    p = p.apply(p.close_unit("a", to="b", **said("2026-04-01", reason="merged")))
    assert p.as_of("2026-05-31").tasks == []
    (task,) = p.as_of("2026-06-01").tasks
    assert task.owner == "b"
