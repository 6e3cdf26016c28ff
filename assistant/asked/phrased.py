"""Phrased: the words of `prompts/vocabulary/facts.yaml`, and a list of them as a pattern."""

from __future__ import annotations

import re
from typing import Any

from ingest.phrases import any_listed, worded
from prompts import load_data

_further = worded("vocabulary/facts.yaml", r",? and (?={parts}\b)")
"""What parts a question: "and" before a word that asks for a fact."""


def words_for(kind: str) -> dict[str, Any]:
    """The lists of words that are kept under this name."""
    words: dict[str, Any] = load_data("vocabulary/facts.yaml")[kind]
    return words


def phrased(kind: str, name: str, flags: int = 0) -> re.Pattern[str]:
    """One of the phrases under these two names, as words of their own; they may be patterns."""
    return any_listed("vocabulary/facts.yaml", kind, name, flags=flags)


def parts_of(text: str) -> list[str]:
    """The parts of a question that each ask for something (", and by when?", "and is it finished?")."""
    return _further().split(text)
