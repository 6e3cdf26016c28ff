"""By person: whose doings, or whose words, are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.acting import actor_asked, names_actor
from assistant.asked.speaking import (
    names_speaker,
    person_asked,
    said_by,
    speaker_asked,
    tells_as_theirs,
    told_by_them,
)
from assistant.asked.surroundings import before
from assistant.evidence import Evidence
from assistant.ordering.near import least_near, rest_of
from assistant.question import Question
from assistant.words import stems

READ, SAID_AMONG = 12, 16
"""So many of the best sentences are asked whether they name the actor, or tell what somebody said."""


def actor_alone(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that names the actor whose doings are asked for, where some of the best does; else all."""
    actor = actor_asked(question)
    if not actor or not any(names_actor(actor, item) for item in evidence[:READ]):
        return list(evidence)
    return [item for item in evidence if names_actor(actor, item)]


def said_first(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """First what somebody who is named said of the matter, where their words are asked for."""
    told = said_of_it(question, evidence[:SAID_AMONG])
    return [*told, *rest_of(evidence, told)]


def said_of_it(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """What of the evidence tells that the person who is named said something of the matter."""
    person = person_asked(question)
    about = [term for term in question.terms if term not in question.named]
    return [item for item in evidence if person and said_by(person, item) and _on(question, about, item)]


def _on(question: Question, about: Sequence[str], item: Evidence) -> bool:
    """Does the sentence, or those before it, name one of the things, if there are any?"""
    held = stems(f"{before(item)} {item.quote}")
    return not about or any(stems(name) <= held for thing in about for name in question.names_of(thing))


def spoken_alone(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """What is told as theirs of children or parents who are asked for, if some of it is near; else all, of
    other speakers first what names them.
    """
    speaker, near = speaker_asked(question), least_near(evidence)
    if speaker and not tells_as_theirs(speaker):
        named = [item for item in evidence if item.closeness >= near and names_speaker(speaker, item.quote)]
        return [*named, *rest_of(evidence, named)]
    told = [item for item in evidence if speaker and told_by_them(speaker, item)]
    return told if any(item.closeness >= near and not item.missing for item in told) else list(evidence)
