"""By person: whose doings, or whose words, are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.acting import actor_asked, names_actor
from assistant.asked.speaking import speaker_asked, tells_as_theirs
from assistant.evidence import Evidence
from assistant.ordering.near import least_near
from assistant.question import Question

READ = 12
"""So many of the best sentences are asked whether they name the actor."""


def actor_alone(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence that names the actor whose doings are asked for, where some of the best does; else all."""
    actor = actor_asked(question)
    if not actor or not any(names_actor(actor, item) for item in evidence[:READ]):
        return list(evidence)
    return [item for item in evidence if names_actor(actor, item)]


def spoken_alone(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """What is told as theirs of children or parents who are asked for, if some of it is near; else all."""
    theirs, near = tells_as_theirs(speaker_asked(question)), least_near(evidence)
    told = [item for item in evidence if theirs and theirs.search(item.quote)]
    return told if any(item.closeness >= near and not item.missing for item in told) else list(evidence)
