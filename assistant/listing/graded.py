"""Graded: the papers that give a grade in their list of judgements, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.listing.mentions import EVERY, named
from assistant.slices import Slice
from assistant.understanding.papers_called import newest_first
from ingest.document import Document
from ingest.filters import Filters
from ingest.library import Library
from ingest.phrases import worded
from ingest.records import DocumentRecord
from prompts import load_data

_asks = worded(
    "vocabulary/listing.yaml",
    r"{mention.opening} {mention.places|mention.papers}(?: (?:which|that))?(?: {graded.verbs})? "
    r"(?P<grade>{question-words:signs.judgement})(?: {graded.rest})*(?: in (?P<year>(?:19|20)\d\d))?\W*$",
    flags=re.NOFLAG,
)
_any_grade = worded("vocabulary/question-words.yaml", "{signs.judgement}")


@dataclass(frozen=True, slots=True)
class Graded:
    """The grade asked for, in small letters, and the year of the papers that may give it ("" for any)."""

    grade: str
    year: str


def graded_asked(text: str) -> Graded | None:
    """What the text wants all papers of ("Which areas were judged inadequate?"); None where it wants none."""
    found = _asks().match(" ".join(text.split()).lower())
    if not found:
        return None
    # Areas "require" what a paper's line says that one "requires".
    return Graded(found["grade"].replace("require improvement", "requires improvement"), found["year"] or "")


def graded(
    asked: Graded, library: Library, records: Sequence[DocumentRecord], filters: Filters
) -> list[tuple[str, Slice]]:
    """The line of each paper that gives the grade, of the whole before any part; the newest paper first.

    Only a line that is no more than what is graded and its grade counts: a sentence may tell of the past.
    """
    hits = library.full_text([[asked.grade]], filters, EVERY)
    best: dict[str, tuple[bool, Slice]] = {}
    for passage in library.passages([hit.passage_id for hit in hits]):
        for whole, piece in _lines(passage.document_id, passage.text, passage.start, asked.grade):
            before = best.get(piece.document_id)
            if before is None or (not whole, piece.start) < (not before[0], before[1].start):
                best[piece.document_id] = (whole, piece)
    told = [one for one in records if one.id in best and (one.published or "").startswith(asked.year)]
    told.sort(key=lambda one: (one.published or "", one.id), reverse=True)
    return [(named(one), best[one.id][1]) for one in told]


def grades_in(document: Document) -> list[Slice]:
    """The lines of a paper that give a grade and no more: of the whole first, each thing graded once."""
    found: dict[str, tuple[bool, Slice]] = {}
    for whole, piece in _lines(document.id, document.text, 0, _any_grade().pattern):
        thing = re.split(r"\s*[|:]", document.text[piece.start : piece.end])[0].lower()
        found.setdefault(thing, (not whole, piece))
    return [piece for _, piece in sorted(found.values(), key=lambda one: (one[0], one[1].start))]


def grades_of_whole(records: Sequence[DocumentRecord], library: Library) -> list[tuple[str, Slice]]:
    """The line of each paper that grades the whole, headed by its year; the newest first, each year once."""
    rows: dict[str, Slice] = {}
    for paper in newest_first(one for one in records if one.kind == "inspection" and one.published):
        lines = _lines(paper.id, library.document(paper.id).text, 0, _any_grade().pattern)
        if whole := next((piece for whole, piece in lines if whole), None):
            rows.setdefault((paper.published or "")[:4], whole)
    return list(rows.items())


def _lines(document_id: str, text: str, at: int, grade: str) -> Iterator[tuple[bool, Slice]]:
    """The lines that give the grade in a text that begins `at`, and whether each grades the whole.

    A row whose other cells are empty says it of the whole in a sentence ("Services in York are good |  |").
    """
    wholes = load_data("vocabulary/listing.yaml")["graded"]["wholes"]
    told = rf"{grade}(?: to be good)?"
    of_part = rf"(?P<thing>\w[^|:\n]*)(?:[|:][ \t]*)+{told}[ \t]*"
    said = "|".join(load_data("vocabulary/listing.yaml")["graded"]["said"])
    of_all = rf"(?P<said>\w[^|\n]*\b{told}(?=[. \t]*(?:\|[ \t]*)+$)|(?:{said}) {told}(?=[. \t]*$|\.\s))"
    for line in re.finditer(rf"^\W*(?:{of_part}$|{of_all})", text, re.IGNORECASE | re.MULTILINE):
        name = "said" if line["said"] else "thing"
        whole = name == "said" or any(word in line["thing"].lower() for word in wholes)
        end = line.end("said") if line["said"] else line.end()
        yield whole, Slice(document_id, at + line.start(name), at + end)
