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
    "outside": Kind(
        ALL,
        "dropped",
        Text("달력이나 일정 밖에 있음", "it stands outside of a calendar or of an event"),
        Text("BEGIN과 END 안에 넣음", "put it between their BEGIN and END"),
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
    # What reading mends or leaves out; the finding says in English what it was.
    "bad-form": Kind(
        ALL,
        "fragile",
        Text("RFC 5545의 형식이 아닌 값", "the value is not written as RFC 5545 has it"),
        Text("RFC 5545의 형식으로 적음", "write it as RFC 5545 has it (section 3.3)"),
    ),
    "bad-property": Kind(
        ALL,
        "misread",
        Text("읽을 수 없는 속성", "the property cannot be read"),
        Text("값을 고침", "mend the value"),
    ),
    "empty-property": Kind(
        ALL,
        "fragile",
        Text("값이 없는 속성", "the property has no value"),
        Text("값을 넣거나 줄을 지움", "give it a value, or take the line out"),
    ),
    "repeated-property": Kind(
        ALL,
        "misread",
        Text("한 번만 쓸 수 있는 속성이 거듭됨", "the property may stand once"),
        Text("하나만 남김", "keep one of them"),
    ),
    "no-value-date": Kind(
        ALL,
        "fragile",
        Text("날짜인데 VALUE=DATE가 없음", "a date stands without VALUE=DATE"),
        Text("VALUE=DATE를 넣음(RFC 3.2.20절)", "add VALUE=DATE (RFC section 3.2.20)"),
    ),
    "zone-of-date": Kind(
        ALL,
        "fragile",
        Text("날짜에 붙은 TZID", "a zone does not apply to a date"),
        Text("TZID를 뺌(RFC 3.2.19절)", "take TZID out (RFC section 3.2.19)"),
    ),
    "zone-of-utc": Kind(
        ALL,
        "misread",
        Text("UTC 시각에 붙은 TZID", "TZID does not apply to a time in UTC"),
        Text("Z나 TZID 가운데 하나만 씀", "keep Z or TZID, not both (RFC section 3.2.19)"),
    ),
    "unknown-zone": Kind(
        ALL,
        "misread",
        Text("알 수 없는 시간대", "the zone is not known"),
        Text("그 시간대의 VTIMEZONE을 넣음", "add its VTIMEZONE (RFC section 3.6.5)"),
    ),
    "broken-zone": Kind(
        ALL,
        "misread",
        Text("읽을 수 없는 VTIMEZONE", "the definition of the zone cannot be read"),
        Text("VTIMEZONE을 고침(RFC 3.6.5절)", "mend the VTIMEZONE (RFC section 3.6.5)"),
    ),
    "whole-day-times": Kind(
        ALL,
        "misread",
        Text("시각으로 적은 종일 일정", "whole days are written with times"),
        Text("VALUE=DATE로 적음", "write dates, with VALUE=DATE"),
    ),
    "rrule-form": Kind(
        ALL,
        "fragile",
        Text("RFC 5545의 형식이 아닌 규칙", "the rule is not written as RFC 5545 has it"),
        Text("RFC 5545의 형식으로 적음(3.3.10절)", "write it as RFC section 3.3.10 has it"),
    ),
    "exrule": Kind(
        ALL,
        "misread",
        Text("RFC 5545에 없는 EXRULE", "RFC 5545 no longer has EXRULE"),
        Text("빠지는 날을 EXDATE로 적음", "write the days as EXDATE"),
    ),
    "exdate-time": Kind(
        ALL,
        "misread",
        Text("일정의 시각이 아닌 EXDATE", "EXDATE is no time of the event"),
        Text("DTSTART와 같은 시각으로 적음", "write it with the time of DTSTART"),
    ),
    "rdate-hour": Kind(
        ALL,
        "misread",
        Text("시각이 다른 RDATE", "RDATE is at another hour"),
        Text("그날을 따로 일정으로 기록", "write this day as an event of its own"),
    ),
    "range": Kind(
        ALL,
        "misread",
        Text("RANGE를 아는 클라이언트는 드묾", "few clients know RANGE"),
        Text("그날부터 다른 일정으로 나눔", "let another event begin on that day"),
    ),
    "rule-of-change": Kind(
        ALL,
        "fragile",
        Text("바뀐 회차에 규칙이 또 있음", "a change of an occurrence has a rule of its own"),
        Text("RRULE을 뺌", "take the RRULE out"),
    ),
    "stale-change": Kind(
        ALL,
        "misread",
        Text("반복의 날이 아닌 RECURRENCE-ID", "RECURRENCE-ID is no date of the series"),
        Text("이 일정을 뺌", "take the change out"),
    ),
    "later-version": Kind(
        ALL,
        "fragile",
        Text("더 나중의 판이 파일에 있음", "the file has a later version"),
        Text("가장 나중의 판만 남김", "keep the latest version alone"),
    ),
    "cancelled": Kind(
        ALL,
        "dropped",
        Text("취소된 일정", "the event is cancelled"),
        Text("구독용 파일에서는 일정을 뺌", "leave it out of a file to subscribe to"),
    ),
    "version-1": Kind(
        ALL,
        "fragile",
        Text("예전 형식인 vCalendar 1.0", "the calendar is vCalendar 1.0"),
        Text("iCalendar(VERSION:2.0)로 저장", "save it as iCalendar, VERSION:2.0"),
    ),
    "rrule-import": Kind(
        (OUTLOOK,),
        "fragile",
        Text(
            "새 Outlook이 가져오지 못한다고 알려진 규칙: {}",
            "Outlook has a template for {}, which the new Outlook is reported to reject on import",
        ),
        Text("회차마다 따로 일정으로 기록", "write each occurrence as an event of its own"),
    ),
    "rrule-hours": Kind(
        (OUTLOOK, GOOGLE),
        "misread",
        Text("규칙에 시각이 있음: {}", "the rule names times of day: {}"),
        Text("시각마다 일정을 나눔", "write one event for each time of day"),
    ),
    "yearly-monthday": Kind(
        (THUNDERBIRD,),
        "misread",
        Text(
            "BYMONTH 없는 YEARLY;BYMONTHDAY: 매월로도, DTSTART의 달로도 읽힘",
            "YEARLY;BYMONTHDAY without BYMONTH is read as every month, or as DTSTART's alone",
        ),
        Text("BYMONTH를 넣거나 MONTHLY로 적음", "add BYMONTH, or write MONTHLY"),
    ),
}
