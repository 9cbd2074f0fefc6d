"""Values in notebooks, in the language asked for."""

from __future__ import annotations

from typing import Any

from probity._core import ProbityError
from probity.keywords import named
from probity.types import Language

__all__ = ["Shown", "show"]


@named
class Shown:
    """A value that notebooks show in one language; printed, it is the value's own repr."""

    def __init__(self, value: Any, lang: Language) -> None:
        self.value = value
        self.lang = lang

    def __repr__(self) -> str:
        return repr(self.value)

    def _repr_html_(self) -> str:
        from probity import display

        name = _shown_as(self.value)
        assert name is not None
        html: str = getattr(display, name)(self.value, self.lang)
        return html


@named
def show(value: Any, lang: Language = "en") -> Shown:
    """The value as notebooks show it in a language: the last line of a cell, or what `display` is
    given.

    >>> import probity as pb
    >>> brief = pb.examples.songpa(illustrative=True).view(on="2026-12-01").brief()
    >>> "수의계약 내역 매월 공개" in pb.show(brief, "ko")._repr_html_()
    True

    It changes nothing of the value, and nothing that is shown elsewhere. Raises ProbityError for
    another language, TypeError for a value of which notebooks have no picture.
    """
    from probity.words import LANGUAGES, refused

    if lang not in LANGUAGES:
        raise refused(ProbityError, "language", lang=lang, known=f"one of {', '.join(LANGUAGES)}")
    if _shown_as(value) is None:
        raise TypeError(f"notebooks show a {type(value).__name__} by its repr alone")
    return Shown(value, lang)


def _shown_as(value: Any) -> str | None:
    """The function of probity.display that shows a value; None if there is none."""
    from probity.papers import Paper
    from probity.tables import Tabular

    if isinstance(value, Tabular):
        return "table"
    if isinstance(value, Paper):
        return "paper"
    return getattr(type(value), "_shown_as", None)
