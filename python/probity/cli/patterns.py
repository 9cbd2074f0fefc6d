"""A programme as a pattern for another: its weeks and days, activities, councils with their
charters, quotas, duties and risk areas, without what happened and without whom it concerns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from probity.cli.kinds import record_words

if TYPE_CHECKING:
    import probity as pb
    from probity.cli.acts import Draft

#: The lists that are taken over, with the kinds of events that add them and the keys of each record
#: that are.
TAKEN = {
    "observances": ("observance.added", "observance", "id kind title short_below note"),
    "councils": ("council.established", "council", "id name reports_to purposes members"),
    "activities": ("activity.added", "activity", "id category title observance audience note"),
    "quotas": ("quota.set", "quota", "id title subject of times per counts note"),
    "duties": (
        "duty.added",
        "duty",
        "id title sessions minutes face_to_face_when_new basis",
    ),
    "risk_areas": ("area.named", "risk_area", "id title"),
}
CHARTER = "quorum decision notice_days written_resolution"


def take_over(draft: Draft, pattern: pb.Programme) -> str:
    """Adds what a pattern has, from the day of the act on; says of what how many.

    Rules, charters and cadences are those in force on that day, or the last. What the new programme
    has under the same id stays its own. The name of the pattern's institution becomes the new one.
    """
    document = json.loads(renamed(draft, pattern))
    day = draft.act.on.isoformat()
    taken = []
    for plural, (kind, name, keys) in TAKEN.items():
        number = 0
        there = {each.id for each in getattr(draft.programme, plural)}
        for record in document.get(plural, []):
            if record["id"] in there or is_over(record, day):
                continue
            if plural == "activities" and not lasts(record):
                continue
            body = {key: record[key] for key in keys.split() if key in record}
            if name in ("observance", "quota", "duty"):
                start(body, name, record, day)
            if name == "activity" and "observance" in body:
                body["begin"] = day
            draft.step(kind, record["id"], body)
            if name == "council":
                establish(draft, record, day)
            number += 1
        if number:
            taken.append(f"{record_words(name, draft.act.lang)} {number}")
    return ", ".join(taken) or "-"


def renamed(draft: Draft, pattern: pb.Programme) -> str:
    """The pattern's document with the name of the new institution for its own."""
    from probity._core import _parts_json

    document: str = _parts_json(pattern)
    old, new = pattern.institution.name, draft.programme.institution.name
    for before, after in ((old.korean, new.korean), (old.english, new.english)):
        quoted = json.dumps(after, ensure_ascii=False)[1:-1]
        # 서울특별시 송파구 is 송파구 in the names of its things.
        for name in dict.fromkeys((before, before.split()[-1], before.split(",")[0])):
            document = document.replace(json.dumps(name, ensure_ascii=False)[1:-1], quoted)
    return document


def is_over(record: dict[str, Any], day: str) -> bool:
    return bool(record.get("end")) and record["end"] <= day


def lasts(activity: dict[str, Any]) -> bool:
    """Whether an activity recurs or goes on, rather than having been held on its dates alone."""
    return bool(activity.get("observance")) and not (
        activity.get("dates") and "begin" not in activity
    )


def in_force(versions: list[dict[str, Any]], day: str) -> dict[str, Any] | None:
    """The version in force on a day; the last if none is."""
    begun = [each for each in versions if each["begin"] <= day and not is_over(each, day)]
    return begun[-1] if begun else versions[-1] if versions else None


def start(body: dict[str, Any], name: str, record: dict[str, Any], day: str) -> None:
    """Gives a record the day from which it holds."""
    if name != "observance":
        body["begin"] = day
        return
    rule = in_force(record.get("rules", []), day)
    if rule is not None:
        body["rules"] = [{"begin": day, "rule": rule["rule"]}]


def establish(draft: Draft, council: dict[str, Any], day: str) -> None:
    """The charter and the cadence of a council, from the day on."""
    charter = in_force(council.get("charters", []), day)
    if charter is not None:
        terms = {key: charter[key] for key in CHARTER.split() if key in charter}
        draft.step("council.charter_adopted", council["id"], {"begin": day, **terms})
    cadence = in_force(council.get("cadences", []), day)
    if cadence is not None:
        how = dict(cadence["cadence"])
        for key in ("anchor", "start"):
            if key in how:
                how[key] = day
        if "dates" not in how:
            draft.step("council.cadence_changed", council["id"], {"begin": day, "cadence": how})
