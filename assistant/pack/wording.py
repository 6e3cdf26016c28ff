"""The pack's own words, from `prompts/pack/words.yaml`."""

from __future__ import annotations

from typing import Any

from assistant.in_words import filled
from assistant.pack.document import Text, Words
from prompts import load_data


def wording(part: str) -> Any:
    """The words of one part of the pack, as they stand in the file."""
    return load_data("pack/words.yaml")[part]


def fitting(number: int, most: int) -> int:
    """How many of a number are shown: the last one instead of a line that says that one is left out."""
    return most + 1 if number == most + 1 else most


def more(sentence: str, number: int, **values: object) -> list[Text]:
    """The remark that so many more are not shown; nothing where all are."""
    words = filled(sentence, number=number, **values)
    return [Text((Words(words, "quiet"),), "remark")] if number > 0 else []
