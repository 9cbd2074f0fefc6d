"""The lists of a described rule: 3·6~8월, 첫째~셋째, 1일·말일, 월·화~목요일."""

from __future__ import annotations

import re

from probity.korean import WEEKDAYS

_ORDINALS = (
    "첫째",
    "둘째",
    "셋째",
    "넷째",
    "다섯째",
    "여섯째",
    "일곱째",
    "여덟째",
    "아홉째",
    "열째",
)
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NUMBERS = "[0-9]+(?:~[0-9]+)?(?:·[0-9]+(?:~[0-9]+)?)*"
_PLACE = "(?:끝에서 )?(?:[첫둘셋넷열]째|다섯째|여섯째|일곱째|여덟째|아홉째|[0-9]{1,3}번째)|마지막"
PLACES = f"(?:{_PLACE})(?:~(?:{_PLACE}))?(?:·(?:{_PLACE})(?:~(?:{_PLACE}))?)*"
_NTH_WEEKDAY = re.compile(f"(?P<places>{PLACES}) (?P<day>[월화수목금토일])요일")
_MONTH_DAY = re.compile(
    rf"(?P<first>[0-9]{{1,3}})(?:~(?P<last>[0-9]{{1,3}}))?일|(?P<end>말일)"
    rf"|마지막 (?P<few>[0-9]{{1,3}})일"
    rf"|(?P<place>{_PLACE})(?:~(?P<until>{_PLACE}))? 날"
)


def month_days(text: str) -> str:
    found: list[int] = []
    for item in re.split("·|과 |이나 ", text):
        match = _MONTH_DAY.fullmatch(item)
        if match is None:
            return ""
        if match["first"]:
            first = int(match["first"])
            found += range(first, int(match["last"] or first) + 1)
        elif match["few"]:
            found += range(-int(match["few"]), 0)
        elif match["end"]:
            found.append(-1)
        else:
            first = _place(match["place"])
            last = _place(match["until"]) if match["until"] else first
            found += range(first, (-last if first < 0 < last else last) + 1)
    return listed(found)


def listed_weekdays(text: str) -> str:
    """월·화~목요일, 평일(월~금요일); "" if it is something else."""
    if text == "평일(월~금요일)":
        return ",".join(CODES[:5])
    if not re.fullmatch("[월화수목금토일](?:[·~][월화수목금토일])*요일", text):
        return ""
    found: list[int] = []
    for run in text.removesuffix("요일").split("·"):
        first, last = WEEKDAYS.index(run[0]), WEEKDAYS.index(run[-1])
        found += range(first, last + 1)
    return ",".join(CODES[i] for i in found)


def nth_weekdays(text: str) -> str:
    """매주 월요일과 첫째 금요일; 첫째·셋째 월요일, 둘째 화요일, 마지막 금요일."""
    found: list[str] = []
    items = text.split(", ") if ", " in text else re.split("(?<=요일)(?:과 |이나 )", text)
    for index, item in enumerate(items):
        plain = item.removeprefix("매주 ")
        weekdays = listed_weekdays(plain)
        if weekdays and index == 0:
            found.append(weekdays)
            continue
        match = _NTH_WEEKDAY.fullmatch(item.removeprefix("연중 "))
        places = places_of(match["places"]) if match else None
        if match is None or places is None:
            return ""
        found += [f"{n}{CODES[WEEKDAYS.index(match['day'])]}" for n in places]
    return ",".join(found)


def months_of(text: str) -> dict[str, str] | None:
    lunar = {"RSCALE": "DANGI"} if text.startswith("음력 ") else {}
    text = text.removeprefix("음력 ")
    if text == "매월":
        return lunar | {"BYMONTH": listed(range(1, 13))}
    if "윤" in text:
        names = [name[1:-1] + "L" if name[0] == "윤" else name[:-1] for name in text.split("·")]
        return {"RSCALE": "DANGI", "BYMONTH": ",".join(names)}
    numbers = text.replace("월", "")
    if not re.fullmatch(NUMBERS, numbers):
        return None
    return lunar | {"BYMONTH": listed(runs(numbers))}


def runs(text: str) -> list[int]:
    found: list[int] = []
    for run in text.split("·"):
        first, _, last = run.partition("~")
        if len(first) > 3 or len(last) > 3:
            return []
        found += range(int(first), int(last or first) + 1)
    return found


def places_of(text: str) -> list[int] | None:
    if not re.fullmatch(PLACES, text):
        return None
    found: list[int] = []
    for run in text.split("·"):
        first, _, last = run.partition("~")
        begin = _place(first)
        end = _place(last) if last else begin
        found += range(begin, (-end if begin < 0 < end else end) + 1)
    return found


def _place(text: str) -> int:
    if text == "마지막":
        return -1
    name = text.removeprefix("끝에서 ")
    n = _ORDINALS.index(name) + 1 if name in _ORDINALS else min(int(name.removesuffix("번째")), 999)
    return -n if name != text else n


def listed(numbers: list[int] | range) -> str:
    return ",".join(str(n) for n in numbers)
