"""How notebooks show programmes and their parts, in the language that is asked for."""

import re

import pytest

import probity as pb
from browser import has_nothing_for_axe, reports_of
from test_display import Shown as Parsed

SONGPA = pb.examples.songpa(illustrative=True)
YONGSAN = pb.examples.yongsan(illustrative=True)
VIEW = SONGPA.view(on="2026-12-01")
COUNCIL = YONGSAN.council("integrity-council")

#: A value of each class, and words of it in Korean and English.
VALUES = {
    "programme": (
        SONGPA,
        "청렴주간: 매월 셋째 주",
        "Integrity Week: " + SONGPA.observances[0].rules[-1].describe("en"),
    ),
    "institution": (SONGPA.institution, "감사담당관", "Audit Office"),
    "council": (COUNCIL, "청렴회의체", "Integrity Council"),
    "meeting": (COUNCIL.meetings[-1], "정기회의", "Regular meeting"),
    "observance": (SONGPA.observance("integrity-day"), "청렴데이", "Integrity Day"),
    "view": (VIEW, "2026. 12. 1.", "2026-12-01"),
    "brief": (VIEW.brief(), "수의계약 내역 매월 공개", "Publish negotiated contracts every month"),
    "history": (SONGPA.history, "과제 제안", "Task proposed"),
    "agenda": (SONGPA.calendar(2026), "근무일", "Working days"),
    "table": (SONGPA.tasks, "담당부서", "Owner"),
    "verdict": (VIEW.quota("integrity-weeks"), "회 중", " of 12 in "),
    "task": (SONGPA.task("T-07"), "기한", "Due"),
    "dates": (pb.DateSet(["2026-03-18"]), "2026년 3월", "March 2026"),
    "paper": (COUNCIL.meetings[0].paper("report"), "결과 보고", "report on the outcome"),
}
HANGUL = re.compile("[가-힣]")


@pytest.mark.parametrize("name", VALUES)
def test_a_value_shows_in_the_language_asked_for(name):
    value, korean, english = VALUES[name]
    assert korean in Parsed(pb.show(value, "ko")).text
    assert english in Parsed(pb.show(value, lang="en")).text
    assert english in Parsed(value).text
    assert repr(pb.show(value, "ko")) == repr(value)


def test_nothing_korean_is_left_in_english_and_nothing_english_in_korean():
    """But for names that there are in one language alone, ids and links."""
    english = Parsed(pb.show(VIEW.brief(), "en")).text
    assert not HANGUL.search(english)
    korean = Parsed(pb.show(SONGPA, "ko")).text
    assert not re.search("(?i)records|number|events|meetings", korean)


def test_showing_in_korean_changes_nothing_else():
    before = VIEW.brief()._repr_html_()
    pb.show(VIEW.brief(), "ko")._repr_html_()
    assert VIEW.brief()._repr_html_() == before


@pytest.mark.parametrize("name", VALUES)
def test_rules_of_style_are_of_their_fragment_alone(name):
    """Each begins with the class of the fragment; classes within have a prefix."""
    html = pb.show(VALUES[name][0], "ko")._repr_html_()
    (scope,) = set(re.findall(r'<div class="(probity-[0-9a-f]{8})"', html))
    (style,) = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    for rule in re.findall(r"([^{}]+)\{", style):
        for selector in rule.split(","):
            assert selector.strip().startswith(f".{scope} "), selector
    classes = {each for names in re.findall('class="([^"]*)"', html) for each in names.split()}
    assert all(each == scope or each.startswith("pb-") for each in classes)


def test_what_cannot_be_shown_is_refused():
    with pytest.raises(TypeError, match="a date by its repr alone"):
        pb.show(__import__("datetime").date(2026, 3, 18))
    with pytest.raises(pb.ProbityError, match='"fr"'):
        pb.show(SONGPA, "fr")


@pytest.mark.parametrize("name", ["programme", "institution", "council", "meeting", "view"])
def test_reprs_are_plain(name):
    assert re.fullmatch(r"<?\w+[ (].*", repr(VALUES[name][0]), re.DOTALL)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """All values in one page, in both languages, as a notebook has its outputs."""
    page = tmp_path_factory.mktemp("shown") / "shown.html"
    outputs = [
        f"<h2>{name} {lang}</h2>{pb.show(value, lang)._repr_html_()}"
        for name, (value, _, _) in VALUES.items()
        for lang in ("ko", "en")
    ]
    head = '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Shown</title></head>'
    body = f'<body><main class="page"><h1>Shown</h1>{"".join(outputs)}</main></body></html>'
    page.write_text(head + body, encoding="utf-8")
    return reports_of([page])["shown"]


def test_in_the_browser(report):
    assert has_nothing_for_axe(report)
    assert report["requests"] == []
