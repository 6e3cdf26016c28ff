"""Whom: the sentences that tell who did something, who holds a post, or who somebody is."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.alike import TELLS, like
from assistant.asked.doing import all_hide_doer, doing_asked
from assistant.asked.holding import body_asked, called, gives_holder, names_person, one_asked, post_asked
from assistant.asked.owning import rows_owned
from assistant.asked.surroundings import holds_any
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.understanding.synonyms import expansions
from assistant.words import any_stands, stems
from ingest.draft import CELL_JOINER


def doers(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The rows of plans that name an owner; else who tells of the doing, where anybody says who does it."""
    if rows := rows_owned(question, evidence):
        return rows
    doing = doing_asked(question.text)
    telling = [item for item in evidence if stems(doing) <= stems(item.quote) or like(item, doing, TELLS)]
    return [] if all_hide_doer([item.quote for item in telling], doing) else telling


def holders(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """A name beside the post, and the words of the body or field that it is the post of: all of them, where
    a sentence holds all, or else one there or round it.
    """
    post = post_asked(question.text)
    body = [word for word in body_asked(question.text, post) if word not in question.named]
    plain = [item for item in evidence if gives_holder(item.named, post)]
    if not body:
        return plain
    names = [name for word in body for name in question.names_of(word)]
    names += [name for group in expansions(question.text) for name in group]
    whole = [
        item for item in plain if all(any_stands(question.names_of(word), stems(item.quote)) for word in body)
    ]
    return whole or [item for item in plain if holds_any(item, names)]


def persons(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """A name beside a word for whoever is asked for."""
    words = one_asked(question.text)[-1:]
    return [item for item in evidence if any(_names_one(item, word, question) for word in words)]


def _names_one(item: Evidence, word: str, question: Question) -> bool:
    """Does the sentence give a name beside the word for somebody, or anywhere beside one that is like it?"""
    if holds_any(item, question.names_of(word)):
        asked, a_row = stems(question.text), CELL_JOINER in item.quote
        beside = any(called(item.named, name, asked) for name in question.names_of(word))
        return beside and (not a_row or names_person(item.named))
    return like(item, word) and names_person(item.named)
