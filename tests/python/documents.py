"""Small founding documents for tests: the least that there must be, and what a test adds."""

import datetime
import hashlib
import json
from typing import Any

import probity as pb
from small_office import words


def document(**parts: Any) -> dict[str, Any]:
    """The least document, of today's rules, with units and seats of the institution and whatever
    else is given."""
    institution = {
        "name": words("Office"),
        "head": {"post": words("Mayor"), "name": words("N")},
        **{key: parts.pop(key) for key in ("units", "seats") if key in parts},
    }
    return {
        "format": "probity-programme/1",
        "id": "office",
        "title": words("Office"),
        "rules": 3,
        "recorded": "2026-01-02T00:00:00Z",
        "institution": institution,
        **parts,
    }


def programme(**parts: Any) -> pb.Programme:
    return pb.Programme.parse(json.dumps(document(**parts)))


def named(*ids: str, **more: Any) -> list[dict[str, Any]]:
    """Records with an id and a title."""
    return [{"id": each, "title": words(each), **more} for each in ids]


def seats(*ids: str, **more: Any) -> list[dict[str, Any]]:
    return named(*ids, kind="staff", **more)


def tasks(*ids: str, kind: str = "practice_task", **more: Any) -> list[dict[str, Any]]:
    return named(*ids, kind=kind, **more)


def council(**parts: Any) -> list[dict[str, Any]]:
    return [{"id": "council", "name": words("Council"), **parts}]


def held_meeting(ordinal: int, date: str | None, **more: Any) -> dict[str, Any]:
    return {
        "year": 2026,
        "kind": "regular",
        "ordinal": ordinal,
        "state": "held",
        "date": date,
        **more,
    }


def faults(**parts: Any) -> list[tuple[str, str]]:
    """The faults of a document, each with its place; none if it is taken."""
    try:
        programme(**parts)
    except pb.DocumentError as error:
        return [(place, message.removeprefix(f"{place}: ")) for place, message in error.faults]
    return []


def days_around(date: str) -> tuple[str, str, str]:
    """The day before, the day, the day after."""
    middle = datetime.date.fromisoformat(date)
    one = datetime.timedelta(days=1)
    return (middle - one).isoformat(), date, (middle + one).isoformat()


def sealed(lines: list[dict]) -> str:
    """Lines with the digests that seal them, as any program can compute them."""
    digest, out = "", []
    for line in lines:
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        digest = hashlib.sha256(f"{digest}\n{text}".encode()).hexdigest()
        out.append(
            json.dumps({**line, "digest": digest}, ensure_ascii=False, separators=(",", ":"))
        )
    return "".join(line + "\n" for line in out)
