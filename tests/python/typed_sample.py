"""A program that uses the public names: mypy --strict and pyright must take it, and it must run."""

import datetime
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import probity as pb
from probity.types import Cadence, DateLike, EventBody, FindingKind, Language, RollConvention


def dates() -> None:
    week: pb.Interval = pb.Interval("2026-03-16", datetime.date(2026, 3, 23))
    first: datetime.date = week.begin
    end: datetime.date | None = week.end
    assert first in week and end not in list(week)
    both: pb.Interval | None = week & pb.Interval(np.datetime64("2026-03-20"))
    assert both is not None and len(both) == 3
    third: pb.NthWeekday = pb.WE(3)
    assert pb.nth_weekday(2026, 3, third) == datetime.date(2026, 3, 18)
    convention: pb.WeekConvention = pb.WeekConvention(pb.MO, 4)
    place: pb.WeekOfMonth = convention.locate("2026-03-18")
    year, month, number = place
    assert convention.week(year, month, number) == week
    table: pb.WeekComparison = pb.WeekConvention.compare(2026, week=3)
    difference: pb.WeekDifference = table[0]
    names: list[str] = list(difference.weeks)
    assert "ISO" in names and pb.Weekday.of(first) == pb.MO
    seollal: datetime.date = pb.LunarDate(2026, 1, 1).to_date()
    assert pb.LunarDate.of(seollal).month == 1


def recurrences_in_time() -> None:
    seoul: pb.Zone = pb.Zone("Asia/Seoul")
    changes: list[pb.ZoneChange] = seoul.changes("1988-01-01")
    gap: datetime.timedelta = changes[0].after - changes[0].before
    assert changes[0].is_gap and gap == datetime.timedelta(hours=1)
    r: pb.TimedRecurrence = pb.TimedRecurrence("FREQ=DAILY", "2026-03-18T10:00", seoul)
    week: pb.Times = r.between("2026-03-18", datetime.datetime(2026, 3, 25))
    first: datetime.datetime = week[0]
    some: list[datetime.datetime] = week[1:3]
    following: datetime.datetime | None = r.next_after(first)
    assert first in r and following == some[0] and r.zone == seoul
    offsets, instants = pb.expand_times([r, r | r], "2026-03-18", "2026-03-25")
    assert offsets[-1] == len(instants) == 14
    kind: type[pb.ProbityError] = pb.ZoneError
    assert issubclass(kind, ValueError)


def recurrences() -> None:
    rule: pb.Rule = pb.Rule(freq="yearly", bymonth=3, byweekday=pb.WE(3))
    assert pb.Rule(str(rule)) == rule and rule.describe("ko")
    r: pb.Recurrence = pb.Recurrence(rule, start="2024-03-01", rdates=["2024-05-01"])
    found: pb.DateSet = r.between("2024-01-01", "2027-01-01")
    some: pb.DateSet = found[1:]
    one: datetime.date = found[0]
    assert one in r and len(some | found) == 4
    following: datetime.date | None = r.next_after(one)
    assert following is not None and r.count(one, following) == 1
    mask: npt.NDArray[np.bool_] = r.contains(found.to_numpy())
    assert mask.all() and (r | r).same_dates(r)
    weeks: pb.Spans = pb.nth_week(3, start="2026-01-01", convention=pb.WeekConvention.ISO)
    spans: list[pb.Interval] = weeks.between("2026-01-01", "2027-01-01")
    assert len(spans) == 12 and weeks == pb.third_week(start="2026-01-01")
    integrity_day = pb.weekday_of_week(pb.WE, 3, months=[3], start="2026-01-01").nth(0)
    assert integrity_day is not None and integrity_day in weeks
    assert pb.third_wednesday(month=3).nth(0) is not None
    offsets, days = pb.expand(["FREQ=DAILY"], "2026-01-01", "2026-01-01", "2026-01-03")
    assert offsets[-1] == len(days) == 2
    offsets, days = pb.expand([r], None, "2026-01-01", "2026-01-03", threads=1)
    assert len(offsets) == 2


def working_days(how: RollConvention, lang: Language, date: DateLike) -> None:
    kr: pb.WorkCalendar = pb.WorkCalendar.korea()
    one: bool = kr.is_working_day(date)
    many: npt.NDArray[np.bool_] = kr.is_working_day(np.array(["2026-01-01"], dtype="M8[D]"))
    rolled: datetime.date = kr.roll(date, how)
    array: npt.NDArray[np.datetime64] = kr.add(["2026-01-02"], 5)
    pairs: pb.RolledDates = kr.roll(pb.Recurrence("FREQ=MONTHLY", "2026-01-01"), how)
    nominal, adjusted = next(iter(pairs))
    number: int = kr.count("2026-01-01", "2026-02-01")
    numbers: npt.NDArray[np.int64] = kr.count(["2026-01-01"], "2026-02-01")
    assert one and not many.any() and rolled and len(array) == 1 and nominal <= adjusted
    assert number == numbers[0]
    holiday: pb.Holiday = kr.holidays("2026-01-01")[0]
    due: pb.Due = kr.due("2026-05-22", 1)
    last: pb.Deadline = kr.deadline("2026-01-31", days=14, rule="administrative")
    passed: list[pb.PassedDay] = last.skipped
    notice: pb.Notice = kr.notice_by(date, days=7)
    changed = kr.with_holiday("2026-09-28", "임시공휴일", kind="temporary")
    change: pb.DayChange = kr.diff(changed, "2026-01-01", "2027-01-01")[0]
    state: pb.DayState = change.after
    assert holiday.kind and due.skipped and not state.working and kr.explain(date, lang=lang)
    assert len(passed) <= 10 and notice.date <= notice.last
    assert (kr | changed) == changed and kr.to_busdaycalendar().weekmask is not None
    assert pb.WorkCalendar.from_holidays({"2026-05-01": "창립기념일"}).horizon.end


def laws() -> None:
    observed: pb.SubstituteTerm = pb.SubstituteTerm("nearest_weekday", since="1971-01-01")
    rows: list[pb.HolidayRow] = [
        pb.HolidayRow("", "Fourth", pb.FixedDay(7, 4), since="1971-01-01", substitutes=[observed]),
        pb.HolidayRow("", "Good Friday", pb.EasterDay(-2), since="1971-01-01"),
        pb.HolidayRow("설날", "Seollal", pb.LunarDay(1, 1), since="1971-01-01"),
        pb.HolidayRow("", "Labor Day", "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", since="1971-01-01"),
        pb.HolidayRow("", "Election", ["2026-06-03"]),
    ]
    between: list[pb.DayBetweenTerm] = [pb.DayBetweenTerm("", "Between", since="2007-01-01")]
    law: pb.WorkCalendar = pb.WorkCalendar.of_law(
        rows,
        pb.Interval("2026-01-01", "2028-01-01"),
        weekends=[pb.WeekendTerm([pb.SA, pb.SU], holidays=pb.SU)],
        days_between=between,
        cited_as_en="The Act",
    )
    since: datetime.date | None = rows[0].since
    assert since and observed.policy == "nearest_weekday" and not law.is_working_day("2026-07-03")


def found_columns(table: pb.Table[pb.Holiday]) -> list[str]:
    return [column.heading("ko") for column in table.columns()]


def programmes(folder: Path) -> None:
    songpa: pb.Programme = pb.examples.songpa()
    first_task: pb.records.Task = songpa.tasks[0]
    assert isinstance(first_task, pb.Task) and pb.events.TaskAssigned is pb.TaskAssigned
    assert issubclass(pb.errors.DateError, pb.ProbityError)
    songpa.save(folder / "songpa.json")
    assert pb.load(folder / "songpa.json") == songpa and pb.programme_schema()
    agenda: pb.Agenda = songpa.calendar(2026, workdays=pb.WorkCalendar.korea())
    entry: pb.AgendaEntry = agenda.select(kind="week")[0]
    title: pb.Text = entry.title
    undated: pb.Table[pb.UndatedEntry] = agenda.undated
    assert title.to("ko") and title.upper() and undated == []
    listed: pb.Table[pb.Holiday] = agenda.workdays.holidays("2026-01-01", "2027-01-01")
    assert listed[0].name and len(agenda.to_frame(lang="ko")) == len(agenda)
    listed.to_csv(folder / "holidays.csv", lang="ko")
    agenda.to_csv(folder / "agenda.csv")
    agenda.to_html(folder / "planner.html", "ko", "A3", tasks=[("2026-04-30", title)])
    agenda.to_html(folder / "planner.html", tasks=pb.examples.songpa().tasks)
    pb.examples.songpa().view("2026-03-18").brief().to_html(folder / "brief.html", "ko", "Letter")
    assert agenda.html_text(lang="en") and found_columns(listed)
    drawn = pb.plot.burnup([("2026-01-05", 0, 39), (datetime.date(2026, 3, 2), 4, 39)])
    assert pb.plot.year(agenda, ax=drawn, lang="en") is drawn
    office = pb.examples.songpa(illustrative=True)
    view = office.view("2026-07-15")
    pb.plot.burnup(office.burnup("2026-01-01", "2027-01-01"), ax=drawn)
    pb.plot.bands(view, lang="ko")
    pb.plot.grades(pb.examples.songpa(), lang="ko")
    pb.plot.bands(view.progress(by="owner"))
    pb.plot.timeline(office, within=2026)
    pb.plot.timeline(office.council("band-council"), lang="ko")
    pb.plot.coverage(office.coverage())
    pb.plot.coverage(office, ax=drawn)
    report: pb.IcsReport = agenda.to_ics(folder / "songpa.ics", lang="ko")
    series: list[pb.WrittenRule] = report.rules + report.singles
    assert series and report.events
    institution: pb.Institution = songpa.institution
    head: pb.Head = institution.head
    sources: list[pb.Source] = songpa.sources
    observance: pb.Observance = songpa.observances[0]
    version: pb.RuleVersion = observance.rules[0]
    occurrence: pb.Occurrence = observance.occurrences("2026-01-01", "2027-01-01")[0]
    records: list[pb.RecordedOccurrence] = songpa.observance("integrity-day").records
    activity: pb.Activity = songpa.activities[0]
    activity_dates: list[pb.ActivityDate] = activity.dates
    banding: pb.Banding | None = songpa.banding
    bands: pb.Table[pb.Band] = songpa.bands
    tasks: Sequence[pb.Task] = songpa.tasks
    declared: list[pb.DeclaredCount] = songpa.declared
    occasions: list[pb.Occasion] = songpa.occasions
    assert head.name and sources and version.spans() and occurrence.period and records
    assert banding is not None and activity_dates[0].date == records[0].observed
    assert bands and tasks and declared and occasions
    part: pb.Table[pb.ProgrammeTask] = songpa.tasks[:3]
    quotas: pb.Verdicts = songpa.view(on="2023-12-31").quotas()
    assert len(part.to_frame(lang="ko")) == 3 and len(quotas.to_frame()) == len(quotas)
    songpa.coverage().to_csv(folder / "coverage.csv", lang="ko")
    late: list[str] = [group.id for group in songpa.view(on="2026-03-18").overdue(by="band")[:1]]
    assert late == [] and songpa.history.to_arrow("ko").__arrow_c_stream__() is not None
    council: pb.Council = pb.examples.yongsan().councils[0]
    meeting: pb.Meeting = council.meetings[0]
    earlier: list[pb.EarlierDate] = meeting.earlier_dates
    areas: pb.Table[pb.RiskArea] = pb.examples.yongsan().risk_areas
    assert earlier == [] and areas
    office.save(folder / "office.jsonl")
    same: pb.Programme = pb.update(folder / "office.jsonl", lambda programme: programme)
    assert same == office
    verification: pb.Verification = pb.verify(folder / "office.jsonl", office.history_digest)
    said: pb.Table[pb.Finding] = verification.findings
    kinds: list[FindingKind] = [finding.kind for finding in said]
    assert verification.is_whole and set(kinds) == {"backdated"} and said[0].text.to("ko")


def journals(folder: Path, office: pb.Programme) -> None:
    with pb.Journal.create(folder / "office.probity", office) as journal:
        head: pb.JournalHead = journal.head
        entries: pb.Table[pb.JournalEntry] = journal.log(backdated=1)
        late: list[int] = [entry.days_late for entry in entries]
        anchor: str = journal.anchor()
        found: pb.Verification = journal.verify(anchor)
        assert found.is_whole and all(each > 0 for each in late)
        try:
            journal.append([], expected=head)
        except pb.JournalConflict as conflict:
            since: list[pb.Event] = conflict.since
            assert since
        except pb.JournalError:
            raise
    saved: pb.Recovery = pb.Journal.recover(folder / "office.probity", folder / "new.probity")
    assert saved.first_lost is None and saved.events == head.number


def records_and_history() -> None:
    p: pb.Programme = pb.examples.yongsan()
    unit: pb.Unit = pb.Unit("audit", ("감사담당관", "Audit office"))
    seat: pb.Seat = pb.Seat("audit-head", "Head of the audit office", unit=unit.id)
    on, by = "2025-09-01", "audit-office"
    p = p.apply(p.add_unit(unit, on=on, by=by))
    p = p.apply(p.add_seat(seat, on=on, by=by))
    known: pb.ProgrammeCouncil = p.council("integrity-council")
    p = p.apply(known.adopt_charter(quorum="more than 1/2", on=on, by=by))
    p = p.apply(p.council("integrity-council").add_member("audit-head", "chair", on=on, by=by))
    p = p.apply(p.council("integrity-council").plan_meeting("2025-11-12", on=on, by=by))
    meeting: pb.CouncilMeeting = p.council("integrity-council").meeting("2025-3")
    p = p.apply(meeting.add_item("1", "Plan", "decision", on=on, by=by))
    held: pb.Event = (
        p.council("integrity-council")
        .meeting("2025-3")
        .hold(["audit-head"], on="2025-11-12", by=by)
    )
    p = p.apply([held])
    council: pb.Council = p.councils[0]
    charter: pb.Charter = council.charters[0]
    membership: pb.Membership = council.memberships[0]
    item: pb.AgendaItem = council.meetings[-1].items[0]
    quorum: pb.Quorum | None = council.meetings[-1].quorum
    assert quorum is not None and quorum.met and charter.quorum == "more than 1/2"
    assert membership.role == "chair" and item.outcome == "open"
    task: pb.ProgrammeTask = p.tasks[0]
    p = p.apply(task.adopt(on=on, by=by))
    change: pb.TaskChange = p.task(task.id).changes[0]
    history: pb.History = p.history
    assert change.event == len(history) and history[-1].number == change.event
    activity: list[pb.ProgrammeActivity] = p.activities
    observance: list[pb.ProgrammeObservance] = p.observances
    proof: pb.Evidence = pb.Evidence("proof.pdf", "application/pdf", 64 * "0")
    goal: pb.YearGoal = pb.YearGoal("grade", 2026, "Grade 1", grade=1)
    indicator: pb.Indicator = pb.Indicator("i-1", 2026, "Effort")
    official: pb.Official = pb.Official("0412", unit="audit")
    result: pb.Assessment = pb.Assessment(2025, grade=2, published="2025-12-23")
    duties: list[pb.Duty] = p.duties
    obligations: list[pb.Obligation] = p.obligations
    matters: list[pb.Matter] = p.matters
    fulfilments: list[pb.Fulfilment] = p.fulfilments
    assert not obligations and not matters and not fulfilments
    attendances: pb.Table[pb.Attendance] = p.attendances
    assert proof.name and goal.grade == indicator.id.count("i") and official.unit == "audit"
    assert activity is not None and observance is not None and result.grade == 2
    assert duties == [] and attendances == []
    try:
        p.task(task.id).verify(on=on, by=by)
    except pb.TransitionError as error:
        states: tuple[str, str, str] = (error.state, error.wanted, error.unmet)
        assert states == ("adopted", "verified", "it is submitted")


def body_of(event: pb.Event) -> str:
    body: EventBody | None = event.body
    if isinstance(body, pb.UnitAdded | pb.UnitMoved | pb.TaskAssigned):
        return body.band
    if isinstance(body, pb.UnitClosed):
        return body.to
    if isinstance(body, pb.RecordPatch):
        return f"{body.record} {body.fields[0]} {body.values}"
    if isinstance(body, pb.BandsParted):
        return body.bands[0].id
    if isinstance(body, pb.AreaAssigned):
        return body.owners[0]
    if isinstance(body, pb.MemberLeft):
        return body.seat
    if isinstance(body, pb.MeetingMoved | pb.MeetingHeld):
        return str(body.date)
    if isinstance(body, pb.EvidenceGiven):
        return body.evidence[0].name
    if isinstance(body, pb.ItemDecided):
        return body.outcome
    if isinstance(body, pb.TaskSuperseded):
        return body.by
    if isinstance(body, pb.TaskRescheduled):
        return str(body.due)
    if isinstance(body, pb.TaskWeighted):
        return str(body.weight)
    if isinstance(body, pb.TaskLinked):
        return body.depends_on[0]
    if isinstance(body, pb.TaskDirected):
        return body.risk_area
    return ""


def korean_and_calendar_files() -> None:
    days: list[datetime.date | pb.Interval] = (
        pb.parse_korean("매월 15일").readings[0].between("2026-01-01", "2027-01-01")
    )
    often: pb.HowOften = pb.parse_korean_quota("연 3회")
    quota: pb.Quota = often.quota("council", "2026-01-01")
    assert len(days) == 12 and quota.times == often.times
    english: pb.EnglishRule = pb.parse_english("the third Wednesday of March")
    assert english.readings[0].rule == pb.Rule("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE")
    rule: pb.KoreanRule = pb.parse_korean("매년 3월 셋째 주 수요일")
    reading: pb.Reading = rule.readings[2]
    convention: pb.WeekConvention | None = reading.convention
    meant: pb.Rule | None = reading.rule
    terms: tuple[pb.Term, ...] = reading.terms
    assert isinstance(terms[0], pb.Term)
    assert convention == pb.WeekConvention.ISO and meant is not None and reading.title.to("ko")
    differences: list[pb.ReadingDifference] = rule.differ(2018, 2019, readings=(0, 2))
    assert differences[0].year == 2018 and differences[0].month is None
    spans: pb.Spans = pb.parse_korean("매월 셋째 주").readings[0].spans(start="2026-01-01")
    week: pb.Interval | None = spans.nth(0)
    assert week is not None and pb.korean.period(week)
    words: str = pb.korean.with_particle(pb.korean.term("quorum").korean, "은/는")
    assert words == "의사정족수는" and pb.korean.date("2026-03-18", weekday=True)
    text: str = pb.examples.songpa().calendar(2026).ics_text(recurring="rule")
    findings: list[pb.ics.Finding] = pb.ics.check(text)
    assert findings[0].clients == ("Outlook",) and findings[0].why.to("ko")
    content: pb.ics.IcsContent = pb.ics.read(text)
    series: pb.ics.Series = content.series("integrity-week")
    recurrence: pb.Recurrence | pb.Spans = series.recurrence
    assert isinstance(recurrence, pb.Spans) and content.refused == []


def planning() -> None:
    rule: pb.ByRule = pb.ByRule(pb.Rule("FREQ=MONTHLY;BYDAY=3WE"), "2026-01-01")
    weeks: pb.ByWeek = pb.ByWeek(3, "2026-01-01", pb.WE, months=[3])
    listed: pb.OnDates = pb.OnDates(["2025-07-25", "2025-11-14"])
    each: pb.InEach = pb.InEach([pb.Interval("2026-03-16", "2026-03-23")], pb.WE)
    cadences: list[Cadence] = [rule, weeks, listed, each]
    first: datetime.date | None = cadences[0].slot(0)
    old: list[pb.CadenceVersion] = [
        pb.CadenceVersion("2025-01-01", pb.EveryMonths(4, "2025-03-15"))
    ]
    new = pb.changed_cadence(old, pb.CadenceVersion("2026-01-01", pb.TimesAYear(3, "2026-03-15")))
    slots: pb.Table[pb.Slot] = pb.slots(new, "2025-01-01", "2026-01-01", roll="preceding")
    quota: pb.Quota = pb.Quota("meetings", 3, "2025-01-01", counts=["regular", "held"])
    facts: list[pb.QuotaFact] = [pb.QuotaFact("2025-2", "2025-07-25", regular=True, held=True)]
    verdict: pb.Verdict = quota.judge(2025, facts, "2025-08-15", slots, notice_days=14)
    latest: datetime.date | None = verdict.latest_feasible
    proposals: pb.Table[pb.Proposal] = pb.propose(1, 2025, preferred_weekdays=[pb.WE, pb.FR])
    other: pb.RunnerUp = proposals[0].runners_up[0]
    assert first and latest and verdict.state == "at_risk" and verdict.reason.korean
    assert other.cost >= proposals[0].cost and not pb.is_bridge(other.date)


def questions() -> None:
    yongsan = pb.examples.yongsan()
    view: pb.View = yongsan.view(on="2026-03-02")
    verdicts: dict[str, pb.Verdict] = view.quotas()
    overdue: pb.Table[pb.OverdueGroup] = view.overdue(by="band")
    late: list[pb.OverdueTask] = [task for group in overdue for task in group.tasks]
    progress: pb.Table[pb.Progress] = view.progress(by="owner")
    brief: pb.Brief = view.brief()
    assert brief.view.on == brief.on and brief.html_text(lang="ko", paper="A3")
    lines: list[pb.BriefLine] = [*brief.done, *brief.late, *brief.decisions, *brief.coming]
    conflicts: pb.Table[pb.Conflict] = view.conflicts()
    rows: pb.Table[pb.EvidenceRow] = view.evidence(2026)
    points: pb.Table[pb.BurnupPoint] = yongsan.burnup("2026-01-01", "2026-02-01", every="week")
    coverage: pb.Coverage = yongsan.coverage()
    matrix: pb.Table[pb.CoverageRow] = coverage.rows
    gaps: pb.Table[pb.CoverageGap] = coverage.gaps
    counts: pb.Table[pb.Reconciliation] = yongsan.reconcile()
    changes: pb.Changes = yongsan.changes(since=yongsan)
    reasons: pb.Table[pb.DateReason] = yongsan.why("2025-07-25")
    moves: pb.Table[pb.Move] = yongsan.impact(view.workdays, view.workdays, 2026)
    meetings: pb.Table[pb.Proposal] = yongsan.propose_meetings("integrity-council", 2026)
    try:
        owed: pb.Table[pb.ObligationStanding] = view.obligations(2026, state="late")
        assert not [each.days_late for each in owed]
        duty: pb.DutyStanding = view.duty("education")
        lacking: pb.Table[pb.DutyShortfall] = duty.shortfall()
        assert not lacking
    except pb.ProbityError:
        pass  # the office publishes none
    assert verdicts and progress[0].fraction == 0 and points and matrix and gaps and reasons
    assert not (late or lines or conflicts or rows or counts or moves) and changes.carried_over
    assert len(meetings) == 3


def many_programmes() -> None:
    offices: pb.Portfolio = pb.Portfolio([pb.examples.songpa(), pb.examples.yongsan()])
    counts: pb.Table[pb.ObligationCount] = offices.obligations("2026-03-18", 2026)
    assert [row.owed for row in counts] == []
    rows: pb.Table[pb.PortfolioProgress] = offices.progress("2026-03-18", by="programme")
    totals: list[tuple[str, int, float]] = [(row.id, row.total, row.fraction) for row in rows]
    assert [total for _, total, _ in totals] == [39, 6]
    states: dict[str, int] = offices.states("2026-03-18")
    assert states["proposed"] == offices.tasks
    points: pb.Table[pb.BurnupPoint] = offices.burnup("2026-01-01", "2027-01-01", every="month")
    columns: dict[str, npt.NDArray[Any]] = offices.burnup_columns("2026-01-01", "2027-01-01")
    assert len(points) == 13 and len(columns["date"]) == 53


def importing() -> None:
    songpa = pb.examples.songpa()
    good = [{"id": "T-40", "title": "Training", "due": "2026. 3. 18."}]
    later: pb.Programme = pb.import_rows(songpa, tasks=good, on="2026-03-02", by="team")
    assert len(later.tasks) == 40
    try:
        pb.import_rows(songpa, tasks=[["id", "title"], ["T-40", ""]], on="2026-03-02", by="team")
    except pb.ImportErrors as errors:
        rows: pb.Table[pb.RowError] = errors.rows
        where: tuple[str, int, str] = (rows[0].sheet, rows[0].row, rows[0].column)
        korean: str = rows[0].message.korean
        assert where == ("tasks", 2, "title") and korean


def workbooks(folder: Path) -> None:
    songpa = pb.examples.songpa()
    form, mended = folder / "form.xlsx", folder / "mended.xlsx"
    pb.excel.template(form, songpa, "en", rows=True, on="2026-03-02")
    book: pb.excel.Workbook = pb.excel.read(form, tasks="Tasks")
    tasks: pb.excel.SheetTable | None = book.tasks
    assert tasks is not None and tasks.address(2, "Title *") == "Tasks!C2"
    rows: list[dict[str, str]] = list(tasks)
    try:
        pb.import_rows(songpa, **book, on="2026-03-02", by="team")
    except pb.ImportErrors as errors:
        cells: list[str] = errors.cells
        reason: pb.Text = errors.rows[0].reason
        errors.annotate(mended, "ko")
        assert len(rows) == 39 and cells[0] == "Tasks!A2" and reason.korean
    try:
        pb.import_rows(songpa, bands=book, tasks=mended, on="2026-03-02", by="team")
    except pb.ImportErrors as errors:
        errors.annotate(mended, lang="en", replace=True)


def reorganising(office: pb.Programme) -> None:
    """A new organisation chart from a table."""
    chart = [{"old": "U-01", "new": "Planning"}]
    plan: pb.Reorganisation = pb.reorganise(office, chart, on="2027-01-01", by="team")
    changed: pb.UnitChange = plan.units[0]
    moved: tuple[pb.HandedOver, ...] = plan.moves
    later: pb.Programme = office.apply(plan.events)
    assert changed.what == "renamed" and not moved and later == plan.programme
    try:
        pb.reorganise(office, [{"old": "?", "new": "x"}], on="2027-01-01", by="team")
    except pb.ReorganisationErrors as refused:
        row, reason = refused.rows[0]
        assert row == 2 and reason


def papers_and_notebooks(office: pb.Programme) -> None:
    """Papers of a meeting, and values in a language."""
    council = office.councils[0]
    paper: pb.Paper = office.council(council.id).meeting("2026-1").paper("minutes")
    title: str = paper.title("ko")
    text: str = paper.html_text(lang="ko", approval=["청렴팀장", ("구청장", "Mayor")])
    shown: pb.Shown = pb.show(office, "ko")
    assert title in text and repr(shown) == repr(office)


def records_by_keyword() -> None:
    """Records that code makes, with sentences for rules."""
    rule = pb.RuleVersion("매월 둘째 주", begin="2026-01-01")
    week = pb.Observance("integrity-week", "청렴주간", rules=[rule])
    charter = pb.Charter("2026-01-02", quorum="more than 1/2", notice_days=7)
    banding = pb.Banding("밴드", bands=[pb.Band("B-1", units=["audit"])])
    meeting = pb.Meeting(2026, ordinal=1, items=[pb.AgendaItem("1", "점검", kind="decision")])
    assert week.rules[0].rule["week"] == 2 and charter.notice_days == 7
    assert banding.bands and meeting.items[0].kind == "decision"


def errors() -> None:
    try:
        pb.Rule("FREQ=DAILY;BYDAY=9XX")
    except pb.RuleError as error:
        position: int = error.position
        assert position == 17
    try:
        pb.Programme.parse("{")
    except pb.DocumentError as error:
        place: str = error.place
        assert place is not None
    for kind in (pb.DateError, pb.HorizonError):
        assert issubclass(kind, pb.ProbityError)


def main() -> None:
    dates()
    recurrences_in_time()
    recurrences()
    working_days("following", "en", "2026-03-18")
    laws()
    with tempfile.TemporaryDirectory() as folder:
        programmes(Path(folder))
        workbooks(Path(folder))
        journals(Path(folder), pb.examples.songpa())
    records_and_history()
    korean_and_calendar_files()
    planning()
    questions()
    many_programmes()
    importing()
    reorganising(pb.examples.songpa(illustrative=True))
    papers_and_notebooks(pb.examples.yongsan(illustrative=True))
    records_by_keyword()
    errors()


if __name__ == "__main__":
    main()
