"""Sharing: does a sentence give a share, as a percentage, a fraction, or so many of so many?"""

from __future__ import annotations

import re

from assistant.asked.count import countable, part_of_whole
from ingest.draft import CELL_JOINER

_PERCENT = r"%|\bper ?cent\b"
_GIVEN = re.compile(rf"\d\s?(?:{_PERCENT})|\bhalf\b|\bthirds?\b|\bquarters?\b", re.IGNORECASE)
_LABELLED = re.compile(rf"(?:{_PERCENT})[^\n]*?{re.escape(CELL_JOINER.strip())}\s*\d", re.IGNORECASE)
"""The label of a row says that its figures are percentages."""


def gives_share(sentence: str) -> bool:
    """Does the sentence give a share, in whatever form?"""
    if _GIVEN.search(sentence) or _LABELLED.search(sentence):
        return True
    return part_of_whole(countable(sentence))
