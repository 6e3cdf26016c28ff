"""Owners: who is named as the one to act in the sentence itself; `context_owners` looks around it."""

from __future__ import annotations

import re

from ingest.phrases import worded
from ingest.recommendations.actors import actors, is_named, is_person, names_an_actor, relative
from ingest.recommendations.clauses import base_verb_at
from ingest.recommendations.date_patterns import due_pattern
from ingest.recommendations.owner_after import owner_after
from ingest.recommendations.parse_request import parse_request
from ingest.recommendations.recommendation import Owner, Span
from ingest.recommendations.request import Request
from ingest.recommendations.words import words
from ingest.sentences import sentences

_ADVERBS = re.compile(
    r"(?i)(?:\s+|,)(?:also|urgently|together|jointly|now|each|both|therefore|then|collectively|always|consistently|further|immediately|still|clearly|actively|,)+$"
)
_DETERMINER = re.compile(r"(?i)^(?:and|also|both|either)\s+")
_label = worded("smart/owners.yaml", r"(?:^|[(\[;.|])\s*{labels}\s*[:=–]\s*(?P<who>[^;.)\]|]+)", literal=True)


def find_owner(text: str, request: Request | None = None) -> Owner | None:
    """The body, role or class of people asked to act by the sentence itself; None where it names none."""
    request = request or parse_request(text)
    for look in (
        _labelled,
        _in_brackets,
        _subject,
        _embedded_subject,
        _agent,
        _told_last,
        _told_after,
        _body_in_brackets,
    ):
        span = look(text, request)
        if span and not names_nobody(text[span[0] : span[1]]):
            return Owner(text[span[0] : span[1]], span)
    return None


def _labelled(text: str, request: Request) -> Span | None:
    """“(Lead: Head of Service)”, "Owner: DCS"."""
    match = _label().search(text)
    return _trim(text, match.start("who"), match.end("who")) if match else None


_IN_BRACKETS = re.compile(r"\((?P<who>[^()\d]{4,90})\)\s*[.;]?\s*$")
"""The last words of a request in brackets: "… by 31 March (Jo Field)"."""


def names_nobody(phrase: str) -> bool:
    """“To be confirmed”, "TBC", "-": the place of an owner without one."""
    said = re.sub(r"[^\w/?]+", " ", phrase.replace(".", "")).strip().lower()
    return not said or any(said == one or said.startswith(f"{one} ") for one in words("owners", "nobody"))


def _in_brackets(text: str, request: Request) -> Span | None:
    """“(Jo Field)” or "(Jo Field, Head of Service)" at the end: a person's name, with or without a post."""
    match = _IN_BRACKETS.search(text)
    if match is None:
        return None
    first, _, post = match["who"].partition(",")
    person = is_person(first) and (not post or names_an_actor(post.strip()))
    return match.span("who") if person else None


_TOLD_LAST = re.compile(r"(?:[;.]|\s[–—])\s+(?P<who>[A-Z][^;.,–—]{2,80}?)\s+to\s+(?=[a-z])")


def _told_last(text: str, request: Request) -> Span | None:
    """“Each child should be seen; Ferring Council to pay": who acts where the request itself names nobody."""
    for match in _TOLD_LAST.finditer(text):
        if base_verb_at(text, match.end()) and names_an_actor(match["who"]):
            return match.span("who")
    return None


def _body_in_brackets(text: str, request: Request) -> Span | None:
    """“… should reach 80 per cent (Ferring Police)": a body by its full name, where nobody else is named."""
    match = _IN_BRACKETS.search(text)
    who = match["who"] if match else ""
    return (
        match.span("who") if match and is_named(who) and bool(actors().fullmatch(who.split()[-1])) else None
    )


def _told_after(text: str, request: Request) -> Span | None:
    """“Each child should be seen. This will be led by Ferring Council": a later sentence names who acts."""
    later = (owner_after(text, start, len(text)) for start, _ in sentences(text)[1:])
    return next(filter(None, later), None)


_THINKS = re.compile(
    r"(?:we|i|the\s+(?:[\w’'-]+\s+){1,4}?)\s*(?:also\s+|therefore\s+|strongly\s+)?"
    r"(?:thinks?|believes?|considers?|feels?|suggests?|proposes?)\s+(?:that\s+)?(?=\w)",
    re.IGNORECASE,
)
"""“We think the partnership ought to”: who thinks so is not the one to act."""


def _subject(text: str, request: Request) -> Span | None:
    """What stands before "should" or "to report", if it can act and is not acted upon."""
    if request.subject is None or request.passive:
        return None
    start, end = request.subject
    thinks = _THINKS.match(text, start, end)
    start = thinks.end() if thinks else start
    clause = re.match(r"(?i)(?:[^,]{0,120},\s+)", text[start:end])
    while clause and not _lists_actors(text[start:end]):
        start += clause.end()
        clause = re.match(r"(?i)(?:[^,]{0,120},\s+)", text[start:end])
    coordinate = re.search(r"\s+(?:is|are)\s+.*\band\s*$", text[start:end])
    if coordinate:
        end = start + coordinate.start()
    dated = due_pattern().match(text, start, end)
    if dated and names_an_actor(text[dated.end() : end].lstrip(" ,")):
        start = dated.end()  # "By 31 March 2027 Exmoor Council"
    timed = re.match(
        r"(?i)(?:by|before|within|in|from|after|during)\s.*\s(?=(?:the|all|each|every)\s)", text[start:end]
    )
    if timed and names_an_actor(text[start + timed.end() : end]):
        start += timed.end()  # "Before the end of 2027 the government"
    span = _trim(text, start, end)
    return span if span and _is_actor(text[span[0] : span[1]]) else None


def _is_actor(words: str) -> bool:
    """A name, or a post with its holder's name: "The performance manager, Oona Brockhurst"."""
    post, comma, holder = words.partition(", ")
    return names_an_actor(words) or bool(comma and names_an_actor(post) and is_named(holder))


def _lists_actors(subject: str) -> bool:
    """“The council, the police and health leaders”: a comma inside the subject rather than before it."""
    first = subject.split(",")[0]
    return names_an_actor(first) and not re.match(
        r"(?i)(?:across|within|for|in|by|to|when|where|before|after|following|at|on|under|with|during|if|as)\b",
        first,
    )


def _embedded_subject(text: str, request: Request) -> Span | None:
    """“Ensure that the corporate parenting board agrees…”: the body that does the act asked for."""
    match = re.match(
        (
            r"(?i)[\s\S]{0,40}?\b(?:ensure|make sure|"
            r"ensures)\s+(?:that\s+)?(?P<who>(?:the|all|each|every|both|its|their|"
            r"[A-Z])[^,.;:]{1,90}?)\s+(?P<verb>[\w’'-]+)"
        ),
        text[request.start :],
    )
    if not match or request.form not in ("imperative", "subjunctive"):
        return None
    for found in re.finditer(
        r"\s(?P<verb>[a-z-]+)(?=\s)",
        text[request.start + match.start("who") : request.start + match.start("who") + 110],
    ):
        begin = request.start + match.start("who")
        who = text[begin : begin + found.start()]
        if _acts(found["verb"], who):
            return _trim(text, begin, begin + found.start())
    return None


def _acts(verb: str, who: str) -> bool:
    """Whether `verb` after `who` is a body's own act in the present tense."""
    if not names_an_actor(who) or verb in words("owners", "stative"):
        return False
    if re.search(
        (
            r"(?i)\b(?:of|for|in|by|to|from|with|and|or)$|\b(?:children|young people|"
            r"plans?|quality|that|which|who)\b"
        ),
        who,
    ):
        return False
    singular = not re.search(r"(?i)(?:s|people|staff|police)$", who) or re.search(
        r"(?i)\b(?:service|trust|board)$", who
    )
    base = re.sub(r"(?:es|s)$", "", verb)
    known = {*words("requests", "concrete_verbs"), *words("requests", "direction_verbs")}
    if singular:
        return verb.endswith("s") and (base in known or verb[:-1] in known)
    return verb in known


_PLURAL_OF = re.compile(
    r"(?:\w+[\s-]){0,3}(?:agencies|practitioners|professionals|staff|workers)(?=\s+of\b)", re.IGNORECASE
)
"""“The understanding by partner agencies of thresholds”: "of" goes back to the noun before "by"."""


def _agent(text: str, request: Request) -> Span | None:
    """“should be reviewed by the partnership”; "scrutiny from the HSSP" in a point without a verb."""
    if request.passive:
        opening = r"\b(?:by)\s+"
    elif request.form == "noun_phrase":
        opening = r"\b(?:by|from)\s+"
    else:
        return None
    for match in re.finditer(opening, text[request.verb_start :]):
        start = request.verb_start + match.end()
        phrase = re.match(
            (
                r"(?:(?!\b(?:and (?:\w+ly )?\w+(?:ed|en)|that|to|who|which|of the|"
                r"in order|so that|with|in|on|at|about|for|whether)\b)[^,.;:(])+"
            ),
            text[start:],
        )
        if not phrase:
            continue
        plural = _PLURAL_OF.match(phrase.group())
        span = _trim(text, start, start + (plural or phrase).end())
        if span and names_an_actor(text[span[0] : span[1]]) and not text[span[0]].isdigit():
            return span
    return None


def _trim(text: str, start: int, end: int) -> Span | None:
    """The span without blanks, adverbs, trailing relative clauses and leading "and"."""
    phrase = relative().sub("", text[start:end]) if not _keeps_tail(text[start:end]) else text[start:end]
    phrase = _ADVERBS.sub("", phrase.rstrip(" ,"))
    lead = len(phrase) - len(phrase.lstrip())
    opening = _DETERMINER.match(phrase.lstrip())
    lead += opening.end() if opening else 0
    phrase = phrase.rstrip(" ,")
    return (start + lead, start + len(phrase)) if len(phrase) > lead else None


def _keeps_tail(phrase: str) -> bool:
    """A tail of "and" and an actor is of the name: "partners in the front door and social work teams"."""
    return not relative().search(phrase)
