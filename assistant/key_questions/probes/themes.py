"""Themes: what comes back in several documents and years, on how many sources and cases it rests."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from assistant.key_questions.finding import Ask, Finding, Line, Point, Tabled
from assistant.key_questions.framework import KeyQuestion
from assistant.key_questions.matching import matches
from assistant.key_questions.material import Material
from assistant.key_questions.papers.grades import grade_of
from assistant.key_questions.papers.read_case import is_narrative
from assistant.key_questions.papers.recommended import asked_in
from assistant.key_questions.papers.samples import Sample, sample_in
from assistant.key_questions.period import dated
from assistant.key_questions.probes.signals import finding_of
from assistant.slices import Slice
from assistant.statements.concepts import lists_of
from assistant.statements.said import Said
from ingest.records import DocumentRecord
from prompts import load_data

VOCABULARY = "vocabulary/recurring-themes.yaml"
KINDS = ("audit", "review", "inspection")
"""Papers that rest on cases."""
THEMED = (*KINDS, "section_11", "other")
"""Papers whose themes are counted."""
REPORTED = 6
"""So many rows of theme reports are told."""
OF_ONE = 3
"""So many statements of one document stand behind a theme."""


@dataclass
class _Theme:
    name: str
    statements: dict[str, list[tuple[int, Slice]]] = field(default_factory=lambda: defaultdict(list))


def probe(question: KeyQuestion, material: Material) -> Finding:
    """What is said of themes, the rows of a theme report, and the themes counted over all documents."""
    found = matches(question, material.now, material)
    finding = finding_of(question, material, found)
    finding.for_ = [*_reported(material), *finding.for_]
    if finding.for_:
        finding.silent = [
            gap for gap in finding.silent if "themes" not in gap.what or not _reported(material)
        ]
    themes, samples = _recurring(material), _samples_of(material)
    finding.tables = [_table(themes, samples, material), _samples(samples, material), *finding.tables]
    finding.tables = [table for table in finding.tables if table.rows]
    finding.asks += _asks(themes, material)
    return finding


def _reported(material: Material) -> list[Point]:
    """The rows of a table of themes. One that grades each is one point: its header, resting on its rows."""
    rows = [said for said in material.now if said.row and re.match(r"(?i)themes?\b", said.header)]
    tables = [list(table) for _, table in groupby(rows, lambda said: (said.piece.document_id, said.header))]
    parts: list[tuple[Slice, ...]] = []
    for table in tables:
        pieces = tuple(said.piece for said in table)
        graded = _gives_grades(table)
        parts += [(_header(table[0], material), *pieces)] if graded else [(piece,) for piece in pieces]
    return [
        Point(material.words(part[0]), "data", part, "theme report", material.source_of(part[-1]))
        for part in parts[:REPORTED]
    ]


def _header(row: Said, material: Material) -> Slice:
    """The header that stands over a row."""
    document_id = row.piece.document_id
    at = material.library.text(document_id).rindex(row.header, 0, row.piece.start)
    return Slice(document_id, at, at + len(row.header))


def _gives_grades(table: Sequence[Said]) -> bool:
    """Whether a table has a grade for each theme, or in each grade's column how many cases got it."""
    columns = [*table[0].columns()][1:]
    return any(_is_grade(name) for name in columns) or all(
        any(_is_grade(cell) for cell in said.texts()[1:]) for said in table
    )


def _is_grade(words: str) -> bool:
    return any(letter.isalpha() for letter in words) and bool(grade_of(words, alone=True))


def _recurring(material: Material) -> list[_Theme]:
    """Themes of at least two documents, one of them inside the period; the most frequent first."""
    themes: dict[str, _Theme] = {name: _Theme(name) for name in load_data(VOCABULARY)}
    spoken = [
        one for record in material.own_documents if record.kind in THEMED for one in _spoken(record, material)
    ]
    once = frozenset(material.later.once([piece for _, _, piece in spoken]))
    for name, strength, piece in spoken:
        if piece in once:
            themes[name].statements[piece.document_id].append((strength, piece))
    found = [theme for theme in themes.values() if len(theme.statements) > 1 and _now(theme, material)]
    return sorted(found, key=lambda theme: (-len(theme.statements), theme.name))


def _spoken(record: DocumentRecord, material: Material) -> Iterator[tuple[str, int, Slice]]:
    """Theme, strength (0 strongest) and place of each recommendation and weakness of a document."""
    for asked in asked_in(material.library, record):
        if material.is_own(asked.piece, asked.text):
            for name in _themes_in(asked.text):
                yield name, 0, asked.piece
    for said in material.by_document.get(record.id, ()):
        story = record.kind == "review" and is_narrative(said.heading)
        if said.basis in ("data", "independent_finding", "voice") and not story:
            for name in _themes_in(said.text):
                weak = any(tone < 0 for tone, _ in said.clauses)
                if weak or said.share:
                    yield name, 1 if weak and said.share else 2 if said.share else 3, said.piece


@cache
def _themes_in(text: str) -> tuple[str, ...]:
    return tuple(sorted(lists_of(VOCABULARY).names(text)))


def _now(theme: _Theme, material: Material) -> bool:
    return any(material.published_in(id_) == "in" for id_ in theme.statements)


def _samples_of(material: Material) -> dict[str, Sample]:
    """On how many cases each document rests that says so."""
    found = {
        record.id: sample_in(material.by_document.get(record.id, ()), record.kind)
        for record in material.own_documents
    }
    return {id_: sample for id_, sample in found.items() if sample}


def _table(themes: Sequence[_Theme], samples: Mapping[str, Sample], material: Material) -> Tabled:
    lines: list[Line] = []
    for theme in themes:
        records = [record for record in material.own_documents if record.id in theme.statements]
        years = _years(records)
        cases = [samples[record.id].number for record in records if record.id in samples]
        shown = str(sum(cases)) if cases else "not said"
        pieces = (piece for record in records for piece in _strongest(theme.statements[record.id]))
        lines.append(((theme.name, str(len(records)), ", ".join(years), shown), tuple(pieces)))
    header = ("Theme", "Documents", "Years", "Cases read in them")
    return Tabled.of("Themes found in more than one document", header, lines)


def _years(records: Iterable[DocumentRecord]) -> list[str]:
    return sorted({(dated(record) or "")[:4] for record in records} - {""})


def _strongest(statements: Sequence[tuple[int, Slice]]) -> list[Slice]:
    ordered = sorted(set(statements), key=lambda one: (one[0], one[1].start))
    chosen = list(dict.fromkeys(piece for _, piece in ordered))
    return sorted(chosen[:OF_ONE], key=lambda piece: piece.start)


def _samples(samples: Mapping[str, Sample], material: Material) -> Tabled:
    lines: list[Line] = []
    for record in material.own_documents:
        if record.kind in KINDS and record.id in samples:
            sample = samples[record.id]
            size = "small" if sample.number <= 10 else ""
            lines.append(((record.title, str(sample.number), size), (sample.piece,)))
    title = "Cases that audits, reviews and inspections rest on"
    return Tabled.of(title, ("Document", "Cases", ""), lines)


def _asks(themes: Sequence[_Theme], material: Material) -> list[Ask]:
    """The two most lasting themes: what is different this time?"""
    asks = []
    for theme in themes[:2]:
        records = [record for record in material.own_documents if record.id in theme.statements]
        years = _years(records)
        if len(years) > 1:
            found = f"{len(records)} documents from {years[0]} to {years[-1]} name it as a weakness"
            text = f"The theme “{theme.name}”: {found}. What is different this time?"
            asks.append(Ask(text, tuple(_strongest(theme.statements[record.id])[0] for record in records)))
    return asks
