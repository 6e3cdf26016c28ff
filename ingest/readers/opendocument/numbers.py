"""Numbers and bullets that OpenDocument texts print before items and headings but do not store in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.readers.numbers import bullet, format_number
from ingest.readers.office import Element, attribute, local

OUTLINE = "outline"
"""The list style that numbers headings outside lists."""
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MOST_LEVELS = 10

Counter = dict[int, int]
"""The number last given at each depth of a list, 1 the outermost."""


@dataclass(frozen=True)
class _Level:
    """One level of a list style; `bullet` is "" for numbers, `format` "" where none is printed.

    `pattern` holds the numbers of this level and those above it as "%2%"; it is made from the older
    attributes where the file has none.
    """

    bullet: str
    format: str
    pattern: str
    start: int


class ListStyles:
    """The list styles of a document."""

    def __init__(self, styles: Iterable[Element]) -> None:
        self.levels: dict[tuple[str, int], _Level] = {}
        for style in styles:
            name = OUTLINE if local(style) == "outline-style" else attribute(style, "name") or ""
            for element in style:
                depth = _number(attribute(element, "level"), 1)
                if "level-style" in local(element) and depth <= _MOST_LEVELS:
                    self.levels[name, depth] = _read_level(element, depth)

    def marker(self, style: str, depth: int, counter: Counter, start: int | None = None) -> str:
        """The marker of the next item at that depth, which `counter` then counts; "" where none is printed.

        `start`: the number that the item itself is to have.
        """
        level = self.levels.get((style, depth))
        if level is None or (not level.bullet and not level.format):
            return ""
        if level.bullet:
            return level.bullet
        counter[depth] = start if start is not None else counter.get(depth, level.start - 1) + 1
        for deeper in [one for one in counter if one > depth]:
            del counter[deeper]

        def number(found: re.Match[str]) -> str:
            at = int(found.group(1))
            of = self.levels.get((style, at), level)
            return format_number(counter.get(at, of.start), of.format or "decimal")

        return re.sub(r"%(\d{1,2})%", number, level.pattern).strip()


def _read_level(element: Element, depth: int) -> _Level:
    if local(element).endswith("bullet"):
        return _Level(bullet(attribute(element, "bullet-char") or ""), "", "", 1)
    if local(element).endswith("image"):
        return _Level("•", "", "", 1)
    shown = min(_number(attribute(element, "display-levels"), 1), depth)
    numbers = ".".join(f"%{at}%" for at in range(depth - shown + 1, depth + 1))
    before, after = attribute(element, "num-prefix") or "", attribute(element, "num-suffix") or ""
    pattern = attribute(element, "num-list-format")
    return _Level(
        "",
        _FORMATS.get(attribute(element, "num-format") or "", ""),
        pattern if pattern is not None else f"{before}{numbers}{after}",
        _number(attribute(element, "start-value"), 1),
    )


def _number(value: str | None, default: int) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 10 else default
