"""Proper names in a sentence: capitalised words that are not its first, as they stand."""

from __future__ import annotations

import re

_NAME = re.compile(r"(?<![.!?“‘\"] )(?<!^)\b[A-Z][a-z]+(?:[-’'][A-Za-z]+)*(?:\s[A-Z][a-z]+)*")
_COMMON = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Partnership Board Council Police Trust Executive Group School Schools Easter".split()
)


def proper_names(text: str) -> list[str]:
    """The names, each once, in order; months, days and words such as Partnership are none."""
    names = [found.group() for found in _NAME.finditer(text)]
    return list(dict.fromkeys(name for name in names if not set(name.split()) & _COMMON))
