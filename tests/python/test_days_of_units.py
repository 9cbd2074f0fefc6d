"""Units and seats exactly on the day, the day before and the day after."""

import pytest

import probity as pb
from conftest import day
from documents import council, days_around, named, programme, seats, tasks
from refusals import TAKEN, cause, refused_event
from small_office import founding, said

CLOSED = "2026-03-18"
AROUND = days_around(CLOSED)


def around(*answers):
    return list(zip(AROUND, answers, strict=True))


def office(**parts) -> pb.Programme:
    """Two units without bands."""
    return programme(units=named("audit", "tax"), **parts)


def closed(p: pb.Programme, to: str = "") -> pb.Programme:
    return p.apply(p.close_unit("tax", to=to, **said(CLOSED, reason="merged")))


OWNS_NOTHING = "the unit 'tax' was closed on 2026-03-18; a closed unit owns nothing"


# What a closed unit owns -------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "taken"), around(True, False, False))
def test_a_closed_unit_owns_nothing_from_its_day(on, taken):
    p = closed(office(tasks=tasks("T-1", owner="audit"), risk_areas=named("r-1")), to="audit")
    when = said(on, reason="why")
    commands = {
        "owner": [
            lambda: p.task("T-1").assign("tax", **when),
            lambda: p.propose_task(pb.Task("T-2", "T-2", owner="tax"), **when),
        ],
        "owners": [
            lambda: p.assign_area("r-1", ["audit", "tax"], **when),
            lambda: p.name_area(pb.RiskArea("r-2", "r-2", owners=["tax"]), **when),
        ],
        "unit": [
            lambda: p.add_seat(pb.Seat("s-1", "s-1", unit="tax"), **when),
            lambda: p.list_official(pb.Official("o-1", unit="tax"), **when),
        ],
    }
    for key, steps in commands.items():
        for step in steps:
            assert cause(step) == (TAKEN if taken else f"{key}: {OWNS_NOTHING}")


def test_what_is_given_to_a_unit_before_it_closes_goes_to_its_successor():
    p = closed(office(tasks=tasks("T-1", owner="audit")), to="audit")
    given = p.apply(p.task("T-1").assign("tax", **said("2026-03-17")))
    assert [given.as_of(on).task("T-1").owner for on in AROUND] == ["tax", "audit", "audit"]
    # Without a successor the closing is what no longer holds.
    p = closed(office(tasks=tasks("T-1", owner="audit")))

    def step():
        return p.task("T-1").assign("tax", **said("2026-03-17"))

    assert refused_event(step) == 1
    assert cause(step) == (
        "it still owns the open task T-1; name the unit that takes them over (to), "
        "or assign them first"
    )


OWNED = [
    ({"tasks": tasks("T-1", owner="tax")}, "the open task T-1"),
    ({"tasks": tasks("T-1", "T-2", owner="tax")}, "the open tasks T-1, T-2"),
    ({"risk_areas": named("r-1", owners=["tax"])}, "the risk area r-1"),
    ({"seats": seats("s-1", unit="tax")}, "the seat s-1"),
    ({"officials": [{"id": "o-1", "unit": "tax"}]}, "the official o-1"),
    # Closed or left on the day itself or before: nothing is left to own.
    ({"seats": seats("s-1", unit="tax", end="2026-03-18")}, ""),
    ({"officials": [{"id": "o-1", "unit": "tax", "end": "2026-03-18"}]}, ""),
    ({"seats": seats("s-1", unit="tax", end="2026-03-19")}, "the seat s-1"),
    (
        {"officials": [{"id": "o-1", "unit": "tax", "end": "2026-03-19"}]},
        "the official o-1",
    ),
    # What is yet to begin is owned all the same.
    ({"seats": seats("s-1", unit="tax", begin="2027-01-01")}, "the seat s-1"),
    ({"tasks": tasks("T-1", owner="audit"), "risk_areas": named("r-1", owners=["audit"])}, ""),
    (
        {"tasks": tasks("T-1", owner="tax"), "risk_areas": named("r-1", owners=["tax"])},
        "the open task T-1; the risk area r-1",
    ),
]


@pytest.mark.parametrize(("parts", "owned"), OWNED)
def test_what_a_unit_still_owns_on_the_day_on_which_it_closes(parts, owned):
    p = office(**parts)
    refused = (
        f"it still owns {owned}; name the unit that takes them over (to), or assign them first"
    )
    expected = refused if owned else TAKEN
    assert cause(lambda: p.close_unit("tax", **said(CLOSED, reason="merged"))) == expected
    assert cause(lambda: p.close_unit("tax", to="audit", **said(CLOSED, reason="merged"))) == TAKEN


def test_all_that_a_unit_owned_is_another_s():
    p = office(
        tasks=[*tasks("T-1", owner="tax"), *tasks("T-2", owner="audit")],
        risk_areas=[
            *named("r-1", owners=["tax"]),
            *named("r-2", owners=["tax", "audit"]),
            *named("r-3", owners=["audit", "tax"]),
        ],
        seats=[*seats("s-1", unit="tax"), *seats("s-2", unit="tax", end="2026-03-18")],
        officials=[{"id": "o-1", "unit": "tax"}, {"id": "o-2", "unit": "tax", "end": "2026-03-18"}],
    )
    p = p.apply(p.task("T-2").assign("tax", **said("2026-02-02")))
    p = p.apply(p.task("T-2").withdraw(**said("2026-02-03", reason="not needed")))
    p = closed(p, to="audit")
    assert [task.owner for task in p.tasks] == ["audit", "tax"], "T-2 is not open"
    assert [area.owners for area in p.risk_areas] == [["audit"]] * 3
    assert [seat.unit for seat in p.institution.seats] == ["audit", "tax"]
    assert [official.unit for official in p.officials] == ["audit", "tax"]


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("audit", TAKEN),
        ("tax", "another unit takes over what it owns"),
        ("none", "to: there is no unit 'none'; the programme has audit, tax"),
    ],
)
def test_another_unit_takes_over(to, expected):
    p = office(tasks=tasks("T-1", owner="tax"))
    assert cause(lambda: p.close_unit("tax", to=to, **said(CLOSED, reason="merged"))) == expected


@pytest.mark.parametrize(("on", "taken"), around(True, False, False))
def test_a_closed_unit_takes_nothing_over(on, taken):
    p = programme(units=named("audit", "tax", "park"), tasks=tasks("T-1", owner="audit"))
    p = closed(p, to="park")

    def step():
        return p.close_unit("audit", to="tax", **said(on, reason="merged"))

    assert cause(step) == (TAKEN if taken else f"to: {OWNS_NOTHING}")
    if taken:
        # It goes on to the unit that took over on the day after.
        assert p.apply(step()).task("T-1").owner == "park"


# The days of a unit and of a seat ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-01", "it begins on 2026-03-02; an event that was wrong is annulled"),
        ("2026-03-02", "it begins on 2026-03-02; an event that was wrong is annulled"),
        ("2026-03-03", TAKEN),
    ],
)
@pytest.mark.parametrize("what", ["unit", "seat"])
def test_it_is_closed_after_the_day_on_which_it_began(what, on, expected):
    p = founding()
    when = said("2026-01-05")
    p = p.apply(p.add_unit(pb.Unit("tax", "tax", begin="2026-03-02"), **when))
    p = p.apply(p.add_seat(pb.Seat("head", "head", begin="2026-03-02"), **when))
    close, record = {"unit": (p.close_unit, "tax"), "seat": (p.close_seat, "head")}[what]
    assert cause(lambda: close(record, **said(on, reason="merged"))) == expected
    assert cause(lambda: close(record, **said("2026-03-03"))) == "it is closed with a reason"


@pytest.mark.parametrize(
    ("on", "expected"),
    around(
        # Then the closing of 18 March no longer holds.
        "it ended on 2026-03-17",
        "it ended on 2026-03-18",
        "it ended on 2026-03-18",
    ),
)
@pytest.mark.parametrize("what", ["unit", "seat"])
def test_it_is_closed_once(what, on, expected):
    p = programme(units=named("audit", "tax"), seats=seats("tax-head"))
    close, record = {"unit": ("close_unit", "tax"), "seat": ("close_seat", "tax-head")}[what]
    p = p.apply(getattr(p, close)(record, **said(CLOSED, reason="merged")))

    def step():
        return getattr(p, close)(record, **said(on, reason="again"))

    assert cause(step) == expected
    assert refused_event(step) == (1 if on < CLOSED else 2)


def test_units_and_seats_begin_on_the_day_on_which_they_are_added_unless_they_say_another():
    p = founding()
    for name, begin in (("a", None), ("b", "2025-01-01")):
        p = p.apply(p.add_unit(pb.Unit(name, name, begin=begin), **said("2026-01-05")))
        p = p.apply(p.add_seat(pb.Seat(f"s-{name}", name, begin=begin), **said("2026-01-05")))
    expected = [day("2026-01-05"), day("2025-01-01")]
    assert [unit.begin for unit in p.institution.units] == expected
    assert [seat.begin for seat in p.institution.seats] == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    around("it is a member of the council 'council'; it leaves that first", TAKEN, TAKEN),
)
def test_a_seat_is_closed_from_the_day_on_which_it_left_its_councils(on, expected):
    members = [{"seat": "s-1", "end": CLOSED}]
    p = programme(seats=seats("s-1"), councils=council(memberships=members))
    assert cause(lambda: p.close_seat("s-1", **said(on, reason="merged"))) == expected


def test_a_task_reopened_goes_to_the_unit_that_took_over_in_the_end():
    p = programme(units=named("tax", "audit", "park"), tasks=tasks("T-1", owner="tax"))
    proof = pb.Evidence("proof.pdf", "application/pdf", 64 * "0")
    for step, given in (("adopt", []), ("start", []), ("submit", [[proof]]), ("verify", [])):
        event = getattr(p.task("T-1"), step)(*given, **said("2026-02-02", by=step))
        p = p.apply(event)
    for unit, to in (("tax", "audit"), ("audit", "park")):
        p = p.apply(p.close_unit(unit, to=to, **said(CLOSED, reason="merged")))
    assert p.task("T-1").owner == "tax", "it was done"
    p = p.apply(p.task("T-1").reopen(**said("2026-04-01", reason="a page is missing")))
    assert p.task("T-1").owner == "park"
    early = p.task("T-1").reopen(**said("2026-03-17", reason="a page is missing"), corrects=7)
    assert p.apply(early).task("T-1").owner == "park"
    assert p.apply(early).as_of("2026-03-17").task("T-1").owner == "tax"


def test_a_task_that_is_not_open_keeps_no_unit_from_closing():
    p = office(tasks=tasks("T-1", owner="tax"))
    p = p.apply(p.task("T-1").withdraw(**said("2026-02-02", reason="not needed")))
    assert cause(lambda: p.close_unit("tax", **said(CLOSED, reason="merged"))) == TAKEN
