"""Pictures: what they show, and that Hangul has a font; those of the documents are drawn so."""

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import office
import probity as pb
from probity.plot import style
from probity.text import Text

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")

from matplotlib import font_manager  # noqa: E402
from matplotlib import pyplot as plt  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402
from matplotlib.testing.compare import compare_images  # noqa: E402
from PIL import Image  # noqa: E402

plot = pb.plot
DOCS = Path(__file__).parents[2] / "docs"
sys.path.insert(0, str(DOCS / "pictures"))
import draw  # noqa: E402

BANDS = [
    (Text("제1밴드", "Band 1"), 3, 1, 0),
    (Text("제2밴드", "Band 2"), 0, 2, 2),
    ("<Band 3>", 0, 0, 0),
]
POINTS = [("2026-01-05", 0, 39), ("2026-03-02", 10, 39), ("2026-06-01", 21, 41)]
AREAS = [
    (Text("계약", "Contracts"), 2, Text("재무과", "Finance Division")),
    (Text("세무행정", "Tax administration"), 0, None),
]
ROWS = [
    (Text("청렴교육", "Integrity training"), "2026-03-02", "2026-04-01", "activity"),
    (Text("청렴데이", "Integrity Day"), "2026-03-18", None, "day"),
    (Text("감사", "Audit"), "2026-05-04", "2026-05-16", "audit"),
]


@pytest.fixture(scope="module")
def songpa() -> pb.Agenda:
    return pb.examples.songpa().calendar(2026)


@pytest.fixture(autouse=True)
def close_figures():
    yield
    plt.close("all")


OFFICE = pb.examples.songpa(illustrative=True)
YONGSAN = pb.examples.yongsan(illustrative=True)

DRAWN = {
    "year": lambda ax, lang: plot.year(pb.examples.songpa().calendar(2026), ax, lang),
    "timeline of an agenda": lambda ax, lang: plot.timeline(
        pb.examples.yongsan().calendar(2025), ax, lang
    ),
    "timeline": lambda ax, lang: plot.timeline(ROWS, ax, lang),
    "bands": lambda ax, lang: plot.bands(BANDS, ax, lang),
    "burnup": lambda ax, lang: plot.burnup(POINTS, ax, lang),
    "coverage": lambda ax, lang: plot.coverage(AREAS, ax, lang),
    "timeline of a council": lambda ax, lang: plot.timeline(YONGSAN.councils[0], ax, lang),
    "timeline of a programme": lambda ax, lang: plot.timeline(OFFICE, ax, lang, within=2026),
    "bands of a view": lambda ax, lang: plot.bands(OFFICE.view("2026-07-15"), ax, lang),
    "bands by owner": lambda ax, lang: plot.bands(
        OFFICE.view("2026-07-15").progress(by="owner"), ax, lang
    ),
    "burnup of a programme": lambda ax, lang: plot.burnup(
        OFFICE.burnup("2026-01-01", "2027-01-01", every="day"), ax, lang
    ),
    "coverage of a programme": lambda ax, lang: plot.coverage(OFFICE, ax, lang),
    "nothing": lambda ax, lang: plot.bands([], ax, lang),
}


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", DRAWN)
def test_every_letter_has_a_shape(name, lang):
    """matplotlib warns of a glyph that no font of the text has, and pytest makes that an error."""
    _, ax = plt.subplots()
    assert DRAWN[name](ax, lang) is ax
    ax.figure.canvas.draw()
    assert any(style.has_hangul(text) for text in texts(ax)) == (lang == "ko")


@pytest.mark.parametrize("name", DRAWN)
def test_axes_are_made_where_none_are_given(name):
    ax = DRAWN[name](None, "en")
    assert ax.figure.axes == [ax]


@pytest.mark.parametrize("name", DRAWN)
def test_colours_are_told_apart_with_any_colour_vision(name):
    """Every saturated colour is one of Okabe and Ito's, or a tint of one."""
    ax = DRAWN[name](None, "en")
    hues = {round(hue(colour), 1) for colour in colours(ax) if saturation(colour) > 0.35}
    known = {
        round(hue(matplotlib.colors.to_rgba(each)), 1)
        for each in (
            style.ORANGE,
            style.SKY,
            style.GREEN,
            style.BLUE,
            style.VERMILION,
            style.PURPLE,
        )
    }
    assert all(min(abs(each - other) for other in known) <= 0.1 for each in hues)


def texts(ax) -> list[str]:
    return [each.get_text() for each in ax.figure.findobj(matplotlib.text.Text)]


def colours(ax) -> list[tuple]:
    found = [patch.get_facecolor() for patch in ax.patches]
    found += [matplotlib.colors.to_rgba(line.get_color()) for line in ax.lines]
    return found


def hue(colour) -> float:
    return matplotlib.colors.rgb_to_hsv(colour[:3])[0]


def saturation(colour) -> float:
    return matplotlib.colors.rgb_to_hsv(colour[:3])[1]


def legend(ax) -> list[str]:
    return [each.get_text() for each in ax.get_legend().get_texts()]


def test_year_has_every_day_and_names_its_marks(songpa):
    ax = plot.year(songpa, lang="ko")
    numbers = [text.get_text() for text in ax.texts]
    assert len(numbers) == 365 and numbers.count("31") == 7
    assert legend(ax) == ["공휴일", "주말", "청렴주간", "짧은 주", "청렴데이"]
    assert ax.get_title(loc="left") == "2026년 송파구 청렴 프로그램"
    bars = [line for line in ax.lines if len(line.get_xdata()) == 2]
    holidays = songpa.workdays.holidays("2026-01-01", "2027-01-01")
    assert len(bars) == len({each.date for each in holidays})
    hatched = [each for each in ax.patches if each.get_hatch()]
    assert len(hatched) == 7


def test_year_marks_the_day(songpa):
    ax = plot.year(songpa)
    (star,) = [line for line in ax.lines if line.get_marker() == "*"]
    # March is the third row; the 18th stands under the 24th column, since the 1st is a Sunday.
    assert list(star.get_xdata()) == [6 + 17]
    assert round(star.get_ydata()[0]) == 2


def test_a_task_that_was_reopened_was_done_when_it_was_done_again():
    from probity.plot.records import bars_of_programme

    act = {"by": "integrity-team", "reason": "checked again"}
    task = OFFICE.task("T-12")
    assert [change.state for change in task.changes][-1] == "verified"
    steps = [
        lambda task: task.reopen(on="2027-01-05", **act),
        lambda task: task.submit(task.evidence, on="2027-01-18", **act),
        lambda task: task.verify(on="2027-01-19", **act | {"by": "audit-division"}),
        lambda task: task.close(on="2027-02-01", **act),
    ]
    kinds_and_ends = []
    later = OFFICE
    for step in [None, *steps]:
        later = later if step is None else later.apply(step(later.task("T-12")))
        bars = {bar.title: bar for bar in bars_of_programme(later, "en")}
        bar = bars[task.title.to("en")]
        kinds_and_ends.append((bar.kind, str(bar.end)))
    done, *_, verified, closed = kinds_and_ends
    assert done == ("task_done", "2026-11-03")
    assert {kind for kind, _ in kinds_and_ends[1:3]} == {"task_open"}
    assert verified == closed == ("task_done", "2027-01-20")


def test_timeline_of_an_agenda_spans_its_window(songpa):
    ax = plot.timeline(songpa)
    begin, end = (matplotlib.dates.num2date(x).date() for x in ax.get_xlim())
    assert (begin.isoformat(), end.isoformat()) == ("2026-01-01", "2027-01-01")
    assert [each.get_text() for each in ax.get_yticklabels()] == ["Integrity Week", "Integrity Day"]
    assert len(ax.patches) == 12


def test_timeline_rows():
    ax = plot.timeline(ROWS)
    assert legend(ax) == ["Activity", "Day", "audit"]
    widths = [patch.get_width() for patch in ax.patches]
    assert widths == [30, 12]
    assert [line.get_marker() for line in ax.lines if line.get_marker() != "None"] == ["*"]


def test_timeline_refuses_what_it_cannot_show():
    with pytest.raises(pb.ProbityError, match='row "x".*2026-03-02'):
        plot.timeline([("x", "2026-03-02", "2026-03-02", "day")])
    rows = [(kind, "2026-03-02", None, kind) for kind in "abcde"]
    with pytest.raises(pb.ProbityError, match="a, b, c, d, e"):
        plot.timeline(rows)


def test_bands_say_their_numbers():
    ax = plot.bands(BANDS)
    assert [text.get_text() for text in ax.texts] == ["3", "", "", "1", "2", "", "", "2", ""]
    assert [each.get_text() for each in ax.get_yticklabels()] == ["Band 1", "Band 2", "<Band 3>"]
    assert legend(ax) == ["Done", "Open", "Overdue"]
    assert {patch.get_hatch() for patch in ax.patches} == {"", "//", "xx"}
    assert [patch.get_x() for patch in ax.patches] == [0, 0, 0, 3, 0, 0, 4, 2, 0]


def test_burnup_ends_in_its_numbers():
    ax = plot.burnup(POINTS)
    assert "21 / 41" in texts(ax)
    total, done = ax.lines
    assert list(total.get_ydata()) == [39, 39, 41]
    assert list(done.get_ydata()) == [0, 10, 21]
    assert total.get_marker() != done.get_marker()
    assert total.get_linestyle() != done.get_linestyle()


def test_coverage_says_its_gaps():
    ax = plot.coverage(AREAS)
    assert [text.get_text() for text in ax.texts] == ["2", "Finance Division", "none", "none"]
    hatched = [p for p in ax.patches if isinstance(p, Rectangle) and p.get_hatch()]
    assert len(hatched) == 2


# A programme's own values -------------------------------------------------------------------------


def test_bands_of_a_view_are_its_progress():
    view = OFFICE.view("2026-07-15")
    progress = view.progress(by="band")
    ax = plot.bands(view)
    assert len(ax.patches) == 3 * len(progress)
    done, still_open, overdue = (
        [patch.get_width() for patch in ax.patches[i * len(progress) : (i + 1) * len(progress)]]
        for i in range(3)
    )
    assert done == [each.done for each in progress]
    assert overdue == [each.overdue for each in progress]
    assert [sum(counts) for counts in zip(done, still_open, overdue, strict=True)] == [
        each.total for each in progress
    ]
    assert "(illustrative), 15 July 2026" in ax.get_title(loc="left")


def test_bands_take_the_groups_of_a_portfolio():
    portfolio = pb.Portfolio([OFFICE, YONGSAN])
    ax = plot.bands(portfolio.progress("2026-07-15", by="programme"))
    assert len(ax.get_yticklabels()) == 2


def test_tasks_of_no_band_have_a_name():
    bare = pb.examples.yongsan()
    ax = plot.bands(bare.view("2025-08-15"), lang="ko")
    assert "지정되지 않음" in [each.get_text() for each in ax.get_yticklabels()]


@pytest.mark.filterwarnings("error")
def test_burnup_before_there_are_tasks():
    ax = plot.burnup(pb.examples.songpa().burnup("2022-01-01", "2022-12-31"))
    assert ax.get_ylim()[0] == 0 < ax.get_ylim()[1]


def test_burnup_of_a_programme_is_its_points():
    points = OFFICE.burnup("2026-01-01", "2027-01-01", every="day")
    total, done = plot.burnup(points).lines
    assert list(total.get_ydata()) == [point.total for point in points]
    assert list(done.get_ydata()) == [point.done for point in points]
    assert len(points) == 365 and done.get_markevery() > 10


def test_a_council_has_a_line_for_each_kind_of_meeting():
    council = YONGSAN.councils[0]
    ax = plot.timeline(council)
    assert [each.get_text() for each in ax.get_yticklabels()] == [
        "Regular meeting",
        "Written resolution",
        "Extraordinary meeting",
    ]
    assert legend(ax) == [
        "Held on one of these days",
        "Held",
        "Moved from this day",
        "Cancelled",
        "Planned",
    ]
    dated = [meeting for meeting in council.meetings if meeting.date]
    moved = [each for meeting in council.meetings for each in meeting.earlier_dates]
    assert len(ax.lines) == len(dated) + len(moved)
    (some_day,) = ax.patches
    first = matplotlib.dates.num2date(some_day.get_x()).date()
    assert first.isoformat() == "2025-06-01" and some_day.get_hatch()


def test_a_programme_shows_its_tasks_until_they_are_done():
    ax = plot.timeline(OFFICE, lang="ko", within=2026)
    names = [each.get_text().replace("\n", " ") for each in ax.get_yticklabels()]
    task = OFFICE.task("T-11")
    row = names.index(task.title.to("ko"))
    (bar,) = [each for each in ax.patches if round(each.get_y() + each.get_height() / 2) == row]
    begin, end = (
        matplotlib.dates.num2date(x).date() for x in (bar.get_x(), bar.get_x() + bar.get_width())
    )
    assert begin == task.proposed
    (verified,) = [change.on for change in task.changes if change.state == "verified"]
    assert (end - verified).days == 1
    dropped = {each.title.to("ko") for each in OFFICE.tasks if each.state == "withdrawn"}
    assert dropped and dropped.isdisjoint(names)


def test_within_leaves_what_meets_the_window():
    whole = [each.get_text() for each in plot.timeline(OFFICE).get_yticklabels()]
    year = [each.get_text() for each in plot.timeline(OFFICE, within=2026).get_yticklabels()]
    assert set(whole) - set(year) == {
        "Inauguration ceremony of the\nIntegrity Culture Innovation Band"
    }
    march = pb.Interval("2026-03-01", "2026-04-01")
    ax = plot.timeline(OFFICE.calendar(2026), within=march)
    begin, end = (matplotlib.dates.num2date(x).date() for x in ax.get_xlim())
    assert (begin, end) == (march.begin, march.end)


def test_coverage_names_owners_where_the_programme_is_given():
    assert "Finance Division" in texts(plot.coverage(OFFICE))
    by_id = OFFICE.coverage()
    assert ", ".join(by_id.rows[0].owners) in texts(plot.coverage(by_id))
    ax = plot.coverage(pb.examples.yongsan().coverage(), lang="ko")
    assert ax.get_xlabel() == "분야가 지정되지 않은 개선대책: 6건"
    assert texts(ax).count("없음") == 8


# Nothing, one, and many ---------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("draw", [plot.bands, plot.burnup, plot.coverage, plot.timeline])
def test_nothing_to_show_is_said(draw, lang):
    ax = draw([], lang=lang)
    ax.figure.canvas.draw()
    assert ("표시할 자료 없음" if lang == "ko" else "Nothing to show") in texts(ax)
    assert not any("1970" in text for text in texts(ax))


def test_one_day_stands_among_days():
    for ax in (plot.timeline([("x", "2026-03-18", None, "day")]), plot.burnup(POINTS[:1])):
        begin, end = ax.get_xlim()
        assert end - begin == 28


def test_hundreds_of_rows_have_a_picture_high_enough():
    rows = [(f"Area {i}", 1, 1, 1) for i in range(300)]
    for ax in (
        plot.bands(rows),
        plot.coverage([(title, 1, "Division") for title, *_ in rows]),
        plot.timeline([(title, "2026-03-02", "2026-04-01", "x") for title, *_ in rows]),
    ):
        ax.figure.canvas.draw()
        labels = [each.get_window_extent() for each in ax.get_yticklabels()]
        assert len(labels) == 300
        assert all(a.y0 >= b.y1 for a, b in pairwise(labels))


def test_hundreds_of_rows_in_a_small_place_have_legible_names():
    """Where they cannot all have one, every few of them do."""
    _, ax = plt.subplots(figsize=(6, 4))
    plot.bands([(f"Area {i}", 1, 1, 1) for i in range(300)], ax=ax)
    ax.figure.canvas.draw()
    labels = ax.get_yticklabels()
    assert 20 < len(labels) < 300
    assert all(each.get_fontsize() >= 5 for each in labels)
    assert [text.get_text() for text in ax.texts] == []


def test_titles_of_made_up_programmes(tmp_path):
    agenda = office.agenda(tmp_path)
    plot.year(agenda, lang="ko").figure.canvas.draw()
    plot.timeline(agenda, lang="ko").figure.canvas.draw()


def test_no_font_with_hangul(monkeypatch, songpa):
    latin = [each for each in font_manager.fontManager.ttflist if each.name == "DejaVu Sans"]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", latin)
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda: [])
    style.hangul_font.cache_clear()
    try:
        with pytest.raises(pb.ProbityError, match="fonts-nanum or fonts-noto-cjk"):
            plot.year(songpa, lang="ko")
        plot.year(songpa, lang="en").figure.canvas.draw()
    finally:
        style.hangul_font.cache_clear()


def test_a_font_that_matplotlib_has_not_listed_yet(monkeypatch):
    """Its list is older than a font that was installed since."""
    before = list(font_manager.fontManager.ttflist)
    latin = [each for each in before if each.name == "DejaVu Sans"]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", latin)
    style.hangul_font.cache_clear()
    try:
        assert style.hangul_font() in style.HANGUL_FONTS
    finally:
        style.hangul_font.cache_clear()


@pytest.mark.parametrize("name", draw.PICTURES)
def test_pictures_of_the_documents_are_drawn_so(name, tmp_path):
    """If this fails, look at what `python docs/pictures/draw.py` draws, and keep it."""
    draw.draw(name, tmp_path / name)
    found = compare_images(str(DOCS / "pictures" / name), str(tmp_path / name), tol=3)
    assert found is None, found


@pytest.mark.parametrize("name", draw.PAGES)
def test_pictures_of_pages_are_of_the_pages_as_they_are(name):
    """If this fails, look at what `python docs/pictures/draw.py` draws, and keep it."""
    with Image.open(DOCS / "pictures" / name) as picture:
        assert picture.text["page"] == draw.digest(draw.PAGES[name].page())


def test_the_documents_show_their_pictures():
    shown = {
        line
        for path in DOCS.glob("*.md")
        for line in re.findall(r"!\[.+\]\(pictures/(.+)\)", path.read_text(encoding="utf-8"))
    }
    assert shown == {path.name for path in (DOCS / "pictures").glob("*.png")}


def test_titles_are_wrapped_at_words():
    assert style.wrapped("Integrity Week", 30) == "Integrity Week"
    assert style.wrapped("one two three", 7) == "one two\nthree"
    assert style.wrapped("청렴 데이 행사", 9) == "청렴 데이\n행사"


def test_without_matplotlib():
    code = (
        "import sys; sys.modules['matplotlib'] = sys.modules['matplotlib.pyplot'] = None\n"
        "import probity as pb\n"
        "try: pb.plot.burnup([])\n"
        "except ImportError as error: print(error)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "pip install probity[plot]" in run.stdout, run.stderr
