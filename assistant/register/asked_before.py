"""Asked before: the register's repeats, with token vectors from the library where it has them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

import numpy as np

from assistant.areas.of_papers import areas_of
from assistant.register.entry import Entry
from assistant.repeats.content import follow_up_kinds
from assistant.repeats.find import find_repeats
from assistant.repeats.made import Made, Repeat
from ingest.library import Library
from ingest.near_copies import same_source
from ingest.passage import Passage, embedded_text
from ingest.token_vectors import TokenVectors


def asked_before(
    entries: Sequence[Entry], library: Library, later: Collection[int] | None = None
) -> list[Repeat]:
    """Which entries (or of those at the places `later`) ask what an earlier document had asked; by place."""
    kept: dict[str, list[tuple[Passage, TokenVectors]]] = {}
    areas = areas_of(library, library.documents())
    found = find_repeats([_made(entry, areas, library, kept) for entry in entries], later)
    if not found:
        return []
    copies = same_source(library)
    return [
        one
        for one in found
        if entries[one.earlier].document_id not in copies.copies_of(entries[one.later].document_id)
    ]


def _made(
    entry: Entry,
    areas: Mapping[str, str],
    library: Library,
    kept: dict[str, list[tuple[Passage, TokenVectors]]],
) -> Made:
    return Made(
        source=entry.document_id,
        published=entry.published or "",
        subject=areas.get(entry.document_id, "") or entry.subject or "",
        text=entry.text,
        follows_up=entry.kind in follow_up_kinds(),
        tokens=partial(_tokens, entry, library, kept),
    )


def _tokens(
    entry: Entry, library: Library, kept: dict[str, list[tuple[Passage, TokenVectors]]]
) -> TokenVectors | None:
    """The entry's own tokens out of those of the passages it stands in; None where none are stored."""
    if entry.document_id not in kept:
        passages = library.passages_of(entry.document_id)
        stored = library.tokens(passages)
        kept[entry.document_id] = [
            (one, _placed(entry, one, stored[one.id])) for one in passages if one.id in stored
        ]
    parts = [
        _within(entry, tokens)
        for passage, tokens in kept[entry.document_id]
        if passage.end > entry.start and passage.start < entry.end
    ]
    if not parts:
        return None
    return TokenVectors(
        np.concatenate([part.vectors for part in parts]), np.concatenate([part.spans for part in parts])
    )


def _placed(entry: Entry, passage: Passage, tokens: TokenVectors) -> TokenVectors:
    """The passage's own tokens, placed in the document: its text is the last part of what was embedded."""
    offset = len(embedded_text(entry.title, passage)) - len(passage.text)
    own = tokens.spans[:, 0] >= offset
    return TokenVectors(tokens.vectors[own], tokens.spans[own] - offset + passage.start)


def _within(entry: Entry, tokens: TokenVectors) -> TokenVectors:
    inside = (tokens.spans[:, 0] >= entry.start) & (tokens.spans[:, 1] <= entry.end)
    return TokenVectors(tokens.vectors[inside], tokens.spans[inside] - entry.start)
