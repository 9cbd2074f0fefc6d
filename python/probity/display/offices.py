"""A programme, what it has and how it stands, as HTML: an institution, a council, a meeting, an
observance, a view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from probity import labels
from probity.display.html import element, ends, escape, fragment, rows_table
from probity.words import say, say_day, say_number

if TYPE_CHECKING:
    import datetime

    from probity._core import Council, Institution, Meeting, Observance, Programme, View
    from probity.text import Text
    from probity.types import Language

#: Of a long list so many rows are shown.
ROWS_SHOWN = 60
#: The first occurrences of an observance that are shown.
SPANS_SHOWN = 6


def programme(value: Programme, lang: Language = "en") -> str:
    """Shows how many records of each kind a programme has, its weeks and days, its councils."""
    institution = value.institution
    head = institution.head
    known_head = "" if head is None else _named(head.post, head.name, None, lang)
    counts = [
        ("unit", len(institution.units)),
        ("seat", len(institution.seats)),
        ("band", len(value.bands)),
        ("risk_area", len(value.risk_areas)),
        ("task", len(value.tasks)),
        ("activity", len(value.activities)),
        ("quota", len(value.quotas)),
        ("duty", len(value.duties)),
        ("official", len(value.officials)),
        ("indicator", len(value.indicators)),
    ]
    rows = [(_kind(kind, lang), str(number)) for kind, number in counts if number]
    mark = say("page.illustrative", lang) if value.illustrative else ""
    last = value.last_recorded
    known = "" if last is None else say("display.last_recorded", lang, day=last.date())
    return fragment(
        _title(value.title, lang, f"({value.id})", mark),
        element("p", escape(institution.name.to(lang) + (f", {known_head}" if known_head else ""))),
        rows_table((say("display.record", lang), say("display.number", lang)), rows, lang),
        _list([_observance_line(each, lang) for each in value.observances]),
        _list([_council_line(each, lang) for each in value.councils]),
        element("p", escape(say_number("display.events", lang, len(value.history)) + known)),
        lang=lang,
    )


def institution(value: Institution, lang: Language = "en") -> str:
    """An institution with its head, units and seats."""
    from probity.display.rows import cells

    head = value.head
    said = "" if head is None else _named(head.post, head.name, head.term, lang)
    return fragment(
        _title(value.name, lang),
        element("p", escape(said)) if said else "",
        cells(value.units, lang) if value.units else "",
        _seats(value, lang) if value.seats else "",
        lang=lang,
    )


def _seats(value: Institution, lang: Language) -> str:
    units = {unit.id: unit.title.to(lang) for unit in value.units}
    rows = [
        (
            seat.title.to(lang),
            labels.SEAT_KINDS[seat.kind].to(lang),
            units.get(seat.unit, seat.unit),
        )
        for seat in value.seats[:ROWS_SHOWN]
    ]
    heads = (say("paper.post", lang), say("display.kind", lang), _kind("unit", lang))
    return rows_table(heads, rows, lang)


def council(value: Council, lang: Language = "en") -> str:
    """A council with its charter, its members and its meetings."""
    from probity.display.rows import cells

    charters = [_charter_line(each, lang) for each in value.charters]
    cadences = [
        f"{_days(each.begin, each.end, lang)}: {each.cadence.describe(lang)}"
        for each in value.cadences
    ]
    members = _member_rows(value, lang)
    heads = [say(f"paper.{name}", lang) for name in ("post", "role", "vote")]
    return fragment(
        _title(value.name, lang, f"({value.id})"),
        _list([*charters, *cadences]),
        rows_table((*heads, say("display.days", lang)), members, lang) if members else "",
        cells(value.meetings, lang) if value.meetings else "",
        lang=lang,
    )


def meeting(value: Meeting, lang: Language = "en") -> str:
    """A meeting member by member, with its agenda and what became of it."""
    from probity._core import Meeting
    from probity.display.records import members_of
    from probity.tables import COLUMNS

    heads = [say(f"paper.{name}", lang) for name in ("item", "kind", "subject", "outcome")]
    items = [
        (
            item.id,
            labels.ITEM_KINDS[item.kind].to(lang),
            item.title.to(lang),
            labels.ITEM_OUTCOMES[item.outcome].to(lang),
        )
        for item in value.items
    ]
    quorum = value.quorum
    failed = quorum is not None and quorum.met is False
    return fragment(
        _title(value.title, lang, value.id),
        element("p", element("b", escape(say("paper.nothing_decided", lang)))) if failed else "",
        members_of(COLUMNS[Meeting], value, lang),
        rows_table(heads, items, lang) if items else "",
        lang=lang,
    )


def observance(value: Observance, lang: Language = "en") -> str:
    """An observance with its rules, the first days of the last of them, and what is recorded."""
    rules = [f"{_days(each.begin, each.end, lang)}: {each.describe(lang)}" for each in value.rules]
    firsts: list[str] = []
    if value.rules:
        spans = value.rules[-1].spans()
        found = [span for k in range(SPANS_SHOWN) if (span := spans.nth(k)) is not None]
        firsts = [ends(span.begin, span.last, lang) for span in found]
    more = ", ..." if len(firsts) == SPANS_SHOWN else ""
    return fragment(
        _title(value.title, lang, f"({value.id})", labels.OBSERVANCE_KINDS[value.kind].to(lang)),
        _list(rules),
        element("p", escape(", ".join(firsts) + more)) if firsts else "",
        _list([_occurrence_line(each, lang) for each in value.records]),
        lang=lang,
    )


def view(value: View, lang: Language = "en") -> str:
    """How a programme stands on a day: its tasks, its quotas, and what is late."""
    from probity.display.rows import cells

    total = next(iter(value.progress()), None)
    said = ""
    if total is not None:
        counts = {"done": total.done, "overdue": total.overdue, "blocked": total.blocked}
        said = say_number("display.progress", lang, total.total, **counts)
    quotas, overdue = value.quotas(), value.overdue()
    dated = say_day(value.on, lang)
    return fragment(
        _title(value.programme.title, lang, dated),
        element("p", escape(said)) if said else "",
        cells(quotas, lang) if quotas else "",
        cells(overdue, lang) if overdue else "",
        lang=lang,
    )


# Parts --------------------------------------------------------------------------------------------


def _title(title: Text, lang: Language, *more: str) -> str:
    rest = " ".join(each for each in more if each)
    named = title.to(lang)
    if not named:
        return element("p", element("b", escape(rest)))
    return element("p", element("b", escape(named)), escape(f" {rest}" if rest else ""))


def _kind(kind: str, lang: Language) -> str:
    words = labels.RECORD_KINDS[kind].to(lang)
    return words[:1].upper() + words[1:]


def _named(first: Text, second: Text | None, third: Text | None, lang: Language) -> str:
    """Words in a row, those that there are: "송파구청장 서강석"."""
    return " ".join(each.to(lang) for each in (first, second, third) if each)


def _list(lines: Sequence[str]) -> str:
    return element("ul", *(element("li", escape(line)) for line in lines)) if lines else ""


def _days(begin: datetime.date | None, end: datetime.date | None, lang: Language) -> str:
    """The days on which something is in force, from the first to the first after it."""
    first = "" if begin is None else say_day(begin, lang)
    after = "" if end is None else say_day(end, lang)
    return say("display.in_force", lang, first=first, after=after).strip()


def _observance_line(value: Observance, lang: Language) -> str:
    said = [each.describe(lang) for each in value.rules[-1:]]
    return ": ".join([value.title.to(lang) or value.id, *said])


def _council_line(value: Council, lang: Language) -> str:
    name = value.name.to(lang) or value.id
    return f"{name}: {say_number('display.meetings', lang, len(value.meetings))}"


def _charter_line(charter: Any, lang: Language) -> str:
    parts = [_days(charter.begin, charter.end, lang) + ":"]
    for name in ("quorum", "decision"):
        share = getattr(charter, name)
        if share is not None:
            bound, part = share.rsplit(maxsplit=1)
            words = say(f"cli.share.{bound.replace(' ', '_')}", lang, part=part)
            parts.append(f"{say(f'paper.{name}', lang)} {words};")
    parts.append(say_number("display.notice", lang, charter.notice_days))
    return " ".join(parts)


def _member_rows(value: Council, lang: Language) -> Sequence[tuple[str, ...]]:
    programme = getattr(value, "_programme", None)
    seats = {}
    if programme is not None:
        seats = {seat.id: seat.title.to(lang) for seat in programme.institution.seats}
    return [
        (
            seats.get(each.seat, each.seat),
            labels.MEMBER_ROLES[each.role].to(lang),
            labels.FLAGS[each.votes].to(lang),
            _days(each.begin, each.end, lang),
        )
        for each in value.memberships
    ][:ROWS_SHOWN]


def _occurrence_line(record: Any, lang: Language) -> str:
    """ "2026-04-06 -> 2026-04-20, moved: 지역축제"."""
    days = say_day(record.observed, lang)
    if record.nominal is not None and record.nominal != record.observed:
        days = f"{say_day(record.nominal, lang)} -> {days}"
    state = "" if record.status is None else f", {labels.OCCURRENCE_STATES[record.status].to(lang)}"
    reason = f": {record.reason.to(lang)}" if record.reason else ""
    return days + state + reason
