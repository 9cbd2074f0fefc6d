"""The planner's page: what it says, and what a browser makes of it."""

import datetime
import pickle
from html.parser import HTMLParser
from pathlib import Path

import pytest

import crowded_office
import office
import probity as pb
from browser import has_nothing_for_axe, in_broad_letters, in_grey, is_one_sheet, reports_of
from probity.pages.document import PAPERS

pypdf = pytest.importorskip("pypdf")

NAMES = ("songpa", "yongsan")
YEARS = (2025, 2026, 2027)
LANGUAGES = ("ko", "en")
#: More than a page has room for, one of them with a title in both languages.
TASKS = [
    ("2026-04-30", pb.Text("민원 안내문 정비", "Revise the notice on complaints")),
    *(
        (f"2026-{month:02}-{day:02}", "인허가 절차 안내 강화")
        for month in range(1, 13)
        for day in (7, 28)
    ),
]

OTHER_PAPERS = sorted(PAPERS.keys() - {"A4"})


def agenda(name: str, year: int) -> pb.Agenda:
    return getattr(pb.examples, name)().calendar(year)


#: The pages that the keyboard walks through: holidays, weeks, Days, meetings and tasks.
WALKED = ("songpa-2026-ko", "office-en", "tasks-ko", "illustrative-en")


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> dict[str, dict]:
    folder = tmp_path_factory.mktemp("pages")
    for name in NAMES:
        for year in YEARS:
            for lang in LANGUAGES:
                agenda(name, year).to_html(folder / f"{name}-{year}-{lang}.html", lang)
    for paper in OTHER_PAPERS:
        agenda("songpa", 2026).to_html(folder / f"paper-{paper}.html", "ko", paper)
    made_up = office.agenda(folder)
    for lang in LANGUAGES:
        agenda("songpa", 2026).to_html(folder / f"tasks-{lang}.html", lang, tasks=TASKS)
        made_up.to_html(folder / f"office-{lang}.html", lang, tasks=TASKS)
        crowded_office.programme().calendar(2026).to_html(folder / f"crowded-{lang}.html", lang)
        illustrative(2026).to_html(folder / f"illustrative-{lang}.html", lang)
        grey = in_grey(illustrative(2026).html_text(lang=lang))
        (folder / f"grey-{lang}.html").write_text(grey, encoding="utf-8")
        broad = in_broad_letters(illustrative(2026).html_text(lang=lang))
        (folder / f"broad-{lang}.html").write_text(broad, encoding="utf-8")
    walked = [folder / f"{name}.html" for name in WALKED]
    return reports_of(sorted(folder.glob("*.html")), walked)


def illustrative(year: int) -> pb.Agenda:
    return pb.examples.songpa(illustrative=True).calendar(year)


PLANNERS = [f"{name}-{year}-{lang}" for name in NAMES for year in YEARS for lang in LANGUAGES]
PAGES = [
    *PLANNERS,
    *(f"paper-{paper}" for paper in OTHER_PAPERS),
    *(
        f"{name}-{lang}"
        for name in ("tasks", "office", "crowded", "illustrative", "grey", "broad")
        for lang in LANGUAGES
    ),
]


# In the browser -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_prints_on_one_page(reports, name):
    sheet = PAPERS[name.removeprefix("paper-") if name.startswith("paper") else "A4"]
    assert is_one_sheet(reports[name], sheet.long, sheet.short)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off(reports, name):
    assert reports[name]["cut"] == []
    assert reports[name]["outside"] == []
    assert reports[name]["covered"] == []


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(reports, name):
    assert has_nothing_for_axe(reports[name])


@pytest.mark.parametrize("name", PAGES)
def test_needs_no_other_file(reports, name):
    assert reports[name]["requests"] == []


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_lines(reports, name):
    assert reports[name]["deadLinks"] == []


@pytest.mark.parametrize("name", WALKED)
def test_the_keyboard_reaches_all_that_hovering_tells(reports, name):
    report = reports[name]
    assert len(report["stops"]) == report["links"] > 12
    assert {each["tip"] for each in report["holidays"]} <= {
        stop["tip"].strip('"').replace('\\"', '"') for stop in report["stops"]
    }
    for stop in report["stops"]:
        assert stop["outline"] == "solid"
        assert stop["tip"] not in ("none", '""')


@pytest.mark.parametrize("name", PLANNERS)
def test_holidays_are_told_from_other_days_without_colour(reports, name):
    for holiday in reports[name]["holidays"]:
        assert holiday["line"] == "underline" and int(holiday["weight"]) >= 700
        red, green, blue = (int(part) for part in holiday["colour"][4:-1].split(","))
        assert red > 150 and green < 60 and blue < 60


@pytest.mark.parametrize("name", PLANNERS)
def test_narrow_windows_do_not_scroll_sideways(reports, name):
    assert reports[name]["narrow"] <= 420


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_page_says(reports, kr, lang):
    text = " ".join(reports[f"songpa-2026-{lang}"]["text"].split())
    for holiday in kr.holidays("2026-01-01", "2027-01-01"):
        assert (holiday.name if lang == "ko" else holiday.name_en) in text
    if lang == "ko":
        said = [
            "2026년 송파구 청렴 프로그램",
            "3. 1.(일) 3ㆍ1절",
            "2. 16. ~ 2. 22. 2일 짧은 주",
            "3. 18.(수) ★ 청렴데이",
            "청렴주간(음영)",
            "송파구 발표",
        ]
    else:
        said = [
            "Songpa-gu integrity programme, 2026",
            "Sun 1 Mar Independence Movement Day",
            "16-22 Feb 2 short",
            "Wed 18 Mar ★ Integrity Day",
            "Integrity Week (shaded)",
        ]
    for each in said:
        assert each in text


def test_the_printed_text_has_hangul(reports):
    pdf = pypdf.PdfReader(Path(reports["songpa-2026-ko"]["path"]).with_suffix(".pdf"))
    text = "".join(each for each in pdf.pages[0].extract_text() if each.isalnum())
    for each in ("송파구청렴프로그램", "청렴주간", "부처님오신날", "12월"):
        assert each in text


def test_meetings_without_a_date_are_listed(reports):
    text = reports["yongsan-2025-ko"]["text"]
    assert "청렴회의체 제1차 정기회의(연 3회), 개최됨, 날짜 알 수 없음" in text
    assert "청렴회의체 제3차 정기회의(연 3회), 날짜 기록 없음" in text


def test_a_meeting_has_its_hours_and_place(reports):
    text = " ".join(reports["office-ko"]["text"].split())
    assert "5. 5.(화) ■ 15:20-16:30" in text and "(@회의실)" in text
    assert "★ =HYPERLINK" in text and "규칙상 3. 18." in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tasks_due(reports, lang):
    report = reports[f"tasks-{lang}"]
    title = TASKS[0][1].to(lang)
    assert report["text"].count("▲ ") - 1 == len(TASKS)  # one in the legend
    assert title in report["text"]
    assert any(title in tip for tip in report["tips"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_no_room_is_counted(reports, lang):
    """Of each list a few lines are shown, and the months mark all of its days."""
    text = reports[f"crowded-{lang}"]["text"]
    tasks = [task for task in crowded_office.programme().tasks if task.due]
    for mark, done in (("▲", False), ("△", True)):
        due = [task for task in tasks if (task.state == "verified") == done]
        listed = text.count(f"{mark} ") - 1
        assert 3 <= listed < len(due)
        more = len(due) - listed
        assert (f"외 {more}건" if lang == "ko" else f"and {more} more") in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_programme_brings_its_tasks(reports, lang):
    """Of the illustrative year the ones done stand apart in words, and the page says what it is."""
    text = reports[f"illustrative-{lang}"]["text"]
    said = {
        "ko": [
            "과제 기한",
            "완료한 과제(기한 순)",
            "▲ 자치법규 부패영향평가 강화",
            "예시: 설명을 위하여",
        ],
        "en": ["Tasks due", "Tasks done, by their due dates", "Illustrative: made up"],
    }
    for each in said[lang]:
        assert each in text


def test_a_published_programme_is_not_marked_as_made_up():
    for lang, mark in (("ko", "예시"), ("en", "llustrative")):
        body = agenda("songpa", 2026).html_text(lang=lang).partition("</style>")[2]
        assert mark not in body


def test_tasks_of_ones_own():
    """Records and pairs may stand beside one another; what is not due in the year is not shown."""
    songpa = agenda("songpa", 2026)
    own = [
        pb.Task("A", "In the year", due="2026-05-29"),
        pb.Task("B", "Later", due="2027-05-28"),
        pb.Task("C", "Some day"),
        ("2026-06-30", "A pair"),
    ]
    page = songpa.html_text(tasks=own)
    assert "In the year" in page and "A pair" in page
    assert "Later" not in page and "Some day" not in page
    year = illustrative(2026)
    assert "▲" in year.html_text()
    for page in (year.html_text(tasks=()), year.select(kind="week").html_text()):
        assert "▲" not in page and "△" not in page


def test_tasks_that_were_dropped_are_not_due():
    p = pb.examples.songpa(illustrative=True)
    dropped = [task for task in p.tasks if task.state in ("rejected", "withdrawn", "superseded")]
    assert dropped
    page = p.calendar(2026).html_text(lang="ko")
    assert not any(f" {task.title.to('ko')}<" in page for task in dropped)


def test_a_meeting_that_was_moved_has_both_dates(reports):
    text = " ".join(reports["illustrative-ko"]["text"].split())
    assert "3. 19.(목) ★ 청렴데이 (규칙상 3. 18.)" in text
    assert "제3차 정기회의(연 4회) (대회의실(예시)) (규칙상 9. 21.)" in text


def test_hostile_titles_are_text(reports):
    for lang in LANGUAGES:
        assert office.HOSTILE in reports[f"office-{lang}"]["title"]


# The text -----------------------------------------------------------------------------------------


class Months(HTMLParser):
    """The rows of each month's table, and the elements of the page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.months: list[list[list[str]]] = []
        self.cells: list[dict[str, str]] = []
        self.names: set[str] = set()
        self.lang = ""
        self.in_cell = False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.names.add(tag)
        if tag == "html":
            self.lang = dict(attributes)["lang"]
        elif tag == "table":
            self.months.append([])
        elif tag == "tr":
            self.months[-1].append([])
        elif tag == "td":
            self.in_cell = True
            self.months[-1][-1].append("")
            self.cells.append(dict(attributes))

    def handle_endtag(self, tag):
        self.in_cell = self.in_cell and tag != "td"

    def handle_data(self, data):
        if self.in_cell and data.isdigit():
            self.months[-1][-1][-1] = data


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_the_year_once_and_in_its_column(year):
    months = Months(agenda("songpa", year).html_text()).months
    assert len(months) == 12
    found = []
    for month, rows in enumerate(months, start=1):
        for row in rows[1:]:
            for weekday, number in enumerate(row[-7:]):
                if number:
                    date = datetime.date(year, month, int(number))
                    assert date.weekday() == weekday
                    found.append(date)
    assert found == list(pb.DateSet.of(pb.Interval(f"{year}-01-01", f"{year + 1}-01-01")))


def test_months_of_six_rows():
    months = Months(agenda("songpa", 2026).html_text()).months
    assert [i for i, rows in enumerate(months, start=1) if len(rows) == 1 + 6] == [3, 8, 11]


def test_shaded_days_are_those_of_the_weeks():
    songpa = agenda("songpa", 2026)
    cells = Months(songpa.html_text()).cells
    shaded = [cell for cell in cells if "in-week" in cell.get("class", "").split()]
    assert len(shaded) == 12 * 7
    short = [cell for cell in cells if "short" in cell.get("class", "").split()]
    assert len(short) == 7


def test_holidays_name_their_article_on_hover():
    page = agenda("songpa", 2026).html_text(lang="ko")
    assert 'title="3ㆍ1절, 「관공서의 공휴일에 관한 규정」 제2조제2호' in page


def test_nothing_but_text_comes_of_hostile_titles(tmp_path):
    page = Months(office.agenda(tmp_path).html_text(tasks=[("2026-05-01", office.HOSTILE)]))
    assert "script" not in page.names


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_its_language(lang):
    assert Months(agenda("yongsan", 2026).html_text(lang=lang)).lang == lang


@pytest.mark.parametrize("name", NAMES)
def test_the_korean_page_is_within_cp949(name):
    agenda(name, 2026).html_text(lang="ko").encode("cp949")


def test_the_file_is_the_text(tmp_path):
    songpa = agenda("songpa", 2026)
    songpa.to_html(tmp_path / "a.html", "ko", tasks=TASKS)
    assert (tmp_path / "a.html").read_text("utf-8") == songpa.html_text(lang="ko", tasks=TASKS)


def test_an_agenda_that_was_pickled_has_its_tasks():
    year = illustrative(2026)
    assert pickle.loads(pickle.dumps(year)).html_text() == year.html_text()


def test_refusals(tmp_path):
    songpa = agenda("songpa", 2026)
    path = tmp_path / "x.html"
    with pytest.raises(pb.ProbityError, match="A5.*A4, A3, Letter"):
        songpa.to_html(path, paper="A5")
    with pytest.raises(pb.ProbityError, match="2027-01-01: the planner shows 2026-01-01"):
        songpa.to_html(path, tasks=[("2027-01-01", "late")])
    with pytest.raises(pb.ProbityError, match="'T-01' is neither a Task nor a pair"):
        songpa.to_html(path, tasks=["T-01"])
    with pytest.raises(pb.ProbityError, match='language "fr"'):
        songpa.to_html(path, lang="fr")
    assert not path.exists()
    with pytest.raises(pb.DocumentError, match=r"cannot write '.*x\.html': No such file"):
        songpa.to_html(tmp_path / "missing" / "x.html")
