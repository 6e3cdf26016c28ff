"""Surroundings: a sentence with what tells what it is about: its headings and the sentences beside it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evidence import Evidence
from assistant.sentences.leaning import leans
from assistant.sentences.spans import sentence_spans
from assistant.words import any_stands, stems


def around(item: Evidence) -> str:
    """The sentence with its headings and those beside it."""
    passage = item.found.passage
    spans = sentence_spans(passage)
    at = next((at for at, (start, end) in enumerate(spans) if start <= item.start < end), 0)
    start, end = spans[max(0, at - 1)][0], spans[min(len(spans) - 1, at + 1)][1]
    return f"{passage.heading} {passage.text[start - passage.start : end - passage.start]}"


def leant_on(item: Evidence) -> str:
    """The sentence before one that leans on it; "" where it stands by itself."""
    return "".join(_before(item)[-1:]) if leans(item.quote) else ""


def before(item: Evidence) -> str:
    """The sentences of the passage before this one, the nearest two."""
    return "".join(_before(item)[-2:])


def _before(item: Evidence) -> list[str]:
    """The sentences of the passage before this one, each with the space behind it."""
    passage = item.found.passage
    starts = [start for start, end in sentence_spans(passage) if end <= item.start]
    ends = [*starts[1:], item.start]
    return [passage.slice(start, end) for start, end in zip(starts, ends, strict=False)]


def under_heads(item: Evidence) -> str:
    """The sentence with its headings and the header of its table."""
    passage = item.found.passage
    return f"{item.quote} {passage.heading} {passage.header}"


def holds_any(item: Evidence, names: Sequence[str]) -> bool:
    """Does one of the names stand in the sentence, or over it?"""
    return any_stands(names, stems(under_heads(item)))
