"""Zones of calendar files as programs write them."""

import datetime

import pytest

import probity as pb
from ics_written import (
    EASTERN,
    IN_UTC,
    KOREAN,
    SEOUL,
    file,
    found,
    named,
    zone,
)

# Zones --------------------------------------------------------------------------------------------


def test_each_calendar_of_a_file_has_the_zones_that_it_defines():
    korean = KOREAN.replace("Korea Standard Time", "Customized Time Zone")
    line = "DTSTART;TZID=Customized Time Zone:2026032{}T100000"
    first = file(
        [line.format(3), "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:20260330T010000Z"], head=korean
    )
    second = file(
        [line.format(4), "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:20260331T140000Z"], head=EASTERN
    )
    assert found(first + second.replace("UID:u", "UID:v")) == ["03-23", "03-24"]


@pytest.mark.parametrize(
    ("definition", "reason"),
    [
        (EASTERN + "\n" + EASTERN, ""),
        (
            EASTERN + "\n" + KOREAN.replace("Korea Standard Time", "Customized Time Zone"),
            "in another way",
        ),
        (EASTERN.lower().replace("customized time zone", "CUSTOMIZED Time Zone"), ""),
        (EASTERN + "\n" + KOREAN.replace("TZID:Korea Standard Time\n", ""), "has no TZID"),
    ],
)
def test_a_zone_is_the_one_that_is_defined_first(definition, reason):
    text = file(
        [
            "DTSTART;TZID=Customized Time Zone:20260326T090000",
            "RRULE:FREQ=WEEKLY;COUNT=4",
            "EXDATE:20260402T130000Z",
        ],
        head=definition,
    )
    assert found(text) == ["03-26", "04-09", "04-16"]
    assert reason in named(text) and bool(reason) == bool(named(text))


def test_a_zone_may_be_defined_outside_of_the_calendar():
    text = (
        EASTERN.replace("\n", "\r\n")
        + "\r\n"
        + file(
            [
                "DTSTART;TZID=Customized Time Zone:20260326T200000",
                "RRULE:FREQ=DAILY;UNTIL=20260328T0000Z",
            ]
        )
    )
    assert found(text) == ["03-26", "03-27"]
    assert "VTIMEZONE stands outside" in named(text)


@pytest.mark.parametrize(
    "name",
    [
        "(GMT+09.00) Seoul",
        "(UTC+09:00) 서울",
        "대한민국 표준시",
        "KST",
        "JST",
        "Seoul",
        "Korea Daylight Time",
        "Asia/Seoul (KST)",
        "Asia/Seoul(GMT+09:00)",
        "Etc/GMT-9",
        "ROK",
        "/Asia/Seoul",
        "+09:00",
        "UTC+9",
    ],
)
def test_names_of_a_zone_that_no_calendar_defines(name):
    text = file(
        [
            f'DTSTART;TZID="{name}":20260302T100000',
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "EXDATE:20260309T010000Z",
        ]
    )
    assert found(text) == ["03-02", "03-16"]
    assert named(text) == ""


@pytest.mark.parametrize(
    "name",
    [
        "(UTC-05:00) Eastern Time (US & Canada)",
        "(GMT-05:00) 동부 표준시(미국과 캐나다)",
        "Eastern Daylight Time",
        "US Eastern Standard Time",
    ],
)
def test_a_name_that_windows_shows_has_its_summer_time(name):
    text = file(
        [
            f'DTSTART;TZID="{name}":20260326T090000',
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "EXDATE:20260402T130000Z",
        ]
    )
    assert found(text) == ["03-26", "04-09"]
    assert named(text) == ""


@pytest.mark.parametrize(
    "name", ["(UTC) Coordinated Universal Time", "(UTC) 협정 세계시", "Etc/UTC"]
)
def test_names_of_utc(name):
    (meeting,) = pb.ics.read(file([f'DTSTART;TZID="{name}":20260302T100000'])).meetings
    assert meeting.begin.utcoffset() == datetime.timedelta(0)


def test_a_zone_that_is_read_as_its_distance_from_utc_says_so():
    text = file(['DTSTART;TZID="(UTC+09:00) Somewhere":20260302T100000'])
    (meeting,) = pb.ics.read(text).meetings
    assert meeting.begin.utcoffset() == datetime.timedelta(hours=9)
    assert "its distance from UTC alone" in named(text)
    assert "unknown-zone" in {finding.what for finding in pb.ics.check(text)}


@pytest.mark.parametrize(
    "definition",
    [
        zone("Ours", "0900", "0900"),
        zone("Ours", "+09:00", "+09:00"),
        "BEGIN:VTIMEZONE\nTZID:Ours\nX-LIC-LOCATION:Asia/Seoul\nEND:VTIMEZONE",
        zone("Ours", "+0900", "+0900").replace("STANDARD", "DAYLIGHT"),
    ],
)
def test_a_zone_that_is_defined_carelessly(definition):
    text = file(
        [
            "DTSTART;TZID=Ours:20260302T100000",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "EXDATE:20260309T010000Z",
        ],
        head=definition,
    )
    assert found(text) == ["03-02", "03-16"]


def test_an_exception_in_utc_at_a_time_that_the_clock_skips():
    text = file(
        [
            "DTSTART;TZID=Customized Time Zone:20260307T023000",
            "RRULE:FREQ=DAILY;COUNT=3",
            "EXDATE:20260308T073000Z",
        ],
        head=EASTERN,
    )
    assert found(text) == ["03-07", "03-09"]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["EXDATE;VALUE=DATE:20260309"], ["03-02", "03-16"]),
        (["EXDATE:20260309T080000"], ["03-02", "03-16"]),
        (["EXDATE;TZID=Asia/Seoul:20260309T080000"], ["03-02", "03-16"]),
        (["RDATE;VALUE=DATE:20260311"], ["03-02", "03-09", "03-11", "03-16"]),
    ],
)
def test_dates_beside_times_in_utc_are_those_that_people_see(lines, days):
    assert found(file([*IN_UTC, *lines], head=SEOUL)) == days


def test_a_change_of_a_date_beside_times_in_utc():
    moved = ["RECURRENCE-ID;VALUE=DATE:20260309", "DTSTART:20260309T230000Z"]
    assert found(file(IN_UTC, moved, head=SEOUL)) == ["03-02", "03-10", "03-16"]
