"""Papers as documents of Hangul (HWPX): they say what those of Word say, and are whole."""

import warnings
import zipfile
from xml.etree import ElementTree

import pytest

import probity as pb
from prompt_office import at_noon, probity, refused
from test_papers import KINDS, LANGUAGES, POSTS, held, words

hwpx = pytest.importorskip("hwpx")
PARAGRAPH = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


@pytest.fixture(autouse=True)
def nothing_that_goes_with_the_next_version():
    with warnings.catch_warnings():
        warnings.simplefilter("error", DeprecationWarning)
        yield


def every(folder, kind_of_file="hwpx"):
    """A document of each kind in each language."""
    brief = pb.examples.songpa(illustrative=True).view(on="2026-12-01").brief()
    agenda = pb.examples.songpa(illustrative=True).calendar(2026)
    for lang in LANGUAGES:
        made = {kind: (held().paper(kind), {"approval": POSTS}) for kind in KINDS}
        made |= {"brief": (brief, {"approval": POSTS}), "planner": (agenda, {})}
        for name, (paper, hand) in made.items():
            save = getattr(paper, f"to_{kind_of_file}")
            save(folder / f"{name}-{lang}.{kind_of_file}", lang, **hand)
    return sorted(folder.glob(f"*.{kind_of_file}"))


def section(path):
    """The text of a document as XML, read without the library that wrote it."""
    with zipfile.ZipFile(path) as parts:
        return ElementTree.fromstring(parts.read("Contents/section0.xml"))


def said_in(path):
    """All texts of a document, of paragraphs and cells, in its order."""
    texts = (each.text or "" for each in section(path).iter(f"{PARAGRAPH}t"))
    return [text.removeprefix("ㅇ ") for text in texts if text]


def test_they_say_what_the_documents_of_word_say(tmp_path):
    for ours, of_word in zip(every(tmp_path), every(tmp_path, "docx"), strict=True):
        assert sorted(said_in(ours)) == sorted(words(of_word)), ours.name


def test_their_parts_are_as_the_format_has_them(tmp_path):
    from hwpx import HwpxDocument, validate_editor_open_safety
    from hwpx.tools.package_validator import validate_package

    for path in every(tmp_path):
        assert not HwpxDocument.open(path).validate().issues
        assert [each for each in validate_package(path).issues if each.level != "warning"] == []
        assert validate_editor_open_safety(path).ok
        with zipfile.ZipFile(path) as parts:
            first = parts.infolist()[0]
            assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
            assert parts.read("mimetype") == b"application/hwp+zip"


def test_the_same_paper_gives_the_same_bytes(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for one, other in zip(every(tmp_path / "a"), every(tmp_path / "b"), strict=True):
        assert one.read_bytes() == other.read_bytes()
        with zipfile.ZipFile(one) as parts:
            assert {part.date_time[0] for part in parts.infolist()} == {1980}


def test_heads_of_tables_repeat_where_a_table_goes_on_over_pages(tmp_path):
    pb.examples.songpa(illustrative=True).calendar(2026).to_hwpx(tmp_path / "p.hwpx", "ko")
    tables = list(section(tmp_path / "p.hwpx").iter(f"{PARAGRAPH}tbl"))
    assert len(tables) >= 4
    for table in tables:
        assert (table.get("repeatHeader"), table.get("pageBreak")) == ("1", "CELL")
        assert table.find(f"{PARAGRAPH}pos").get("treatAsChar") == "0"
        # As wide as the text: 170 mm of a page of 210.
        width = int(table.find(f"{PARAGRAPH}sz").get("width")) * 25.4 / 7200
        assert width == pytest.approx(170, abs=0.5)


def test_the_space_for_approval_has_a_post_to_each_column(tmp_path):
    held().paper("plan").to_hwpx(tmp_path / "p.hwpx", "ko", approval=["팀장", "구청장"])
    first = next(section(tmp_path / "p.hwpx").iter(f"{PARAGRAPH}tbl"))
    assert [each.text for each in first.iter(f"{PARAGRAPH}t") if each.text] == [
        "결재",
        "팀장",
        "구청장",
    ]


def test_at_the_prompt(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    at_noon(monkeypatch)
    probity("probity export songpa --year 2026 --hwpx year.hwpx --lang ko")
    assert "청렴주간(근무일 수)" in said_in("year.hwpx")
    on = "--on 2026-12-01"
    line = (
        f"probity status songpa-illustrative --brief {on} --hwpx b.hwpx --approval 구청장 --lang ko"
    )
    assert "b.hwpx: 2026-12-01" in probity(line, check=1).stderr
    assert "구청장" in said_in("b.hwpx")
    assert "--brief" in refused(f"probity status songpa {on} --hwpx b.hwpx", check=2)


def test_without_python_hwpx_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "hwpx", None)
    with pytest.raises(ImportError, match=r"pip install probity\[hwpx\]"):
        held().paper("minutes").to_hwpx(tmp_path / "m.hwpx")
    assert not (tmp_path / "m.hwpx").exists()
