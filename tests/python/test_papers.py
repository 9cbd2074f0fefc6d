"""Papers: those of a meeting, the brief and the planner, as pages and as documents of Word."""

import shutil
import subprocess
import zipfile

import pytest

import probity as pb
from browser import has_nothing_for_axe, reports_of

docx = pytest.importorskip("docx")
pypdf = pytest.importorskip("pypdf")

ON = {"on": "2026-01-05", "by": "kim"}
#: The post, its unit and its role.
SEATS = {
    "mayor": ("구청장", "", "chair"),
    "audit": ("감사담당관", "audit", "secretary"),
    "finance": ("재무과장", "finance", "member"),
    "tax": ("세무과장", "tax", "member"),
    "law": ("법무과장", "law", "member"),
}
LANGUAGES = ("ko", "en")
KINDS = ("plan", "notice", "minutes", "report")
POSTS = ["청렴팀장", "감사담당관", "구청장"]


def office():
    """An office whose council of five decides with a quorum of more than half of them."""
    p = pb.Programme.new("mapo", ("마포구", "Mapo-gu"), **ON)
    for unit in ("audit", "finance", "tax", "law"):
        p = p.apply(p.add_unit(pb.Unit(unit, SEATS[unit][0].removesuffix("장")), **ON))
    for seat, (title, unit, _) in SEATS.items():
        p = p.apply(p.add_seat(pb.Seat(seat, title, unit=unit), **ON))
    p = p.apply(p.establish_council(pb.Council("council", ("청렴협의체", "Council")), **ON))
    charter = {"quorum": "more than 1/2", "decision": "more than 1/2", "notice_days": 7}
    p = p.apply(council_of(p).adopt_charter(**charter, **ON))
    for seat, (_, _, role) in SEATS.items():
        p = p.apply(council_of(p).add_member(seat, role, **ON))
    return p


def council_of(p):
    return p.council("council")


def held(present=("mayor", "audit", "finance", "tax")):
    """A meeting that was held, with an item about a task, decided if there was a quorum."""
    p = office()
    p = p.apply(p.propose_task(pb.Task("T-1", "계약 공개", owner="audit", due="2026-09-30"), **ON))
    council = council_of(p)
    said = {"begins": "14:00", "ends": "15:30", "place": "소회의실"}
    p = p.apply(council.plan_meeting("2026-03-20", **said, **ON))

    def meeting():
        return council_of(p).meeting("2026-1")

    p = p.apply(meeting().add_item("1", "계약 공개 점검", "decision", tasks=["T-1"], **ON))
    p = p.apply(meeting().notice(on="2026-03-09", by="kim"))
    p = p.apply(meeting().hold(list(present), on="2026-03-20", by="kim"))
    if meeting().quorum.met:
        votes = {"in_favour": 3, "against": 1}
        p = p.apply(meeting().decide("1", "adopted", **votes, on="2026-03-20", by="kim"))
    return meeting()


def planned():
    p = office()
    p = p.apply(council_of(p).plan_meeting("2026-03-20", begins="14:00", **ON))
    return council_of(p).meeting("2026-1")


def words(path):
    """All texts of a document, in its order: paragraphs and cells."""
    document = docx.Document(path)
    found = []
    for each in document.element.body.iterchildren():
        if each.tag.endswith("}p"):
            found.append("".join(t.text or "" for t in each.iter() if t.tag.endswith("}t")))
        elif each.tag.endswith("}tbl"):
            for cell in each.iter():
                if cell.tag.endswith("}tc"):
                    found.append("".join(t.text or "" for t in cell.iter() if t.tag.endswith("}t")))
    return [each for each in found if each]


# What they say ------------------------------------------------------------------------------------


class TestAMeeting:
    def test_the_plan_says_when_where_who_and_how_many(self):
        said = held().paper("plan").html_text(lang="ko")
        for each in (
            "2026년 제1차 청렴협의체 정기회의 개최 계획",
            "2026. 3. 20.(금) 14:00~15:30",
            "소회의실",
            "재적위원의 1/2 초과(5명 중 3명)",
            "계약 공개 점검",
            "T-1 계약 공개",
        ):
            assert each in said

    def test_notice_is_given_by_a_day_that_leaves_those_of_the_charter(self):
        """Seven clear days before a Friday: the Thursday of the week before."""
        assert "2026. 3. 12.까지(7일 전)" in planned().paper("plan").html_text(lang="ko")

    def test_the_notice_names_the_members_and_asks_them_to_come(self):
        said = planned().paper("notice").html_text(lang="ko")
        assert "수신: 구청장" in said
        assert "청렴협의체 회의를 다음과 같이 개최하오니 참석하여 주시기 바랍니다." in said

    def test_the_minutes_have_attendance_outcomes_votes_and_a_place_to_sign(self, tmp_path):
        held().paper("minutes").to_docx(tmp_path / "m.docx", "ko")
        said = words(tmp_path / "m.docx")
        assert "재적위원 5명 중 4명 출석, 3명 필요: 성원" in said
        row = said.index("법무과장")
        assert said[row + 3] == "불참"
        row = said.index("계약 공개 점검")
        assert said[row + 1 : row + 3] == ["가결", "찬성 3, 반대 1"]
        assert any(each.startswith("구청장") and "서명" in each for each in said)

    def test_a_failed_quorum_is_said_as_such(self):
        meeting = held(present=("mayor", "audit"))
        for kind in ("minutes", "report"):
            said = meeting.paper(kind).html_text(lang="ko")
            assert "재적위원 5명 중 2명 출석, 3명 필요: 정족수 미달" in said
            assert "의사정족수 미달로 안건을 의결하지 못함" in said
        assert "NO QUORUM" in meeting.paper("report").html_text()

    def test_the_report_tells_what_follows(self):
        said = held().paper("report").html_text(lang="ko")
        assert "후속 조치" in said and "2026. 9. 30." in said and "제안" in said

    def test_what_is_not_recorded_is_said_to_be_so_or_left_out(self):
        """Yongsan publishes neither its members nor its quorum, and what is inferred is marked."""
        meeting = pb.examples.yongsan().council("integrity-council").meeting("2025-2")
        said = meeting.paper("report").html_text(lang="ko")
        assert "기록 없음" in said and "추정한 내용" in said
        assert "성원" not in said and "재적위원" not in said

    def test_each_paper_of_its_time(self):
        with pytest.raises(pb.ProbityError, match="2026-1 is planned"):
            planned().paper("minutes")
        with pytest.raises(pb.ProbityError, match="'agenda': not a paper.*plan, notice"):
            planned().paper("agenda")
        p = planned()._programme
        cancelled = p.apply(council_of(p).meeting("2026-1").cancel(**ON, reason="연기"))
        with pytest.raises(pb.ProbityError, match="was cancelled"):
            council_of(cancelled).meeting("2026-1").paper("plan")

    def test_author_department_and_approval(self, tmp_path):
        paper = held().paper("report")
        hand = {"author": "김주무관", "department": ("감사담당관", "Audit"), "approval": POSTS}
        page = paper.html_text(lang="ko", **hand)
        assert "작성: 감사담당관 김주무관" in page and page.count('scope="col">청렴팀장') == 1
        paper.to_docx(tmp_path / "r.docx", "ko", **hand)
        said = words(tmp_path / "r.docx")
        assert said[:4] == ["결재", *POSTS]
        with pytest.raises(pb.ProbityError, match="7 posts; there is room for 6"):
            paper.html_text(approval=["x"] * 7)
        with pytest.raises(TypeError, match="list of posts"):
            paper.html_text(approval="구청장")


def test_the_brief_has_a_space_for_approval_and_says_by_whom_it_is(tmp_path):
    brief = pb.examples.songpa(illustrative=True).view(on="2026-12-01").brief()
    hand = {"author": "김주무관", "department": "감사담당관", "approval": POSTS}
    page = brief.html_text(lang="ko", **hand)
    assert "작성: 감사담당관 김주무관" in page and "결재" in page
    brief.to_docx(tmp_path / "brief.docx", "ko", **hand)
    said = words(tmp_path / "brief.docx")
    assert said[:4] == ["결재", *POSTS]
    # All of it: of the page some lines are left out.
    assert sum(line.title.korean in " ".join(said) for line in brief.done) == len(brief.done)


def test_tasks_that_fall_due_and_a_failed_quorum_stand_in_the_brief():
    meeting = held(present=("mayor", "audit"))
    p = meeting._programme
    brief = p.view(on="2026-09-10").brief()
    assert [(line.id, str(line.date)) for line in brief.coming if line.record == "task"] == [
        ("T-1", "2026-09-30")
    ]
    assert not p.view(on="2026-09-01").brief().coming
    (line,) = (each for each in brief.decisions if each.record == "meeting")
    assert line.what.korean == "의사정족수 미달로 의결하지 못함(위원 5명 중 2명 출석, 3명 필요)"
    assert "정족수 미달" in brief.html_text(lang="ko")
    # Until the council meets with one.
    p = p.apply(council_of(p).plan_meeting("2026-10-16", on="2026-09-11", by="kim"))
    second = council_of(p).meeting("2026-2")
    p = p.apply(second.notice(on="2026-09-14", by="kim"))
    second = council_of(p).meeting("2026-2")
    p = p.apply(second.hold(["mayor", "audit", "tax"], on="2026-10-16", by="kim"))
    assert not [e for e in p.view(on="2026-10-20").brief().decisions if e.record == "meeting"]


def test_the_planner_as_a_document_has_every_line(tmp_path):
    agenda = pb.examples.songpa(illustrative=True).calendar(2026)
    agenda.to_docx(tmp_path / "planner.docx", "ko")
    said = " ".join(words(tmp_path / "planner.docx"))
    for entry in agenda:
        if entry.has_own_days and entry.kind != "week":
            assert entry.title.korean in said
    assert "자치법규 부패영향평가 강화 (정책법무과)" in said


# The files ----------------------------------------------------------------------------------------


def every(folder):
    """A document of each kind in each language, by its name."""
    meeting = held()
    brief = pb.examples.songpa(illustrative=True).view(on="2026-12-01").brief()
    agenda = pb.examples.songpa(illustrative=True).calendar(2026)
    for lang in LANGUAGES:
        for kind in KINDS:
            meeting.paper(kind).to_docx(folder / f"{kind}-{lang}.docx", lang, approval=POSTS)
        brief.to_docx(folder / f"brief-{lang}.docx", lang, approval=POSTS)
        agenda.to_docx(folder / f"planner-{lang}.docx", lang)
    return sorted(folder.glob("*.docx"))


def test_the_same_paper_gives_the_same_bytes(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for one, other in zip(every(tmp_path / "a"), every(tmp_path / "b"), strict=True):
        assert one.read_bytes() == other.read_bytes()
        with zipfile.ZipFile(one) as parts:
            assert parts.testzip() is None
            assert {part.date_time[0] for part in parts.infolist()} == {1980}


def test_heads_of_tables_repeat_on_each_page(tmp_path):
    held().paper("minutes").to_docx(tmp_path / "m.docx", "ko")
    with zipfile.ZipFile(tmp_path / "m.docx") as parts:
        assert parts.read("word/document.xml").count(b"<w:tblHeader/>") == 2


@pytest.mark.skipif(shutil.which("lowriter") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_them(tmp_path):
    paths = every(tmp_path)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)
    for path in paths:
        pdf = pypdf.PdfReader(path.with_suffix(".pdf"))
        text = "".join(page.extract_text() for page in pdf.pages)
        title = docx.Document(path).core_properties.title
        assert "".join(title.split()) in "".join(text.split())


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    for lang in LANGUAGES:
        for kind in KINDS:
            held().paper(kind).to_html(folder / f"{kind}-{lang}.html", lang, approval=POSTS)
    return reports_of(sorted(folder.glob("*.html")))


@pytest.mark.parametrize("name", [f"{kind}-{lang}" for kind in KINDS for lang in LANGUAGES])
def test_pages_in_the_browser(reports, name):
    report = reports[name]
    assert has_nothing_for_axe(report)
    assert report["cut"] == report["outside"] == report["covered"] == report["requests"] == []
    assert report["narrow"] <= 420


def test_without_python_docx_the_extra_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(ImportError, match=r"pip install probity\[docx\]"):
        held().paper("minutes").to_docx(tmp_path / "m.docx")
    assert not (tmp_path / "m.docx").exists()
