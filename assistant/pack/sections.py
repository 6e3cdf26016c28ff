"""Sections: a pack cut at its main headings, each with the notes that are first marked in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.pack.document import Block, Heading, Mark, Note, PackDocument, Quoted, lines_of


@dataclass(frozen=True, slots=True)
class Section:
    """A main heading and what follows it up to the next."""

    heading: Heading
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


def sections(pack: PackDocument) -> list[Section]:
    """The pack's sections in order; a pack begins with a main heading."""
    cut: list[tuple[Heading, list[Block]]] = []
    for block in pack.blocks:
        if isinstance(block, Heading) and block.level == 1:
            cut.append((block, []))
        else:
            cut[-1][1].append(block)
    marked: set[int] = set()
    made = []
    for heading, blocks in cut:
        here = [n for block in blocks for n in marks_of(block) if n not in marked]
        marked.update(here)
        notes = tuple(pack.note(n) for n in dict.fromkeys(here))
        made.append(Section(heading, tuple(blocks), notes))
    return made


def marks_of(block: Block) -> Iterator[int]:
    """The numbers of the notes that a block marks, in the order of reading."""
    for line in lines_of(block):
        for item in line:
            if isinstance(item, Mark | Quoted):
                yield item.note
