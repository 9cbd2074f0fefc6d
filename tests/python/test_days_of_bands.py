"""Bands: on every day they part the units, and an announcement may say how many they are."""

import re

import pytest

import probity as pb
from documents import days_around, faults, named, programme, tasks
from refusals import TAKEN, cause
from small_office import founding, said, words

CLOSED = "2026-03-18"
AROUND = days_around(CLOSED)


def around(*answers):
    return list(zip(AROUND, answers, strict=True))


# Bands -------------------------------------------------------------------------------------------


def banded(**units: dict) -> dict:
    """A document of audit and park in one band, tax in another."""
    return {
        "units": [
            {"id": each, "title": words(each), **units.get(each, {})}
            for each in ("audit", "park", "tax")
        ],
        "banding": {
            "title": words("Bands"),
            "bands": [{"id": "B-01", "units": ["audit", "park"]}, {"id": "B-02", "units": ["tax"]}],
        },
    }


def bands(p: pb.Programme) -> dict[str, list[str]]:
    return {band.id: list(band.units) for band in p.bands}


def test_a_band_is_never_empty():
    p = programme(**banded())
    empty = (
        "the band 'B-02' has no unit on 2026-03-18; every unit is in one band, and no band is empty"
    )
    for step in (
        lambda: p.close_unit("tax", **said(CLOSED, reason="merged")),
        lambda: p.move_unit("tax", "B-01", **said(CLOSED)),
    ):
        with pytest.raises(pb.ProbityError, match=re.escape(f"event 1: {empty}")):
            step()
    p = p.apply(p.move_unit("park", "B-02", **said("2026-03-02")))
    assert bands(p) == {"B-01": ["audit"], "B-02": ["tax", "park"]}
    assert cause(lambda: p.close_unit("tax", **said(CLOSED, reason="merged"))) == TAKEN


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        ("B-02", TAKEN),
        ("", "it names no band to move to"),
        ("B-03", "band: there is no band 'B-03'; the programme has B-01, B-02"),
    ],
)
def test_a_unit_moves_to_a_band_that_there_is(band, expected):
    p = programme(**banded())
    assert cause(lambda: p.move_unit("park", band, **said(CLOSED))) == expected


@pytest.mark.parametrize(
    ("band", "expected"),
    [
        ("B-02", TAKEN),
        ("", "a unit joins a band when it is added, and none is named"),
        ("B-03", "band: there is no band 'B-03'; the programme has B-01, B-02"),
    ],
)
def test_a_unit_joins_a_band_when_it_is_added(band, expected):
    p = programme(**banded())

    def step():
        return p.add_unit(pb.Unit("sport", "sport"), band, **said(CLOSED))

    assert cause(step) == expected
    if expected == TAKEN:
        assert bands(p.apply(step()))["B-02"] == ["tax", "sport"]


@pytest.mark.parametrize(("on", "expected"), around(TAKEN, "closed", "closed"))
def test_a_unit_moves_while_it_is_there(on, expected):
    p = programme(**banded(park={"end": CLOSED}))
    refused = "it ended on 2026-03-18"
    assert cause(lambda: p.move_unit("park", "B-02", **said(on))) == (
        refused if expected == "closed" else TAKEN
    )


@pytest.mark.parametrize(
    ("end", "inaugurated", "fault"),
    [
        # Of tax alone in its band, closed on 18 March.
        (None, None, False),
        ("2026-03-18", None, True),
        ("2026-03-18", "2026-03-17", True),
        ("2026-03-18", "2026-03-18", True),
    ],
)
def test_the_bands_of_a_document_part_the_units_of_every_day(end, inaugurated, fault):
    parts = banded(tax={"end": end} if end else {})
    if inaugurated:
        parts["banding"]["inaugurated"] = inaugurated
    empty = (
        "/banding/bands",
        "the band 'B-02' has no unit on 2026-03-18; "
        "every unit is in one band, and no band is empty",
    )
    assert faults(**parts) == ([empty] if fault else [])


@pytest.mark.parametrize(
    ("inaugurated", "fault"),
    # A unit in no band was closed on 18 March. Before the bands were there, they parted nothing.
    [("2026-03-17", True), ("2026-03-18", False), ("2026-03-19", False), (None, True)],
)
def test_a_unit_that_was_closed_before_the_bands_were_there_is_in_none(inaugurated, fault):
    parts = banded()
    parts["units"].append({"id": "old", "title": words("old"), "end": "2026-03-18"})
    if inaugurated:
        parts["banding"]["inaugurated"] = inaugurated
    found = faults(**parts)
    assert [message.partition(" on ")[0] for _, message in found] == (
        ["the unit 'old' is in no band"] if fault else []
    )


def test_a_unit_is_in_one_band():
    for units, message in (
        (["tax", "park"], "the unit 'park' is in two bands, 'B-01' and 'B-02'"),
        (["tax", "tax"], "'tax' is named twice; each id is allowed once"),
    ):
        parts = banded()
        parts["banding"]["bands"][1]["units"] = units
        ((_, found),) = faults(**parts)
        assert found.startswith(message)


# Bands anew --------------------------------------------------------------------------------------

ONE = [pb.Band("B-01", units=["audit", "park", "tax"])]
THREE = [pb.Band(f"B-0{i}", units=[unit]) for i, unit in enumerate(("audit", "park", "tax"), 1)]


@pytest.mark.parametrize(
    ("counts", "year", "expected"),
    [
        # What was declared for 2025, 2026 and 2027; the year in which three bands are parted.
        ({}, 2026, TAKEN),
        ({2026: [3]}, 2026, TAKEN),
        ({2026: [2]}, 2025, TAKEN),
        ({2026: [2]}, 2026, "3 bands, and 2 were declared"),
        ({2026: [2]}, 2027, "3 bands, and 2 were declared"),
        ({2025: [3], 2026: [2]}, 2025, TAKEN),
        ({2025: [3], 2026: [2]}, 2026, "3 bands, and 2 were declared"),
        ({2026: [2], 2025: [3]}, 2026, "3 bands, and 2 were declared"),
        # Declared twice for a year: the later count holds.
        ({2026: [2, 3]}, 2026, TAKEN),
        ({2026: [3, 2]}, 2026, "3 bands, and 2 were declared"),
    ],
)
def test_bands_are_as_many_as_were_declared_for_the_year(counts, year, expected):
    declared = [
        {"what": "bands", "count": count, "year": each}
        for each, several in counts.items()
        for count in several
    ]
    p = programme(**banded(), declared=[*declared, {"what": "tasks", "count": 9, "year": year}])
    found = cause(lambda: p.part_bands(THREE, **said(f"{year}-06-01")))
    if expected != TAKEN:
        expected += "; another number is declared first (count.declared)"
    assert found == expected


def test_a_count_declared_later_holds_for_its_year_from_the_day_of_its_event():
    p = programme(**banded())
    p = p.apply(p.declare("bands", 2, 2026, **said("2026-01-05")))
    assert cause(lambda: p.part_bands(ONE, **said(CLOSED))).startswith("1 bands, and 2 were")
    p = p.apply(p.declare("bands", 1, 2026, **said(CLOSED)))
    found = [cause(lambda on=on: p.part_bands(ONE, **said(on))) == TAKEN for on in AROUND]
    assert found == [False, True, True]


def test_bands_are_parted_while_no_task_is_in_a_band_that_goes():
    p = programme(**banded(), tasks=tasks("T-1", band="B-02"))
    assert cause(lambda: p.part_bands(ONE, **said(CLOSED))) == (
        "the task 'T-1' is in the band 'B-02', which would be no more; "
        "it is assigned to another first"
    )
    assert cause(lambda: p.part_bands(THREE, **said(CLOSED))) == TAKEN
    p = p.apply(p.task("T-1").assign("audit", **said("2026-02-02")))
    assert p.task("T-1").band == "B-01"
    p = p.apply(p.part_bands(ONE, **said(CLOSED)))
    assert [bands(p.as_of(on)) == {"B-01": ["audit", "park", "tax"]} for on in AROUND] == [
        False,
        True,
        True,
    ]


def test_bands_anew_name_units_that_there_are_once():
    p = programme(**banded(), risk_areas=named("r-1"))
    for new, expected in (
        ([pb.Band("B-01", units=["audit", "park", "tax", "zoo"])], "units: there is no unit 'zoo'"),
        (
            [pb.Band("b", units=["audit", "park"]), pb.Band("b", units=["tax"])],
            "/body/bands/1/id: the id 'b' is already used at /body/bands/0/id; each band has",
        ),
        ([pb.Band("B-01", units=["audit", "park"])], "the unit 'tax' is in no band on 2026-03-18"),
    ):
        found = cause(lambda new=new: p.part_bands(new, **said(CLOSED)))
        assert found.startswith(expected), found
    same = [pb.Band("r-1", units=["audit", "park", "tax"])]  # a risk area may have its id too
    assert cause(lambda: p.part_bands(same, **said(CLOSED))) == TAKEN
    assert cause(lambda: founding().part_bands(ONE, **said(CLOSED))) == (
        "the institution has no banding"
    )


def test_a_task_goes_to_the_band_of_the_unit_that_takes_over():
    p = programme(**banded(), tasks=tasks("T-1", owner="park", band="B-01"))
    p = p.apply(p.close_unit("park", to="tax", **said(CLOSED, reason="merged")))
    for on, owner, band in (("2026-03-17", "park", "B-01"), ("2026-03-18", "tax", "B-02")):
        task = p.as_of(on).task("T-1")
        assert (task.owner, task.band) == (owner, band)
        for by, group in (("owner", owner), ("band", band)):
            rows = pb.Portfolio([p]).progress(on, by)
            assert [(row.id, row.total) for row in rows] == [(group, 1)]
            assert [(row.id, row.total) for row in p.view(on=on).progress(by=by)] == [(group, 1)]
