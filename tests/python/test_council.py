"""Councils: charters, members, and the life of a meeting."""

import datetime

import pytest

import probity as pb
from conftest import day
from small_office import PROOF, said, with_council


def planned() -> pb.Programme:
    p = with_council()
    return p.apply(p.council("council").plan_meeting("2026-03-18", **said("2026-02-02")))


def held(present: list[str]) -> pb.Programme:
    p = planned()
    p = p.apply(meeting(p).notice(**said("2026-03-04")))
    p = p.apply(meeting(p).add_item("1", "Plan", "decision", **said("2026-03-05")))
    return p.apply(meeting(p).hold(present, **said("2026-03-18")))


def meeting(p: pb.Programme, name: str = "2026-1") -> pb.CouncilMeeting:
    return p.council("council").meeting(name)


def test_the_life_of_a_meeting():
    p = held(["mayor", "audit-head"])
    quorum = meeting(p).quorum
    assert (quorum.eligible, quorum.present, quorum.required, quorum.met) == (3, 2, 2, True)
    p = p.apply(meeting(p).decide("1", "adopted", in_favour=2, **said("2026-03-18")))
    p = p.apply(meeting(p).minute(PROOF, **said("2026-03-20")))
    p = p.apply(meeting(p).approve(**said("2026-03-25")))
    done = meeting(p)
    assert (done.id, done.state, done.minutes) == ("2026-1", "approved", PROOF)
    assert (done.noticed, done.present) == (day("2026-03-04"), ["mayor", "audit-head"])
    (item,) = done.items
    assert (item.outcome, item.in_favour, item.against) == ("adopted", 2, None)
    assert p.council("council").meetings == [done] == p.councils[0].meetings


def test_a_quorum_stays_as_it_was_when_the_meeting_was_held():
    p = held(["mayor", "audit-head"])
    p = p.apply(p.council("council").remove_member("tax-head", **said("2026-04-01")))
    assert meeting(p).quorum.eligible == 3
    assert p.council("council").memberships[-1].end == day("2026-04-01")


def test_nothing_is_decided_without_a_quorum():
    p = held(["mayor"])
    assert meeting(p).quorum.met is False
    with pytest.raises(pb.TransitionError) as caught:
        meeting(p).decide("1", "adopted", in_favour=1, **said("2026-03-18"))
    assert caught.value.unmet == "the quorum was met: 1 were present of 2 required"
    assert p.apply(meeting(p).decide("1", "deferred", **said("2026-03-18")))


def test_nobody_counts_as_present_who_was_not_recorded():
    p = held([])
    quorum = meeting(p).quorum
    assert (quorum.eligible, quorum.present, quorum.required) == (3, 0, 2)
    assert (quorum.recorded, quorum.met) == (False, False)
    for outcome in ("adopted", "amended", "rejected"):
        with pytest.raises(pb.TransitionError) as caught:
            meeting(p).decide("1", outcome, in_favour=2, **said("2026-03-18"))
        assert caught.value.unmet == (
            "the quorum was met: the charter asks for more than 1/2 of the voting members, and "
            "nobody is recorded as present"
        )
    assert p.apply(meeting(p).decide("1", "noted", **said("2026-03-18")))
    frame = p.council("council").meetings.to_frame()
    assert frame["eligible"].tolist() == [3]
    assert frame["present"].isna().all()


def test_votes_are_no_more_than_the_voting_seats():
    p = with_council()
    p = p.apply(p.council("council").adopt_charter(**said("2026-01-03")))
    p = p.apply(p.council("council").plan_meeting("2026-03-18", **said("2026-02-02")))
    p = p.apply(meeting(p).add_item("1", "Plan", "decision", **said("2026-03-05")))
    p = p.apply(meeting(p).hold(**said("2026-03-18")))
    assert meeting(p).quorum is None
    with pytest.raises(pb.TransitionError) as caught:
        meeting(p).decide("1", "adopted", in_favour=4, **said("2026-03-18"))
    assert caught.value.unmet == "the votes, 4, are no more than the voting seats of the council, 3"
    assert p.apply(meeting(p).decide("1", "adopted", in_favour=3, **said("2026-03-18")))


def test_an_outcome_agrees_with_its_votes_both_ways():
    p = held(["mayor", "audit-head", "tax-head"])
    with pytest.raises(pb.TransitionError) as caught:
        meeting(p).decide("1", "adopted", in_favour=1, against=2, **said("2026-03-18"))
    assert caught.value.unmet == "2 of the 3 present are in favour, as the charter says"
    with pytest.raises(pb.TransitionError) as caught:
        meeting(p).decide("1", "rejected", in_favour=2, against=1, **said("2026-03-18"))
    assert caught.value.unmet == (
        "fewer than 2 of the 3 present are in favour, as the charter says; with so many it is "
        "adopted"
    )
    assert p.apply(meeting(p).decide("1", "rejected", in_favour=1, against=2, **said("2026-03-18")))


def test_a_postponed_meeting_keeps_its_hours_unless_others_are_given():
    p = with_council()
    p = p.apply(
        p.council("council").plan_meeting(
            "2026-03-18", begins="14:00", ends="16:00", place="Room 3", **said("2026-02-02")
        )
    )
    p = p.apply(meeting(p).postpone(**said("2026-03-09", reason="election")))
    p = p.apply(meeting(p).postpone("2026-03-25", **said("2026-03-10", reason="election")))
    moved = meeting(p)
    assert (moved.begins, moved.ends) == (datetime.time(14), datetime.time(16))
    assert (moved.place, moved.date, moved.noticed) == ("Room 3", day("2026-03-25"), None)
    p = p.apply(
        meeting(p).postpone("2026-04-01", begins="10:00", **said("2026-03-11", reason="room"))
    )
    assert (meeting(p).begins, meeting(p).ends) == (datetime.time(10), None)


def test_notice_leaves_as_many_days_as_the_charter_says():
    p = planned()
    assert p.council("council").charter_on("2026-03-18").notice_days == 7
    assert p.council("council").charter_on("2026-01-01") is None
    with pytest.raises(pb.TransitionError, match="7 clear days before 2026-03-18"):
        meeting(p).notice(**said("2026-03-12"))


def test_a_postponed_meeting_keeps_the_date_it_had():
    p = planned()
    p = p.apply(
        meeting(p).postpone("2026-03-25", begins="15:20", **said("2026-03-10", reason="election"))
    )
    moved = meeting(p)
    assert (moved.date, moved.begins) == (day("2026-03-25"), datetime.time(15, 20))
    assert [(e.date, e.reason) for e in moved.earlier_dates] == [(day("2026-03-18"), "election")]
    with pytest.raises(pb.TransitionError) as caught:
        meeting(p).postpone("2026-04-01", **said("2026-03-11"))
    assert caught.value.unmet == "a reason is given"


def test_a_cancelled_meeting_gives_its_number_to_the_next():
    p = planned()
    p = p.apply(meeting(p).cancel(**said("2026-03-10", reason="election")))
    again = p.council("council").plan_meeting("2026-04-15", **said("2026-03-11"))
    assert again.subject == "council/2026-1"
    p = p.apply(again)
    second = p.council("council").plan_meeting("2026-07-15", **said("2026-03-11"))
    assert second.subject == "council/2026-2"
    extra = p.council("council").plan_meeting(
        "2026-05-13", "extraordinary", begins=datetime.time(9), **said("2026-03-11")
    )
    assert extra.subject == "council/2026-x1"


def test_unknown_meetings_are_named_with_the_known():
    with pytest.raises(pb.ProbityError, match="'2026-7'.*2026-1"):
        meeting(planned(), "2026-7")
    with pytest.raises(pb.ProbityError, match="there are none"):
        meeting(with_council())


def test_a_meeting_can_have_been_held_on_an_unknown_date():
    yongsan = pb.examples.yongsan()
    council = yongsan.council("integrity-council")
    p = yongsan.apply(council.plan_meeting(year=2025, **said("2025-09-01")))
    third = p.council("integrity-council").meeting("2025-3")
    p = p.apply(third.hold(earliest="2025-09-01", before="2025-12-01", **said("2025-12-01")))
    third = p.council("integrity-council").meeting("2025-3")
    assert (third.state, third.date) == ("held", None)
    assert (third.earliest, third.before) == (day("2025-09-01"), day("2025-12-01"))


def test_a_changed_cadence_leaves_slots_gone_by():
    p = with_council()
    first = pb.EveryMonths(4, "2026-03-15")
    p = p.apply(p.council("council").change_cadence(first, **said("2026-01-05")))
    then = pb.TimesAYear(4, "2027-02-01")
    p = p.apply(p.council("council").change_cadence(then, begin="2027-01-01", **said("2026-12-01")))
    versions = p.council("council").cadences
    assert [(v.cadence, v.end) for v in versions] == [(first, day("2027-01-01")), (then, None)]


@pytest.mark.parametrize(
    ("share", "cause"),
    [
        ("a half", "'a half' is no share"),
        ("more than 3/2", "'more than 3/2' is no share of a whole"),
    ],
)
def test_a_share_is_part_of_the_whole(share, cause):
    with pytest.raises(pb.ProbityError, match=f"{cause}; "):
        with_council().council("council").adopt_charter(quorum=share, **said("2026-03-02"))
