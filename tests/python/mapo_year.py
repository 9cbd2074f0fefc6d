"""A made-up year of the office of mapo_office.py, in commands: more than 120 events.

Tasks are taken on and done, the council meets three times, weeks are held, one is moved and one is
called off, a mayor follows in July, divisions are renamed and closed, a Day is another from next
year on, and a mistake is corrected.
"""

import datetime

from mapo_office import TASKS

#: The tasks that are left undone, and those that are late.
LEFT, LATE = ("과제-18", "과제-19"), ("과제-17",)
#: A day off that is announced in September; a task is due on it.
HOLIDAY = "2026-11-12"


def steps():
    """The commands of the year in order of time, each with its day and who records it."""
    lines = [*tasks(), *meetings(), *weeks(), *education(), *people()]
    return [
        f"{line} --on {on} --by {by}" for on, by, line in sorted(lines, key=lambda each: each[0])
    ]


def tasks():
    for number, task in enumerate(TASKS):
        yield "2026-01-10", "kim", f"task adopt {task}"
        if task in LEFT:
            continue
        yield "2026-01-20", "kim", f"task start {task}"
        if task in LATE:
            continue
        due = datetime.date.fromisoformat(TASKS[task][3])
        # 과제-1 waits for 과제-20, which is due later.
        done = datetime.date(2026, 11, 10) if task == "과제-1" else due - datetime.timedelta(5)
        verified = done + datetime.timedelta(2)
        yield done.isoformat(), "kim", f"task submit {task} --evidence proof.txt"
        yield verified.isoformat(), "lee", f"task verify {task}"
        if number % 2:
            yield (verified + datetime.timedelta(1)).isoformat(), "lee", f"task close {task}"
    yield "2026-02-02", "kim", "task reschedule 과제-1 2026-11-30 --reason 선행과제"
    yield "2026-12-01", "kim", "indicator add 지표-1 '청렴 과제 이행' --year 2026"


def meetings():
    for number, date in enumerate(("2026-03-20", "2026-07-17", "2026-11-20"), start=1):
        day = datetime.date.fromisoformat(date)
        before, after = day - datetime.timedelta(14), day + datetime.timedelta(5)
        meeting = f"2026-{number}"
        yield before.isoformat(), "kim", f"meeting plan 청렴회의체 {date} --begins 14:00"
        item = f"item add {meeting} 안건-{number} '추진 상황 {number}' --kind decision"
        yield before.isoformat(), "kim", item
        yield before.isoformat(), "kim", f"meeting notice {meeting}"
        present = "구청장,부구청장,감사담당관장,기획예산과장,총무과장"
        yield date, "kim", f"meeting hold {meeting} --present {present}"
        yield date, "kim", f"item decide {meeting} 안건-{number} adopted --in-favour 5"
        yield after.isoformat(), "kim", f"meeting minute {meeting} --evidence proof.txt"
        yield after.isoformat(), "lee", f"meeting approve {meeting}"


def weeks():
    for month in (1, 2, 3, 5, 6, 7, 9, 10, 11, 12):
        first = datetime.date(2026, month, 8 + (3 - datetime.date(2026, month, 8).weekday()) % 7)
        end = first + datetime.timedelta(3)
        yield end.isoformat(), "kim", f"observance hold integrity-week 2026-{month:02}"
    yield "2026-04-01", "kim", "observance move integrity-week 2026-04 2026-04-20 --reason 선거"
    yield "2026-08-10", "kim", "observance skip integrity-week 2026-08 --reason 수해복구"
    yield "2026-09-18", "kim", "observance hold 청렴콘서트 2026-09 --evidence proof.txt"
    yield "2026-12-04", "kim", "observance hold integrity-day 2026-12"
    rule = "매년 3월 셋째 수요일"
    yield "2026-12-20", "kim", f"observance change integrity-day --day '{rule}' --begin 2027-01-01"


def education():
    for number in range(2, 6):
        yield "2026-01-05", "kim", f"official add P-{number} --unit 감사담당관"
    for number in range(1, 5):
        yield "2026-05-20", "kim", f"attend P-{number} 청렴교육 --minutes 120 --face-to-face"


def people():
    yield "2026-07-01", "kim", "head change 구청장 --name 김새로"
    yield "2026-08-03", "kim", "unit rename 민원과 민원여권과"
    yield "2026-08-05", "kim", "unit rename 총무과 총무담당관"
    yield "2026-08-05", "kim", "undo --reason 오기"
    yield "2026-10-01", "kim", "unit close 복지정책과 --to 환경과 --reason 조직개편"
