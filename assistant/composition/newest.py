"""Newest: of papers about one place that say something of a question, the newest stands first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.comparison.split import asks_for_past
from assistant.evidence import Evidence
from assistant.question import Question
from ingest.library import DocumentRecord

NEAR = 0.9
"""What scores less than this share of the best stays behind it, however new it is."""


def newest_first(
    question: Question, groups: Sequence[list[Evidence]], records: Mapping[str, DocumentRecord]
) -> list[list[Evidence]]:
    """The groups, those that bear on the question about as well as the best by date, the newest first.

    As they are where the question names no place, names a year or asks for the past, or where they are of
    several places.
    Papers of a kind that the question names stay before others.
    """
    papers = (records.get(item.found.passage.document_id) for group in groups for item in group)
    places = {paper.subject for paper in papers if paper} - {None}
    if len(groups) < 2 or not question.subjects or len(places) > 1 or asks_for_past(question.text):
        return list(groups)
    best = groups[0][0].score
    near = [group for group in groups if group[0].score >= best - (1 - NEAR) * abs(best)]
    near.sort(key=_newest, reverse=True)
    near.sort(key=lambda group: not any(item.found.kind_fits for item in group))
    return [*near, *(group for group in groups if group not in near)]


def _newest(group: Sequence[Evidence]) -> str:
    return max(item.published or "" for item in group)
