"""As meant: a question or a query as it was typed, in the words of the library."""

from __future__ import annotations

import re
from functools import cache

from assistant.areas.subjects import subjects_of
from assistant.understanding.areas_in_full import areas_in_full
from assistant.understanding.contractions import contracted
from assistant.understanding.respell import respelled
from assistant.understanding.synonyms import ABBREVIATION, synonyms
from ingest.library import Library
from ingest.tokens import count_tokens


def as_meant(text: str, library: Library) -> str:
    """The text with its short forms written out and its slips put right; itself where it has none."""
    full = areas_in_full(contracted(text), subjects_of(library.subjects()))
    return in_capitals(respelled(full, library))


def in_capitals(text: str) -> str:
    """The text with the field's abbreviations that are typed in small letters ("camhs") as they are written.

    Not those that are words too ("send"): what the embedding model knows as one piece.
    """
    return _typed_small().sub(lambda found: found[0].upper(), text)


@cache
def _typed_small() -> re.Pattern[str]:
    shorts = {name.lower() for group, _ in synonyms() for name in group if ABBREVIATION.fullmatch(name)}
    return re.compile(rf"\b(?:{'|'.join(sorted(one for one in shorts if count_tokens(one) > 1))})\b")
