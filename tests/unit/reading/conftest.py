"""Small PDF, Word and Excel files made on the spot."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


class PdfMaker:
    """Draws lines of text at places given in points from the top left of an A4 page."""

    def __init__(self):
        self.stream = BytesIO()
        self.canvas = Canvas(self.stream, pagesize=A4)

    def line(self, text, y, x=72, size=11, font="Helvetica"):
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, A4[1] - y, text)
        return self

    def lines(self, texts, y, x=72, step=14, **look):
        for number, text in enumerate(texts):
            self.line(text, y + number * step, x, **look)
        return self

    def rule(self, x0, y0, x1, y1):
        self.canvas.line(x0, A4[1] - y0, x1, A4[1] - y1)
        return self

    def image(self):
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        self.canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "grey")), 0, 0, *A4)
        return self

    def page(self):
        self.canvas.showPage()
        return self

    def data(self):
        self.canvas.save()
        return self.stream.getvalue()


@pytest.fixture
def pdf():
    return PdfMaker()


@pytest.fixture
def save(tmp_path):
    """Writes bytes to a file and gives its path."""

    def write(name, data):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def shown(document):
    """(kind, text) of each block."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


@pytest.fixture
def blocks_of():
    return shown


@pytest.fixture
def no_extra(monkeypatch):
    monkeypatch.setattr("ingest.readers.pdf.read.available", lambda: False)
    monkeypatch.setattr("ingest.readers.image.available", lambda: False)
    monkeypatch.setattr("ingest.unread.available", lambda: False)
