"""Scanned pages: read offline where the extra is installed (as it is in CI), said to be unread where not."""

from __future__ import annotations

import socket
import sys
from io import BytesIO

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from ingest.errors import ModelError, ReadError
from ingest.ocr import models
from ingest.ocr.models import available
from ingest.ocr.page import read_page
from ingest.ocr.patience import Patience
from ingest.read import read
from ingest.readers.pdf.glyphs import Glyphs
from ingest.readers.pdf.scans import Scan

SENTENCES = [
    "Neglect was the most common reason for referral,",
    "and 14 of the 20 files showed no chronology.",
    "Supervision was recorded in 61% of the cases.",
]


@pytest.fixture
def scanned(save):
    """A PDF → the same pages as pictures, turned clockwise by `turn` and leaning by `skew` degrees."""

    def make(data, turn=0, skew=0.0, name="scan.pdf"):
        pages = [page_picture(page, turn, skew) for page in pypdfium2.PdfDocument(data)]
        out = BytesIO()
        pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=150, quality=85)
        return save(name, out.getvalue())

    return make


def page_picture(page, turn, skew):
    drawn = page.render(scale=150 / 72, grayscale=True).to_pil().convert("L")
    return drawn.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255).rotate(-turn, expand=True)


def test_the_extra_is_installed_where_tests_run():
    assert available()


def test_a_leaning_scan_is_read_word_for_word(pdf, scanned):
    document = read(scanned(pdf.lines(SENTENCES, 100).data(), skew=1.5))
    assert document.text == " ".join(SENTENCES)
    assert [page.read_by for page in document.pages] == ["ocr"]
    assert document.unread_pages == ()


def test_each_word_has_its_place_on_the_page(pdf, scanned, save):
    data = pdf.lines(SENTENCES, 100).data()
    true, read_back = read(save("text.pdf", data)), read(scanned(data))
    assert read_back.text == true.text
    for word in ("Neglect", "chronology", "61%"):
        at = true.text.index(word)
        wanted, found = (one.places.boxes[at : at + len(word)] / 10 for one in (true, read_back))
        assert abs(wanted[:, 0].min() - found[:, 0].min()) < 3
        assert abs(wanted[:, 2].max() - found[:, 2].max()) < 3
        assert found[:, 1].mean() < (wanted[:, 1] + wanted[:, 3]).mean() / 2 < found[:, 3].mean()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_was_scanned_the_wrong_way_round_is_turned(pdf, scanned, turn):
    assert read(scanned(pdf.lines(SENTENCES, 100).data(), turn=turn)).text == " ".join(SENTENCES)


def test_columns_of_a_scan_are_read_one_after_the_other(pdf, scanned):
    left = [
        f"Left column line {n} speaks of early help." for n in ["one", "two", "three", "four", "five", "six"]
    ]
    right = [
        f"Right side line {n} speaks of neglect." for n in ["one", "two", "three", "four", "five", "six"]
    ]
    document = read(scanned(pdf.lines(left, 100, x=50, size=10).lines(right, 100, x=320, size=10).data()))
    assert document.text.index("Left column line six") < document.text.index("Right side line one")


def test_a_ruled_table_in_a_scan_keeps_its_cells(pdf, scanned):
    rows = [("Agency", "Referrals", "Share"), ("Police", "120", "34%"), ("Health", "80", "23%")]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            pdf.line(cell, 116 + 24 * number, x=80 + 140 * column)
    for line in range(4):
        pdf.rule(72, 100 + 24 * line, 492, 100 + 24 * line)
        pdf.rule(72 + 140 * line, 100, 72 + 140 * line, 172)
    document = read(scanned(pdf.data(), skew=-1.0))
    assert document.text.splitlines() == [" | ".join(row) for row in rows]


def test_a_line_that_is_a_date_is_as_large_as_the_others_and_goes_on_with_them(pdf, scanned):
    lines = [
        *SENTENCES,
        "The board should draw a sample of twenty interviews and report by",
        "31 December 2026.",
    ]
    for at, line in enumerate(lines):
        pdf.line(line, 100 + 21 * at, size=14, font="Times-Roman")
    assert read(scanned(pdf.data())).text.endswith("interviews and report by 31 December 2026.")


def test_reading_asks_no_network_and_runs_none_of_the_package_s_code(pdf, scanned, monkeypatch):
    for call in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, call, lambda *_: pytest.fail("the network was asked"))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a name was looked up"))
    assert read(scanned(pdf.lines(SENTENCES, 100).data())).text
    assert "rapidocr" not in sys.modules


def test_the_same_scan_gives_the_same_words_and_places(pdf, scanned):
    path = scanned(pdf.lines(SENTENCES, 100).data(), skew=-2)
    first, second = read(path), read(path)
    assert first.text == second.text
    assert np.array_equal(first.places.boxes, second.places.boxes)


def test_a_picture_of_writing_beside_text_is_read_too(pdf, save):
    lines = [f"Finding {n}: plans were late in many cases." for n in range(1, 6)]
    picture = Image.new("L", (1000, 500), 255)
    drawn = pypdfium2.PdfDocument(type(pdf)().lines(lines, 40, x=20, size=12).data())[0]
    picture.paste(drawn.render(scale=150 / 72, grayscale=True).to_pil().crop((0, 0, 1000, 500)))
    pdf.line("The audit's findings are shown below as they were minuted.", 80)
    pdf.canvas.drawInlineImage(picture, 60, 300, width=480, height=240)
    document = read(save("mixed.pdf", pdf.data()))
    assert document.text.startswith("The audit's findings are shown below")
    assert "Finding 5: plans were late in many cases." in document.text
    assert document.pages[0].read_by == "ocr"


def test_a_photograph_beside_text_is_let_be(pdf, save):
    noise = np.random.default_rng(1).integers(0, 255, (300, 400), np.uint8)
    pdf.line("A cover page with a photograph of the town hall on it.", 80)
    pdf.canvas.drawInlineImage(Image.fromarray(noise), 60, 300, width=400, height=300)
    document = read(save("cover.pdf", pdf.data()))
    assert (document.pages[0].read_by, document.unread_pages) == ("text", ())


def test_text_that_a_copier_laid_over_its_scan_counts_as_recognised(pdf, save):
    pdf.image().canvas.beginText()
    hidden = pdf.canvas.beginText(72, 700)
    hidden.setTextRenderMode(3)
    hidden.setFont("Helvetica", 11)
    hidden.textLines(SENTENCES)
    pdf.canvas.drawText(hidden)
    document = read(save("copier.pdf", pdf.data()))
    assert "14 of the 20 files" in document.text
    assert document.pages[0].read_by == "ocr"


def test_without_the_extra_a_scan_is_unread_and_the_next_step_is_named(pdf, scanned, no_extra):
    from ingest.unread import unread_note

    document = read(scanned(pdf.lines(SENTENCES, 100).data()))
    assert document.unread_pages == (0,)
    assert unread_note(document) == (
        "no text layer on page 1. Install the OCR extra (pip install 'scrutiny-assistant[ocr]') "
        "and add the file again."
    )


def test_a_model_that_is_not_the_tested_one_is_refused(monkeypatch):
    models.model.cache_clear()
    monkeypatch.setitem(models._SHA256, models.FIND_LINES, "0" * 64)
    with pytest.raises(ModelError, match="not the tested one"):
        models.model(models.FIND_LINES)


def test_a_picture_file_is_a_scanned_page(pdf, save):
    out = BytesIO()
    page_picture(pypdfium2.PdfDocument(pdf.lines(SENTENCES, 100).data())[0], 0, 0).save(out, "PNG")
    document = read(save("scan.png", out.getvalue()))
    assert document.text == " ".join(SENTENCES)
    assert [page.read_by for page in document.pages] == ["ocr"]


def test_without_the_extra_a_picture_file_is_an_unread_page(save, no_extra):
    out = BytesIO()
    Image.new("L", (50, 50)).save(out, "PNG")
    assert read(save("scan.png", out.getvalue())).unread_pages == (0,)


def test_a_damaged_picture_file_is_refused(save):
    with pytest.raises(ReadError, match="damaged picture"):
        read(save("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(range(200))))


def test_a_picture_too_small_for_a_line_is_not_looked_at():
    read_back = read_page(np.zeros((9, 900), np.uint8))
    assert (read_back.lines, read_back.doubtful) == ([], False)


def test_a_file_full_of_specks_is_given_up_early_and_a_scan_with_blank_pages_is_not():
    specks, scan = Patience(), Patience()
    for _ in range(3):
        specks.looked(0, sure=False)
    for _ in range(40):
        scan.looked(0, sure=True)
        scan.looked(900, sure=True)
    assert (specks.ended, scan.ended) == (True, False)


def test_pages_not_looked_at_count_as_unread(pdf, save, monkeypatch):
    monkeypatch.setattr("ingest.ocr.patience.AT_FIRST", 4)
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (300, 200), np.uint8).repeat(4, 0))
    out = BytesIO()
    noise.save(out, "PDF", save_all=True, append_images=[noise] * 2, resolution=150)
    monkeypatch.setattr("ingest.readers.pdf.read.read_scan", unreadable)
    assert read(save("specks.pdf", out.getvalue())).unread_pages == (0, 1, 2)
    assert looked == [1]


looked = []


def unreadable(image, scale):
    looked.append(1)
    rules = (np.zeros((0, 4), np.float32), np.zeros((0, 4), np.float32))
    return Scan(Glyphs.blank(), rules, sure=False, prose=False)
