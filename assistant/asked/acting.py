"""Acting: whose doings does a question ask for, and does a sentence speak of them?"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.asked.speaking import speaker_asked
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.understanding.content_words import content_words
from assistant.understanding.plain_words import plain_words
from assistant.understanding.synonyms import expansions
from assistant.words import any_stands, stem, stems
from ingest.phrases import worded
from prompts import load_data

STEM = 5
"""Letters that two words share from the first, where both name one group ("midwives", "midwifery")."""
_doing = worded(
    "vocabulary/facts.yaml",
    r"(?:what|how|how well|how much|where|when) (?:do|does|did|can|should) (?:the )?((?:[\w’'-]+ ){1,4}?)"
    r"{actor.verbs}\b",
    flags=re.NOFLAG,
)


def actor_asked(question: Question) -> str:
    """Whose doings are asked for ("health visitors" of "What do health visitors do in …?"), else nobody's.

    Nobody's where the question names its actor by the place or by words for anyone, or asks what they say.
    """
    found = None if speaker_asked(question) else _doing().match(question.text.lower())
    words = content_words(found[1]) if found else []
    named = [word for word in words if word in question.named]
    return "" if named or not _telling(words) else " ".join(words)


def names_actor(actor: str, item: Evidence) -> bool:
    """Does the sentence or its headings name the actor, in this or another form or by another name?"""
    held = stems(f"{item.found.passage.heading} {item.quote}")
    groups = (*expansions(actor), *plain_words(actor).values())
    names = (name for group in groups for name in group)
    telling = all(_holds(held, word) for word in _telling(actor.split()))
    return telling or any_stands(names, held)


def _holds(held: frozenset[str], word: str) -> bool:
    root = stem(word)
    return root in held or (len(root) > STEM and any(one.startswith(root[:STEM]) for one in held))


def _telling(words: Iterable[str]) -> list[str]:
    general = load_data("vocabulary/facts.yaml")["actor"]["general"]
    return [word for word in words if word not in general]
