"""Texts in two languages, of which one may be missing."""

import copy
import pickle

import pytest

import probity as pb
from probity import Text


def test_is_a_str_in_english_with_the_korean_beside_it():
    title = Text("청렴주간", "Integrity Week")
    assert title == "Integrity Week" and isinstance(title, str)
    assert f"{title:>15}" == " Integrity Week"
    assert (title.korean, title.english) == ("청렴주간", "Integrity Week")
    assert (title.to("ko"), title.to("en")) == ("청렴주간", "Integrity Week")
    assert hash(title) == hash("Integrity Week")


def test_differs_where_either_language_does():
    assert Text("청렴데이", "Day") != Text("기념일", "Day")
    assert Text("청렴데이", "Day") == Text("청렴데이", "Day")


def test_one_language_stands_for_both():
    assert Text("청렴주간").to("en") == "청렴주간"
    assert Text("", "Week").to("ko") == "Week"
    assert not Text("")


def test_knows_the_words_that_were_given():
    assert Text("청렴주간").given == {"ko": "청렴주간"}
    assert Text(english="Week").given == {"en": "Week"}
    assert Text("청렴주간", "Integrity Week").given == {"ko": "청렴주간", "en": "Integrity Week"}
    assert Text("").given == Text.plain("").given == {}
    assert Text("청렴") != Text("청렴", "청렴") != Text.plain("청렴")
    assert Text.of({"ko": "청렴주간"}) == Text("청렴주간")


def test_a_plain_text_has_no_language():
    assert Text.plain("마포구").to("ko") == Text.plain("마포구").to("en") == "마포구"
    assert pb.Unit("tax", "세무과").title == Text.plain("세무과")
    assert pb.Unit("tax", ("세무과", "")).title == Text("세무과")


@pytest.mark.parametrize(
    "text", [Text("청렴주간"), Text(english="Week"), Text.plain("Mapo"), Text("가", "a"), Text()]
)
def test_a_record_keeps_a_text_as_it_was_given(text):
    unit = pb.Unit("tax", text)
    for copied in (unit, pickle.loads(pickle.dumps(unit)), copy.deepcopy(unit)):
        assert copied.title == text and copied.title.given == text.given
    assert eval(repr(text)) == text and pickle.loads(pickle.dumps(text)) == text


def korean_office():
    """An office that writes Korean only, some of it without saying so."""
    p = pb.Programme.new("mapo", Text("마포구"), on="2026-01-02", by="kim")
    said = {"on": "2026-01-05", "by": "kim"}
    p = p.apply(p.add_unit(pb.Unit("audit", "감사담당관"), **said))
    p = p.apply(
        p.propose_task(pb.Task("T-1", Text("계약 점검"), owner="audit", due="2026-06-30"), **said)
    )
    rule = {"begin": "2026-01-05", "rule": {"week": 3, "convention": "ISO"}}
    return p.apply(
        p.add_observance("week", title=Text("청렴주간"), kind="week", rules=[rule], **said)
    )


class TestAnOfficeThatWritesKoreanOnly:
    def test_its_document_has_what_was_given(self):
        lines = korean_office().to_json_lines().replace(" ", "")
        assert '"title":{"ko":"마포구"}' in lines
        assert '"title":"감사담당관"' in lines
        assert '"title":{"ko":"계약점검"}' in lines

    def test_its_document_is_read_and_written_as_it_was(self):
        lines = korean_office().to_json_lines()
        again = pb.Programme.parse(lines)
        assert again == korean_office()
        assert again.to_json_lines() == lines

    @pytest.mark.parametrize("lang", ["ko", "en"])
    def test_nothing_is_empty_in_either_language(self, lang, tmp_path):
        p = korean_office()
        assert p.title.to(lang) == "마포구"
        assert p.institution.units[0].title.to(lang) == "감사담당관"
        agenda = p.calendar(2026)
        page = agenda.html_text(lang=lang)
        assert "청렴주간" in page and "()" not in page
        assert "청렴주간" in agenda.ics_text(lang=lang, stamp="2026-01-05T00:00:00Z")
        brief = p.view(on="2026-12-01").brief().html_text(lang=lang)
        assert "계약 점검" in brief and "감사담당관" in brief and "()" not in brief
        p.tasks.to_csv(tmp_path / "tasks.csv", lang)
        assert "계약 점검" in (tmp_path / "tasks.csv").read_text("utf-8-sig")

    def test_a_journal_has_what_was_given(self, tmp_path):
        with pb.Journal.create(tmp_path / "mapo.probity", korean_office()) as journal:
            for id, title in (
                ("a", Text.plain("가")),
                ("b", Text("나")),
                ("c", Text(english="C")),
                ("d", Text("라", "D")),
            ):
                unit = pb.Unit(id, title)
                journal.record(lambda p, unit=unit: p.add_unit(unit, on="2026-02-02", by="kim"))
            recorded = journal.programme
            journal.export_jsonl(tmp_path / "mapo.jsonl")
        again = pb.load(tmp_path / "mapo.probity")
        assert again == recorded == pb.load(tmp_path / "mapo.jsonl")
        given = [each.title.given for each in again.institution.units[-4:]]
        assert given == [{}, {"ko": "나"}, {"en": "C"}, {"ko": "라", "en": "D"}]
        assert pb.verify(tmp_path / "mapo.probity").is_whole
        pb.Journal.import_jsonl(tmp_path / "mapo.jsonl", tmp_path / "b.probity").close()
        with pb.Journal.open(tmp_path / "b.probity") as journal:
            journal.export_jsonl(tmp_path / "b.jsonl")
        assert (tmp_path / "b.jsonl").read_bytes() == (tmp_path / "mapo.jsonl").read_bytes()

    def test_a_text_needs_one_language(self):
        with pytest.raises(pb.ProbityError, match="needed in one language at least"):
            pb.Programme.new("mapo", "", on="2026-01-02", by="kim")
        lines = korean_office().to_json_lines().replace('{"ko":"마포구"}', "{}")
        with pytest.raises(pb.DocumentError, match="title: the text has no words"):
            pb.Programme.parse(lines)


def test_is_a_value():
    title = Text("청렴주간", "Integrity Week")
    for copied in (eval(repr(title)), pickle.loads(pickle.dumps(title)), copy.deepcopy(title)):
        assert copied == title and copied.korean == title.korean


def test_the_states_of_tasks_that_are_done():
    from typing import get_args

    from probity.types import TaskState
    from probity.words import DONE, DROPPED

    assert {*DONE, *DROPPED} < set(get_args(TaskState))
    office = pb.examples.songpa(illustrative=True)
    for on in ("2025-06-30", "2026-06-30", "2026-12-31"):
        then = office.as_of(effective=on)
        (whole,) = then.view(on=on).progress()
        assert whole.done == sum(task.state in DONE for task in then.tasks)
        assert whole.total == sum(task.state not in DROPPED for task in then.tasks)
