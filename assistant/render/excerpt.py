"""A quotation in its context, or the beginning of a document, as safe text."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer import Citation
from assistant.render.place import place_of
from assistant.render.plain import one_line, plain
from ingest.document import Document

CONTEXT = 6000
"""How much is shown before and after a quotation, in characters."""

WHOLE = 200_000
"""How much of a document is shown from its beginning, in characters."""


@dataclass(frozen=True)
class Excerpt:
    """Safe text: where it stands, the words before, the quotation between >> and <<, the words after."""

    where: str
    before: str = ""
    quote: str = ""
    after: str = ""


def excerpt_of(source: Citation, document: Document) -> Excerpt:
    """The quotation in its context, marked by signs so that it is found without colour.

    Where the document is no longer the one that was quoted, it says so and shows the quotation alone.
    """
    quote = f">> {plain(source.quote)} <<"
    unchanged = document.sha256 == source.document_sha256
    if not unchanged or document.text[source.start : source.end] != source.quote:
        return Excerpt(
            place_of(source), "The document has changed since this answer. It was quoted as:\n", quote
        )
    before = document.text[max(0, source.start - CONTEXT) : source.start]
    after = document.text[source.end : source.end + CONTEXT]
    where = place_of(source)
    if source.page_index is not None:
        where += f" (page {source.page_index + 1} of {len(document.pages)})"
    return Excerpt(where, plain(before).rstrip(), quote, plain(after).lstrip())


def beginning_of(document: Document) -> Excerpt:
    """The document from its beginning."""
    where = f"{one_line(document.title)} ({one_line(document.source)})"
    text = plain(document.text[:WHOLE])
    shortened = "\n\n… The rest is in: scrutiny show " + document.id[:8] if len(document.text) > WHOLE else ""
    return Excerpt(where, text + shortened)
