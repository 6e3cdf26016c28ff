"""Superseded: where only an earlier version of a document answers a question, the refusal says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from string import Template

from assistant.answer import Answer, Gap
from ingest.earlier_versions import finals_of
from ingest.filters import Filters
from ingest.library import Library
from prompts import load_data

NEAREST = 3
"""So many of the earlier version's quotations are shown."""


def with_superseded(
    answer: Answer, library: Library, filters: Filters, ask: Callable[[Filters], Answer]
) -> Answer:
    """The refusal, with what superseded documents say as the nearest passages.

    An answer that lacks a part says so where a superseded document has all of it; others stay as they are.
    """
    if answer.outcome == "answered" or not (old := _superseded(library, filters)):
        return answer
    earlier = ask(replace(filters, documents=old, include_superseded=True))
    if earlier.outcome == "not_found" or (answer.outcome == "partly" and earlier.outcome == "partly"):
        return answer
    words = load_data("answer.yaml")["superseded"]
    names = dict.fromkeys(citation.document for citation in earlier.citations)
    newer = dict.fromkeys(
        library.record(c.superseded_by).source for c in earlier.citations if c.superseded_by
    )
    if answer.outcome == "partly":
        return replace(answer, gaps=(*answer.gaps, Gap(words["part"], ", ".join(names))))
    told = {"documents": ", ".join(names), "newer": ", ".join(newer) or words["gone"]}
    return replace(
        answer,
        reason=Template(words["reason"]).substitute(told),
        gaps=(*answer.gaps, Gap(words["gap"], told["newer"])),
        nearest=earlier.citations[:NEAREST],
    )


def with_drafts(answer: Answer, library: Library) -> Answer:
    """The answer with a note of each paper it quotes that calls itself a draft or old, beside its final."""
    quoted = {citation.document_id for citation in answer.citations}
    words, records = load_data("answer.yaml")["superseded"], library.documents_by_id()
    notes = tuple(
        Gap(
            Template(words["draft"]).substitute(draft=records[id_].source, final=final.source),
            Template(words["mark"]).substitute(draft=id_[:8], final=final.id[:8]),
            searched=False,
        )
        for id_, final in finals_of(quoted, records).items()
    )
    return replace(answer, gaps=(*answer.gaps, *notes)) if notes else answer


def _superseded(library: Library, filters: Filters) -> tuple[str, ...]:
    """The documents that the filters let through but for being superseded."""
    if filters.include_superseded:
        return ()
    every = library.documents(replace(filters, include_superseded=True))
    return tuple(record.id for record in every if record.superseded_by)
