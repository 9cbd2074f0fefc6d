"""Time zones of a calendar file: its own definitions first (RFC 5545 section 3.6.5)."""

from __future__ import annotations

import datetime
import re
import zoneinfo
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from probity._core import ProbityError, Recurrence
from probity.ics.hours import expand
from probity.ics.lines import Component, Property
from probity.ics.rules import RuleLost, Steps, parse_rule
from probity.ics.values import MIDNIGHT, Moment, parse_moment, parse_offset
from probity.ics.windows_zones import IANA_NAMES, OTHER_NAMES

#: A VTIMEZONE has at most so many observances; what comes after is not read.
MOST_OBSERVANCES = 200

_IANA_NAME = re.compile("[A-Za-z0-9_+-]{1,40}(?:/[A-Za-z0-9_+-]{1,40}){0,3}")
_UTC_NAMES = frozenset(("UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT", "ZULU", "TZONE://MICROSOFT/UTC"))
_OFFSET = re.compile(
    r"\(?(?:UTC|GMT)? ?([+-])([0-9]{1,2})[:.]?([0-9]{2})?\)?(?: (.*))?", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r" ?\([^()]*\)$")
_WINDOWS = {name.upper(): iana for name, iana in (IANA_NAMES | OTHER_NAMES).items()}
_ZERO = datetime.timedelta()


class _Transition(NamedTuple):
    """From an instant in UTC on the zone has another offset."""

    at: datetime.datetime
    before: datetime.timedelta
    after: datetime.timedelta


class _Observance(NamedTuple):
    """STANDARD or DAYLIGHT: from each onset on, in the time before it, an offset is in force."""

    days: Recurrence
    time: datetime.time
    before: datetime.timedelta
    after: datetime.timedelta


class _Definition(NamedTuple):
    """A zone that a file defines, and all that its definition says."""

    zone: datetime.tzinfo
    written: list[object]


def _day_of(transition: _Transition) -> int:
    return transition.at.toordinal()


class FileZone(datetime.tzinfo):
    """A zone as a file's VTIMEZONE defines it, for every year."""

    def __init__(self, name: str, observances: list[_Observance]) -> None:
        self.key = name
        self._observances = observances
        self._years: dict[int, list[_Transition]] = {}

    def __reduce__(self) -> tuple[object, ...]:
        return FileZone, (self.key, self._observances)

    def __repr__(self) -> str:
        return f"FileZone({self.key!r})"

    def utcoffset(self, when: datetime.datetime | None) -> datetime.timedelta:
        """The offset at a local time. A time that the clock skips has the one before."""
        if when is None:
            return _ZERO
        wall = when.replace(tzinfo=None)
        found: datetime.timedelta | None = None
        for each in self._near(wall):
            if found is None:
                found = each.before
            shift = (min if when.fold else max)(each.before, each.after)
            if wall - each.at < shift:
                break
            found = each.after
        return found if found is not None else self._earliest()

    def dst(self, when: datetime.datetime | None) -> datetime.timedelta | None:
        """None: a definition does not say by how much summer time differs."""
        return None

    def tzname(self, when: datetime.datetime | None) -> str:
        return self.key

    def fromutc(self, when: datetime.datetime) -> datetime.datetime:
        instant = when.replace(tzinfo=None)
        offset: datetime.timedelta | None = None
        for each in self._near(instant):
            if offset is None:
                offset = each.before
            if instant < each.at:
                break
            offset = each.after
        wall = when + (offset if offset is not None else self._earliest())
        return wall if self.utcoffset(wall) == wall - when else wall.replace(fold=1)

    def _earliest(self) -> datetime.timedelta:
        return self._observances[0].before

    def _near(self, when: datetime.datetime) -> list[_Transition]:
        """The transitions within two days of a time, and the last before them. No offset is longer
        than a day."""
        transitions = self._around(when.year)
        day = when.toordinal()
        first = bisect_left(transitions, day - 2, key=_day_of)
        return transitions[max(first - 1, 0) : bisect_right(transitions, day + 2, key=_day_of)]

    def _around(self, year: int) -> list[_Transition]:
        """The transitions of a year and its neighbours, and the last before them."""
        found = self._years.get(year)
        if found is None:
            found = self._years[year] = self._transitions(year)
        return found

    def _transitions(self, year: int) -> list[_Transition]:
        begin = datetime.date(max(year - 1, 1400), 1, 1)
        end = datetime.date(min(max(year + 2, 1401), 9999), 1, 1)
        onsets: list[tuple[datetime.datetime, _Observance]] = []
        for each in self._observances:
            days = list(each.days.between(begin, end))
            earlier = each.days.last_before(begin)
            for day in [earlier, *days] if earlier is not None else days:
                local = datetime.datetime.combine(day, each.time)
                onsets.append((local - each.before, each))
        onsets.sort(key=lambda onset: onset[0])
        transitions: list[_Transition] = []
        for at, each in onsets:
            before = transitions[-1].after if transitions else each.before
            transitions.append(_Transition(at, before, each.after))
        return transitions


def _observance(component: Component) -> _Observance | None:
    start = parse_moment(component.value("DTSTART").strip())
    before = parse_offset(component.value("TZOFFSETFROM"))
    after = parse_offset(component.value("TZOFFSETTO"))
    if after is None:
        return None
    if before is None:
        before = after
    moment: Moment = start.moment if start else datetime.datetime(1970, 1, 1)
    time = moment.time() if isinstance(moment, datetime.datetime) else MIDNIGHT
    # Some writers begin in the year 1, of which no rule is kept; the days of a year stay the same.
    first = datetime.date(max(moment.year, 1601), moment.month, min(moment.day, 28))
    if moment.year >= 1601:
        first = datetime.date(moment.year, moment.month, moment.day)
    extra = {first}
    for found in component.all("RDATE"):
        for piece in found.value.split(","):
            written = parse_moment(piece.strip().partition("/")[0])
            if written is not None and written.moment.year >= 1601:
                moment = written.moment
                extra.add(moment.date() if isinstance(moment, datetime.datetime) else moment)
    rule = component.first("RRULE")
    zone = datetime.timezone(before)
    local = datetime.datetime.combine(first, time, zone)
    days = Recurrence("FREQ=DAILY;COUNT=1", first, rdates=sorted(extra))
    if rule is not None:
        parsed = parse_rule(rule.value)
        if parsed.parts["FREQ"] not in ("YEARLY", "MONTHLY"):
            raise RuleLost("its rule is none of years or months")
        days = days | expand(parsed, local, Steps()).days
    return _Observance(days, time, before, after)


class Zones:
    """The zones that a file's times may name, and the one of its calendar."""

    def __init__(self, root: Component, zone: str | datetime.tzinfo | None) -> None:
        #: By calendar and name in capitals: two calendars of a file may each define a zone.
        self._own: dict[int, dict[str, _Definition]] = {}
        self._first: dict[str, _Definition] = {}
        self._known: dict[tuple[int, str], datetime.tzinfo | None] = {}
        self._calendar_zones: dict[int, datetime.tzinfo | None] = {}
        #: (line, reason) of each definition that cannot be read.
        self.broken: list[tuple[Component, str]] = []
        for component in root.walk():
            if component.name == "VTIMEZONE":
                self._define(component)
        self._asked: datetime.tzinfo | None = None
        if isinstance(zone, str):
            self._asked = self(zone)
            if self._asked is None:
                raise ProbityError(
                    f"zone={zone!r} is no time zone: give one of the file's, "
                    'or a name of the IANA database, as "Asia/Seoul"'
                )
        else:
            self._asked = zone

    def _define(self, component: Component) -> None:
        name = _cleaned(component.value("TZID"))
        if not name:
            self.broken.append((component, "the zone has no TZID: no time can name it"))
            return
        parts = [each for each in component.children if each.name in ("STANDARD", "DAYLIGHT")]
        observances: list[_Observance] = []
        for part in parts[:MOST_OBSERVANCES]:
            try:
                observance = _observance(part)
            except (RuleLost, ValueError, OverflowError) as error:
                self.broken.append((part, f"{part.name} of the zone {name[:60]!r}: {error}"))
                continue
            if observance is None:
                self.broken.append((part, f"{part.name} of the zone {name[:60]!r} has no offset"))
            else:
                observances.append(observance)
        if len(parts) > MOST_OBSERVANCES:
            reason = f"the zone has more than {MOST_OBSERVANCES} observances; the rest is not read"
            self.broken.append((component, reason))
        zone = self._made(name, observances) if observances else None
        if zone is None:
            zone = named_zone(_cleaned(component.value("X-LIC-LOCATION")))
        if zone is None:
            return
        own = self._own.setdefault(id(component.calendar), {})
        capitals, made = name.upper(), _Definition(zone, _written(component))
        known = own.setdefault(capitals, made)
        self._first.setdefault(capitals, made)
        if known.written != made.written:
            reason = f"the zone {name[:60]!r} is defined before it in another way, which counts"
            self.broken.append((component, reason))

    def _made(self, name: str, observances: list[_Observance]) -> datetime.tzinfo:
        offsets = {each.after for each in observances} | {each.before for each in observances}
        observances.sort(key=lambda each: each.days.nth(0) or datetime.date.max)
        if len(offsets) == 1:
            return datetime.timezone(offsets.pop(), name)
        return FileZone(name, observances)

    def __call__(self, name: str, calendar: Component | None = None) -> datetime.tzinfo | None:
        """The zone of a TZID in a calendar; None if it is not known."""
        key = id(calendar), name
        if key not in self._known:
            cleaned = _cleaned(name)
            own = self._defined(cleaned, calendar)
            self._known[key] = own.zone if own is not None else named_zone(cleaned)
        return self._known[key]

    def _defined(self, name: str, calendar: Component | None) -> _Definition | None:
        """The definition of a zone: the calendar's own, or the first of the file."""
        own = self._own.get(id(calendar), {})
        return own.get(name.upper()) or self._first.get(name.upper())

    def is_guessed(self, name: str, calendar: Component) -> bool:
        """Whether a zone is known by its distance from UTC alone: it may have summer time."""
        cleaned = _cleaned(name)
        if self._defined(cleaned, calendar) is not None:
            return False
        match = _OFFSET.fullmatch(cleaned[:100])
        return match is not None and bool(match[4]) and _named(cleaned) is None

    def of_calendar(self, calendar: Component) -> datetime.tzinfo | None:
        """The zone in which a calendar is read: the one asked for, or its X-WR-TIMEZONE, or TZ of
        vCalendar 1.0; None if nothing says."""
        if self._asked is not None:
            return self._asked
        key = id(calendar)
        if key not in self._calendar_zones:
            name = _cleaned(calendar.value("X-WR-TIMEZONE") or calendar.value("TIMEZONE-ID"))
            zone = self(name, calendar) if name else None
            if zone is None and calendar.has("TZ"):
                zone = _zone_of_version_1(calendar)
            self._calendar_zones[key] = zone
        return self._calendar_zones[key]

    def of_whole_days(self, calendar: Component) -> datetime.tzinfo | None:
        """The zone whose midnights whole days in UTC begin at: the one in which the calendar is
        read, or the only one that it defines."""
        zone = self.of_calendar(calendar)
        own = self._own.get(id(calendar), {})
        return next(iter(own.values())).zone if zone is None and len(own) == 1 else zone


def _written(component: Component) -> list[object]:
    """All that a definition says, to tell whether another says the same."""
    return [
        (part.name, [(each.name, each.value) for each in part.properties])
        for part in component.children
    ]


def _cleaned(name: str) -> str:
    return name.strip().strip("\"'").replace("\\,", ",").replace("\\;", ";").strip()


def named_zone(name: str) -> datetime.tzinfo | None:
    """The zone of a name that a file does not define: of the IANA database, of Windows, of UTC or
    an offset from it."""
    if name.upper() in _UTC_NAMES:
        return datetime.UTC
    zone = _named(name)
    if zone is not None:
        return zone
    # "/mozilla.org/20050126_1/Asia/Seoul", "/freeassociation.sourceforge.net/Asia/Seoul"
    pieces = name.split("/")
    for count in (3, 2):
        if len(pieces) > count:
            zone = _iana_zone("/".join(pieces[-count:]))
            if zone is not None:
                return zone
    match = _OFFSET.fullmatch(name[:100])
    if match is None or int(match[2]) > 14 or int(match[3] or 0) > 59:
        return None
    away = datetime.timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return datetime.timezone(-away if match[1] == "-" else away, name)


def _named(name: str) -> datetime.tzinfo | None:
    """A zone by its name in the IANA database or in Windows, with or without what stands beside it
    in brackets: "(UTC-05:00) Eastern Time (US & Canada)", "Asia/Seoul (KST)"."""
    standard = name.upper().replace(" DAYLIGHT TIME", " STANDARD TIME")
    for capitals in (standard, standard.partition(") ")[2]):
        if capitals in _WINDOWS:
            return _iana_zone(_WINDOWS[capitals])
    return _iana_zone(name) or _iana_zone(_IN_BRACKETS.sub("", name))


def _iana_zone(name: str) -> datetime.tzinfo | None:
    if not _IANA_NAME.fullmatch(name):
        return None
    for spelling in (name, "/".join(piece.capitalize() for piece in name.split("/"))):
        try:
            return zoneinfo.ZoneInfo(spelling)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return None


def _zone_of_version_1(calendar: Component) -> datetime.tzinfo | None:
    """TZ and DAYLIGHT of vCalendar 1.0, whose DAYLIGHT names offset, begin and end of one summer
    each."""
    standard = _offset_of_version_1(calendar.value("TZ"))
    if standard is None:
        return None
    observances = [
        _Observance(Recurrence("FREQ=DAILY;COUNT=1", "1601-01-01"), MIDNIGHT, standard, standard)
    ]
    for found in calendar.all("DAYLIGHT"):
        pieces = [piece.strip() for piece in found.value.split(";")]
        if len(pieces) < 4 or pieces[0].upper() != "TRUE":
            continue
        summer = _offset_of_version_1(pieces[1])
        onsets = [parse_moment(piece) for piece in pieces[2:4]]
        if summer is None or None in onsets:
            continue
        for onset, before, after in zip(
            onsets, (standard, summer), (summer, standard), strict=True
        ):
            assert onset is not None
            moment = onset.moment
            if not isinstance(moment, datetime.datetime):
                moment = datetime.datetime.combine(moment, MIDNIGHT)
            if onset.offset is not None:
                moment = moment - onset.offset + before
            days = Recurrence("FREQ=DAILY;COUNT=1", moment.date())
            observances.append(_Observance(days, moment.time(), before, after))
    name = f"UTC{calendar.value('TZ').strip()}"
    return (
        FileZone(name, observances) if len(observances) > 1 else datetime.timezone(standard, name)
    )


def _offset_of_version_1(text: str) -> datetime.timedelta | None:
    match = re.fullmatch("([+-]?)([0-9]{1,2}):?([0-9]{2})?", text.strip())
    if match is None or int(match[2]) > 23 or int(match[3] or 0) > 59:
        return None
    away = datetime.timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return -away if match[1] == "-" else away


def zone_name(zone: datetime.tzinfo | None, written: Property | None = None) -> str:
    """The name of a zone: the TZID as it is written, or its own; empty without a zone."""
    if zone is None:
        return ""
    if written is not None and written.parameters.get("TZID"):
        return written.parameters["TZID"]
    key = getattr(zone, "key", None)
    return key if isinstance(key, str) else zone.tzname(None) or ""
