"""Furniture: running heads, feet and page numbers, which are no part of what a document says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from ingest.readers.pdf.lines import Line

_ZONE = 0.13
"""The top and the bottom share of the page in which furniture stands."""

_EDGE_LINES = 4
"""Furniture is among this many outermost lines of a page."""

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|p\.?|pg\.?|slide)?\s*[-–—|]?\s*(\d{1,4}|[ivxlc]{1,7})\s*[-–—|]?\s*(?:(?:of|/)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)
_NUMBERS_IN_LINE = (
    re.compile(r"\bpage\s*(\d{1,4})\b", re.IGNORECASE),
    re.compile(r"(?<![\d/–—-])\b(\d{1,4})$"),
    re.compile(r"^(\d{1,4})\b(?![/–—-]\d)"),
)
"""Where a page number stands in a running head or foot, the likeliest place first."""


def find_furniture(
    pages: list[list[Line]], heights: list[float]
) -> tuple[list[list[Line]], list[str | None]]:
    """For each page, the lines of it that are furniture, and the page number printed on it.

    `pages`: each page's lines; `heights`: of the pages, in points.
    """
    zones = [_zone_lines(lines, height) for lines, height in zip(pages, heights, strict=True)]
    repeated = _repeated(pages, zones)
    numbers = _page_numbers(pages, zones, repeated)
    found = []
    labels = []
    for page, zone in enumerate(zones):
        at_edge = [at for at, _ in zone]
        found.append([pages[page][at] for at in at_edge if (page, at) in repeated or (page, at) in numbers])
        labels.append(next((numbers[page, at] for at in at_edge if (page, at) in numbers), None))
    return found, labels


def in_zone(top: float, bottom: float, height: float) -> bool:
    """Whether something stands wholly where furniture stands, at the top or the foot of a page."""
    return bottom < height * _ZONE * 0.75 or top > height * (1 - _ZONE * 0.75)


def _zone_lines(lines: list[Line], height: float) -> list[tuple[int, str]]:
    """Positions of the outermost lines in the top and bottom zones, with the name of the zone."""
    order = sorted((at for at, line in enumerate(lines) if line.table is None), key=lambda at: lines[at].top)
    tops = [(at, "top") for at in order[:_EDGE_LINES] if lines[at].bottom < height * _ZONE]
    feet = [(at, "foot") for at in order[::-1][:_EDGE_LINES] if lines[at].top > height * (1 - _ZONE)]
    return tops + feet


def _key(line: Line, zone: str) -> tuple[str, str, int]:
    """What makes two pieces of furniture the same: zone, words with numbers blanked, and size."""
    words = _ROMAN.sub("#", _DIGITS.sub("#", " ".join(line.text.lower().split())))
    return zone, words, round(line.size)


def _repeated(pages: list[list[Line]], zones: list[list[tuple[int, str]]]) -> set[tuple[int, int]]:
    """(page, position) of lines that come back at the same height on several pages."""
    seen: dict[tuple[str, str, int], list[tuple[int, int]]] = defaultdict(list)
    for page, zone in enumerate(zones):
        for at, place in zone:
            seen[_key(pages[page][at], place)].append((page, at))
    least = 2 if len(pages) <= 5 else max(3, min(5, len(pages) // 10))
    found: set[tuple[int, int]] = set()
    for places in seen.values():
        heights = sorted(pages[page][at].top for page, at in places)
        middle = heights[len(heights) // 2]
        level = [(page, at) for page, at in places if abs(pages[page][at].top - middle) < 15]
        if len({page for page, _ in level}) >= least:
            found.update(level)
    return found


def _page_numbers(
    pages: list[list[Line]], zones: list[list[tuple[int, str]]], repeated: set[tuple[int, int]]
) -> dict[tuple[int, int], str]:
    """(page, position) of lines that are page numbers, with the number: they count up with the pages."""
    candidates: dict[tuple[int, int], str] = {}
    same = Counter(
        text for page, zone in enumerate(zones) for text in {pages[page][at].text for at, _ in zone}
    )
    for page, zone in enumerate(zones):
        for at, _ in zone:
            text = pages[page][at].text
            found = _PAGE_NUMBER.match(text)
            # A head that says the same on every page ends in a year, if in anything.
            if not found and (page, at) in repeated and same[text] < 2:
                found = next(filter(None, (pattern.search(text) for pattern in _NUMBERS_IN_LINE)), None)
            if found:
                candidates[page, at] = found.group(1)
    offsets: dict[int, int] = defaultdict(int)
    for (page, _), number in candidates.items():
        offsets[_value(number) - page] += 1
    steady = {offset for offset, count in offsets.items() if count >= max(1, min(3, len(pages) // 2))}
    return {key: number for key, number in candidates.items() if _value(number) - key[0] in steady}


def _value(number: str) -> int:
    """The value of an Arabic or Roman number."""
    if number.isdigit():
        return int(number)
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in number.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
