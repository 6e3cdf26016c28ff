"""Proper names in a sentence: capitalised words as they stand, but for an everyday one that opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.areas.shared_names import no_names
from assistant.understanding.content_words import left_out

_WORD = r"[A-Z][a-z]+(?:[-’'][A-Za-z]+)*"
_NAME = re.compile(rf"\b{_WORD}(?:\s{_WORD})*")
_OPENS = re.compile(r"(?:^|[.!?“‘\"] )$")


def proper_names(text: str) -> list[str]:
    """The names, each once, in order; months, days and words such as Partnership are none."""
    return list(dict.fromkeys(name for name in _names(text) if name and not set(name.split()) & no_names()))


def _names(text: str) -> Iterator[str]:
    for found in _NAME.finditer(text):
        words = found.group().split()
        if _OPENS.search(text[: found.start()]) and (len(words) == 1 or words[0].lower() in left_out()):
            words = words[1:]
        yield re.sub(r"[’']s$", "", " ".join(words))
