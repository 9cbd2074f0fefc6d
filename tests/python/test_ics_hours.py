"""Rules that name hours: their days, held against dateutil, which walks from time to time."""

import datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import probity as pb
from probity.ics.hours import expand
from probity.ics.rules import RuleLost, Steps, parse_rule
from test_ics_read import reasons

rrule = pytest.importorskip("dateutil.rrule")

START = datetime.datetime(2026, 3, 2, 9, 30)
END = datetime.datetime(2026, 8, 1)


def days_by_dateutil(rule: str, start: datetime.datetime) -> list[datetime.date]:
    found: dict[datetime.date, None] = {}
    try:
        times = rrule.rrulestr(rule, dtstart=start)
    except ValueError as error:
        assert "empty set" in str(error)  # the steps never meet BYHOUR
        return []
    for number, time in enumerate(times):
        if time >= END:
            break
        found[time.date()] = None
        assert number < 200_000
    return list(found)


def days_of(rule: str, start: datetime.datetime) -> list[datetime.date]:
    days = expand(parse_rule(rule), start, Steps()).days
    return list(days.between(start.date(), END.date()))


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
    if places is not None and freq not in ("WEEKLY", "MINUTELY", "SECONDLY"):
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
    try:
        found = days_of(rule, start)
    except RuleLost as error:
        # Steps that fall on too many different days are refused, and rules that are never met.
        assume("too many different days" not in str(error))
        raise
    assert found == days_by_dateutil(rule, start)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        # 09:30 is DTSTART; 08:00 of the first day lies before it.
        ("FREQ=DAILY;BYHOUR=8,14;BYMINUTE=0;COUNT=3", ["03-02", "03-03"]),
        ("FREQ=DAILY;BYHOUR=9,14;BYMINUTE=30;COUNT=4", ["03-02", "03-03"]),
        ("FREQ=DAILY;BYHOUR=9;BYMINUTE=30;UNTIL=20260304T093000", ["03-02", "03-03", "03-04"]),
        ("FREQ=DAILY;BYHOUR=9;BYMINUTE=30;UNTIL=20260304T092959", ["03-02", "03-03"]),
        ("FREQ=HOURLY;INTERVAL=36;COUNT=3", ["03-02", "03-03", "03-05"]),
        ("FREQ=MINUTELY;INTERVAL=2160;COUNT=3", ["03-02", "03-03", "03-05"]),
        # Four times a week, the last of which is Friday 14:00.
        (
            "FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=9,14;BYMINUTE=30;BYSETPOS=-1;COUNT=2",
            ["03-06", "03-13"],
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO;BYHOUR=9,14;BYMINUTE=30;BYSETPOS=1,3;COUNT=3",
            ["03-02", "03-09", "04-06"],
        ),
    ],
)
def test_days_of_times(rule, days):
    assert [f"{day:%m-%d}" for day in expand(parse_rule(rule), START, Steps()).days] == days


def test_a_start_off_its_rule_counts():
    parsed = parse_rule("FREQ=DAILY;BYHOUR=14;BYMINUTE=0;COUNT=3")
    given_start = expand(parsed, START, Steps(), with_start=True)
    # 09:30 and 14:00 of the first day, 14:00 of the next.
    assert [f"{day:%m-%d}" for day in given_start.days] == ["03-02", "03-03"]
    assert not given_start.holds_start


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY;INTERVAL=86401;BYHOUR=9",
        "FREQ=HOURLY;BYWEEKNO=3",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=DAILY;BYHOUR=x",
        "FREQ=DAILY;BYMINUTE=-1",
        "FREQ=HOURLY;INTERVAL=99999999999",
        "FREQ=SECONDLY;BYSECOND=59;COUNT=999999999",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYHOUR=1,2;BYSETPOS=0",
    ],
)
def test_what_cannot_be_counted_is_refused(rule):
    with pytest.raises(RuleLost):
        expand(parse_rule(rule), START, Steps())


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
    assume(not content.refused and "of its RRULE" not in reasons(content.mended))
    # A midnight stands for the day here, and is a time there.
    assume("at midnight" not in reasons(content.mended))
    left = rrule.rrulestr("\n".join([f"RRULE:{rule}", *lines]), dtstart=START, forceset=True)
    found: dict[datetime.date, None] = {}
    for number, time in enumerate(left):
        if time >= END:
            break
        found[time.date()] = None
        assert number < 200_000
    days = [
        day for each in content.recurrences for day in each.recurrence.between(START.date(), END)
    ]
    assert days == list(found)
