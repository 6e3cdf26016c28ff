"""Forms of a request without "should": "X to report", "That X be simplified", points without a verb."""

from __future__ import annotations

import re

from ingest.phrases import worded
from ingest.recommendations.actors import names_an_actor
from ingest.recommendations.clauses import base_verb_at, main_finite_verb, next_word
from ingest.recommendations.request import Request
from ingest.recommendations.words import pattern, words

_ACTION_REQUIRED = re.compile(
    r"(?:\w+\s+)?(?:urgent|immediate|priority|swift|"
    r"prompt)\s+(?:\w+\s+)?(?:action|attention|work|steps)\s+(?:is|are|must be|"
    r"should be|needs? to be)\s+(?:required|needed|taken)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?<![\w-])(?:it|there|they|this|he|she)\s+(?:is|are|was|were|has|have|had|can|will|does|do)(?![\w-])",
    re.IGNORECASE,
)
_SUBORDINATED = re.compile(r"\b(?:how|what|that|which|where|whether)\b[^,;]*$", re.IGNORECASE)
_TO_BE_DONE = re.compile(
    r"(?P<subject>[^.;:]{3,110}?)\s+to\s+be\s+(?:\w+ly\s+)*(?P<verb>\w+(?:ed|en|wn|lt|pt|ut|ld|et|nt|de|ne|ught))\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"(?P<subject>[^.;:]{2,110}?)\s+to\s+(?=\w)")
_BE_SO = re.compile(
    r"be\s+(?:more\s+)?(?:\w+ful|aware|alert|clear|curious|open|confident|able|ready)\b", re.IGNORECASE
)
_not_to_be = worded("smart/grammar.yaml", r"\b{no_subjects}$")
_SUBJUNCTIVE = re.compile(
    r"that\s+(?!is\b|was\b|means\b|said\b|this\b)(?P<subject>[^.;]{3,200}?)\s+(?:be|is|are|should)\s+(?P<verb>\w+)",
    re.IGNORECASE,
)
_improvable = worded("smart/requests.yaml", r"\b{improvable}\b", literal=True)


def required(text: str, start: int) -> Request | None:
    """“Urgent action is required to…"."""
    found = _ACTION_REQUIRED.match(text, start)
    return Request("required", start, None, "take action", start) if found else None


def subjunctive(text: str, start: int) -> Request | None:
    """“That X be simplified"."""
    found = _SUBJUNCTIVE.match(text, start)
    if not found:
        return None
    verb = found["verb"].lower()
    return Request("subjunctive", start, found.span("subject"), verb, found.start("verb"), True)


_TO_BE_ASKED = re.compile(
    r"(?P<subject>[^.;:]{3,110}?)\s+to\s+be\s+(?:asked|required|invited|urged|requested|expected)\s+to\s+(?=\w)",
    re.IGNORECASE,
)


def infinitive(text: str, start: int) -> Request | None:
    """“X to report…", "X to be asked to report", "Chronologies to be used…", and no finite verb beside."""
    asked = _TO_BE_ASKED.match(text, start)
    act = base_verb_at(text, asked.end()) if asked else None
    if asked and act and names_an_actor(asked["subject"]) and main_finite_verb(text, start) is None:
        return Request("infinitive", start, asked.span("subject"), *act)
    done = _TO_BE_DONE.match(text, start)
    if done and not _not_to_be().search(done["subject"]) and main_finite_verb(text, start) is None:
        return Request(
            "infinitive", start, done.span("subject"), done["verb"].lower(), done.start("verb"), True
        )
    match = _TO_DO.match(text, start)
    if not match or main_finite_verb(text, start, match.end()) is not None:
        return None
    found = base_verb_at(text, match.end()) or _to_be_so(text, match.end())
    if not found or not names_an_actor(match["subject"]) or len(match["subject"].split()) > 12:
        return None
    if re.search(
        r"(?i)\b(?:enables?|allows?|requires?|helps?|asks?|expects?|leads?|act\s+\d{4}|\w+ed\s+(?:an?|the|their|its))\b|^(?:while|although|though|whilst|since|as|when|where|if)\b",
        match["subject"],
    ):
        return None
    if re.search(
        r"(?i)\b(?:plans?|intends?|aims?|agreed|hopes?|wants?|works?|continues?|seeks?|began|failed?|tends?|able|due|likely|ability|capacity|working|\w+ed)$",
        match["subject"],
    ):
        return None
    return Request("infinitive", start, match.span("subject"), *found)


def _to_be_so(text: str, at: int) -> tuple[str, int] | None:
    """“Schools to be alert to bruises": no deed, but asked for."""
    return ("be", at) if _BE_SO.match(text, at) else None


def noun_phrase(text: str, start: int) -> Request | None:
    """“The capacity of…”: a point of what needs to improve."""
    if (
        next_word(text, start) in words("requests", "grammar.openers_of_clauses")
        or _states_something(text, start)
        or main_finite_verb(text, start) is not None
        or len(text[start:].split()) < 4
    ):
        return None
    opening = " ".join(text[start:].split()[:6])
    if pattern("requests", "praise").match(opening):
        return None
    return Request("noun_phrase", start) if _improvable().search(opening) else None


def _states_something(text: str, start: int) -> bool:
    """“They are…" as a clause of its own, not in "how well this is used"."""
    match = _CLAUSE.search(text, start)
    return match is not None and not _SUBORDINATED.search(text, start, match.start())
