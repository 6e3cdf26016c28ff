"""Unspoken: what a question names and documents do not speak of: a theme, a subject, a kind of thing.

Everyday words that stand nowhere tell nothing: a question may be worded far from the documents. A theme has
its own words (`prompts/vocabulary/themes.yaml`), and a subject its names (`subjects.yaml`: a profession, a
condition, a group); a paper that deals with one uses one of them. A sentence about people names them
(`groups.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.asked.alike import SOMEWHAT, like
from assistant.asked.facts import fact_asked
from assistant.asked.judging import asks_how_well, matter_of, names_all
from assistant.asked.lost import shared
from assistant.asked.phrased import phrased
from assistant.evidence import FIRST, Evidence
from assistant.question import Question
from assistant.repeats.themes import speaks_of, themes_of
from assistant.retrieval.found import Found
from assistant.retrieval.reword import wordings
from assistant.understanding.understand import after_about
from assistant.words import any_stands, stems, words_in
from ingest.phrases import worded

_WHICH = re.compile(
    r"\b(?:which|how many(?: of)?|when (?:was|were|is|are|will|did|does)(?: the| our| a)?) (.+)",
    re.IGNORECASE,
)

_ON = re.compile(r"\bon\b", re.IGNORECASE)
"""What stands before the matter where all that is said of it is asked for ("Is there anything on …?")."""

_asker = worded("vocabulary/question-words.yaml", r"^\W*{who_asks} (?:an?|the) [^,.]*[,.]")
"""Who asks, which is nothing asked about ("As a school nurse, …")."""

LONGEST, LOOKED_AT = 3, 8
"""Words of the name of a kind of thing, and sentences that may have a word like one of them."""


def unspoken(question: Question, found: Sequence[Found]) -> tuple[str, ...]:
    """The themes of the question of which no passage found about the place it names holds a word.

    None where it names no place of the library and is not put to one paper alone. Both retrievers look within
    place and paper on their own, so what these have on a theme is among the candidates. A theme that is none
    in the field's words ("mums and dads") is none.
    """
    passages = [item.passage for item in _asked_of(question, found)]
    if not passages:
        return ()
    texts = [f"{passage.heading} {passage.header} {passage.text}" for passage in passages]
    meant = themes_of(wordings(question)[-1])
    return tuple(
        theme
        for theme in themes_of(question.text)
        if theme in meant and not any(speaks_of(text, theme) for text in texts)
    )


def topic_unspoken(
    question: Question,
    found: Sequence[Found],
    evidence: Sequence[Evidence],
    in_library: Callable[[str], bool],
) -> tuple[str, ...]:
    """The very thing asked about, or judged ("How good is …?"), where no paper of the place has it.

    A theme, or words that other papers of the library use; empty where one of them is spoken of, or where a
    sentence of the evidence has a word like it ("workloads").
    """
    matter = after_about(question.text) or (question.broad and _ON.split(question.text)[-1])
    asked = themes_of(matter or (question.text if _judges_unnamed(question, evidence) else ""))
    if asked and set(asked) <= set(unspoken(question, found)):
        return asked
    if not matter:
        return ()
    named = re.split("[?.,;:]", matter.lower())[0]
    topic = stems(phrased("speaker", "stops").split(named)[0])
    words = tuple(thing for thing in question.things if stems(thing) & topic and in_library(thing))
    held = [_stems_of(item) for item in _asked_of(question, found)]
    names = [name for word in words for name in question.names_of(word)]
    if not held or any(any_stands(names, one) for one in held):
        return ()
    return () if any(like(item, word) for item in evidence for word in words) else words


def subjects_asked(question: Question) -> tuple[str, ...]:
    """The subjects that the question names, other than as who asks it."""
    return themes_of(_asker().sub("", question.text), "subjects")


def subject_unspoken(question: Question, found: Sequence[Found]) -> tuple[str, ...]:
    """The subjects that the question names, where no passage found has a name of any of them.

    Where a place is named those about it count. Both retrievers look for the names, so what there is on a
    subject is among the candidates.
    """
    asked = subjects_asked(question)
    items = _asked_of(question, found) or ([] if question.subjects else found)
    return () if not items or any_names(asked, items) else asked


def group_unnamed(question: Question, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """The groups of people that the question names, where what would be quoted first names none of them.

    A number is one of those whom its own sentence names.
    """
    asked = themes_of(_asker().sub("", question.text), "groups")
    first = [item for item in evidence[:LOOKED_AT] if not item.missing] or evidence
    size = 1 if fact_asked(question) in ("count", "share") else FIRST
    passages = ((item.found.passage, item.quote) for item in first[:size])
    texts = [f"{passage.heading} {passage.header} {quote}" for passage, quote in passages]
    return () if any(speaks_of(text, group, "groups") for text in texts for group in asked) else asked


def any_names(subjects: Sequence[str], items: Sequence[Found]) -> bool:
    """Has one of the passages, or what stands over it, a name of one of the subjects?"""
    passages = (item.passage for item in items)
    texts = [f"{one.heading} {one.header} {one.text}" for one in passages]
    return any(speaks_of(text, subject, "subjects") for text in texts for subject in subjects)


def _judges_unnamed(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Is it asked how well something goes, and does none of the best sentences hold its words?"""
    matter = matter_of(question)
    named = any(names_all(question, matter, item.quote) for item in evidence[:LOOKED_AT])
    return asks_how_well(question) and not named


def kind_unspoken(
    question: Question, evidence: Sequence[Evidence], in_library: Callable[[str], bool]
) -> tuple[str, ...]:
    """The words for what is to be named or counted ("Which football team …?") that no paper holds.

    Empty where each stands somewhere, or a sentence of the evidence has a word like it or another name of it.
    """
    asked = _WHICH.search(question.text)
    phrase = words_in(phrased("count", "stops").split(asked[1].lower())[0])[:LONGEST] if asked else []
    words = [thing for thing in question.things if thing in phrase]
    known = shared(question, evidence[:LOOKED_AT])
    return tuple(
        word
        for word in words
        if word not in known
        and not in_library(word)
        and not any(like(item, word, SOMEWHAT) for item in evidence[:LOOKED_AT])
    )


def _asked_of(question: Question, found: Sequence[Found]) -> list[Found]:
    """The passages about the place that is named; else all, where one area or one paper is asked."""
    if question.subjects:
        return [item for item in found if item.affinity >= 1]
    one = question.home or len({item.passage.document_id for item in found}) == 1
    return list(found) if one else []


def _stems_of(item: Found) -> frozenset[str]:
    passage = item.passage
    return stems(f"{passage.heading} {passage.header} {passage.text}")
