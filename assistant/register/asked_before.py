"""Asked before: the register's repeats, compared by meaning too."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from functools import cache, partial
from itertools import groupby

import numpy as np

from assistant.areas.of_papers import areas_of
from assistant.register.entry import Entry
from assistant.repeats.content import meant, takes_up
from assistant.repeats.find import earlier_requests
from assistant.repeats.made import Made, Meanings, Repeat
from ingest.earlier_versions import earlier_versions
from ingest.embed import Embedder
from ingest.library import Library
from ingest.near_copies import same_source

_STEPS = 127
"""Vectors are kept in whole steps from -127 to 127."""


def asked_before(
    entries: Sequence[Entry],
    library: Library,
    later: Collection[int] | None = None,
    nearest: int = 0,
    draft: Sequence[Made] = (),
) -> list[Repeat]:
    """Which entries (or of those at the places `later`) ask what an earlier document had asked; by place.

    For an entry of which that is not sure, the `nearest` earlier ones instead. A draft beside its final asks
    nothing of its own. With a `draft` that is not in the library only its requests are the later ones; their
    places follow those of the entries.
    """
    areas = areas_of(library, library.documents())
    made = [*(_made(entry, areas) for entry in entries), *draft]
    drafts = earlier_versions(library.documents())

    def apart(one: Repeat) -> bool:
        before, after = entries[one.earlier].document_id, made[one.later].source
        return drafts.keys().isdisjoint((before, after)) and before not in same_source(library).copies_of(
            after
        )

    found: list[Repeat] = []
    wanted = range(len(entries), len(made)) if draft else later
    for pairs in earlier_requests(made, wanted, lambda: _meanings(entries, library, draft)):
        held: list[Repeat] = []
        for one in filter(apart, pairs):
            if not one.sure and (len(held) == nearest or (held and held[0].sure)):
                break
            held.append(one)
        found += held
    return found


def _made(entry: Entry, areas: Mapping[str, str]) -> Made:
    return Made(
        source=entry.document_id,
        published=entry.published or "",
        subject=areas.get(entry.document_id, "") or entry.subject or "",
        text=entry.text,
        follows_up=_follows_up(entry),
    )


def _follows_up(entry: Entry) -> bool:
    return entry.followed_up or takes_up(entry.kind, entry.heading, entry.text)


def _meanings(entries: Sequence[Entry], library: Library, draft: Sequence[Made]) -> Meanings:
    """The vector of what each one asks; those of the library's papers are kept beside it."""
    vectors = np.zeros((len(entries) + len(draft), _embedder().dimensions), np.float32)
    for document_id, places in groupby(range(len(entries)), key=lambda at: entries[at].document_id):
        asking = [at for at in places if not _follows_up(entries[at])]
        if asking:
            texts = [meant(entries[at].text) for at in asking]
            version = hashlib.sha256("\0".join([_embedder().identity, *texts]).encode()).hexdigest()[:16]
            kept = library.derived(document_id, "asked", version, partial(_steps, texts))
            vectors[asking] = np.array(kept, np.float32)
    if draft:
        vectors[len(entries) :] = _steps([meant(one.text) for one in draft])
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1)
    return vectors


def _steps(texts: Sequence[str]) -> list[list[int]]:
    steps: list[list[int]] = np.rint(_embedder().encode(texts) * _STEPS).astype(int).tolist()
    return steps


@cache
def _embedder() -> Embedder:
    """The shipped model, whatever the library's own: points and thresholds are for its likenesses."""
    return Embedder()
