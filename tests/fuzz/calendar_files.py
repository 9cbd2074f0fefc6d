"""Mutated calendar files, read and checked: a result or an error of the library, in bounded time.

    python tests/fuzz/calendar_files.py [files] [--seed N] [--first N]

Each file is made from its number and the seed alone, so that what is found can be made again:
`--first 4711` with 1 file. The files of tests/data/ics and lines of every kind are cut, joined,
repeated and changed. Beside "no crash" it holds that each line that `read` mends or refuses is
one that `check` names, that both come to the same twice, and that no file takes long.
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
import time
import traceback
from pathlib import Path

import probity as pb

FOLDER = Path(__file__).parents[1] / "data" / "ics"
#: Processor time that one file may take, in seconds; a file here has some kilobytes.
LONGEST = 5.0
WINDOW = (datetime.date(2026, 1, 1), datetime.date(2027, 1, 1))

LINES = r"""
BEGIN:VCALENDAR
END:VCALENDAR
BEGIN:VEVENT
END:VEVENT
BEGIN:VTODO
END:VTODO
BEGIN:VTIMEZONE
END:VTIMEZONE
BEGIN:STANDARD
END:STANDARD
BEGIN:DAYLIGHT
END:DAYLIGHT
BEGIN:VALARM
VERSION:1.0
METHOD:CANCEL
TZ:+09
DAYLIGHT:TRUE;-04;20260308T070000Z;20261101T060000Z;EST;EDT
X-WR-TIMEZONE:Asia/Seoul
X-WR-TIMEZONE:America/New_York
X-WR-TIMEZONE:../../etc/passwd
TZID:X
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
TZOFFSETTO:+9999
UID:a
UID:b
SEQUENCE:1
SEQUENCE:-1
SEQUENCE:99999999999999999999
DTSTAMP:20260101T000000Z
DTSTAMP:20270101T000000Z
STATUS:CANCELLED
SUMMARY:\
SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=zip:=ED=9A=8C=
DTSTART:20260101T000000Z
DTSTART:20260330T233000Z
DTSTART;VALUE=DATE:20260101
DTSTART;TZID=X:20260101T090000
DTSTART;TZID="Korea Standard Time":20260308T023000
DTSTART:00010101T000000Z
DTSTART:99991231T235959Z
DTSTART;VALUE=DATE:99991231
DTSTART;VALUE=DATE:14000101
DTEND:20260102T000000Z
DTEND;VALUE=DATE:99991231
DTEND:20200101T000000
DURATION:P1D
DURATION:P999999999W
DURATION:-PT1H
DURATION:PT86399S
X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
ATTENDEE:mailto:a@example.com
RRULE:FREQ=DAILY
RRULE:FREQ=DAILY;COUNT=999999999
RRULE:FREQ=DAILY;INTERVAL=999999999;COUNT=999999999
RRULE:FREQ=SECONDLY
RRULE:FREQ=SECONDLY;INTERVAL=86399
RRULE:FREQ=SECONDLY;INTERVAL=86401;BYSECOND=1;COUNT=999999999
RRULE:FREQ=MINUTELY;INTERVAL=7;BYHOUR=3;COUNT=100000
RRULE:FREQ=HOURLY;INTERVAL=36
RRULE:FREQ=HOURLY;INTERVAL=36;UNTIL=20270101
RRULE:FREQ=HOURLY;BYSETPOS=-1;BYMINUTE=1,2,3;COUNT=10
RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYHOUR=1,2,3;BYSETPOS=-1,4;COUNT=30000
RRULE:FREQ=YEARLY;BYWEEKNO=1;BYHOUR=1,2;BYSETPOS=1,-2;COUNT=4
RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=9
RRULE:FREQ=YEARLY;BYMONTHDAY=15
RRULE:FREQ=WEEKLY;BYDAY=1MO, 2TU;COUNT=-1
RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z
RRULE:FREQ=WEEKLY;UNTIL=00010101T000000Z
RRULE:FREQ=WEEKLY;COUNT=3;UNTIL=20260301
RRULE:FREQ=WEEKLY\;INTERVAL=0;;X-A=1
RRULE:RSCALE=DANGI;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=30;SKIP=BACKWARD
RRULE:W1 TU TH #4
RRULE:MP1 1+ TU 2- FR #0
RRULE:MD2 LD 1+ 2- 99991231T000000
RRULE:YM1 3 $
RRULE:YD1 100 366 #99999999
RRULE:D999 0900 1430 #5
EXRULE:FREQ=DAILY;INTERVAL=2
EXRULE:FREQ=DAILY;BYHOUR=0,9
RDATE:20260105T000000Z,20260106T000000Z
RDATE;VALUE=DATE:20260401,,20260230,99991231
RDATE;VALUE=PERIOD:20260105T000000Z/PT1H
EXDATE:20260102T000000Z
EXDATE;VALUE=DATE:20260103
EXDATE;TZID=X:20260105T090000
RECURRENCE-ID:20260102T000000Z
RECURRENCE-ID;VALUE=DATE:20260103
RECURRENCE-ID;RANGE=THISANDFUTURE:20260103T000000Z
RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260108
RECURRENCE-ID:never
DUE;VALUE=DATE:20260501
COMPLETED:20260501T000000Z
 folded
X;A="b:c
:
;
ORGANIZER;CN="a" b":mailto:c
""".splitlines()[1:]

WORDS = (
    *(b"\r\n", b"\n", b"\r", b"\n ", b"\0", b"\xff", b"\xed\x9a", b";", b":", b",", b"=", b'"'),
    *(b"\\", b"-", b"+", b"T", b"Z", b"0", b"9", b"99999999999", b"COUNT=", b"UNTIL=", b"BYDAY="),
    *(b"INTERVAL=", b"VALUE=DATE", b"TZID=", b"RRULE:", b"FREQ=", b"2026", b"0001", b"9999"),
)


def seeds() -> list[bytes]:
    """The files to start from."""
    return [path.read_bytes() for path in sorted(FOLDER.glob("*.ics"))]


def mutated(number: int, seed: int, given: list[bytes]) -> bytes:
    """The file of a number."""
    draw = random.Random(f"{seed}:{number}")
    if draw.random() < 0.3:
        chosen = [draw.choice(LINES) for _ in range(draw.randint(0, 16))]
        return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *chosen]).encode()
    lines = draw.choice(given).split(b"\n")
    for _ in range(draw.randint(1, 6)):
        _change_lines(draw, lines, given)
    data = b"\n".join(lines)
    for _ in range(draw.choice((0, 0, 1, 3, 8))):
        at = draw.randint(0, len(data))
        match draw.randint(0, 3):
            case 0:
                data = data[:at] + draw.choice(WORDS) + data[at:]
            case 1:
                data = data[:at] + data[at + draw.randint(1, 8) :]
            case 2:
                data = data[:at] + bytes([draw.randint(0, 255)]) + data[at + 1 :]
            case _:
                data = data[:at] + data[at : at + 20] * draw.randint(2, 5) + data[at:]
    return data


def _change_lines(draw: random.Random, lines: list[bytes], given: list[bytes]) -> None:
    at = draw.randrange(len(lines)) if lines else 0
    match draw.randint(0, 5):
        case 0:
            lines.insert(at, draw.choice(LINES).encode() + b"\r")
        case 1 if lines:
            lines[at] = draw.choice(LINES).encode() + b"\r"
        case 2 if lines:
            del lines[at]
        case 3:
            other = draw.choice(given).split(b"\n")
            begin = draw.randrange(len(other))
            lines[at:at] = other[begin : begin + draw.randint(1, 12)]
        case 4:
            lines[at:at] = lines[at : at + draw.randint(1, 12)] * draw.randint(1, 4)
        case _:
            draw.shuffle(lines)


def fault_of(data: bytes) -> str:
    """What is wrong with the answers for a file; empty if nothing is."""
    started = time.process_time()
    try:
        content = pb.ics.read(data)
        findings = pb.ics.check(data)
    except pb.ProbityError:
        return ""
    except Exception:
        return traceback.format_exc()
    lines = {each.line for each in (*content.refused, *content.mended)}
    unnamed = lines - {finding.line for finding in findings}
    if unnamed:
        return f"check names no fault of the lines {sorted(unnamed)}"
    for series in content.recurrences:
        series.recurrence.between(*WINDOW)
        series.holidays(*WINDOW)
    if pb.ics.read(data) != content:
        return "a second reading differs"
    taken = time.process_time() - started
    return f"it took {taken:.1f} s" if taken > LONGEST else ""


def run(files: int, seed: int = 1, first: int = 0, *, say: bool = False) -> list[tuple[int, str]]:
    """(number, fault) of each of so many files in which something is wrong."""
    given = seeds()
    found = []
    for number in range(first, first + files):
        fault = fault_of(mutated(number, seed, given))
        if fault:
            found.append((number, fault))
            if say:
                print(f"file {number} of seed {seed}: {fault}", flush=True)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="Reads and checks mutated calendar files.")
    parser.add_argument("files", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0)
    given = parser.parse_args()
    found = run(given.files, given.seed, given.first, say=True)
    print(f"{given.files} files, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
