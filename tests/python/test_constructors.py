"""Constructors of records: what each takes, from the record's description."""

import inspect
import re

import pytest

import probity as pb
from probity import _core

CALLS = _core._described_calls()
#: Values for the arguments that are needed.
NEEDED = {
    "id": "x",
    "title": "X",
    "name": "X",
    "times": 2,
    "begin": "2026-01-01",
    "year": 2026,
    "cadence": pb.EveryMonths(4, "2026-03-15"),
    "media_type": "application/pdf",
    "sha256": 64 * "0",
    "date": "2026-03-18",
    "what": "tasks",
    "count": 39,
    "seat": "x",
    "official": "x",
    "duty": "y",
    "minutes": 60,
    "rule": "매월 둘째 주",
    "kind": "lecture",
    "known": "2026-03-18",
    "obligation": "x",
    "period": "2026",
    "on": "2026-03-18",
    "eligible": 12,
    "present": 5,
    "observed": "2026-03-18",
    "state": "adopted",
    "event": 7,
}


def test_these_records_are_made_by_calls():
    assert sorted(CALLS) == [
        "Activity",
        "ActivityDate",
        "AgendaItem",
        "Assessment",
        "Attendance",
        "Band",
        "Banding",
        "CadenceVersion",
        "Charter",
        "Council",
        "DeclaredCount",
        "Duty",
        "EarlierDate",
        "Evidence",
        "Fulfilment",
        "Head",
        "Indicator",
        "Institution",
        "Matter",
        "Meeting",
        "Membership",
        "Obligation",
        "Observance",
        "Occasion",
        "Official",
        "Quorum",
        "Quota",
        "RecordedOccurrence",
        "RiskArea",
        "RuleVersion",
        "Seat",
        "Source",
        "Task",
        "TaskChange",
        "Unit",
        "YearGoal",
    ]


@pytest.mark.parametrize("record", CALLS)
def test_a_record_of_what_is_needed_is_as_a_fresh_one(record):
    arguments = CALLS[record]
    call = {name: NEEDED[name] for name, _, usual, _ in arguments if usual is None}
    made = getattr(pb, record)(**call)
    assert made == getattr(pb, record)(*call.values())
    assert eval(repr(made), {**vars(pb), "datetime": __import__("datetime")}) == made
    for name, _, usual, _ in arguments:
        if usual is not None:
            # A head of whom nothing is said stands for none.
            assert getattr(made, name) == (pb.Head() if name == "head" else eval(usual))
    # One too few.
    if call:
        with pytest.raises(TypeError, match="incompatible constructor arguments"):
            getattr(pb, record)(*list(call.values())[:-1])


@pytest.mark.parametrize("record", CALLS)
def test_the_help_names_each_argument_in_its_place(record):
    arguments = CALLS[record]
    text = getattr(pb, record).__init__.__doc__
    assert text.startswith(f"__init__(self: probity.{record}, ")
    names = [name for name, *_ in arguments]
    assert re.findall(r"[(,] (\w+): ", text.replace("(self", "( self"))[1:] == names
    by_place = [name for name, _, _, place in arguments if place]
    assert names[: len(by_place)] == by_place
    assert (len(by_place) < len(names)) == (", *, " in text)
    with pytest.raises(TypeError, match="takes no keyword 'colour'; it takes " + ", ".join(names)):
        getattr(pb, record)(colour="red")


def test_a_call_says_what_is_wrong():
    def said(call) -> str:
        with pytest.raises((TypeError, pb.ProbityError)) as caught:
            call()
        return str(caught.value)

    assert said(lambda: pb.Unit("a", None)) == "'title' is needed, not None"
    assert said(lambda: pb.Unit("a", "b", kind="x")) == (
        "'x' is none of 'department', 'affiliated_institution'"
    )
    assert said(lambda: pb.Unit("a", "b", begin="x")).startswith('"x" is not a date')
    assert said(lambda: pb.Task("a", weight=10**30)).endswith(" is too large a number")
    assert said(lambda: pb.Quota("q", 2, "2026-01-01", per="week")).startswith(
        "'week' is no period of a quota"
    )
    assert said(lambda: pb.Quota("q", 0, "2026-01-01")).startswith("quota 'q': 0 times")
    assert said(lambda: pb.Council("c", "c", established="soon")).startswith(
        "'soon' is no date, whole or in part"
    )
    for call in (
        lambda: pb.Unit("a", 3),
        lambda: pb.Unit("a", "b", "department"),
        lambda: pb.Unit("a", "b", id="c"),
        lambda: pb.Task("a", depends_on="abc"),
        lambda: pb.Band("b", None),
        lambda: pb.Assessment(2026, score="x"),
    ):
        assert said(call).startswith("__init__(): incompatible constructor arguments.")


def test_none_is_what_was_left_out():
    task = pb.Task("a", None, kind=None, owner=None, due=None, weight=None, depends_on=None)
    assert task == pb.Task("a")


def test_what_only_events_say_is_no_argument():
    for record, names in {
        "Task": {"state", "proposed", "changes", "evidence", "superseded_by"},
        "Council": {"charters", "cadences", "memberships", "meetings"},
        "Activity": {"category", "dates"},
    }.items():
        members = {
            name
            for name, member in inspect.getmembers(getattr(pb, record))
            if isinstance(member, property)
        }
        assert names <= members
        assert not names & {name for name, *_ in CALLS[record]}


ON = {"on": "2026-01-05", "by": "kim"}
SECOND_WEEK = {"week": 2, "convention": "ISO"}


@pytest.mark.parametrize(
    "rule",
    [
        "매월 둘째 주",
        "the second week of every month",
        pb.parse_korean("매월 둘째 주"),
        pb.parse_english("the second week of every month").readings[0],
        {"week": 2},
        pb.ByWeek(2, "2026-01-01"),
    ],
)
def test_a_rule_may_be_said_in_many_ways(rule):
    version = pb.RuleVersion(rule, begin="2026-01-01")
    assert version.rule == SECOND_WEEK
    assert pb.Observance("week", "청렴주간", rules=rule).rules[0].rule == SECOND_WEEK


def test_rules_of_days_and_spans():
    third = {"rrule": "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"}
    assert pb.RuleVersion("매년 3월 셋째 수요일").rule == third
    assert pb.RuleVersion(third["rrule"]).rule == third
    assert pb.RuleVersion(pb.Rule(third["rrule"])).rule == third
    spans = pb.Spans(pb.Recurrence("FREQ=MONTHLY;BYDAY=2MO", "2026-01-01"), days=7)
    assert pb.RuleVersion(spans).rule == {"rrule": "FREQ=MONTHLY;BYDAY=2MO", "days": 7}
    assert pb.ByWeek("매월 둘째 주", "2026-01-01") == pb.ByWeek(2, "2026-01-01")
    day = pb.Recurrence("매년 3월 셋째 수요일", "2026-01-01")
    assert day == pb.Recurrence(third["rrule"], "2026-01-01")
    assert pb.ByRule("매년 3월 셋째 수요일", "2026-01-01").rule == pb.Rule(third["rrule"])


def test_a_sentence_stands_for_a_rule_in_many_rules_at_once_and_in_rows_of_law():
    rule = "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"
    window = ("2026-01-01", "2026-01-01", "2030-01-01")
    of_rules = pb.expand([rule, rule], *window)
    mixed = pb.expand(["매년 3월 셋째 수요일", pb.Rule(rule)], *window)
    said = pb.expand(["매년 3월 셋째 수요일", "third Wednesday of March every year"], *window)
    for each in (mixed, said):
        assert all((a == b).all() for a, b in zip(each, of_rules, strict=True))
    with pytest.raises(pb.RuleError, match="weeks"):
        pb.expand(["매월 둘째 주"], *window)
    row = pb.HolidayRow("노동절", "Labor Day", "매년 9월 첫째 월요일", since="1894-06-28")
    assert row.rule == pb.Rule("FREQ=YEARLY;BYMONTH=9;BYDAY=1MO")


def test_what_was_recorded_can_be_made_and_shows_as_the_call():
    moved = pb.RecordedOccurrence("2026-04-20", nominal="2026-04-06", reason="지역축제")
    assert moved.status == "moved"
    kept = pb.RecordedOccurrence("2026-04-06", nominal="2026-04-06", on="2026-04-10")
    assert kept.status == "held"
    skipped = pb.RecordedOccurrence("2026-08-10", status="cancelled", reason="수해복구")
    quorum = pb.Quorum(12, 5, required=7)
    assert quorum.met is False and pb.Quorum(12, 5).met is None
    change = pb.TaskChange("2026-03-02", "in_progress", 7)
    earlier = pb.EarlierDate("2026-09-21", reason="태풍")
    for record in (moved, kept, skipped, quorum, change, earlier):
        names = {"datetime": __import__("datetime"), **vars(pb)}
        assert eval(repr(record), names) == record


def test_what_no_rule_says_is_refused_in_both_languages():
    with pytest.raises(pb.RuleError, match="depends on working days") as caught:
        pb.RuleVersion("매월 마지막 근무일")
    assert "근무일" in caught.value.text.to("ko")
    with pytest.raises(pb.RuleError, match="weeks"):
        pb.Recurrence("매월 둘째 주", "2026-01-01")
    with pytest.raises(TypeError, match="a sentence such as"):
        pb.RuleVersion(3)
    with pytest.raises(pb.ProbityError, match="none are named beside it"):
        pb.ByWeek("매월 둘째 주", "2026-01-01", pb.WE)


def test_records_are_added_as_they_are_made_or_by_keyword():
    """A rule without a begin holds from the day of the command."""
    p = pb.Programme.new("mapo", "마포구", **ON)
    week = pb.Observance("week", "청렴주간", rules="매월 둘째 주")
    made = p.apply(p.add_observance(week, **ON))
    said = {"title": "청렴주간", "kind": "week", "rules": "매월 둘째 주"}
    assert made == p.apply(p.add_observance("week", **said, **ON))
    (version,) = made.observance("week").rules
    assert (version.rule, str(version.begin)) == (SECOND_WEEK, "2026-01-05")
    p = p.apply(p.add_unit(pb.Unit("audit", "감사과"), **ON))
    banding = pb.Banding("밴드", bands=[pb.Band("B-1", units=["audit"])])
    assert p.apply(p.add_banding(banding, **ON)) == p.apply(
        p.add_banding(title="밴드", bands=[pb.Band("B-1", units=["audit"])], **ON)
    )
    duty = pb.Duty("education", "부패방지교육", minutes=120)
    assert p.apply(p.add_duty(duty, **ON)).duties == [
        pb.Duty("education", "부패방지교육", minutes=120, begin="2026-01-05")
    ]
    with pytest.raises(TypeError, match="a Duty, or its fields by keyword"):
        p.add_duty(duty, minutes=60, **ON)
    with pytest.raises(TypeError, match="a Duty"):
        p.add_duty(pb.Unit("x", "X"), **ON)
    later = made.observance("week").change_rule("매월 셋째 주", begin="2027-01-01", **ON)
    assert made.apply(later).observance("week").rules[1].rule["week"] == 3
