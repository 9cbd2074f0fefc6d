"""The sheets of a setup workbook: an office to be filled in, one sheet to each kind of record.

A sheet's columns are the fields of the event that adds its records, under the same words, and a row
of it says what a verb of the prompt would. So a new field is one key here, and none elsewhere.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from probity.cli.changes import label_of, plain_fields
from probity.cli.kinds import kinds
from probity.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from probity.cli.kinds import Field
    from probity.types import Language


class Column(NamedTuple):
    """A column: to which parameter of the verb its cells go, and what they may say."""

    parameter: str
    korean: str
    english: str
    needed: bool
    #: The kind of field; "sentence" of a rule, "share" of a part.
    kind: str
    #: Says what it is.
    note: str
    names: tuple[str, ...] = ()
    #: The sheet whose ids it takes; empty for none.
    sheet: str = ""
    is_list: bool = False

    def words(self, lang: Language) -> str:
        return self.korean if lang == "ko" else self.english

    def heading(self, lang: Language) -> str:
        return self.words(lang) + (" *" if self.needed else "")


class SheetOf(NamedTuple):
    """A sheet: the kind of event that each row is, if it is one; its columns; and an example."""

    key: str
    title: Text
    kind: str
    columns: tuple[Column, ...]
    example: Mapping[str, str]


#: The sheets in which the records of a kind are.
OF_TARGET = {
    "unit": "units",
    "seat": "seats",
    "band": "bands",
    "risk_area": "areas",
    "council": "councils",
    "observance": "observances",
    "task": "tasks",
    "duty": "duties",
}


def column_of(kind: str, key: str, needed: bool) -> list[Column]:
    """The column for a field of an event; of a text one for its English words besides."""
    event = kinds()[kind]
    assert event.body is not None
    path, field = next((path, each) for path, each in plain_fields(event.body) if path[-1] == key)
    name = "field_" + "_".join(path)
    held = event.body.field(path[0]) if len(path) > 1 else None
    record = held.record.name if held is not None and held.record else event.body.name
    korean, english = (label_of(event.of, record, field, lang) for lang in ("ko", "en"))
    columns = [
        Column(
            name,
            korean,
            english,
            needed,
            field.kind,
            field.sentence,
            field.names,
            sheet_of(field),
            field.kind in ("references", "texts"),
        )
    ]
    if field.kind == "text" and key in ("title", "name"):
        columns.append(
            Column(
                f"{name}_en",
                f"{korean}(영문)",
                f"{english} in English",
                False,
                "word",
                "The same in English.",
            )
        )
    return columns


def sheet_of(field: Field) -> str:
    return OF_TARGET.get(field.target or "", "")


def columns_of(kind: str, keys: str, needed: str = "id") -> list[Column]:
    return [
        column for key in keys.split() for column in column_of(kind, key, key in needed.split())
    ]


def plain(
    parameter: str, korean: str, english: str, note: str, needed: bool = False, **more: object
) -> Column:
    kind = str(more.get("kind", "word"))
    sheet = str(more.get("sheet", ""))
    names: tuple[str, ...] = more.get("names", ())  # type: ignore[assignment]
    is_list = bool(more.get("is_list"))
    return Column(parameter, korean, english, needed, kind, note, names, sheet, is_list)


@cache
def setup_sheets() -> tuple[SheetOf, ...]:
    """The sheets in the order in which they are read."""
    week = 'Such as "매월 둘째 주", "second week of every month".'
    day = 'Such as "매년 12월 첫째 금요일", "first Friday of December".'
    return (
        SheetOf(
            "institution",
            Text("기관", "Institution"),
            "",
            (
                plain("title", "기관명", "Name", "The name of the institution.", True),
                plain("title_en", "기관명(영문)", "Name in English", "The same in English."),
                plain("id", "식별자", "Id", "A short name in letters and figures, such as mapo."),
                plain("head", "기관장 직위", "Post of the head", "Such as 구청장."),
                plain("name", "기관장 성명", "Name of the head", "Empty if it is not said."),
                plain("week", "청렴주간", "Integrity Week", week, kind="sentence"),
                plain("day", "청렴데이", "Integrity Day", day, kind="sentence"),
                plain("banding", "밴드 명칭", "Name of the bands", "The common name of the bands."),
            ),
            {
                "title": "마포구",
                "title_en": "Mapo-gu",
                "id": "mapo",
                "head": "구청장",
                "week": "매월 둘째 주",
                "day": "매년 12월 첫째 금요일",
                "banding": "청렴 밴드",
            },
        ),
        SheetOf(
            "units",
            Text("부서", "Units"),
            "unit.added",
            tuple(columns_of("unit.added", "id title kind", "id")),
            {"field_unit_id": "감사담당관", "field_unit_title": "감사담당관"},
        ),
        SheetOf(
            "seats",
            Text("직위", "Seats"),
            "seat.added",
            tuple(columns_of("seat.added", "id title kind unit", "id kind")),
            {"field_id": "감사담당관", "field_kind": "부서장", "field_unit": "감사담당관"},
        ),
        SheetOf(
            "bands",
            Text("밴드", "Bands"),
            "",
            (
                plain("id", "밴드번호", "Id", "Names the band.", True),
                plain("title", "밴드명", "Title", "The name of the band."),
                plain(
                    "units",
                    "부서",
                    "Units",
                    "Its units. Every unit is in one band.",
                    True,
                    sheet="units",
                    is_list=True,
                ),
            ),
            {"id": "B-01", "title": "재정 밴드", "units": "세무1과; 세무2과"},
        ),
        SheetOf(
            "areas",
            Text("부패취약분야", "Risk areas"),
            "area.named",
            tuple(columns_of("area.named", "id title owners", "id")),
            {"field_id": "계약", "field_title": "계약 업무", "field_owners": "재무과"},
        ),
        SheetOf(
            "councils",
            Text("협의체", "Councils"),
            "council.established",
            (
                *columns_of("council.established", "id name reports_to", "id"),
                *columns_of(
                    "council.charter_adopted",
                    "quorum decision notice_days written_resolution",
                    "",
                ),
                plain(
                    "cadence",
                    "회의 주기",
                    "Cadence",
                    'Such as "연 3회", "every 4 months".',
                    kind="sentence",
                ),
            ),
            {
                "field_id": "청렴회의체",
                "field_quorum": "과반수",
                "field_notice_days": "7",
                "cadence": "연 3회",
            },
        ),
        SheetOf(
            "members",
            Text("위원", "Members"),
            "council.member_joined",
            (
                plain("subject", "협의체", "Council", "Of which council.", True, sheet="councils"),
                *columns_of("council.member_joined", "seat role votes", "seat"),
            ),
            {"subject": "청렴회의체", "field_seat": "감사담당관", "field_role": "간사"},
        ),
        SheetOf(
            "observances",
            Text("청렴주간·청렴데이", "Weeks and days"),
            "",
            (
                plain("id", "번호", "Id", "Names the observance.", True),
                plain("title", "명칭", "Title", "Its name."),
                plain("title_en", "명칭(영문)", "Title in English", "The same in English."),
                plain(
                    "kind",
                    "구분",
                    "Kind",
                    "Whether it is a week or a day.",
                    True,
                    kind="name",
                    names=("week", "day"),
                ),
                plain("rule", "규칙", "Rule", f"{week} {day}", True, kind="sentence"),
            ),
            {"id": "청렴콘서트", "kind": "기념일", "rule": "매년 9월 셋째 금요일"},
        ),
        SheetOf(
            "activities",
            Text("활동", "Activities"),
            "activity.added",
            tuple(columns_of("activity.added", "id title category observance audience", "id")),
            {"field_id": "방송", "field_title": "청렴 아침방송", "field_category": "캠페인"},
        ),
        SheetOf(
            "quotas",
            Text("이행 횟수", "Quotas"),
            "quota.set",
            (
                *columns_of("quota.set", "id title", "id"),
                plain("field_of", "대상", "Of", "A council, or a week or day.", True),
                plain("often", "횟수", "How often", 'Such as "연 3회".', True, kind="sentence"),
                *columns_of("quota.set", "regular quorate", ""),
            ),
            {"field_id": "회의", "field_of": "청렴회의체", "often": "연 3회"},
        ),
        SheetOf(
            "duties",
            Text("의무교육", "Duties"),
            "duty.added",
            tuple(
                columns_of(
                    "duty.added", "id title sessions minutes face_to_face_when_new basis", "id"
                )
            ),
            {"field_id": "청렴교육", "field_title": "부패방지교육", "field_minutes": "120"},
        ),
        SheetOf(
            "officials",
            Text("교육 대상자", "Officials"),
            "official.listed",
            tuple(columns_of("official.listed", "id unit begin appointed", "id")),
            {"field_id": "P-001", "field_unit": "감사담당관", "field_begin": "2026-01-02"},
        ),
        SheetOf(
            "tasks",
            Text("과제", "Tasks"),
            "task.proposed",
            tuple(
                columns_of(
                    "task.proposed",
                    "id title kind owner band risk_area due weight depends_on",
                    "id",
                )
            ),
            {
                "field_id": "과제-1",
                "field_title": "계약 공개 점검",
                "field_owner": "감사담당관",
                "field_due": "2026-06-30",
            },
        ),
    )


#: The beginning of the first cell of an example: such a row is passed over.
EXAMPLES = {"ko": "예) ", "en": "e.g. "}
