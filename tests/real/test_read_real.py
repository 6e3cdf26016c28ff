"""Reading real documents: what is found in them, how fast, and that nothing is lost on the way."""

from __future__ import annotations

import importlib.util
import json
import time
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from ingest.places import NO_PAGE
from ingest.read import read, tables_of
from ingest.recognition.evidence import normal
from ingest.segment import segment

SHARED = Path(__file__).parents[3] / "shared"
HARROW, INSPECTIONS = SHARED / "corpus" / "harrow", SHARED / "corpus" / "inspections"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not INSPECTIONS.is_dir(), reason="the real documents are not beside the checkout"),
]

MADE_HERE = "•-"
"""Characters that may stand for another one on the page: bullets of symbol fonts, hyphens of split words."""


def manifest():
    """(path, entry) of every document with known facts."""
    for folder in (HARROW, INSPECTIONS):
        for entry in json.loads((folder / "manifest.json").read_text()):
            yield folder / entry["file"], entry


@pytest.fixture(scope="module")
def documents():
    """Every document with known facts, read once."""
    return [(read(path), entry) for path, entry in manifest()]


def share(found):
    """The share of true values among these."""
    found = list(found)
    return sum(found) / len(found)


def count(text):
    """About as many tokens as the embedding model sees."""
    return len(text.split()) * 4 // 3 + 2


def test_kind_date_and_area_agree_with_the_manifest(documents):
    assert share(document.kind == entry["kind"] for document, entry in documents) >= 0.95
    assert share(document.published == entry["date"] for document, entry in documents) >= 0.95
    bodies = [
        ({normal(document.subject or ""), normal(document.organisation or "")}, entry)
        for document, entry in documents
    ]
    wanted = [(names, normal(entry["organisation"])) for names, entry in bodies]
    assert share(name in {part.replace("-", " ") for part in names} | names for names, name in wanted) >= 0.95


def test_every_character_with_a_page_is_in_that_pages_own_text():
    for name in ("harrow-ilacs-2017-03-31.pdf", "harrow-jtai-2023-05-24.pdf", "harrow-qa-framework-2015.pdf"):
        document = read(HARROW / name)
        own = [set(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(HARROW / name)]
        for page in np.unique(document.places.pages):
            at = np.flatnonzero(document.places.pages == page)
            missing = {document.text[index] for index in at} - own[page] if page != NO_PAGE else set()
            assert missing <= set(MADE_HERE)


def test_pages_follow_one_another_and_passages_cover_the_text(documents):
    for document, _ in documents:
        assert all(
            first.end <= second.start
            for first, second in zip(document.pages, document.pages[1:], strict=False)
        )
        passages = segment(document, count)
        covered = np.zeros(len(document.text), bool)
        for passage in passages:
            assert document.text[passage.start : passage.end] == passage.text
            covered[passage.start : passage.end] = True
        assert all(covered[at] or character.isspace() for at, character in enumerate(document.text))


def test_paragraph_numbers_headings_and_recommendations_of_an_inspection_are_told_apart(documents):
    document = next(d for d, entry in documents if entry["file"] == "harrow-ilacs-2017-03-31.pdf")
    blocks = [(block.kind, block.marker, document.text[block.start : block.end]) for block in document.blocks]
    assert ("heading", "", "Recommendations") in blocks
    numbers = [marker for kind, marker, _ in blocks if kind == "list_item" and marker.endswith(".")]
    assert {f"{number}." for number in range(1, 109)} <= set(numbers)


def test_without_the_extra_a_scan_is_read_as_unread_pages(monkeypatch):
    monkeypatch.setattr("ingest.readers.pdf.read.available", lambda: False)
    assert read(HARROW / "lrsa-case-study-harrow-2010-scanned.pdf").unread_pages == (0,)


def test_reading_goes_at_a_thousand_pages_a_minute():
    paths = sorted(INSPECTIONS.glob("*.pdf"))[:10]
    start = time.process_time()
    pages = sum(len(read(path).pages) for path in paths)
    assert pages / (time.process_time() - start) * 60 >= 1000


def test_tables_of_public_documents_are_found(monkeypatch):
    # Those of the gold are all text: OCR would read the pictures of four papers, in ten times the time.
    monkeypatch.setattr("ingest.readers.pdf.read.available", lambda: False)
    home = SHARED / "bench" / "score_tables.py"
    spec = importlib.util.spec_from_file_location("score_tables", home)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.score(tables_of)["f"] >= 0.90


@pytest.mark.parametrize(
    "path", sorted((SHARED / "bench" / "docx").glob("*.docx")), ids=lambda path: path.stem
)
def test_no_word_of_a_word_file_is_lost(path):
    import docx

    try:
        body = docx.Document(path).element.body
    except (KeyError, ValueError):
        pytest.skip("the comparing library cannot open this dialect")
    texts = [node.text for node in body.iter(f"{{{body.nsmap['w']}}}t") if node.text and node.text.strip()]
    visible = [text for text in texts if text.strip().isalnum()]
    found = read(path).text
    assert all(text.strip() in found for text in visible)
