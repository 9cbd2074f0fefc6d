"""Cases beside the usual one, each of which a small mistake would get wrong: the other year, the
other council, one and not two, what comes later."""

import pytest

import probity as pb
from conftest import day
from documents import council, document, faults, named, programme, sealed, seats, tasks
from refusals import TAKEN, cause
from small_office import PROOF, said, words

ON = "2026-03-18"
KOREA = pb.WorkCalendar.korea()


def why(p: pb.Programme, date: str) -> list[tuple[str, str]]:
    return [(each.kind, each.id) for each in p.why(date, KOREA)][:-1]


def observance(rule: dict, kind: str = "day", **more) -> dict:
    return {
        **named("o", kind=kind)[0],
        "rules": [{"begin": "2026-01-01", "rule": rule}],
        **more,
    }


def recorded(kind: str, subject: str, body: dict, **parts) -> pb.Programme:
    """A programme of a file with one event."""
    event = {
        "number": 1,
        "effective": ON,
        "actor": "team",
        "kind": kind,
        "subject": subject,
        "body": body,
    }
    first = {"format": "probity-history/1", "rules": 2, "founding": document(**parts)}
    del first["founding"]["rules"]
    return pb.Programme.parse(sealed([first, event]))


# Reasons -------------------------------------------------------------------------------------


def test_an_activity_that_was_added_by_mistake_says_so_on_each_of_its_dates():
    dates = [{"date": "2026-04-01"}, {"date": "2026-05-06"}]
    p = recorded("activity.added", "a", named("a", dates=dates)[0])
    assert [why(p, each["date"]) for each in dates] == [[("activity", "a")]] * 2
    p = p.apply(p.annul(1, **said(ON)))
    assert [why(p, each["date"]) for each in dates] == [[("corrected", "a")]] * 2
    assert why(p, "2026-05-07") == []


def test_an_occurrence_that_was_moved_says_nothing_of_where_another_went():
    records = [
        {"nominal": "2026-03-18", "observed": "2026-03-20"},
        {"nominal": "2026-04-15", "observed": "2026-04-17"},
    ]
    p = programme(observances=[observance({"rrule": "FREQ=MONTHLY;BYDAY=3WE"}, records=records)])
    assert why(p, "2026-03-20") == [("day", "o")]
    assert why(p, "2026-04-17") == [("day", "o")]
    assert why(p, "2026-03-18") == [("moved_away", "o")]


def test_a_cancelled_meeting_is_told_of_its_own_day_alone():
    meeting = {"year": 2026, "kind": "regular", "ordinal": 1, "state": "cancelled", "date": ON}
    p = programme(councils=council(meetings=[meeting]))
    assert why(p, ON) == [("cancelled", "council")]
    assert why(p, "2026-03-19") == []


# Impacts -------------------------------------------------------------------------------------


def test_a_meeting_moves_in_its_own_year():
    p = programme(councils=council())
    p = p.apply(p.council("council").plan_meeting("2026-09-18", **said(ON)))
    more = KOREA.with_holiday("2026-09-18", "off").with_holiday("2027-09-17", "off")
    assert [each.kind for each in p.impact(KOREA, more, 2026)] == ["meeting"]
    assert list(p.impact(KOREA, more, 2027)) == []


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("2026-09-17", "It is now due after T-2, which waits for it"),
        ("2026-09-18", ""),
        ("2026-09-21", ""),
    ],
)
def test_what_moves_together_stays_in_order(due, told):
    p = programme(tasks=tasks("T-1", due="2026-09-18") + tasks("T-2", due=due, depends_on=["T-1"]))
    moves = p.impact(KOREA, KOREA.with_holiday("2026-09-18", "off"), 2026)
    first = next(each for each in moves if each.id == "T-1")
    assert str(first.consequence) == told


# Units, councils and portfolios ----------------------------------------------------------------


def test_a_seat_that_is_to_come_goes_to_the_successor_too():
    p = programme(
        units=named("a", "b"),
        seats=seats("now", unit="a")
        + seats("later", unit="a", begin="2026-06-01")
        + seats("gone", unit="a", begin="2026-01-01", end="2026-02-01"),
    )
    p = p.apply(p.close_unit("a", to="b", **said(ON, reason="merged")))
    assert {seat.id: seat.unit for seat in p.institution.seats} == {
        "now": "b",
        "later": "b",
        "gone": "a",
    }


@pytest.mark.parametrize(
    ("seat", "expected"), [("s", TAKEN), ("zz", "seat: there is no seat 'zz'; the programme has s")]
)
def test_an_event_refers_to_what_there_is_in_what_it_holds_too(seat, expected):
    body = {"id": "c", "name": words("C"), "memberships": [{"seat": seat}]}
    assert cause(lambda: recorded("council.established", "c", body, seats=seats("s"))) == expected


def test_an_occurrence_is_recorded_on_the_day_of_its_event():
    body = {"nominal": None, "observed": "2026-03-02", "on": "2026-01-01"}
    week = observance({"week": 3, "convention": "ISO"}, "week")
    p = recorded("occurrence.recorded", "o", body, observances=[week])
    assert p.observances[0].records[-1].on == day(ON)


def test_a_task_that_is_reopened_stays_with_an_owner_that_is_there():
    p = programme(
        units=named("a", "b"),
        banding={
            "title": words("Bands"),
            "bands": [{"id": "B-1", "units": ["a"]}, {"id": "B-2", "units": ["b"]}],
        },
        tasks=tasks("T-1", owner="a", band="B-2"),
    )
    for step, given in (("adopt", []), ("start", []), ("submit", [[PROOF]]), ("verify", [])):
        p = p.apply(getattr(p.task("T-1"), step)(*given, **said(ON, by=step)))
    p = p.apply(p.task("T-1").reopen(**said(ON, reason="again")))
    assert (p.task("T-1").owner, p.task("T-1").band) == ("a", "B-2")


def test_a_year_lacks_a_regular_meeting_though_another_has_its_number():
    other = {"year": 2026, "kind": "extraordinary", "ordinal": 1, "state": "held", "date": ON}
    quota = named("q", subject="meetings", of="council", times=1, begin="2026-01-01")[0]
    p = programme(
        councils=council(meetings=[other]), quotas=[{**quota, "counts": {"regular": True}}]
    )
    assert [each.period for each in p.calendar(2026).undated] == ["2026-1"]


def test_what_refers_to_a_list_that_could_not_be_read_is_no_fault():
    units = named("u", source="s")
    assert [place for place, _message in faults(sources="x", units=units)] == ["/sources"]
    assert [place for place, _message in faults(sources=named("t"), units=units)] == [
        "/institution/units/0/source"
    ]


@pytest.mark.parametrize("inaugurated", [None, "2026-01-02", ON, "2026-03-19"])
def test_a_unit_that_begins_without_a_band_is_found_on_its_first_day(inaugurated):
    banding = {"title": words("Bands"), "bands": [{"id": "B-1", "units": ["a"]}]}
    if inaugurated:
        banding["inaugurated"] = inaugurated
    ((place, message),) = faults(units=named("a") + named("b", begin=ON), banding=banding)
    assert place == "/banding/bands"
    seen = max(inaugurated or ON, ON)
    assert message.startswith(f"the unit 'b' is in no band on {seen};")


@pytest.mark.parametrize(
    ("end", "overlap"), [("2026-05-05", 0), ("2026-05-06", 0), ("2026-05-07", 1)]
)
def test_who_left_either_council_meets_in_one_alone(end, overlap):
    left = [{"seat": "s", "end": end}]
    stays = [{"seat": "s"}]
    for first, second in ((left, stays), (stays, left)):
        p = programme(
            seats=seats("s"),
            councils=[
                {"id": "a", "name": words("A"), "memberships": first},
                {"id": "b", "name": words("B"), "memberships": second},
            ],
        )
        for name in ("a", "b"):
            p = p.apply(p.council(name).plan_meeting("2026-05-06", **said(ON)))
        assert len(p.view(ON).conflicts()) == overlap


def test_a_task_that_goes_to_no_band_is_in_none_in_a_portfolio():
    p = programme(
        units=named("u"),
        banding={"title": words("Bands"), "bands": [{"id": "B-1"}, {"id": "B-2"}]},
        tasks=tasks("T-1", band="B-1"),
    )
    p = p.apply(p.task("T-1").assign("u", band="", **said(ON)))
    assert p.task("T-1").band == ""
    rows = pb.Portfolio([p]).progress(ON, by="band")
    assert [(row.id, row.total) for row in rows] == [("", 1)]
    assert [(row.id, row.total) for row in p.view(ON).progress(by="band")] == [("", 1)]


# Counts and decisions --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("undated", "told"),
    [
        (0, "tasks of 2026: 1 of 1"),
        (1, "tasks of 2026: 1 of 1, 1 more without a date"),
        (2, "tasks of 2026: 1 of 1, 2 more without a date"),
    ],
)
def test_tasks_without_a_day_are_told_from_the_first_on(undated, told):
    p = programme(
        tasks=tasks("T-0", proposed=ON) + tasks(*(f"T-{i}" for i in range(1, undated + 1))),
        declared=[{"what": "tasks", "year": 2026, "count": 1}],
    )
    (row,) = p.reconcile()
    assert (row.undated, str(row.text)) == (undated, told)
    alone = programme(
        tasks=tasks(*(f"T-{i}" for i in range(undated))),
        declared=[{"what": "tasks", "year": 2026, "count": 1}],
    )
    assert alone.reconcile()[0].recorded == (0 if undated else None)


def test_what_cannot_be_met_any_more_stands_before_what_is_at_risk():
    def quota(name: str, times: int) -> dict:
        more = {"subject": "meetings", "of": "council", "begin": "2026-01-01", "counts": {}}
        return named(name, times=times, **more)[0]

    p = programme(councils=council(), quotas=[quota("risk", 2), quota("lost", 300)])
    view = p.view("2026-10-01")
    assert [view.quota(name).state for name in ("risk", "lost")] == ["at_risk", "infeasible"]
    assert [line.id for line in view.brief().decisions] == ["lost", "risk"]


def test_meetings_are_kept_out_of_weeks_and_not_of_days():
    quota = named("q", subject="meetings", of="council", times=1, begin="2026-01-01")[0]
    parts = {"councils": council(), "quotas": [{**quota, "counts": {"regular": True}}]}
    (free,) = programme(**parts).propose_meetings("council", 2026, on=ON, outside_weeks=True)
    year_day = f"FREQ=YEARLY;BYMONTH={free.date.month};BYMONTHDAY={free.date.day}"
    for kind, more, expected in (("day", {}, True), ("week", {"days": 7}, False)):
        p = programme(observances=[observance({"rrule": year_day, **more}, kind)], **parts)
        (found,) = p.propose_meetings("council", 2026, on=ON, outside_weeks=True)
        assert (found.date == free.date) is expected
    assert free.date >= day(ON)


# Items, ordinals and corrections -----------------------------------------------------------------


def test_an_item_is_decided_by_its_whole_name():
    p = programme(councils=council())
    p = p.apply(p.council("council").plan_meeting(ON, **said("2026-03-02")))

    def meeting() -> pb.CouncilMeeting:
        return p.council("council").meeting("2026-1")

    for name in ("10", "1", "11"):
        p = p.apply(meeting().add_item(name, f"Item {name}", **said("2026-03-02")))
    p = p.apply(meeting().hold(**said(ON)))
    p = p.apply(meeting().decide("1", "noted", **said(ON)))
    assert [(item.id, item.outcome) for item in meeting().items] == [
        ("10", "open"),
        ("1", "noted"),
        ("11", "open"),
    ]


@pytest.mark.parametrize(("ordinals", "gap"), [((1, 2), None), ((2,), 2), ((3, 1), 3), ((4, 2), 4)])
def test_the_first_gap_in_the_numbers_is_found(ordinals, gap):
    meetings = [
        {"year": 2026, "kind": "regular", "ordinal": each, "state": "held", "date": None}
        for each in ordinals
    ]
    found = faults(councils=council(meetings=meetings))
    assert (found[0] if found else None) == (
        gap
        and (
            "/councils/0/meetings/0/ordinal",
            f"meeting {gap} of 2026 is recorded and meeting {gap - 1} is not; "
            "ordinals have no gaps (a meeting may be held on a date that is not known: "
            '"date": null)',
        )
    )


def test_what_stands_in_for_an_annulment_can_be_annulled_too():
    p = programme(tasks=tasks("T-1"))
    p = p.apply(p.task("T-1").adopt(**said("2026-03-02")))
    p = p.apply(p.annul(1, **said("2026-03-02")))
    assert p.task("T-1").state == "proposed"
    p = p.apply(p.task("T-1").adopt(**said("2026-03-03"), corrects=2))
    assert p.task("T-1").state == "adopted"
    p = p.apply(p.annul(3, **said("2026-03-03")))
    assert p.task("T-1").state == "proposed"
    p = p.apply(p.annul(4, **said("2026-03-03")))
    assert p.task("T-1").state == "adopted"
