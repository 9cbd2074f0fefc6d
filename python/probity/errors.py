"""The errors that the package raises, as one finds them by their family: `pb.errors.RuleError`.

They are the same classes as at the top of the package. Each is a ProbityError, which is a
ValueError.
"""

from probity._core import (
    DateError,
    DocumentError,
    HorizonError,
    ImportErrors,
    JournalConflict,
    JournalError,
    ProbityError,
    RuleError,
    TransitionError,
    ZoneError,
)

__all__ = [
    "DateError",
    "DocumentError",
    "HorizonError",
    "ImportErrors",
    "JournalConflict",
    "JournalError",
    "ProbityError",
    "ReorganisationErrors",
    "RuleError",
    "TransitionError",
    "ZoneError",
]


class ReorganisationErrors(ProbityError):
    """Refuses a new organisation chart, whose rows name all that is to be mended: each the number
    of a row, and the reason."""

    rows: tuple[tuple[int, str], ...] = ()
