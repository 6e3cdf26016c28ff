"""Ask: question → passages → sentences → decision → answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from assistant.answer import Answer
from assistant.composition.both_sides import matter_asked, put_for, side_asked, with_sides
from assistant.composition.cite import Citer
from assistant.composition.compose import compose
from assistant.composition.proposition import headings_of
from assistant.composition.superseded import with_drafts, with_superseded
from assistant.evidence import Evidence
from assistant.more import Quoted, more
from assistant.ordering.by_fact import changes_read
from assistant.ordering.by_newest import newer_verdicts_first
from assistant.ordering.by_paper import finals_first, own_area_first
from assistant.ordering.order import ordered
from assistant.question import Question
from assistant.refusal.refuse import Decision, decide
from assistant.retrieval.found import Found
from assistant.retrieval.newest import sentences_of_newest
from assistant.retrieval.read_together import READ_FOR_SENTENCES, SENTENCES, read_sentences
from assistant.retrieval.retriever import HybridRetriever
from assistant.retrieval.reword import wordings
from assistant.select import SentenceWeights, select
from assistant.sentences.header_rows import without_header_rows
from assistant.sentences.people import with_people
from ingest.errors import UsageError
from ingest.filters import Filters
from ingest.library import Library
from ingest.near_copies import NearCopies, same_source
from ingest.passage import Passage
from ingest.phrases import word_set
from ingest.records import DocumentRecord


def ask(text: str, retriever: HybridRetriever, as_of: date, seen: Sequence[Quoted] = ()) -> Answer:
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


def _ask(text: str, retriever: HybridRetriever, as_of: date, seen: Sequence[Quoted]) -> Answer:
    if not text.strip():
        raise UsageError(
            "The question is empty.", 'Ask one, such as: scrutiny ask "What did inspectors find?"'
        )
    library = retriever.library
    records = library.documents_by_id(retriever.filters)
    topic = matter_asked(text)
    question = retriever.understand(put_for(topic) if topic else text)
    found, evidence = gather(question, retriever)
    decision = (
        decide(question, found, evidence, retriever.holds_word)
        if records
        else Decision(False, "no_documents" if library.documents() else "empty_library", (), 0.0)
    )
    if seen and decision.answer:
        left = more(evidence, seen)
        decision = decision if left else replace(decision, answer=False, reason="nothing_more")
        evidence = left or evidence
    citer = Citer(library, records)
    answer = compose(
        question,
        evidence,
        decision,
        records,
        citer.cite,
        citer.text_of,
        as_of.isoformat(),
        library.version,
    )
    if not topic:
        return answer
    norms = word_set("evidence/basis.yaml", "always_expectation")
    told = [one for one in evidence if records[one.found.passage.document_id].kind not in norms]
    return with_sides(answer, topic, question, told, citer, len(records), side_asked(text))


def gather(question: Question, retriever: HybridRetriever) -> tuple[list[Found], list[Evidence]]:
    """The passages found and the sentences they give, both best first."""
    library = retriever.library
    records = library.documents_by_id(retriever.filters)
    found = retriever.find(question, READ_FOR_SENTENCES)
    judged = select(question, found, records, cache(retriever.weight_of), SentenceWeights())
    evidence = one_of_each(without_header_rows(judged, library), library)
    evidence = with_people(question, evidence, library)
    if retriever.scorer is not None:
        evidence = sentences_of_newest(question, evidence, found, records, SENTENCES)
        evidence = changes_read(question, evidence)
        heads = [_head(question, item.found.passage, records) for item in evidence]
        evidence = read_sentences(wordings(question)[-1], evidence, heads, retriever.scorer)
    own_first = own_area_first(question, ordered(question, evidence), records)
    newest_first = newer_verdicts_first(question, own_first, records)
    return found, finals_first(question, newest_first, records)


def _head(question: Question, passage: Passage, records: Mapping[str, DocumentRecord]) -> str:
    """The title and the heading that a passage's sentence is read under."""
    return "\n".join((records[passage.document_id].title, *headings_of(question, passage)[-1:]))


def one_of_each(evidence: Sequence[Evidence], library: Library) -> list[Evidence]:
    """The evidence, in its order, with one sentence of each source: the best, or its twin that is no scan."""
    documents = tuple(sorted({item.found.passage.document_id for item in evidence}))
    if len(documents) < 2:
        return list(evidence)
    near = same_source(library, Filters(documents=documents, include_superseded=True))
    kept: dict[str, Evidence] = {}
    for item in evidence:
        source = near.source_of(item.found.passage.document_id, item.start, item.end)
        if source not in kept or (_scanned(kept[source], near) and not _scanned(item, near)):
            kept[source] = item
    return list(kept.values())


def _scanned(item: Evidence, near: NearCopies) -> bool:
    return near.is_scan(item.found.passage.document_id)
