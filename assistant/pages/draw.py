"""Pictures: pages drawn when they are first wanted, and kept with the document until it is erased."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from ingest.disk.sources import read_original
from ingest.document import Document
from ingest.errors import NotFoundError
from ingest.library import Library
from ingest.pictures.picture import LONGEST, WIDTH, PagePicture
from ingest.pictures.take import take_picture
from ingest.reading.limits import Limits

DRAWN = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp")
"""The files whose pages are drawn."""

_DRAWING = "2"
"""Raised when pages are drawn in another way, so that kept pictures are made anew."""


class Pictures:
    """The pictures of a library's pages. PDF files have them, and scans."""

    def __init__(self, library: Library, limits: Limits) -> None:
        self._library = library
        self._limits = limits

    def possible(self, document: Document) -> bool:
        """Whether the document's file is of the kind that is drawn."""
        return document.source.lower().endswith(DRAWN) and bool(document.pages)

    def of(self, document: Document, index: int) -> PagePicture:
        """The picture of a page (from 0). The original is compared with its hash each time.

        NotFoundError where there is no such page or no picture of it, LibraryDamagedError where the file
        was changed, ReadError where it cannot be drawn.
        """
        if not 0 <= index < len(document.pages):
            raise NotFoundError("The document has no such page.", f"It has {len(document.pages)}, from 0.")
        if not self.possible(document):
            raise NotFoundError("There are pictures of PDF files and scans only.", "Read its text.")
        data = read_original(self._library.folder, document.sha256)

        def draw() -> Any:
            return take_picture(data, index, self._limits).as_json()

        made_by = f"{_DRAWING}-{WIDTH}-{LONGEST}-{version('pypdfium2')}"
        return PagePicture.from_json(self._library.derived(document.id, f"page-{index}", made_by, draw))
