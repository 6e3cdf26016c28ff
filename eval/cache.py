"""Where what is slow to make is kept between runs, keyed by the data it was made from."""

from __future__ import annotations

import hashlib
from pathlib import Path

from platformdirs import user_cache_path

from eval.sets.base import QuestionSet

BUILT = "built-for-eval"
"""A file of this name in a library's folder says that the build went to its end."""


def cache_folder() -> Path:
    """The evaluation's folder in the user's cache; it may be deleted at any time."""
    return user_cache_path("scrutiny", appauthor=False) / "eval"


def fingerprint(questions: QuestionSet, *parts: str) -> str:
    """A key over the documents of a set (not its questions) and whatever else decides the result."""
    total = hashlib.sha256("\0".join(parts).encode())
    for path in questions.files:
        total.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    for unit in questions.units:
        total.update(f"\0{unit.document}\0{unit.title}\0{unit.start}\0{unit.text}".encode())
    return total.hexdigest()[:16]
