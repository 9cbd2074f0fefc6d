"""Whether an error is said in Korean: a sentence of its own, with no English words but names."""

import re

#: Text of others, and values as they were given.
_QUOTED = re.compile(r"""'[^'\n]*'|"[^"\n]*"|`[^`\n]*`|\{[^}\n]*\}|\([^()\n]*\)""")
#: Two words or more in a row that are no Korean and no name with a mark: "is no".
_ENGLISH = re.compile(r"(?<![\w./=<>-])[a-z]{2,}(?: [a-z]{2,})+(?![\w./=<>-])")


def english_in(text: str) -> list[str]:
    """The English that a Korean sentence has beside quoted values, one piece each."""
    return _ENGLISH.findall(_QUOTED.sub(" ", text))


def is_korean(text: str) -> bool:
    return bool(re.search("[가-힣]", text)) and not english_in(text)
