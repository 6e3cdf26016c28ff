"""Numbers and bullets that Word prints but does not store in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from ingest.readers.numbers import bullet, format_number
from ingest.readers.office import Element, attribute, child, children


@dataclass(frozen=True)
class NumberLevel:
    """One level of a list definition: "%1.%2" with the format of its own number."""

    format: str
    text: str
    start: int


class Numbering:
    """The list definitions of a document, and a counter for each list in it."""

    def __init__(self, root: Element | None) -> None:
        self.levels: dict[tuple[str, int], NumberLevel] = {}
        self.lists: dict[str, str] = {}
        self.starts: dict[tuple[str, int], int] = {}
        self.counters: dict[str, dict[int, int]] = defaultdict(dict)
        for element in children(root, "abstractNum"):
            self._add_levels(attribute(element, "abstractNumId") or "", element)
        for element in children(root, "num"):
            self._add_list(element)

    def _add_levels(self, key: str, element: Element) -> None:
        """Reads the levels of one abstract definition."""
        for level in children(element, "lvl"):
            start = attribute(child(level, "start"), "val") or "1"
            number_format = attribute(child(level, "numFmt"), "val") or "decimal"
            text = attribute(child(level, "lvlText"), "val") or ""
            depth = int(attribute(level, "ilvl") or 0)
            self.levels[key, depth] = NumberLevel(number_format, text, int(start) if start.isdigit() else 1)

    def _add_list(self, element: Element) -> None:
        """Reads one list: its definition and where its counting starts anew."""
        key = attribute(element, "numId") or ""
        self.lists[key] = attribute(child(element, "abstractNumId"), "val") or ""
        for override in element:
            value = attribute(child(override, "startOverride"), "val")
            if value and value.isdigit():
                self.starts[key, int(attribute(override, "ilvl") or 0)] = int(value)

    def marker(self, list_id: str, depth: int) -> str:
        """The marker of the next item of a list at this depth (0 the outermost); "" where it prints none."""
        abstract = self.lists.get(list_id)
        level = self.levels.get((abstract, depth)) if abstract is not None else None
        if level is None or level.format == "none":
            return ""
        if level.format == "bullet":
            return bullet(level.text)
        counter = self.counters[f"{abstract}/{list_id}" if (list_id, depth) in self.starts else str(abstract)]
        first = self.starts.get((list_id, depth), level.start)
        counter[depth] = counter.get(depth, first - 1) + 1
        for deeper in [other for other in counter if other > depth]:
            del counter[deeper]
        return self._printed(str(abstract), level.text, counter).strip()

    def _printed(self, abstract: str, text: str, counter: dict[int, int]) -> str:
        """The pattern of a level with each "%n" replaced by the number of that level."""

        def number(found: re.Match[str]) -> str:
            depth = int(found.group(1)) - 1
            level = self.levels.get((abstract, depth))
            value = counter.get(depth, level.start if level else 1)
            return format_number(value, level.format if level else "decimal")

        return re.sub(r"%(\d)", number, text)
