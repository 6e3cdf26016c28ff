"""Case study: what a review or a project was asked, did, found and achieved, and what is to follow."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Citation, Gap, Statement

PARTS = ("asked", "done", "found", "achieved", "next")
"""The parts of a case, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """One case of a document; `title` is its heading, `area` the place that the heading names ("" for none).

    Each part holds the document's own sentences with the numbers of their citations. `missing` are the parts
    of which the document says nothing; `found` is none of them, for a project need not find anything.
    """

    document: str
    title: str
    area: str
    asked: tuple[Statement, ...]
    done: tuple[Statement, ...]
    found: tuple[Statement, ...]
    achieved: tuple[Statement, ...]
    next: tuple[Statement, ...]
    missing: tuple[Gap, ...]
    citations: tuple[Citation, ...]
