"""Calendar files, read: an independent reader finds the same days in them."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import probity as pb
from ics_files import (
    BEGIN,
    END,
    calendar,
    event,
    first_days,
)

icalendar = pytest.importorskip("icalendar")
recurring_ical_events = pytest.importorskip("recurring_ical_events")


def oracle_days(text: str | bytes) -> list[datetime.date]:
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(BEGIN, END)
    days = [e.start.date() if isinstance(e.start, datetime.datetime) else e.start for e in found]
    return sorted(d for d in days if BEGIN <= d < END)


# Oracle -------------------------------------------------------------------------------------------


@st.composite
def calendars(draw):
    """A series with exceptions, in whole days or at an hour, as a file."""
    timed = draw(st.booleans())
    rule = draw(
        st.sampled_from(
            [
                "FREQ=DAILY;INTERVAL=3",
                "FREQ=WEEKLY;BYDAY=MO,WE",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
                "FREQ=MONTHLY;BYDAY=3WE",
                "FREQ=MONTHLY;BYDAY=-1TH",
                "FREQ=MONTHLY;BYMONTHDAY=12,13,14,15,16,17,18;BYDAY=MO",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                "FREQ=MONTHLY;BYMONTHDAY=-1",
                "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE",
                "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15",
            ]
        )
    )
    dates = list(pb.Recurrence(rule, start="2026-01-01").between(BEGIN, END))
    start = dates[0]
    limit = draw(st.sampled_from(["", ";COUNT=9", "until"]))
    if limit == "until":
        limit = f";UNTIL={draw(st.sampled_from(dates)):%Y%m%d}" + ("T235959Z" if timed else "")

    def value(name, when):
        if timed and name != "DTSTART" and draw(st.booleans()):
            return f"{name}:{when:%Y%m%d}T062000Z"  # the same time in UTC
        return (
            f"{name};TZID=Asia/Seoul:{when:%Y%m%d}T152000"
            if timed
            else f"{name};VALUE=DATE:{when:%Y%m%d}"
        )

    lines = [value("DTSTART", start), f"RRULE:{rule}{limit}"]
    some = st.lists(st.sampled_from(dates[:30]), max_size=4, unique=True)
    lines += [value("EXDATE", when) for when in draw(some)]
    far = st.dates(datetime.date(2026, 2, 1), datetime.date(2028, 12, 31))
    extra = [when for when in draw(st.lists(far, max_size=3, unique=True)) if when not in dates]
    lines += [value("RDATE", when) for when in extra]
    # What the limit or EXDATE leaves out is no occurrence any more.
    there = pb.Recurrence(f"{rule}{limit.removesuffix('T235959Z')}", start=start)
    moves = [
        event(value("RECURRENCE-ID", nominal), value("DTSTART", draw(far)))
        for nominal in draw(some)
        if nominal in there
    ]
    return calendar(event(*lines), *moves)


@settings(max_examples=60)
@given(calendars())
def test_the_days_are_those_of_an_independent_reader(text):
    (series,) = pb.ics.read(text).recurrences
    # Two occurrences on one day are one day of a recurrence.
    assert first_days(series) == sorted(set(oracle_days(text)))


@pytest.mark.parametrize("name", ["songpa", "yongsan"])
@pytest.mark.parametrize("recurring", ["auto", "rule"])
def test_our_files_are_read_as_an_independent_reader_reads_them(name, recurring):
    text = getattr(pb.examples, name)().calendar(2026).ics_text(recurring=recurring)
    content = pb.ics.read(text)
    days = [d for series in content.recurrences for d in first_days(series)]
    days += [each.begin for each in content.meetings if BEGIN <= each.begin < END]
    assert sorted(days) == oracle_days(text)
