"""Compose: evidence to an answer in the documents' own words, or a refusal with the nearest passages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from assistant.answer import Answer, Citation, Gap, Outcome, Statement
from assistant.areas.heads import areas_of
from assistant.asked.planned import only_wishes
from assistant.asked.reasons import asks_for_reason, gives_reason
from assistant.composition.age import by_age, newest_first, told_of_age, years_of
from assistant.composition.apart import figures_apart, with_other_figures
from assistant.composition.choose import TextOf, choose, group, of_places
from assistant.composition.proposition import Side, asks_whether_well, by_side, counted, other_sides
from assistant.composition.whole import whole
from assistant.evidence import Evidence
from assistant.in_words import filled
from assistant.question import Question
from assistant.refusal.refuse import Decision
from assistant.sentences.faults import list_of_faults
from assistant.sentences.people import told_in_full
from ingest.library import DocumentRecord
from prompts import load_data

NEAREST = 3
"""A refusal names so many passages."""

Cite = Callable[[int, Evidence], Citation]


def compose(
    question: Question,
    evidence: Sequence[Evidence],
    decision: Decision,
    records: Mapping[str, DocumentRecord],
    cite: Cite,
    text_of: TextOf,
    as_of: str,
    library_version: str,
) -> Answer:
    """The answer; `records` are the documents that were searched, by id."""
    within = of_places(question, evidence)
    broad = question.broad or asks_whether_well(question.text)

    def in_full(items: Sequence[Evidence]) -> list[Evidence]:
        return [whole(item, text_of(item.found.passage.document_id)) for item in items]

    quoted = choose(within, text_of, broad, asks_for_reason(question.text)) if decision.answer else []
    quoted += in_full(counted(question, quoted, within))
    chosen = group(with_other_figures(quoted, within, records))
    other = in_full(other_sides(question, chosen, within))
    said, sides = by_side(question, [*newest_first(question, chosen, records), *group(other)])
    groups, sides, years = by_age(said, sides, years_of(question, said, records))
    areas = areas_of(question, groups, evidence, records)
    numbered = [item for items in groups for item in items]
    citations = [cite(n, item) for n, item in enumerate(numbered, 1)]
    nearest = [] if groups else [cite(n, item) for n, item in enumerate(_nearest(evidence), 1)]
    missing = _still_missing(decision, numbered)
    outcome: Outcome = "not_found" if not groups else "partly" if missing else "answered"
    return Answer(
        question=question.text,
        outcome=outcome,
        verdict="".join(
            (
                _verdict(outcome, groups, citations, records, sides),
                _only_asked(question, numbered),
                _doubt(decision),
                told_of_age(years),
            )
        ),
        statements=tuple(_statements(groups, citations, _heads(groups, sides, years, areas))),
        citations=tuple(citations),
        gaps=tuple(_gaps(question, missing, outcome, records)),
        nearest=tuple(nearest),
        reason="" if groups else _reason(decision),
        as_of=as_of,
        library_version=library_version,
        confidence=decision.likelihood,
    )


def _statements(
    groups: Sequence[Sequence[Evidence]],
    citations: Sequence[Citation],
    heads: Sequence[str],
) -> list[Statement]:
    statements, n = [], 0
    for items, head in zip(groups, heads, strict=True):
        numbers = tuple(range(n + 1, n + 1 + len(items)))
        quote = citations[n].quote
        statements.append(Statement(f"{head}: “{quote}”" if head else quote, numbers))
        n += len(items)
    return statements


def _heads(
    groups: Sequence[Sequence[Evidence]], sides: Sequence[Side], years: Sequence[str], areas: Sequence[str]
) -> list[str]:
    """What each statement is headed by: its side, the year of an older paper, its area, its list and
    its initials' names.
    """
    names = load_data("answer.yaml")["sides"]["names"]
    dated = [
        ", ".join(filter(None, (names.get(side, ""), year))) for side, year in zip(sides, years, strict=True)
    ]
    lists = [list_of_faults(items[0].found.passage, items[0].start) for items in groups]
    people = [told_in_full(items[0]) for items in groups]
    return [": ".join(filter(None, parts)) for parts in zip(dated, areas, lists, people, strict=True)]


def _nearest(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The best sentence of each of the nearest passages."""
    best: dict[str, Evidence] = {}
    for item in evidence:
        best.setdefault(item.found.passage.id, item)
    return list(best.values())[:NEAREST]


def _verdict(
    outcome: str,
    groups: Sequence[Sequence[Evidence]],
    citations: Sequence[Citation],
    records: Mapping[str, DocumentRecord],
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
        form = "apart" if figures_apart(groups, records) else form
        return filled(sentences[outcome][form], statements=len(groups), documents=documents)
    return filled(sentences[outcome], documents=len(records))


def _doubt(decision: Decision) -> str:
    """The sentence that says of an answer that it may be none, where the signals are not sure; else ""."""
    unsure = decision.answer and decision.likelihood < load_data("refusal.yaml")["sure"]
    return load_data("answer.yaml")["doubt"] if unsure else ""


def _only_asked(question: Question, quoted: Sequence[Evidence]) -> str:
    """The sentence that says that what is asked after is only asked for; else ""."""
    told: str = load_data("answer.yaml")["only_asked"]
    return told if only_wishes(question, [item.quote for item in quoted]) else ""


def _still_missing(decision: Decision, quoted: Sequence[Evidence]) -> tuple[str, ...]:
    """What the answer lacks, without the reason where a quotation goes on to give it."""
    told = any(gives_reason(item.quote, 1.0) for item in quoted)
    reason = load_data("refusal.yaml")["partly"]["reason"]
    return tuple(one for one in decision.missing if one != reason or not told)


def _gaps(
    question: Question, missing: Sequence[str], outcome: str, records: Mapping[str, DocumentRecord]
) -> list[Gap]:
    words = load_data("answer.yaml")
    searched = filled(words["where"]["searched"], documents=len(records))
    gaps = [Gap(filled(words["gaps"]["missing"], missing=name), searched) for name in missing]
    if outcome == "not_found" and not gaps:
        gaps.append(Gap(filled(words["gaps"]["asked"], question=question.text), searched))
    for record in records.values():
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
