"""The vocabularies of `prompts/actions` as compiled patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from prompts.load import load_data


def words_of(file: str, *keys: str) -> list[str]:
    """The entries of these lists of `prompts/actions/FILE.yaml`, in lower case."""
    data: Any = load_data(f"actions/{file}.yaml")
    return [str(entry).lower() for key in keys for entry in data[key]]


@cache
def pattern(file: str, *keys: str) -> re.Pattern[str]:
    """One pattern for the whole words and phrases of these lists, longest first; * is any ending."""
    return re.compile(rf"(?<![\w-])(?:{alternatives(words_of(file, *keys))})(?![\w-])", re.IGNORECASE)


def alternatives(entries: Iterable[str]) -> str:
    """The alternation of phrases, longest first, without anchors."""
    ordered = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    return "|".join(_as_regex(entry) for entry in ordered)


def _as_regex(entry: str) -> str:
    escaped = r"\s+".join(re.escape(word) for word in entry.split())
    return escaped.replace(r"\*", r"\w*").replace("'", "['’]").replace("’", "['’]")
