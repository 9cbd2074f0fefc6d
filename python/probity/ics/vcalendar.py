"""Recurrence rules of vCalendar 1.0, the format before iCalendar, as RRULEs of RFC 5545.

>>> import datetime
>>> rule_of_version_1("W1 TU #4", datetime.date(2026, 3, 3))
'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;COUNT=4'
>>> rule_of_version_1("MP1 1+ TU 2- FR #0", datetime.date(2026, 3, 3))
'FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU,-2FR'
"""

from __future__ import annotations

import datetime
import re

from probity.ics.lines import shortened
from probity.ics.rules import RuleLost
from probity.ics.values import Moment

_FREQUENCIES = {
    "D": "DAILY",
    "W": "WEEKLY",
    "MP": "MONTHLY",
    "MD": "MONTHLY",
    "YM": "YEARLY",
    "YD": "YEARLY",
}
_HEAD = re.compile(r"(MP|MD|YM|YD|D|W)([0-9]{1,4})(?=\s|$)")
#: "MP1 3WE", "MP1+ 3WE" and "MP1 3+WE" for "MP1 3+ WE".
_PLACE = re.compile("([1-5])([+-]?)(MO|TU|WE|TH|FR|SA|SU)")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def is_of_version_1(value: str) -> bool:
    """Whether a rule begins as those of vCalendar 1.0 do."""
    return _HEAD.match(value.strip().upper()) is not None


def rule_of_version_1(value: str, start: Moment) -> str:
    """An RRULE for a rule of vCalendar 1.0; RuleLost if it is no such rule.

    A rule names how often, on what, and how many times ("#4"; "#0" for ever; twice if it says
    nothing) or until when.
    """
    text = re.sub(r"^(MP[0-9]+)\+", r"\1", value.strip().upper().replace("$", ""))
    text = _PLACE.sub(lambda found: f"{found[1]}{found[2] or '+'} {found[3]}", text)
    head, *rest = text.split() or [""]
    match = _HEAD.fullmatch(head)
    if match is None:
        raise RuleLost(f"{shortened(value)} is no rule of vCalendar 1.0")
    kind, parts = match[1], [f"FREQ={_FREQUENCIES[match[1]]}", f"INTERVAL={match[2]}"]
    ends = [token for token in rest if token.startswith("#") or re.match("[0-9]{8}", token)]
    times = [t for t in rest if re.fullmatch("[0-9]{4}", t)] if kind in ("D", "W", "MP") else []
    named = [token for token in rest if token not in ends and token not in times]
    parts += _named(kind, named, start) + _times(times, start)
    end = ends[-1] if ends else "#2"
    if not end.startswith("#"):
        parts.append(f"UNTIL={end}")
    elif not re.fullmatch("#[0-9]{1,9}", end):
        raise RuleLost(f"{end[:20]} is no number of times")
    elif int(end[1:]) > 0:
        parts.append(f"COUNT={int(end[1:])}")
    return ";".join(parts)


def _named(kind: str, tokens: list[str], start: Moment) -> list[str]:
    """What a rule names behind its frequency, or DTSTART for it."""
    if kind == "D" and not tokens:
        return []
    if kind == "W":
        days = tokens or [_WEEKDAYS[start.weekday()]]
        if all(day in _WEEKDAYS for day in days):
            return [f"BYDAY={','.join(days)}"]
    if kind == "MP":
        return [f"BYDAY={','.join(_places(tokens, start))}"]
    if kind == "MD":
        days = [_day_of_month(token) for token in tokens] or [str(start.day)]
        return [f"BYMONTHDAY={','.join(days)}"]
    if kind == "YM" and all(re.fullmatch("[0-9]{1,2}", token) for token in tokens):
        months = tokens or [str(start.month)]
        return [f"BYMONTH={','.join(months)}", f"BYMONTHDAY={start.day}"]
    if kind == "YD" and all(re.fullmatch("[0-9]{1,3}", token) for token in tokens):
        day = f"{start:%j}".lstrip("0")
        return [f"BYYEARDAY={','.join(tokens) or day}"]
    raise RuleLost(f"{shortened(' '.join(tokens))} is not read behind {kind}")


def _places(tokens: list[str], start: Moment) -> list[str]:
    """ "1+ TU 2- FR" as 1TU, -2FR."""
    places: list[str] = []
    numbers: list[str] = []
    days: list[str] = []
    for token in [*tokens, ""]:
        match = re.fullmatch("([1-5])([+-])", token)
        if match is None and token in _WEEKDAYS and numbers:
            days.append(token)
        elif match is not None or not token:
            if days or not token:
                weekdays = days or [_WEEKDAYS[start.weekday()]]
                places += [number + day for number in numbers for day in weekdays]
                numbers, days = [], []
            if match is not None:
                numbers.append(("-" if match[2] == "-" else "") + match[1])
        else:
            raise RuleLost(f"{shortened(token)} is not read behind MP")
    return places or [f"{(start.day + 6) // 7}{_WEEKDAYS[start.weekday()]}"]


def _day_of_month(token: str) -> str:
    if token == "LD":
        return "-1"
    match = re.fullmatch("([0-9]{1,2})([+-]?)", token)
    if match is None:
        raise RuleLost(f"{shortened(token)} is no day of a month")
    return ("-" if match[2] == "-" else "") + match[1]


def _times(tokens: list[str], start: Moment) -> list[str]:
    if not tokens or not isinstance(start, datetime.datetime):
        return []
    hours = sorted({token[:2] for token in tokens})
    minutes = sorted({token[2:] for token in tokens})
    if len(hours) > 1 and len(minutes) > 1:
        raise RuleLost("its times of day have different minutes")
    if hours == [f"{start:%H}"] and minutes == [f"{start:%M}"]:
        return []
    return [f"BYHOUR={','.join(hours)}", f"BYMINUTE={','.join(minutes)}"]
