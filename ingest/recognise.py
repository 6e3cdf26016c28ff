"""Recognise: what a document is, who wrote it, whom it is about and when it was published."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.document import Block, Document, Kind
from ingest.draft import Metadata
from ingest.recognition.bodies import organisation_of, subject_of
from ingest.recognition.dates import published, stated
from ingest.recognition.evidence import gather
from ingest.recognition.kind import kind_of
from ingest.recognition.periods import period
from ingest.recognition.title import title_of


@dataclass(frozen=True)
class Recognised:
    """What a document says about itself. Dates are ISO 8601 of the precision known.

    These are well-founded guesses: `scrutiny documents edit` corrects them.
    """

    title: str
    kind: Kind
    organisation: str | None = None
    subject: str | None = None
    published: str | None = None
    period: str | None = None


def recognise(text: str, blocks: tuple[Block, ...], source: str, metadata: Metadata) -> Recognised:
    """Title, kind, organisation, subject and dates of a document, from its words, file name and metadata."""
    evidence = gather(text, blocks, source, metadata)
    title = title_of(evidence)
    subject = subject_of(evidence, title)
    return Recognised(
        title,
        kind_of(evidence, title),
        organisation_of(evidence, title, subject),
        subject,
        published(evidence, title),
        period(evidence, title),
    )


def states_its_date(document: Document) -> bool:
    """Whether `published` is what the document's words or its file name say; otherwise it is the age of the
    file, the end of the time covered, or set by hand.
    """
    evidence = gather(document.text, document.blocks, document.source, Metadata())
    return document.published is not None and document.published == stated(evidence, document.title)
