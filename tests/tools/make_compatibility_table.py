"""Writes src/date/compatibility_table.inc from the Unicode data of Python.

    python tests/tools/make_compatibility_table.py > src/date/compatibility_table.inc

The blocks are those that files of Korean offices have: forms of another width, letters in circles
and brackets, signs of several letters, numerals, blanks; and letters that stand for Latin ones, as
in mathematics. Full-width ASCII is left to arithmetic.
"""

import unicodedata

BLOCKS = (
    (0x00A0, 0x00FF),  # Latin-1
    (0x0132, 0x01F3),  # pairs of Latin letters
    (0x02B0, 0x02E4),  # raised letters
    (0x1D2C, 0x1D6A),  # raised and lowered letters
    (0x2000, 0x22FF),  # punctuation, superscripts, letterlike symbols, numerals, operators
    (0x2460, 0x24FF),  # letters and digits in circles
    (0x2F00, 0x2FDF),  # radicals
    (0x3000, 0x303F),  # punctuation of Korean, Chinese and Japanese
    (0x3130, 0x318F),  # letters of Hangul that stand alone
    (0x3200, 0x33FF),  # circles, brackets, units in one square
    (0xFB00, 0xFB06),  # ligatures
    (0xFE30, 0xFE6F),  # vertical and small forms
    (0xFF5F, 0xFFEF),  # half-width and full-width forms beyond ASCII
    (0x1D400, 0x1D7FF),  # letters and digits of mathematics
    (0x1F100, 0x1F14F),  # digits with a stop or comma, letters in brackets and squares
)


def entries():
    for first, last in BLOCKS:
        for code in range(first, last + 1):
            character = chr(code)
            plain = unicodedata.normalize("NFKC", character)
            if plain != unicodedata.normalize("NFC", character):
                yield code, plain


def literal(text):
    return "".join(escaped(c) for c in text)


def escaped(c):
    if c in '"\\':
        return f"\\{c}"
    if " " <= c <= "~":
        return c
    return f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}"


def main():
    print("// Compatibility characters and what Unicode (UAX 15, form KC) has for them; written by")
    print("// tests/tools/make_compatibility_table.py.")
    line = ""
    for code, plain in entries():
        entry = f'{{0x{code:04x}, "{literal(plain)}"}},'
        if len(line) + len(entry) + 1 > 100:
            print(line)
            line = ""
        line += (" " if line else "") + entry
    print(line)


if __name__ == "__main__":
    main()
