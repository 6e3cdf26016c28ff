"""The pack as Markdown with footnotes, readable as it stands. Every text from outside is escaped."""

from __future__ import annotations

import re

from assistant.pack.document import (
    Badge,
    Block,
    Grid,
    Heading,
    Inline,
    Line,
    Mark,
    Note,
    PackDocument,
    Picture,
    Points,
    Text,
    Words,
)
from assistant.pack.sections import sections
from assistant.pack.shown import note_parts

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$^#])")
_LINE_START = re.compile(r"^([-+=>]|\d+[.)])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def pack_markdown(pack: PackDocument) -> bytes:
    """The whole pack; each section's notes stand at its end."""
    parts = [*_head(pack)]
    for section in sections(pack):
        parts.append(_block(section.heading, pack))
        parts += [_block(block, pack) for block in section.blocks]
        parts += [_note(note) for note in section.notes]
    parts += [f"**{escaped(pack.marking)}**"] if pack.marking else []
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def escaped(text: str) -> str:
    """The text so that Markdown shows it and acts on nothing in it."""
    inside = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(lambda match: f"{match.group()[:-1]}\\{match.group()[-1]}", inside)


def unescaped(text: str) -> str:
    """What Markdown shows of escaped text."""
    return _ESCAPED.sub(r"\1", text)


def _head(pack: PackDocument) -> list[str]:
    facts = "\n".join(f"- {escaped(name)}: {escaped(value)}" for name, value in pack.facts)
    marking = [f"**{escaped(pack.marking)}**"] if pack.marking else []
    return [*marking, f"# {escaped(pack.title)}: {escaped(pack.subject)}", facts, escaped(pack.statement)]


def _block(block: Block, pack: PackDocument) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {escaped(block.text)}"
    if isinstance(block, Text):
        return _line(block.line, pack)
    if isinstance(block, Points):
        leads = (
            [f"{n}." for n in range(1, len(block.items) + 1)] if block.numbered else ["-"] * len(block.items)
        )
        return "\n".join(f"{lead} {_line(item, pack)}" for lead, item in zip(leads, block.items, strict=True))
    if isinstance(block, Grid):
        return _grid(block, pack)
    return _picture(block)


def _grid(block: Grid, pack: PackDocument) -> str:
    rows = [
        _row([escaped(column.heading) for column in block.columns]),
        _row(["---:" if column.numeric else "---" for column in block.columns]),
        *(_row([_line(cell, pack) for cell in row]) for row in block.rows),
    ]
    return f"**{escaped(block.title)}**\n\n" + "\n".join(rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _picture(block: Picture) -> str:
    return f"**{escaped(block.chart.title)}** {escaped(block.chart.description)}"


def _note(note: Note) -> str:
    words = " ".join(
        f"“{escaped(text)}”" if kind == "quote" else escaped(text) for kind, text in note_parts(note)
    )
    return f"[^{note.n}]: {words}"


def _line(line: Line, pack: PackDocument) -> str:
    written = ""
    for item in line:
        # a mark that follows words in quotation marks must not look like that of a quotation
        apart = " " if isinstance(item, Mark) and written.endswith("”") else ""
        written += apart + _piece(item, pack)
    return written


def _piece(item: Inline, pack: PackDocument) -> str:
    if isinstance(item, Words):
        text = escaped(item.text)
        return f"**{text.strip()}** " if item.weight == "strong" else text
    if isinstance(item, Badge):
        return f"**{escaped(item.text)}**"
    if isinstance(item, Mark):
        return f"[^{item.note}]"
    return f"“{escaped(pack.note(item.note).quote)}”[^{item.note}]"
