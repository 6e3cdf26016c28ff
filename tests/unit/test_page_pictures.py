"""Boxes round quoted words: a second PDF engine has to find exactly these words in them."""

import io
from dataclasses import replace

import numpy as np
import pytest
import typst
from PIL import Image

from assistant.pages.mark import mark
from corpus import documents_path
from eval.box_quotes import Quote, chosen
from eval.boxes import DirectPictures, judge
from ingest.errors import ReadError, UsageError
from ingest.pictures.child import picture_of
from ingest.pictures.picture import LONGEST, PagePicture
from ingest.pictures.take import take_picture
from ingest.read import read
from ingest.reading.limits import Limits

WORDS = (
    "Practitioners recognised first that finding official confirmation of multidisciplinary "
    "responsibilities was difficult. Safeguarding conversations afterwards affected understanding "
    "significantly across organisations. "
)
SHAPES = {
    "columns of broken words": f"#set page(columns: 2, height: 6cm)\n#set par(justify: true)\n{WORDS * 4}",
    "a table": f"#table(columns: (4cm, 1fr, 3cm), [Ref], [Action], [Owner], [1.1], [{WORDS}], [Officer])",
    "a page printed sideways": f"#rotate(-90deg, reflow: true)[#box(width: 18cm)[{WORDS * 2}]]",
    "upside down": f"#rotate(180deg)[#box(width: 9cm)[{WORDS * 2}]]",
    "several pages": f"#set page(height: 5cm)\n{WORDS * 5}",
    "raised figures and signs": f"- {WORDS}#super[12] and H#sub[2]O\n- {WORDS}",
}


@pytest.fixture
def printed(tmp_path):
    """Typesets text as a PDF, and reads it."""

    def made(source):
        path = tmp_path / "printed.pdf"
        head = '#set page(paper: "a5")\n#set text(lang: "en", hyphenate: true)\n'
        path.write_bytes(typst.compile((head + source).encode(), format="pdf"))
        return path, read(path)

    return made


@pytest.mark.parametrize("shape", SHAPES)
def test_the_boxes_hold_the_quoted_words_and_no_others(printed, shape):
    path, document = printed(SHAPES[shape])
    quotes = chosen([(path, document)], 6, seed=3)
    assert len(quotes) > 2
    assert {judge(quote).result for quote in quotes} == {"exact"}


def test_the_hard_shapes_are_what_they_are_meant_to_be(printed):
    names = {
        name for shape in SHAPES for one in chosen([printed(SHAPES[shape])], 99, 3) for name in one.classes
    }
    assert names >= {"broken word", "two columns", "table row", "turned", "several pages", "ligature"}


def test_the_boxes_hold_the_quoted_words_of_the_sample_papers():
    path = documents_path() / "lcspr-ivy-2024.pdf"
    quotes = chosen([(path, read(path))], 4, seed=5)
    assert [judge(quote).result for quote in quotes] == ["exact"] * len(quotes)


def test_the_measure_sees_a_box_that_is_a_word_too_narrow(printed, monkeypatch):
    path, document = printed(WORDS)
    moved = document.places.boxes.copy()
    moved[:20] = moved[0]
    wrong = replace(document, places=replace(document.places, boxes=moved))
    monkeypatch.setattr("assistant.pages.mark.fits", lambda *_, **__: True)
    assert judge(Quote(path, wrong, 0, 60, ())).result == "wrong"


def test_where_a_box_would_be_wrong_there_is_none_and_a_note(printed):
    path, document = printed(WORDS)
    places = replace(document.places, boxes=document.places.boxes + np.int16(90))
    found = mark(replace(document, places=places), 0, 60, DirectPictures(path))
    assert (found.note, [page.boxes for page in found.pages]) == ("not_sure", [()])


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (0, 10**6), (-1, 4)])
def test_a_place_that_the_document_has_not_is_refused(printed, start, end):
    path, document = printed("Words.")
    with pytest.raises(UsageError):
        mark(document, start, end, DirectPictures(path))


def test_a_page_is_drawn_in_a_process_of_its_own_and_comes_back_whole(printed):
    path, _ = printed(WORDS)
    picture = take_picture(path.read_bytes(), 0, Limits())
    size = Image.open(io.BytesIO(picture.png)).size
    assert size[0] == 1240
    assert max(size) <= LONGEST
    again = PagePicture.from_json(picture.as_json())
    assert again.png == picture.png == picture_of(path.read_bytes(), 0).png
    assert (again.boxes == picture.boxes).all()


@pytest.mark.parametrize("page", [1, -1])
@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7 and nothing", None], ids=["empty", "broken", "no such page"]
)
def test_what_cannot_be_drawn_is_told(printed, data, page):
    data = printed("Words.")[0].read_bytes() if data is None else data
    with pytest.raises(ReadError, match="could not be drawn"):
        take_picture(data, page, Limits())


def test_a_page_that_takes_too_long_is_given_up():
    with pytest.raises(ReadError, match="could not be drawn"):
        take_picture(b"%PDF", 0, Limits(seconds=0.05))


def test_a_scan_is_drawn_as_it_is_but_no_larger_than_any_page():
    pytest.importorskip("cv2")
    written = io.BytesIO()
    Image.new("L", (3000, 4000), 200).save(written, "TIFF")
    picture = take_picture(written.getvalue(), 0, Limits())
    assert (round(picture.width, 1), picture.height) == (631.5, 842.0)
    assert Image.open(io.BytesIO(picture.png)).size == (1240, 1653)
