"""Registered: a question about a whole library, answered from the ledger that knows, each line quoted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, Citation, by_number
from assistant.in_words import filled
from assistant.key_questions.load_framework import DEFAULT
from assistant.listing.listed import Listed, Row, answer_of
from assistant.listing.papers import papers_called
from assistant.listing.recommended import on_topic
from assistant.listing.registers import RULES, RegisterAsked, register_asked
from assistant.slices import Slice
from assistant.understanding.understand import content_words
from assistant.words import stems
from ingest.filters import Filters
from prompts import load_data

if TYPE_CHECKING:
    from assistant.key_questions.ledger import Ledger
    from assistant.register.entry import Entry
    from ingest.library import Library

Places = Sequence[frozenset[str]]
"""For each paper that a question names, the ids of the documents called so."""


def register_answer(text: str, library: Library, filters: Filters, as_of: str) -> Answer | None:
    """The answer to a question for what a ledger of the whole library holds; None where it asks for anything
    else. One that names a paper which is not there is refused by that name.
    """
    asked = register_asked(text)
    if asked is None or not asked.ledger:
        return None
    if asked.ledger == "good_practice":
        from assistant.key_questions.route import answer_of as ledger_answer

        (ledger,) = _ledgers(library, (asked.ledger,), filters, as_of)
        return ledger_answer(ledger, text)
    records = library.documents(filters)
    papers = {name: frozenset(one.id for one in papers_called(name, records)) for name in asked.papers}
    unknown = next((name for name, meant in papers.items() if not meant), "")
    listed = (
        Listed([], "", _say("no_paper", name=unknown), _say("missing_paper", name=unknown))
        if unknown
        else _MAKERS[asked.ledger](asked, list(papers.values()), library, filters, as_of)
    )
    return answer_of(listed, text, library, len(records), as_of)


def _contradictions(
    asked: RegisterAsked, papers: Places, library: Library, filters: Filters, as_of: str
) -> Listed:
    """What papers disagree about, both sides; between those that are named, and on the topic."""
    from assistant.contradictions.find import find_contradictions

    found = find_contradictions(library, as_of=as_of, filters=filters)
    cited = by_number(found.citations)
    kinds = load_data("pack/words.yaml")["disagreements"]["kinds"]
    rows: list[Row] = []
    for one in found.contradictions:
        sides = [cited[one.first], cited[one.second]]
        words = " ".join((one.about, *(f"{side.quote} {side.heading} {side.title}" for side in sides)))
        if _is_on(asked.topic, words) and _between(sides, papers):
            rows.append((f"{kinds[one.kind].capitalize()}, on {one.about}", *map(_slice, sides)))
    return _listed(asked, rows)


def _is_on(topic: str, words: str) -> bool:
    """Whether half of what the topic names stands in the words, which tell of it in their own."""
    named = {stem for word in content_words(topic) for stem in stems(word)}
    return len(named & stems(words)) >= len(named) / 2


def _between(sides: Sequence[Citation], papers: Places) -> bool:
    """Does each of the papers named have a side?"""
    return all(any(side.document_id in paper for side in sides) for paper in papers)


def _repeats(asked: RegisterAsked, papers: Places, library: Library, filters: Filters, as_of: str) -> Listed:
    """Each recommendation made before, with every time that it was made; those made most often first."""
    from assistant.register.register import register_of
    from assistant.register.selection import Selection

    found = register_of(library, Selection(filters), repeats=True)
    wanted = {entry.id for entry in on_topic(found.entries, asked.topic)}
    chains: list[list[Entry]] = []
    for _, pairs in groupby(found.repeats or (), key=lambda one: one.later.id):
        held = list(pairs)
        chain = [*(one.earlier for one in held), held[0].later]
        if wanted & {entry.id for entry in chain}:
            chains.append(sorted(chain, key=lambda entry: (entry.published or "", entry.start)))
    told = [{entry.id for entry in chain} for chain in chains]
    kept = [chain for chain, ids in zip(chains, told, strict=True) if not any(ids < other for other in told)]
    kept.sort(key=lambda chain: (len(chain), chain[-1].published or ""), reverse=True)
    head = load_data(RULES)["answer"]["repeats"]["head"]
    papers = [len({entry.document_id for entry in chain}) for chain in kept]
    rows = [
        (filled(head, count=count), *map(_slice, chain)) for count, chain in zip(papers, kept, strict=True)
    ]
    return _listed(asked, rows)


def _recommendations(
    asked: RegisterAsked, papers: Places, library: Library, filters: Filters, as_of: str
) -> Listed:
    """The recommendations that lack something, headed by what; those that lack most first."""
    from assistant.pack.parts.smart import lacking
    from assistant.register.register import register_of
    from assistant.register.selection import Selection

    entries = on_topic(register_of(library, Selection(filters)).entries, asked.topic)
    lacks = asked.rule.get("lacks")
    short = [one for one in entries if (lacks in one.missing if lacks else not one.smart_with_context)]
    short.sort(key=lambda one: (-len(one.missing), one.published or "", one.document_id, one.start))
    head = load_data(RULES)["answer"]["recommendations"]["head"]
    rows: list[Row] = [(filled(head, lacking=lacking(one)), _slice(one)) for one in short]
    return _listed(asked, rows, of=len(entries))


def _questions(
    asked: RegisterAsked, papers: Places, library: Library, filters: Filters, as_of: str
) -> Listed:
    """How each key question stands, the first statement on each side, and what none of the papers has."""
    words = load_data("evidence/routing.yaml")["answer"]
    every = _ledgers(library, (), filters, as_of)
    verdicts = list(words["verdicts"])
    wanted = [one for one in every if one.verdict in asked.rule.get("verdicts", verdicts)]
    weakest = max(verdicts.index(one.verdict) for one in every)
    shown = sorted(
        wanted or [one for one in every if verdicts.index(one.verdict) == weakest],
        key=lambda one: -verdicts.index(one.verdict),
    )
    rows: list[Row] = []
    for one in shown:
        cited, head = by_number(one.citations), f"{words['verdicts'][one.verdict]}: {one.question}"
        for side, claims in (("for", one.for_), ("against", one.against)):
            if claims[:1] and (side == "against" or asked.ledger == "questions"):
                rows.append((f"{head} {words[side]}", _slice(cited[claims[0].citations[0]])))
    told = {name: sum(one.verdict == name for one in every) for name in verdicts}
    listed = ", ".join(f"{count} {words['verdicts'][name].lower()}" for name, count in told.items() if count)
    gaps = dict.fromkeys(gap for one in shown for gap in one.silent)
    count = len({one.id for one in wanted}) if asked.ledger == "questions" else len(rows)
    return _listed(asked, rows, gaps=tuple(gaps), of=len(every), verdicts=listed, count=count)


def _ledgers(library: Library, ids: Sequence[str], filters: Filters, as_of: str) -> list[Ledger]:
    from assistant.key_questions.questions import ledgers

    return ledgers(library, ids, as_of=as_of, framework=DEFAULT, filters=filters)


def _listed(asked: RegisterAsked, rows: Sequence[Row], **more: Any) -> Listed:
    """The rows under what the ledger's words say of them, with the command that shows all of it."""
    rules = load_data(RULES)
    words, command = rules["answer"][asked.ledger], rules["commands"][asked.ledger]
    limits = ", ".join(name for name in (" / ".join(asked.papers), asked.topic) if name)
    gaps = more.pop("gaps", ())
    values = {"count": len(rows), "state": asked.rule.get("state", ""), **more}
    values["limits"] = _say("limits", limits=limits) if limits else ""
    shows = _say("command", command=command)
    none = filled(words["none"], **values) + shows
    told = filled(words["told"], **values) + shows if values["count"] else none
    return Listed(rows, told, none, filled(words["missing"], **values), words.get("joint", ""), command, gaps)


def _say(form: str, **words: object) -> str:
    return filled(load_data(RULES)["answer"][form], **words)


def _slice(one: Citation | Entry) -> Slice:
    return Slice(one.document_id, one.start, one.end)


_MAKERS: Mapping[str, Callable[[RegisterAsked, Places, Library, Filters, str], Listed]] = {
    "contradictions": _contradictions,
    "repeats": _repeats,
    "recommendations": _recommendations,
    "questions": _questions,
    "gaps": _questions,
}
