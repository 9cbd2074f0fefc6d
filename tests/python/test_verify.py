"""What was recorded stays readable, and tampering is seen, whatever was done to a file's form."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import probity as pb
from documents import sealed
from probity.types import EventKind
from small_office import said, worked_office

HISTORIES = Path(__file__).parents[1] / "data/histories"
#: The histories as version 0.1 wrote them, with the digests that were kept of them.
ANCHORS = {
    "songpa.json": "103fee895d7a2fc70bbd03b6bff63feeb0fc60a46328706afadd3c5793b3942a",
    "yongsan.json": "bc24ff05f0ca4a7d008acddaf905d6f418053bc4b4b8bfcf1b1d626dfe4633ce",
    "songpa-illustrative.jsonl": "c163a6b482513a6889a562bd7eecaa6d9d4fadc5e3c26bd7eecda4d9b68b2d23",
    "yongsan-illustrative.jsonl": (
        "9dc78a41112b6523e4782d4bfa743f2b16fefe449624d3a5294cbaba63246055"
    ),
    "every-kind.jsonl": "8d72239f08009f522ea44ff4683e8c06b60a164df092bf726a4671d21bd722af",
    "every-kind.json": "8d72239f08009f522ea44ff4683e8c06b60a164df092bf726a4671d21bd722af",
}


def kinds(found: pb.Verification) -> list[str]:
    return [finding.kind for finding in found.findings]


def unsealed(text: str) -> list[dict]:
    lines = [json.loads(line) for line in text.splitlines()]
    for line in lines:
        del line["digest"]
    return lines


class TestOldHistories:
    @pytest.mark.parametrize("name", ANCHORS)
    def test_open_with_their_anchors_and_are_written_as_they_are(self, name):
        path = HISTORIES / name
        programme = pb.load(path)
        assert programme.history_digest == ANCHORS[name]
        text = path.read_text(encoding="utf-8")
        lines = path.suffix == ".jsonl"
        assert (programme.to_json_lines() if lines else programme.to_json()) == text
        found = pb.verify(path, ANCHORS[name])
        assert found.is_whole and found.digest == ANCHORS[name] and found.rules == 1
        assert found.events == len(programme.history)
        assert {event.rules for event in programme.history} <= {1}

    def test_have_every_kind_of_event_of_their_day(self):
        history = pb.load(HISTORIES / "every-kind.jsonl").history
        kinds = EventKind.__args__
        since = kinds[kinds.index("programme.founded") : kinds.index("event.annulled")]
        assert {event.kind for event in history} == set(kinds) - set(since)

    def test_go_on_under_the_rules_of_today(self, tmp_path):
        path = tmp_path / "songpa.jsonl"
        old = (HISTORIES / "songpa-illustrative.jsonl").read_bytes()
        path.write_bytes(old)
        p = pb.load(path)
        later = p.apply(p.declare("projects", 60, 2026, on="2026-12-18", by="team")).save(path)
        text = path.read_bytes()
        assert text.startswith(old)
        (line,) = text[len(old) :].splitlines()
        assert json.loads(line)["rules"] == later.history[-1].rules == 3
        found = pb.verify(path, ANCHORS["songpa-illustrative.jsonl"])
        assert found.is_whole and found.rules == 1 and pb.load(path) == later

    def test_a_new_one_says_by_which_rules_it_was_written(self):
        p = worked_office()
        parts = json.loads(p.to_json())
        fresh = pb.Programme.parse(json.dumps({**parts, "rules": 3, "history": []}))
        event = fresh.declare("projects", 3, 2026, **said("2026-03-02"))
        first, second = fresh.apply(event).to_json_lines().splitlines()
        assert json.loads(first)["rules"] == 3 and "rules" not in json.loads(second)
        assert json.loads(fresh.to_json())["rules"] == 3
        assert list(json.loads(first)) == ["format", "rules", "founding", "digest"]

    @pytest.mark.parametrize("rules", [0, 4, -1, "2", None, 2.5])
    def test_rules_that_are_not_known_are_refused(self, rules):
        document = json.loads((HISTORIES / "songpa.json").read_text(encoding="utf-8"))
        with pytest.raises(pb.DocumentError, match="/rules"):
            pb.Programme.parse(json.dumps({**document, "rules": rules}))

    def test_rules_never_go_back(self):
        lines = unsealed(worked_office().to_json_lines())
        lines[2]["rules"], lines[3]["rules"] = 2, 1
        with pytest.raises(pb.DocumentError, match="never go back"):
            pb.Programme.parse(sealed(lines))


class TestSealedLines:
    """A digest covers the JSON of its line as it was read, never a record serialised again."""

    @pytest.fixture
    def lines(self) -> list[dict]:
        return unsealed(worked_office().to_json_lines())

    def test_a_usual_value_that_is_spelt_out_stays_sealed(self, lines, tmp_path):
        (proposal, *_) = [line for line in lines if line.get("kind") == "task.proposed"]
        proposal["body"]["weight"] = 1
        lines[0]["founding"]["illustrative"] = False
        text = sealed(lines)
        p = pb.Programme.parse(text)
        assert p == worked_office() and p.to_json_lines() == text
        assert p.history_digest in text.splitlines()[-1]
        assert p.history_digest != worked_office().history_digest
        document = p.to_json()
        assert '"weight": 1' in document and '"illustrative": false' in document
        again = pb.Programme.parse(document)
        assert again.to_json() == document and again.to_json_lines() == text
        assert p.as_of("2026-03-01").task("T-1").state == "adopted"
        path = tmp_path / "office.jsonl"
        path.write_text(text, encoding="utf-8")
        later = p.apply(p.task("T-2").start(**said("2026-06-15")))
        later.save(path)
        assert path.read_text(encoding="utf-8").startswith(text.splitlines()[0])
        assert pb.load(path).history_digest == pb.verify(path).digest

    def test_one_that_was_put_in_later_breaks_the_chain(self, lines):
        text = sealed(lines)
        changed = text.replace('"due":"2026-06-30"', '"due":"2026-06-30","weight":1', 1)
        assert changed != text
        with pytest.raises(pb.DocumentError, match="the chain is broken at line"):
            pb.Programme.parse(changed)
        document = json.loads(worked_office().to_json())
        (proposal, *_) = [e for e in document["history"] if e["kind"] == "task.proposed"]
        proposal["body"]["weight"] = 1
        with pytest.raises(pb.DocumentError, match="the chain is broken at event"):
            pb.Programme.parse(json.dumps(document))

    def test_each_changed_line_is_named(self, lines, tmp_path):
        changed = [*sealed(lines).splitlines()]
        changed[3] = changed[3].replace("2026-01-02", "2026-01-03")
        changed[6] = changed[6].replace("team", "kim")
        path = tmp_path / "office.jsonl"
        path.write_text("\n".join(changed) + "\n", encoding="utf-8")
        found = pb.verify(path)
        assert not found.is_whole and not found.is_clear
        texts = [str(finding.text) for finding in found.findings]
        assert [text.partition(":")[0] for text in texts[:2]] == ["line 4", "line 7"]
        assert kinds(found)[:2] == ["chain", "chain"]

    def test_a_missing_end_is_seen_by_its_anchor(self, lines, tmp_path):
        path = tmp_path / "office.jsonl"
        whole = sealed(lines)
        path.write_text(whole, encoding="utf-8")
        anchor = pb.load(path).history_digest
        path.write_text("".join(whole.splitlines(keepends=True)[:-1]), encoding="utf-8")
        assert pb.verify(path).is_whole
        assert "anchor" in kinds(pb.verify(path, anchor)) and not pb.verify(path, anchor).is_whole


#: The lines of a history, of which 0 is its founding document: what was done to them, the findings,
#: and how many events are there.
MOVES: dict[str, tuple[Callable[[list[str]], list[str]], list[str]]] = {
    "one taken out": (
        lambda lines: lines[:3] + lines[4:],
        ["4: event 3, which stood before it, is missing"],
    ),
    "three taken out": (
        lambda lines: lines[:3] + lines[6:],
        ["4: events 3 to 5, which stood before it, are missing"],
    ),
    "the first taken out": (
        lambda lines: lines[:1] + lines[2:],
        ["2: event 1, which stood before it, is missing"],
    ),
    "two in two places": (
        lambda lines: [*lines[:3], *lines[4:6], *lines[7:]],
        [
            "4: event 3, which stood before it, is missing",
            "6: event 6, which stood before it, is missing",
        ],
    ),
    "one doubled": (
        lambda lines: lines[:4] + lines[3:],
        ["5: event 3 stands there again; it is the same as line 4"],
    ),
    "one doubled at the end": (
        lambda lines: [*lines, lines[3]],
        ["19: event 3 stands there again; it is the same as line 4"],
    ),
    "two that follow each other swapped": (
        lambda lines: [*lines[:3], lines[4], lines[3], *lines[5:]],
        ["4: event 4 is not in its place: it was moved"],
    ),
    "the last moved to the beginning": (
        lambda lines: [lines[0], lines[-1], *lines[1:-1]],
        ["2: event 17 is not in its place: it was moved"],
    ),
    "the first moved to the end": (
        lambda lines: [lines[0], *lines[2:], lines[1]],
        ["18: event 1 is not in its place: it was moved"],
    ),
    "one put in beside that of its number": (
        lambda lines: [*lines[:4], lines[3].replace("team", "kim"), *lines[4:]],
        ["5: it has the number 3, as line 4 has, and is not the same"],
    ),
    "one changed, two others swapped": (
        lambda lines: [
            *lines[:3],
            lines[4],
            lines[3],
            *lines[5:8],
            lines[8].replace("team", "kim"),
            *lines[9:],
        ],
        ["4: event 4 is not in its place: it was moved", "9: it is not as it was recorded"],
    ),
}


class TestMovedLines:
    """Lines that were moved, doubled, put in or taken out are named, each once; what stands beside
    them and is as it was recorded is not."""

    @pytest.mark.parametrize("move", MOVES)
    def test_are_found(self, move, tmp_path):
        change, wanted = MOVES[move]
        lines = change(worked_office().to_json_lines().splitlines(keepends=True))
        path = tmp_path / "office.jsonl"
        path.write_text("".join(lines), encoding="utf-8")
        found = pb.verify(path)
        chain = [str(f.text) for f in found.findings if f.kind == "chain"]
        assert len(chain) == len(wanted) and not found.is_whole
        for text, begin in zip(chain, wanted, strict=True):
            assert text.startswith(f"line {begin}")
        assert found.events == len(lines) - 1
        with pytest.raises(pb.DocumentError, match="one was put in, taken out or moved"):
            pb.load(path)

    @pytest.mark.parametrize("move", MOVES)
    def test_of_a_document_too(self, move, tmp_path):
        change, wanted = MOVES[move]
        document = json.loads(worked_office().to_json())
        lines = [json.dumps({}), *map(json.dumps, document["history"])]
        document["history"] = [json.loads(line) for line in change(lines)[1:]]
        path = tmp_path / "office.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        found = pb.verify(path)
        chain = [str(f.text) for f in found.findings if f.kind == "chain"]
        places = [f"event {int(begin.partition(':')[0]) - 1} of the list: " for begin in wanted]
        assert [text[: len(place)] for text, place in zip(chain, places, strict=True)] == places
        with pytest.raises(pb.DocumentError, match="the chain is broken at|is not the number of"):
            pb.load(path)

    def test_of_the_events_before_the_first_of_them_all_else_is_said(self, tmp_path):
        lines = worked_office().to_json_lines().splitlines(keepends=True)
        path = tmp_path / "office.jsonl"
        path.write_text("".join([*lines[:9], *lines[10:]]), encoding="utf-8")
        assert kinds(pb.verify(path)).count("unstamped") == 8

    def test_an_event_that_cannot_follow_is_a_finding(self, lines_of_a_saved_office, tmp_path):
        lines = lines_of_a_saved_office
        lines[5] = lines[5].replace("2026-12-31T", "2020-12-31T")
        path = tmp_path / "office.jsonl"
        path.write_text("".join(lines), encoding="utf-8")
        found = pb.verify(path)
        texts = [str(f.text) for f in found.findings if f.kind == "chain"]
        assert texts[0].startswith("line 6: it is not as it was recorded")
        assert texts[1].startswith("line 6: event 5 is recorded at 2020-12-31T00:00:00Z, before")

    @pytest.fixture
    def lines_of_a_saved_office(self, tmp_path) -> list[str]:
        path = tmp_path / "saved.jsonl"
        worked_office().save(path, clock=lambda: "2026-12-31T00:00:00Z")
        return path.read_text(encoding="utf-8").splitlines(keepends=True)


def each_line(**options) -> Callable[[str], str]:
    """Writes the JSON of each line anew."""
    return lambda text: "".join(
        json.dumps(json.loads(line), **options) + "\n" for line in text.splitlines()
    )


FORMS = {
    "carriage returns": (lambda text: text.replace("\n", "\r\n"), "CRLF"),
    "byte-order mark": (lambda text: "\ufeff" + text, "byte-order mark"),
    "no last end": (lambda text: text.rstrip("\n"), "the last line has no end"),
    "last empty line": (lambda text: text + "\n", "lines are blank"),
    "blank lines": (lambda text: text.replace("\n", "\n \n"), "lines are blank"),
    "other blanks": (each_line(ensure_ascii=False), "other blanks"),
    "escapes": (each_line(separators=(",", ":")), "other blanks"),
    "sorted keys": (each_line(sort_keys=True), "another order"),
    "spread": (each_line(indent=2), "other blanks"),
}


class TestForms:
    """The form of a file may change on its way; what was recorded is read, the form is named."""

    @pytest.mark.parametrize("form", FORMS)
    def test_is_read_and_named(self, form, tmp_path):
        change, words = FORMS[form]
        saved = worked_office().save(tmp_path / "office.jsonl")
        text = saved.to_json_lines()
        path = tmp_path / "changed.jsonl"
        path.write_bytes(change(text).encode())
        assert pb.load(path) == saved and pb.load(path).to_json_lines() == text
        found = pb.verify(path, saved.history_digest)
        assert found.is_whole and found.is_clear and found.digest == saved.history_digest
        forms = [str(f.text) for f in found.findings if f.kind == "form"]
        assert any(words in text for text in forms), forms
        later = saved.apply(saved.task("T-2").start(**said("2026-06-15")))
        later.save(path)
        assert path.read_text(encoding="utf-8").startswith(text)

    @pytest.mark.parametrize("form", ["carriage returns", "byte-order mark", "no last end"])
    def test_of_a_document(self, form, tmp_path):
        saved = worked_office().save(tmp_path / "office.json")
        path = tmp_path / "changed.json"
        path.write_bytes(FORMS[form][0](saved.to_json()).encode())
        assert pb.load(path) == saved and pb.verify(path).is_whole
        document = json.loads(saved.to_json())
        path.write_text(json.dumps(document, sort_keys=True), encoding="utf-8")
        assert pb.load(path) == saved and "form" in kinds(pb.verify(path))

    def test_a_file_that_was_cut_off_is_refused_by_its_line(self, tmp_path):
        text = worked_office().to_json_lines()
        path = tmp_path / "office.jsonl"
        path.write_text(text[:-30], encoding="utf-8")
        last = text.count("\n")
        for read in (pb.load, pb.verify):
            with pytest.raises(pb.DocumentError, match=f"line {last} has no end.*cut off"):
                read(path)

    def test_utf_16_is_named(self, tmp_path):
        path = tmp_path / "office.json"
        path.write_text(worked_office().to_json(), encoding="utf-16")
        with pytest.raises(pb.DocumentError, match="UTF-16"):
            pb.load(path)


class TestFindings:
    def test_back_dated_and_unstamped_events(self, tmp_path):
        path = tmp_path / "office.jsonl"
        path.write_text(worked_office().to_json_lines(), encoding="utf-8")
        found = pb.verify(path)
        assert set(kinds(found)) == {"unstamped"} and found.is_whole and not found.is_clear
        pb.load(path).save(path, clock=lambda: "2026-03-02T00:00:00+09:00")
        found = pb.verify(path)
        assert found.is_clear and set(kinds(found)) == {"backdated"}
        late = {f.event: str(f.text) for f in found.findings}
        (proposed, *_) = [e.number for e in pb.load(path).history if e.kind == "task.adopted"]
        assert "recorded on 2026-03-02, 28 days after" in late[proposed]

    def test_as_a_table(self, tmp_path):
        path = tmp_path / "office.jsonl"
        path.write_text(worked_office().to_json_lines(), encoding="utf-8")
        found = pb.verify(path)
        assert list(found.to_frame()["kind"].unique()) == ["unstamped"]
        assert found.to_frame("ko")["text"][0].endswith("기록 시각이 없습니다. 저장하면 찍힙니다")
        assert "기록 시각이 없습니다" in found.findings[0].text.to("ko")
        assert found == pb.verify(path) and "findings" in repr(found)

    def test_of_what_is_no_programme(self, tmp_path):
        path = tmp_path / "notes.txt"
        path.write_text("notes")
        with pytest.raises(pb.DocumentError, match="notes.txt"):
            pb.verify(path)


def test_odd_lines_are_told_with_the_first_of_them(tmp_path):
    lines = worked_office().to_json_lines().splitlines(keepends=True)
    path = tmp_path / "office.jsonl"

    def told(text: str) -> list[str]:
        path.write_text(text, encoding="utf-8")
        return [str(f.text) for f in pb.verify(path).findings if f.kind == "form"]

    once = [*lines[:2], "\n", *lines[2:]]
    assert told("".join(once)) == ["lines are blank (line 3)"]
    twice = [*lines[:2], "\n", *lines[2:4], "\n", *lines[4:]]
    assert told("".join(twice)) == ["lines are blank (2 lines, the first is line 3)"]
