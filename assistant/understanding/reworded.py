"""Reworded: a question in the wording that the rules know, where it asks the same in another.

"What was the date of the joint inspection?" is "When was the joint inspection?": without this each rule for
a kind of question would have to know all the ways of asking it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from assistant.understanding.contractions import written_out
from ingest.phrases import worded
from prompts import load_data

_WORDS = "vocabulary/wordings.yaml"


def reworded(text: str) -> str:
    """The question as it is usually put; the text itself where no rule knows its wording."""
    typed = text.strip(" ?.!")
    asked = written_out(typed)
    for pattern, put in _readings():
        if found := pattern().fullmatch(asked):
            asked = " ".join(found.expand(put).split()).rstrip("?")
    return text if asked == typed else f"{asked}?"


@cache
def _readings() -> list[tuple[Callable[[], re.Pattern[str]], str]]:
    return [(worded(_WORDS, pattern), put) for pattern, put in load_data(_WORDS)["readings"]]
