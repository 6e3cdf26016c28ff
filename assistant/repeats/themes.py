"""Themes: what a recommendation is about, by the vocabulary `prompts/vocabulary/themes.yaml`."""

from __future__ import annotations

import re
from functools import cache

from ingest.phrases import alternatives
from prompts.load import load_data


def themes_of(text: str, vocabulary: str = "themes") -> tuple[str, ...]:
    """The names of the themes (or "matters", "subjects") of the text, in the vocabulary's order.

    Words after a plus sign do not make it one of the theme.
    """
    return tuple(name for name, own, _ in _themes(vocabulary) if own.search(text))


def speaks_of(text: str, theme: str, vocabulary: str = "themes") -> bool:
    """Does a word of this theme stand in the text, or one that stands after a plus sign?"""
    return any(words.search(text) is not None for name, _, words in _themes(vocabulary) if name == theme)


def theme_names() -> tuple[str, ...]:
    """All themes there are."""
    return tuple(name for name, _, _ in _themes())


@cache
def _themes(vocabulary: str = "themes") -> list[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Each theme, what holds its own words, and what holds those or the wider ones."""
    return [
        (
            str(name),
            _holding([word for word in words if not str(word).startswith("+")]),
            _holding([str(word).removeprefix("+") for word in words]),
        )
        for name, words in load_data(f"vocabulary/{vocabulary}.yaml").items()
    ]


def _holding(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’'-])(?:{_any_of(words)})(?![\w-])")


def _any_of(entries: list[str]) -> str:
    """The entries, whatever their case but for those in capitals: a letter to "send" is no SEND."""
    capitals = [entry for entry in entries if str(entry).isupper()]
    plain = [entry for entry in entries if entry not in capitals]
    parts = ([rf"(?i:{alternatives(plain)})"] if plain else []) + (
        [alternatives(capitals)] if capitals else []
    )
    return "|".join(parts)
