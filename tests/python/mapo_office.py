"""A made-up office for tests: 14 units in six bands, 12 seats, a council of nine, three areas, two
duties, a week and two days, and 20 tasks. It can be filled into a setup workbook, or said in
commands.
"""

import shlex

import openpyxl

from probity.cli.setup_sheets import setup_sheets

UNITS = [
    *("감사담당관", "기획예산과", "총무과", "재무과", "세무1과", "세무2과", "민원과"),
    *("건축과", "도시계획과", "위생과", "환경과", "복지정책과", "보건소", "시설관리공단"),
]
#: By the band: its name, and the units that it has.
BANDS = {
    "B-1": ("청렴 밴드", UNITS[0:3]),
    "B-2": ("재정 밴드", UNITS[3:6]),
    "B-3": ("민원 밴드", UNITS[6:7]),
    "B-4": ("도시 밴드", UNITS[7:9]),
    "B-5": ("생활 밴드", UNITS[9:12]),
    "B-6": ("소속기관 밴드", UNITS[12:14]),
}
#: The post, the kind of it and its unit.
SEATS = [
    ("구청장", "head", ""),
    ("부구청장", "senior_official", ""),
    *((f"{unit}장", "department_head", unit) for unit in UNITS[:9]),
    ("청렴팀장", "staff", "감사담당관"),
]
#: The seat, its role and whether it votes.
MEMBERS = [
    ("구청장", "chair", True),
    ("부구청장", "member", True),
    *((f"{unit}장", "member", True) for unit in UNITS[:6]),
    ("청렴팀장", "secretary", False),
]
AREAS = {"계약": ["재무과"], "세무": ["세무1과", "세무2과"], "인허가": ["건축과", "위생과"]}
DUTIES = {"청렴교육": ("부패방지교육", 120), "행동강령": ("공직자 행동강령 교육", 60)}
#: The title, the owner, the area, the due date and what it waits for, by the id.
TASKS = {
    f"과제-{number}": (
        f"실천과제 {number}",
        UNITS[(number - 1) % 14],
        ["계약", "세무", "인허가"][number % 3],
        f"2026-{3 + number % 9:02}-{10 + number % 15:02}",
        "과제-20" if number == 1 else "",
    )
    for number in range(1, 21)
}
DAYS = {"청렴콘서트": "매년 9월 셋째 금요일"}


def band_of(unit):
    return next(band for band, (_, units) in BANDS.items() if unit in units)


WEEK, DAY = "매월 둘째 주", "매년 12월 첫째 금요일"


def filled(path, change=lambda sheet, rows: rows):
    """Fills the office into a setup workbook; `change` may spoil the rows of a sheet."""
    book = openpyxl.load_workbook(path)
    for sheet in setup_sheets():
        page = next(
            page for page in book if page.title in (sheet.title.korean, sheet.title.english)
        )
        for number, row in enumerate(change(sheet.key, rows_of(sheet.key)), start=3):
            for place, column in enumerate(sheet.columns, start=1):
                if column.parameter in row:
                    page.cell(number, place).value = row[column.parameter]
    book.save(path)


def rows_of(sheet):
    """The rows of a sheet, by the parameters of its columns."""
    rows = {
        "institution": [
            {"title": "마포구", "title_en": "Mapo-gu", "id": "mapo", "head": "구청장"}
            | {"name": "김마포", "week": WEEK, "day": DAY, "banding": "청렴문화 밴드"}
        ],
        "units": [
            {"field_unit_id": unit}
            | ({"field_unit_kind": "소속기관"} if unit in UNITS[12:] else {})
            for unit in UNITS
        ],
        "seats": [
            {"field_id": seat, "field_kind": kind, "field_unit": unit} for seat, kind, unit in SEATS
        ],
        "bands": [
            {"id": band, "title": title, "units": "; ".join(units)}
            for band, (title, units) in BANDS.items()
        ],
        "areas": [
            {"field_id": area, "field_owners": "; ".join(owners)} for area, owners in AREAS.items()
        ],
        "councils": [
            {"field_id": "청렴회의체", "field_quorum": "과반수", "field_decision": "과반수"}
            | {"field_notice_days": 7, "cadence": "연 3회"}
        ],
        "members": [
            {"subject": "청렴회의체", "field_seat": seat, "field_role": role}
            | {"field_votes": "예" if votes else "아니오"}
            for seat, role, votes in MEMBERS
        ],
        "observances": [{"id": day, "kind": "day", "rule": rule} for day, rule in DAYS.items()],
        "activities": [
            {"field_id": "방송", "field_category": "campaign", "field_observance": "integrity-week"}
        ],
        "quotas": [
            {
                "field_id": "정기회의",
                "field_of": "청렴회의체",
                "often": "연 3회",
                "field_counts_regular": "예",
            }
        ],
        "duties": [
            {"field_id": duty, "field_title": title, "field_minutes": minutes}
            for duty, (title, minutes) in DUTIES.items()
        ],
        "officials": [{"field_id": "P-1", "field_unit": "감사담당관"}],
        "tasks": [
            {"field_id": task, "field_title": title, "field_owner": owner, "field_risk_area": area}
            | {"field_due": due, "field_depends_on": waits, "field_band": band_of(owner)}
            for task, (title, owner, area, due, waits) in TASKS.items()
        ],
    }
    return [{key: value for key, value in row.items() if value != ""} for row in rows[sheet]]


def commands(file="mapo.probity", on="2026-01-02", by="kim"):
    """The commands that make the same office from nothing."""
    q = shlex.quote
    lines = [
        f"new {file} --yes --id mapo --title 마포구 --title-en Mapo-gu --head 구청장 "
        f"--week {q(WEEK)} --day {q(DAY)}",
        "head change 구청장 --name 김마포",
    ]
    for unit in UNITS:
        kind = " --kind affiliated_institution" if unit in UNITS[12:] else ""
        lines.append(f"unit add {unit}{kind}")
    for seat, kind, unit in SEATS:
        lines.append(f"seat add {seat} --kind {kind}" + (f" --unit {unit}" if unit else ""))
    bands = " ".join(
        f"--band {q(f'{band}:{title}={chr(44).join(units)}')}"
        for band, (title, units) in BANDS.items()
    )
    lines.append(f"banding add {q('청렴문화 밴드')} {bands}")
    for area, owners in AREAS.items():
        lines.append(f"area add {area} " + " ".join(f"--owner {owner}" for owner in owners))
    lines += [
        "council add 청렴회의체",
        "charter adopt 청렴회의체 --quorum 과반수 --decision 과반수 --notice-days 7",
        "cadence change 청렴회의체 --cadence '연 3회'",
    ]
    for seat, role, votes in MEMBERS:
        no = "" if votes else "--no-votes"
        lines.append(f"member join 청렴회의체 {seat} --role {role} {no}")
    lines += [f"observance add {day} --day {q(rule)}" for day, rule in DAYS.items()]
    lines.append("activity add 방송 --category campaign --observance integrity-week")
    lines.append("quota add 정기회의 --of 청렴회의체 --often '연 3회' --regular")
    for duty, (title, minutes) in DUTIES.items():
        lines.append(f"duty add {duty} {q(title)} --minutes {minutes}")
    lines.append("official add P-1 --unit 감사담당관")
    for task, (title, owner, area, due, waits) in sorted(
        TASKS.items(), key=lambda each: bool(each[1][-1])
    ):
        wait = f"--depends-on {waits}" if waits else ""
        lines.append(
            f"task add {task} {q(title)} --owner {owner} --risk-area {area} --due {due} {wait} "
            f"--band {band_of(owner)}"
        )
    return [f"{line} --on {on} --by {by}" for line in lines]
