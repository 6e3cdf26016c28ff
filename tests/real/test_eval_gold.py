"""Every gold locator stands on one of the pages that its question names."""

import re
from pathlib import Path

import pypdfium2
import pytest

from eval.sets.gold import GUEST, OUTSIDE, QUESTIONS, VISITOR, read_answerable

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not beside this checkout"),
]


def plain(text: str) -> str:
    text = re.sub("\ufffe\\s*", "", text).replace("’", "'").replace("‘", "'")
    return re.sub(r"\s+", " ", text).lower()


def test_every_locator_stands_on_each_first_page_named():
    paths = {path.name: path for path in CORPUS.rglob("*.pdf")}
    folders = (QUESTIONS, OUTSIDE, VISITOR, GUEST)
    for question in [one for folder in folders for one in read_answerable(folder)]:
        if question.pages:
            pdf = pypdfium2.PdfDocument(paths[question.document])
            text = pdf[question.pages[0]].get_textpage().get_text_range()
            pdf.close()
            assert plain(question.locator) in plain(text), question.question
