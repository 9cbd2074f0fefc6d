"""A new organisation chart from a table: renamed, merged, split, closed, begun; all or nothing."""

import datetime

import openpyxl
import pytest

import probity as pb

ON = {"on": "2026-01-02", "by": "kim"}
DAY = datetime.date(2026, 10, 1)


def office(units=("감사과", "재무과", "세무과", "홍보과"), bands=()):
    """An office of four units, in bands if any are given; the audit and the finance division own a
    task, an area and a seat each."""
    p = pb.Programme.new("mapo", "마포구", **ON)
    for unit in units:
        p = p.apply(p.add_unit(pb.Unit(unit, unit), **ON))
    if bands:
        made = [{"id": id, "units": of} for id, of in bands]
        p = p.apply(p.add_banding(title="청렴 밴드", bands=made, **ON))
    for unit, number in (("감사과", 1), ("재무과", 2)):
        task = pb.Task(f"T-{number}", f"{unit} 점검", owner=unit)
        p = p.apply(p.propose_task(task, **ON))
        p = p.apply(p.name_area(pb.RiskArea(f"A-{number}", f"{unit} 업무", owners=[unit]), **ON))
        seat = pb.Seat(f"S-{number}", f"{unit}장", kind="department_head", unit=unit)
        p = p.apply(p.add_seat(seat, **ON))
    return p.apply(p.list_official(pb.Official("P-1", unit="재무과"), **ON))


def plan(rows, p=None, **more):
    table = [dict(zip(("기존 부서", "새 부서", "인계"), row, strict=False)) for row in rows]
    said = {"on": DAY, "by": "kim", "reason": "조직개편", **more}
    return pb.reorganise(p or office(), table, **said)


def kinds(plan):
    return [event.kind for event in plan.events]


def owners(p):
    return {
        **{task.id: task.owner for task in p.tasks},
        **{area.id: "+".join(area.owners) for area in p.risk_areas},
        **{seat.id: seat.unit for seat in p.institution.seats},
        **{each.id: each.unit for each in p.officials},
    }


def there(p, on=DAY):
    """The titles of the units in force on a day."""
    units = p.as_of(effective=on).institution.units
    return {each.title.korean for each in units if each.end is None or on < each.end}


def faults(rows, p=None, **more):
    with pytest.raises(pb.ReorganisationErrors) as found:
        plan(rows, p, **more)
    return list(found.value.rows)


class TestEachRow:
    def test_an_old_unit_that_becomes_a_new_one_is_renamed_and_keeps_its_id(self):
        made = plan([("홍보과", "소통담당관")])
        assert kinds(made) == ["unit.changed"]
        assert there(made.programme) == {"감사과", "재무과", "세무과", "소통담당관"}
        assert "홍보과" in there(made.programme, datetime.date(2026, 9, 30))
        assert made.units == (
            pb.UnitChange("홍보과", "renamed", pb.Text.plain("홍보과"), ("홍보과",)),
        )
        assert made.moves == ()

    def test_one_without_a_new_unit_is_closed_if_it_owns_nothing(self):
        made = plan([("홍보과", "폐지")])
        assert kinds(made) == ["unit.closed"] and "홍보과" not in there(made.programme)
        ((row, why),) = faults([("재무과", "")])
        assert row == 2 and "T-2" in why

    def test_one_without_an_old_unit_is_begun(self):
        made = plan([("신설", "디지털과")])
        assert kinds(made) == ["unit.added"] and "디지털과" in there(made.programme)
        assert "디지털과" not in there(made.programme, datetime.date(2026, 9, 30))

    def test_several_that_become_a_new_one_are_merged_with_all_that_they_own(self):
        made = plan([("재무과", "재정과"), ("감사과", "재정과")])
        assert kinds(made) == ["unit.added", "unit.closed", "unit.closed"]
        assert set(owners(made.programme).values()) == {"재정과"}
        assert [each.what for each in made.units] == ["begun", "merged", "merged"]

    def test_one_may_go_into_another_that_stays(self):
        for rows in ([("재무과", "세무과")], [("재무과", "세무과"), ("세무과", "세무과")]):
            made = plan(rows)
            assert kinds(made) == ["unit.closed"]
            assert {owner for id, owner in owners(made.programme).items() if id[-1] == "2"} == {
                "세무과"
            }

    def test_one_that_becomes_several_is_split_by_what_each_takes_over(self):
        made = plan([("재무과", "경리과", "T-2; 재무과장"), ("재무과", "재산과", "나머지")])
        assert kinds(made)[:2] == ["unit.added", "unit.added"]
        now = owners(made.programme)
        assert (now["T-2"], now["S-2"], now["A-2"], now["P-1"]) == (
            "경리과",
            "경리과",
            "재산과",
            "재산과",
        )
        assert [(each.record, each.id, each.after.korean) for each in made.moves] == [
            ("task", "T-2", "경리과"),
            ("risk_area", "A-2", "재산과"),
            ("seat", "S-2", "경리과"),
            ("official", "P-1", "재산과"),
        ]

    def test_one_that_stays_may_give_something_to_another(self):
        made = plan([("재무과", "재무과"), ("재무과", "계약과", "A-2")])
        assert kinds(made) == ["unit.added", "area.assigned"]
        assert owners(made.programme)["A-2"] == "계약과"
        assert owners(made.programme)["T-2"] == "재무과"
        made = plan([("재무과", "재무과"), ("재무과", "계약과", "나머지")])
        assert {id for id, unit in owners(made.programme).items() if unit == "계약과"} == {
            *("T-2", "A-2", "S-2", "P-1")
        }

    def test_a_split_that_leaves_something_without_a_unit_is_refused(self):
        ((row, why),) = faults([("재무과", "경리과", "T-2"), ("재무과", "재산과")])
        assert row == 2 and "A-2" in why

    def test_names_may_be_exchanged(self):
        made = plan([("재무과", "세무과"), ("세무과", "재무과")])
        assert kinds(made) == ["unit.changed", "unit.changed"]
        titles = {unit.id: unit.title.korean for unit in made.programme.institution.units}
        assert (titles["재무과"], titles["세무과"]) == ("세무과", "재무과")

    def test_units_that_no_row_names_stay(self):
        assert plan([("홍보과", "홍보과")]).events == ()

    def test_what_is_done_stays_with_the_old_unit(self):
        p = office()
        p = p.apply(p.task("T-2").reject(**ON, reason="중복"))
        made = plan([("재무과", "재정과"), ("감사과", "재정과")], p)
        assert owners(made.programme)["T-2"] == "재무과"

    def test_an_area_of_two_owners_keeps_the_other(self):
        p = office()
        p = p.apply(p.assign_area("A-2", ["재무과", "감사과"], **ON))
        made = plan([("재무과", "재무과"), ("재무과", "계약과", "A-2")], p)
        assert owners(made.programme)["A-2"] == "계약과+감사과"
        (move,) = made.moves
        assert (move.before.korean, move.after.korean) == ("재무과, 감사과", "계약과, 감사과")


class TestBands:
    BANDS = (("B-1", ["감사과", "홍보과"]), ("B-2", ["재무과", "세무과"]))

    def of(self, p):
        return {unit: band.id for band in p.bands for unit in band.units}

    def test_a_new_unit_is_in_the_band_that_it_comes_from(self):
        made = plan([("재무과", "재정과"), ("세무과", "재정과")], office(bands=self.BANDS))
        assert self.of(made.programme)["재정과"] == "B-2"
        assert made.programme.task("T-2").band == "B-2"

    def test_one_from_two_bands_or_from_none_has_to_say_it(self):
        p = office(bands=self.BANDS)
        found = faults([("재무과", "재정과"), ("감사과", "재정과"), ("", "디지털과")], p)
        assert [row for row, _ in found] == [2, 4]
        assert all("band" in why for _, why in found)
        table = [{"old": "", "new": "디지털과", "band": "B-1"}]
        made = pb.reorganise(p, table, on=DAY, by="kim")
        assert self.of(made.programme)["디지털과"] == "B-1"

    def test_a_unit_that_stays_may_go_to_another_band(self):
        """The last of a band too, if another comes into it."""
        p = office(bands=(("B-1", ["감사과"]), ("B-2", ["재무과", "세무과", "홍보과"])))
        table = [
            {"old": "감사과", "new": "감사과", "band": "B-2"},
            {"old": "홍보과", "new": "홍보담당관", "band": "B-1"},
        ]
        made = pb.reorganise(p, table, on=DAY, by="kim")
        assert self.of(made.programme)["감사과"] == "B-2"
        assert self.of(made.programme)["홍보과"] == "B-1"


class TestAllOrNothing:
    def test_all_faults_are_named_at_once_and_in_the_language_asked_for(self):
        rows = [("총무과", "행정과"), ("재무과", "재정과", "T-9"), ("", ""), ("홍보과", "")]
        assert [row for row, _ in faults(rows)] == [2]
        found = faults(rows[1:], lang="ko")
        assert found == [(2, "재무과: 넘겨받을 것이 없습니다: 'T-9'")]
        twice = [("재무과", "재정과"), ("재무과", "")]
        assert faults(twice, lang="ko") == [
            (3, "재무과: 폐지하는 행과 이어지는 행이 함께 있습니다")
        ]

    def test_values_that_differ_for_one_unit(self):
        table = [
            {"old": "재무과", "new": "재정과", "id": "F-1"},
            {"old": "감사과", "new": "재정과", "id": "F-2"},
        ]
        with pytest.raises(pb.ReorganisationErrors, match="row 3: .*F-1, F-2"):
            pb.reorganise(office(), table, on=DAY, by="kim", reason="조직개편")

    def test_a_renamed_unit_keeps_its_id_and_a_kind_is_one_that_there_is(self):
        for column, value, said in (("id", "F-1", "keeps its id"), ("kind", "팀", "'팀'")):
            table = [{"old": "재무과", "new": "재정과", column: value}]
            with pytest.raises(pb.ReorganisationErrors, match=said):
                pb.reorganise(office(), table, on=DAY, by="kim")

    def test_it_is_one_step_of_a_journal(self, tmp_path):
        with pb.Journal.create(tmp_path / "mapo.probity", office()) as journal:
            made = plan([("재무과", "재정과"), ("감사과", "재정과")], journal.programme)
            before = journal.head
            assert journal.append(made.events).number == before.number + 3
            with pytest.raises(
                pb.JournalConflict, match=f"not at event {before.number}: meanwhile"
            ):
                journal.append(made.events, expected=before)
            assert there(journal.programme) == {"세무과", "홍보과", "재정과"}


class TestTables:
    ROWS = (("기존 부서", "새 부서"), ("홍보과", "소통과"), ("", "디지털과"))

    def test_a_workbook_a_csv_file_rows_and_a_frame_say_the_same(self, tmp_path):
        import pandas

        book = openpyxl.Workbook()
        book.active.append(["조직개편 (2026. 10. 1.)"])
        for row in self.ROWS:
            book.active.append(row)
        book.save(tmp_path / "chart.xlsx")
        text = "\n".join(",".join(row) for row in self.ROWS)
        (tmp_path / "chart.csv").write_bytes(text.encode("cp949"))
        (tmp_path / "semicolon.csv").write_text(text.replace(",", ";"), encoding="utf-8-sig")
        sources = [
            tmp_path / "chart.xlsx",
            str(tmp_path / "chart.csv"),
            tmp_path / "semicolon.csv",
            text,
            [list(row) for row in self.ROWS],
            pandas.DataFrame(list(self.ROWS[1:]), columns=list(self.ROWS[0])),
        ]
        p = office()
        made = [pb.reorganise(p, source, on=DAY, by="kim") for source in sources]
        assert all(each.programme == made[0].programme for each in made)
        assert kinds(made[0]) == ["unit.added", "unit.changed"]

    def test_a_table_without_its_columns_is_refused(self, tmp_path):
        (tmp_path / "x.csv").write_text("부서,과제\n감사과,T-1\n", encoding="utf-8")
        with pytest.raises(pb.DocumentError, match=r"x\.csv.*기존 부서 or Old unit"):
            pb.reorganise(office(), tmp_path / "x.csv", on=DAY, by="kim")

    def test_a_formula_is_refused(self, tmp_path):
        book = openpyxl.Workbook()
        book.active.append(["old", "new"])
        book.active.append(["홍보과", '="소통과"'])
        book.save(tmp_path / "chart.xlsx")
        with pytest.raises(pb.DocumentError, match="B2 is a formula"):
            pb.reorganise(office(), tmp_path / "chart.xlsx", on=DAY, by="kim")


def test_what_is_said_of_it():
    made = plan([("재무과", "재정과"), ("감사과", "재정과"), ("홍보과", "소통과")])
    assert repr(made) == "<Reorganisation: 1 begun, 1 renamed, 2 merged; 7 things move>"
    said = made.describe("ko").splitlines()
    assert said[:4] == [
        "재정과: 신설",
        "홍보과: 소통과로 명칭 변경",
        "재무과: 재정과로 통합",
        "감사과: 재정과로 통합",
    ]
    assert "  과제 T-2 재무과 점검: 재무과 -> 재정과" in said
    assert made.to_frame("ko")["after"].tolist() == ["재정과"] * 7
    assert "재무과 점검" in made._repr_html_()
