"""The columns of a programme's records: tasks, bands, areas, meetings, training, events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from probity import labels
from probity._core import (
    Attendance,
    Band,
    Event,
    History,
    Indicator,
    Meeting,
    Official,
    Portfolio,
    RiskArea,
    Task,
    Unit,
    _flat_events,
    _flat_tasks,
    _FlatTable,
)
from probity.tables.column import (
    DATE,
    FLAG,
    INSTANT,
    TIME,
    WHOLE,
    Column,
    at,
    choice,
    ids,
)

if TYPE_CHECKING:
    from probity.types import Language

TASK = (
    Column("id", "과제번호", "Id"),
    Column("title", "과제명", "Title"),
    choice("kind", "구분", "Kind", labels.TASK_KINDS),
    choice("state", "상태", "State", labels.TASK_STATES),
    ids("owner", "담당부서", "Owner"),
    ids("band", "밴드", "Band"),
    ids("risk_area", "부패취약분야", "Risk area"),
    Column("proposed", "제안일", "Proposed", DATE),
    Column("due", "기한", "Due", DATE),
    Column("weight", "가중치", "Weight", WHOLE),
    Column("depends_on", "선행과제", "Depends on"),
    Column("indicators", "평가지표", "Indicators"),
    Column("evidence", "증빙 수", "Evidence", WHOLE, lambda row, lang: len(row.evidence)),
    Column("superseded_by", "대체 과제", "Superseded by"),
    ids("source", "출처", "Source"),
)
EVENT = (
    Column("number", "번호", "Number", WHOLE),
    Column("effective", "효력일", "Effective", DATE),
    Column("recorded", "기록 시각", "Recorded", INSTANT),
    choice("kind", "종류", "Kind", labels.EVENT_KINDS),
    Column("subject", "대상", "Subject"),
    ids("actor", "기록자", "Recorded by"),
    Column("reason", "사유", "Reason"),
    Column("corrects", "정정 대상 번호", "Corrects", WHOLE, lambda row, lang: row.corrects or None),
)

COLUMNS: dict[type, tuple[Column, ...]] = {
    Task: TASK,
    Event: EVENT,
    History: EVENT,
    Portfolio: (
        Column("programme", "계획", "Programme", value=lambda row, lang: row[0], names=True),
        *at(1, TASK),
    ),
    Band: (
        Column("id", "밴드번호", "Id"),
        Column("title", "밴드명", "Title"),
        Column("units", "소속부서", "Units"),
    ),
    Unit: (
        Column("id", "부서번호", "Id"),
        Column("title", "부서명", "Title"),
        choice("kind", "구분", "Kind", labels.UNIT_KINDS),
        Column("begin", "시작일", "Begin", DATE),
        Column("end", "종료 다음 날", "End", DATE),
    ),
    RiskArea: (
        Column("id", "분야번호", "Id"),
        Column("title", "부패취약분야", "Risk area"),
        Column("owners", "담당부서", "Owners"),
        ids("source", "출처", "Source"),
    ),
    Meeting: (
        Column("id", "식별자", "Id"),
        Column("year", "연도", "Year", WHOLE),
        choice("kind", "구분", "Kind", labels.MEETING_KINDS),
        Column("ordinal", "회차", "Ordinal", WHOLE),
        choice("state", "상태", "State", labels.MEETING_STATES),
        Column("date", "날짜", "Date", DATE),
        Column("earliest", "가능한 첫날", "Earliest", DATE),
        Column("before", "가능 기간 종료 다음 날", "Before", DATE),
        Column("begins", "시작 시각", "Begins", TIME),
        Column("ends", "종료 시각", "Ends", TIME),
        Column("noticed", "통지일", "Noticed", DATE),
        Column("title", "제목", "Title"),
        Column("place", "장소", "Place"),
        Column(
            "eligible",
            "재적위원",
            "Members",
            WHOLE,
            lambda row, lang: row.quorum and row.quorum.eligible,
        ),
        Column(
            "present",
            "출석위원",
            "Present",
            WHOLE,
            # Without attendance nobody counts as present, which is not to say that nobody was.
            lambda row, lang: row.quorum.present if row.quorum and row.quorum.recorded else None,
        ),
        Column(
            "quorate",
            "의사정족수 충족",
            "Quorum met",
            FLAG,
            lambda row, lang: row.quorum and row.quorum.met,
            optional=True,
        ),
        Column("minutes", "회의록", "Minutes", value=lambda row, lang: _name_of(row.minutes)),
        Column("source", "출처", "Source"),
    ),
    Official: (
        Column("id", "직원번호", "Id"),
        ids("unit", "소속부서", "Unit"),
        Column("begin", "시작일", "Begin", DATE),
        Column("end", "종료 다음 날", "End", DATE),
        Column("appointed", "임용·승진일", "Appointed", DATE),
    ),
    Attendance: (
        Column("official", "직원번호", "Official"),
        ids("duty", "의무교육", "Duty"),
        Column("date", "교육일", "Date", DATE),
        Column("minutes", "시간(분)", "Minutes", WHOLE),
        Column("face_to_face", "대면교육", "Face to face", FLAG),
        ids("activity", "활동", "Activity"),
    ),
    Indicator: (
        Column("id", "지표번호", "Id"),
        Column("year", "연도", "Year", WHOLE),
        Column("title", "평가지표", "Indicator"),
        Column("source", "출처", "Source"),
    ),
}


#: The rows of what is more than one row.
ROWS: dict[type, Callable[[Any], Sequence[Any]]] = {
    History: lambda history: history,
    Portfolio: lambda offices: [
        (programme.id, task) for programme in offices.programmes for task in programme.tasks
    ],
}

#: Gives the rows in flat columns at once, without a record for each.
FLAT: dict[type, Callable[[Any, Language], _FlatTable]] = {
    History: _flat_events,
    Portfolio: _flat_tasks,
}


def _name_of(evidence: object) -> str:
    return "" if evidence is None else str(getattr(evidence, "name", ""))
