"""Rules that name hours: their days, held against dateutil, which walks from time to time."""

import datetime
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import probity as pb
from ics_files import reasons

rrule = pytest.importorskip("dateutil.rrule")

START = datetime.datetime(2026, 3, 2, 9, 30)
END = datetime.datetime(2026, 6, 1)


def times_by_dateutil(rule: str, start: datetime.datetime = START) -> list[datetime.datetime]:
    """The times of a rule before END. COUNT is counted here, since dateutil walks on to the
    year 9999 after what lies before END."""
    bare = re.sub(";COUNT=[0-9]+", "", rule)
    if "UNTIL" not in bare:
        bare += f";UNTIL={END:%Y%m%dT%H%M%S}"
    try:
        times = [time for time in rrule.rrulestr(bare, dtstart=start) if time < END]
    except ValueError as error:
        # The steps never meet BYHOUR.
        assert "empty set" in str(error) or "empty rule" in str(error)
        return []
    count = re.search("COUNT=([0-9]+)", rule)
    return times[: int(count[1])] if count is not None else times


def times_with_start(rule: str, start: datetime.datetime = START) -> list[datetime.datetime]:
    """The same with DTSTART, which counts in COUNT, whether the rule gives it or not."""
    times = times_by_dateutil(rule, start)
    if times[:1] == [start]:
        return times
    count = re.search("COUNT=([0-9]+)", rule)
    return [start, *(times[: int(count[1]) - 1] if count is not None else times)]


def read(rule: str, start: datetime.datetime = START) -> pb.ics.IcsContent:
    lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"DTSTART:{start:%Y%m%dT%H%M%S}", f"RRULE:{rule}"]
    return pb.ics.read("\n".join(lines))


def numbers(most: int, size: int = 3) -> st.SearchStrategy[str]:
    some = st.lists(st.integers(0, most), min_size=1, max_size=size, unique=True)
    return some.map(lambda found: ",".join(map(str, sorted(found))))


@st.composite
def rules(draw) -> str:
    freq = draw(
        st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"])
    )
    parts = [f"FREQ={freq}"]
    if freq in ("YEARLY", "MONTHLY", "WEEKLY", "DAILY"):
        parts.append(f"INTERVAL={draw(st.integers(1, 3))}")
        parts.append(f"BYHOUR={draw(numbers(23))}")
    else:
        steps = {"HOURLY": [1, 5, 7, 24, 36, 50], "MINUTELY": [45, 90, 1440, 2000, 4320]}
        steps["SECONDLY"] = [3600, 5400, 86400, 129600]
        parts.append(f"INTERVAL={draw(st.sampled_from(steps[freq]))}")
        if draw(st.booleans()):
            parts.append(f"BYHOUR={draw(numbers(23, 6))}")
    if freq not in ("MINUTELY", "SECONDLY") and draw(st.booleans()):
        parts.append(f"BYMINUTE={draw(numbers(59))}")
    if freq == "MONTHLY":
        parts.append(draw(st.sampled_from(["BYDAY=3WE", "BYDAY=MO,FR", "BYMONTHDAY=2,15,-1"])))
    elif freq == "YEARLY":
        parts.append(draw(st.sampled_from(["BYMONTH=3,9;BYDAY=1MO", "BYMONTH=3;BYMONTHDAY=2,9"])))
    elif draw(st.booleans()):
        parts.append(draw(st.sampled_from(["BYDAY=MO,TU,FR", "BYDAY=WE"])))
    places = draw(st.sampled_from([None, None, "1", "2", "-1", "1,3", "-2,2", "-1,4"]))
    # An hour may have one time alone, of which dateutil seeks a second to the year 9999.
    has_place = freq != "HOURLY" or places in ("1", "-1", "1,3", "-1,4")
    if places is not None and has_place and freq not in ("WEEKLY", "MINUTELY", "SECONDLY"):
        parts.append(f"BYSETPOS={places}")
    end = draw(st.sampled_from(["", "COUNT", "UNTIL"]))
    if end == "COUNT":
        parts.append(f"COUNT={draw(st.integers(1, 40))}")
    elif end == "UNTIL":
        until = START + datetime.timedelta(hours=draw(st.integers(0, 2000)))
        parts.append(f"UNTIL={until:%Y%m%dT%H%M%S}")
    return ";".join(parts)


@settings(max_examples=25, deadline=None)
@given(rules(), st.sampled_from([START, START.replace(hour=0, minute=0), START.replace(hour=23)]))
def test_the_days_are_those_of_dateutil(rule, start):
    content = read(rule, start)
    # Steps that fall on too many different days are refused.
    assume("too many different days" not in reasons(content.refused))
    assert not content.refused
    (series,) = content.recurrences
    assert list(series.recurrence.between(start.date(), END)) == sorted(
        {time.date() for time in times_with_start(rule, start)}
    )


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("FREQ=SECONDLY;INTERVAL=86401;BYHOUR=9", "too many different days"),
        ("FREQ=HOURLY;BYWEEKNO=3", "BYWEEKNO has no meaning in a rule of HOURLY"),
        ("FREQ=DAILY;BYHOUR=24", "BYHOUR=24 is not from 0 to 23"),
        ("FREQ=DAILY;BYHOUR=x", "BYHOUR=X is no number"),
        ("FREQ=DAILY;BYMINUTE=-1", "BYMINUTE=-1 is not from 0 to 59"),
        ("FREQ=HOURLY;INTERVAL=99999999999", "is no number from 1"),
        ("FREQ=SECONDLY;BYSECOND=59;COUNT=999999999", "too many steps"),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYHOUR=1,2;BYSETPOS=0", "BYSETPOS=0 is not from 1 to 366"),
        ("FREQ=HOURLY;BYMINUTE=1,2;BYSETPOS=0", "BYSETPOS=0 is not from 1 to 366"),
    ],
)
def test_what_cannot_be_counted_is_refused(rule, reason):
    content = read(rule)
    assert not content.recurrences
    assert reason in reasons(content.refused)


@st.composite
def exceptions(draw) -> list[str]:
    """EXRULE and EXDATE lines that meet some of the times of a rule."""
    some = st.lists(st.one_of(rules(), st.just("FREQ=DAILY;BYHOUR=9;BYMINUTE=30")), max_size=2)
    lines = [f"EXRULE:{rule}" for rule in draw(some)]
    for hours in draw(st.lists(st.integers(0, 24 * 14), max_size=4)):
        lines.append(f"EXDATE:{START + datetime.timedelta(hours=hours):%Y%m%dT%H%M%S}")
    return lines


@settings(max_examples=25, deadline=None)
@given(rules(), exceptions())
def test_what_is_left_of_a_rule_with_exceptions_is_that_of_dateutil(rule, lines):
    text = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", f"DTSTART:{START:%Y%m%dT%H%M%S}", f"RRULE:{rule}"]
    content = pb.ics.read("\n".join([*text, *lines]))
    assume(not content.refused)
    # A midnight stands for the day here, and is a time there.
    assume("at midnight" not in reasons(content.mended))
    out = {
        time
        for line in lines
        for time in (
            times_by_dateutil(line.removeprefix("EXRULE:"))
            if line.startswith("EXRULE:")
            else [datetime.datetime.strptime(line, "EXDATE:%Y%m%dT%H%M%S")]
        )
    }
    left = {time.date() for time in times_with_start(rule) if time not in out}
    days = [
        day for each in content.recurrences for day in each.recurrence.between(START.date(), END)
    ]
    assert days == sorted(left)
