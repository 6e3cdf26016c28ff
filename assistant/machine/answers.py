"""Answers, citations and search results → JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from assistant.machine.text import Json

if TYPE_CHECKING:
    from assistant.answer import Answer, Challenge, Citation, Gap, SearchResult, Statement
    from ingest.records import DocumentRecord


def answer_object(answer: Answer) -> Json:
    """An answer, or a refusal: `outcome` tells which."""
    return {
        "question": answer.question,
        "outcome": answer.outcome,
        "verdict": answer.verdict,
        "reason": answer.reason,
        "statements": [cited_object(statement) for statement in answer.statements],
        "citations": [citation_object(citation) for citation in answer.citations],
        "gaps": [gap_object(gap) for gap in answer.gaps],
        "challenges": [cited_object(challenge) for challenge in answer.challenges],
        "nearest": [citation_object(citation) for citation in answer.nearest],
        "as_of": answer.as_of,
        "library_version": answer.library_version,
        "understood": answer.understood,
        "written": _written(answer),
    }


def cited_object(words: Statement | Challenge) -> Json:
    """Words, and the numbers of the citations that they rest on."""
    return {"text": words.text, "citations": list(words.citations)}


def gap_object(gap: Gap) -> Json:
    """What was not found, and where it was looked for."""
    return {"what": gap.what, "where": gap.where}


def citation_object(citation: Citation) -> Json:
    """A quotation and where it stands."""
    return asdict(citation) | {"caution": citation.caution}


def _written(answer: Answer) -> Json | None:
    written = answer.written
    if written is None:
        return None
    return {
        "model": written.model,
        "kept": written.kept,
        "removed": [{"text": one.text, "reason": one.reason} for one in written.removed],
        "unknown_keys": list(written.unknown_keys),
        "saw_no_answer": written.saw_no_answer,
    }


def search_object(query: str, results: Sequence[SearchResult], searched: Sequence[DocumentRecord]) -> Json:
    """A query and the passages found for it, best first; of the documents searched, the pages unread."""
    unread = [
        {"document_id": record.id, "document": record.source, "pages": list(record.unread_pages)}
        for record in searched
        if record.unread_pages
    ]
    understood = results[0].understood if results else ""
    listed = [asdict(result) for result in results]
    for one in listed:
        del one["understood"]  # it is the query that is understood so
    return {"query": query, "understood": understood, "results": listed, "unread": unread}
