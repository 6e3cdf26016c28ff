"""Looked back: later papers that bear a review's own name and say in their title that they report on it."""

from __future__ import annotations

import re
from functools import cache

from assistant.actions.days import last_day
from assistant.areas.shared_names import no_names
from assistant.key_questions.material import Material
from assistant.key_questions.papers.read_case import RULES
from assistant.key_questions.period import dated
from assistant.statements.concepts import lists_of
from ingest.records import DocumentRecord

_NAME = re.compile(r"\b[A-Z][a-z]{2,}(?:[-’'][A-Za-z]+)*\b|\b(?:Child|Family|Adult|Baby) [A-Z]{1,2}\b")


def looked_back(review: DocumentRecord, material: Material, since: str) -> list[DocumentRecord]:
    """The papers of the area, of `since` (ISO day) or later, that report on what became of a review."""
    names = own_names(review, material)
    return [
        record
        for record in material.own_documents
        if record.kind != "review"
        and names & own_names(record, material)
        and last_day(dated(record) or "") >= since
        and lists_of(RULES, "look_back").names(record.title)
    ]


def own_names(record: DocumentRecord, material: Material) -> frozenset[str]:
    """The names in a title that are no other review's nor any partnership's: "Rowan", "Child K"."""
    common = (
        no_names()
        | _of_titles(tuple(material.records.values()))
        | frozenset((material.subject.name or "").split())
    )
    return frozenset(name for name in _NAME.findall(record.title) if not set(name.split()) & common)


@cache
def _of_titles(records: tuple[DocumentRecord, ...]) -> frozenset[str]:
    """Words of titles that stand in small letters too, or in two reviews' titles: they name no review."""
    small = {word for record in records for word in re.findall(r"\b[a-z][a-z’'-]+", record.title)}
    reviews = [set(_NAME.findall(record.title)) for record in records if record.kind == "review"]
    twice = {name for at, one in enumerate(reviews) for other in reviews[at + 1 :] for name in one & other}
    every = {name for record in records for name in _NAME.findall(record.title)}
    return frozenset({name for name in every if name.lower() in small} | twice)
