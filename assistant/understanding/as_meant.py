"""As meant: a question or a query as it was typed, in the words of the library."""

from __future__ import annotations

from assistant.areas.subjects import subjects_of
from assistant.understanding.areas_in_full import areas_in_full
from assistant.understanding.contractions import contracted
from assistant.understanding.respell import respelled
from assistant.understanding.synonyms import in_capitals
from ingest.library import Library


def as_meant(text: str, library: Library) -> str:
    """The text with its short forms written out and its slips put right; itself where it has none."""
    full = areas_in_full(contracted(text), subjects_of(library.subjects()))
    return in_capitals(respelled(full, library))
