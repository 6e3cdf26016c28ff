"""Every quotation of the gold ledgers is verbatim on the page it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eval.sets.ledgers import read_ledgers
from ingest.read import read

HARROW = Path(__file__).parents[3] / "shared" / "corpus" / "harrow"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not HARROW.is_dir(), reason="the real documents are not beside the checkout"),
]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def texts():
    """The text of each page of each document, under None that of the whole."""
    found = {}
    for path in sorted(HARROW.iterdir()):
        if path.suffix != ".json":
            document = read(path)
            pages = {page.index: plain(document.text[page.start : page.end]) for page in document.pages}
            found[path.name] = {None: plain(document.text), **pages}
    return found


def test_every_quotation_is_verbatim_on_its_page(texts):
    gold = read_ledgers("harrow")
    missing = [
        (ledger.number, name, item.doc, item.page, item.quote)
        for ledger in gold.questions
        for name, item in ledger.items()
        if plain(item.quote) not in texts[gold.documents[item.doc].file][item.page]
    ]
    assert missing == []


def test_every_document_of_the_folder_is_listed(texts):
    assert {document.file for document in read_ledgers("harrow").documents.values()} == set(texts)
