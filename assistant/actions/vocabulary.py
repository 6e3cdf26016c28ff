"""The vocabularies of `prompts/actions` as compiled patterns."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ingest.phrases import alternatives
from prompts.load import load_data


def words_of(file: str, *keys: str) -> list[str]:
    """The entries of these lists of `prompts/actions/FILE.yaml`, in lower case."""
    data: Any = load_data(f"actions/{file}.yaml")
    return [str(entry).lower() for key in keys for entry in data[key]]


@cache
def pattern(file: str, *keys: str) -> re.Pattern[str]:
    """One pattern for the whole words and phrases of these lists, longest first; * is any ending."""
    return re.compile(rf"(?<![\w-])(?:{alternatives(words_of(file, *keys))})(?![\w-])", re.IGNORECASE)
