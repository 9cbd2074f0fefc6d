"""RRULE and EXRULE as calendar files write them: read leniently if there is no doubt."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import NamedTuple

from probity._core import ProbityError, Recurrence, Rule
from probity.ics.lines import shortened
from probity.ics.values import DAY, Moment, Written, parse_moment

#: The parts that name times of day.
TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")
_LISTS = {"BYDAY", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", *TIMES}
_PARTS = _LISTS | {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "RSCALE", "SKIP"}
_ORDINAL = re.compile("[+-]?[0-9]+(?=[A-Z])")
_WEEKDAYS = re.compile("(?:(?:[+-]?[0-9]+)?[A-Z]{2}(?:,|$))*")
_LONG_WEEKDAY = re.compile('"?([+-]?[0-9]*)([A-Z]{2,9})"?')
_WEEKDAY_NAMES = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_NUMBER = re.compile("[0-9]{1,9}")


class RuleLost(Exception):
    """A rule that cannot be taken: its event is read without it."""


class Steps:
    """How many steps the rules of a file may still be walked, so that none takes for ever."""

    def __init__(self, left: int = 100_000) -> None:
        self.left = left

    def take(self, steps: int = 1) -> None:
        self.left -= steps
        if self.left < 0:
            raise RuleLost("the rule takes too many steps to count through")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A rule by its parts; `mended` says how it is not as RFC 5545 writes it."""

    parts: dict[str, str]
    count: int | None = None
    until: Written | None = None
    mended: tuple[str, ...] = ()
    #: Its text in the file.
    written: str = ""

    @property
    def has_times(self) -> bool:
        parts = self.parts
        return parts["FREQ"] in ("HOURLY", "MINUTELY", "SECONDLY") or any(
            name in parts for name in TIMES
        )

    def text(self, *left_out: str, **more: object) -> str:
        """The rule without COUNT, UNTIL and what is left out, with what is named."""
        parts = {key: value for key, value in self.parts.items() if key not in left_out}
        parts |= {key: str(value) for key, value in more.items() if value is not None}
        return ";".join(f"{key}={value}" for key, value in parts.items())


def parse_rule(value: str) -> Parsed:
    """The parts of a rule. Raises RuleLost if it names what no rule has."""
    mended: list[str] = []
    text = value.replace("\\;", ";").replace("\\,", ",").strip()
    if text != value:
        mended.append("it has stray blanks or backslashes")
    if text.upper().startswith(("RRULE:", "EXRULE:")):
        text = text.partition(":")[2]
        mended.append("it names its property twice")
    parts: dict[str, str] = {}
    for piece in text.split(";"):
        _take_part(piece, parts, mended)
    if "FREQ" not in parts:
        raise RuleLost("it has no FREQ")
    parts = {"FREQ": parts.pop("FREQ"), **parts}
    count = _count(parts, mended)
    until = _until(parts, mended)
    if count is not None and until is not None:
        mended.append("COUNT stands beside UNTIL; the first to be reached ends it")
    _mend_numbers(parts, mended)
    return Parsed(parts, count, until, tuple(dict.fromkeys(mended)), value)


def _take_part(piece: str, parts: dict[str, str], mended: list[str]) -> None:
    if not piece.strip():
        mended.append("it has a stray semicolon")
        return
    key, equals, given = piece.partition("=")
    name, value = key.strip().upper(), "".join(given.split()).upper()
    if name != key.upper() or value != given.upper():
        mended.append("it has stray blanks or backslashes")
    if name.startswith("X-"):
        mended.append(f"{name[:40]} is no part of RFC 5545 and was passed over")
        return
    if name not in _PARTS or not equals:
        raise RuleLost(f"{shortened(piece)} is no part of a rule")
    if name in _LISTS and (not value or ",," in value or value[0] == "," or value[-1] == ","):
        mended.append(f"{name} has an empty element")
        value = ",".join(filter(None, value.split(",")))
    if not value:
        mended.append(f"{name} has no value and was passed over")
        return
    if parts.get(name, value) != value:
        raise RuleLost(f"it has two values of {name}")
    if name in parts:
        mended.append(f"it names {name} twice")
    parts[name] = value


def _count(parts: dict[str, str], mended: list[str]) -> int | None:
    text = parts.pop("COUNT", None)
    if text is None:
        return None
    if text == "-1":
        mended.append("COUNT=-1 was read as no end")
        return None
    if re.fullmatch("[0-9]{10,}", text):
        mended.append(f"COUNT={text[:20]} was read as no end")
        return None
    if not _NUMBER.fullmatch(text) or int(text) == 0:
        raise RuleLost(f"COUNT={text[:20]} is no number from 1 to 999999999")
    return int(text)


def _until(parts: dict[str, str], mended: list[str]) -> Written | None:
    text = parts.pop("UNTIL", None)
    if text is None:
        return None
    written = parse_moment(text)
    if written is None:
        raise RuleLost(f"UNTIL={text[:40]} is no date or time")
    if not written.is_form:
        mended.append(f"UNTIL={text[:40]} is not written as RFC 5545 has it")
    return written


def _mend_numbers(parts: dict[str, str], mended: list[str]) -> None:
    interval = parts.get("INTERVAL")
    if interval is not None and re.fullmatch("0+|-[0-9]+", interval):
        mended.append(f"INTERVAL={interval[:20]} was read as 1")
        parts["INTERVAL"] = "1"
    given = parts.get("BYDAY", "")
    if not _WEEKDAYS.fullmatch(given):
        days = ",".join(_weekday(each) for each in given.split(","))
        if days != given:
            mended.append(f"BYDAY={given[:40]} names weekdays at length")
            parts["BYDAY"] = days
    freq, days = parts["FREQ"], parts.get("BYDAY", "")
    if freq in ("WEEKLY", "DAILY") and days and _ORDINAL.search(days):
        mended.append(f"BYDAY={days[:40]} has numbers, which mean nothing in a {freq} rule")
        parts["BYDAY"] = ",".join(_ORDINAL.sub("", day) for day in days.split(","))
    elif "+" in days:
        parts["BYDAY"] = days.replace("+", "")


def _weekday(text: str) -> str:
    """ "3WED" as 3WE; any other text as it is."""
    match = _LONG_WEEKDAY.fullmatch(text)
    if match is None:
        return text
    names = [name for name in _WEEKDAY_NAMES if name.startswith(match[2])]
    return match[1] + names[0][:2] if len(names) == 1 else text


class End(NamedTuple):
    """The last day of a rule by its UNTIL; of times on it, those to `time` are left."""

    day: datetime.date
    time: datetime.time | None = None


def end_of(until: Written | None, start: Moment, zone: datetime.tzinfo | None = None) -> End | None:
    """UNTIL in the time of DTSTART. `zone` is that of whole days which a server wrote in UTC."""
    if until is None:
        return None
    moment = until.moment
    if not isinstance(moment, datetime.datetime):
        return End(moment)
    zone = start.tzinfo if isinstance(start, datetime.datetime) else zone
    if until.offset is not None and zone is not None:
        instant = (moment - until.offset).replace(tzinfo=datetime.UTC)
        moment = instant.astimezone(zone)
    if not isinstance(start, datetime.datetime):
        return End(moment.date())
    return End(moment.date(), moment.time())


def days_of(
    rule: Parsed, start: datetime.date, end: datetime.date | None, text: str | None = None
) -> Recurrence:
    """The days of a rule that has no times, from a day on, cut at COUNT and at `end`."""
    text = rule.text() if text is None else text
    if rule.count is not None and end is not None:
        last = Recurrence(f"{text};COUNT={rule.count}", start).nth(rule.count - 1)
        end = min(end, last) if last is not None else end
    elif rule.count is not None:
        return Recurrence(f"{text};COUNT={rule.count}", start)
    return Recurrence(text if end is None else f"{text};UNTIL={end:%Y%m%d}", start)


def once(day: datetime.date) -> Recurrence:
    """One day."""
    return Recurrence("FREQ=DAILY;COUNT=1", day)


def of_days(days: list[datetime.date]) -> Recurrence:
    """Some days; at least one."""
    first, *others = sorted(days)
    return Recurrence("FREQ=DAILY;COUNT=1", first, rdates=others)


def until_day(days: Recurrence, last: datetime.date) -> Recurrence:
    """The days to a last one."""
    begin, rule = days.nth(0), days.rule
    if begin is None or begin > last:
        return days - days
    if rule is not None and rule.count is None and rule.until is None and not days.rdates:
        text = f"{rule};UNTIL={last:%Y%m%d}"
        return Recurrence(text, days.start or begin, exdates=days.exdates)
    return days & Recurrence(f"FREQ=DAILY;UNTIL={last:%Y%m%d}", begin)


def day_before(day: datetime.date) -> datetime.date:
    try:
        return day - DAY
    except OverflowError:
        raise RuleLost("it ends before the first date that there is") from None


def checked(text: str) -> Rule:
    """A rule by its text. Raises RuleLost if RFC 5545 does not allow it."""
    try:
        return Rule(text)
    except ProbityError as error:
        raise RuleLost(str(error)) from None
