"""The fingerprint of a finding, by which baselines and SARIF know it again."""

from __future__ import annotations

import hashlib

from assistant.words import normal


def fingerprint(code: str, text: str) -> str:
    """A stable name for a finding: the rule and the normal form of the words, not the place."""
    return hashlib.sha256(f"{code}\n{normal(text)}".encode()).hexdigest()[:32]
