"""Files as programs write them: the days of 2026 that each gives, and that faults are named.

Each case is a file that a client, a server or an old phone writes, not as RFC 5545 has it.
"""

import datetime

import pytest

import probity as pb
from test_ics_cases import days_of
from test_ics_read import calendar, event, reasons

DAY = ["DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260303"]
DAYS = [*DAY, "RRULE:FREQ=WEEKLY;COUNT=4"]
HOUR = "DTSTART;TZID=Asia/Seoul:20260302T100000"
HOURS = [HOUR, "RRULE:FREQ=WEEKLY;COUNT=4"]
SEOUL = "X-WR-TIMEZONE:Asia/Seoul"
#: An event on Mondays at eight in Seoul, in UTC.
IN_UTC = ["DTSTART:20260301T230000Z", "RRULE:FREQ=WEEKLY;COUNT=3"]


def zone(name: str, before: str, after: str) -> str:
    return "\n".join(
        [
            *("BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:16010101T000000"),
            *(f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", "END:STANDARD", "END:VTIMEZONE"),
        ]
    )


EASTERN = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""
KOREAN = zone("Korea Standard Time", "+0900", "+0900")


def file(*events: list[str] | str, head: str = "") -> str:
    parts = [event(*each, uid="u") if isinstance(each, list) else each for each in events]
    return calendar(*parts, zone=head)


def found(text: str | bytes) -> list[str]:
    """The days of all that a file holds; check names each line that reading mends or refuses."""
    content = pb.ics.read(text)
    lines = {each.line for each in (*content.refused, *content.mended)}
    assert lines <= {finding.line for finding in pb.ics.check(text)}
    days = [date[5:] for dates in days_of(content).values() for date in dates]
    return sorted(days)


def named(text: str | bytes) -> str:
    content = pb.ics.read(text)
    return reasons([*content.refused, *content.mended])


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


# Whole days ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        ["DTSTART:20260302T000000", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE"],
        ["DTSTART;VALUE=DATE:20260301T150000Z"],
        ["DTSTART;TZID=Asia/Seoul:20260302T000000", "DTEND:20260302T150000Z"],
        ["DTSTART:20260302T000000", "DTEND:20260302T240000"],
        ["DTSTART;VALUE=DATE:20260302", "DURATION:PT24H"],
        ["DTSTART;VALUE=DATE:20260302", "DURATION:-P1D"],
        ["DTSTART;VALUE=DATE:20260302", "ATTENDEE:"],
        ["DTSTART;VALUE=DATE:20260302", "ORGANIZER:MAILTO:a@example.com", "ATTENDEE:A@example.com"],
    ],
)
def test_forms_of_one_whole_day(lines):
    content = pb.ics.read(file(lines, head=SEOUL))
    assert [str(day) for each in content.holidays for day in each.days] == ["2026-03-02"]


@pytest.mark.parametrize("head", [SEOUL, KOREAN])
def test_midnights_in_utc_are_a_day_where_the_calendar_is(head):
    text = file(["DTSTART:20260301T150000Z", "DTEND:20260302T150000Z"], head=head)
    assert found(text) == ["03-02"] and len(pb.ics.read(text).holidays) == 1


@pytest.mark.parametrize("head", [SEOUL, KOREAN])
@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["EXDATE:20260308T150000Z"], ["03-02", "03-16", "03-23"]),
        (["EXDATE:20260309T000000Z"], ["03-02", "03-16", "03-23"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20260315T150000Z"], ["03-02", "03-09", "03-16"]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20260315T235959Z"], ["03-02", "03-09"]),
    ],
)
def test_midnights_of_the_zone_beside_whole_days(head, lines, days):
    series = [*(DAY if "RRULE" in lines[0] else DAYS), *lines]
    assert found(file(series, head=head)) == days
    moved = ["RECURRENCE-ID:20260308T150000Z", "DTSTART;VALUE=DATE:20260310"]
    assert found(file(DAYS, moved, head=head)) == ["03-02", "03-10", "03-16", "03-23"]


# Rules and lists ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;COUNT=03;INTERVAL=01",
        "FREQ=WEEKLY;BYDAY=MON;COUNT=3",
        "FREQ=WEEKLY;BYDAY=Monday;COUNT=3",
        'FREQ=WEEKLY;BYDAY="MO";COUNT=3',
        "FREQ=WEEKLY;COUNT=4294967295;UNTIL=20260316T235959",
        "W1 MO #3",
        "D7 #3",
    ],
)
def test_rules_of_careless_writers(rule):
    text = file([*DAY, f"RRULE:{rule}"])
    assert found(text) == ["03-02", "03-09", "03-16"]
    assert pb.ics.read(text).refused == []


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;BYDAY=T", "FREQ=WEEKLY;BYDAY=MOT", "M30 #3", "W"])
def test_a_rule_that_may_mean_two_things_is_lost(rule):
    text = file([*DAY, f"RRULE:{rule}"])
    assert found(text) == ["03-02"]
    assert len(pb.ics.read(text).refused) == 1


@pytest.mark.parametrize(
    "listed", ["20260309;20260316", " 20260309 , 20260316 ", "20260309;,20260316"]
)
def test_a_list_with_semicolons_or_blanks(listed):
    text = file([*DAYS, f"EXDATE;VALUE=DATE:{listed}"])
    assert found(text) == ["03-02", "03-23"]
    assert "between its values" in named(text) or "stray blanks" in named(text)


def test_exceptions_of_an_event_that_does_not_recur_are_named():
    text = file([*DAY, "EXDATE;VALUE=DATE:20260302"])
    assert found(text) == ["03-02"]
    assert "does not recur" in named(text)


TWICE = ["DTSTART;TZID=Asia/Seoul:20260302T090000", "RRULE:FREQ=DAILY;BYHOUR=9,14;COUNT=5"]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["EXRULE:FREQ=DAILY;BYHOUR=14"], ["03-02", "03-03", "03-04"]),
        (["EXRULE:FREQ=DAILY;BYHOUR=14", "EXRULE:FREQ=WEEKLY;BYDAY=TU"], ["03-02", "03-04"]),
        (["EXRULE:FREQ=DAILY;BYHOUR=9,14;COUNT=2"], ["03-03", "03-04"]),
        (["EXRULE:FREQ=HOURLY;INTERVAL=5"], ["03-03", "03-04"]),
        # 09:00 of the second day: the steps of 24 hours meet it, those of 25 do not.
        (["EXRULE:FREQ=HOURLY;INTERVAL=24", "EXRULE:FREQ=DAILY;BYHOUR=14;COUNT=1"], ["03-03"]),
        (["EXRULE:FREQ=HOURLY;INTERVAL=25"], ["03-02", "03-03", "03-04"]),
        # COUNT leaves 09:00 alone of the third day.
        (["EXDATE;TZID=Asia/Seoul:20260304T090000"], ["03-02", "03-03"]),
        (["EXDATE;TZID=Asia/Seoul:20260304T140000"], ["03-02", "03-03", "03-04"]),
        (
            ["EXRULE:FREQ=DAILY;BYHOUR=14", "EXDATE;TZID=Asia/Seoul:20260303T090000"],
            ["03-02", "03-04"],
        ),
    ],
)
def test_what_takes_out_times_leaves_the_days_of_the_others(lines, days):
    assert found(file([*TWICE, *lines])) == days


def test_an_event_whose_times_are_too_many_to_count_stays_on_its_day():
    lists = [",".join(map(str, range(number))) for number in (24, 60, 60)]
    rule = "RRULE:FREQ=DAILY;BYHOUR={};BYMINUTE={};BYSECOND={}".format(*lists)
    dates = [f"EXDATE:202603{day:02}T{hour:02}0000Z" for day in range(3, 30) for hour in range(24)]
    text = file([HOUR, rule, *dates])
    assert found(text) == ["03-02"]
    assert "too many steps" in named(text)


def test_an_extra_time_of_a_day_stays_when_its_rule_is_taken_out():
    lines = ["RDATE;TZID=Asia/Seoul:20260309T140000", "EXRULE:FREQ=WEEKLY"]
    assert found(file([*HOURS, *lines])) == ["03-09"]


def test_a_change_of_all_later_ones_leaves_the_morning_before_it():
    moved = [
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Seoul:20260303T140000",
        "DTSTART;TZID=Asia/Seoul:20260310T140000",
    ]
    assert found(file(TWICE, moved)) == ["03-02", "03-03", "03-10", "03-11"]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("MP1 1+ TU TH #4", ["03-03", "03-05", "04-02", "04-07"]),
        ("MP1 1+TU #2", ["03-03", "04-07"]),
        ("MP1 1TU #2", ["03-03", "04-07"]),
        ("MP1+ 1TU #2", ["03-03", "04-07"]),
        ("MP1 1-TU #2", ["03-03", "03-31"]),
        ("w1 tu we #3", ["03-03", "03-04", "03-10"]),
        ("W1 TU 1000 1500 #4", ["03-03", "03-10"]),
        ("YM1 3 6 #2", ["03-03", "06-03"]),
    ],
)
def test_rules_of_vcalendar_1_as_phones_write_them(rule, days):
    text = file(["DTSTART:20260303T100000", f"RRULE:{rule}"]).replace("VERSION:2.0", "VERSION:1.0")
    assert found(text) == days


def test_exrule_of_vcalendar_1():
    for name in ("XRULE", "EXRULE"):
        text = file(["DTSTART:20260303T100000", "RRULE:D1 #5", f"{name}:D2 #3"])
        assert found(text.replace("VERSION:2.0", "VERSION:1.0")) == ["03-04", "03-06"]


# The bytes and the lines --------------------------------------------------------------------------

TITLED = file([*DAY]).replace("SUMMARY:Title", "SUMMARY:{}")


@pytest.mark.parametrize(
    ("title", "encoding", "expected"),
    [
        ("회의", "utf-16-le", "회의"),
        ("회의", "utf-16-be", "회의"),
        ("회의", "utf-16", "회의"),
        ("회의", "cp949", "회의"),
        ("Jour férié – été", "cp1252", "Jour férié – été"),
        ("Réunion", "latin-1", "Réunion"),
        ("회\u2028의\x0b", "utf-8", "회\u2028의\x0b"),
    ],
)
def test_letters_of_other_encodings(title, encoding, expected):
    data = TITLED.format(title).encode(encoding)
    (day,) = pb.ics.read(data).holidays
    assert day.title == expected
    lines = {each.line for each in pb.ics.read(data).mended}
    assert lines <= {finding.line for finding in pb.ics.check(data)}


def test_a_damaged_letter_leaves_the_others():
    data = TITLED.format("청렴한 회의").encode().replace("의\r".encode(), "의".encode()[:2] + b"\r")
    assert pb.ics.read(data).holidays[0].title == "청렴한 회\ufffd"


def test_findings_of_a_file_in_utf_16_stand_on_their_lines():
    text = file([*DAY, "RRULE:FREQ=SOMETIMES"])
    number = text.split("\r\n").index("RRULE:FREQ=SOMETIMES") + 1
    kinds = {(each.what, each.line) for each in pb.ics.check(text.encode("utf-16"))}
    assert ("rrule-invalid", number) in kinds and ("encoding", 1) in kinds
    assert "line-ends" not in {what for what, _ in kinds}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("SUMMARY;ENCODING=BASE64;CHARSET=UTF-8:7ZqM7J2Y", "회의"),
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=ED=9A=\r\n =8C=EC=9D=98", "회의"),
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:a=0D=0Ab", "a\nb"),
        ("SUMMARY;ENCODING=BASE64:?", "?"),
    ],
)
def test_texts_that_were_encoded_to_be_sent(line, expected):
    text = TITLED.replace("SUMMARY:{}", line)
    assert pb.ics.read(text).holidays[0].title == expected


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("BEGIN:VPOLL\r\nUID:p\r\nEND:VPOLL", "VPOLL is no event"),
        ("BEGIN:X-FOO\r\nBEGIN:X-BAR\r\nEND:X-BAR\r\nEND:X-FOO", "X-FOO is no event"),
        ("BEGIN:VAVAILABILITY\r\nEND:VAVAILABILITY", "VAVAILABILITY is no event"),
        ("SUMMARY:a\r\nDTSTART;VALUE=DATE:20260101\r\nEND:VEVENT", "DTSTART stands outside"),
    ],
)
def test_what_is_no_event_does_not_vanish(part, reason):
    text = calendar(part, event(*DAY))
    assert found(text) == ["03-02"]
    assert reason in named(text)


def test_a_journal_behind_an_event_without_its_end_is_named():
    text = calendar("\n".join(["BEGIN:VEVENT", *DAY, "BEGIN:VJOURNAL", "UID:j", "END:VJOURNAL"]))
    assert found(text) == ["03-02"]
    assert "VJOURNAL is no event" in named(text)


def test_what_stands_outside_of_the_calendar_is_named():
    after = file() + event(*DAY) + "\r\n"
    assert found(after) == ["03-02"] and "VEVENT stands outside" in named(after)
    before = "Content-Type: text/calendar\r\n\r\n" + file([*DAY])
    assert found(before) == ["03-02"] and "CONTENT-TYPE stands outside" in named(before)


def test_a_calendar_without_its_end_holds_the_next():
    text = file([*IN_UTC], head=SEOUL).replace("END:VCALENDAR\r\n", "")
    other = file(["DTSTART:20260301T230000Z"], head="X-WR-TIMEZONE:UTC").replace("UID:u", "UID:v")
    assert found(text + other) == ["03-01", "03-02", "03-09", "03-16"]


def test_files_put_one_behind_the_other_with_their_marks():
    data = b"".join(file([*DAY]).replace("UID:u", f"UID:{uid}").encode("utf-8-sig") for uid in "ab")
    assert found(data) == ["03-02", "03-02"]
    assert "a byte-order mark stands before the line" in named(data)


def test_a_second_title_is_named():
    text = file([*DAY, "SUMMARY;LANGUAGE=en:Meeting"])
    assert found(text) == ["03-02"]
    assert "more than one SUMMARY" in named(text)


# Tasks --------------------------------------------------------------------------------------------


def task(*lines: str) -> str:
    return "\n".join(["BEGIN:VTODO", "UID:t", "SUMMARY:할 일", *lines, "END:VTODO"])


@pytest.mark.parametrize(
    ("lines", "due", "done"),
    [
        (["DTSTART;VALUE=DATE:20260316", "DURATION:P2D"], "2026-03-18", False),
        (["DTSTART:20260316T000000Z", "DURATION:P2D"], "2026-03-18", False),
        (["DUE;TZID=America/New_York:20260318T180000"], "2026-03-18", False),
        (["DUE;VALUE=DATE:20260318", "PERCENT-COMPLETE:100"], "2026-03-18", True),
        (["COMPLETED:20260316T000000Z"], "None", True),
        (["DTSTART;VALUE=DATE:20260320", "DUE;VALUE=DATE:20260318"], "2026-03-18", False),
    ],
)
def test_when_a_task_is_due_and_whether_it_is_done(lines, due, done):
    (row,) = pb.ics.read(calendar(task(*lines))).tasks
    assert (str(row.due), row.done) == (due, done)


@pytest.mark.parametrize(
    "uid",
    [
        "T-1",
        "20260318T000000Z-1@example.com",
        "{0A1B-2C}",
        "040000008200E00074C5B7101A82E00800000000C6B92310C52ED60100000000000000001000000060",
        "과제/1",
        "",
    ],
)
def test_the_row_of_any_task_is_imported(uid):
    lines = task("DUE;VALUE=DATE:20260318").replace("UID:t\n", f"UID:{uid}\n")
    (row,) = pb.ics.read(calendar(lines)).tasks
    later = pb.import_rows(
        pb.examples.songpa(), tasks=[row.row], on="2026-03-02", by="integrity-team"
    )
    assert later.task(row.row["id"]).due == datetime.date(2026, 3, 18)


def test_ids_of_tasks_are_as_different_as_their_uids():
    uids = ["a@b", "a b", "a-b", "a/b", "a" * 70 + "@x", "a" * 70 + "@y"]
    tasks = [task().replace("UID:t", f"UID:{uid}") for uid in uids]
    rows = [each.row["id"] for each in pb.ics.read(calendar(*tasks)).tasks]
    assert len(set(rows)) == len(uids) and rows[2] == "a-b"


def test_tasks_without_a_date_have_versions_and_are_cancelled_too():
    undated = task("SEQUENCE:1", "STATUS:CANCELLED")
    for text in (calendar(undated), calendar(task("DUE;VALUE=DATE:20260318"), undated)):
        assert pb.ics.read(text).tasks == []
        assert "cancelled" in named(text)
    later = calendar(task(), task("SEQUENCE:1", "DUE;VALUE=DATE:20260318"))
    assert [str(row.due) for row in pb.ics.read(later).tasks] == ["2026-03-18"]


# What check says ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "kinds"),
    [
        # Each template of MS-OXCICAL 2.1.3.2.2 may name one hour and one minute.
        ("FREQ=DAILY;BYHOUR=10;BYMINUTE=0", []),
        ("FREQ=MONTHLY;BYDAY=1MO;BYHOUR=10", []),
        ("FREQ=DAILY;BYHOUR=10;BYMINUTE=00;BYSECOND=0", ["rrule-outlook"]),
        ("FREQ=DAILY;BYHOUR=10,14", ["rrule-hours", "rrule-outlook"]),
        ("FREQ=DAILY;BYHOUR=14", ["rrule-hours", "start-not-of-rule"]),
        ("FREQ=HOURLY;INTERVAL=24", ["rrule-hours", "rrule-outlook"]),
    ],
)
def test_hours_in_a_rule_are_found_where_clients_differ(rule, kinds):
    seoul = zone("Asia/Seoul", "+0900", "+0900")
    end = "DTEND;TZID=Asia/Seoul:20260302T110000"
    text = file([HOUR, end, "SEQUENCE:0", f"RRULE:{rule}"], head=f"METHOD:PUBLISH\n{seoul}")
    assert [finding.what for finding in pb.ics.check(text)] == kinds


def test_a_stamp_that_is_no_time_is_named():
    text = file(DAY).replace("DTSTAMP:20260101T000000Z", "DTSTAMP:yesterday")
    assert found(text) == ["03-02"]
    assert "DTSTAMP 'yesterday'" in named(text)
