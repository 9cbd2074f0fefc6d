"""What an English sentence says, and words for it that several of its parts use."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from probity._sentences.korean.plan import Plan

WORKING = (
    *("working days", "working day", "business days", "business day", "workdays", "workday"),
    *("banking days", "banking day", "office days", "office day"),
)
#: Between the ends of a range.
RANGES = ("through", "thru", "until", "till", "up to", "to", "-")


@dataclass
class EnglishPlan(Plan):
    """What an English sentence says."""

    #: Every third Wednesday: the ordinal and the weekday.
    every_nth: tuple[int, int] | None = None

    def beside(self) -> EnglishPlan:
        """A plan of further days in the same periods."""
        return cast(EnglishPlan, super().beside())

    def share(self) -> None:
        """Gives further days the periods that the sentence names; of the year they are counted in
        it."""
        super().share()
        for other in self.others:
            if other.of_same_periods and self.in_year:
                other.year_days, other.month_days = other.month_days, []
                other.week_numbers, other.weeks = other.weeks, []

    def one_in_so_many(self) -> EnglishPlan | None:
        """Every third Wednesday as one in three, if no month or period says that it is counted."""
        counted = self.months or self.block or self.heads or self.in_year
        if self.every_nth is None or counted or self.every_nth[0] < 2:
            return None
        n, weekday = self.every_nth
        return replace(self, ordinals=[], weekdays=[weekday], heads=[("WEEKLY", n)])
