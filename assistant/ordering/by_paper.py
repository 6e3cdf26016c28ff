"""By paper: finals before drafts, the kind of paper that is asked what it says, lines that name people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.areas.subjects import names_of
from assistant.asked.labelled import names_by_label
from assistant.asked.papers import asks_of_papers
from assistant.evidence import Evidence
from assistant.question import Question
from ingest.earlier_versions import finals_of, names_earlier
from ingest.records import DocumentRecord

OWN_NEAR, BEHIND = 0.8, 5.0
"""What the papers of the library's own area say best scores at least this share of the best of all papers,
and stands no farther behind it with the model that reads sentences (logits)."""

KIND_NEAR = 0.9
"""What the kind of paper that is asked says best scores at least this share of the best of all papers: else
the question is answered, or refused, by what all papers say."""


def finals_first(
    question: Question, evidence: Sequence[Evidence], records: Mapping[str, DocumentRecord]
) -> list[Evidence]:
    """The evidence with that of drafts last, where their final is there and no draft is asked for."""
    papers = {item.found.passage.document_id for item in evidence}
    drafts = {} if names_earlier(question.text.lower()) else finals_of(papers, records)
    return sorted(evidence, key=lambda item: item.found.passage.document_id in drafts)


def own_area_first(
    question: Question, evidence: Sequence[Evidence], records: Mapping[str, DocumentRecord]
) -> list[Evidence]:
    """The evidence with that of other areas' papers last, where a question that names no place is put to the
    library of one area, and its own papers come near the best.
    """

    def of_another(item: Evidence) -> bool:
        subject = records[item.found.passage.document_id].subject
        return bool(subject) and names_of(subject or "").isdisjoint(question.home)

    own = [item for item in evidence if not of_another(item)]
    if not (question.home and own and evidence) or question.text.lower().startswith("which"):
        return list(evidence)
    ahead = (evidence[0].cross or 0.0) - (own[0].cross or 0.0)
    near = own[0].score >= OWN_NEAR * evidence[0].score and ahead <= BEHIND and not own[0].missing
    return [*own, *filter(of_another, evidence)] if near else list(evidence)


def papers_asked(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence from the kind of paper that is asked, where it comes near the best; else all of it."""
    theirs = [item for item in evidence if item.found.kind_fits] if asks_of_papers(question) else []
    near = theirs and theirs[0].score >= KIND_NEAR * evidence[0].score
    return theirs if near else list(evidence)


def labelled_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The labelled lines ("Present: …") of the best sentence's paper alone, where they are asked for."""
    paper = evidence[0].found.passage.document_id if evidence else ""
    here = (item for item in evidence if item.found.passage.document_id == paper)
    return [item for item in here if names_by_label(question, item)] or list(evidence)
