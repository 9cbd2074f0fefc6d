"""Events that are refused, each for its cause: who, which record, which event it corrects."""

import datetime

import pytest

import probity as pb
from conftest import day
from documents import council, days_around, named, programme, seats, tasks
from refusals import TAKEN, cause
from small_office import founding, said

ON = "2026-03-18"
AROUND = days_around(ON)

# Who, and what -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("team", TAKEN),
        ("감사담당관", TAKEN),
        (
            "",
            "/actor: nobody is named; an event says who recorded it, by post or account",
        ),
        ("a\nb", "has a control character at byte 1; none is allowed"),
        (4000 * "가", TAKEN),
        (4001 * "가", "/actor: a text of 4001 characters: at most 4000 are allowed"),
    ],
)
def test_somebody_records_an_event(by, expected):
    p = programme(tasks=tasks("T-1"))
    found = cause(lambda: p.task("T-1").adopt(on=ON, by=by))
    assert found == expected or (found != TAKEN and found.endswith(expected))


def test_a_reason_is_words():
    p = programme(tasks=tasks("T-1"))
    withdraw = p.task("T-1").withdraw
    assert cause(lambda: withdraw(on=ON, by="team", reason="a\tb")).startswith("/reason: ")
    assert cause(lambda: withdraw(on=ON, by="team", reason=4001 * "a")) == (
        "/reason: a text of 4001 characters: at most 4000 are allowed"
    )


@pytest.mark.parametrize(
    ("add", "expected"),
    [
        (lambda p, id: p.add_unit(pb.Unit(id, "x"), **said(ON)), "a unit"),
        (lambda p, id: p.add_seat(pb.Seat(id, "x"), **said(ON)), "a seat"),
        (lambda p, id: p.establish_council(pb.Council(id, "x"), **said(ON)), "a council"),
        (lambda p, id: p.name_area(pb.RiskArea(id, "x"), **said(ON)), "a risk area"),
        (lambda p, id: p.add_activity(pb.Activity(id, "x"), **said(ON)), "an activity"),
        (lambda p, id: p.list_official(pb.Official(id), **said(ON)), "an official"),
        (lambda p, id: p.add_indicator(pb.Indicator(id, 2026, "x"), **said(ON)), "an indicator"),
        (lambda p, id: p.propose_task(pb.Task(id, "x"), **said(ON)), "a task"),
    ],
)
def test_an_id_is_taken_once_among_its_kind(add, expected):
    p = founding()
    p = p.apply(add(p, "x"))
    kind = expected.split(" ", 1)[1]
    taken = f"the id 'x' is already that of {expected}; each {kind} has its own"
    assert cause(lambda: add(p, "x")) == taken
    assert cause(lambda: add(p, "y")) == TAKEN
    assert "is no id" in cause(lambda: add(p, "-x"))


@pytest.mark.parametrize(
    ("step", "what", "known"),
    [
        (lambda p: p.move_unit("x", "B-1", **said(ON)), "unit", "a"),
        (lambda p: p.close_unit("x", **said(ON, reason="r")), "unit", "a"),
        (lambda p: p.close_seat("x", **said(ON, reason="r")), "seat", "s"),
        (lambda p: p.assign_area("x", ["a"], **said(ON)), "risk area", "r"),
        (lambda p: p.appoint_official("x", **said(ON)), "official", "none"),
        (lambda p: p.remove_official("x", **said(ON)), "official", "none"),
    ],
)
def test_a_record_that_is_not_there_is_named_with_those_that_are(step, what, known):
    p = programme(units=named("a"), seats=seats("s"), risk_areas=named("r"))
    assert cause(lambda: step(p)) == f"there is no such {what}; the programme has {known}"


@pytest.mark.parametrize(
    ("step", "key"),
    [
        (lambda p: p.add_seat(pb.Seat("t", "t", unit="x"), **said(ON)), "unit: there is no unit"),
        (
            lambda p: p.list_official(pb.Official("o", unit="x"), **said(ON)),
            "unit: there is no unit",
        ),
        (
            lambda p: p.name_area(pb.RiskArea("q", "q", owners=["x"]), **said(ON)),
            "owners: there is no unit",
        ),
        (lambda p: p.assign_area("r", ["x"], **said(ON)), "owners: there is no unit"),
        (lambda p: p.task("T-1").direct("x", **said(ON)), "risk_area: there is no risk area"),
        (
            lambda p: p.task("T-1").link(indicators=["x"], **said(ON)),
            "indicators: there is no indicator",
        ),
        (
            lambda p: p.add_activity(pb.Activity("b", "b", observance="x"), **said(ON)),
            "observance: there is no observance",
        ),
        (
            lambda p: p.set_quota(pb.Quota("q", 1, ON, title="q", of="x"), **said(ON)),
            "of: there is no council",
        ),
        (
            lambda p: p.add_unit(pb.Unit("b", "b", source="x"), **said(ON)),
            "source: there is no source",
        ),
        (lambda p: p.council("council").add_member("x", **said(ON)), "seat: there is no seat"),
    ],
)
def test_what_an_event_refers_to_is_there(step, key):
    p = programme(units=named("a"), risk_areas=named("r"), tasks=tasks("T-1"), councils=council())
    assert cause(lambda: step(p)).startswith(f"{key} 'x'; the programme has ")


def test_evidence_has_the_name_of_its_file():
    p = programme(tasks=tasks("T-1"))
    for step in ("adopt", "start"):
        p = p.apply(getattr(p.task("T-1"), step)(**said("2026-03-02")))
    for name, expected in (
        ("proof.pdf", TAKEN),
        ("", "/body/evidence/0/name: evidence needs the name of its file"),
    ):
        file = pb.Evidence(name, "application/pdf", 64 * "0")
        assert cause(lambda file=file: p.task("T-1").submit([file], **said(ON))) == expected


# Corrections -------------------------------------------------------------------------------------


def corrected() -> pb.Programme:
    """Event 1 adopts, 2 starts and 3 is another day for the start."""
    p = programme(tasks=tasks("T-1"))
    stamp = "2026-04-0{}T00:00:00Z".format
    p = p.apply(p.task("T-1").adopt(**said("2026-03-02"), recorded=stamp(1)))
    p = p.apply(p.task("T-1").start(**said("2026-03-09"), recorded=stamp(2)))
    return p.apply(p.task("T-1").start(**said(ON), corrects=2, recorded=stamp(3)))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (-1, "event 4 corrects event -1, which is not before it; 1 to 3 is allowed"),
        (1, TAKEN),
        (2, "event 2 is already corrected by event 3; correct that one"),
        (3, TAKEN),
        (4, "event 4 corrects event 4, which is not before it; 1 to 3 is allowed"),
    ],
)
def test_an_event_corrects_one_before_it_that_is_not_corrected(number, expected):
    p = corrected()
    kind = "adopt" if number == 1 else "start"
    on = "2026-03-03" if number == 1 else "2026-03-25"
    step = getattr(p.task("T-1"), kind)
    assert cause(lambda: step(**said(on), corrects=number)) == expected


def test_what_was_known_before_a_correction_can_be_corrected_otherwise():
    p = corrected()
    then = p.as_of(recorded="2026-04-02T12:00:00Z")
    assert [event.number for event in then.history] == [1, 2]
    other = then.apply(then.task("T-1").start(**said("2026-03-25"), corrects=2))
    assert [other.as_of(on).task("T-1").state for on in days_around("2026-03-25")] == [
        "adopted",
        "in_progress",
        "in_progress",
    ]


def test_a_correction_stands_before_what_followed_on_its_day():
    p = programme(tasks=tasks("T-1"))
    p = p.apply(p.task("T-1").adopt(**said("2026-03-02")))
    p = p.apply(p.task("T-1").start(**said(ON)))
    # On one day events stand as they were recorded, a correction in the place of its event.
    p = p.apply(p.task("T-1").adopt(**said(ON), corrects=1))
    states = [p.as_of(on).task("T-1").state for on in AROUND]
    assert states == ["proposed", "in_progress", "in_progress"]


def test_an_annulment_is_annulled_or_corrected():
    p = programme(tasks=tasks("T-1"))
    p = p.apply(p.task("T-1").adopt(**said("2026-03-02")))
    annulled = p.apply(p.annul(1, **said("2026-03-03")))
    assert annulled.task("T-1").state == "proposed"
    again = annulled.apply(annulled.annul(2, **said("2026-03-04")))
    assert again.task("T-1").state == "adopted"
    assert [change.event for change in again.task("T-1").changes] == [1]
    third = again.apply(again.annul(3, **said("2026-03-05")))
    assert third.task("T-1").state == "proposed"
    reject = annulled.task("T-1").reject(**said("2026-03-02", reason="why"), corrects=2)
    assert annulled.apply(reject).task("T-1").state == "rejected"
    # It is held against the state that it meets, as any other.
    assert cause(lambda: annulled.task("T-1").start(**said("2026-03-02"), corrects=2)) == (
        "proposed -> in_progress: it is adopted"
    )
    for each in (again, third, annulled.apply(reject)):
        assert pb.Programme.parse(each.to_json_lines()) == each


def test_an_annulled_correction_is_gone_with_what_it_corrected():
    p = corrected()
    p = p.apply(p.annul(3, **said("2026-03-20")))
    assert p.task("T-1").state == "adopted"


def test_what_is_annulled_is_named():
    p = corrected()
    for number, expected in (
        (0, "/corrects: event.annulled names no event; it says which one never happened"),
        (2, "event 2 is already corrected by event 3; correct that one"),
        (4, "event 4 corrects event 4, which is not before it; 1 to 3 is allowed"),
        # Then it was started and never adopted.
        (1, "proposed -> in_progress: it is adopted"),
    ):
        assert cause(lambda number=number: p.annul(number, **said(ON))) == expected


def test_events_are_recorded_one_after_the_other():
    p = corrected()

    def step(stamp):
        return p.task("T-1").weigh(2, **said(ON), recorded=stamp)

    assert cause(lambda: step("2026-04-03T00:00:00Z")) == TAKEN
    assert cause(lambda: step("2026-04-02T23:59:59Z")) == (
        "event 4 is recorded at 2026-04-02T23:59:59Z, before the last one, which was at "
        "2026-04-03T00:00:00Z; events are kept in the order of their recording"
    )
    early = programme(tasks=tasks("T-1"))

    def at(stamp):
        return early.task("T-1").weigh(2, **said(ON), recorded=stamp)

    assert cause(lambda: at("2026-01-02T00:00:00Z")) == TAKEN
    assert "before the programme was set up at 2026-01-02T00:00:00Z" in cause(
        lambda: at("2026-01-01T23:59:59Z")
    )


@pytest.mark.parametrize(
    ("instant", "known"),
    [
        ("2026-03-31T23:59:59Z", 0),
        ("2026-04-01T00:00:00Z", 1),
        ("2026-04-01T23:59:59Z", 1),
        ("2026-04-02T00:00:00Z", 2),
        ("2026-04-03T00:00:00Z", 3),
    ],
)
def test_an_event_is_known_from_its_instant(instant, known):
    assert len(corrected().as_of(recorded=instant).history) == known
    assert corrected().last_recorded == datetime.datetime(2026, 4, 3, tzinfo=datetime.UTC)


def test_a_past_programme_does_not_change():
    p = corrected()
    past = p.as_of(ON)
    event = p.task("T-1").weigh(2, **said(ON))
    assert cause(lambda: past.apply(event)) == (
        "this is the programme as it stood on 2026-03-18, which does not change; "
        "events are applied to the programme itself"
    )
    assert past.as_of("2026-03-25").stands_on == day(ON), "no later than it stands"
    assert past.as_of("2026-03-02").stands_on == day("2026-03-02")


def test_saving_stamps_an_event_between_its_neighbours(tmp_path):
    """Stamps never run backwards, and one that was given is never changed."""
    p = programme(tasks=tasks("T-1"))
    p = p.apply(p.task("T-1").weigh(2, **said(ON)))
    p = p.apply(p.task("T-1").weigh(3, **said(ON), recorded="2026-04-02T00:00:00Z"))
    p = p.apply(p.task("T-1").weigh(4, **said(ON)))
    stamps = {}
    for clock in ("2026-04-01", "2026-04-02", "2026-05-06"):
        path = tmp_path / f"{clock}.jsonl"
        saved = p.save(path, clock=lambda clock=clock: f"{clock}T00:00:00Z")
        stamps[clock] = [event.recorded.date().isoformat() for event in saved.history]
        assert pb.load(path) == saved
    assert stamps == {
        "2026-04-01": ["2026-04-01", "2026-04-02", "2026-04-02"],
        "2026-04-02": ["2026-04-02", "2026-04-02", "2026-04-02"],
        "2026-05-06": ["2026-04-02", "2026-04-02", "2026-05-06"],
    }
