"""Sentence: what a language model wrote, with the keys of what it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.sentences import sentences

_KEYS = re.compile(r"\[([^\[\]]{1,20})\]")
_AFTER = re.compile(r"([.!?])\s*((?:\[[^\[\]]{1,20}\]\s*)+)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without its keys; `keys` are what stood in square brackets, as written."""

    text: str
    keys: tuple[str, ...]


def read_draft(text: str) -> list[Sentence]:
    """The sentences of a model's text; keys may stand before or after the full stop."""
    moved = _AFTER.sub(lambda found: f" {found.group(2).strip()}{found.group(1)} ", text)
    found = []
    for start, end in sentences(moved):
        part = moved[start:end]
        keys = [key.strip() for group in _KEYS.findall(part) for key in re.split(r"[,;]", group)]
        words = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(_KEYS.sub(" ", part).split()))
        if any(map(str.isalnum, words)):
            found.append(Sentence(words, tuple(key for key in keys if key)))
    return found
