"""Quoted: the words of a document as a challenge says them, so that they can be read out by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.in_words import day_in_words, short_title
from assistant.key_questions.finding import Point
from assistant.statements.concepts import lists_of, words_of
from assistant.statements.lexicon import POLARITY
from assistant.statements.polarity import leans
from ingest.phrases import word_set
from ingest.records import DocumentRecord

WORDS = 32
"""A challenge quotes at most so many words …"""

FEWEST = 12
"""… and where it must cut, it cuts at a comma after at least so many."""

WITH_LEAD = 48
"""A statement that leans on the sentence before is quoted with it where both have at most so many words."""

OPENER = 6
"""Among so many first words an opener is looked for; as many must be left after it."""

UNSAID = 8
"""Among so many first words a reference to what stands elsewhere is looked for."""

_NUMBERING = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\.|[•◼▪●■◦➢➤►–-])\s+")
_LETTER = re.compile(r"[^\W\d_]")
_PAUSE = re.compile(r"[,;:–—]$")


def quotation(point: Point, record: DocumentRecord | None) -> str:
    """The statement in quotation marks, with the document that says it and its date."""
    words = f"“{standing(point)}”"
    return f"{words} ({_named(record)})" if record else words


def stands_alone(point: Point) -> bool:
    """Can its words be understood by who has not read what stands before them?"""
    return not _leans(_core(point)) or _with_lead(point)


def is_figures(point: Point) -> bool:
    """Is it a row of a table that holds mostly figures, of which only the name would be quoted?"""
    cells = [cell for cell in _cells(point) if cell]
    return len(cells) > 1 and sum(not _LETTER.search(cell) for cell in cells) * 2 >= len(cells)


def standing(point: Point) -> str:
    """The words to quote: without numbering and openers, with the sentence they lean on, cut at a pause."""
    if _with_lead(point):
        return " ".join(point.text.split()).rstrip(" ,;:.")
    return cut(_core(point), WORDS)


def cut(words: Sequence[str], most: int) -> str:
    """The words, or as many of them as end well: at the last pause, else before a word that ends nothing."""
    if len(words) <= most:
        return " ".join(words).rstrip(" ,;:.")
    pauses = [at for at in range(FEWEST, most) if _PAUSE.search(words[at - 1])]
    end = pauses[-1] if pauses else most
    while end > 1 and words[end - 1].lower() in word_set(POLARITY, "never_last"):
        end -= 1
    return " ".join(words[:end]).rstrip(" ,;:.–—") + "…"


def _named(record: DocumentRecord) -> str:
    """A document by its title, or its kind where that is long, with the date unless the title has it."""
    title, day = record.title, day_in_words(record.published)
    if title != short_title(title):
        title = record.kind.replace("_", " ").capitalize()
    return title if not day or day in title else f"{title}, {day}"


def _with_lead(point: Point) -> bool:
    """Is it shown with the sentence that it leans on, and are both short enough to be read out?"""
    led = bool(point.core) and point.core != point.text and _leans(_core(point))
    return led and len(point.text.split()) <= WITH_LEAD and not _leans(point.text.split())


def _leans(words: Sequence[str]) -> bool:
    plain = words_of(" ".join(words))
    return leans(plain) or bool(lists_of(POLARITY, "unsaid").find(plain[:UNSAID]))


def _cells(point: Point) -> list[str]:
    text = point.core or point.text
    return [cell.strip() for cell in text.split(" | ")] if " | " in text else []


def _core(point: Point) -> list[str]:
    """The words of the statement itself; of a table's row its first cell of words and its longest."""
    if cells := _cells(point):
        worded = [cell for cell in cells if len(words_of(cell)) > 1 and _LETTER.search(cell)] or cells
        most = max(worded, key=lambda cell: len(words_of(cell)))
        return " … ".join(_NUMBERING.sub("", cell) for cell in dict.fromkeys((worded[0], most))).split()
    return _without_opener(_NUMBERING.sub("", point.core or point.text).split())


def _without_opener(words: list[str]) -> list[str]:
    """The words after "As a result," and its like, which say nothing without the sentence before."""
    opening = lists_of(POLARITY, "openers").find(words_of(" ".join(words[:OPENER])))
    found = [hit.last for hit in opening if hit.first == 0]
    rest = words[max(found) + 1 :] if found else words
    if len(rest) == len(words) or len(rest) < OPENER or rest[0] == "of":
        return words
    return ["…", *rest] if rest[0][:1].islower() else rest
