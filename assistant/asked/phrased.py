"""Phrased: a list of words and phrases in `prompts/vocabulary/facts.yaml` as a pattern."""

from __future__ import annotations

import re
from functools import cache

from prompts import load_data


@cache
def phrased(kind: str, name: str, flags: int = 0) -> re.Pattern[str]:
    """One of the phrases under these two names, as words of their own; they may be patterns."""
    return re.compile(rf"\b(?:{'|'.join(load_data('vocabulary/facts.yaml')[kind][name])})\b", flags)
