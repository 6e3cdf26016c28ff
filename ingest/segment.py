"""Segment: a document → passages of about 150 words, each an exact slice under one heading."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ingest.document import Block, Document
from ingest.draft import CELL_JOINER
from ingest.passage import Passage, passage_id
from ingest.sentences import sentences, sentences_within

_WORDS = 150
"""Words a passage should have."""

_SHORT_ROW = 12
"""Rows with at most this many words are put together ..."""

_ROW_WORDS = 60
"""... up to this many."""

_LEAST_TEXT = 60
"""Tokens of the limit that are always left for the text itself, whatever title and headings take."""

_LOWEST = 9
_CONTENTS = re.compile(r"^(?:table of )?contents\W*$", re.IGNORECASE)

Counter = Callable[[str], int]


@dataclass
class _Unit:
    """A sentence or a row: a slice that is not divided further. `glued`: it stays with the unit after it."""

    start: int
    end: int
    words: int
    tokens: int
    glued: bool = False


@dataclass
class _Section:
    """What stands under one heading path, its headings included."""

    path: tuple[str, ...]
    header: str = ""
    rows: bool = False
    units: list[_Unit] = field(default_factory=list)


def segment(document: Document, count_tokens: Counter, limit: int = 230) -> list[Passage]:
    """The passages of a document in order.

    A passage is `document.text[start:end]`; every character that is not blank is in exactly one. Passages
    end at sentence ends and stay under one heading where that can be; a table row is a passage with its
    header (very short rows share one). Title, heading path, header and text together have at most `limit`
    tokens by `count_tokens`; a sentence longer than that is cut between words.
    """
    return _Segmenter(document, count_tokens, limit).passages()


class _Segmenter:
    """Holds what all steps need: the document, the counter, the limit."""

    def __init__(self, document: Document, count_tokens: Counter, limit: int) -> None:
        self.document, self.count, self.limit = document, count_tokens, limit
        self.title_tokens = count_tokens(document.title)

    def passages(self) -> list[Passage]:
        """All passages in order."""
        found: list[Passage] = []
        for section in self._sections():
            section.path = self._fitting_path(section)
            room = self._room(section)
            units = [part for unit in section.units for part in self._cut(unit, room)]
            for group in _pack(units, room, section.rows):
                found.append(self._passage(section, group[0].start, group[-1].end))
        return found

    def _passage(self, section: _Section, start: int, end: int) -> Passage:
        """One passage with its page."""
        page = self.document.page_at(start)
        return Passage(
            passage_id(self.document.id, start, end),
            self.document.id,
            start,
            end,
            self.document.text[start:end],
            section.path,
            section.header,
            page.index if page else None,
            page.label if page else None,
        )

    def _sections(self) -> list[_Section]:
        """Blocks gathered by heading path; a heading with nothing under it goes with what follows."""
        sections: list[_Section] = []
        path: list[tuple[int, str]] = []
        waiting: list[_Unit] = []
        header: Block | None = None
        for at, block in enumerate(self.document.blocks):
            text = self.document.text[block.start : block.end]
            if block.kind == "heading":
                above = at > 0 and self.document.blocks[at - 1].kind == "heading"
                level = _level(block, text)
                path = [*(one for one in path if _stays(one[0], level, adjacent=above)), (level, text)]
                waiting += self._units(block, glued=True)
                continue
            if block.kind == "table_header":
                header = block
                waiting += self._units(block, glued=True)
                continue
            names = tuple(text for _, text in path)
            row = block.kind == "table_row"
            head = self._header_text(header, block, waiting) if row else ""
            last = sections[-1] if sections else None
            if waiting or last is None or (last.path, last.rows, last.header) != (names, row, head):
                last = _Section(names, head, row)
                sections.append(last)
            last.units += waiting + self._units(block, glued=self._is_lead_in(at, text))
            waiting = []
        return self._with_rest(sections, waiting, tuple(text for _, text in path))

    def _with_rest(
        self, sections: list[_Section], waiting: list[_Unit], path: tuple[str, ...]
    ) -> list[_Section]:
        """Headings at the very end go with the last section, or are one where there is no other."""
        if waiting and sections and not sections[-1].rows:
            sections[-1].units += waiting
        elif waiting:
            sections.append(_Section(path, units=waiting))
        return sections

    def _header_text(self, header: Block | None, row: Block, waiting: list[_Unit]) -> str:
        """The header of a row's table; "" where the table has none or the passage begins with it."""
        if header is None or header.table != row.table or any(unit.start == header.start for unit in waiting):
            return ""
        return self.document.text[header.start : header.end]

    def _is_lead_in(self, at: int, text: str) -> bool:
        """Whether a paragraph leads into the list that follows."""
        blocks = self.document.blocks
        return at + 1 < len(blocks) and blocks[at + 1].kind == "list_item" and text.endswith(":")

    def _units(self, block: Block, *, glued: bool) -> list[_Unit]:
        """A block's sentences; a heading and a row are one unit each."""
        span = (block.start, block.end)
        whole = block.kind not in ("paragraph", "list_item")
        spans = [span] if whole else sentences_within(self.document.text, *span)
        units = [self._unit(start, end) for start, end in spans]
        if units and glued:
            units[-1].glued = True
        return units

    def _unit(self, start: int, end: int) -> _Unit:
        text = self.document.text[start:end]
        return _Unit(start, end, len(text.split()), self.count(text))

    def _fitting_path(self, section: _Section) -> tuple[str, ...]:
        """The heading path without its highest headings where they would leave too little room for text."""
        path = section.path
        while path and self._taken(path, section.header) > self.limit - _LEAST_TEXT * 2:
            path = path[1:]
        while section.header and self._taken(path, section.header) > self.limit - _LEAST_TEXT:
            words = section.header.split(" ")
            section.header = " ".join(words[: len(words) * 2 // 3])
        return path

    def _taken(self, path: tuple[str, ...], header: str) -> int:
        """Tokens that title, headings and header take."""
        return self.title_tokens + self.count(" › ".join(path)) + self.count(header)

    def _room(self, section: _Section) -> int:
        """Tokens left for the text."""
        return max(self.limit - self._taken(section.path, section.header), _LEAST_TEXT // 2)

    def _cut(self, unit: _Unit, room: int) -> list[_Unit]:
        """A unit that is too long, cut where a cell or a sentence ends, else between words or characters."""
        if unit.tokens <= room:
            return [unit]
        text = self.document.text[unit.start : unit.end]
        at, after = _cutting_place(text)
        if not 0 < at <= after < len(text):
            return [unit]
        first, second = self._unit(unit.start, unit.start + at), self._unit(unit.start + after, unit.end)
        return self._cut(first, room) + self._cut(second, room)


def _level(block: Block, text: str) -> int:
    """A heading's level; a list of contents, however large its heading is printed, stands above nothing."""
    return _LOWEST if _CONTENTS.match(text) else block.level


def _stays(level: int, new: int, *, adjacent: bool) -> bool:
    """Whether a heading stays in the path above a new one: a higher one does, and one that is as high where
    nothing stands between the two ("Haringey", "July to December 2010").
    """
    return level < new or (adjacent and level == new)


def _cutting_place(text: str) -> tuple[int, int]:
    """Where a text is best cut in two: (end of the first part, start of the second), near its middle."""
    middle = len(text) // 2
    spans = sentences(text.replace(CELL_JOINER, " \n "))
    joints = [(len(text[:start].rstrip()), start) for start, _ in spans[1:]]
    joints += [(found.start(), found.end()) for found in re.finditer(r"\s+", text)] if not joints else []
    return min(joints, key=lambda joint: abs(joint[0] - middle), default=(middle, middle))


def _pack(units: list[_Unit], room: int, rows: bool) -> list[list[_Unit]]:
    """Units → groups of about equal size, none over `room` tokens."""
    total, tokens = sum(unit.words for unit in units), sum(unit.tokens for unit in units)
    target = total / max(1, round(total / _WORDS), math.ceil(tokens / room))
    groups: list[list[_Unit]] = []
    for unit in units:
        if groups and _belongs(groups[-1], unit, room, rows, target):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return groups


def _belongs(group: list[_Unit], unit: _Unit, room: int, rows: bool, target: float) -> bool:
    """Whether a unit still goes into a group."""
    words, tokens = sum(one.words for one in group), sum(one.tokens for one in group)
    if tokens + unit.tokens > room:
        return False
    if group[-1].glued:
        return True
    if rows:
        return max(one.words for one in [*group, unit]) <= _SHORT_ROW and words + unit.words <= _ROW_WORDS
    return words + unit.words / 2 <= target
