"""Newest: where it is asked how something is, the newest papers about the place are read too.

The longest paper has the most passages on each matter; by likeness alone it would be read, and no other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from assistant.asked.present import asks_for_present
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.retrieval.found import Found
from assistant.retrieval.retrieve import affinity
from ingest.records import DocumentRecord

PAPERS, OF_EACH = 2, 4
"""So many of the newest papers are read, and so many of the best passages, or sentences, of each."""

BEST = 5
"""The kinds of paper that answer are those of so many of the best passages."""

Item = TypeVar("Item", Found, Evidence)
Records = Mapping[str, DocumentRecord]


def with_newest(question: Question, ranked: Sequence[Found], records: Records, read: int) -> list[Found]:
    """The passages, among the first `read` the best of each of the newest papers of the kinds that answer."""
    newest = newest_papers(question, ranked, records)
    of = [[item for item in ranked if item.passage.document_id == paper][:OF_EACH] for paper in newest]
    return _brought(ranked, of, read)


def sentences_of_newest(
    question: Question, evidence: Sequence[Evidence], found: Sequence[Found], records: Records, read: int
) -> list[Evidence]:
    """The sentences, among the first `read` those of each of these papers whose own words are closest."""
    newest = newest_papers(question, found, records)
    # What scores less than its closeness was marked down, as a title is.
    own = sorted(evidence, key=lambda item: (item.score < item.closeness, -item.own_closeness))
    of = [[item for item in own if item.found.passage.document_id == paper][:OF_EACH] for paper in newest]
    return _brought(evidence, of, read)


def newest_papers(question: Question, found: Sequence[Found], records: Records) -> list[str]:
    """The newest papers about the place of the kinds that answer; none where the present is not asked for."""
    if not asks_for_present(question):
        return []
    kinds = {records[item.passage.document_id].kind for item in found[:BEST]}
    dated = [
        (one.published, id_)
        for id_, one in records.items()
        if one.published and one.kind in kinds and affinity(question, one) >= 1
    ]
    return [id_ for _, id_ in sorted(dated, reverse=True)[:PAPERS]]


def _brought(items: Sequence[Item], papers: Sequence[Sequence[Item]], read: int) -> list[Item]:
    """The items with those wanted of each paper among the first `read`, in place of the last others there."""
    wanted, first = [item for paper in papers for item in paper], list(items[:read])
    brought = [item for item in wanted if item not in first]
    leaving = [item for item in reversed(first) if item not in wanted][: len(brought)]
    head = [item for item in first if item not in leaving] + brought[: len(leaving)]
    return head + [item for item in items if item not in head]
