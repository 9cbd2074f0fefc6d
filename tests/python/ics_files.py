"""Calendar files for the tests of reading them, and what is asked of what was read."""

import datetime

import probity as pb

SEOUL = datetime.timezone(datetime.timedelta(hours=9))
BEGIN = datetime.date(2026, 1, 1)
END = datetime.date(2031, 1, 1)

ZONE = """BEGIN:VTIMEZONE
TZID:Asia/Seoul
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
TZNAME:KST
END:STANDARD
END:VTIMEZONE"""


def calendar(*parts: str, zone: str = ZONE) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Office//EN", zone, *parts]
    return "\n".join([*filter(None, lines), "END:VCALENDAR", ""]).replace("\n", "\r\n")


def event(*lines: str, uid: str = "a@b") -> str:
    return "\n".join(
        [
            *("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", "SUMMARY:Title"),
            *lines,
            "END:VEVENT",
        ]
    )


def read(*parts: str, **keywords: str) -> pb.ics.IcsContent:
    return pb.ics.read(calendar(*parts, **keywords))


def only_series(*lines: str):
    content = read(event(*lines))
    (series,) = content.recurrences
    return series, content


def reasons(records) -> str:
    return " | ".join(f"{each.uid} {each.line} {each.reason}" for each in records)


def first_days(series) -> list[datetime.date]:
    if isinstance(series.recurrence, pb.Spans):
        return [span.begin for span in series.recurrence.between(BEGIN, END) if span.begin >= BEGIN]
    return list(series.recurrence.between(BEGIN, END))


MONTHLY = ("DTSTART;TZID=Asia/Seoul:20260121T152000", "RRULE:FREQ=MONTHLY;BYDAY=3WE")


def file(*lines: str, head: str = "", uid: str = "u") -> str:
    return calendar(event(*lines, uid=uid), zone=head)


def series_of(*lines: str, head: str = "", zone: str | None = None) -> pb.ics.Series:
    (series,) = pb.ics.read(file(*lines, head=head), zone=zone).recurrences
    return series


def days(series: pb.ics.Series) -> list[str]:
    return [f"{date:%m-%d}" for date in first_days(series)]


def whole_days(*dates: str) -> list[str]:
    first, after = dates
    return [f"DTSTART;VALUE=DATE:{first}", f"DTEND;VALUE=DATE:{after}"]
