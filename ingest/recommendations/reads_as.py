"""Whether a sentence, standing alone, reads as a recommendation of the document that holds it."""

from __future__ import annotations

import re

from ingest.phrases import worded
from ingest.recommendations.actors import names_an_actor
from ingest.recommendations.clauses import main_finite_verb, skip_marker
from ingest.recommendations.parse_request import parse_request
from ingest.recommendations.request import NO_REQUEST, Request
from ingest.recommendations.words import pattern, words

_BARE_PLURAL = re.compile(
    r"^(?!the\b|this\b|these\b|an?\b|all\b|each\b|every\b|any\b)[\w’'-]+", re.IGNORECASE
)
_NEED = re.compile(r"^needs?(?: \w+ly)? to$", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(
    r"^(?:however|but|although|while|though|if|when|where|as|because|since)\b|\b(?:that|which|who|what|how|why|whether)\b",
    re.IGNORECASE,
)
_SAYS_NEED = re.compile(
    r"(?P<who>[^.,;:?]{2,80}?)(?<!['’]s)(?<!s['’])\s+(?:also\s+|all\s+|each\s+)?"
    r"(?:needs?|should\s+have(?!\s+(?:\w+ly\s+)?(?:had|\w+(?:ed|en|wn|lt|pt|ut|ld|et|de|ne|ught))\b))\s+"
    r"(?!(?:is|are|was|were|has|have|had|can|may|will|not|and|or|of|for|in)\b)(?=\w)",
    re.IGNORECASE,
)
_STATE_VERBS = re.compile(r"(?i)^(?:be|have|become|know|feel|remain|understand|do)$")
_label = worded("smart/owners.yaml", r"\W*(?:{labels}|{time:labels})\s*:", literal=True)


def reads_as_recommendation(text: str) -> bool:
    """Whether it is a request in the authors' own voice: no finding, plan, duty, question or history."""
    request = parse_request(text)
    return request.form != "none" and not any(refused(text, request) for refused in _REFUSALS)


def says_need(text: str) -> bool:
    """“Carers need help to manage …", "Each school should have a deputy": a finding elsewhere, but what is
    asked for in a list of requests.
    """
    start = skip_marker(text)
    found = _SAYS_NEED.match(text, start)
    return bool(
        found
        and main_finite_verb(text, start, found.end("who")) is None
        and not _OTHER_CLAUSE.search(found["who"])
        and not is_refused(text)
    )


def is_refused(text: str) -> bool:
    """True for what is no request wherever it stands: asked to note, a question, a lead-in, a complaint."""
    alone = (_only_asks_to_note, _is_furniture, _only_leads_in, _is_labelled)
    return text.rstrip().endswith("?") or any(refused(text, NO_REQUEST) for refused in alone)


def _is_labelled(text: str, request: Request) -> bool:
    """“Lead agency: the police", "Timescale: …": what goes with a recommendation, in a line of its own."""
    return _label().match(text) is not None


def _only_leads_in(text: str, request: Request) -> bool:
    """“The council should take the following action.”: what is asked for stands in the list below it."""
    found = pattern("requests", "not_requests.lead_ins").search(text)
    return found is not None and not text[found.end() :].strip(" .:;")


def _only_asks_to_note(text: str, request: Request) -> bool:
    """A committee "is asked to note": a decision request, which improves nothing."""
    return bool(pattern("requests", "not_requests.noting").search(text))


def _is_furniture(text: str, request: Request) -> bool:
    """How to get a copy or complain: an imperative to the reader, not to an addressee of the review."""
    return bool(pattern("requests", "not_requests.furniture").search(text))


def _restates_a_duty(text: str, request: Request) -> bool:
    """A duty quoted from guidance or the law is not what these authors ask."""
    if request.form in ("imperative", "infinitive", "noun_phrase"):
        return False
    return bool(pattern("requests", "not_requests.guidance").search(text))


def _reports_or_opines(text: str, request: Request) -> bool:
    """Plans, earlier recommendations, concerns and opinions that precede the modal."""
    if request.form not in ("modal", "noun_phrase", "subjunctive"):
        return False
    subject = text if request.form == "noun_phrase" else text[: request.verb_start]
    refusing = pattern(
        "requests",
        "not_requests.plans",
        "not_requests.others",
        "not_requests.concern",
        "not_requests.opinion",
        "not_requests.measures",
    )
    return bool(refusing.search(subject))


def _is_a_finding_worded_as_need(text: str, request: Request) -> bool:
    """“The board needs to develop…” is a finding unless it calls for action from a named body, plainly."""
    if request.form != "modal" or not _NEED.match(request.modal):
        return False
    subject = text[request.subject[0] : request.subject[1]] if request.subject else ""
    opener = re.match(r"(?i)\s*(?:however|but|although|while|though|nevertheless)\b", text)
    return bool(opener or request.passive or _STATE_VERBS.match(request.verb) or not names_an_actor(subject))


def _is_standing_guidance(text: str, request: Request) -> bool:
    """“Reports to the board should include…”: a bare plural thing is told how it should always be."""
    if request.form != "modal" or request.subject is None:
        return False
    subject = text[request.subject[0] : request.subject[1]].strip()
    content = request.passive or request.verb in words("requests", "not_requests.contents")
    if not content or re.match(
        r"(?i)(?:steps|action|actions|measures|efforts|attention|consideration)\b", subject
    ):
        return False
    if not _BARE_PLURAL.match(subject) or re.match(r"(?i)(?:it|they|this|that|he|she)\b", subject):
        return False
    head = re.split(r"(?i)\s(?:of|for|from|in|on|to|by|about|between|with)\s", subject, maxsplit=1)[0]
    return head.endswith("s") and not names_an_actor(subject)


def _only_expects(text: str, request: Request) -> bool:
    """What the authors expect and do not ask: “This should lead to better decisions”."""
    if request.form != "modal" or request.passive or request.subject is None:
        return False
    subject = text[request.subject[0] : request.subject[1]].strip().lower()
    expected = pattern("requests", "not_requests.expectations").match(text, request.verb_start)
    return subject in words("requests", "pronouns") and expected is not None


_REFUSALS = (
    _only_expects,
    _only_asks_to_note,
    _is_furniture,
    _only_leads_in,
    _restates_a_duty,
    _reports_or_opines,
    _is_a_finding_worded_as_need,
    _is_standing_guidance,
)
