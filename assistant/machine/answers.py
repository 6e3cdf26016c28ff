"""Answers, citations and search results → JSON."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Challenge, Citation, Gap, SearchResult, Statement
from assistant.machine.text import Json, fields_of
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
        "written": fields_of(answer.written) if answer.written else None,
    }


def cited_object(words: Statement | Challenge) -> Json:
    """Words, and the numbers of the citations that they rest on."""
    return fields_of(words)


def gap_object(gap: Gap) -> Json:
    """What was not found, and where it was looked for."""
    return {"what": gap.what, "where": gap.where}


def citation_object(citation: Citation) -> Json:
    """A quotation and where it stands."""
    return fields_of(citation, caution=citation.caution)


def search_object(query: str, results: Sequence[SearchResult], searched: Sequence[DocumentRecord]) -> Json:
    """A query and the passages found for it, best first; of the documents searched, the pages unread."""
    unread = [
        {"document_id": record.id, "document": record.source, "pages": list(record.unread_pages)}
        for record in searched
        if record.unread_pages
    ]
    understood = results[0].understood if results else ""
    listed = [fields_of(result, "understood") for result in results]
    return {"query": query, "understood": understood, "results": listed, "unread": unread}
