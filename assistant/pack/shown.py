"""What a reader sees of a quotation and its place: the one form that renderers write and `verify` reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import Citation
from assistant.in_words import day_in_words, period_in_words, short_title
from assistant.pack.document import Note, Place
from assistant.render.place import page_name
from assistant.render.plain import one_line

LENGTH = 8
"""Characters of a document's id in a reference; the sources' table gives the whole hash."""

REFERENCE = re.compile(r"\[([0-9a-f]{8,64}):(\d+)-(\d+)\]")
SAME, ALIKE = "The same words: ", "Nearly the same words: "

# Characters that XML cannot hold, and those that are no characters at all: shown as a replacement character.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def shown(text: str) -> str:
    """Document text as a pack shows it: on one line, without characters that a screen acts upon."""
    return _IMPOSSIBLE.sub("\ufffd", one_line(text))


def place_shown(citation: Citation, id_length: int) -> Place:
    """Document, page and date of a citation, and its reference (the sources' table has the file's name)."""
    title = short_title(one_line(citation.title)) or one_line(citation.document)
    parts = [title, page_name(citation.page_index, citation.page_label)]
    parts.append(f"published {day_words(citation.published)}" if citation.published else "no date known")
    if citation.read_by == "ocr":
        parts.append("read by optical recognition: compare with the page")
    reference = f"{citation.document_id[:id_length]}:{citation.start}-{citation.end}"
    return Place(shown(", ".join(part for part in parts if part)), reference)


def note_parts(note: Note) -> Iterator[tuple[str, str]]:
    """The note's words in order, each with what it is: quote, place, code."""
    if not note.in_text:
        yield "quote", note.quote
    yield from _place("", note.place)
    for place, alike in note.also:
        yield from _place(SAME if alike else ALIKE, place)


def _place(lead: str, place: Place) -> Iterator[tuple[str, str]]:
    yield "place", f"{lead}{place.words}."
    yield "code", f"[{place.reference}]"


def note_text(note: Note) -> str:
    """The whole note on one line: “quote” place. [reference]."""
    return " ".join(f"“{text}”" if kind == "quote" else text for kind, text in note_parts(note))


def day_words(day: str | None) -> str:
    """An ISO year, month or day in words: "2025-03-04" is 4 March 2025."""
    return shown(day_in_words(day))


def period_words(period: str) -> str:
    """An ISO interval of months in words: "2023-04/2025-03" is April 2023 to March 2025."""
    return shown(period_in_words(period))
