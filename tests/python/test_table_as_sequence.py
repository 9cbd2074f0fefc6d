"""A Table as a sequence: what it is asked, its slices, and the tasks that are made later."""

import copy
import operator
import pickle
import threading

import pytest

import probity as pb
from probity.tables import COLUMNS

KR = pb.WorkCalendar.korea()
SONGPA = pb.examples.songpa(illustrative=True)
TASKS = list(SONGPA.tasks)


class TestTasksThatAreMadeLater:
    """The tasks of a programme are made when anything but their columns is asked for."""

    @pytest.mark.parametrize(
        "ask",
        [
            len,
            list,
            tuple,
            bool,
            repr,
            lambda tasks: [*tasks],
            lambda tasks: tasks[0],
            lambda tasks: tasks[-3:],
            lambda tasks: tasks[::-1],
            lambda tasks: list(reversed(tasks)),
            lambda tasks: sorted(tasks, key=lambda task: task.title),
            lambda tasks: operator.add(tasks, [1]),
            lambda tasks: operator.add([1], tasks),
            lambda tasks: tasks + tasks,
            lambda tasks: [0, *tasks, 1],
            lambda tasks: [1].__iadd__(tasks),
            lambda tasks: TASKS[3] in tasks,
            lambda tasks: tasks.index(TASKS[3]),
            lambda tasks: tasks.count(TASKS[3]),
            lambda tasks: tasks == TASKS,
            lambda tasks: tasks != TASKS,
            lambda tasks: TASKS == tasks,
            lambda tasks: tasks.copy(),
            copy.copy,
            lambda tasks: dict(enumerate(tasks)),
            lambda tasks: max(tasks, key=lambda task: task.weight),
            hash,
            copy.deepcopy,
            lambda tasks: pickle.loads(pickle.dumps(tasks)),
            lambda tasks: [task.id for task in tasks],
            lambda tasks: pb.Table(tasks).columns(),
            lambda tasks: tasks._repr_html_(),
        ],
    )
    def test_each_question_is_answered_as_by_a_list(self, ask):
        asked, plain = ask(SONGPA.tasks), ask(pb.Table(list(SONGPA.tasks), pb.ProgrammeTask))
        assert asked == plain

    def test_columns_need_no_task(self):
        tasks = SONGPA.tasks
        assert len(tasks.to_frame()) == len(TASKS) and tasks.columns() == COLUMNS[pb.Task]
        assert tasks._make is not None

    def test_threads_that_ask_at_once_see_the_same_tasks(self):
        tasks = SONGPA.tasks
        found: list[list[pb.ProgrammeTask]] = []
        asking = [threading.Thread(target=lambda: found.append(list(tasks))) for _ in range(8)]
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join()
        assert len(found) == 8
        for each in found:
            assert [id(task) for task in each] == [id(task) for task in tasks]


class TestSequence:
    """A Table is a sequence that cannot be changed; it equals the list of its records."""

    def test_it_cannot_be_changed(self):
        bands = SONGPA.bands
        for name in ("append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse"):
            assert not hasattr(bands, name), name
        with pytest.raises(TypeError, match="does not support item assignment"):
            bands[0] = bands[1]  # type: ignore[index]
        with pytest.raises(TypeError, match="doesn't support item deletion"):
            del bands[0]  # type: ignore[attr-defined]

    def test_it_equals_lists_and_tables_of_the_same_records(self):
        bands, listed = SONGPA.bands, list(SONGPA.bands)
        assert bands == listed and listed == bands and bands == pb.Table(listed)
        assert hash(bands) == hash(pb.Table(listed))
        assert bands != listed[1:] and bands != pb.Table(listed[1:])
        assert bands != tuple(listed) and bands != "bands"

    def test_sums_are_lists(self):
        bands, listed = SONGPA.bands, list(SONGPA.bands)
        for total in (bands + bands, bands + listed, listed + bands):
            assert type(total) is list and total == listed + listed
        for other in ((1,), 1, "x"):
            with pytest.raises(TypeError, match="concatenate|unsupported operand"):
                bands + other  # type: ignore[operator]
            with pytest.raises(TypeError, match="concatenate|unsupported operand"):
                other + bands  # type: ignore[operator]

    def test_it_is_matched_and_looked_into_as_a_sequence(self):
        match SONGPA.bands:
            case [first, *others]:
                assert first.id == "B-01" and len(others) == 10
            case _:
                raise AssertionError("no sequence")
        assert SONGPA.bands.index(SONGPA.bands[3]) == 3
        assert SONGPA.bands.count(SONGPA.bands[3]) == 1

    def test_it_is_taken_where_lists_are(self):
        holidays = KR.holidays("2026-01-01", "2027-01-01")
        calendar = pb.WorkCalendar.from_holidays(holidays)
        assert calendar.holidays("2026-01-01", "2027-01-01") == holidays
        with pytest.raises(TypeError, match="is one date"):
            pb.WorkCalendar.from_holidays("2026-01-01")


class TestSlices:
    def test_of_a_table(self):
        part = SONGPA.tasks[-3:]
        assert isinstance(part, pb.Table) and part.of is SONGPA.tasks.of
        assert part.to_frame()["id"].tolist() == [task.id for task in list(SONGPA.tasks)[-3:]]
        assert SONGPA.tasks[:0].to_frame().columns.tolist() == part.to_frame().columns.tolist()

    def test_of_an_agenda(self):
        agenda = SONGPA.calendar(2026)
        entries = list(agenda)
        for cut in (slice(3), slice(-3, None), slice(None, None, -1), slice(70, 999), slice(5, 2)):
            assert agenda[cut] == entries[cut]
            assert isinstance(agenda[cut], pb.Table)
        assert agenda[-1] == entries[-1]
        with pytest.raises(IndexError, match=f"index {len(agenda)}: the agenda has"):
            agenda[len(agenda)]

    def test_of_a_comparison(self):
        weeks = pb.WeekConvention.compare(2026, week=3)
        assert [row.month for row in weeks[-2:]] == [11, 12]
        assert weeks[::-1][0] == weeks[-1]
        assert len(weeks[:1].to_frame()) == 5

    def test_of_a_history(self):
        assert [event.number for event in SONGPA.history[-2:]] == [303, 304]
        assert SONGPA.history[:5].to_frame()["number"].tolist() == [1, 2, 3, 4, 5]

    def test_a_table_is_copied_and_pickled_as_one(self):
        listed = KR.holidays("2026-05-01", "2026-06-01")
        entries = SONGPA.calendar(2026)[:3]
        for same in (listed.copy(), copy.copy(listed), copy.deepcopy(listed)):
            assert same == listed and same.columns() == listed.columns()
        assert pickle.loads(pickle.dumps(entries)).to_frame().equals(entries.to_frame())
