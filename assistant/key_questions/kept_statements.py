"""Kept: what a document says and sets down, once for each state of the rules and its particulars."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from assistant.rules_state import rules_state
from assistant.statements import read
from assistant.statements.lexicon import Lexicon
from assistant.statements.read import statements_of
from assistant.statements.said import Said, from_json, to_json
from ingest.library import Library
from ingest.records import DocumentRecord

NAME = "statements"

ASKING = ("audit", "review", "inspection")
"""Kinds of document whose recommendations are checked."""


def kept_statements(library: Library, record: DocumentRecord, known: Lexicon) -> Iterator[Said]:
    """The document's statements in order."""
    kept = library.derived(
        record.id,
        NAME,
        _version(record, known),
        lambda: [to_json(said) for said in statements_of(library.document(record.id), known)],
    )
    return (from_json(record.id, one) for one in kept)


def are_kept(library: Library, record: DocumentRecord, known: Lexicon) -> bool:
    """Need they not be worked out any more? A quick look that a damaged file may deceive."""
    return library.is_derived(record.id, NAME, _version(record, known))


def _version(record: DocumentRecord, known: Lexicon) -> str:
    particulars = "|".join((_code(), known.version, record.kind, record.title))
    return hashlib.sha256(particulars.encode()).hexdigest()[:16]


@cache
def _code() -> str:
    return rules_state(Path(read.__file__).parent)


def read_once(library: Library, record: DocumentRecord) -> None:
    """Work out what a document says of actions, and its recommendations, where they are not kept."""
    from assistant.actions.extract import account_of
    from assistant.register.collect import recommendations_of

    account_of(library, record)
    if record.kind in ASKING:
        recommendations_of(library, record)


def read_whole(library: Library, record: DocumentRecord) -> None:
    """Work out all that is ever kept of a document by itself, its claims last."""
    from assistant.contradictions.extract import claims_of
    from assistant.register.collect import recommendations_of
    from ingest.near_copies import sketch_of_document

    sketch_of_document(library, record)
    read_once(library, record)
    recommendations_of(library, record)
    claims_of(library, record)


def is_whole(library: Library, record: DocumentRecord, known: Lexicon) -> bool:
    """Need nothing of it be worked out any more? Told as by `are_kept`."""
    from assistant.contradictions.extract import are_kept as has_claims

    return are_kept(library, record, known) and has_claims(library, record)
