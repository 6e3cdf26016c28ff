"""Whether bytes are text at all: judged by their characters, whatever the file is called."""

from __future__ import annotations

import unicodedata

_PIECE = 8192
"""Bytes looked at from the beginning, the middle and the end: a script may carry a program behind it."""
_MOST = 100
"""Of so many characters one may be none that is written, and no more."""
_WRITTEN_CONTROLS = frozenset("\t\n\r\x0b\x0c\x1b")
_NEVER_WRITTEN = frozenset({"Cc", "Cn", "Co", "Cs"})
_WIDE_MARKS = (
    (b"\xff\xfe\x00\x00", "utf_32_le"),
    (b"\x00\x00\xfe\xff", "utf_32_be"),
    (b"\xff\xfe", "utf_16_le"),
    (b"\xfe\xff", "utf_16_be"),
)
_NARROW = "latin_1"
"""Gives each byte as one character: control bytes can be counted, whatever the encoding."""


def is_text(data: bytes) -> bool:
    """Whether the bytes read as text in some encoding; a program, a packed or a ciphered file does not."""
    middle = len(data) // 2 & ~3
    starts = (0, middle, max(0, len(data) - _PIECE) & ~3) if len(data) > _PIECE else (0,)
    encoding = _encoding(data)
    return all(_is_written(data[start : start + _PIECE], encoding) for start in starts)


def _encoding(data: bytes) -> str:
    """A wide encoding by its mark or by every other byte being NUL, else one byte a character."""
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:_PIECE]
    for side, encoding in ((1, "utf_16_le"), (0, "utf_16_be")):
        if head[side::2].count(0) > len(head) * 0.4:
            return encoding
    return _NARROW


def _is_written(piece: bytes, encoding: str) -> bool:
    text = piece.decode(encoding, errors="replace")
    if encoding == _NARROW:
        # Above ASCII a byte may be a letter's part in one encoding and a control in another.
        strange = sum(character < " " and character not in _WRITTEN_CONTROLS for character in text)
    else:
        strange = sum(
            unicodedata.category(character) in _NEVER_WRITTEN and character not in _WRITTEN_CONTROLS
            for character in text
        )
    return strange <= max(1, len(text) // _MOST)
