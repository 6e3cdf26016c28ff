"""Other side: what a paper is known to say against what an answer quotes, quoted with it.

An answer takes what is nearest to the question, which may be one side of a disagreement that the library
holds. Only sides that the reader may see, and within what the question is limited to, are added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation, Statement
from assistant.contradictions.known import known_pairs
from assistant.in_words import filled
from assistant.slices import Citations, Slice
from ingest.filters import Filters
from ingest.library import Library
from prompts import load_data

MOST = 2
"""So many other sides are added: more would bury the answer; `scrutiny actions --contradictions` has all."""


def with_other_sides(answer: Answer, library: Library, filters: Filters, as_of: str) -> Answer:
    """The answer with the other side of each known disagreement of which it quotes one, and told of both."""
    if answer.outcome == "not_found" or not answer.citations:
        return answer
    seen = library.documents_by_id(filters)
    words, others = load_data("answer.yaml")["disagree"], dict[Slice, int]()
    both, opposed = list[tuple[int, int]](), set[Slice]()
    for pair in known_pairs(library):
        papers = [seen.get(side.document_id) for side in pair]
        if not all(paper and (paper.published or "") <= as_of for paper in papers):
            continue
        here = [_quoting(side, answer.citations) for side in pair]
        if all(here):
            both += [(min(here), max(here))] if here[0] != here[1] else []
        elif any(here) and len(others) < MOST:
            quoted_side, other = (pair[1], pair[0]) if here[1] else pair
            if quoted_side not in opposed:
                opposed.add(quoted_side)
                others.setdefault(other, max(here))
    citations = Citations(library)
    for quoted in answer.citations:
        citations.number(Slice.of(quoted))
    added = [(citations.cite(side), against) for side, against in others.items()]
    told = [filled(words["both"], first=first, second=second) for first, second in dict.fromkeys(both)]
    if added:
        told.append(filled(words["added"], count=len(added)))
    return replace(
        answer,
        verdict=" ".join((answer.verdict, *told)),
        statements=(
            *answer.statements,
            *(
                Statement(f"{filled(words['head'], number=against)}: “{one.quote}”", (one.n,))
                for one, against in added
            ),
        ),
        citations=citations.all() if added else answer.citations,
    )


def _quoting(side: Slice, citations: Sequence[Citation]) -> int:
    """The number of the first citation that holds words of the side; 0 for none."""
    return next((one.n for one in citations if Slice.of(one).meets(side)), 0)
