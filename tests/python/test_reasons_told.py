"""The reasons for a date in words: what lies on it, and what was moved from it or to it."""

import probity as pb
from council_office import council as council_office
from council_office import meeting
from documents import council, held_meeting, named, programme, tasks
from small_office import said, words

KOREA = pb.WorkCalendar.korea()


def both(text: pb.Text) -> tuple[str, str]:
    return text.to("ko"), text.to("en")


def observed(kind: str, rule: dict, **more) -> dict:
    rules = [{"begin": "2026-01-01", "rule": rule}]
    return {"id": "o", "kind": kind, "title": {"ko": "주", "en": "W"}, "rules": rules, **more}


def why(p: pb.Programme, date: str) -> list[tuple[str, tuple[str, str]]]:
    """The kinds and reasons of a date, without that it is a working day."""
    found = [(each.kind, both(each.reason)) for each in p.why(date, KOREA)]
    assert found[-1][0] in ("working_day", "day_off")
    return found[:-1]


def postponed(*steps: tuple[str | None, str]) -> pb.Programme:
    """The meeting of 18 March, which event 8 planned, moved once and again."""
    p = council_office()
    p = p.apply(p.council("council").plan_meeting("2026-03-18", **said("2026-02-02")))
    for date, reason in steps:
        p = p.apply(meeting(p).postpone(date, **said("2026-02-03", reason=reason)))
    return p


def test_a_meeting_that_was_postponed_says_whither_and_whence():
    p = postponed(("2026-03-25", "room"))
    assert why(p, "2026-03-18") == [
        (
            "moved_away",
            ("2026. 3. 25.로 연기됨(기록 9번). room", "Postponed to 2026-03-25 (event 9). room"),
        )
    ]
    assert why(p, "2026-03-25") == [
        (
            "meeting",
            (
                "2026. 3. 18.에서 연기됨(기록 9번). room",
                "Postponed from 2026-03-18 (event 9). room",
            ),
        )
    ]
    assert why(p, "2026-03-19") == []


def test_a_meeting_that_was_postponed_twice_says_by_which_event_first():
    p = postponed(("2026-03-25", "room"), ("2026-04-01", "flood"))
    assert why(p, "2026-03-18") == [
        (
            "moved_away",
            (
                "2026. 4. 1.로 연기됨(처음 기록 9번). room",
                "Postponed to 2026-04-01, first by event 9. room",
            ),
        )
    ]
    assert why(p, "2026-03-25") == [
        (
            "moved_away",
            ("2026. 4. 1.로 연기됨(기록 10번). flood", "Postponed to 2026-04-01 (event 10). flood"),
        )
    ]


def test_a_meeting_that_was_postponed_without_a_new_date_says_so():
    p = postponed(("2026-03-25", "room"), (None, "later"))
    assert why(p, "2026-03-25") == [
        (
            "moved_away",
            (
                "새 일자 없이 연기됨(기록 10번). later",
                "Postponed, without a new date (event 10). later",
            ),
        )
    ]


def test_a_meeting_that_was_postponed_and_cancelled_says_both():
    p = postponed(("2026-04-08", "room"))
    p = p.apply(meeting(p).cancel(**said("2026-02-05", reason="no")))
    assert why(p, "2026-04-08") == [
        ("cancelled", ("취소됨(기록 10번). no", "Cancelled (event 10). no"))
    ]
    assert why(p, "2026-03-18") == [
        (
            "moved_away",
            (
                "2026. 4. 8.로 연기됨(기록 9번). room. 취소됨(기록 10번). no",
                "Postponed to 2026-04-08 (event 9). room. Cancelled (event 10). no",
            ),
        )
    ]


def due(*steps: str | None) -> pb.Programme:
    """A task due on Saturday 21 March, whose due date events 1, 2, ... moved."""
    p = programme(tasks=tasks("T-1", due="2026-03-21"))
    for date in steps:
        p = p.apply(p.task("T-1").reschedule(date, **said("2026-03-02", reason="why")))
    return p


def test_a_task_that_is_due_on_a_day_off_says_so_on_the_next_working_day():
    assert why(due(), "2026-03-21") == []
    assert why(due(), "2026-03-23") == [
        (
            "task",
            (
                "기한 2026. 3. 21., 휴무일이므로 다음 근무일",
                "It is due on 2026-03-21, a day off, and so on the next working day",
            ),
        )
    ]


def test_a_due_date_that_was_moved_says_whither_and_whence():
    p = due("2026-03-28")
    assert why(p, "2026-03-23") == [
        (
            "moved_away",
            (
                "기한 2026. 3. 21.이었음. 2026. 3. 28.로 옮김(기록 1번). why",
                "It was due on 2026-03-21. Moved to 2026-03-28 (event 1). why",
            ),
        )
    ]
    assert why(p, "2026-03-30") == [
        (
            "task",
            (
                "기한 2026. 3. 28., 휴무일이므로 다음 근무일, 2026. 3. 21.에서 옮김(기록 1번). why",
                "It is due on 2026-03-28, a day off, and so on the next working day. "
                "Moved from 2026-03-21 (event 1). why",
            ),
        )
    ]


def test_a_due_date_that_was_moved_twice_says_when_it_is_due_now():
    assert why(due("2026-03-28", "2026-04-08"), "2026-03-23") == [
        (
            "moved_away",
            (
                "기한 2026. 3. 21.이었음. 2026. 3. 28.로 옮김(기록 1번), 현재 기한 2026. 4. 8. why",
                "It was due on 2026-03-21. Moved to 2026-03-28 (event 1); "
                "now it is due on 2026-04-08. why",
            ),
        )
    ]


def test_a_task_without_a_due_date_any_more_says_so():
    assert why(due(None), "2026-03-23") == [
        (
            "moved_away",
            (
                "기한 2026. 3. 21.이었음. 기한 없앰(기록 1번). why",
                "It was due on 2026-03-21. It has no due date any more (event 1). why",
            ),
        )
    ]


def recorded(*records: dict) -> pb.Programme:
    rule = {"rrule": "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"}
    return programme(observances=[observed("day", rule, records=list(records))])


def test_an_observance_that_was_moved_says_the_day_of_its_rule():
    rule = pb.Rule("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE")
    moved = {"nominal": "2026-03-18", "observed": "2026-03-20", "reason": words("room")}
    assert why(recorded(moved), "2026-03-20") == [
        (
            "day",
            (
                f"{rule.describe('ko')}. room. 규칙상 날짜 2026. 3. 18.",
                f"{rule.describe('en')}. room. By the rule it would be 2026-03-18",
            ),
        )
    ]
    assert why(recorded(moved), "2026-03-18") == [
        ("moved_away", ("2026. 3. 20.로 옮김. room", "Moved to 2026-03-20. room"))
    ]


def test_what_no_rule_gives_says_that_it_was_recorded():
    alone = {"nominal": None, "observed": "2025-03-20", "reason": words("first")}
    p = recorded(alone)
    assert why(p, "2025-03-20") == [
        ("day", ("규칙 없이 기록됨. first", "Recorded, by no rule. first"))
    ]


def test_reasons_stand_observances_first_and_what_is_held_in_them_next():
    week = observed("week", {"week": 3, "convention": "ISO"})
    held = named("radio", observance="o") + named("quiz", observance="o")
    fair = named("fair", date="2026-03-18")
    p = programme(
        observances=[week],
        activities=held,
        occasions=fair,
        tasks=tasks("T-1", due="2026-03-18"),
        councils=council(meetings=[held_meeting(1, "2026-03-18")]),
    )
    found = [(each.kind, each.id, each.record) for each in p.why("2026-03-18", KOREA)]
    assert found == [
        ("week", "o", "observance"),
        ("meeting", "council", "council"),
        ("event", "fair", "occasion"),
        ("activity", "radio", "activity"),
        ("activity", "quiz", "activity"),
        ("task", "T-1", "task"),
        ("working_day", "", None),
    ]


def test_a_day_off_says_so_last():
    reason = programme().why("2026-03-21", KOREA)[-1]
    assert (reason.kind, both(reason.title)) == ("day_off", ("휴무일", "Day off"))
    assert both(reason.reason) == (
        KOREA.explain("2026-03-21", lang="ko"),
        KOREA.explain("2026-03-21", lang="en"),
    )
    assert both(programme().why("2026-03-20", KOREA)[-1].title) == ("근무일", "Working day")


def test_what_is_set_to_the_day_that_it_has_was_not_moved():
    assert why(due("2026-03-28", "2026-03-28"), "2026-03-30") == why(
        due("2026-03-28"), "2026-03-30"
    )
    p = postponed(("2026-03-18", "room"))
    ((kind, (_korean, english)),) = why(p, "2026-03-18")
    assert kind == "meeting" and "Postponed from" not in english
