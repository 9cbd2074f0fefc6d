"""The brief's own words, and how its dates and quotas are said."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from probity.words import date_text, date_with_weekday, short_date

if TYPE_CHECKING:
    from probity.types import Language

WORDS = {
    "en": {
        "brief": "{title}: brief",
        "as_of": "As of {date}",
        "summary": "In figures",
        "done_figure": "done, of {total} tasks",
        "late_figure": "late",
        "decisions_figure": "to be decided",
        "coming_figure": "in the next four weeks",
        "decisions": "Decisions needed",
        "late": "Tasks that are late",
        "quotas": "How the quotas stand",
        "gaps": "Corruption-prone areas: what is missing",
        "done": "Done this year",
        "coming": "The next four weeks",
        "about": "Decision",
        "what": "Subject",
        "owner": "Owner",
        "when": "Date",
        "task": "Task",
        "due": "Due",
        "days_late": "Working days late",
        "counted": "Held",
        "verdict": "Verdict",
        "latest": "Next by",
        "area": "Area or measure",
        "missing": "Missing",
        "none": "None",
        "no_gaps": "Every area has a measure and an owner",
        "more": "and {n} more",
        "more_urgent": " ({n} missed, at risk or late)",
        "no_owner": "none",
        "waits": "{title} (waits for {tasks})",
        "days": "{n}",
        "of": "{held} of {required}",
        "of_presumed": "{counted} ({on_record})",
        "record": "To be recorded",
        "verify": "Verification",
        "adopt": "Adoption",
        "item": "Agenda item",
        "handed_in": "handed in {date}",
        "proposed": "proposed {date}",
        "by": "by {date}",
        "ended": "ended {date}, past mending",
        "notice_by": "notice by {date}",
        "latest_with_notice": "by {date} (notice by {notice})",
        "meets": "meets {date}",
        "workdays": "Working days late: those after the due date, up to the day of this brief",
    },
    "ko": {
        "brief": "{title} 추진 현황 보고",
        "as_of": "기준일: {date}",
        "summary": "요약",
        "done_figure": "완료(전체 {total}건)",
        "late_figure": "기한 지남",
        "decisions_figure": "결정 필요",
        "coming_figure": "4주 안의 일정",
        "decisions": "결정이 필요한 사항",
        "late": "기한이 지난 과제",
        "quotas": "개최 횟수 이행 현황",
        "gaps": "부패취약분야 보완 필요 사항",
        "done": "올해 완료한 과제",
        "coming": "앞으로 4주 일정",
        "about": "구분",
        "what": "내용",
        "owner": "담당부서",
        "when": "날짜",
        "task": "과제",
        "due": "기한",
        "days_late": "지연 근무일",
        "counted": "실적",
        "verdict": "판정",
        "latest": "다음 개최 시한",
        "area": "분야 또는 과제",
        "missing": "보완할 사항",
        "none": "해당 없음",
        "no_gaps": "모든 분야에 개선대책과 담당부서가 있음",
        "more": "외 {n}건",
        "more_urgent": "(미달·미달 우려·지연 {n}건 포함)",
        "no_owner": "없음",
        "waits": "{title}(선행과제 {tasks} 미완료)",
        "days": "{n}일",
        "of": "{required}회 중 {held}회",
        "of_presumed": "{counted}({on_record})",
        "record": "실시 기록",
        "verify": "완료 확인",
        "adopt": "채택 여부",
        "item": "의결 안건",
        "handed_in": "{date} 제출",
        "proposed": "{date} 제안",
        "by": "{date}까지",
        "ended": "{date} 종료, 만회 불가",
        "notice_by": "{date}까지 통지",
        "latest_with_notice": "{date}까지(통지 {notice}까지)",
        "meets": "{date} 회의",
        "workdays": "지연 근무일: 기한 다음 날부터 기준일까지의 근무일 수(토요일·공휴일 제외)",
    },
}


def day(date: datetime.date, on: datetime.date, lang: Language) -> str:
    """A date as the brief of a day has it: without its year if that is the day's."""
    return short_date(date, lang) if date.year == on.year else date_text(date, lang)


def day_of_the_brief(on: datetime.date, lang: Language) -> str:
    """ "2026. 12. 1.(화)", "Tue 1 December 2026"."""
    if lang == "ko":
        return f"{on.year}. {date_with_weekday(on, lang)}"
    return f"{on:%a} {date_text(on, lang)}"
