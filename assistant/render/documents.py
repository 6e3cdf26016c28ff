"""Document records → the rows of a table, and one record, or a document page by page → paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.place import page_name
from assistant.render.plain import counted, one_line, plain, shortened
from ingest.document import Document, Page
from ingest.errors import NotFoundError
from ingest.records import DocumentRecord

HEADINGS = ("Id", "Published", "Kind", "Organisation", "Pages", "Title (file)", "Notes")
WIDE = 130
"""Columns that a terminal must have for the table to be readable."""

ID_LENGTH = 8
"""How many characters of an id are printed; any unambiguous beginning of an id names a document."""

NO_COPIES: Mapping[str, Sequence[str]] = {}


def document_rows(
    records: Sequence[DocumentRecord], copies: Mapping[str, Sequence[str]] = NO_COPIES
) -> Iterator[tuple[str, ...]]:
    """One row a document, in the order given, its cells under `HEADINGS`.

    `copies` tells by id in which other documents a document stands wholly or mostly.
    """
    for record in records:
        yield (
            record.id[:ID_LENGTH],
            one_line(record.published or "-"),
            one_line(record.kind).replace("_", " "),
            shortened(record.organisation or "-", 40),
            str(record.pages or "-"),
            f"{shortened(record.title, 70)} ({one_line(record.source)})",
            notes(record, copies.get(record.id, ())),
        )


def document_list(
    records: Sequence[DocumentRecord], copies: Mapping[str, Sequence[str]] = NO_COPIES
) -> Iterator[Paragraph]:
    """The same for a narrow screen: two lines a document, the id in front of them."""
    for record in records:
        lead = f"{record.id[:ID_LENGTH]}  "
        yield Paragraph(f"{one_line(record.title)} ({one_line(record.source)})", lead=lead, style="bold")
        facts = [
            one_line(record.published or "no date"),
            one_line(record.kind).replace("_", " "),
            counted(record.pages, "page") if record.pages else "",
            one_line(record.organisation or ""),
            notes(record, copies.get(record.id, ())),
        ]
        yield Paragraph(", ".join(fact for fact in facts if fact), lead=" " * len(lead))


def notes(record: DocumentRecord, copy_of: Sequence[str] = ()) -> str:
    """What a reader should know before relying on the document: unread pages, a newer version, its label."""
    remarks = []
    if copy_of:
        remarks.append(f"copy of {' and '.join(other[:ID_LENGTH] for other in copy_of[:2])}")
    if record.unread_pages:
        remarks.append(f"{counted(len(record.unread_pages), 'page')} could not be read")
    if record.superseded_by:
        remarks.append(f"superseded by {record.superseded_by[:ID_LENGTH]}")
    if record.label != "standard":
        remarks.append(f"label {one_line(record.label)}")
    return "; ".join(remarks)


def record_paragraphs(record: DocumentRecord) -> Iterator[Paragraph]:
    """Everything known about one document, a line each."""
    fields = {
        "id": record.id,
        "title": record.title,
        "file": record.path,
        "kind": record.kind,
        "organisation": record.organisation or "-",
        "subject": record.subject or "-",
        "published": record.published or "-",
        "label": record.label,
    }
    for name, value in fields.items():
        yield Paragraph(one_line(value), lead=f"{name + ':':<14}")


def pages_named(document: Document, wanted: str) -> tuple[Page, ...]:
    """The page with that printed label, else the one in that place of the file, from 1.

    Raises NotFoundError where there is no such page.
    """
    labelled = tuple(page for page in document.pages if page.label.casefold() == wanted.casefold())
    placed = tuple(page for page in document.pages if str(page.index + 1) == wanted)
    if not (labelled or placed):
        name = one_line(document.source)
        count = len(document.pages)
        has = f"It has {count}, from 1 to {count}." if count else "It has no pages: leave --page out."
        raise NotFoundError(f"{name} has no page {one_line(wanted)}.", has)
    return labelled or placed


def document_paragraphs(document: Document, pages: Sequence[Page]) -> Iterator[Paragraph]:
    """The document's title, then the text of these pages; the whole text where it has no pages."""
    yield Paragraph(f"{one_line(document.title)} ({one_line(document.source)})", style="bold")
    if not document.pages:
        yield EMPTY_LINE
        yield Paragraph(plain(document.text))
    for page in pages:
        yield EMPTY_LINE
        yield Paragraph(f"--- {page_name(page.index, page.label)} ---", style="dim")
        unread = "This page's words could not be read."
        yield Paragraph(
            plain(document.text[page.start : page.end]) or (unread if page.read_by == "unread" else "")
        )
