"""Of every public class of values at least one, or something that holds one."""

import dataclasses
import inspect
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import probity as pb
from small_office import with_council
from workbooks import ACT, BAD_BANDS, BAD_TASKS, OFFICE, WHOLE, book_of

KR = pb.WorkCalendar.korea()
LATER = KR.with_holiday("2026-09-14", "임시공휴일")
SONGPA = pb.examples.songpa(illustrative=True)
YONGSAN = pb.examples.yongsan(illustrative=True)
PUBLISHED = pb.examples.yongsan()
VIEW = SONGPA.view(on="2026-11-01")
OWING = pb.examples.statutory_year().view(on="2026-02-20")
COMPARISON = pb.WeekConvention.compare(2026, week=3)
SENTENCE = pb.parse_korean("매년 3월 셋째 주 수요일")
WEEK = pb.third_week(start="2026-01-01")
RULE = pb.Recurrence("FREQ=MONTHLY;BYDAY=3WE", start="2026-01-01", exdates=["2026-03-18"])
TIMED = pb.TimedRecurrence(
    "FREQ=HOURLY", "2026-03-08T00:00", "America/New_York", exdates=["2026-03-08T01:00"]
)
STAMP = "2026-01-05T00:00:00Z"
ON = {"on": "2027-01-04", "by": "integrity-team"}
SOON = {"on": "2025-09-01", "by": "audit-office"}
NEAREST = pb.SubstituteTerm("nearest_weekday", since="1971-01-01", title_en="{name} (observed)")

#: What events say, one of each kind.
BODIES = {type(event.body): event.body for event in [*SONGPA.history, *YONGSAN.history]}


def verification() -> pb.Verification:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "songpa.jsonl"
        SONGPA.save(path)
        return pb.verify(path)


def of_a_journal() -> list[Any]:
    """Where a journal stands, what it says of events, and what is saved of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "songpa.probity"
        with pb.Journal.create(path, SONGPA) as journal:
            known = [journal.head, *journal.log()[:3]]
        return [*known, pb.Journal.recover(path, path.with_name("saved.probity"))]


#: Values of the calculus and of programmes.
VALUES = [
    *(SONGPA, YONGSAN, PUBLISHED, VIEW, VIEW.brief(), VIEW.quotas(), VIEW.overdue("band")),
    *(VIEW.progress("band"), VIEW.evidence(2026), YONGSAN.coverage(), PUBLISHED.coverage()),
    *(SONGPA.reconcile(), SONGPA.why("2026-03-18"), SONGPA.impact(KR, LATER, 2026)),
    *(SONGPA.changes(SONGPA.as_of("2026-01-05")), list(SONGPA.history), list(YONGSAN.history)),
    *(OWING.obligations(), pb.Matter("M-1", "lecture", "2026-05-08")),
    pb.Portfolio([pb.examples.statutory_year()]).obligations("2026-02-20"),
    *(pb.Obligation("o", "O", rule="매년 2월 말일"), pb.Fulfilment("o", "2026", "2026-02-24")),
    *(VIEW.duty("education"), VIEW.duty("education").shortfall()),
    *(SONGPA.burnup("2026-01-01", "2026-03-01"), pb.Portfolio([SONGPA])),
    *(pb.Portfolio([SONGPA]).progress("2026-11-01"), SONGPA.calendar(2026)),
    *(PUBLISHED.calendar(2025), PUBLISHED.calendar(2025).undated, PUBLISHED.observances),
    *(SONGPA.observances[0].occurrences("2026-01-01", "2027-01-01"),),
    *(KR, LATER, KR.holidays("2026-01-01", "2027-01-01"), KR.due("2026-05-22", 1)),
    *(KR.deadline("2026-01-31", days=14), KR.statutory_day("2026-02-28")),
    *(
        KR.deadline("2026-09-21T14:30", days=3, rule="petition"),
        *KR.statutory_day("2026-02-28").skipped,
        KR.notice_by("2026-03-10", days=7),
    ),
    *(
        KR.diff(LATER, "2026-01-01", "2027-01-01"),
        KR.state("2026-05-05"),
        KR.roll(RULE, "following"),
    ),
    *(pb.slots(pb.EveryMonths(4, "2025-03-15"), "2025-01-01", "2026-01-01"), pb.propose(2, 2027)),
    *(COMPARISON, list(COMPARISON), pb.WE, pb.WE(3), pb.WeekOfMonth(2026, 3, 3)),
    *(pb.WeekConvention.ISO, pb.LunarDate(2026, 1, 1), pb.Interval("2026-01-01")),
    *(pb.DateSet(["2026-01-01"]), pb.DateSet(), pb.Rule("FREQ=DAILY;COUNT=3"), RULE, WEEK),
    *(TIMED, TIMED | TIMED, TIMED.between("2026-03-08", "2026-03-09"), TIMED.zone),
    *(pb.Zone("Asia/Seoul").changes("1988-01-01"), pb.TimedRecurrence("FREQ=DAILY", "2026-01-01")),
    *(RULE | RULE.shift(1), RULE.shift(-3), WEEK.days()),
    *(pb.TimesAYear(3, "2025-01-01"), pb.EveryMonths(4, "2025-03-15")),
    *(
        pb.ByRule("FREQ=MONTHLY", "2026-01-01"),
        pb.ByWeek(3, "2026-01-01"),
        pb.ByWeek(WEEK, "2026-01-01"),
    ),
    *(pb.OnDates(["2026-01-01"]), pb.InEach([pb.Interval("2026-01-01", "2026-01-08")], pb.WE)),
    *(pb.CadenceVersion("2026-01-01", pb.TimesAYear(3, "2026-01-01"), note=("가", "a")),),
    *(pb.Quota("meetings", 3, "2025-01-01"), pb.QuotaFact("2025-1", "2025-01-01", held=True)),
    *(
        pb.Text("가", "a"),
        SENTENCE,
        SENTENCE.differ(2018, 2019, readings=(0, 2)),
        SENTENCE.readings,
        *BODIES.values(),
    ),
    *(
        pb.Task("T-1", ("가", "a"), due="2026-06-30", weight=2, depends_on=["T-2"]),
        pb.Unit("u", "U"),
    ),
    *(pb.Seat("s", "S", unit="u"), pb.Band("B-1", units=["u"]), pb.RiskArea("r", ("가", "a"))),
    *(
        pb.Activity("a", "A", begin="2026-01-01"),
        pb.Council("c", ("가", "a"), established="2025-06"),
    ),
    *(pb.Indicator("i", 2026, "I"), pb.YearGoal("g", 2026, "G", grade=1), pb.Official("0412")),
    *(pb.Assessment(2025, grade=2, score=80.5), pb.Evidence("p.pdf", "application/pdf", "0" * 64)),
    *(
        pb.Observance(
            "week", "청렴주간", rules=[pb.RuleVersion("매월 셋째 주", begin="2026-01-01")]
        ),
        pb.Charter("2026-01-01", quorum="more than 1/2"),
        pb.Banding("밴드", bands=[pb.Band("B-1", units=["u"])]),
        pb.Institution("마포구", head=pb.Head(post="구청장"), units=[pb.Unit("u", "U")]),
        pb.Meeting(2026, ordinal=1, items=[pb.AgendaItem("1", "점검")]),
    ),
    pb.examples.songpa().task("T-07").adopt(**ON),
    *(pb.FixedDay(7, 4), pb.LunarDay(1, 1, -1), pb.EasterDay(-2), NEAREST),
    pb.HolidayRow(
        "", "Independence Day", pb.FixedDay(7, 4), since="1971-01-01", substitutes=[NEAREST]
    ),
    *(
        pb.HolidayRow("설날", "Seollal", pb.LunarDay(1, 1), since="1990-01-01"),
        pb.HolidayRow("", "Good Friday", pb.EasterDay(-2), until="2030-01-01", kind="half_day"),
        pb.HolidayRow("", "Labor Day", "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", since="1971-01-01"),
        pb.HolidayRow("춘분", "Equinox", ["2026-03-20"], further=[("2027-01-01", "가", "a")]),
        pb.DayBetweenTerm("국민의 휴일", "National Holiday", since="2007-01-01", not_on=pb.SU),
        pb.WeekendTerm([pb.SA, pb.SU], holidays=pb.SU, since="2022-01-01"),
    ),
    *(
        pb.parse_english("the third Wednesday of March"),
        pb.parse_korean_quota("연 3회"),
        verification(),
        *of_a_journal(),
    ),
]

CALENDAR_FILE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//office//KO
BEGIN:VTIMEZONE
TZID:Office
BEGIN:STANDARD
DTSTART:20000101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:weekly
SUMMARY:회의
DTSTART;TZID=Office:20260105T090000
DURATION:PT1H
RRULE:FREQ=WEEKLY;COUNT=4;BYSETPOS=1;BYDAY=MO
END:VEVENT
BEGIN:VEVENT
UID:weekly
SUMMARY:회의 (화요일)
RECURRENCE-ID;TZID=Office:20260112T090000
DTSTART;TZID=Office:20260113T100000
END:VEVENT
BEGIN:VEVENT
UID:founding
SUMMARY:개청기념일
DTSTART;VALUE=DATE:20260301
END:VEVENT
BEGIN:VEVENT
UID:once
SUMMARY:Audit
DTSTART;TZID=Office:20260305T140000
DTEND;TZID=Office:20260305T150000
END:VEVENT
BEGIN:VEVENT
UID:lost
SUMMARY:No day
END:VEVENT
BEGIN:VTODO
UID:report
SUMMARY:결과 보고
DUE;VALUE=DATE:20260318
END:VTODO
END:VCALENDAR
"""


def conflicts() -> list[pb.Conflict]:
    """Those of an office with a meeting on a Sunday."""
    meeting = PUBLISHED.council("integrity-council").plan_meeting("2025-11-09", **SOON)
    return PUBLISHED.apply(meeting).view("2025-09-02").conflicts()


def events() -> Iterator[pb.Event]:
    """Events of the kinds that the illustrative histories do not have."""
    p = with_council()
    for event in (
        lambda p: p.propose_task(pb.Task("T-1", "A", owner="audit"), **ON),
        lambda p: p.close_unit("audit", to="tax", reason="joined with tax", **ON),
    ):
        yield event(p)
        p = p.apply(event(p))


def from_workbook() -> Iterator[Any]:
    """A workbook with rows to be mended, and what importing it raises."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.xlsx"
        book_of(밴드=BAD_BANDS, 과제=BAD_TASKS).save(path)
        book = pb.excel.read(path)
        yield book
        yield raised(lambda: pb.import_rows(OFFICE, **book, **ACT))


def raised(call: Any) -> BaseException:
    try:
        call()
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


def errors() -> list[BaseException]:
    unruly = {"on": "2026-03-02", "by": "x"}
    return [
        raised(lambda: pb.examples.songpa().task("no such task")),
        raised(lambda: pb.Interval("2026-02-30")),
        raised(lambda: pb.Rule("FREQ=DAILY;COUNT=x")),
        raised(lambda: KR.is_working_day("2500-01-01")),
        raised(lambda: pb.Zone("Mars/Phobos")),
        raised(lambda: pb.Programme.parse('{"format": "probity-programme/1", "id": 5}')),
        raised(lambda: pb.examples.songpa().task("T-07").verify(**unruly)),
        raised(lambda: pb.import_rows(SONGPA, tasks=[{"id": "T-99", "due": "soon"}], **unruly)),
        raised(lambda: pb.Journal.open("no such file")),
        raised(conflict_in_a_journal),
    ]


def conflict_in_a_journal() -> None:
    songpa = pb.examples.songpa()
    with (
        tempfile.TemporaryDirectory() as folder,
        pb.Journal.create(Path(folder) / "songpa.probity", songpa) as journal,
    ):
        before = journal.head
        journal.record(lambda p: p.task("T-07").adopt(**ON))
        journal.append([], expected=before)


def report() -> pb.IcsReport:
    with tempfile.TemporaryDirectory() as folder:
        return SONGPA.calendar(2026).to_ics(Path(folder) / "x.ics", stamp=STAMP)


#: Files, tables and errors, and what other histories say.
FURTHER = [
    *(event.body for event in [*events(), *WHOLE.history]),
    PUBLISHED.rename_unit("taxation-division-1", "Tax", **SOON).body,
    report(),
    *(pb.ics.read(CALENDAR_FILE.encode()), pb.ics.check(CALENDAR_FILE.encode())),
    *(conflicts(), list(from_workbook()), errors()),
    *(KR.holidays("2026-05-01", "2026-06-01"), VIEW.quotas(), pb.Portfolio([SONGPA, YONGSAN])),
    *(SONGPA.tasks.columns(), SONGPA.tasks.to_arrow()),
    pb.examples.songpa().calendar(2026).select("week"),
    SONGPA.as_of("2026-03-01"),
]


def members_of(value: Any) -> dict[str, Any]:
    """What a value holds, by the names of its members; it may refuse some."""
    kind = type(value)
    names = [
        name
        for name in dir(kind)
        if not name.startswith("_")
        and isinstance(inspect.getattr_static(kind, name, None), property)
    ]
    if dataclasses.is_dataclass(value):
        names += [each.name for each in dataclasses.fields(value)]
    names += [*getattr(kind, "_fields", ()), *getattr(value, "__dict__", ())]
    return {name: getattr(value, name) for name in dict.fromkeys(names)}


def found(values: list[Any], most: int = 40) -> dict[type, list[Any]]:
    """Values of probity by their classes, up to so many of each: those given, with all that their
    members hold."""
    seen: dict[type, list[Any]] = {}

    def walk(value: Any, depth: int) -> None:
        kind = type(value)
        of_probity = kind.__module__.startswith("probity")
        if isinstance(value, list | tuple | dict | pb.Table):
            for each in list(value.values() if isinstance(value, dict) else value)[:40]:
                walk(each, depth)
        if not of_probity or depth > 5:
            return
        known = seen.setdefault(kind, [])
        if len(known) >= most:
            return
        known.append(value)
        for member in members_of(value).values():
            walk(member, depth + 1)

    for value in values:
        walk(value, 0)
    return seen
