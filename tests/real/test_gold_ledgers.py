"""Every quotation of the gold ledgers is verbatim on the page it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eval.sets.ledgers import read_ledgers
from ingest.read import read

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
HARROW = CORPUS / "harrow"
OTHERS = (
    "solihull",
    "cheshire-east",
    "brighton-and-hove",
    "sutton",
    "york",
    "bromley",
    "halton",
    "portsmouth",
    "islington",
    "stoke-on-trent",
)

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not HARROW.is_dir(), reason="the real documents are not beside the checkout"),
]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def pages_of(path):
    """The text of each page, under None that of the whole."""
    document = read(path)
    pages = {page.index: plain(document.text[page.start : page.end]) for page in document.pages}
    return {None: plain(document.text), **pages}


def missing(gold, texts):
    """The quotations that do not stand on their page."""
    return [
        (ledger.number, name, item.doc, item.page, item.quote)
        for ledger in gold.questions
        for name, item in ledger.items()
        if plain(item.quote) not in texts[gold.documents[item.doc].file][item.page]
    ]


@pytest.fixture(scope="module")
def texts():
    return {path.name: pages_of(path) for path in sorted(HARROW.iterdir()) if path.suffix != ".json"}


def test_every_quotation_is_verbatim_on_its_page(texts):
    assert missing(read_ledgers("harrow"), texts) == []


@pytest.mark.parametrize("name", OTHERS)
def test_every_quotation_of_another_area_is_verbatim_on_its_page(name):
    gold = read_ledgers(name)
    files = [document.file for document in gold.documents.values()]
    assert missing(gold, {file: pages_of(CORPUS / "inspections" / file) for file in files}) == []


def test_every_document_of_the_folder_is_listed(texts):
    assert {document.file for document in read_ledgers("harrow").documents.values()} == set(texts)
