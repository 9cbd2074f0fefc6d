"""The text that a spreadsheet shows of a number, by the format of its cell (ECMA-376, 18.8.31).

    >>> shown(7, '"T-"00')
    'T-07'
    >>> shown(7, "000"), shown(7, "General"), shown(3.1, "0.00")
    ('007', '7', '3.10')
    >>> shown(12, "000#"), shown(-3, '"T-"00')
    ('0012', '-T-03')
    >>> shown(1234, "#,##0") is None
    True

Formats of digits and of texts around them are followed; of others nothing is said.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_PART = re.compile(
    r'"(?P<quoted>[^"]*)"'
    r"|\\(?P<escaped>.)"
    r"|_(?P<blank>.)"
    r"|\[\$(?P<sign>[^\]-]*)(-[0-9A-Fa-f,]*)?\]"
    r"|\[(?P<colour>Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?[0-9]+)\]"
    r"|(?P<digits>[0#]+(\.[0#]+)?)"
    r"|(?P<plain>[-$+/():!^&'~{}<>= ])",
    re.IGNORECASE,
)
_DIGITS_HERE = "\0"
#: Excel has so many digits, and shows so many of a number whose format is General.
_DIGITS, _GENERAL_DIGITS = 15, 11


def shown(value: int | float, number_format: str) -> str | None:
    """The text that a cell shows; None if its format is of another kind, or digits are missing."""
    if value != value or value in (float("inf"), float("-inf")):
        return None
    sections = _sections(number_format)
    if len(sections) > 1:
        place = 1 if value < 0 else 2 if value == 0 and len(sections) > 2 else 0
        # A section without a text hides the number.
        return _formatted(abs(value), sections[place]) if sections[place] else None
    if sections[0].lower() in ("general", "@", ""):
        return _general(value)
    text = _formatted(abs(value), sections[0])
    return text if text is None or value >= 0 else "-" + text


def _sections(number_format: str) -> list[str]:
    """The parts of a format: for positive numbers, negative ones, zero; without that for texts."""
    hidden = re.sub(r'"[^"]*"|\\.', lambda match: "\0" * len(match[0]), number_format)
    sections = []
    at = 0
    for each in hidden.split(";"):
        sections.append(number_format[at : at + len(each)])
        at += len(each) + 1
    if len(sections) > 1 and ("@" in hidden.split(";")[-1] or len(sections) > 3):
        sections.pop()
    return sections


def _general(value: int | float) -> str | None:
    text = str(int(value)) if value == int(value) else format(value, f".{_DIGITS}g")
    return text if len(text.lstrip("-").replace(".", "")) <= _GENERAL_DIGITS else None


def _formatted(value: int | float, section: str) -> str | None:
    parts: list[str] = []
    places: list[str] = []
    at = 0
    while at < len(section):
        match = _PART.match(section, at)
        if match is None:
            return None
        at = match.end()
        if match["digits"] is not None:
            parts.append(_DIGITS_HERE)
            places.append(match["digits"])
        else:
            parts.append(match["quoted"] or match["escaped"] or match["sign"] or "")
            parts.append(match["plain"] or (" " if match["blank"] else ""))
    digits = _over_places(value, places)
    if digits is None:
        return None
    shown_digits = iter(digits)
    return "".join(next(shown_digits) if part is _DIGITS_HERE else part for part in parts)


def _over_places(value: int | float, places: list[str]) -> list[str] | None:
    """The digits of a number, part by part; the first part takes those that the others leave."""
    if not places:
        return []
    if len(places) == 1:
        number = _with_digits(value, places[0])
        return None if number is None else [number]
    if any("." in each for each in places) or re.search("0.*#", "".join(places)):
        return None
    number = _with_digits(value, "".join(places))
    if number is None:
        return None
    out: list[str] = []
    for each in reversed(places[1:]):
        number, digits = number[: -len(each)], number[-len(each) :]
        out.insert(0, digits)
    return [number, *out]


def _with_digits(value: int | float, digits: str) -> str | None:
    whole, _, fraction = digits.partition(".")
    # A # shows no zero that is not needed; after the point, and of nothing but zeros, that is for
    # others to say.
    if "#" in fraction:
        return None
    number = Decimal(repr(value)).quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    if number >= 10**_DIGITS or (number == 0 and "0#" in whole):
        return None
    first, point, rest = format(number, "f").partition(".")
    if first == "0" and "0" not in whole:
        first = ""
    # Behind the first 0 each place shows a digit.
    return first.zfill(len(whole.lstrip("#"))) + point + rest
