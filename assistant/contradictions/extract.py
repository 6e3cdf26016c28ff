"""Extract: the claims of one document, worked out once and kept beside the library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from assistant.actions import extract as actions
from assistant.actions.setdown import Account
from assistant.contradictions.claim import Claim, from_json, to_json
from assistant.contradictions.days_told import published_in
from assistant.contradictions.posts import posts_in
from assistant.contradictions.sentence_claims import sentence_claims
from assistant.contradictions.table_claims import table_claims
from assistant.contradictions.tallies import tallies_of
from assistant.contradictions.words import pattern
from assistant.rules_state import rules_state
from ingest.document import Document
from ingest.library import DocumentRecord, Library

_NAME = "claims"
_NORMS = frozenset({"framework", "guidance"})
"""Kinds of paper that say how things should be, so that what they say of all, or is so, claims nothing."""
_WISHES = frozenset({"all", "nil", "held", "done", "filled", "tally"})


def claims_of(library: Library, record: DocumentRecord) -> list[Claim]:
    """The document's claims, from the library's store of derived facts where they are known."""
    made = library.derived(
        record.id,
        _NAME,
        _version(record),
        lambda: to_json(extract(library.document(record.id), actions.account_of(library, record))),
    )
    return from_json(made)


def are_kept(library: Library, record: DocumentRecord) -> bool:
    """Need they not be worked out any more? A quick look that a damaged file may deceive."""
    return library.is_derived(record.id, _NAME, _version(record))


def _version(record: DocumentRecord) -> str:
    return f"{rules()}-{record.kind}-{record.published}-{record.period}"


def extract(document: Document, account: Account) -> list[Claim]:
    """The claims of a document in reading order. A pure function of it, its actions and the vocabularies."""
    day = account.said_on
    found = [
        *sentence_claims(document, day),
        *table_claims(document, day),
        *_plan_claims(account),
        *_finished(account),
        *posts_in(document, day),
        *published_in(document, day),
        *tallies_of(document, account),
    ]
    if document.kind in _NORMS:
        found = [claim for claim in found if claim.kind not in _WISHES]
    return sorted(found, key=lambda claim: (claim.span, claim.kind))


def _plan_claims(account: Account) -> Iterator[Claim]:
    """The progress cells of plans that say that nothing is left of a backlog, with the words of their row."""
    for item in account.set_down:
        for report in item.reports if item.origin in ("plan", "minutes", "account") else ():
            row = f"{item.wording}. {item.asked_wording}. {report.words}"
            gone = pattern("none_left").search(report.words) and pattern("piles").search(row)
            if gone and report.state == "done":
                yield Claim("nil", report.span, report.said_on, row)


def _finished(account: Account) -> Iterator[Claim]:
    """What a plan calls done that was to be so of every one: "a champion in every team … complete"."""
    for item in account.set_down if account.said_on else ():
        universal = pattern("universal").search(item.wording)
        done = next((one for one in item.reports if one.state == "done" and not one.short), None)
        if universal and done and item.origin == "plan":
            noun = re.match(r"\s*((?:[a-z-]+\s+){0,2}[a-z-]+)", item.wording[universal.end() :])
            if noun:
                yield Claim("all", item.span, account.said_on, item.wording, of=noun[1])


@cache
def rules() -> str:
    """The state of every word and every line of code by which papers are read and compared."""
    return f"{rules_state(Path(__file__).parent)}-{actions.rules()}"
