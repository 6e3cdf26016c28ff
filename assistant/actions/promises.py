"""Promises: the actions that minutes set in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from assistant.actions.blocks import decided_in, prose_of
from assistant.actions.due import due_in, month_in
from assistant.actions.setdown import SetDown, Span
from assistant.actions.vocabulary import pattern, words_of
from assistant.initials import in_full
from ingest.document import Document
from ingest.phrases import alternatives, worded
from ingest.recommendations.actors import names_an_actor
from ingest.recommendations.clauses import skip_marker
from ingest.recommendations.owner_after import owner_after
from ingest.recommendations.parse_request import parse_request
from ingest.sentences import sentences_within

_WHO = (
    r"(?P<who>[A-Z]{2,4}(?:\s*(?:,|and|&)\s*[A-Z]{2,4})+(?=\s)|"
    r"(?:the\s+)?[A-Z][\w’'.-]*(?:\s+[\w’'&.-]+){0,7}?|"
    r"(?:[Tt]he|[Aa]ll|[Ee]ach)\s+[\w’' -]{3,50}?|[A-Z]{2,4})"
)
_WHAT = r"(?P<what>[a-z][^.;]*)"
_Forms = tuple[tuple[re.Pattern[str], bool], ...]
_COLON = r"\s*(?:,|:|–|-|(?=\bto\b|\bwill\b))\s*(?:to\s+|will\s+)?"
_BARE = re.compile(rf"\s*{_WHO}{_COLON}(?P<what>\w.+)")
_MOVED = re.compile(
    r"\b(?:moved|postponed|put back|deferred|delayed)\s+(?:to|until)(?P<to>\s(?![^.;]*\bby\b)[^.;,]+)"
)
_NUMBER = r"(?:\s+[A-Z]{0,3}\d[\d./]*[a-z]?)?"
"""The number that minutes give an action, between its label and the colon: "Action 4.1: …", "Action 2a: "."""
_LABEL_ALONE = re.compile(r"(?:by|before|at|for|in)\s+(?:the\s+)?(?:next|end|\d|\w+\s+\d{4})", re.IGNORECASE)
_label = worded("actions/promises.yaml", rf"\s*{{label}}{_NUMBER}\s*[:–-]\s*", literal=True)
"""What stands before the words of an action: "Action: ", "Decision 3 – "."""


def promises_of(document: Document, said_on: str | None, people: Mapping[str, str]) -> Iterator[SetDown]:
    """The actions that the prose of minutes sets: "It was agreed that X would Y by Z", "Action: X to Y"; of
    letters those that somebody is asked for by a day: "Would X please Y by Z".

    `people`: the names behind initials.
    """
    forms = {"minutes": _forms, "correspondence": _asking}.get(document.kind)
    if forms is None:
        return
    yield from _decided(document, said_on, people) if document.kind == "minutes" else ()
    for block, heading in prose_of(document):
        before = block.start
        for start, end in sentences_within(document.text, block.start, block.end):
            sentence = document.text[start:end]
            match = _promise(sentence, said_on, forms())
            if match and _LABEL_ALONE.match(match.groupdict().get("what") or ""):
                start, sentence = before, document.text[before:end]
                match = _promise(sentence, said_on, forms())
            if match and not _is_cut_off(sentence):
                item = _set_down(start, sentence, match, heading, said_on)
                item = item if item.owner else _given(item, document.text, block.end)
                about = document.text[block.start : start]
                yield replace(item, about=about, who=in_full(item.owner_words, people))
            before = start


def _given(item: SetDown, text: str, to: int) -> SetDown:
    """An action without an owner, with the one whom the sentence after it gives it."""
    who = owner_after(text, item.span[1], to)
    return replace(item, owner=who, owner_words=text[slice(*who)]) if who else item


def _decided(document: Document, said_on: str | None, people: Mapping[str, str]) -> Iterator[SetDown]:
    """The actions in the cells that hold what was decided: "PV to send it", "PV, rota", "Send the rota"."""
    for block, beside in decided_in(document):
        for start, end in sentences_within(document.text, block.start, block.end):
            sentence = document.text[start:end]
            match = _promise(sentence, said_on, _forms()) or _set(sentence)
            if match:
                item = _set_down(start, sentence, match, "", said_on)
                about = f"{beside} {document.text[block.start : start]}"
                yield replace(item, about=about, who=in_full(item.owner_words, people))


def _set(sentence: str) -> re.Match[str] | None:
    """What a cell of decisions sets without a word before it: who and what, or what alone."""
    if pattern("promises", "not_promises").search(sentence):
        return None
    match = _BARE.match(sentence)
    if match and names_an_actor(match["who"]):
        return match
    request = parse_request(sentence)
    asks = request.form == "imperative" and request.verb not in words_of("promises", "settles")
    return re.match(r"(?P<what>.+)", sentence) if asks else None


def _promise(sentence: str, said_on: str | None, forms: _Forms) -> re.Match[str] | None:
    if pattern("promises", "not_promises").search(sentence):
        return None
    for form, needs_date in forms:
        match = form.search(sentence)
        if not match or (needs_date and _due_in(sentence, said_on)[0] is None):
            continue
        groups = match.groupdict()
        who = groups.get("who")
        if who and not (names_an_actor(who) or _is_person(who)) and not groups.get("what_first"):
            continue
        return match
    return None


def _due_in(sentence: str, said_on: str | None) -> tuple[str | None, str, Span | None]:
    """The deadline that a sentence names, as of `due_in`; where it moves one, that to which it does."""
    if not (moved := _MOVED.search(sentence)):
        return due_in(sentence, said_on)
    due, kind, place = due_in(f"by{moved['to']}", said_on)
    return due, kind, place and moved.span("to")


def _set_down(at: int, sentence: str, match: re.Match[str], heading: str, said_on: str | None) -> SetDown:
    due, kind, place = _due_in(sentence, said_on)
    if due is None and not kind:
        due, kind, place = month_in(sentence, said_on)
    start = skip_marker(sentence)
    label = _label().match(sentence, start)
    start = label.end() if label else start
    who = _owner(match, sentence)
    return SetDown(
        span=(at, at + len(sentence)),
        origin="minutes",
        text=(at + start, at + len(sentence)),
        wording=sentence[start:],
        owner=(at + who[0], at + who[1]) if who else None,
        owner_words=sentence[who[0] : who[1]] if who else "",
        due=due,
        due_kind=kind,
        due_words=(at + place[0], at + place[1]) if place else None,
        heading=heading,
    )


def sets_action(sentence: str) -> bool:
    """Whether a sentence opens as minutes set an action, and so tells nothing of how things are."""
    return _label().match(sentence) is not None


def _is_cut_off(sentence: str) -> bool:
    """A label whose sentence the next page breaks off: "Action: CP, before the"."""
    return len(sentence.split()) < 7 and sentence[-1:] not in ".!?:;)"


def _owner(match: re.Match[str], sentence: str) -> Span | None:
    groups = match.groupdict()
    if groups.get("who"):
        return None if groups["who"].lower() in words_of("promises", "nobody") else match.span("who")
    agent = re.search(
        r"\bby\s+(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}|the\s+[\w’' -]{3,40}?)"
        r"(?=\s+(?:by|in|on|at|before|within|during)\b|\s*[.,]|$)",
        sentence,
    )
    return agent.span("who") if agent and _is_person(agent["who"]) else None


def _is_person(words: str) -> bool:
    """A name, initials or "the chair": capitals throughout, or a person's office."""
    names = re.sub(r"^(?:the|a)\s+", "", words.strip(), flags=re.IGNORECASE).split()
    return bool(names) and (all(name[:1].isupper() for name in names) or names_an_actor(words))


@cache
def _asking() -> _Forms:
    """The forms in which a letter asks somebody for something: "Would each agency’s lead please send …", and
    "Jo – please could you send …", "Can you please send …".
    """
    would = r"(?i:would|could|can|will)"
    called = r"^(?:(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)\s*[,:–—-]\s*)?"
    you = rf"(?:(?i:please)\s+(?:{would}\s+you\s+)?|{would}\s+you\s+(?:please|kindly)\s+)"
    forms = (rf"\b{would}\s+(?!you\b){_WHO}\s+(?:please|kindly)\s+{_WHAT}", rf"{called}{you}{_WHAT}")
    return tuple((re.compile(form), True) for form in forms)


@cache
def _forms() -> _Forms:
    """The forms in which prose sets an action, and whether each needs a day beside it to be one."""
    agreed = alternatives(words_of("promises", "agreed"))
    label = alternatives(words_of("promises", "label"))
    undertook = alternatives(words_of("promises", "undertook"))
    shall = r"(?i:would|will|should|shall|is to|are to)"
    item = r"^(?:\d[\d.]*\s+)?"
    later = r"(?:moved|postponed|put back|deferred)\s+(?:to|until)"
    person = r"(?P<who>[A-Z]{2,4}|[A-Z][a-z’'-]+\s+[A-Z][\w’'-]+)"
    subject = r"(?P<what_first>[Tt]he\s.+?|[A-Z].+?)"
    forms = (
        (rf"\b(?i:{agreed})\s+{_WHO}\s+{shall}\s+(?!be\b){_WHAT}", False),
        (rf"\b(?i:{agreed})\s+(?P<what_first>.+?)\s+{shall}\s+be\s+{_WHAT}", False),
        (rf"\b(?i:{agreed})\s+(?P<what>to\s+[a-z].+)", True),
        (rf"\b(?i:{agreed})\s+{_WHO}\s+(?!(?:is|are|was|were|has|have|had)\b){_WHAT}", True),
        (rf"(?:^|[\s*])(?i:{label}){_NUMBER}\s*[:–-]\s*{_WHO}{_COLON}(?P<what>\w.+)", False),
        (rf"(?:^|\s){_WHO}\s+(?i:{undertook})\s+(?!consider\b|note\b|receive\b){_WHAT}", False),
        (rf"{item}{_WHO}\s+(?:will|is to|are to|would)\s+(?!be\s){_WHAT}", True),
        (rf"{item}{person}\s+to\s+(?!be\b){_WHAT}", True),
        (rf"{item}{subject}\s+(?:will|is to|are to)\s+(?:be\s+)?(?P<what>\w.+)", True),
        (rf"(?P<what_first>[A-Z].+?)[,\s]+(?:is|was|are|were)\s+{later}\s+(?P<what>[^.;]*)", True),
    )
    return tuple((re.compile(form), needs_date) for form, needs_date in forms)
