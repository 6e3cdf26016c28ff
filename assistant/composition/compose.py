"""Compose: evidence to an answer in the documents' own words, or a refusal with the nearest passages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answer import Answer, Citation, Gap, Outcome, Statement
from assistant.areas.heads import areas_of
from assistant.composition.newest import newest_first
from assistant.composition.proposition import Side, asks_whether_well, by_side, other_sides
from assistant.composition.whole import stretched, whole
from assistant.evidence import Evidence
from assistant.in_words import filled
from assistant.question import Question
from assistant.refusal.refuse import Decision
from assistant.words import stems
from ingest.copies.statements import say_the_same
from ingest.draft import CELL_JOINER
from ingest.library import DocumentRecord
from prompts import load_data

STATEMENTS = 4
"""An answer holds at most so many statements."""

NEAREST = 3
"""A refusal names so many passages."""

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

BESIDE = 0.2
"""A sentence next to a quotation makes it longer, and none more: its score may be so far from the best."""

SAME = 0.8
"""Quotes whose words overlap by this share (Jaccard index of stems) say one thing."""

Cite = Callable[[int, Evidence], Citation]

TextOf = Callable[[str], str]
"""A document's id to its stored text."""


def compose(
    question: Question,
    evidence: Sequence[Evidence],
    decision: Decision,
    records: Sequence[DocumentRecord],
    cite: Cite,
    text_of: TextOf,
    as_of: str,
    library_version: str,
) -> Answer:
    """The answer; `records` are the documents that were searched."""
    within = of_places(question, evidence)
    broad = question.broad or asks_whether_well(question.text)
    chosen = group(choose(within, text_of, broad)) if decision.answer else []
    other = [
        whole(item, text_of(item.found.passage.document_id)) for item in other_sides(question, chosen, within)
    ]
    groups, sides = by_side(question, [*newest_first(question, chosen, records), *group(other)])
    areas = areas_of(question, groups, evidence, records)
    numbered = [item for items in groups for item in items]
    citations = [cite(n, item) for n, item in enumerate(numbered, 1)]
    nearest = [] if groups else [cite(n, item) for n, item in enumerate(_nearest(evidence), 1)]
    outcome: Outcome = "not_found" if not groups else "partly" if decision.missing else "answered"
    return Answer(
        question=question.text,
        outcome=outcome,
        verdict=_verdict(outcome, groups, citations, len(records), sides),
        statements=tuple(_statements(groups, citations, sides, areas)),
        citations=tuple(citations),
        gaps=tuple(_gaps(question, decision, outcome, records)),
        challenges=(),
        nearest=tuple(nearest),
        reason="" if groups else _reason(decision),
        as_of=as_of,
        library_version=library_version,
        confidence=decision.likelihood,
    )


def of_places(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The sentences of the places and periods that the question names, where the best one is; else all.

    What another place's papers say is no answer, however like the question it is.
    """
    places = {*question.subjects, *question.periods}
    if not evidence or places & set(evidence[0].missing):
        return evidence
    return [item for item in evidence if not places & set(item.missing)]


def choose(evidence: Sequence[Evidence], text_of: TextOf, broad: bool = False) -> list[Evidence]:
    """The best sentence and those near it, best first, each with what it needs to be understood.

    `broad`: where all that is said on a matter is asked for, they may be farther off.
    """
    if not evidence:
        return []
    best, first = evidence[0], evidence[:STATEMENTS]
    near = _joined([item for item in first if _near(item, best, NEAR_BROAD if broad else NEAR)], text_of)
    beside = [item for item in first if item.score >= best.score - BESIDE and _goes_on(item, near, text_of)]
    quoted = _joined([*near, *beside], text_of)
    return _joined([whole(item, text_of(item.found.passage.document_id)) for item in quoted], text_of)


def _goes_on(item: Evidence, quoted: Sequence[Evidence], text_of: TextOf) -> bool:
    """Does a sentence stand next to a quotation?"""
    text = text_of(item.found.passage.document_id)
    return any(_adjoin(one, item, text) for one in quoted)


def _near(item: Evidence, best: Evidence, near: float) -> bool:
    """Does a sentence bear on the question about as much as the best one, its score being as `near`?"""
    if item.cross is not None and best.cross is not None and item.cross >= best.cross + PREFERRED:
        return True
    if CELL_JOINER in item.quote and CELL_JOINER in best.quote and _of_one_paper(item, best):
        near = max(near, NEAR_ROWS)
    return item.score >= best.score - max(near, UNSURE * (SURE - best.score))


def _of_one_paper(one: Evidence, other: Evidence) -> bool:
    return one.found.passage.document_id == other.found.passage.document_id


def _joined(evidence: Sequence[Evidence], text_of: TextOf) -> list[Evidence]:
    """The same slices, those that overlap or stand next to each other as one."""
    joined: list[Evidence] = []
    for item in evidence:
        text = text_of(item.found.passage.document_id)
        beside = next((other for other in joined if _adjoin(other, item, text)), None)
        if beside:
            start, end = min(beside.start, item.start), max(beside.end, item.end)
            joined[joined.index(beside)] = stretched(beside, start, end, text)
        else:
            joined.append(item)
    return joined


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


def _statements(
    groups: Sequence[Sequence[Evidence]],
    citations: Sequence[Citation],
    sides: Sequence[Side],
    areas: Sequence[str],
) -> list[Statement]:
    names = load_data("answer.yaml")["sides"]["names"]
    statements, n = [], 0
    for items, side, area in zip(groups, sides, areas, strict=True):
        numbers = tuple(range(n + 1, n + 1 + len(items)))
        quote, head = citations[n].quote, ": ".join(filter(None, (names.get(side, ""), area)))
        statements.append(Statement(f"{head}: “{quote}”" if head else quote, numbers))
        n += len(items)
    return statements


def _nearest(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best sentence of each of the nearest passages."""
    best: dict[str, Evidence] = {}
    for item in evidence:
        best.setdefault(item.found.passage.id, item)
    return list(best.values())[:NEAREST]


def _verdict(
    outcome: str,
    groups: Sequence[object],
    citations: Sequence[Citation],
    searched: int,
    sides: Sequence[Side],
) -> str:
    sentences = load_data("answer.yaml")["verdicts"]
    if outcome == "answered" and any(sides):
        took = set(sides) - {""}
        form = "both" if len(took) > 1 or "both" in took else "for" if "for" in took else "against"
        verdict: str = load_data("answer.yaml")["sides"][form]
        return verdict
    documents = len({citation.document_id for citation in citations})
    if outcome == "answered":
        form = "one" if len(groups) == 1 else "many" if documents > 1 else "many_in_one"
        return filled(sentences[outcome][form], statements=len(groups), documents=documents)
    return filled(sentences[outcome], documents=searched)


def _gaps(
    question: Question, decision: Decision, outcome: str, records: Sequence[DocumentRecord]
) -> list[Gap]:
    words = load_data("answer.yaml")
    searched = filled(words["where"]["searched"], documents=len(records))
    gaps = [Gap(filled(words["gaps"]["missing"], missing=name), searched) for name in decision.missing]
    if outcome == "not_found" and not gaps:
        gaps.append(Gap(filled(words["gaps"]["asked"], question=question.text), searched))
    for record in records:
        if record.unread_pages and _may_hold(record, question):
            pages = "page " + ", ".join(str(page + 1) for page in record.unread_pages)
            gaps.append(Gap(filled(words["gaps"]["unread"], pages=pages), record.source))
    return gaps


def _may_hold(record: DocumentRecord, question: Question) -> bool:
    """Whether what is asked may stand in a document: not in one about another place than the one asked."""
    about = (record.subject or "").casefold()
    return not about or not question.subjects or any(name.casefold() in about for name in question.subjects)


def _reason(decision: Decision) -> str:
    sentence = load_data("refusal.yaml")["reasons"][decision.reason]
    return filled(sentence, missing=" or ".join(decision.missing))
