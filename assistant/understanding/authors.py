"""Authors: by whom a paper says that it was written, led or sent in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.words import stems
from ingest.filters import Filters
from ingest.library import Library
from ingest.passage import Passage
from prompts import load_data

FRONT = 2_000
"""Characters of a paper's front, where it says by whom it was written."""

HEAD = 400
"""Characters of its head, which names the body it is of, before it lists who was present."""

MOST = 40
"""So many passages with a name are looked through."""


def author_lines(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """The pieces (group 1) of a text, `start` characters into its paper, that open as authors are named."""
    for pattern, searched in _forms():
        yield from pattern.finditer(text, 0, max(searched - start, 0) if searched else len(text))


def papers_of(name: str, library: Library | None, filters: Filters) -> frozenset[str]:
    """The papers that name the person or body as their author; else those with the name in their head."""
    if library is None:
        return frozenset()
    held = passages_with(name, library, filters)
    wanted = stems(name)
    by = {
        one.document_id
        for one in held
        if any(wanted <= stems(line[1]) for line in author_lines(one.text, one.start))
    }
    return frozenset(by or {one.document_id for one in held if wanted <= _head(one)})


def papers_with(name: str, library: Library | None, filters: Filters) -> frozenset[str]:
    """The papers that speak of the person or body."""
    held = passages_with(name, library, filters) if library else ()
    return frozenset(one.document_id for one in held)


def passages_with(name: str, library: Library, filters: Filters) -> list[Passage]:
    """The passages that hold the name, whatever its capitals; of many the best."""
    hits = library.full_text(((name.lower(),),), filters, MOST) if name else []
    return library.passages([hit.passage_id for hit in hits])


def _head(passage: Passage) -> frozenset[str]:
    head = passage.text[: max(HEAD - passage.start, 0)]
    return stems(re.split(load_data("follow-ups.yaml")["author_lines"]["others"], head)[0])


@cache
def _forms() -> tuple[tuple[re.Pattern[str], int], ...]:
    """The patterns, and within how many characters each counts (0: anywhere); "led by" is no label."""
    rules = load_data("follow-ups.yaml")["author_lines"]
    forms = (("labels", 0, re.IGNORECASE), ("phrases", FRONT, re.IGNORECASE), ("signed", FRONT, re.NOFLAG))
    return tuple(
        (re.compile(rf"(?:^|[.;|] )[ \t•◼]*((?:{rules[form]})[^\n]+)", re.MULTILINE | flags), searched)
        for form, searched, flags in forms
    )
