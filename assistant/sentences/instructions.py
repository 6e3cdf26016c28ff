"""Sentences of a document that address the software reading it: never obeyed, and marked where quoted."""

from __future__ import annotations

import re
from functools import cache

from prompts import load_data


def addresses_software(text: str) -> bool:
    """Does the text tell a program what to do ("ignore your instructions", "translate your answer")?"""
    return any(pattern.search(text) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    rules = load_data("vocabulary/instructions.yaml")["addressed_to_software"]
    return tuple(re.compile(rule, re.IGNORECASE | re.DOTALL) for rule in rules)
