"""Initials: the people whom minutes call by their initials, as their list of those present names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from prompts.load import load_data

if TYPE_CHECKING:
    from ingest.document import Document

_HEAD = 30
"""A list of those present stands within so many blocks of the beginning."""
_LISTS = re.compile(
    r"^\W*(?:present|in attendance|attendees|attended|attending|members present|those present|name|apologies|"
    r"chair(?:ed by)?)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][a-z][\w’'-]*(?:\s+[A-Z]\.?)?\s+[A-Z][\w’'-]+)(?=\s*(?:\(|,|;|\.|\||–|-\s|$|\bfor\b|\band\b))"
)
_GIVEN = re.compile(r"(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+)\s*\((?P<short>[A-Z]{2,4})\)")
_SHORT = re.compile(r"(?<![\w-])[A-Z]{2,4}(?![\w-])")


def initials_in(document: Document) -> dict[str, str]:
    """The names behind initials, by these. Those of two people stand for neither, unless they are given."""
    found: dict[str, set[str]] = {}
    given: dict[str, str] = {}
    for text in _listed(document):
        for match in _NAME.finditer(_plain(text)):
            name = match["name"]
            for parts in (name.split(), re.split(r"[\s-]", name)):
                found.setdefault("".join(word[0] for word in parts if word), set()).add(name)
        given |= {match["short"]: match["name"] for match in _GIVEN.finditer(text)}
    alone = {short: next(iter(names)) for short, names in found.items() if len(names) == 1}
    return dict(sorted((alone | given).items()))


def in_full(words: str, people: Mapping[str, str]) -> str:
    """Words with the initials in them, where known, as the names that they stand for."""
    return _SHORT.sub(lambda match: people.get(match.group(), match.group()), words)


def _listed(document: Document) -> Iterator[str]:
    """The paragraphs and table rows that list who was there."""
    table = -1
    for block in document.blocks[:_HEAD]:
        text = document.text[block.start : block.end]
        if block.table >= 0:
            table = block.table if _LISTS.match(text) else table
            if block.table == table:
                yield text.split("|", 1)[0] if "|" in text else text
        elif _LISTS.match(text):
            yield text


def _plain(text: str) -> str:
    """A list without the labels and titles that stand before names."""
    titles = "|".join(re.escape(str(word)) for word in sorted(_titles(), key=len, reverse=True))
    return re.sub(
        rf"(?i)\b(?:present|apologies|chair|in attendance)\s*:\s*|\b(?:{titles})\.?\s+(?=[A-Z])", "", text
    )


def _titles() -> list[str]:
    data: dict[str, list[str]] = load_data("actions/people.yaml")
    return data["titles"]
