"""Texts in Korean and English."""

from __future__ import annotations

from probity.keywords import named

# `typing` itself takes longer to import than the rest of the package.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from probity.types import Language


@named
class Text(str):
    """The same words in two languages: a str, in English, with the Korean beside it.

    >>> title = Text("청렴주간", "Integrity Week")
    >>> title
    Text('청렴주간', 'Integrity Week')
    >>> print(title, title.korean, title.to("ko"))
    Integrity Week 청렴주간 청렴주간
    >>> title == "Integrity Week"
    True

    Where one language is missing the other stands for it. An absent text is empty, and false.
    """

    korean: str
    english: str

    def __new__(cls, korean: str, english: str = "") -> Text:
        text = super().__new__(cls, english or korean)
        text.korean = korean or english
        text.english = english or korean
        return text

    def to(self, lang: Language) -> str:
        """The words in a language, "en" or "ko"."""
        return self.korean if lang == "ko" else self.english

    def __repr__(self) -> str:
        return f"Text({self.korean!r}, {self.english!r})"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Text):
            return (self.korean, self.english) == (other.korean, other.english)
        return str.__eq__(self, other) if isinstance(other, str) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__

    def __reduce__(self) -> tuple[Any, ...]:
        words = self.korean, self.english
        own = {name: each for name, each in vars(self).items() if name not in ("korean", "english")}
        if type(self) is Text:
            return (Text, words, own) if own else (Text, words)
        return _text_of, (type(self), *words), own or None


def _text_of(cls: type[Text], korean: str, english: str) -> Text:
    """A Text of a class that may take other arguments, as a pickle has it."""
    return Text.__new__(cls, korean, english)


def slug(words: str) -> str:
    """Words as an id has them: without spaces and signs.

    >>> slug("세무 1과")
    '세무-1과'
    """
    import re

    return re.sub(r"[^\w.-]+", "-", words.strip()).strip("-._")


def printed(text: str) -> str:
    r"""The text as it is printed: characters that steer what shows it stand as their numbers.

    Those are control characters, the separators of lines and paragraphs, and what turns the
    direction of writing. Line feeds and tabs stay.

    >>> print(printed("a\x9b31m\u202eb\u2028c"))
    a\u009b31m\u202eb\u2028c
    """
    if text.isprintable():
        return text
    global _steering
    if _steering is None:
        from probity._core import _steering_characters

        _steering = {
            code: f"\\x{code:02x}" if code < 0x20 else f"\\u{code:04x}"
            for first, last in _steering_characters()
            for code in range(first, last + 1)
            if chr(code) not in "\n\t"
        }
    return text.translate(_steering)


#: The text that stands for each of those characters, once it was asked for.
_steering: dict[int, str] | None = None
