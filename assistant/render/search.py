"""Search results → paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer import SearchResult
from assistant.render.paragraph import EMPTY_LINE, Paragraph
from assistant.render.place import place_of
from assistant.render.plain import one_line, shortened

TEXT_LENGTH = 400
"""How much of a passage is shown, in characters; the JSON form has all of it."""


def search_paragraphs(query: str, results: Sequence[SearchResult]) -> Iterator[Paragraph]:
    """The passages found, best first: where each stands, then its words."""
    if not results:
        yield Paragraph(f"No passage in the documents matches “{one_line(query)}”.")
    for result in results:
        lead = f"{result.rank}. "
        yield Paragraph(place_of(result), lead=lead, style="bold")
        yield Paragraph(f"“{shortened(result.text, TEXT_LENGTH)}”", lead=" " * len(lead))
        yield EMPTY_LINE
