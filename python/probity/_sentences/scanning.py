"""A sentence that is being read, in any language: where reading stands, and where a fault is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, NoReturn

from probity._core import RuleError

if TYPE_CHECKING:
    from probity._sentences.korean.plan import Plan


class SentenceScanner(ABC):
    """Reads a sentence from its beginning, in the form that its language gives it."""

    #: The sentence as it was given.
    given: str
    #: The same in the form in which it is read, and how far it is.
    text: str
    at: int

    def __init__(self, given: str, longest: int, language: str) -> None:
        self.given, self.at = given, 0
        if len(given) > longest:
            self._raise(f"a rule in {language} has at most {longest} characters", longest)

    @property
    def done(self) -> bool:
        return self.at >= len(self.text)

    def fail(self, message: str, at: int | None = None) -> NoReturn:
        """Raises RuleError with a position in the sentence as it was given."""
        self._raise(message, self._given_place(self.at if at is None else at))

    def back(self, mark: int) -> bool:
        """Goes back to where something else may stand: nothing was read."""
        self.at = mark
        return False

    @abstractmethod
    def such(self, korean: str, english: str) -> str:
        """An example for a message, in the language of the sentence."""

    @abstractmethod
    def such_days(self, plan: Plan) -> str:
        """Examples of the days that the sentence, as far as it goes, still lacks."""

    @abstractmethod
    def _given_place(self, at: int) -> int:
        """Where a place of the text that is read stands in the sentence as it was given."""

    def _raise(self, message: str, position: int) -> NoReturn:
        start = max(0, position - 20)
        shown = self.given[start : position + 20]
        near = ("..." if start else "") + shown + ("..." if position + 20 < len(self.given) else "")
        error = RuleError(f"{near!r}, at {position}: {message}")
        error.position = position
        raise error
