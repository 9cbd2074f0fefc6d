"""What others wrote steers nothing that shows it: terminals, pages, messages, spreadsheets."""

import csv
import io
import json
import os
import pty
import stat
import subprocess
import sys
import unicodedata

import pytest

import probity as pb
from command_line import call, environment
from probity.display.html import escape
from probity.tables.csv import csv_bytes
from probity.text import printed
from small_office import document, founding, said, words

#: C1 controls, next line, separators, overrides, isolates and marks of direction.
STEERING = "\x80\x85\x9b\x9f\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069"
TITLE = f"Report{STEERING}31m"


def office():
    p = founding()
    return p.apply(
        p.propose_task(pb.Task("T-1", TITLE), **said("2026-01-05", by=f"te{STEERING}am"))
    )


def steers(text: str) -> list[str]:
    return [c for c in text if c in STEERING or unicodedata.category(c) in ("Zl", "Zp")]


def test_each_character_stands_as_its_number():
    assert printed("a\x9bb") == "a\\u009bb"
    assert printed("\u202e\u2028\x1b\x7f") == "\\u202e\\u2028\\x1b\\u007f"
    kept = "청렴 주간\t\n🙂 é\u200d\ufeff"
    assert printed(kept) == kept


def test_the_ranges_are_those_of_the_library():
    from probity._core import _steering_characters

    codes = {code for first, last in _steering_characters() for code in range(first, last + 1)}
    unicode_has = {
        code
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in ("Cc", "Zl", "Zp")
        or unicodedata.bidirectional(chr(code))
        in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    }
    assert codes == unicode_has | {0x61C, 0x200E, 0x200F}


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("json", [(), ("--json",)])
def test_the_command_line_prints_none(tmp_path, lang, json):
    office().save(tmp_path / "office.jsonl")
    for question in (
        ("status", "--task", "T-1"),
        ("status", "--brief"),
        ("status", "--by", "kind"),
    ):
        out = call(
            question[0], tmp_path / "office.jsonl", *question[1:], "--on", "2026-02-01",
            "--lang", lang, *json, check=None,
        ).stdout  # fmt: skip
        assert steers(out) == []
        if question[-1] != "kind":
            assert "\\u202e" in out


def test_json_holds_the_very_title(tmp_path):
    import json

    office().save(tmp_path / "office.jsonl")
    out = call(
        "status", tmp_path / "office.jsonl", "--task", "T-1", "--on", "2026-02-01", "--json"
    ).stdout
    assert json.loads(out)["title"]["en"] == TITLE


def test_errors_print_none(tmp_path):
    with pytest.raises(pb.ProbityError, match="is not a part of a rule") as error:
        pb.Rule(f"FREQ=DAILY;{STEERING}")
    assert steers(str(error.value)) == []
    with pytest.raises(pb.ProbityError, match="there is no task '") as error:
        office().task(TITLE)
    assert steers(str(error.value)) == []
    with pytest.raises(pb.DocumentError, match="No such file") as error:
        pb.load(tmp_path / f"no{STEERING}file.json")
    assert steers(str(error.value)) == []
    result = call("status", tmp_path / f"no{STEERING}file", check=3)
    assert steers(result.stderr) == []


def test_reprs_and_pages_print_none():
    p = office()
    view = p.view(on="2026-02-01")
    task, brief = p.task("T-1"), view.brief()
    for shown in (
        repr(task), repr(task.title), repr(p.history[0]), str(p.history[0]), task._repr_html_(),
        brief._repr_html_(), brief.html_text(lang="ko"), p.tasks._repr_html_(), escape(TITLE),
        repr(pb.Programme.parse(json.dumps({**document(), "title": words(TITLE)}))),
    ):  # fmt: skip
        assert steers(shown) == []


def test_calendar_files_hold_none():
    p = founding()
    p = p.apply(p.establish_council(pb.Council("council", "Council"), **said("2026-01-05")))
    council = p.council("council")
    title = f"A{STEERING}B"
    p = p.apply(council.plan_meeting("2026-03-18", title=title, **said("2026-01-06")))
    text = p.calendar(2026).ics_text(stamp="2026-01-06T00:00:00Z")
    assert steers(text) == []
    assert len(text.splitlines()) == text.count("\r\n")


# Spreadsheets -------------------------------------------------------------------------------------

FORMULAS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)",
    " =1+1", "\t=1+1", "\u3000=1+1", "\xa0＝1+1", "\ufeff=1+1", "\u200b-1", "\n=1", "\r=1", "\t1",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_no_spreadsheet_runs_a_text(text):
    title = next(
        column for column in pb.Table([pb.Task("T-1", "x")]).columns() if column.name == "title"
    )
    data = csv_bytes([title], [pb.Task("T-1", text)], "en").decode("utf-8-sig")
    cell = list(csv.reader(io.StringIO(data, newline="")))[1][0]
    assert cell == "'" + unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["T-1 = done", "청렴 + 소통", " done", "'=1", "1-2", "a＝b"])
def test_other_texts_stay(text):
    title = next(
        column for column in pb.Table([pb.Task("T-1", "x")]).columns() if column.name == "title"
    )
    data = csv_bytes([title], [pb.Task("T-1", text)], "en").decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(data, newline="")))[1][0] == text


def test_no_table_steers_a_terminal(tmp_path):
    office().save(tmp_path / "office.jsonl")
    words = ["export", tmp_path / "office.jsonl", "--csv", "-", "--table", "tasks"]
    assert TITLE in call(*words).stdout  # files and pipes have the very title
    reading, terminal = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "probity", *map(str, words)],
        stdout=terminal, env=environment(), check=True,
    )  # fmt: skip
    os.close(terminal)
    shown = os.read(reading, 10_000).decode()
    os.close(reading)
    assert "Report\\u0080" in shown and steers(shown) == []


# Evidence -----------------------------------------------------------------------------------------


def test_evidence_is_a_regular_file(tmp_path):
    pipe, folder = tmp_path / "pipe", tmp_path / "folder"
    os.mkfifo(pipe)
    folder.mkdir()
    for path, kind in ((pipe, "a pipe"), (folder, "a directory"), ("/dev/zero", "a device")):
        with pytest.raises(pb.DocumentError, match=f"is {kind}; evidence is a regular file"):
            pb.Evidence.of(path)
    link = tmp_path / "link.pdf"
    (tmp_path / "minutes.pdf").write_bytes(b"minutes")
    link.symlink_to(tmp_path / "minutes.pdf")
    assert pb.Evidence.of(link).sha256 == pb.Evidence.of(tmp_path / "minutes.pdf").sha256
    with pytest.raises(pb.DocumentError, match="cannot be read: No such file"):
        pb.Evidence.of(tmp_path / "none.pdf")


def test_evidence_is_of_bounded_size(tmp_path):
    large = tmp_path / "large.zip"
    with large.open("wb") as file:
        file.truncate(2**30 + 1)
    assert stat.S_ISREG(large.stat().st_mode)
    with pytest.raises(pb.DocumentError, match=r"at most 1073741824 bytes \(1 GiB\)"):
        pb.Evidence.of(large)
