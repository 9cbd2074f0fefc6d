"""How notebooks show values: what the HTML says, and that nothing in data becomes markup."""

import datetime
import subprocess
import sys
from html.parser import HTMLParser

import pytest

import office
import probity as pb
from browser import has_nothing_for_axe, reports_of
from probity.display.html import element, escape
from probity.words import month_title

VOID = {"meta", "link", "br", "img"}


class Shown(HTMLParser):
    """The text of a fragment, what is in bold, and whether its elements are closed in order."""

    def __init__(self, value) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.texts: list[str] = []
        self.bold: list[str] = []
        self.captions: list[str] = []
        self.feed(value._repr_html_())
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.names.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" in self.open:
            return
        self.texts.append(data)
        if "b" in self.open:
            self.bold.append(data)
        if "caption" in self.open:
            self.captions.append(data)

    @property
    def text(self) -> str:
        return " ".join(self.texts)


def test_a_date_set_shows_its_months_with_its_dates_in_bold():
    shown = Shown(pb.DateSet(["2026-03-18", "2026-03-02", "2026-05-31"]))
    assert shown.captions == ["March 2026", "May 2026"]
    assert shown.bold == ["2", "18", "31"]
    assert "3 dates, 2026-03-02 to 2026-05-31" in shown.text


def test_a_long_date_set_shows_its_first_twelve_months():
    dates = pb.third_wednesday(start="2020-01-01").between("2020-01-01", "2030-01-01")
    shown = Shown(dates)
    assert len(shown.captions) == len(shown.bold) == 12
    assert "and 108 dates more" in shown.text


@pytest.mark.parametrize("dates", [[], ["9999-12-31"], ["1400-01-01"]])
def test_date_sets_at_the_ends_of_time(dates):
    assert Shown(pb.DateSet(dates)).captions == [
        f"{'January' if date < '2' else 'December'} {date[:4]}" for date in dates
    ]


def test_spans_show_their_first_weeks():
    shown = Shown(pb.third_week(start="2026-01-01"))
    assert shown.captions[:3] == ["January 2026", "February 2026", "March 2026"]
    assert shown.bold[:8] == ["12", "13", "14", "15", "16", "17", "18", "16"]
    assert "The first 6 are shown" in shown.text


def test_spans_that_end_show_all():
    anchors = pb.Recurrence("FREQ=DAILY;COUNT=2", start="9999-12-30")
    shown = Shown(pb.Spans(anchors))
    assert shown.bold == ["30", "31"]
    assert "are shown" not in shown.text
    never = pb.Recurrence("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", start="2026-01-01")
    assert "No dates" in Shown(pb.Spans(never)).text


def test_a_recurrence_shows_its_sentence_and_first_dates():
    rule = "FREQ=MONTHLY;BYDAY=3WE"
    shown = Shown(pb.Recurrence(rule, start="2026-01-01", exdates=["2026-03-18"]))
    assert shown.bold == [pb.Rule(rule).describe("en")]
    assert "Wed 2026-01-21, Wed 2026-02-18, Wed 2026-04-15" in shown.text
    assert "without 2026-03-18" in shown.text


def test_a_combination_shows_itself_and_its_dates():
    a = pb.Recurrence("FREQ=MONTHLY;BYDAY=3WE;COUNT=2", start="2026-01-01")
    shown = Shown(a | a.shift(1))
    assert "Wed 2026-01-21, Thu 2026-01-22, Wed 2026-02-18, Thu 2026-02-19" in shown.text
    assert "..." not in shown.text


def test_a_work_calendar_shows_the_year_of_its_latest_decision(kr):
    shown = Shown(kr)
    assert len(shown.captions) == 12
    days = len(kr.working_days("2026-01-01", "2027-01-01"))
    assert f"2026: {days} working days" in shown.text
    for holiday in kr.holidays("2026-01-01", "2027-01-01"):
        assert holiday.name_en in shown.texts
    assert "25" in shown.bold


def test_a_work_calendar_as_known_shows_that_year():
    shown = Shown(pb.WorkCalendar.korea(as_known_on="2017-10-05"))
    assert "2017-10-02" in shown.text


def test_a_work_calendar_of_a_list_shows_its_last_year():
    office_days = pb.WorkCalendar.from_holidays({"2024-05-01": "<b>Day</b>", "2025-05-02": "x"})
    assert "2025: 260 working days" in Shown(office_days).text
    short = pb.WorkCalendar.from_holidays([], horizon=pb.Interval("2026-03-15", "2026-05-02"))
    assert Shown(short).captions == ["March", "April", "May"]


def test_an_agenda_shows_a_table():
    shown = Shown(pb.examples.songpa().calendar(2026))
    assert "2026-02-16 to 2026-02-22" in shown.texts
    assert "short week" in shown.texts
    assert shown.texts.count("Integrity Week") == 12
    yongsan = Shown(pb.examples.yongsan().calendar(2025))
    assert "Meeting: Integrity Council: Regular meeting 3 of 3, no date recorded" in yongsan.texts


def test_a_table_shows_its_records(kr):
    shown = Shown(kr.holidays("2026-05-01", "2026-06-01"))
    assert "Substitute holiday (Buddha's Birthday)" in shown.texts
    many = Shown(kr.holidays("2020-01-01", "2026-01-01"))
    assert "more" in many.texts[-1]
    assert "Nothing" in Shown(kr.holidays("2026-04-01", "2026-04-02")).text


def test_a_comparison_of_weeks_has_a_row_for_each_month():
    shown = Shown(pb.WeekConvention.compare(2026, week=3))
    assert "Week 3 of 2026, the months in which the conventions differ" in shown.texts
    head = ["Month", "ISO", "CLDR_KR", "MONDAY_ROWS", "SUNDAY_MAJORITY", "FULL_WEEKS"]
    assert [text for text in shown.texts if text in head] == head
    months = [month_title(month, "en") for month in range(1, 13)]
    assert [text for text in shown.texts if text in months] == months
    start = shown.texts.index("March")
    assert shown.texts[start + 1] == "03-16 to 03-22"
    assert shown.texts[start + 3] == "03-09 to 03-15"
    fifth = Shown(pb.WeekConvention.compare(2026, week=5))
    assert "none" in fifth.texts


def test_a_verdict_shows_how_it_stands_and_why():
    shown = Shown(pb.examples.yongsan().view(on="2025-08-15").quota("council-meetings"))
    assert shown.bold == ["On track"]
    assert ": 2 of 3 in 2025-01-01 to 2025-12-31" in shown.texts
    assert {"Latest feasible", "2025-12-31", "2025-1", "2025-2"} <= set(shown.texts)


def test_a_task_shows_its_steps():
    task = pb.examples.songpa(illustrative=True).task("T-01")
    shown = Shown(task)
    assert shown.bold == ["T-01"]
    assert shown.texts[-1] == "Closed" and shown.texts.count("In progress") == 1
    assert "script" not in Shown(pb.Task("T-1", office.HOSTILE)).names


def test_a_duty_shows_who_lacks_what():
    office = pb.examples.songpa(illustrative=True)
    standing = office.view(on="2026-12-31").duty("education")
    shown = Shown(standing)
    assert shown.bold == [standing.title.english]
    assert " 2026: 10 of 12 officials have done all of it" in shown.text
    assert "reported by 2027-03-02 (plan for 2027-02-26)" in shown.text
    assert {"O-05", "O-12", "60"} <= set(shown.texts) and "U-01" not in shown.texts
    nobody = pb.examples.yongsan().view(on="2026-12-31")
    for duty in nobody.programme.duties:
        assert "Nobody lacks any" in Shown(nobody.duty(duty.id)).texts


def test_flags_are_words():
    shown = Shown(pb.examples.yongsan(illustrative=True).coverage())
    assert "yes" in shown.texts and "TRUE" not in shown.texts


def test_a_brief_shows_its_four_lists():
    brief = pb.examples.songpa(illustrative=True).view(on="2026-11-01").brief()
    shown = Shown(brief)
    assert shown.bold[1:] == ["To be decided", "Late", "Coming", "Done this year"]
    for line in [*brief.done, *brief.late, *brief.decisions, *brief.coming]:
        assert any(line.text in text for text in shown.texts)


def test_hostile_texts_stay_texts(tmp_path):
    agenda = office.agenda(tmp_path)
    for value in (agenda, agenda.entries, agenda.undated):
        assert "script" not in Shown(value).names
    assert office.HOSTILE in Shown(agenda).texts
    calendar = pb.WorkCalendar.from_holidays({"2026-05-01": office.HOSTILE})
    assert office.HOSTILE in Shown(calendar).texts
    assert "script" not in Shown(calendar).names


def test_plain_reprs_stay():
    dates = pb.DateSet(["2026-03-18"])
    assert repr(dates) == "DateSet(['2026-03-18'])"
    assert dates._repr_html_().startswith('<div class="probity-')


def test_elements_are_escaped():
    assert escape("""<&>'\"""") == "&lt;&amp;&gt;&#x27;&quot;"
    assert element("td", escape("<"), title='"') == '<td title="&quot;">&lt;</td>'
    assert element("td", cls="a", aria_label="b") == '<td class="a" aria-label="b"></td>'


def test_nothing_of_it_is_loaded_before_it_is_asked_for():
    code = (
        "import probity as pb, sys; agenda = pb.examples.songpa().calendar(2026);"
        "print(*(m for m in sys.modules if m.startswith('probity')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert loaded.isdisjoint(
        {"probity.display", "probity.planner", "probity.plot", "probity.tables"}
    )


def test_dates_are_dates(kr):
    """A holiday on a date that has another one stands once in the grid, with both names."""
    both = [each.date for each in kr.holidays("2025-05-05", "2025-05-06")]
    assert both == [datetime.date(2025, 5, 5)] * 2
    html = pb.WorkCalendar.korea(as_known_on="2025-05-05")._repr_html_()
    assert 'title="Children&#x27;s Day, Buddha&#x27;s Birthday"' in html


def test_a_work_calendar_names_itself(kr):
    assert Shown(kr).texts[0] == "WorkCalendar.korea()"
    known = pb.WorkCalendar.korea(as_known_on="2017-10-05")
    assert Shown(known).texts[0] == "WorkCalendar.korea(as_known_on='2017-10-05')"
    own = pb.WorkCalendar.from_holidays({"2025-05-02": "x"})
    assert Shown(own).texts[0].startswith("WorkCalendar([2025-01-01")


# In the browser -----------------------------------------------------------------------------------

#: The background and the ink of a notebook's themes.
THEMES = {"light": ("#ffffff", "#212121"), "dark": ("#111111", "#e0e0e0")}


@pytest.fixture(scope="module")
def seen(tmp_path_factory, kr) -> dict[str, dict]:
    folder = tmp_path_factory.mktemp("displays")
    made_up = pb.examples.songpa(illustrative=True)
    third = pb.third_wednesday(start="2026-01-01")
    values = {
        "dates": third.between("2026-01-01", "2026-07-01"),
        "spans": pb.third_week(start="2026-01-01"),
        "recurrence": third,
        "calendar": kr,
        "agenda": pb.examples.yongsan(illustrative=True).calendar(2026),
        "tasks": made_up.tasks,
        "verdict": made_up.view("2026-12-01").quota("band-council-meetings"),
        "brief": made_up.view("2026-12-01").brief(),
        "weeks": pb.WeekConvention.compare(2026, week=3),
        "duty": made_up.view("2026-12-31").duty("education"),
    }
    for theme, (background, ink) in THEMES.items():
        for name, value in values.items():
            (folder / f"{name}-{theme}.html").write_text(
                f'<!DOCTYPE html><html lang="en"><head><title>{name}</title>'
                f"<style>body {{ background: {background}; color: {ink} }}"
                "table { font-size: 12px }</style></head>"
                f'<body><main class="page"><h1>{name}</h1>{value._repr_html_()}</main></body>',
                encoding="utf-8",
            )
    return reports_of(sorted(folder.glob("*.html")))


def test_every_display_is_legible_on_light_and_on_dark(seen):
    assert len(seen) == 2 * 10
    for report in seen.values():
        assert has_nothing_for_axe(report)
        assert report["requests"] == []


def test_wide_tables_scroll_by_themselves(seen):
    """What is wider than the notebook does not make the notebook wider."""
    assert all(report["narrow"] <= 420 for report in seen.values())
