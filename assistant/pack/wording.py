"""The pack's own words, from `prompts/pack/words.yaml`."""

from __future__ import annotations

from typing import Any

from assistant.in_words import filled
from assistant.pack.document import Text, Words
from prompts import load_data


def wording(part: str) -> Any:
    """The words of one part of the pack, as they stand in the file."""
    return load_data("pack/words.yaml")[part]


def more(sentence: str, number: int, **values: object) -> list[Text]:
    """The remark that so many more are not shown; nothing where all are."""
    words = filled(sentence, number=number, **values)
    return [Text((Words(words, "quiet"),), "remark")] if number > 0 else []
