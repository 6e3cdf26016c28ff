"""Asked before: the register's repeats, compared by meaning too."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from functools import cache, partial

import numpy as np

from assistant.areas.of_papers import areas_of
from assistant.register.entry import Entry
from assistant.repeats.content import follow_up_kinds, wordings
from assistant.repeats.find import find_repeats
from assistant.repeats.made import Made, Meaning, Repeat
from ingest.embed import Embedder
from ingest.library import Library
from ingest.near_copies import same_source

_NAME = "asked"
_STEPS = 127
"""Vectors are kept in whole steps from -127 to 127."""

def asked_before(
    entries: Sequence[Entry], library: Library, later: Collection[int] | None = None
) -> list[Repeat]:
    """Which entries (or of those at the places `later`) ask what an earlier document had asked; by place."""
    areas = areas_of(library, library.documents())
    of: dict[str, list[Entry]] = {}
    for entry in entries:
        of.setdefault(entry.document_id, []).append(entry)
    meanings = _Meanings(library, of)
    found = find_repeats([_made(entry, areas, meanings) for entry in entries], later)
    if not found:
        return []
    copies = same_source(library)
    return [
        one
        for one in found
        if entries[one.earlier].document_id not in copies.copies_of(entries[one.later].document_id)
    ]


def _made(entry: Entry, areas: Mapping[str, str], meanings: _Meanings) -> Made:
    return Made(
        source=entry.document_id,
        published=entry.published or "",
        subject=areas.get(entry.document_id, "") or entry.subject or "",
        text=entry.text,
        follows_up=entry.followed_up or entry.kind in follow_up_kinds(),
        meaning=partial(meanings.of, entry),
    )


class _Meanings:
    """The vectors of a library's requests, worked out a document at a time and kept beside the library."""

    def __init__(self, library: Library, entries: Mapping[str, Sequence[Entry]]) -> None:
        self._library = library
        self._entries = entries
        self._known: dict[str, Meaning] = {}

    def of(self, entry: Entry) -> Meaning:
        """The two wordings' vectors, one behind the other, of length 1 together."""
        if entry.id not in self._known:
            self._known |= self._of_document(entry.document_id)
        return self._known[entry.id]

    def _of_document(self, document_id: str) -> dict[str, Meaning]:
        entries = self._entries[document_id]
        texts = [text for entry in entries for text in wordings(entry.text)]
        version = hashlib.sha256("\0".join([_embedder().identity, *texts]).encode()).hexdigest()[:16]
        steps = self._library.derived(document_id, _NAME, version, lambda: _steps(texts))
        vectors = np.array(steps, np.float32).reshape(len(entries), -1)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return {entry.id: vector for entry, vector in zip(entries, vectors, strict=True)}


def _steps(texts: Sequence[str]) -> list[list[int]]:
    steps: list[list[int]] = np.rint(_embedder().encode(texts) * _STEPS).astype(int).tolist()
    return steps


@cache
def _embedder() -> Embedder:
    """The shipped model, whatever the library's own: points and thresholds are for its likenesses."""
    return Embedder()

