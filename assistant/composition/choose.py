"""Choose: which sentences are quoted, how far each reaches, and which say one thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.composition.whole import stretched, whole, with_reason
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.words import stems
from ingest.copies.statements import say_the_same
from ingest.draft import CELL_JOINER

STATEMENTS = 4
"""An answer holds at most so many statements."""

NEAR = 0.03
"""A sentence joins the answer where its score (closeness, 0 to 1, and more) comes so near the best one's …"""

NEAR_BROAD = 0.15
"""… so near where a question asks for all that is said on a matter …"""

SURE, UNSURE = 0.9, 0.3
"""… or nearer than this share of what the best one's lacks of `SURE`: the less the best one is like the
question, the likelier it is that another one answers. On dev halves of seven sets this quotes a quarter less
than a fixed share of the best score, and 3 answers in 100 fewer hold a right sentence, on real reports
(n = 103) as on the sample corpora (n = 206), which are asked in other words than theirs."""

NEAR_ROWS = 0.1
"""… and so near where both are rows of one paper's tables, which hold much the same words."""

PREFERRED = 1.5
"""It joins the answer too where the model that reads sentences with the question puts it so far (logits)
before the best one."""

BEHIND = 3.0
"""It does not join where that model puts it farther behind (logits): on dev halves of seven sets 4 to 8 in
100 quotations fewer, and not one answer lost a right one."""

BESIDE = 0.2
"""A sentence next to a quotation makes it longer, and none more: its score may be so far from the best."""

SAME = 0.8
"""Quotes whose words overlap by this share (Jaccard index of stems) say one thing."""

TextOf = Callable[[str], str]
"""A document's id to its stored text."""


def of_places(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The sentences of the places and periods that the question names, where the best one is; else all.

    What another place's papers say is no answer, however like the question it is.
    """
    places = {*question.subjects, *question.periods, *question.parts}
    if not evidence or places & set(evidence[0].missing):
        return evidence
    return [item for item in evidence if not places & set(item.missing)]


def choose(
    evidence: Sequence[Evidence], text_of: TextOf, broad: bool = False, why: bool = False
) -> list[Evidence]:
    """The best sentence and those near it, best first, each with what it needs to be understood.

    `broad`: where all that is said on a matter is asked for, they may be farther off. `why`: a cause is
    asked for.
    """
    if not evidence:
        return []
    best, first = evidence[0], evidence[:STATEMENTS]
    near = joined([item for item in first if _near(item, best, NEAR_BROAD if broad else NEAR)], text_of)
    beside = [item for item in first if item.score >= best.score - BESIDE and _goes_on(item, near, text_of)]
    quoted = joined([*near, *beside], text_of)
    full = [whole(item, text_of(item.found.passage.document_id)) for item in quoted]
    if why:
        full = [with_reason(item, text_of(item.found.passage.document_id)) for item in full]
    return joined(full, text_of)


def _goes_on(item: Evidence, quoted: Sequence[Evidence], text_of: TextOf) -> bool:
    """Does a sentence stand next to a quotation?"""
    text = text_of(item.found.passage.document_id)
    return any(_adjoin(one, item, text) for one in quoted)


def _near(item: Evidence, best: Evidence, near: float) -> bool:
    """Does a sentence bear on the question about as much as the best one, its score being as `near`?"""
    ahead = 0.0 if item.cross is None or best.cross is None else item.cross - best.cross
    if ahead >= PREFERRED:
        return True
    if ahead < -BEHIND and near < NEAR_BROAD:
        return False
    if CELL_JOINER in item.quote and CELL_JOINER in best.quote and _of_one_paper(item, best):
        near = max(near, NEAR_ROWS)
    return item.score >= best.score - max(near, UNSURE * (SURE - best.score))


def _of_one_paper(one: Evidence, other: Evidence) -> bool:
    return one.found.passage.document_id == other.found.passage.document_id


def joined(evidence: Sequence[Evidence], text_of: TextOf) -> list[Evidence]:
    """The same slices, those that overlap or stand next to each other as one."""
    one_of_each: list[Evidence] = []
    for item in evidence:
        text = text_of(item.found.passage.document_id)
        beside = next((other for other in one_of_each if _adjoin(other, item, text)), None)
        if beside:
            start, end = min(beside.start, item.start), max(beside.end, item.end)
            one_of_each[one_of_each.index(beside)] = stretched(beside, start, end, text)
        else:
            one_of_each.append(item)
    return one_of_each


def group(evidence: Sequence[Evidence]) -> list[list[Evidence]]:
    """Quotes that say the same in nearly the same words, together; of each document one."""
    groups: list[list[Evidence]] = []
    for item in evidence:
        same = next((items for items in groups if _alike(items[0].quote, item.quote)), None)
        if same is None:
            groups.append([item])
        elif all(one.found.passage.document_id != item.found.passage.document_id for one in same):
            same.append(item)
    return groups


def _adjoin(one: Evidence, other: Evidence, text: str) -> bool:
    """Do two slices of one document overlap, or is there nothing but spaces between them?"""
    first, second = sorted((one, other), key=lambda item: item.start)
    return _of_one_paper(first, second) and not text[first.end : second.start].strip(" ")


def _alike(one: str, other: str) -> bool:
    """Is it one statement: nearly the same words, and the same figures, grades and denials?"""
    left, right = stems(one), stems(other)
    return len(left & right) >= SAME * len(left | right) and say_the_same(one, other)
