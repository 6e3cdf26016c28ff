"""Levels: how far each letter is met by the wording. 0 missing, 1 partial, 2 met, None where nothing tells.

The levels follow the rubric of the hand-labelled sets: words of time that describe a service are no deadline,
SMART words about a child's plan earn nothing, "immediately" is a timescale and "urgently" half of one.
"""

from __future__ import annotations

import re

from assistant.check.assessment import Criterion
from assistant.check.reading import Reading
from assistant.check.signs import SIGNS
from ingest.recommendations.measures import clause_around
from ingest.recommendations.recommendation import Deadline, Measure, Span
from ingest.recommendations.words import pattern, vocabulary, words

_SMART_WORDS = re.compile(r"\b(?:SMART|specific|measurable|time-bound|timescales?)\b")


def specific(reading: Reading) -> Criterion:
    """Would two readers agree on the act and its object?"""
    score = _score("specific", reading)
    act, thing = reading.act, SIGNS["deliverable_near"](reading) or SIGNS["result_named"](reading)
    span: Span | None = (act[1], act[1] + len(act[0])) if act[0] else None
    if thing:
        span = (min(thing[0], span[0]), max(thing[1], span[1])) if span else thing
    if SIGNS["only_considers"](reading) or SIGNS["asks_for_assurance"](reading):
        return Criterion(1, span, "it asks for thought or assurance, not for an act")
    if _is_aspiration(reading):
        return Criterion(0, None, "an aspiration: no act is named")
    level = _level("specific", score)
    reason = (
        "no act is named",
        "the direction is clear, the act or its scope is open",
        "the act and its object are named",
    )
    return Criterion(level, span if level else None, reason[level])


def _is_aspiration(reading: Reading) -> bool:
    """“Ensure that all children are adequately safeguarded”: a wish with nothing to do and nothing to
    see.
    """
    if not reading.ensures:
        return False
    seen = (
        "result_named",
        "deliverable_anywhere",
        "indicator_named",
        "means_named",
        "number_named",
        "yes_no_act",
        "standard_named",
    )
    short = len(reading.body[reading.act[1] :].split()) < 20
    wished = pattern("specific", "wishes").search(reading.body, reading.act[1])
    return bool(short and wished) and not any(SIGNS[name](reading) for name in seen)


def measurable(reading: Reading) -> Criterion:
    """How would another person know that it was done, or that it worked?"""
    score = _score("measurable", reading)
    level = _level("measurable", score)
    span = measure_span(reading)
    if SIGNS["number_named"](reading):
        level = 2
    elif SIGNS["indicator_near"](reading):
        level = max(level, 1)  # "improve the timeliness of …": what is to move is named
    if span is None and level == 2:
        level = 1
    reason = (
        "nothing is named that another person could check",
        "an output or an indicator, without a standard or target",
        "a figure, a defined group or a yes-or-no result",
    )
    return Criterion(level, span if level else None, reason[level])


def measure_span(reading: Reading) -> Span | None:
    """The words that another person could check, the firmest first."""
    for name in (
        "number_named",
        "standard_named",
        "population_named",
        "yes_no_act",
        "result_named",
        "indicator_named",
        "means_named",
    ):
        span = SIGNS[name](reading)
        if span:
            return clause_around(reading.body, span)
    return None


def achievable(reading: Reading) -> Criterion:
    """Is it bounded and within the addressee's power? From the wording only."""
    for name, level, reason in _LIMITS:
        match = pattern("achievable", name).search(reading.body, *_first_sentence(reading))
        if match:
            return Criterion(level, match.span(), reason)
    if reading.request.verb == "work" or re.match(
        r"(?i)continue work with", reading.body[reading.request.start :]
    ):
        return Criterion(1, None, "it depends on other bodies")
    if _bounds_the_act(reading) or SIGNS["concrete_act"](reading):
        verb, start = reading.act
        return Criterion(2, (start, start + len(verb)), "a bounded act within the addressee's power")
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


def _first_sentence(reading: Reading) -> Span:
    """The act and its object, no further than the first full stop: what follows only elaborates."""
    start, end = reading.core
    stop = re.compile(r"\.\s").search(reading.body, start, end)
    return start, stop.start() if stop else end


def _bounds_the_act(reading: Reading) -> bool:
    start, end = reading.core
    return bool(pattern("achievable", "bounded").search(reading.body, start, min(end, start + 70)))


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
    return f" {body[:at].strip().lower()}".endswith(
        tuple(f" {word}" for word in words("relevant", "complement_before"))
    )


def _describes_the_product(body: str, at: int) -> bool:
    """“To ensure that it is outcome focused” says what the thing should be like, not what it is for."""
    return bool(pattern("relevant", "product").match(body, at + len(body[at:]) - len(body[at:].lstrip())))


def _clause_end(body: str, start: int) -> int:
    match = re.search(r"[.;]", body[start:])
    return start + match.start() if match else len(body.rstrip(" ."))


def time_bound(deadline: Deadline | None) -> Criterion:
    """By when is this action due?"""
    if deadline is None:
        return Criterion(0, None, "nothing says by when")
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


def _score(letter: str, reading: Reading) -> float:
    rules = vocabulary("points")[letter]
    present = (float(points) for name, points in rules["points"].items() if SIGNS[name](reading))
    return float(rules["base"]) + sum(present)


def _level(letter: str, score: float) -> int:
    rules = vocabulary("points")[letter]
    return 2 if score >= rules["met"] else 1 if score >= rules["partial"] else 0
