"""What is promised of files holds for an ordinary user: the superuser, as whom machines test, may
write everything and give every file away."""

from __future__ import annotations

import os
import pwd
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import probity as pb
from command_line import environment
from small_office import office, said
from test_file_writer import access_list

SUPERUSER = os.geteuid() == 0
NOBODY = pwd.getpwnam("nobody")
USER = NOBODY.pw_uid if SUPERUSER else os.geteuid()


def as_user(work: Callable[[], None]) -> None:
    """Does something in a process of its own, as an ordinary user for good if the tests run as the
    superuser."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            if SUPERUSER:
                os.setgroups([])
                os.setgid(NOBODY.pw_gid)
                os.setuid(NOBODY.pw_uid)
                with pytest.raises(PermissionError):
                    os.setuid(0)
            work()
            status = 0
        except BaseException:
            os.write(writing, traceback.format_exc().encode()[-4000:])
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8", errors="replace") as said_by_child:
        report = said_by_child.read()
    assert os.waitpid(child, 0)[1] == 0, report


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of the user, in one through which everybody may go."""
    with tempfile.TemporaryDirectory() as name:
        if SUPERUSER:
            os.chown(name, USER, NOBODY.pw_gid)
        yield Path(name)


def start(path: Path, task: str = "T-1") -> None:
    """Records in a file that a task was started."""
    p = pb.load(path)
    p.apply(p.task(task).start(**said("2026-03-02"))).save(path)
    assert pb.load(path).task(task).state == "in_progress"


def given(path: Path) -> tuple[int, int, int, dict[str, bytes]]:
    """Whose a file is, and what may be done with it."""
    status = path.stat()
    attributes = {name: os.getxattr(path, name) for name in sorted(os.listxattr(path))}
    return status.st_uid, status.st_gid, status.st_mode, attributes


def set_access(path: Path, user: int) -> None:
    """Gives a file an access list and an attribute, as far as its file system has them."""
    for name, value in (
        ("system.posix_acl_access", access_list(user)),
        ("user.classification", "대외비".encode()),
    ):
        try:
            os.setxattr(path, name, value)
        except OSError as error:
            assert os.strerror(error.errno) == "Operation not supported"


@pytest.mark.parametrize("name", ["office.jsonl", "office.json", "office.probity"])
class TestAFile:
    def test_of_ones_own_keeps_its_access_list_and_attributes(self, folder, name):
        def work() -> None:
            path = folder / name
            office().save(path)
            path.chmod(0o640)
            set_access(path, pwd.getpwnam("daemon").pw_uid)
            before = given(path)
            start(path)
            assert given(path) == before and before[0] == os.getuid()
            assert [each.name for each in folder.iterdir()] == [name]

        as_user(work)

    def test_of_another_keeps_them_too(self, folder, name):
        path = folder / name
        office().save(path)
        path.chmod(0o640)
        set_access(path, USER)
        if not os.listxattr(path):
            path.chmod(0o666)  # A file system without access lists.
        before = given(path)
        as_user(lambda: start(path))
        assert given(path) == before and before[0] == os.geteuid()
        assert [each.name for each in folder.iterdir()] == [name]

    def test_in_a_group_of_ones_own_stays_in_it(self, folder, name):
        path = folder / name
        office().save(path)
        path.chmod(0o660)
        if SUPERUSER:
            os.chown(path, 0, NOBODY.pw_gid)
        before = given(path)
        as_user(lambda: start(path))
        assert given(path) == before

    def test_that_is_protected_stays(self, folder, name):
        path = folder / name
        saved = office().save(path)
        path.chmod(0o444)
        before = path.read_bytes()

        def work() -> None:
            assert pb.load(path) == saved
            with pytest.raises(pb.ProbityError, match="Permission denied|for reading only"):
                start(path)

        as_user(work)
        assert path.read_bytes() == before
        assert [each.name for each in folder.iterdir()] == [name]

    def test_in_a_folder_that_may_not_be_written_to_is_refused_as_a_whole(self, folder, name):
        path = folder / name
        saved = office().save(path)
        if SUPERUSER:
            os.chown(path, USER, NOBODY.pw_gid)
        before = path.read_bytes()

        def work() -> None:
            folder.chmod(0o555)
            with pytest.raises(pb.ProbityError, match="Permission denied|for reading only"):
                start(path)
            assert pb.load(path) == saved and pb.verify(path).is_whole
            folder.chmod(0o755)

        as_user(work)
        assert path.read_bytes() == before
        assert [each.name for each in folder.iterdir()] == [name]

    def test_of_eighty_syllables(self, folder, name):
        def work() -> None:
            path = folder / ("청" * 80 + Path(name).suffix)
            office().save(path)
            start(path)
            assert [each.name for each in folder.iterdir()] == [path.name]

        as_user(work)

    def test_is_made_where_a_dangling_link_leads(self, folder, name):
        def work() -> None:
            link = folder / ("link" + Path(name).suffix)
            (folder / "shared").mkdir()
            link.symlink_to(Path("shared") / name)
            office().save(link)
            start(link)
            assert link.is_symlink()
            assert [each.name for each in (folder / "shared").iterdir()] == [name]

        as_user(work)

    def test_is_not_made_where_a_link_leads_out_of_reach(self, folder, name):
        def work() -> None:
            (folder / "closed").mkdir()
            (folder / "closed").chmod(0o555)
            link = folder / ("link" + Path(name).suffix)
            link.symlink_to(Path("closed") / name)
            with pytest.raises(pb.ProbityError, match=r"Permission denied|unable to open"):
                office().save(link)
            assert link.is_symlink() and list((folder / "closed").iterdir()) == []
            assert sorted(each.name for each in folder.iterdir()) == ["closed", link.name]

        as_user(work)

    def test_is_not_made_where_links_go_round(self, folder, name):
        def work() -> None:
            one, other = folder / name, folder / ("other" + Path(name).suffix)
            one.symlink_to(other.name)
            other.symlink_to(one.name)
            with pytest.raises(pb.ProbityError, match="Too many levels of symbolic links"):
                office().save(one)
            assert one.is_symlink() and other.is_symlink()

        as_user(work)


class TestReadOnlyMedia:
    #: Opens a journal on a file system that is mounted for reading only, and says what it has.
    READS = """
import sys
import probity as pb
with pb.Journal.open(sys.argv[1]) as journal:
    assert journal.verify(journal.anchor()).is_whole
    assert len(journal.log()) == journal.head.number
    assert journal.sql("SELECT count(*) AS n FROM tasks") == [{"n": 2}]
    try:
        journal.record(lambda p: p.task("T-1").start(on="2026-03-02", by="team"))
    except pb.JournalError as error:
        assert "for reading only" in str(error) and "Nothing was recorded" in str(error), error
    else:
        raise AssertionError("it was written to")
    print(journal.head.number)
"""

    def test_are_read_by_a_user_and_never_written_to(self, folder):
        path = folder / "office.probity"
        pb.Journal.create(path, office()).close()
        path.chmod(0o444)
        folder.chmod(0o555)

        def work() -> None:
            sys.argv = ["reads", str(path)]
            exec(self.READS, {})

        as_user(work)

    def test_that_are_mounted_for_reading_are_read(self, folder):
        path = folder / "office.probity"
        pb.Journal.create(path, office()).close()
        folder.chmod(0o755)
        mounted = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
        mounts = 'mount --bind -o ro "$1" "$1" && mount -o remount,bind,ro "$1"'
        if shutil.which("unshare") is None:
            return
        if subprocess.run([*mounted, mounts, "sh", folder], capture_output=True).returncode != 0:
            return  # No file system is mounted here by who may not mount one everywhere.
        reads = mounts + ' && exec "$2" -c "$3" "$4"'
        shown = subprocess.run(
            [*mounted, reads, "sh", folder, sys.executable, self.READS, path],
            capture_output=True,
            text=True,
            env=environment(),
        )
        assert shown.returncode == 0, shown.stderr
        assert int(shown.stdout) == len(office().history)


class TestWithoutThreads:
    def test_a_long_journal_is_read_and_rules_are_expanded(self, folder):
        path = folder / "office.probity"
        p = office()
        tasks = [pb.Task(f"N-{i}", "n", owner="tax") for i in range(9000)]
        with pb.Journal.create(path, p) as journal:
            journal.append([p.propose_task(task, **said("2026-03-02")) for task in tasks])
        path.chmod(0o644)

        def work() -> None:
            resource.setrlimit(resource.RLIMIT_NPROC, (1, 1))
            with pytest.raises(RuntimeError, match="can't start new thread"):
                threading.Thread(target=print).start()
            with pb.Journal.open(path) as journal:
                assert len(journal.programme.tasks) == 9002 and journal.verify().is_whole
            offsets, dates = pb.expand(
                ["FREQ=DAILY"] * 1000, "2026-01-01", "2026-01-01", "2027-01-01", threads=4
            )
            assert len(offsets) == 1001 and len(dates) == 365_000

        as_user(work)
