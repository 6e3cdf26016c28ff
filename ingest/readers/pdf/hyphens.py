"""Hyphens: what to do with a word that is split over two lines."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from ingest.phrases import word_set

Joint = Literal["space", "hyphen", "word"]
"""How two lines meet: with a space, with the printed hyphen kept, or as one word without it."""

_HYPHENS = "-\u2010\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+(?:['’][^\W\d_]+)*)*")
_TAIL = re.compile(r"((?:[^\W\d_]+-)*)([^\W\d_]+)[-\u2010\u00ad]$")
_HEAD = re.compile(r"([^\W\d_]+)((?:-[^\W\d_]+)*)")
_HANGING = re.compile(r"(?:and|or|to|und)\b(?!-)", re.IGNORECASE)
"""After "16- and 17-year-olds" the hyphen hangs: a space follows it."""
_URL_TAIL = re.compile(r"(?:https?://|www\.)\S*[/\-_=&?]$", re.IGNORECASE)


class Words:
    """The words of a document as they stand in the middle of lines: the evidence for its own spelling."""

    def __init__(self, lines: list[str]) -> None:
        self.counts: Counter[str] = Counter()
        words = [word.lower() for line in lines for word in _WORD.findall(line)]
        self.counts.update(words)
        self.counts.update(part for word in words if "-" in word for part in word.split("-"))

    def joint(self, line: str, following: str, *, spaced: bool = False) -> Joint:
        """How `following` continues `line`; `spaced`: a space is printed after the hyphen."""
        if _URL_TAIL.search(line) and not following[:1].isupper():
            return "hyphen"
        if spaced or not line or line[-1] not in _HYPHENS or _HANGING.match(following):
            return "space"
        tail, head = _TAIL.search(line), _HEAD.match(following)
        if not tail or not head:
            return "hyphen" if following[:1].isalnum() and line[-2:-1].isalnum() else "space"
        if line[-1] == "\u00ad":
            return "word"
        return self._split_word(
            tail.group(1).lower(), tail.group(2).lower(), head.group(1), head.group(2).lower()
        )

    def _split_word(self, before: str, first: str, second: str, after: str) -> Joint:
        """Whether two halves are one word or a compound, by how the document writes them elsewhere."""
        if before or after or not second[0].islower():
            return "hyphen"
        whole, compound = self.counts[first + second], self.counts[f"{first}-{second}"]
        if whole != compound:
            return "word" if whole > compound else "hyphen"
        if first in word_set("vocabulary/hyphens.yaml", "prefixes"):
            return "hyphen"
        words = self.counts[first] > 0 and self.counts[second] > 0
        return "hyphen" if words else "word"
