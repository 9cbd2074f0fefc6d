"""Kinds of faults in the files of others: versions, changes, whole days, old formats."""

import datetime

import pytest

import probity as pb
from conftest import day
from ics_files import calendar, days, event, file, reasons, series_of, whole_days

SEOUL = datetime.timedelta(hours=9)


# Whole days ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        (["DTSTART;VALUE=DATE:20260318", "ORGANIZER:mailto:a@b", "LOCATION:x"], ""),
        (["DTSTART;TZID=Asia/Seoul;VALUE=DATE:20260318"], ""),
        (["DTSTART;TZID=Asia/Seoul:20260318T000000", "DTEND;TZID=Asia/Seoul:20260319T000000"], ""),
        (["DTSTART;TZID=Asia/Seoul:20260318T000000", "DURATION:P1D"], ""),
        (["DTSTART:20260318T000000", "DTEND:20260318T235900"], ""),
        (["DTSTART:20260317T150000Z", "DTEND:20260318T150000Z"], "X-WR-TIMEZONE:Asia/Seoul"),
        (
            [
                "DTSTART:20260317T150000Z",
                "DTEND:20260318T150000Z",
                "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            ],
            "",
        ),
        (
            [
                "DTSTART:20260318T050000Z",
                "DTEND:20260319T050000Z",
                "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            ],
            "",
        ),
        (["DTSTART;VALUE=DATE:20260318", "ATTENDEE;CUTYPE=ROOM:mailto:room@b"], ""),
        (["DTSTART;VALUE=DATE:20260318", "ORGANIZER:mailto:a@b", "ATTENDEE:MAILTO:a@b"], ""),
    ],
)
def test_a_whole_day_without_guests_is_a_day(lines, head):
    content = pb.ics.read(file(*lines, head=head))
    assert [str(each) for event in content.holidays for each in event.days] == ["2026-03-18"]
    assert content.meetings == []


def test_guests_make_a_meeting_of_a_day():
    content = pb.ics.read(file(*whole_days("20260318", "20260319"), "ATTENDEE:mailto:a@b"))
    assert [each.begin for each in content.meetings] == [day("2026-03-18")]


def test_whole_days_that_a_server_wrote_in_utc_recur_in_their_zone():
    found = series_of(
        "DTSTART:20260317T150000Z",
        "DTEND:20260318T150000Z",
        "RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260407T150000Z",
        "EXDATE:20260324T150000Z",
        "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        head="X-WR-TIMEZONE:Asia/Seoul",
    )
    assert found.begins is None
    assert days(found) == ["03-18", "04-01", "04-08"]


def test_a_public_feed_makes_a_work_calendar():
    feed = calendar(
        event(*whole_days("20260505", "20260506"), "RRULE:FREQ=YEARLY", "LOCATION:Korea"),
        event("DTSTART;VALUE=DATE:20260216", "DTEND;VALUE=DATE:20260219", uid="s"),
        event("DTSTART;TZID=Asia/Seoul:20260302T090000", "RRULE:FREQ=DAILY", uid="t"),
        event(
            "RECURRENCE-ID;VALUE=DATE:20270505",
            *whole_days("20270506", "20270507"),
        ).replace("SUMMARY:Title", "SUMMARY:대체공휴일"),
    )
    content = pb.ics.read(feed)
    named = [each for event in content.holidays for each in event.holidays()]
    for series in content.recurrences:
        named += series.holidays("2026-01-01", "2028-01-01")
    assert [(str(each.date), each.name) for each in named[3:]] == [
        ("2026-05-05", "Title"),
        ("2027-05-06", "대체공휴일"),
    ]
    kr = pb.WorkCalendar.from_holidays(named)
    assert not kr.is_working_day("2026-05-05") and not kr.is_working_day("2026-02-17")
    assert not kr.is_working_day("2027-05-06") and kr.is_working_day("2026-03-03")


# Versions and changes -----------------------------------------------------------------------------

WEEKLY = [*whole_days("20260302", "20260303"), "RRULE:FREQ=WEEKLY;COUNT=4"]


def change(*lines: str) -> str:
    return event(*lines, uid="u")


def test_the_latest_stamp_counts_where_the_sequence_is_the_same():
    later = event(*whole_days("20260401", "20260402"), uid="u").replace("20260101T", "20260102T")
    for order in ((event(*WEEKLY, uid="u"), later), (later, event(*WEEKLY, uid="u"))):
        content = pb.ics.read(calendar(*order))
        assert [str(each.days.begin) for each in content.holidays] == ["2026-04-01"]
        assert content.recurrences == []


def test_a_later_version_that_cancels_takes_the_event_away():
    cancelled = event(*WEEKLY, "SEQUENCE:1", "STATUS:CANCELLED", uid="u")
    content = pb.ics.read(calendar(event(*WEEKLY, uid="u"), cancelled))
    assert content.recurrences == content.holidays == []
    assert "cancelled" in reasons(content.refused) and "later version" in reasons(content.refused)


def test_a_change_by_date_and_one_by_time_are_versions_of_one():
    timed = ["DTSTART;TZID=Asia/Seoul:20260302T090000", "RRULE:FREQ=WEEKLY;COUNT=3"]
    text = calendar(
        event(*timed, uid="u"),
        change("RECURRENCE-ID;VALUE=DATE:20260309", "DTSTART;TZID=Asia/Seoul:20260310T090000"),
        change(
            "RECURRENCE-ID:20260309T000000Z",
            "SEQUENCE:2",
            "DTSTART;TZID=Asia/Seoul:20260311T090000",
        ),
    )
    (series,) = pb.ics.read(text).recurrences
    assert days(series) == ["03-02", "03-11", "03-16"]


def test_a_lower_sequence_alone_is_not_stale():
    text = calendar(
        event(*WEEKLY, "SEQUENCE:5", uid="u"),
        change("RECURRENCE-ID;VALUE=DATE:20260309", *whole_days("20260310", "20260311")),
    )
    (series,) = pb.ics.read(text).recurrences
    assert days(series) == ["03-02", "03-10", "03-16", "03-23"]


def test_changes_without_their_series_stand_for_themselves():
    content = pb.ics.read(
        calendar(
            change("RECURRENCE-ID;VALUE=DATE:20260309", *whole_days("20260310", "20260311")),
            change("RECURRENCE-ID:never", *whole_days("20260317", "20260318")),
            change("RECURRENCE-ID:nor this", *whole_days("20260324", "20260325")),
            change(
                "RECURRENCE-ID;VALUE=DATE:20260330",
                *whole_days("20260331", "20260401"),
                "RRULE:FREQ=DAILY",
            ),
        )
    )
    assert [f"{each.days.begin:%m-%d}" for each in content.holidays] == [
        *("03-10", "03-17", "03-24", "03-31")
    ]
    assert "a rule of its own" in reasons(content.mended)


def test_a_series_that_takes_too_many_steps_names_its_changes_too():
    long = "RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYHOUR=1,2,3;BYSETPOS=-1,4;COUNT=3000000"
    start = "DTSTART;TZID=Asia/Seoul:20260302T010000"
    text = calendar(
        event(start, long, uid="u"),
        change("RECURRENCE-ID;TZID=Asia/Seoul:20260309T010000", start),
    )
    content = pb.ics.read(text)
    assert "too many steps" in reasons(content.refused)
    assert "changes nothing" in reasons(content.refused)
    assert [each.begin.date() for each in content.meetings] == [day("2026-03-02")]


def test_this_and_all_later_ones_are_changed_or_cancelled():
    moved = change(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260316", *whole_days("20260318", "20260320")
    )
    alone = change("RECURRENCE-ID;VALUE=DATE:20260323", *whole_days("20260327", "20260329"))
    content = pb.ics.read(calendar(event(*WEEKLY, uid="u"), moved, alone))
    before, later = content.recurrences
    assert days(before) == ["03-02", "03-09"]
    assert days(later) == ["03-18", "03-27"]
    assert later.recurrence.length == 2
    assert "RANGE=THISANDFUTURE" in reasons(content.mended)
    gone = change("RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260316", "STATUS:CANCELLED")
    (series,) = pb.ics.read(calendar(event(*WEEKLY, uid="u"), gone)).recurrences
    assert days(series) == ["03-02", "03-09"]


def test_dates_of_any_type_that_name_the_day():
    timed = ["DTSTART;TZID=Asia/Seoul:20260302T090000", "RRULE:FREQ=WEEKLY;COUNT=4"]
    found = series_of(*timed, "EXDATE;VALUE=DATE:20260309", "EXDATE:20260316T000000")
    assert days(found) == ["03-02", "03-23"]
    period = "RDATE;VALUE=PERIOD;TZID=Asia/Seoul:20260304T140000/PT1H"
    assert days(series_of(*timed, period))[1] == "03-04"
    by_time = series_of(*WEEKLY, "EXDATE:20260309T000000Z", "RDATE:20260304T090000")
    assert days(by_time) == ["03-02", "03-04", "03-16", "03-23"]


def test_one_of_two_times_of_a_day_taken_out_leaves_the_day():
    twice = [
        "DTSTART;TZID=Asia/Seoul:20260302T090000",
        "RRULE:FREQ=DAILY;BYHOUR=9,14;COUNT=6",
        "EXDATE;TZID=Asia/Seoul:20260303T140000",
    ]
    assert days(series_of(*twice)) == ["03-02", "03-03", "03-04"]
    both = [*twice, "EXDATE;TZID=Asia/Seoul:20260303T090000"]
    assert days(series_of(*both)) == ["03-02", "03-04"]


# Lenient ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY; COUNT=3 ; BYDAY = MO , MO",
        "FREQ=WEEKLY\\;COUNT=3",
        "FREQ=WEEKLY;COUNT=3;",
        "FREQ=WEEKLY;;COUNT=3;X-NOTE=1;BYDAY=",
        "freq=weekly;count=3",
        "FREQ=WEEKLY;INTERVAL=0;COUNT=3",
        "FREQ=WEEKLY;BYDAY=1MO;COUNT=3",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "FREQ=WEEKLY;COUNT=-1;UNTIL=20260316",
        "FREQ=WEEKLY;COUNT=9;UNTIL=20260316",
        "FREQ=WEEKLY;COUNT=3;UNTIL=20261231",
        "FREQ=WEEKLY;UNTIL=2026-03-16",
    ],
)
def test_a_rule_that_is_plainly_meant_is_taken(rule):
    content = pb.ics.read(file(*WEEKLY[:2], f"RRULE:{rule}"))
    (series,) = content.recurrences
    assert days(series) == ["03-02", "03-09", "03-16"]
    assert content.refused == []
    assert rule.islower() or content.mended


def test_a_line_that_is_no_property_continues_a_text_at_most():
    content = pb.ics.read(
        file(*WEEKLY[:2], "DESCRIPTION:안건", "둘째 줄", "Time: 10:00", 'ATTENDEE;CN="a" b":c')
    )
    (found,) = content.holidays
    assert found.description == "안건둘째 줄Time: 10:00"
    assert "passed over: 'ATTENDEE" in reasons(content.refused)
    (series,) = pb.ics.read(file(*WEEKLY, "TU;COUNT=9")).recurrences
    assert days(series) == ["03-02", "03-09", "03-16", "03-23"]


# Old formats and tasks ----------------------------------------------------------------------------


def version_1(*lines: str) -> str:
    head = ["BEGIN:VCALENDAR", "VERSION:1.0", "BEGIN:VEVENT", "UID:u"]
    return "\r\n".join([*head, *lines, "END:VEVENT", "END:VCALENDAR", ""])


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("D2 #3", ["03-03", "03-05", "03-07"]),
        ("D1", ["03-03", "03-04"]),
        ("W1 TU TH #4", ["03-03", "03-05", "03-10", "03-12"]),
        ("W2 20260401T000000", ["03-03", "03-17", "03-31"]),
        ("MP1 1+ TU #2", ["03-03", "04-07"]),
        ("MP1 1- FR #2", ["03-03", "03-27"]),
        ("MD1 3 LD #3", ["03-03", "03-31", "04-03"]),
        ("YM1 3 4 #2", ["03-03", "04-03"]),
        ("YD1 62 100 #2", ["03-03", "04-10"]),
    ],
)
def test_rules_of_vcalendar_1(rule, expected):
    text = version_1("DTSTART:20260303T100000", "DTEND:20260303T110000", f"RRULE:{rule}")
    (series,) = pb.ics.read(text).recurrences
    assert days(series) == expected


def test_texts_zones_and_exceptions_of_vcalendar_1():
    text = version_1(
        "SUMMARY;QUOTED-PRINTABLE;CHARSET=EUC-KR:=C8=B8=",
        "=C0=C7",
        "DTSTART:20260303T010000Z",
        "RRULE:W1 TU #4",
        "EXDATE:20260310T010000Z;20260317T010000Z",
    ).replace("VERSION:1.0", "VERSION:1.0\r\nTZ:+09")
    (series,) = pb.ics.read(text).recurrences
    assert (series.title, series.begins) == ("회의", datetime.time(10))
    assert days(series) == ["03-03", "03-24"]
    summer = text.replace(
        "TZ:+09", "TZ:-05\r\nDAYLIGHT:TRUE;-04;20260308T070000Z;20261101T060000Z;EST;EDT"
    )
    (eastern,) = pb.ics.read(summer).recurrences
    assert (eastern.begins, days(eastern)) == (datetime.time(20), ["03-02", "03-23"])


def test_a_rule_that_vcalendar_1_does_not_have_is_lost_alone():
    content = pb.ics.read(version_1("DTSTART:20260303T100000", "RRULE:Q1 #2"))
    assert "no rule of vCalendar 1.0" in reasons(content.refused)
    assert len(content.meetings) == 1


def test_a_task_is_a_row_or_a_series():
    tasks = [
        "BEGIN:VTODO\nUID:t1\nSUMMARY:결과 보고\nDUE;VALUE=DATE:20260318\nEND:VTODO",
        "BEGIN:VTODO\nUID:t2\nSUMMARY:나중\nEND:VTODO",
        "BEGIN:VTODO\nUID:t3\nSUMMARY:끝\nDTSTART:20260301T000000Z\nDUE:20260318T160000Z\n"
        "STATUS:COMPLETED\nEND:VTODO",
        "BEGIN:VTODO\nUID:t4\nSUMMARY:점검\nDTSTART;VALUE=DATE:20260302\n"
        "RRULE:FREQ=WEEKLY;COUNT=2\nEND:VTODO",
    ]
    content = pb.ics.read(calendar(*tasks), zone="Asia/Seoul")
    assert [each.row for each in content.tasks] == [
        {"id": "t1", "title": "결과 보고", "due": "2026-03-18"},
        {"id": "t2", "title": "나중", "due": ""},
        {"id": "t3", "title": "끝", "due": "2026-03-19"},
    ]
    assert [each.done for each in content.tasks] == [False, False, True]
    assert days(content.recurrences[0]) == ["03-02", "03-09"]
    later = pb.import_rows(
        pb.examples.songpa(),
        tasks=[each.row for each in content.tasks],
        on="2026-03-02",
        by="integrity-team",
    )
    assert later.task("t1").due == day("2026-03-18")


# What check says ----------------------------------------------------------------------------------


def test_a_yearly_month_day_without_a_month_is_read_in_two_ways():
    found = pb.ics.check(
        file(*whole_days("20260315", "20260316"), "RRULE:FREQ=YEARLY;BYMONTHDAY=15")
    )
    (finding,) = [each for each in found if each.what == "yearly-monthday"]
    assert finding.clients == ("Thunderbird",)
    assert (
        file(*whole_days("20260315", "20260316"), "RRULE:x")
        .split("\r\n")[finding.line - 1]
        .startswith("RRULE")
    )


@pytest.mark.parametrize(
    "fault",
    [
        "DTSTART:2026-03-02",
        "RRULE:FREQ=WEEKLY;COUNT=3;UNTIL=20260401",
        "EXDATE;VALUE=DATE:20260309,never",
        "RDATE;VALUE=DATE:20260399",
        "DURATION:soon",
        "SEQUENCE:two",
        "EXRULE:FREQ=DAILY",
        "RECURRENCE-ID;VALUE=DATE:20260304",
    ],
)
def test_a_finding_stands_on_the_line_of_the_fault(fault):
    lines = [line for line in WEEKLY if not line.startswith((fault.partition(":")[0], "DTEND"))]
    if "RECURRENCE-ID" in fault:
        text = calendar(event(*WEEKLY, uid="u"), change(*lines[:1], fault))
    else:
        text = file(*lines[:1], fault, *lines[1:])
    number = text.split("\r\n").index(fault) + 1
    content = pb.ics.read(text)
    assert number in {each.line for each in (*content.refused, *content.mended)}
    assert number in {finding.line for finding in pb.ics.check(text)}


# Bounds -------------------------------------------------------------------------------------------


def test_a_recurring_task_or_meeting_of_whole_days_is_no_holiday():
    guests = series_of(*WEEKLY, "ATTENDEE:mailto:a@b")
    assert guests.has_guests and guests.holidays("2026-01-01", "2027-01-01") == []
    task = "BEGIN:VTODO\nUID:t\nDTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY\nEND:VTODO"
    (series,) = pb.ics.read(calendar(task)).recurrences
    assert series.is_task and series.holidays("2026-01-01", "2027-01-01") == []


def test_what_is_too_much_is_refused_by_name():
    many = [f"RRULE:FREQ=DAILY;INTERVAL={number}" for number in range(1, 26)]
    content = pb.ics.read(file(*WEEKLY[:2], *many))
    assert reasons(content.refused).count("more than 20 rules") == 5
    exrules = [f"EXRULE:FREQ=YEARLY;INTERVAL={number}" for number in range(1, 26)]
    content = pb.ics.read(file(*WEEKLY, *exrules))
    assert reasons(content.refused).count("more than 20 of them") == 5
    changes = [
        change(
            f"RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:{date:%Y%m%d}",
            f"DTSTART;VALUE=DATE:{date:%Y%m%d}",
        )
        for date in pb.Recurrence("FREQ=DAILY;COUNT=105", "2026-03-02")
    ]
    daily = event(*WEEKLY[:2], "RRULE:FREQ=DAILY", uid="u")
    content = pb.ics.read(calendar(daily, *changes))
    assert reasons(content.refused).count("more than 100 times") == 5


def test_one_uid_for_thousands_of_events_takes_no_square_of_them():
    many = [
        event(f"DTSTART;VALUE=DATE:{date:%Y%m%d}", uid="same")
        for date in pb.Recurrence("FREQ=DAILY;COUNT=4000", "2026-01-01")
    ]
    assert len(pb.ics.read(calendar(*many)).holidays) == 4000
