"""Initials: the people whom papers call by their initials, as their lists of those present name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from ingest.phrases import worded
from prompts.load import load_data

if TYPE_CHECKING:
    from ingest.document import Document

_HEAD = 30
"""A list of those present stands within so many blocks of the beginning."""
_NAME = re.compile(
    r"(?<![\w’'-])(?P<name>[A-Z][a-z][\w’'-]*(?:\s+[A-Z]\.?)?\s+[A-Z][\w’'-]+)(?=\s*(?:\(|,|;|\.|\||–|-\s|$|\bfor\b|\band\b))"
)
_GIVEN = re.compile(r"(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+)\s*\((?P<short>[A-Z]{2,4})\)")
_SHORT = re.compile(r"(?<![\w-])[A-Z]{2,4}(?![\w-])")
_SMALL = ("of", "and", "the", "for")
_opening = worded(
    "actions/people.yaml", r"^\W*{present|beside_present}\b", flags=re.IGNORECASE | re.MULTILINE
)
"""What a list of those present begins with, or stands under."""


def initials_of(name: str) -> str:
    """The first letters of a name's words, but small ones such as "of", as capitals."""
    words = [word for word in re.findall(r"[A-Za-z][\w’']*", name) if word not in _SMALL]
    return "".join(word[0].upper() for word in words)


def lists_present(text: str) -> bool:
    """Does one of the lines open a list of those who were there ("Present: …", "Apologies")?"""
    return _opening().search(text) is not None


def initials_in(document: Document) -> dict[str, str]:
    """The names behind initials, by these. Those of two people stand for neither, unless they are given."""
    found: dict[str, set[str]] = {}
    given: dict[str, str] = {}
    for text in _listed(document):
        for match in _NAME.finditer(_before_names().sub("", text)):
            name = match["name"]
            for short in (initials_of(name), initials_of(name.replace("-", ""))):
                found.setdefault(short, set()).add(name)
        given |= {match["short"]: _given(match, text) for match in _GIVEN.finditer(text)}
    alone = {short: next(iter(names)) for short, names in found.items() if len(names) == 1}
    return dict(sorted((alone | given).items()))


def _given(match: re.Match[str], text: str) -> str:
    """The name that a list gives initials to: that before the office, where one stands between."""
    if initials_of(match["name"]) == match["short"]:
        return match["name"]
    entry = re.split(r"[;\n]", _before_names().sub("", text[: match.start("short")]))[-1]
    named = _NAME.search(entry)
    return named["name"] if named and initials_of(named["name"]) == match["short"] else match["name"]


def initials_within(text: str) -> tuple[str, ...]:
    """What may be somebody's initials in a text, each once."""
    return tuple(dict.fromkeys(_SHORT.findall(text)))


def in_full(words: str, people: Mapping[str, str]) -> str:
    """Words with the initials in them, where known, as the names that they stand for."""
    return _SHORT.sub(lambda match: people.get(match.group(), match.group()), words)


def _listed(document: Document) -> Iterator[str]:
    """The paragraphs and table rows that list who was there."""
    table = -1
    for block in document.blocks[:_HEAD]:
        text = document.text[block.start : block.end]
        if block.table >= 0:
            table = block.table if _opening().match(text) else table
            if block.table == table:
                yield text.split("|", 1)[0] if "|" in text else text
        elif _opening().match(text):
            yield text


def _heads() -> str:
    """What a list of those present begins with, or stands under."""
    data = load_data("actions/people.yaml")
    return "|".join((*data["present"], *data["beside_present"]))


@cache
def _before_names() -> re.Pattern[str]:
    """The labels and titles that stand before names in a list."""
    listed = load_data("actions/people.yaml")["titles"]
    titles = "|".join(re.escape(title) for title in sorted(listed, key=len, reverse=True))
    return re.compile(rf"(?i)\b(?:{_heads()})\s*:\s*|\b(?:{titles})\.?\s+(?=[A-Z])")
