"""Recording at the command line: stamps, locks, files that stay, and verifying."""

import datetime
import json
import os
import subprocess
import sys

import pytest

import probity as pb
from command_line import answer, call, csv_rows, environment
from probity.cli import exporting, importing
from small_office import office

NOON = datetime.datetime(2027, 6, 1, 3, tzinfo=datetime.UTC)  # noon in Seoul
BY = ("--by", "integrity-team")


@pytest.fixture(autouse=True)
def at_noon(monkeypatch):
    monkeypatch.setattr(importing, "now", lambda: NOON)
    monkeypatch.setattr(exporting, "now", lambda: NOON)


def week(n: int) -> tuple[str, str]:
    """The third Monday of a month and the Monday after, a date on which the week was kept."""
    first = pb.nth_week(3, start="2023-03-01").nth(n).begin
    return first.isoformat(), (first + datetime.timedelta(days=7)).isoformat()


def record(programme, out, n=0, *options, **others):
    words = ["record", programme, "integrity-week", *week(n), "--out", out, *BY, *options]
    return call(*words, **others)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "songpa.jsonl"
    record("songpa", path)
    return path


class TestStamps:
    def test_are_by_the_clock_whatever_the_day_it_is_true(self, tmp_path):
        out = tmp_path / "songpa.jsonl"
        said = record("songpa", out, 0, "--on", "2023-03-20")
        (event,) = pb.load(out).history
        assert event.recorded == NOON and event.effective.isoformat() == "2023-03-20"
        assert "true from 2023-03-20, recorded on 2027-06-01, 1534 days later" in said.stdout
        korean = record(out, out, 1, "--on", "2027-05-31", "--lang", "ko").stdout
        assert "소급 기록: 효력일 2027. 5. 31., 기록일 2027. 6. 1.(하루 뒤)" in korean

    def test_what_is_true_from_today_is_not_back_dated(self, tmp_path):
        out = tmp_path / "songpa.jsonl"
        assert "Back-dated" not in record("songpa", out, 0, "--on", "2027-06-01").output

    def test_in_json(self, tmp_path):
        words = ["record", "songpa", "integrity-week", *week(0), "--on", "2027-05-30", *BY]
        said = answer(*words, "--out", tmp_path / "a.json")
        assert said["backdated"] == 2 and said["recorded"].startswith("2027-06-01T03:00")

    def test_of_what_is_imported(self, tmp_path):
        (tmp_path / "tasks.csv").write_text("id,title,due\nT-40,Training,2026-03-18\n")
        out = tmp_path / "later.jsonl"
        words = ["import", "songpa", "--tasks", tmp_path / "tasks.csv", "--on", "2026-03-02", *BY]
        assert "true from 2026-03-02, recorded on 2027-06-01" in call(*words, "--out", out).stdout
        assert [event.recorded for event in pb.load(out).history] == [NOON]
        assert call(*words, "--check").stdout.count("\n") == 1

    def test_never_run_backwards(self, file, monkeypatch):
        monkeypatch.setattr(importing, "now", lambda: NOON - datetime.timedelta(days=400))
        record(file, file, 1)
        assert [event.recorded for event in pb.load(file).history] == [NOON, NOON]


class TestFilesThatHaveEventsOfTheirOwn:
    def test_stay(self, file, tmp_path):
        text = file.read_bytes()
        (tmp_path / "tasks.csv").write_text("id,title\nT-40,Training\n")
        for words in (
            ["record", "songpa", "integrity-week", *week(1), "--out", file, *BY],
            ["record", "songpa-illustrative", "integrity-week", *week(40), "--out", file, *BY],
            ["import", "songpa", "--tasks", tmp_path / "tasks.csv", "--out", file, *BY],
            ["import", "yongsan", "--tasks", tmp_path / "tasks.csv", "--out", file, *BY],
            ["export", "songpa", "--jsonl", file],
            ["export", "yongsan", "--json", file],
            ["export", "songpa", "--csv", file],
            ["export", "songpa", "--html", file, "--year", "2026"],
            ["export", "songpa", "--ics", file, "--year", "2026"],
        ):
            error = call(*words, check=3).stderr
            assert file.name in error and file.read_bytes() == text, words

    def test_are_kept_beside_where_they_are_replaced(self, file):
        text = file.read_bytes()
        said = call("export", "yongsan", "--jsonl", file, "--replace")
        kept = file.with_name("songpa.replaced-1.jsonl")
        assert str(kept) in said.stderr and kept.read_bytes() == text
        assert pb.load(file) == pb.examples.yongsan()
        record("songpa", file, 1, "--replace")
        assert pb.load(file.with_name("songpa.replaced-2.jsonl")) == pb.examples.yongsan()

    def test_go_on_from_their_own(self, file):
        record(file, file, 1)
        record(file, file.with_suffix(".json"), 2)
        assert len(pb.load(file).history) == 2
        assert len(pb.load(file.with_suffix(".json")).history) == 3

    def test_are_known_by_their_path_though_a_colleague_puts_a_new_file_there(
        self, file, monkeypatch
    ):
        def meanwhile(*_):
            monkeypatch.undo()
            record(file, file, 2)
            return False

        monkeypatch.setattr(os.path, "samefile", meanwhile)
        record(file, file, 1)
        assert len(pb.load(file).history) == 2

    def test_are_named_as_what_to_go_on_from(self, file):
        hint = "To go on from what it has, give it as PROGRAMME"
        assert hint in record("songpa", file, 1, check=3).stderr
        other = record("songpa-illustrative", file, 40, check=3).stderr
        assert "holds the programme" in other and hint not in other

    def test_no_programme_at_all(self, tmp_path):
        notes = tmp_path / "notes.txt"
        notes.write_text("to do")
        assert "no programme" in record("songpa", notes, check=3).stderr
        assert notes.read_text() == "to do"


PROCESSES, EVENTS = 8, 200

WORKER = """
import sys
from probity.cli import cli
file, *words = sys.argv[1:]
for word in words:
    nominal, observed = word.split(":")
    cli.main(["record", file, "integrity-week", nominal, observed, "--out", file, "--by", "team"],
             standalone_mode=False)
"""


def test_eight_processes_lose_nothing(tmp_path):
    """Two hundred events by eight processes that run the command line on one file at once."""
    path = tmp_path / "office.jsonl"
    pb.examples.songpa().save(path)
    weeks = [week(n) for n in range(EVENTS)]
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, str(path), *map(":".join, weeks[i::PROCESSES])],
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for i in range(PROCESSES)
    ]
    for process in processes:
        _, errors = process.communicate()
        assert process.returncode == 0, errors.decode()
    later = pb.load(path)
    assert len(later.history) == EVENTS
    said = {e.body.nominal.isoformat() for e in later.history}
    assert said == {nominal for nominal, _ in weeks}
    stamps = [event.recorded for event in later.history]
    assert stamps == sorted(stamps)
    assert os.listdir(tmp_path) == [path.name] and pb.verify(path).is_whole


class TestVerify:
    def test_a_file_that_is_whole(self, file):
        said = call("verify", file)
        assert "1 events, as they were recorded" in said.stdout
        assert pb.load(file).history_digest in said.stdout
        anchor = answer("verify", file)["digest"]
        assert call("verify", file, "--anchor", anchor).exit_code == 0
        assert "기록된 그대로임" in call("verify", file, "--lang", "ko").stdout

    def test_one_that_was_changed(self, file):
        anchor = answer("verify", file)["digest"]
        whole = file.read_text(encoding="utf-8")
        file.write_text(whole.replace("integrity-team", "somebody"), encoding="utf-8")
        said = call("verify", file, check=1).stdout
        assert "NOT as they were recorded" in said and "line 2" in said
        assert call("status", file, "--on", "2027-06-02", check=3).exit_code == 3
        file.write_text(whole.splitlines()[0] + "\n", encoding="utf-8")
        call("verify", file)
        found = answer("verify", file, "--anchor", anchor, check=1)
        assert [each["kind"] for each in found["findings"]] == ["anchor"]

    def test_what_was_recorded_late_is_no_fault(self, tmp_path):
        out = tmp_path / "songpa.jsonl"
        record("songpa", out, 0, "--on", "2027-05-01")
        found = answer("verify", out)
        assert [each["kind"] for each in found["findings"]] == ["backdated"]
        assert csv_rows("verify", out)[1][:2] == ["1", "Back-dated"]

    def test_what_has_no_stamp(self, tmp_path):
        path = tmp_path / "office.jsonl"
        path.write_text(office().to_json_lines(), encoding="utf-8")
        rows = csv_rows("verify", path, check=1)
        assert len(rows) == 1 + len(office().history)

    def test_what_is_no_programme(self, tmp_path):
        path = tmp_path / "notes.txt"
        path.write_text("notes")
        assert "notes.txt" in call("verify", path, check=3).stderr
        call("verify", tmp_path / "none.jsonl", check=3)
        call("verify", check=2)
        path.write_text(json.dumps({"format": "probity-programme/9"}))
        call("verify", path, check=3)
