"""The templates of recurring appointments that Outlook keeps ([MS-OXCICAL] 2.1.3.2.2)."""

from __future__ import annotations

import datetime
import re

from probity.ics.rules import Parsed

_NTH = re.compile("(-1|[1-4])(?:MO|TU|WE|TH|FR|SA|SU)")
_COMMON = {"FREQ", "INTERVAL", "WKST", "BYHOUR", "BYMINUTE"}
#: COUNT has three digits in the templates.
MOST_TIMES = 999


def outlook_takes(rule: Parsed, start: datetime.date) -> bool | None:
    """Whether Outlook maps a rule to a template: True, False if it does and its new version is
    reported to reject it on import, None if it has no template.

    The templates are: every so many days; every so many weeks on some days; monthly or yearly on
    one day of the month, -1 being the last, or on the first to fourth or last of some weekdays
    (BYDAY with BYSETPOS, or with its number). A 29th, 30th or 31st Outlook puts on the last day of
    a shorter month, where RFC 5545 has none.
    """
    parts = rule.parts
    if (rule.count or 0) > MOST_TIMES:
        return None
    if any("," in parts.get(name, "") for name in ("BYHOUR", "BYMINUTE", "BYSETPOS")):
        return None
    names = parts.keys() - _COMMON
    match parts["FREQ"]:
        case "DAILY":
            return True if not names else None
        case "WEEKLY":
            return True if names <= {"BYDAY"} else None
        case "MONTHLY":
            return _of_month(parts, names, start)
        case "YEARLY":
            return _of_year(parts, names, start)
    return None


def _of_month(parts: dict[str, str], names: set[str], start: datetime.date) -> bool | None:
    if names <= {"BYMONTHDAY"}:
        return _on_day(parts.get("BYMONTHDAY", str(start.day)), 28)
    return _on_weekday(parts, names)


def _of_year(parts: dict[str, str], names: set[str], start: datetime.date) -> bool | None:
    month = parts.get("BYMONTH", str(start.month))
    if not re.fullmatch("[0-9]{1,2}", month) or not 1 <= int(month) <= 12:
        return None
    longest = (datetime.date(2023, int(month) % 12 + 1, 1) - datetime.timedelta(1)).day
    if not names:
        return _on_day(str(start.day), longest)
    if "BYMONTH" not in names:
        return None
    if names <= {"BYMONTH", "BYMONTHDAY"}:
        return _on_day(parts.get("BYMONTHDAY", str(start.day)), longest)
    return _on_weekday(parts, names - {"BYMONTH"})


def _on_day(day: str, longest: int) -> bool | None:
    """One day of the month; the last is -1."""
    if day == "-1":
        return False
    return True if re.fullmatch("[0-9]{1,2}", day) and 1 <= int(day) <= longest else None


def _on_weekday(parts: dict[str, str], names: set[str]) -> bool | None:
    days = parts.get("BYDAY", "")
    if names == {"BYDAY"}:
        return True if _NTH.fullmatch(days) else None
    plain = re.fullmatch("(?:(?:MO|TU|WE|TH|FR|SA|SU),?)+", days)
    if names == {"BYDAY", "BYSETPOS"} and plain:
        return False if parts["BYSETPOS"] in ("-1", "1", "2", "3", "4") else None
    return None
