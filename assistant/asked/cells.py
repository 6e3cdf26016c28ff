"""Cells: does the row of a table give the figure asked for, its label all that is asked about?"""

from __future__ import annotations

import re

from assistant.asked.phrased import phrased
from assistant.evidence import Evidence
from assistant.question import Question
from assistant.understanding.periods import parts_in
from assistant.understanding.plain_words import plain_words
from assistant.understanding.synonyms import expansions
from assistant.words import any_stands, stems, words_in
from ingest.draft import CELL_JOINER

FIGURE = re.compile(r"[£<]?\d[\d,.]*\s?%?")
"""What a cell holds that holds a figure and nothing else."""
_NUMBER = re.compile(r"[\W_]*\w?\d[\d.]*[\W_]*|[\W_]*")
""""3", "2.1", "A4", "(7)": the number of a row."""


def row_gives_figure(question: Question, item: Evidence) -> bool:
    """Is it such a row ("Missing episodes | 290"), its columns holding the names and times asked for?

    The figure of a year is none of its quarters: a part of a year has to be named in the table.
    """
    cells = item.quote.split(CELL_JOINER)
    label = label_of(item.quote)
    figures = any(FIGURE.fullmatch(cell.strip()) for cell in cells[cells.index(label) + 1 :])
    told = parts_in(f"{item.found.passage.heading} {header_of(item)} {item.quote}")
    if not question.figure or item.missing or not figures or not set(question.parts) <= set(told):
        return False
    about = [term for term in question.terms if term not in question.named and not term.isdigit()]
    held = stems(label)
    return bool(about) and all(any(stems(name) <= held for name in _names(question, term)) for term in about)


def blank_column(question: Question, item: Evidence) -> str:
    """The name of the column that the question asks for where the row has nothing in it ("Target" of "What is
    the target for visits?"); "" where it has, or the question calls another column that is filled.
    """
    asked = stems(question.text)
    called = [(name, cell) for name, cell in _columns(item) if stems(name) and stems(name) <= asked]
    blank = [name.strip() for name, cell in called if not words_in(cell)]
    return blank[0] if len(blank) == len(called) > 0 else ""


def comments_on_it(question: Question, item: Evidence) -> bool:
    """Is it a row on all that a reason is asked of, with words in a column that comments on its figures?"""
    told = (
        cell for name, cell in _columns(item) if phrased("reason", "columns").fullmatch(name.strip().lower())
    )
    held = stems(label_of(item.quote))
    about = question.things and all(any_stands(question.names_of(thing), held) for thing in question.things)
    return bool(about) and any(len(words_in(cell)) > 1 for cell in told)


def _columns(item: Evidence) -> list[tuple[str, str]]:
    """The names of the columns with the cells of the row; none for a sentence that is no whole row."""
    names, cells = header_of(item).split(CELL_JOINER), item.quote.split(CELL_JOINER)
    if CELL_JOINER not in item.quote or len(names) != len(cells):
        return []
    return list(zip(names, cells, strict=True))


def label_of(row: str) -> str:
    """The cell that says what the row is about: the first that is no number, as the row's own is."""
    cells = row.split(CELL_JOINER)
    return next((cell for cell in cells if not _NUMBER.fullmatch(cell.strip())), cells[0])


def _names(question: Question, term: str) -> set[str]:
    """The term and its other names, those of a phrase that it is a part of among them."""
    groups = [group for group in expansions(question.text) if term in " ".join(group).lower().split()]
    plain = [names for phrase, names in plain_words(question.text).items() if term in phrase.split()]
    return {term, *question.others.get(term, ()), *(name for names in (*groups, *plain) for name in names)}


def header_of(item: Evidence) -> str:
    """The names of the columns: the passage's, or its first row."""
    passage = item.found.passage
    return passage.header or next((line for line in passage.text.split("\n") if CELL_JOINER in line), "")
