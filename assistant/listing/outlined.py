"""Outlined: one paper in short, by the first sentence under each of its headings and what it recommends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.forms import anything, forms_of, plain, put_as
from assistant.register.collect import recommendations_of
from assistant.sentences.front_matter import is_contact, tells_of_paper
from assistant.slices import Slice
from assistant.understanding.paper_named import paper_named
from assistant.understanding.papers_called import papers_called, sort_called
from ingest.document import Block, Document
from ingest.library import Library
from ingest.phrases import worded
from ingest.records import DocumentRecord
from ingest.sentences import sentences_within
from prompts import load_data

SECTIONS = 20
"""A paper of more headings is told by the higher ones, where these are enough."""

ENOUGH = 5
"""Fewer headings tell a paper less well than all do, however many they are."""

LEAST = 5
"""Words of a sentence that says something."""

DOTS = ". . . ."

Row = tuple[str, Slice]

_NAME = re.compile(r"[A-Z][\w’-]+")
"""Of a child alone ("the lessons from Ivy") the review is meant."""
_skipped = worded("vocabulary/listing.yaml", "{outlined.skipped}")


def outline_asked(
    text: str, records: Sequence[DocumentRecord], *, bound: bool = False
) -> Sequence[DocumentRecord]:
    """The papers so called, the newest first, of which the text wants a summary; none for any other text.

    Where the search is `bound` to one record, "this paper" calls it.
    """
    asked = put_as(_asks(), plain(text))
    called = asked["paper"] if asked else ""
    if _NAME.fullmatch(called):
        called = f"the review of {called}"
    named = paper_named(called, records) if called else None
    if not named and not sort_called(called)[0]:
        return ()
    found = papers_called(called, records) or (named.papers if named else ())
    return found or (tuple(records) if bound and len(records) == 1 else ())


def outline(paper: DocumentRecord, library: Library) -> list[Row]:
    """The headings with what stands first under each, and the recommendations, in the paper's order.

    None of a paper of one such line.
    """
    document = library.document(paper.id)
    asked = [entry.piece for entry in recommendations_of(library, paper)]
    told = [row for row in _sections(document) if not any(_within(row[1], one) for one in asked)]
    head = load_data("vocabulary/listing.yaml")["answer"]["outline_recommended"]
    rows = [*told, *((head, piece) for piece in asked)]
    return sorted(rows, key=lambda row: row[1].start) if len(rows) > 1 else []


def _sections(document: Document) -> list[Row]:
    levels = sorted({block.level for block in document.blocks if block.kind == "heading"}, reverse=True)
    every = [list(_at(document, level)) for level in levels]
    few = [rows for rows in every if ENOUGH <= len(rows) <= SECTIONS]
    return max(few, key=len) if few else max(every, key=len, default=[])


def _at(document: Document, level: int) -> Iterator[Row]:
    """The first sentence under each heading of that level or a higher one."""
    heading = ""
    for block in document.blocks:
        words = document.text[block.start : block.end]
        if block.kind == "heading":
            if block.level <= level:
                heading = " ".join(words.split())
        elif heading and (piece := _first(document, block, heading)):
            if not _skipped().fullmatch(heading.strip(" .:0123456789")):
                yield heading.rstrip(":."), piece
            heading = ""


def _first(document: Document, block: Block, heading: str) -> Slice | None:
    """The first whole sentence of a paragraph or item that tells more than what the paper is."""
    if block.kind not in ("paragraph", "list_item"):
        return None
    for start, end in sentences_within(document.text, block.start, block.end):
        words = document.text[start:end]
        whole = len(words.split()) >= LEAST and words.rstrip("’”\"') ")[-1:] in ".!?:;"
        # A line of a table of contents ends with its dots, its page being the next sentence.
        entry = DOTS in words
        if whole and not (entry or tells_of_paper(words, heading) or is_contact(words)):
            return Slice(document.id, start, end)
    return None


def _within(piece: Slice, other: Slice) -> bool:
    return piece.start < other.end and other.start < piece.end


@cache
def _asks() -> list[re.Pattern[str]]:
    return forms_of(load_data("vocabulary/listing.yaml")["outlined"]["asks"], {"paper": anything("paper")})
