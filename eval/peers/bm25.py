"""The plainest peer: SQLite's BM25 over Porter stems, every word of the question an alternative."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from eval.sets.base import Found, QuestionSet, Slice

WINDOW_WORDS, STEP_WORDS = 150, 120
"""Whole files are cut into windows of this many words that overlap by the difference, within a page."""


class Bm25:
    """A search over slices held in memory; https://www.sqlite.org/fts5.html#the_bm25_function."""

    def __init__(self, slices: Sequence[Found], titles: Sequence[str] = ()) -> None:
        self.slices = slices
        self.database = sqlite3.connect(":memory:")
        self.database.execute(
            "CREATE VIRTUAL TABLE slices USING fts5(title, text, tokenize='porter unicode61')"
        )
        rows = zip_longest(titles, (one.text for one in slices), fillvalue="")
        self.database.executemany("INSERT INTO slices(title, text) VALUES (?, ?)", rows)

    def __call__(self, query: str, k: int) -> list[Found]:
        """The k best slices; none where the question has no words."""
        words = re.findall(r"\w+", query.lower())
        if not words:
            return []
        wanted = " OR ".join(f'"{word}"' for word in words)
        sql = "SELECT rowid FROM slices WHERE slices MATCH ? ORDER BY bm25(slices), rowid LIMIT ?"
        return [self.slices[row - 1] for (row,) in self.database.execute(sql, (wanted, k))]


def bm25(questions: QuestionSet) -> Bm25:
    """The peer for a set, over its units with their titles, or over windows of its files."""
    return Bm25(list(slices_of(questions)), [unit.title for unit in questions.units])


def slices_of(questions: QuestionSet) -> Iterator[Slice]:
    """What the peers search, read without this project's own readers."""
    for unit in questions.units:
        yield Slice(unit.document, None, unit.text, unit.start, unit.end)
    for path in questions.files:
        for index, text in pages(path):
            for found in _windows(text):
                yield Slice(path.name, index, text[slice(*found)], *found)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    words = [found.span() for found in re.finditer(r"\S+", text)]
    for first in range(0, max(1, len(words) - (WINDOW_WORDS - STEP_WORDS)), STEP_WORDS):
        part = words[first : first + WINDOW_WORDS]
        if part:
            yield part[0][0], part[-1][1]


def pages(path: Path) -> list[tuple[int | None, str]]:
    """The text of each page with its 0-based index, None where the format has no pages."""
    reader = {".pdf": _pdf_pages, ".docx": _word_pages, ".xlsx": _sheet_pages}.get(path.suffix, _text_pages)
    return reader(path)


def _pdf_pages(path: Path) -> list[tuple[int | None, str]]:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range().replace("\ufffe", "") for page in pdf]
    pdf.close()
    return list(enumerate(texts))


def _word_pages(path: Path) -> list[tuple[int | None, str]]:
    import docx

    document = docx.Document(str(path))
    lines = [paragraph.text for paragraph in document.paragraphs]
    lines += ["\t".join(cell.text for cell in row.cells) for table in document.tables for row in table.rows]
    return [(None, "\n".join(lines))]


def _sheet_pages(path: Path) -> list[tuple[int | None, str]]:
    import openpyxl

    sheets = openpyxl.load_workbook(path, read_only=True, data_only=True).worksheets
    rows = [[[str(value or "") for value in row] for row in sheet.values] for sheet in sheets]
    return [(index, "\n".join("\t".join(row) for row in sheet)) for index, sheet in enumerate(rows)]


def _text_pages(path: Path) -> list[tuple[int | None, str]]:
    text = path.read_text("utf-8", errors="replace")
    return [(None, re.sub(r"<[^>]*>", " ", text) if path.suffix == ".html" else text)]
