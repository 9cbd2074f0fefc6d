"""Versions of events and what cancels them, as programs write them."""

import pytest

from ics_written import (
    DAY,
    DAYS,
    HOUR,
    HOURS,
    IN_UTC,
    SEOUL,
    file,
    found,
    named,
)

# Versions and cancelling --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "stamps",
    [
        ("DTSTAMP:20260101T100000Z", "DTSTAMP:20260101T120000+0900"),
        ("DTSTAMP:20260101T100000Z", "DTSTAMP;TZID=Asia/Seoul:20260101T120000"),
        ("DTSTAMP:20260101T100000Z", "DTSTAMP:20260101"),
        ("DTSTAMP:20260101T100000Z", "DTSTAMP:"),
    ],
)
def test_stamps_of_any_form_are_compared_as_instants(stamps):
    text = file(DAY, ["DTSTART;VALUE=DATE:20260401"])
    for stamp in stamps:
        text = text.replace("DTSTAMP:20260101T000000Z", stamp, 1)
    assert found(text) == ["03-02"]


@pytest.mark.parametrize(
    "lines",
    [
        ["SEQUENCE:1", "STATUS:CANCELLED"],
        ["SEQUENCE:1", "STATUS:Canceled", *DAY],
        ["STATUS:CANCELLED", *DAYS, "SUMMARY:취소"],
        ["STATUS:CANCELLED"],
        ["SEQUENCE:1", "STATUS:CANCELLED", "DTSTART;VALUE=DATE:20260601"],
    ],
)
def test_what_cancels_a_series_needs_neither_its_date_nor_its_words(lines):
    for text in (file(DAYS, lines), file(lines, DAYS)):
        assert found(text) == []
        assert "cancelled" in named(text)


def test_a_cancelled_version_before_the_last_cancels_nothing():
    assert len(found(file([*DAYS, "SEQUENCE:3"], [*DAY, "SEQUENCE:1", "STATUS:CANCELLED"]))) == 4


def test_a_calendar_that_cancels_takes_away_from_the_other_of_the_file():
    whole = file(["SEQUENCE:1"], head="METHOD:CANCEL")
    one = file(["SEQUENCE:1", "RECURRENCE-ID;VALUE=DATE:20260309"], head="METHOD:CANCEL")
    for texts in ((file(DAYS), whole), (whole, file(DAYS))):
        assert found("".join(texts)) == []
    assert found(file(DAYS) + one) == ["03-02", "03-16", "03-23"]


@pytest.mark.parametrize(
    "named_by",
    [
        "RECURRENCE-ID:20260309T010000Z",
        "RECURRENCE-ID:20260309T100000",
        "RECURRENCE-ID;VALUE=DATE:20260309",
        "RECURRENCE-ID;TZID=America/New_York:20260308T210000",
        "RECURRENCE-ID;TZID=Asia/Seoul:20260309T000000",
        "RECURRENCE-ID: 20260309T010000Z ",
    ],
)
def test_a_change_names_its_occurrence_in_any_form(named_by):
    moved = [named_by, "DTSTART;TZID=Asia/Seoul:20260310T100000"]
    assert found(file(HOURS, moved)) == ["03-02", "03-10", "03-16", "03-23"]


def test_a_change_that_names_nothing_stands_for_itself():
    text = file(DAYS, ["RECURRENCE-ID:never", "DTSTART;VALUE=DATE:20260310"])
    assert found(text) == ["03-02", "03-09", "03-10", "03-16", "03-23"]
    gone = file(DAYS, ["RECURRENCE-ID:never", "DTSTART;VALUE=DATE:20260310", "STATUS:CANCELLED"])
    assert found(gone) == ["03-02", "03-09", "03-16", "03-23"]
    alone = file(DAY, ["RECURRENCE-ID:never", "DTSTART;VALUE=DATE:20260310"])
    assert found(alone) == ["03-02", "03-10"]


@pytest.mark.parametrize("numbers", [("1767225700", "1767225600"), ("20260101120000", "9")])
def test_a_sequence_may_be_a_time_as_a_number(numbers):
    later, earlier = (f"SEQUENCE:{number}" for number in numbers)
    text = file([*DAY, later], ["DTSTART;VALUE=DATE:20260401", earlier])
    assert found(text) == ["03-02"]


def test_changes_without_their_series_are_versions_of_one_in_any_form():
    text = file(
        ["RECURRENCE-ID;VALUE=DATE:20260309", HOUR],
        ["RECURRENCE-ID:20260309T010000Z", "SEQUENCE:1", HOUR.replace("0302", "0311")],
    )
    assert found(text) == ["03-11"]


RANGE = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Seoul:20260316T100000"
LATER = "DTSTART;TZID=Asia/Seoul:20260318T140000"


@pytest.mark.parametrize(
    ("series", "changes", "days"),
    [
        ([], [[RANGE.lower().replace("asia/seoul", "Asia/Seoul"), LATER]], ["03-18", "03-25"]),
        ([], [[RANGE, "SEQUENCE:2", LATER], [RANGE, "SEQUENCE:1", HOUR]], ["03-18", "03-25"]),
        (["EXDATE;TZID=Asia/Seoul:20260323T100000"], [[RANGE, LATER]], ["03-18"]),
        (["RDATE;TZID=Asia/Seoul:20260401T100000"], [[RANGE, LATER]], ["03-18", "03-25", "04-03"]),
        (
            [],
            [
                [RANGE, LATER],
                [
                    RANGE.replace("0316", "0323"),
                    "DTSTART;TZID=Asia/Seoul:20260326T140000",
                ],
            ],
            ["03-18", "03-26"],
        ),
        (
            [],
            [
                [RANGE, LATER],
                [
                    RANGE.replace("RANGE=THISANDFUTURE;", ""),
                    "SEQUENCE:2",
                    "DTSTART;TZID=Asia/Seoul:20260317T140000",
                ],
            ],
            ["03-17", "03-25"],
        ),
        ([], [["RECURRENCE-ID;RANGE=THISANDFUTURE:20260316T010000Z", LATER]], ["03-18", "03-25"]),
    ],
)
def test_this_and_all_later_ones_beside_other_changes(series, changes, days):
    assert found(file([*HOURS, *series], *changes)) == ["03-02", "03-09", *days]


@pytest.mark.parametrize(
    "lines",
    [
        ["EXDATE:99991231T235959Z"],
        ["RDATE:99991231T235959Z"],
        ["EXDATE:00010101T000000Z", "RDATE:20260303T010000Z,99991231T235959Z"],
    ],
)
def test_a_date_at_the_end_of_time_is_lost_alone(lines):
    text = file([*HOURS, *lines])
    assert found(text)[0] == "03-02" and len(found(text)) >= 4
    never = file(HOURS, ["RECURRENCE-ID:99991231T235959Z", HOUR])
    assert len(found(never)) == 4


def test_a_date_at_the_end_of_time_beside_times_in_utc_is_lost_alone():
    for value in ("EXDATE;VALUE=DATE:99991231", "EXDATE;VALUE=DATE:00010101"):
        assert len(found(file([*IN_UTC, value], head=SEOUL))) == 3
