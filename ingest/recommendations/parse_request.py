"""Parse a sentence as a request: the form it takes, its subject, its verb."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ingest.recommendations.actors import names_an_actor
from ingest.recommendations.clauses import (
    base_verb_at,
    could_be_noun,
    main_finite_verb,
    next_word,
    skip_lead_clause,
    skip_marker,
)
from ingest.recommendations.other_forms import infinitive, noun_phrase, required, subjunctive
from ingest.recommendations.recommendation import Span
from ingest.recommendations.request import NO_REQUEST, Request
from ingest.recommendations.words import pattern, words

_PASSIVE = re.compile(
    r"(?:\w+ly\s+|also\s+|then\s+|now\s+|all\s+|each\s+)*be\s+(?:\w+ly\s+|further\s+)*(?P<verb>\w+(?:ed|en|wn|lt|pt|ut|ld|et|nt|de|ne|ught))\b",
    re.IGNORECASE,
)
_RECOMMENDS = re.compile(
    r"^(?:(?P<who>(?:we|i|it is|inspectors|reviewers|"
    r"the (?:[\w-]+ ){0,4}(?:review|reviewers?|inquiry|panel|report|authors?|"
    r"chair|committee|auditors?|board))\s+)"
    r"(?:also |therefore |further |strongly |now |jointly )*(?:recommends?|"
    r"recommended|urges?|requests?|proposes?|advises?)"
    r"|(?P<body>(?:the )?(?:[A-Z][\w’'-]*\s+){1,5})recommends?)\s*:?,?\s+(?:that\b,?\s*)?",
    re.IGNORECASE,
)
_BARE_RECOMMEND = re.compile(r"^(?P<who>)(?:recommends?\s+)?that\s+", re.IGNORECASE)
_REQUIRES = re.compile(
    r"^(?:[Ww]e(?:\s+would)?(?:\s+(?:also|therefore|further|now|jointly))?|"
    r"(?:the\s+)?(?:[A-Z]{3,}\w*|[\w’' ]{0,40}(?:inspectors?|inspectorate|"
    r"commissioner|regulator|inquiry|review|panel|chair|board)))\s+(?:requires?|"
    r"directs?|asks?|calls? on|expects?|invites?|urges?)\s+(?P<who>.{2,120}?)\s+to\s+(?=\w)"
)


@lru_cache(maxsize=4_096)
def parse_request(text: str) -> Request:
    """How `text` asks for something; form "none" where it does not (a finding, a question, a plan)."""
    start = skip_marker(text)
    if text.rstrip().endswith("?"):
        return NO_REQUEST
    main = skip_lead_clause(text, start)
    for parse in (subjunctive, required, _recommends, _imperative, _modal, infinitive, noun_phrase):
        openings = (main, start) if parse is _modal else (start, main)
        for opening in dict.fromkeys(openings):
            request = parse(text, opening)
            if request:
                return request
    return NO_REQUEST


def _imperative(text: str, start: int) -> Request | None:
    found = base_verb_at(text, start)
    if next_word(text, start) == "to" and (
        skip_lead_clause(text, start) != start or main_finite_verb(text, start) is not None
    ):
        return None
    if not found or could_be_noun(found[0], text, found[1] + len(found[0])):
        return None
    return Request("imperative", start, None, found[0], found[1])


def _modal(text: str, start: int) -> Request | None:
    for match in _modals().finditer(text, start):
        if not _asks_in_main_clause(text, start, match):
            continue
        after = _after_aside(text, match.end())
        passive = _PASSIVE.match(text, after)
        if passive:
            verb, verb_start = passive["verb"].lower(), passive.start("verb")
        else:
            verb, verb_start = base_verb_at(text, after) or (next_word(text, after), after)
        modal = re.sub(r"\s+", " ", match.group().lower())
        return Request(
            "modal", start, _subject_of(text, start, match.start()), verb, verb_start, bool(passive), modal
        )
    return None


def _after_aside(text: str, end: int) -> int:
    """Where the verb begins: after the modal, and after an aside ("should, within six months, publish")."""
    aside = re.compile(r"\s*,[^,.;]{2,60},\s*|\s*").match(text, end)
    return aside.end() if aside else end


@cache
def _modals() -> re.Pattern[str]:
    needs_urgently = r"(?<![\w-])needs?\s+\w+ly\s+to(?![\w-])"
    return re.compile(f"{pattern('requests', 'modals').pattern}|{needs_urgently}", re.IGNORECASE)


def _asks_in_main_clause(text: str, start: int, modal: re.Match[str]) -> bool:
    """Not within "what they should do" or "he said they should"; "is the authority and should" counts."""
    before = text[start : modal.start()].rstrip()
    if (
        before
        and modal.group().lower().startswith("needs")
        and before.split()[-1].lower() in words("requests", "needs_of")
    ):
        return False
    dated = re.match(r"(?i)\s*(?:by|within|before)\s", text[start:])  # "By March all forces should have …"
    if not before or (not dated and re.match(r"(?i)\s+(?:not\s+)?have\b", text[modal.end() :])):
        return False
    if re.search(r"(?i)\b(?:what|how|who|which|whether|if|where|as|than|why|when)$|\b(?:we|i|you)$", before):
        return False
    if re.search(
        r"(?i)\b(?:determine|decide|set out|consider|agree|identify|clarify|explain|"
        r"understand|know|see|about|of)\s+(?:which|who|what|how|whether|when)\b",
        before,
    ):
        return False
    if before.lower().endswith(" and") and modal.group().lower() == "should":
        return True
    if re.search(
        r"(?i)(?<![\w-])(?:that|what|how|why|whether|where|because)(?![\w-])", before
    ) and main_finite_verb(text, start, modal.start()):
        return False
    return main_finite_verb(text, start, modal.start()) is None


def _subject_of(text: str, start: int, end: int) -> Span:
    """What stands before the modal; X alone in "We have determined that X is the authority and should"."""
    coordinate = re.search(
        r"(?:\bthat\s+)?(?P<who>(?:(?!\bthat\b).)+?)\s+(?:is|are)\s.*\band\s*$", text[start:end]
    )
    if coordinate:
        return start + coordinate.start("who"), start + coordinate.end("who")
    return start, end


def _recommends(text: str, start: int) -> Request | None:
    requires = _REQUIRES.match(text[start:])
    if requires:
        found = base_verb_at(text, start + requires.end())
        if found and names_an_actor(requires["who"]):
            return Request(
                "recommends", start, (start + requires.start("who"), start + requires.end("who")), *found
            )
    match = _RECOMMENDS.match(text[start:]) or _BARE_RECOMMEND.match(text[start:])
    if not match or (
        "recommended" in match.group().lower() and " is " not in f" {(match['who'] or '').lower()} "
    ):
        return None
    rest = start + match.end()
    aside = re.match(r",\s*", text[rest:])
    rest = skip_lead_clause(text, rest + (aside.end() if aside else 0))
    inner = _modal(text, rest) or infinitive(text, rest) or _imperative(text, rest) or _bare(text, rest)
    if not inner:
        return None
    return Request("recommends", start, inner.subject, inner.verb, inner.verb_start, inner.passive)


_BE_DONE = re.compile(r"(?P<subject>[^.;]{3,120}?)\s+be\s+(?:\w+ly\s+)?(?P<verb>\w+)", re.IGNORECASE)


def _bare(text: str, start: int) -> Request | None:
    """What is recommended without "should": "a memorial be established", "the office reviews its policy"."""
    done = _BE_DONE.match(text, start)
    if done:
        return Request(
            "subjunctive", start, done.span("subject"), done["verb"].lower(), done.start("verb"), True
        )
    for match in re.finditer(r"\s(?P<verb>\w+?)s?(?=[\s,])", text[start : start + 120]):
        subject = start, start + match.start()
        found = base_verb_at(f"{match['verb']} ", 0) or base_verb_at(f"{match['verb'].removesuffix('e')} ", 0)
        if found and names_an_actor(text[subject[0] : subject[1]]):
            return Request("infinitive", start, subject, found[0], start + match.start("verb"))
    return None
