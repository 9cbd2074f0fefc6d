"""Many programmes at once: what a portfolio says is what the programmes say, added up."""

import datetime

import numpy as np
import pandas
import pytest

import probity as pb
from conftest import day

ON = "2026-03-18"


@pytest.fixture(scope="module")
def offices() -> pb.Portfolio:
    return pb.Portfolio([pb.examples.songpa(), pb.examples.yongsan()])


def test_a_row_for_each_programme(offices):
    rows = offices.progress(ON, by="programme")
    assert [(row.programme, row.id, row.total, row.done) for row in rows] == [
        ("songpa", "songpa", 39, 0),
        ("yongsan", "yongsan", 6, 0),
    ]
    assert rows[0].title == pb.examples.songpa().title
    assert rows[0].fraction == 0


@pytest.mark.parametrize("by", ["owner", "band", "risk_area"])
def test_groups_are_those_of_the_views(offices, by):
    expected = [
        (programme.id, group.id, group.title, group.total, group.overdue, group.total_weight)
        for programme in offices.programmes
        for group in programme.view(on=ON).progress(by=by)
    ]
    found = [
        (row.programme, row.id, row.title, row.total, row.overdue, row.total_weight)
        for row in offices.progress(ON, by=by)
    ]
    assert found == expected


def test_by_default_by_owner_with_koreas_working_days(offices):
    kr = pb.WorkCalendar.korea()
    assert offices.progress(ON) == offices.progress(ON, "owner", kr)


def test_kinds_and_all_are_of_all_programmes(offices):
    (together,) = offices.progress(ON, by="all")
    assert (together.programme, together.id, together.total) == ("", "", 45)
    kinds = offices.progress(ON, by="kind")
    assert sum(row.total for row in kinds) == 45
    assert {row.programme for row in kinds} == {""}


def test_tasks_are_counted_from_their_proposal_on(offices):
    assert offices.states("2023-03-01")["proposed"] == 0
    assert offices.states("2023-03-02")["proposed"] == 39
    assert offices.states("2025-07-24")["proposed"] == 39
    assert offices.states("2025-07-25")["proposed"] == 45
    states = offices.states(ON)
    assert states["proposed"] == offices.tasks == 45
    assert list(states)[:3] == ["proposed", "adopted", "in_progress"]
    assert sum(states.values()) == 45


def test_burnup_is_the_sum_of_the_programmes(offices):
    window = ("2023-01-01", "2023-06-01")
    for every in ("day", "week", "month"):
        each = [programme.burnup(*window, every=every) for programme in offices.programmes]
        expected = [
            (a.date, a.total + b.total, a.done + b.done) for a, b in zip(*each, strict=True)
        ]
        found = offices.burnup(*window, every=every)
        assert [(point.date, point.total, point.done) for point in found] == expected
    assert found[0].date == day("2023-01-01")
    assert found[-1].date == day("2023-05-31")


def test_columns_are_the_rows(offices):
    rows = offices.progress(ON, by="band")
    columns = offices.progress_columns(ON, by="band")
    for name in ("programme", "id", "total", "done", "overdue", "total_weight", "done_weight"):
        assert columns[name].tolist() == [getattr(row, name) for row in rows]
    assert columns["total"].dtype == np.int64

    points = offices.burnup("2023-01-01", "2024-01-01")
    columns = offices.burnup_columns("2023-01-01", "2024-01-01")
    assert columns["date"].dtype == np.dtype("datetime64[D]")
    for name in ("date", "total", "done", "total_weight", "done_weight"):
        assert columns[name].tolist() == [getattr(point, name) for point in points]


def test_columns_make_a_frame(offices):
    frame = pandas.DataFrame(offices.progress_columns(ON, by="programme")).set_index("id")
    assert frame.loc["songpa", "total"] == 39


def test_columns_of_nothing_are_empty():
    nothing = pb.Portfolio([])
    assert len(nothing) == 0
    columns = nothing.progress_columns(ON)
    assert columns["id"].shape == columns["total"].shape == (0,)
    assert columns["id"].dtype.kind == "U"


def test_refusals_name_the_value(offices):
    with pytest.raises(pb.ProbityError, match="'office' is nothing by which tasks are put"):
        offices.progress(ON, by="office")
    with pytest.raises(pb.ProbityError, match="'year' is no step of a burn-up"):
        offices.burnup("2026-01-01", "2027-01-01", every="year")
    with pytest.raises(pb.ProbityError, match="programmes 1 and 2 of the portfolio are both"):
        pb.Portfolio([pb.examples.songpa(), pb.examples.songpa()])
    with pytest.raises(pb.HorizonError, match="2150-01-01 is outside the calendar's horizon"):
        offices.progress(datetime.date(2150, 1, 1))


def test_is_a_value(offices):
    again = pb.Portfolio([pb.examples.songpa(), pb.examples.yongsan()])
    assert again == offices
    assert pb.Portfolio([pb.examples.songpa()]) != offices
    assert len(offices) == 2
    assert repr(offices) == "<Portfolio of 2 programmes, 45 tasks>"
