"""The drawing process: `python -m ingest.pictures.child SECONDS MEGABYTES`, for one page of one file.

It reads a frame with the page's 0-based index and one with the file's bytes, and replies with one frame: the
picture, or why there is none.
"""

from __future__ import annotations

import io
import json
import signal
import sys
from typing import Any

import numpy as np
from PIL import Image

from ingest.pictures.picture import PagePicture, scale_of
from ingest.reading.frames import pipes, receive, send
from ingest.reading.limits import Limits, hold


def picture_of(data: bytes, index: int) -> PagePicture:
    """The page's picture, by the engine that read the text. ValueError where there is no such page."""
    return _of_pdf(data, index) if b"%PDF" in data[:1024] else _of_scan(data, index)


def _of_scan(data: bytes, index: int) -> PagePicture:
    """The same of a file that is itself a picture, or several."""
    from ingest.ocr.picture import decode
    from ingest.readers.image import LONGER_SIDE, MOST_PIXELS

    pixels = dict(enumerate(decode(data, MOST_PIXELS))).get(index)
    if pixels is None:
        raise ValueError("no such page")
    high, wide = pixels.shape
    scale = max(high, wide) / LONGER_SIDE
    wanted = scale_of(wide / scale, high / scale) / scale
    image = Image.fromarray(pixels)
    if wanted < 1:
        image = image.resize((round(wide * wanted), round(high * wanted)))
    boxes = np.zeros((0, 4), np.float32)
    return PagePicture(_written(image), wide / scale, high / scale, "", boxes)


def _of_pdf(data: bytes, index: int) -> PagePicture:
    import pypdfium2

    from ingest.readers.pdf.forms import flatten
    from ingest.readers.pdf.glyphs import read_glyphs
    from ingest.readers.pdf.placement import Placement

    document = pypdfium2.PdfDocument(data)
    if not 0 <= index < len(document):
        raise ValueError("no such page")
    page = flatten(document, document[index], index)
    width, height = page.get_size()
    glyphs = read_glyphs(page)
    if any(abs(a - b) > 1 for a, b in zip(Placement.of(page).size, (width, height), strict=True)):
        raise ValueError("the page is not shown as it was read")
    inked = glyphs.inked
    text = "".join(c for c, ink in zip(glyphs.text, inked, strict=True) if ink)
    return PagePicture(_png(page, scale_of(width, height)), width, height, text, glyphs.places[inked])


def _png(page: Any, scale: float) -> bytes:
    """The page on white."""
    return _written(page.render(scale=scale, may_draw_forms=False).to_pil())


def _written(image: Image.Image) -> bytes:
    """The image as a PNG of at most 256 colours."""
    written = io.BytesIO()
    (image if image.mode == "L" else image.convert("RGB").quantize(256)).save(written, "PNG")
    return written.getvalue()


def main(arguments: list[str]) -> None:
    """Draw one page."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, replies = pipes()
    hold(Limits(float(arguments[0]), int(arguments[1])))
    index, data = json.loads(receive(requests)[1]), receive(requests)[1]
    try:
        send(replies, b"=", json.dumps(picture_of(data, index).as_json()).encode())
    except Exception as error:
        send(replies, b"!", f"{type(error).__name__}: {error}"[:500].encode())


if __name__ == "__main__":
    main(sys.argv[1:])
