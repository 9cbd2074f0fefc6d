"""The words of a text under which the search of the site finds it, if parts of it are Korean.

Beside the words as they stand these are nouns without their particle, 청렴주간 of 청렴주간을, and
two words as one, 셋째주 of 셋째 주, as people write both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_HANGUL = re.compile(r"[가-힣]+$")
# Particles behind a noun of at least two syllables.
_PARTICLE = re.compile(
    r"(?<=[가-힣]{2})(?:으로|에서|에게|까지|부터|은|는|이|가|을|를|의|에|로|와|과|도|만)$"
)
_LONGEST_PAIR = 8


def noun(word: str) -> str:
    """A Korean word without its particle; any other as it is."""
    return _PARTICLE.sub("", word) if _HANGUL.match(word) else word


def further_words(words: Sequence[str]) -> Iterator[str]:
    """The words to add to those of a text, which are in their order."""
    for word in words:
        if noun(word) != word:
            yield noun(word)
    for first, second in pairwise(words):
        if _HANGUL.match(first) and _HANGUL.match(second):
            for pair in dict.fromkeys((first + second, first + noun(second))):
                if len(pair) <= _LONGEST_PAIR:
                    yield pair
