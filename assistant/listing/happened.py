"""Happened: what papers tell of a time by its own days, where it is asked what happened then and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.asked.planned import wishes
from assistant.listing.mentions import named
from assistant.listing.outlined import outline
from assistant.sentences.front_matter import tells_of_paper
from assistant.slices import Slice
from assistant.understanding.papers_called import newest_first
from assistant.understanding.periods import dated_cell
from assistant.understanding.time_limits import TimeLimit, days_of, times_in
from ingest.document import Document
from ingest.library import Library
from ingest.records import DocumentRecord
from ingest.sentences import sentences_within

MEETINGS, SAYS = 2, 6
"""So many meetings of the time are told in short; words from which a sentence says more than a heading."""


def happened(
    limit: TimeLimit, library: Library, records: Sequence[DocumentRecord]
) -> list[tuple[str, Slice]]:
    """What its meetings dealt with, where they are few, and each sentence and row with a day of the time.

    Each is headed by its paper, the newest first. What was still to come has not happened there.
    """
    met = [one for one in newest_first(records) if one.kind == "minutes" and limit.holds(one)]
    rows = [
        (f"{named(paper)}, {head}" if head else named(paper), piece)
        for paper in (met if len(met) <= MEETINGS else ())
        for head, piece in outline(paper, library)
    ]
    for paper in newest_first(one for one in records if (one.published or "") >= limit.first):
        told = _told(library.document(paper.id), limit, paper.published or "")
        rows += [(named(paper), piece) for piece in told if piece not in [one for _, one in rows]]
    return rows


def _told(document: Document, limit: TimeLimit, published: str) -> Iterator[Slice]:
    header = heading = ""
    for block in document.blocks:
        words = document.text[block.start : block.end]
        header = words if block.kind == "table_header" else header
        heading = words if block.kind == "heading" else heading
        if block.kind == "table_row":
            days = days_of(dated_cell(words, header))
            if days and limit.meets(days) and days[0] <= published:
                yield Slice(document.id, block.start, block.end)
        elif block.kind in ("paragraph", "list_item"):
            for start, end in sentences_within(document.text, block.start, block.end):
                if _tells(document.text[start:end], heading, limit, published):
                    yield Slice(document.id, start, end)


def _tells(sentence: str, heading: str, limit: TimeLimit, published: str) -> bool:
    last = limit.last or published
    then = any(limit.first <= first <= published and end <= last for first, end in times_in(sentence))
    says = len(sentence.split()) >= SAYS and not tells_of_paper(sentence, heading)
    return then and says and not wishes(sentence)
