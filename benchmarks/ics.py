"""How long it takes to read and check calendar files, beside what the package icalendar takes to
parse them.

    python benchmarks/ics.py [events] [--write]

A file of made-up recurring events, 5,000 unless another number is given: weekly, monthly and daily
meetings with their hours, a place, a guest, a description and an exception, and yearly days. A
figure is the best of five rounds after one that warms up.

--write renews the part on calendar files of docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import datetime

import icalendar
from measuring.pages import PAGE, shown, table, write_part
from measuring.timing import measure
from tables import machine

import probity as pb

BEGIN_MARK, END_MARK = "<!-- calendar files: begin -->", "<!-- calendar files: end -->"
DAY = datetime.timedelta(1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HEAD = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Office calendar//KO
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:Asia/Seoul
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
"""


def event(number: int) -> str:
    """A made-up event."""
    day = datetime.date(2026, 1, 5) + number % 350 * DAY
    head = f"BEGIN:VEVENT\nUID:{number}@example.com\nDTSTAMP:20260101T000000Z\nSEQUENCE:0\n"
    if number % 5 == 4:
        return (
            f"{head}DTSTART;VALUE=DATE:{day:%Y%m%d}\nDTEND;VALUE=DATE:{day + DAY:%Y%m%d}\n"
            f"RRULE:FREQ=YEARLY\nSUMMARY:기념일 {number}\nEND:VEVENT\n"
        )
    weekday, place = WEEKDAYS[day.weekday()], (day.day + 6) // 7
    rule = (
        f"FREQ=WEEKLY;BYDAY={weekday}",
        f"FREQ=MONTHLY;BYDAY={place}{weekday}",
        f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday};UNTIL=20271231T145959Z",
        "FREQ=DAILY;INTERVAL=7;COUNT=24",
    )[number % 4]
    return (
        f"{head}DTSTART;TZID=Asia/Seoul:{day:%Y%m%d}T100000\n"
        f"DTEND;TZID=Asia/Seoul:{day:%Y%m%d}T113000\nRRULE:{rule}\n"
        f"EXDATE;TZID=Asia/Seoul:{day:%Y%m%d}T100000\n"
        f"SUMMARY:정기 점검 회의 {number}\nLOCATION:회의실 {number % 9}\n"
        "ORGANIZER;CN=감사담당관:mailto:audit@example.com\n"
        "ATTENDEE;CN=간사;ROLE=REQ-PARTICIPANT:mailto:clerk@example.com\n"
        f"DESCRIPTION:안건 {number}\\n1. 지난 회의 결과\\n2. 다음 일정\nEND:VEVENT\n"
    )


def calendar(events: int) -> bytes:
    """The file."""
    text = HEAD + "".join(map(event, range(events))) + "END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", type=int, nargs="?", default=5000)
    parser.add_argument("--write", action="store_true", help=f"renew docs/{PAGE.name}")
    options = parser.parse_args()
    data = calendar(options.events)
    content = pb.ics.read(data)
    assert len(content.recurrences) == options.events
    assert not content.refused and not content.mended
    times = measure(
        {
            "icalendar alone, which parses it": (lambda: icalendar.Calendar.from_ical(data), 1.0),
            "`ics.read`": (lambda: pb.ics.read(data), 1.0),
            "`ics.check`": (lambda: pb.ics.check(data), 1.0),
        },
        rounds=5,
    )
    theirs = next(iter(times.values()))
    rows = [[name, shown(time), f"{time / theirs:.2f}"] for name, time in times.items()]
    text = table([f"{options.events:,} recurring events", "time", "times icalendar's"], rows)
    print(text)
    if options.write:
        measured = f"{machine().partition(', NumPy')[0]}, icalendar {icalendar.__version__}."
        write_part(BEGIN_MARK, END_MARK, [measured, text])


if __name__ == "__main__":
    main()
