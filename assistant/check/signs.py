"""Signs: what the wording shows that speaks for or against a letter. One small function a sign."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.check import act_signs, result_signs, state_signs
from assistant.check.reading import Reading, span_of
from ingest.phrases import TWO_OR_MORE
from ingest.recommendations.recommendation import Span
from ingest.recommendations.words import pattern, words

Sign = Callable[[Reading], Span | None]
"""Where the sign stands in the text, None if it does not."""

_NEAR = 62
"""How many characters after the verb still belong to its object: about nine words."""

_NUMBER = re.compile(
    r"\b(?<!aged )(?:longer|more|fewer|less|later|under|over|up\s+to|at\s+least|(?:maximum|minimum)\s+"
    rf"(?:\w+\s+)?of)\s+(?:than\s+)?(?:\d+|{TWO_OR_MORE})\s+\w+"
    r"|\b\d+(?:\.\d+)?\s?%|\bper\s?cent|\bwithin\s+(?:\d+|\w+)\s+(?:working\s+)?(?:hour|day|week|month)s?\b|\b\d+-(?:day|week|month)\b",
    re.IGNORECASE,
)
_POPULATION = re.compile(
    r"\b(?:all|every|each|(?<=that\s)no)\s+(?!as\b|of\b|in\b|to\b|effort|opportunit|other)[\w’'-]+",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"\W*(?:[\w’'-]+\W+){0,6}continu(?:e|es)\b", re.IGNORECASE)


def _object(reading: Reading) -> Span:
    """What is acted upon: after the verb, or before it where it is passive."""
    verb, start = reading.act
    if reading.request.passive and reading.request.subject:
        return reading.request.subject
    return start + len(verb), min(start + len(verb) + _NEAR, reading.core[1])


def concrete_act(reading: Reading) -> Span | None:
    """A verb that two readers picture alike: publish, review, appoint; "develop" with a thing to develop."""
    verb, start = reading.act
    listed = verb in words("requests", "concrete_verbs")
    makes = verb in words("requests", "making_verbs") and deliverable_near(reading) is not None
    plain = reading.request.form in ("modal", "infinitive") and _in_no_list(verb)
    done = reading.request.passive and not _base_forms(verb) & words("requests", "direction_verbs")
    return (start, start + len(verb)) if verb and (listed or makes or done or plain) else None


def _in_no_list(verb: str) -> bool:
    """An act of its own: of the verbs that stand in no list most can be pictured (cut, compare, settle)."""
    return verb not in words("requests", "direction_verbs", "making_verbs", "still_verbs")


def _base_forms(participle: str) -> set[str]:
    """What a regular participle can come from: improved → improve, strengthened → strengthen."""
    return {participle.removesuffix(ending) for ending in ("", "d", "ed", "n")}


def direction_only(reading: Reading) -> Span | None:
    """A verb that gives the way to go: strengthen, improve, engage."""
    verb, start = reading.act
    known = _base_forms(verb) & words("requests", "direction_verbs")
    if reading.ensures or not known or concrete_act(reading):
        return None
    return start, start + len(verb)


def result_named(reading: Reading) -> Span | None:
    """A state that can be seen to hold: "is published", "are added to", "agrees"."""
    if not reading.ensures and not reading.request.passive:
        return None
    return reading.find("specific", "result_acts", within=(reading.act[1], len(reading.body)))


def deliverable_near(reading: Reading) -> Span | None:
    """The thing to be made or changed, right after the verb and before any vague quality."""
    start, end = _object(reading)
    found = reading.find("specific", "deliverables", within=(start, end))
    vague = vague_object(reading)
    return None if found and vague and vague[0] < found[0] else found


def vague_object(reading: Reading) -> Span | None:
    """A quality right after the verb (capacity, oversight), no modifier as in "communication strategy"."""
    start, end = _object(reading)
    for match in pattern("specific", "vague_objects").finditer(reading.body, start, end):
        after = pattern("specific", "deliverables").match(reading.body, match.end() + 1)
        if not after:
            return match.span()
    return None


def continues_work(reading: Reading) -> Span | None:
    """“Continue to…”: nothing new is asked for."""
    return span_of(_CONTINUES.match(reading.body))


def yes_no_act(reading: Reading) -> Span | None:
    """An act that is plainly done or not: published, appointed, agreed."""
    start, end = reading.core
    return reading.find("measurable", "yes_no_acts", within=(start, min(end, start + 120)))


def number_named(reading: Reading) -> Span | None:
    """A figure with its unit, other than that of the deadline."""
    due = reading.deadline.span if reading.deadline else None
    for match in _NUMBER.finditer(reading.body):
        if not (due and due[0] <= match.start() < due[1]):
            return match.span()
    return None


def population_named(reading: Reading) -> Span | None:
    """“All children on care orders placed at home”: a group that can be counted."""
    if reading.find("measurable", "unbounded"):
        return None
    return span_of(_POPULATION.search(reading.body))


def indicator_named(reading: Reading) -> Span | None:
    """Something observable without a standard: timeliness, attendance, caseloads."""
    return reading.find("measurable", "indicators")


def reworks(reading: Reading) -> Span | None:
    """Review, update, analyse: done can be seen, not what comes of it; "review all cases" can be counted."""
    counted = _POPULATION.search(reading.body, *reading.core) and population_named(reading)
    return None if counted else reading.verb_in("measurable", "reworking")


def means_asked(reading: Reading) -> Span | None:
    """A strategy, a policy, a plan: a means, where it is itself what is asked for."""
    for match in pattern("measurable", "means").finditer(reading.body, *_object(reading)):
        if not pattern("measurable", "not_means").match(reading.body, match.start()):
            return match.span()
    return None


def noun_phrase_only(reading: Reading) -> Span | None:
    """No verb at all: a point under "What needs to improve"."""
    bare = reading.request.form in ("noun_phrase", "none")
    return (reading.request.start, len(reading.body)) if bare else None


def ensures_only(reading: Reading) -> Span | None:
    """The only verb asked for is "ensure"."""
    verb, start = reading.act
    return (start, start + len(verb)) if reading.ensures else None


def _word(*listed: str) -> Sign:
    return lambda reading: reading.find(*listed)


def _verb(name: str, key: str) -> Sign:
    return lambda reading: reading.verb_in(name, key)


SIGNS: dict[str, Sign] = {
    name: sign
    for place in (globals(), *map(vars, (act_signs, result_signs, state_signs)))
    for name, sign in place.items()
    if name[0] != "_" and getattr(sign, "__annotations__", {}).get("return") == "Span | None"
} | {
    "vague_qualifier": _word("specific", "vague_qualifiers"),  # without a yardstick: appropriate, robust
    "asks_for_assurance": _word("specific", "assurance"),  # "Seek assurance …": done when someone says so
    "words_named": _word("specific", "words_to_use"),  # "Use the words “was not brought”"
    "standard_named": _word("measurable", "standards"),  # a target, threshold or benchmark
    "endless_act": _verb("measurable", "endless"),  # oversee, engage, gather: nobody can say when it is done
    "reports": _verb("specific", "reporting"),  # the act is to say something, whatever it is about
    "settles": _verb("specific", "settling"),  # withdraw, merge, abolish: the day after, it is done or not
    "hastens": _verb("results", "hastening"),  # "Accelerate the development of …": known work, sooner
}
"""Every sign by its function's name, by which `prompts/smart/levels.yaml` calls it."""
