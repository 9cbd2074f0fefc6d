"""The sentences of the command line in both languages.

Terms, weekdays, the words of kinds and states and the headings of columns are the package's own:
probity.korean, probity.words, probity.labels, probity.tables.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from probity.types import Language

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "as_of": "{title}, on {day}",
        "as_known": ", as it was known at {recorded}",
        "last": "Last day",
        "short": "short week",
        "nominal": "by the rule {date}",
        "undated": "Without a date: none is set, or it is not known",
        "nothing_in": "Nothing is recorded or due for {year}",
        "heading": "{title}, {year}",
        "meetings": "{council}: {number} regular meetings a year",
        "meetings_1": "{council}: {number} regular meeting a year",
        "compared": "Week {week} of {year}, the months in which the conventions differ",
        "compared_month": "Week {week} of {month} by each convention",
        "no_week": "none",
        "no_such_week": "{month} has no week {week} by {convention}",
        "read_as": "the usual of {number} readings: {reading}",
        "first_days": "the first day of each span: {reading}",
        "hours": "the time of day is {hours}",
        "no_date": "no date of {rule} from {begin} to {end}",
        "few_dates": "{number} of {wanted} dates of {rule} after {after}",
        "no_holiday": "No public holidays but Sundays from {begin} up to {end}, without that day",
        "working_days": "{number} working days from {begin} up to {end}, without that day",
        "working_days_1": "{number} working day from {begin} up to {end}, without that day",
        "due": "{date}, due {number} working days after {start}",
        "due_1": "{date}, due {number} working day after {start}",
        "due_0": "{date}, due on {start} or the working day after it",
        "due_before": "{date}, due {number} working days before {start}",
        "due_before_1": "{date}, due {number} working day before {start}",
        "rolled": "{date} is no working day and is taken to {start}",
        "passed_over": "Holidays passed over",
        "source": "Source",
        "nothing_on": "{title} has nothing on {date}",
        "tasks": "Tasks {total}, done {done}, overdue {overdue}, blocked {blocked}",
        "none_overdue": "Nothing is overdue",
        "education": "{title} {year}: {done} of {owed} have it; report by {day}",
        "since": "Changes since {date}",
        "nothing_missing": "No meeting is missing: all that are prescribed are held or planned",
        "no_quota": "The programme has no quota in force",
        "no_duty": "The programme has no duty of education",
        "no_area": "The programme has no corruption-prone areas",
        "no_gap": "Every area has a measure and an owner",
        "no_indicator": "No indicators are recorded for {year}",
        "no_meeting": "No meetings are recorded for {year}",
        "no_conflict": "Nothing conflicts up to the end of the year",
        "moves": "What moves in {year} when {days} become days off",
        "moves_1": "What moves in {year} when {days} becomes a day off",
        "no_moves": "Nothing moves in {year}",
        "recorded": "{title}: observed on {observed} instead of {nominal}",
        "recorded_by_rule": "{title}: observed on {observed}, as the rule says",
        "recorded_ahead": "{title}: to be on {observed} instead of {nominal}",
        "recorded_by_rule_ahead": "{title}: to be on {observed}, as the rule says",
        "recorded_not_held": "{title}: not held on {observed}",
        "recorded_cancelled": "{title}: cancelled, on {observed}",
        "counted": "Counted as recorded: {what}",
        "backdated": "Back-dated: true from {on}, recorded on {day}, {days} days later",
        "backdated_1": "Back-dated: true from {on}, recorded on {day}, a day later",
        "kept": "{path}: what it had is kept in {kept}",
        "whole": "{file}: {events} events, as they were recorded; digest {digest}",
        "not_whole": "{file}: {events} events, NOT as they were recorded",
        "journal_made": "{file}: a journal of {events} events",
        "journal_exported": "{file}: {events} events written to {to}",
        "anchor": "Anchor: {anchor}",
        "nothing_logged": "Nothing is recorded that was asked for",
        "recovered": "{to}: {events} events saved",
        "lost_from": "Lost: event {event}, and what followed it",
        "unattached": "Whole, but behind the loss: {number} events, kept in {file}",
        "imported": "Imported: tasks {tasks}, bands {bands}; events recorded: {events}",
        "checked": "Checked, and nothing written: tasks {tasks}, bands {bands}; events: {events}",
        "rows": "{number} rows",
        "rows_1": "{number} row",
        "entries": "{number} events",
        "entries_1": "{number} event",
        "events": "{number} events",
        "events_1": "{number} event",
        "tasks_written": "{number} tasks",
        "tasks_written_1": "{number} task",
        "step": "{what}: {happened}{details} (on {day}, by {by})",
        "because": "; reason: {reason}",
        "dry_run": "Nothing is recorded: this is what would be.",
        "event_number": "Event {number}",
        "started_with": "recorded with its submission",
        "begun": "{file}: the programme of {title}, {events} events",
        "begun_dry": "{file}: the programme of {title} would be begun with {events} events",
        "comes": "{title}: {days}, ...",
        "never_comes": "{title}: no date follows",
        "taken_over": "From {pattern}: {what}",
        "ask_title": "Name of the institution",
        "ask_id": "Its id, a short name in letters and figures",
        "ask_head": "Post of its head (empty: none)",
        "ask_week": 'Integrity Week, as "second week of every month" (empty: none)',
        "ask_day": 'Integrity Day, as "first Friday of December" (empty: none)',
        "not_understood": "That cannot be taken: {why}",
        "nothing_to_undo": "{by} has recorded nothing that stands",
        "unchanged": "Nothing was changed",
        "form_how": "Change values, save and close. A line with # tells what is below it.",
        "no_history": "No event is recorded of it",
        "faults": "{number} faults",
        "faults_1": "{number} fault",
        "form": "a form to fill in",
        "setup_several": "Several are parted by semicolons.",
        "setup_needed": "Each row needs it.",
    },
    "ko": {
        "as_of": "{title}, {day} 현재",
        "as_known": "({recorded}까지 기록된 내용)",
        "last": "마지막 날",
        "short": "짧은 주",
        "nominal": "규칙상 {date}",
        "undated": "날짜가 정해지지 않았거나 알려지지 않음",
        "nothing_in": "{year}년에 기록되거나 예정된 일정이 없습니다",
        "heading": "{year}년 {title}",
        "meetings": "{council}: 정기회의 연 {number}회",
        "meetings_1": "{council}: 정기회의 연 {number}회",
        "compared": "{year}년 매월 {week}: 주차 기준에 따라 날짜가 다른 달",
        "compared_month": "{month} {week}: 주차 기준별 날짜",
        "no_week": "없음",
        "no_such_week": "{month}에는 {convention} 기준으로 {week}가 없습니다",
        "read_as": "{number}가지 해석 중 통상의 해석: {reading}",
        "first_days": "기간마다 첫날만 나타냅니다: {reading}",
        "hours": "시각은 {hours}입니다",
        "no_date": "{begin}부터 {end} 전날까지 {rule}의 날짜가 없습니다",
        "few_dates": "{after} 다음에 오는 {rule}의 날짜는 {wanted}개 중 {number}개뿐입니다",
        "no_holiday": "{begin}부터 {end} 전날까지 일요일 말고는 공휴일이 없습니다",
        "working_days": "{begin}부터 {end} 전날까지 근무일 {number}일",
        "working_days_1": "{begin}부터 {end} 전날까지 근무일 {number}일",
        "due": "{start}부터 근무일 기준 {number}일 뒤: {date}까지",
        "due_1": "{start}부터 근무일 기준 {number}일 뒤: {date}까지",
        "due_0": "{start} 또는 그다음 근무일: {date}까지",
        "due_before": "{start}부터 근무일 기준 {number}일 전: {date}까지",
        "due_before_1": "{start}부터 근무일 기준 {number}일 전: {date}까지",
        "rolled": "{date}은 근무일이 아니므로 {start}로 옮겨 계산합니다",
        "passed_over": "기간에서 제외한 공휴일",
        "source": "출처",
        "nothing_on": "{date}에는 {title} 일정이 없습니다",
        "tasks": "과제 {total}건, 완료 {done}건, 지연 {overdue}건, 선행 대기 {blocked}건",
        "none_overdue": "지연된 과제가 없습니다",
        "education": "{year}년 {title}: {owed}명 중 {done}명 이수, {day}까지 결과 제출",
        "since": "{date} 이후 변동",
        "nothing_missing": "정해진 회의가 모두 열렸거나 계획되어 있습니다",
        "no_quota": "시행 중인 이행 횟수 기준이 없습니다",
        "no_duty": "의무교육이 없습니다",
        "no_area": "부패취약분야가 없습니다",
        "no_gap": "모든 분야에 개선대책과 담당부서가 있습니다",
        "no_indicator": "{year}년에 기록된 평가지표가 없습니다",
        "no_meeting": "{year}년에 기록된 회의가 없습니다",
        "no_conflict": "연말까지 충돌하는 일정이 없습니다",
        "moves": "{days}이 휴무일이 되면 {year}년에 변경되는 일정",
        "moves_1": "{days}이 휴무일이 되면 {year}년에 변경되는 일정",
        "no_moves": "{year}년에 변경되는 일정이 없습니다",
        "recorded": "{title}: {nominal} 대신 {observed} 실시",
        "recorded_by_rule": "{title}: 규칙대로 {observed} 실시",
        "recorded_ahead": "{title}: {nominal} 대신 {observed} 실시 예정",
        "recorded_by_rule_ahead": "{title}: 규칙대로 {observed} 실시 예정",
        "recorded_not_held": "{title}: {observed} 미실시",
        "recorded_cancelled": "{title}: {observed} 취소",
        "counted": "기록 집계 대상: {what}",
        "backdated": "소급 기록: 효력일 {on}, 기록일 {day}({days}일 뒤)",
        "backdated_1": "소급 기록: 효력일 {on}, 기록일 {day}(하루 뒤)",
        "kept": "{path}: 이전 내용은 {kept}에 보관",
        "whole": "{file}: 기록 {events}건, 기록된 그대로임. 다이제스트 {digest}",
        "not_whole": "{file}: 기록 {events}건, 기록된 그대로가 아님",
        "journal_made": "{file}: 기록 {events}건으로 기록부를 만들었습니다",
        "journal_exported": "{file}: 기록 {events}건을 {to}에 저장했습니다",
        "anchor": "확인 문구: {anchor}",
        "nothing_logged": "해당하는 기록이 없습니다",
        "recovered": "{to}: 기록 {events}건을 복구했습니다",
        "lost_from": "소실: {event}번 기록과 그 뒤의 기록",
        "unattached": "손상되지 않았으나 소실된 기록 뒤에 있는 기록 {number}건: {file}에 보관",
        "imported": "가져옴: 과제 {tasks}건, 밴드 {bands}개, 기록 {events}건",
        "checked": "확인만 하고 저장하지 않음: 과제 {tasks}건, 밴드 {bands}개, 기록 {events}건",
        "rows": "{number}행",
        "rows_1": "{number}행",
        "entries": "일정 {number}건",
        "entries_1": "일정 {number}건",
        "events": "기록 {number}건",
        "events_1": "기록 {number}건",
        "tasks_written": "과제 {number}건",
        "tasks_written_1": "과제 {number}건",
        "step": "{what}: {happened}{details} ({day} {by})",
        "because": "; 사유: {reason}",
        "dry_run": "기록하지 않았습니다. 기록하면 위와 같이 바뀝니다.",
        "event_number": "{number}번 기록",
        "started_with": "제출과 함께 기록",
        "begun": "{file}: {title} 프로그램을 기록 {events}건으로 시작했습니다",
        "begun_dry": "{file}: {title} 프로그램을 기록 {events}건으로 시작하게 됩니다",
        "comes": "{title}: {days} 등",
        "never_comes": "{title}: 이후 해당하는 날짜가 없습니다",
        "taken_over": "{pattern}에서 가져옴: {what}",
        "ask_title": "기관 이름",
        "ask_id": "식별자(영문자·한글·숫자로 된 짧은 이름)",
        "ask_head": "기관장 직위(없으면 빈칸)",
        "ask_week": "청렴주간, 예: 매월 둘째 주(없으면 빈칸)",
        "ask_day": "청렴데이, 예: 매년 12월 첫째 금요일(없으면 빈칸)",
        "not_understood": "받아들일 수 없습니다: {why}",
        "nothing_to_undo": "{by}이(가) 기록한 것 가운데 되돌릴 것이 없습니다",
        "unchanged": "바뀐 것이 없습니다",
        "form_how": "값을 고쳐 저장하고 닫으십시오. # 줄은 바로 아래 값의 설명입니다.",
        "no_history": "기록된 변동이 없습니다",
        "faults": "보완할 곳 {number}건",
        "faults_1": "보완할 곳 {number}건",
        "form": "작성할 서식",
        "setup_several": "여러 개는 쌍반점(;)으로 구분합니다.",
        "setup_needed": "모든 행에 필요합니다.",
    },
}


def say(name: str, lang: Language, **values: object) -> str:
    """A sentence by its name, with what it tells."""
    said = {
        key: say_day(value, lang) if isinstance(value, datetime.date) else value
        for key, value in values.items()
    }
    return WORDS[lang][name].format(**said)


def say_day(day: datetime.date, lang: Language) -> str:
    """ "2026-03-18", "2026. 3. 18."."""
    if lang == "en":
        return day.isoformat()
    from probity import korean

    return korean.date(day)


def say_month(year: int, month: int, lang: Language) -> str:
    """ "2026-02", "2026년 2월"."""
    return f"{year}-{month:02}" if lang == "en" else f"{year}년 {month}월"


def say_week(week: int, lang: Language) -> str:
    """The week of a month by its number: "3", "-1"; "3주차", "마지막 주"."""
    if lang == "en":
        return str(week)
    if week > 0:
        return f"{week}주차"
    return "마지막 주" if week == -1 else f"끝에서 {-week}번째 주"


def say_number(name: str, lang: Language, number: int, **values: object) -> str:
    """A sentence that has another form for one."""
    return say(f"{name}_1" if number == 1 else name, lang, number=number, **values)
