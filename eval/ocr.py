"""`python -m eval ocr [--pages N]`: how well scanned pages are read.

Pages of real PDFs with a text layer are drawn at 150 dpi, turned by 1 to 2 degrees, blurred and strewn with
noise, and stored as pictures in a PDF. What is read from that is compared with the text layer as pdfium
gives it: the share of the words that are found, and of the spaces that were lost or added.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

from eval.ocr_scores import PageScore, score
from eval.sets.base import SHARED
from ingest.read import read

CORPUS = SHARED / "corpus"
_DPI = 150
_LEAST_WORDS = 150


@dataclass(frozen=True)
class Sample:
    """A page and how it is spoilt: degrees of skew and the seed of its noise."""

    path: Path
    page: int
    skew: float
    seed: int


def samples(folder: Path, count: int) -> Iterator[Sample]:
    """`count` pages of text, one each from documents spread over the folder, from all parts of them."""
    paths = [path for path in sorted(folder.rglob("*.pdf")) if "scanned" not in path.name]
    chosen = [paths[at * len(paths) // count] for at in range(count)] if paths else []
    for number, path in enumerate(chosen):
        document = pypdfium2.PdfDocument(path)
        pages = [at for at in range(len(document)) if len(text_of(document, at).split()) >= _LEAST_WORDS]
        document.close()
        skew = (1 + number % 5 / 4) * (-1) ** number
        yield Sample(path, pages[number * 7 % len(pages)], skew, number)


def text_of(document: pypdfium2.PdfDocument, page: int) -> str:
    """The text layer of a page, in pdfium's order."""
    textpage = document[page].get_textpage()
    text = str(textpage.get_text_range())
    textpage.close()
    return text


def scan(sample: Sample, target: Path) -> str:
    """Writes the spoilt page as a PDF that holds one picture; returns the text that was on it."""
    document = pypdfium2.PdfDocument(sample.path)
    drawn = document[sample.page].render(scale=_DPI / 72, grayscale=True).to_pil().convert("L")
    text = text_of(document, sample.page)
    document.close()
    spoilt(drawn, sample.skew, sample.seed).save(target, "PDF", resolution=_DPI, quality=70)
    return text


def spoilt(drawn: Image.Image, skew: float, seed: int) -> Image.Image:
    """The picture of a page as a poor copier gives it: turned, soft, grey, noisy and speckled."""
    image = drawn.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(0.6))
    random = np.random.default_rng(seed)
    grey = np.asarray(image, np.float32) * 0.88 + 18 + random.normal(0, 14, (image.height, image.width))
    specks = random.random(grey.shape)
    grey[specks < 0.0008] = 20
    grey[specks > 0.9996] = 255
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def main(argv: list[str]) -> int:
    """Prints the table; 1 where fewer than .95 of the words are found."""
    parser = argparse.ArgumentParser(prog="python -m eval ocr", description=__doc__)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--folder", type=Path, default=CORPUS)
    chosen = parser.parse_args(argv)
    scores: list[PageScore] = []
    seconds = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for sample in samples(chosen.folder, chosen.pages):
            target = Path(folder) / f"{sample.path.stem}-{sample.page}.pdf"
            truth = scan(sample, target)
            began = time.perf_counter()
            document = read(target)
            seconds += time.perf_counter() - began
            scores.append(score(truth, document.text))
            print(
                f"{scores[-1].line()}  {sample.path.name} page {sample.page + 1}, {sample.skew:+.2f} degrees"
            )
    if not scores:
        print("There are no PDFs to make scans of.")
        return 2
    total = sum(scores[1:], scores[0])
    print(f"{total.line()}  all, n = {len(scores)} pages, {len(scores) / seconds:.2f} pages a second")
    return 0 if total.recall >= 0.95 else 1
