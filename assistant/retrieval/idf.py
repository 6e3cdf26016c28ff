"""How telling a word is in a library: its inverse document frequency over the passages."""

from __future__ import annotations

import math

from ingest.library import Library


def inverse_document_frequency(library: Library, word: str) -> float:
    """ln((N + 1) / (n + 0.5)), not below 0: N passages, n of which hold the word; 0 for no word at all."""
    if not word:
        return 0.0
    return max(0.0, math.log((library.passage_count() + 1) / (library.document_frequency(word) + 0.5)))
