"""Journals in Python, and at the prompt."""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import probity as pb
from command_line import answer, call, environment
from korean_refusals import is_korean
from small_office import office, said

NOON = datetime.datetime(2026, 7, 1, 12, tzinfo=datetime.UTC)
LONG = int(os.environ.get("PROBITY_LONG_TESTS", "1"))


def at(hours: int = 0) -> Callable[[], datetime.datetime]:
    return lambda: NOON + datetime.timedelta(hours=hours)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    pb.Journal.create(tmp_path / "office.probity", office(), clock=at()).close()
    return tmp_path / "office.probity"


def propose(p: pb.Programme, task: str, **others: str) -> pb.Event:
    return p.propose_task(pb.Task(task, task, owner="tax"), **said("2026-03-02", **others))


class TestJournal:
    def test_is_a_context(self, path):
        with pb.Journal.open(path, clock=at(1)) as journal:
            head = journal.record(lambda p: p.task("T-1").start(**said("2026-03-02")))
            assert head == journal.head
            assert journal.programme.task("T-1").state == "in_progress"
            assert journal.programme.history[-1].recorded == NOON + datetime.timedelta(hours=1)
        assert not journal.is_open
        with pytest.raises(pb.JournalError, match="was closed"):
            _ = journal.head

    def test_takes_one_event_or_many(self, path):
        with pb.Journal.open(path) as journal:
            events = [propose(journal.programme, each) for each in ("T-8", "T-9")]
            assert journal.append(events).number == journal.append([]).number
            assert journal.append(propose(journal.programme, "T-10")) == journal.head
            for wrong in (None, "T-1", [None], 3):
                with pytest.raises(TypeError, match="an event"):
                    journal.append(wrong)

    def test_tells_what_a_colleague_did(self, path):
        with pb.Journal.open(path) as mine, pb.Journal.open(path) as theirs:
            head = mine.head
            event = propose(mine.programme, "T-9")
            theirs.append(propose(theirs.programme, "T-8", by="kim"))
            with pytest.raises(pb.JournalConflict, match=r"task\.proposed T-8 by kim") as conflict:
                mine.append(event, expected=head)
            assert [each.subject for each in conflict.value.since] == ["T-8"]

            def start(p: pb.Programme) -> pb.Event:
                if p.task("T-1").state == "adopted":
                    step = p.task("T-1").start(**said("2026-03-02"))
                    theirs.append(step)
                    return step
                return p.task("T-1").start(**said("2026-03-02"))

            with pytest.raises(
                pb.TransitionError, match=r"in_progress.*meanwhile was recorded"
            ) as refused:
                mine.record(start)
            number = theirs.head.number
            assert str(refused.value).endswith(
                f"; meanwhile was recorded event {number}, 2026-03-02 task.started T-1 by team"
            )
            assert refused.value.text.korean.endswith(
                f"; 그동안 기록된 것: {number}번 기록(2026-03-02 'T-1' 과제 착수, 기록자 'team')"
            )
            assert is_korean(refused.value.text.korean)

    def test_tells_in_both_languages_what_a_colleague_did_before_an_error_of_python(self, path):
        with pb.Journal.open(path) as mine, pb.Journal.open(path) as theirs:

            def refuse(p: pb.Programme) -> pb.Event:
                if p.task("T-1").state == "adopted":
                    reason = said("2026-03-02", reason="as agreed")
                    theirs.append(p.task("T-1").start(**reason))
                    return propose(p, "T-9")
                raise pb.ProbityError("no step is left")

            with pytest.raises(pb.ProbityError, match="meanwhile was recorded") as refused:
                mine.record(refuse)
            text = refused.value.text
            assert text == str(refused.value)
            assert text.startswith("no step is left; ") and text.endswith(" by team (as agreed)")
            assert text.korean.startswith("no step is left; 그동안 기록된 것: ")
            assert text.korean.endswith("기록자 'team', 이유 'as agreed')")

    def test_marks_what_the_clock_said_and_what_is_imported(self, path):
        with pb.Journal.open(path, clock=at(-48)) as journal:
            journal.record(lambda p: propose(p, "T-9"))
            (entry,) = journal.log(clock=True)
            assert entry.event.clock == NOON - datetime.timedelta(hours=48)
            assert entry.event.recorded == NOON + datetime.timedelta(seconds=1)
            journal.export_jsonl(path.with_suffix(".jsonl"))
        other = path.with_name("other.probity")
        with pb.Journal.import_jsonl(path.with_suffix(".jsonl"), other) as imported:
            assert all(each.imported for each in imported.log())
            assert len(imported.log(backdated=1)) > 0
            imported.export_jsonl(path.with_name("again.jsonl"))
        again = path.with_name("again.jsonl").read_bytes()
        assert again == path.with_suffix(".jsonl").read_bytes()

    def test_answers_in_sql(self, path):
        with pb.Journal.open(path, read_only=True) as journal:
            rows = journal.sql("SELECT id, state FROM tasks ORDER BY id")
            assert rows == [{"id": "T-1", "state": "adopted"}, {"id": "T-2", "state": "adopted"}]
            assert journal.sql("SELECT count(*) AS n FROM events")[0]["n"] == journal.head.number
            for wrong in (
                "DELETE FROM event",
                "PRAGMA user_version=9",
                "SELEKT",
                "ATTACH 'x' AS y",
            ):
                with pytest.raises(pb.JournalError, match="refused"):
                    journal.sql(wrong)

    def test_runs_out_of_patience(self, path):
        with pb.Journal.open(path, patience=0.05) as journal:
            stranger = sqlite3.connect(path, isolation_level=None)
            stranger.execute("BEGIN IMMEDIATE")
            with pytest.raises(pb.JournalError, match="is in use"):
                journal.record(lambda p: propose(p, "T-9"))
            # Readers go on meanwhile.
            assert journal.programme.task("T-1").state == "adopted"
            stranger.execute("ROLLBACK")
            stranger.close()
            journal.record(lambda p: propose(p, "T-9"))


class TestEveryFunctionOfFiles:
    def test_takes_a_journal(self, path):
        assert pb.load(path) == pb.Journal.open(path).programme
        later = pb.update(path, lambda p: p.task("T-1").start(**said("2026-03-02")), clock=at(1))
        assert later == pb.load(path) and later.task("T-1").state == "in_progress"
        more = later.apply(propose(later, "T-9"))
        assert more.save(path).task("T-9").state == "proposed"
        assert pb.verify(path).is_whole
        with pytest.raises(pb.JournalError, match="which the programme has not"):
            later.apply(propose(later, "T-8")).save(path)
        with pytest.raises(pb.JournalError, match="never replaced"):
            later.save(path, replace=True)

    def test_never_writes_a_page_over_one(self, path):
        before = path.read_bytes()
        with pytest.raises(pb.DocumentError, match="holds a journal"):
            pb.load(path).view(on="2026-03-02").brief().to_html(path)
        assert path.read_bytes() == before


#: Questions at the prompt, of a file whose name stands for {}.
QUESTIONS = [
    ("calendar", "{}", "--year", "2026"),
    ("why", "2026-10-30", "{}"),
    ("status", "{}", "--on", "2026-07-15"),
    ("status", "{}", "--brief", "--on", "2026-07-15"),
    ("overdue", "{}", "--on", "2026-07-15", "--by", "band"),
    ("compliance", "{}", "--on", "2026-10-15"),
    ("propose", "{}", "band-council", "2026", "--on", "2026-01-15"),
    ("impact", "{}", "2026", "--on", "2026-09-18", "--holiday", "2026-09-28:임시공휴일"),
    ("export", "{}", "--table", "tasks", "--csv", "-"),
    ("handover", "{}", "--on", "2026-03-20"),
    ("show", "T-11", "--on", "2026-07-15", "-f", "{}"),
    ("log", "-f", "{}"),
    ("verify", "{}"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: "-".join(question[:3:2]))
def test_a_command_answers_of_a_journal_as_of_a_history(question, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for suffix in ("jsonl", "json", "probity"):
        pb.examples.songpa(illustrative=True).save(f"songpa.{suffix}")

    def asked(suffix: str) -> tuple[int, str]:
        said = call(*(each.replace("{}", f"songpa.{suffix}") for each in question), check=None)
        return said.exit_code, said.output.replace(f"songpa.{suffix}", "the file")

    of_journal = asked("probity")
    assert of_journal == asked("jsonl") == asked("json")
    assert of_journal[0] in (0, 1), of_journal[1]


class TestAtThePrompt:
    def test_makes_shows_and_proves(self, tmp_path):
        made = answer("journal", "create", tmp_path / "y.probity", "yongsan-illustrative")
        assert made["events"] == 195 and made["anchor"].split()[1] == "195"
        anchor = call("journal", "anchor", tmp_path / "y.probity").stdout.strip()
        assert anchor == made["anchor"]
        assert (
            "as they were recorded"
            in call("journal", "verify", tmp_path / "y.probity", "--anchor", anchor).stdout
        )
        assert "as they were recorded" in call("verify", tmp_path / "y.probity").stdout
        logged = answer("journal", "log", tmp_path / "y.probity", "--backdated", "1")
        assert [each["days_late"] >= 1 for each in logged] == [True] * len(logged) != []
        none = call("journal", "log", tmp_path / "y.probity", "--clock", "--lang", "ko").stdout
        assert none == "해당하는 기록이 없습니다\n"

    def test_goes_out_and_in(self, path, tmp_path):
        call("journal", "export", path, tmp_path / "out.jsonl")
        call("journal", "import", tmp_path / "in.probity", tmp_path / "out.jsonl")
        assert pb.load(tmp_path / "in.probity") == pb.load(path)

    def test_lists_what_was_recorded_long_after_and_by_a_clock_put_back(self, path):
        with pb.Journal.open(path, clock=at(-48)) as journal:
            journal.record(lambda p: propose(p, "T-9"))
            late = [entry.number for entry in journal.log(backdated=30)]
            assert late and journal.log(backdated=10_000) == []
        for days in (["--backdated"], ["--backdated", 30], ["--backdated=30"]):
            found = answer("log", *days, "-f", path)
            assert [each["number"] for each in found] == late, days
            found = answer("journal", "log", *days, path)
            assert [each["number"] for each in found] == late, days
        assert [each["number"] for each in answer("log", "--backdated", "T-9", "-f", path)] == [
            late[-1]
        ]
        assert call("log", "--backdated", 10_000, "-f", path).stdout.startswith("Nothing")
        (only,) = answer("log", "--clock", "-f", path)
        assert only["subject"] == "T-9" and only["clock"] == "2026-06-29T12:00:00Z"
        assert "2026-06-29T12:00:00Z" in call("log", "--clock", "-f", path).stdout

    def test_every_command_takes_a_journal(self, path):
        assert answer("status", path, "--on", "2026-03-02")
        call("record", path, "--help")

    def test_says_what_is_lost(self, path, tmp_path):
        stranger = sqlite3.connect(path)
        for name in ("event_is_never_removed", "event_is_never_changed", "event_is_added_last"):
            stranger.execute(f"DROP TRIGGER {name}")
        last = stranger.execute("SELECT max(number) FROM event").fetchone()[0]
        stranger.execute("DELETE FROM event WHERE number = ?", (last - 1,))
        stranger.commit()
        stranger.close()
        found = call("journal", "verify", path, check=1).stdout
        assert f"event {last - 1}, which stood before it, is missing" in found
        saved = answer("journal", "recover", path, tmp_path / "saved.probity", check=1)
        assert saved["events"] == last - 2 and saved["first_lost"] == last - 1
        assert saved["unattached"] == [last]
        call("journal", "verify", tmp_path / "saved.probity")


# Tampering -------------------------------------------------------------------------------------

GUARDS = ("event_is_never_changed", "event_is_never_removed", "event_is_added_last")
COLUMNS = "json, digest, effective, recorded, clock, actor, kind, subject, reason, corrects, rules"


def sqlite3_command(path: Path, sql: str) -> subprocess.CompletedProcess[str]:
    """What a person does with the `sqlite3` command of the system."""
    return subprocess.run(["sqlite3", str(path), sql], capture_output=True, text=True, check=False)


@pytest.fixture
def anchored(tmp_path: Path) -> tuple[Path, str]:
    """A journal of 22 events, and its anchor of before somebody touched it."""
    path = tmp_path / "office.probity"
    with pb.Journal.create(path, office(), clock=at()) as journal:
        for i in range(8):
            journal.record(lambda p, i=i: propose(p, f"T-{10 + i}"))
        return path, journal.anchor()


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="no sqlite3 command on this machine")
class TestTheSqlite3Command:
    @pytest.mark.parametrize(
        "sql",
        [
            "UPDATE event SET actor = 'x' WHERE number = 5",
            "DELETE FROM event WHERE number = 22",
            f"INSERT INTO event SELECT 40, {COLUMNS} FROM event WHERE number = 22",
            "INSERT OR REPLACE INTO event SELECT * FROM event WHERE number = 5",
        ],
    )
    def test_is_refused_by_the_guards(self, anchored, sql):
        path, anchor = anchored
        before = path.read_bytes()
        refused = sqlite3_command(path, sql)
        assert refused.returncode != 0 and "an event" in refused.stderr
        assert path.read_bytes() == before
        assert "as they were recorded" in call("journal", "verify", path, "--anchor", anchor).stdout

    @pytest.mark.parametrize(
        ("sql", "found"),
        [
            ("UPDATE event SET actor = 'x' WHERE number = 5", "event 5: its column `actor`"),
            (
                "UPDATE event SET json = replace(json, 'tax', 'audit') WHERE number = 16",
                "event 16: it is not as it was recorded",
            ),
            ("DELETE FROM event WHERE number = 17", "event 17, which stood before it, is missing"),
            (
                "UPDATE event SET number = -1 WHERE number = 18;"
                "UPDATE event SET number = 18 WHERE number = 19;"
                "UPDATE event SET number = 19 WHERE number = -1",
                "event 18: it is not as it was recorded",
            ),
            (
                f"INSERT INTO event SELECT 23, {COLUMNS} FROM event WHERE number = 22",
                "event 23: it is not as it was recorded",
            ),
            (
                f"INSERT OR REPLACE INTO event SELECT 15, {COLUMNS} FROM event WHERE number = 16",
                "event 15: it is not as it was recorded",
            ),
        ],
        ids=["update", "update-line", "delete", "reorder", "insert", "replace"],
    )
    def test_is_found_out_past_the_guards(self, anchored, sql, found):
        path, _ = anchored
        drops = ";".join(f"DROP TRIGGER {guard}" for guard in GUARDS)
        done = sqlite3_command(path, f"{drops};{sql}")
        assert done.returncode == 0, done.stderr
        shown = call("journal", "verify", path, check=1).stdout
        assert found in shown, shown
        with pytest.raises(pb.JournalError, match=r"event \d+|lines with a number below 0"):
            pb.load(path)

    def test_is_found_out_by_the_anchor_if_it_truncates_and_puts_the_guards_back(self, anchored):
        path, anchor = anchored
        guards = sqlite3_command(
            path, "SELECT sql || ';' FROM sqlite_schema WHERE name LIKE 'event_is_%'"
        ).stdout
        drops = ";".join(f"DROP TRIGGER {guard}" for guard in GUARDS)
        done = sqlite3_command(path, f"{drops};DELETE FROM event WHERE number > 20;{guards}")
        assert done.returncode == 0, done.stderr
        # Without the anchor nothing can tell.
        assert "as they were recorded" in call("journal", "verify", path).stdout
        shown = call("journal", "verify", path, "--anchor", anchor, check=1).stdout
        assert "the anchor knows 22 events, and there are 20" in shown


# Together -----------------------------------------------------------------------------------------

EVENTS = 200 * LONG

#: Records tasks in a process of its own.
WRITER = """
import sys
import probity as pb
path, name, events = sys.argv[1:]
with pb.Journal.open(path) as journal:
    for i in range(int(events)):
        task = pb.Task(f"{name}-{i}", name, owner="tax")
        journal.record(lambda p: p.propose_task(task, on="2026-03-02", by=name))
"""


class Strangers:
    """Others who look into the file meanwhile, as nobody should and somebody will: with another
    SQLite and by reading its bytes, in this process.

    Reading the bytes drops the locks of that other SQLite, which may then see a commit half done;
    that is no matter of the journal.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.ended = threading.Event()
        self.looks = 0
        self.threads = [threading.Thread(target=each) for each in (self.query, self.read)]

    def query(self) -> None:
        while not self.ended.is_set():
            stranger = sqlite3.connect(self.path, timeout=30)
            with contextlib.suppress(sqlite3.DatabaseError):
                stranger.execute("SELECT count(*), max(number) FROM event").fetchone()
            stranger.close()
            self.looks += 1

    def read(self) -> None:
        while not self.ended.is_set():
            with open(self.path, "rb") as file:
                assert file.read(15) == b"SQLite format 3"
            self.looks += 1

    def __enter__(self) -> Strangers:
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        for thread in self.threads:
            thread.join()


def check_all_there(path: Path, before: int, writers: int) -> None:
    with pb.Journal.open(path) as journal:
        p = journal.programme
        assert len(p.history) == before + writers * EVENTS
        names = {f"w{w}-{i}" for w in range(writers) for i in range(EVENTS)}
        assert names <= {task.id for task in p.tasks}
        assert journal.verify().is_whole
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("writers", [2, 4, 8])
class TestWritersTogether:
    def test_lose_nothing_as_threads(self, path, writers):
        before = pb.Journal.open(path).head.number
        failed: list[Exception] = []

        def write(name: str) -> None:
            with pb.Journal.open(path) as journal:
                for i in range(EVENTS):
                    journal.record(lambda p, i=i: propose(p, f"{name}-{i}"))

        with Strangers(path) as strangers, ThreadPoolExecutor(writers) as pool:
            for result in [pool.submit(write, f"w{w}") for w in range(writers)]:
                if (error := result.exception()) is not None:
                    failed.append(error)
        assert failed == [] and strangers.looks > 0
        check_all_there(path, before, writers)

    def test_lose_nothing_as_processes(self, path, writers):
        before = pb.Journal.open(path).head.number
        with Strangers(path) as strangers, pb.Journal.open(path, read_only=True) as reader:
            running = [
                subprocess.Popen(
                    [sys.executable, "-c", WRITER, str(path), f"w{w}", str(EVENTS)],
                    env=environment(),
                )
                for w in range(writers)
            ]
            seen = before
            while any(each.poll() is None for each in running):
                # Readers never fail, and never see less than before.
                assert reader.head.number >= seen
                seen = reader.head.number
        assert [each.returncode for each in running] == [0] * writers
        assert strangers.looks > 0
        check_all_there(path, before, writers)
