"""The sentences of a passage as slices of its document; a table row is one."""

from __future__ import annotations

from functools import lru_cache

from ingest.passage import Passage
from ingest.sentences import sentences


def sentence_spans(passage: Passage) -> list[tuple[int, int]]:
    """(start, end) in code points of the document's text, in order."""
    if passage.header:
        return [(passage.start, passage.end)]
    return [(passage.start + start, passage.start + end) for start, end in _of_text(passage.text)]


@lru_cache(maxsize=4_096)
def _of_text(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text))
