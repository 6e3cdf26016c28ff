"""Phrased: the words of `prompts/vocabulary/facts.yaml`, and a list of them as a pattern."""

from __future__ import annotations

import re
from typing import Any

from ingest.phrases import any_listed
from prompts import load_data


def words_for(kind: str) -> dict[str, Any]:
    """The lists of words that are kept under this name."""
    words: dict[str, Any] = load_data("vocabulary/facts.yaml")[kind]
    return words


def phrased(kind: str, name: str, flags: int = 0) -> re.Pattern[str]:
    """One of the phrases under these two names, as words of their own; they may be patterns."""
    return any_listed("vocabulary/facts.yaml", kind, name, flags=flags)
