"""Tables of a programme: what its lists and reports hold as frames, files and Arrow streams."""

import csv
import datetime
import operator
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import probity as pb
from probity import labels
from probity._core import _flat_table
from probity.tables import COLUMNS

KR = pb.WorkCalendar.korea()
SONGPA = pb.examples.songpa(illustrative=True)
YONGSAN = pb.examples.yongsan(illustrative=True)
VIEW = SONGPA.view(on="2026-11-01")
OFFICES = pb.Portfolio([SONGPA, YONGSAN])
LATER = KR.with_holiday("2026-09-14", "임시공휴일")
AT = datetime.datetime(2026, 1, 5, tzinfo=datetime.UTC)

LISTS = {
    "tasks": SONGPA.tasks,
    "bands": SONGPA.bands,
    "units": SONGPA.institution.units,
    "risk areas": YONGSAN.risk_areas,
    "officials": SONGPA.officials,
    "attendances": SONGPA.attendances,
    "indicators": SONGPA.indicators,
    "meetings": YONGSAN.councils[0].meetings,
    "events": SONGPA.history[10:20],
    "reconcile": SONGPA.reconcile(),
    "burnup": SONGPA.burnup("2026-01-01", "2027-01-01"),
    "impact": SONGPA.impact(KR, LATER, 2026),
    "why": SONGPA.why("2026-03-18"),
    "overdue": VIEW.overdue(by="band"),
    "progress": VIEW.progress(by="band"),
    "evidence": VIEW.evidence(2026),
    "conflicts": VIEW.conflicts(),
    "shortfall": VIEW.duty("education").shortfall(),
    "counted": VIEW.quota("integrity-weeks").counted,
    "progress of offices": OFFICES.progress("2026-11-01"),
    "burnup of offices": OFFICES.burnup("2026-01-01", "2027-01-01"),
    "coverage rows": YONGSAN.coverage().rows,
    "gaps": pb.examples.yongsan().coverage().gaps,
    "slots": pb.slots(pb.EveryMonths(4, "2025-03-15"), "2025-01-01", "2026-01-01"),
    "proposals": pb.propose(2, 2027),
    "differing days": KR.diff(LATER, "2026-01-01", "2027-01-01"),
    "weeks": pb.WeekConvention.compare(2026, week=3)[:2],
    "entries": SONGPA.calendar(2026)[:4],
    "holidays": KR.holidays("2026-01-01", "2027-01-01"),
}
REPORTS = {
    "tasks of offices": OFFICES,
    "quotas": VIEW.quotas(),
    "coverage": YONGSAN.coverage(),
    "changes": SONGPA.changes(SONGPA.as_of("2026-06-30")),
    "week comparison": pb.WeekConvention.compare(2026, week=3),
    "brief": VIEW.brief(),
    "history": SONGPA.history,
    "agenda": SONGPA.calendar(2026),
}
ALL = {**LISTS, **REPORTS}


def read(value) -> pa.Table:
    table = pa.RecordBatchReader.from_stream(value.to_arrow("en")).read_all()
    table.validate(full=True)
    return table


def test_the_lists_are_tables():
    for name, table in LISTS.items():
        assert isinstance(table, pb.Table) and isinstance(table, Sequence), name


@pytest.mark.parametrize("name", ALL)
class TestEach:
    def test_both_languages_have_the_same_columns(self, name):
        english, korean = ALL[name].to_frame(), ALL[name].to_frame(lang="ko")
        assert list(english.columns) == list(korean.columns)
        assert english.dtypes.equals(korean.dtypes)
        assert len(english) == len(korean)

    def test_arrow_says_what_the_frame_says(self, name):
        frame, table = ALL[name].to_frame(), read(ALL[name])
        assert table.column_names == list(frame.columns)
        for column in table.column_names:
            said = [None if pd.isna(value) else value for value in frame[column].tolist()]
            if said and isinstance(frame[column].dtype, pd.DatetimeTZDtype | type(None)):
                said = [value.to_pydatetime() for value in said]
            elif frame[column].dtype == "datetime64[s]":
                said = [None if value is None else value.date() for value in said]
            assert table.column(column).to_pylist() == said, column

    def test_polars_and_duckdb_read_it(self, name):
        height = len(ALL[name].to_frame())
        given = ALL[name].to_arrow("ko")
        assert pl.DataFrame(given).height == height
        (count,) = duckdb.sql("select count(*) from given").fetchall()[0]
        assert count == height

    @pytest.mark.parametrize("lang", ["ko", "en"])
    def test_a_file_has_labels_and_words(self, name, lang, tmp_path):
        ALL[name].to_csv(tmp_path / "x.csv", lang)
        with open(tmp_path / "x.csv", encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        assert len(head) == len(set(head)) == len(ALL[name].to_frame().columns)
        assert len(rows) == len(ALL[name].to_frame())
        (tmp_path / "x.csv").read_bytes().decode("utf-8-sig").encode("cp949")

    def test_it_shows_as_a_table(self, name):
        if ALL[name] is OFFICES:
            return  # shows as what it is
        assert ALL[name]._repr_html_().startswith('<div class="probity-')


class TestTasks:
    def test_values_are_those_of_the_records(self):
        frame = SONGPA.tasks.to_frame(lang="ko")
        assert frame["id"].tolist() == [task.id for task in SONGPA.tasks]
        assert frame["title"].tolist() == [task.title.korean for task in SONGPA.tasks]
        assert frame["state"].tolist() == [task.state for task in SONGPA.tasks]
        assert frame["due"].dt.date.tolist() == [task.due for task in SONGPA.tasks]
        assert frame["evidence"].tolist() == [len(task.evidence) for task in SONGPA.tasks]

    def test_types(self):
        types = SONGPA.tasks.to_frame().dtypes.astype(str)
        assert types["due"] == types["proposed"] == "datetime64[s]"
        assert types["weight"] == "Int64"
        assert {types[name] for name in ("kind", "state", "owner", "band")} == {"category"}

    def test_states_are_all_there_in_their_order(self):
        categories = SONGPA.tasks.to_frame()["state"].cat.categories
        assert categories.tolist() == list(labels.TASK_STATES)

    def test_states_are_in_words_in_a_file(self, tmp_path):
        SONGPA.tasks.to_csv(tmp_path / "tasks.csv", "ko")
        frame = pd.read_csv(tmp_path / "tasks.csv", encoding="utf-8-sig")
        assert frame["과제번호"].tolist() == [task.id for task in SONGPA.tasks]
        assert set(frame["상태"]) <= {words.korean for words in labels.TASK_STATES.values()}
        assert set(frame["구분"]) <= {words.korean for words in labels.TASK_KINDS.values()}

    def test_plain_tasks_and_those_of_a_programme_have_the_same_columns(self):
        mixed = pb.Table([pb.Task("T-90"), SONGPA.tasks[0]])
        assert mixed.columns() == SONGPA.tasks.columns() == COLUMNS[pb.Task]

    def test_no_task_is_lost_from_a_group_by_owner(self):
        frame = pb.examples.songpa().tasks.to_frame()
        assert frame.groupby("owner", observed=True)["weight"].sum().to_dict() == {"": 39}


class TestFlatColumns:
    """Tables of many rows are made without their records, and are those that the records give."""

    @pytest.mark.parametrize("lang", ["ko", "en"])
    @pytest.mark.parametrize("storage", ["pyarrow", "python"])
    def test_of_tasks_and_events(self, lang, storage):
        with pd.option_context("mode.string_storage", storage):
            for flat, records in (
                (SONGPA.tasks, pb.Table(list(SONGPA.tasks))),
                (SONGPA.history, pb.Table(list(SONGPA.history))),
                (YONGSAN.tasks, YONGSAN.tasks[:]),
                (SONGPA.calendar(2026), SONGPA.calendar(2026).entries),
                (YONGSAN.calendar(2025), YONGSAN.calendar(2025)[:]),
            ):
                pd.testing.assert_frame_equal(flat.to_frame(lang), records.to_frame(lang))

    def test_types_do_not_hang_on_pyarrow(self):
        code = (
            "import sys; sys.modules['pyarrow'] = None\n"
            "import probity as pb\n"
            "p = pb.examples.songpa(illustrative=True)\n"
            "for value in (p.tasks, p.history, p.calendar(2026)):\n"
            "    print(value.to_frame('ko').dtypes.astype(str).tolist())\n"
            "    print(value.to_frame('ko').iloc[0].tolist())"
        )
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        lines = run.stdout.splitlines()
        assert run.returncode == 0, run.stderr
        for value, types, first in zip(
            (SONGPA.tasks, SONGPA.history, SONGPA.calendar(2026)),
            lines[::2],
            lines[1::2],
            strict=True,
        ):
            frame = value.to_frame("ko")
            assert types == str(frame.dtypes.astype(str).tolist())
            assert first == str(frame.iloc[0].tolist())

    def test_a_portfolio_has_the_tasks_of_all_with_their_programme(self):
        frame = OFFICES.to_frame(lang="ko")
        assert list(frame.columns) == ["programme", *SONGPA.tasks.to_frame().columns]
        assert frame["programme"].tolist() == [SONGPA.id] * len(SONGPA.tasks) + [YONGSAN.id] * len(
            YONGSAN.tasks
        )
        parts = [SONGPA.tasks.to_frame("ko"), YONGSAN.tasks.to_frame("ko")]
        assert frame["title"].tolist() == [*parts[0]["title"], *parts[1]["title"]]
        assert frame["due"].tolist() == [*parts[0]["due"], *parts[1]["due"]]

    def test_columns_outlive_the_programme(self):
        frame = pb.examples.songpa(illustrative=True).tasks.to_frame()
        table = read(pb.examples.songpa(illustrative=True).tasks)
        again = SONGPA.tasks.to_frame()
        pd.testing.assert_frame_equal(frame, again)
        assert table.column("title").to_pylist() == again["title"].tolist()

    def test_numbers_dates_and_texts_are_not_copied_for_arrow(self):
        columns = SONGPA.tasks.to_arrow()
        first, second = (pa.RecordBatchReader.from_stream(columns).read_all() for _ in range(2))
        for name in ("weight", "due", "id", "state"):
            one, two = (t.column(name).chunk(0) for t in (first, second))
            pair = [getattr(each, "indices", each).buffers()[1].address for each in (one, two)]
            assert pair[0] == pair[1], name

    def test_a_frame_may_be_changed(self):
        frame = SONGPA.tasks.to_frame()
        frame.loc[0, "weight"] = 7
        frame.loc[0, "due"] = pd.NaT
        frame["owner"] = frame["owner"].astype("str")
        assert frame["weight"][0] == 7
        assert SONGPA.tasks.to_frame()["weight"][0] == SONGPA.tasks[0].weight != 7


class TestReports:
    def test_an_overdue_task_has_a_row_with_its_group(self):
        groups = VIEW.overdue(by="band")
        frame = groups.to_frame()
        assert list(zip(frame["group"], frame["task"], strict=True)) == [
            (group.id, task.task) for group in groups for task in group.tasks
        ]
        assert frame["working_days_late"].tolist() == [40, 22]

    def test_quotas_stay_a_mapping_by_id(self):
        quotas = VIEW.quotas()
        assert isinstance(quotas, dict) and isinstance(quotas, pb.Verdicts)
        frame = quotas.to_frame().set_index("quota")
        assert frame.index.tolist() == list(quotas)
        assert frame.loc["integrity-weeks", "state"] == quotas["integrity-weeks"].state
        assert frame.loc["integrity-weeks", "last"] == pd.Timestamp("2026-12-31")

    def test_changes_have_a_row_for_each_task(self):
        changes = SONGPA.changes(SONGPA.as_of("2026-06-30"))
        frame = changes.to_frame()
        for name in labels.CHANGES:
            assert frame.loc[frame["change"] == name, "task"].tolist() == getattr(changes, name)

    def test_what_is_not_recorded_neither_agrees_nor_differs(self):
        frame = pb.examples.songpa().reconcile().to_frame()
        assert str(frame["agrees"].dtype) == "boolean"
        assert frame["agrees"].isna().tolist() == [False, False, False, True]

    def test_a_comparison_has_each_week_by_convention(self):
        frame = pb.WeekConvention.compare(2026, week=3).to_frame()
        march = frame[(frame["month"] == 3) & (frame["convention"] == "ISO")]
        assert march["begin"].dt.date.tolist() == [datetime.date(2026, 3, 16)]
        assert march["last"].dt.date.tolist() == [datetime.date(2026, 3, 22)]

    def test_the_files_of_a_calendar(self, tmp_path):
        report = pb.examples.songpa().calendar(2026).to_ics(tmp_path / "x.ics")
        frame = report.to_frame()
        assert frame["form"].tolist() == ["rule"] * len(report.rules) + ["singles"] * len(
            report.singles
        )
        assert frame["events"].sum() == sum(
            series.events for series in report.rules + report.singles
        )

    def test_events_have_an_instant_in_utc(self):
        frame = SONGPA.history.to_frame()
        assert str(frame["recorded"].dtype) == "datetime64[s, UTC]"
        assert frame["recorded"][0].to_pydatetime() == SONGPA.history[0].recorded

    @pytest.mark.parametrize("events", [SONGPA.history, SONGPA.history[:-1]])
    def test_an_event_that_corrects_none_names_none(self, events, tmp_path):
        numbers = [event.corrects for event in events]
        assert events.to_frame()["corrects"].fillna(0).tolist() == numbers
        assert events.to_frame()["corrects"].isna().sum() == numbers.count(0) > 0
        assert any(numbers)
        events.to_csv(tmp_path / "x.csv")
        assert "0" not in pd.read_csv(tmp_path / "x.csv", dtype=str)["Corrects"].tolist()

    def test_rows_that_cannot_be_imported(self):
        rows = [{"id": "T-1", "title": "x", "due": "2026-02-30"}]
        with pytest.raises(pb.ImportErrors) as raised:
            pb.import_rows(SONGPA, tasks=rows, on="2026-03-02", by="x")
        frame = raised.value.rows.to_frame()
        assert "2026-02-30" in frame["value"].tolist()


class TestLabels:
    """Each kind and state has words, in both languages."""

    @pytest.mark.parametrize("kind", COLUMNS)
    def test_headings_are_unlike(self, kind):
        for lang in ("ko", "en"):
            headings = [column.heading(lang) for column in COLUMNS[kind]]
            assert all(headings) and len(set(headings)) == len(headings)
        names = [column.name for column in COLUMNS[kind]]
        assert len(set(names)) == len(names)

    def test_no_label_is_left_over(self):
        # A column without a label fails the import of its module.
        root = Path(__file__).parents[2]
        code = "".join(path.read_text() for path in (root / "python").rglob("*.py"))
        used = set(re.findall(r'"([a-z_]+\.[a-z_]+)"', code))
        for lang in ("ko", "en"):
            catalogue = (root / f"src/text/columns_{lang}.inc").read_text()
            found = re.findall(r'^LABEL\("([^"]+)"', catalogue, re.MULTILINE)
            assert len(found) > 50 and len(set(found)) == len(found)
            assert set(found) <= used

    def test_words_are_of_their_language(self):
        kinds = {
            name: value
            for name, value in vars(labels).items()
            if isinstance(value, dict) and name.isupper() and not name.startswith("_")
        }
        assert len(kinds) > 10
        for words in kinds.values():
            for text in words.values():
                assert text.english.isascii() and not text.korean.isascii()
                text.korean.encode("cp949")

    def test_no_state_is_forgotten(self):
        from typing import get_args

        from probity import types

        for name, literal in {
            "ENTRY_KINDS": types.EntryKind,
            "EVENT_KINDS": types.EventKind,
            "MEETING_KINDS": types.MeetingKind,
            "MEETING_STATES": types.MeetingState,
            "QUOTA_STATES": types.QuotaState,
            "OCCURRENCE_STATES": types.OccurrenceStatus,
            "TASK_KINDS": types.TaskKind,
            "TASK_STATES": types.TaskState,
            "UNIT_KINDS": types.UnitKind,
        }.items():
            assert tuple(getattr(labels, name)) == get_args(literal)


class TestWhatTablesMustNotDo:
    def test_fresh_tables_of_the_same_tasks_are_equal(self):
        office = pb.examples.songpa(illustrative=True)
        assert office.tasks == office.tasks
        assert not operator.ne(office.tasks, office.tasks)
        assert list(office.tasks) == office.tasks
        assert office.tasks != pb.examples.songpa().tasks

    @pytest.mark.parametrize("lang", ["xx", "KO", ""])
    def test_another_language_is_refused(self, lang, tmp_path):
        for value in (pb.WorkCalendar.korea().holidays("2026-01-01", "2027-01-01"), SONGPA.tasks):
            for write in (
                value.to_frame,
                value.to_arrow,
                lambda lang, value=value: value.to_csv(tmp_path / "x.csv", lang),
            ):
                with pytest.raises(pb.ProbityError, match='it is "en" or "ko"'):
                    write(lang)
        assert not list(tmp_path.iterdir())

    def test_what_is_missing_is_not_made_up(self):
        instants = _flat_table([("at", "tss:UTC", [None, AT], None)]).columns[0]
        assert [str(each) for each in instants.numbers()] == ["NaT", "2026-01-05T00:00:00"]
        for categories in (None, ["a"]):
            with pytest.raises(pb.ProbityError, match='column "t", row 2: None is no text'):
                _flat_table([("t", "U", ["a", None], categories)])

    def test_a_verdict_and_the_units_are_tables_too(self):
        verdict = SONGPA.view(on="2026-07-15").quota("band-council-meetings")
        assert verdict.to_frame()["held"].tolist() == [verdict.held]
        assert pa.table(verdict.to_arrow()).num_rows == 1
        units = SONGPA.institution.units
        assert units.to_frame(lang="ko")["id"].tolist() == [unit.id for unit in units]
