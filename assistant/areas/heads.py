"""Area heads: whose statement it is, where a question names no area and those of several might answer it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assistant.areas.subjects import core_name
from assistant.evidence import Evidence
from assistant.question import Question
from ingest.records import DocumentRecord

READ = 8
"""Where so many of the best sentences are about one area alone, no other might be meant."""


def areas_of(
    question: Question,
    groups: Sequence[Sequence[Evidence]],
    evidence: Sequence[Evidence],
    records: Mapping[str, DocumentRecord],
) -> list[str]:
    """The area that each group's papers are about; "" for all where it need not be told.

    What one area's papers say would else be taken for another's ("Who chairs the board?").
    """

    def areas(items: Iterable[Evidence]) -> list[str]:
        papers = (records.get(item.found.passage.document_id) for item in items)
        about = (paper.subject or "" for paper in papers if paper)
        return sorted({core_name(subject) or subject for subject in about} - {""})

    several = not question.subjects and len(areas(evidence[:READ])) > 1
    return [" and ".join(areas(items)) if several else "" for items in groups]
