"""Boxes round quoted words on real pages: by a second engine they hold these words and no others."""

from __future__ import annotations

import pytest

from eval.box_quotes import chosen
from eval.boxes import CORPUS, LEAST, judge
from ingest.read import read

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not beside the checkout"),
]

NAMES = ("harrow-qa-framework-2015.pdf", "islington-jtai-2019-01-29.pdf", "bromley-ilacs-2016-06-27.pdf")


def test_boxes_hold_the_quoted_words_of_real_pages():
    paths = [path for path in sorted(CORPUS.rglob("*.pdf")) if path.name in NAMES]
    quotes = chosen([(path, read(path)) for path in paths], 6, seed=9)
    outcomes = [judge(quote).result for quote in quotes]
    assert len(outcomes) >= 20
    assert outcomes.count("exact") >= LEAST * len(outcomes)
