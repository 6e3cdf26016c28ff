"""References that a person types: "C3" for a challenge, "E2" for a judgement, "impact:4" for evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answer import Citation, by_number
from assistant.key_questions.ledger import Ledger
from assistant.slices import Slice
from ingest.errors import NotFoundError, UsageError
from ingest.journal import Source
from ingest.journal_store import digest_of
from ingest.library import Library

LedgerOf = Callable[[str], "Ledger"]
"""The ledger of a question, by its id or number."""

_PLACE = re.compile(r"(?P<document>.+):(?P<start>\d+)-(?P<end>\d+)")
_CITED = re.compile(r"(?P<question>[\w-]+):(?P<number>\d+)")
HOW = (
    "Name it as in `scrutiny questions`: QUESTION:NUMBER, such as impact:4;"
    " or as DOCUMENT:START-END, in characters of its text."
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a document, and the key question under which it was found ("" where none was named)."""

    source: Source
    question: str


def number_of(text: str, letter: str, noun: str) -> int:
    """The number in "C3", "c3" or "3". UsageError where it is none."""
    found = re.fullmatch(rf"{letter}?(\d{{1,9}})", text.strip(), re.IGNORECASE)
    if not found:
        raise UsageError(
            f"“{text}” is no id of a {noun}.", f"Ids look like {letter}3; list them to see them."
        )
    return int(found.group(1))


def evidence_at(reference: str, library: Library, ledger_of: LedgerOf) -> Evidence:
    """The place that a reference names. UsageError or NotFoundError where it names none."""
    if place := _PLACE.fullmatch(reference.strip()):
        record = library.record(place["document"])
        piece = Slice(record.id, int(place["start"]), int(place["end"]))
        return Evidence(_source(library, piece, reference), "")
    if cited := _CITED.fullmatch(reference.strip()):
        ledger = ledger_of(cited["question"])
        return Evidence(_source(library, _stated(ledger, int(cited["number"])), reference), ledger.id)
    raise UsageError(f"“{reference}” names no piece of evidence.", HOW)


def refuse_reference(text: str) -> None:
    """UsageError where the words of a challenge are the name of one in a ledger."""
    if _CITED.fullmatch(text.strip()):
        raise UsageError(
            f"“{text.strip()}” names a challenge of a ledger and is none in words.",
            f"To take it from the ledger, name it with --from {text.strip()}.",
        )


def challenge_at(reference: str, library: Library, ledger_of: LedgerOf) -> tuple[str, str, list[Source]]:
    """The question, the words and the sources of a ledger's challenge: "impact:2" is its second."""
    named = _CITED.fullmatch(reference.strip())
    if not named:
        raise UsageError(f"“{reference}” names no challenge of a ledger.", "Write it as impact:2.")
    ledger, number = ledger_of(named["question"]), int(named["number"])
    if not 1 <= number <= len(ledger.challenges):
        raise NotFoundError(
            f"The ledger {ledger.id} has no challenge {number}.", f"It has {len(ledger.challenges)}."
        )
    asked = ledger.challenges[number - 1]
    sources = [_source(library, _place(ledger.citations, n), reference) for n in asked.citations]
    return ledger.id, asked.text, sources


def _stated(ledger: Ledger, number: int) -> Slice:
    """Where the words of a ledger's statement stand."""
    if 1 <= number <= len(ledger.statements):
        return _place(ledger.citations, ledger.statements[number - 1].citations[0])
    raise NotFoundError(
        f"The ledger {ledger.id} has no evidence {number}.",
        f"Its evidence is numbered 1 to {len(ledger.statements)}." if ledger.statements else "It has none.",
    )


def _place(citations: Sequence[Citation], number: int) -> Slice:
    return Slice.of(by_number(citations)[number])


def _source(library: Library, piece: Slice, reference: str) -> Source:
    text = library.document(piece.document_id).text
    words = text[piece.start : piece.end]
    if not (0 <= piece.start < piece.end <= len(text)) or not words.strip():
        raise UsageError(
            f"“{reference}” is no stretch of words.", f"The document has {len(text):,} characters."
        )
    return Source(piece.document_id, piece.start, piece.end, digest_of(words))
