"""Said on: every sentence of some papers that names a matter, by who says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from assistant.areas.subjects import subjects_of
from assistant.asked.judging import tone_of
from assistant.contradictions.extract import claims_of
from assistant.question import Question
from assistant.sentences.front_matter import is_front_matter
from assistant.sentences.instructions import addresses_software
from assistant.sentences.leaning import leans
from assistant.sentences.spans import sentence_spans
from assistant.slices import Slice
from assistant.statements.basis import (
    Writer,
    basis_of,
    basis_of_document,
    basis_of_row,
    is_of_young_people,
    is_skipped,
)
from assistant.statements.concepts import words_of
from assistant.statements.figures import has_count, has_share
from assistant.statements.lexicon import lexicon
from assistant.understanding.aliases import with_aliases
from assistant.understanding.understand import understand
from assistant.words import any_stands, stems
from ingest.draft import CELL_JOINER
from ingest.filters import Filters
from ingest.library import Library
from ingest.passage import Passage
from ingest.phrases import any_listed, word_set
from ingest.records import DocumentRecord

RULES = "vocabulary/weighed.yaml"
EVERY = 100_000
"""More passages than a matter is named in."""
LEAST = 4
"""A sentence of fewer words says nothing."""
FRONT = 400
"""Characters in which a paper says who speaks in it."""
HALF, BEFORE = 0.5, 2
"""One that names half of the parts is on the matter where so many sentences before it name the others."""

_FIGURE = re.compile(r"£?[\d.,]+%?")

Group = Literal["claimed", "promised", "minuted", "found", "counted", "told"]

_unknown = partial(any_listed, RULES, "unknown")


@dataclass(frozen=True, slots=True)
class SaidOn:
    """A sentence or row on a matter, and who says it.

    `named`: it names the matter, a part of it perhaps in the sentences just before or in its heading; else
    its heading (`headed`) or its paper's title does. `weighs`: it praises, blames, gives a figure, or claims
    what can be held against another claim. `unknown`: it says that something is not known or looked at.
    """

    piece: Slice
    record: DocumentRecord
    words: str
    group: Group
    named: bool
    headed: bool
    weighs: bool
    figure: bool
    unknown: bool
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Matter:
    """What is asked about, by all names of all of its parts."""

    parts: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, topic: str, library: Library, filters: Filters) -> Matter:
        """The matter that a topic names, in the words of the library."""
        subjects = subjects_of(library.subjects(filters))
        question = with_aliases(understand(topic, subjects), library, filters)
        return cls(tuple(_names(question, part) for part in _parts(question)))

    def is_named_in(self, text: str) -> bool:
        """Does the text name all of its parts?"""
        return self.share_in(text) == 1

    def share_in(self, text: str) -> float:
        """The share of its parts that the text names."""
        held = stems(text)
        return sum(any_stands(names, held) for names in self.parts) / len(self.parts)


def said_on(
    matter: Matter, library: Library, records: Sequence[DocumentRecord], filters: Filters
) -> list[SaidOn]:
    """What the papers say on the matter, the newest paper first; wishes and norms are left out.

    The filters let no other papers through.
    """
    if not matter.parts:
        return []
    known = {one.id: one for one in records}
    hits = library.full_text([matter.parts[0]], filters, EVERY)
    passages = library.passages([hit.passage_id for hit in hits])
    found: list[SaidOn] = []
    for paper in sorted({one.document_id for one in passages}):
        record, text = known[paper], library.text(paper)
        claims = [Slice(paper, *claim.span) for claim in claims_of(library, record)]
        writer = Writer(record.kind, record.title, text[:FRONT])
        for passage in (one for one in passages if one.document_id == paper):
            found += _of_passage(matter, passage, record, writer, claims)
    found.sort(key=lambda one: one.piece)
    found.sort(key=lambda one: one.record.published or "", reverse=True)
    return found


def _of_passage(
    matter: Matter, passage: Passage, record: DocumentRecord, writer: Writer, claims: Sequence[Slice]
) -> Iterator[SaidOn]:
    heading = " › ".join(passage.heading_path)
    headed = matter.is_named_in(passage.heading) and not stems(passage.heading) <= stems(record.title)
    around = headed or matter.is_named_in(f"{passage.heading} {record.title}")
    if is_skipped(heading) or not (around or matter.is_named_in(f"{heading} {record.title} {passage.text}")):
        return
    spans = sentence_spans(passage)
    for at, (start, end) in enumerate(spans):
        words = passage.slice(start, end)
        before = "" if passage.header else passage.slice(spans[max(at - BEFORE, 0)][0], end)
        told = f"{'' if headed else passage.heading} {before} {words}"
        named = matter.share_in(words) >= HALF and matter.is_named_in(told)
        if not (named or around) or len(words.split()) < LEAST or _is_heading(words, passage, record):
            continue
        group = _group(writer, heading, passage.header, words)
        if group is None or addresses_software(words):
            continue
        figure = _has_figure(words)
        first = spans[at - 1][0] if at and not passage.header and leans(words) else start
        piece = Slice(record.id, first, end)
        yield SaidOn(
            piece,
            record,
            words,
            group,
            named,
            headed,
            figure or tone_of(words) != 0 or any(piece.meets(claim) for claim in claims),
            figure,
            _unknown().search(words) is not None,
            lexicon().names_in(f"{heading} {words}"),
        )


def _group(writer: Writer, heading: str, header: str, words: str) -> Group | None:
    """Who says it; None for what is only asked for."""
    if CELL_JOINER in words:
        basis = basis_of_row(writer, heading, header, words, _has_share(words))
    else:
        basis = basis_of(writer, heading, words, lexicon().find(words_of(words)), _has_share(words))
    if basis == "expectation":
        return None
    if basis == "voice" or is_of_young_people(writer):
        return "told"
    own = basis_of_document(writer, heading)
    if own != "self_report":
        return "counted" if own == "data" else "found"
    if basis == "plan":
        return "promised"
    if writer.kind in word_set(RULES, "recording"):
        return "minuted"
    return "found" if basis == "independent_finding" else "claimed"


def _is_heading(words: str, passage: Passage, record: DocumentRecord) -> bool:
    """Does it say no more than the paper's title, its heading, or what paper it is?"""
    said = stems(words)
    return said <= stems(record.title) or said <= stems(passage.heading) or is_front_matter(words, passage)


def _has_share(words: str) -> bool:
    return has_share(words, frozenset(words_of(words)))


def _has_figure(words: str) -> bool:
    cells = [cell.strip() for cell in words.split(CELL_JOINER)]
    in_row = any(_FIGURE.fullmatch(cell) for cell in cells[1:])
    return in_row or _has_share(words) or has_count(words, frozenset(words_of(words)))


def _parts(question: Question) -> list[str]:
    """The things and names of which each has to be named."""
    names = [name for name in question.names if name not in question.subjects]
    held = stems(" ".join(names))
    return [*names, *(thing for thing in question.terms if not stems(thing) <= held)]


def _names(question: Question, part: str) -> tuple[str, ...]:
    return question.names_of(part) if part in question.others else (part,)
