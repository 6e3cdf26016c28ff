"""Sentence: what a language model wrote, with the keys of what it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.sentences import sentences

_KEYS = re.compile(r"\[([^\[\]]{1,20})\]")
_AFTER = re.compile(r"([.!?])\s*((?:\[[^\[\]]{1,20}\]\s*)+)")
_LEADING = re.compile(r"((?:\[[^\[\]]{1,20}\]\s*)+)([^\[]*)")
"""Keys and what follows them up to the next, in a text that puts keys first."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence without its keys; `keys` are what stood in square brackets, as written."""

    text: str
    keys: tuple[str, ...]


def read_draft(text: str) -> list[Sentence]:
    """The sentences of a model's text; keys may stand before the sentence, or round its full stop."""
    text = re.sub(r"[“”\"]", "", text).strip()
    if _LEADING.match(text):
        parts = [f"{part} {keys}" for keys, said in _LEADING.findall(text) for part in _sentences(said)]
    else:
        parts = _sentences(_AFTER.sub(lambda found: f" {found.group(2).strip()}{found.group(1)} ", text))
    return [sentence for part in parts if any(map(str.isalnum, (sentence := _read(part)).text))]


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def _read(part: str) -> Sentence:
    keys = [key.strip() for group in _KEYS.findall(part) for key in re.split(r"[,;]", group)]
    words = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(_KEYS.sub(" ", part).split()))
    return Sentence(words, tuple(key for key in keys if key))
