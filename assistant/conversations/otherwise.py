"""Otherwise: what papers are known to say against what was quoted last."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Citation, Statement
from assistant.contradictions.find import find_contradictions
from assistant.in_words import filled
from assistant.more import Quoted
from assistant.slices import Citations, Slice
from ingest.library import Library
from prompts import load_data


def otherwise(text: str, quoted: Sequence[Quoted], library: Library, as_of: str) -> Answer | None:
    """The other sides of the disagreements in which a quotation stands; None where it stands in none."""
    sides = [
        other
        for _, *pair in find_contradictions(library, as_of=as_of).sided
        for one, other in (pair, pair[::-1])
        if _quoted(one, quoted) and not _quoted(other, quoted)
    ]
    if not sides:
        return None
    citations = Citations(library)
    numbers = [citations.number(Slice.of(one)) for one in dict.fromkeys(sides)]
    words = load_data("answer.yaml")
    head = words["sides"]["names"]["against"]
    return Answer(
        question=text,
        outcome="answered",
        verdict=filled(words["otherwise"], count=len(numbers)),
        statements=tuple(
            Statement(f"{head}: “{citations.all()[number - 1].quote}”", (number,)) for number in numbers
        ),
        citations=citations.all(),
        as_of=as_of,
        library_version=library.version,
    )


def _quoted(side: Citation, quoted: Sequence[Quoted]) -> bool:
    return any(Slice(*one).meets(Slice.of(side)) for one in quoted)
