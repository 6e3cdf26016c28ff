"""Numbers and bullets as word processors print them before the items of a list."""

from __future__ import annotations

import re

_BULLET_GLYPH = re.compile("[\ue000-\uf8ff]|^[^\\w%]$|^o$")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LAST_LETTERS = 780
"""The last number that Word writes in letters: thirty times z."""


def bullet(sign: str) -> str:
    """The bullet a list prints; signs that only a symbol font has become "•"."""
    return "•" if not sign or _BULLET_GLYPH.search(sign) else sign.strip()


def format_number(value: int, number_format: str) -> str:
    """A number as it is printed: decimal, letters or Roman."""
    if number_format in ("lowerLetter", "upperLetter") and 0 < value <= _LAST_LETTERS:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter.upper() if number_format == "upperLetter" else letter
    if number_format in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        return roman(value) if number_format == "lowerRoman" else roman(value).upper()
    return str(value)


def roman(value: int) -> str:
    """A number from 1 to 3,999 in small Roman numerals."""
    written = ""
    for size, sign in _ROMAN:
        written += sign * (value // size)
        value %= size
    return written
