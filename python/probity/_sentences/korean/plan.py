"""What a Korean sentence says, before anyone decides which rule it means."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from typing import Any

from probity._core import WeekConvention

MONTHS = "1월, 3·6·9월, 6~8월, 3월부터 11월까지"
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
    #: 있는 주: whole weeks that contain what the sentence names, or these weekdays of them.
    containing: bool = False
    part_days: list[int] = field(default_factory=list)
    part_run: tuple[int, int] | None = None
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
    #: Whether that number is the least ("이상") or the most ("이내") that is meant.
    at_least: bool = False
    at_most: bool = False
    #: 매주 was said: plain weekdays are those of every week.
    each_week: bool = False
    #: 다음 달: the month after those that are named, or after the quarter.
    next_month: bool = False
    #: 3월부터 5월까지: the months run from the first to the last, in this order.
    month_run: tuple[int, int] | None = None
    #: 한 달간: the whole of the months.
    whole_months: bool = False
    #: 분기 종료 후 10일 이내: how long after the period, as a number and a unit.
    after_period: tuple[int, str] | None = None
    #: 설, 추석: days with a name.
    feasts: list[str] = field(default_factory=list)
    #: Days by which what is named is moved: 추석 3일 전, 설 전날.
    shift: int = 0
    #: Working days by which it is moved: 추석 3근무일 전.
    working_shift: int = 0
    #: The days before and after what is named that are meant: 추석 전 2주간; with the day itself
    #: where both are.
    around: tuple[int, int] | None = None
    #: 설 연휴: the holidays around it.
    holidays_around: bool = False
    #: 셋째 주 월요일부터 금요일까지.
    week_run: tuple[int, int] | None = None
    #: 셋째 주 첫날 (0), 마지막 날 (6): a day of the week, whatever weekday it begins on.
    week_edge: int | None = None
    #: How long it lasts from the day on, as a number and a unit, or until which day.
    lasts: tuple[int, str] | None = None
    to: Plan | None = None
    #: 까지, 이내: the law may move the day.
    deadline: bool = False
    #: 제외: months, other days, and days off that are left out.
    months_out: list[int] = field(default_factory=list)
    out: list[Plan] = field(default_factory=list)
    omits: tuple[str, ...] = ()
    #: What 공휴일이면 moves, and to what; both as in Reading.
    moves: tuple[str, ...] = ()
    to_what: str = "working_day"
    #: 2026. 4. 1.부터.
    begins: datetime.date | None = None
    #: 주 기준 CLDR_KR: the convention by which weeks are counted, if the sentence names it.
    convention: WeekConvention | None = None
    #: What a working day is counted in: "month" or "week".
    within: str = "month"
    #: Further days of the same sentence that no one rule gives: 6월 30일과 12월 31일.
    others: list[Plan] = field(default_factory=list)
    #: Further days are in the periods of the first, which may be named behind them.
    of_same_periods: bool = False

    def beside(self) -> Plan:
        """A plan of further days in the same periods."""
        further = replace(self, heads=list(self.heads), months=list(self.months), others=[])
        for name in _DAYS:
            setattr(further, name, [])
        for name, none in _NO_DAYS.items():
            setattr(further, name, none)
        return further

    def join(self, other: Plan) -> None:
        """Adds further days: to the lists of this plan if one rule has both, else beside them."""
        if not other.has_days:
            self.others += other.others
            return
        mine, theirs = self._kinds(), other._kinds()
        weekdays = {"weekdays", "ordinals"}
        same = mine == theirs and len(mine) == 1 and mine <= set(_DAYS)
        # 둘째 주, 넷째 주 수요일: the last says of both what they are.
        last_says = mine == {"weeks"} and theirs == {"weeks", "weekdays"}
        alike = mine == theirs == {"weeks", "weekdays"} and self.weekdays == other.weekdays
        # Tuesday of the second week, and Thursday.
        alike = alike or (mine == {"weeks", "weekdays"} and theirs == {"weekdays"})
        # Wednesday, third week.
        alike = alike or (mine == {"weekdays"} and theirs == {"weeks"} and not self.each_week)
        alike = alike or same or last_says or (mine <= weekdays and theirs <= weekdays)
        same_periods = (self.months, self.block) == (other.months, other.block)
        if other.feasts and not self.feasts:
            # 1월 1일, 설날: a feast comes once a year, in whatever month.
            other.months, same_periods = [], False
        if mine == {"ordinals"} and theirs == {"weekdays"} and not other.each_week:
            # The first Monday and Tuesday: the first of either.
            last = self.ordinals[-1][1]
            counted = [n for n, weekday in self.ordinals if weekday == last]
            other.ordinals = [(n, weekday) for weekday in other.weekdays for n in counted]
            other.weekdays = []
        if not alike or not same_periods:
            other.of_same_periods = same_periods
            self.others += [other, *other.others]
            other.others = []
            return
        for name in _DAYS:
            found = getattr(self, name)
            found += [each for each in getattr(other, name) if each not in found]
        self.each_week = self.each_week or other.each_week
        self.by_name = self.by_name or other.by_name
        self.in_year = self.in_year or other.in_year

    def share(self) -> None:
        """Gives further days the periods that the sentence names, once all of it is read."""
        for i, other in enumerate(self.others):
            if other.of_same_periods:
                shared = {name: getattr(self, name) for name in _PERIODS}
                self.others[i] = replace(other, **shared, heads=list(self.heads))
        if self.block and not self.months:
            self._part_edges()

    def _part_edges(self) -> None:
        """첫째 월요일과 마지막 금요일 of a quarter are in its first month and its last."""
        first = (
            [each for each in self.ordinals if each[0] > 0],
            [n for n in self.month_days if n > 0],
        )
        last = (
            [each for each in self.ordinals if each[0] < 0],
            [n for n in self.month_days if n < 0],
        )
        if any(first) and any(last):
            other = self.beside()
            self.ordinals, self.month_days = first
            other.ordinals, other.month_days = last
            self.others.append(other)

    def _kinds(self) -> set[str]:
        kinds = {name for name in _DAYS if getattr(self, name)}
        kinds |= {name for name, none in _NO_DAYS.items() if getattr(self, name) != none}
        return kinds | ({"others"} if self.others else set())

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
            or self.feasts
            or self.whole_months
            or self.after_period
        )


#: The lists of days, of which one rule may have several items.
_DAYS = (
    *("weekdays", "ordinals", "month_days", "year_days", "week_numbers", "positions", "weeks"),
    *("feasts", "part_days"),
)
#: What says in which periods days lie.
_PERIODS = (
    *("months", "lunar", "block", "block_starts", "month_of_block", "next_month", "in_year"),
    *("months_out", "times"),
)
#: What else says which days are meant, and how it is if nothing is said.
_NO_DAYS: dict[str, Any] = {
    "working": None,
    "containing": False,
    "week_run": None,
    "part_run": None,
    "week_edge": None,
    "holidays_around": False,
    "shift": 0,
    "working_shift": 0,
    "around": None,
    "lasts": None,
    "to": None,
}
