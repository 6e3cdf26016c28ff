"""Decode: bytes of unknown encoding → text."""

from __future__ import annotations

import codecs

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = ["cp1252", "mac_roman", "iso8859_15"]
_WIDE = ["utf_16_le", "utf_16_be"]
"""Only where there are NUL bytes, which English text in them is full of."""
_GUESS_FROM = 200_000
"""Bytes looked at when the encoding must be guessed."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`: by its byte order mark, as UTF-8, as `declared`, or by the likeliest encoding.

    Bytes that fit no encoding become U+FFFD: a file is never refused for its encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for candidate in ("utf-8", declared):
        text = _try(data, candidate)
        if text is not None:
            return text
    from charset_normalizer import from_bytes  # only text in none of these pays for it

    sample = data[:_GUESS_FROM]
    guess = from_bytes(sample, cp_isolation=_LIKELY + _WIDE * (b"\x00" in sample)).best()
    return data.decode(guess.encoding if guess else "cp1252", errors="replace")


def _try(data: bytes, encoding: str | None) -> str | None:
    """The decoded text, None where the encoding is unknown or does not fit (NUL bytes: unmarked UTF-16)."""
    if not encoding:
        return None
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if text.count("\x00") > len(text) // 10 else text
