"""The normal form of words, for comparing across documents and runs."""

from __future__ import annotations

import re


def normal(text: str) -> str:
    """Lower case, letters and digits, single spaces: what line wraps and punctuation do not change."""
    return " ".join(re.findall(r"\w+", text.lower()))
