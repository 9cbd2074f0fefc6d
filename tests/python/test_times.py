"""Recurrence in time: rules with times of day, in zones."""

import copy
import datetime
import itertools
import pickle
import zoneinfo
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

import probity as pb

DATA = Path(__file__).resolve().parents[1] / "data"
UTC = datetime.UTC
SEOUL = zoneinfo.ZoneInfo("Asia/Seoul")
NEW_YORK = zoneinfo.ZoneInfo("America/New_York")
START = datetime.datetime(2026, 3, 7, 2, 30)


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


# ------------------------------------------------------------------------------- values


def test_a_meeting_in_seoul():
    r = pb.TimedRecurrence("FREQ=WEEKLY;BYHOUR=10,14", "2026-03-18T10:00", "Asia/Seoul")
    first = r.nth(0)
    assert first == datetime.datetime(2026, 3, 18, 10, tzinfo=SEOUL)
    assert first.tzinfo is SEOUL
    assert r.next_after(first) == datetime.datetime(2026, 3, 18, 14, tzinfo=SEOUL)
    assert r.last_before("2026-03-25T12:00") == datetime.datetime(2026, 3, 25, 10, tzinfo=SEOUL)
    assert r.last_before(first) is None
    assert r.count("2026-01-01", "2027-01-01") == 84
    assert at("2026-03-25T01:00+00:00") in r
    assert at("2026-03-25T10:00") in r
    assert at("2026-03-25T10:00+00:00") not in r
    assert (r.rule, r.start, r.zone) == (
        pb.Rule("FREQ=WEEKLY;BYHOUR=10,14"),
        at("2026-03-18T10:00"),
        pb.Zone("Asia/Seoul"),
    )
    assert not r.is_finite
    assert [t.isoformat() for t in itertools.islice(r, 3)] == [
        "2026-03-18T10:00:00+09:00",
        "2026-03-18T14:00:00+09:00",
        "2026-03-25T10:00:00+09:00",
    ]


def test_floating_times_have_no_zone():
    r = pb.TimedRecurrence("FREQ=DAILY", START)
    assert r.zone is None
    assert r.nth(1) == at("2026-03-08T02:30") and r.nth(1).tzinfo is None
    with pytest.raises(pb.ProbityError, match="floats"):
        r.next_after(datetime.datetime(2026, 3, 8, tzinfo=UTC))


def test_the_zone_may_be_that_of_the_start():
    r = pb.TimedRecurrence("FREQ=DAILY", START.replace(tzinfo=NEW_YORK))
    assert r == pb.TimedRecurrence("FREQ=DAILY", START, "America/New_York")
    assert r == pb.TimedRecurrence("FREQ=DAILY", START, NEW_YORK)
    assert pb.TimedRecurrence("FREQ=DAILY", START.replace(tzinfo=UTC)).zone == pb.Zone("UTC")
    with pytest.raises(pb.ProbityError, match="zone Asia/Seoul and the zone is America"):
        pb.TimedRecurrence("FREQ=DAILY", START.replace(tzinfo=SEOUL), NEW_YORK)


def test_a_skipped_time_is_shown_as_clocks_do_and_one_that_comes_twice_is_the_first():
    r = pb.TimedRecurrence("FREQ=DAILY", START, "America/New_York")
    assert r.nth(1).isoformat() == "2026-03-08T03:30:00-04:00"
    s = pb.TimedRecurrence("FREQ=DAILY", "2025-11-01T01:30", "America/New_York")
    assert s.nth(1).isoformat() == "2025-11-02T01:30:00-04:00"
    # One that an RDATE names by its instant may be the second.
    t = pb.TimedRecurrence(
        "FREQ=DAILY;COUNT=1", "2025-11-01T01:30", "America/New_York", ["2025-11-02T06:30Z"]
    )
    assert t.nth(1).isoformat() == "2025-11-02T01:30:00-05:00"
    assert t.nth(1).fold == 1


@pytest.mark.parametrize(
    ("given", "stands_for"),
    [
        ("2026-03-18T10:00", "2026-03-18T10:00"),
        ("2026-03-18 10:00:00", "2026-03-18T10:00"),
        ("2026-03-18", "2026-03-18T00:00"),
        (datetime.date(2026, 3, 18), "2026-03-18T00:00"),
        (np.datetime64("2026-03-18T10:00"), "2026-03-18T10:00"),
        (pd.Timestamp("2026-03-18T10:00"), "2026-03-18T10:00"),
    ],
)
def test_what_a_local_time_may_be(given, stands_for):
    assert pb.TimedRecurrence("FREQ=DAILY", given).start == at(stands_for)


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ("2026-03-18T25:00", pb.DateError),
        ("next Monday", pb.DateError),
        ("0001-01-01T10:00", pb.DateError),
        (datetime.datetime(2026, 3, 18, 10, 0, 0, 1), pb.DateError),
        (np.datetime64("2026-03-18T10:00:00.5"), pb.DateError),
        (pd.Timestamp("2026-03-18T10:00:00.000000001"), pb.DateError),
        (pd.NaT, pb.DateError),
        (3, TypeError),
        (None, TypeError),
        (datetime.time(10), TypeError),
    ],
)
def test_what_is_no_local_time(given, error):
    with pytest.raises(error):
        pb.TimedRecurrence("FREQ=DAILY", given)


def test_zones_are_checked_before_a_file_is_opened():
    for name in ("../zoneinfo/UTC", "/etc/passwd", "", "Asia/Se oul", "Mars/Phobos"):
        with pytest.raises(pb.ZoneError):
            pb.Zone(name)
    with pytest.raises(TypeError, match="no zone"):
        pb.TimedRecurrence("FREQ=DAILY", START, 9)


@pytest.mark.parametrize(("windows", "name"), WINDOWS_TO_OLSON.items())
def test_a_zone_is_found_by_its_name_in_windows(windows, name):
    # icalendar has the table of CLDR too, with names that the tz database has since given up.
    zone, other = pb.Zone(windows), pb.Zone(name)
    assert zone.name != windows or windows == "UTC"
    assert zone.changes("1970-01-01", "2040-01-01") == other.changes("1970-01-01", "2040-01-01")
    noon = pb.TimedRecurrence("FREQ=DAILY", "2026-07-01T12:00", zone).nth(0)
    assert noon == pb.TimedRecurrence("FREQ=DAILY", "2026-07-01T12:00", other).nth(0)


def test_a_zone_of_windows_is_that_of_the_database():
    assert pb.Zone("Korea Standard Time") == pb.Zone("Asia/Seoul")
    zone = pb.Zone("korea standard time", folder=DATA / "zoneinfo")
    assert pickle.loads(pickle.dumps(zone)) == zone and zone.name == "Asia/Seoul"
    with pytest.raises(pb.ZoneError, match="Korea Standard Time"):
        pb.Zone("Seoul Standard Time")


def test_a_zone_of_a_folder(tmp_path):
    (tmp_path / "Here").mkdir()
    seoul = DATA / "zoneinfo" / "Asia" / "Seoul"
    (tmp_path / "Here" / "Office").write_bytes(seoul.read_bytes())
    zone = pb.Zone("Here/Office", folder=tmp_path)
    r = pb.TimedRecurrence("FREQ=DAILY", "2026-03-18T10:00", zone)
    assert r.nth(0).isoformat() == "2026-03-18T10:00:00+09:00"
    assert repr(zone) == f"Zone('Here/Office', {str(tmp_path)!r})"
    assert pickle.loads(pickle.dumps(zone)) == zone


def test_times_are_a_sequence_and_an_array():
    r = pb.TimedRecurrence("FREQ=HOURLY", "2025-11-02T00:00", "America/New_York")
    times = r.between("2025-11-02", "2025-11-02T04:00")
    assert len(times) == 4 and times[-1] == times[3] and times[1:3] == list(times)[1:3]
    with pytest.raises(IndexError, match="time 4 of 4"):
        times[4]
    assert times.to_numpy().tolist() == [
        at("2025-11-02T04:00"),
        at("2025-11-02T05:00"),
        at("2025-11-02T07:00"),
        at("2025-11-02T08:00"),
    ]
    assert times.to_numpy(local=True).tolist() == [at(f"2025-11-02T0{h}:00") for h in range(4)]
    assert times == pb.Times(list(times), "America/New_York") and times.zone == r.zone
    assert repr(times).startswith("<Times: 4 in America/New_York: 2025-11-02T00:00:00, ")
    floating = pb.TimedRecurrence("FREQ=DAILY", START).between("2026-03-07", "2026-03-08")
    assert floating.to_numpy().tolist() == [START]
    assert repr(floating) == "<Times: 1 floating: 2026-03-07T02:30:00>"


def test_many_at_once():
    seoul = pb.TimedRecurrence("FREQ=DAILY", "2026-03-01T10:00", "Asia/Seoul")
    london = pb.TimedRecurrence("FREQ=WEEKLY", "2026-03-01T09:00", "Europe/London")
    offsets, times = pb.expand_times([seoul, london, seoul], "2026-03-01", "2026-05-01")
    for i, r in enumerate((seoul, london, seoul)):
        one = r.between("2026-03-01", "2026-05-01").to_numpy()
        assert (times[offsets[i] : offsets[i + 1]] == one).all()
    with pytest.raises(TypeError, match="recurrence 1 is a TimedRecurrence"):
        pb.expand_times([seoul, "FREQ=DAILY"], "2026-03-01", None)


# ------------------------------------------------------------------------------ algebra


def test_combinations_and_equality():
    a = pb.TimedRecurrence("FREQ=DAILY;BYHOUR=2", "2026-03-07T02:00", "America/New_York")
    b = pb.TimedRecurrence("FREQ=DAILY;BYHOUR=3", "2026-03-07T03:00", "America/New_York")
    both = pb.TimedRecurrence("FREQ=DAILY;BYHOUR=2,3", "2026-03-07T02:00", "America/New_York")
    year = ("2026-01-01", "2027-01-01")
    assert (a | b).between(*year) == both.between(*year)
    assert [t.isoformat() for t in (a & b).between(*year)] == ["2026-03-08T03:00:00-04:00"]
    assert (a - b).count(*year) == a.count(*year) - 1
    assert (a | b) == (a | b) != (b | a)
    daily = pb.TimedRecurrence("FREQ=HOURLY;INTERVAL=24", "2026-03-07T02:00", "America/New_York")
    assert daily != a and daily.same_dates(a)
    with pytest.raises(pb.ProbityError, match="only those in the same zone combine"):
        a | pb.TimedRecurrence("FREQ=DAILY", START)


def test_values_come_back():
    a = pb.TimedRecurrence(
        "FREQ=DAILY;COUNT=3",
        START,
        "America/New_York",
        rdates=["2026-06-01T10:00", "2025-11-02T06:30Z"],
        exdates=["2026-03-08T02:30"],
    )
    floating = pb.TimedRecurrence("FREQ=DAILY", START, exdates=["2026-03-08T02:30"])
    for value in (a, a | a, (a | a) - a, floating, a.between("2026-01-01"), a.zone):
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(pickle.loads(pickle.dumps(value))) == hash(value)
        assert copy.deepcopy(value) is value
    for value in (a, (a | a) - a, floating, a.zone):
        assert eval(repr(value), vars(pb)) == value


# --------------------------------------------------------------------------- identities

RULES = [
    "FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=9,14;BYMINUTE=0,30",
    "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=15,45",
    "FREQ=HOURLY;INTERVAL=5",
    "FREQ=HOURLY;INTERVAL=5;BYDAY=MO,TU",
    "FREQ=MINUTELY;INTERVAL=45;BYHOUR=1,2,3",
    "FREQ=MINUTELY;INTERVAL=1000;BYMONTH=3,11",
    "FREQ=SECONDLY;INTERVAL=97;BYMINUTE=0",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,17;BYSETPOS=2,-1",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU;BYHOUR=2,3",
]
ZONES = [None, "UTC", "Asia/Seoul", "America/New_York", "Europe/London", "Pacific/Apia"]
timed = st.builds(
    pb.TimedRecurrence,
    st.sampled_from(RULES),
    st.datetimes(at("1980-01-01"), at("2030-01-01")).map(lambda t: t.replace(microsecond=0)),
    st.sampled_from(ZONES),
)


@given(timed, st.integers(0, 300_000))
def test_the_nth_has_n_before_it(r, k):
    time = r.nth(k)
    if time is None:
        assert r.count("1400-01-01") <= k
        return
    assert time in r
    assert r.count("1400-01-01", time) == k
    following = r.nth(k + 1)
    assert r.next_after(time) == following
    assert following is None or r.last_before(following) == time


@given(timed, timed, st.integers(0, 9000))
def test_sets_combine_as_sets(a, b, days):
    if a.zone != b.zone:
        return
    begin = at("1990-01-01") + datetime.timedelta(days)
    end = begin + datetime.timedelta(20)
    ours, others = set(a.between(begin, end)), set(b.between(begin, end))
    for combined, expected in (
        (a | b, ours | others),
        (a & b, ours & others),
        (a - b, ours - others),
    ):
        assert list(combined.between(begin, end)) == sorted(expected)
        assert combined.count(begin, end) == len(expected)


# ------------------------------------------------------------------------------- peers


@given(
    st.sampled_from(
        [
            *RULES[:6],
            "FREQ=DAILY;INTERVAL=3;BYHOUR=9,10,11;BYMINUTE=0,20,40",
            "FREQ=HOURLY;BYMINUTE=0,30;BYSETPOS=-1;BYDAY=MO",
            "FREQ=YEARLY;BYMONTH=1,6;BYMONTHDAY=1,-1;BYHOUR=6,18",
            "FREQ=MONTHLY;BYDAY=1MO,-1FR;BYHOUR=8,9",
            "FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=SU,MO;BYHOUR=0,23",
            RULES[7],
        ]
    ),
    st.datetimes(at("1990-01-01"), at("2030-01-01")).map(lambda t: t.replace(microsecond=0)),
)
def test_floating_times_are_those_of_dateutil(rule, start):
    expected = list(itertools.islice(rrule.rrulestr(rule, dtstart=start), 60))
    r = pb.TimedRecurrence(rule, start)
    assert list(itertools.islice(r, 60)) == expected
    assert r.nth(59) == expected[-1]


@pytest.mark.parametrize(
    "zone", ["Asia/Seoul", "America/New_York", "Europe/London", "Pacific/Apia"]
)
def test_instants_are_those_of_zoneinfo(zone):
    """A local time by its first distance from UTC, with fold=0: PEP 495 reads a gap as RFC 5545."""
    info = zoneinfo.ZoneInfo(zone)
    r = pb.TimedRecurrence("FREQ=HOURLY;INTERVAL=7;BYMINUTE=30", "1950-01-01T00:30", zone)
    start = at("1950-01-01T00:30")
    steps = (at("2050-01-01") - start) // datetime.timedelta(hours=7)
    local = (start + datetime.timedelta(hours=7) * k for k in range(steps))
    expected = sorted({t.replace(tzinfo=info).astimezone(UTC) for t in local})
    found = r.between("1950-01-01", expected[-1] + datetime.timedelta(seconds=1))
    assert [t.astimezone(UTC) for t in found] == expected
