"""Files among colleagues: whoever replaces one keeps whose it is and who may read it."""

from __future__ import annotations

import os
import pwd
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

import probity as pb
from command_line import environment
from small_office import office, said

ROOT_ONLY = pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser gives files away")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    office().save(tmp_path / "office.jsonl")
    return tmp_path / "office.jsonl"


def save_more(path: Path) -> None:
    p = pb.load(path)
    p.apply(p.task("T-1").start(**said("2026-03-02"))).save(path)
    assert pb.load(path).task("T-1").state == "in_progress"


def access_list(user: int) -> bytes:
    """An access list by which a user may read and write beside the owner, as Linux keeps it
    (acl(5), linux/posix_acl_xattr.h)."""
    entries = [(0x01, 6, 0xFFFFFFFF), (0x02, 6, user), (0x04, 4, 0xFFFFFFFF)]
    entries += [(0x10, 6, 0xFFFFFFFF), (0x20, 0, 0xFFFFFFFF)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


class TestWhatIsReplaced:
    def test_keeps_its_mode_and_attributes(self, path):
        path.chmod(0o640)
        os.setxattr(path, "user.classification", "대외비".encode())
        save_more(path)
        assert path.stat().st_mode & 0o7777 == 0o640
        assert os.getxattr(path, "user.classification").decode() == "대외비"

    def test_keeps_its_access_list(self, path):
        acl = access_list(pwd.getpwnam("nobody").pw_uid)
        try:
            os.setxattr(path, "system.posix_acl_access", acl)
        except OSError as error:
            # A file system without access lists has none to be kept.
            assert os.strerror(error.errno) == "Operation not supported"
            return
        save_more(path)
        assert os.getxattr(path, "system.posix_acl_access") == acl

    @ROOT_ONLY
    def test_keeps_its_owner_and_group(self, path):
        nobody = pwd.getpwnam("nobody")
        os.chown(path, nobody.pw_uid, nobody.pw_gid)
        save_more(path)
        assert (path.stat().st_uid, path.stat().st_gid) == (nobody.pw_uid, nobody.pw_gid)

    @ROOT_ONLY
    def test_is_written_in_place_by_who_may_not_give_files_away(self, path):
        path.chmod(0o666)
        path.parent.chmod(0o777)
        before = path.stat()
        nobody = pwd.getpwnam("nobody").pw_uid
        parents = [each for each in path.parents if each.stat().st_uid == 0][:-1]
        modes = [(each, each.stat().st_mode) for each in parents]
        for each, mode in modes:
            each.chmod(mode | 0o055)
        os.seteuid(nobody)
        try:
            save_more(path)
        finally:
            os.seteuid(0)
            for each, mode in modes:
                each.chmod(mode)
        assert (path.stat().st_ino, path.stat().st_uid) == (before.st_ino, before.st_uid)
        assert [each.name for each in path.parent.iterdir()] == [path.name]


class TestNames:
    def test_of_eighty_syllables(self, tmp_path):
        path = tmp_path / ("청" * 80 + ".jsonl")
        office().save(path)
        save_more(path)
        journal = tmp_path / ("렴" * 80 + ".probity")
        office().save(journal)
        save_more(journal)


#: Makes a file to be replaced, and waits to be killed while its copy lies beside it.
WAITS = """
import sys, time
import probity as pb
pb.update(sys.argv[1], lambda p: (print("ready", flush=True), time.sleep(600)))
"""


class TestLeftOvers:
    def test_go_when_the_next_file_is_written(self, path):
        left = path.with_name(".probity-4711-0.part")
        left.write_bytes(b"half of it")
        other = path.with_name(".probity-notes.txt")
        other.write_bytes(b"somebody's own")
        save_more(path)
        assert not left.exists() and other.exists()

    def test_of_one_who_is_still_at_it_stay(self, path):
        import fcntl

        left = path.with_name(".probity-4711-0.part")
        with left.open("wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            save_more(path)
            assert left.exists()
        p = pb.load(path)
        p.apply(p.task("T-2").start(**said("2026-03-02"))).save(path)
        assert not left.exists()

    def test_a_killed_writer_leaves_the_file_as_it_was(self, path):
        before = path.read_bytes()
        with subprocess.Popen(
            [sys.executable, "-c", WAITS, str(path)], stdout=subprocess.PIPE, env=environment()
        ) as writer:
            assert writer.stdout is not None and writer.stdout.readline() == b"ready\n"
            writer.send_signal(signal.SIGKILL)
        assert path.read_bytes() == before
        save_more(path)
        assert [each.name for each in path.parent.iterdir()] == [path.name]


class TestAPrivateFile:
    def test_has_a_private_copy(self, path, monkeypatch):
        path.chmod(0o600)
        seen: set[int] = set()
        ended = False

        def look() -> None:
            while not ended:
                for each in path.parent.glob(".probity-*.part"):
                    try:
                        seen.add(each.stat().st_mode & 0o077)
                    except FileNotFoundError:
                        continue
                time.sleep(0)

        import threading

        watcher = threading.Thread(target=look)
        watcher.start()
        p = pb.load(path)
        for i in range(20):
            p = p.apply(p.propose_task(pb.Task(f"N-{i}", "n", owner="tax"), **said("2026-03-02")))
            p = p.save(path)
        ended = True
        watcher.join()
        assert seen <= {0} and path.stat().st_mode & 0o777 == 0o600
