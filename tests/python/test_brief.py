"""The brief's page for the head: what it says, and what a browser makes of it."""

import re

import pytest

import crowded_office
import office
import probity as pb
from browser import has_nothing_for_axe, in_broad_letters, in_grey, is_one_sheet, reports_of
from documents import council, named, programme
from probity.labels import QUOTA_STATES
from probity.pages.document import PAPERS
from probity.words import phrases
from small_office import founding

LANGUAGES = ("ko", "en")
OTHER_PAPERS = sorted(PAPERS.keys() - {"A4"})


def made_up() -> pb.Brief:
    return pb.examples.songpa(illustrative=True).view(on="2026-12-01").brief()


#: The usual one, the fullest, one of a published programme, and one with nothing to tell.
BRIEFS = {
    "songpa": made_up,
    "crowded": lambda: crowded_office.view().brief(),
    "yongsan": lambda: pb.examples.yongsan().view(on="2026-06-15").brief(),
    "empty": lambda: founding().view(on="2026-03-18").brief(),
}
PAGES = [
    *(f"{name}-{lang}" for name in (*BRIEFS, "grey", "broad") for lang in LANGUAGES),
    *(f"paper-{paper}" for paper in OTHER_PAPERS),
]


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> dict[str, dict]:
    folder = tmp_path_factory.mktemp("briefs")
    for lang in LANGUAGES:
        for name, brief in BRIEFS.items():
            brief().to_html(folder / f"{name}-{lang}.html", lang)
        grey = in_grey(made_up().html_text(lang=lang))
        (folder / f"grey-{lang}.html").write_text(grey, encoding="utf-8")
        broad = in_broad_letters(crowded_office.view().brief().html_text(lang=lang))
        (folder / f"broad-{lang}.html").write_text(broad, encoding="utf-8")
    for paper in OTHER_PAPERS:
        made_up().to_html(folder / f"paper-{paper}.html", "ko", paper)
    pages = sorted(folder.glob("*.html"))
    return reports_of(pages, walked=[page for page in pages if page.stem.startswith("songpa")])


def words(reports: dict, name: str) -> str:
    return " ".join(reports[name]["text"].split())


# In the browser -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_prints_on_one_page(reports, name):
    sheet = PAPERS[name.removeprefix("paper-") if name.startswith("paper") else "A4"]
    assert is_one_sheet(reports[name], sheet.short, sheet.long)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off(reports, name):
    assert reports[name]["cut"] == []
    assert reports[name]["outside"] == []
    assert reports[name]["covered"] == []


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(reports, name):
    """Of the page in grey, too: what is told by a colour has its contrast without it."""
    assert has_nothing_for_axe(reports[name])


@pytest.mark.parametrize("name", PAGES)
def test_needs_no_other_file(reports, name):
    assert reports[name]["requests"] == []
    assert reports[name]["deadLinks"] == []


@pytest.mark.parametrize("name", PAGES)
def test_narrow_windows_do_not_scroll_sideways(reports, name):
    assert reports[name]["narrow"] <= 420


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_keyboard_reaches_the_figures_and_leads_to_their_sections(reports, lang):
    stops = reports[f"songpa-{lang}"]["stops"]
    assert [stop["href"] for stop in stops] == ["#done", "#late", "#decisions", "#coming"]
    assert {stop["outline"] for stop in stops} == {"solid"}


def test_what_the_page_says_in_korean(reports):
    text = words(reports, "songpa-ko")
    for each in (
        "서울특별시 송파구(예시) 예시 송파구 청렴 프로그램(예시) 추진 현황 보고",
        "기준일: 2026. 12. 1.(화)",
        "24 완료(올해 과제 36건) 4 기한 지남 6 결정 필요 3 4주 안의 일정",
        "완료 확인 수의계약 내역 매월 공개 재무과 11. 27. 제출",
        "채택 여부 재난 물품 구매 공동 검수 재난안전과 1. 14. 제안",
        "미달 우려 혁신밴드 협의회 정기회의(예시): 4회 중 2회 감사담당관 12. 22.까지 통지",
        "실시 기록 청렴데이: 1회 중 0회(실시 추정 1회, 기록 0회)",
        "자치법규 부패영향평가 강화 정책법무과 8. 31. 62일",
        "청렴주간 12회 중 11회 정상 진행 12. 20.까지",
        "12. 30.까지(통지 12. 22.까지)",
        "위탁 시설 운영 개선대책 없음",
        "12. 14. 청렴주간",
        "예시: 설명을 위하여 지어낸 자료로서 실제 기록이 아님",
    ):
        assert each in text


def test_what_the_page_says_in_english(reports):
    text = words(reports, "songpa-en")
    for each in (
        "Illustrative Songpa-gu integrity programme (illustrative): brief",
        "As of Tue 1 December 2026",
        "24 done, of 36 tasks of the year 4 late 6 to be decided 3 in the next four weeks",
        "Verification Publish negotiated contracts every month Finance Division handed in 27 Nov",
        "Adoption Joint acceptance of supplies for disasters Disaster Safety Division proposed",
        "At risk Regular meetings of the council of the bands (illustrative): 2 of 4 Audit Office",
        "To be recorded Integrity Days: 0 of 1 (1 presumed, 0 on record)",
        "Publish the steps of building permits Building Division 28 Sep 44",
        "(illustrative) 2 of 4 At risk by 30 Dec (notice by 22 Dec)",
        "Running of entrusted facilities No measure",
        "14 Dec Integrity Week",
    ):
        assert each in text


def missing_quarters(**more: str) -> pb.Programme:
    """A council that is to meet twice a quarter and does not."""
    quota = named("q", subject="meetings", of="council", times=2, per="quarter")[0]
    quota |= {"begin": "2026-01-01", "counts": {}, **more}
    return programme(councils=council(), quotas=[quota])


def decisions_of(brief: pb.Brief, lang: str) -> list[list[str]]:
    page = brief.html_text(lang=lang)
    section = page.partition('id="decisions"')[2].partition("</section>")[0]
    rows = section.partition("<tbody>")[2].split("<tr>")[1:]
    return [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in rows]


def test_what_can_no_longer_be_met_stands_beside_what_still_can():
    brief = missing_quarters().view(on="2026-06-30").brief()
    assert decisions_of(brief, "en") == [
        ["Missed", "q: 0 of 2", "", "ended 31 Mar, past mending"],
        ["Infeasible", "q: 0 of 2", "", ""],
    ]
    assert decisions_of(brief, "ko")[0] == ["미달", "q: 2회 중 0회", "", "3. 31. 종료, 만회 불가"]
    # Of a quota that is in force no more, too.
    (line,) = decisions_of(missing_quarters(end="2026-04-01").view(on="2026-06-30").brief(), "en")
    assert line == ["Missed", "q: 0 of 2", "", "ended 31 Mar, past mending"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_worst_stands_first(reports, lang):
    """Of quotas, too, whatever their order in the programme; what does not fit is named."""
    text = words(reports, f"songpa-{lang}")
    at_risk = QUOTA_STATES["at_risk"].to(lang)
    decision = text.index(at_risk)
    quota = text.index(at_risk, decision + 1)
    assert decision < text.index(phrases("brief", lang)["record"]) < quota
    others = {
        "ko": ("충족 추정", "12회 중 11회 정상 진행"),
        "en": ("and 2 more: integrity-days, integrity-weeks",),
    }
    places = [text.index(each, quota) for each in others[lang]]
    assert places == sorted(places)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_does_not_fit_is_named_and_its_urgent_lines_are_counted(reports, lang):
    text = words(reports, f"crowded-{lang}")
    urgent = {"en": "missed, at risk or late", "ko": "미달·미달 우려·지연"}[lang]
    assert text.count(urgent) == 3
    for ids in ("meetings-3, meetings-4", "late-3, late-4", "area-3, area-4", "done-3, done-4"):
        assert ids in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_of_the_brief_is_shown_or_counted(reports, lang):
    """Of each list of the fullest brief some lines stand on the page, the others in a number."""
    text = reports["crowded-" + lang]["text"]
    brief = crowded_office.view().brief()
    more = [int(each) for each in _numbers_of_more(text, lang)]
    rows = [len(brief.decisions), len(brief.late), crowded_office.MANY]
    rows += [crowded_office.MANY, len(brief.coming), len(brief.done)]
    assert len(more) == len(rows)
    for total, left_out in zip(rows, more, strict=True):
        assert total // 2 < left_out < total


def _numbers_of_more(text: str, lang: str) -> list[str]:
    return re.findall(r"외 (\d+)건" if lang == "ko" else r"and (\d+) more", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_to_tell_is_told(reports, lang):
    none = "해당 없음" if lang == "ko" else "None"
    assert reports[f"empty-{lang}"]["text"].count(none) == 4
    assert not reports[f"empty-{lang}"]["violations"]


def test_a_published_programme_is_not_marked_as_made_up(reports):
    assert "예시" not in reports["yongsan-ko"]["text"]
    assert "llustrative" not in reports["yongsan-en"]["text"]
    assert "계약 개선대책 없음, 담당부서 없음" in words(reports, "yongsan-ko")


# The text -----------------------------------------------------------------------------------------


def test_the_korean_page_is_within_cp949():
    for brief in BRIEFS.values():
        brief().html_text(lang="ko").encode("cp949")


def test_a_year_is_said_where_it_is_another_one():
    p = pb.examples.yongsan(illustrative=True)
    page = p.view(on="2027-02-10").brief().html_text(lang="ko")
    assert "2026. " in page and "기준일: 2027. 2. 10.(수)" in page


def test_nothing_but_text_comes_of_hostile_titles():
    page = crowded_office.view().brief().html_text()
    assert "<script" not in page and page.count("</style>") == 1
    assert office.HOSTILE not in page


def test_a_brief_knows_its_view():
    view = pb.examples.songpa(illustrative=True).view(on="2026-12-01")
    brief = view.brief()
    assert brief.view.on == brief.on == view.on
    assert brief == view.brief() and hash(brief) == hash(view.brief())


def test_the_file_is_the_text(tmp_path):
    made_up().to_html(tmp_path / "brief.html", "ko")
    assert (tmp_path / "brief.html").read_text("utf-8") == made_up().html_text(lang="ko")


def test_refusals(tmp_path):
    with pytest.raises(pb.ProbityError, match="A5.*A4, A3, Letter"):
        made_up().to_html(tmp_path / "x.html", paper="A5")
    with pytest.raises(pb.ProbityError, match='language "fr"'):
        made_up().to_html(tmp_path / "x.html", lang="fr")
    assert not (tmp_path / "x.html").exists()
    with pytest.raises(pb.DocumentError, match=r"cannot write '.*x\.html': No such file"):
        made_up().to_html(tmp_path / "missing" / "x.html")
