"""What repr shows: a value that programs make reads back, all else stands in angle brackets."""

import datetime

import pytest

import probity as pb
from every_value import COMPARISON, KR, LATER, SONGPA, STAMP, VALUES, found

NAMES = {"datetime": datetime, **{name: getattr(pb, name) for name in pb.__all__}}
#: Values that nothing but the library makes, or that are too long to be written out.
IN_BRACKETS = {
    *("Agenda", "Event", "History", "Portfolio", "Programme", "ProgrammeActivity", "View"),
    *("ProgrammeCouncil", "ProgrammeObservance", "ProgrammeTask", "Times"),
    *("WeekComparison", "ZoneChange"),
}


#: The values by the names of their classes. Tables show as the lists and dicts that they are.
FOUND = {
    kind.__name__: values
    for kind, values in found(VALUES).items()
    if not issubclass(kind, pb.Table | dict)
}


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
    elif name not in (
        "Task",
        "Council",
        "AgendaItem",
        "Meeting",
    ):  # what their history made of them is more
        assert not any(repr(value).startswith("<") for value in FOUND[name])


def test_every_class_of_values_is_looked_at():
    classes = {
        name
        for name in pb.__all__
        if isinstance(getattr(pb, name), type) and not issubclass(getattr(pb, name), BaseException)
    }
    # A report and a row stand below; none of the others is in these programmes.
    elsewhere = {
        *("Table", "Verdicts", "IcsReport", "WrittenRule", "RowError"),
        *("BandsParted", "Conflict", "Journal", "RecordPatch", "UnitClosed"),
        *("HandedOver", "Paper", "Reorganisation", "Shown", "UnitChange"),
        *("Fulfilment", "Matter", "ObligationCount", "ObligationStanding"),
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
    patch = pb.RecordPatch("Unit", {"title": "Tax", "end": None})
    assert eval(repr(patch), NAMES) == patch
    assert repr(COMPARISON) == "<WeekComparison of week 3 of 2026, 12 months>"
    assert str(COMPARISON).splitlines()[1].split() == ["month", *COMPARISON[0].weeks]
    assert repr(SONGPA.tasks[:1]) == "[<Task 'T-01' closed due 2026-06-30>]"


def test_reports_of_files_and_rows(tmp_path):
    report = pb.examples.songpa().calendar(2026).to_ics(tmp_path / "x.ics", stamp=STAMP)
    assert repr(report).startswith(
        "<IcsReport events=37, tasks=0, rules=[<WrittenRule id='integrity-day', "
    )
    with pytest.raises(pb.ImportErrors) as raised:
        pb.import_rows(
            SONGPA, tasks=[{"id": "T-99", "title": "A", "due": "soon"}], on="2026-03-02", by="x"
        )
    assert repr(raised.value.rows[0]).startswith("<RowError sheet='tasks', row=2")
