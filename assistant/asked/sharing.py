"""Sharing: does a sentence give a share, as a percentage, a fraction, or so many of so many?"""

from __future__ import annotations

import re

from assistant.asked.count import countable, part_of_whole
from ingest.draft import CELL_JOINER

_PERCENT = r"%|\bper ?cent\b"
_COUNTED = re.compile(rf"\d\s?(?:{_PERCENT})", re.IGNORECASE)
_GIVEN = re.compile(r"\bhalf\b|\bthirds?\b|\bquarters?\b", re.IGNORECASE)
_LABELLED = re.compile(rf"(?:{_PERCENT})[^\n]*?{re.escape(CELL_JOINER.strip())}\s*\d", re.IGNORECASE)
"""The label of a row says that its figures are percentages."""


def gives_share(sentence: str) -> bool:
    """Does the sentence give a share, in whatever form?"""
    return bool(_GIVEN.search(sentence) or _LABELLED.search(sentence)) or counts_share(sentence)


def counts_share(sentence: str) -> bool:
    """Does the sentence count the share: as a percentage, or so many of so many?"""
    return bool(_COUNTED.search(sentence)) or part_of_whole(countable(sentence))
