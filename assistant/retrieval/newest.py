"""Newest: where it is asked how something is, the newest papers about the place are read too.

The longest paper has the most passages on each matter; by likeness alone it would be read, and no other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from assistant.asked.judging import asks_how_well, matter_of, names_all, verdict_share
from assistant.asked.present import asks_for_present
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.retrieval.found import Found
from assistant.retrieval.retrieve import affinity
from assistant.sentences.spans import sentence_spans
from ingest.passage import Passage
from ingest.records import DocumentRecord

AMONG = 20
"""They are brought among so many of the best passages: those that sentences are taken from."""

PAPERS, OF_EACH = 2, 4
"""So many of the newest papers are read, and so many of the best passages, or sentences, of each."""

VERDICT = 0.2
"""What a verdict counts beside the closeness of a sentence's own words (0 to 1)."""

BEST = 5
"""The kinds of paper that answer are those of so many of the best passages."""

Item = TypeVar("Item", Found, Evidence)
Records = Mapping[str, DocumentRecord]


def with_newest(question: Question, ranked: Sequence[Found], records: Records, read: int) -> list[Found]:
    """The passages, among the first `read` the best of each of the newest papers of the kinds that answer."""
    newest = newest_papers(question, ranked, records)
    of = [[item for item in ranked if item.passage.document_id == paper][:OF_EACH] for paper in newest]
    return _brought(ranked, of, read)


def with_verdicts(question: Question, ranked: Sequence[Found], records: Records, read: int) -> list[Found]:
    """The passages, among the first `read` those with a verdict on the thing, where it is asked for one.

    Of the newest papers, where the present is asked for. A verdict is short, and stands in no long passage on
    the matter: by likeness alone it may be far behind.
    """
    if not asks_how_well(question):
        return list(ranked)
    newest = newest_papers(question, ranked, records)
    shares = {
        item.passage.id: share
        for item in ranked
        if (item.affinity >= 1 or not question.subjects)
        and (not newest or item.passage.document_id in newest)
        and (share := _verdict(question, item.passage))
    }
    order = {paper: at for at, paper in enumerate(newest)}
    holding = [item for item in ranked if item.passage.id in shares]
    holding.sort(key=lambda item: (order.get(item.passage.document_id, 0), -shares[item.passage.id]))
    return _brought(ranked, [holding[:OF_EACH]], read)


def _verdict(question: Question, passage: Passage) -> float:
    """The largest share of a verdict that a sentence of the passage is."""
    if not names_all(question, matter_of(question), passage.text):
        return 0.0
    spans = sentence_spans(passage)
    return max((verdict_share(question, passage.slice(start, end)) for start, end in spans), default=0.0)


def sentences_of_newest(
    question: Question, evidence: Sequence[Evidence], found: Sequence[Found], records: Records, read: int
) -> list[Evidence]:
    """The sentences, among the first `read` those of each of these papers whose own words are closest."""
    newest = newest_papers(question, found, records)
    if not newest:
        return list(evidence)
    own = sorted(evidence, key=lambda item: _unlike(question, item))
    of = [[item for item in own if item.found.passage.document_id == paper][:OF_EACH] for paper in newest]
    return _brought(evidence, of, read)


def _unlike(question: Question, item: Evidence) -> tuple[bool, float]:
    """Grows as the sentence's own words are farther from the question, and it is less of a verdict asked for.

    What scores less than its closeness was marked down, as a title is.
    """
    verdict = VERDICT * verdict_share(question, item.quote) if asks_how_well(question) else 0.0
    return item.score < item.closeness, -item.own_closeness - verdict


def newest_papers(question: Question, found: Sequence[Found], records: Records) -> list[str]:
    """The newest papers about the place of the kinds that answer; none where the present is not asked for."""
    if not asks_for_present(question):
        return []
    kinds = {records[item.passage.document_id].kind for item in found[:BEST]}
    dated = [(one.published, id_) for id_, one in records.items() if one.published and one.kind in kinds]
    newest = (id_ for _, id_ in sorted(dated, reverse=True))
    here = replace(question, subjects=question.subjects or question.home)
    return list(islice((id_ for id_ in newest if affinity(here, records[id_]) >= 1), PAPERS))


def _brought(items: Sequence[Item], papers: Sequence[Sequence[Item]], read: int) -> list[Item]:
    """The items with those wanted of each paper among the first `read`, in place of the last others there."""
    wanted, first = [item for paper in papers for item in paper], list(items[:read])
    brought = _without(wanted, first)
    leaving = _without(first[::-1], wanted)[: len(brought)]
    head = _without(first, leaving) + brought[: len(leaving)]
    return head + _without(items, head)


def _without(items: Sequence[Item], others: Sequence[Item]) -> list[Item]:
    """The items that are none of the others: the very same ones, which is told at once, not equal ones."""
    left_out = set(map(id, others))
    return [item for item in items if id(item) not in left_out]
