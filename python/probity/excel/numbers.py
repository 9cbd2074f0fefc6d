"""What a spreadsheet shows of a number, by the format of its cell (ECMA-376, 18.8.31).

    >>> shown(7, '"T-"00')
    'T-07'
    >>> shown(7, "000"), shown(7, "General"), shown(3.1, "0.00")
    ('007', '7', '3.10')
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
    section = _section(value, number_format)
    if section is None:
        return None
    if section.lower() in ("general", "@", ""):
        return _general(value)
    return _formatted(abs(value) if ";" in number_format else value, section)


def _section(value: int | float, number_format: str) -> str | None:
    """The part of a format that is for the value: positive; negative; zero."""
    sections = re.sub(r'"[^"]*"|\\.', lambda match: "\0" * len(match[0]), number_format).split(";")
    ends = [0]
    for each in sections:
        ends.append(ends[-1] + len(each) + 1)
    place = 0
    if value < 0 and len(sections) > 1:
        place = 1
    elif value == 0 and len(sections) > 2:
        place = 2
    return number_format[ends[place] : ends[place + 1] - 1]


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
    if any("." in each for each in places):
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
    # A # shows no zero that is not needed; after the point that is for others to say.
    if "#" in fraction:
        return None
    number = Decimal(repr(value)).quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    if abs(number) >= 10**_DIGITS:
        return None
    sign = "-" if number < 0 else ""
    first, point, rest = format(abs(number), "f").partition(".")
    if first == "0" and "0" not in whole:
        first = ""
    return sign + first.zfill(whole.count("0")) + point + rest
