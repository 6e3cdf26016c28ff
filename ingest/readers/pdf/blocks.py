"""Blocks: groups of lines and tables → headings, paragraphs, list items and rows, with text and map."""

from __future__ import annotations

import itertools
import re

from ingest.draft import DraftBlock, Strand, added, join
from ingest.readers.headings import infer_headings
from ingest.readers.markers import is_bullet, list_depth
from ingest.readers.pdf.hyphens import Words
from ingest.readers.pdf.lines import Line, Table
from ingest.readers.pdf.metrics import measure
from ingest.readers.pdf.paragraphs import Group, group_lines, split_notes
from ingest.readers.tables import table_blocks

_SAME_EDGE = 12.0
"""Points by which the sides of a table may differ from one page to the next."""


def to_blocks(pages: list[list[Line]]) -> list[DraftBlock]:
    """The lines of each page in reading order → the blocks of the document."""
    metrics = measure([line for page in pages for line in page])
    split = [split_notes(page, metrics.body) for page in pages]
    body = [line for text, _ in split for line in text]
    groups = group_lines(body, metrics)
    for _, notes in split:
        if notes:
            _insert(groups, group_lines(notes, metrics), notes[0].page)
    words = Words([line.text for page in pages for line in page])
    return infer_headings(_all_blocks(groups, words))


def _insert(groups: list[Group], notes: list[Group], page: int) -> None:
    """Puts a page's footnotes after its text, but before a paragraph that runs on to the next page."""
    for note in notes:
        note.heading, note.marker = False, ""
    at = next((at for at, group in enumerate(groups) if group.lines[-1].page > page), len(groups))
    groups[at:at] = notes


def _all_blocks(groups: list[Group], words: Words) -> list[DraftBlock]:
    """The blocks of all groups; tables that go on over a page are one."""
    ranks = _heading_ranks(groups)
    depths = _list_depths(groups)
    blocks: list[DraftBlock] = []
    tables: list[Table] = []
    number = 0
    for at, group in enumerate(groups):
        table = group.lines[0].table
        if table is None:
            blocks.append(_to_block(group, words, ranks, depths.get(at, 1)))
            continue
        tables.append(table)
        following = groups[at + 1].lines[0].table if at + 1 < len(groups) else None
        if following is None or not _goes_on(table, following):
            blocks += _table_blocks(tables, words, number)
            number += 1
            tables = []
    return blocks


def _goes_on(table: Table, following: Table) -> bool:
    """Whether the next page's table has the same columns."""
    same_sides = (
        abs(table.box[0] - following.box[0]) < _SAME_EDGE
        and abs(table.box[2] - following.box[2]) < _SAME_EDGE
    )
    return following.page == table.page + 1 and same_sides and len(table.rows[0]) == len(following.rows[0])


def _table_blocks(tables: list[Table], words: Words, number: int) -> list[DraftBlock]:
    """The rows of a table; a header repeated on the next page is a header again."""
    rows = [[strand_of(cell, words) for cell in row] for table in tables for row in table.rows]
    blocks = table_blocks(rows, number, tables[0].page)
    header = [cell.text for cell in blocks[0].cells] if blocks and blocks[0].kind == "table_header" else None
    for block in blocks[1:]:
        if header is not None and [cell.text for cell in block.cells] == header:
            block.kind = "table_header"
    return blocks


def strand_of(lines: list[Line], words: Words) -> Strand:
    """The text of lines joined with spaces, hyphens at line ends resolved, with the map."""
    if not lines:
        return added("")
    parts: list[Strand] = [lines[0].strand]
    for line, following in itertools.pairwise(lines):
        joint = words.joint(line.text, following.text, spaced=line.spaced)
        if joint == "word":
            last = parts[-1]
            assert last.pages is not None
            assert last.boxes is not None
            parts[-1] = Strand(last.text[:-1], last.pages[:-1], last.boxes[:-1])
        elif joint == "space":
            parts.append(added(" "))
        parts.append(following.strand)
    return join(parts)


def _is_heading(group: Group) -> bool:
    """Few words, and not a sentence that is merely printed in bold."""
    words = group.text.split()
    if (
        not group.heading
        or group.lines[-1].tabbed
        or len(words) > 30
        or not re.search(r"[^\W\d_]{2}", group.text)
    ):
        return False
    return not (re.search(r"[.;,]$", group.text) and len(words) > 3) and not (
        group.marker and is_bullet(group.marker)
    )


def _heading_ranks(groups: list[Group]) -> dict[tuple[float, bool], int]:
    """Level 1 for the largest headings, at most 6; sizes that differ by less than a point are one level."""
    looks = sorted({_look(group) for group in groups if _is_heading(group)}, reverse=True)
    ranks: dict[tuple[float, bool], int] = {}
    level, previous = 0, None
    for look in looks:
        if previous is None or previous[0] - look[0] >= 1.0 or previous[1] != look[1]:
            level = min(6, level + 1)
        ranks[look] = level
        previous = look
    return ranks


def _look(group: Group) -> tuple[float, bool]:
    """Size and weight of a heading."""
    return group.lines[0].size, group.lines[0].bold


def _list_depths(groups: list[Group]) -> dict[int, int]:
    """For each list item its depth, by how far it is set in among the items round it."""
    depths: dict[int, int] = {}
    run: list[int] = []
    for at in range(len(groups) + 1):
        if at < len(groups) and groups[at].marker and not groups[at].heading:
            run.append(at)
            continue
        edges: list[float] = []
        for left in sorted(groups[item].lines[0].left for item in run):
            if not edges or left - edges[-1] > 7:
                edges.append(left)
        for item in run:
            left = groups[item].lines[0].left
            depths[item] = max(1, min(6, sum(edge <= left + 1 for edge in edges)))
        run = []
    return depths


def _to_block(group: Group, words: Words, ranks: dict[tuple[float, bool], int], depth: int) -> DraftBlock:
    """The block of a group, its kind decided."""
    strand, page = strand_of(group.lines, words), group.lines[0].page
    if _is_heading(group):
        return DraftBlock("heading", strand, ranks[_look(group)], group.marker, page=page)
    if group.marker:
        return DraftBlock(
            "list_item", strand, max(depth, min(list_depth(group.marker), depth + 1)), group.marker, page=page
        )
    return DraftBlock("paragraph", strand, page=page)
