"""Coloured: the actions that the newest paper that sets them down shows in a colour."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from assistant.actions.key import colour_of
from assistant.listing.action_filter import Found, of_papers, papers_named

if TYPE_CHECKING:
    from ingest.document import Document
    from ingest.library import Library
    from ingest.records import DocumentRecord


def coloured(
    colour: str, paper: str, found: Sequence[Found], records: Sequence[DocumentRecord], library: Library
) -> list[Found]:
    """The actions whose row holds this colour alone in a cell; of the paper called so, where one is named."""
    within = of_papers(paper, found, records) if paper else None
    meant = [one for one in found if within is None or one in within]
    days = {record.id: record.published or "" for record in records}
    named = papers_named(paper, found, records) if within else frozenset[str]()
    document_of = cache(library.document)
    kept = []
    for one in meant:
        places = [one.cited[n] for n in one.action.text.citations]
        places = [place for place in places if not named or place.document_id in named]
        newest = max(places, key=lambda place: days.get(place.document_id, ""), default=None)
        if newest and colour.lower() in _colours(document_of(newest.document_id), newest.start):
            kept.append(one)
    return kept


def _colours(document: Document, at: int) -> set[str]:
    """The colours in the row of a table that holds a place."""
    row = next((block for block in document.blocks if block.cells and block.start <= at < block.end), None)
    return {colour_of(document.text[start:end]) for start, end in row.cells} if row else set()
