"""Signs of the act itself: decided, reported, repeated, or a thing that is to be there."""

from __future__ import annotations

import re

from assistant.check.reading import Reading
from ingest.phrases import VALUES
from ingest.recommendations.recommendation import Span
from ingest.recommendations.words import pattern, words

_QUESTION = re.compile(
    r"\s+(?:and\s+\w+\s+)?(?:how|what|which|who|whom|whether|when|where|why)\b"
    r"|[^.;]{3,60}?\s(?:who|whether|how)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\s+(?:an?|one|two|three|at\s+least\s+one)\s+(?P<thing>[\w’'-]+(?:\s+[\w’'-]+){0,5})", re.IGNORECASE
)
_THOUGHT = re.compile(r"(?:\w+\s+)?(?:consideration|thought)", re.IGNORECASE)
_COMMITS = re.compile(r"\b(?:either|commit|give reasons?|explain why)\b", re.IGNORECASE)
_A_FEW = "|".join(word for word, value in VALUES.items() if 2 <= value <= 12)
_SO_MANY = re.compile(
    r"\b(?<!aged )(?<!section )(?<!paragraph )(?<!recommendation )(?<!page )"
    rf"(?:\d{{1,4}}|{_A_FEW})"
    r"\s+(?!years?\b|months?\b|weeks?\b|days?\b|hours?\b|year-)(?:[a-z-]+\s+){0,2}?[a-z-]+s\b",
    re.IGNORECASE,
)
_NEAR = 60
"""How many characters after the verb still name what is acted upon."""
_PARTICLE = re.compile(r"\s+(?:up|out|off|down)\b(?!\s+of\b)", re.IGNORECASE)


def only_considers(reading: Reading) -> Span | None:
    """“Consider", "thought should be given": it may end in nothing, unless a decision is asked for too."""
    start = reading.act[1]
    found = pattern("specific", "considering").match(reading.body, start)
    span = found.span() if found else None
    subject = reading.request.subject
    if subject and reading.request.passive and _THOUGHT.fullmatch(reading.body[slice(*subject)].strip()):
        span = subject
    return None if _COMMITS.search(reading.body) else span


def decides(reading: Reading) -> Span | None:
    """“Agree how it will measure…", "state who may…": the answer is there or it is not."""
    verb, start = reading.act
    asked = verb in words("specific", "deciding") and _QUESTION.match(reading.body, start + len(verb))
    return (start, asked.end()) if asked else None


def counted(reading: Reading) -> Span | None:
    """“The 23 children", "ten summaries a month": so many, soon after the verb."""
    verb, start = reading.act
    at = start + len(verb)
    due = reading.deadline.span if reading.deadline else None
    for found in _SO_MANY.finditer(reading.body, at, min(at + _NEAR, reading.core[1])):
        if not (due and due[0] <= found.start() < due[1]):
            return found.span()
    return None


def repeats(reading: Reading) -> Span | None:
    """“Meet every month": how often is named, so that a year's acts can be counted."""
    due = reading.deadline
    return due.span if due and due.type == "recurring" else None


def exists(reading: Reading) -> Span | None:
    """“There should be a named lead": one look tells whether there is one."""
    subject = reading.request.subject
    verb, start = reading.act
    if verb != "be" or subject is None or reading.body[slice(*subject)].strip().lower() != "there":
        return None
    found = _THING.match(reading.body, start + len(verb))
    vague = found and pattern("specific", "vague_objects", "vague_qualifiers").search(found["thing"])
    return found.span("thing") if found and not vague else None


def drawn_up(reading: Reading) -> Span | None:
    """“Be drawn up", "be rolled out": the small word makes a finished act of it."""
    verb, start = reading.act
    found = _PARTICLE.match(reading.body, start + len(verb)) if reading.request.passive else None
    return (start, found.end()) if found else None
