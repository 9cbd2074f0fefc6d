"""Councils on the day, the day before and the day after: charters, members, notice, dates."""

import pytest

import documents
import probity as pb
from conftest import day
from council_office import HELD_ON, council, in_state, meeting, planned
from documents import days_around, programme
from refusals import TAKEN, cause
from small_office import said


def around(*answers):
    """The day before the meeting, its day and the day after, each with its answer."""
    return list(zip(days_around(HELD_ON), answers, strict=True))


# Charters ----------------------------------------------------------------------------------------


def test_a_charter_is_in_force_from_its_day_to_the_day_before_the_next():
    p = council()
    for on, days in (("2026-03-02", 3), ("2026-06-01", 5)):
        p = p.apply(p.council("council").adopt_charter(notice_days=days, **said(on)))
    charter_on = p.council("council").charter_on
    found = {
        on: (charter := charter_on(on)) and charter.notice_days
        for on in ("2026-03-01", "2026-03-02", "2026-03-03", "2026-05-31", "2026-06-01")
    }
    assert found == {
        "2026-03-01": None,
        "2026-03-02": 3,
        "2026-03-03": 3,
        "2026-05-31": 3,
        "2026-06-01": 5,
    }
    first, second = p.council("council").charters
    assert (first.begin, first.end) == (day("2026-03-02"), day("2026-06-01"))
    assert (second.begin, second.end) == (day("2026-06-01"), None)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-01", TAKEN),
        (
            "2026-03-02",
            "a charter from 2026-03-02 cannot follow one from 2026-03-02; the next one begins "
            "after it",
        ),
        ("2026-03-03", TAKEN),
    ],
)
def test_one_charter_begins_on_a_day(on, expected):
    p = council()
    p = p.apply(p.council("council").adopt_charter(notice_days=3, **said("2026-03-02")))

    def adopt():
        return p.council("council").adopt_charter(notice_days=5, **said(on))

    assert cause(adopt) == expected
    if expected == TAKEN:
        first, second = p.apply(adopt()).council("council").charters
        assert first.end == second.begin
        assert first.begin < second.begin


@pytest.mark.parametrize(("begin", "asked"), around(9, 9, 3))
def test_days_of_notice_are_those_of_the_charter_on_the_day_of_the_meeting(begin, asked):
    charters = [
        {"begin": "2026-01-01", "end": begin, "notice_days": 3},
        {"begin": begin, "notice_days": 9},
    ]
    p = planned(programme(councils=documents.council(charters=charters)))
    late, in_time = {9: ("2026-03-09", "2026-03-08"), 3: ("2026-03-15", "2026-03-14")}[asked]
    assert cause(lambda: meeting(p).notice(**said(in_time))) == TAKEN
    assert cause(lambda: meeting(p).notice(**said(late))) == (
        f"planned -> noticed: notice is given {asked} clear days before 2026-03-18, as the charter "
        f"says: by {in_time}"
    )


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-09", TAKEN),
        ("2026-03-10", TAKEN),
        (
            "2026-03-11",
            "planned -> noticed: notice is given 7 clear days before 2026-03-18, as the charter "
            "says: by 2026-03-10",
        ),
    ],
)
def test_notice_is_given_as_many_clear_days_before_as_the_charter_says(on, expected):
    p = planned(council(notice_days=7))
    assert cause(lambda: meeting(p).notice(**said(on))) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-11", TAKEN),
        (
            "2026-03-12",
            "planned -> noticed: notice is given 7 days before 2026-03-18, as the charter says: "
            "by 2026-03-11",
        ),
    ],
)
def test_a_charter_may_count_the_day_of_notice(on, expected):
    p = planned(council(notice_days=7, clear_notice=False))
    assert cause(lambda: meeting(p).notice(**said(on))) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-17", TAKEN),
        (HELD_ON, TAKEN),
        (
            "2026-03-19",
            "planned -> noticed: notice is given 0 days before 2026-03-18, as the charter says: "
            "by 2026-03-18",
        ),
    ],
)
def test_without_a_charter_notice_is_given_up_to_the_day_itself(on, expected):
    p = planned(council())
    assert cause(lambda: meeting(p).notice(**said(on))) == expected


@pytest.mark.parametrize(("begin", "required"), around(3, 3, 2))
def test_the_quorum_is_that_of_the_charter_on_the_day_of_the_meeting(begin, required):
    p = council(quorum="more than 1/2")
    p = p.apply(p.council("council").adopt_charter(quorum="at least 1/1", **said(begin)))
    p = planned(p)
    p = p.apply(meeting(p).hold(["s1"], **said(HELD_ON)))
    assert meeting(p).quorum.required == required


@pytest.mark.parametrize(("begin", "needed"), around(3, 3, 2))
def test_an_item_is_decided_by_the_charter_on_the_day_of_the_meeting(begin, needed):
    p = in_state(council(decision="more than 1/2"), "held", ("s1", "s2", "s3"))
    p = p.apply(p.council("council").adopt_charter(decision="at least 1/1", **said(begin)))

    # The minutes are not written yet, and the item is decided days later.
    def step():
        return meeting(p).decide("1", "adopted", in_favour=2, **said("2026-04-01"))

    few = f"open -> adopted: {needed} of the 3 present are in favour, as the charter says"
    assert cause(step) == (TAKEN if needed == 2 else few)


@pytest.mark.parametrize(
    ("begin", "expected"),
    around(TAKEN, TAKEN, "refused"),
)
def test_a_written_resolution_goes_by_the_charter_of_the_day_on_which_it_is_planned(
    begin, expected
):
    charters = [
        {"begin": "2026-01-01", "end": begin},
        {"begin": begin, "written_resolution": True},
    ]
    p = programme(councils=documents.council(charters=charters))

    def step():
        return p.council("council").plan_meeting("2026-05-06", "written", **said(HELD_ON))

    refused = "the charter in force does not allow written resolutions"
    assert cause(step) == (refused if expected == "refused" else TAKEN)


# Members -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "eligible"), around(4, 4, 3))
def test_a_member_votes_from_the_day_of_joining(on, eligible):
    p = council()
    p = p.apply(p.add_seat(pb.Seat("s4", "s4"), **said("2026-01-02")))
    p = p.apply(p.council("council").add_member("s4", **said(on)))
    p = planned(p)
    assert meeting(p.apply(meeting(p).hold(["s1"], **said(HELD_ON)))).quorum.eligible == eligible
    missing = (
        "the seat 's4' is no member of the council 'council' on 2026-03-18; only members are "
        "counted as present"
    )
    expected = TAKEN if eligible == 4 else missing
    assert cause(lambda: meeting(p).hold(["s4"], **said(HELD_ON))) == expected


@pytest.mark.parametrize(("on", "eligible"), around(2, 2, 3))
def test_a_member_votes_no_more_from_the_day_of_leaving(on, eligible):
    p = council()
    p = p.apply(p.council("council").remove_member("s3", **said(on)))
    p = planned(p)
    assert meeting(p.apply(meeting(p).hold(["s1"], **said(HELD_ON)))).quorum.eligible == eligible


MEMBER = "the seat 's1' is a member already"
NO_MEMBER = "the seat 's1' is no member on that day"


@pytest.mark.parametrize(
    ("on", "joins", "leaves"),
    [
        # s1 is a member from 2 January, and leaves on 18 March.
        (
            "2026-01-02",
            MEMBER,
            "the membership of 's1' begins on 2026-01-02; an event that was wrong is annulled",
        ),
        ("2026-01-03", MEMBER, NO_MEMBER),
        ("2026-03-17", MEMBER, NO_MEMBER),
        ("2026-03-18", TAKEN, NO_MEMBER),
        ("2026-03-19", TAKEN, NO_MEMBER),
    ],
)
def test_a_seat_that_left_joins_again(on, joins, leaves):
    p = council()
    p = p.apply(p.council("council").remove_member("s1", **said("2026-03-18")))
    assert cause(lambda: p.council("council").add_member("s1", **said(on))) == joins
    assert cause(lambda: p.council("council").remove_member("s1", **said(on))) == leaves


def test_memberships_keep_their_days():
    p = council(1)
    p = p.apply(p.council("council").remove_member("s1", **said("2026-03-18")))
    p = p.apply(p.council("council").add_member("s1", "chair", votes=False, **said("2026-03-18")))
    found = [(m.seat, m.role, m.votes, m.begin, m.end) for m in p.council("council").memberships]
    assert found == [
        ("s1", "member", True, day("2026-01-02"), day("2026-03-18")),
        ("s1", "chair", False, day("2026-03-18"), None),
    ]


# Dates of meetings -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "expected"),
    around(
        TAKEN,
        TAKEN,
        "its date, 2026-03-18, had gone by; a meeting is planned by its day",
    ),
)
def test_a_meeting_is_planned_by_its_day(on, expected):
    p = council()
    assert cause(lambda: p.council("council").plan_meeting(HELD_ON, **said(on))) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    around(TAKEN, TAKEN, "the new date, 2026-03-18, has gone by"),
)
def test_a_meeting_is_postponed_to_a_day_that_has_not_gone_by(on, expected):
    p = planned(council(), "2026-03-04")

    def step():
        return meeting(p).postpone(HELD_ON, **said(on, reason="no hall"))

    assert cause(step) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    around(
        "a meeting is held on its date, 2026-03-18",
        TAKEN,
        "a meeting is held on its date, 2026-03-18",
    ),
)
def test_a_meeting_is_held_on_its_date(on, expected):
    p = planned(council())
    assert cause(lambda: meeting(p).hold(**said(on))) == expected


def test_another_date_is_postponed_to_first():
    p = planned(council())

    def step():
        return meeting(p).hold(date="2026-03-19", **said("2026-03-19"))

    assert cause(step) == "planned -> held: it is held on 2026-03-18, or postponed first"
    p = planned(council(), None)
    assert cause(lambda: meeting(p).hold(**said(HELD_ON))) == (
        "planned -> held: its date is said, or bounded"
    )
    p = p.apply(meeting(p).hold(date=HELD_ON, **said(HELD_ON)))
    assert (meeting(p).state, meeting(p).date) == ("held", day(HELD_ON))


@pytest.mark.parametrize(
    ("before", "expected"),
    around(
        "the days it may have been end before they begin",
        "the days it may have been end before they begin",
        TAKEN,
    ),
)
def test_the_days_on_which_a_meeting_may_have_been(before, expected):
    p = planned(council(), None)

    def step():
        return meeting(p).hold(earliest=HELD_ON, before=before, **said("2026-04-01"))

    assert cause(step) == expected


def test_a_meeting_of_an_unknown_day_was_held_by_the_day_on_which_that_was_known():
    p = council()
    p = p.apply(p.council("council").plan_meeting(HELD_ON, begins="14:00", **said("2026-02-02")))
    p = p.apply(meeting(p).hold(earliest="2026-03-01", **said("2026-04-01")))
    found = meeting(p)
    assert (found.date, found.begins) == (None, None)
    assert (found.earliest, found.before) == (day("2026-03-01"), day("2026-04-02"))

    def both():
        return meeting(planned(council())).hold(date=HELD_ON, before="2026-04-01", **said(HELD_ON))

    assert cause(both) == "its date is given, and also the days it may have been"


@pytest.mark.parametrize(("left", "eligible"), around(2, 2, 3))
def test_the_quorum_of_an_unknown_day_is_that_of_the_last_possible_one(left, eligible):
    p = council(quorum="more than 1/2")
    p = p.apply(p.council("council").remove_member("s3", **said(left)))
    p = planned(p, None)
    event = meeting(p).hold(["s1"], before="2026-03-19", **said("2026-05-06"))
    assert meeting(p.apply(event)).quorum.eligible == eligible


# Cadences ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begin", "expected"),
    around(
        "the cadence is to begin on 2026-03-17, before it was changed; what has gone by stays",
        TAKEN,
        TAKEN,
    ),
)
def test_a_cadence_changes_from_the_day_on(begin, expected):
    p = council()
    cadence = pb.EveryMonths(4, "2026-03-15")

    def step():
        return p.council("council").change_cadence(cadence, begin=begin, **said(HELD_ON))

    assert cause(step) == expected


def test_a_cadence_ends_where_the_next_begins():
    p = council()
    for on, months in (("2026-03-02", 4), ("2026-06-01", 3)):
        cadence = pb.EveryMonths(months, on)
        p = p.apply(p.council("council").change_cadence(cadence, **said(on)))
    first, second = p.council("council").cadences
    assert (first.begin, first.end) == (day("2026-03-02"), day("2026-06-01"))
    assert (second.begin, second.end) == (day("2026-06-01"), None)


# What is to come ---------------------------------------------------------------------------------


def conflicts(p: pb.Programme, on: str, kind: str) -> list[list[str]]:
    return [each.subjects for each in p.view(on=on).conflicts() if each.kind == kind]


@pytest.mark.parametrize(
    ("on", "late"), [("2026-03-09", False), ("2026-03-10", False), ("2026-03-11", True)]
)
def test_notice_is_late_from_the_day_after_the_last_one(on, late):
    p = planned(council(notice_days=7))
    assert conflicts(p, on, "notice") == ([["council/2026-1"]] if late else [])
    noticed = p.apply(meeting(p).notice(**said("2026-03-04")))
    assert conflicts(noticed, on, "notice") == []


@pytest.mark.parametrize(("on", "coming"), around(True, True, False))
def test_a_meeting_is_to_come_up_to_its_day(on, coming):
    p = planned(council())
    p = p.apply(meeting(p).add_item("1", "Plan", "decision", **said("2026-02-02")))
    decisions = [line.id for line in p.view(on=on).brief().decisions]
    assert decisions == (["council/2026-1"] if coming else [])


@pytest.mark.parametrize(("date", "off"), [("2026-03-13", 0), ("2026-03-14", 1), ("2026-03-16", 0)])
def test_a_meeting_on_a_day_off_is_a_conflict(date, off):
    assert len(conflicts(planned(council(), date), "2026-03-02", "day_off")) == off


def test_a_council_is_established_on_the_day_of_its_event_unless_it_says_another():
    p = council()
    for name, established, shown in (("a", None, "2026-03-18"), ("b", "2025", "2025")):
        new = pb.Council(name, name, established=established)
        p = p.apply(p.establish_council(new, **said(HELD_ON)))
        assert p.council(name).established == shown
    assert cause(lambda: p.council("a").add_member("", **said(HELD_ON))) == "it names no seat"
