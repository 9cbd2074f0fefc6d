"""Events as another program may write them: each is held to the same rules as a command."""

import pytest

import probity as pb
from conftest import day
from council_office import council as council_office
from council_office import planned
from documents import council, document, named, sealed, seats, tasks
from refusals import TAKEN, cause
from small_office import words

ON = "2026-03-18"


def event(number: int, kind: str, subject: str, body: dict | None = None, **more) -> dict:
    return {
        "number": number,
        "effective": ON,
        "actor": "team",
        "kind": kind,
        "subject": subject,
        **({"body": body} if body is not None else {}),
        "rules": 3,
        **more,
    }


def read(*events: dict, rules: int = 3, **parts) -> pb.Programme:
    """A programme of a file with these events; those of its own rules do not say so."""
    founding = document(**parts)
    del founding["rules"]
    first = {"format": "probity-history/1", "rules": rules, "founding": founding}
    lines = [{**each} for each in events]
    for line in lines:
        if line["rules"] == rules:
            del line["rules"]
    return pb.Programme.parse(sealed([first, *lines]))


OFFICE = {"units": named("a"), "councils": council(), "tasks": tasks("T-1")}
MEETING = {"year": 2026, "kind": "regular", "ordinal": 1, "state": "planned", "date": "2026-05-06"}


def found(kind: str, subject: str, body: dict | None = None, **more) -> str:
    return cause(lambda: read(event(1, kind, subject, body, **more), **OFFICE))


RECORDS = {
    "unit.added": {"unit": named("c")[0]},
    "seat.added": seats("c")[0],
    "area.named": named("c")[0],
    "activity.added": named("c")[0],
    "official.listed": {"id": "c"},
    "indicator.added": named("c", year=2026)[0],
    "goal.set": named("c", year=2026)[0],
    "council.established": {"id": "c", "name": words("c")},
    "quota.set": {
        **named("c", subject="meetings", of="council", times=1, begin=ON)[0],
        "counts": {},
    },
}


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_is_added_under_its_own_id(kind):
    assert found(kind, "c", RECORDS[kind]) == TAKEN
    assert found(kind, "b", RECORDS[kind]) == "the record is that of 'c', another"


def test_a_task_is_proposed_under_its_own_id_and_without_a_history():
    assert found("task.proposed", "T-2", tasks("T-2")[0]) == TAKEN
    assert found("task.proposed", "T-2", tasks("T-3")[0]) == (
        "the record is that of 'T-3', another"
    )
    late = {**tasks("T-2")[0], "proposed": "2026-01-05"}
    p = read(event(1, "task.proposed", "T-2", late), **OFFICE)
    assert p.task("T-2").proposed == day(ON), "its event says when"


def test_a_charter_begins_on_the_day_of_its_event():
    adopt = "council.charter_adopted"
    assert found(adopt, "council", {"begin": ON}) == TAKEN
    for begin in ("2026-03-17", "2026-03-19"):
        assert found(adopt, "council", {"begin": begin}) == (
            f"the charter begins on {begin}; it is adopted on the day from which it is in force"
        )


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("2026-01-01", None),
        ("2026-01-02", "2026-01-02"),
        ("2026-03-17", "2026-03-17"),
        ("2026-03-18", ON),
        ("2026-03-19", ON),
    ],
)
def test_a_charter_ends_the_one_before_unless_it_has_ended(begin, end):
    charters = [{"begin": "2026-01-01", "end": ON}]
    body = event(1, "council.charter_adopted", "council", {"begin": begin}, effective=begin)

    def step():
        return read(body, councils=council(charters=charters))

    if end is None:
        assert cause(step) == (
            "a charter from 2026-01-01 cannot follow one from 2026-01-01; the next one begins "
            "after it"
        )
        return
    first, second = step().council("council").charters
    assert (str(first.end), str(second.begin)) == (end, begin)


def test_a_meeting_is_named_by_its_council_and_number():
    plan = "meeting.planned"
    assert found(plan, "council/2026-1", MEETING) == TAKEN
    for subject, expected in (
        ("council/2026-2", "the meeting that is planned is 'council/2026-1'"),
        ("council", "a meeting is named by its council and number, 'council/2026-1'"),
        ("none/2026-1", "there is no council 'none'"),
    ):
        assert found(plan, subject, MEETING) == expected
    assert found("meeting.noticed", "council/2026-1") == (
        "the council has no such meeting; it is planned first"
    )


@pytest.mark.parametrize(
    "more",
    [
        {"state": "noticed"},
        {"state": "held"},
        {"noticed": ON},
        {"present": ["s"]},
        {"date": None, "earliest": ON},
        {"date": None, "before": ON},
        {"earlier_dates": [{"date": ON}]},
        {"quorum": {"eligible": 1, "present": 1}},
        {"minutes": {"name": "m", "media_type": "a/b", "sha256": 64 * "0"}},
    ],
)
def test_what_comes_later_has_events_of_its_own(more):
    parts = {"seats": seats("s"), "councils": council(memberships=[{"seat": "s"}])}
    planned_so = event(1, "meeting.planned", "council/2026-1", {**MEETING, **more})
    expected = "what comes later (notice, presence, minutes) has events of its own"
    assert cause(lambda: read(planned_so, **parts)) == expected


def test_a_council_is_established_without_meetings_and_items_are_added_open():
    body = {"id": "c", "name": words("c"), "meetings": [MEETING]}
    assert found("council.established", "c", body) == "meetings have events of their own"
    item = {**named("1", kind="decision")[0]}
    for more, expected in (
        ({}, TAKEN),
        ({"outcome": "noted"}, "an item is added open; its outcome has an event of its own"),
        ({"in_favour": 1}, "an item is added open; its outcome has an event of its own"),
    ):
        events = (
            event(1, "meeting.planned", "council/2026-1", MEETING),
            event(2, "item.added", "council/2026-1", {**item, **more}),
        )
        assert cause(lambda events=events: read(*events, **OFFICE)) == expected


@pytest.mark.parametrize(("place", "bad"), [("name", ""), ("media_type", "pdf"), ("sha256", "00")])
@pytest.mark.parametrize("wrong", [0, 1])
def test_each_file_that_is_handed_in_is_one(place, bad, wrong):
    file = {"name": "p.pdf", "media_type": "application/pdf", "sha256": 64 * "0"}
    files = [file, file]
    files[wrong] = {**file, place: bad}
    steps = [event(1, "task.adopted", "T-1"), event(2, "task.started", "T-1")]
    steps.append(event(3, "task.submitted", "T-1", {"evidence": files}))
    with pytest.raises(pb.DocumentError, match=f"/body/evidence/{wrong}/{place}: "):
        read(*steps, **OFFICE)


@pytest.mark.parametrize("begin", ["2026-03-02", ON, "2026-04-01"])
def test_a_membership_begins_on_the_day_that_it_says(begin):
    joined = event(1, "council.member_joined", "council", {"seat": "s", "begin": begin})
    (member,) = read(joined, seats=seats("s"), councils=council()).council("council").memberships
    assert member.begin == day(begin)


def test_a_year_has_one_assessment_whenever_it_was_published():
    result = {"year": 2025, "published": "2026-01-20"}
    steps = [event(1, "assessment.entered", "2025", result)]
    assert cause(lambda: read(*steps)) == TAKEN
    steps.append(event(2, "assessment.entered", "2025", {**result, "published": "2026-02-20"}))
    assert cause(lambda: read(*steps)) == "that of 2025 is entered; a wrong one is corrected"


def test_an_id_of_the_document_is_taken():
    goal = named("g", year=2026)
    assert cause(lambda: read(event(1, "goal.set", "g", goal[0]), year_goals=goal)).startswith(
        "the id 'g' is already that of"
    )


def test_an_event_says_what_its_kind_says():
    assert found("task.adopted", "T-1") == TAKEN
    assert "'2026 1' is no id: " in found("meeting.noticed", "council/2026 1")
    no_id = found("task.adopted", "T 1")
    assert no_id.startswith("/2/subject: ") and "'T 1' is no id: " in no_id
    assert "the key 'body' is missing" in found("task.proposed", "T-2")
    file = {"name": "m.pdf", "media_type": "application/pdf", "sha256": 64 * "0"}
    for files in ([], [file], [file, file]):
        steps = (
            event(1, "meeting.planned", "council/2026-1", {**MEETING, "date": ON}),
            event(2, "meeting.held", "council/2026-1", {"date": ON}),
            event(3, "meeting.minuted", "council/2026-1", {"evidence": files}),
        )
        minuted = cause(lambda steps=steps: read(*steps, **OFFICE))
        assert (minuted == TAKEN) == (len(files) == 1)
        assert minuted == TAKEN or "its minutes are given, one file" in minuted


@pytest.mark.parametrize(
    ("begin", "taken"), [("2026-03-17", False), ("2026-03-18", True), ("2026-03-19", True)]
)
def test_what_begins_with_its_event_may_begin_earlier_or_later(begin, taken):
    """Units, seats, activities and officials may say another day; a cadence no earlier one."""
    for kind in ("seat.added", "activity.added", "official.listed"):
        assert found(kind, "c", {**RECORDS[kind], "begin": begin}) == TAKEN
    body = {"begin": begin, "cadence": {"every_months": 4, "anchor": ON}}
    assert (found("council.cadence_changed", "council", body) == TAKEN) is taken


# What was recorded under rules 1 stays as it was -------------------------------------------------


@pytest.mark.parametrize(("rules", "hours"), [(1, (None, None)), (2, ("14:00", "16:00"))])
def test_under_rules_1_a_meeting_that_was_moved_lost_its_hours(rules, hours):
    body = {**MEETING, "begins": "14:00", "ends": "16:00"}
    p = read(
        event(1, "meeting.planned", "council/2026-1", body, rules=rules),
        event(
            2,
            "meeting.postponed",
            "council/2026-1",
            {"date": "2026-06-03"},
            reason="no hall",
            rules=rules,
        ),
        rules=rules,
        **OFFICE,
    )
    moved = p.council("council").meeting("2026-1")
    shown = tuple(t and t.isoformat("minutes") for t in (moved.begins, moved.ends))
    assert shown == hours


@pytest.mark.parametrize(("rules", "state"), [(1, "proposed"), (2, "adopted")])
def test_under_rules_1_what_undid_an_annulment_stood_nowhere(rules, state):
    p = read(
        event(1, "task.adopted", "T-1", rules=rules),
        event(2, "event.annulled", "T-1", corrects=1, rules=rules),
        event(3, "event.annulled", "T-1", corrects=2, rules=rules),
        rules=rules,
        **OFFICE,
    )
    assert p.task("T-1").state == state
    p = read(
        event(1, "task.adopted", "T-1", rules=rules),
        event(2, "event.annulled", "T-1", corrects=1, rules=rules),
        event(3, "task.adopted", "T-1", corrects=2, rules=rules),
        rules=rules,
        **OFFICE,
    )
    assert p.task("T-1").state == state


def test_the_rules_of_a_history_never_go_back():
    two = event(1, "task.adopted", "T-1", rules=2)
    one = event(2, "task.started", "T-1", rules=1)
    assert cause(lambda: read(two, one, rules=1, **OFFICE)) == (
        "/3: event 2 is recorded under rules 1, and the one before it under rules 2; "
        "the rules of a history never go back"
    )
    p = planned(council_office())
    assert p.history[-1].rules == 3


@pytest.mark.parametrize(
    ("rules", "on", "expected"),
    [
        (2, "2026-05-13", TAKEN),
        (2, "2026-05-14", "notice is given 7 days before 2026-05-20, as the charter says"),
        (3, "2026-05-12", TAKEN),
        (3, "2026-05-13", "notice is given 7 clear days before 2026-05-20, as the charter says"),
    ],
)
def test_under_rules_2_the_day_of_notice_counted(rules, on, expected):
    name = "council/2026-1"
    events = (
        event(1, "meeting.planned", name, {**MEETING, "date": "2026-05-20"}, rules=rules),
        event(2, "meeting.noticed", name, effective=on, rules=rules),
    )
    charters = [{"begin": "2026-01-01", "notice_days": 7}]
    found = cause(lambda: read(*events, rules=rules, councils=council(charters=charters)))
    assert found == expected or f": needed is that {expected}: by " in found


@pytest.mark.parametrize(
    ("rules", "kind", "votes", "expected"),
    [
        (1, "deliberation", {"in_favour": 1}, TAKEN),
        (1, "decision", {"in_favour": 1}, "2 of the 2 present are in favour, as the charter says"),
        (1, "decision", {"in_favour": 2}, TAKEN),
        (1, "decision", {"in_favour": 3}, "the votes, 3, are no more than those present, 2"),
        (
            2,
            "deliberation",
            {"in_favour": 1},
            "2 of the 2 present are in favour, as the charter says",
        ),
    ],
)
def test_under_rules_1_only_decisions_needed_their_votes(rules, kind, votes, expected):
    charters = [{"begin": "2026-01-01", "decision": "more than 1/2"}]
    members = [{"seat": "s"}, {"seat": "t"}]
    name = "council/2026-1"
    events = (
        event(1, "meeting.planned", name, {**MEETING, "date": ON}, rules=rules),
        event(2, "item.added", name, named("1", kind=kind)[0], rules=rules),
        event(3, "meeting.held", name, {"date": ON, "present": ["s", "t"]}, rules=rules),
        event(4, "item.decided", name, {"item": "1", "outcome": "adopted", **votes}, rules=rules),
    )
    parts = {
        "seats": seats("s", "t"),
        "councils": council(charters=charters, memberships=members),
    }
    found = cause(lambda: read(*events, rules=rules, **parts))
    assert found == expected or found.endswith(f": needed is that {expected}")


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        (
            "2026-01-01T23:59:59Z",
            "an event is recorded at 2026-01-01T23:59:59Z, before the programme was set up at "
            "2026-01-02T00:00:00Z; events are kept in the order of their recording",
        ),
        ("2026-01-02T00:00:00Z", TAKEN),
    ],
)
def test_a_file_has_no_event_from_before_its_programme(recorded, expected):
    found = cause(lambda: read(event(1, "task.adopted", "T-1", recorded=recorded), **OFFICE))
    assert found == expected or found.endswith(expected)
