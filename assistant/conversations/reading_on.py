"""Reading on: how a paper goes on after what was quoted of it, in its own words."""

from __future__ import annotations

import re
from string import Template

from assistant.answer import Answer, Statement
from assistant.more import Quoted
from assistant.slices import Citations, Slice
from ingest.library import Library
from prompts import load_data

ENOUGH = 300
"""So many characters are read out, to the end of their sentence."""
MOST = 900
"""A piece without a sentence's end is cut after a word here."""

_END = re.compile(r"[.!?][’”\"')\]]*(?=\s)|\n")


def reading_on(text: str, quoted: Quoted, library: Library, as_of: str) -> Answer:
    """What stands after the quotation in its paper. NotFoundError where the paper is gone."""
    words, record = load_data("answer.yaml")["reads_on"], library.record(quoted[0])
    piece = _next(quoted, library.document(record.id).text)
    citations = Citations(library)
    numbers = [citations.number(piece)] if piece else []
    cited = citations.all()
    return Answer(
        question=text,
        outcome="answered" if piece else "not_found",
        verdict=Template(words["goes_on" if piece else "ends"]).substitute(title=record.title),
        statements=tuple(Statement(cited[number - 1].quote, (number,)) for number in numbers),
        citations=cited,
        reason="" if piece else Template(words["ends"]).substitute(title=record.title),
        as_of=as_of,
        library_version=library.version,
    )


def _next(quoted: Quoted, text: str) -> Slice | None:
    """Whole sentences or lines after the quotation; None at the paper's end."""
    document, _, end = quoted
    start = end + len(text[end:]) - len(text[end:].lstrip(" \n\t.;|"))
    if start >= len(text):
        return None
    until = text[start : start + MOST]
    ends = (found.end() for found in _END.finditer(until, min(ENOUGH, len(until))))
    length = next(ends, len(until) if start + MOST >= len(text) else until.rfind(" "))
    return Slice(document, start, start + len(until[:length].rstrip()))
