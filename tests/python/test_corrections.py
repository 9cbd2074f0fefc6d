"""A correction is a patch: what it does not name stays as the event that it corrects said it."""

from typing import get_args

import pytest

import corrections_of_dates
import corrections_of_offices
import corrections_of_tasks
from corrected_office import when
from probity.types import EventKind

CASES = corrections_of_offices.CASES | corrections_of_tasks.CASES | corrections_of_dates.CASES
#: Kinds that say nothing beyond their subject.
PLAIN = {
    *("seat.closed", "meeting.noticed", "meeting.cancelled", "meeting.approved"),
    *("task.adopted", "task.rejected", "task.started", "task.put_on_hold", "task.resumed"),
    *("task.verified", "task.sent_back", "task.closed", "task.reopened", "task.withdrawn"),
    *("official.appointed", "official.left", "event.annulled", "programme.founded"),
    "obligation.waived",
    *(kind for kind in get_args(EventKind) if kind.endswith(".ended")),
}


def test_every_kind_of_event_is_corrected_here():
    assert set(CASES) | PLAIN == set(get_args(EventKind))
    assert not set(CASES) & PLAIN


@pytest.mark.parametrize("kind", CASES)
def test_what_a_correction_does_not_name_stays(kind):
    before, command, given, named, least = CASES[kind]
    event = command(before)(*given, **named, **when(kind))
    assert event.kind == kind
    p = before.apply(event)
    number = len(p.history)
    correction = command(p)(*least, on=event.effective, by="audit", corrects=number)
    assert correction.body == event.body
    assert (correction.subject, correction.reason) == (event.subject, "why")
    assert correction.actor == "audit"
    assert p.apply(correction)


@pytest.mark.parametrize("kind", [kind for kind in CASES if CASES[kind][3]])
def test_each_argument_can_be_named_alone(kind):
    before, command, given, named, least = CASES[kind]
    event = command(before)(*given, **named, **when(kind))
    p = before.apply(event)
    for name, value in named.items():
        alone = least
        if value == "moved":
            alone = given  # which says the day to which it is moved
        said_again = command(p)(
            *alone, **{name: value}, on=event.effective, by="audit", corrects=len(p.history)
        )
        assert said_again.body == event.body, name
