"""Unsearched: what is answered without a search: nothing is asked, or nothing that can be looked for."""

from __future__ import annotations

import re
from string import Template

from assistant.answer import Answer, Outcome
from assistant.follow_up.cues import is_courtesy, leans, words_of
from assistant.follow_up.paper_before import asks_for_paper_before, kind_of, named
from assistant.follow_up.period import Shift, shift_asked
from assistant.follow_up.pointing import matter_words, pointer_in
from ingest.library import Library
from ingest.records import DocumentRecord
from prompts import load_data

ENOUGH = 2
"""So many words of matter after a word that points out of a question can be looked for, whatever it stands
for ("Why is it hard to recruit social workers?")."""


def courtesy(text: str, library: Library, as_of: str) -> Answer | None:
    """The reply to thanks or a greeting; None for anything else."""
    if not is_courtesy(text):
        return None
    rules, said = load_data("follow-ups.yaml")["courtesies"], {*words_of(text).split()}
    greets = not said.isdisjoint(rules["greets"]) and said.isdisjoint({*rules["says"]} - {*rules["greets"]})
    return _told(text, "courtesy", rules["greeting" if greets else "reply"], library, as_of)


def unknown_period(shift: Shift, earlier: str, library: Library, as_of: str) -> Answer:
    """The refusal of "and the quarter before?" where no question or title names a quarter."""
    words = Template(load_data("follow-ups.yaml")["period"]["unknown"]).substitute(unit=shift.unit)
    return _told(earlier, "not_found", words, library, as_of)


def unclear(text: str, library: Library, as_of: str) -> Answer | None:
    """The refusal of a question that needs one before it, where there is none; None for any other."""
    if leans(text) or asks_for_paper_before(text) or shift_asked(text):
        reason: str = load_data("refusal.yaml")["reasons"]["leans"]
        return _told(text, "not_found", reason, library, as_of)
    pointer = pointer_in(text)
    exists = re.search(load_data("follow-ups.yaml")["pointing"]["exists"], text, re.IGNORECASE)
    if pointer and not exists and len(matter_words(text[pointer.end :])) < ENOUGH:
        words = Template(load_data("follow-ups.yaml")["unclear"]).substitute(word=pointer.word.lower())
        return _told(text, "not_found", words, library, as_of)
    return None


def none_before(text: str, quoted: DocumentRecord, area: str, library: Library, as_of: str) -> Answer:
    """The refusal of a question about the paper before the one quoted, where the library holds none."""
    words = load_data("follow-ups.yaml")["paper"]
    reason = Template(words["none"]).substitute(
        kind=kind_of(quoted), area=area or quoted.subject or words["no_area"], paper=named(quoted)
    )
    return _told(text, "not_found", reason, library, as_of)


def _told(text: str, outcome: Outcome, said: str, library: Library, as_of: str) -> Answer:
    return Answer(
        question=text,
        outcome=outcome,
        verdict=said,
        reason=said if outcome == "not_found" else "",
        as_of=as_of,
        library_version=library.version,
    )
