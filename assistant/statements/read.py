"""Statements of one document: its sentences and rows, each with basis, tone and concepts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assistant.sentences.instructions import addresses_software
from assistant.slices import Slice
from assistant.statements.basis import Writer, basis_of, basis_of_row, is_of_young_people, is_skipped
from assistant.statements.concepts import Found, word_starts, words_of
from assistant.statements.figures import falls_short, has_count, has_share, names_times, over_time
from assistant.statements.lexicon import BASIS, Lexicon
from assistant.statements.polarity import (
    Clause,
    leans,
    opens_chapter,
    points_back,
    says_something,
    stood_for,
    tone_of_heading,
    turns_back,
    under_heading,
)
from assistant.statements.said import Basis, Said
from assistant.statements.toned_clauses import toned_clauses
from ingest.document import Block, Document
from ingest.phrases import worded
from ingest.recognition.bodies import area_of
from ingest.sentences import sentences

LEAST_WORDS = 4
"""A slice with fewer words says nothing that could stand by itself."""

MOST_WORDS = 5_000
"""What goes on for longer without a full stop is a list or made to hold up its reader, and no sentence."""

LONGEST_LEAD = 45
"""A sentence of more words is not shown before the one that leans on it."""

LOW_COUNT = "low_count"
"""The concept of a share that falls short, which its figures give and not only words."""

CLIENT = "client"
"""That of children and families, who need not be named in a paper of their own."""

COMPARED = frozenset(["compared", "compared_figures"])
"""Those of a row that gives figures of several times."""

LONGEST_ROW = 150
"""A table row of more words is a box of paragraphs."""

_MARKER = re.compile(
    r"\s*(?:[•◦▪▫◼●■–—-]\s*|\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]\s+|\d{1,3}(?:\.\d{1,3})+\s+|\d{1,3}\s+(?=[A-Z‘“])"
    r"|\d{1,3}\.(?=[A-Z])|\(?[a-z][.)]\s+)*"
)
"""What stands before a list item or a numbered paragraph; "6 of the 20 …" begins with its figure."""
_POINTER = re.compile(r"\s*\((?:recommendation|paragraph|para|page)s?\b[^()]{0,30}\)\s*$", re.IGNORECASE)
"""A reference after a finding: it names no recommendation that was acted on."""

_FRONT = 600
_byline = worded(BASIS, r"{bylines}\s+[A-Z][^.;]*(?:\.|$)", flags=re.NOFLAG)
"""Who wrote a paper, in its first lines: "By Jo Field, business manager"."""
_WITHOUT_A_STOP = re.compile(r"[^.!?:;]*$")
"""What a paper is, in a line of its own there: "A thematic review for Ashby"."""

_DOTTED = re.compile(r"(?:\. ?){4,}")


@dataclass
class _Place:
    """Where the walk through a document stands: headings, the table's header; and who speaks in all of it."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    area: str = ""
    spoken_by: frozenset[str] = frozenset()
    table: int = -1
    header: str = ""

    @property
    def path(self) -> str:
        return " › ".join(text for _, text in self.headings)


def statements_of(document: Document, known: Lexicon) -> Iterator[Said]:
    """The document's statements in order; sentences that hold none of the concepts are left out."""
    writer = Writer(document.kind, document.title, document.text[:400])
    place = _Place(spoken_by=frozenset([CLIENT] if is_of_young_people(writer) else ()))
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if addresses_software(text):
            continue  # nothing that stands beside an order to the reader's software is evidence
        if block.kind == "heading":
            _enter(place, block.level, text)
        elif block.kind == "paragraph" and place.headings and opens_chapter(text):
            _enter(place, place.headings[-1][0], text)
        elif block.kind == "table_header":
            place.table, place.header = block.table, text
        elif block.kind == "table_row":
            if block.table != place.table:
                place.table, place.header = block.table, text if names_times(text) else ""
                if place.header:
                    continue
            if not is_skipped(place.path):
                yield from _row_or_prose(document, block, text, place, writer, known)
        elif not (_DOTTED.search(text) or is_skipped(place.path)):
            yield from _sentences(document, block, text, place, writer, known)


def _enter(place: _Place, level: int, text: str) -> None:
    place.headings = [one for one in place.headings if one[0] < level] + [(level, text)]
    if area := area_of(text.strip(" :.")):
        place.area = area


def _sentences(
    document: Document, block: Block, text: str, place: _Place, writer: Writer, known: Lexicon
) -> Iterator[Said]:
    before, told, spoke = -1, frozenset[str](), 0
    for start, end in sentences(text):
        marker = _MARKER.match(text, start, end)
        first = marker.end() if marker and marker.end() < end else start
        words = words_of(text[first:end])
        lead, before = (before if leans(words) else -1), (first if len(words) <= LONGEST_LEAD else -1)
        tone_before, spoke = spoke, 0
        front = block.start < _FRONT and (
            _byline().match(text, first, end)
            or (block.kind == "paragraph" and _WITHOUT_A_STOP.match(text, first, end))
        )
        if not LEAST_WORDS <= len(words) <= MOST_WORDS or front:
            continue
        found = known.find(words_of(_POINTER.sub("", text[first:end])))
        led, told = (told if lead >= 0 and points_back(words) else frozenset()), _names(found)
        meant = stood_for(words) & led if led else led
        if all(":" in hit.concept for hit in found):
            continue
        share = has_share(text[first:end], frozenset(words))
        basis = basis_of(writer, place.path, text[start:end], found, share)
        piece = Slice(document.id, block.start + first, block.start + end)
        said = _said(piece, text[first:end], words, found, place, basis, share, known)
        spoke = said.tone
        if lead < 0 or (turns_back(words) and tone_before * spoke < 0):
            yield said
            continue
        (tone, names), *others = said.clauses
        yield replace(said, lead=block.start + lead, led=led, clauses=((tone, names | meant), *others))


def _row_or_prose(
    document: Document, block: Block, text: str, place: _Place, writer: Writer, known: Lexicon
) -> Iterator[Said]:
    """A row; of one so long that its cells are paragraphs (a box drawn as a table) their sentences."""
    if len(text.split()) <= LONGEST_ROW:
        yield from _row(document, block, text, place, writer, known)
        return
    for start, end in block.cells:
        cell = replace(block, start=start, end=end, cells=())
        yield from _sentences(document, cell, document.text[start:end], place, writer, known)


def _row(
    document: Document, block: Block, text: str, place: _Place, writer: Writer, known: Lexicon
) -> Iterator[Said]:
    words = words_of(text)
    if len(words) < LEAST_WORDS:
        return
    share = has_share(text, frozenset(words))
    basis = basis_of_row(writer, place.path, place.header, text, share)
    piece = Slice(document.id, block.start, block.end)
    yield _said(piece, text, words, known.find(words), place, basis, share, known, block.cells)


def _said(
    piece: Slice,
    text: str,
    words: list[str],
    found: list[Found],
    place: _Place,
    basis: Basis,
    share: bool,
    known: Lexicon,
    cells: tuple[tuple[int, int], ...] = (),
) -> Said:
    commas = _after(",", text)
    # What follows a semicolon is a sentence of its own.
    breaks = _starts_of_cells(text, cells, piece.start) if cells else _after(";", text)
    header = place.header if cells else ""
    row = [text[at - piece.start : to - piece.start] for at, to in cells]
    clauses, moves = toned_clauses(text, words, found, breaks, commas, header, row)
    heading_tone = tone_of_heading(place.path)
    if heading_tone:
        weighs = any(hit.concept == "tone:contrast" for hit in found)
        clauses = under_heading(clauses, heading_tone, says_something(words), weighs)
    tones = [clause.tone for clause in clauses if clause.tone]
    counted = frozenset([LOW_COUNT]) if share and falls_short(text) else frozenset[str]()
    if over_time(header, text):
        counted |= COMPARED
    return Said(
        piece,
        text,
        place.path,
        bool(cells),
        basis,
        heading_tone or (tones[-1] if tones else 0),
        tuple(
            (clause.tone, _concepts_in(clause, found) | counted | ({moved.concept} if moved else set()))
            for clause, moved in zip(clauses, moves, strict=True)
        ),
        _named_above(known, f"{place.path} | {header}") | place.spoken_by,
        place.area,
        share,
        has_count(text, frozenset(words)),
        header,
        cells,
    )


@lru_cache(maxsize=256)
def _named_above(known: Lexicon, headings: str) -> frozenset[str]:
    """The concepts that headings hold, which stand over many statements."""
    return known.names_in(headings)


def _names(found: list[Found]) -> frozenset[str]:
    return frozenset(hit.concept for hit in found if ":" not in hit.concept)


def _concepts_in(clause: Clause, found: list[Found]) -> frozenset[str]:
    return frozenset(
        hit.concept
        for hit in found
        if ":" not in hit.concept and clause.first <= hit.last and hit.first <= clause.last
    )


def _after(sign: str, text: str) -> list[int]:
    """The index of the first word after each sign."""
    starts = word_starts(text) if sign in text else []
    return [bisect_left(starts, at) for at, character in enumerate(text) if starts and character == sign]


def _starts_of_cells(text: str, cells: tuple[tuple[int, int], ...], offset: int) -> list[int]:
    """The index of the first word of each cell: a cell is a clause of its own."""
    starts = word_starts(text)
    return [bisect_left(starts, start - offset) for start, _ in cells]
