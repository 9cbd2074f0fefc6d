"""The words for kinds and states in both languages, in the order in which they stand in lists.

Records say a state in one fixed word, "in_progress"; people read it as 진행 중. All code that shows
records to people takes the words from here.

>>> TASK_STATES["in_progress"]
Text('진행 중', 'In progress')
"""

from __future__ import annotations

from probity.text import Text
from probity.words import ENTRY_KINDS as _ENTRY_KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from probity._core import AgendaEntry
    from probity.types import Language

    #: Words by what a record says.
    Labels: TypeAlias = Mapping[str, Text]


def _texts(**words: tuple[str, str]) -> dict[str, Text]:
    return {name: Text(*both) for name, both in words.items()}


def words_of(choices: tuple[str, ...]) -> Labels:
    """The words for a list of names, such as the kinds of a task, in their order.

    Raises ProbityError if no list here has these names.
    """
    for labels in globals().values():
        if isinstance(labels, dict) and tuple(labels) == choices:
            return labels
    from probity._core import ProbityError

    raise ProbityError(f"probity.labels has no words for {', '.join(choices)}")


#: Of what is so, or is not.
FLAGS: Mapping[bool, Text] = {True: Text("예", "yes"), False: Text("아니요", "no")}

ENTRY_KINDS: Labels = {
    kind: Text(_ENTRY_KINDS["ko"][kind], words) for kind, words in _ENTRY_KINDS["en"].items()
}

TASK_KINDS: Labels = _texts(
    practice_task=("실천과제", "Practice task"),
    improvement_measure=("개선대책", "Improvement measure"),
    action_item=("실행과제", "Action item"),
)

TASK_STATES: Labels = _texts(
    proposed=("제안", "Proposed"),
    adopted=("채택", "Adopted"),
    in_progress=("진행 중", "In progress"),
    on_hold=("보류", "On hold"),
    submitted=("제출", "Submitted"),
    verified=("확인", "Verified"),
    closed=("종결", "Closed"),
    rejected=("불채택", "Rejected"),
    withdrawn=("철회", "Withdrawn"),
    superseded=("대체", "Superseded"),
)

UNIT_KINDS: Labels = _texts(
    department=("부서", "Department"),
    affiliated_institution=("소속기관", "Affiliated institution"),
)

MEETING_KINDS: Labels = _texts(
    regular=("정기회의", "Regular meeting"),
    extraordinary=("임시회의", "Extraordinary meeting"),
    written=("서면의결", "Written resolution"),
)

MEETING_STATES: Labels = _texts(
    planned=("예정", "Planned"),
    noticed=("통지", "Noticed"),
    held=("개최", "Held"),
    minuted=("회의록 작성", "Minuted"),
    approved=("회의록 승인", "Approved"),
    cancelled=("취소", "Cancelled"),
)

#: The statuses of an occurrence of an observance.
OCCURRENCE_STATES: Labels = _texts(
    held=("실시", "held"),
    not_held=("미실시", "not held"),
    cancelled=("취소", "cancelled"),
    moved=("변경", "moved"),
)


def called_off(entry: AgendaEntry, lang: Language) -> str:
    """ "cancelled", "not held", "취소"; empty if the entry takes place."""
    if entry.takes_place or entry.status is None:
        return ""
    return OCCURRENCE_STATES[entry.status].to(lang)


QUOTA_STATES: Labels = _texts(
    met=("충족", "Met"),
    presumed=("충족 추정", "Presumed"),
    on_track=("정상 진행", "On track"),
    at_risk=("미달 우려", "At risk"),
    infeasible=("달성 불가", "Infeasible"),
    missed=("미달", "Missed"),
)

#: The changes of a task between two programmes.
CHANGES: Labels = _texts(
    added=("신규", "Added"),
    dropped=("제외", "Dropped"),
    carried_over=("이월", "Carried over"),
    done=("완료", "Done"),
    reopened=("재검토", "Reopened"),
)

#: The findings of verifying a file.
FINDINGS: Labels = _texts(
    chain=("기록 변조", "Changed record"),
    anchor=("다이제스트 불일치", "Missing anchor"),
    rules=("규칙 위반", "Against today's rules"),
    unstamped=("기록 시각 없음", "No stamp"),
    backdated=("소급 기록", "Back-dated"),
    form=("파일 형식", "Form of the file"),
)

#: The gaps of a risk area, or of a measure.
GAPS: Labels = _texts(
    measure=("개선대책 없음", "No measure"),
    owner=("담당부서 없음", "No owner"),
    area=("취약분야 미지정", "No area"),
)

CONFLICT_KINDS: Labels = _texts(
    day_off=("휴무일", "Day off"),
    short_week=("짧은 주", "Short week"),
    overlap=("일정 겹침", "Overlap"),
    notice=("통지 기한", "Notice"),
    order=("선후 관계", "Order"),
    closed_owner=("담당부서 폐지", "Owner closed"),
)

MOVE_KINDS: Labels = _texts(
    week=("주간", "Week"),
    day=("기념일", "Day"),
    meeting=("회의", "Meeting"),
    slot=("회의 예정일", "Slot"),
    due_date=("기한", "Due date"),
    quota=("개최 기한", "Quota"),
    notice=("통지 기한", "Notice"),
)

#: The kinds of reasons for a date.
REASON_KINDS: Labels = {
    **ENTRY_KINDS,
    **_texts(
        task=("과제 기한", "Task due"),
        working_day=("근무일", "Working day"),
        day_off=("휴무일", "Day off"),
        moved_away=("변경된 일정", "Moved away"),
        cancelled=("취소", "Cancelled"),
        corrected=("정정된 날짜", "Corrected"),
    ),
}

#: The parts of a brief, in the order in which the head reads them.
BRIEF_PARTS: Labels = _texts(
    decisions=("결정 필요", "To be decided"),
    late=("지연", "Late"),
    coming=("예정", "Coming"),
    done=("올해 완료", "Done this year"),
)

#: How what recurs is written in a calendar file.
SERIES_FORMS: Labels = _texts(rule=("반복 규칙", "Rule"), singles=("개별 일정", "Single events"))

#: The sheets of an import.
SHEETS: Labels = _texts(bands=("밴드", "Bands"), tasks=("과제", "Tasks"))

#: The things that announcements count; there may be others.
COUNTED: Labels = {
    **SHEETS,
    **_texts(measures=("개선대책", "Measures"), projects=("사업", "Projects")),
}

EVENT_KINDS: Labels = {
    name: Text(*both)
    for name, both in {
        "unit.added": ("부서 신설", "Unit added"),
        "unit.moved": ("부서의 밴드 이동", "Unit moved"),
        "unit.closed": ("부서 폐지", "Unit closed"),
        "seat.added": ("직위 신설", "Seat added"),
        "seat.closed": ("직위 폐지", "Seat closed"),
        "bands.parted": ("밴드 편성", "Bands parted"),
        "council.established": ("협의체 설치", "Council established"),
        "council.charter_adopted": ("운영규정 제정", "Charter adopted"),
        "council.cadence_changed": ("회의 주기 변경", "Cadence changed"),
        "council.member_joined": ("위원 위촉", "Member joined"),
        "council.member_left": ("위원 해촉", "Member left"),
        "meeting.planned": ("회의 계획", "Meeting planned"),
        "meeting.noticed": ("회의 통지", "Meeting noticed"),
        "meeting.postponed": ("회의 연기", "Meeting postponed"),
        "meeting.cancelled": ("회의 취소", "Meeting cancelled"),
        "meeting.held": ("회의 개최", "Meeting held"),
        "meeting.minuted": ("회의록 작성", "Meeting minuted"),
        "meeting.approved": ("회의록 승인", "Minutes approved"),
        "item.added": ("안건 상정", "Item added"),
        "item.decided": ("안건 처리", "Item decided"),
        "task.proposed": ("과제 제안", "Task proposed"),
        "task.adopted": ("과제 채택", "Task adopted"),
        "task.rejected": ("과제 불채택", "Task rejected"),
        "task.started": ("과제 착수", "Task started"),
        "task.put_on_hold": ("과제 보류", "Task put on hold"),
        "task.resumed": ("과제 재개", "Task resumed"),
        "task.submitted": ("과제 제출", "Task submitted"),
        "task.verified": ("과제 확인", "Task verified"),
        "task.sent_back": ("과제 반려", "Task sent back"),
        "task.closed": ("과제 종결", "Task closed"),
        "task.reopened": ("과제 재검토", "Task reopened"),
        "task.withdrawn": ("과제 철회", "Task withdrawn"),
        "task.superseded": ("과제 대체", "Task superseded"),
        "task.assigned": ("담당부서 지정", "Task assigned"),
        "task.rescheduled": ("기한 변경", "Task rescheduled"),
        "task.weighted": ("가중치 변경", "Task weighted"),
        "task.linked": ("선행과제·지표 연결", "Task linked"),
        "task.directed": ("취약분야 지정", "Task directed"),
        "area.named": ("취약분야 등록", "Area named"),
        "area.assigned": ("취약분야 담당 지정", "Area assigned"),
        "occurrence.recorded": ("실시일 기록", "Occurrence recorded"),
        "rule.changed": ("규칙 변경", "Rule changed"),
        "activity.added": ("활동 등록", "Activity added"),
        "activity.dated": ("활동 일자 기록", "Activity dated"),
        "count.declared": ("수치 공표", "Count declared"),
        "quota.set": ("이행 횟수 설정", "Quota set"),
        "official.listed": ("직원 등록", "Official listed"),
        "official.appointed": ("신규 임용·승진", "Official appointed"),
        "official.left": ("직원 퇴직", "Official left"),
        "education.attended": ("교육 이수", "Education attended"),
        "indicator.added": ("평가지표 등록", "Indicator added"),
        "assessment.entered": ("평가 결과 입력", "Assessment entered"),
        "goal.set": ("연간 목표 설정", "Goal set"),
        "programme.founded": ("프로그램 수립", "Programme founded"),
        "programme.changed": ("프로그램 변경", "Programme changed"),
        "institution.changed": ("기관 정보 변경", "Institution changed"),
        "head.changed": ("기관장 변경", "Head changed"),
        "unit.changed": ("부서 정보 변경", "Unit changed"),
        "seat.changed": ("직위 정보 변경", "Seat changed"),
        "source.added": ("출처 등록", "Source added"),
        "source.changed": ("출처 변경", "Source changed"),
        "source.ended": ("출처 삭제", "Source ended"),
        "banding.added": ("밴드 체계 도입", "Banding added"),
        "banding.changed": ("밴드 체계 변경", "Banding changed"),
        "banding.ended": ("밴드 체계 폐지", "Banding ended"),
        "council.changed": ("협의체 정보 변경", "Council changed"),
        "council.ended": ("협의체 폐지", "Council ended"),
        "observance.added": ("청렴주간·청렴데이 등록", "Observance added"),
        "observance.changed": ("청렴주간·청렴데이 변경", "Observance changed"),
        "observance.ended": ("청렴주간·청렴데이 종료", "Observance ended"),
        "activity.changed": ("활동 변경", "Activity changed"),
        "activity.ended": ("활동 종료", "Activity ended"),
        "occasion.added": ("행사 등록", "Occasion added"),
        "occasion.changed": ("행사 변경", "Occasion changed"),
        "occasion.ended": ("행사 삭제", "Occasion ended"),
        "quota.changed": ("이행 횟수 변경", "Quota changed"),
        "quota.ended": ("이행 횟수 종료", "Quota ended"),
        "area.changed": ("부패취약분야 변경", "Risk area changed"),
        "area.ended": ("부패취약분야 해제", "Risk area ended"),
        "task.changed": ("과제 정보 변경", "Task changed"),
        "duty.added": ("교육 의무 등록", "Duty added"),
        "duty.changed": ("교육 의무 변경", "Duty changed"),
        "duty.ended": ("교육 의무 종료", "Duty ended"),
        "official.changed": ("직원 정보 변경", "Official changed"),
        "indicator.changed": ("평가지표 변경", "Indicator changed"),
        "indicator.ended": ("평가지표 삭제", "Indicator ended"),
        "goal.changed": ("연간 목표 변경", "Goal changed"),
        "goal.ended": ("연간 목표 삭제", "Goal ended"),
        "event.annulled": ("기록 무효", "Event annulled"),
    }.items()
}
