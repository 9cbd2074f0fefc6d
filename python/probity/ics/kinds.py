"""The findings of a check: whom each concerns, why, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from probity.text import Text

Severity = Literal["dropped", "misread", "fragile"]

OUTLOOK, GOOGLE, APPLE, THUNDERBIRD = "Outlook", "Google", "Apple", "Thunderbird"
ALL = (OUTLOOK, GOOGLE, APPLE, THUNDERBIRD)


@dataclass(frozen=True)
class Kind:
    """A kind of finding; {} in `why` stands for the value that was found."""

    clients: tuple[str, ...]
    severity: Severity
    why: Text
    advice: Text


# RFC is RFC 5545. Templates of rules are those of [MS-OXCICAL] section 2.1.3.2.2, RDATE is its
# section 2.1.3.1.1.20.18, several calendars its appendix, note 1.
KINDS = {
    "byte-order-mark": Kind(
        ALL,
        "fragile",
        Text("파일이 바이트 순서 표시(BOM)로 시작함", "the file begins with a byte-order mark"),
        Text("BOM 없는 UTF-8로 저장", "save it as UTF-8 without one"),
    ),
    "encoding": Kind(
        ALL,
        "misread",
        Text("UTF-8이 아닌 바이트가 있음", "the line has bytes that are not UTF-8"),
        Text("UTF-8로 저장(RFC 3.1.4절)", "save it as UTF-8 (RFC section 3.1.4)"),
    ),
    "line-ends": Kind(
        ALL,
        "fragile",
        Text("CRLF로 끝나지 않는 줄", "a line does not end in CRLF"),
        Text("모든 줄을 CRLF로 끝냄(RFC 3.1절)", "end each line in CRLF (RFC section 3.1)"),
    ),
    "long-line": Kind(
        ALL,
        "fragile",
        Text("{}옥텟의 줄: 75옥텟까지 가능", "a line of {} octets: 75 are allowed"),
        Text("75옥텟 안에서 줄을 접음(RFC 3.1절)", "fold it within 75 octets (RFC section 3.1)"),
    ),
    "fold-in-character": Kind(
        ALL,
        "misread",
        Text("글자 가운데에서 접힌 줄", "a line is folded within a character"),
        Text("글자와 글자 사이에서 접음", "fold it between characters"),
    ),
    "fold-in-escape": Kind(
        ALL,
        "fragile",
        Text("백슬래시 바로 뒤에서 접힌 줄", "a line is folded behind a backslash"),
        Text("백슬래시와 다음 글자를 떼지 않음", "keep the backslash with what it escapes"),
    ),
    "broken-line": Kind(
        ALL,
        "misread",
        Text("속성이 아닌 줄", "the line is no property"),
        Text(
            "이어지는 줄은 공백으로 시작(RFC 3.1절)",
            "begin continued lines with a space (RFC section 3.1)",
        ),
    ),
    "several-calendars": Kind(
        (OUTLOOK,),
        "fragile",
        Text("파일에 달력이 {}개 있음", "the file holds {} calendars"),
        Text("달력마다 파일을 나눔", "write one file a calendar"),
    ),
    "no-prodid": Kind(
        ALL,
        "fragile",
        Text("달력에 PRODID가 없음", "the calendar has no PRODID"),
        Text("PRODID를 넣음(RFC 3.7.3절)", "add PRODID (RFC section 3.7.3)"),
    ),
    "no-version": Kind(
        ALL,
        "fragile",
        Text("달력에 VERSION:2.0이 없음", "the calendar has no VERSION:2.0"),
        Text("VERSION:2.0을 넣음(RFC 3.7.4절)", "add VERSION:2.0 (RFC section 3.7.4)"),
    ),
    "no-method": Kind(
        (OUTLOOK,),
        "fragile",
        Text("달력에 METHOD가 없음", "the calendar has no METHOD"),
        Text("METHOD:PUBLISH를 넣음", "add METHOD:PUBLISH"),
    ),
    "task": Kind(
        (GOOGLE, APPLE),
        "dropped",
        Text("할 일(VTODO)은 표시되지 않음", "tasks (VTODO) are not shown"),
        Text("종일 일정으로 기록", "write it as an event of a whole day"),
    ),
    "journal": Kind(
        (OUTLOOK, GOOGLE, APPLE),
        "dropped",
        Text("{}: 일정이 아니어서 표시되지 않음", "{} is no event and is not shown"),
        Text("일정(VEVENT)으로 기록", "write it as an event (VEVENT)"),
    ),
    "no-uid": Kind(
        ALL,
        "fragile",
        Text("일정에 UID가 없음", "the event has no UID"),
        Text(
            "바뀌지 않는 UID를 넣음(RFC 3.8.4.7절)",
            "give it a UID that stays (RFC section 3.8.4.7)",
        ),
    ),
    "same-uid": Kind(
        ALL,
        "dropped",
        Text(
            "{}행의 일정과 UID가 같음: 하나만 남음",
            "the event of line {} has the same UID: one is kept",
        ),
        Text("일정마다 다른 UID를 씀", "give each event a UID of its own"),
    ),
    "no-dtstamp": Kind(
        ALL,
        "fragile",
        Text("일정에 DTSTAMP가 없음", "the event has no DTSTAMP"),
        Text("DTSTAMP를 넣음(RFC 3.8.7.2절)", "add DTSTAMP (RFC section 3.8.7.2)"),
    ),
    "no-sequence": Kind(
        (OUTLOOK, GOOGLE),
        "fragile",
        Text(
            "SEQUENCE가 없어 변경이 전해지지 않을 수 있음",
            "without SEQUENCE a change may not be seen",
        ),
        Text("변경할 때마다 SEQUENCE를 1 올림", "count changes in SEQUENCE (RFC section 3.8.7.4)"),
    ),
    "no-dtstart": Kind(
        ALL,
        "dropped",
        Text("일정에 DTSTART가 없음", "the event has no DTSTART"),
        Text("DTSTART를 넣음", "add DTSTART"),
    ),
    "bad-date": Kind(
        ALL,
        "dropped",
        Text("날짜나 시각이 아님: {}", "this is no date or time: {}"),
        Text("20260318 또는 20260318T152000으로 적음", "write 20260318 or 20260318T152000"),
    ),
    "no-end": Kind(
        ALL,
        "fragile",
        Text("일정에 DTEND와 DURATION이 없음", "the event has neither DTEND nor DURATION"),
        Text(
            "DTEND를 넣음: 종일 일정은 다음 날", "add DTEND; of whole days the first day after them"
        ),
    ),
    "end-not-after-start": Kind(
        ALL,
        "misread",
        Text("DTEND가 DTSTART보다 뒤가 아님: {}", "DTEND is not after DTSTART: {}"),
        Text(
            "종일 일정의 DTEND는 마지막 날의 다음 날",
            "DTEND of whole days is the first day after them",
        ),
    ),
    "mixed-types": Kind(
        ALL,
        "misread",
        Text("{}의 값 유형이 DTSTART와 다름", "{} has not the value type of DTSTART"),
        Text(
            "DTSTART와 같은 유형(날짜 또는 시각)으로 적음", "write a date or a time as in DTSTART"
        ),
    ),
    "floating-time": Kind(
        ALL,
        "misread",
        Text(
            "시간대 없는 시각: 보는 곳마다 다른 때가 됨",
            "a time without a zone is another time elsewhere",
        ),
        Text("TZID=Asia/Seoul과 VTIMEZONE을 씀", "write TZID=Asia/Seoul, and its VTIMEZONE"),
    ),
    "no-vtimezone": Kind(
        (OUTLOOK,),
        "misread",
        Text("시간대 {}의 VTIMEZONE이 없음", "the zone {} has no VTIMEZONE"),
        Text("그 시간대의 VTIMEZONE을 넣음(RFC 3.6.5절)", "add its VTIMEZONE (RFC section 3.6.5)"),
    ),
    "rrule-invalid": Kind(
        ALL,
        "dropped",
        Text("규칙이 RFC 5545에 맞지 않음: {}", "RFC 5545 does not allow the rule: {}"),
        Text("규칙을 고침", "mend the rule"),
    ),
    "count-and-until": Kind(
        ALL,
        "misread",
        Text("COUNT와 UNTIL을 함께 씀", "COUNT and UNTIL are both given"),
        Text("둘 중 하나만 씀(RFC 3.3.10절)", "give one of them (RFC section 3.3.10)"),
    ),
    "rrule-outlook": Kind(
        (OUTLOOK,),
        "dropped",
        Text("Outlook의 반복 형식에 없는 규칙: {}", "Outlook has no template for {}"),
        Text("회차마다 따로 일정으로 기록", "write each occurrence as an event of its own"),
    ),
    "rscale": Kind(
        ALL,
        "misread",
        Text(
            "음력 등 RSCALE 규칙을 아는 클라이언트는 드묾",
            "few clients know rules with RSCALE (RFC 7529)",
        ),
        Text("회차마다 따로 일정으로 기록", "write each occurrence as an event of its own"),
    ),
    "until-type": Kind(
        ALL,
        "misread",
        Text("UNTIL의 값 유형이 DTSTART와 다름: {}", "UNTIL has not the value type of DTSTART: {}"),
        Text(
            "종일이면 날짜, 시각이 있으면 UTC로 적음", "write a date for whole days, UTC for times"
        ),
    ),
    "start-not-of-rule": Kind(
        ALL,
        "misread",
        Text("DTSTART가 규칙의 날이 아님: {}", "DTSTART {} is no day of its rule"),
        Text("DTSTART를 규칙의 첫날로 함", "let DTSTART be the first day of the rule"),
    ),
    "several-rrules": Kind(
        ALL,
        "misread",
        Text("RRULE이 둘 이상임", "there is more than one RRULE"),
        Text("규칙마다 일정을 나눔", "write one event a rule"),
    ),
    "rdate": Kind(
        (OUTLOOK, GOOGLE),
        "misread",
        Text("RDATE의 날은 빠질 수 있음", "days of RDATE may be left out"),
        Text("그날을 따로 일정으로 기록", "write these days as events of their own"),
    ),
    "rdate-alone": Kind(
        (OUTLOOK,),
        "dropped",
        Text(
            "RRULE 없는 RDATE: 일정 전체가 빠짐", "RDATE without RRULE: the whole event is left out"
        ),
        Text("그날을 따로 일정으로 기록", "write these days as events of their own"),
    ),
    "unclosed": Kind(
        ALL,
        "dropped",
        Text("BEGIN과 END가 맞지 않음", "BEGIN and END do not match"),
        Text("BEGIN마다 END를 둠", "give each BEGIN its END"),
    ),
}
