"""A made-up office for tests of what is shown: its texts are what a page or table must not trip
over, and its council meets at an hour, in a place."""

import json
from pathlib import Path

import probity as pb

#: Markup, quotes and both ends of an attribute.
HOSTILE = """<script>alert("x")</script>'"&amp;</style>"""
#: What a spreadsheet would run.
FORMULA = '=HYPERLINK("x")'


def text(korean: str, english: str) -> dict[str, str]:
    return {"ko": korean, "en": english}


def document() -> dict:
    return {
        "format": "probity-programme/1",
        "id": "office",
        "title": text(f"사무소 {HOSTILE}", f"Office {HOSTILE}"),
        "recorded": "2026-01-05T00:00:00Z",
        "institution": {
            "name": text("사무소", "Office"),
            "head": {"post": text("소장", "Head"), "name": text("가", "A")},
        },
        "observances": [
            {
                "id": "day",
                "kind": "day",
                "title": text(FORMULA, FORMULA),
                "rules": [{"begin": "2025-01-01", "rule": {"rrule": "FREQ=MONTHLY;BYDAY=3WE"}}],
                "records": [{"nominal": "2026-03-18", "observed": "2026-03-19"}],
            },
            {
                "id": "last-week",
                "kind": "week",
                "title": text("마지막 주", "Last week"),
                "rules": [{"begin": "2025-01-01", "rule": {"week": -1, "convention": "ISO"}}],
            },
        ],
        "councils": [
            {
                "id": "council",
                "name": text("회의체", "Council"),
                "meetings": [
                    {
                        "year": 2026,
                        "kind": "regular",
                        "ordinal": 1,
                        "state": "planned",
                        "date": "2026-05-05",
                        "begins": "15:20",
                        "ends": "16:30",
                        "title": text(HOSTILE, HOSTILE),
                        "place": text("@회의실", "@room"),
                    }
                ],
            }
        ],
    }


def agenda(folder: Path, year: int = 2026) -> pb.Agenda:
    path = folder / "office.json"
    path.write_text(json.dumps(document()), encoding="utf-8")
    return pb.load(path).calendar(year)
