"""What the readings of a sentence ask of whatever reads its words, in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, Protocol

if TYPE_CHECKING:
    from probity._sentences.korean.plan import Plan


class Reads(Protocol):
    """A sentence that has been read, which tells where in it a fault is."""

    text: str

    def fail(self, message: str, at: int | None = None) -> NoReturn:
        """Raises RuleError with a position in the sentence as it was given."""

    def such(self, korean: str, english: str) -> str:
        """An example for a message, in the language of the sentence."""

    def such_days(self, plan: Plan) -> str:
        """Examples of the days that the sentence, as far as it goes, still lacks."""
