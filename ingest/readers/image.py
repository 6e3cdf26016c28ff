"""Read a picture (PNG, JPEG, TIFF, BMP): each picture in the file is a scanned page."""

from __future__ import annotations

from ingest.draft import Draft, Metadata
from ingest.errors import ReadError
from ingest.ocr.models import available
from ingest.ocr.patience import Patience
from ingest.readers.pdf.glyphs import Glyphs
from ingest.readers.pdf.read import PdfPage, draft_of, read_whole
from ingest.readers.pdf.scans import Image

LONGER_SIDE = 842.0
"""Points; a picture does not say how large its paper was, so that of A4 is taken."""
_MOST_PAGES = 500
MOST_PIXELS = 120_000_000


def read_image(data: bytes, name: str) -> Draft:
    """The draft of a picture file; its one page is unread where the OCR extra is missing. ReadError."""
    if not available():
        return draft_of([PdfPage(Glyphs.blank(), "", "unread")], Metadata())
    from ingest.ocr.picture import decode

    pictures = decode(data, MOST_PIXELS)
    if not pictures or len(pictures) > _MOST_PAGES:
        raise ReadError(
            f"{name} is a damaged picture, or one with too many pixels or pages.", "Scan it as PDF."
        )
    patience = Patience()
    return draft_of([_page(picture, index, patience) for index, picture in enumerate(pictures)], Metadata())


def _page(picture: Image, index: int, patience: Patience) -> PdfPage:
    if patience.ended:
        return PdfPage(Glyphs.blank(), "", "unread")
    return read_whole(picture, max(picture.shape) / LONGER_SIDE, "", index, patience)
