"""The columns of answers: what is late, how far things have come, what is missing, what moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from probity import labels
from probity._core import (
    Brief,
    BriefLine,
    BurnupPoint,
    Changes,
    Conflict,
    Coverage,
    CoverageGap,
    CoverageRow,
    DateReason,
    DutyShortfall,
    EvidenceRow,
    Finding,
    Move,
    OverdueGroup,
    OverdueTask,
    PortfolioProgress,
    Progress,
    Proposal,
    QuotaFact,
    Reconciliation,
    RowError,
    Verdict,
    Verification,
)
from probity.tables.column import (
    DATE,
    FLAG,
    NUMBER,
    TEXT,
    WHOLE,
    Column,
    at,
    choice,
    ids,
    member,
)

if TYPE_CHECKING:
    from probity.types import Language


def _counted(what: str, lang: Language) -> str:
    """The thing that is counted; one that has no words stands for itself."""
    return labels.COUNTED[what].to(lang) if what in labels.COUNTED else what


_OVERDUE = (
    Column("task", "과제번호", "Task"),
    Column("title", "과제명", "Title"),
    ids("band", "밴드", "Band"),
    ids("owner", "담당부서", "Owner"),
    Column("due", "기한", "Due", DATE),
    Column("due_day", "기한 근무일", "Due on working day", DATE),
    Column("working_days_late", "지연 근무일 수", "Working days late", WHOLE),
    choice("state", "상태", "State", labels.TASK_STATES),
    Column("blocked_by", "미완료 선행과제", "Blocked by"),
)
# A row is (group, task).
_OVERDUE_IN_GROUP = (
    Column("group", "구분", "Group", TEXT, lambda row, lang: row[0].id, names=True),
    Column("group_title", "구분명", "Title of the group", TEXT, lambda row, lang: row[0].title),
    *at(1, _OVERDUE),
)
_COUNTS = (
    Column("total", "과제 수", "Tasks", WHOLE),
    Column("done", "완료", "Done", WHOLE),
)
_WEIGHTS = (
    Column("total_weight", "전체 가중치", "Total weight", WHOLE),
    Column("done_weight", "완료 가중치", "Weight done", WHOLE),
)
_FRACTION = Column("fraction", "진척률", "Fraction done", NUMBER)
_GROUP = (
    Column("id", "구분", "Group"),
    Column("title", "이름", "Title"),
    *_COUNTS,
    Column("overdue", "지연", "Overdue", WHOLE),
)
_FINDING = (
    Column("event", "번호", "Event", WHOLE),
    choice("kind", "종류", "Kind", labels.FINDINGS),
    Column("text", "내용", "In words"),
)
_COVERAGE_ROW = (
    Column("area", "분야번호", "Area"),
    Column("title", "부패취약분야", "Risk area"),
    Column("measures", "개선대책", "Measures"),
    Column("owners", "담당부서", "Owners"),
    Column("is_covered", "대책·담당 모두 있음", "Has both", FLAG),
)
VERDICT = (
    choice("state", "판정", "State", labels.QUOTA_STATES),
    Column("held", "기록된 횟수", "On record", WHOLE),
    Column("presumed", "추정 횟수", "Presumed", WHOLE),
    Column("required", "필요 횟수", "Required", WHOLE),
    Column("shortfall", "부족 횟수", "Short", WHOLE),
    Column("begin", "기간 첫날", "Period from", DATE, member("period.begin")),
    Column("last", "기간 마지막 날", "Period to", DATE, member("period.last")),
    Column("latest_feasible", "늦어도 열어야 하는 날", "Latest feasible", DATE),
    Column("latest_notice", "늦어도 통지해야 하는 날", "Latest notice", DATE),
    Column("slots_gone_by", "지난 예정일 수", "Slots gone by", WHOLE),
    Column("counted", "인정 회차", "Counted ones", TEXT, lambda row, lang: _ids_of(row.counted)),
    Column(
        "presumably_counted",
        "추정 회차",
        "Presumed ones",
        TEXT,
        lambda row, lang: _ids_of(row.presumably_counted),
    ),
    Column(
        "possibly_counted",
        "인정 가능 회차",
        "Possibly counted",
        TEXT,
        lambda row, lang: _ids_of(row.possibly_counted),
    ),
    Column("reason", "사유", "Reason"),
)
#: Rows (id of the quota, verdict).
VERDICTS = (
    Column("quota", "기준", "Quota", TEXT, lambda row, lang: row[0]),
    *at(1, VERDICT),
)
_LINE = (
    Column("id", "식별자", "Id"),
    Column("date", "날짜", "Date", DATE),
    Column("text", "내용", "In words"),
    Column("owner", "담당부서", "Owner"),
)

COLUMNS: dict[type, tuple[Column, ...]] = {
    OverdueTask: _OVERDUE,
    OverdueGroup: _OVERDUE_IN_GROUP,
    Progress: (*_GROUP, Column("blocked", "선행 대기", "Blocked", WHOLE), *_WEIGHTS, _FRACTION),
    PortfolioProgress: (ids("programme", "계획", "Programme"), *_GROUP, *_WEIGHTS, _FRACTION),
    BurnupPoint: (Column("date", "날짜", "Date", DATE), *_COUNTS, *_WEIGHTS),
    Changes: (
        Column("task", "과제번호", "Task", TEXT, lambda row, lang: row[1]),
        choice("change", "변동", "Change", labels.CHANGES, lambda row, lang: row[0]),
    ),
    Coverage: _COVERAGE_ROW,
    CoverageRow: _COVERAGE_ROW,
    CoverageGap: (
        Column("subject", "대상", "Subject"),
        choice("missing", "누락 사항", "Missing", labels.GAPS),
        Column("text", "내용", "In words"),
    ),
    Finding: _FINDING,
    Verification: _FINDING,
    Reconciliation: (
        Column("what", "항목", "What", label=_counted),
        Column("year", "연도", "Year", WHOLE),
        Column("declared", "공표", "Declared", WHOLE),
        Column("recorded", "기록", "Recorded", WHOLE),
        Column("undated", "날짜 없는 기록", "Recorded without a date", WHOLE),
        Column("agrees", "일치", "Agrees", FLAG, optional=True),
        Column("counts", "집계 대상", "What is counted"),
        Column("text", "내용", "In words"),
    ),
    DutyShortfall: (
        Column("official", "직원번호", "Official"),
        ids("unit", "소속부서", "Unit"),
        Column("sessions", "이수 횟수", "Sessions", WHOLE),
        Column("minutes", "이수 시간(분)", "Minutes", WHOLE),
        Column("had_face_to_face", "대면교육 이수", "Had a part face to face", FLAG),
        Column("missing_sessions", "부족 횟수", "Missing sessions", WHOLE),
        Column("missing_minutes", "부족 시간(분)", "Missing minutes", WHOLE),
        Column("lacks_face_to_face", "대면교육 미이수", "Lacks a part face to face", FLAG),
        Column("text", "내용", "In words"),
    ),
    EvidenceRow: (
        ids("indicator", "지표번호", "Indicator"),
        Column("indicator_title", "평가지표", "Title of the indicator"),
        Column("task", "과제번호", "Task"),
        Column("task_title", "과제명", "Title of the task"),
        Column(
            "evidence",
            "증빙",
            "Evidence",
            TEXT,
            lambda row, lang: [each.name for each in row.evidence],
        ),
        Column("missing", "누락 사항", "Missing"),
    ),
    Conflict: (
        Column("date", "날짜", "Date", DATE),
        choice("kind", "종류", "Kind", labels.CONFLICT_KINDS),
        Column("subjects", "대상", "Subjects"),
        Column("text", "내용", "In words"),
    ),
    DateReason: (
        choice("kind", "종류", "Kind", labels.REASON_KINDS),
        Column("id", "식별자", "Id"),
        Column("title", "이름", "Title"),
        Column("reason", "사유", "Reason"),
        Column("source", "출처", "Source"),
    ),
    Move: (
        choice("kind", "종류", "Kind", labels.MOVE_KINDS),
        Column("id", "식별자", "Id"),
        Column("period", "회차", "Period"),
        Column("title", "이름", "Title"),
        Column("before", "변경 전", "Before", DATE),
        Column("after", "변경 후", "After", DATE),
        Column("days_before", "변경 전 근무일 수", "Working days before", WHOLE),
        Column("days_after", "변경 후 근무일 수", "Working days after", WHOLE),
        Column("why", "사유", "Why"),
        Column("consequence", "영향", "Consequence"),
    ),
    Verdict: VERDICT,
    QuotaFact: (
        Column("id", "회차", "Id"),
        Column("date", "날짜", "Date", DATE),
        Column("regular", "정기", "Regular", FLAG),
        Column("held", "개최", "Held", FLAG),
        Column("quorate", "의사정족수 충족", "Quorate", FLAG),
        Column("presumed", "실시 추정", "Presumed", FLAG),
        Column("title", "이름", "Title"),
        Column("reason", "사유", "Reason"),
    ),
    Proposal: (
        Column("date", "날짜", "Date", DATE),
        Column("cost", "간격 점수", "Penalty", NUMBER),
        Column("reason", "사유", "Reason"),
    ),
    BriefLine: _LINE,
    Brief: (
        choice("part", "구분", "Part", labels.BRIEF_PARTS, lambda row, lang: row[0]),
        *at(1, _LINE),
    ),
    RowError: (
        choice("sheet", "표", "Table", labels.SHEETS),
        Column("row", "행", "Row", WHOLE),
        Column("column", "열", "Column"),
        Column("value", "값", "Value"),
        Column("message", "내용", "Message"),
        Column("allowed", "허용되는 값", "Allowed"),
        Column("suggestion", "제안", "Suggestion"),
    ),
}


def _ids_of(facts: list[QuotaFact]) -> list[str]:
    return [fact.id for fact in facts]


def _parts(names: Iterable[str]) -> Callable[[Any], Sequence[Any]]:
    """Rows (name of a list, what is in it)."""
    return lambda report: [(name, each) for name in names for each in getattr(report, name)]


#: The rows of what is more than one row.
ROWS: dict[type, Callable[[Any], Sequence[Any]]] = {
    OverdueGroup: lambda group: [(group, task) for task in group.tasks],
    Coverage: lambda coverage: coverage.rows,
    Verification: lambda verification: verification.findings,
    Changes: _parts(labels.CHANGES),
    Brief: _parts(labels.BRIEF_PARTS),
}
