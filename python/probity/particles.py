"""The forms of Korean particles behind a word, by how the word ends as it is spoken.

`korean.particle` is for users; the sentences of the catalogues take their particles from here.
"""

from __future__ import annotations

from collections.abc import Mapping

#: Of each pair the form behind a consonant, and the one behind a vowel.
PAIRS = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("으로서", "로서"),
    ("으로써", "로써"),
    ("으로부터", "로부터"),
    ("이나", "나"),
    ("이며", "며"),
    ("이라", "라"),
    ("이란", "란"),
    ("이다", "다"),
)
#: Each pair by the names that it goes by.
FORMS: Mapping[str, tuple[str, str]] = {
    name: pair for pair in PAIRS for name in (*pair, "/".join(pair), "/".join(reversed(pair)))
}

# How a word ends as it is spoken: without a final consonant, with ㄹ, or with another.
_OPEN, _RIEUL, _CLOSED = range(3)

# 영 일 이 삼 사 오 육 칠 팔 구.
_DIGITS = (_CLOSED, _RIEUL, _OPEN, _CLOSED, _OPEN, _OPEN, _CLOSED, _RIEUL, _RIEUL, _OPEN)
# The names of letters that end in a consonant: 엘, 엠, 엔, 알.
_LETTERS = {"L": _RIEUL, "M": _CLOSED, "N": _CLOSED, "R": _RIEUL}

_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "］": "［", "〕": "〔", "】": "【"}
# Only so much of a text is looked at, from its end.
_SPOKEN = 400
# Signs that stand behind a word and are not spoken: quotation marks and brackets of titles.
_SILENT = "\"'”’」』》〉>.,!?:; \t\n·…"


def fitting(word: str, forms: tuple[str, str]) -> str:
    """The form of a pair that fits behind a word."""
    end = _ending(word)
    if end == _RIEUL and forms[0].startswith("으로"):
        return forms[1]
    return forms[1] if end == _OPEN else forms[0]


def _ending(word: str) -> int:
    spoken = _without_asides(word)
    last = spoken[-1:]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        return _OPEN if final == 0 else _RIEUL if final == 8 else _CLOSED
    if "ㄱ" <= last <= "ㅎ":  # by their names: 기역, 니은, 리을
        return _RIEUL if last == "ㄹ" else _CLOSED
    if last.isascii() and last.isdigit():
        return _number_ending(spoken)
    if last.isascii() and last.isalpha():
        return _latin_ending(spoken)
    return _OPEN


def _without_asides(word: str) -> str:
    """The word less what is not spoken at its end: asides in brackets, quotation marks."""
    text = word[-_SPOKEN:].rstrip(_SILENT)
    while text and text[-1] in _BRACKETS:
        opening = _opening(text)
        # An aside with nothing before it is the word itself.
        if not text[:opening].strip(_SILENT):
            text = text[opening + 1 : -1].rstrip(_SILENT) if opening >= 0 else text[:-1]
        else:
            text = text[:opening].rstrip(_SILENT)
    return text


def _opening(text: str) -> int:
    """The place of the bracket that the end of a text closes; -1 if it closes none."""
    closing, opening = text[-1], _BRACKETS[text[-1]]
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += (text[index] == closing) - (text[index] == opening)
        if depth == 0:
            return index
    return -1


def _number_ending(text: str) -> int:
    if text[-1] != "0":
        return _DIGITS[int(text[-1])]
    figures = text[len(text.rstrip("0123456789,")) :].replace(",", "")
    zeros = len(figures) - len(figures.rstrip("0"))
    # 십, 백, 천, 만, 억, 경 end in a consonant, as 영 does; 조, of 12 to 15 zeros, does not.
    return _OPEN if 12 <= zeros <= 15 and len(figures) > zeros else _CLOSED


def _latin_ending(text: str) -> int:
    latin = text[len(text.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")) :]
    if len(latin) == 1 or latin.isupper():
        return _LETTERS.get(latin[-1].upper(), _OPEN)
    word = latin.lower()
    if word.endswith(("l", "le")):
        return _RIEUL
    if word.endswith(("m", "n", "ng", "me", "ne")):
        return _CLOSED
    # A stop behind a vowel closes the syllable (아웃룩), behind a consonant it opens one (테스트).
    vowels = "aeiou"
    stop = word.endswith("ck") or (word[-1] in "bckpt" and word[-2] in vowels)
    return _CLOSED if stop else _OPEN
