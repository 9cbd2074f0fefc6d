"""Tasks in calendar files: by their due dates, with reminders, a file for each owner."""

import datetime
import re

import icalendar
import pytest

import probity as pb
from small_office import PROOF

ON = {"on": "2026-01-05", "by": "kim"}
STAMP = "2026-01-05T00:00:00Z"
SEOUL = "Asia/Seoul"


def office():
    p = pb.Programme.new("mapo", ("마포구", "Mapo-gu"), **ON)
    for unit, title in (("audit", "감사담당관"), ("finance", "재무과"), ("tax", "세무과")):
        p = p.apply(p.add_unit(pb.Unit(unit, title), **ON))
    for task, owner, due in (
        ("T-1", "audit", "2026-06-30"),
        ("T-2", "finance", "2026-10-30"),
        ("T-3", "finance", None),
        ("T-4", "", "2026-05-29"),
        ("T-5", "audit", "2031-01-01"),
    ):
        made = pb.Task(task, (f"과제 {task}", f"Task {task}"), owner=owner, due=due)
        p = p.apply(p.propose_task(made, **ON))
    p = p.apply(p.establish_council(pb.Council("council", "Council"), **ON))
    plan = {"begins": "14:00", "ends": "15:00"}
    p = p.apply(p.council("council").plan_meeting("2026-03-20", **plan, **ON))
    week = pb.Observance("week", "Week", rules="매월 셋째 주")
    return p.apply(p.add_observance(week, **ON))


def components(text, name):
    return [each for each in icalendar.Calendar.from_ical(text).walk(name)]


def agenda():
    return office().calendar(2026)


def test_open_tasks_are_events_of_a_whole_day_that_leave_people_free():
    text = agenda().ics_text(lang="ko", stamp=STAMP)
    tasks = [each for each in components(text, "VEVENT") if str(each["UID"]).startswith("task:")]
    assert [(str(e["UID"]), str(e["SUMMARY"]), e["DTSTART"].dt) for e in tasks] == [
        ("task:T-1@mapo.probity", "기한: 과제 T-1", datetime.date(2026, 6, 30)),
        ("task:T-2@mapo.probity", "기한: 과제 T-2", datetime.date(2026, 10, 30)),
        ("task:T-4@mapo.probity", "기한: 과제 T-4", datetime.date(2026, 5, 29)),
    ]
    assert {str(e["TRANSP"]) for e in tasks} == {"TRANSPARENT"}
    assert tasks[0]["DTEND"].dt == datetime.date(2026, 7, 1)
    assert str(tasks[0]["DESCRIPTION"]) == "담당부서: 감사담당관, 상태: 제안"


def test_what_is_done_or_dropped_is_not_there():
    p = office()
    p = p.apply(p.task("T-1").reject(**ON, reason="중복"))
    steps = [p.task("T-2").adopt(**ON)]
    p = p.apply(steps[0])
    p = p.apply(p.task("T-2").start(**ON))
    p = p.apply(p.task("T-2").submit([PROOF], **ON))
    assert "task:T-2" in p.calendar(2026).ics_text(stamp=STAMP)
    p = p.apply(p.task("T-2").verify(on="2026-01-06", by="lee"))
    text = p.calendar(2026).ics_text(stamp=STAMP)
    assert "task:T-1" not in text and "task:T-2" not in text and "task:T-4" in text


def test_a_task_keeps_its_uid_and_counts_its_changes_when_it_is_rescheduled():
    p = office()
    p = p.apply(p.task("T-1").reschedule("2026-07-31", **ON, reason="연장"))
    text = p.calendar(2026).ics_text(stamp=STAMP)
    (task,) = (e for e in components(text, "VEVENT") if "T-1@" in str(e["UID"]))
    assert (task["DTSTART"].dt, int(task["SEQUENCE"])) == (datetime.date(2026, 7, 31), 1)


def test_as_todos_or_not_at_all():
    text = agenda().ics_text(tasks="todo", stamp=STAMP)
    todos = components(text, "VTODO")
    assert [each["DUE"].dt for each in todos][0] == datetime.date(2026, 6, 30)
    assert {str(each["STATUS"]) for each in todos} == {"NEEDS-ACTION"}
    assert not [e for e in components(text, "VEVENT") if "task:" in str(e["UID"])]
    assert "task:" not in agenda().ics_text(tasks="none", stamp=STAMP)
    assert "task:" not in agenda().select("week").ics_text(stamp=STAMP)
    with pytest.raises(pb.ProbityError, match='"events", "todo" or "none"'):
        agenda().ics_text(tasks="all", stamp=STAMP)


@pytest.mark.parametrize(
    ("days", "whole", "timed"),
    [(0, "PT9H", "-PT1H"), (1, "-PT15H", "-P1D"), (7, "-PT159H", "-P7D")],
)
def test_reminders_are_asked_for(days, whole, timed):
    """Of whole days at nine o'clock, 15 hours before the midnight with which they begin."""
    text = agenda().ics_text(remind=days, stamp=STAMP)
    for event in components(text, "VEVENT"):
        (alarm,) = event.walk("VALARM")
        assert alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"] == event["SUMMARY"]
        trigger = re.search(r"BEGIN:VALARM.*?TRIGGER:(\S+)", event.to_ical().decode(), re.S)[1]
        has_time = isinstance(event["DTSTART"].dt, datetime.datetime)
        assert alarm["TRIGGER"].dt == icalendar.vDuration.from_ical(timed if has_time else whole)
        assert trigger
    todo = components(agenda().ics_text(remind=days, tasks="todo", stamp=STAMP), "VTODO")[0]
    assert todo.walk("VALARM")[0]["TRIGGER"].params["RELATED"] == "END"


def test_without_one_there_is_no_reminder_and_days_have_bounds():
    assert "VALARM" not in agenda().ics_text(stamp=STAMP)
    for days in (-1, 367):
        with pytest.raises(pb.ProbityError, match="0 to 366"):
            agenda().ics_text(remind=days, stamp=STAMP)


def test_what_was_called_off_reminds_of_nothing():
    p = office()
    said = {"status": "cancelled", "reason": "수해"}
    p = p.apply(p.observance("week").record("2026-08-17", **said, **ON))
    text = p.calendar(2026).ics_text(remind=1, stamp=STAMP)
    (week,) = (e for e in components(text, "VEVENT") if str(e.get("STATUS")) == "CANCELLED")
    assert not week.walk("VALARM")


def test_a_file_for_each_owner(tmp_path):
    written = agenda().to_ics_by_owner(tmp_path / "out", lang="ko", stamp=STAMP, remind=1)
    assert {owner: path.name for owner, path in written.items()} == {
        "audit": "감사담당관.ics",
        "finance": "재무과.ics",
        "": "담당부서-없음.ics",
    }
    for owner, tasks in (("audit", ["T-1"]), ("finance", ["T-2"]), ("", ["T-4"])):
        text = written[owner].read_text("utf-8")
        assert re.findall("UID:task:(T-.)@", text) == tasks
        # The days of all are in each.
        assert "UID:week-" in text and "VALARM" in text
    assert agenda().ics_text(owner="finance", stamp=STAMP).count("UID:task:") == 1
    with pytest.raises(pb.ProbityError, match="'law' is no unit"):
        agenda().ics_text(owner="law", stamp=STAMP)
    with pytest.raises(TypeError, match="no owner"):
        agenda().to_ics_by_owner(tmp_path, owner="audit")


def test_the_report_counts_them_and_the_file_is_whole(tmp_path):
    report = agenda().to_ics(tmp_path / "mapo.ics", stamp=STAMP)
    assert report.tasks == 3
    assert report.events == len(components((tmp_path / "mapo.ics").read_bytes(), "VEVENT"))
    todo = agenda().to_ics(tmp_path / "todo.ics", tasks="todo", stamp=STAMP)
    assert (todo.tasks, todo.events) == (3, report.events - 3)
    for path in tmp_path.glob("*.ics"):
        assert all(len(line) <= 75 for line in path.read_bytes().split(b"\r\n"))
        assert agenda().ics_text(stamp=STAMP) == agenda().ics_text(stamp=STAMP)


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("tasks", ["events", "todo"])
def test_what_was_written_is_read_back_as_the_tasks_that_they_were(tasks, lang):
    written = agenda().ics_text(lang=lang, tasks=tasks, stamp=STAMP)
    read = pb.ics.read(written.encode())
    titles = {task.id: task.title.to(lang) for task in office().tasks}
    assert [task.row for task in read.tasks] == [
        {"id": id, "title": titles[id], "due": due}
        for id, due in (("T-1", "2026-06-30"), ("T-2", "2026-10-30"), ("T-4", "2026-05-29"))
    ]
    assert not read.holidays and not any(task.done for task in read.tasks)


def test_a_whole_day_of_another_calendar_stays_one_whatever_it_is_called():
    written = agenda().ics_text(stamp=STAMP).replace("PRODID:-//probity//", "PRODID:-//other//")
    read = pb.ics.read(written.encode())
    assert not read.tasks and len(read.holidays) >= 3
