"""A second opinion on pages: does a quotation stand on the page it claims, as another reader reads it?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from eval.sets.base import squashed

BEGINNING = 25
"""Letters and digits compared: a quotation may run on to the next page, its beginning may not."""


class PageTexts:
    """The letters and digits of each page of the PDFs given."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._paths = {path.name: path for path in files if path.suffix == ".pdf"}
        self._pages = cache(self._read)

    def right(self, document: str, page_index: int | None, quote: str) -> float | None:
        """1 or 0; None where the document is no PDF given, or its page has no text layer."""
        if document not in self._paths:
            return None
        pages = self._pages(document)
        if page_index is None or not 0 <= page_index < len(pages):
            return 0.0
        return float(squashed(quote)[:BEGINNING] in pages[page_index]) if pages[page_index] else None

    def _read(self, document: str) -> list[str]:
        import pypdfium2

        pdf = pypdfium2.PdfDocument(self._paths[document])
        texts = [squashed(page.get_textpage().get_text_range()) for page in pdf]
        pdf.close()
        return texts
