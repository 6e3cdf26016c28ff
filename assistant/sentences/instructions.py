"""Sentences of a document that address the software reading it: never obeyed, and marked where quoted."""

from __future__ import annotations

import re
from functools import cache

from prompts import load_data


def addresses_software(text: str) -> bool:
    """Does the text tell a program what to do ("ignore your instructions", "translate your answer")?"""
    return _pattern().search(text) is not None


@cache
def _pattern() -> re.Pattern[str]:
    """All the rules in one: nine searches of every sentence would take longer than anything asked of it."""
    rules = load_data("vocabulary/instructions.yaml")["addressed_to_software"]
    return re.compile(rf"\b(?:{'|'.join(rules)})", re.IGNORECASE | re.DOTALL)
