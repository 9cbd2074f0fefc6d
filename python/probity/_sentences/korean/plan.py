"""What a Korean sentence says, before anyone decides which rule it means."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

MONTHS = "1월, 3·6·9월, 6~8월, 3월부터 11월까지"
DAYS = (
    "15일, 말일, 셋째 수요일, 셋째 주 수요일, 셋째 주, 매주 월요일, 마지막 근무일, "
    "둘째 월요일이 있는 주"
)
EVERY_DAY = list(range(7))
MONDAY_TO_FRIDAY = list(range(5))
#: Words for a working day.
WORKING = ("근무일", "영업일", "업무일", "집무일", "워킹데이")


@dataclass
class Plan:
    """What a sentence says."""

    #: (FREQ, INTERVAL), the longer before the shorter: 매년 3월 매주 수요일.
    heads: list[tuple[str, int]] = field(default_factory=list)
    lunar: bool = False
    months: list[tuple[int, bool]] = field(default_factory=list)
    #: Months in a quarter (3) or half (6), the first months of those that are meant, and whether a
    #: month of them was named.
    block: int = 0
    block_starts: list[int] = field(default_factory=list)
    month_of_block: bool = False
    #: 연중: ordinals count in the year. 전체에서: positions count in all months taken together.
    in_year: bool = False
    together: bool = False
    weekdays: list[int] = field(default_factory=list)
    ordinals: list[tuple[int, int]] = field(default_factory=list)
    month_days: list[int] = field(default_factory=list)
    year_days: list[int] = field(default_factory=list)
    week_numbers: list[int] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    #: Weeks of the month, with their weekdays; without any, whole weeks.
    weeks: list[int] = field(default_factory=list)
    #: 있는 주: whole weeks that contain what the sentence names.
    containing: bool = False
    #: Working days of the month, counted; 0 for each.
    working: int | None = None
    #: Monday to Friday by the sentence's own words, (월~금요일).
    by_name: bool = False
    roll: str = ""
    week_start: int | None = None
    skip: str = ""
    count: int | None = None
    until: datetime.date | None = None
    time: datetime.time | None = None
    ends: datetime.time | None = None
    #: How often in a period: 연 3회.
    times: tuple[int, str, int] | None = None
    #: Further dates of the same sentence: 6월 30일과 12월 31일.
    others: list[Plan] = field(default_factory=list)

    @property
    def has_days(self) -> bool:
        return bool(
            self.weekdays
            or self.ordinals
            or self.month_days
            or self.year_days
            or self.week_numbers
            or self.weeks
            or self.working is not None
        )
