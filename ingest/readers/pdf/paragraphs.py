"""Paragraphs: printed lines gathered into headings, paragraphs, list items and footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from ingest.readers.markers import find_marker, is_bullet
from ingest.readers.pdf.lines import Line
from ingest.readers.pdf.metrics import Metrics, right_margins

_TERMINAL = re.compile(r"[.!?:;…][\"'”’)\]\d]*$")
_OPEN_END = re.compile(
    r"(?:[,;–—-]|\b(?:and|or|of|the|to|for|in|with|a|an|by|on|that|which|from|as|at|is|are|their|its))$",
    re.IGNORECASE,
)


@dataclass
class Group:
    """Lines that belong together."""

    lines: list[Line]
    marker: str
    heading: bool = False

    @property
    def text(self) -> str:
        """The lines' text on one line (before hyphens are resolved)."""
        return " ".join(line.text for line in self.lines)


def group_lines(lines: list[Line], metrics: Metrics) -> list[Group]:
    """Lines in reading order → groups."""
    groups: list[Group] = []
    margins = right_margins(lines)
    for at, line in enumerate(lines):
        marker = find_marker(line.text)
        heading = looks_like_heading(line, metrics)
        if line.table is not None:
            groups.append(Group([line], ""))
        elif (
            groups
            and groups[-1].lines[-1].table is None
            and _continues(groups[-1], line, marker, heading, metrics, margins[at - 1])
        ):
            groups[-1].lines.append(line)
        else:
            groups.append(Group([line], marker, heading))
    return groups


def looks_like_heading(line: Line, metrics: Metrics) -> bool:
    """Larger or bolder than the body text; whether it is short enough is judged for the whole group."""
    if line.size >= metrics.body + max(0.9, metrics.body * 0.08):
        return True
    return line.bold and not metrics.bold_body and line.size >= metrics.body * 0.9


def _continues(group: Group, line: Line, marker: str, heading: bool, metrics: Metrics, margin: float) -> bool:
    """Whether a line goes on with the group before it. `margin`: the right edge of the line before."""
    last = group.lines[-1]
    if last.tabbed:
        return False
    if heading != group.heading or (marker and not _number_in_sentence(last, marker, margin, line)):
        return False
    if abs(line.size - last.size) > max(0.8, 0.08 * last.size) or (heading and line.bold != last.bold):
        return False
    full = last.right + last.size * 0.3 + line.first_word > margin - 1.0
    lower = line.text[:1].islower()
    ended = bool(_TERMINAL.search(last.text))
    if line.page != last.page or line.column != last.column:
        return not heading and (
            lower or bool(_OPEN_END.search(last.text)) or last.hyphen or (full and not ended)
        )
    step = line.bottom - last.bottom
    if not 0 < step <= metrics.leading_of(line.size) * 1.3 + 0.5:
        return 0 < step < metrics.leading_of(line.size) * 2.1 and lower and not ended and not group.heading
    if heading:
        return lower or full
    if _indented_back(group, line) or _first_line_indent(group, line, ended):
        return False
    return full or lower or last.hyphen or bool(_OPEN_END.search(last.text))


def _number_in_sentence(last: Line, marker: str, margin: float, line: Line) -> bool:
    """Whether what looks like a marker is a number, a dash or a letter at the wrapped line's start."""
    if is_bullet(marker) and marker not in "-–—*o":
        return False
    full = last.right + last.size * 0.3 + line.first_word > margin - 1.0
    plain = bool(_OPEN_END.search(last.text)) and not last.text.endswith((";", ":"))
    if marker == line.text.strip():
        plain = plain or not _TERMINAL.search(last.text)  # nothing stands behind it: "… was held after / 79."
    return plain and full and line.left <= last.left + 1


def _indented_back(group: Group, line: Line) -> bool:
    """A list item's text hangs; a line further left than its text's edge no longer belongs to it."""
    if not group.marker or len(group.lines) < 2 or group.lines[-1].page != line.page:
        return False
    return line.left < group.lines[-1].left - 0.6 * line.size


def _first_line_indent(group: Group, line: Line, ended: bool) -> bool:
    """A line set in after a finished sentence begins a paragraph; but a list item's are always set in."""
    if not ended or (len(group.lines) == 1 and group.marker):
        return False
    return line.left > group.lines[-1].left + 0.9 * line.size and (len(group.lines) > 1 or not group.marker)


_MARK = re.compile(r"^(?:\d{1,3}|[ivx]{1,4}(?=\s)|[*†‡])\s*\S")


def split_notes(lines: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    """(text, footnotes) of a page's lines: the smaller print at the end of a column, from its first mark on.

    A column that is small print from its first line is text beside the others, unless it is all there is.
    """
    text: list[Line] = []
    notes: list[Line] = []
    for _, column in groupby(lines, key=lambda line: line.column):
        above, below = _split_column(list(column), body)
        aside = not above and len(below) < len(lines)
        if below and (aside or any(_is_under(line, below[0]) for line in lines)):
            above, below = above + below, []
        text += above
        notes += below
    return text, notes


def _split_column(lines: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    first = len(lines)
    while first > 0 and lines[first - 1].table is None and 0 < lines[first - 1].size <= 0.92 * body:
        first -= 1
    while first < len(lines) and not _MARK.match(lines[first].text):
        first += 1
    return lines[:first], lines[first:]


def _is_under(line: Line, note: Line) -> bool:
    """Whether a line of another column stands under a note, which is then none."""
    return (
        line.column != note.column and line.top > note.top and line.left < note.right > note.left < line.right
    )
