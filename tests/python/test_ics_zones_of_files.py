"""Zones of calendar files: defined by the file, known to the database, or those of the calendar."""

import datetime
import functools
import subprocess
import sys
import zoneinfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import probity as pb
from conftest import day
from ics_files import days, file, reasons, series_of

SEOUL = datetime.timedelta(hours=9)


# Zones --------------------------------------------------------------------------------------------

NEW_YORK = """BEGIN:VTIMEZONE
TZID:{}
BEGIN:STANDARD
DTSTART:20071104T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20070311T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
END:VTIMEZONE"""


@functools.cache
def zone_here() -> datetime.tzinfo:
    """That of New York, as a file defines it."""
    own = NEW_YORK.format("Here")
    (meeting,) = pb.ics.read(file("DTSTART;TZID=Here:20260701T090000", head=own)).meetings
    assert isinstance(meeting.begin, datetime.datetime) and meeting.begin.tzinfo is not None
    return meeting.begin.tzinfo


@settings(max_examples=100)
@given(
    st.datetimes(datetime.datetime(2008, 1, 1), datetime.datetime(2100, 1, 1)),
    st.integers(0, 1),
)
def test_a_zone_of_the_file_is_that_of_the_database(when, fold):
    ours = zone_here()
    theirs = zoneinfo.ZoneInfo("America/New_York")
    local = when.replace(fold=fold)
    assert local.replace(tzinfo=ours).utcoffset() == local.replace(tzinfo=theirs).utcoffset()
    instant = when.replace(tzinfo=datetime.UTC)
    found, expected = instant.astimezone(ours), instant.astimezone(theirs)
    assert (found.replace(tzinfo=None), found.fold) == (
        expected.replace(tzinfo=None),
        expected.fold,
    )


def test_the_files_own_zone_decides_even_against_the_database():
    own = NEW_YORK.format("Asia/Seoul")
    (meeting,) = pb.ics.read(file("DTSTART;TZID=Asia/Seoul:20260701T090000", head=own)).meetings
    assert meeting.begin.utcoffset() == datetime.timedelta(hours=-4)


SCRIPT = """
import sys, warnings
warnings.simplefilter(sys.argv[2])
if sys.argv[1] == "after":
    import icalendar
    icalendar.Calendar.from_ical(sys.argv[4])
import probity as pb
print([str(d) for d in pb.ics.read(sys.argv[3]).recurrences[0].recurrence])
"""


@pytest.mark.parametrize("filters", ["ignore", "error"])
def test_nothing_depends_on_what_another_library_parsed_before(filters):
    ours = file(
        "DTSTART;TZID=Customized Time Zone:20260326T090000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "EXDATE:20260402T130000Z",
        head=NEW_YORK.format("Customized Time Zone"),
    )
    other = file(
        "DTSTART;TZID=Customized Time Zone:20260326T090000",
        head=NEW_YORK.format("Customized Time Zone").replace("-0", "+0"),
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT, order, filters, ours, other],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for order in ("alone", "after")
    }
    assert printed == {"['2026-03-26', '2026-04-09']\n"}


@pytest.mark.parametrize(
    "name",
    [
        "Korea Standard Time",
        '"Asia/Seoul"',
        "asia/seoul",
        "/mozilla.org/20050126_1/Asia/Seoul",
        "/freeassociation.sourceforge.net/Asia/Seoul",
        '"(UTC+09:00) Seoul"',
        "GMT+0900",
    ],
)
def test_a_zone_that_the_file_does_not_define_is_known_by_its_name(name):
    (meeting,) = pb.ics.read(file(f"DTSTART;TZID={name}:20260701T090000")).meetings
    assert meeting.begin.utcoffset() == SEOUL


def test_the_calendars_zone_holds_for_utc_and_for_times_without_a_zone():
    head = "X-WR-TIMEZONE:Asia/Seoul"
    for line in ("DTSTART:20260317T150000Z", "DTSTART:20260318T000000"):
        (meeting,) = pb.ics.read(file(line, head=head)).meetings
        assert str(meeting.begin) == "2026-03-18 00:00:00+09:00"
        assert meeting.zone == "Asia/Seoul"
    (meeting,) = pb.ics.read(file("DTSTART:20260317T150000Z", head=head), zone="UTC").meetings
    assert meeting.begin.date() == day("2026-03-17")
    zone = zoneinfo.ZoneInfo("America/New_York")
    (meeting,) = pb.ics.read(file("DTSTART:20260317T150000Z", head=head), zone=zone).meetings
    assert str(meeting.begin) == "2026-03-17 11:00:00-04:00"
    with pytest.raises(pb.ProbityError, match="zone='Nowhere' is no time zone"):
        pb.ics.read(file("DTSTART:20260317T150000Z"), zone="Nowhere")


def test_a_rule_in_utc_has_its_days_where_the_calendar_is():
    weekly = ["DTSTART:20260301T230000Z", "RRULE:FREQ=WEEKLY;BYDAY=SU;COUNT=2"]
    assert days(series_of(*weekly)) == ["03-01", "03-08"]
    assert days(series_of(*weekly, zone="Asia/Seoul")) == ["03-02", "03-09"]
    # 04:30 in UTC is 23:30 of the day before in winter, and 00:30 in summer.
    across = ["DTSTART:20260302T043000Z", "RRULE:FREQ=WEEKLY;COUNT=3"]
    found = series_of(*across, head="X-WR-TIMEZONE:America/New_York")
    assert days(found) == ["03-01", "03-09", "03-16"]


def test_an_unknown_zone_is_named():
    content = pb.ics.read(file("DTSTART:20260317T150000Z", head="X-WR-TIMEZONE:Nowhere"))
    assert "'Nowhere' is not known" in reasons(content.mended)
