"""Calendar files of others, read: what an event becomes, its exceptions, and our own files."""

import datetime

import pytest

import probity as pb
from conftest import day
from ics_files import (
    BEGIN,
    END,
    MONTHLY,
    SEOUL,
    calendar,
    event,
    first_days,
    only_series,
    read,
    reasons,
)

# What an event becomes ----------------------------------------------------------------------------


def test_a_rule_of_whole_days():
    series, content = only_series(
        "DTSTART;VALUE=DATE:20260121", "DTEND;VALUE=DATE:20260122", "RRULE:FREQ=MONTHLY;BYDAY=3WE"
    )
    assert series.recurrence == pb.Recurrence("FREQ=MONTHLY;BYDAY=3WE", start="2026-01-21")
    assert (series.id, series.uid, series.title) == ("a@b", "a@b", "Title")
    assert series.begins is None
    assert content.refused == content.mended == []


def test_a_rule_of_weeks_is_spans():
    series, _ = only_series(
        "DTSTART;VALUE=DATE:20260112",
        "DTEND;VALUE=DATE:20260119",
        "RRULE:FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=12,13,14,15,16,17,18",
    )
    assert series.recurrence.between(BEGIN, END) == pb.third_week(BEGIN).between(BEGIN, END)
    by_duration, _ = only_series(
        "DTSTART;VALUE=DATE:20260112",
        "DURATION:P1W",
        "RRULE:FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=12,13,14,15,16,17,18",
    )
    assert by_duration.recurrence == series.recurrence


def test_a_rule_with_times_of_day():
    series, _ = only_series(
        "DTSTART;TZID=Asia/Seoul:20260121T152000",
        "DTEND;TZID=Asia/Seoul:20260121T163000",
        "RRULE:FREQ=MONTHLY;BYDAY=3WE",
        "LOCATION:회의실\\, 3층",
    )
    assert series.begins == datetime.time(15, 20)
    assert series.duration == datetime.timedelta(minutes=70)
    assert (series.zone, series.location) == ("Asia/Seoul", "회의실, 3층")
    assert first_days(series)[:2] == [day("2026-01-21"), day("2026-02-18")]


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("20260318", "2026-03-18"),
        ("20260318T062000Z", "2026-03-18"),  # 15:20 in Seoul, the instant itself
        ("20260318T061959Z", "2026-02-18"),
        ("20260317T150000Z", "2026-02-18"),  # midnight in Seoul
        ("20260318T152000", "2026-03-18"),
        ("20260318T151959", "2026-02-18"),
    ],
)
def test_until_ends_at_an_instant(until, last):
    series, _ = only_series(
        "DTSTART;TZID=Asia/Seoul:20260121T152000", f"RRULE:FREQ=MONTHLY;BYDAY=3WE;UNTIL={until}"
    )
    assert first_days(series)[-1] == day(last)


@pytest.mark.parametrize("until", ["20260318", "20260318T000000Z", "20260318T150000Z"])
def test_until_of_whole_days_is_a_date_or_a_time(until):
    series, _ = only_series(
        "DTSTART;VALUE=DATE:20260121", f"RRULE:FREQ=MONTHLY;BYDAY=3WE;UNTIL={until}"
    )
    assert first_days(series)[-1] == day("2026-03-18")


def test_a_single_day_is_a_holiday(kr):
    content = read(
        event("DTSTART;VALUE=DATE:20260928", "DTEND;VALUE=DATE:20260929", "CATEGORIES:공휴일"),
        event("DTSTART;VALUE=DATE:20260216", "DTEND;VALUE=DATE:20260219", uid="s@b"),
    )
    single, three = content.holidays
    assert single.days == pb.Interval("2026-09-28", "2026-09-29")
    assert single.categories == ("공휴일",)
    named = [holiday for each in content.holidays for holiday in each.holidays()]
    assert named[0] == pb.Holiday("2026-09-28", "Title")
    calendar = pb.WorkCalendar.from_holidays(named)
    assert not calendar.is_working_day("2026-02-18")
    assert len(three.holidays(kind="traditional")) == 3


def test_what_has_an_hour_or_guests_is_a_meeting():
    content = read(
        event("DTSTART;TZID=Asia/Seoul:20260724T152000", "DURATION:PT1H10M"),
        event("DTSTART;VALUE=DATE:20260726", "ATTENDEE:mailto:a@b", uid="c"),
        event("DTSTART:20260727T000000Z", uid="d"),
        event("DTSTART:20260728T090000", uid="e"),
    )
    timed, attended, utc, floating = content.meetings
    assert timed.begin == datetime.datetime(2026, 7, 24, 15, 20, tzinfo=SEOUL)
    assert timed.end == datetime.datetime(2026, 7, 24, 16, 30, tzinfo=SEOUL)
    assert timed.zone == "Asia/Seoul"
    assert (attended.begin, attended.end) == (day("2026-07-26"), day("2026-07-27"))
    assert (utc.zone, utc.end) == ("UTC", None)
    assert floating.begin == datetime.datetime(2026, 7, 28, 9)
    assert floating.zone == ""


# Exceptions ---------------------------------------------------------------------------------------


def test_extra_and_excepted_days():
    series, _ = only_series(
        "DTSTART;VALUE=DATE:20260121",
        "RRULE:FREQ=MONTHLY;BYDAY=3WE",
        "EXDATE;VALUE=DATE:20260218,20260318",
        "EXDATE;VALUE=DATE:20260415",
        "RDATE;VALUE=DATE:20260319",
    )
    assert first_days(series)[:3] == [day("2026-01-21"), day("2026-03-19"), day("2026-05-20")]


def test_extra_days_without_a_rule():
    series, _ = only_series(
        "DTSTART;VALUE=DATE:20260121",
        "RDATE;VALUE=DATE:20260319,20260401",
        "EXDATE;VALUE=DATE:20260401",
    )
    assert first_days(series) == [day("2026-01-21"), day("2026-03-19")]


def test_a_moved_occurrence():
    content = read(
        event(*MONTHLY),
        event(
            "RECURRENCE-ID;TZID=Asia/Seoul:20260318T152000",
            "DTSTART;TZID=Asia/Seoul:20260319T100000",
        ),
    )
    (series,) = content.recurrences
    (moved,) = series.moved
    assert moved.nominal == day("2026-03-18")
    assert moved.begin == datetime.datetime(2026, 3, 19, 10, tzinfo=SEOUL)
    assert first_days(series)[1:4] == [day("2026-02-18"), day("2026-03-19"), day("2026-04-15")]


def test_two_occurrences_that_change_places():
    content = read(
        event(*MONTHLY),
        *(
            event(
                f"RECURRENCE-ID;TZID=Asia/Seoul:{nominal}T152000",
                f"DTSTART;TZID=Asia/Seoul:{now}T152000",
            )
            for nominal, now in [("20260218", "20260318"), ("20260318", "20260218")]
        ),
    )
    (series,) = content.recurrences
    assert first_days(series)[:3] == [day("2026-01-21"), day("2026-02-18"), day("2026-03-18")]
    assert [each.begin.date() for each in series.moved] == [day("2026-03-18"), day("2026-02-18")]


def test_a_cancelled_occurrence_and_a_cancelled_event():
    content = read(
        event(*MONTHLY),
        event(
            "RECURRENCE-ID;TZID=Asia/Seoul:20260218T152000",
            "DTSTART;TZID=Asia/Seoul:20260218T152000",
            "STATUS:CANCELLED",
        ),
        event("DTSTART;VALUE=DATE:20260101", "STATUS:CANCELLED", uid="gone"),
    )
    assert first_days(content.recurrences[0])[1] == day("2026-03-18")
    assert "gone" in reasons(content.refused) and "cancelled" in reasons(content.refused)


def test_a_moved_occurrence_without_its_series_stands_for_itself():
    content = read(
        event(
            "RECURRENCE-ID;TZID=Asia/Seoul:20260218T152000",
            "DTSTART;TZID=Asia/Seoul:20260219T152000",
        )
    )
    assert [each.begin.date() for each in content.meetings] == [day("2026-02-19")]


def test_the_latest_version_of_an_event_counts():
    content = read(
        event("DTSTART;VALUE=DATE:20260101", "SEQUENCE:1"),
        event("DTSTART;VALUE=DATE:20260102", "SEQUENCE:2"),
    )
    assert [each.days.begin for each in content.holidays] == [day("2026-01-02")]
    assert "later version" in reasons(content.refused)


def test_one_uid_for_all_events_takes_none_away():
    content = read(*(event(f"DTSTART;VALUE=DATE:2026010{n}") for n in range(1, 5)))
    assert len(content.holidays) == 4
    assert len(content.mended) == 3


# Round trip ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("recurring", ["auto", "rule"])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_songpas_file_comes_back(tmp_path, recurring, lang):
    agenda = pb.examples.songpa().calendar(2026)
    path = tmp_path / "songpa.ics"
    agenda.to_ics(path, recurring=recurring, lang=lang, years=range(2025, 2028))
    content = pb.ics.read(path)
    assert content.name == agenda.title.to(lang)
    assert content.refused == content.mended == content.holidays == content.meetings == []
    weeks = content.series("integrity-week")
    observance = pb.examples.songpa().observance("integrity-week")
    expected = [each.observed for each in observance.occurrences("2025-01-01", "2028-01-01")]
    assert weeks.recurrence.between("2025-01-10", "2028-01-01") == expected
    days = content.series("integrity-day").recurrence.between("2025-01-01", "2028-01-01")
    assert list(days) == [day("2025-03-19"), day("2026-03-18"), day("2027-03-17")]
    assert weeks.title == observance.title.to(lang)
    with pytest.raises(KeyError, match="nothing"):
        content.series("nothing")


def test_yongsans_meeting_comes_back():
    text = pb.examples.yongsan().calendar(2025).ics_text()
    (meeting,) = pb.ics.read(text).meetings
    assert meeting.begin == day("2025-07-25")
    assert meeting.location == "Smart conference room"


def test_a_moved_occurrence_of_a_rule_joins_its_series():
    ours = calendar(
        event(
            "DTSTART;VALUE=DATE:20260121",
            "RRULE:FREQ=MONTHLY;BYDAY=3WE",
            "EXDATE;VALUE=DATE:20260318",
            uid="monthly@office.probity",
        ),
        event("DTSTART;VALUE=DATE:20260319", uid="monthly-2026-03@office.probity"),
    ).replace("-//Office//EN", "-//probity//integrity calendars//EN")
    (series,) = pb.ics.read(ours).recurrences
    assert series.id == "monthly"
    assert first_days(series)[1:4] == [day("2026-02-18"), day("2026-03-19"), day("2026-04-15")]
