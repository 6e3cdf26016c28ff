"""Answers: the recommendations that a row names by paper and printed number ("Alder rec 1", "audit K2")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.actions.references import LABEL, NUMBER, plain_number
from assistant.actions.sources import Sources
from assistant.actions.thread import Placed

_ASIDE = re.compile(r"[(\[]([^()\[\]]+)[)\]]|\s[–—-]\s([^–—()\[\]]+)$")
"""What stands in brackets or after a dash, where a cell of words gives its source."""
_PART = re.compile(r"[()\[\];,/]|\s[–—-]\s|\band\b|&|(?<=\d)\s+(?:of|from|in)\s+(?:the\s+)?", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?P<paper>.*?)\W*\b(?P<label>{LABEL}|r)?(?P<number>[A-Z]{{0,2}}{NUMBER})\W*", re.IGNORECASE
)

Reference = tuple[str, frozenset[str]]
"""A paper's name, and the forms in which the number may be printed there."""


def references_of(item: Placed) -> list[Reference]:
    """The papers and numbers that a row's cells give."""
    return [reference for cell in _cells(item) for reference in _references(cell)]


def named_requests(
    references: Iterable[Reference], asked: Sequence[Placed], sources: Sources
) -> list[Placed]:
    """The recommendations, of those asked before, that references name; none where two fit alike."""
    found = [_one(paper, numbers, asked, sources) for paper, numbers in references]
    return list({id(request): request for request in found if request}.values())


def _cells(item: Placed) -> Iterator[str]:
    """The words that may give a source: a column of its own, and what stands aside in the cells of words."""
    yield item.item.source
    for words in (item.item.asked_wording, item.item.wording):
        yield from (match[1] or match[2] for match in _ASIDE.finditer(words))
        yield words if _NAMED.fullmatch(words) else ""


def _references(cell: str) -> Iterator[Reference]:
    """The papers and numbers that a cell gives, in any order: "Alder 1 and 3", "rec 4 of the review"."""
    paper = ""
    waiting: list[frozenset[str]] = []
    for part in filter(None, map(str.strip, _PART.split(cell))):
        if match := _NAMED.fullmatch(part):
            paper = match["paper"] or paper
            number = match["number"].lower()
            waiting.append(frozenset({number, f"{match['label'] or ''}{number}".lower()}))
        else:
            paper = part
        if paper:
            yield from ((paper, numbers) for numbers in waiting)
            waiting = []


def _one(paper: str, numbers: frozenset[str], asked: Sequence[Placed], sources: Sources) -> Placed | None:
    numbered = [request for request in asked if plain_number(request.item.number) in numbers]
    called = sources.called(paper, {request.document_id for request in numbered})
    fitting = [request for request in numbered if request.document_id in called]
    return fitting[0] if len(fitting) == 1 else None
