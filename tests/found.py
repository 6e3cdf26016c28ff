"""Passages as a search finds them, sentences of them as evidence, and records, without a library."""

from __future__ import annotations

from assistant.evidence import Evidence
from assistant.retrieval.found import Found
from ingest.passage import Passage
from ingest.records import DocumentRecord


def found(text, document="d", *, start=0, headings=(), header="", dense=0.5, affinity=1.0, **fields):
    """A passage of these words, the same for the same place of the same paper."""
    passage = Passage(f"{document}-{text}", document, start, start + len(text), text, headings, header)
    return Found(passage, 1.0, dense, affinity, 1.0, **fields)


def evidence(text, score=0.5, document="d", *, closeness=None, start=0, headings=(), header="", **fields):
    """A passage that is one sentence, as evidence."""
    passage = found(text, document, start=start, headings=headings, header=header)
    closeness = score if closeness is None else closeness
    return Evidence(passage, start, start + len(text), score, closeness, **fields)


def record(id_, title="", kind="audit", **fields):
    """A line of a library's list, of a paper that is called by its id where no title is given."""
    told = {"organisation": None, "subject": None, "published": None, "period": None, "label": ""}
    counted = {"pages": 1, "passages": 1, "recommendations": 0, "unread_pages": (), "superseded_by": None}
    files = {"source": id_, "path": id_, "sha256": "", "added": ""}
    return DocumentRecord(id_, title or id_, kind, **{**told, **counted, **files, **fields})
