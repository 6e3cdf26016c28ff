"""Extract: the claims of one document, worked out once and kept beside the library."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.actions import extract as actions
from assistant.actions.days import said_on
from assistant.contradictions.claim import Claim, from_json, to_json
from assistant.contradictions.sentence_claims import sentence_claims
from assistant.contradictions.table_claims import table_claims
from assistant.contradictions.words import pattern
from prompts.load import prompts_path

if TYPE_CHECKING:
    from ingest.document import Document
    from ingest.library import DocumentRecord, Library

_NO_CLAIMS = frozenset({"framework", "guidance", "briefing"})
"""Kinds that say how things should be."""


def claims_of(library: Library, record: DocumentRecord) -> list[Claim]:
    """The document's claims, from the library's store of derived facts where they are known."""
    version = f"{_rules()}-{record.kind}-{record.published}-{record.period}"
    return from_json(
        library.derived(record.id, "claims", version, lambda: to_json(extract(library.document(record.id))))
    )


def extract(document: Document) -> list[Claim]:
    """The claims of a document in reading order. A pure function of it and the vocabularies."""
    if document.kind in _NO_CLAIMS:
        return []
    day = said_on(document)
    found = [*sentence_claims(document, day), *table_claims(document, day), *_plan_claims(document)]
    return sorted(found, key=lambda claim: (claim.span, claim.kind))


def _plan_claims(document: Document) -> list[Claim]:
    """The progress cells of plans that say that nothing is left of a backlog, with the words of their row."""
    account = actions.extract(document)
    return [
        Claim(
            "nil",
            report.span,
            report.said_on,
            f"{item.wording}. {item.asked_wording}. {report.words}",
            owner=item.owner_words,
        )
        for item in account.set_down
        for report in item.reports
        if report.state == "done" and item.origin in ("plan", "minutes", "account")
        if pattern("none_left").search(report.words)
        and pattern("piles").search(f"{item.wording} {item.asked_wording} {report.words}")
    ]


@cache
def _rules() -> str:
    files = [*sorted(Path(__file__).parent.glob("*.py")), prompts_path("contradictions/claims.yaml")]
    own = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]
    return f"{own}-{actions.rules()}"
