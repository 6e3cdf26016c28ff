"""Ask: question → passages → sentences → decision → answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from assistant.answer import Answer
from assistant.cite import Citer
from assistant.compose import compose
from assistant.evidence import Evidence
from assistant.more import Slice, more
from assistant.one_source import one_of_each
from assistant.proposition import headings_of
from assistant.question import Question
from assistant.refusal.acting import actor_first
from assistant.refusal.bettering import judged_first
from assistant.refusal.facts import fact_asked
from assistant.refusal.given import fact_first
from assistant.refusal.labelled import labelled_first
from assistant.refusal.planned import told_first
from assistant.refusal.premise import asks_of_papers
from assistant.refusal.refuse import Decision, decide
from assistant.refusal.speaking import spoken_alone
from assistant.retrieval.found import Found
from assistant.retrieval.read_together import read_sentences
from assistant.retrieval.retriever import HybridRetriever
from assistant.retrieval.reword import wordings
from assistant.select import SentenceWeights, select
from assistant.superseded import with_drafts, with_superseded
from ingest.errors import UsageError
from ingest.passage import Passage
from ingest.records import DocumentRecord

KIND_NEAR = 0.9
"""What the kind of paper that is asked says best scores at least this share of the best of all papers: else
the question is answered, or refused, by what all papers say."""


def ask(text: str, retriever: HybridRetriever, as_of: date, seen: Sequence[Slice] = ()) -> Answer:
    """The answer to a question from the retriever's library. UsageError where the question is empty.

    `seen` was quoted before and is left out. A refusal says so where a superseded document holds an answer.
    """
    library, filters = retriever.library, retriever.filters
    answer = with_superseded(
        _ask(text, retriever, as_of, seen),
        library,
        filters,
        lambda other: _ask(text, replace(retriever, filters=other), as_of, seen),
    )
    return with_drafts(answer, library)


def _ask(text: str, retriever: HybridRetriever, as_of: date, seen: Sequence[Slice]) -> Answer:
    if not text.strip():
        raise UsageError(
            "The question is empty.", 'Ask one, such as: scrutiny ask "What did inspectors find?"'
        )
    library = retriever.library
    records = library.documents_by_id(retriever.filters)
    question = retriever.understand(text)
    found, evidence = gather(question, retriever)
    decision = (
        decide(question, found, evidence, retriever.holds_word)
        if records
        else Decision(False, "no_documents", (), 0.0)
    )
    if seen and decision.answer:
        left = more(evidence, seen)
        decision = decision if left else replace(decision, answer=False, reason="nothing_more")
        evidence = left or evidence
    citer = Citer(library, records)
    return compose(
        question,
        evidence,
        decision,
        list(records.values()),
        citer.cite,
        citer.text_of,
        as_of.isoformat(),
        library.version,
    )


def gather(question: Question, retriever: HybridRetriever) -> tuple[list[Found], list[Evidence]]:
    """The passages found and the sentences they give, both best first."""
    library = retriever.library
    records = library.documents_by_id(retriever.filters)
    found = retriever.find(question)
    judged = select(question, found, records, cache(retriever.weight_of), SentenceWeights())
    evidence = one_of_each(judged, library)
    if retriever.scorer is not None:
        heads = [_head(question, item.found.passage, records) for item in evidence]
        evidence = read_sentences(wordings(question)[-1], evidence, heads, retriever.scorer)
    if fact_asked(question) == "grade":
        evidence = sorted(evidence, key=lambda item: not item.beside)
    if asks_of_papers(question):
        evidence = of_papers_asked(evidence)
    evidence = spoken_alone(question, told_first(question, actor_first(question, evidence)))
    return found, labelled_first(question, fact_first(question, judged_first(question, evidence)))


def _head(question: Question, passage: Passage, records: Mapping[str, DocumentRecord]) -> str:
    """The title and the heading that a passage's sentence is read under."""
    return "\n".join((records[passage.document_id].title, *headings_of(question, passage)[-1:]))


def of_papers_asked(evidence: list[Evidence]) -> list[Evidence]:
    """The evidence from the kind of paper that is asked, where it comes near the best; else all of it."""
    theirs = [item for item in evidence if item.found.kind_fits]
    return theirs if theirs and theirs[0].score >= KIND_NEAR * evidence[0].score else evidence
