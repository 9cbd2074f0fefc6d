"""Parts of calendar files as programs write them, and the days of 2026 that a file gives."""

import datetime

import probity as pb
from ics_files import calendar, event, reasons

BEGIN, END = datetime.date(2026, 1, 1), datetime.date(2027, 1, 1)


def days_of(content: pb.ics.IcsContent) -> dict[str, list[str]]:
    """The first days in 2026 of all that a file holds, by UID."""
    found: list[tuple[str, datetime.date]] = []
    for series in content.recurrences:
        recurrence = series.recurrence
        days = recurrence.first_days() if isinstance(recurrence, pb.Spans) else recurrence
        found += [(series.uid, day) for day in days.between(BEGIN, END)]
    for meeting in content.meetings:
        begin = meeting.begin
        day = begin.date() if isinstance(begin, datetime.datetime) else begin
        found.append((meeting.uid, day))
    found += [(event.uid, event.days.begin) for event in content.holidays]
    by_uid: dict[str, set[str]] = {}
    for uid, day in found:
        if BEGIN <= day < END:
            by_uid.setdefault(uid, set()).add(str(day))
    return {uid: sorted(days) for uid, days in by_uid.items()}


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
