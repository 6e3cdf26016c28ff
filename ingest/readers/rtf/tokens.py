"""RTF tokens: the bytes of a rich text file → braces, control words and text (RTF 1.9.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?"  # a control word, its number, and the blank that ends it
    rb"|\\'([0-9A-Fa-f]{2})"  # a byte of text in hexadecimal
    rb"|\\(.)"  # a control symbol
    rb"|([{}])"
    rb"|([^\\{}\r\n]+)",  # text; line ends are none of it
    re.DOTALL,
)

_CODE_PAGES = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5hkscs",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
"""What fonts call a character set, and the encoding it is."""
SYMBOL = "symbol"
"""The encoding of fonts whose bytes are signs of their own."""

SIGNS = {
    "tab": " ", "line": " ", "softline": " ", "page": " ", "column": " ", "emspace": " ", "enspace": " ",
    "qmspace": " ", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
SYMBOLS = {"~": "\xa0", "_": "-", "{": "{", "}": "}", "\\": "\\", "\t": " "}
"""What control words and symbols stand for in the text."""


class Token(NamedTuple):
    """One token. `kind`: "{", "}", "word" (its name in `word`, its number in `number`, None without),
    "symbol" (in `word`), "hex" or "text" (in `data`).
    """

    kind: str
    word: str = ""
    number: int | None = None
    data: bytes = b""


def tokens_of(data: bytes) -> Iterator[Token]:
    """The tokens in order; binary data is passed over."""
    at = 0
    while found := _TOKEN.search(data, at):
        at = found.end()
        word, number, byte, symbol, brace, text = found.groups()
        if text is not None:
            yield Token("text", data=text)
        elif word is not None:
            value = int(number) if number is not None else None
            if word == b"bin":
                at += max(0, value or 0)
            else:
                yield Token("word", word.decode("ascii"), value)
        elif brace is not None:
            yield Token(brace.decode("ascii"))
        elif byte is not None:
            yield Token("hex", data=bytes.fromhex(byte.decode("ascii")))
        else:
            yield Token("symbol", symbol.decode("latin-1"))


def encoding_of(charset: int) -> str | None:
    """The encoding of a font's character set; None where the document's own is meant."""
    return SYMBOL if charset == 2 else _CODE_PAGES.get(charset)


def decoded(data: bytes, encoding: str) -> str:
    """The text of bytes; those that fit no encoding become U+FFFD, those of a symbol font private signs."""
    if encoding == SYMBOL:
        return "".join(chr(byte) if byte < 0x80 else chr(0xF000 + byte) for byte in data)
    try:
        return data.decode(encoding, errors="replace")
    except LookupError:
        return data.decode("cp1252", errors="replace")
