"""The twenty jobs of an integrity officer, each with the result that it should have.

docs/jobs.md shows the same jobs as they are typed.
"""

import datetime

import pytest

import probity as pb


@pytest.fixture(scope="module")
def kr():
    return pb.WorkCalendar.korea()


@pytest.fixture(scope="module")
def songpa():
    return pb.examples.songpa()


@pytest.fixture(scope="module")
def yongsan():
    return pb.examples.yongsan()


@pytest.fixture(scope="module")
def office():
    """A made-up year of Songpa-gu."""
    return pb.examples.songpa(illustrative=True)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_01_the_plan_of_a_year_on_one_page(songpa, kr, tmp_path, lang):
    songpa.calendar(2027, workdays=kr).to_html(tmp_path / "plan.html", lang=lang, paper="A4")
    page = (tmp_path / "plan.html").read_text(encoding="utf-8")
    assert songpa.title.to(lang) in page and page.count("<table") >= 12


def test_02_a_calendar_to_subscribe_to(songpa, kr, tmp_path):
    report = songpa.calendar(2026, workdays=kr).to_ics(tmp_path / "songpa.ics")
    text = (tmp_path / "songpa.ics").read_bytes().decode()
    assert report.events == 37 == text.count("BEGIN:VEVENT")
    assert [(series.id, series.rrule) for series in report.rules] == [
        ("integrity-day", "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE")
    ]
    assert [(series.id, series.events) for series in report.singles] == [("integrity-week", 36)]
    assert pb.ics.check(tmp_path / "songpa.ics") == []


def test_03_integrity_weeks_with_working_days(songpa, kr):
    weeks = songpa.calendar(2026, workdays=kr).select(kind="week")
    assert len(weeks) == 12
    assert [(str(w.begin), w.working_days) for w in weeks if w.short] == [("2026-02-16", 2)]


def test_04_where_the_conventions_differ():
    assert [row.month for row in pb.WeekConvention.compare(2026, week=3)] == list(range(1, 13))


def test_05_is_this_date_in_an_integrity_week(songpa, kr):
    kinds = {reason.kind for reason in songpa.why("2026-03-18", workdays=kr)}
    assert {"week", "day"} <= kinds
    assert "week" not in {reason.kind for reason in songpa.why("2026-03-25", workdays=kr)}


def test_06_the_day_was_kept_on_another_date(songpa, kr):
    event = songpa.observance("integrity-day").record(
        "2027-03-17",
        "2027-03-18",
        source="announcement",
        on="2027-03-18",
        by="integrity-team",
        reason="The hall was taken",
    )
    (entry,) = songpa.apply(event).calendar(2027, workdays=kr).select(kind="day")
    assert (entry.begin, entry.nominal) == (day("2027-03-18"), day("2027-03-17"))
    assert entry.reason == "The hall was taken" and "Announcement" in entry.source


def test_07_what_a_temporary_holiday_moves(office, kr):
    later = kr.with_holiday("2026-09-28", "임시공휴일", name_en="Temporary public holiday")
    moves = office.as_of(effective="2026-09-18").impact(kr, later, 2026)
    assert [(move.kind, move.id) for move in moves] == [
        ("meeting", "band-council"),
        ("slot", "band-council"),
        ("due_date", "T-11"),
        ("due_date", "T-14"),
        ("due_date", "T-30"),
    ]
    assert {(move.before, move.after) for move in moves} == {(day("2026-09-28"), day("2026-09-29"))}
    assert all("임시공휴일" in move.why.to("ko") for move in moves)
    assert "notice given again" in moves[0].consequence


def test_08_bands_with_overdue_tasks(office, kr):
    groups = office.view(on="2026-07-15", workdays=kr).overdue(by="band")
    assert [(g.id, [(t.task, t.working_days_late) for t in g.tasks]) for g in groups] == [
        ("B-08", [("T-29", 11)])
    ]


def test_09_did_the_council_meet_three_times(yongsan, office, kr):
    verdict = yongsan.view(on="2026-01-15", workdays=kr).quota("council-meetings")
    assert (verdict.state, verdict.held, verdict.required, verdict.shortfall) == ("missed", 2, 3, 1)
    first, second, *_ = office.council("band-council").meetings
    assert (first.ordinal, first.quorum.met, first.minutes.media_type) == (
        1,
        True,
        "application/pdf",
    )
    assert second.quorum.met is False


def test_10_a_quota_at_risk(yongsan, office, kr):
    verdict = yongsan.view(on="2025-08-15", workdays=kr).quota("council-meetings")
    assert (verdict.state, verdict.latest_feasible) == ("on_track", day("2025-12-31"))
    verdict = office.view(on="2026-10-15", workdays=kr).quota("band-council-meetings")
    assert (verdict.state, verdict.held, verdict.required) == ("at_risk", 2, 4)
    assert verdict.latest_notice < verdict.latest_feasible


def test_11_bands_and_tasks_from_a_table(office):
    good = {"id": "T-40", "title": "Training", "due": "2026. 3. 18."}
    bad = {"id": "T-41", "title": "Training", "due": "2026-02-30"}
    with pytest.raises(pb.ImportErrors) as caught:
        pb.import_rows(office, tasks=[good, bad], on="2026-12-30", by="integrity-team")
    (row,) = caught.value.rows
    assert (row.row, row.column, row.value) == (3, "due", "2026-02-30")
    later = pb.import_rows(office, tasks=[good], on="2026-12-30", by="integrity-team")
    assert later.task("T-40").due == day("2026-03-18")


def test_12_counts_against_the_announcement(songpa):
    assert [str(row.text) for row in songpa.reconcile()][:2] == [
        "bands of 2023: 11 of 11",
        "tasks of 2023: 39 of 39",
    ]


def test_13_every_area_has_a_measure_and_an_owner(yongsan, office):
    assert len([gap for gap in yongsan.coverage().gaps if gap.missing == "measure"]) == 4
    assert [str(gap.text) for gap in office.coverage().gaps] == [
        "Running of entrusted facilities: no measure is recorded for it"
    ]


def test_14_a_task_on_a_past_date(office):
    dates = ("2026-01-31", "2026-09-01", "2026-12-31")
    states = ["adopted", "in_progress", "closed"]
    assert [office.as_of(effective=date).task("T-11").state for date in dates] == states
    later = office.apply(office.declare("tasks", 40, 2027, on="2026-12-31", by="team"))
    assert [later.as_of(effective=date).task("T-11").state for date in dates] == states


def test_15_who_lacks_education(office, kr):
    duty = office.view(on="2026-12-31", workdays=kr).duty("education")
    assert [(row.official, str(row.text)) for row in duty.shortfall()] == [
        ("O-05", "60 minutes short"),
        ("O-12", "no part face to face"),
    ]
    assert (duty.report_by, duty.report_day) == (day("2027-03-02"), day("2027-02-26"))


def test_16_the_evidence_pack(office, kr):
    rows = office.view(on="2026-12-31", workdays=kr).evidence(2026)
    assert any(row.evidence and not row.missing for row in rows)
    assert ("I-01", "T-07") in {(row.indicator, row.task) for row in rows if row.missing}


def test_17_the_brief(office, kr, tmp_path):
    brief = office.view(on="2026-07-15", workdays=kr).brief()
    assert brief.done and brief.late and brief.decisions and brief.coming
    brief.to_html(tmp_path / "brief.html", lang="ko")
    page = (tmp_path / "brief.html").read_text("utf-8")
    assert all(line.text.to("ko") in page for line in brief.done)
    assert "illustrative" in brief.title and "예시" in brief.title.to("ko")


def test_18_year_on_year(office):
    then = office.as_of(effective="2026-06-30")
    changes = office.changes(since=then)
    assert (len(changes.done), len(changes.carried_over)) == (18, 10)
    assert changes.added == changes.dropped == []


def test_19_due_in_working_days(kr):
    due = kr.due("2026-09-18", 10)
    assert due.date == day("2026-10-07")
    assert [holiday.name for holiday in due.skipped] == [
        "추석 전날",
        "추석",
        "대체공휴일(개천절)",
    ]


def test_20_the_same_data_in_both_languages(songpa, kr, tmp_path):
    agenda = songpa.calendar(2026, workdays=kr)
    for lang, title in [("ko", "청렴주간"), ("en", "Integrity Week")]:
        agenda.to_csv(tmp_path / f"{lang}.csv", lang=lang)
        text = (tmp_path / f"{lang}.csv").read_bytes().decode("utf-8-sig")
        assert title in text
