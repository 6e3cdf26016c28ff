"""Prose: the actions that minutes and reports set in sentences, and the decisions not to act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from assistant.actions.due import due_in
from assistant.actions.reading import read_report
from assistant.actions.setdown import Report, SetDown, Span
from assistant.actions.vocabulary import alternatives, pattern, words_of
from ingest.recommendations.actors import names_an_actor
from ingest.recommendations.clauses import skip_marker
from ingest.sentences import sentences

if TYPE_CHECKING:
    from ingest.document import Block, Document

_WHO = r"(?P<who>(?:the\s+)?[A-Z][\w’'.-]*(?:\s+[\w’'&.-]+){0,7}?|[Tt]he\s+[\w’' -]{3,50}?|[A-Z]{2,4})"
_WHAT = r"(?P<what>[a-z][^.;]*)"
_REFERENCE = re.compile(
    r"\b(?P<kind>action|recommendation|rec|minute|item)s?\s+"
    r"(?P<number>[A-Z]?\d{1,3}(?:[./]\d{1,3}){0,2}[a-z]?)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"^\s*(?:present|in attendance|attendees|members present)\b", re.IGNORECASE)
_INITIALS = re.compile(r"(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+)\s*\((?P<short>[A-Z]{2,4})\)")
_CONDITION = re.compile(
    r"\b(?:if|whether|where|what)\s+(?:it|they|we|the \w+)\s+(?:has|have|had)?\s*(?:decided|not)"
    r"|\bwhat we decided not\b",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(r"(?:by|before|at|for|in)\s+(?:the\s+)?(?:next|end|\d|\w+\s+\d{4})", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\.\s?){5}")
_NAME = re.compile(r"(?<![\w’'-])([A-Z][a-z][\w’'-]+\s+[A-Z][\w’'-]+)(?=\s*(?:\(|,|;|\.|$|\bfor\b))")


def promises_of(document: Document, said_on: str | None) -> Iterator[SetDown]:
    """The actions that the prose of minutes sets: "It was agreed that X would Y by Z", "Action: X to Y"."""
    if document.kind != "minutes":
        return
    for block, heading in _prose(document):
        text = document.text[block.start : block.end]
        before = 0
        for start, end in sentences(text):
            sentence = text[start:end]
            match = _promise(sentence, said_on)
            if match and _LABEL_ALONE.match(match.groupdict().get("what") or ""):
                start, sentence = before, text[before:end]
                match = _promise(sentence, said_on)
            if match and not _is_cut_off(sentence):
                yield _set_down(block.start + start, sentence, match, heading, said_on)
            before = start


def decisions_of(document: Document, said_on: str | None) -> Iterator[SetDown]:
    """The proposals that a body decided against, with what was proposed."""
    if document.kind in ("framework", "guidance"):
        return
    for block, heading in _prose(document):
        text = document.text[block.start : block.end]
        spans = sentences(text)
        for index, (start, end) in enumerate(spans):
            sentence = text[start:end]
            if not _rejected().search(sentence) or _REFERENCE.search(sentence) or _CONDITION.search(sentence):
                continue
            reading = read_report(sentence, said_on)
            if reading.state != "rejected":
                continue
            proposed = _proposed(text, spans[:index], sentence)
            first = proposed or (start, end)
            skipped = skip_marker(text[first[0] : first[1]]) if first[0] == 0 else 0
            place = (block.start + first[0] + skipped, block.start + first[1])
            here = (block.start + start, block.start + end)
            yield SetDown(
                span=here,
                origin="decision",
                text=place,
                wording=_without_reason(document.text[slice(*place)]),
                heading=heading,
                reports=(Report(here, said_on, "rejected", about=heading, words=sentence),),
            )


def people_of(document: Document) -> tuple[tuple[str, str], ...]:
    """The initials of those present and their names, where minutes list them."""
    found: dict[str, str] = {}
    for block in document.blocks[:12]:
        text = document.text[block.start : block.end]
        if not _PEOPLE.match(text):
            continue
        for match in _NAME.finditer(text):
            found.setdefault("".join(word[0] for word in match[1].split()), match[1])
        for match in _INITIALS.finditer(text):
            found[match["short"]] = match["name"]
    return tuple(sorted(found.items()))


def references_in(text: str) -> tuple[str, ...]:
    """The printed numbers of actions and recommendations that a text names: "action 23/14", "recommendation
    2".
    """
    return tuple(
        ("recommendation " if match["kind"].lower().startswith("rec") else "action ")
        + match["number"].lower()
        for match in _REFERENCE.finditer(text)
    )


def _prose(document: Document) -> Iterator[tuple[Block, str]]:
    heading = ""
    for block in document.blocks:
        if block.kind == "heading":
            heading = document.text[block.start : block.end]
        elif block.kind in ("paragraph", "list_item") and not _LEADERS.search(
            document.text, block.start, block.end
        ):
            yield block, heading


def _promise(sentence: str, said_on: str | None) -> re.Match[str] | None:
    if pattern("promises", "not_promises").search(sentence):
        return None
    for form, needs_date in _forms():
        match = form.search(sentence)
        if not match or (needs_date and due_in(sentence, said_on)[0] is None):
            continue
        groups = match.groupdict()
        who = groups.get("who")
        if who and not (names_an_actor(who) or _is_person(who)) and not groups.get("what_first"):
            continue
        return match
    return None


def _set_down(at: int, sentence: str, match: re.Match[str], heading: str, said_on: str | None) -> SetDown:
    due, kind, place = due_in(sentence, said_on)
    start = skip_marker(sentence)
    who = _owner(match, sentence)
    text = (at + start, at + len(sentence))
    return SetDown(
        span=(at, at + len(sentence)),
        origin="minutes",
        text=text,
        wording=sentence[start:],
        owner=(at + who[0], at + who[1]) if who else None,
        owner_words=sentence[who[0] : who[1]] if who else "",
        due=due,
        due_kind=kind,
        due_words=(at + place[0], at + place[1]) if place else None,
        heading=heading,
        reports=(),
    )


def _is_cut_off(sentence: str) -> bool:
    """A label whose sentence the next page breaks off: "Action: CP, before the"."""
    return len(sentence.split()) < 7 and sentence[-1:] not in ".!?:;)"


def _owner(match: re.Match[str], sentence: str) -> Span | None:
    groups = match.groupdict()
    if groups.get("who"):
        return match.span("who")
    agent = re.search(
        r"\bby\s+(?P<who>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3}|the\s+[\w’' -]{3,40}?)"
        r"(?=\s+by\b|\s*[.,]|$)",
        sentence,
    )
    return (
        agent.span("who")
        if agent and not re.match(r"\d", agent["who"]) and _is_person(agent["who"])
        else None
    )


def _is_person(words: str) -> bool:
    """A name, initials or "the chair": capitals throughout, or a person's office."""
    names = re.sub(r"^(?:the|a)\s+", "", words.strip(), flags=re.IGNORECASE).split()
    return bool(names) and (all(name[:1].isupper() for name in names) or names_an_actor(words))


def _without_reason(sentence: str) -> str:
    """What was decided upon, without the reason for it."""
    reasons = alternatives(words_of("promises", "reasons"))
    return re.split(rf",?\s+(?:{reasons})\b", sentence, maxsplit=1)[0]


def _proposed(text: str, before: list[Span], sentence: str) -> Span | None:
    """The sentence that made the proposal, where the decision only says "the proposal"."""
    if not re.search(
        rf"\b(?:the|it|this|that)\s+(?:{alternatives(words_of('promises', 'proposals'))})\b"
        r"|\bagainst\s+(?:it|this)\b",
        sentence,
        re.IGNORECASE,
    ):
        return None
    for start, end in reversed(before):
        if re.search(
            r"\b(?:propos\w+|suggest\w+|request\w*|asked|recommend\w*|consider\w+)\b",
            text[start:end],
            re.IGNORECASE,
        ):
            return start, end
    return None


@cache
def _rejected() -> re.Pattern[str]:
    proposal = alternatives(words_of("promises", "proposals"))
    against = (
        r"decided against|resolved not to|agreed not to|decided not to|resolved to reject|decided to reject"
    )
    return re.compile(
        rf"\b(?:{proposal})\b[^.]{{0,80}}?\b(?:was|were|is|has been|be)\s+"
        r"(?:rejected|not\s+supported|not\s+accepted|not\s+agreed|declined|turned\s+down|withdrawn)"
        rf"|\b(?:does|do|did)\s+not\s+accept\s+(?:the\s+)?(?:{proposal})|\b(?:{against})\b",
        re.IGNORECASE,
    )


@cache
def _forms() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The forms in which prose sets an action, and whether each needs a day beside it to be one."""
    agreed = alternatives(words_of("promises", "agreed"))
    label = alternatives(words_of("promises", "label"))
    undertook = alternatives([word for word in words_of("promises", "undertook") if word != "to"])
    shall = r"(?i:would|will|should|shall|is to|are to)"
    colon = r"\s*(?:,|:|–|-|(?=\bto\b|\bwill\b))\s*(?:to\s+|will\s+)?"
    item = r"^(?:\d[\d.]*\s+)?"
    later = r"(?:moved|postponed|put back|deferred)\s+(?:to|until)"
    subject = r"(?P<what_first>[Tt]he\s.+?|[A-Z].+?)"
    forms = (
        (rf"\b(?i:{agreed})\s+{_WHO}\s+{shall}\s+(?!be\b){_WHAT}", False),
        (rf"\b(?i:{agreed})\s+(?P<what_first>.+?)\s+{shall}\s+be\s+{_WHAT}", False),
        (rf"\b(?i:{agreed})\s+(?P<what>to\s+[a-z].+)", True),
        (rf"(?:^|[\s*])(?i:{label})\s*[:–-]\s*{_WHO}{colon}(?P<what>\w.+)", False),
        (rf"(?:^|\s){_WHO}\s+(?i:{undertook})\s+(?!consider\b|note\b|receive\b){_WHAT}", False),
        (rf"{item}{_WHO}\s+(?:will|is to|are to|would)\s+(?!be\s){_WHAT}", True),
        (rf"{item}{subject}\s+(?:will|is to|are to)\s+(?:be\s+)?(?P<what>\w.+)", True),
        (rf"(?P<what_first>[A-Z].+?)[,\s]+(?:is|was|are|were)\s+{later}\s+(?P<what>[^.;]*)", True),
    )
    return tuple((re.compile(form), needs_date) for form, needs_date in forms)
