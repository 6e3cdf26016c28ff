"""Disputed: the places where papers are known to disagree, added to an answer that weighs something."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer
from assistant.contradictions.find import find_contradictions
from assistant.in_words import filled
from assistant.listing.ledger_rows import is_on
from assistant.listing.listed import Row, statement_of
from assistant.slices import Citations, Slice
from ingest.filters import Filters
from ingest.library import Library
from prompts import load_data


def with_disputes(
    answer: Answer, topic: str, library: Library, filters: Filters, as_of: str, *, first: bool = False
) -> Answer:
    """The answer with both sides of each disagreement on the topic; "": of each in which a quotation stands.

    They stand last, or `first` where it is asked what contradicts. As it is where it has no statements.
    """
    if not answer.statements:
        return answer
    quoted = [Slice.of(one) for one in answer.citations]
    words = load_data("vocabulary/both-sides.yaml")["disagree"]
    found = find_contradictions(library, as_of=as_of, filters=filters)
    rows: list[Row] = [
        (words["head"], *map(Slice.of, sides))
        for one, *sides in found.sided
        if (
            is_on(topic, " ".join((one.about, *(f"{side.quote} {side.heading}" for side in sides))))
            if topic
            else any(piece.meets(Slice.of(side)) for piece in quoted for side in sides)
        )
    ]
    if not rows:
        return answer
    citations = Citations(library)
    for piece in quoted:
        citations.number(piece)
    told = [statement_of(row, words["joint"], citations) for row in rows]
    statements = (*told, *answer.statements) if first else (*answer.statements, *told)
    verdict = f"{filled(words['first'], count=len(told))} {answer.verdict}" if first else answer.verdict
    return replace(answer, verdict=verdict, statements=statements, citations=citations.all())
