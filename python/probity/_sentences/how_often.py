"""How often a sentence says that something happens, without a day: a number in a period."""

from __future__ import annotations

from dataclasses import dataclass

from probity._core import ProbityError, Quota

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    from probity.types import DateLike, QuotaPeriod


@dataclass(frozen=True)
class HowOften:
    """A number of times in each period, as a sentence says it: 연 3회, 분기별 1회 이상.

    `bound` says whether the number is to be met or passed ("at_least", 이상), not to be passed
    ("at_most", 이내), or is just said ("exactly").
    """

    text: str
    times: int
    per: QuotaPeriod
    bound: Literal["exactly", "at_least", "at_most"] = "exactly"

    def quota(self, id: str, begin: DateLike, end: DateLike | None = None, **more: Any) -> Quota:
        """The quota of so many times a period, from the day `begin`; `more` as Quota takes it.

        >>> import probity as pb
        >>> pb.parse_korean_quota("연 3회").quota("council", "2025-06-01").times
        3

        Raises ProbityError for a number that is not to be passed: a quota is the least that must
        happen.
        """
        if self.bound == "at_most":
            raise ProbityError(
                f"{self.text!r}: {self.times} is the most that may happen, and a quota is the "
                "least that must"
            )
        return Quota(id, self.times, begin, end, per=self.per, **more)

    def __str__(self) -> str:
        return self.text
