"""Vocabularies of `prompts/smart` as compiled patterns. Words, not rules: every list lives in YAML."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ingest.phrases import VALUES, alternatives
from prompts.load import load_data


def vocabulary(name: str) -> Any:
    """The parsed vocabulary file `prompts/smart/NAME.yaml`. Shared: do not change it."""
    return load_data(f"smart/{name}.yaml")


@cache
def amounts() -> dict[str, int]:
    """How many days or months an amount in words is: numbers, "a", and two of them in one."""
    own: dict[str, int] = vocabulary("time")["amounts"]
    return VALUES | own


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The plain entries of these lists, in lower case."""
    return frozenset(str(entry).lower() for entry in _entries(name, keys))


@cache
def pattern(name: str, *keys: str) -> re.Pattern[str]:
    """One case-insensitive pattern for whole words and phrases of these lists; longest first.

    A trailing * in an entry stands for any ending; a space matches any run of whitespace.
    """
    return re.compile(rf"(?<![\w’'-])(?:{alternatives(_entries(name, keys))})(?![\w-])", re.IGNORECASE)


def _entries(name: str, keys: tuple[str, ...]) -> list[str]:
    """All entries of the lists named; `a.b` reaches into a nested mapping."""
    found: list[str] = []
    for key in keys:
        value = vocabulary(name)
        for part in key.split("."):
            value = value[part]
        found.extend(value)
    return found
