"""Compose: evidence to an answer in the documents' own words, or a refusal with the nearest passages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from string import Template

from assistant.answer import Answer, Citation, Gap, Outcome, Statement
from assistant.evidence import Evidence
from assistant.newest import newest_first
from assistant.proposition import Side, by_side, with_other_side
from assistant.question import Question
from assistant.refusal.refuse import Decision
from assistant.words import stems
from ingest.copies.statements import say_the_same
from ingest.library import DocumentRecord
from prompts import load_data

STATEMENTS = 4
"""An answer holds at most so many statements."""

NEAREST = 3
"""A refusal names so many passages."""

NEAR_BEST = 0.9
"""A sentence joins the answer where its score is at least this share of the best one's."""

NEAR_BEST_BROAD = 0.8
"""The same for a question that asks for no particular number, date or body, but what is said of something."""

NEAR_OWN, NEAR_READ, NEAR_READ_BROAD = 0.05, 1.0, 3.0
"""A further sentence is quoted where its own words come so near the best's closeness (0 to 1), or where the
model that reads sentences with the question puts it so near its favourite (logits; farther off where what is
said of something is asked). On three gold sets an eighth of the quotations fell away, hardly a right one."""

NOT_READ = float("-inf")

SAME = 0.8
"""Quotes whose words overlap by this share (Jaccard index of stems) say one thing."""

Cite = Callable[[int, Evidence], Citation]


def compose(
    question: Question,
    evidence: Sequence[Evidence],
    decision: Decision,
    records: Sequence[DocumentRecord],
    cite: Cite,
    as_of: str,
    library_version: str,
) -> Answer:
    """The answer; `records` are the documents that were searched."""
    share = NEAR_BEST if question.wanted else NEAR_BEST_BROAD
    near = NEAR_READ if question.wanted else NEAR_READ_BROAD
    chosen = group(choose(evidence, share, near)) if decision.answer else []
    both = with_other_side(question, newest_first(question, chosen, records), evidence)
    groups, sides = by_side(question, both)
    numbered = [item for items in groups for item in items]
    citations = [cite(n, item) for n, item in enumerate(numbered, 1)]
    nearest = [] if groups else [cite(n, item) for n, item in enumerate(_nearest(evidence), 1)]
    outcome: Outcome = "not_found" if not groups else "partly" if decision.missing else "answered"
    return Answer(
        question=question.text,
        outcome=outcome,
        verdict=_verdict(outcome, groups, citations, len(records), sides),
        statements=tuple(_statements(groups, citations, sides)),
        citations=tuple(citations),
        gaps=tuple(_gaps(question, decision, outcome, records)),
        challenges=(),
        nearest=tuple(nearest),
        reason="" if groups else _reason(decision),
        as_of=as_of,
        library_version=library_version,
        confidence=decision.likelihood,
    )


def choose(evidence: Sequence[Evidence], share: float, near: float = NEAR_READ) -> list[Evidence]:
    """Sentences scoring at least `share` of the best one's that bear on the question as much, best first.

    Neighbours become one quotation.
    """
    if not evidence:
        return []
    best = evidence[0].score
    least = best - (1 - share) * abs(best)  # below the best also where that is less than nothing
    good = _bearing([item for item in evidence if item.score >= least][:STATEMENTS], near)
    joined: list[Evidence] = []
    for item in good:
        beside = next((other for other in joined if _adjoin(other, item)), None)
        if beside:
            joined[joined.index(beside)] = replace(
                beside, start=min(beside.start, item.start), end=max(beside.end, item.end)
            )
        else:
            joined.append(item)
    return joined


def _bearing(good: Sequence[Evidence], near: float) -> list[Evidence]:
    """The first, those others that bear on the question about as much as the best of them, and those that
    give the kind of thing asked for of what it is asked of.
    """
    own = max(item.own_closeness for item in good) - NEAR_OWN
    reads = [NOT_READ if item.cross is None else item.cross for item in good]
    read = max(reads) - near
    return [
        item
        for at, (item, logit) in enumerate(zip(good, reads, strict=True))
        if at == 0 or item.beside or item.own_closeness >= own or logit >= read > NOT_READ
    ]


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


def _adjoin(one: Evidence, other: Evidence) -> bool:
    """Do two slices of one passage stand next to each other, with nothing but white space between?"""
    first, second = sorted((one, other), key=lambda item: item.start)
    passage = first.found.passage
    between = passage.text[first.end - passage.start : second.start - passage.start]
    return passage.id == second.found.passage.id and first.end <= second.start and not between.strip(" ")


def _alike(one: str, other: str) -> bool:
    """Is it one statement: nearly the same words, and the same figures, grades and denials?"""
    left, right = stems(one), stems(other)
    return len(left & right) >= SAME * len(left | right) and say_the_same(one, other)


def _statements(
    groups: Sequence[Sequence[Evidence]], citations: Sequence[Citation], sides: Sequence[Side]
) -> list[Statement]:
    names = load_data("answer.yaml")["sides"]["names"]
    statements, n = [], 0
    for items, side in zip(groups, sides, strict=True):
        numbers = tuple(range(n + 1, n + 1 + len(items)))
        quote = citations[n].quote
        statements.append(Statement(f"{names[side]}: “{quote}”" if side else quote, numbers))
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
        return Template(sentences[outcome][form]).substitute(statements=len(groups), documents=documents)
    return Template(sentences[outcome]).substitute(documents=searched)


def _gaps(
    question: Question, decision: Decision, outcome: str, records: Sequence[DocumentRecord]
) -> list[Gap]:
    words = load_data("answer.yaml")
    searched = Template(words["where"]["searched"]).substitute(documents=len(records))
    gaps = [
        Gap(Template(words["gaps"]["missing"]).substitute(missing=name), searched)
        for name in decision.missing
    ]
    if outcome == "not_found" and not gaps:
        gaps.append(Gap(Template(words["gaps"]["asked"]).substitute(question=question.text), searched))
    for record in records:
        if record.unread_pages and _may_hold(record, question):
            pages = "page " + ", ".join(str(page + 1) for page in record.unread_pages)
            gaps.append(Gap(Template(words["gaps"]["unread"]).substitute(pages=pages), record.source))
    return gaps


def _may_hold(record: DocumentRecord, question: Question) -> bool:
    """Whether what is asked may stand in a document: not in one about another place than the one asked."""
    about = (record.subject or "").casefold()
    return not about or not question.subjects or any(name.casefold() in about for name in question.subjects)


def _reason(decision: Decision) -> str:
    sentence = load_data("refusal.yaml")["reasons"][decision.reason]
    return Template(sentence).substitute(missing=" or ".join(decision.missing))
