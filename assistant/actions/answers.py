"""Answers: the recommendations that a row names by paper and printed number ("Alder rec 1", "audit K2")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.actions.sources import Sources
from assistant.actions.thread import Placed

_PART = re.compile(r"[()\[\];,/]|\s[–—-]\s|\band\b|&")
_NAMED = re.compile(
    r"(?P<paper>.*?)\W*\b(?P<label>(?:recommendations?|recs?|nos?)\b\.?\s*|r)?"
    r"(?P<number>[A-Z]{0,2}\d{1,3}(?:\.\d{1,3})*[a-z]?)\W*",
    re.IGNORECASE,
)


def named_requests(item: Placed, asked: Sequence[Placed], sources: Sources) -> list[Placed]:
    """The recommendations, of those asked before it, that a row's cells name; none where two fit alike."""
    cells = (item.item.source, item.item.asked_wording, item.item.wording)
    named = [reference for cell in cells if cell for reference in _references(cell)]
    found = [_one(paper, numbers, asked, sources) for paper, numbers in named]
    return list({id(request): request for request in found if request}.values())


def _references(cell: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The papers and numbers that a cell gives; a number alone is of the paper before it."""
    paper = ""
    for part in _PART.split(cell):
        if match := _NAMED.fullmatch(part.strip()):
            paper = match["paper"] or paper
            number = match["number"].lower()
            yield paper, frozenset({number, f"{match['label'] or ''}{number}".lower()})


def _one(paper: str, numbers: frozenset[str], asked: Sequence[Placed], sources: Sources) -> Placed | None:
    numbered = [request for request in asked if plain_number(request.item.number) in numbers]
    called = sources.called(paper, {request.document_id for request in numbered})
    fitting = [request for request in numbered if request.document_id in called]
    return fitting[0] if len(fitting) == 1 else None


def plain_number(number: str) -> str:
    """A printed number without its label: "Recommendation 3." is "3"."""
    return number.lower().removeprefix("recommendation").strip(" .:")
