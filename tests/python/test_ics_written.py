"""Files as programs write them: the days of 2026 that each gives, and that faults are named.

Each case is a file that a client, a server or an old phone writes, not as RFC 5545 has it.
"""

import datetime

import pytest

import probity as pb
from ics_files import calendar, event
from ics_written import (
    DAY,
    DAYS,
    HOUR,
    HOURS,
    IN_UTC,
    KOREAN,
    SEOUL,
    file,
    found,
    named,
    zone,
)

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
