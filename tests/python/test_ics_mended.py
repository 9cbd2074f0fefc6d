"""Calendar files of others: what is refused or mended, and that any bytes are one or the other."""

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import probity as pb
from conftest import day
from ics_files import (
    MONTHLY,
    ZONE,
    calendar,
    event,
    first_days,
    only_series,
    read,
    reasons,
)

# What is refused or mended ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["SUMMARY:x"], "no DTSTART"),
        (["DTSTART:garbage"], "DTSTART 'garbage'"),
        (["DTSTART;VALUE=DATE:20260230"], "DTSTART '20260230'"),
        (["DTSTART;VALUE=DATE:09990105"], "1400"),
    ],
)
def test_an_event_without_its_days_is_refused_with_its_line_and_reason(lines, reason):
    good = event("DTSTART;VALUE=DATE:20260101", uid="good")
    content = read(event(*lines, uid="bad"), good)
    (refusal,) = content.refused
    assert refusal.uid == "bad"
    assert reason in refusal.reason
    text = calendar(event(*lines, uid="bad"), good).split("\r\n")
    assert text[refusal.line - 1].startswith(("BEGIN:VEVENT", *(n[:6] for n in lines)))
    assert [each.uid for each in content.holidays] == ["good"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("RRULE:FREQ=SOMETIMES", "RRULE 'FREQ=SOMETIMES'"),
        ("RRULE:FREQ=DAILY;BYDAY=9XX", "RRULE"),
        ("RRULE:FREQ=HOURLY", "HOURLY"),
        ("RRULE:FREQ=WEEKLY;UNTL=20261023", "UNTL=20261023"),
        ("RRULE:FREQ=WEEKLY;COUNT=many", "COUNT=MANY"),
        ("RRULE:FREQ=WEEKLY;UNTIL=someday", "UNTIL=SOMEDAY"),
        ("DTEND;VALUE=DATE:20251231", "before DTSTART"),
        ("DTEND:soon", "DTEND 'soon'"),
        ("DURATION:soon", "DURATION 'soon'"),
        ("DTSTART;VALUE=DATE:20260102", "more than one DTSTART"),
        ("SEQUENCE:x", "SEQUENCE 'x'"),
        ("RDATE:never", "RDATE 'never'"),
        ("EXDATE:20260230", "EXDATE '20260230'"),
    ],
)
def test_a_broken_property_is_lost_alone_and_named(line, reason):
    lines = ["DTSTART;VALUE=DATE:20260101", line]
    content = read(event(*lines))
    (refusal,) = content.refused
    assert reason in refusal.reason
    assert calendar(event(*lines)).split("\r\n")[refusal.line - 1] == line
    assert [each.days.begin for each in content.holidays] == [day("2026-01-01")]


def test_an_extra_time_of_another_hour_is_one_of_its_day():
    series, content = only_series(*MONTHLY, "RDATE;TZID=Asia/Seoul:20260301T100000")
    assert "another hour" in reasons(content.mended)
    assert day("2026-03-01") in series.recurrence


def test_journals_are_refused():
    content = read("BEGIN:VJOURNAL\nUID:j\nEND:VJOURNAL")
    assert "j 13 VJOURNAL" in reasons(content.refused)


@pytest.mark.parametrize(
    ("lines", "days", "reason"),
    [
        (["DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20260101"], 1, "as it begins"),
        (["DTSTART;VALUE=DATE:20260101", "DTEND:20260103T000000Z"], 2, "value type"),
        (["DTSTART;VALUE=DATE:20260101", "DURATION:P1DT2H"], 1, "no number of days"),
        (
            [
                "DTSTART:20260101T000000",
                "DTEND:20260103T000000",
                "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
            ],
            2,
            "with times",
        ),
    ],
)
def test_whole_days_are_mended(lines, days, reason):
    content = read(event(*lines))
    (found,) = content.holidays
    assert len(found.days) == days
    assert reason in reasons(content.mended)


def test_exceptions_of_another_value_type_are_taken():
    series, content = only_series(*MONTHLY, "EXDATE;VALUE=DATE:20260218")
    assert first_days(series)[1] == day("2026-03-18")
    assert "value type" in reasons(content.mended)


def test_an_exception_in_utc_is_one_in_seoul():
    series, content = only_series(*MONTHLY, "EXDATE:20260218T062000Z", "EXDATE:20260318T070000Z")
    assert first_days(series)[1] == day("2026-03-18")
    assert "excepts none" in reasons(content.mended)


def test_windows_zones_and_zones_of_the_file_are_known():
    text = "DTSTART;TZID={}:20260724T152000"
    own = ZONE.replace("Asia/Seoul", "Our Zone")
    content = read(
        event(text.format("Korea Standard Time")),
        event(text.format("Our Zone"), uid="own"),
        event(text.format("Nowhere"), uid="none"),
        zone=own,
    )
    windows, own_zone, none = (meeting.begin for meeting in content.meetings)
    assert windows.utcoffset() == own_zone.utcoffset() == datetime.timedelta(hours=9)
    assert none.tzinfo is None
    assert "'Nowhere' is not known" in reasons(content.mended)


def test_a_byte_order_mark_bare_line_ends_and_cp949_are_read():
    text = calendar(event("DTSTART;VALUE=DATE:20260101").replace("Title", "청렴데이"))
    for data in (
        b"\xef\xbb\xbf" + text.encode(),
        text.replace("\r\n", "\n").encode(),
        text.replace("\r\n", "\r").encode(),
        text.encode("cp949"),
        text.encode("utf-16"),
    ):
        assert [each.title for each in pb.ics.read(data).holidays] == ["청렴데이"]


def test_wrong_folds_are_mended():
    text = calendar(event("DTSTART;VALUE=DATE:20260101"))
    whole = "SUMMARY:청렴데이".encode()
    folded = whole[:12] + b"\r\n " + whole[12:]  # within a character
    (found,) = pb.ics.read(text.encode().replace(b"SUMMARY:Title", folded)).holidays
    assert found.title == "청렴데이"
    unspaced = pb.ics.read(text.replace("SUMMARY:Title", "SUMMARY:Integrity\r\n Day\r\nof us"))
    assert unspaced.holidays[0].title == "IntegrityDayof us"
    assert "added to the text before it" in reasons(unspaced.mended)


def test_an_event_without_its_end_is_read():
    text = calendar(event("DTSTART;VALUE=DATE:20260101")).replace("END:VEVENT\r\n", "")
    content = pb.ics.read(text)
    assert len(content.holidays) == 1
    assert "BEGIN:VEVENT has no END" in reasons(content.mended)


def test_what_is_no_calendar_names_the_file(tmp_path):
    path = tmp_path / "notes.ics"
    path.write_text("no calendar", encoding="utf-8")
    with pytest.raises(pb.DocumentError, match="notes.ics.*BEGIN:VCALENDAR"):
        pb.ics.read(path)
    with pytest.raises(pb.DocumentError, match="missing.ics.*No such file"):
        pb.ics.read(tmp_path / "missing.ics")
    with pytest.raises(pb.DocumentError, match="directory"):
        pb.ics.read(str(tmp_path))


# Any bytes ----------------------------------------------------------------------------------------

LINES = st.sampled_from(
    [
        *("BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "UID:a", "UID:b"),
        *("BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:VALARM", "TZID:X", "TZOFFSETTO:+9999"),
        *(
            "DTSTART:20260101T000000Z",
            "DTSTART;VALUE=DATE:20260101",
            "DTSTART;TZID=X:20260101T000000",
        ),
        *("DTSTART:99991231T235959Z", "DTSTART;VALUE=DATE:99991231", "DTEND;VALUE=DATE:20270101"),
        *("DURATION:P9999999D", "DURATION:-P1D", "RRULE:FREQ=DAILY", "RRULE:FREQ=YEARLY;UNTIL=1"),
        *("RRULE:FREQ=SECONDLY", "RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z", "RRULE:", "EXDATE:"),
        *("EXDATE:20260101T000000Z", "RDATE;VALUE=PERIOD:20260101T000000Z/PT1H", "RDATE:20260101"),
        *("RECURRENCE-ID:20260101T000000Z", "RECURRENCE-ID;VALUE=DATE:20260102", "SEQUENCE:x"),
        *("STATUS:CANCELLED", "SUMMARY:\\", 'X;A="b:c', ":", ";", "\0", " folded", "LOCATION:x"),
        *(
            "RDATE;VALUE=DATE:20260301",
            "DTSTART;VALUE=DATE:00010101",
            "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        ),
    ]
)


@given(
    st.one_of(
        st.binary(max_size=300).map(lambda data: b"BEGIN:VCALENDAR\r\n" + data),
        st.lists(LINES, max_size=14).map(
            lambda lines: "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines]).encode()
        ),
    )
)
@example(b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 3000)
@example(b"BEGIN:VCALENDAR\r\nX:" + b" \r\n " * 3000)
def test_any_bytes_are_read_or_refused(data):
    content = pb.ics.read(data)
    assert all(each.reason for each in (*content.refused, *content.mended))
    for series in content.recurrences:
        series.recurrence.next_after("2026-01-01")
    pb.ics.check(data)


def test_paths_text_and_bytes_are_alike(tmp_path):
    text = calendar(event("DTSTART;VALUE=DATE:20260101"))
    path = tmp_path / "one.ics"
    path.write_bytes(text.encode())
    assert (
        pb.ics.read(path)
        == pb.ics.read(str(path))
        == pb.ics.read(text)
        == pb.ics.read(text.encode())
    )
