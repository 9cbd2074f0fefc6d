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
    ObligationCount,
    ObligationStanding,
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
    BETWEEN,
    DATE,
    FLAG,
    NUMBER,
    TEXT,
    WHOLE,
    Column,
    at,
    choice,
    column,
    ids,
    member,
)

if TYPE_CHECKING:
    from probity.types import Language


def _counted(what: str, lang: Language) -> str:
    """The thing that is counted; one that has no words stands for itself."""
    return labels.COUNTED[what].to(lang) if what in labels.COUNTED else what


def _kinds(records: str, lang: Language) -> str:
    """The kinds of records in words."""
    return BETWEEN.join(labels.RECORD_KINDS[each].to(lang) for each in records.split(BETWEEN))


_OVERDUE = (
    column("overdue_task.task"),
    column("overdue_task.title"),
    ids("overdue_task.band"),
    ids("overdue_task.owner"),
    column("overdue_task.due", DATE),
    column("overdue_task.due_day", DATE),
    column("overdue_task.working_days_late", WHOLE),
    choice("overdue_task.state", labels.TASK_STATES),
    column("overdue_task.blocked_by"),
)
# A row is (group, task).
_OVERDUE_IN_GROUP = (
    column("overdue_group.group", TEXT, lambda row, lang: row[0].id, names=True),
    column("overdue_group.group_title", TEXT, lambda row, lang: row[0].title),
    *at(1, _OVERDUE),
)
_COUNTS = (
    column("progress.total", WHOLE),
    column("progress.done", WHOLE),
)
_WEIGHTS = (
    column("progress.total_weight", WHOLE),
    column("progress.done_weight", WHOLE),
)
_FRACTION = column("progress.fraction", NUMBER)
_GROUP = (
    column("progress.id"),
    column("progress.title"),
    *_COUNTS,
    column("progress.overdue", WHOLE),
)
_FINDING = (
    column("finding.event", WHOLE),
    choice("finding.kind", labels.FINDINGS),
    column("finding.text"),
)
_COVERAGE_ROW = (
    column("coverage_row.area"),
    column("coverage_row.title"),
    column("coverage_row.measures"),
    column("coverage_row.owners"),
    column("coverage_row.is_covered", FLAG),
)
VERDICT = (
    choice("verdict.state", labels.QUOTA_STATES),
    column("verdict.held", WHOLE),
    column("verdict.presumed", WHOLE),
    column("verdict.required", WHOLE),
    column("verdict.shortfall", WHOLE),
    column("verdict.begin", DATE, member("period.begin")),
    column("verdict.last", DATE, member("period.last")),
    column("verdict.latest_feasible", DATE),
    column("verdict.latest_notice", DATE),
    column("verdict.slots_gone_by", WHOLE),
    column("verdict.counted", TEXT, lambda row, lang: _ids_of(row.counted)),
    column(
        "verdict.presumably_counted",
        TEXT,
        lambda row, lang: _ids_of(row.presumably_counted),
    ),
    column(
        "verdict.possibly_counted",
        TEXT,
        lambda row, lang: _ids_of(row.possibly_counted),
    ),
    column("verdict.reason"),
)
#: Rows (id of the quota, verdict).
VERDICTS = (
    column("verdict.quota", TEXT, lambda row, lang: row[0]),
    *at(1, VERDICT),
)
_LINE = (
    column("brief_line.id"),
    choice("brief_line.record", labels.RECORD_KINDS),
    column("brief_line.date", DATE),
    column("brief_line.text"),
    column("brief_line.owner"),
)

COLUMNS: dict[type, tuple[Column, ...]] = {
    OverdueTask: _OVERDUE,
    OverdueGroup: _OVERDUE_IN_GROUP,
    Progress: (*_GROUP, column("progress.blocked", WHOLE), *_WEIGHTS, _FRACTION),
    PortfolioProgress: (ids("portfolio_progress.programme"), *_GROUP, *_WEIGHTS, _FRACTION),
    ObligationCount: (
        ids("obligation_count.programme"),
        ids("obligation_count.obligation"),
        column("obligation_count.title"),
        column("obligation_count.owed", WHOLE),
        column("obligation_count.open", WHOLE),
        column("obligation_count.done", WHOLE),
        column("obligation_count.late", WHOLE),
        column("obligation_count.waived", WHOLE),
    ),
    BurnupPoint: (column("burnup_point.date", DATE), *_COUNTS, *_WEIGHTS),
    Changes: (
        column("changes.task", TEXT, lambda row, lang: row[1]),
        choice("changes.change", labels.CHANGES, lambda row, lang: row[0]),
    ),
    Coverage: _COVERAGE_ROW,
    CoverageRow: _COVERAGE_ROW,
    CoverageGap: (
        column("coverage_gap.subject"),
        choice("coverage_gap.record", labels.RECORD_KINDS),
        choice("coverage_gap.missing", labels.GAPS),
        column("coverage_gap.text"),
    ),
    Finding: _FINDING,
    Verification: _FINDING,
    Reconciliation: (
        column("reconciliation.what", label=_counted),
        column("reconciliation.year", WHOLE),
        column("reconciliation.declared", WHOLE),
        column("reconciliation.recorded", WHOLE),
        column("reconciliation.undated", WHOLE),
        column("reconciliation.agrees", FLAG, optional=True),
        column("reconciliation.counts"),
        column("reconciliation.text"),
    ),
    DutyShortfall: (
        column("duty_shortfall.official"),
        ids("duty_shortfall.unit"),
        column("duty_shortfall.sessions", WHOLE),
        column("duty_shortfall.minutes", WHOLE),
        column("duty_shortfall.had_face_to_face", FLAG),
        column("duty_shortfall.missing_sessions", WHOLE),
        column("duty_shortfall.missing_minutes", WHOLE),
        column("duty_shortfall.lacks_face_to_face", FLAG),
        column("duty_shortfall.text"),
    ),
    ObligationStanding: (
        ids("obligation_standing.obligation"),
        column("obligation_standing.period"),
        column("obligation_standing.title"),
        ids("obligation_standing.unit"),
        column("obligation_standing.official"),
        ids("obligation_standing.owner"),
        choice("obligation_standing.state", labels.OBLIGATION_STATES),
        column("obligation_standing.start", DATE),
        column("obligation_standing.due", DATE),
        column("obligation_standing.advised", DATE),
        column("obligation_standing.done", DATE),
        column("obligation_standing.days_late", WHOLE),
        column("obligation_standing.proved", FLAG),
        column("obligation_standing.proof"),
        column("obligation_standing.basis"),
        column("obligation_standing.optional", FLAG),
        column(
            "obligation_standing.evidence",
            TEXT,
            lambda row, lang: [each.name for each in row.evidence],
        ),
        column("obligation_standing.reason"),
        column("obligation_standing.text"),
    ),
    EvidenceRow: (
        ids("evidence_row.indicator"),
        column("evidence_row.indicator_title"),
        column("evidence_row.task"),
        column("evidence_row.task_title"),
        column(
            "evidence_row.evidence",
            TEXT,
            lambda row, lang: [each.name for each in row.evidence],
        ),
        column("evidence_row.missing"),
    ),
    Conflict: (
        column("conflict.date", DATE),
        choice("conflict.kind", labels.CONFLICT_KINDS),
        column("conflict.subjects"),
        column("conflict.records", label=_kinds),
        column("conflict.text"),
    ),
    DateReason: (
        choice("date_reason.kind", labels.REASON_KINDS),
        column("date_reason.id"),
        column(
            "date_reason.record",
            TEXT,
            lambda row, lang: row.record or "",
            label=lambda kind, lang: labels.RECORD_KINDS[kind].to(lang) if kind else "",
        ),
        column("date_reason.title"),
        column("date_reason.reason"),
        column("date_reason.source"),
    ),
    Move: (
        choice("move.kind", labels.MOVE_KINDS),
        column("move.id"),
        column("move.period"),
        column("move.title"),
        column("move.before", DATE),
        column("move.after", DATE),
        column("move.days_before", WHOLE),
        column("move.days_after", WHOLE),
        column("move.why"),
        column("move.consequence"),
    ),
    Verdict: VERDICT,
    QuotaFact: (
        column("quota_fact.id"),
        column("quota_fact.date", DATE),
        column("quota_fact.regular", FLAG),
        column("quota_fact.held", FLAG),
        column("quota_fact.quorate", FLAG),
        column("quota_fact.presumed", FLAG),
        column("quota_fact.title"),
        column("quota_fact.reason"),
    ),
    Proposal: (
        column("proposal.date", DATE),
        column("proposal.cost", NUMBER),
        column("proposal.reason"),
    ),
    BriefLine: _LINE,
    Brief: (
        choice("brief.part", labels.BRIEF_PARTS, lambda row, lang: row[0]),
        *at(1, _LINE),
    ),
    RowError: (
        choice("row_error.sheet", labels.SHEETS),
        column("row_error.row", WHOLE),
        column("row_error.column"),
        column("row_error.value"),
        column("row_error.message"),
        column("row_error.allowed"),
        column("row_error.suggestion"),
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
