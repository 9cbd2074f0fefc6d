"""Events of the institution and of its councils, to be corrected."""

import probity as pb
from corrected_office import BOTH, ON, Case, crowded, meeting, planned, stepped, was_held, with_item
from small_office import PROOF

CASES: dict[str, Case] = {
    "unit.added": (
        crowded(),
        lambda p: p.add_unit,
        [
            pb.Unit("new", BOTH, kind="affiliated_institution", begin="2026-02-01", source="plan"),
            "B-01",
        ],
        {},
        [pb.Unit("new", BOTH)],
    ),
    "unit.moved": (crowded(), lambda p: p.move_unit, ["park", "B-02"], {}, ["park", "B-02"]),
    "unit.closed": (
        crowded(),
        lambda p: p.close_unit,
        ["park"],
        {"to": "audit"},
        ["park"],
    ),
    "seat.added": (
        crowded(),
        lambda p: p.add_seat,
        [
            pb.Seat(
                "s",
                BOTH,
                kind="head",
                unit="tax",
                begin="2026-01-01",
                end="2027-01-01",
                source="plan",
            )
        ],
        {},
        [pb.Seat("s", BOTH)],
    ),
    "bands.parted": (
        crowded(),
        lambda p: p.part_bands,
        [[pb.Band("B-01", BOTH, units=["audit", "tax", "park"])]],
        {},
        [[pb.Band("B-01", BOTH, units=["audit", "tax", "park"])]],
    ),
    "council.established": (
        crowded(),
        lambda p: p.establish_council,
        [
            pb.Council(
                "c",
                BOTH,
                established="2026-01",
                reports_to=BOTH,
                purposes=[BOTH],
                members=[BOTH],
                note=BOTH,
                source="plan",
            )
        ],
        {},
        [pb.Council("c", BOTH)],
    ),
    "council.charter_adopted": (
        crowded(),
        lambda p: p.council("council").adopt_charter,
        [],
        {
            "quorum": "at least 2/3",
            "decision": "more than 1/2",
            "notice_days": 5,
            "written_resolution": True,
            "note": BOTH,
            "source": "plan",
        },
        [],
    ),
    "council.cadence_changed": (
        crowded(),
        lambda p: p.council("council").change_cadence,
        [pb.EveryMonths(4, "2026-03-15")],
        {"begin": "2026-03-01", "note": BOTH, "source": "plan"},
        [pb.EveryMonths(4, "2026-03-15")],
    ),
    "council.member_joined": (
        crowded(),
        lambda p: p.council("council").add_member,
        ["tax-head", "secretary"],
        {"votes": False},
        ["tax-head"],
    ),
    "council.member_left": (
        crowded(),
        lambda p: p.council("council").remove_member,
        ["mayor"],
        {},
        ["mayor"],
    ),
    "meeting.planned": (
        crowded(),
        lambda p: p.council("council").plan_meeting,
        ["2027-03-18", "extraordinary"],
        {
            "year": 2026,
            "begins": "14:00",
            "ends": "16:00",
            "title": BOTH,
            "place": BOTH,
            "presiding": BOTH,
            "note": BOTH,
            "source": "plan",
        },
        [],
    ),
    "meeting.postponed": (
        stepped(planned),
        lambda p: meeting(p).postpone,
        ["2026-04-01"],
        {"begins": "10:00", "ends": "11:00"},
        [],
    ),
    "meeting.held": (
        stepped(planned),
        lambda p: meeting(p).hold,
        [["mayor", "audit-head"]],
        {"earliest": "2026-01-05", "before": "2026-02-02"},
        [],
    ),
    "meeting.minuted": (
        stepped(planned, was_held),
        lambda p: meeting(p).minute,
        [PROOF],
        {},
        [PROOF],
    ),
    "item.added": (
        stepped(planned),
        lambda p: meeting(p).add_item,
        ["1", BOTH, "decision"],
        {},
        ["1", BOTH],
    ),
    "item.decided": (
        stepped(planned, with_item, was_held),
        lambda p: meeting(p).decide,
        ["1", "adopted"],
        {"in_favour": 1, "against": 0, "abstained": 1},
        ["1", "adopted"],
    ),
    "official.listed": (
        crowded(),
        lambda p: p.list_official,
        [
            pb.Official(
                "9", unit="tax", begin="2026-01-01", end="2027-01-01", appointed="2026-01-01"
            )
        ],
        {},
        [pb.Official("9")],
    ),
    "source.added": (
        crowded(),
        lambda p: p.add_source,
        ["new"],
        {"title": BOTH, "date": "2026-01-05"},
        ["new"],
    ),
    "banding.added": (
        pb.Programme.new("mapo", "마포구", **ON),
        lambda p: p.add_banding,
        [],
        {"title": BOTH, "character": BOTH, "purposes": [BOTH], "bands": [{"id": "B-01"}]},
        [],
    ),
}
