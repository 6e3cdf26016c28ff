"""Proper names in a sentence: capitalised words that are not its first, as they stand."""

from __future__ import annotations

import re

from assistant.areas.shared_names import no_names

_NAME = re.compile(r"(?<![.!?“‘\"] )(?<!^)\b[A-Z][a-z]+(?:[-’'][A-Za-z]+)*(?:\s[A-Z][a-z]+)*")


def proper_names(text: str) -> list[str]:
    """The names, each once, in order; months, days and words such as Partnership are none."""
    names = [found.group() for found in _NAME.finditer(text)]
    return list(dict.fromkeys(name for name in names if not set(name.split()) & no_names()))
