"""Search results → paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import SearchResult
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.place import place_of
from assistant.render.plain import counted, one_line, shortened
from ingest.records import DocumentRecord

TEXT_LENGTH = 400
"""How much of a passage is shown, in characters; the JSON form has all of it."""

MOST_NAMED = 5
"""So many documents with unread pages are named; the JSON form has all of them."""


def search_paragraphs(
    query: str, results: Sequence[SearchResult], searched: Sequence[DocumentRecord]
) -> Iterator[Paragraph]:
    """The passages found, best first: where each stands, then its words; last what could not be searched."""
    if not results:
        yield Paragraph(f"No passage in the documents matches “{one_line(query)}”.")
    elif results[0].understood:
        yield Paragraph(f"Taken to mean: {one_line(results[0].understood)}", style="dim")
    for result in results:
        lead = f"{result.rank}. "
        yield Paragraph(place_of(result), lead=lead, style="bold")
        yield Paragraph(f"“{shortened(result.text, TEXT_LENGTH)}”", lead=" " * len(lead))
        yield EMPTY_LINE
    unread = [record for record in searched if record.unread_pages]
    if unread:
        named = [_unread(record) for record in unread[:MOST_NAMED]]
        more = [counted(len(unread) - MOST_NAMED, "more document")] if len(unread) > MOST_NAMED else []
        yield Paragraph(f"Not searched, since their words could not be read: {'; '.join(named + more)}.")


def _unread(record: DocumentRecord) -> str:
    pages = ", ".join(str(page + 1) for page in record.unread_pages)
    return f"{one_line(record.source)}, page{'s' if len(record.unread_pages) > 1 else ''} {pages}"
