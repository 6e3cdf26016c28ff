"""Unspoken: themes of the field that a question names and that no document about its place speaks of.

Everyday words that stand nowhere tell nothing: a question may be worded far from the documents. A theme has
its own words (`prompts/vocabulary/themes.yaml`), and a paper that deals with it uses one of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.question import Question
from assistant.repeats.themes import speaks_of, themes_of
from assistant.retrieval.found import Found
from prompts import load_data


def unspoken(question: Question, found: Sequence[Found]) -> tuple[str, ...]:
    """The themes of the question of which no passage found about the place it names holds a word.

    None where it names no place of the library. Both retrievers look within the place on its own, so what it
    has on a theme is among the candidates.
    """
    about = [item.passage for item in found if question.subjects and item.affinity >= 1]
    if not about:
        return ()
    texts = [f"{passage.heading} {passage.header} {passage.text}" for passage in about]
    return tuple(
        theme for theme in themes_of(question.text) if not any(speaks_of(text, theme) for text in texts)
    )


def topic_unspoken(question: Question, found: Sequence[Found]) -> tuple[str, ...]:
    """The same where it is the very thing asked about ("What was said about neglect in …?").

    Empty where one of the themes asked about is spoken of.
    """
    about = _about().search(question.text)
    asked = themes_of(question.text[about.end() :]) if about else ()
    missing = unspoken(question, found)
    return asked if asked and set(asked) <= set(missing) else ()


@cache
def _about() -> re.Pattern[str]:
    words = load_data("vocabulary/facts.yaml")["premise"]["about"]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
