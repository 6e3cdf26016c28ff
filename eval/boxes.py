"""`python -m eval boxes [--each N] [FOLDER]`: do the boxes on a page's picture hold exactly the quoted words?

Quotes are taken from real PDFs by what is hard about them: words broken over lines, columns, rows of tables,
ligatures, sideways text, several pages. A second engine (pdfminer) tells which characters have their middles
in the boxes; those have to be the quote's, with white space and hyphens left out. Where the product draws no
box because it is not sure, the page is shown as text: that is counted apart, and is not right either.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.pages.draw import Pictures
from assistant.pages.mark import mark
from eval.box_quotes import Quote, chosen
from eval.printed import Printed, printed_on
from eval.sets.base import SHARED
from ingest.document import Document
from ingest.errors import ReadError
from ingest.pictures.boxes import Box
from ingest.pictures.child import picture_of
from ingest.pictures.picture import PagePicture
from ingest.read import read

CORPUS = SHARED / "corpus"
SEED = 20261122
LEAST = 0.99
_SIGNS = re.compile(r"\(cid:\d+\)|[-\u00ad\u2010\u2011|\u2022\ufffd\ue000-\uf8ff]")
"""Hyphens; what the reader puts between cells; signs before list items, which have no common code."""


@dataclass(frozen=True)
class Outcome:
    """How a quote came out: "exact", "text only", or "wrong" with what is `missing` and `more`.

    "unjudged" where the second engine finds nothing at all on a page, or the words were read from a picture,
    where it sees none; such a quote does not count.
    """

    quote: Quote
    result: str
    missing: str = ""
    more: str = ""


class DirectPictures(Pictures):
    """Pictures of one file, drawn in this process."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def of(self, document: Document, index: int) -> PagePicture:
        """The picture of a page."""
        return _picture(self._path, index)


def judge(quote: Quote) -> Outcome:
    """Draw the boxes as the product does, and ask the second engine what they hold."""
    found = mark(quote.document, quote.start, quote.end, DirectPictures(quote.path))
    if found.note:
        return Outcome(quote, "text only", found.note)
    printed = [_printed(quote.path, one.page.index) for one in found.pages]
    if not all(printed) or any(one.page.read_by == "ocr" for one in found.pages):
        return Outcome(quote, "unjudged")
    held = "".join(_held(own, one.boxes) for own, one in zip(printed, found.pages, strict=True))
    has, wants = Counter(_compared(held)), Counter(_compared(found.quote))
    if has == wants:
        return Outcome(quote, "exact")
    return Outcome(quote, "wrong", "".join((wants - has).elements()), "".join((has - wants).elements()))


def report(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A row a class (a quote may be in several), one for all, and what went wrong."""
    names = sorted({name for one in outcomes for name in one.quote.classes})
    for name in [*names, "all"]:
        own = [one for one in outcomes if name == "all" or name in one.quote.classes]
        counts = Counter(one.result for one in own)
        row = f"{name:15} n={len(own):4}  exact {counts['exact'] / max(1, len(own)):.3f}"
        yield f"{row}  wrong {counts['wrong']}  text only {counts['text only']}"
    for one in outcomes:
        if one.result != "exact":
            words = one.quote.document.text[one.quote.start : one.quote.end][:60]
            differs = f"missing {one.missing[:40]!r}, more {one.more[:40]!r}"
            yield f"{one.result}: {one.quote.path.name} at {one.quote.start} {words!r}: {differs}"


def quotes_of(folder: Path, each: int) -> list[Quote]:
    """Up to `each` quotes of every class from the PDFs of a folder that have a text layer."""
    documents = []
    for path in sorted(folder.rglob("*.pdf")):
        try:
            documents.append((path, read(path)))
        except ReadError as error:
            print(f"left out: {path.name}: {error.message}")
    return chosen([(path, one) for path, one in documents if one.places is not None], each, SEED)


def main(argv: list[str]) -> int:
    """Print the figures by class; 1 where fewer than 99 % are exact, or there is nothing to measure."""
    parser = argparse.ArgumentParser(prog="python -m eval boxes", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--each", type=int, default=90, help="quotes of each class")
    options = parser.parse_args(argv)
    judged = [judge(one) for one in quotes_of(options.folder, options.each)]
    outcomes = [one for one in judged if one.result != "unjudged"]
    for line in report(outcomes):
        print(line)
    print(f"not judged by the second engine: {len(judged) - len(outcomes)}")
    exact = sum(one.result == "exact" for one in outcomes)
    return 0 if outcomes and exact >= LEAST * len(outcomes) else 1


def _held(printed: Sequence[Printed], boxes: Sequence[Box]) -> str:
    return "".join(
        one.text
        for one in printed
        if any(box.left <= one.x <= box.right and box.top <= one.y <= box.bottom for box in boxes)
    )


def _compared(text: str) -> str:
    return "".join(_SIGNS.sub("", unicodedata.normalize("NFKC", text)).split())


@cache
def _printed(path: Path, index: int) -> list[Printed]:
    return printed_on(path, index)


@cache
def _picture(path: Path, index: int) -> PagePicture:
    try:
        return picture_of(path.read_bytes(), index)
    except ValueError as error:
        raise ReadError(str(error)) from error
