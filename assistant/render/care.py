"""What was done to documents → paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.render.documents import ID_LENGTH
from assistant.render.paragraph import Paragraph
from assistant.render.plain import counted, one_line
from ingest.records import DocumentRecord


def superseded_paragraphs(record: DocumentRecord) -> Iterator[Paragraph]:
    """Whether a document is now current or superseded."""
    newer = record.superseded_by
    state = f"is superseded by {newer[:ID_LENGTH]}: answers leave it out" if newer else "is current"
    yield Paragraph(f"{one_line(record.source)} {state}.")


def removed_paragraphs(records: Sequence[DocumentRecord], action: str) -> Iterator[Paragraph]:
    """Which documents were hidden or brought back, and how to go on."""
    if action == "listed":
        yield Paragraph(f"{counted(len(records), 'document')} removed." if records else "Nothing is removed.")
    for record in records:
        done = {"removed": "is removed", "put_back": "is back", "listed": ""}[action]
        yield Paragraph(f"{one_line(record.source)} {done}".strip(), lead=f"{record.id[:ID_LENGTH]}  ")
    if records and action != "put_back":
        yield Paragraph(
            "Bring back: scrutiny remove --undo DOCUMENT. Be rid of for good: scrutiny erase DOCUMENT."
        )


def erased_paragraphs(records: Sequence[DocumentRecord], complete: bool) -> Iterator[Paragraph]:
    """Which documents were erased, and what is left to do."""
    for record in records:
        yield Paragraph(f"{one_line(record.source)} is erased.")
    if not complete:
        yield Paragraph(
            "Another program has the library open and still holds traces of it. Close that program, then run "
            "scrutiny optimize: it finishes the erasure.",
            style="bold",
        )
    yield Paragraph("Your own files were not touched, nor were backups made before.")
