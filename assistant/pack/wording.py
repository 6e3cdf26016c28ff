"""The pack's own words, from `prompts/pack/words.yaml`."""

from __future__ import annotations

from string import Template
from typing import Any

from prompts import load_data


def load(part: str) -> Any:
    """One part of the words, as it stands in the file."""
    return load_data("pack/words.yaml")[part]


def wording(part: str) -> dict[str, Any]:
    """The words of one part of the pack."""
    words: dict[str, Any] = load(part)
    return words


def filled(sentence: str, **values: object) -> str:
    """A sentence with its $names replaced."""
    return Template(sentence).substitute({name: str(value) for name, value in values.items()})
