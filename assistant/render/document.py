"""Document → paragraphs: its text page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.place import page_name
from assistant.render.plain import one_line, plain
from ingest.errors import NotFoundError

if TYPE_CHECKING:
    from ingest.document import Document, Page


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
