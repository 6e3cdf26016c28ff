"""Contractions: "wasnt" with its apostrophe, "yrs" written out; such words are no slips."""

from __future__ import annotations

import re
from functools import cache

from ingest.phrases import worded
from prompts import load_data

_WORD = re.compile(r"[^\W\d_]+")
_spoken = worded(
    "vocabulary/contractions.yaml", r"\b({spoken})[’']s\b( (?:not |already |now |ever )?{has}\b)?"
)


def contracted(text: str) -> str:
    """The text with the apostrophes that its contractions lack, and words typed short written out."""
    return _WORD.sub(lambda word: _restored(word[0]), text)


def written_out(text: str) -> str:
    """The text with "what's" and the like written out besides, so that "it" of "it's been" stands alone."""
    return _spoken().sub(
        lambda said: f"{said[1]} {'has' if said[2] else 'is'}{said[2] or ''}", contracted(text)
    )


def _restored(word: str) -> str:
    whole = _contractions().get(word.lower(), "")
    return f"{word[0]}{whole[1:]}" if whole else word


@cache
def _contractions() -> dict[str, str]:
    """Words as they are typed, none of which is another word, and as they are written."""
    rules = load_data("vocabulary/contractions.yaml")
    made = [f"{word}{ending}" for ending, words in rules["endings"].items() for word in words]
    return {one.replace("'", ""): one for one in (*made, *rules["whole"])} | dict(rules["spelled"])
