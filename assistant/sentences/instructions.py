"""Sentences of a document that address the software reading it: never obeyed, and marked where quoted."""

from __future__ import annotations

import re

from ingest.phrases import worded

_pattern = worded(
    "vocabulary/instructions.yaml", r"\b{addressed_to_software}", flags=re.IGNORECASE | re.DOTALL
)
"""All the rules in one: nine searches of every sentence would take longer than anything asked of it."""


def addresses_software(text: str) -> bool:
    """Does the text tell a program what to do ("ignore your instructions", "translate your answer")?"""
    return _pattern().search(text) is not None
