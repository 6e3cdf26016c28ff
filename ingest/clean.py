"""Clean: the one place where characters that must never reach a screen or a quotation are dropped."""

from __future__ import annotations

import re
from collections import Counter

_KINDS: dict[str, str] = {
    "control": r"\x00-\x08\x0b-\x1f\x7f-\x9f",
    "bidi": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "tag": "\U000e0000-\U000e007f",
    "invisible": "\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb",
}
_PATTERNS = {kind: re.compile(f"[{characters}]") for kind, characters in _KINDS.items()}
_DROPPED = re.compile("[" + "".join(_KINDS.values()) + "]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> tuple[str, Counter[str]]:
    """The text without control, bidi, tag and invisible characters, and how many of each were dropped.

    Newline and tab stay; every other line end becomes a newline; a lone surrogate becomes U+FFFD, so that
    the result can always be encoded. Dropped characters are counted by kind ("control", "bidi", "tag",
    "invisible", "surrogate"), since hidden text is evidence of its own.
    """
    counts: Counter[str] = Counter()
    if text.isascii() and text.isprintable():
        return text, counts
    text = _LINE_ENDS.sub("\n", text)
    if surrogates := len(_SURROGATE.findall(text)):
        counts["surrogate"] = surrogates
        text = _SURROGATE.sub("\ufffd", text)
    for kind, pattern in _PATTERNS.items():
        if found := len(pattern.findall(text)):
            counts[kind] = found
    return (_DROPPED.sub("", text) if counts else text), counts
