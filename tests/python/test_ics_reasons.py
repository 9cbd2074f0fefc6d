"""Why parts of calendar files are mended or left out is said in Korean, too."""

import re

import pytest

import probity as pb
from ics_files import calendar, event
from korean_refusals import is_korean

RULES = [
    "X",
    "FREQ=DAILY;FREQ=WEEKLY",
    "FREQ=DAILY;COUNT=x",
    "FREQ=DAILY;COUNT=-1",
    "FREQ=DAILY;UNTIL=soon",
    "FREQ=DAILY;UNTIL=2026-12-31",
    "FREQ=DAILY;COUNT=2;UNTIL=20261231T000000Z",
    "FREQ=WEEKLY;BYDAY=3MO",
    "FREQ=WEEKLY;BYDAY=MONDAY,",
    "FREQ=WEEKLY;INTERVAL=0;;X-A=1",
    "FREQ=WEEKLY;BYDAY=;WKST=MO;WKST=MO",
    " FREQ=WEEKLY",
    "RRULE:FREQ=WEEKLY",
    "INTERVAL=2",
    "FREQ=HOURLY;INTERVAL=x",
    "FREQ=HOURLY;BYWEEKNO=3",
    "FREQ=DAILY;BYHOUR=24",
    "FREQ=DAILY;BYHOUR=nine",
    "FREQ=SECONDLY;BYSECOND=59;COUNT=999999999",
    "FREQ=SOMETIMES",
    "MP1 4XX #3",
    "MD1 40- 5 #x",
    "D1 0900 1030 #2",
    "W1 2026",
]
TIMED = "DTSTART;TZID=Asia/Seoul:20260302T093000"
DAY = "DTSTART;VALUE=DATE:20260302"
EVENTS = [
    ("SUMMARY:x",),
    ("DTSTART:tomorrow",),
    ("DTSTART: 20260302",),
    ("DTSTART;VALUE=DATE;TZID=Asia/Seoul:2026-03-02",),
    ("DTSTART;VALUE=DATE:20260302T090000",),
    ("DTSTART;TZID=Asia/Seoul:20260302T090000Z",),
    ("DTSTART;TZID=Nowhere:20260302T090000",),
    ("DTSTART;TZID=GMT+3 Nowhere:20260302T090000",),
    (DAY, DAY, "DTEND;VALUE=DATE:20260301", "SEQUENCE:x", "DTSTAMP:x"),
    (DAY, "DTEND;VALUE=DATE:20260302"),
    (DAY, "DTEND:x", "DURATION:P1D"),
    (DAY, "DURATION:PT5H"),
    (DAY, "DURATION:long", "LOCATION"),
    (DAY, "DTEND:20260303T100000"),
    (TIMED, "DTEND;TZID=Asia/Seoul:20260302T083000"),
    ("DTSTART;TZID=Asia/Seoul:20260302T000000", "DURATION:P1D"),
    (DAY, "EXDATE;VALUE=DATE:20260303"),
    (DAY, "STATUS:CANCELLED"),
    (DAY, "RECURRENCE-ID:x"),
    (DAY, "RECURRENCE-ID;RANGE=FUTURE;VALUE=DATE:20260302", "RRULE:FREQ=DAILY"),
    (DAY, "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3", "RRULE:FREQ=DAILY;COUNT=2"),
    (DAY, "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY", "EXRULE:FREQ=X"),
    (TIMED, "RRULE:FREQ=DAILY", "EXDATE;TZID=Asia/Seoul:20260303T000000,20260304T111500"),
    (
        TIMED,
        "RRULE:FREQ=DAILY",
        "EXDATE;VALUE=DATE:20260303",
        "RDATE;VALUE=DATE:20260305, ;20260306",
    ),
    (TIMED, "RRULE:FREQ=DAILY;COUNT=3", "RDATE;TZID=Asia/Seoul:20260501T100000,x"),
    (TIMED, "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
    (TIMED, "RRULE:FREQ=DAILY;BYHOUR=10;COUNT=3"),
    (DAY, *["RRULE:FREQ=DAILY;COUNT=2"] * 21),
    (DAY, "RRULE:FREQ=DAILY;COUNT=2", *["EXRULE:FREQ=WEEKLY;COUNT=2"] * 21),
]
MASTER = event(DAY, "RRULE:FREQ=DAILY;COUNT=9")
CHANGE = "RECURRENCE-ID;VALUE=DATE:"
ZONE = "BEGIN:VTIMEZONE\nTZID:Half\n{}\nEND:VTIMEZONE"
STANDARD = "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETTO:+0900\n{}\nEND:STANDARD"
FILES = [
    *(calendar(event(DAY, f"RRULE:{rule}")) for rule in RULES),
    *(calendar(event(TIMED, f"RRULE:{rule}")) for rule in RULES),
    *(calendar(event(*lines)) for lines in EVENTS),
    calendar(MASTER, event(DAY, f"{CHANGE}20270101")),
    calendar(MASTER, event(DAY, f"{CHANGE}00010101"), event(DAY, f"{CHANGE}20260303")),
    calendar(MASTER, event(DAY, "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260304")),
    calendar(event(DAY, "RRULE:FREQ=X"), event(DAY, f"{CHANGE}20260303")),
    calendar(event(DAY), event(DAY, f"{CHANGE}20260303"), event("DTSTART:20260303")),
    calendar(event(DAY), event(DAY), event(DAY, "SEQUENCE:2"), event(DAY, "SEQUENCE:2")),
    calendar(event(DAY, "STATUS:CANCELLED"), event(DAY), event(DAY, f"{CHANGE}20260303")),
    calendar(event(DAY, uid="")),
    calendar("BEGIN:VJOURNAL\nEND:VJOURNAL", "BEGIN:VALARM\nEND:VALARM", "END:VEVENT"),
    calendar("DTSTART:20260302", "no property at all", "BEGIN:VEVENT"),
    calendar(ZONE.format(STANDARD.format("RRULE:FREQ=DAILY"))),
    calendar(ZONE.format(STANDARD.format("RRULE:FREQ=X").replace("+0900", "x"))),
    calendar(ZONE.format(STANDARD.format("RRULE:FREQ=X"))),
    calendar(ZONE.format(STANDARD.format("X:")), ZONE.format(STANDARD.format("Y:"))),
    calendar("BEGIN:VTIMEZONE\nEND:VTIMEZONE"),
    calendar("X-WR-TIMEZONE:Nowhere").replace("VERSION:2.0", "VERSION:1.0"),
    calendar("TZ:+09", "DAYLIGHT:TRUE;x").replace("VERSION:2.0", "VERSION:1.0"),
    "DTSTART:20260302\n" + calendar() + event(DAY),
    b"\xef\xbb\xbf" + calendar().encode() + b"\xef\xbb\xbf" + calendar().encode(),
    calendar(event("SUMMARY:청렴")).encode("cp949"),
    calendar(event("SUMMARY:청")).encode() + b"SUMMARY:\xe3\x85\xff\xe3\x85\x81\r\n",
    calendar(event(DAY)).encode("utf-16"),
]


def notes(file):
    content = pb.ics.read(file.encode() if isinstance(file, str) else file)
    return [*content.refused, *content.mended]


@pytest.mark.parametrize("number", range(len(FILES)))
def test_reasons_are_said_in_korean(number):
    for note in notes(FILES[number]):
        assert is_korean(note.reason.korean), note.reason.korean
        assert note.reason.korean != str(note.reason)


@pytest.mark.parametrize("number", range(len(FILES)))
def test_findings_are_said_in_korean(number):
    file = FILES[number]
    for finding in pb.ics.check(file.encode() if isinstance(file, str) else file):
        for text in (finding.why, finding.advice):
            assert re.search("[가-힣]", text.korean), text.korean
            assert text.korean != str(text)


def test_most_reasons_are_met_here():
    met = {
        re.sub(r"""'[^']*'|"[^"]*"|\d+|[A-Z][A-Z-]+(=\S+)?""", "", note.reason)
        for file in FILES
        for note in notes(file)
    }
    assert len(met) >= 70, len(met)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"x" * 10, "달력 파일이 아닙니다. BEGIN:VCALENDAR 줄이 없습니다"),
        (b"", "달력 파일이 아닙니다"),
    ],
)
def test_a_file_that_is_no_calendar_is_said_in_korean(file, said):
    with pytest.raises(pb.DocumentError, match="it is no calendar file") as refused:
        pb.ics.read(file)
    assert said in refused.value.text.korean and is_korean(refused.value.text.korean)


def test_a_zone_that_is_not_known_is_said_in_korean():
    with pytest.raises(pb.ProbityError, match="'Nowhere' is no time zone") as refused:
        pb.ics.read(calendar().encode(), zone="Nowhere")
    assert "zone='Nowhere': 시간대가 아닙니다" in refused.value.text.korean
