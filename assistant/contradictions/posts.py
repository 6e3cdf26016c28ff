"""Posts: one paper says that somebody is in post, another of the same weeks that the post is vacant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.contradictions.claim import Claim, ClaimKind
from assistant.contradictions.told import Found, ToldClaim, apart, of_two_papers
from assistant.contradictions.words import CLAIMS, pattern
from ingest.document import Document
from ingest.phrases import worded
from ingest.sentences import sentences_within

_DAYS = 92
"""Within so many days nobody reports a post filled and left without a word of it."""

_FORMS = {
    kind: worded(
        CLAIMS,
        rf"\b(?P<post>[a-z][\w’-]{{3,}})(?:\s+{{posts}})?"
        rf"(?:\s+(?:is|was|are|were|has been|have been|remains|remained|now|still))*\s+{{{kind}}}\b",
        literal=True,
    )
    for kind in ("vacant", "filled")
}
"""The noun before the word for the post ("navigator post vacant"), the verb and what is said of it."""


def posts_in(document: Document, said_on: str | None) -> Iterator[Claim]:
    """The posts that sentences and cells call filled or vacant."""
    for block in document.blocks:
        spans = block.cells if block.kind == "table_row" else ((block.start, block.end),)
        for start, end in spans if block.kind != "table_header" else ():
            for span in sentences_within(document.text, start, end):
                sentence = document.text[slice(*span)]
                yield from _posts(sentence, Claim("filled", span, said_on, sentence))


def post_pairs(told: Sequence[ToldClaim]) -> Iterator[Found]:
    """A post told as filled, with the first paper, not older, that calls it vacant."""
    vacant = sorted((one for one in told if one.claim.kind == "vacant"), key=lambda one: one.day)
    for filled in (item for item in told if item.claim.kind == "filled"):
        against = [one for one in vacant if _denies(one, filled)]
        if against:
            about, also = filled.claim.of.lower(), tuple(one.place for one in against[1:])
            yield Found("status", about, filled.place, against[0].place, also)


def _posts(sentence: str, base: Claim) -> Iterator[Claim]:
    if pattern("expectations").search(sentence):
        return
    kinds: tuple[ClaimKind, ...] = ("vacant", "filled")
    for kind in kinds:
        match = _FORMS[kind]().search(sentence)
        if match and not re.search(r"\b(?:not?|never|nobody|until)\b", match.group()):
            yield replace(base, kind=kind, of=match["post"])
            return


def _denies(vacant: ToldClaim, filled: ToldClaim) -> bool:
    if not of_two_papers(vacant, filled) or not vacant.noun or vacant.noun != filled.noun:
        return False
    return "" < filled.day <= vacant.day and apart(vacant, filled) <= _DAYS
