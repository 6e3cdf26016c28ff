"""Led: who led an inspection, by the line at its paper's head that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.areas.subjects import about_places
from assistant.asked.holding import names_person
from assistant.comparison.split import places_named
from assistant.slices import Slice
from assistant.understanding.paper_named import sort_of
from assistant.understanding.papers_called import newest_first
from ingest.document import Document
from ingest.library import Library
from ingest.phrases import worded
from ingest.records import DocumentRecord

LONGEST = 25
"""A line of more words is none at a paper's head."""

_NAME = re.compile(r"\W+[A-Z][\w’'-]+ (?:[A-Z]\.? )?[A-Z][\w’'-]+")
"""Right behind the label any two capitalised words are a name ("Lead inspector: Ann May")."""

Row = tuple[DocumentRecord, Slice]
_asks = worded("vocabulary/listing.yaml", r"{led.asks}\b(?=.*\b{led.of}\b)")
_label = worded("vocabulary/listing.yaml", "{led.label}")


def led_asked(text: str, records: Sequence[DocumentRecord]) -> list[DocumentRecord]:
    """The inspections, the newest first, whose leading inspector the text asks for; none where it does not.

    All of the place that it names; where it names none, of the one that all are about.
    """
    if not _asks().match(" ".join(text.split())):
        return []
    places = places_named(text, records)
    held = [one for one in records if sort_of(one)]
    about = newest_first(about_places(held, places))
    return list(about) if len({one.subject for one in about}) == 1 else []


def who_led(papers: Sequence[DocumentRecord], library: Library) -> list[Row]:
    """The line of each paper that names its lead inspector."""
    return [(paper, piece) for paper in papers for piece in _lines(library.document(paper.id))]


def leads_told(papers: Sequence[DocumentRecord], library: Library) -> bool:
    """Do any of the papers speak of a lead inspector, whether or not they name one?"""
    return any(_label().search(library.document(paper.id).text) for paper in papers)


def _lines(document: Document) -> Iterator[Slice]:
    for line in re.finditer(r"[^\n]+", document.text):
        if len(line[0].split()) <= LONGEST and _names_lead(line[0]):
            yield Slice(document.id, line.start(), line.end())
            return


def _names_lead(line: str) -> bool:
    label = _label().search(line)
    return label is not None and (names_person(line) or _NAME.match(line, label.end()) is not None)
