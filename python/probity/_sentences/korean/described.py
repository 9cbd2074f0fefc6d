"""Reads back what Rule.describe("ko") writes.

Every sentence that a rule is described by is read as a rule that is described by it: what is found
is kept only if its own description is the sentence, letter by letter.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from probity._core import ProbityError, Rule
from probity._sentences.korean.described_lists import (
    CODES,
    NUMBERS,
    PLACES,
    listed,
    listed_weekdays,
    month_days,
    months_of,
    nth_weekdays,
    places_of,
    runs,
)
from probity._sentences.korean.rules import gives_a_day
from probity._sentences.reading import Reading, Term
from probity.korean import WEEKDAYS
from probity.text import Text

_FREQUENCIES = {
    "초": "SECONDLY",
    "분": "MINUTELY",
    "시간": "HOURLY",
    "일": "DAILY",
    "주": "WEEKLY",
    "개월": "MONTHLY",
    "월": "MONTHLY",
    "년": "YEARLY",
}
_COUNTED_IN = {
    **{"초": "SECONDLY", "분": "MINUTELY", "시간": "HOURLY", "날": "DAILY"},
    **{"주": "WEEKLY", "달": "MONTHLY", "해": "YEARLY"},
}
_EVERY = re.compile(
    "(?:(?P<months>[^ ]+월|음력 [^ ]+월) 중 )?(?P<lunar>음력으로 |음력 )?"
    "(?:매(?P<each>초|분|시간|일|주|월|년)|격(?P<second>일|주|월)"
    "|(?P<interval>[0-9]+)(?P<unit>초|분|시간|일|주|개월|년)마다)(?= |$)"
)
_ENDS = re.compile(
    r", (?:(?P<year>[0-9]{4})\. (?P<month>[0-9]{1,2})\. (?P<day>[0-9]{1,2})\.까지"
    r"|(?P<count>[0-9]+)회)$"
)
_NOTES = re.compile(
    r"\((?P<notes>"
    r"(?:(?:한 주의 시작은|그 윤달이 없는 해는|그날이 없는 달은|그날이 없는 해는) [^,()]+"
    r"(?:, )?)+)\)$"
)
_POSITIONS_LEFT = re.compile(", 각 (?P<unit>초|분|시간|날|주|달|해)의 (?P<places>.+) 것만$")
_LIMIT = re.compile(", (?P<limit>[^,]+)에만$")
_CLOCK = "[0-9]{2}:[0-9]{2}(?::[0-9]{2})?"
_CLOCKS = re.compile(f" (?P<clocks>{_CLOCK}(?:·{_CLOCK})*)$")
_HOURLY = re.compile(f" (?P<first>{_CLOCK})부터 (?P<last>{_CLOCK})까지 매시간$")
_TIMES = re.compile(
    f"(?: (?P<hours>{NUMBERS})시)?(?: 정해진 시의)?(?: (?P<minutes>{NUMBERS})분)?"
    f"(?: 정해진 분의)?(?: (?P<seconds>{NUMBERS})초)?$"
)
_WITHIN = re.compile(
    f"^(?:(?P<hours>{NUMBERS})시 ?)?(?:(?P<minutes>{NUMBERS})분 ?)?(?:(?P<seconds>{NUMBERS})초)?에 "
)
_MONTHS = re.compile(
    "(?P<lunar>음력 )?(?P<months>매월|(?:[0-9]+(?:~[0-9]+)?·)*[0-9]+(?:~[0-9]+)?월"
    "|(?:윤?[0-9]+월·)*윤?[0-9]+월)(?= |$|인 경우)"
)
_CHOSEN = re.compile(
    rf"(?:연중 )?(?P<places>{PLACES}) (?P<noun>날|평일\(월~금요일\)|[월화수목금토일]요일)"
)
_WEEKS = re.compile(f"연중 (?P<places>{PLACES}) 주(?: (?P<days>.+))?")
_SPAN = re.compile(
    ", (?:(?P<away>[0-9]{1,3})일 (?P<side>전|뒤)|그날)부터 (?P<length>[0-9]{1,3})일간$"
)
_IF = re.compile(r"\(([^()]*(?:\(월~금요일\))?[^()]*)인 경우\)$")
_AMONG = re.compile(r" 중 (?![^(]*인 경우\))")
Parts = dict[str, str]


def read_described(text: str) -> Rule | None:
    """The rule that is described by a sentence, or None if none is or the rule gives no day."""
    if len(text) > 20_000:
        return None
    for parts in _proposed(text):
        try:
            rule = Rule(";".join(f"{name}={value}" for name, value in parts.items()))
        except ProbityError:
            continue
        if rule.describe("ko") == text:
            return rule if _has_days(rule) else None
    return None


def read_described_span(text: str) -> Reading | None:
    """The span that a sentence describes by the rule of its anchors: 매월 셋째 목요일, 3일 전부터
    7일간."""
    match = _SPAN.search(text)
    anchors = read_described(text[: match.start()]) if match is not None else None
    if match is None or anchors is None:
        return None
    offset, length = int(match["away"] or 0), int(match["length"])
    if not (offset <= 366 and 1 <= length <= 366):
        return None
    offset = -offset if match["side"] == "전" else offset
    away = f"{abs(offset)} days {'before' if offset < 0 else 'after'} it" if offset else "it"
    english = f"{anchors.describe('en')}, {length} days from {away} on"
    rule = None if offset else anchors
    return Reading(
        Text(text, english), ("SPAN",), None, (Term(anchors, offset),), length, rule=rule
    )


def _has_days(rule: Rule) -> bool:
    """Whether a rule gives a day at all; what ends early or follows the moon is taken to."""
    if rule.until is not None or rule.freq not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        return True
    return "RSCALE=DANGI" in str(rule) or gives_a_day(rule)


def _proposed(text: str) -> Iterator[Parts]:
    """Rules that may be meant."""
    parts: Parts = {}
    text = _end(text, parts)
    text = _notes(text, parts)
    frequencies: list[str] = []
    match = _POSITIONS_LEFT.search(text)
    if match is not None:
        positions = places_of(match["places"])
        if positions is None:
            return
        parts["BYSETPOS"] = listed(positions)
        frequencies = [_COUNTED_IN[match["unit"]]]
        text = text[: match.start()]
    limits: list[Parts] = [{}]
    match = _LIMIT.search(text)
    if match is not None:
        limits = list(_days(match["limit"], parts))
        text = text[: match.start()]
    match = _WITHIN.match(text)
    if match is not None and match.end() > 2:
        _take_times(match, parts)
        text = text[match.end() :]
    for rest, times in _with_times(text):
        match = _EVERY.match(rest)
        if match is None:
            continue
        head = parts | times
        if match["lunar"]:
            head["RSCALE"] = "DANGI"
        if match["months"]:
            head |= months_of(match["months"]) or {}
        unit = match["each"] or match["second"] or match["unit"]
        if match["second"] or match["interval"]:
            head["INTERVAL"] = match["interval"] or "2"
        told = _FREQUENCIES[unit]
        for days, limit in itertools.product(_days(rest[match.end() :].strip(), head), limits):
            for freq in dict.fromkeys([*frequencies, told, "MONTHLY", "YEARLY", "WEEKLY", "DAILY"]):
                found = head | days | limit
                if "BYSETPOS" in found and sum(name.startswith("BY") for name in found) == 1:
                    # RFC 5545 has it beside another part; one that limits nothing is not told.
                    found["BYMONTH"] = listed(range(1, 13))
                yield _ordered({"FREQ": freq} | found)


def _ordered(parts: Parts) -> Parts:
    scale = parts.pop("RSCALE", "GREGORIAN" if "SKIP" in parts else "")
    return ({"RSCALE": scale} if scale else {}) | parts


# --------------------------------------------------------------------------- what stands at the end


def _end(text: str, parts: Parts) -> str:
    match = _ENDS.search(text)
    if match is None:
        return text
    if match["count"]:
        parts["COUNT"] = match["count"]
    else:
        parts["UNTIL"] = f"{match['year']}{int(match['month']):02}{int(match['day']):02}"
    return text[: match.start()]


def _notes(text: str, parts: Parts) -> str:
    match = _NOTES.search(text)
    if match is None:
        return text
    for note in match["notes"].split(", "):
        if note.startswith("한 주의 시작은"):
            parts["WKST"] = CODES[WEEKDAYS.index(note[-3])]
        else:
            where = note.partition("는 ")[2] if "해는" in note else note.partition("은 ")[2]
            back = where in ("앞 달", "전달 말일", "전년도 마지막 날", "말일", "마지막 날")
            parts["SKIP"] = "BACKWARD" if back else "FORWARD"
    return text[: match.start()]


def _with_times(text: str) -> Iterator[tuple[str, Parts]]:
    """The sentence less its times of day, and these."""
    match = _CLOCKS.search(text)
    if match is not None:
        clocks = [each.split(":") for each in match["clocks"].split("·")]
        yield text[: match.start()], _by_clock(clocks)
    match = _HOURLY.search(text)
    if match is not None:
        first, last = match["first"].split(":"), match["last"].split(":")
        hours = [[f"{hour}", *first[1:]] for hour in range(int(first[0]), int(last[0]) + 1)]
        yield text[: match.start()], _by_clock(hours)
    match = _TIMES.search(text)
    if match is not None and match.start() < len(text):
        parts: Parts = {}
        _take_times(match, parts)
        yield text[: match.start()], parts
    yield text, {}


def _by_clock(clocks: list[list[str]]) -> Parts:
    columns = [sorted({int(each[i]) for each in clocks}) for i in range(len(clocks[0]))]
    names = ("BYHOUR", "BYMINUTE", "BYSECOND")
    parts = {name: listed(column) for name, column in zip(names, columns, strict=False)}
    if parts.get("BYMINUTE") == "0" and len(columns) == 2:
        del parts["BYMINUTE"]
    return parts


def _take_times(match: re.Match[str], parts: Parts) -> None:
    for group, name in (("hours", "BYHOUR"), ("minutes", "BYMINUTE"), ("seconds", "BYSECOND")):
        if match[group]:
            parts[name] = listed(runs(match[group]))


# --------------------------------------------------------------------------- days


def _days(text: str, head: Parts) -> Iterator[Parts]:
    """What the days of a sentence may be: 3월 14~20일 중 수요일, 연중 20번째 주 월요일."""
    parts: Parts = {}
    if head.get("BYMONTH") is None:
        match = _MONTHS.match(text)
        if match is not None:
            found = months_of(match[0])
            if found is not None:
                # 매월 13일 may be of each month, or of a year's months.
                ways = [found, {}] if "매월" in match[0] else [found]
                if match["lunar"] and "매월" in match[0]:
                    ways = [{"RSCALE": "DANGI"}]
                for way in ways:
                    yield from _case(text[match.end() :].strip(), parts | way)
                return
    if text.startswith("음력 "):
        parts["RSCALE"], text = "DANGI", text[3:]
    yield from _case(text, parts)


def _case(text: str, parts: Parts) -> Iterator[Parts]:
    """...(금요일인 경우), ...(4월인 경우): what stands in brackets limits the rest."""
    for word in ("각각 ", "전체에서 ", "매월 "):
        if text.startswith(word) and not text.startswith("매월 중"):
            text = text[len(word) :]
    match = _IF.search(text)
    if match is None:
        yield from _turn(text, parts)
        return
    months = _MONTHS.match(match[1] + "인 경우")
    if months is not None and months.end() == len(match[1]):
        yield from _turn(text[: match.start()], parts | (months_of(match[1]) or {}))
        return
    for outer in _turn(text[: match.start()], parts):
        yield from _turn(match[1], outer)


def _turn(text: str, parts: Parts) -> Iterator[Parts]:
    """연중 20번째 주 중 15일 중 수요일: each part limits the one before it."""
    if text in ("", "매일", "시작일과 같은 날", "시작일과 같은 요일"):
        yield parts
        if text == "매일":
            yield parts | {"BYDAY": ",".join(CODES)}
        return
    segments = _AMONG.split(text)
    chosen = _CHOSEN.fullmatch(segments[-1])
    ways: list[list[Parts]] = [_segment(each) for each in segments[:-1]]
    last = _segment(segments[-1])
    if chosen is not None:
        found = {"BYSETPOS": listed(places_of(chosen["places"]) or [])}
        if chosen["noun"] != "날":
            found["BYDAY"] = listed_weekdays(chosen["noun"]) or ""
        last = [found, *last]
        if chosen["noun"] == "날":
            last.append(found | {"BYDAY": ",".join(CODES)})
    for combination in itertools.product(*ways, last):
        whole = dict(parts)
        for each in combination:
            whole |= each
        yield whole


def _segment(text: str) -> list[Parts]:
    """Weeks of the year, days of it, days of months, or weekdays; with what limits them."""
    match = _IF.search(text)
    if match is not None:
        limits = _segment(match[1])
        return [each | limit for each in _segment(text[: match.start()]) for limit in limits]
    match = _WEEKS.fullmatch(text)
    if match is not None:
        weeks = {"BYWEEKNO": listed(places_of(match["places"]) or [])}
        days = match["days"]
        if days is None or days == "시작일과 같은 요일":
            return [weeks]
        every = ",".join(CODES) if days == "매일" else listed_weekdays(days)
        return [weeks | {"BYDAY": every}] if every else []
    if text.startswith("연중 "):
        days = month_days(text[3:])
        found = [{"BYYEARDAY": days}] if days else []
    else:
        days = month_days(text)
        found = [{"BYMONTHDAY": days}] if days else []
    weekdays = listed_weekdays(text) or nth_weekdays(text)
    return [*found, {"BYDAY": weekdays}] if weekdays else found
