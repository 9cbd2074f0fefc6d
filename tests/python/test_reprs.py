"""What repr shows: a value that programs make reads back, all else stands in angle brackets."""

import datetime
import inspect
import tempfile
from pathlib import Path

import pytest

import probity as pb
from probity._sentences.reading import Term

KR = pb.WorkCalendar.korea()
LATER = KR.with_holiday("2026-09-14", "임시공휴일")
SONGPA = pb.examples.songpa(illustrative=True)
YONGSAN = pb.examples.yongsan(illustrative=True)
PUBLISHED = pb.examples.yongsan()
VIEW = SONGPA.view(on="2026-11-01")
COMPARISON = pb.WeekConvention.compare(2026, week=3)
SENTENCE = pb.parse_korean("매년 3월 셋째 주 수요일")
WEEK = pb.third_week(start="2026-01-01")
RULE = pb.Recurrence("FREQ=MONTHLY;BYDAY=3WE", start="2026-01-01", exdates=["2026-03-18"])
STAMP = "2026-01-05T00:00:00Z"
ON = {"on": "2027-01-04", "by": "integrity-team"}
NEAREST = pb.SubstituteTerm("nearest_weekday", since="1971-01-01", title_en="{name} (observed)")

#: What events say, one of each kind.
BODIES = {type(event.body): event.body for event in [*SONGPA.history, *YONGSAN.history]}


def verification() -> pb.Verification:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "songpa.jsonl"
        SONGPA.save(path)
        return pb.verify(path)


#: Of every kind of value at least one, or what holds one.
VALUES = [
    *(SONGPA, YONGSAN, PUBLISHED, VIEW, VIEW.brief(), VIEW.quotas(), VIEW.overdue("band")),
    *(VIEW.progress("band"), VIEW.evidence(2026), YONGSAN.coverage(), PUBLISHED.coverage()),
    *(SONGPA.reconcile(), SONGPA.why("2026-03-18"), SONGPA.impact(KR, LATER, 2026)),
    *(SONGPA.changes(SONGPA.as_of("2026-01-05")), list(SONGPA.history), list(YONGSAN.history)),
    *(VIEW.duty("education"), VIEW.duty("education").shortfall()),
    *(SONGPA.burnup("2026-01-01", "2026-03-01"), pb.Portfolio([SONGPA])),
    *(pb.Portfolio([SONGPA]).progress("2026-11-01"), SONGPA.calendar(2026)),
    *(PUBLISHED.calendar(2025), PUBLISHED.calendar(2025).undated, PUBLISHED.observances),
    *(SONGPA.observances[0].occurrences("2026-01-01", "2027-01-01"),),
    *(KR, LATER, KR.holidays("2026-01-01", "2027-01-01"), KR.due("2026-05-22", 1)),
    *(
        KR.diff(LATER, "2026-01-01", "2027-01-01"),
        KR.state("2026-05-05"),
        KR.roll(RULE, "following"),
    ),
    *(pb.slots(pb.EveryMonths(4, "2025-03-15"), "2025-01-01", "2026-01-01"), pb.propose(2, 2027)),
    *(COMPARISON, list(COMPARISON), pb.WE, pb.WE(3), pb.WeekOfMonth(2026, 3, 3)),
    *(pb.WeekConvention.ISO, pb.LunarDate(2026, 1, 1), pb.Interval("2026-01-01")),
    *(pb.DateSet(["2026-01-01"]), pb.DateSet(), pb.Rule("FREQ=DAILY;COUNT=3"), RULE, WEEK),
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
        BODIES,
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
    ),
]
NAMES = {"datetime": datetime, "Term": Term, **{name: getattr(pb, name) for name in pb.__all__}}
#: Values that nothing but the library makes, or that are too long to be written out.
IN_BRACKETS = {
    *("Agenda", "Event", "History", "Portfolio", "Programme", "ProgrammeActivity", "View"),
    *("ProgrammeCouncil", "ProgrammeObservance", "ProgrammeTask", "WeekComparison"),
}


def found():
    """The values by the names of their classes, with all that their members hold."""
    seen: dict[str, list] = {}

    def walk(value, depth):
        if isinstance(value, list | tuple | dict):
            for each in list(value.values() if isinstance(value, dict) else value)[:40]:
                walk(each, depth)
            return
        kind = type(value)
        if not kind.__module__.startswith("probity") or depth > 5:
            return
        known = seen.setdefault(kind.__name__, [])
        if len(known) > 40:
            return
        known.append(value)
        for name in dir(kind):
            if not name.startswith("_") and isinstance(
                inspect.getattr_static(kind, name, None), property
            ):
                walk(getattr(value, name), depth + 1)

    for value in VALUES:
        walk(value, 0)
    return seen


FOUND = found()


def is_made_by_call(kind: type) -> bool:
    if isinstance(kind, type(pb.Interval)) and type(kind) is not type:
        # Of a class without a constructor __init__ is object's way to refuse.
        return type(vars(kind).get("__init__", object.__init__)) is not type(object.__init__)
    return True


@pytest.mark.parametrize("name", FOUND)
def test_a_value_reads_back_or_stands_in_brackets(name):
    for value in FOUND[name]:
        text = repr(value)
        if text.startswith("<"):
            assert text.endswith(">")
            kinds = [kind.__name__ for kind in type(value).__mro__[:-2]]
            assert text.startswith(tuple("<" + kind for kind in kinds)), text
        else:
            assert is_made_by_call(type(value)) or text.startswith("WorkCalendar."), text
            assert eval(text, {**NAMES, type(value).__name__: type(value)}) == value, text


@pytest.mark.parametrize("name", FOUND)
def test_what_a_call_can_say_is_said_by_one(name):
    """Of a kind that programs make, those that they did make show as calls."""
    if name == "WorkCalendar":  # made by methods of the class
        assert repr(KR) == "WorkCalendar.korea()" and repr(LATER).startswith("<WorkCalendar")
    elif name in IN_BRACKETS or not is_made_by_call(type(FOUND[name][0])):
        assert all(repr(value).startswith("<") for value in FOUND[name])
    elif name not in ("Task", "Council"):  # what their history made of them is more
        assert not any(repr(value).startswith("<") for value in FOUND[name])


def test_every_class_of_values_is_looked_at():
    classes = {
        name
        for name in pb.__all__
        if isinstance(getattr(pb, name), type) and not issubclass(getattr(pb, name), BaseException)
    }
    # Tables show as the lists and dicts that they are; a report and a row stand below; none of the
    # others is in these programmes.
    elsewhere = {
        *("Table", "Verdicts", "IcsReport", "IcsSeries", "RowError"),
        *("BandsParted", "Conflict", "Observance", "UnitClosed"),
    }
    assert classes - FOUND.keys() <= elsewhere


def test_the_forms():
    assert repr(pb.Task("T-1", due="2026-06-30")) == (
        "Task(id='T-1', kind='practice_task', due=datetime.date(2026, 6, 30), weight=1)"
    )
    assert repr(SONGPA.task("T-30")) == "<Task 'T-30' in_progress due 2026-09-28>"
    assert repr(SONGPA.burnup("2026-01-01", "2026-01-03")[0]) == (
        "<BurnupPoint date=datetime.date(2026, 1, 1), total=0, done=0, total_weight=0,"
        " done_weight=0>"
    )
    assert repr(COMPARISON) == "<WeekComparison of week 3 of 2026, 12 months>"
    assert str(COMPARISON).splitlines()[1].split() == ["month", *COMPARISON[0].weeks]
    assert repr(SONGPA.tasks[:1]) == "[<Task 'T-01' closed due 2026-06-30>]"


def test_reports_of_files_and_rows(tmp_path):
    report = pb.examples.songpa().calendar(2026).to_ics(tmp_path / "x.ics", stamp=STAMP)
    assert repr(report).startswith("<IcsReport events=37, rules=[<IcsSeries id='integrity-day', ")
    with pytest.raises(pb.ImportErrors) as raised:
        pb.import_rows(
            SONGPA, tasks=[{"id": "T-99", "title": "A", "due": "soon"}], on="2026-03-02", by="x"
        )
    assert repr(raised.value.rows[0]).startswith("<RowError sheet='tasks', row=2")
