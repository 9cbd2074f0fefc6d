"""The planner's own words, and its marks: characters that a page of cp949 has too."""

from __future__ import annotations

#: Marks beside a date for the entries that lie on it, by their kind.
MARKS = {"day": "★", "meeting": "■", "event": "◆", "activity": "●", "task": "▲"}
#: Beside a date for tasks that are done.
DONE_MARK = "△"
#: Marks that lead the row of a week.
WEEK_MARK = "▶"
SHORT_WEEK_MARK = "▷"

WORDS = {
    "en": {
        "planner": "{title}, {year}",
        "months": "The twelve months",
        "legend": "Legend",
        "holiday": "Holiday (bold, underlined)",
        "lists": "The dates in words",
        "holidays": "Public holidays",
        "week": "{title} (shaded)",
        "short": "Short week",
        "short_note": "short",
        "task": "Task due",
        "task_done": "Task done",
        "done": "done",
        "dated": "Days, meetings and events",
        "weeks": "{title} (working days)",
        "working_days": "{n}",
        "working_days_tip": "{n} working days",
        "held": "Held in {title}",
        "undated": "Without a date: none is set, or it is not known",
        "tasks": "Tasks due",
        "tasks_done": "Tasks done, by their due dates",
        "more": "and {n} more",
        "by_rule": "by the rule {date}",
        "law": "Holidays by the work calendar as known on {date}",
        "sources": "Sources: ",
    },
    "ko": {
        "planner": "{year}년 {title}",
        "months": "열두 달",
        "legend": "범례",
        "holiday": "공휴일(굵은 글씨, 밑줄)",
        "lists": "날짜 목록",
        "holidays": "공휴일",
        "week": "{title}(음영)",
        "short": "짧은 주",
        "short_note": "짧은 주",
        "task": "과제 기한",
        "task_done": "완료한 과제",
        "done": "완료",
        "dated": "기념일, 회의, 행사",
        "weeks": "{title}(근무일 수)",
        "working_days": "{n}일",
        "working_days_tip": "근무일 {n}일",
        "held": "{title} 활동",
        "undated": "날짜가 정해지지 않았거나 알려지지 않음",
        "tasks": "과제 기한",
        "tasks_done": "완료한 과제(기한 순)",
        "more": "외 {n}건",
        "by_rule": "규칙상 {date}",
        "law": "공휴일은 {date} 현재 알려진 근무일 달력에 따름",
        "sources": "출처: ",
    },
}
