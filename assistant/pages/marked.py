"""Marked: a piece of a document, and the boxes round its words on the pictures of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.document import Page
from ingest.pictures.boxes import Box

Note = Literal["", "no_pages", "no_picture", "no_places", "changed", "not_drawn", "not_sure"]
"""Why nothing is boxed; a key in `prompts/pages.yaml`. Empty where it is."""


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page with some of the words: `width` and `height` of the page and `boxes` are in points.

    The boxes, one a printed line, hold the words exactly; there are none where that is not certain.
    """

    page: Page
    width: float
    height: float
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """The words `start:end` (code points) of a document. `pages` has each page that they stand on.

    `drawn`: whether the document's pages can be shown as pictures at all.
    """

    document_id: str
    sha256: str
    start: int
    end: int
    quote: str
    pages: tuple[MarkedPage, ...]
    note: Note = ""

    @property
    def drawn(self) -> bool:
        """Whether pictures of the pages can be shown."""
        return self.note in ("", "no_places", "not_sure")
