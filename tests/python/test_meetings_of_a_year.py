"""The meetings of a year: their names, the agenda, proposals, and why a date is what it is."""

import pytest

import probity as pb
from conftest import day
from council_office import meeting, planned
from documents import council, days_around, held_meeting, named, programme, tasks
from small_office import said, words

ON = "2026-03-18"


def quota(times: int = 2, **more) -> list[dict]:
    record = named("q", subject="meetings", of="council", times=times, begin="2026-01-01")[0]
    return [{**record, "counts": {"regular": True}, **more}]


def office(*meetings: dict, quotas: list | None = None, **more) -> pb.Programme:
    return programme(
        councils=council(meetings=list(meetings), **more),
        quotas=quota() if quotas is None else quotas,
    )


def titles(p: pb.Programme, year: int = 2026) -> list[str]:
    return [str(entry.title) for entry in p.calendar(year) if entry.kind == "meeting"]


# Titles ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "title"),
    [
        ({"ordinal": 1}, "Council: Regular meeting 1 of 2"),
        ({"ordinal": 2}, "Council: Regular meeting 2 of 2"),
        ({"ordinal": 3}, "Council: Regular meeting 3"),
        ({"ordinal": 1, "kind": "extraordinary"}, "Council: Extraordinary meeting 1"),
        ({"ordinal": 1, "kind": "written"}, "Council: Written resolution 1"),
        ({"ordinal": 1, "title": words("Kick-off")}, "Kick-off"),
    ],
)
def test_a_meeting_is_named_by_its_number_of_those_prescribed(more, title):
    before = [held_meeting(n, ON) for n in range(1, more["ordinal"]) if more.get("kind") is None]
    last = {**held_meeting(more["ordinal"], "2026-12-30"), **more}
    assert titles(office(*before, last))[-1] == title


def test_of_two_quotas_the_one_that_asks_for_more_prescribes():
    quotas = [*quota(4), *({**each, "id": "r"} for each in quota(2))]
    assert titles(office(held_meeting(1, ON), quotas=quotas))[0] == (
        "Council: Regular meeting 1 of 4"
    )


def test_a_meeting_is_of_the_year_of_its_date_or_of_the_day_on_which_it_is_planned():
    council_now = office().council("council")
    ahead = council_now.plan_meeting(date="2027-01-20", **said("2026-12-01"))
    assert ahead.subject == "council/2027-1"
    assert council_now.plan_meeting(**said("2026-12-01")).subject == "council/2026-1"


@pytest.mark.parametrize(
    ("more", "prescribed"),
    [
        ({}, True),
        ({"counts": {"held": True}}, False),
        ({"per": "half_year"}, False),
        # In force on the last day of the year.
        ({"begin": "2026-12-31"}, True),
        ({"begin": "2027-01-01"}, False),
        ({"end": "2026-12-31"}, False),
        ({"end": "2027-01-01"}, True),
    ],
)
def test_which_quotas_prescribe_meetings(more, prescribed):
    p = office(held_meeting(1, ON), quotas=quota(**more))
    assert titles(p) == ["Council: Regular meeting 1" + " of 2" * prescribed]


# The agenda --------------------------------------------------------------------------------------


def test_a_meeting_that_was_moved_twice_shows_its_first_date_and_the_last_reason():
    p = planned(office())
    p = p.apply(meeting(p).postpone("2026-04-15", **said("2026-03-02", reason="no hall")))
    p = p.apply(meeting(p).postpone("2026-05-06", **said("2026-03-03", reason="a fair")))
    (entry,) = [each for each in p.calendar(2026) if each.kind == "meeting"]
    assert (entry.begin, entry.nominal) == (day("2026-05-06"), day(ON))
    assert (str(entry.reason), entry.changes) == ("a fair", 2)


def test_a_cancelled_meeting_is_in_no_agenda():
    p = planned(office())
    p = p.apply(meeting(p).cancel(**said("2026-03-02", reason="no hall")))
    assert titles(p) == []
    assert [each.period for each in p.calendar(2026).undated] == ["2026-1", "2026-2"]


@pytest.mark.parametrize(
    ("established", "year", "number"),
    [
        (None, 2026, 2),
        ("2025-12", 2026, 2),
        ("2026", 2026, 2),
        ("2026-12-31", 2026, 2),
        ("2027", 2026, 0),
        ("2027", 2027, 2),
        # Before the quota.
        (None, 2025, 0),
    ],
)
def test_the_year_lacks_meetings_from_that_in_which_the_council_was_established(
    established, year, number
):
    more = {"established": established} if established else {}
    assert len(office(**more).calendar(year).undated) == number


def test_what_the_year_lacks():
    one = {**held_meeting(1, None)}
    two = {**held_meeting(2, None), "state": "planned"}
    three = {**held_meeting(3, None), "state": "planned"}
    extra = {**held_meeting(1, None), "kind": "extraordinary"}
    p = office(one, two, three, extra, quotas=quota(4))
    assert [(each.period, str(each.title)) for each in p.calendar(2026).undated] == [
        ("2026-1", "Council: Regular meeting 1 of 4, held, date unknown"),
        ("2026-2", "Council: Regular meeting 2 of 4, no date recorded"),
        ("2026-3", "Council: Regular meeting 3 of 4, no date recorded"),
        ("2026-4", "Council: Regular meeting 4 of 4, no date recorded"),
        ("2026-x1", "Council: Extraordinary meeting 1, held, date unknown"),
    ]


# Proposals ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("meetings", "wanted"),
    [
        ([], 4),
        ([held_meeting(1, ON)], 3),
        ([held_meeting(1, None)], 3),
        ([{**held_meeting(1, ON), "state": "planned"}], 3),
        ([{**held_meeting(1, None), "state": "planned"}], 4),
        ([{**held_meeting(1, ON), "state": "cancelled"}], 4),
        ([{**held_meeting(1, ON), "kind": "extraordinary"}], 4),
        ([{**held_meeting(1, "2025-03-18"), "year": 2025}], 4),
        ([held_meeting(n, ON) for n in range(1, 6)], 0),
    ],
)
def test_how_many_meetings_are_still_to_be_proposed(meetings, wanted):
    p = office(*meetings, quotas=quota(4))
    assert len(p.propose_meetings("council", 2026)) == wanted


@pytest.mark.parametrize(
    ("on", "first"),
    [
        # Thirty clear days of notice from the first day of the year, or from the day asked.
        (None, "2026-02-02"),
        ("2025-06-01", "2026-02-02"),
        ("2026-01-05", "2026-02-05"),
    ],
)
def test_notice_is_given_from_the_day_asked_on(on, first):
    charters = [{"begin": "2026-01-01", "notice_days": 30}]
    p = office(quotas=quota(24), charters=charters)
    assert p.propose_meetings("council", 2026, on=on)[0].date == day(first)


def test_without_a_quota_nothing_is_proposed():
    with pytest.raises(
        pb.ProbityError,
        match="^no quota prescribes regular meetings of the council 'council' in 2026; "
        "none can be proposed for it$",
    ):
        office(quotas=[]).propose_meetings("council", 2026)


# Meetings that do not count ----------------------------------------------------------------------


def test_a_quota_of_quorate_meetings_says_which_had_none():
    charters = [{"begin": "2026-01-01", "quorum": "more than 1/2"}]
    unmet = {"eligible": 3, "present": 1, "required": 2}
    held = held_meeting(1, ON, quorum=unmet)
    counts = {"quorate": {"held": True, "quorate": True}, "held": {"held": True}}
    said_of = {
        name: [
            "2026-1 does not count. It was held without a quorum." in str(verdict.reason)
            for on in days_around(ON)
            for verdict in [
                office(held, charters=charters, quotas=quota(counts=each)).view(on=on).quota("q")
            ]
        ]
        for name, each in counts.items()
    }
    assert said_of == {"quorate": [False, True, True], "held": [False, False, False]}


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({}, "Nobody is recorded as present, so that it had no quorum"),
        (
            {"present": ["s"]},
            "No voting member is recorded for that day, so that it had no quorum",
        ),
        (
            {"quorum": {"eligible": 3, "present": 1, "required": 2}},
            "It was held without a quorum",
        ),
        ({"quorum": {"eligible": 3, "present": 1}}, ""),
    ],
)
def test_why_a_meeting_had_no_quorum(more, why):
    p = programme(
        seats=named("s", kind="staff"),
        councils=council(
            charters=[{"begin": "2026-01-01", "quorum": "more than 1/2"}],
            meetings=[held_meeting(1, ON, **more)],
        ),
        quotas=quota(counts={"held": True}),
    )
    (fact,) = p.view(on=ON).quota("q").counted
    assert str(fact.reason) == why


# Why a date is what it is ------------------------------------------------------------------------


def reasons(p: pb.Programme, date: str) -> list[tuple[str, str]]:
    return [(each.kind, each.id) for each in p.why(date) if each.kind != "working_day"]


@pytest.mark.parametrize(
    ("due", "date", "is_due"),
    [
        (ON, "2026-03-17", False),
        (ON, "2026-03-18", True),
        (ON, "2026-03-19", False),
        # A Saturday, due on the Monday.
        ("2026-03-14", "2026-03-16", True),
        ("2026-03-14", "2026-03-14", False),
    ],
)
def test_what_is_due_on_a_date(due, date, is_due):
    p = programme(tasks=tasks("T-1", due=due))
    found = [each for each in reasons(p, date) if each[0] == "task"]
    assert found == ([("task", "T-1")] if is_due else [])
    gone = p.apply(p.task("T-1").withdraw(**said("2026-03-02", reason="why")))
    assert [each for each in reasons(gone, date) if each[0] == "task"] == []


def test_a_meeting_that_was_moved_away_and_back():
    p = planned(office())
    p = p.apply(meeting(p).postpone("2026-04-15", **said("2026-03-02", reason="no hall")))
    assert reasons(p, ON) == [("moved_away", "council")]
    assert reasons(p, "2026-04-15") == [("meeting", "council")]
    p = p.apply(meeting(p).postpone(ON, **said("2026-03-03", reason="a hall")))
    assert reasons(p, ON) == [("meeting", "council")]
    assert reasons(p, "2026-04-15") == [("moved_away", "council")]
    p = p.apply(meeting(p).cancel(**said("2026-03-04", reason="a storm")))
    assert reasons(p, ON) == [("cancelled", "council")]
