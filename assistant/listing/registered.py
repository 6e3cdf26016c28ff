"""Registered: a question about a whole library, answered from the ledger that knows, each line quoted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.in_words import filled
from assistant.listing.ledger_rows import (
    Held,
    Put,
    contradictions,
    key_questions,
    recommendations,
    repeats,
)
from assistant.listing.listed import Listed, answer_of
from assistant.listing.recommended import placed, within
from assistant.listing.registers import RULES, RegisterAsked, register_asked
from assistant.understanding.papers_called import papers_called
from ingest.filters import Filters
from ingest.library import Library
from prompts import load_data

GOOD_PRACTICE = "good_practice"
"""The key question whose own ledger is the answer."""
OF_AN_AREA = ("questions", "gaps", GOOD_PRACTICE)
"""Ledgers that are one area's, by whose name they may be asked for."""
MOST_GOOD = 20
"""So many practices are told: all of them are asked for."""
_HELD: Mapping[str, Callable[[Put], Held]] = {
    "contradictions": contradictions,
    "repeats": repeats,
    "recommendations": recommendations,
    "questions": key_questions,
    "gaps": key_questions,
}


def register_answer(text: str, library: Library, filters: Filters, as_of: str) -> Answer | None:
    """The answer to a question for what a ledger of the whole library holds; None where it asks for anything
    else. One that names a paper which is not there is refused by that name.
    """
    places: list[str] = []
    records = library.documents(filters)
    asked = register_asked(text)
    if asked is None:
        # The key questions are an area's: "What should Melford be worried about?"
        places, rest = placed(text, records)
        asked = register_asked(rest) if places else None
        asked = asked if asked and asked.ledger in OF_AN_AREA else None
    if asked is None or not asked.ledger:
        return None
    filters = within(places, records, filters)
    if asked.ledger == GOOD_PRACTICE:
        from assistant.key_questions.questions import ledgers
        from assistant.key_questions.route import answer_of as ledger_answer

        (ledger,) = ledgers(library, (GOOD_PRACTICE,), as_of=as_of, filters=filters)
        answer = ledger_answer(ledger, text, MOST_GOOD)
        return replace(answer, verdict=answer.verdict + _shows(asked))
    others, topic = placed(asked.topic, records)
    asked, filters = replace(asked, topic=" ".join(topic.split())), within(others, records, filters)
    records = library.documents(filters)
    papers = {name: frozenset(one.id for one in papers_called(name, records)) for name in asked.papers}
    unknown = next((name for name, called in papers.items() if not called), "")
    if unknown:
        listed = Listed([], "", _say("no_paper", name=unknown), _say("missing_paper", name=unknown))
    else:
        held = _HELD[asked.ledger](Put(asked, list(papers.values()), library, filters, as_of))
        listed = _listed(asked, held, [*places, *others])
    return answer_of(listed, text, library, len(records), as_of)


def _listed(asked: RegisterAsked, held: Held, places: Sequence[str]) -> Listed:
    """The lines under what the ledger's words say of them, with the command that shows all of it."""
    rules = load_data(RULES)
    words, command, shows = rules["answer"][asked.ledger], rules["commands"][asked.ledger], _shows(asked)
    limits = ", ".join(name for name in (" / ".join(asked.papers), asked.topic, *places) if name)
    values = {"count": len(held.rows), "state": asked.rule.get("state", ""), **held.values}
    values["limits"] = _say("limits", limits=limits) if limits else ""
    absent = held.absent and asked.topic
    none = (_say("no_topic", topic=asked.topic) if absent else filled(words["none"], **values)) + shows
    told = filled(words["told"], **values) + shows if values["count"] else none
    missing = filled(words["missing"], **values)
    return Listed(held.rows, told, none, missing, words.get("joint", ""), command, held.gaps)


def _shows(asked: RegisterAsked) -> str:
    return _say("command", command=load_data(RULES)["commands"][asked.ledger])


def _say(form: str, **words: object) -> str:
    return filled(load_data(RULES)["answer"][form], **words)
