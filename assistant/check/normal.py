"""The normal form of a recommendation's words, for comparing across documents and runs."""

from __future__ import annotations

import hashlib
import re


def normal(text: str) -> str:
    """Lower case, letters and digits, single spaces: what line wraps and punctuation do not change."""
    return " ".join(re.findall(r"\w+", text.lower()))


def fingerprint(code: str, text: str) -> str:
    """A stable name for a finding: the rule and the normal form of the words, not the place."""
    return hashlib.sha256(f"{code}\n{normal(text)}".encode()).hexdigest()[:32]
