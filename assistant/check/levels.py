"""Levels: how far each letter is met by the wording. 0 missing, 1 partial, 2 met, None where nothing tells.

The levels follow the rubric of the hand-labelled sets: words of time that describe a service are no deadline,
SMART words about a child's plan earn nothing, "immediately" is a timescale and "urgently" half of one.
"""

from __future__ import annotations

import re
from typing import Any

from assistant.check.assessment import Criterion
from assistant.check.reading import Reading
from assistant.check.signs import SIGNS
from ingest.recommendations.clauses import clause_around
from ingest.recommendations.context import Context
from ingest.recommendations.recommendation import Deadline, Measure, Span, had_passed
from ingest.recommendations.words import pattern, vocabulary, words

_WORK_WITH = re.compile(
    r"\b(?:continue\s+)?work\s+(?P<who>with\s+[^,.;]{3,70}?)(?=\s+to\b|[,.;])", re.IGNORECASE
)
_NEAR = 60
"""How many characters after the verb still name what is acted upon."""


def specific(reading: Reading) -> Criterion:
    """Would two readers agree on the act and its object?"""
    line = _first_line("specific", reading)
    if not line["level"]:
        return Criterion(0, None, line["reason"])
    verb, start = reading.act
    thing = SIGNS["deliverable_near"](reading) or SIGNS["result_named"](reading)
    span: Span | None = (start, start + len(verb)) if verb else None
    if thing:
        span = (min(thing[0], span[0]), max(thing[1], span[1])) if span else thing
    return Criterion(line["level"], span, line["reason"])


def measurable(reading: Reading) -> Criterion:
    """How would another person know that it was done, or that it worked?"""
    line = _first_line("measurable", reading)
    span = SIGNS[line["words"]](reading) if "words" in line else None
    level: int = line["level"]
    return Criterion(level, clause_around(reading.body, span) if span and level else None, line["reason"])


def _first_line(letter: str, reading: Reading) -> dict[str, Any]:
    """The first line of `prompts/smart/levels.yaml` that fits; the last one of a letter fits always."""
    seen: dict[str, bool] = {}

    def shows(sign: str) -> bool:
        if sign not in seen:
            seen[sign] = bool(SIGNS[sign](reading))
        return seen[sign]

    lines: list[dict[str, Any]] = vocabulary("levels")[letter]
    for line in lines:
        if all(map(shows, line.get("when", ()))) and not any(map(shows, line.get("unless", ()))):
            return line
    raise LookupError(f"No line of levels.yaml fits for {letter}.")


def achievable(reading: Reading) -> Criterion:
    """Is it bounded and within the addressee's power? From the wording only."""
    for name, level, reason in _LIMITS:
        if name == "money" and SIGNS["examines"](reading):
            continue  # to review what there is costs little
        match = pattern("achievable", name).search(reading.body, *_first_sentence(reading))
        if match:
            return Criterion(level, match.span(), reason)
    joint = _WORK_WITH.search(reading.body, reading.request.start, reading.core[1])
    if joint and (reading.request.verb == "work" or joint.start() == reading.request.start):
        return Criterion(1, joint.span("who"), "it depends on other bodies")
    if _bounds_the_act(reading) or SIGNS["concrete_act"](reading):
        verb, start = reading.act
        return Criterion(2, (start, start + len(verb)), "a bounded act within the addressee's power")
    if reading.act[0] and (own := _own_affair(reading)):
        return Criterion(2, own, "its own papers, staff or procedures")
    if reading.ensures or SIGNS["noun_phrase_only"](reading):
        match = pattern("achievable", "outcome_for_people").search(reading.body)
        return Criterion(1, match.span() if match else None, "the result depends on more than the addressee")
    return Criterion(None, None, "the wording gives no basis")


_LIMITS: tuple[tuple[str, int, str], ...] = (
    ("beyond_power", 0, "plainly beyond the addressee's power"),
    ("absolutes", 1, "absolute: one exception is a failure"),
    ("money", 1, "it depends on money or people that may not be there"),
    ("others", 1, "it depends on other bodies"),
)

OUTSIDE = frozenset(reason for key, _, reason in _LIMITS if key != "absolutes")
"""Reasons why something lies outside the addressee's own power."""


def _first_sentence(reading: Reading) -> Span:
    """The act and its object, no further than the first full stop: what follows only elaborates."""
    start, end = reading.core
    stop = re.compile(r"\.\s").search(reading.body, start, end)
    return start, stop.start() if stop else end


def _bounds_the_act(reading: Reading) -> bool:
    start, end = reading.core
    return bool(pattern("achievable", "bounded").search(reading.body, start, min(end, start + 70)))


def _own_affair(reading: Reading) -> Span | None:
    """Records, plans, supervision: what the addressee has in hand, named before any outcome for people."""
    verb, start = reading.act
    at = start + len(verb)
    near = pattern("achievable", "own_affairs").finditer(reading.body, at, min(at + _NEAR, reading.core[1]))
    shared = pattern("achievable", "not_own")
    found = next((match for match in near if not shared.match(reading.body, match.start())), None)
    outcome = (
        pattern("achievable", "outcome_for_people").search(reading.body, at, found.start()) if found else None
    )
    return found.span() if found and not outcome else None


def relevant(reading: Reading) -> Criterion:
    """Is it tied to a finding, a benefit, a difference for someone?"""
    body, (verb, start) = reading.body, reading.act
    for name in ("strong_purpose", "effect", "reason"):
        match = pattern("relevant", name).search(body, reading.request.start)
        if match:
            return Criterion(
                2, (match.start(), _clause_end(body, match.end())), "a purpose or benefit is stated"
            )
    for match in pattern("relevant", "purpose").finditer(body, start + len(verb)):
        if not _completes_the_act(body, match.start()) and not _describes_the_product(body, match.end()):
            return Criterion(
                2, (match.start(), _clause_end(body, match.end())), "a purpose or benefit is stated"
            )
    return Criterion(1, None, "the topic is clear, what it is for is not")


def _completes_the_act(body: str, at: int) -> bool:
    """“Take action to ensure”, "a plan to improve": the infinitive names the act itself."""
    before = f" {body[:at].strip().lower()}"
    if before.endswith(tuple(f" {kind} needs" for kind in words("relevant", "needs_of"))):
        return False
    return before.endswith(tuple(f" {word}" for word in words("relevant", "complement_before")))


def _describes_the_product(body: str, at: int) -> bool:
    """“To ensure that it is outcome focused” says what the thing should be like, not what it is for."""
    return bool(pattern("relevant", "product").match(body, at + len(body[at:]) - len(body[at:].lstrip())))


def _clause_end(body: str, start: int) -> int:
    match = re.search(r"[.;]", body[start:])
    return start + match.start() if match else len(body.rstrip(" ."))


def time_bound(deadline: Deadline | None, context: Context) -> Criterion:
    """By when is this action due? A day that had gone when the document came out is none."""
    if deadline is None:
        return Criterion(0, None, "nothing says by when")
    if had_passed(deadline, context):
        return Criterion(0, deadline.span, f"“{deadline.text}” had gone when it was published")
    if deadline.firm:
        return Criterion(2, deadline.span, f"due “{deadline.text}”")
    kind = (
        "recurring, with no first date"
        if deadline.type == "recurring"
        else "soft: no day can be derived from it"
    )
    return Criterion(1, deadline.span, f"“{deadline.text}” is {kind}")


def measure_of(reading: Reading, criterion: Criterion) -> Measure | None:
    """The measure in the text, else that of the table's column."""
    if criterion.span and criterion.level:
        return Measure(reading.text[criterion.span[0] : criterion.span[1]], criterion.span)
    return Measure(reading.context.measure, None) if reading.context.measure else None
