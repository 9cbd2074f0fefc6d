"""Texts in Korean and English, of which one may be missing."""

from __future__ import annotations

from probity.keywords import named

# `typing` itself takes longer to import than the rest of the package.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
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

    If one language is missing the other stands for it; `given` has only the words that were given.

    >>> office = Text("감사담당관")
    >>> print(office), office.given
    감사담당관
    (None, {'ko': '감사담당관'})

    A str that is given for a text has no language, and documents keep it as a string:

    >>> Text.plain("Mapo")
    Text.plain('Mapo')

    An absent text is empty, and false.
    """

    #: The words in Korean, or those that stand for them.
    korean: str
    #: The words in English, or those that stand for them.
    english: str
    #: The words that were given, by language; none of a plain text.
    given: dict[str, str]

    def __new__(cls, korean: str = "", english: str = "") -> Text:
        return cls._with(korean, english, {"ko": korean, "en": english})

    @classmethod
    def plain(cls, words: str) -> Text:
        """A text whose language nobody said."""
        return cls._with(words, words, {})

    @classmethod
    def of(cls, words: Mapping[str, str]) -> Text:
        """A text of words by language: Text.of({"ko": "청렴주간"})."""
        first = next((each for each in words.values() if each), "")
        return cls._with(words.get("ko", "") or first, words.get("en", "") or first, dict(words))

    @classmethod
    def _with(cls, korean: str, english: str, given: dict[str, str]) -> Text:
        text = super().__new__(cls, english or korean)
        text.korean = korean or english
        text.english = english or korean
        text.given = {lang: words for lang, words in given.items() if words}
        return text

    def to(self, lang: Language) -> str:
        """The words in a language, "en" or "ko"."""
        return self.given.get(lang) or (self.korean if lang == "ko" else self.english)

    def __repr__(self) -> str:
        if self and not self.given:
            return f"Text.plain({str(self)!r})"
        if "ko" not in self.given and self:
            return f"Text(english={self.english!r})"
        words = [self.given.get("ko", ""), *([self.given["en"]] if "en" in self.given else [])]
        return f"Text({', '.join(map(repr, words))})"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Text):
            return str(self) == str(other) and self.given == other.given
        return str.__eq__(self, other) if isinstance(other, str) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__

    def __reduce__(self) -> tuple[Any, ...]:
        own = {name: each for name, each in vars(self).items() if name not in Text.__annotations__}
        if type(self) is Text and set(self.given) <= {"ko", "en"} and self.given and not own:
            return (Text, (self.given.get("ko", ""), self.given.get("en", "")))
        return _text_of, (type(self), self.korean, self.english, self.given), own or None


def _text_of(
    cls: type[Text], korean: str, english: str, given: dict[str, str] | None = None
) -> Text:
    """A Text of a class that may take other arguments, as a pickle has it."""
    return cls._with(korean, english, {"ko": korean, "en": english} if given is None else given)


def _made(given: str | dict[str, str]) -> Text:
    """A text of the extension module: the words that were given by language, or plain ones."""
    if isinstance(given, str):
        return Text.plain(given)
    return Text.of(given)


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
